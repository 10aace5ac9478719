/*
 * Samples of code: what is in `samples/`, and where texts name it.
 *
 * A paragraph that is nothing but a link to `samples/<id>` is where the
 * sample stands; prose holds SAMPLE_MARK there.  Any other link to it leads
 * to the sample's place on the same page.
 */
#ifndef READ_SAMPLES_H
#define READ_SAMPLES_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/comparison.h"

/* The text that is being read, and the samples that its page shows. */
struct sample_shelf {
	struct comparison *c;
	struct diags *diags;
	struct arena *arena;
	bool is_open;		  /* the text may show or name samples */
	struct str page;	  /* its page: "slug/speed/index.html" */
	size_t first;		  /* of `c->placed`, in this text */
	struct sample_ref *named; /* by links among other words */
	size_t named_count;
};

/* Between these, texts are those of the page at `page`. */
void samples_open(struct sample_shelf *shelf, struct str page);

/*
 * Takes those that stand in the text out of `refs`, which stand at the
 * page's end; false with diagnostics for a link to what is in neither.
 */
bool samples_close(struct sample_shelf *shelf, struct sample_ref *refs,
		   size_t *count);

/*
 * The id in a path below the content folder, where it is that of a sample of
 * this comparison; `dir` is the folder of the text.  Empty: it is none.
 */
struct str samples_id(const struct sample_shelf *shelf, struct str path,
		      struct str dir);

/* The sample stands here, under these words: its index in `c->placed`. */
bool samples_place(struct sample_shelf *shelf, struct text id, struct str words,
		   size_t *index);

/* The address of its place on the page. */
bool samples_link(struct sample_shelf *shelf, struct text id, struct str *url);

/* Whether there is a sample of that id; reports it, with the nearest. */
bool samples_check(const struct sample_shelf *shelf, struct text id);

#endif
