/*
 * Sentences that are true or false of three comparisons, each at its place,
 * from two tables: what `check` finds of each.  A line has the place, whether
 * the sentence is true, and the sentence; places are the ids of criteria,
 * "v:" and one for its verdict, "intro", "guide", "faq", "option"; "m:"
 * before it is the measured comparison, "t:" the one of three options; "profile"
 * is the page of a profile under which Elm wins.
 */
#include "studied.h"

#include "base/file.h"

static double SYNTAX_ALONE[10] = { [2] = 1 };

struct row {
	struct str where, truth, sentence;
};

struct counts {
	size_t contradictions, missed, truths, reported, errors;
};

static void rename_all(struct comparison *c, const char *const *names,
		       const char *const *titles)
{
	for (size_t i = 0; i < c->option_count; i++)
		c->options[i].name.str = c->options[i].short_name.str =
			str_from(names[i]);
	for (size_t j = 0; j < c->criterion_count; j++)
		c->criteria[j].title.str = str_from(titles[j]);
}

static struct comparison *oak_and_elm(struct arena *arena)
{
	static const char *const NAMES[] = { "Oak", "Elm" };
	static const char *const TITLES[] = { "Architecture",  "Speed",
					      "Syntax",	       "Scalability",
					      "Extensibility", "Libraries",
					      "Universality",  "Learning curve",
					      "Community",     "Apps" };
	static struct shared_fact facts[] = {
		{ { STR_INIT("npm-packages"), { 0 } },
		  { STR_INIT("2.1 million"), { 0 } } },
		{ { STR_INIT("release-year"), { 0 } },
		  { STR_INIT("2009"), { 0 } } },
		{ { STR_INIT("build-time"), { 0 } },
		  { STR_INIT("4 minutes"), { 0 } } },
	};
	struct comparison *c = points_from(TALLY_TABLE, arena);

	rename_all(c, NAMES, TITLES);
	c->facts = facts;
	c->fact_count = 3;
	return c;
}

static struct comparison *ash_and_fir(struct arena *arena)
{
	static const char *const NAMES[] = { "Ash", "Fir" };
	static const char *const TITLES[] = { "Time", "Price", "Size" };
	static const char *const UNITS[] = { "s", "EUR", "MB" };
	struct comparison *c = comparison_from("       ash fir\n"
					       "time  1  2   5\n"
					       "price 1 30  20\n"
					       "size  1 10  40\n",
					       arena);

	rename_all(c, NAMES, TITLES);
	measure(c, "time", true, 0, 10);
	measure(c, "price", true, 0, 100);
	measure(c, "size", true, 0, 100);
	for (size_t j = 0; j < 3; j++)
		c->criteria[j].measure.unit.str = str_from(UNITS[j]);
	return c;
}

static struct comparison *three_trees(struct arena *arena)
{
	static const char *const NAMES[] = { "Pine", "Yew", "Lime" };
	static const char *const TITLES[] = { "Strength", "Price", "Beauty" };
	struct comparison *c = comparison_from("         pine yew lime\n"
					       "strength 2  9   6    3\n"
					       "price    1  4   8    6\n"
					       "beauty   1  7   5    5\n",
					       arena);

	c->title.str = STR("Three trees of strength");
	rename_all(c, NAMES, TITLES);
	return c;
}

/* Puts the sentence where it belongs and checks it. */
static struct studied *check_row(const struct row *row, struct arena *arena)
{
	bool measured = str_starts(row->where, "m:");
	bool three = str_starts(row->where, "t:");
	bool verdict = str_starts(row->where, "v:");
	struct str place = measured || three || verdict
				   ? str_from_byte(row->where, 2)
				   : row->where;
	struct comparison *c = measured ? ash_and_fir(arena)
			       : three	? three_trees(arena)
					: oak_and_elm(arena);
	size_t j = comparison_find_criterion(c, place);
	struct str text =
		arena_printf(arena, "---\ntitle: T\n---\n%s%.*s\n",
			     verdict ? "Body.\n\n## Verdict\n\n"
			     : j < c->criterion_count ? "Body.\n\n## Words\n\n"
						      : "Text.\n\n",
			     STR_ARG(row->sentence));
	struct studied *s;

	if (j < c->criterion_count && !verdict)
		text = arena_printf(arena, "Body.\n\n## %.*s\n\nWords. %.*s\n",
				    STR_ARG(c->options[0].name.str),
				    STR_ARG(row->sentence));
	if (str_is(place, "faq"))
		text = arena_printf(arena, "## Which one?\n\nBoth. %.*s\n",
				    STR_ARG(row->sentence));
	if (str_is(place, "profile"))
		profile_add(c, "lively", SYNTAX_ALONE, arena);
	s = studied_text(c, text.ptr, arena);
	s->passage.criterion = j;
	s->passage.is_overview = str_is(place, "intro");
	if (str_is(place, "option"))
		s->passage.option = 0;
	if (str_is(place, "profile"))
		s->passage.profile = 0;
	check_claims(&s->study);
	check_facts(&s->study);
	return s;
}

static void count_row(const struct row *row, struct counts *counts,
		      struct arena *arena)
{
	struct studied *s = check_row(row, arena);
	size_t errors = diags_error_count(s->study.diags);
	size_t found = errors + diags_warning_count(s->study.diags);

	if (str_is(row->truth, "true")) {
		counts->truths++;
		counts->reported += found > 0;
		counts->errors += errors > 0;
	} else {
		counts->contradictions++;
		counts->missed += !found;
	}
	if (str_is(row->truth, "true") == (found > 0))
		print_message("%s %.*s: %.*s\n",
			      !found   ? "missed     "
			      : errors ? "FALSE ERROR"
				       : "false alarm",
			      STR_ARG(row->where), STR_ARG(row->sentence));
	diags_free(s->study.diags);
}

static struct counts count_rows(const char *path, struct arena *arena)
{
	struct counts counts = { 0 };
	struct str rest;

	assert_true(file_read(path, &rest, arena));
	str_cut(&rest, '\n');
	while (rest.ptr && rest.len) {
		struct str line = str_cut(&rest, '\n');
		struct row row;

		row.where = str_cut(&line, '\t');
		row.truth = str_cut(&line, '\t');
		row.sentence = line;
		count_row(&row, &counts, arena);
	}
	print_message("%s: %zu of %zu contradictions missed, %zu of %zu true "
		      "sentences reported, %zu of them as errors\n",
		      path, counts.missed, counts.contradictions,
		      counts.reported, counts.truths, counts.errors);
	return counts;
}

static void sentences_of_reviewers_are_judged_rightly(void **state)
{
	struct counts counts =
		count_rows("tests/unit/check/claims.tsv", *state);

	assert_int_equal(counts.errors, 0);
	assert_int_equal(counts.reported, 0);
	assert_int_equal(counts.missed, 0);
}

static void sentences_of_our_own_are_judged_rightly(void **state)
{
	struct counts counts =
		count_rows("tests/unit/check/sentences.tsv", *state);

	assert_int_equal(counts.errors, 0);
	assert_int_equal(counts.reported, 0);
	assert_int_equal(counts.missed, 0);
}

/*
 * "Against Elm", "the second round", "alphabetically": what limits a claim is
 * judged for what it says, or left alone.
 */
static void what_limits_a_claim_is_not_taken_for_all(void **state)
{
	struct counts counts =
		count_rows("tests/unit/check/limits.tsv", *state);

	assert_int_equal(counts.errors, 0);
	assert_int_equal(counts.reported, 0);
	assert_int_equal(counts.missed, 0);
}

/*
 * "Has a win", "the duel of the small": it may be of one round, of a pair or
 * of a class; "a clear winner" may be that of all, which is asked.
 */
static void a_win_is_not_taken_for_all(void **state)
{
	struct counts counts = count_rows("tests/unit/check/wins.tsv", *state);

	assert_int_equal(counts.errors, 0);
	assert_int_equal(counts.reported, 10);
	assert_int_equal(counts.missed, 0);
}

/* They were written after the rules, and only then the rules met them. */
static void later_sentences_are_judged_rightly(void **state)
{
	static const struct {
		const char *path;
		size_t missed;
	} TABLES[] = {
		{ "tests/unit/check/heldout.tsv", 0 },
		{ "tests/unit/check/third.tsv", 1 },
		{ "tests/unit/check/fourth.tsv", 2 },
		{ "tests/unit/check/fifth.tsv", 4 },
		{ "tests/unit/check/sixth.tsv", 7 },
		{ "tests/unit/check/seventh.tsv", 12 },
	};

	for (size_t k = 0; k < sizeof(TABLES) / sizeof(*TABLES); k++) {
		struct counts counts = count_rows(TABLES[k].path, *state);

		assert_int_equal(counts.errors, 0);
		assert_int_equal(counts.reported, 0);
		assert_int_equal(counts.missed, TABLES[k].missed);
	}
}

/* "For one judge Oak is ahead, 9 to 3": not by the mean. */
static void what_one_judge_gave_is_a_result_too(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed  1 8   5\n",
					       *state);
	struct studied *s;

	c->criteria[0].title.str = STR("Speed");
	c->options[0].name.str = STR("Oak");
	c->options[1].name.str = STR("Elm");
	judged_by(c, "ann", 0, 0, 9, *state);
	judged_by(c, "ann", 0, 1, 3, *state);
	judged_by(c, "bob", 0, 0, 7, *state);
	judged_by(c, "bob", 0, 1, 7, *state);
	s = studied_text(c,
			 "---\ntitle: T\n---\nOn speed Ann has Oak ahead, "
			 "9 to 3.\n\nOn speed Oak is ahead, 8 to 5.\n\n"
			 "On speed Oak is ahead, 9 to 7.\n",
			 *state);
	check_claims(&s->study);
	assert_int_equal(diags_error_count(s->study.diags), 1);
	diags_free(s->study.diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_one_judge_gave_is_a_result_too),
		TEST(sentences_of_reviewers_are_judged_rightly),
		TEST(sentences_of_our_own_are_judged_rightly),
		TEST(what_limits_a_claim_is_not_taken_for_all),
		TEST(a_win_is_not_taken_for_all),
		TEST(later_sentences_are_judged_rightly),
	};

	return RUN(tests);
}
