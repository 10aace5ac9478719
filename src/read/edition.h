/*
 * A site in another of its languages: the comparisons and pages that have a
 * translation, below a folder of that language's name.
 *
 * It is a site of its own, whose root is that folder: what makes pages need
 * not know of it.  Its theme, assets and static files are those of the site
 * that it is an edition of.
 */
#ifndef READ_EDITION_H
#define READ_EDITION_H

#include "base/diag.h"
#include "model/site.h"

/*
 * Whether a file is the translation of another: "about.de.md" of "about.md".
 * Then `*stem` is "about" and `*language` "de".
 */
bool edition_is_translation(struct str file, struct str *stem,
			    struct str *language);

/* Whether the files of that folder of a comparison have translations. */
bool edition_translates(struct str folder);

/* Whether the site is, or has, an edition in that language. */
bool edition_is_known(const struct site *site, struct str language);

/* The same; where a mistake in site.yaml may hide some, any may be one. */
bool edition_may_be(const struct site *site, struct str language);

/* Whether a path is that of such a file of Markdown, in a known language. */
bool edition_takes(const struct site *site, struct str path, struct str *stem,
		   struct str *language);

/* Whether it is the first one, which no name of a file says. */
bool edition_is_first(const struct site *site, struct str language);

/* The hint of a finding about such a file: how its language is added. */
void edition_hint(struct diags *diags, const struct site *site,
		  struct str language);

/*
 * The edition in its `k`th language, without the texts of its pages; after
 * drafts have left the site's lists.
 */
bool edition_of(struct diags *diags, const struct site *site, size_t k,
		struct site *edition, struct arena *arena);

#endif
