/*
 * What the pictures of an infographic share: the sheet they are drawn on, its
 * colours, and how a text is set so that its words stay whole.
 */
#ifndef POSTER_POSTER_SHEET_H
#define POSTER_POSTER_SHEET_H

#include "poster/poster.h"

enum {
	SHEET_MARGIN = 56,
	SHEET_RIGHT = POSTER_WIDTH - SHEET_MARGIN,
	SHEET_INNER = SHEET_RIGHT - SHEET_MARGIN,
	SHEET_LINES = 4,  /* of one text, at the most */
	SHEET_FLOOR = 19, /* the smallest text */
};

struct sheet {
	const struct poster *poster;
	struct scene *scene;
	struct palette_poster colours;
	double fade; /* of those that do not lead */
	enum poster_form form;
	double head, foot;  /* where the words may begin and must end */
	double top, bottom; /* of the hero, between head and foot */
	struct str rest;    /* what a hero has no room for, for the foot */
	struct arena *arena;
};

/* How a text is set: as large as fits, down to the floor. */
struct setting {
	enum font font;
	bool bold;
	double size, floor;
	size_t most;	/* lines */
	double leading; /* of the size; 0: 1.2 */
};

struct lines {
	struct str lines[SHEET_LINES + 1];
	size_t count;
	struct text_style style;
	double leading;
	bool is_whole; /* no word is broken, nothing left out */
};

struct lines sheet_lines(const struct sheet *sheet, struct str text,
			 double width, struct setting setting);
/* The same of a name; its short form where the long one does not fit. */
struct lines sheet_name(const struct sheet *sheet, struct str name,
			struct str short_name, double width,
			struct setting setting);
double lines_height(const struct lines *lines);
double lines_width(const struct lines *lines);

/* With the middle of all lines at `y`; or the first baseline there. */
void sheet_put_middle(struct sheet *sheet, double x, double y,
		      enum anchor anchor, const struct lines *lines,
		      uint32_t colour);
void sheet_put(struct sheet *sheet, double x, double y, enum anchor anchor,
	       const struct lines *lines, uint32_t colour);

/* One line of a size that is known to fit. */
struct mark *sheet_text(struct sheet *sheet, double x, double y,
			enum anchor anchor, struct str text,
			struct text_style style, uint32_t colour);

/* A line shortened at a space where it must be; never within a word. */
struct str sheet_cut(const struct sheet *sheet, struct str text,
		     struct text_style style, double width);

/* Both, with a dot between them where there are two. */
struct str sheet_join(const struct sheet *sheet, struct str a, struct str b);

struct mark *sheet_rect(struct sheet *sheet, double x, double y, double width,
			double height, uint32_t colour);

/*
 * The colours of two options: an author's stay, as far as the two differ in
 * lightness, too, as who sees no hues tells them apart by that alone.
 */
void sheet_set_sides(struct sheet *sheet, const struct palette *palette,
		     bool night, const size_t *slots);

/*
 * Two options' grounds to both sides of a border, on whole pixels so that no
 * seam shows, with a line of that width at their foot.
 */
void sheet_sides(struct sheet *sheet, double top, double bottom, double border,
		 double line);

/*
 * The option's logo, where it has one, on a light tile, as logos are made for;
 * in PNG and PDF its initials, where the logo is an SVG.
 */
void sheet_logo(struct sheet *sheet, size_t option, double x, double y,
		double side);

/* How large logos are in rows of that height; 0: none, or too small. */
double logo_side(const struct sheet *sheet, double room);

/* What can be read on that ground: white or nearly black. */
uint32_t text_on(uint32_t ground);

/* A story of two shows purposes, where there are some and room for all. */
enum { PURPOSES_MOST = 8 };
bool shows_purposes(const struct sheet *sheet);

/* Whether it leads, or may as well as the first. */
bool is_bright(const struct poster *poster, size_t option);

/*
 * Heroes: from sheet->top to sheet->bottom.  Those that may leave something
 * out first say what, for the room they get.
 */
struct str poster_duel_rest(const struct sheet *sheet);
struct str poster_quilt_rest(const struct sheet *sheet);
struct str poster_unscored_rest(const struct sheet *sheet);
/* Towers lie where a name or a total is too wide for a column. */
bool poster_towers_lie(const struct sheet *sheet);

void poster_duel(struct sheet *sheet);
void poster_steps(struct sheet *sheet);
void poster_towers(struct sheet *sheet);
void poster_field(struct sheet *sheet);
void poster_quilt(struct sheet *sheet);
void poster_unscored(struct sheet *sheet);

/* The rows of purposes of a story. */
void poster_purposes(struct sheet *sheet);

/* The columns of print, three at the most; returns where the longest ends. */
double poster_print_columns(struct sheet *sheet, double top, double bottom);

/* The bars of a card: to the right, or across it from `top` on. */
void card_bars(struct sheet *sheet, const struct card *card, uint32_t ground,
	       uint32_t ink);
void card_wide_bars(struct sheet *sheet, const struct card *card, uint32_t ink,
		    double top);

/* The rows of a pair's card. */
void card_coast(struct sheet *sheet, const struct card *card, double top,
		double bottom);

/*
 * Rows of two options: the lead of each pushes the border between both
 * grounds.  A score stands at the edge of its own ground, always whole; so the
 * border of all rows is pushed less far where a score needs that room.
 */
struct coast {
	double width; /* of the picture */
	double reach; /* how far the border is pushed at the most */
	double most;  /* the widest lead */
	double floor; /* the smallest text */
	struct str word_level;
};

/* `shown`: per row, or NULL for all of them. */
struct coast coast_of(const struct poster_row *rows, const bool *shown,
		      size_t count, struct coast wanted);
double coast_border(const struct coast *coast, const struct poster_row *row);

/* Both scores, and the row's name on the side of who is better. */
void coast_words(struct sheet *sheet, const struct coast *coast,
		 const struct poster_row *row, double y, double height,
		 double size);

#endif
