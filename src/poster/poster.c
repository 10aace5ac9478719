#include "poster/poster.h"

#include <math.h>
#include <string.h>

#include "poster/poster_sheet.h"

enum { SUB_MOST = 2, FOOT_PAD = 22, FOOT_LINE = 29 };

/* ISO 216: as high as wide times the root of two; 3 mm are cut off. */
static const double PRINT_HEIGHT = POSTER_WIDTH * 1190.55 / 841.89;
static const double PRINT_BLEED = POSTER_WIDTH * 3.0 / 297;
static const double PRINT_HERO = 0.61; /* where the hero ends */

/* A headline that fits, and what stands below it. */
struct head {
	struct lines headline, more;
	const struct headline *said;
};

static struct sheet sheet_for(const struct poster *poster,
			      enum poster_form form,
			      const struct palette *palette,
			      struct arena *arena);
static double height_of(enum poster_form form);
static void set_bottom(struct sheet *sheet);
static double print_hero(const struct sheet *sheet);
static struct str rest_of(const struct sheet *sheet);
static void draw_ground(struct sheet *sheet);
static bool bleeds(const struct poster *poster);
static struct head head_of(const struct sheet *sheet);
static bool is_told_here(const struct sheet *sheet,
			 const struct headline *headline);
static struct lines headline_lines(const struct sheet *sheet, struct str text);
static struct lines more_lines(const struct sheet *sheet,
			       const struct headline *said);
static struct str further_words(const struct sheet *sheet,
				const struct headline *finding);
static double draw_head(struct sheet *sheet);
static struct str first_line(const struct sheet *sheet);
static struct str second_line(const struct sheet *sheet);
static struct str third_line(const struct sheet *sheet);
static struct lines small_lines(const struct sheet *sheet, struct str text,
				double width);
static double foot_height(const struct sheet *sheet);
static void draw_foot(struct sheet *sheet);
static void draw_hero(struct sheet *sheet);
static void extend_to_bleed(struct scene *scene);
static void describe(struct sheet *sheet, const struct head *head);
static struct str ended(const struct sheet *sheet, struct str text);
static bool ends_sentence(struct str text);

struct scene *poster_scene(const struct poster *poster, enum poster_form form,
			   const struct palette *palette, struct arena *arena)
{
	struct sheet sheet = sheet_for(poster, form, palette, arena);

	draw_ground(&sheet);
	sheet.top = draw_head(&sheet);
	set_bottom(&sheet);
	draw_hero(&sheet);
	if (form == POSTER_PRINT)
		poster_print_columns(&sheet, sheet.bottom,
				     sheet.foot - foot_height(&sheet));
	draw_foot(&sheet);
	if (poster->is_rtl)
		scene_mirror(sheet.scene);
	if (form == POSTER_PRINT)
		extend_to_bleed(sheet.scene);
	return sheet.scene;
}

static struct sheet sheet_for(const struct poster *poster,
			      enum poster_form form,
			      const struct palette *palette,
			      struct arena *arena)
{
	double height = height_of(form);
	bool story = form == POSTER_STORY;
	/* Ink is not to be wasted on paper. */
	bool night = form != POSTER_PRINT &&
		     (palette->dark_first || poster->kind == POSTER_FIELD);
	struct sheet sheet = {
		.poster = poster,
		.form = form,
		.scene = scene_new(POSTER_WIDTH, height, arena),
		.colours = night ? palette->night : palette->paper,
		.fade = night ? 0.62 : 0.58,
		.head = story ? STORY_TOP : 0,
		.foot = story ? STORY_BOTTOM : height,
		.arena = arena,
	};

	sheet.scene->title = poster->title;
	sheet.scene->language = poster->language;
	sheet.scene->has_ground = true;
	sheet.scene->is_outlined = true;
	if (form == POSTER_PRINT) {
		sheet.scene->margin = PRINT_BLEED;
		sheet.scene->bleed = PRINT_BLEED;
	}
	if (poster->option_count == 2 && poster->kind != POSTER_FIELD)
		sheet_set_sides(&sheet, palette, night,
				(size_t[]){ poster->options[0].slot,
					    poster->options[1].slot });
	return sheet;
}

static double height_of(enum poster_form form)
{
	switch (form) {
	case POSTER_PORTRAIT:
		return 1350;
	case POSTER_SQUARE:
		return 1080;
	case POSTER_STORY:
		return 1920;
	case POSTER_PRINT:
		return PRINT_HEIGHT;
	}
	return 0;
}

/*
 * What is left out takes a line of the foot, so the hero has less room, and
 * may leave out more.
 */
static void set_bottom(struct sheet *sheet)
{
	bool print = sheet->form == POSTER_PRINT;

	for (int round = 0; round < 3; round++) {
		sheet->bottom = print ? print_hero(sheet)
				      : sheet->foot - foot_height(sheet);
		sheet->rest = rest_of(sheet);
	}
}

/* Where there is little to say below it, it is larger. */
static double print_hero(const struct sheet *sheet)
{
	struct sheet trial = *sheet;
	double foot = sheet->foot - foot_height(sheet), end;

	trial.scene = scene_new(POSTER_WIDTH, PRINT_HEIGHT, sheet->arena);
	end = poster_print_columns(&trial, PRINT_HEIGHT * PRINT_HERO, foot);
	return PRINT_HEIGHT * PRINT_HERO + fmax(foot - end, 0);
}

static struct str rest_of(const struct sheet *sheet)
{
	switch (sheet->poster->kind) {
	case POSTER_DUEL:
		return poster_duel_rest(sheet);
	case POSTER_QUILT:
		return poster_quilt_rest(sheet);
	case POSTER_UNSCORED:
		return poster_unscored_rest(sheet);
	case POSTER_STEPS:
	case POSTER_TOWERS:
	case POSTER_FIELD:
		break;
	}
	return sheet->poster->cuts[sheet->poster->option_count];
}

static void draw_ground(struct sheet *sheet)
{
	const struct palette_poster *c = &sheet->colours;
	double height = sheet->scene->height, half = POSTER_WIDTH / 2.0;

	sheet_rect(sheet, 0, 0, POSTER_WIDTH, height, c->paper);
	if (sheet->form != POSTER_STORY || !bleeds(sheet->poster))
		return;
	sheet_rect(sheet, 0, 0, half, height, c->sides[0]);
	sheet_rect(sheet, half, 0, half, height, c->sides[1]);
}

/* Whether its grounds go on beyond the words of a story. */
static bool bleeds(const struct poster *poster)
{
	return poster->kind == POSTER_DUEL;
}

static double draw_head(struct sheet *sheet)
{
	const struct palette_poster *c = &sheet->colours;
	struct head head = head_of(sheet);
	double y = sheet->head, size = head.headline.style.size;
	bool square = sheet->form == POSTER_SQUARE;
	struct text_style small = { FONT_BODY, 22, true };
	size_t at = sheet->scene->mark_count;

	if (sheet->form == POSTER_STORY && bleeds(sheet->poster))
		sheet_rect(sheet, 0, y, POSTER_WIDTH, 0, c->paper);
	y += square ? 58 : 66;
	if (!str_equals(head.said->text, sheet->poster->title))
		sheet_text(sheet, SHEET_MARGIN, y, ANCHOR_START,
			   sheet_cut(sheet, sheet->poster->title, small,
				     SHEET_INNER),
			   small, c->muted);
	y += 12 + size * 0.92;
	sheet_put(sheet, SHEET_MARGIN, y, ANCHOR_START, &head.headline, c->ink);
	for (size_t k = 0; k < head.headline.count; k++)
		sheet->scene->marks[sheet->scene->mark_count - 1 - k]
			.is_heading = true;
	y += head.headline.leading * ((double)head.headline.count - 1);
	y += size * 0.3;
	if (head.more.count) {
		y += 34;
		sheet_put(sheet, SHEET_MARGIN, y, ANCHOR_START, &head.more,
			  c->muted);
		y += head.more.leading * ((double)head.more.count - 1);
	}
	y += square ? 26 : 34;
	if (sheet->form == POSTER_STORY && bleeds(sheet->poster))
		sheet->scene->marks[at].height = y - sheet->head;
	describe(sheet, &head);
	return y;
}

static struct head head_of(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct head head = { 0 };

	for (size_t k = 0; k < poster->headline_count; k++) {
		const struct headline *said = &poster->headlines[k];

		if (k + 1 < poster->headline_count &&
		    !is_told_here(sheet, said))
			continue;
		head.said = said;
		head.headline = headline_lines(sheet, said->text);
		if (head.headline.is_whole)
			break;
	}
	head.more = more_lines(sheet, head.said);
	return head;
}

/* Purposes are drawn in a story of two and in print. */
static bool is_told_here(const struct sheet *sheet,
			 const struct headline *headline)
{
	return shows_purposes(sheet) || sheet->form == POSTER_PRINT ||
	       !headline_is_of_purposes(headline);
}

static struct lines headline_lines(const struct sheet *sheet, struct str text)
{
	bool square = sheet->form == POSTER_SQUARE;
	struct setting one = { .font = FONT_DISPLAY,
			       .bold = true,
			       .size = square ? 108 : 122,
			       .floor = square ? 64 : 92,
			       .most = 1,
			       .leading = 1.06 };
	struct setting two = one;
	struct lines lines = sheet_lines(sheet, text, SHEET_INNER, one);

	if (lines.is_whole)
		return lines;
	two.size = square ? 66 : 92;
	two.floor = square ? 48 : 54;
	two.most = 2;
	lines = sheet_lines(sheet, text, SHEET_INNER, two);
	if (lines.is_whole)
		return lines;
	two.size = two.floor;
	two.floor = 36;
	two.most = 3;
	return sheet_lines(sheet, text, SHEET_INNER, two);
}

/* What the finding itself adds; else the next one that stays whole. */
static struct lines more_lines(const struct sheet *sheet,
			       const struct headline *said)
{
	const struct poster *poster = sheet->poster;
	struct setting set = { .font = FONT_BODY,
			       .size = 25,
			       .floor = 20,
			       .most = SUB_MOST,
			       .leading = 1.3 };
	struct str text = said->more;
	struct lines none = { 0 }, lines;
	size_t k = 0;

	if (sheet->form == POSTER_SQUARE)
		set.size = 23;
	while (k < poster->headline_count && &poster->headlines[k] != said)
		k++;
	/* A story has few words, but says that there is no result. */
	if (sheet->form == POSTER_STORY && poster->kind != POSTER_UNSCORED)
		return none;
	for (k++;; k++) {
		lines = text.len ? sheet_lines(sheet, text, SHEET_INNER, set)
				 : none;
		if (lines.is_whole || k >= poster->headline_count)
			break;
		text = further_words(sheet, &poster->headlines[k]);
	}
	return lines.is_whole ? lines : none;
}

/* What a finding says under another. */
static struct str further_words(const struct sheet *sheet,
				const struct headline *finding)
{
	/* What they add makes sense under their own words alone. */
	if (!strcmp(finding->rule, "plain") ||
	    !strcmp(finding->rule, "runaway"))
		return STR("");
	if (finding->more.len)
		return finding->more;
	return ended(sheet, finding->text);
}

static void describe(struct sheet *sheet, const struct head *head)
{
	struct str more = STR("");

	for (size_t k = 0; k < head->more.count; k++)
		more = ARENA_JOIN(sheet->arena, more,
				  sheet->poster->sentence_gap,
				  head->more.lines[k]);
	sheet->scene->description =
		ARENA_JOIN(sheet->arena, ended(sheet, head->said->text), more);
}

static struct str ended(const struct sheet *sheet, struct str text)
{
	return ends_sentence(text) ? text
				   : ARENA_JOIN(sheet->arena, text,
						sheet->poster->sentence_end);
}

/* A title may have a mark of its own. */
static bool ends_sentence(struct str text)
{
	static const char *const MARKS[] = {
		".", "?", "!", "\xE3\x80\x82", "\xEF\xBC\x9F", "\xD8\x9F"
	};

	for (size_t k = 0; k < sizeof(MARKS) / sizeof(*MARKS); k++)
		if (str_ends(text, MARKS[k]))
			return true;
	return false;
}

/* The sum of a duel, else where it is from. */
static struct str first_line(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;

	if (poster->kind == POSTER_DUEL && poster->equation.len &&
	    !shows_purposes(sheet))
		return poster->equation;
	return poster->address.len ? poster->address : poster->title;
}

static struct str second_line(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct str first = first_line(sheet);
	struct str key =
		shows_purposes(sheet) ? poster->purposes_key : poster->key;

	if (poster->kind == POSTER_TOWERS)
		key = poster_towers_lie(sheet)
			      ? poster->lying_key
			      : sheet_join(sheet, key, poster->wins_key);
	return sheet_join(sheet, key,
			  str_equals(first, poster->address) ? STR("")
							     : poster->address);
}

static struct str third_line(const struct sheet *sheet)
{
	return sheet_join(sheet, sheet->rest, sheet->poster->notes);
}

static struct lines small_lines(const struct sheet *sheet, struct str text,
				double width)
{
	struct setting set = { .font = FONT_BODY,
			       .size = 20,
			       .floor = SHEET_FLOOR,
			       .most = 2,
			       .leading = FOOT_LINE / 20.0 };
	struct lines none = { 0 };

	return text.len ? sheet_lines(sheet, text, width, set) : none;
}

static double foot_height(const struct sheet *sheet)
{
	struct lines second =
		small_lines(sheet, second_line(sheet), SHEET_INNER);
	struct lines third = small_lines(sheet, third_line(sheet), SHEET_INNER);

	return FOOT_PAD * 2 + 12 +
	       FOOT_LINE * (double)(1 + second.count + third.count) - 2;
}

static void draw_foot(struct sheet *sheet)
{
	const struct palette_poster *c = &sheet->colours;
	const struct poster *poster = sheet->poster;
	struct text_style bold = { FONT_BODY, 25, true };
	struct text_style plain = { FONT_BODY, 20, false };
	double height = foot_height(sheet), y = sheet->foot - height + 42;
	double credits = text_width(poster->credits, plain);
	struct lines lines;

	/* Of a story it goes on to the edge, where no side's ground does. */
	sheet_rect(sheet, 0, sheet->foot - height, POSTER_WIDTH,
		   bleeds(poster) ? height
				  : sheet->scene->height - sheet->foot + height,
		   c->foot);
	sheet_text(sheet, SHEET_RIGHT, y, ANCHOR_END, poster->credits, plain,
		   c->foot_muted);
	lines = sheet_lines(sheet, first_line(sheet),
			    SHEET_INNER - credits - 32,
			    (struct setting){ .font = FONT_BODY,
					      .bold = true,
					      .size = bold.size,
					      .floor = SHEET_FLOOR,
					      .most = 1 });
	if (!lines.is_whole)
		lines.lines[0] =
			sheet_cut(sheet, first_line(sheet), lines.style,
				  SHEET_INNER - credits - 32);
	sheet_put(sheet, SHEET_MARGIN, y, ANCHOR_START, &lines, c->foot_ink);
	sheet->scene->marks[sheet->scene->mark_count - 1].link = poster->url;
	y += FOOT_LINE + 8;
	lines = small_lines(sheet, second_line(sheet), SHEET_INNER);
	sheet_put(sheet, SHEET_MARGIN, y, ANCHOR_START, &lines, c->foot_muted);
	y += FOOT_LINE * (double)lines.count;
	lines = small_lines(sheet, third_line(sheet), SHEET_INNER);
	sheet_put(sheet, SHEET_MARGIN, y, ANCHOR_START, &lines, c->foot_ink);
}

static void draw_hero(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;

	switch (poster->kind) {
	case POSTER_DUEL:
		if (shows_purposes(sheet))
			poster_purposes(sheet);
		else
			poster_duel(sheet);
		break;
	case POSTER_STEPS:
		poster_steps(sheet);
		break;
	case POSTER_TOWERS:
		poster_towers(sheet);
		break;
	case POSTER_FIELD:
		poster_field(sheet);
		break;
	case POSTER_QUILT:
		poster_quilt(sheet);
		break;
	case POSTER_UNSCORED:
		poster_unscored(sheet);
		break;
	}
}

/* What reaches an edge goes on to where the paper is cut, and beyond. */
static void extend_to_bleed(struct scene *scene)
{
	double bleed = scene->bleed;

	for (size_t i = 0; i < scene->mark_count; i++) {
		struct mark *mark = &scene->marks[i];
		double right = mark->x + mark->width;
		double end = mark->y + mark->height;

		if (mark->kind != MARK_RECT)
			continue;
		if (mark->x <= 0) {
			mark->x -= bleed;
			mark->width += bleed;
		}
		if (right >= scene->width)
			mark->width += bleed;
		if (mark->y <= 0) {
			mark->y -= bleed;
			mark->height += bleed;
		}
		if (end >= scene->height)
			mark->height += bleed;
	}
}
