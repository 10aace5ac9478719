#include "read/columns.h"

static bool has_word(const struct columns *columns, enum column column,
		     struct str heading);
static bool is_listed(struct str list, struct str heading);

#define COLUMN_KEY(name, key, words) #key,
static const char *const NAMES[] = { COLUMN_LIST(COLUMN_KEY) "higher",
				     "lower" };
#define COLUMN_GERMAN(name, key, words) words,
static const char *const GERMAN[] = {
	COLUMN_LIST(COLUMN_GERMAN) "höher, mehr, größer",
	"niedriger, weniger, kleiner, geringer"
};

const struct str *columns_words(const struct words *words, struct arena *arena)
{
	struct str *lists = arena_array(arena, struct str, COLUMN_LISTS);

	for (size_t k = 0; k < COLUMN_LISTS; k++) {
		const struct text *own = words_find(
			words, arena_printf(arena, "columns.%s", NAMES[k]));

		lists[k] = own ? own->str : STR("");
	}
	return lists;
}

const char *column_name(size_t list)
{
	return NAMES[list];
}

bool column_says(const struct columns *columns, size_t list, struct str cell)
{
	return str_is_like(str_from(NAMES[list]), cell) ||
	       is_listed(str_from(GERMAN[list]), cell) ||
	       (columns->words && is_listed(columns->words[list], cell));
}

/* A name of ours comes before a word for another column: "note", "Note". */
enum column column_called(const struct columns *columns, uint32_t set,
			  struct str heading)
{
	for (enum column k = 0; k < COLUMN_COUNT; k++)
		if (set & COLUMN_BIT(k) &&
		    str_is_like(column_words(columns, k), heading))
			return k;
	for (enum column k = 0; k < COLUMN_COUNT; k++)
		if (set & COLUMN_BIT(k) && has_word(columns, k, heading))
			return k;
	return COLUMN_COUNT;
}

struct str column_words(const struct columns *columns, enum column column)
{
	struct str given = columns->given[column].str;

	return given.len ? given : str_from(NAMES[column]);
}

/* Where the author says what it is called, it is called so alone. */
static bool has_word(const struct columns *columns, enum column column,
		     struct str heading)
{
	if (columns->given[column].str.len)
		return false;
	return is_listed(str_from(GERMAN[column]), heading) ||
	       (columns->words && is_listed(columns->words[column], heading));
}

static bool is_listed(struct str list, struct str heading)
{
	while (list.ptr && heading.len)
		if (str_is_like(str_trim(str_cut(&list, ',')), heading))
			return true;
	return false;
}
