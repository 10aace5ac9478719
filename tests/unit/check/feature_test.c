/*
 * What sentences say that trees have and can do, held against
 *
 *	                  pine     yew  lime
 *	Several threads   yes      yes  no
 *	Checksum          yes      no   no
 *	Thorns            yes      no   partly
 *	Ads               yes      no   no       "Is it without ads?"
 *	Resin             no       no   yes      nothing is asked
 *	Height            9        6    3        a score
 */
#include "studied.h"

enum { THREADS, CHECKSUM, THORNS, ADS, RESIN, HEIGHT };

static const struct {
	const char *title, *question;
} CRITERIA[] = {
	{ "Several threads", "Does it use more than one processor?" },
	{ "Checksum", "Does it notice a damaged file?" },
	{ "Thorns", "Has it thorns?" },
	{ "Ads", "Is it without ads?" },
	{ "Resin", "" },
	{ "Height", "Is it tall?" },
};

static struct comparison *answered(struct arena *arena)
{
	static const char *const NAMES[] = { "Pine", "Yew", "Lime" };
	struct comparison *c = comparison_from("          pine yew lime\n"
					       "threads  1 10 10  0\n"
					       "checksum 1 10  0  0\n"
					       "thorns   1 10  0  5\n"
					       "ads      1 10  0  0\n"
					       "resin    1  0  0 10\n"
					       "height   1  9  6  3\n",
					       arena);

	for (size_t j = 0; j < c->criterion_count; j++) {
		c->criteria[j].title.str = str_from(CRITERIA[j].title);
		c->criteria[j].question.str = str_from(CRITERIA[j].question);
		for (size_t i = 0; j != HEIGHT && i < 3; i++) {
			struct score *s = &c->criteria[j].scores[i];

			s->answer = s->value > 9   ? ANSWER_YES
				    : s->value > 1 ? ANSWER_PARTIAL
						   : ANSWER_NO;
		}
	}
	for (size_t i = 0; i < 3; i++)
		c->options[i].name.str = c->options[i].short_name.str =
			str_from(NAMES[i]);
	return c;
}

static void assert_found(const char *const *sentences, size_t count,
			 size_t errors, size_t warnings, struct arena *arena)
{
	for (size_t k = 0; k < count; k++) {
		struct str text = arena_printf(
			arena, "---\ntitle: T\n---\n%s\n", sentences[k]);
		struct studied *s =
			studied_text(answered(arena), text.ptr, arena);

		s->passage.is_overview = true;
		check_claims(&s->study);
		if (diags_error_count(s->study.diags) != errors ||
		    diags_warning_count(s->study.diags) != warnings)
			fail_msg("%s: %zu errors, %zu warnings", sentences[k],
				 diags_error_count(s->study.diags),
				 diags_warning_count(s->study.diags));
		diags_free(s->study.diags);
	}
}

#define ASSERT_FOUND(sentences, errors, warnings)                         \
	assert_found(sentences, sizeof(sentences) / sizeof(*(sentences)), \
		     errors, warnings, *state)

static void what_others_have_too_is_not_only_ones(void **state)
{
	static const char *const FALSE[] = {
		"Only Pine supports several threads.",
		"Only Pine has several threads.",
		"Only Yew offers several threads.",
		"Only Yew can use several threads.",
		"Only Lime supports several threads.",
		"Only Pine and Lime support several threads.",
		"Pine alone supports several threads.",
		"Pine is the only one with several threads.",
		"Pine is the only program that supports several threads.",
		"It is so: only Pine supports several threads; Lime is slow.",
		"Only Yew has a checksum.",
		"Only Yew lacks a checksum.",
		"Only Yew does not have a checksum.",
		"Of Yew and Pine, only Pine supports several threads.",
	};
	static const char *const TRUE[] = {
		"Only Pine and Yew support several threads.",
		"Only Lime does not support several threads.",
		"Only Lime lacks several threads.",
		"Only Pine has a checksum.",
		"Only Pine comes with a checksum.",
		"Pine is the only one with a checksum.",
		"Of Yew and Lime, only Yew supports several threads.",
		"Yew aside, only Pine supports several threads.",
		"Only Pine has thorns.",
	};

	ASSERT_FOUND(FALSE, 1, 0);
	ASSERT_FOUND(TRUE, 0, 0);
}

static void what_one_has_is_held_against_its_answer(void **state)
{
	static const char *const FALSE[] = {
		"Lime supports several threads.",
		"Yew has a checksum.",
		"Yew has no thorns, but Lime has a checksum.",
		"Pine does not support several threads.",
		"Pine has no checksum.",
		"None of them supports several threads.",
		"Neither Yew nor Pine supports several threads.",
	};
	static const char *const TRUE[] = {
		"Pine supports several threads.",
		"Yew has no checksum.",
		"Neither Yew nor Lime has a checksum.",
		"Lime lacks a checksum.",
	};

	ASSERT_FOUND(FALSE, 1, 0);
	ASSERT_FOUND(TRUE, 0, 0);
}

/* The one that was named alone before; "it" may be meant otherwise. */
static void what_no_other_has_the_one_spoken_of_has(void **state)
{
	static const char *const FALSE[] = {
		"Pine is old. No other program supports several threads.",
		"Pine is fast; no other program supports several threads.",
		"Yew is old. No other program has a checksum.",
		"Yew is old. It is slow. No other tool has a checksum.",
		"Lime is old. No other program supports several threads.",
	};
	static const char *const TRUE[] = {
		"Pine is old. No other program has a checksum.",
		"Yew is old. Pine is fast; no other program has a checksum.",
		"Pine and Yew are old. No other program has a checksum.",
		"Pine and Lime differ; no other program has a checksum.",
		"Pine is old. No other program lacks a checksum.",
		"Pine is old. No other program has a checksum on Windows.",
	};

	ASSERT_FOUND(FALSE, 0, 1);
	ASSERT_FOUND(TRUE, 0, 0);
}

static void nothing_is_said_where_it_is_not_sure(void **state)
{
	static const char *const SILENT[] = {
		"Only Pine supports several threads on Windows.",
		"Only Pine supports several threads by default.",
		"Only Pine supports several threads, but that may change.",
		"Only Pine supported several threads.",
		"Pine only supports several threads.",
		"If only Pine supports several threads, take it.",
		"Not only Pine supports several threads.",
		"No other program supports several threads.",
		"Only Pine and Lime have thorns.",
		"Lime has thorns.",
		"Only Yew has ads.",
		"Only Lime has height.",
		"Lime can use several threads when it rains.",
		"Yew could offer a checksum.",
		"Does only Pine support several threads?",
	};
	static const char *const ASKED[] = {
		"Only Pine has resin.",
		"Only Yew offers resin.",
	};

	ASSERT_FOUND(SILENT, 0, 0);
	ASSERT_FOUND(ASKED, 0, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_others_have_too_is_not_only_ones),
		TEST(what_one_has_is_held_against_its_answer),
		TEST(what_no_other_has_the_one_spoken_of_has),
		TEST(nothing_is_said_where_it_is_not_sure),
	};

	return RUN(tests);
}
