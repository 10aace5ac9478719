#include "import/table_names.h"

#include "base/slug.h"
#include "base/wording.h"
#include "read/reader.h"

enum { NAME_LONG = SCHEMA_NAME_MOST - 40, VALUE_LONG = 30 };

/* What a column of scores.csv may be called: no criterion of that id there. */
static const char COLUMNS[] =
	"criterion|criteria|option|score|judge|confidence|source|date|note|"
	"name|id|group|title|model|product|alternative|reviewer|comment|"
	"kriterium|merkmal|produkt|modell|variante|wert|punkte|bewertung|"
	"bewerter|bewerterin|jury|sicherheit|quelle|quellen|datum|notiz|"
	"anmerkung|bemerkung|kommentar|gruppe";

static void tell_apart(struct study *study);
static bool *doubles_of(const struct study *study, size_t *count);
static struct str *values_of(const struct study *study, size_t attribute);
static size_t best_apart(const struct study *study, const bool *doubles);
static size_t distinct(const struct study *study, const bool *doubles,
		       const struct str *values);
static struct str name_cut(struct str name, struct arena *arena);
static size_t put_counts(struct study *study);
static void give_option_ids(struct study *study);
static bool is_another(const struct study *study, size_t option, struct str id);
static void give_titles(struct study *study);
static bool is_titled(const struct study *study, size_t count,
		      struct str title);
static void give_criterion_ids(struct study *study);
static bool is_id(const struct study *study, size_t count, struct str id);

void study_name(struct study *study)
{
	for (size_t i = 0; i < study->option_count; i++)
		study->options[i].name =
			name_cut(study->options[i].name, study->arena);
	tell_apart(study);
	give_option_ids(study);
	give_titles(study);
	give_criterion_ids(study);
}

/* By what a fact says of them, and else by a count. */
static void tell_apart(struct study *study)
{
	size_t count, best, counted;
	bool *doubles = doubles_of(study, &count), by_fact;
	const struct str *values;

	if (!count)
		return;
	best = best_apart(study, doubles);
	by_fact = best < study->attribute_count;
	values = values_of(study, best);
	for (size_t i = 0; i < study->option_count; i++) {
		struct str *name = &study->options[i].name;

		if (doubles[i] && values[i].len)
			*name = arena_printf(study->arena, "%.*s (%.*s)",
					     STR_ARG(*name),
					     STR_ARG(values[i]));
	}
	counted = put_counts(study);
	study_todo(study,
		   "%zu options share their names with others: %s%.*s%s%s; "
		   "give them names in options.csv",
		   count, by_fact ? "\"" : "",
		   STR_ARG(by_fact ? study->attributes[best].as_written
				   : STR("a count")),
		   by_fact ? "\"" : "",
		   by_fact && counted ? ", and else a count, tells them apart"
				      : " tells them apart");
}

/* Whether each option's name is another's, too, and how many are. */
static bool *doubles_of(const struct study *study, size_t *count)
{
	bool *doubles = arena_array(study->arena, bool, study->option_count);

	*count = 0;
	for (size_t i = 0; i < study->option_count; i++)
		for (size_t k = 0; k < study->option_count; k++)
			doubles[i] |=
				k != i && str_is_like(study->options[i].name,
						      study->options[k].name);
	for (size_t i = 0; i < study->option_count; i++)
		*count += doubles[i];
	return doubles;
}

/* What the attribute, if there is one, says of each option; or empty. */
static struct str *values_of(const struct study *study, size_t attribute)
{
	struct str *values =
		arena_array(study->arena, struct str, study->option_count);

	for (size_t e = 0; e < study->entry_count; e++)
		if (study->entries[e].attribute == attribute)
			values[study->entries[e].option] =
				study->entries[e].cell->text;
	return values;
}

/* The first fact that leaves the most names, or the count of attributes. */
static size_t best_apart(const struct study *study, const bool *doubles)
{
	size_t best = study->attribute_count;
	size_t most = distinct(study, doubles, values_of(study, best));

	for (size_t j = 0; j < study->attribute_count; j++) {
		size_t count;

		if (study->attributes[j].kind != ATTRIBUTE_FACT)
			continue;
		count = distinct(study, doubles, values_of(study, j));
		if (count > most) {
			most = count;
			best = j;
		}
	}
	return best;
}

/* How many names there are once the values stand behind them. */
static size_t distinct(const struct study *study, const bool *doubles,
		       const struct str *values)
{
	struct str *names =
		arena_array(study->arena, struct str, study->option_count);
	size_t count = 0;

	for (size_t i = 0; i < study->option_count; i++) {
		if (!doubles[i])
			continue;
		if (str_char_count(values[i]) > VALUE_LONG)
			return 0;
		names[count++] =
			ARENA_JOIN(study->arena, study->options[i].name,
				   STR(" "), values[i]);
	}
	return texts_distinct(names, count);
}

/* How many names got a number, as they were still there. */
static size_t put_counts(struct study *study)
{
	size_t counted = 0;

	for (size_t i = 0; i < study->option_count; i++) {
		struct study_option *option = &study->options[i];
		struct str name = option->name;
		size_t first;

		while ((first = study_option_find(study, option->name)) < i)
			option->name =
				arena_printf(study->arena, "%.*s, no. %zu",
					     STR_ARG(name),
					     ++study->options[first].twins + 1);
		counted += !str_equals(option->name, name);
	}
	return counted;
}

/* No longer than readers take, the last of what is too much "…". */
static struct str name_cut(struct str name, struct arena *arena)
{
	size_t end = 0;

	for (size_t count = 0; end < name.len && count < NAME_LONG; count++)
		str_char_next(name, &end);
	return end < name.len
		       ? ARENA_JOIN(arena, str_slice(name, 0, end), STR("…"))
		       : name;
}

/* No id is another option's name, whatever the case of its letters. */
static void give_option_ids(struct study *study)
{
	for (size_t i = 0; i < study->option_count; i++) {
		struct str *id = &study->options[i].id, made;

		made = slug_of(study->options[i].name, study->arena);
		if (!made.len)
			made = arena_printf(study->arena, "option-%zu", i + 1);
		*id = made;
		for (size_t number = 2; is_another(study, i, *id); number++)
			*id = arena_printf(study->arena, "%.*s-%zu",
					   STR_ARG(made), number);
	}
}

static bool is_another(const struct study *study, size_t option, struct str id)
{
	for (size_t k = 0; k < study->option_count; k++)
		if ((k < option && str_equals(study->options[k].id, id)) ||
		    (k != option && str_is_like(study->options[k].name, id)))
			return true;
	return false;
}

/* Of two titles that differ in their units alone, all is kept. */
static void give_titles(struct study *study)
{
	for (size_t j = 0; j < study->attribute_count; j++) {
		struct str *title = &study->attributes[j].head.title;

		for (size_t k = 0; k < study->attribute_count; k++) {
			struct attribute *other = &study->attributes[k];

			if (k != j && str_is_like(other->head.title, *title) &&
			    !str_is_like(other->as_written, *title))
				other->head.title = other->as_written;
		}
		*title = name_cut(*title, study->arena);
	}
	for (size_t j = 0; j < study->attribute_count; j++) {
		struct str *title = &study->attributes[j].head.title;
		struct str first = *title;

		for (size_t number = 2; is_titled(study, j, *title); number++)
			*title = arena_printf(study->arena, "%.*s, no. %zu",
					      STR_ARG(first), number);
	}
}

static bool is_titled(const struct study *study, size_t count, struct str title)
{
	for (size_t k = 0; k < count; k++)
		if (str_is_like(study->attributes[k].head.title, title))
			return true;
	return false;
}

static void give_criterion_ids(struct study *study)
{
	struct comparison names = { .option_count = study->option_count };

	names.options =
		arena_array(study->arena, struct option, study->option_count);
	for (size_t i = 0; i < study->option_count; i++)
		names.options[i].id = study->options[i].id;
	for (size_t j = 0; j < study->attribute_count; j++) {
		struct attribute *a = &study->attributes[j];
		struct str id = slug_of(a->head.title, study->arena);

		if (!id.len)
			id = arena_printf(study->arena, "criterion-%zu", j + 1);
		if (wording_is_any(id, COLUMNS) ||
		    criterion_id_is_taken(&names, id))
			id = ARENA_JOIN(study->arena, id, STR("-value"));
		a->id = id;
		for (size_t number = 2; is_id(study, j, a->id); number++)
			a->id = arena_printf(study->arena, "%.*s-%zu",
					     STR_ARG(id), number);
	}
}

static bool is_id(const struct study *study, size_t count, struct str id)
{
	for (size_t k = 0; k < count; k++)
		if (str_equals(study->attributes[k].id, id))
			return true;
	return false;
}
