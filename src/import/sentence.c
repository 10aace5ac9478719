#include "import/sentence.h"

#include <ctype.h>

#include "base/wording.h"
#include "import/phrases.h"

enum { DECIMAL_MOST = 5 };

static bool ends_sentence(struct str s, size_t at);
static bool is_small_word(struct str s, size_t at);
static bool parts_decimals(struct str s, size_t at);

struct str sentence_cut(struct str *rest)
{
	struct str sentence = str_trim(*rest);
	size_t end = 0;

	while (end < sentence.len && !ends_sentence(sentence, end++))
		;
	*rest = str_trim(str_from_byte(sentence, end));
	if (!rest->len)
		*rest = (struct str){ NULL, 0 };
	return str_slice(sentence, 0, end);
}

bool sentence_is_shortened(struct str s, size_t at)
{
	struct str word = wording_end(str_slice(s, 0, at + 1), 1, true);

	return wording_is_any(word, PHRASES_SHORTENED);
}

int sentence_number(struct str s, struct str *rest)
{
	size_t front = wording_starts_any(s, PHRASES_NUMBERED);
	double number = 0;
	size_t digits;

	s = str_from_byte(s, front);
	digits = sentence_decimal(s, 0, &number);
	if (!digits || digits > 3 || digits + 1 >= s.len ||
	    !strchr(front ? ".):" : ".)", s.ptr[digits]) ||
	    s.ptr[digits + 1] != ' ')
		return 0;
	*rest = str_trim(str_from_byte(s, digits + 2));
	return (int)number;
}

size_t sentence_decimal(struct str s, size_t at, double *number)
{
	char digits[DECIMAL_MOST + 1] = "";
	size_t len = 0;

	for (; at + len < s.len && len < DECIMAL_MOST; len++) {
		char c = s.ptr[at + len];

		if (!isdigit((unsigned char)c) &&
		    !(len && parts_decimals(s, at + len)))
			break;
		digits[len] = c == ',' ? '.' : c;
	}
	return str_to_number(str_from(digits), number) ? len : 0;
}

const char *sentence_raised(char c)
{
	static const char *const SIGNS[] = { "⁰", "¹", "²", "³", "⁴",
					     "⁵", "⁶", "⁷", "⁸", "⁹" };

	return isdigit((unsigned char)c) ? SIGNS[c - '0']
	       : c == '-'		 ? "⁻"
					 : NULL;
}

bool sentence_is_whole(struct str markdown)
{
	size_t stars = 0, ticks = 0;
	long brackets = 0;

	for (size_t i = 0; i < markdown.len; i++) {
		char c = markdown.ptr[i];

		if (c == '\\')
			i++;
		stars += c == '*';
		ticks += c == '`';
		brackets += (c == '[') - (c == ']');
	}
	return stars % 2 == 0 && ticks % 2 == 0 && brackets == 0;
}

/* A stop, then a blank and no lower-case letter: "Node. js" goes on. */
static bool ends_sentence(struct str s, size_t at)
{
	size_t next = at + 2;

	return strchr(".!?", s.ptr[at]) &&
	       (next > s.len ||
		(next < s.len && s.ptr[at + 1] == ' ' &&
		 !is_small_word(s, next) && !sentence_is_shortened(s, at)));
}

/* "openSUSE" may begin a sentence. */
static bool is_small_word(struct str s, size_t at)
{
	bool small = islower((unsigned char)s.ptr[at]);

	for (; small && wording_in_word(s, at); at++)
		small = !isupper((unsigned char)s.ptr[at]);
	return small;
}

/* "4.5" and "4,5", but not "1,299". */
static bool parts_decimals(struct str s, size_t at)
{
	size_t end = at + 1;

	while (end < s.len && isdigit((unsigned char)s.ptr[end]))
		end++;
	return end > at + 1 &&
	       (s.ptr[at] == '.' || (s.ptr[at] == ',' && end - at <= 3));
}
