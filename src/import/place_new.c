#include "import/placer.h"

#include <math.h>

#include "base/slug.h"
#include "read/reader.h"

static bool is_taken(const struct placer *p, struct str id);

struct draft_criterion *place_new(struct placer *p, struct str title)
{
	struct draft *d = p->draft;
	struct draft_criterion *c;
	size_t number = d->criterion_count + 1;
	struct str id = slug_of(title, p->arena), tried, path;

	/* A number in front would be taken for the order. */
	if (!id.len || (id.ptr[0] >= '0' && id.ptr[0] <= '9'))
		id = ARENA_JOIN(p->arena, STR("criterion-"),
				id.len ? id : STR("x"));
	tried = id;
	for (size_t n = number; is_taken(p, tried); n++)
		tried = arena_printf(p->arena, "%.*s-%zu", STR_ARG(id), n);
	path = arena_printf(p->arena, "criteria/%zu-%.*s.md", number * 10,
			    STR_ARG(tried));
	c = arena_push(p->arena, d->criteria, d->criterion_count);
	*c = (struct draft_criterion){ .id = tried,
				       .title = title,
				       .weight = NAN,
				       .body = { .path = path },
				       .verdict = { .path = path,
						    .part = STR("Verdict") } };
	for (size_t i = 0; i < p->none; i++) {
		c->parts[i].path = path;
		c->parts[i].part = p->names->name[i];
		c->rates[i] = NAN;
	}
	return c;
}

/* By another criterion, or by a page beside the criteria's. */
static bool is_taken(const struct placer *p, struct str id)
{
	struct option options[NAMES_MOST] = { 0 };
	struct comparison c = { .options = options, .option_count = p->none };

	for (size_t j = 0; j < p->draft->criterion_count; j++)
		if (str_equals(p->draft->criteria[j].id, id))
			return true;
	for (size_t i = 0; i < p->none; i++)
		options[i].id = p->names->id[i];
	return criterion_id_is_taken(&c, id);
}
