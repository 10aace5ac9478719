/*
 * A share of a site's files, so that many machines make one site together.
 *
 * Which shard makes a file is told by its path alone, so a page stays in its
 * shard when others come and go, and no machine need know of another.  Of the
 * last part of the path what follows the first dot does not count: a page goes
 * with its twins, and a chart's picture with its numbers.
 */
#ifndef MAKE_SHARD_H
#define MAKE_SHARD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { SHARDS_MOST = 100000 };

/* The one of that number, from 1 on; all zero: the whole site. */
struct shard {
	unsigned number, count;
};

/* Whether the file is this shard's; the whole site has all. */
bool shard_has(struct shard shard, struct str path);

/* Of "3/8"; false where it is none. */
bool shard_read(struct str text, struct shard *shard);

/*
 * By the variables that the programs which start many jobs give each of them.
 * Else `*fault` says why not.
 */
bool shard_of_job(struct shard *shard, struct str *fault, struct arena *arena);

#endif
