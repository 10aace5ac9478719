#include "judge/omission.h"

#include <math.h>
#include <string.h>

#include "judge/reckoning.h"

/* Which rows of the scoring table are left. */
struct choice {
	enum { WITHOUT_JUDGE, WITHOUT_SOURCE, BY_JUDGE, ALL_ROWS } kind;
	struct str judge;
	size_t source;
};

/* The comparison, and room for one that lacks something. */
struct copy {
	const struct comparison *whole;
	struct comparison c;
	size_t first;	    /* of the whole */
	struct arena *room; /* emptied each time */
	struct arena *arena;
};

static struct copy copy_of(const struct comparison *c, size_t first,
			   struct arena *room, struct arena *arena);
static struct str *judges_of(const struct comparison *c, size_t *count,
			     struct arena *arena);
static bool is_there(const struct str *names, size_t count, struct str name);
static void add_judges(struct copy *copy, struct omission **items,
		       struct omissions *o);
static void add_sources(struct copy *copy, struct omission **items,
			struct omissions *o);
static size_t cited(const struct comparison *c, bool *cited, bool *some_none);
static void add_groups(struct copy *copy, struct omission **items,
		       struct omissions *o);
static struct str *groups_of(const struct comparison *c, size_t *count,
			     struct arena *arena);
static size_t keep(struct copy *copy, const struct choice *choice);
static struct str *judges_short_of(struct copy *copy,
				   const struct criterion *criterion,
				   const struct choice *choice, size_t *count);
static bool is_kept(const struct choice *choice, const struct evidence *e);
static struct remainder judge_again(struct copy *copy, double *totals);
static size_t weighed(const struct comparison *c, const struct reckoning *k);
static double lead_of(const struct outcome *o, size_t first, size_t count);

struct omissions omissions_of(const struct comparison *c, size_t first,
			      struct arena *arena)
{
	struct arena room = { 0 };
	struct omissions o = { 0 };
	struct omission *items = NULL;
	struct copy copy = copy_of(c, first, &room, arena);

	add_judges(&copy, &items, &o);
	add_sources(&copy, &items, &o);
	add_groups(&copy, &items, &o);
	o.items = items;
	arena_release(&room);
	return o;
}

static struct copy copy_of(const struct comparison *c, size_t first,
			   struct arena *room, struct arena *arena)
{
	struct copy copy = { .whole = c,
			     .c = *c,
			     .first = first,
			     .room = room,
			     .arena = arena };

	copy.c.criteria =
		arena_array(arena, struct criterion, c->criterion_count);
	for (size_t j = 0; j < c->criterion_count; j++) {
		copy.c.criteria[j] = c->criteria[j];
		copy.c.criteria[j].scores =
			arena_array(arena, struct score, c->option_count);
		memcpy(copy.c.criteria[j].scores, c->criteria[j].scores,
		       c->option_count * sizeof(struct score));
	}
	return copy;
}

static void add_judges(struct copy *copy, struct omission **items,
		       struct omissions *o)
{
	size_t count, n = copy->c.option_count;
	struct str *judges = judges_of(copy->whole, &count, copy->arena);
	struct judge_result *results =
		arena_array(copy->arena, struct judge_result, count);

	if (count < 2 || count > OMISSIONS_MOST)
		return;
	for (size_t k = 0; k < count; k++) {
		struct choice choice = { .kind = BY_JUDGE, .judge = judges[k] };
		double *totals = arena_array(copy->arena, double, n);
		struct omission *item;

		results[k].id = judges[k];
		results[k].totals = totals;
		results[k].scores = keep(copy, &choice);
		results[k].left = judge_again(copy, totals);
		choice.kind = WITHOUT_JUDGE;
		keep(copy, &choice);
		item = arena_push(copy->arena, *items, o->count);
		*item = (struct omission){ OMIT_JUDGE, judges[k],
					   judge_again(copy, NULL) };
	}
	o->judges = results;
	o->judge_count = count;
}

/* As met; no more are looked for than one too many. */
static struct str *judges_of(const struct comparison *c, size_t *count,
			     struct arena *arena)
{
	struct str *judges = NULL;

	*count = 0;
	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++) {
			const struct score *score = &c->criteria[j].scores[i];

			for (size_t e = 0; e < score->evidence_count; e++) {
				const struct evidence *given =
					&score->evidence[e];

				if (*count <= OMISSIONS_MOST &&
				    !isnan(given->value) &&
				    !is_there(judges, *count, given->judge))
					*arena_push(arena, judges, *count) =
						given->judge;
			}
		}
	return judges;
}

static bool is_there(const struct str *names, size_t count, struct str name)
{
	for (size_t k = count; k-- > 0;)
		if (str_equals(names[k], name))
			return true;
	return false;
}

static void add_sources(struct copy *copy, struct omission **items,
			struct omissions *o)
{
	const struct comparison *c = copy->whole;
	bool *is_cited = arena_array(copy->arena, bool, c->source_count);
	bool some_none = false;
	size_t count = cited(c, is_cited, &some_none);

	if (count + some_none < 2 || count > OMISSIONS_MOST)
		return;
	for (size_t k = 0; k < c->source_count; k++) {
		struct choice choice = { .kind = WITHOUT_SOURCE, .source = k };
		struct omission *item;

		if (!is_cited[k])
			continue;
		keep(copy, &choice);
		item = arena_push(copy->arena, *items, o->count);
		*item = (struct omission){ OMIT_SOURCE, c->sources[k].id,
					   judge_again(copy, NULL) };
	}
}

/* Marks the sources that scores cite; and tells whether some cite none. */
static size_t cited(const struct comparison *c, bool *cited, bool *some_none)
{
	size_t count = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t i = 0; i < c->option_count; i++) {
			const struct score *score = &c->criteria[j].scores[i];

			for (size_t e = 0; e < score->evidence_count; e++) {
				const struct evidence *given =
					&score->evidence[e];

				if (isnan(given->value))
					continue;
				*some_none |= !given->source_count;
				for (size_t s = 0; s < given->source_count; s++)
					cited[given->sources[s]] = true;
			}
		}
	for (size_t k = 0; k < c->source_count; k++)
		count += cited[k];
	return count;
}

static void add_groups(struct copy *copy, struct omission **items,
		       struct omissions *o)
{
	const struct comparison *c = copy->whole;
	struct choice all = { .kind = ALL_ROWS };
	size_t count;
	struct str *groups = groups_of(c, &count, copy->arena);

	keep(copy, &all);
	if (count < 2 || count > OMISSIONS_MOST)
		return;
	for (size_t g = 0; g < count; g++) {
		struct omission *item;

		for (size_t j = 0; j < c->criterion_count; j++)
			copy->c.criteria[j].weight =
				str_equals(c->criteria[j].group.str, groups[g])
					? 0
					: c->criteria[j].weight;
		item = arena_push(copy->arena, *items, o->count);
		*item = (struct omission){ OMIT_GROUP, groups[g],
					   judge_again(copy, NULL) };
	}
}

/* The same of groups; criteria without one are one together. */
static struct str *groups_of(const struct comparison *c, size_t *count,
			     struct arena *arena)
{
	struct str *groups = NULL;

	*count = 0;
	for (size_t j = 0; j < c->criterion_count; j++)
		if (*count <= OMISSIONS_MOST &&
		    !is_there(groups, *count, c->criteria[j].group.str))
			*arena_push(arena, groups, *count) =
				c->criteria[j].group.str;
	return groups;
}

/* Each score becomes the mean of what is left; returns how many there are. */
static size_t keep(struct copy *copy, const struct choice *choice)
{
	size_t scores = 0;

	for (size_t j = 0; j < copy->c.criterion_count; j++) {
		const struct criterion *criterion = &copy->c.criteria[j];
		size_t gone;
		struct str *judges =
			judges_short_of(copy, criterion, choice, &gone);

		for (size_t i = 0; i < copy->c.option_count; i++) {
			struct score *score = &criterion->scores[i];
			double sum = 0, count = 0;

			for (size_t e = 0; e < score->evidence_count; e++) {
				const struct evidence *given =
					&score->evidence[e];

				if (!is_kept(choice, given) ||
				    is_there(judges, gone, given->judge))
					continue;
				sum += given->value;
				count++;
			}
			score->value = count > 0 ? sum / count : NAN;
			scores += count > 0;
		}
	}
	return scores;
}

/* With `judges: common`: who then no longer scored every option there. */
static struct str *judges_short_of(struct copy *copy,
				   const struct criterion *criterion,
				   const struct choice *choice, size_t *count)
{
	struct str *judges = NULL;

	*count = 0;
	if (copy->c.scoring.judges != JUDGES_COMMON ||
	    choice->kind != WITHOUT_SOURCE)
		return NULL;
	for (size_t i = 0; i < copy->c.option_count; i++) {
		const struct score *score = &criterion->scores[i];

		for (size_t e = 0; e < score->evidence_count; e++) {
			const struct evidence *given = &score->evidence[e];

			if (evidence_counts(given) && !is_kept(choice, given) &&
			    !is_there(judges, *count, given->judge))
				*arena_push(copy->room, judges, *count) =
					given->judge;
		}
	}
	return judges;
}

static bool is_kept(const struct choice *choice, const struct evidence *e)
{
	if (!evidence_counts(e))
		return false;
	switch (choice->kind) {
	case WITHOUT_JUDGE:
		return !str_equals(e->judge, choice->judge);
	case BY_JUDGE:
		return str_equals(e->judge, choice->judge);
	case WITHOUT_SOURCE:
		for (size_t s = 0; s < e->source_count; s++)
			if (e->sources[s] == choice->source)
				return false;
		return true;
	case ALL_ROWS:
		break;
	}
	return true;
}

/* Also the totals, where there is room for them. */
static struct remainder judge_again(struct copy *copy, double *totals)
{
	size_t n = copy->c.option_count;
	bool *top = arena_array(copy->arena, bool, n);
	struct reckoning k = reckoning_of(&copy->c, copy->room);
	const struct outcome *o = &k.basis.own;
	struct remainder left = {
		.judged = k.judged,
		.criteria = weighed(&copy->c, &k),
		.ranked = o->ranked,
		.first = o->first,
		.leader = o->leader,
		.second = o->ranked > 1 ? o->order[1] : n,
		.margin = k.judged && o->ranked > 1 ? o->margin : NAN,
		.close = o->close,
		.ahead = lead_of(o, copy->first, n),
		.top = top,
	};

	for (size_t i = 0; i < n; i++) {
		top[i] = o->ranks[i] == 1;
		if (totals)
			totals[i] = o->totals[i];
	}
	arena_reset(copy->room);
	return left;
}

/* Where options are judged by what is available, one score is enough. */
static size_t weighed(const struct comparison *c, const struct reckoning *k)
{
	size_t count = 0;

	for (size_t j = 0; j < c->criterion_count; j++) {
		bool scored = false;

		for (size_t i = 0; i < c->option_count; i++)
			scored |= !isnan(k->utilities[j * c->option_count + i]);
		count += k->counts[j] && scored && c->criteria[j].weight > 0;
	}
	return count;
}

/* NAN also where it has no rank, or nobody else has. */
static double lead_of(const struct outcome *o, size_t first, size_t count)
{
	size_t best;

	if (first >= count || !o->ranks[first] || o->ranked < 2)
		return NAN;
	best = o->order[0] == first ? o->order[1] : o->order[0];
	return o->totals[first] - o->totals[best];
}
