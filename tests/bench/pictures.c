/*
 * What one picture of the shipped comparison costs in CPU time: cards, charts
 * as SVG, infographics as PNG.  `pictures CONTENT`.
 */
#include <stdio.h>
#include <time.h>

#include "make/workshop.h"
#include "poster/card.h"
#include "chart/chart.h"
#include "poster/poster.h"
#include "draw/scene_pdf.h"
#include "draw/scene_png.h"
#include "draw/scene_svg.h"
#include "draw/text_measure.h"
#include "view/chart_view.h"
#include "view/share_view.h"
#include "view/poster_view.h"

struct studio {
	struct bench *bench;
	struct subject subject; /* what is made of it is the studio's */
	struct arena arena;
	struct buf buf;
};

static void draw_card(struct studio *studio)
{
	struct card card = card_of(&studio->subject);

	scene_png(studio->bench->diags, "card.png",
		  card_scene(&card, &studio->bench->palette, &studio->arena),
		  &studio->bench->palette, 1, &studio->buf);
}

static void draw_chart(struct studio *studio)
{
	struct chart *chart = scoreboard_chart(&studio->subject);

	scene_svg_file(chart_scene(chart->kind, CHART_WIDE, &chart->data,
				   &studio->arena),
		       &studio->bench->palette, &studio->buf);
}

static void draw_dumbbell(struct studio *studio)
{
	struct chart *chart = criteria_chart(&studio->subject);

	scene_svg_file(chart_scene(chart->kind, CHART_WIDE, &chart->data,
				   &studio->arena),
		       &studio->bench->palette, &studio->buf);
}

static void draw_poster(struct studio *studio)
{
	struct poster poster = poster_of(&studio->subject, NULL);

	scene_png(studio->bench->diags, "infographic.png",
		  poster_scene(&poster, POSTER_PORTRAIT,
			       &studio->bench->palette, &studio->arena),
		  &studio->bench->palette, 1, &studio->buf);
}

static void draw_pdf(struct studio *studio)
{
	struct poster poster = poster_of(&studio->subject, NULL);

	scene_pdf(studio->bench->diags, "infographic.pdf",
		  poster_scene(&poster, POSTER_PRINT, &studio->bench->palette,
			       &studio->arena),
		  &studio->bench->palette, PDF_A3_WIDTH + 2 * PDF_BLEED,
		  PDF_A3_HEIGHT + 2 * PDF_BLEED, STR("2026-01-01"),
		  &studio->buf);
}

static double milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void time_it(const char *what, void (*draw)(struct studio *),
		    struct bench *bench, int times)
{
	struct studio studio = { .bench = bench, .subject = bench->subject };
	double started;

	studio.subject.arena = &studio.arena;
	draw(&studio);
	started = milliseconds();
	for (int i = 0; i < times; i++) {
		arena_reset(&studio.arena);
		buf_reset(&studio.buf);
		draw(&studio);
	}
	printf("  %-28s %8.3f ms %8zu bytes\n", what,
	       (milliseconds() - started) / times, studio.buf.len);
	arena_release(&studio.arena);
	buf_release(&studio.buf);
}

int main(int count, char **arguments)
{
	struct order order = { .content =
				       count > 1 ? arguments[1] : "content" };
	struct workshop w;
	struct bench bench;
	struct arena arena = { 0 };

	if (!workshop_open(&w, &order) || !w.ready ||
	    !bench_set_up(&bench, &w, w.site.slug_count - 1, w.diags, &arena))
		return 1;
	printf("one picture of %.*s, CPU time\n", STR_ARG(bench.c.slug));
	time_it("card, PNG", draw_card, &bench, 200);
	time_it("chart of totals, SVG", draw_chart, &bench, 5000);
	time_it("chart of all scores, SVG", draw_dumbbell, &bench, 2000);
	time_it("infographic, PNG", draw_poster, &bench, 20);
	time_it("infographic, PDF", draw_pdf, &bench, 20);
	scene_png_end_thread();
	text_measure_end_thread();
	arena_release(&arena);
	workshop_close(&w);
	return 0;
}
