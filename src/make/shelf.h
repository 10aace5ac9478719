/*
 * What a preview keeps of one comparison, or of the site as a whole: the files
 * that were made, and what the author was told.
 */
#ifndef MAKE_SHELF_H
#define MAKE_SHELF_H

#include "base/buf.h"
#include "base/diag.h"
#include "view/finds_view.h"
#include "view/page_view.h"

/* What a reading or making complained about, as on a terminal. */
struct complaint {
	struct buf text;
	bool is_error; /* else it only warns */
};

/* A file that was made. */
struct made {
	struct buf path, bytes;
	unsigned long round; /* of changes in which it was made */
	bool is_lasting;     /* its name has a hash of its bytes */
	bool is_whole;	     /* made at least once; `bytes` are the last */
	struct complaint complaint;
};

enum freshness {
	FRESH,
	DOUBTFUL, /* to be looked at again, but good enough to be shown */
	STALE,
};

/* What the rest of the site shows of a comparison in one language. */
struct told {
	bool is_there;
	struct arena arena; /* of both */
	struct digest digest;
	struct finds finds;
};

struct shelf {
	struct buf slug; /* of the first language; empty: the site */
	enum freshness freshness;
	struct told *told; /* one a language of the site */
	size_t told_count;
	struct complaint complaint; /* of all languages */
	struct made **made;
	size_t made_count;
};

/* A stale one; NULL is fine to free. */
struct shelf *shelf_new(struct str slug);
void shelf_free(struct shelf *shelf);

/* Makes room for so many languages; with another number than before, empty. */
void shelf_tell(struct shelf *shelf, size_t count);

/* NULL where there is none. */
struct made *shelf_find(const struct shelf *shelf, struct str path);
struct made *shelf_add(struct shelf *shelf, struct str path);
void shelf_drop(struct shelf *shelf, struct made *made);

/*
 * Takes the diagnostics, and says on the terminal what was not said before.
 * True with errors.
 */
bool complain(struct complaint *complaint, struct diags *diags);

#endif
