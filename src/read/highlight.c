#include "read/highlight.h"

enum {
	WORD_BYTES = 64,     /* longer ones are in no table */
	SINGLE_BYTES = 12,   /* of what stands between the quotes */
	PATTERN_BYTES = 400, /* so that to look ahead takes no time */
};

struct painter {
	const struct syntax *syntax;
	struct str code;
	struct buf *html;
	size_t done;	  /* written up to here */
	size_t at;	  /* looked at up to here */
	struct str here;  /* the word that ends a text of lines, or empty */
	size_t here_from; /* where that text begins */
	size_t element;	  /* where the name of the tag begins */
	bool value;	  /* a value can stand here: no operator is awaited */
	bool inside; /* between `open` and `close`, where a language has them */
	bool first;  /* no word has stood there yet */
	bool nested; /* in the code of another language */
};

static const char *code_class_css(enum code_class class);
static void step(struct painter *p);
static void walk_outside(struct painter *p);
static bool open_tag(struct painter *p);
static void embed(struct painter *p);
static const struct syntax_embed *embed_of(struct painter *p, struct str name);
static size_t element_end(struct str code, size_t at, struct str name);
static bool try_span(struct painter *p);
static const struct syntax_span *span_at(const struct painter *p, size_t at);
static bool is_apart(const struct painter *p, size_t at);
static size_t span_end(struct painter *p, const struct syntax_span *span,
		       size_t at);
static size_t close_of(struct str code, const struct syntax_span *span,
		       size_t at);
static size_t single_end(struct str code, const struct syntax_span *span,
			 size_t at);
static size_t pattern_end(struct str code, const struct syntax_span *span,
			  size_t at);
static bool begin_here(struct painter *p, const struct syntax_span *span);
static size_t line_end(struct str code, size_t at);
static size_t here_end(struct str code, size_t from, struct str word);
static bool try_sign(struct painter *p, size_t least);
static void walk_number(struct painter *p);
static void walk_word(struct painter *p);
static enum code_class word_class(struct painter *p, struct str word);
static enum code_class class_by_look(const struct painter *p, struct str word);
static bool is_followed(const struct painter *p, size_t at,
			const struct str *marks, size_t count);
static size_t word_end(const struct painter *p, size_t at);
static bool is_word(const struct painter *p, size_t at);
static bool matches(struct str code, size_t at, struct str mark);
static unsigned char kind_at(const struct painter *p, size_t at);
static char lower(char c);
static void paint(struct painter *p, size_t from, size_t to,
		  enum code_class class);

void highlight(const struct syntax *syntax, struct str code, struct buf *html)
{
	struct painter p = {
		.syntax = syntax, .code = code, .html = html, .value = true
	};

	if (syntax) {
		p.inside = !syntax->open.len;
		while (p.at < code.len)
			step(&p);
	}
	buf_html(html, str_from_byte(code, p.done));
}

/* The letters that the span's class of that kind ends in: "hk". */
static const char *code_class_css(enum code_class class)
{
	static const char *const NAMES[] = {
		[CODE_KEYWORD] = "hk",	[CODE_TYPE] = "ht",
		[CODE_CONSTANT] = "hn", [CODE_BUILTIN] = "hf",
		[CODE_FUNCTION] = "hf", [CODE_KEY] = "hy",
		[CODE_VARIABLE] = "hv", [CODE_META] = "hm",
		[CODE_COMMENT] = "hc",	[CODE_STRING] = "hs",
		[CODE_NUMBER] = "hn",	[CODE_PREFIX] = "hs",
	};

	return NAMES[class];
}

struct syntax_word *syntax_place(const struct syntax *syntax, struct str word)
{
	size_t mask = syntax->word_room - 1, hash = 5381;

	for (size_t i = 0; i < word.len; i++)
		hash = hash * 33 + (unsigned char)word.ptr[i];
	for (hash &= mask; syntax->words[hash].word.len &&
			   !str_equals(syntax->words[hash].word, word);)
		hash = (hash + 1) & mask;
	return &syntax->words[hash];
}

static void step(struct painter *p)
{
	unsigned char kind = kind_at(p, p->at);
	char c = p->code.ptr[p->at];

	/* A string that went on over the line's end takes its place. */
	if (p->here.len && p->at >= p->here_from)
		p->here.len = 0;
	if (c == '\n' && p->here.len) {
		paint(p, p->here_from, here_end(p->code, p->here_from, p->here),
		      CODE_STRING);
		p->here.len = 0;
	} else if (!p->inside) {
		walk_outside(p);
	} else if ((kind & BYTE_SIGN) && try_sign(p, 2)) {
		return; /* "#[" before "#" */
	} else if ((kind & BYTE_SPAN) && try_span(p)) {
		return;
	} else if ((kind & BYTE_SIGN) && try_sign(p, 1)) {
		return;
	} else if ((kind & BYTE_DIGIT) && p->syntax->has_numbers) {
		walk_number(p);
	} else if (is_word(p, p->at)) {
		walk_word(p);
	} else if (p->syntax->close.len &&
		   matches(p->code, p->at, p->syntax->close)) {
		p->inside = false;
		p->at += p->syntax->close.len;
		embed(p);
	} else {
		if (c != ' ' && c != '\t' && c != '\n')
			p->value = c != ')' && c != ']' && c != '}';
		p->at++;
	}
}

/* Text between tags: comments and signs mean something there, too. */
static void walk_outside(struct painter *p)
{
	unsigned char kind = kind_at(p, p->at);
	const struct syntax_span *span =
		kind & BYTE_SPAN ? span_at(p, p->at) : NULL;

	if (span && span->class == CODE_COMMENT && try_span(p))
		return;
	if ((kind & BYTE_OPEN) && open_tag(p))
		return;
	if (!(kind & BYTE_SIGN) || !try_sign(p, 1))
		p->at++;
}

/* "<" that is not followed by a name only means "less". */
static bool open_tag(struct painter *p)
{
	size_t at = p->at + p->syntax->open.len;
	char next = at < p->code.len ? p->code.ptr[at] : ' ';

	if (!matches(p->code, p->at, p->syntax->open) ||
	    !(next == '/' || next == '!' || next == '?' ||
	      (kind_at(p, at) & BYTE_LETTER)))
		return false;
	p->at = p->element = at;
	p->inside = p->first = true;
	return true;
}

/* Behind a tag that opens an element of another language. */
static void embed(struct painter *p)
{
	size_t element = p->element, end = word_end(p, element);
	struct str code = p->code;
	const struct syntax_embed *found =
		embed_of(p, str_slice(code, element, end - element));
	struct painter inner;

	if (!found || p->nested)
		return;
	end = element_end(code, p->at, found->element);
	buf_html(p->html, str_slice(code, p->done, p->at - p->done));
	inner = (struct painter){ .syntax = found->syntax,
				  .code = str_slice(code, p->at, end - p->at),
				  .html = p->html,
				  .value = true,
				  .nested = true,
				  .inside = !found->syntax->open.len };
	while (inner.at < inner.code.len)
		step(&inner);
	buf_html(p->html, str_from_byte(inner.code, inner.done));
	p->at = p->done = end;
}

static const struct syntax_embed *embed_of(struct painter *p, struct str name)
{
	for (size_t k = 0; k < p->syntax->embed_count; k++)
		if (str_is_like(p->syntax->embeds[k].element, name))
			return &p->syntax->embeds[k];
	return NULL;
}

/* Where "</name" stands, in any case, or the end. */
static size_t element_end(struct str code, size_t at, struct str name)
{
	for (; at < code.len; at++)
		if (code.ptr[at] == '<' && at + 1 < code.len &&
		    code.ptr[at + 1] == '/' &&
		    str_is_like(str_slice(code, at + 2, name.len), name))
			return at;
	return code.len;
}

static bool try_span(struct painter *p)
{
	const struct syntax_span *span = span_at(p, p->at);
	size_t end;

	if (!span)
		return false;
	if (span->here)
		return begin_here(p, span);
	end = span_end(p, span, p->at);
	if (!end)
		return false;
	if (span->class == CODE_STRING &&
	    is_followed(p, end, p->syntax->keys, p->syntax->key_count))
		paint(p, p->at, end, CODE_KEY);
	else
		paint(p, p->at, end, span->class);
	if (span->class != CODE_COMMENT)
		p->value = false;
	return true;
}

static const struct syntax_span *span_at(const struct painter *p, size_t at)
{
	for (size_t k = 0; k < p->syntax->span_count; k++) {
		const struct syntax_span *span = &p->syntax->spans[k];

		if (matches(p->code, at, span->from) &&
		    (!span->apart || is_apart(p, at)) &&
		    (!span->pattern || p->value))
			return span;
	}
	return NULL;
}

static bool is_apart(const struct painter *p, size_t at)
{
	return !at || strchr(" \t\n([{,;=:", p->code.ptr[at - 1]);
}

/* Behind it, or 0 where there is none after all. */
static size_t span_end(struct painter *p, const struct syntax_span *span,
		       size_t at)
{
	at += span->from.len;
	if (span->single)
		return single_end(p->code, span, at);
	if (span->pattern)
		return pattern_end(p->code, span, at);
	return close_of(p->code, span, at);
}

/* What is left open ends with its line, or with the code. */
static size_t close_of(struct str code, const struct syntax_span *span,
		       size_t at)
{
	size_t depth = 1;

	for (; at < code.len; at++) {
		char c = code.ptr[at];

		if (c == '\n' && !span->lines)
			return at;
		if (c == span->escape && c) {
			at++;
		} else if (span->to.len && matches(code, at, span->to)) {
			if (!--depth)
				return at + span->to.len;
			at += span->to.len - 1;
		} else if (span->nested && matches(code, at, span->from)) {
			depth++;
			at += span->from.len - 1;
		}
	}
	return code.len;
}

/* 'a' and '\n', but not the 'a of a lifetime or a label. */
static size_t single_end(struct str code, const struct syntax_span *span,
			 size_t at)
{
	size_t most = at + SINGLE_BYTES;

	if (at >= code.len || code.ptr[at] == '\n')
		return 0;
	if (code.ptr[at] != span->escape) {
		str_char_next(code, &at);
		return matches(code, at, span->to) ? at + span->to.len : 0;
	}
	for (at += 2; at < code.len && at < most && code.ptr[at] != '\n'; at++)
		if (matches(code, at, span->to))
			return at + span->to.len;
	return 0;
}

/* In brackets its end has no meaning; letters behind it belong to it. */
static size_t pattern_end(struct str code, const struct syntax_span *span,
			  size_t at)
{
	size_t most = at + PATTERN_BYTES;
	bool bracket = false;

	if (at < code.len && strchr(" =*\n", code.ptr[at]))
		return 0;
	for (; at < code.len && at < most && code.ptr[at] != '\n'; at++) {
		char c = code.ptr[at];

		if (c == span->escape) {
			at++;
		} else if (c == '[' || c == ']') {
			bracket = c == '[';
		} else if (!bracket && matches(code, at, span->to)) {
			at += span->to.len;
			while (at < code.len && lower(code.ptr[at]) >= 'a' &&
			       lower(code.ptr[at]) <= 'z')
				at++;
			return at;
		}
	}
	return 0;
}

/* "<<-'END'": what follows from the next line on, up to "END", is its text. */
static bool begin_here(struct painter *p, const struct syntax_span *span)
{
	struct str code = p->code;
	size_t at = p->at + span->from.len, end, from;

	if (p->here.len)
		return false;
	at += at < code.len && (code.ptr[at] == '-' || code.ptr[at] == '~');
	at += at < code.len && strchr("'\"", code.ptr[at]);
	if (at >= code.len || !(kind_at(p, at) & BYTE_LETTER))
		return false;
	end = word_end(p, at);
	from = line_end(code, end) + 1;
	if (from >= code.len)
		return false;
	p->here_from = from;
	p->here = str_slice(code, at, end - at);
	end += end < code.len && strchr("'\"", code.ptr[end]);
	paint(p, p->at, end, CODE_STRING);
	return true;
}

static size_t line_end(struct str code, size_t at)
{
	return at + str_find(str_from_byte(code, at), '\n');
}

static size_t here_end(struct str code, size_t from, struct str word)
{
	while (from < code.len) {
		size_t end = line_end(code, from);
		struct str line = str_trim(str_slice(code, from, end - from));

		if (line.len <= word.len + 1 &&
		    str_equals(str_slice(line, 0, word.len), word))
			return end;
		from = end + 1;
	}
	return code.len;
}

/*
 * "@name", "${name}": the bracket that a sign of at least that many bytes
 * opens closes behind the word.
 */
static bool try_sign(struct painter *p, size_t least)
{
	for (size_t k = 0; k < p->syntax->sign_count; k++) {
		const struct syntax_sign *sign = &p->syntax->signs[k];
		size_t at = p->at + sign->sign.len, end;
		char opens = sign->sign.ptr[sign->sign.len - 1];
		char closes = opens == '{'   ? '}'
			      : opens == '[' ? ']'
			      : opens == '(' ? ')'
					     : '\0';

		if (sign->sign.len < least ||
		    !matches(p->code, p->at, sign->sign) ||
		    !(kind_at(p, at) &
		      (*sign->sign.ptr == '.' ? BYTE_LETTER
					      : BYTE_LETTER | BYTE_DIGIT)))
			continue;
		if (p->at && p->code.ptr[p->at - 1] == *sign->sign.ptr)
			continue;
		end = word_end(p, at);
		end += closes && end < p->code.len &&
		       p->code.ptr[end] == closes;
		paint(p, p->at, end, sign->class);
		p->value = false;
		return true;
	}
	return false;
}

/* "0x1F", "1e-5", "3.14", "1_000", "12px" */
static void walk_number(struct painter *p)
{
	struct str code = p->code, more = p->syntax->numbers;
	bool decimal = !matches(code, p->at, STR("0x"));
	size_t at = p->at + 1;

	for (; at < code.len; at++) {
		char c = code.ptr[at], last = lower(code.ptr[at - 1]);

		if (kind_at(p, at) & (BYTE_LETTER | BYTE_DIGIT))
			continue;
		if (!(kind_at(p, at + 1) & BYTE_DIGIT) ||
		    !(c == '.' || str_find(more, c) < more.len ||
		      (decimal && last == 'e' && (c == '-' || c == '+'))))
			break;
	}
	paint(p, p->at, at, CODE_NUMBER);
	p->value = false;
}

static void walk_word(struct painter *p)
{
	size_t end = word_end(p, p->at);
	struct str word = str_slice(p->code, p->at, end - p->at);
	enum code_class class = word_class(p, word);
	const struct syntax_span *span = NULL;

	p->first = false;
	if (class == CODE_PREFIX) {
		span = kind_at(p, end) & BYTE_SPAN ? span_at(p, end) : NULL;
		class = class_by_look(p, word);
	}
	if (span && span->class == CODE_STRING && !span->here) {
		size_t close = span_end(p, span, end);

		end = close ? close : end;
		class = close ? CODE_STRING : CODE_PLAIN;
	}
	if (class)
		paint(p, p->at, end, class);
	p->at = end;
	p->value = class == CODE_KEYWORD;
}

static enum code_class word_class(struct painter *p, struct str word)
{
	const struct syntax *syntax = p->syntax;
	char small[WORD_BYTES];
	struct str asked = word;
	enum code_class class = CODE_PLAIN;

	if (syntax->ignores_case && word.len <= WORD_BYTES) {
		for (size_t i = 0; i < word.len; i++)
			small[i] = lower(word.ptr[i]);
		asked.ptr = small;
	}
	if (word.len <= WORD_BYTES)
		class = syntax_place(syntax, asked)->class;
	if (p->first && syntax->open.len)
		return CODE_KEYWORD;
	return class ? class : class_by_look(p, word);
}

/* By what stands behind it, or by its capitals. */
static enum code_class class_by_look(const struct painter *p, struct str word)
{
	const struct syntax *syntax = p->syntax;
	size_t end = p->at + word.len, i = 0;

	bool capital =
		syntax->capitals && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';

	if (is_followed(p, end, syntax->keys, syntax->key_count))
		return CODE_KEY;
	/* "new Server(" makes one, "console.Log(" calls it. */
	if (is_followed(p, end, syntax->calls, syntax->call_count) &&
	    (!capital || (p->at && p->code.ptr[p->at - 1] == '.')))
		return CODE_FUNCTION;
	if (!capital)
		return CODE_PLAIN;
	while (i < word.len && !(word.ptr[i] >= 'a' && word.ptr[i] <= 'z'))
		i++;
	return i == word.len && i > 1 ? CODE_CONSTANT : syntax->capitals;
}

/* A mark's last space is any space, a line's end or the end of the code. */
static bool is_followed(const struct painter *p, size_t at,
			const struct str *marks, size_t count)
{
	for (size_t k = 0; k < count; k++) {
		struct str mark = marks[k];
		bool space = str_ends(mark, " ");
		size_t end;

		mark.len -= space;
		end = at + mark.len;
		if (matches(p->code, at, mark) &&
		    (!space || end >= p->code.len ||
		     strchr(" \t\r\n", p->code.ptr[end])))
			return true;
	}
	return false;
}

static size_t word_end(const struct painter *p, size_t at)
{
	for (; at < p->code.len; at++) {
		unsigned char kind = kind_at(p, at);

		if (kind & (BYTE_LETTER | BYTE_DIGIT))
			continue;
		if (!(kind & BYTE_JOINT) || !(kind_at(p, at + 1) & BYTE_LETTER))
			break;
	}
	return at;
}

static bool is_word(const struct painter *p, size_t at)
{
	unsigned char kind = kind_at(p, at);

	return kind & BYTE_LETTER ||
	       (kind & BYTE_JOINT && kind_at(p, at + 1) & BYTE_LETTER);
}

static bool matches(struct str code, size_t at, struct str mark)
{
	return mark.len && at + mark.len <= code.len &&
	       code.ptr[at] == mark.ptr[0] &&
	       !memcmp(code.ptr + at, mark.ptr, mark.len);
}

static unsigned char kind_at(const struct painter *p, size_t at)
{
	return at < p->code.len
		       ? p->syntax->kinds[(unsigned char)p->code.ptr[at]]
		       : 0;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Writes what stands before it, and it. */
static void paint(struct painter *p, size_t from, size_t to,
		  enum code_class class)
{
	buf_html(p->html, str_slice(p->code, p->done, from - p->done));
	buf_text(p->html, "<span class=\"");
	buf_text(p->html, code_class_css(class));
	buf_text(p->html, "\">");
	buf_html(p->html, str_slice(p->code, from, to - from));
	buf_text(p->html, "</span>");
	p->done = p->at = to;
}
