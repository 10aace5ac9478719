/*
 * What is new in a content folder: made whole, or not at all.  Speaks for
 * add_site.c, add_comparison.c, add_option.c, add_criterion.c and add_theme.c,
 * too.
 *
 * Each kind has a function that says what was wrong, or writes its files and
 * says what to edit next.
 */
#ifndef SCAFFOLD_ADDITION_H
#define SCAFFOLD_ADDITION_H

#include "scaffold/new_text.h"
#include "scaffold/reading.h"
#include "scaffold/scaffold.h"

struct addition {
	/* What is asked for. */
	const char *content;
	const char *comparison; /* its id, where something is added to one */
	const char *name;	/* of what is new; a site has none */
	const char *id;		/* in place of the one made of the name */
	const char *ci;		/* of a site: "github" or "gitlab" */
	const char *extends;	/* of a theme: another, or NULL */
	/* Of a comparison: names between commas, or NULL. */
	const char *options, *criteria;
	bool tables; /* in place of a Markdown file for each */
	bool empty;  /* no stand-ins but what must be there */
	/* What came of it. */
	struct diags *diags;
	struct arena arena;
	struct scaffold files;
	struct str edit;     /* what to edit first */
	const char *further; /* more to say, or NULL */
	/* On the way. */
	struct reading now; /* of what is added to, before that */
	const char *dir;    /* of the comparison */
};

bool add_site(struct addition *a);
bool add_comparison(struct addition *a);
bool add_page(struct addition *a);
bool add_option(struct addition *a);
bool add_criterion(struct addition *a);
bool add_profile(struct addition *a);
bool add_theme(struct addition *a);

/* For those that add: there is a site; it has that comparison, without errors. */
bool addition_open_site(struct addition *a);
bool addition_open_comparison(struct addition *a);

/* The files of a comparison are to be made; false with diagnostics. */
bool addition_put_comparison(struct addition *a, struct str title,
			     struct str id);

/* The name as given, and the id. */
bool addition_name(struct addition *a, struct named *named);

/* A file to be written again, with its byte order mark; UTF-16 as UTF-8. */
bool addition_read(struct addition *a, const char *path, struct str *text);

/* What is stated may not stand any more; then it is said at once. */
bool addition_check(struct addition *a);

#endif
