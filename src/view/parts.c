#include "view/parts.h"

#include "base/file.h"
#include "judge/utility.h"

/* A sentence names so many at the most; of more it names the first few. */
enum { NAMES_MOST = 8, NAMES_SHOWN = 5, EQUALS_SHOWN = 3 };

static struct value *sample_view(const struct subject *s,
				 const struct sample *sample, struct str title);

static struct str anchor_of(const struct subject *s,
			    const struct sample_ref *refs, size_t i);

const struct value *prose_view(const struct prose *prose, struct arena *arena)
{
	return prose_is_empty(prose) ? value_null()
				     : value_markup(prose->html, arena);
}

const struct value *prose_list_view(const struct prose_list *list,
				    struct arena *arena)
{
	struct value *values = value_list(arena);

	for (size_t i = 0; i < list->count; i++)
		value_append(values, value_markup(list->items[i].html, arena));
	return values;
}

const struct value *text_list_view(const struct text *texts, size_t count,
				   struct arena *arena)
{
	struct value *values = value_list(arena);

	for (size_t i = 0; i < count; i++)
		value_append(values, value_text(texts[i].str, arena));
	return values;
}

const struct value *sources_view(const struct subject *s, const size_t *sources,
				 size_t count)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, s->sources[sources[i]]);
	return list;
}

const struct value *size_view(struct image_size size, struct arena *arena)
{
	struct value *o = value_object(arena);

	if (!size.width)
		return value_null();
	value_setf(o, "width", "%u", size.width);
	value_setf(o, "height", "%u", size.height);
	return o;
}

const struct value *samples_view(const struct subject *s,
				 const struct sample_ref *refs, size_t count)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < count; i++) {
		const struct sample *sample =
			comparison_find_sample(s->c, refs[i].id.str);
		struct value *o;

		if (!sample)
			continue;
		o = sample_view(s, sample, refs[i].title.str);
		value_set_text(o, "anchor", anchor_of(s, refs, i));
		value_append(list, o);
	}
	return list;
}

/* One that `samples` names twice has its place where it stands first. */
static struct str anchor_of(const struct subject *s,
			    const struct sample_ref *refs, size_t i)
{
	for (size_t k = 0; k < i && refs != s->c->placed; k++)
		if (str_equals(refs[k].id.str, refs[i].id.str))
			return STR("");
	return arena_printf(s->arena, "sample-%.*s", STR_ARG(refs[i].id.str));
}

static struct value *sample_view(const struct subject *s,
				 const struct sample *sample, struct str title)
{
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *blocks = value_list(arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		struct value *block;

		if (str_is_empty(sample->code[i]))
			continue;
		block = value_add_object(blocks);
		value_set_text(block, "name", s->c->options[i].name.str);
		value_set_text(block, "class", option_class(i));
		value_set_text(block, "language",
			       path_extension(sample->file[i]));
		value_set_text(block, "file", sample->file[i]);
		value_set_text(block, "code", sample->code[i]);
		value_set(block, "html", value_markup(sample->html[i], arena));
	}
	value_set_text(o, "title", title);
	value_set(o, "blocks", blocks);
	return o;
}

const struct value *list_view(const struct subject *s, size_t count,
			      struct value *view(const struct subject *s,
						 size_t i))
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, view(s, i));
	return list;
}

struct str option_names(const struct subject *s, const bool *picked)
{
	struct str *names =
		arena_array(s->arena, struct str, s->c->option_count);
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		if (picked[i])
			names[count++] = s->c->options[i].name.str;
	if (count > NAMES_MOST) {
		names[NAMES_SHOWN] = PHRASE(
			s->phrases, WORD_N_MORE, s->arena,
			{ "n", phrase_number(s->phrases,
					     (double)(count - NAMES_SHOWN), 0,
					     s->arena) });
		count = NAMES_SHOWN + 1;
	}
	return phrase_list(s->phrases, names, count, s->arena);
}

struct str some_names(const struct subject *s, const struct str *names,
		      size_t count)
{
	struct str first[EQUALS_SHOWN + 1];

	if (count <= EQUALS_SHOWN)
		return phrase_list(s->phrases, names, count, s->arena);
	for (size_t k = 0; k < EQUALS_SHOWN; k++)
		first[k] = names[k];
	first[EQUALS_SHOWN] =
		PHRASE(s->phrases, WORD_N_MORE, s->arena,
		       { "n", subject_count(s, count - EQUALS_SHOWN) });
	return phrase_list(s->phrases, first, EQUALS_SHOWN + 1, s->arena);
}

struct str criterion_list(const struct subject *s, const size_t *criteria,
			  size_t count)
{
	struct str *titles = arena_array(s->arena, struct str, count);

	for (size_t k = 0; k < count; k++)
		titles[k] = s->c->criteria[criteria[k]].title.str;
	return phrase_list(s->phrases, titles, count, s->arena);
}

/* By insertion, which is stable; there are few.  Equals are as written. */
size_t *order_by_value(const double *values, size_t count, struct arena *arena)
{
	size_t *order = arena_array(arena, size_t, count);

	for (size_t j = 0; j < count; j++) {
		size_t k = j;

		for (; k && values[j] > values[order[k - 1]] + UTILITY_EQUAL;
		     k--)
			order[k] = order[k - 1];
		order[k] = j;
	}
	return order;
}

const size_t *criteria_by_group(const struct comparison *c, struct arena *arena)
{
	size_t *order = arena_array(arena, size_t, c->criterion_count);
	bool *done = arena_array(arena, bool, c->criterion_count);
	size_t count = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		for (size_t k = j; !done[j] && k < c->criterion_count; k++)
			if (str_equals(c->criteria[k].group.str,
				       c->criteria[j].group.str)) {
				done[k] = k > j;
				order[count++] = k;
			}
	return order;
}

bool group_begins(const struct comparison *c, const size_t *order, size_t k)
{
	return !k || !str_equals(c->criteria[order[k]].group.str,
				 c->criteria[order[k - 1]].group.str);
}
