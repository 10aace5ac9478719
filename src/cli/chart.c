#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "chart/chart.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "draw/fonts.h"
#include "draw/scene_pdf.h"
#include "draw/scene_png.h"
#include "draw/scene_svg.h"
#include "draw/text_measure.h"
#include "make/workshop.h"
#include "poster/card.h"
#include "poster/poster.h"
#include "view/chart_view.h"
#include "view/share_view.h"
#include "view/poster_view.h"

enum { NARROW_BELOW = 480 }; /* CSS pixels */

/* One picture of one comparison. */
struct drawing {
	const char *out; /* its ending says as what */
	double width;	 /* CSS pixels; 0: its own */
	double scale;	 /* of a PNG */
	struct workshop w;
	struct bench bench;
};

static int run(const struct options *options);
static bool takes(const struct options *options);
static bool is_form(struct str ending);
static bool draw(struct drawing *d, struct str id, struct arena *arena);
static bool find_comparison(struct workshop *w, struct str *chart,
			    size_t *slug);
static bool draw_picture(struct drawing *d, struct str id);
static struct scene *picture_of(struct drawing *d, struct str id);
static bool find_card(struct drawing *d, struct str id, struct card *card);
static bool find_pair_card(struct drawing *d, struct str of, struct card *card);
static bool no_chart(struct drawing *d, struct str id);
static bool put(struct drawing *d, struct scene *scene);

const struct command COMMAND_CHART = {
	.name = "chart",
	.usage = "[CONTENT] CHART -o FILE",
	.does = "draw one chart or infographic",
	.wants = "a chart, such as nodejs-vs-python/heat",
	.run = run,
	.help = "Usage: paragone chart [CONTENT] CHART -o FILE.{svg,png,pdf} [OPTIONS]\n"
		"\n"
		"Draws one chart of a comparison into FILE; its ending says as what.\n"
		"CHART is a comparison and a chart, as under charts/ in the site:\n"
		"nodejs-vs-python/tornado, or tornado where there is one comparison.\n"
		"Also card, card-ID of a criterion, an option or a pair (card-a-vs-b),\n"
		"badge, infographic, infographic-square, -story and -a3.\n"
		"\n"
		"      --width N          CSS pixels (100 to 10000), in every form; the layout\n"
		"                         for small screens below 480\n"
		"      --scale N          of a PNG: pixels to a CSS pixel (0.1 to 10)\n"
		"      --theme NAME, --base-url URL, --drafts, --strict  as in build\n"
		"\n"
		"Example: paragone chart content nodejs-vs-python/heat -o heat.png "
		"--scale 2\n",
};

static int run(const struct options *options)
{
	struct drawing d = { .out = options->order.out,
			     .width = options->width,
			     .scale = options->scale > 0 ? options->scale : 1 };
	struct workshop *w = &d.w;
	struct arena arena = { 0 };
	int status;

	if (!takes(options))
		return 2;
	if (workshop_open(w, &options->order) && w->ready)
		draw(&d, str_from(options->page), &arena);
	status = output_diags(w->diags, options->json);
	arena_release(&arena);
	scene_png_end_thread();
	text_measure_end_thread();
	workshop_close(w);
	return status;
}

/* An option that would be without effect is a mistake. */
static bool takes(const struct options *options)
{
	const char *out = options->order.out;
	struct str form = out ? path_extension(str_from(out)) : STR("");

	if (!out)
		fputs("paragone: expected -o and a file\n"
		      "  hint: `paragone help` explains\n",
		      stderr);
	else if (!is_form(form))
		fprintf(stderr,
			"paragone: the file must end in .svg, .png or .pdf, "
			"not \"%s\"\n",
			out);
	else if (options->scale > 0 && !str_is(form, "png"))
		fputs("paragone: \"--scale\" is of a PNG: other forms are as "
		      "sharp at any size\n"
		      "  hint: end the file in .png, or leave it out\n",
		      stderr);
	else
		return true;
	return false;
}

static bool is_form(struct str ending)
{
	return str_is(ending, "svg") || str_is(ending, "png") ||
	       str_is(ending, "pdf");
}

static bool draw(struct drawing *d, struct str id, struct arena *arena)
{
	struct workshop *w = &d->w;
	size_t slug;

	return find_comparison(w, &id, &slug) &&
	       bench_set_up(&d->bench, w, slug, w->diags, arena) &&
	       draw_picture(d, id);
}

/* "slug/chart", or "chart" where there is no choice; leaves the chart. */
static bool find_comparison(struct workshop *w, struct str *chart, size_t *slug)
{
	struct str rest = *chart, first = str_cut(&rest, '/');
	const struct site *site = &w->site;

	*slug = 0;
	if (!rest.ptr && site->slug_count == 1)
		return true;
	for (; *slug < site->slug_count; ++*slug)
		if (rest.ptr && str_equals(site->slugs[*slug], first)) {
			*chart = rest;
			return true;
		}
	diag_error(w->diags, (struct place){ .file = NULL },
		   rest.ptr ? "there is no comparison \"%.*s\""
			    : "which comparison's chart is \"%.*s\"?",
		   STR_ARG(first));
	if (rest.ptr)
		diag_suggest(w->diags, first, site->slugs, site->slug_count);
	else
		diag_hint(w->diags, "write COMPARISON/%.*s", STR_ARG(first));
	return false;
}

static bool draw_picture(struct drawing *d, struct str id)
{
	double width = d->width;
	struct scene *picture = picture_of(d, id);
	bool is_narrow = width > 0 && width < NARROW_BELOW;
	struct chart *chart;

	if (picture)
		return put(d, picture);
	chart = chart_find(&d->bench.subject, id);
	if (!chart)
		return no_chart(d, id);
	return put(d, chart_scene(chart->kind,
				  is_narrow ? CHART_NARROW : CHART_WIDE,
				  &chart->data, d->bench.arena));
}

static struct scene *picture_of(struct drawing *d, struct str id)
{
	static const struct {
		const char *name;
		enum poster_form form;
	} POSTERS[] = {
		{ "infographic", POSTER_PORTRAIT },
		{ "infographic-poster", POSTER_PORTRAIT },
		{ "infographic-square", POSTER_SQUARE },
		{ "infographic-story", POSTER_STORY },
		{ "infographic-a3", POSTER_PRINT },
	};
	struct poster poster;
	struct card card;

	if (find_card(d, id, &card))
		return card_scene(&card, &d->bench.palette, d->bench.arena);
	if (str_is(id, "badge") && d->bench.r->judged) {
		struct badge badge = badge_of(&d->bench.subject);

		return badge_scene(&badge, d->bench.arena);
	}
	for (size_t i = 0; i < sizeof(POSTERS) / sizeof(*POSTERS); i++) {
		if (!str_is(id, POSTERS[i].name))
			continue;
		poster = poster_of(&d->bench.subject,
				   bench_logos(&d->bench, d->bench.arena));
		return poster_scene(&poster, POSTERS[i].form, &d->bench.palette,
				    d->bench.arena);
	}
	return NULL;
}

/* "card", or "card-" and the id of a criterion, an option or a pair. */
static bool find_card(struct drawing *d, struct str id, struct card *card)
{
	const struct subject *s = &d->bench.subject;
	const struct comparison *c = s->c;
	struct str of = str_from_byte(id, 5);
	size_t at;

	if (str_is(id, "card")) {
		*card = card_of(s);
		return true;
	}
	if (!str_starts(id, "card-"))
		return false;
	at = comparison_find_criterion(c, of);
	if (at < c->criterion_count) {
		*card = criterion_card_of(s, at);
		return true;
	}
	at = comparison_find_option(c, of);
	if (at < c->option_count) {
		*card = option_card_of(s, at);
		return true;
	}
	return find_pair_card(d, of, card);
}

static bool find_pair_card(struct drawing *d, struct str of, struct card *card)
{
	const struct comparison *c = d->bench.subject.c;

	for (size_t i = 0; i < c->option_count; i++) {
		struct str id = c->options[i].id;
		struct str rest = str_from_byte(of, id.len);
		size_t other;

		if (!str_equals(str_slice(of, 0, id.len), id) ||
		    !str_starts(rest, "-vs-"))
			continue;
		other = comparison_find_option(c, str_from_byte(rest, 4));
		if (other < c->option_count && other != i) {
			struct versus_basis basis =
				versus_basis_of(c, d->bench.r, d->bench.arena);
			struct versus *versus =
				arena_new(d->bench.arena, struct versus);
			struct pair_subject p;

			*versus = versus_of(&basis, pair_of(i, other),
					    d->bench.arena);
			p = pair_subject_of(&d->bench.subject, versus);
			*card = pair_card_of(&p);
			return true;
		}
	}
	return false;
}

/* A chart may be known and not apply: then there is nothing to draw. */
static bool no_chart(struct drawing *d, struct str id)
{
	struct chart *charts[CHARTS_MOST];
	struct str names[CHARTS_MOST];
	size_t count = charts_all(&d->bench.subject, charts);
	struct str list = { "", 0 };

	for (size_t k = 0; k < count; k++) {
		names[k] = charts[k]->id;
		list = ARENA_JOIN(d->bench.arena, list, k ? STR(", ") : STR(""),
				  names[k]);
	}
	diag_error(d->w.diags, (struct place){ .file = NULL },
		   "%.*s has no chart \"%.*s\"", STR_ARG(d->bench.c.slug),
		   STR_ARG(id));
	diag_hint(
		d->w.diags,
		"it has %.*s; besides these criterion-ID, option-ID, card, card-ID, "
		"badge and infographic",
		STR_ARG(list));
	diag_suggest(d->w.diags, id, names, count);
	return false;
}

static bool put(struct drawing *d, struct scene *scene)
{
	const char *path = d->out;
	struct str form = path_extension(str_from(path));
	double own = scene->width + 2 * scene->margin;
	double zoom = d->width > 0 ? d->width / own : 1;
	struct str date = phrase_date_iso(d->bench.c.updated, d->bench.arena);
	struct buf buf = { 0 };
	bool ok = true;

	scene->has_ground = true;
	if (str_is(form, "svg") && d->width > 0)
		scene_svg_sized(scene, d->width, &d->bench.palette, &buf);
	else if (str_is(form, "svg"))
		scene_svg_file(scene, &d->bench.palette, &buf);
	else if (str_is(form, "png"))
		ok = scene_png(d->w.diags, path, scene, &d->bench.palette,
			       zoom * d->scale, &buf);
	else
		ok = scene->bleed > 0 && d->width == 0
			     ? scene_pdf(d->w.diags, path, scene,
					 &d->bench.palette,
					 PDF_A3_WIDTH + 2 * PDF_BLEED,
					 PDF_A3_HEIGHT + 2 * PDF_BLEED, date,
					 &buf)
			     : scene_pdf(d->w.diags, path, scene,
					 &d->bench.palette, own * zoom * 0.75,
					 (scene->height + 2 * scene->margin) *
						 zoom * 0.75,
					 date, &buf);
	ok = ok && !fonts_failed(d->w.diags);
	if (ok && !file_write(path, buf_str(&buf)))
		ok = diag_system(d->w.diags, path, "cannot be written");
	buf_release(&buf);
	return ok;
}
