#include "studied.h"

#define TABLE \
	"         oak elm\nspeed 1   1   0\nprice 1   1   0\nshade 1   0   1\n"

struct prose_case {
	const char *text, *found;
};

static void check_cases(const struct prose_case *cases, size_t count,
			size_t criterion, bool overview,
			void (*check)(const struct study *),
			struct arena *arena)
{
	for (size_t k = 0; k < count; k++) {
		struct comparison *c = points_from(TABLE, arena);
		struct studied *s = studied_text(c, cases[k].text, arena);
		struct str got;

		s->passage.criterion = criterion;
		s->passage.is_overview = overview;
		check(&s->study);
		got = found(s);
		if (!str_is(got, cases[k].found))
			fail_msg("%s\ngives %.*s\nnot %s", cases[k].text,
				 STR_ARG(got), cases[k].found);
	}
}
#define CASES(criterion, check)                                              \
	check_cases(CASES, sizeof(CASES) / sizeof(*CASES), criterion, false, \
		    check, *state)

static void words_that_age_are_found_unless_a_year_says_when(void **state)
{
	static const struct prose_case CASES[] = {
		{ "The latest version is 3.", "stale-words@5" },
		{ "Recently, these days.", "stale-words@1 stale-words@11" },
		{ "In March 2026 the latest version was 3.", "" },
		{ "The word `latest`, or \"latest\".", "" },
		{ "Late, and collateral.", "" },
	};

	CASES(3, check_words);
}

static void a_year_gone_by_is_found_where_it_reads_as_the_present(void **state)
{
	static const struct prose_case CASES[] = {
		{ "The best choice in 2022 is oak.", "past-year@20" },
		{ "In 2022 it grows.", "past-year@4" },
		{ "In 2022 it was planted.", "" },
		{ "It appeared in 1991.", "" },
		{ "The best choice in 2026 is oak.", "" },
		{ "Of the 2022 trees in a wood.", "" },
	};

	CASES(3, check_words);
}

static void other_languages_are_not_taken_for_english(void **state)
{
	struct comparison *c = points_from(TABLE, *state);
	struct studied *s = studied_text(c, "Der latest in 2022.", *state);

	s->site.language.str = STR("de");
	check_words(&s->study);
	check_claims(&s->study);
	assert_str(found(s), "");
}

static void an_image_without_words_is_found(void **state)
{
	static const struct prose_case CASES[] = {
		{ "An ![](a.png) and ![b](b.png).", "missing-alt@4" },
		{ "`![](a.png)`", "" },
	};

	CASES(3, check_words);
}

static void a_tally_is_held_against_the_result(void **state)
{
	static const struct prose_case CASES[] = {
		{ "oak beats elm 2-1.", "" },
		{ "elm loses to oak, 1\xE2\x80\x93"
		  "2.",
		  "" },
		{ "oak beats elm 3-1.", "claim@15" },
		{ "The tally is 3 to 1.", "claim@14" },
		{ "From 0-0 to 2-1 points.", "" },
		{ "oak 1-0 elm", "claim@5" },
		{ "Scores go from 0 to 5.", "" },
		{ "oak lives 2-3 times longer than elm.", "" },
		{ "oak and elm, 10-20% taller, of 2026-03-01, v1.2-3.", "" },
		{ "Chapters 3-5 are short.", "" },
		{ "oak v elm: \"9-9\", said the survey.", "" },
	};

	CASES(3, check_claims);
}

static void on_a_criterion_scores_and_the_tally_so_far_hold(void **state)
{
	static const struct prose_case CASES[] = {
		{ "oak 1-0 elm", "" },
		{ "oak 2-0 elm", "" },
		{ "oak 3-0 elm", "claim@5" },
	};

	CASES(1, check_claims);
}

static void a_win_is_held_against_the_scores_of_its_criterion(void **state)
{
	static const struct prose_case CASES[] = {
		{ "oak wins.", "" },
		{ "oak is the winner.", "" },
		{ "elm wins.", "claim@1" },
		{ "Here elm is the winner.", "claim@6" },
		{ "ELM wins the point.", "claim@1" },
		{ "Winner: elm", "claim@9" },
		{ "Winner: elm bark", "" },
		{ "Winner: elm & oak", "" },
		{ "elm is ahead of its time.", "" },
		{ "elm wins where it is wet.", "" },
		{ "If elm wins, plant it.", "" },
		{ "elm windmills", "" },
		{ "Nobody says that elm wins.", "" },
	};

	CASES(0, check_claims);
}

static void of_the_comparison_a_win_is_held_against_its_result(void **state)
{
	static const struct prose_case CASES[] = {
		{ "oak wins.", "" },
		{ "elm wins.", "claim@1" },
		{ "So, overall, **elm** wins.", "claim@16" },
		{ "**elm wins**.", "claim@3" },
		{ "In the end elm comes out ahead.", "claim@12" },
		{ "elm wins overall, on all counts.", "claim@1" },
		{ "elm comes out on top, 2-1.", "claim@1" },
		{ "oak is ahead, 3-1.", "claim@15" },
		{ "Our winner: elm.", "claim@13" },
		{ "The winner is **elm**.", "claim@17" },
		{ "The winner is oak.", "" },
		{ "The winner is not elm.", "" },
		{ "The winner is elm bark.", "" },
		{ "elm wins on shade.", "" },
		{ "For shade, elm wins.", "" },
		{ "elm leads to shade.", "" },
		{ "elm wins, if it is wet.", "" },
		{ "Nobody says that elm wins.", "" },
	};

	check_cases(CASES, sizeof(CASES) / sizeof(*CASES), 3, true,
		    check_claims, *state);
}

static void who_leads_is_said_of_a_wrong_claim(void **state)
{
	static const struct {
		const char *table, *said;
	} CASES[] = {
		{ TABLE, "a.md:1:1: error: \"elm wins\" contradicts the "
			 "result [claim]\n  hint: oak leads\n" },
		{ "      oak elm\nspeed 1 1 1\n",
		  "a.md:1:1: error: \"elm wins\" contradicts the "
		  "result [claim]\n  hint: it is a tie\n" },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c = points_from(CASES[k].table, *state);
		struct studied *s = studied_text(c, "elm wins.\n", *state);

		s->passage.is_overview = true;
		check_claims(&s->study);
		assert_str(printed(s->study.diags, *state), CASES[k].said);
		diags_free(s->study.diags);
	}
}

static void a_close_call_is_led_but_not_won(void **state)
{
	struct comparison *c = points_from(TABLE, *state);
	struct studied *s = studied_text(c, "oak is ahead. oak wins.", *state);
	struct result r = *s->study.r;

	r.leader = c->option_count;
	s->study.r = &r;
	s->passage.is_overview = true;
	check_claims(&s->study);
	assert_str(printed(s->study.diags, *state),
		   "a.md:1:15: error: \"oak wins\" contradicts the result "
		   "[claim]\n  hint: it is a close call, with oak ahead\n");
	diags_free(s->study.diags);
}

static void a_shared_win_has_no_winner(void **state)
{
	static const char *const TEXT = "oak wins. elm wins. elm is the "
					"winner.";
	struct comparison *c =
		points_from("      oak elm\nspeed 1 1 1\n", *state);
	struct studied *s = studied_text(c, TEXT, *state);

	s->passage.criterion = 0;
	check_claims(&s->study);
	assert_str(found(s), "claim@1 claim@11 claim@21");
}

static void another_number_beside_a_fact_is_found(void **state)
{
	static const struct prose_case CASES[] = {
		{ "There are 600 oak species.", "fact@11" },
		{ "There are 500 oak species.", "" },
		{ "There are [=oak-species] species of oak, 3 of them here.",
		  "" },
		{ "Of 2,000 trees one is an oak.", "" },
		{ "An oak of 20 % in a species.", "" },
		{ "In 1990 the oak species froze.", "" },
		{ "Half a thousand: 0.5 thousand oak species.", "" },
		{ "The oak is one species, and many years later it has 7.",
		  "" },
		/* A number belongs to a name that is at most four words off. */
		{ "There are 600 big green leafy oak species.", "fact@11" },
		{ "There are 600 big green leafy round oak species.", "" },
		{ "The oak species gave us all 600.", "fact@29" },
		{ "The oak species once gave us all 600.", "" },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		static struct shared_fact fact = {
			{ STR_INIT("oak-species"), { 0 } },
			{ STR_INIT("about 500"), { 0 } },
		};
		struct comparison *c = points_from(TABLE, *state);
		struct studied *s;
		struct str got;

		c->facts = &fact;
		c->fact_count = 1;
		s = studied_text(c, CASES[k].text, *state);
		check_facts(&s->study);
		got = found(s);
		if (!str_is(got, CASES[k].found))
			fail_msg("%s\ngives %.*s", CASES[k].text, STR_ARG(got));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_that_age_are_found_unless_a_year_says_when),
		TEST(a_year_gone_by_is_found_where_it_reads_as_the_present),
		TEST(other_languages_are_not_taken_for_english),
		TEST(an_image_without_words_is_found),
		TEST(a_tally_is_held_against_the_result),
		TEST(on_a_criterion_scores_and_the_tally_so_far_hold),
		TEST(a_win_is_held_against_the_scores_of_its_criterion),
		TEST(of_the_comparison_a_win_is_held_against_its_result),
		TEST(who_leads_is_said_of_a_wrong_claim),
		TEST(a_close_call_is_led_but_not_won),
		TEST(a_shared_win_has_no_winner),
		TEST(another_number_beside_a_fact_is_found),
	};

	return RUN(tests);
}
