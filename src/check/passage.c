#include "check/passage.h"

#include <string.h>

#include "base/file.h"

enum {
	SENTENCE_MOST = 1000, /* bytes */
	RUNS_MOST = 80,	      /* backticks in a row that open code */
	STRIDE = 512,	      /* bytes between places that are known */
};

/* What ends a span that is no prose. */
enum closer {
	CLOSER_COMMENT,
	CLOSER_ADDRESS,
	CLOSER_BRACKET,
	CLOSER_TAG,
	CLOSER_QUOTE,
	CLOSER_CURLY,
	CLOSER_SINGLE,
	CLOSER_PARAGRAPH,
};
enum { CLOSER_COUNT = CLOSER_PARAGRAPH + 1 };
static const char *const CLOSERS[CLOSER_COUNT] = {
	"-->", ")", "]", ">", "\"", "\xE2\x80\x9D", "\xE2\x80\x99", "\n\n",
};

/* Where each closer and each run of backticks was found last. */
struct seeker {
	char *text;
	size_t len;
	size_t next[CLOSER_COUNT], next_run[RUNS_MOST];
	bool known[CLOSER_COUNT], run_known[RUNS_MOST];
};

static void pass(struct passage_mark *mark, char byte);
static size_t blank_front_matter(char *text, size_t len);
static void blank_key(struct str line, char *text, bool *is_prose);
static bool is_prose_key(struct str key);
static void blank_blocks(char *text, size_t from, size_t len);
static void blank_inside(char *text, size_t from, size_t len);
static bool opens_single(struct str rest, char before);
static size_t blank_span(struct seeker *s, size_t at, enum closer closer,
			 size_t most);
static size_t seek(struct seeker *s, size_t at, enum closer closer);
static size_t blank_code(struct seeker *s, size_t at);
static size_t run_length(const struct seeker *s, size_t at);
static void blank(char *text, size_t from, size_t to);
static bool ends_sentence(const struct passage *passage, size_t at);
static bool starts_block(struct str line);
static bool is_word_byte(char c);

void passage_make(const char *path, struct str text, struct passage *passage,
		  struct arena *arena)
{
	struct passage_mark mark = { 0 };
	char *prose;

	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_from_byte(text, 3);
	*passage = (struct passage){
		.text = arena_str(arena, text),
		.file = text,
		.at = { path, 1, 1, 1 },
		.marks = arena_array(arena, struct passage_mark,
				     text.len / STRIDE + 1),
	};
	for (size_t i = 0; i < text.len; i++) {
		if (i % STRIDE == 0)
			passage->marks[i / STRIDE] = mark;
		pass(&mark, text.ptr[i]);
	}
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
	struct passage_mark mark;

	if (passage->is_note)
		return at;
	mark = passage->marks[offset / STRIDE];
	for (size_t i = offset / STRIDE * STRIDE; i < offset; i++)
		pass(&mark, passage->file.ptr[i]);
	at.line += mark.lines;
	at.column += mark.chars;
	part.len = str_find(part, '\n');
	at.width = (unsigned)str_char_count(part);
	return at;
}

static void pass(struct passage_mark *mark, char byte)
{
	mark->lines += byte == '\n';
	mark->chars = byte == '\n' ? 0 : mark->chars + ((byte & 0xC0) != 0x80);
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

	while (rest.len) {
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
	struct seeker s = { .text = text, .len = len };

	for (size_t i = from; i < len;) {
		struct str rest = { text + i, len - i };

		if (str_starts(rest, "<!--"))
			i = blank_span(&s, i, CLOSER_COMMENT, len);
		else if (rest.ptr[0] == '`')
			i = blank_code(&s, i);
		else if (str_starts(rest, "]("))
			i = blank_span(&s, i, CLOSER_ADDRESS, 2000);
		else if (str_starts(rest, "[^") || str_starts(rest, "[="))
			i = blank_span(&s, i, CLOSER_BRACKET, 200);
		else if (str_starts(rest, "<") && rest.len > 1 &&
			 (is_word_byte(rest.ptr[1]) || rest.ptr[1] == '/'))
			i = blank_span(&s, i, CLOSER_TAG, 2000);
		else if (rest.ptr[0] == '"')
			i = blank_span(&s, i + 1, CLOSER_QUOTE, 300);
		else if (str_starts(rest, "\xE2\x80\x9C"))
			i = blank_span(&s, i, CLOSER_CURLY, 300);
		else if (opens_single(rest, i > from ? text[i - 1] : ' '))
			i = blank_span(&s, i, CLOSER_SINGLE, 300);
		else {
			if (strchr("*[]", text[i]))
				text[i] = ' ';
			i++;
		}
	}
}

/* A quotation in single marks, which elsewhere are apostrophes. */
static bool opens_single(struct str rest, char before)
{
	return str_starts(rest, "\xE2\x80\x98") && !is_word_byte(before);
}

/* Where it is not closed soon, in the same paragraph, it is no span. */
static size_t blank_span(struct seeker *s, size_t at, enum closer closer,
			 size_t most)
{
	size_t end = seek(s, at, closer), length = strlen(CLOSERS[closer]);

	if (end == s->len || end + length - at > most ||
	    (closer != CLOSER_COMMENT && seek(s, at, CLOSER_PARAGRAPH) < end))
		return at + 1;
	blank(s->text, at, end + length);
	return end + length;
}

/*
 * Where the closer comes next, or the length.  It is kept until it is passed,
 * so that openers without a closer do not each read to the end.
 */
static size_t seek(struct seeker *s, size_t at, enum closer closer)
{
	struct str rest = { s->text + at, s->len - at };

	if (!s->known[closer] || s->next[closer] < at) {
		s->next[closer] =
			at + str_find_str(rest, str_from(CLOSERS[closer]));
		s->known[closer] = true;
	}
	return s->next[closer];
}

/* Up to the run of as many backticks as it opens with. */
static size_t blank_code(struct seeker *s, size_t at)
{
	size_t run = run_length(s, at), end = at + run;

	if (run >= RUNS_MOST)
		return end;
	if (!s->run_known[run] || s->next_run[run] < end) {
		size_t i = end, found = 0;

		while (i < s->len && found != run) {
			i += found;
			while (i < s->len && s->text[i] != '`')
				i++;
			found = run_length(s, i);
		}
		s->next_run[run] = i;
		s->run_known[run] = true;
	}
	if (s->next_run[run] == s->len ||
	    seek(s, at, CLOSER_PARAGRAPH) < s->next_run[run])
		return end;
	end = s->next_run[run] + run;
	blank(s->text, at, end);
	return end;
}

static size_t run_length(const struct seeker *s, size_t at)
{
	size_t run = 0;

	while (at + run < s->len && s->text[at + run] == '`')
		run++;
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
