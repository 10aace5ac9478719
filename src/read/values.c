#include "read/values.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmark.h>

enum { TICKS_MOST = 80, ENTITY_MOST = 33, MARKS_MOST = 4 };

/* What is emphasised, or struck, stands between runs of these. */
static const char MARKS[] = "*_~";

/*
 * What is read so far.  Each search that found no end is not made again, as
 * there is none further on either.
 */
struct scan {
	struct str cell;
	size_t at;
	size_t *cuts; /* where the ";" are that part values */
	size_t cut_count;
	size_t *open; /* brackets that are open */
	size_t open_count;
	/* Behind the last run of that mark and length that is open, or 0. */
	size_t runs[sizeof(MARKS) - 1][MARKS_MOST];
	bool no_ticks[TICKS_MOST]; /* no run of so many is left */
	bool no_angle, no_paren;
	struct arena *arena;
};

static void step(struct scan *s);
static void skip_code(struct scan *s);
static size_t run_len(struct str text, size_t at);
static void skip_entity(struct scan *s);
static bool is_entity(struct str text);
static void skip_angle(struct scan *s);
static bool begins_address(const struct scan *s);
static void skip_address(struct scan *s);
static void take_run(struct scan *s);
static bool is_word(char c);
static bool is_blank(char c);
static void close_run(struct scan *s, size_t *open);
static void close_bracket(struct scan *s);
static size_t paren_end(struct scan *s);

struct str *values_of(struct str cell, size_t *count, struct arena *arena)
{
	struct scan s = { .cell = cell, .arena = arena };
	struct str *values = NULL;
	size_t from = 0;

	while (s.at < cell.len)
		step(&s);
	*count = 0;
	for (size_t k = 0; k <= s.cut_count; k++) {
		size_t to = k < s.cut_count ? s.cuts[k] : cell.len;
		struct str value = str_trim(str_slice(cell, from, to - from));

		if (value.len)
			*arena_push(arena, values, *count) = value;
		from = to + 1;
	}
	return values;
}

static void step(struct scan *s)
{
	switch (s->cell.ptr[s->at]) {
	case '\\':
		s->at += 2;
		return;
	case '`':
		skip_code(s);
		return;
	case '&':
		skip_entity(s);
		return;
	case '<':
		skip_angle(s);
		return;
	case '[':
		*arena_push(s->arena, s->open, s->open_count) = s->at++;
		return;
	case ']':
		close_bracket(s);
		return;
	case '*':
	case '_':
	case '~':
		take_run(s);
		return;
	case ';':
		*arena_push(s->arena, s->cuts, s->cut_count) = s->at++;
		return;
	default:
		if (begins_address(s))
			skip_address(s);
		else
			s->at++;
	}
}

/* To behind the run of as many, or behind this run where there is none. */
static void skip_code(struct scan *s)
{
	size_t len = run_len(s->cell, s->at), at = s->at + len;

	s->at = at;
	if (len >= TICKS_MOST || s->no_ticks[len])
		return;
	while (at < s->cell.len) {
		size_t run;

		at += str_find(str_from_byte(s->cell, at), '`');
		run = run_len(s->cell, at);
		at += run;
		if (run != len)
			continue;
		s->at = at;
		return;
	}
	s->no_ticks[len] = true;
}

static size_t run_len(struct str text, size_t at)
{
	size_t len = 0;

	while (at + len < text.len && text.ptr[at + len] == text.ptr[at])
		len++;
	return len;
}

static void skip_entity(struct scan *s)
{
	struct str rest = str_slice(s->cell, s->at, ENTITY_MOST);
	size_t end = str_find(rest, ';');

	s->at++;
	if (end < rest.len && is_entity(str_slice(rest, 0, end + 1)))
		s->at += end;
}

/* cmark knows them all; what it does not is written with its "&". */
static bool is_entity(struct str text)
{
	char *html;
	bool known;

	for (size_t i = 1; i + 1 < text.len; i++)
		if (!strchr("#0123456789", text.ptr[i]) &&
		    !((text.ptr[i] | 32) >= 'a' && (text.ptr[i] | 32) <= 'z'))
			return false;
	html = cmark_markdown_to_html(text.ptr, text.len, CMARK_OPT_DEFAULT);
	known = !strstr(html, "&amp;") || text.len == strlen("&amp;");
	free(html);
	return known;
}

/* "<https://…>" or a tag, which hold no "<". */
static void skip_angle(struct scan *s)
{
	struct str rest = str_from_byte(s->cell, s->at + 1);
	size_t end, next;

	s->at++;
	if (s->no_angle || !rest.len || strchr(" ;0123456789<>", rest.ptr[0]))
		return;
	end = str_find(rest, '>');
	next = str_find(str_slice(rest, 0, end), '<');
	if (end == rest.len)
		s->no_angle = true;
	else if (next == end)
		s->at += end + 1;
}

static bool begins_address(const struct scan *s)
{
	static const char *const STARTS[] = { "https://", "http://", "www." };
	struct str rest = str_from_byte(s->cell, s->at);
	char before = s->at ? s->cell.ptr[s->at - 1] : ' ';

	if (!strchr("hHwW", rest.ptr[0]) || !strchr(" \t\n*_~(;", before))
		return false;
	for (size_t k = 0; k < 3; k++)
		if (rest.len > strlen(STARTS[k]) &&
		    !strncasecmp(rest.ptr, STARTS[k], strlen(STARTS[k])))
			return true;
	return false;
}

/* A ";" at its end, or before another address, is none of it. */
static void skip_address(struct scan *s)
{
	for (s->at++; s->at < s->cell.len; s->at++) {
		char c = s->cell.ptr[s->at];
		struct scan next = *s;

		if (strchr(" \t\n<", c))
			return;
		next.at++;
		if (c == ';' && (next.at == s->cell.len ||
				 strchr(" \t\n;<", s->cell.ptr[next.at]) ||
				 begins_address(&next)))
			return;
	}
}

/*
 * A run opens before a text and closes behind one.  Within a word it does
 * neither: "2*3; 4*5".
 */
static void take_run(struct scan *s)
{
	size_t len = run_len(s->cell, s->at), end = s->at + len;
	char before = s->at ? s->cell.ptr[s->at - 1] : ' ';
	char behind = end < s->cell.len ? s->cell.ptr[end] : ' ';
	size_t mark = (size_t)(strchr(MARKS, s->cell.ptr[s->at]) - MARKS);
	size_t *open;

	s->at = end;
	if (len >= MARKS_MOST)
		return;
	open = &s->runs[mark][len];
	if (*open && !is_blank(before) && !is_word(behind))
		close_run(s, open);
	else if (!is_blank(behind) && !is_word(before))
		*open = end;
}

/* None of these is part of a longer character. */
static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_blank(char c)
{
	return strchr(" \t\n", c);
}

/* What is open within it ends nowhere. */
static void close_run(struct scan *s, size_t *open)
{
	size_t from = *open;

	while (s->cut_count && s->cuts[s->cut_count - 1] >= from)
		s->cut_count--;
	for (size_t mark = 0; mark < sizeof(MARKS) - 1; mark++)
		for (size_t len = 0; len < MARKS_MOST; len++)
			if (s->runs[mark][len] >= from)
				s->runs[mark][len] = 0;
}

/* With "(…)" behind it the brackets and that are a link: one piece. */
static void close_bracket(struct scan *s)
{
	size_t open, end;

	s->at++;
	if (!s->open_count)
		return;
	open = s->open[--s->open_count];
	if (s->at == s->cell.len || s->cell.ptr[s->at] != '(')
		return;
	end = paren_end(s);
	if (!end)
		return;
	while (s->cut_count && s->cuts[s->cut_count - 1] > open)
		s->cut_count--;
	s->at = end;
}

/* Behind the ")" that closes the "(" at hand, or 0. */
static size_t paren_end(struct scan *s)
{
	size_t depth = 0;

	for (size_t i = s->at; i < s->cell.len && !s->no_paren; i++)
		switch (s->cell.ptr[i]) {
		case '\\':
			i++;
			break;
		case '(':
			depth++;
			break;
		case ')':
			if (!--depth)
				return i + 1;
			break;
		default:
			break;
		}
	s->no_paren = true;
	return 0;
}
