/*
 * All that the making of pages needs, ready before the first page.
 */
#ifndef MAKE_WORKSHOP_H
#define MAKE_WORKSHOP_H

#include "make/host.h"
#include "make/order.h"
#include "make/skin.h"
#include "model/site.h"
#include "view/page_view.h"

struct workshop {
	const struct order *order;
	struct diags *diags;
	struct arena arena;	 /* of the site as read */
	struct arena skin_arena; /* of what the theme brings */
	struct site site;
	struct str *page_files; /* that pages such as about.md link to */
	size_t page_file_count;
	struct comparison *heads; /* as site.slugs: those to be published */
	struct redirect *redirects;
	size_t redirect_count;
	struct skin skin;
	struct frame frame;
	bool dressed; /* the skin is there */
	bool ready;   /* pages can be made; else only the content is read */
	/* The site in its other languages, each with a site, words and a frame
	   of its own, and all else as here. */
	struct workshop *editions;
	size_t edition_count;
	struct str prefix; /* of an edition's paths: "de/" */
	/* Of comparisons and pages that are written in another language. */
	struct voice *voices;
	size_t voice_count;
};

/* The site as it speaks in a language that is not its own. */
struct voice {
	struct site site;
	struct tongue tongue;
	struct frame frame;
};

/* The frame for what is in that language, or in the site's own. */
const struct frame *workshop_frame(const struct workshop *w,
				   struct str language);

/* The one of the site's own language, 0, or of another, 1 to edition_count. */
const struct workshop *workshop_edition(const struct workshop *w, size_t k);

/* The edition that a path of the site lies in, which is below it then. */
size_t workshop_edition_at(const struct workshop *w, struct str *path);

/* How many comparisons there are, in all languages. */
size_t workshop_comparisons(const struct workshop *w);

/* The edition of the `*slug`th of them, and which of its own it is. */
size_t workshop_edition_of(const struct workshop *w, size_t *slug);

/*
 * Reads the site and its skin; release what it gives.  False when not even
 * the comparisons can be read to find more mistakes.
 */
bool workshop_open(struct workshop *w, const struct order *order);

/*
 * Reads the site anew, and its skin too when `skin` says so or it could not
 * be read before.  What was made of the old one must not be used any more.
 */
bool workshop_reopen(struct workshop *w, bool skin);
void workshop_close(struct workshop *w);

/* A comparison as read and judged, in an arena of its own. */
struct bench {
	const struct workshop *w;
	struct diags *diags;
	struct arena *arena;
	const char *source; /* the file that has the site have it */
	struct comparison c;
	const struct result *r;
	struct str *files;
	size_t file_count;
	struct subject subject;
	struct palette palette;
	struct book book;
	struct str colors; /* the style sheet of its options, or empty */
};

/* False with diagnostics; pages can be made of what succeeded. */
bool bench_set_up(struct bench *bench, const struct workshop *w, size_t slug,
		  struct diags *diags, struct arena *arena);

/* The files of the options' logos, for the infographic; empty ones too. */
const struct str *bench_logos(const struct bench *bench, struct arena *arena);

/* Renders a page into `to`. */
bool workshop_render(const struct workshop *w, struct diags *diags,
		     const struct page *page, struct arena *arena,
		     struct buf *to);

/* The same, its links beginning with ROOT_MARK still. */
bool workshop_render_marked(const struct workshop *w, struct diags *diags,
			    const struct page *page, struct arena *arena,
			    struct buf *to);

/* The comparison of that slug; false with a diagnostic. */
bool workshop_find(const struct workshop *w, struct str name, size_t *slug);

/* What the files for the host of the site are made of. */
struct hosting workshop_hosting(const struct workshop *w);

/* What addresses in feed and sitemap begin with. */
struct str workshop_absolute_root(const struct workshop *w);

#endif
