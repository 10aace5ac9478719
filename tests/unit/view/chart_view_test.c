#include "judged.h"

#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/chart_view.h"

static struct comparison *trees(struct arena *arena)
{
	return comparison_from("        oak elm\n"
			       "speed  3  8   6\n"
			       "height 1  4   -\n",
			       arena);
}

static void the_scoreboard_has_a_bar_an_option(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart *chart = scoreboard_chart(&s);
	const struct chart_data *data = &chart->data;

	assert_int_equal(chart->kind, CHART_BARS);
	assert_str(chart->id, "scoreboard");
	assert_str(chart->name, "Totals");
	assert_str(data->title, "oak leads with 8.00 of 10");
	assert_str(data->description, "The totals, the best first.");
	assert_str(data->missing, "not scored");
	assert_near(data->min, 0);
	assert_near(data->max, 1);
	assert_int_equal(data->category_count, 1);
	assert_int_equal(data->series_count, 2);
	assert_str(data->series[0].name, "oak");
	assert_near(data->series[0].values[0], 0.8);
	assert_str(data->series[0].labels[0], "8.00");
	assert_true(data->series[0].best[0]);
	assert_int_equal(data->series[1].slot, 1);
	assert_near(data->series[1].values[0], 0.6);
	assert_false(data->series[1].best[0]);
	assert_str(data->low_end, "");
}

/* The colours stay with the options. */
static void the_scoreboard_begins_with_the_best(void **state)
{
	struct subject s = subject_in(
		comparison_from("  a b c\nx 1 3 9 6\n", *state), *state);
	const struct chart *chart = scoreboard_chart(&s);

	assert_str(chart->data.series[0].name, "b");
	assert_int_equal(chart->data.series[0].slot, 1);
	assert_near(chart->data.series[0].values[0], 0.9);
	assert_str(chart->data.series[1].name, "c");
	assert_str(chart->data.series[2].name, "a");
	assert_member(chart_value(chart), "rows.0.label", "b");
	assert_member(chart_value(chart), "rows.2.cells.0", "3.00");
}

/* A mean over little is no rival of one over all. */
static void beside_a_total_stands_what_it_is_a_mean_over(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 9 6\ny 3 - 4\n", *state);
	const struct chart *lead, *board;
	struct subject s;

	c->scoring.missing = MISSING_AVAILABLE;
	s = subject_in(c, *state);
	lead = lead_chart(&s);
	board = scoreboard_chart(&s);
	assert_str(board->data.series[0].note, "on 1 of 2 criteria");
	assert_str(lead->data.series[0].note, "on 1 of 2 criteria");
	assert_str(board->data.series[1].note, "");
	assert_str(chart_csv(board, *state),
		   "Option,Total,Scored on\r\na,9.00,25%\r\nb,4.50,100%\r\n");
	assert_str(chart_csv(lead, *state),
		   "Option,Total,Scored on\r\na,9.00,25%\r\nb,4.50,100%\r\n");
	c->scoring.missing = MISSING_SKIP;
	s = subject_in(c, *state);
	assert_str(chart_csv(scoreboard_chart(&s), *state),
		   "Option,Total\r\na,9.00\r\nb,6.00\r\n");
	assert_str(scoreboard_chart(&s)->data.series[0].note, "");
}

static void the_numbers_of_a_chart_stand_in_a_table(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct value *board = chart_value(scoreboard_chart(&s));
	const struct value *dots = chart_value(criteria_chart(&s));

	assert_member(board, "id", "scoreboard");
	assert_member(board, "file_url", "\xFFtrees/charts/scoreboard.svg");
	assert_member(board, "columns.0", "Option");
	assert_member(board, "columns.1", "Total");
	assert_member(board, "rows.1.label", "elm");
	assert_member(board, "rows.1.cells.0", "6.00");
	assert_member(dots, "columns.0", "Criterion");
	assert_member(dots, "columns.2", "elm");
	assert_member(dots, "rows.0.label", "speed");
	assert_member(dots, "rows.0.cells.1", "6");
	assert_member(dots, "rows.1.cells.1", "not scored");
}

/* What exists is offered, and cited where it stands. */
/* As a CSV file has it, and how many charts of that name there are. */
static size_t assert_square(struct comparison *c, const char *id,
			    struct arena *arena)
{
	struct subject s = subject_in(c, arena);
	struct chart *charts[CHARTS_MOST];
	size_t count = charts_all(&s, charts), found = 0;

	for (size_t k = 0; k < count; k++) {
		const struct value *rows = charts[k]->rows;
		size_t columns = charts[k]->columns->as.list.count;

		found += str_is(charts[k]->id, id);
		for (size_t i = 0; i < rows->as.list.count; i++)
			if (value_find(rows->as.list.items[i], STR("cells"))
					    ->as.list.count +
				    1 !=
			    columns)
				fail_msg("%.*s has not %zu columns",
					 STR_ARG(charts[k]->id), columns);
	}
	return found;
}

/* One criterion that turns the result is a row; so is one other evidence. */
static void each_row_of_numbers_has_all_columns(void **state)
{
	static const char ONE_TURNS[] = "  a b\n"
					"x 3 9 6\n"
					"y 1 5 8\n";
	static const char ALONE[] = "  a b\nx 1 9 6\n";

	assert_int_equal(assert_square(comparison_from(ONE_TURNS, *state),
				       "turn", *state),
			 1);
	assert_square(comparison_from(ALONE, *state), "", *state);
	assert_square(trees(*state), "", *state);
	assert_square(points_from(TALLY_TABLE, *state), "", *state);
}

/* Steps fit what the axis shows, which is more than weights of nothing. */
static void weights_of_next_to_nothing_have_few_ticks(void **state)
{
	struct subject s = subject_in(comparison_from("  a b\n"
						      "x 1000   5 5\n"
						      "y 0.0001 9 5\n"
						      "z 0.0001 3 5\n",
						      *state),
				      *state);
	struct chart *charts[CHARTS_MOST];
	size_t found = 0;

	for (size_t k = charts_all(&s, charts); k-- > 0;) {
		if (!str_is(charts[k]->id, "turn"))
			continue;
		assert_in_range(charts[k]->data.tick_count, 2, 12);
		found++;
	}
	assert_int_equal(found, 1);
}

static void a_criterion_is_a_file_when_asked_for(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s = subject_in(c, *state);
	struct asked_chart asked = { .name.str = STR("criterion") };
	struct site site = *s.site;
	struct chart *chart;

	site.base_url.str = STR("https://example.org/");
	s.site = &site;
	chart = criterion_chart(&s, 0);
	assert_str(chart->home, "speed");
	assert_int_equal(value_find(chart_value(chart), STR("file_url"))->kind,
			 VALUE_NULL);
	assert_int_equal(value_find(chart_value(chart), STR("csv_url"))->kind,
			 VALUE_NULL);
	assert_int_equal(value_find(chart_value(chart), STR("embed_url"))->kind,
			 VALUE_NULL);
	assert_true(
		str_ends(value_find(chart_value(chart), STR("cite"))->as.text,
			 "https://example.org/trees/speed/"));
	c->charts = &asked;
	c->chart_count = 1;
	chart = criterion_chart(&s, 0);
	assert_str(chart->home, "");
	assert_member(chart_value(chart), "csv_url",
		      "\xFFtrees/charts/criterion-speed.csv");
	assert_member(chart_value(chart), "embed_url",
		      "https://example.org/trees/charts/criterion-speed.svg");
	assert_true(str_ends(
		value_find(chart_value(chart), STR("cite"))->as.text,
		"https://example.org/trees/charts/criterion-speed.svg"));
}

/* It would be a straight line, whatever it is called by. */
static void a_count_is_not_held_against_itself(void **state)
{
	static const struct {
		const char *x, *y, *says;
	} CASES[] = {
		{ "speed", "total", NULL },
		{ "speed", "speed", "both sides are one count" },
		{ "total", "total", "both sides are one count" },
	};
	struct comparison *c = comparison_from("        oak elm\n"
					       "speed  3  8   6\n"
					       "height 1  4   5\n",
					       *state);
	struct subject s = subject_in(c, *state);

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct asked_chart asked = { .name.str = STR("value"),
					     .x.str = str_from(CASES[k].x),
					     .y.str = str_from(CASES[k].y) };
		struct place at;
		const char *says = value_refusal(&s, &asked, &at);

		assert_int_equal(!says, !CASES[k].says);
		if (says)
			assert_string_equal(says, CASES[k].says);
	}
}

/* With two profiles and one of them named, the other is meant. */
static void a_slope_leads_to_the_other_profile(void **state)
{
	struct comparison *c = comparison_from("      a b\n"
					       "speed 1 1 9\n"
					       "cost  1 8 2\n",
					       *state);
	double fast[] = { 3, 1 }, cheap[] = { 1, 3 };
	struct asked_chart named[] = { { .from.str = STR("cheap") },
				       { .to.str = STR("fast") },
				       { .from.str = STR("cheap"),
					 .to.str = STR("cheap") } };
	struct subject s;
	struct place at;

	profile_add(c, "fast", fast, *state);
	profile_add(c, "cheap", cheap, *state);
	s = subject_in(c, *state);
	assert_null(slope_refusal(&s, &named[0], &at));
	assert_null(slope_refusal(&s, &named[1], &at));
	assert_string_equal(slope_refusal(&s, &named[2], &at),
			    "both sides are one profile");
}

/* A key that is accepted does what it says. */
static void files_of_no_charts_cannot_be_asked_for(void **state)
{
	static const char NINE[] = "       a b c d e f g h i\n"
				   "speed 1 1 2 3 4 5 6 7 8 9\n";
	static const struct {
		const char *scores, *says;
	} CASES[] = {
		{ "      a b\nspeed 1 1 2\n", NULL },
		{ "      a b\nspeed 1 - -\n", "nothing has a score" },
		{ NINE, "of more than eight options each has a ranking "
			"instead" },
	};
	struct asked_chart asked = { .name.str = STR("criterion") };

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c = comparison_from(CASES[k].scores, *state);
		struct subject s = subject_in(c, *state);
		struct diags *diags = diags_new();
		struct str said;

		assert_true(charts_check(diags, &s));
		c->charts = &asked;
		c->chart_count = 1;
		assert_int_equal(charts_check(diags, &s), !CASES[k].says);
		said = printed(diags, *state);
		assert_true(!CASES[k].says ||
			    str_find_str(said, str_from(CASES[k].says)) <
				    said.len);
		diags_free(diags);
	}
}

static void a_place_waits_for_each_picture(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart *chart = scoreboard_chart(&s);

	assert_ptr_equal(value_find(chart->object, STR("wide")), chart->wide);
	assert_ptr_equal(value_find(chart->object, STR("narrow")),
			 chart->narrow);
	assert_int_equal(chart->wide->kind, VALUE_MARKUP);
	assert_ptr_not_equal(chart->wide, chart->narrow);
}

static void the_dots_are_utilities(void **state)
{
	struct comparison *c = trees(*state);
	const struct chart_data *data;
	struct subject s;

	measure(c, "height", false, 5, 0);
	s = subject_in(c, *state);
	data = &criteria_chart(&s)->data;
	assert_int_equal(data->category_count, 2);
	assert_str(data->categories[1], "height");
	assert_near(data->min, 0);
	assert_near(data->max, 1);
	assert_near(data->series[0].values[0], 0.8);
	assert_near(data->series[0].values[1], 0.8);
	assert_true(isnan(data->series[1].values[1]));
}

static void one_criterion_has_no_chart_of_criteria(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 2 3\n", *state);
	struct subject s = subject_in(c, *state);

	assert_null(criteria_chart(&s));
	assert_int_equal(chart_value(criteria_chart(&s))->kind, VALUE_NULL);
	s = subject_in(points_from("  a b\nx 1 1 0\ny 1 1 1\n", *state),
		       *state);
	assert_null(criteria_chart(&s));
}

static void the_tally_grows_criterion_by_criterion(void **state)
{
	struct subject s = subject_in(points_from(TALLY_TABLE, *state), *state);
	const struct chart *chart = tally_chart(&s);
	static const double A[] = { 1, 2, 2, 3, 4, 5, 6, 7, 8, 8 };
	const struct chart_data *data = &chart->data;

	assert_int_equal(chart->kind, CHART_TALLY);
	assert_int_equal(data->category_count, 10);
	for (size_t j = 0; j < 10; j++)
		assert_near(data->series[0].values[j], A[j]);
	assert_near(data->series[1].values[0], 0);
	assert_near(data->series[1].values[9], 6);
	assert_near(data->max, 8);
	assert_str(data->description,
		   "The points so far after each criterion; at the end: a 8 "
		   "and b 6.");
	s = subject_in(trees(*state), *state);
	assert_null(tally_chart(&s));
}

static void scores_are_drawn_on_the_whole_scale(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart *chart = criterion_chart(&s, 1);

	assert_str(chart->id, "criterion-height");
	assert_int_equal(chart->kind, CHART_SCALE);
	assert_int_equal(chart->data.tick_count, 11);
	assert_str(chart->data.ticks[10].label, "10");
	assert_near(chart->data.min, 0);
	assert_near(chart->data.max, 1);
	assert_near(chart->data.series[0].values[0], 0.4);
	assert_true(isnan(chart->data.series[1].values[0]));
	assert_str(chart->data.series[1].labels[0], "not scored");
	assert_member(chart->object, "columns.1", "Score");
}

/* A mark within a number or an abbreviation ends no name of a level. */
static void levels_are_called_by_their_first_part(void **state)
{
	static const struct {
		const char *text, *name;
	} CASES[] = {
		{ "clearly ahead, or recommended without reservation",
		  "clearly ahead" },
		{ "Good. Nothing that we would change", "Good" },
		{ "fast (less than a second, on a warm disk)", "fast" },
		{ "fast: whatever we tried, it was there at once", "fast" },
		{ "good;\nor with help", "good" },
		{ "weak\nsecond paragraph", "weak" },
		{ "Weak.", "Weak" },
		{ "over 2.5 s", "over 2.5 s" },
		{ "under 1,5 s, mostly", "under 1,5 s" },
		{ "10,000 users", "10,000 users" },
		{ "in 2, 3 or 4 parts", "in 2, 3 or 4 parts" },
		{ "at 9:30, or before", "at 9:30" },
		{ "f(x) is right", "f(x) is right" },
		{ "approx. 2 s", "approx. 2 s" },
		{ "e.g. a book", "e.g. a book" },
		{ "z. B. Tests", "z. B. Tests" },
		{ "ca. Mitte", "ca. Mitte" },
		{ "wie bei Dr. Oetker", "wie bei Dr. Oetker" },
		{ "", "" },
		{ "more letters than have room over an axis", "" },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c = trees(*state);
		struct level level = {
			.score.str = STR("10"),
			.text.plain = str_from(CASES[k].text),
		};
		const struct chart_data *data;
		struct subject s;

		c->criteria[0].rubric = &level;
		c->criteria[0].rubric_count = 1;
		s = subject_in(c, *state);
		data = &criterion_chart(&s, 0)->data;
		assert_int_equal(data->level_count, *CASES[k].name != 0);
		if (*CASES[k].name)
			assert_str(data->levels[0].label, CASES[k].name);
	}
}

/* Beside every number it would be cut. */
static void a_long_unit_is_said_once(void **state)
{
	struct comparison *c = comparison_from("      a  b  c\n"
					       "rate  1 10 90 50\n"
					       "alike 1  5  5  5\n"
					       "size  1  1  2  3\n",
					       *state);
	const struct chart *chart;
	struct subject s;

	for (size_t j = 0; j < 3; j++)
		measure(c,
			j == 0	 ? "rate"
			: j == 1 ? "alike"
				 : "size",
			j == 2, NAN, NAN);
	c->criteria[0].measure.unit.str = STR("requests per second");
	c->criteria[1].measure.unit.str = STR("megabytes");
	c->criteria[2].measure.unit.str = STR("\xC3\x9Cr\xC3\xBC"
					      "f\xC3\xBC\xC3\x9F\xC3\xA9");
	s = subject_in(c, *state);
	chart = criterion_chart(&s, 0);
	assert_str(chart->data.series[1].labels[0], "90");
	assert_str(chart->data.ticks[0].label, "10");
	assert_str(chart->data.ticks[1].label, "90\xC2\xA0requests per second");
	assert_member(chart->object, "columns.1", "Score, requests per second");
	assert_str(criterion_chart(&s, 1)->data.series[0].labels[0], "5");
	assert_str(criterion_chart(&s, 1)->data.better, "megabytes");
	chart = criteria_chart(&s);
	for (size_t j = 0; j < 3; j++)
		if (str_starts(chart->data.categories[j], "rate"))
			assert_str(chart->data.categories[j],
				   "rate, requests per second");
	/* Seven letters, most of them of two bytes. */
	assert_str(criterion_chart(&s, 2)->data.series[0].labels[0],
		   "1\xC2\xA0\xC3\x9Cr\xC3\xBC"
		   "f\xC3\xBC\xC3\x9F\xC3\xA9");
}

/* As the card and the matrix have it, so the ends of the axis are said. */
static void a_measure_is_drawn_by_what_it_is_worth(void **state)
{
	struct comparison *c = comparison_from("      a  b  c\n"
					       "size  1 30 20 24\n"
					       "time  1 10 90 50\n"
					       "heat  1 40 25 12\n"
					       "alike 1  5  5  5\n",
					       *state);
	const struct chart_data *data;
	struct subject s;

	measure(c, "size", false, NAN, NAN);
	measure(c, "time", true, 0, 100);
	measure(c, "heat", true, 20, 30);
	measure(c, "alike", true, NAN, NAN);
	c->criteria[1].measure.unit.str = STR("ms");
	s = subject_in(c, *state);
	data = &criterion_chart(&s, 0)->data;
	assert_near(data->series[0].values[0], 1);
	assert_near(data->series[2].values[0], 0.4);
	assert_str(data->ticks[0].label, "20");
	assert_str(data->ticks[1].label, "30");
	data = &criterion_chart(&s, 1)->data;
	assert_near(data->series[0].values[0], 0.9);
	assert_near(data->series[1].values[0], 0.1);
	assert_true(data->series[0].best[0]);
	assert_false(data->series[1].best[0]);
	assert_str(data->unit, "");
	assert_str(data->ticks[0].label, "100\xC2\xA0ms");
	assert_str(data->ticks[1].label, "0\xC2\xA0ms");
	data = &criterion_chart(&s, 2)->data;
	assert_str(data->ticks[0].label, "\xE2\x89\xA5 30");
	assert_str(data->ticks[1].label, "\xE2\x89\xA4 20");
	data = &criterion_chart(&s, 3)->data;
	assert_true(data->series[0].best[0] && data->series[2].best[0]);
	assert_int_equal(data->tick_count, 0);
}

/* -2 is better than -10, so its bar is longer. */
static void on_a_scale_below_zero_the_better_is_longer(void **state)
{
	struct comparison *c =
		comparison_from("   a  b\nx 1 -2 -8\ny 1 -4 -6\n", *state);
	const struct chart_data *data;
	struct subject s;

	c->scoring.min = -10;
	c->scoring.max = -2;
	s = subject_in(c, *state);
	data = &criterion_chart(&s, 0)->data;
	assert_near(data->series[0].values[0], 1);
	assert_near(data->series[1].values[0], 0.25);
	assert_str(data->ticks[0].label, "\xE2\x88\x92"
					 "10");
	assert_str(data->ticks[data->tick_count - 1].label, "\xE2\x88\x92"
							    "2");
	data = &scoreboard_chart(&s)->data;
	assert_near(data->series[0].values[0], 0.875);
	assert_str(data->low_end, "\xE2\x88\x92"
				  "10");
}

/* Who is best is what the matrix marks: ties share it, and so do charts. */
static void every_chart_of_scores_knows_the_best(void **state)
{
	struct comparison *c = comparison_from("     a  b\n"
					       "same 1  7  7\n"
					       "time 1 10 90\n"
					       "none 1  0  0\n"
					       "hole 1  4  -\n",
					       *state);
	static const bool BEST[2][4] = { { 1, 1, 0, 0 }, { 1, 0, 0, 0 } };
	struct subject s;

	measure(c, "time", true, 0, 100);
	s = subject_in(c, *state);
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < 4; j++) {
			assert_int_equal(heat_chart(&s)->data.series[i].best[j],
					 BEST[i][j]);
			assert_int_equal(
				option_chart(&s, i)->data.series[0].best[j],
				BEST[i][j]);
			assert_int_equal(
				criterion_chart(&s, j)->data.series[i].best[0],
				BEST[i][j]);
		}
}

/* As the headline has it: no winner is announced. */
static void a_close_call_has_no_best_total(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 70 69\n", *state);
	struct subject s;

	c->scoring.max = 100;
	c->scoring.close = 0.05;
	s = subject_in(c, *state);
	assert_false(scoreboard_chart(&s)->data.series[0].best[0]);
}

static void an_option_has_a_chart_of_its_own(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct chart *chart = option_chart(&s, 1);

	assert_int_equal(chart->kind, CHART_DOTS);
	assert_str(chart->id, "option-elm");
	assert_str(chart->data.title, "elm, criterion by criterion");
	assert_int_equal(chart->data.series_count, 1);
	assert_str(chart->data.series[0].name, "elm");
	assert_int_equal(chart->data.series[0].slot, 1);
	assert_near(chart->data.series[0].values[0], 0.6);
	assert_true(isnan(chart->data.series[0].values[1]));
	assert_member(chart->object, "rows.1.cells.0", "not scored");
}

static void what_is_not_scored_has_no_charts(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n"
					       "y 1 - -\n",
					       *state);
	struct subject s = subject_in(c, *state);

	assert_null(scoreboard_chart(&s));
	assert_null(criterion_chart(&s, 0));
	c->criteria[0].scores = NULL;
	assert_null(criterion_chart(&s, 0));
	c->scored = false;
	assert_null(criteria_chart(&s));
	assert_null(option_chart(&s, 0));
}

/* Of so many judges none is told from another; nor has what a measure cannot hold a place. */
static void rings_are_drawn_where_they_can_be_told_apart(void **state)
{
	static const struct {
		size_t judges, rings;
		bool measured;
	} CASES[] = { { 1, 0, false },
		      { 2, 2, false },
		      { 100, 100, false },
		      { 101, 0, false },
		      { 2, 0, true } };

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct comparison *c =
			comparison_from("  oak elm\nspeed 1 - 6\n", *state);
		struct subject s;
		const struct chart *chart;

		for (size_t n = 0; n < CASES[k].judges; n++)
			judged_by(c, arena_printf(*state, "j%zu", n).ptr, 0, 0,
				  8, *state);
		if (CASES[k].measured)
			measure(c, "speed", false, 0, 5);
		s = subject_in(c, *state);
		chart = criterion_chart(&s, 0);
		assert_int_equal(chart->data.series[0].ring_count,
				 CASES[k].rings);
	}
}

static void judges_that_are_not_drawn_are_told_of(void **state)
{
	/* And the author is one. */
	for (size_t judges = 7; judges <= 8; judges++) {
		struct comparison *c =
			comparison_from("  oak elm\nspeed 1 4 6\n", *state);
		struct subject s;
		const struct chart *chart;

		for (size_t n = 0; n < 2 * judges; n++)
			judged_by(c, arena_printf(*state, "j%zu", n / 2).ptr, 0,
				  n % 2, n % 2 ? 2 : 8, *state);
		s = subject_in(c, *state);
		chart = chart_find(&s, STR("sure"));
		assert_int_equal(chart->data.category_count, 1 + 2 * 8);
		assert_int_equal(str_find_str(chart->data.description,
					      STR("four at either end")) <
					 chart->data.description.len,
				 judges == 8);
	}
}

static void the_heads_of_pulls_are_not_those_of_scores(void **state)
{
	struct subject s = subject_in(trees(*state), *state);
	const struct value *pulls = chart_value(chart_find(&s, STR("pulls")));

	assert_member(pulls, "columns.2", "oak");
	assert_member(pulls, "columns.3", "elm");
	assert_member(pulls, "columns.4", "Pull to oak");
	assert_member(pulls, "columns.5", "Pull to elm");
}

/* What of it takes two sentences is too long for a title. */
static void nothing_left_out_is_no_other_evidence(void **state)
{
	struct buf text = { 0 };
	struct subject s;
	const struct chart *chart;

	buf_text(&text, "   a b c d e f g h i\n");
	buf_text(&text, "k0 1 9 10 3 3 3 3 3 3 3\n");
	for (int j = 1; j < 14; j++)
		buf_printf(&text, "k%d 1 9 3 3 3 3 3 3 3 3\n", j);
	s = subject_in(comparison_from(text.ptr, *state), *state);
	chart = chart_find(&s, STR("sure"));
	assert_str(answer_sure(&s),
		   "a comes first in all 20,000 weightings that were drawn. "
		   "Where k0 alone counts, b is ahead.");
	assert_str(chart->data.title,
		   "How often each is first, over all weightings");
	buf_release(&text);
}

/* A point within a name parts no sentences. */
static void a_title_is_the_finding_whatever_the_names(void **state)
{
	struct comparison *c = trees(*state);
	struct subject s;

	c->options[0].name.str = STR("Dr. Oetker");
	c->options[1].name.str = STR("Acme Inc.");
	s = subject_in(c, *state);
	assert_str(scoreboard_chart(&s)->data.title,
		   "Dr. Oetker leads with 8.00 of 10");
	assert_str(
		chart_find(&s, STR("lead"))->data.title,
		"Dr. Oetker leads by 2.00, more than the 0.50 a winner needs");
	assert_str(chart_find(&s, STR("ranks"))->data.title,
		   "Dr. Oetker comes first whatever the weights");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_scoreboard_has_a_bar_an_option),
		TEST(the_scoreboard_begins_with_the_best),
		TEST(beside_a_total_stands_what_it_is_a_mean_over),
		TEST(the_numbers_of_a_chart_stand_in_a_table),
		TEST(each_row_of_numbers_has_all_columns),
		TEST(weights_of_next_to_nothing_have_few_ticks),
		TEST(a_criterion_is_a_file_when_asked_for),
		TEST(files_of_no_charts_cannot_be_asked_for),
		TEST(a_count_is_not_held_against_itself),
		TEST(a_slope_leads_to_the_other_profile),
		TEST(a_place_waits_for_each_picture),
		TEST(the_dots_are_utilities),
		TEST(one_criterion_has_no_chart_of_criteria),
		TEST(the_tally_grows_criterion_by_criterion),
		TEST(scores_are_drawn_on_the_whole_scale),
		TEST(levels_are_called_by_their_first_part),
		TEST(a_long_unit_is_said_once),
		TEST(a_measure_is_drawn_by_what_it_is_worth),
		TEST(on_a_scale_below_zero_the_better_is_longer),
		TEST(every_chart_of_scores_knows_the_best),
		TEST(a_close_call_has_no_best_total),
		TEST(an_option_has_a_chart_of_its_own),
		TEST(what_is_not_scored_has_no_charts),
		TEST(rings_are_drawn_where_they_can_be_told_apart),
		TEST(judges_that_are_not_drawn_are_told_of),
		TEST(the_heads_of_pulls_are_not_those_of_scores),
		TEST(nothing_left_out_is_no_other_evidence),
		TEST(a_title_is_the_finding_whatever_the_names),
	};

	return RUN(tests);
}
