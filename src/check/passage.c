#include "check/passage.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"

enum { SENTENCE_MOST = 2000, COMMENT_MOST = 20000 }; /* bytes */

static size_t blank_front_matter(char *text, size_t len);
static void blank_key(struct str line, char *text, bool *is_prose);
static bool is_prose_key(struct str key);
static void blank_blocks(char *text, size_t from, size_t len);
static void blank_inside(char *text, size_t from, size_t len);
static size_t blank_span(char *text, size_t at, size_t len, const char *close,
			 size_t most);
static size_t code_end(struct str rest);
static void blank(char *text, size_t from, size_t to);
static bool ends_sentence(const struct passage *passage, size_t at);
static bool starts_block(struct str line);
static bool is_word_byte(char c);

void passage_make(const char *path, struct str text, struct passage *passage,
		  struct arena *arena)
{
	char *prose;

	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_from_byte(text, 3);
	*passage = (struct passage){
		.text = arena_str(arena, text),
		.file = text,
		.at = { path, 1, 1, 1 },
		.cursor = arena_new(arena, struct passage_cursor),
	};
	prose = (char *)passage->text.ptr;
	passage->body = blank_front_matter(prose, text.len);
	blank_blocks(prose, passage->body, text.len);
	blank_inside(prose, passage->body, text.len);
}

bool passage_read(const char *path, struct passage *passage,
		  struct arena *arena)
{
	struct str text;

	if (!file_read(path, &text, arena))
		return false;
	passage_make(path, text, passage, arena);
	return true;
}

struct place passage_place(const struct passage *passage, struct str part)
{
	struct place at = passage->at;
	size_t offset = (size_t)(part.ptr - passage->text.ptr);
	struct passage_cursor *c = passage->cursor;

	if (passage->is_note)
		return at;
	if (offset < c->offset)
		*c = (struct passage_cursor){ 0 };
	for (; c->offset < offset; c->offset++) {
		unsigned char byte =
			(unsigned char)passage->file.ptr[c->offset];

		c->lines += byte == '\n';
		c->chars =
			byte == '\n' ? 0 : c->chars + ((byte & 0xC0) != 0x80);
	}
	at.line += c->lines;
	at.column += c->chars;
	part.len = str_find(part, '\n');
	at.width = (unsigned)str_char_count(part);
	return at;
}

bool passage_sentence(const struct passage *passage, size_t *from,
		      struct str *sentence)
{
	struct str text = passage->text;
	size_t start = *from, end;

	while (start < text.len && strchr(" \t\r\n", text.ptr[start]))
		start++;
	if (start >= text.len)
		return false;
	for (end = start; end < text.len && !ends_sentence(passage, end) &&
			  end - start < SENTENCE_MOST;)
		end++;
	end += end < text.len;
	*sentence = str_slice(text, start, end - start);
	*from = end;
	return true;
}

bool passage_is_question(struct str sentence)
{
	while (sentence.len &&
	       strchr(" \n)'\"", sentence.ptr[sentence.len - 1]))
		sentence.len--;
	return str_ends(sentence, "?");
}

bool passage_is_cited(const struct passage *passage, struct str sentence)
{
	size_t at = (size_t)(sentence.ptr - passage->text.ptr);
	struct str written = str_slice(passage->file, at, sentence.len);

	return str_find_str(written, STR("[^")) < written.len ||
	       str_starts(str_from_byte(passage->file, at + sentence.len),
			  "[^");
}

bool word_next(struct str sentence, size_t *at, struct str *word)
{
	size_t start = *at, end;

	while (start < sentence.len && !is_word_byte(sentence.ptr[start]))
		start++;
	if (start >= sentence.len)
		return false;
	for (end = start; end < sentence.len;) {
		char c = sentence.ptr[end];
		bool inner = strchr(".,'-+#/", c) && end + 1 < sentence.len &&
			     is_word_byte(sentence.ptr[end + 1]);

		if (!is_word_byte(c) && !inner)
			break;
		end++;
	}
	*word = str_slice(sentence, start, end - start);
	*at = end;
	return true;
}

struct str word_last(struct str sentence)
{
	struct str word, last = { "", 0 };
	size_t at = 0;

	while (word_next(sentence, &at, &word))
		last = word;
	return last;
}

size_t sentence_find(struct str sentence, struct str words)
{
	if (!words.len)
		return sentence.len;
	for (size_t i = 0; i + words.len <= sentence.len; i++) {
		size_t end = i + words.len;

		if (strncasecmp(sentence.ptr + i, words.ptr, words.len) ||
		    (i && is_word_byte(sentence.ptr[i - 1])) ||
		    (end < sentence.len && is_word_byte(sentence.ptr[end])))
			continue;
		return i;
	}
	return sentence.len;
}

/* The body starts where this ends. */
static size_t blank_front_matter(char *text, size_t len)
{
	struct str rest = { text, len };
	bool is_prose = false;
	size_t lines = 0;

	if (!str_starts(rest, "---"))
		return 0;
	while (rest.ptr) {
		struct str line = str_cut(&rest, '\n');
		char *at = (char *)line.ptr;
		bool rule = str_is(str_trim(line), "---");

		if (rule)
			blank(at, 0, line.len);
		else
			blank_key(line, at, &is_prose);
		if (rule && lines++)
			return rest.ptr ? (size_t)(rest.ptr - text) : len;
	}
	return len;
}

/* A line that is not indented has a key; those below it belong to it. */
static void blank_key(struct str line, char *text, bool *is_prose)
{
	size_t colon = str_find(line, ':'), comment;

	if (line.len && !strchr(" -#", line.ptr[0])) {
		*is_prose = is_prose_key(str_slice(line, 0, colon));
		blank(text, 0, colon < line.len ? colon + 1 : line.len);
	}
	comment = str_find_str(line, STR(" #"));
	blank(text, *is_prose ? comment : 0, line.len);
	for (size_t i = 0; i < line.len; i++)
		if (text[i] == '"')
			text[i] = ' ';
}

static bool is_prose_key(struct str key)
{
	static const char *const KEYS[] = {
		"summary",  "description", "question", "disclosure",
		"features", "pros",	   "cons",     "best_for",
		"used_by",  "rubric",	   "facts"
	};

	for (size_t k = 0; k < sizeof(KEYS) / sizeof(*KEYS); k++)
		if (str_is(key, KEYS[k]))
			return true;
	return false;
}

/* Fenced code, and block quotes. */
static void blank_blocks(char *text, size_t from, size_t len)
{
	struct str rest = { text + from, len - from };
	char fence = '\0';

	while (rest.ptr && rest.len) {
		struct str line = str_cut(&rest, '\n');
		struct str words = str_trim(line);
		bool mark =
			str_starts(words, "```") || str_starts(words, "~~~");
		char *at = (char *)line.ptr;

		if (fence || mark || str_starts(words, ">"))
			blank(at, 0, line.len);
		if (mark && !fence)
			fence = words.ptr[0] == '`' ? '`' : '~';
		else if (mark)
			fence = '\0';
	}
}

static void blank_inside(char *text, size_t from, size_t len)
{
	for (size_t i = from; i < len;) {
		struct str rest = { text + i, len - i };

		if (str_starts(rest, "<!--"))
			i = blank_span(text, i, len, "-->", COMMENT_MOST);
		else if (rest.ptr[0] == '`') {
			size_t end = i + code_end(rest);

			blank(text, i, end);
			i = end;
		} else if (str_starts(rest, "](")) {
			i = blank_span(text, i, len, ")", 2000);
		} else if (str_starts(rest, "[^") || str_starts(rest, "[="))
			i = blank_span(text, i, len, "]", 200);
		else if (str_starts(rest, "<") && rest.len > 1 &&
			 (is_word_byte(rest.ptr[1]) || rest.ptr[1] == '/'))
			i = blank_span(text, i, len, ">", 2000);
		else if (rest.ptr[0] == '"')
			i = blank_span(text, i + 1, len, "\"", 300);
		else if (str_starts(rest, "\xE2\x80\x9C"))
			i = blank_span(text, i, len, "\xE2\x80\x9D", 300);
		else {
			if (strchr("*[]", text[i]))
				text[i] = ' ';
			i++;
		}
	}
}

/* Where it is not closed soon, in the same paragraph, it is no span. */
static size_t blank_span(char *text, size_t at, size_t len, const char *close,
			 size_t most)
{
	struct str rest = str_slice((struct str){ text, len }, at, most);
	size_t end = str_find_str(rest, str_from(close));
	size_t paragraph = str_find_str(rest, STR("\n\n"));

	if (end == rest.len || (most != COMMENT_MOST && paragraph < end))
		return at + 1;
	end = at + end + strlen(close);
	blank(text, at, end);
	return end;
}

/* Behind the run of as many backticks as it opens with. */
static size_t code_end(struct str rest)
{
	size_t run = 0, closing = 0;

	while (run < rest.len && rest.ptr[run] == '`')
		run++;
	for (size_t i = run; i < rest.len && i < SENTENCE_MOST; i++) {
		if (rest.ptr[i] == '\n' && i + 1 < rest.len &&
		    rest.ptr[i + 1] == '\n')
			break;
		closing = rest.ptr[i] == '`' ? closing + 1 : 0;
		if (closing == run &&
		    (i + 1 == rest.len || rest.ptr[i + 1] != '`'))
			return i + 1;
	}
	return run;
}

static void blank(char *text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (text[i] != '\n')
			text[i] = ' ';
}

static bool ends_sentence(const struct passage *passage, size_t at)
{
	struct str text = passage->text;
	struct str rest = str_from_byte(text, at + 1);
	char c = text.ptr[at];

	if (c == '\n') {
		struct str line = str_slice(rest, 0, str_find(rest, '\n'));
		const char *start = memrchr(text.ptr, '\n', at);

		start = start ? start + 1 : text.ptr;
		return !str_trim(line).len || starts_block(line) ||
		       *start == '#' ||
		       (at < passage->body &&
			str_find_str(line, STR(": ")) < line.len);
	}
	return strchr(".!?", c) && (!rest.len || strchr(" \n\r", rest.ptr[0]));
}

static bool starts_block(struct str line)
{
	struct str words = str_trim(line);

	return str_starts(words, "#") || str_starts(words, "- ") ||
	       str_starts(words, "* ") || str_starts(words, "|") ||
	       str_starts(words, "+ ") ||
	       (words.len > 2 && words.ptr[0] >= '0' && words.ptr[0] <= '9' &&
		words.ptr[1] == '.' && words.ptr[2] == ' ');
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c & 0x80);
}
