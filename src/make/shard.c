#include "make/shard.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"

/* What a program that starts jobs tells each of them. */
struct scheduler {
	const char *index, *count;
	const char *first; /* the variable of the lowest index; or NULL */
	unsigned from;	   /* else the lowest index */
};

static const struct scheduler SCHEDULERS[] = {
	{ "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT",
	  "SLURM_ARRAY_TASK_MIN", 0 },
	{ "JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", NULL, 0 },
	{ "CI_NODE_INDEX", "CI_NODE_TOTAL", NULL, 1 },
	{ "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", NULL, 0 },
};
enum { SCHEDULER_COUNT = sizeof(SCHEDULERS) / sizeof(*SCHEDULERS) };

static bool read_count(struct str text, unsigned *count);
static const struct scheduler *find_scheduler(struct str *fault,
					      struct arena *arena);
static bool read_variable(const char *name, unsigned *value, struct str *fault,
			  struct arena *arena);

bool shard_has(struct shard shard, struct str path)
{
	struct str name = path_base(path);
	size_t len = path.len - name.len + str_find(name, '.');

	return !shard.count ||
	       hash_of(str_slice(path, 0, len)).low % shard.count ==
		       shard.number - 1;
}

bool shard_read(struct str text, struct shard *shard)
{
	struct str rest = text, number = str_cut(&rest, '/');

	return read_count(number, &shard->number) && rest.ptr &&
	       read_count(rest, &shard->count) && shard->number &&
	       shard->number <= shard->count;
}

/* In digits alone. */
static bool read_count(struct str text, unsigned *count)
{
	*count = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		*count = *count * 10 + (unsigned)(text.ptr[i] - '0');
		if (*count > SHARDS_MOST)
			return false;
	}
	return text.len > 0;
}

bool shard_of_job(struct shard *shard, struct str *fault, struct arena *arena)
{
	const struct scheduler *of = find_scheduler(fault, arena);
	unsigned index, from;

	if (!of || !read_variable(of->index, &index, fault, arena) ||
	    !read_variable(of->count, &shard->count, fault, arena))
		return false;
	from = of->from;
	if (of->first && !read_variable(of->first, &from, fault, arena))
		return false;
	shard->number = index - from + 1;
	if (index >= from && shard->number <= shard->count)
		return true;
	*fault =
		arena_printf(arena,
			     "%s is %u, and of %u jobs (%s) they go from %u to "
			     "%u",
			     of->index, index, shard->count, of->count, from,
			     from + shard->count - 1);
	return false;
}

static const struct scheduler *find_scheduler(struct str *fault,
					      struct arena *arena)
{
	const struct scheduler *found = NULL;

	for (size_t i = 0; i < SCHEDULER_COUNT; i++) {
		if (!getenv(SCHEDULERS[i].index))
			continue;
		if (found) {
			*fault =
				arena_printf(arena, "there are both %s and %s",
					     found->index, SCHEDULERS[i].index);
			return NULL;
		}
		found = &SCHEDULERS[i];
	}
	if (!found)
		*fault = STR("there is none of SLURM_ARRAY_TASK_ID, "
			     "JOB_COMPLETION_INDEX, CI_NODE_INDEX and "
			     "CIRCLE_NODE_INDEX");
	return found;
}

static bool read_variable(const char *name, unsigned *value, struct str *fault,
			  struct arena *arena)
{
	const char *text = getenv(name);

	if (text && read_count(str_from(text), value))
		return true;
	*fault = text ? arena_printf(arena,
				     "%s is \"%s\", which is no number "
				     "up to %d",
				     name, text, SHARDS_MOST)
		      : arena_printf(arena, "there is no %s", name);
	return false;
}
