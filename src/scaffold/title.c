#include "scaffold/title.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

static size_t find_versus(struct str title, size_t *len);
static size_t pause_at(struct str title, size_t at);

struct str title_subject(struct str title)
{
	size_t len, at = find_versus(title, &len), start = 0, end = at + len;

	if (at == title.len)
		return title;
	for (size_t i = 0; i < at; i++) {
		size_t pause = pause_at(title, i);

		if (pause)
			start = i + pause;
	}
	while (end < title.len && title.ptr[end] != '(' &&
	       !pause_at(title, end))
		end++;
	return str_trim(str_slice(title, start, end - start));
}

size_t title_split(struct str title, struct str *names, size_t most)
{
	size_t count = 0, len, at;

	assert(most > 0);
	while (count + 1 < most &&
	       (at = find_versus(title, &len)) < title.len) {
		names[count++] = str_trim(str_slice(title, 0, at));
		title = str_from_byte(title, at + len);
	}
	names[count++] = str_trim(title);
	return count;
}

/* Where the word between two names begins, or the title's length. */
static size_t find_versus(struct str title, size_t *len)
{
	static const char *const WORDS[] = { " vs ", " vs. ", " versus " };

	for (size_t i = 0; i < title.len; i++)
		for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++) {
			*len = strlen(WORDS[k]);
			if (title.len - i > *len &&
			    !strncasecmp(title.ptr + i, WORDS[k], *len))
				return i;
		}
	return title.len;
}

/* How long the mark is after which another thought begins; 0 for none. */
static size_t pause_at(struct str title, size_t at)
{
	static const char *const MARKS[] = { ": ",  ", ",  "? ",  "! ",
					     " - ", " – ", " — ", " | " };
	struct str rest = str_from_byte(title, at);

	for (size_t k = 0; k < sizeof(MARKS) / sizeof(*MARKS); k++)
		if (str_starts(rest, MARKS[k]))
			return strlen(MARKS[k]);
	return rest.len == 1 && strchr("?!.:", rest.ptr[0]);
}
