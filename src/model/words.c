#include "model/words.h"

const struct text *words_find(const struct words *words, struct str key)
{
	for (size_t i = 0; i < words->count; i++)
		if (str_equals(words->items[i].key, key))
			return &words->items[i].text;
	return NULL;
}
