#include "view/index_view.h"

#include <math.h>

#include "view/data_view.h"

static const struct value *entry_of(const struct digest *d,
				    struct arena *arena);
static const struct value *texts(const struct str *items, size_t count,
				 struct arena *arena);
static const struct value *outcome_value(const struct digest *d,
					 struct arena *arena);

/* Addresses are relative to the file, as those of pages are to the page. */
const struct value *index_view(const struct frame *frame,
			       const struct digest *digests, size_t count,
			       struct arena *arena)
{
	struct value *o = value_object(arena), *list = value_list(arena);

	value_set_text(o, "title", frame->site->title.str);
	value_set_text(o, "language", frame->site->language.str);
	value_set_text(o, "url", STR("../index.html"));
	value_set_text(o, "schema", STR("index.schema.json"));
	value_set_text(o, "data_schema", STR("data.schema.json"));
	for (size_t i = 0; i < count; i++)
		value_append(list, entry_of(&digests[i], arena));
	value_set(o, "comparisons", list);
	return o;
}

static const struct value *entry_of(const struct digest *d, struct arena *arena)
{
	struct value *o = value_object(arena);

	value_set_text(o, "slug", d->slug);
	value_set_text(o, "title", d->title);
	value_set_text(o, "summary", d->summary);
	value_setf(o, "url", "../%.*s/index.html", STR_ARG(d->slug));
	value_setf(o, "data", "../%.*s/data.json", STR_ARG(d->slug));
	value_set_text(o, "scores",
		       d->scored ? arena_printf(arena, "../%.*s/scores.csv",
						STR_ARG(d->slug))
				 : STR(""));
	value_set_text(o, "date", phrase_date_iso(d->date, arena));
	value_set_text(o, "updated", phrase_date_iso(d->updated, arena));
	value_set(o, "tags", texts(d->tags, d->tag_count, arena));
	value_set(o, "options", value_number((double)d->option_count, arena));
	value_set(o, "criteria",
		  value_number((double)d->criterion_count, arena));
	value_set(o, "result", outcome_value(d, arena));
	return o;
}

static const struct value *texts(const struct str *items, size_t count,
				 struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, value_text(items[i], arena));
	return list;
}

static const struct value *outcome_value(const struct digest *d,
					 struct arena *arena)
{
	const struct digest_result *outcome = &d->outcome;
	struct value *o;

	if (!outcome->judged)
		return value_null();
	o = value_object(arena);
	value_set_text(o, "leader", outcome->leader);
	value_set(o, "margin", data_number(outcome->margin, arena));
	value_set_bool(o, "close", outcome->close);
	value_set_text(o, "headline", d->headline);
	return o;
}
