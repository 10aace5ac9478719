#include "chart/chart.h"
#include "chart/chart_frame.h"
#include "chart/labels.h"
#include "fonts.h"
#include "layout.h"

static const char *const NAMES[] = {
	"Go",
	"Node.js",
	"Java with Spring Boot and all that it brings along with it ok",
	"比較表の選択肢の名前はとても長いのですがそれでも読めるはずです比較表の選択肢の名前はとても長いのですがそ",
	"שפת תכנות ארוכה מאוד לבדיקה של הרוחב בתרשים הזה",
	"العربية لغة طويلة جدا لاختبار العرض",
	"Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente",
	"C",
};

enum { NAME_COUNT = sizeof(NAMES) / sizeof(*NAMES) };

/* What stands beside rows, on an axis and over it. */
static void add_beside(struct chart_data *data, struct arena *arena)
{
	size_t rows = data->category_count > data->series_count
			      ? data->category_count
			      : data->series_count;
	struct chart_column *columns =
		arena_array(arena, struct chart_column, 2);
	struct tick *ticks = arena_array(arena, struct tick, 6);
	struct piece *pieces =
		arena_array(arena, struct piece, data->series_count);

	for (size_t k = 0; k < 2; k++) {
		struct str *cells = arena_array(arena, struct str, rows);

		for (size_t j = 0; j < rows; j++)
			cells[j] = j % 3 ? STR("10 of 16 criteria")
					 : str_from(NAMES[j % NAME_COUNT]);
		columns[k] = (struct chart_column){ .head = STR_INIT("Change"),
						    .cells = cells };
	}
	for (size_t k = 0; k < 6; k++)
		ticks[k] = (struct tick){
			.at = 3.0 * (double)k,
			.label = arena_printf(arena, "%zu,000.00", k),
		};
	for (size_t i = 0; i < data->series_count; i++)
		pieces[i] = (struct piece){
			.share = 1.0 / (double)data->series_count,
			.slot = i,
			.label = data->series[i].name,
		};
	data->levels = ticks;
	data->level_count = 6;
	data->better = STR("lower is better \xE2\x86\x92");
	data->columns = columns;
	data->column_count = 2;
	data->ticks = ticks;
	data->tick_count = 6;
	data->row_head = STR("Criterion");
	data->piece_head = STR("First over all weightings");
	data->pieces = pieces;
	data->piece_count = data->series_count;
	data->band_low = 2;
	data->band_high = 5;
	data->band_label = STR("Within 0.50 of the first: a close call");
}

/* Values that repeat, lie close together and are missing here and there. */
static struct chart_data data_of(enum chart_kind kind, size_t series_count,
				 size_t category_count, struct arena *arena)
{
	struct str *categories = arena_array(arena, struct str, category_count);
	struct series *series = arena_array(arena, struct series, series_count);
	uint32_t state = (uint32_t)(series_count * 41 + category_count);

	for (size_t j = 0; j < category_count; j++)
		categories[j] = str_from(NAMES[(j * 5 + 2) % NAME_COUNT]);
	for (size_t i = 0; i < series_count; i++) {
		struct series *s = &series[i];
		double sum = 0;

		s->name = str_from(NAMES[(i + 1) % NAME_COUNT]);
		s->slot = i;
		s->values = arena_array(arena, double, category_count);
		s->labels = arena_array(arena, struct str, category_count);
		s->low = arena_array(arena, double, category_count);
		s->high = arena_array(arena, double, category_count);
		s->best = arena_array(arena, bool, category_count);
		s->slots = arena_array(arena, size_t, category_count);
		s->ring_count = i * 4;
		s->rings = arena_array(arena, double, i * 4);
		for (size_t j = 0; j < category_count; j++) {
			state = state * 1664525 + 1013904223;
			sum += state >> 30;
			s->values[j] = kind == CHART_TALLY
					       ? sum
					       : (double)(state >> 28);
			s->labels[j] =
				arena_printf(arena, "%g MB/s", s->values[j]);
			if (kind != CHART_TALLY && (state >> 20) % 7 == 0) {
				s->values[j] = NAN;
				s->labels[j] = STR("not scored");
			}
			s->best[j] = i == j % series_count;
			s->low[j] = s->values[j] - (double)(state >> 30);
			s->high[j] = (state >> 8) % 9 ? s->values[j] + 2 : NAN;
		}
	}
	return (struct chart_data){
		.title = STR_INIT("Speed"),
		.description = STR_INIT("Go leads."),
		.missing = STR_INIT("not scored"),
		.low_end = STR_INIT("1,234,567 milliseconds or more"),
		.high_end =
			STR_INIT("a few milliseconds \xC2\xB7 lower is better"),
		.categories = categories,
		.category_count = category_count,
		.series = series,
		.series_count = series_count,
		.max = kind == CHART_TALLY ? 4.0 * (double)category_count : 15,
		.mark = kind == CHART_TORNADO ? 3 : NAN,
		.mark_label = str_from(NAMES[2]),
	};
}

/* No mark leaves the frame, nor is any number of it unknown. */
static void assert_inside(const struct scene *scene, const char *what)
{
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *m = &scene->marks[i];
		double r = m->kind == MARK_CIRCLE ? m->radius : 0;
		bool ok = m->x - r >= -1 && m->y - r >= -1 &&
			  m->x + m->width + r <= scene->width + 1 &&
			  m->y + m->height + r <= scene->height + 1;

		for (size_t k = 0; k < m->point_count; k++)
			ok = ok && m->points[k].x >= -1 &&
			     m->points[k].y >= -1 &&
			     m->points[k].x <= scene->width + 1 &&
			     m->points[k].y <= scene->height + 1;
		if (!ok)
			fail_msg("%s: mark %zu leaves the frame", what, i);
	}
}

static void assert_all_clear(enum chart_kind kind, size_t categories)
{
	static const char *const KINDS[] = {
		"bars",	     "tally",  "dots",	 "stacks", "diverging", "heat",
		"tornado",   "shares", "groups", "spread", "radar",	"lead",
		"pulls",     "parts",  "reach",	 "scale",  "scatter",	"map",
		"intervals", "panels", "slope",
	};
	struct arena arena = { 0 };

	for (size_t count = 1; count <= 12; count++)
		for (int width = 0; width < 2; width++) {
			struct chart_data data =
				data_of(kind, count, categories, &arena);
			const struct scene *scene;
			const char *what;

			add_beside(&data, &arena);
			if (kind == CHART_PULLS && count < 2)
				continue;
			scene = chart_scene(kind, (enum chart_width)width,
					    &data, &arena);
			what = arena_printf(&arena, "%s %s, %zu of %zu",
					    width ? "narrow" : "wide",
					    KINDS[kind], count, categories)
				       .ptr;
			assert_clear(scene, what);
			assert_inside(scene, what);
			arena_reset(&arena);
		}
	arena_release(&arena);
}

static void assert_clear_at_any_length(enum chart_kind kind)
{
	static const size_t CATEGORIES[] = { 1, 2, 3, 5, 10, 16, 40 };

	for (size_t i = 0; i < sizeof(CATEGORIES) / sizeof(*CATEGORIES); i++)
		assert_all_clear(kind, CATEGORIES[i]);
}

/* As long as numbers with their units get, in all languages. */
static void set_long_labels(struct chart_data *data)
{
	static const char *const LABELS[] = {
		"61,250,123,456 km", "2.9 ms",
		"160,634 req/s",     "3,400 \xD8\xB7\xD9\x84\xD8\xA8/\xD8\xAB",
		"1,742,000,000",     "\342\210\2224,250,000,000 kWh",
	};

	for (size_t i = 0; i < data->series_count; i++)
		for (size_t j = 0; j < data->category_count; j++)
			if (!isnan(data->series[i].values[j]))
				data->series[i].labels[j] =
					str_from(LABELS[(i + 2 * j) % 6]);
}

/* A weight, and a score of each. */
static void set_long_cells(struct chart_data *data, struct arena *arena)
{
	struct chart_column *columns =
		arena_array(arena, struct chart_column, 3);

	for (size_t k = 0; k < 3; k++) {
		struct str *cells =
			arena_array(arena, struct str, data->category_count);

		for (size_t j = 0; j < data->category_count; j++)
			cells[j] = k == 0  ? STR("12.5%")
				   : j % 2 ? STR("98,000,000,000 km")
					   : STR("7.5");
		columns[k].head = STR("Weight");
		columns[k].cells = cells;
	}
	data->columns = columns;
	data->column_count = 3;
}

/* What is cut is another number; one that has no room is left out. */
static void assert_numbers_whole(enum chart_kind kind, size_t count,
				 size_t categories, enum chart_width width,
				 struct arena *arena)
{
	struct chart_data data = data_of(kind, count, categories, arena);
	const struct scene *scene;
	struct str what =
		arena_printf(arena, "kind %d, %zu of %zu, %s", kind, count,
			     categories, width ? "narrow" : "wide");

	add_beside(&data, arena);
	set_long_labels(&data);
	if (kind == CHART_PULLS)
		set_long_cells(&data, arena);
	scene = chart_scene(kind, width, &data, arena);
	assert_clear(scene, what.ptr);
	assert_inside(scene, what.ptr);
	for (size_t j = 0; kind == CHART_PULLS && j < categories; j++)
		for (size_t k = 0; k < 3; k++)
			assert_whole_number(scene, data.columns[k].cells[j],
					    what.ptr);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < categories; j++)
			if (!isnan(data.series[i].values[j]))
				assert_whole_number(scene,
						    data.series[i].labels[j],
						    what.ptr);
}

static void no_number_of_a_chart_is_cut(void **state)
{
	static const size_t CATEGORIES[] = { 1, 3, 8, 20 };
	struct arena arena = { 0 };

	(void)state;
	for (int kind = 0; kind < CHART_SCATTER; kind++)
		for (size_t count = kind == CHART_PULLS ? 2 : 1; count <= 9;
		     count += count < 3 ? 1 : 3)
			for (size_t k = 0; k < 8; k++) {
				assert_numbers_whole((enum chart_kind)kind,
						     count, CATEGORIES[k / 2],
						     (enum chart_width)(k % 2),
						     &arena);
				arena_reset(&arena);
			}
	for (size_t k = 0; k < 8; k++) {
		assert_numbers_whole(CHART_INTERVALS, 1 + k / 2, 1,
				     (enum chart_width)(k % 2), &arena);
		assert_numbers_whole(CHART_SLOPE, 1 + k / 2, 2,
				     (enum chart_width)(k % 2), &arena);
	}
	arena_release(&arena);
}

/* Where there is room for its unit it has it. */
static void a_number_of_one_option_keeps_its_unit(void **state)
{
	struct chart_data data = data_of(CHART_DOTS, 1, 8, *state);
	const struct scene *scene;
	size_t units = 0, numbers = 0;

	set_long_labels(&data);
	scene = chart_scene(CHART_DOTS, CHART_WIDE, &data, *state);
	for (size_t j = 0; j < 8; j++) {
		if (isnan(data.series[0].values[j]))
			continue;
		numbers++;
		for (size_t i = 0; i < scene->mark_count; i++)
			if (str_equals(scene->marks[i].text,
				       data.series[0].labels[j])) {
				units++;
				break;
			}
	}
	assert_true(numbers > 5);
	assert_int_equal(units, numbers);
}

/* "61,250,123,456 km", then "61,250,123,456", then nothing. */
static void a_number_without_room_has_no_unit_or_is_left_out(void **state)
{
	struct text_style style = chart_text();
	struct str number = STR("1,250 km"), all = STR("12 of 100");
	struct str two = STR("1,250 km to 900 km");
	double bare = text_width(STR("1,250"), style);

	assert_str(chart_figure_fit(two, style, text_width(two, style) - 1,
				    *state),
		   "1,250 km to 900");
	assert_str(chart_figure_fit(two, style,
				    text_width(STR("1,250 to 900"), style) + 1,
				    *state),
		   "1,250 to 900");
	assert_str(chart_figure_fit(number, style, 300, *state), "1,250 km");
	assert_str(chart_figure_fit(number, style, bare + 1, *state), "1,250");
	assert_str(chart_figure_fit(number, style, bare - 1, *state), "");
	assert_str(chart_figure_fit(all, style, 30, *state), "");
	assert_str(chart_figure_fit(STR("1\u00A0250\u00A0km"), style, bare + 6,
				    *state),
		   "1\u00A0250");
}

/* In some themes bars are rows of blocks; none is where words stand. */
static void no_word_stands_on_blocks(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (int kind = 0; kind < CHART_SCATTER; kind++) {
		struct chart_data data =
			data_of((enum chart_kind)kind, 3, 5, &arena);
		const struct scene *scene;

		add_beside(&data, &arena);
		scene = chart_scene((enum chart_kind)kind, CHART_WIDE, &data,
				    &arena);
		for (size_t i = 0; i < scene->mark_count; i++) {
			const struct mark *mark = &scene->marks[i];
			struct box box = box_of(mark);

			for (size_t k = 0; mark->kind == MARK_TEXT && k < i;
			     k++) {
				const struct mark *bar = &scene->marks[k];

				if (bar->kind == MARK_RECT && !bar->is_solid &&
				    bar->radius > 0 && bar->width > 12 &&
				    bar->fill.paint != PAINT_HEAT &&
				    box.left >= bar->x &&
				    box.right <= bar->x + bar->width &&
				    mark->y >= bar->y &&
				    mark->y <= bar->y + bar->height)
					fail_msg("kind %d: \"%.*s\"", kind,
						 STR_ARG(mark->text));
			}
		}
		arena_reset(&arena);
	}
	arena_release(&arena);
}

/* Pieces whose names have no room are told by their signs, not by colour. */
static void a_piece_without_room_has_its_sign_in_the_key(void **state)
{
	struct chart_data data = data_of(CHART_REACH, 1, 3, *state);
	struct piece pieces[6];
	const struct scene *scene;

	add_beside(&data, *state);
	for (size_t k = 0; k < 6; k++)
		pieces[k] = (struct piece){
			.share = k ? 0.05 : 0.75,
			.slot = k,
			.label = arena_printf(*state, "Tree %zu 5%%", k),
		};
	data.pieces = pieces;
	data.piece_count = 6;
	for (int width = 0; width < 2; width++) {
		scene = chart_scene(CHART_REACH, (enum chart_width)width, &data,
				    *state);
		for (size_t k = 1; k < 6; k++) {
			const struct mark *label = NULL;
			bool signed_there = false;

			for (size_t i = 0; i < scene->mark_count; i++)
				if (str_equals(scene->marks[i].text,
					       pieces[k].label))
					label = &scene->marks[i];
			assert_non_null(label);
			for (size_t i = 0; i < scene->mark_count; i++) {
				const struct mark *mark = &scene->marks[i];
				double x = mark->kind == MARK_PATH
						   ? mark->points[0].x
						   : mark->x;
				double y = mark->kind == MARK_PATH
						   ? mark->points[0].y
						   : mark->y;

				signed_there |=
					mark->fill.paint == PAINT_SERIES &&
					mark->fill.slot == k && x < label->x &&
					x > label->x - 20 &&
					fabs(y - label->y) < 14;
			}
			assert_true(signed_there);
		}
	}
}

static void no_label_of_bars_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_all_clear(CHART_BARS, 1);
}

static void no_label_of_a_tally_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_TALLY);
}

static void no_label_of_dots_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_DOTS);
}

static void no_label_of_stacks_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_STACKS);
}

static void no_label_of_diverging_bars_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_DIVERGING);
}

static void no_label_of_a_heat_table_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_HEAT);
}

static void no_label_of_a_tornado_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_TORNADO);
}

static void no_label_of_shares_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_SHARES);
}

static void no_label_of_groups_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_GROUPS);
}

static void no_label_of_a_spread_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_SPREAD);
}

static void no_label_of_a_radar_meets_another_or_leaves(void **state)
{
	(void)state;
	/* Names stand close where the axes are many, and odd in number. */
	for (size_t count = 3; count <= 24; count++)
		assert_all_clear(CHART_RADAR, count);
}

static void no_label_of_a_lead_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_all_clear(CHART_LEAD, 1);
}

static bool has_part(const struct scene *scene, struct str part)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_find_str(scene->marks[i].text, part) <
			    scene->marks[i].text.len)
			return true;
	return false;
}

/* All but every third. */
static void assert_notes(enum chart_kind kind, size_t count,
			 enum chart_width width, struct arena *arena)
{
	struct chart_data data = data_of(kind, count, 1, arena);
	struct series *series = arena_array(arena, struct series, count);
	const struct scene *scene;
	const char *what = arena_printf(arena, "%d of %zu, %d wide", kind,
					count, width == CHART_WIDE)
				   .ptr;

	for (size_t i = 0; i < count; i++) {
		series[i] = data.series[i];
		if (i % 3 != 1)
			series[i].note =
				arena_printf(arena, "on %zu of 16 criteria", i);
	}
	data.series = series;
	scene = chart_scene(kind, width, &data, arena);
	assert_clear(scene, what);
	assert_inside(scene, what);
	for (size_t i = 0; i < count; i++)
		if (series[i].note.len && !has_part(scene, series[i].note) &&
		    !isnan(series[i].values[0]))
			fail_msg("%s: no note of %zu", what, i);
}

static void what_a_total_is_judged_on_stands_beside_it(void **state)
{
	for (size_t count = 1; count <= 12; count++)
		for (int width = 0; width < 2; width++) {
			assert_notes(CHART_BARS, count, (enum chart_width)width,
				     *state);
			assert_notes(CHART_LEAD, count, (enum chart_width)width,
				     *state);
		}
}

static void no_label_of_pulls_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_PULLS);
}

static void no_label_of_parts_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_PARTS);
}

static void no_label_of_a_scale_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_all_clear(CHART_SCALE, 1);
}

static void no_label_of_a_reach_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_REACH);
}

/* Dots that lie in heaps, as prices do, with names of two words. */
static struct chart_data scatter_data(size_t count, bool line,
				      struct arena *arena)
{
	struct chart_data data = data_of(CHART_SCATTER, count, 2, arena);
	struct series *series = (struct series *)data.series;
	uint32_t state = (uint32_t)count;

	add_beside(&data, arena);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < 2; k++) {
			double share;

			state = state * 1664525 + 1013904223;
			share = (double)(state >> 8) / (1 << 24);
			series[i].values[k] =
				i % 7 == 3 ? series[i - 1].values[k]
					   : 0.05 + 0.9 * share * share;
		}
		if (i % 3)
			series[i].name = arena_printf(arena, "Eridanus %zu", i);
		series[i].note = STR("6.3 for 1,502 \xE2\x82\xAC");
		series[i].best[0] =
			line && series[i].values[0] + series[i].values[1] > 1.2;
	}
	data.across = (struct chart_axis){ STR_INIT("Price, \xE2\x82\xAC"),
					   STR_INIT("cheaper \xE2\x86\x92"),
					   data.ticks, data.tick_count };
	data.up = data.across;
	data.has_line = line;
	data.by_series = true;
	data.unnamed = STR("A dot without a name is in the numbers.");
	return data;
}

static void no_label_of_a_scatter_meets_another_or_leaves(void **state)
{
	static const size_t COUNTS[] = { 1, 2, 3, 5, 8, 12, 20, 40, 60 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t n = 0; n < 4 * sizeof(COUNTS) / sizeof(*COUNTS); n++) {
		struct chart_data data =
			scatter_data(COUNTS[n / 4], n & 1, &arena);
		enum chart_width width = n & 2 ? CHART_NARROW : CHART_WIDE;
		const struct scene *scene =
			chart_scene(CHART_SCATTER, width, &data, &arena);
		const char *what =
			arena_printf(&arena, "%s scatter of %zu",
				     n & 2 ? "narrow" : "wide", COUNTS[n / 4])
				.ptr;

		assert_clear(scene, what);
		assert_inside(scene, what);
		arena_reset(&arena);
	}
	arena_release(&arena);
}

/* "Oak" and "Elm" side by side are not "OakElm". */
static void names_in_a_row_are_apart(void **state)
{
	enum { COUNT = 24, APART = 8 };
	struct label labels[COUNT] = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT; i++)
		labels[i] = (struct label){
			.dot = { 20 + (double)(i * 37 % 300),
				 20 + (double)(i * 53 % 200) },
			.reach = 4,
			.width = 60,
			.height = 14,
		};
	labels_place(labels, COUNT, (struct label_box){ 0, 0, 360, 260 }, NULL,
		     0, &arena);
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < i; k++) {
			const struct label_box *a = &labels[i].box;
			const struct label_box *b = &labels[k].box;

			if (!labels[i].placed || !labels[k].placed ||
			    a->top >= b->bottom || b->top >= a->bottom)
				continue;
			assert_true(a->left >= b->right + APART ||
				    b->left >= a->right + APART);
		}
	arena_release(&arena);
}

/* Regions of a triangle cut into strips from one corner. */
static struct chart_data map_data(size_t count, size_t corners,
				  struct arena *arena)
{
	struct chart_data data = data_of(CHART_MAP, count, 1, arena);
	struct series *series = (struct series *)data.series;

	for (size_t i = 0; i < count; i++) {
		double a = (double)i / (double)count;
		double b = (double)(i + 1) / (double)count;
		struct chart_place *places =
			arena_array(arena, struct chart_place, 3);

		places[0] = (struct chart_place){ { 1 - a, a, 0 } };
		places[1] = (struct chart_place){ { 1 - b, b, 0 } };
		places[2] = (struct chart_place){ { 0, 0, 1 } };
		series[i].outline = series[i].inner = places;
		series[i].outline_count = corners;
		series[i].inner_count = i % 2 ? corners : 0;
		series[i].short_name = series[i].name;
	}
	data.by_series = true;
	data.corner_count = corners;
	for (size_t k = 0; k < corners; k++)
		data.corners[k] = str_from(NAMES[(k + 2) % NAME_COUNT]);
	data.own = (struct chart_place){ { 0.3, 0.3, 0.4 } };
	data.turns = true;
	data.turn = (struct chart_place){ { 0.5, 0.2, 0.3 } };
	data.own_label = data.turn_label = data.hatch_label =
		str_from(NAMES[2]);
	return data;
}

/* The ring and the dots have white in them, as no other sign has. */
static void assert_no_name_covers_a_dot(const struct scene *scene,
					const char *what)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		for (size_t k = 0; k < scene->mark_count; k++) {
			const struct mark *plate = &scene->marks[i];
			const struct mark *dot = &scene->marks[k];

			if (plate->kind == MARK_RECT && plate->radius > 0 &&
			    dot->kind == MARK_CIRCLE &&
			    dot->fill.paint == PAINT_SURFACE &&
			    dot->x > plate->x &&
			    dot->x < plate->x + plate->width &&
			    dot->y > plate->y &&
			    dot->y < plate->y + plate->height)
				fail_msg("%s: a name covers a dot", what);
		}
}

static void no_label_of_a_map_meets_another_or_leaves(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t n = 0; n < 48; n++) {
		struct chart_data data =
			map_data(1 + n / 4, n & 1 ? 3 : 2, &arena);
		enum chart_width width = n & 2 ? CHART_NARROW : CHART_WIDE;
		const struct scene *scene =
			chart_scene(CHART_MAP, width, &data, &arena);
		const char *what =
			arena_printf(&arena, "map of %zu (%zu)", 1 + n / 4, n)
				.ptr;

		assert_clear(scene, what);
		assert_inside(scene, what);
		assert_no_name_covers_a_dot(scene, what);
		/* The middle of all weights lies on the way. */
		data.own = (struct chart_place){ { 0.8, 0.1, 0.1 } };
		data.turn = (struct chart_place){ { 0, 0.5, 0.5 } };
		scene = chart_scene(CHART_MAP, width, &data, &arena);
		assert_no_name_covers_a_dot(scene, what);
		arena_reset(&arena);
	}
	arena_release(&arena);
}

static void no_label_of_intervals_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_all_clear(CHART_INTERVALS, 3);
}

static void no_label_of_panels_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_clear_at_any_length(CHART_PANELS);
}

static void no_label_of_a_slope_meets_another_or_leaves(void **state)
{
	(void)state;
	assert_all_clear(CHART_SLOPE, 2);
}

/* A name is on no dot, and no line of another name goes through it. */
static void a_name_of_a_scatter_lies_on_no_dot(void **state)
{
	struct chart_data data = scatter_data(40, true, *state);
	const struct scene *scene =
		chart_scene(CHART_SCATTER, CHART_WIDE, &data, *state);
	size_t names = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *text = &scene->marks[i];
		struct box box;

		if (text->kind != MARK_TEXT ||
		    !str_starts(text->text, "Eridanus"))
			continue;
		names++;
		box = box_of(text);
		for (size_t k = 0; k < scene->mark_count; k++) {
			const struct mark *m = &scene->marks[k];
			double r = m->radius;
			struct box dot = { m->x - r, m->y - r, m->x + r,
					   m->y + r };

			if (m->kind == MARK_CIRCLE && overlap(box, dot))
				fail_msg("\"%.*s\" is on a dot",
					 STR_ARG(text->text));
		}
	}
	assert_true(names >= 15);
}

/* One category, or as many as there are values in a row. */
static struct chart_data data_from(size_t series_count, size_t count,
				   const double *values, struct arena *arena)
{
	struct chart_data data =
		data_of(CHART_DOTS, series_count, count, arena);

	for (size_t i = 0; i < series_count; i++)
		for (size_t j = 0; j < count; j++) {
			double value = values[i * count + j];

			data.series[i].values[j] = value;
			data.series[i].labels[j] =
				isnan(value) ? data.missing
					     : arena_printf(arena, "%g", value);
			data.series[i].best[j] = false;
		}
	data.max = 10;
	return data;
}

static const struct mark *text_named(const struct scene *scene,
				     const char *text)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_is(scene->marks[i].text, text))
			return &scene->marks[i];
	fail_msg("there is no text \"%s\"", text);
	return NULL;
}

/* The nth mark that is filled with the colour of a series. */
static const struct mark *filled(const struct scene *scene, enum mark_kind kind,
				 size_t slot)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == kind &&
		    scene->marks[i].fill.paint == PAINT_SERIES &&
		    scene->marks[i].fill.slot == slot)
			return &scene->marks[i];
	fail_msg("series %zu has no such mark", slot);
	return NULL;
}

static void bars_are_as_long_as_their_values(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ 8, 6 }, *state);
	const struct scene *scene =
		chart_scene(CHART_BARS, CHART_WIDE, &data, *state);
	const struct mark *first = filled(scene, MARK_RECT, 0);
	const struct mark *second = filled(scene, MARK_RECT, 1);

	assert_near(first->width / second->width, 8.0 / 6);
	assert_near(first->x, second->x);
}

/* A column of 300 before bars that need no more than what is left. */
static void a_long_name_before_bars_is_whole(void **state)
{
	static const char NAME[] = "Amazon Web Services Elastic Kubernetes";
	struct chart_data data =
		data_from(2, 2, (double[]){ 8, 6, 7, 5 }, *state);
	struct series series[2];
	const struct scene *scene;
	size_t found = 0;

	series[0] = data.series[0];
	series[1] = data.series[1];
	series[0].name = str_from(NAME);
	series[1].name = STR("Elm");
	data.series = series;
	scene = chart_scene(CHART_GROUPS, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		found += str_equals(scene->marks[i].text, str_from(NAME));
	assert_int_equal(found, 2);
}

/* To the first on the right, to the second on the left, on one scale. */
static void pulls_stand_on_either_side_of_one_line(void **state)
{
	struct chart_data data =
		data_from(2, 2, (double[]){ 4, NAN, NAN, 2 }, *state);
	const struct scene *scene;
	const struct mark *right, *left;

	data.column_count = 0;
	scene = chart_scene(CHART_PULLS, CHART_WIDE, &data, *state);
	right = filled(scene, MARK_RECT, 0);
	left = filled(scene, MARK_RECT, 1);
	assert_near(left->x + left->width, right->x);
	assert_near(right->width / left->width, 2);
}

static void a_reach_goes_from_its_ring_to_its_sign(void **state)
{
	struct chart_data data = data_from(1, 2, (double[]){ 8, 1 }, *state);
	struct series series = data.series[0];
	struct str froms[] = { STR_INIT("now 2"), STR_INIT("now 3") };
	const struct scene *scene;

	series.low = (double[]){ 2, 3 };
	series.froms = froms;
	series.slots = (size_t[]){ 0, 0 };
	data.series = &series;
	scene = chart_scene(CHART_REACH, CHART_WIDE, &data, *state);
	assert_true(text_named(scene, "now 2")->x < text_named(scene, "8")->x);
	assert_true(text_named(scene, "now 3")->x > text_named(scene, "1")->x);
}

/* Beside a short name the last column has more than half of a narrow chart. */
static void what_a_short_name_leaves_is_the_columns(void **state)
{
	const char *whole = "Honda Civic CVCC of 1978";
	struct chart_data data = data_from(1, 1, (double[]){ 8 }, *state);
	struct series series = data.series[0];
	struct str cells[] = { str_from(whole) };
	struct chart_column column = { .head = STR_INIT("First"),
				       .cells = cells };

	series.low = (double[]){ 2 };
	series.slots = (size_t[]){ 0 };
	data.series = &series;
	data.categories = (struct str[]){ STR_INIT("Thrift") };
	data.columns = &column;
	data.column_count = 1;
	assert_non_null(text_named(
		chart_scene(CHART_REACH, CHART_NARROW, &data, *state), whole));
}

/* Where there is no room beside its sign, and more beside the name. */
static void what_has_no_room_at_the_end_of_a_reach_stands_over_it(void **state)
{
	const char *whole = "VW Dasher by 1.08";
	struct chart_data data = data_from(1, 1, (double[]){ 10 }, *state);
	struct series series = data.series[0];
	struct str labels[] = { str_from(whole) };
	const struct scene *scene;
	const struct mark *name, *label;

	series.low = (double[]){ 0 };
	series.slots = (size_t[]){ 0 };
	series.labels = labels;
	data.series = &series;
	data.categories = (struct str[]){ STR_INIT("Thrift") };
	data.column_count = 0;
	scene = chart_scene(CHART_REACH, CHART_NARROW, &data, *state);
	name = text_named(scene, "Thrift");
	label = text_named(scene, whole);
	assert_true(fabs(label->y - name->y) < 1);
}

/* Wherever the ring and the sign are: the line is where the axis begins. */
static void no_label_of_a_reach_crosses_the_axis(void **state)
{
	for (double at = 0; at <= 10; at += 0.25) {
		struct chart_data data =
			data_from(1, 2, (double[]){ 10 - at, at }, *state);
		struct series series = data.series[0];
		struct str froms[] = { STR_INIT("now 10.0%"),
				       STR_INIT("now 20.0%") };
		const struct scene *scene;
		double axis = -1;

		series.low = (double[]){ at, 10 - at };
		series.froms = froms;
		series.slots = (size_t[]){ 0, 0 };
		data.series = &series;
		data.ticks = (struct tick[]){ { 0, STR_INIT("0%") } };
		data.tick_count = 1;
		scene = chart_scene(CHART_REACH, CHART_WIDE, &data, *state);
		for (size_t k = 0; axis < 0 && k < scene->mark_count; k++)
			if (scene->marks[k].kind == MARK_LINE)
				axis = scene->marks[k].x;
		for (size_t k = 0; k < 2; k++) {
			const struct mark *label =
				text_named(scene, froms[k].ptr);
			double width = text_width(label->text, label->style);
			double left = label->anchor == ANCHOR_END
					      ? label->x - width
					      : label->x;

			assert_true(left > axis + 2 || left + width < axis - 2);
		}
	}
}

/* Who is best was judged: a chart does not look at lengths. */
static void the_best_bar_is_bold_however_long(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ 8, 6 }, *state);

	data.series[1].best[0] = true;
	for (int width = CHART_WIDE; width <= CHART_NARROW; width++) {
		const struct scene *scene = chart_scene(
			CHART_BARS, (enum chart_width)width, &data, *state);

		assert_false(text_named(scene, "8")->style.bold);
		assert_true(text_named(scene, "6")->style.bold);
	}
}

static void bars_begin_where_the_domain_does(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ -5, -8 }, *state);
	const struct scene *scene;
	const struct mark *first, *second;

	data.min = -10;
	data.max = 0;
	scene = chart_scene(CHART_BARS, CHART_WIDE, &data, *state);
	first = filled(scene, MARK_RECT, 0);
	second = filled(scene, MARK_RECT, 1);
	assert_near(first->x, second->x);
	assert_near(first->width / second->width, 5.0 / 2);
}

static void the_ends_of_an_axis_say_what_they_are(void **state)
{
	static const enum chart_kind KINDS[] = { CHART_BARS, CHART_GROUPS,
						 CHART_SPREAD };
	struct chart_data data = data_from(2, 1, (double[]){ 8, 6 }, *state);

	data.low_end = STR("90 ms");
	data.high_end = STR("10 ms");
	for (size_t k = 0; k < 3; k++) {
		const struct scene *scene =
			chart_scene(KINDS[k], CHART_WIDE, &data, *state);

		assert_true(text_named(scene, "90 ms")->x <
			    text_named(scene, "10 ms")->x);
	}
}

static void a_missing_value_is_said_in_words(void **state)
{
	struct chart_data data =
		data_from(2, 2, (double[]){ NAN, 3, NAN, 5 }, *state);
	const struct scene *scene;

	scene = chart_scene(CHART_BARS, CHART_WIDE, &data, *state);
	text_named(scene, "not scored");
	for (size_t i = 0; i < scene->mark_count; i++)
		assert_false(scene->marks[i].kind == MARK_RECT &&
			     scene->marks[i].fill.paint == PAINT_SERIES);
	scene = chart_scene(CHART_DOTS, CHART_NARROW, &data, *state);
	text_named(scene, "not scored");
}

static void equal_dots_stand_one_above_the_other(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ 5, 5 }, *state);
	const struct scene *scene;
	const struct mark *circle = NULL, *square = NULL;

	scene = chart_scene(CHART_DOTS, CHART_WIDE, &data, *state);
	/* Those of the key come first. */
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		circle = mark->kind == MARK_CIRCLE ? mark : circle;
		square = mark->kind == MARK_PATH ? mark : square;
	}
	assert_non_null(circle);
	assert_non_null(square);
	assert_near((square->points[0].x + square->points[1].x) / 2, circle->x);
	assert_near((square->points[0].y + square->points[2].y) / 2,
		    circle->y + 13);
}

static void a_tally_names_its_points_row_by_row(void **state)
{
	struct chart_data data =
		data_from(2, 2, (double[]){ 1, 7, 0, 9 }, *state);
	struct series series[2] = { data.series[0], data.series[1] };
	const struct scene *scene =
		chart_scene(CHART_TALLY, CHART_WIDE, &data, *state);

	assert_near(text_named(scene, "1")->x, text_named(scene, "7")->x);
	assert_false(text_named(scene, "9")->style.bold);
	series[1].leads = true;
	data.series = series;
	scene = chart_scene(CHART_TALLY, CHART_WIDE, &data, *state);
	assert_false(text_named(scene, "0")->style.bold);
	assert_false(text_named(scene, "7")->style.bold);
	assert_true(text_named(scene, "9")->style.bold);
}

static void the_key_of_a_large_tally_has_the_points(void **state)
{
	double values[12];
	struct chart_data data;
	const struct scene *scene;

	for (size_t i = 0; i < 12; i++)
		values[i] = (double)i / 2;
	data = data_from(6, 2, values, *state);
	scene = chart_scene(CHART_TALLY, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < 6; i++)
		text_named(scene, data.series[i].labels[1].ptr);
}

/* Over a column, smaller than in the key and at the finish. */
static void the_sign_of_a_column_of_points_stands_over_it(void **state)
{
	struct chart_data data =
		data_from(2, 2, (double[]){ 1, 7, 0, 9 }, *state);
	const struct scene *scene =
		chart_scene(CHART_TALLY, CHART_WIDE, &data, *state);
	const struct mark *points = text_named(scene, "7");
	const struct mark *signs[3];
	size_t count = 0;

	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_CIRCLE) {
			assert_true(count < 3);
			signs[count++] = &scene->marks[i];
		}
	assert_int_equal(count, 3);
	assert_near(signs[0]->radius, 6);
	assert_near(signs[1]->radius, 5);
	assert_near(signs[2]->radius, 6);
	assert_true(fabs(signs[1]->x -
			 (points->x -
			  text_width(points->text, points->style) / 2)) < 1);
	assert_true(signs[0]->y + 6 < signs[1]->y - 5);
	assert_true(signs[1]->y + 5 < text_named(scene, "1")->y);
	assert_true(signs[2]->y > text_named(scene, "9")->y);
}

/* What is left of it is told by an ellipsis. */
static void a_name_without_room_has_two_lines(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ 1, 0 }, *state);
	struct str names[1] = { STR_INIT("One two three four five six seven "
					 "eight nine ten eleven twelve") };
	const struct scene *scene;
	const struct mark *lines[2];
	size_t count = 0;

	data.categories = names;
	scene = chart_scene(CHART_TALLY, CHART_NARROW, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    scene->marks[i].x == 0) {
			assert_true(count < 2);
			lines[count++] = &scene->marks[i];
		}
	assert_int_equal(count, 2);
	assert_near(lines[0]->style.size, 13);
	assert_near(lines[1]->y - lines[0]->y, 14);
	assert_true(str_starts(lines[0]->text, "One two"));
	assert_true(str_ends(lines[1]->text, "\xE2\x80\xA6"));
}

static void equal_ends_of_a_tally_stand_apart(void **state)
{
	struct chart_data data =
		data_from(3, 2, (double[]){ 1, 2, 0, 2, 2, 2 }, *state);
	const struct scene *scene =
		chart_scene(CHART_TALLY, CHART_WIDE, &data, *state);
	double ends[3];
	size_t count = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->kind == MARK_PATH && !mark->closed)
			ends[count++] = mark->points[mark->point_count - 1].x;
	}
	assert_int_equal(count, 3);
	assert_true(ends[1] - ends[2] > 14.9);
	assert_true(ends[0] - ends[1] > 14.9);
}

static bool has_text(const struct scene *scene, const char *text)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_is(scene->marks[i].text, text))
			return true;
	return false;
}

static bool has_cut_text(const struct scene *scene)
{
	struct str dots = STR("…");

	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_find_str(scene->marks[i].text, dots) <
			    scene->marks[i].text.len)
			return true;
	return false;
}

/* German needs a third more letters than English. */
static void what_a_band_and_a_bar_are_is_said_whole_in_two_lines(void **state)
{
	struct piece pieces[] = { { .share = 0.4, .label = STR_INIT("C") },
				  { .share = 0.6, .label = STR_INIT("D") } };
	struct chart_data data = data_from(2, 1, (double[]){ 6, 5 }, *state);

	struct series two[] = { data.series[0], data.series[1] };

	two[0].name = two[1].name = STR("C");
	data.series = two;
	data.categories = (struct str[]){ STR_INIT("Go") };
	data.band_low = 5;
	data.band_high = 6;
	data.band_label = STR("Weniger als 0,5 hinter Platz 1: zu knapp für "
			      "einen Sieger");
	assert_false(has_cut_text(
		chart_scene(CHART_LEAD, CHART_NARROW, &data, *state)));
	data.piece_head = STR("المركز الأول في جميع توزيعات الأوزان");
	data.pieces = pieces;
	data.piece_count = 2;
	assert_false(has_cut_text(
		chart_scene(CHART_REACH, CHART_WIDE, &data, *state)));
}

static void a_stack_numbers_only_pieces_that_have_room(void **state)
{
	struct chart_data data =
		data_from(1, 3, (double[]){ 6, 0.1, NAN }, *state);
	const struct scene *scene =
		chart_scene(CHART_STACKS, CHART_WIDE, &data, *state);
	size_t pieces = 0, numbers = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		pieces += mark->kind == MARK_RECT &&
			  mark->fill.paint == PAINT_SERIES;
		numbers += mark->kind == MARK_TEXT &&
			   mark->fill.paint == PAINT_SURFACE;
	}
	assert_int_equal(pieces, 2);
	assert_int_equal(numbers, 1);
}

static size_t bold_names(enum chart_kind kind, struct chart_data *data,
			 struct arena *arena)
{
	const struct scene *scene = chart_scene(kind, CHART_WIDE, data, arena);
	size_t bold = 0;

	for (size_t i = 0; i < scene->mark_count; i++)
		for (size_t k = 0; k < data->series_count; k++)
			bold += scene->marks[i].kind == MARK_TEXT &&
				scene->marks[i].style.bold &&
				str_equals(scene->marks[i].text,
					   data->series[k].name);
	return bold;
}

static void only_the_name_that_leads_is_bold(void **state)
{
	struct chart_data data =
		data_from(2, 2, (double[]){ 6, 1, 3, 2 }, *state);
	struct series series[2] = { data.series[0], data.series[1] };

	series[0].name = STR("Oak");
	series[1].name = STR("Elm");
	data.series = series;
	assert_int_equal(bold_names(CHART_STACKS, &data, *state), 0);
	assert_int_equal(bold_names(CHART_DIVERGING, &data, *state), 0);
	series[1].leads = true;
	assert_int_equal(bold_names(CHART_STACKS, &data, *state), 1);
	assert_int_equal(bold_names(CHART_DIVERGING, &data, *state), 1);
}

static void a_diverging_bar_is_of_the_series_that_is_ahead(void **state)
{
	struct chart_data data =
		data_from(2, 3, (double[]){ 8, 5, 1, 6, 5, NAN }, *state);
	const struct scene *scene;
	const struct mark *bar;

	data.series[0].best[0] = true;
	data.series[0].best[1] = data.series[1].best[1] = true;
	scene = chart_scene(CHART_DIVERGING, CHART_NARROW, &data, *state);
	bar = filled(scene, MARK_RECT, 0);
	assert_near(bar->x + bar->width, 144);
	assert_true(has_text(scene, "8"));
	assert_false(has_text(scene, "6"));
	assert_true(has_text(scene, "="));
	assert_true(has_text(scene, "not scored"));
}

/* As long as the difference is of the scale, and never out of sight or room. */
static void a_diverging_bar_is_as_long_as_its_lead(void **state)
{
	struct chart_data data = data_from(
		2, 4, (double[]){ 10, 5, 5.000001, 30, 0, 0, 5, 0 }, *state);
	const struct scene *scene;
	double widths[4];
	size_t count = 0;

	for (size_t j = 0; j < 4; j++)
		data.series[0].best[j] = true;
	scene = chart_scene(CHART_DIVERGING, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_RECT &&
		    scene->marks[i].height > 12)
			widths[count++ % 4] = scene->marks[i].width;
	assert_int_equal(count, 4);
	assert_near(widths[1], widths[0] / 2);
	assert_near(widths[2], 2);
	assert_near(widths[3], widths[0]);
}

static void the_best_cells_of_a_row_are_bold(void **state)
{
	struct chart_data data =
		data_from(3, 2, (double[]){ 10, 3, 4, 3, NAN, 3 }, *state);
	const struct scene *scene;

	data.series[0].best[0] = true;
	scene = chart_scene(CHART_HEAT, CHART_WIDE, &data, *state);
	assert_true(text_named(scene, "10")->style.bold);
	assert_false(text_named(scene, "4")->style.bold);
	assert_false(text_named(scene, "3")->style.bold);
	text_named(scene, "\xE2\x80\x93");
}

static void a_bar_that_takes_the_lead_is_in_accent(void **state)
{
	struct chart_data data = data_from(1, 2, (double[]){ 5, 5 }, *state);
	const struct scene *scene;
	size_t count = 0;

	data.mark = 3;
	data.series[0].low[0] = 2;
	data.series[0].low[1] = 4;
	data.series[0].high[0] = data.series[0].high[1] = 6;
	data.series[0].best[0] = true;
	scene = chart_scene(CHART_TORNADO, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		count += scene->marks[i].kind == MARK_RECT &&
			 scene->marks[i].fill.paint == PAINT_ACCENT;
	assert_int_equal(count, 1);
}

static void what_a_tornado_says_stands_in_a_column(void **state)
{
	struct chart_data data = data_from(1, 2, (double[]){ 5, 5 }, *state);
	const struct scene *scene;
	size_t count = 0;

	data.series[0].low[0] = data.series[0].low[1] = 4;
	data.series[0].high[0] = 6;
	data.series[0].high[1] = 9;
	scene = chart_scene(CHART_TORNADO, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++)
		if (scene->marks[i].kind == MARK_TEXT &&
		    str_equals(scene->marks[i].text,
			       data.series[0].labels[0])) {
			assert_int_equal(scene->marks[i].anchor, ANCHOR_END);
			assert_near(scene->marks[i].x, scene->width);
			count++;
		}
	assert_int_equal(count, 2);
}

static void what_is_no_option_has_no_sign(void **state)
{
	struct chart_data data = data_from(2, 1, (double[]){ 5, 7 }, *state);
	const struct scene *scene;

	((struct series *)data.series)[0].slot = SLOT_NONE;
	((struct series *)data.series)[1].slot = SLOT_NONE;
	scene = chart_scene(CHART_GROUPS, CHART_WIDE, &data, *state);
	for (size_t i = 0; i < scene->mark_count; i++) {
		assert_int_not_equal(scene->marks[i].kind, MARK_CIRCLE);
		assert_int_not_equal(scene->marks[i].kind, MARK_PATH);
		assert_int_not_equal(scene->marks[i].fill.paint, PAINT_SERIES);
	}
}

/* From the second axis round to the last, without the first. */
static void a_polygon_is_open_where_a_value_is_missing(void **state)
{
	struct chart_data data =
		data_from(1, 5, (double[]){ NAN, 2, 3, 4, 5 }, *state);
	const struct scene *scene =
		chart_scene(CHART_RADAR, CHART_WIDE, &data, *state);
	size_t open = 0;

	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];

		if (mark->kind != MARK_PATH || mark->closed)
			continue;
		open++;
		assert_int_equal(mark->point_count, 4);
	}
	assert_int_equal(open, 1);
}

/* Where there is no room beside the axes, a list says what they are. */
static void a_narrow_radar_numbers_its_axes_rather_than_cut_names(void **state)
{
	struct chart_data data = data_of(CHART_RADAR, 1, 8, *state);
	struct str names[8];

	assert_false(has_text(
		chart_scene(CHART_RADAR, CHART_WIDE, &data, *state), "8"));
	assert_true(has_text(
		chart_scene(CHART_RADAR, CHART_NARROW, &data, *state), "8"));
	for (size_t j = 0; j < 8; j++)
		names[j] = arena_printf(*state, "No. %zu", j);
	data.categories = names;
	assert_false(has_text(
		chart_scene(CHART_RADAR, CHART_NARROW, &data, *state), "8"));
}

/* Names of two lines need more than the axes of a small web leave them. */
static void names_around_a_small_web_are_moved_apart(void **state)
{
	struct str names[16];

	for (size_t j = 0; j < 16; j++)
		names[j] = arena_printf(*state, "Criterion %c%zu",
					(int)('A' + j), j);
	for (size_t count = 3; count <= 16; count++) {
		struct chart_data data = data_of(CHART_RADAR, 1, count, *state);
		const struct scene *scene;

		data.categories = names;
		scene = chart_scene(CHART_RADAR, CHART_NARROW, &data, *state);
		assert_clear(scene,
			     arena_printf(*state, "%zu axes", count).ptr);
		assert_inside(scene, "a small web");
	}
}

/* As many as have room, but a row of more is not read. */
static void a_list_of_numbers_has_four_columns_at_most(void **state)
{
	struct chart_data data = data_of(CHART_STACKS, 2, 40, *state);
	struct str names[40];
	const struct scene *scene;

	for (size_t j = 0; j < 40; j++)
		names[j] = arena_printf(*state, "n%zu", j);
	data.categories = names;
	scene = chart_scene(CHART_STACKS, CHART_WIDE, &data, *state);
	assert_near(text_named(scene, "n9")->x, text_named(scene, "n0")->x);
	for (size_t j = 10; j < 40; j += 10) {
		const struct mark *mark = text_named(scene, names[j].ptr);

		assert_near(mark->y, text_named(scene, "n0")->y);
		assert_near(mark->x - text_named(scene, names[j - 10].ptr)->x,
			    scene->width / 4);
	}
}

static void a_chart_without_its_shape_is_drawn_as_another(void **state)
{
	struct chart_data data = data_of(CHART_DOTS, 3, 2, *state);

	assert_non_null(
		chart_scene(CHART_DIVERGING, CHART_WIDE, &data, *state));
	assert_non_null(chart_scene(CHART_RADAR, CHART_WIDE, &data, *state));
}

static void a_scene_is_titled_by_its_data(void **state)
{
	struct chart_data data = data_of(CHART_BARS, 2, 1, *state);
	const struct scene *scene =
		chart_scene(CHART_BARS, CHART_NARROW, &data, *state);

	assert_str(scene->title, "Speed");
	assert_str(scene->description, "Go leads.");
	assert_near(scene->width, 288);
	scene = chart_scene(CHART_BARS, CHART_WIDE, &data, *state);
	assert_near(scene->width, 720);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_number_of_a_chart_is_cut),
		TEST(no_word_stands_on_blocks),
		TEST(a_piece_without_room_has_its_sign_in_the_key),
		TEST(a_number_of_one_option_keeps_its_unit),
		TEST(a_number_without_room_has_no_unit_or_is_left_out),
		TEST(no_label_of_bars_meets_another_or_leaves),
		TEST(no_label_of_a_tally_meets_another_or_leaves),
		TEST(no_label_of_dots_meets_another_or_leaves),
		TEST(no_label_of_stacks_meets_another_or_leaves),
		TEST(no_label_of_diverging_bars_meets_another_or_leaves),
		TEST(no_label_of_a_heat_table_meets_another_or_leaves),
		TEST(no_label_of_a_tornado_meets_another_or_leaves),
		TEST(no_label_of_shares_meets_another_or_leaves),
		TEST(no_label_of_groups_meets_another_or_leaves),
		TEST(no_label_of_a_spread_meets_another_or_leaves),
		TEST(no_label_of_a_radar_meets_another_or_leaves),
		TEST(no_label_of_a_lead_meets_another_or_leaves),
		TEST(what_a_total_is_judged_on_stands_beside_it),
		TEST(no_label_of_pulls_meets_another_or_leaves),
		TEST(no_label_of_parts_meets_another_or_leaves),
		TEST(no_label_of_a_scale_meets_another_or_leaves),
		TEST(no_label_of_a_reach_meets_another_or_leaves),
		TEST(no_label_of_a_scatter_meets_another_or_leaves),
		TEST(names_in_a_row_are_apart),
		TEST(a_name_of_a_scatter_lies_on_no_dot),
		TEST(no_label_of_a_map_meets_another_or_leaves),
		TEST(no_label_of_intervals_meets_another_or_leaves),
		TEST(no_label_of_panels_meets_another_or_leaves),
		TEST(no_label_of_a_slope_meets_another_or_leaves),
		TEST(pulls_stand_on_either_side_of_one_line),
		TEST(a_reach_goes_from_its_ring_to_its_sign),
		TEST(what_a_short_name_leaves_is_the_columns),
		TEST(what_has_no_room_at_the_end_of_a_reach_stands_over_it),
		TEST(no_label_of_a_reach_crosses_the_axis),
		TEST(bars_are_as_long_as_their_values),
		TEST(a_long_name_before_bars_is_whole),
		TEST(the_best_bar_is_bold_however_long),
		TEST(bars_begin_where_the_domain_does),
		TEST(the_ends_of_an_axis_say_what_they_are),
		TEST(a_missing_value_is_said_in_words),
		TEST(equal_dots_stand_one_above_the_other),
		TEST(a_tally_names_its_points_row_by_row),
		TEST(the_key_of_a_large_tally_has_the_points),
		TEST(the_sign_of_a_column_of_points_stands_over_it),
		TEST(a_name_without_room_has_two_lines),
		TEST(what_a_band_and_a_bar_are_is_said_whole_in_two_lines),
		TEST(equal_ends_of_a_tally_stand_apart),
		TEST(a_stack_numbers_only_pieces_that_have_room),
		TEST(only_the_name_that_leads_is_bold),
		TEST(a_diverging_bar_is_of_the_series_that_is_ahead),
		TEST(a_diverging_bar_is_as_long_as_its_lead),
		TEST(the_best_cells_of_a_row_are_bold),
		TEST(a_bar_that_takes_the_lead_is_in_accent),
		TEST(what_a_tornado_says_stands_in_a_column),
		TEST(what_is_no_option_has_no_sign),
		TEST(a_polygon_is_open_where_a_value_is_missing),
		TEST(a_narrow_radar_numbers_its_axes_rather_than_cut_names),
		TEST(names_around_a_small_web_are_moved_apart),
		TEST(a_list_of_numbers_has_four_columns_at_most),
		TEST(a_chart_without_its_shape_is_drawn_as_another),
		TEST(a_scene_is_titled_by_its_data),
	};

	return RUN_WITH_FONTS(tests);
}
