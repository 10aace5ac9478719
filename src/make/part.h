/*
 * What a shard says of itself in the file `.paragone-part` of its folder: of
 * what it was made, and what the merging of all parts needs.  Text, in lines:
 *
 *	paragone part 2
 *	shard 3/8
 *	content <hash, 32 digits>       and program, theme, options likewise
 *	listed <count> <sum of hashes>  of the paths of the whole site
 *	made <count> <sum of hashes>    of those that are in this part
 *	counts <comparisons> <pages> <images> <pairs left out>
 *	flags <address> <gzip> <brotli>
 *	index <where it is, "de/">      one a language, and what it finds:
 *	find <kind> TAB <title> TAB <url> TAB <context>
 *	end
 *
 * Files that only their text decides on (compressed twins) are not in the
 * sums; nor are the files of the search index, which merging makes.
 */
#ifndef MAKE_PART_H
#define MAKE_PART_H

#include "make/inputs.h"
#include "make/shard.h"
#include "search/index.h"
#include "write/manifest.h"
#include "write/twin.h"

/* A set of paths, whatever their order. */
struct path_sum {
	uint64_t count;
	struct hash sum;
};

/* What a search index is made of, and what its paths begin with. */
struct part_index {
	struct str prefix;
	struct str finds; /* part_put_find(), one behind the other */
};

struct part {
	const char *dir;
	struct shard shard;
	struct prints prints;
	struct path_sum listed, made;
	uint64_t comparisons, pairs_left_out; /* of the whole site */
	uint64_t pages, images;
	bool has_address;
	bool twins[TWIN_COUNT]; /* that the site wants */
	struct part_index *indexes;
	size_t index_count;
};

void path_sum_add(struct path_sum *sum, struct str path);
void path_sum_add_all(struct path_sum *sum, struct path_sum more);
bool path_sum_equals(struct path_sum a, struct path_sum b);

void part_put_find(const struct find *find, struct buf *to);

/* The next of the finds, which it is cut off; false behind the last. */
bool part_next_find(struct str *finds, struct find *find, struct arena *arena);

void part_print(const struct part *part, struct buf *to);

/* That of a folder; false with a diagnostic. */
bool part_read(struct diags *diags, const char *dir, struct part *part,
	       struct arena *arena);

#endif
