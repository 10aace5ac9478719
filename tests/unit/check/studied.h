/*
 * A comparison from a table (see table.h) under study, with one Markdown
 * text, and what the checks then find: the names and columns of the findings
 * of the text, as in "claim@1 claim@12".
 */
#ifndef STUDIED_H
#define STUDIED_H

#include "table.h"

#include "read/report.h"
#include "check/study.h"

struct studied {
	struct site site;
	struct study study;
	struct passage passage;
};

static inline struct studied *studied_text(struct comparison *c,
					   const char *text,
					   struct arena *arena)
{
	struct studied *s = arena_new(arena, struct studied);

	s->site.language.str = STR("en");
	passage_make("a.md", str_from(text), &s->passage, arena);
	s->passage.criterion = c->criterion_count;
	s->passage.profile = c->profile_count;
	s->passage.option = c->option_count;
	s->study = (struct study){
		.diags = diags_new(),
		.arena = arena,
		.site = &s->site,
		.c = c,
		.r = result_of(c, arena),
		.newest = { .year = 2026, .month = 3, .day = 1 },
		.passages = &s->passage,
		.passage_count = 1,
	};
	return s;
}

/* What was found, on one line; the diagnostics are gone then. */
static inline struct str found(struct studied *s)
{
	struct arena *arena = s->study.arena;
	struct str all = { "", 0 };
	size_t count;
	const struct diag *items = diags_sorted(s->study.diags, &count);

	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%.*s%s%s@%u", STR_ARG(all),
				   all.len ? " " : "", items[i].name,
				   items[i].at.column);
	diags_free(s->study.diags);
	return all;
}

#endif
