#include "studied.h"

static struct source SOURCES[] = {
	{ .id = STR_INIT("old"),
	  .date = { .year = 2023, .month = 1, .day = 2 } },
	{ .id = STR_INIT("new"),
	  .date = { .year = 2026, .month = 1, .day = 2 } },
	{ .id = STR_INIT("one") },
	{ .id = STR_INIT("two") },
};

/* Two criteria, both with a rubric and the source `new`. */
static struct comparison *sound(struct arena *arena)
{
	static struct level level;
	static size_t cited[] = { 1 };
	struct comparison *c = comparison_from("     oak elm\n"
					       "speed 1 8 6\n"
					       "price 1 4 5\n",
					       arena);

	c->sources = SOURCES;
	c->source_count = 4;
	for (size_t j = 0; j < 2; j++) {
		c->criteria[j].rubric = &level;
		c->criteria[j].rubric_count = 1;
		for (size_t i = 0; i < 2; i++) {
			struct evidence *e = c->criteria[j].scores[i].evidence;

			e->sources = cited;
			e->source_count = 1;
		}
	}
	return c;
}

static struct str evidence_of(struct comparison *c, int max_days,
			      struct arena *arena)
{
	struct studied *s = studied_text(c, "", arena);

	s->site.check.max_age_days = max_days;
	check_evidence(&s->study);
	return found(s);
}

static void sound_evidence_gives_no_finding(void **state)
{
	assert_str(evidence_of(sound(*state), 0, *state), "");
	assert_str(evidence_of(sound(*state), 100, *state), "");
}

static void a_missing_score_is_found(void **state)
{
	struct comparison *c = sound(*state);

	c->criteria[0].scores[1].value = NAN;
	assert_str(evidence_of(c, 0, *state), "no-score@1");
	c->scored = false;
	assert_str(evidence_of(c, 0, *state), "");
}

static void a_criterion_without_a_source_is_found(void **state)
{
	struct comparison *c = sound(*state);

	c->criteria[1].scores[0].evidence->source_count = 0;
	assert_str(evidence_of(c, 0, *state), "");
	c->criteria[1].scores[1].evidence->source_count = 0;
	assert_str(evidence_of(c, 0, *state), "no-source@1");
}

static void scores_mean_something_by_rubric_measure_or_answer(void **state)
{
	struct comparison *c = sound(*state);

	c->criteria[1].rubric_count = 0;
	assert_str(evidence_of(c, 0, *state), "no-rubric@1");
	c->criteria[1].scores[0].answer = ANSWER_YES;
	assert_str(evidence_of(c, 0, *state), "no-rubric@1");
	c->criteria[1].scores[1].answer = ANSWER_NO;
	assert_str(evidence_of(c, 0, *state), "");
	c->criteria[0].rubric_count = 0;
	measure(c, "speed", false, 10, 0);
	assert_str(evidence_of(c, 0, *state), "");
}

static void age_counts_from_the_newest_date_of_the_content(void **state)
{
	static size_t old[] = { 0 };
	struct comparison *c = sound(*state);
	struct evidence *e = c->criteria[0].scores[0].evidence;

	e->sources = old;
	assert_str(evidence_of(c, 0, *state), "");
	assert_str(evidence_of(c, 1153, *state), "old-score@1");
	assert_str(evidence_of(c, 1154, *state), "");
	e->date = (struct date){ .year = 2026, .month = 2, .day = 28 };
	assert_str(evidence_of(c, 58, *state), "");
}

static struct str balance_of(struct comparison *c, struct arena *arena)
{
	struct studied *s = studied_text(c, "", arena);

	check_balance(&s->study);
	return found(s);
}

static void twice_as_many_pros_or_cons_are_uneven(void **state)
{
	struct comparison *c = sound(*state);

	c->options[0].pros.count = 2;
	assert_str(balance_of(c, *state), "");
	c->options[0].pros.count = 3;
	assert_str(balance_of(c, *state), "uneven@0");
	c->options[1].pros.count = 2;
	assert_str(balance_of(c, *state), "");
	c->options[1].cons.count = 3;
	assert_str(balance_of(c, *state), "uneven@0");
}

static void twice_the_words_are_uneven(void **state)
{
	struct comparison *c = sound(*state);

	c->criteria[0].sections[0].word_count = 150;
	assert_str(balance_of(c, *state), "");
	c->options[0].body.word_count = 1;
	assert_str(balance_of(c, *state), "uneven@0");
	c->options[1].body.word_count = 76;
	assert_str(balance_of(c, *state), "");
}

static void many_more_sources_are_uneven(void **state)
{
	static size_t all[] = { 0, 1, 2, 3 };
	struct comparison *c = sound(*state);

	c->options[0].body.sources = all;
	c->options[0].body.source_count = 4;
	assert_str(balance_of(c, *state), "");
	for (size_t j = 0; j < 2; j++)
		c->criteria[j].scores[1].evidence->source_count = 0;
	assert_str(balance_of(c, *state), "uneven@0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sound_evidence_gives_no_finding),
		TEST(a_missing_score_is_found),
		TEST(a_criterion_without_a_source_is_found),
		TEST(scores_mean_something_by_rubric_measure_or_answer),
		TEST(age_counts_from_the_newest_date_of_the_content),
		TEST(twice_as_many_pros_or_cons_are_uneven),
		TEST(twice_the_words_are_uneven),
		TEST(many_more_sources_are_uneven),
	};

	return RUN(tests);
}
