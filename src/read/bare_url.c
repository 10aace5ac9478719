#include "read/bare_url.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

static size_t local_len(struct str before);
static size_t host_len(struct str text);
static size_t entity_len(struct str url);
static size_t url_len(struct str text);
static size_t domain_len(struct str text);
static bool is_word(char c);
static size_t trimmed(struct str url);

size_t bare_url_find(struct str text, size_t *len)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '@') {
			size_t local = local_len(str_slice(text, 0, i));
			size_t host = host_len(str_from_byte(text, i + 1));

			*len = local + 1 + host;
			if (local && host)
				return i - local;
		}
		if ((c | 32) != 'h' && (c | 32) != 'w')
			continue;
		if (i && !strchr(" \t\n*_~(", text.ptr[i - 1]))
			continue;
		*len = url_len(str_from_byte(text, i));
		if (*len)
			return i;
	}
	*len = 0;
	return text.len;
}

/* What stands before the "@" of a mail address. */
static size_t local_len(struct str before)
{
	size_t len = 0;

	while (len < before.len) {
		char c = before.ptr[before.len - len - 1];

		if ((unsigned char)c >= 0x80 ||
		    !(is_word(c) || c == '.' || c == '+'))
			break;
		len++;
	}
	return len;
}

/* And behind it: a name with a period, which ends in a letter or digit. */
static size_t host_len(struct str text)
{
	size_t len = 0, periods = 0;

	for (; len < text.len; len++) {
		char c = text.ptr[len];

		if (c == '.' && len && len + 1 < text.len &&
		    is_word(text.ptr[len + 1]))
			periods++;
		else if ((unsigned char)c >= 0x80 || !is_word(c))
			break;
	}
	return periods && !strchr("-_", text.ptr[len - 1]) ? len : 0;
}

/* Of the address that the text begins with, or 0. */
static size_t url_len(struct str text)
{
	static const char *const STARTS[] = { "https://", "http://", "www." };

	for (size_t k = 0; k < 3; k++) {
		size_t start = strlen(STARTS[k]), domain, end;

		if (text.len <= start ||
		    strncasecmp(text.ptr, STARTS[k], start))
			continue;
		domain = domain_len(str_from_byte(text, k < 2 ? start : 0));
		if (!domain)
			return 0;
		end = (k < 2 ? start : 0) + domain;
		while (end < text.len && !strchr(" \t\n<", text.ptr[end]))
			end++;
		return trimmed(str_slice(text, 0, end));
	}
	return 0;
}

/*
 * Words of letters, digits, "-" and "_" with periods between them, at least
 * one, and no "_" in the last two; 0 where there is no such name.
 */
static size_t domain_len(struct str text)
{
	size_t len = 0, periods = 0;
	bool low = false, low_before = false; /* "_" in the last, before it */

	for (; len < text.len; len++) {
		char c = text.ptr[len];
		bool more = len + 1 < text.len && is_word(text.ptr[len + 1]);

		if (c == '.' && len && more) {
			periods++;
			low_before = low;
			low = false;
		} else if (c == '_') {
			low = true;
		} else if (!is_word(c)) {
			break;
		}
	}
	return periods && !low && !low_before ? len : 0;
}

/* Letters of any script: a name of the network may have them. */
static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Of "&name;" at its end, which is none of it; or 0. */
static size_t entity_len(struct str url)
{
	size_t at = url.len - 1;

	while (at && is_word(url.ptr[at - 1]) && url.ptr[at - 1] != '-' &&
	       url.ptr[at - 1] != '_')
		at--;
	return at && at + 1 < url.len && url.ptr[at - 1] == '&'
		       ? url.len - at + 1
		       : 0;
}

/* The brackets are counted once, so that ")))…" takes linear time. */
static size_t trimmed(struct str url)
{
	size_t open = 0, closed = 0;

	for (size_t i = 0; i < url.len; i++) {
		open += url.ptr[i] == '(';
		closed += url.ptr[i] == ')';
	}
	while (url.len) {
		char last = url.ptr[url.len - 1];

		if (last == ')' && closed > open)
			closed--;
		else if (last == ';' && entity_len(url))
			url.len -= entity_len(url) - 1;
		else if (!strchr("?!.,:;*_~'\"", last))
			break;
		url.len--;
	}
	return url.len;
}
