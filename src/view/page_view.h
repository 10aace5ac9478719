/*
 * Pages as templates get them, each made in a file of its own:
 * `docs/templates.md` lists every name.
 *
 * A page is its path, its template, its values and the charts whose pictures
 * are still to be drawn into those values.
 *
 * Sources: page_criterion.c, page_home.c, page_infographic.c, page_matrix.c,
 * page_compare.c, page_missing.c, page_option.c, page_overview.c,
 * page_pair.c, page_report.c, page_scoreboard.c, page_search.c, page_tag.c, page_text.c,
 * page_weights.c.
 */
#ifndef VIEW_PAGE_VIEW_H
#define VIEW_PAGE_VIEW_H

#include "judge/versus.h"
#include "view/chart_view.h"
#include "view/digest.h"
#include "view/subject.h"
#include "view/value.h"

/* A file of the theme and the path it is published under. */
struct asset {
	struct str name; /* "style.css" */
	struct str path; /* "assets/style.1f2e3d.css" */
};

/* A site in one of its languages; all of them, the first one first. */
struct edition_link {
	const struct site *site;
	struct str name;   /* of the language, in itself */
	struct str prefix; /* of its paths: "de/", or empty */
};

/* What all pages of a site share; read only once it is made. */
struct frame {
	const struct site *site;
	const struct phrases *phrases;
	const struct value *words; /* `t` */
	const struct value *assets;
	struct str icon;   /* path of a favicon in static/, or empty */
	struct str policy; /* as a page says it */
	const struct params *theme_params; /* or NULL */
	const struct str *preloads;	   /* published paths of assets */
	size_t preload_count;
	bool is_dark_first; /* the theme is dark where nobody chooses */
	const struct edition_link *editions; /* where there are several */
	size_t edition_count;
};

struct frame frame_of(const struct site *site, const struct phrases *phrases,
		      const struct asset *assets, size_t asset_count,
		      struct arena *arena);

struct drawings;
enum { PAGE_CHARTS = CHARTS_MOST };

struct page {
	const char *path;     /* below the root: "a/matrix/index.html" */
	const char *template; /* without its ending */
	const char *source;   /* the file that its text stands in, or NULL */
	struct str title, description;
	const struct params *params[2]; /* of its front matter, or NULL */
	const struct value *values;
	const struct value *samples; /* those that SAMPLE_MARK stands for */
	bool is_joined; /* parts of many pages, whose ids are made unique */
	struct chart *charts[PAGE_CHARTS];
	size_t chart_count;
	const struct drawings *drawings; /* of some of them, or NULL */
};

/* `colors_path`: the style sheet with all comparisons' colours, or empty. */
struct page home_page(const struct frame *frame, const struct digest *digests,
		      size_t count, size_t number, struct str colors_path,
		      struct arena *arena);
struct tag;
struct page tag_page(const struct frame *frame, const struct tag *tag,
		     size_t number, struct str colors_path,
		     struct arena *arena);
struct page search_page(const struct frame *frame, const struct digest *digests,
			size_t count, const struct tag *tags, size_t tag_count,
			struct arena *arena);
struct page text_page(const struct frame *frame, const struct site_page *page,
		      struct arena *arena);
struct page missing_page(const struct frame *frame, struct arena *arena);

/*
 * The pages of a comparison; `shared` is its comparison_view(),
 * `colors_path` the style sheet of its own colours or empty, `heads` the
 * comparisons of the site, for `related`.
 */
struct book {
	const struct frame *frame;
	const struct subject *subject;
	const struct value *shared;
	struct str colors_path;
	const struct comparison *heads;
	size_t head_count;
};
struct page overview_page(const struct book *book);
struct page criterion_page(const struct book *book, size_t criterion);
struct page matrix_page(const struct book *book);
struct page scoreboard_page(const struct book *book);
/* Of a comparison in which some criterion counts: judging_is_possible(). */
struct page weights_page(const struct book *book);

/* Likewise, of two options or more. */
struct page compare_page(const struct book *book);

/* Everything on one page. */
struct page report_page(const struct book *book);
struct page option_page(const struct book *book, size_t option);

/* Two options against each other; see judge/versus.h. */
struct page pair_page(const struct book *book, const struct versus *versus);

/* The picture in all its forms. */
/* `text`: what is written on the one that the page shows. */
struct page infographic_page(const struct book *book, struct str text);

#endif
