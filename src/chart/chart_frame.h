/*
 * What all charts share: sizes of text, the column of names, the key.
 *
 * Sources: chart_bar.c, chart_diverging.c, chart_dot.c, chart_group.c,
 * chart_heat.c, chart_intervals.c, chart_lead.c, chart_map.c, chart_panels.c,
 * chart_parts.c, chart_pulls.c, chart_radar.c, chart_reach.c, chart_scale.c,
 * chart_scatter.c, chart_slope.c, chart_stack.c, chart_tally.c,
 * chart_tornado.c.
 */
#ifndef CHART_CHART_FRAME_H
#define CHART_CHART_FRAME_H

#include "chart/chart.h"

struct frame_of_chart {
	const struct chart_data *data;
	struct scene *scene; /* its height is set at the end */
	bool narrow;
	double top; /* where what comes next begins */
	struct arena *arena;
};

struct text_style chart_text(void);
struct text_style chart_bold(void);
struct text_style chart_small(void);

/* A scene as wide as asked; its title and description are the data's. */
struct frame_of_chart chart_begin(const struct chart_data *data,
				  enum chart_width width, struct arena *arena);

/*
 * Signs and names of the series, as many lines as they need; with the values
 * of the last category, when they stand nowhere else.
 */
void chart_key(struct frame_of_chart *f, bool with_totals);

/*
 * A name whose middle is at `y`: one line, or two small ones, within 26
 * pixels.
 */
void chart_name(struct frame_of_chart *f, double x, double y, double width,
		struct str name, struct text_style style);

/*
 * A small name in two lines; `whole` says that it is neither shortened nor
 * broken within a word.
 */
size_t chart_wrap(const struct frame_of_chart *f, struct str name, double width,
		  struct str lines[2], bool *whole);

/* One line whose middle is at `y`, shortened to `width`. */
struct mark *chart_label(struct frame_of_chart *f, double x, double y,
			 double width, struct str text, struct text_style style,
			 enum paint paint);

/* The same of a name, shortened as names are. */
struct mark *chart_label_name(struct frame_of_chart *f, double x, double y,
			      double width, struct str name,
			      struct text_style style, enum paint paint);

/*
 * The same of a number, which is never cut: where there is no room for its
 * unit it stands without it, and where there is none for itself it is left to
 * the table.
 */
struct mark *chart_figure(struct frame_of_chart *f, double x, double y,
			  double width, struct str number,
			  struct text_style style, enum paint paint);

/* What chart_figure() shows of it; of two numbers first one loses its unit. */
struct str chart_figure_fit(struct str number, struct text_style style,
			    double width, struct arena *arena);

/* The sign of a series, or a plain square for what is no option. */
void chart_sign(struct frame_of_chart *f, double x, double y, double radius,
		size_t slot);

/* The categories by number, where there is no room for names: "1 Speed". */
void chart_numbers(struct frame_of_chart *f);

/* The number that chart_numbers() gives a category. */
struct str chart_number(const struct frame_of_chart *f, size_t category);

/* The width of the longest name, at most `most`. */
double chart_names_width(const struct str *names, size_t count,
			 struct text_style style, double most);

/* The same of the categories, as they stand beside their rows. */
double chart_categories_width(const struct chart_data *data, double most);

double chart_series_width(const struct chart_data *data,
			  struct text_style style, double most);

/* The width of the longest label of a value that is not missing. */
double chart_labels_width(const struct chart_data *data,
			  struct text_style style, double most);

/* The short name of a series, or the whole one. */
struct str chart_short_name(const struct series *series);

/* The position of a value between `from` and `to`, clamped to them. */
double chart_map(const struct chart_data *data, double value, double from,
		 double to);

/* Whether it is the best of its category: then it is shown in bold. */
bool chart_is_best(const struct series *series, size_t category);

/* Of a name or total where it stands for the whole result: bold if it leads. */
struct text_style chart_name_style(const struct series *series);

/* What the ends of the domain stand for, under or over them; or nothing. */
void chart_ends(struct frame_of_chart *f, double left, double right);

/*
 * The ticks of an axis from `left` to `right`: their labels, as many as have
 * room, in the middle of `y`; and lines from `top` to `bottom`.
 */
void chart_ticks(struct frame_of_chart *f, double left, double right, double y,
		 double top, double bottom);

/* The kinds of chart.h. */
struct scene *chart_bars(const struct chart_data *data, enum chart_width width,
			 struct arena *arena);
struct scene *chart_tally_lines(const struct chart_data *data,
				enum chart_width width, struct arena *arena);
struct scene *chart_dots(const struct chart_data *data, enum chart_width width,
			 struct arena *arena);
struct scene *chart_stacks(const struct chart_data *data,
			   enum chart_width width, struct arena *arena);
struct scene *chart_shares(const struct chart_data *data,
			   enum chart_width width, struct arena *arena);
struct scene *chart_diverging(const struct chart_data *data,
			      enum chart_width width, struct arena *arena);
struct scene *chart_heat(const struct chart_data *data, enum chart_width width,
			 struct arena *arena);
struct scene *chart_tornado(const struct chart_data *data,
			    enum chart_width width, struct arena *arena);
struct scene *chart_groups(const struct chart_data *data,
			   enum chart_width width, struct arena *arena);
struct scene *chart_spread(const struct chart_data *data,
			   enum chart_width width, struct arena *arena);
struct scene *chart_radar(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);
struct scene *chart_lead(const struct chart_data *data, enum chart_width width,
			 struct arena *arena);
struct scene *chart_pulls(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);
struct scene *chart_parts(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);
struct scene *chart_scale(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);
struct scene *chart_scatter(const struct chart_data *data,
			    enum chart_width width, struct arena *arena);
struct scene *chart_map_of_weights(const struct chart_data *data,
				   enum chart_width width, struct arena *arena);
struct scene *chart_intervals(const struct chart_data *data,
			      enum chart_width width, struct arena *arena);
struct scene *chart_panels(const struct chart_data *data,
			   enum chart_width width, struct arena *arena);
struct scene *chart_slope(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);
struct scene *chart_reach(const struct chart_data *data, enum chart_width width,
			  struct arena *arena);

#endif
