/*
 * The site as a whole: what every page shares.
 */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/comparison.h"
#include "model/policy.h"

struct syntaxes; /* of read/syntax.h */

struct menu_entry {
	struct text title;
	struct text page; /* "about", "guides/move", or empty */
	struct text url;  /* or this */
};

/* A page of its own, such as about.md or guides/move.md. */
struct site_page {
	struct str name; /* "guides/move"; "index" is the home page's text */
	struct text title, description;
	struct text language; /* that it is written in; empty: the site's */
	struct text template; /* of the theme's own, or empty */
	struct text *aliases; /* addresses it had before */
	size_t alias_count;
	struct date date; /* or none */
	bool draft;	  /* it is left out where none are asked for */
	struct params params;
	struct prose body;
	struct place at;
};

/* What is drawn besides charts: bits of `pictures`. */
enum picture_kind {
	PICTURE_CARDS = 1,	     /* one a comparison */
	PICTURE_CRITERION_CARDS = 2, /* one a criterion */
	PICTURE_INFOGRAPHICS = 4,
	PICTURE_OPTION_CARDS = 8, /* one an option, and a pair's page */
	PICTURE_PAIR_CARDS = 16,
	PICTURE_ALL = 31,
};

/* What `check` is told in site.yaml. */
struct check_rules {
	struct text *off; /* names of findings, known to be some */
	size_t off_count;
	struct text max_age; /* of scores: "2 years"; or empty */
	int max_age_days;
};

/* Where `paragone publish` puts the site. */
struct publishing {
	const char *dir;	/* the content folder */
	struct text to, target; /* "git", "rsync", "rclone"; empty: nowhere */
	struct text list;	/* where the list of its files is kept */
	struct text branch;	/* of git: "gh-pages" */
	struct text host;	/* "github", …: who serves it; or empty */
	struct text domain;	/* for CNAME, or empty */
	bool gzip, brotli;	/* twins of texts are wanted */
};

/* What runs at the host of a repository: it has its own addresses. */
enum forge { FORGE_GITHUB, FORGE_GITLAB, FORGE_FORGEJO };

/* Where the content folder is kept. */
struct repository {
	struct text url; /* empty: nowhere that readers can see */
	struct text branch, path, host;
	enum forge forge;
};

/* Another language that the site has an edition in. */
struct site_language {
	struct str tag; /* "de" */
	struct text title, tagline;
	struct menu_entry *menu;
	size_t menu_count;
	unsigned pictures; /* as the site's */
	struct place at;
};

struct site {
	const char *dir; /* the content folder, as given */
	struct text title, tagline, base_url, language, theme, author;
	struct menu_entry *menu;
	size_t menu_count;
	bool unsafe_html, stable_style;
	/* What its language calls yes, partial and no; empty: not read yet. */
	struct str answers[3];
	const struct str *columns; /* and the columns of tables; or NULL */
	struct str code_label, note_label; /* of what prose holds */
	struct str verdict; /* what the language calls a section of that kind */
	const struct syntaxes *syntaxes; /* of code; NULL: it is shown plain */
	struct policy policy;
	unsigned pictures;
	bool pictures_listed; /* by the author */
	struct check_rules check;
	struct publishing publish;
	struct repository repository;
	struct params params;
	struct site_page *pages; /* sorted by name */
	size_t page_count;
	bool with_drafts;	 /* pages that are drafts are among them */
	struct str *page_drafts; /* names of those that are not */
	size_t page_draft_count;
	struct str *slugs;   /* folders with a comparison.md, sorted */
	struct str *folders; /* theirs, where an edition calls them otherwise */
	size_t slug_count;
	struct str *drafts; /* those that are left out of `slugs` */
	size_t draft_count;
	struct str *static_files; /* paths under static/, sorted */
	size_t static_file_count;
	struct site_language *languages; /* besides its own */
	size_t language_count;
	bool languages_unread;	/* a mistake may hide some: any may be one */
	struct str *translated; /* pages in those: "guides/move.de.md" */
	size_t translated_count;
	struct str edition;	 /* "de", of an edition; else empty */
	const struct site *home; /* the site it is one of; else NULL */
	struct place at;
};

/* The content's folder of the comparison of that slug. */
struct str site_folder(const struct site *site, struct str slug);

/*
 * The file that has a comparison in the site, by its number, below the content
 * folder: "cakes/comparison.md", or "cakes/comparison.de.md" of an edition.
 */
struct str site_source(const struct site *site, size_t slug,
		       struct arena *arena);

/*
 * The path of a page of one edition in another: "kuchen/index.html" for
 * "cakes/index.html"; its ptr is NULL where that has no such page.
 */
struct str edition_path(const struct site *from, const struct site *to,
			struct str path, struct arena *arena);

/* What leads from the root of an edition to that of its site: "../". */
struct str site_up(const struct site *site);

/* Puts the pages in the order of their names, so that they can be found. */
void site_sort_pages(struct site *site);

/* The page of that name, or NULL; the pages are sorted. */
const struct site_page *site_find_page(const struct site *site,
				       struct str name);

/* The title of the home page: that of index.md, or the site's. */
struct str site_home_title(const struct site *site);

#endif
