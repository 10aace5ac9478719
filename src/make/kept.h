/*
 * What a build leaves for the next one, so that a comparison of which nothing
 * changed need not be read.
 *
 * Of each comparison in each language (they are counted as a workshop does): a
 * key, which is a hash of all that its files are made of, and what the rest of
 * the site needs of it (the digest, what the search finds, files that nobody
 * reads).  The key takes in what is in its folder but for what translates it
 * into other languages (make/inputs), the front matter of all comparisons of
 * its language, the names of what is in their folders, and the whole of
 * everything else: site.yaml, pages, static/, theme, templates, program and
 * what was asked for.  Whoever changes one of these gets a build as if there
 * were nothing.
 *
 * A comparison leaves nothing where something was said of it, which would have
 * to be said again; where it uses files of another's folder; or where there
 * are links that may lead into another's.  Nor does a build that is a shard.
 * Where fonts of the machine were asked for, they have to be the same.
 *
 * Which files are a comparison's is known by their paths: what is below its
 * folder in the site, but for what others put there, and what it puts
 * elsewhere.  That they stand as they were written the list of the site's
 * files says.
 */
#ifndef MAKE_KEPT_H
#define MAKE_KEPT_H

#include "make/inputs.h"
#include "make/workshop.h"
#include "view/digest.h"
#include "write/tree.h"

/* A file of the content folder that the site has, or a twin of it. */
struct kept_file {
	struct str path, file;
};

/* What a comparison leaves. */
struct kept_comparison {
	size_t pages, images;
	struct kept_file *linked;
	size_t linked_count;
	struct str *unread;
	size_t unread_count;
	struct str finds; /* part_put_find(), one behind the other */
	struct digest digest;
};

struct kept;

/*
 * Looks at what the site is made of, before any of it is read; `tree` is that
 * of the site as it stands.  kept_time() is that of the look, 0 where it
 * failed, and `hash` what it found.
 */
struct kept *kept_new(const struct order *order, const struct tree *tree);
void kept_free(struct kept *kept); /* NULL is fine */
int64_t kept_time(const struct kept *kept, struct hash *hash);

/* Once the workshop is open. */
void kept_know(struct kept *kept, const struct workshop *w);

/*
 * Puts the files of a comparison that has not changed; false where it has to
 * be made.  Its texts are the arena's.  `*ok` is false with a diagnostic where
 * a file cannot be put.
 */
bool kept_take(struct kept *kept, size_t number, struct tree *tree,
	       struct diags *diags, struct kept_comparison *c,
	       struct arena *arena, bool *ok);

/* Notes what a comparison leaves; from several threads, of one each. */
void kept_leave(struct kept *kept, size_t number,
		const struct kept_comparison *c, struct arena *arena);

/*
 * Whether the search index of the `k`th edition may be the old one, before it
 * is known what there is to find; and puts its files if it is: `finds` are
 * those of its comparisons and of its site, `count` of them.
 */
bool kept_has_index(const struct kept *kept, size_t k);
bool kept_take_index(struct kept *kept, size_t k, const struct str *finds,
		     size_t count, struct tree *tree, struct diags *diags,
		     bool *ok);

/*
 * Whether fonts of the machine were asked for, by this build or for what it
 * took, and which: fonts_machine_hash(), or 0.  False where they changed
 * meanwhile, so that there is nothing to leave.
 */
bool kept_fonts(const struct kept *kept, struct hash *hash);

/* The text for the next build, once all files are put; empty: none. */
struct str kept_text(struct kept *kept, const struct tree *tree);

#endif
