#include "import/made.h"

#include "base/address.h"
#include "base/slug.h"
#include "read/schema.h"
#include "read/text.h"

static bool is_numbered(struct str id, struct str base);
static bool is_taken(const struct made *made, struct str id);

void lines_add(struct lines *lines, struct arena *arena, const char *format,
	       ...)
{
	va_list args;

	va_start(args, format);
	*arena_push(arena, lines->items, lines->count) =
		arena_vprintf(arena, format, args);
	va_end(args);
}

void lines_write(const struct lines *lines, const char *mark, struct buf *buf)
{
	for (size_t i = 0; i < lines->count; i++)
		buf_printf(buf, "%s%.*s\n", mark, STR_ARG(lines->items[i]));
}

void made_finish(struct made *made, struct str path)
{
	/* Nobody reads what has no place. */
	if (!made->failed && made->buf.len > TEXT_LIMIT &&
	    str_ends(path, ".md") && !str_is(path, "unplaced.md")) {
		made->failed = true;
		diag_error(made->diags, (struct place){ .file = made->of },
			   "%.*s would have %zu bytes; at most %d are read",
			   STR_ARG(path), made->buf.len, TEXT_LIMIT);
		diag_hint(made->diags, "import a part of it");
	}
	if (made->buf.len)
		*arena_push(made->arena, made->files, made->file_count) =
			(struct made_file){ path,
					    buf_copy(&made->buf, made->arena) };
	buf_reset(&made->buf);
}

void made_text(struct made *made, const char *key, struct str words,
	       size_t most)
{
	size_t count = 0, end = 0, last = 0;

	while (end < words.len && count++ < most) {
		last = end;
		str_char_next(words, &end);
	}
	if (end < words.len)
		words = ARENA_JOIN(made->arena, str_slice(words, 0, last),
				   STR("…"));
	if (!words.len)
		return;
	buf_text(&made->buf, key);
	buf_json(&made->buf, words);
	buf_char(&made->buf, '\n');
}

/* What is longer than the reader takes leads nowhere when it is cut. */
void made_address(struct made *made, const char *key, struct str url)
{
	if (address_is_quotable(url) && str_char_count(url) <= SCHEMA_TEXT_MOST)
		made_text(made, key, url, SCHEMA_TEXT_MOST);
}

void made_source(struct made *made, struct str id, struct str title,
		 struct str url)
{
	/* Quoted: an id such as 404 or no is text. */
	buf_json(&made->buf, id);
	buf_text(&made->buf, ":\n");
	made_text(made, "  title: ", title, SCHEMA_NAME_MOST);
	made_address(made, "  url: ", url);
}

struct str made_source_id(struct made *made, struct str name)
{
	char *words = (char *)arena_str(made->arena, name).ptr;
	size_t number = 1;
	struct str id, tried;

	for (size_t i = 0; i < name.len; i++)
		words[i] = words[i] == '.' ? '-' : words[i];
	id = slug_of(str_from(words), made->arena);
	id = id.len ? id : STR("source");
	tried = id;
	for (size_t i = 0; i < made->source_count; i++)
		number += is_numbered(made->sources[i], id);
	while (is_taken(made, tried))
		tried = arena_printf(made->arena, "%.*s-%zu", STR_ARG(id),
				     number++);
	*arena_push(made->arena, made->sources, made->source_count) = tried;
	return tried;
}

/* "oak" and "oak-2" of "oak". */
static bool is_numbered(struct str id, struct str base)
{
	struct str rest = str_from_byte(id, base.len);

	return str_equals(str_slice(id, 0, base.len), base) &&
	       (!rest.len || (rest.ptr[0] == '-' &&
			      strspn(rest.ptr, "-0123456789") >= rest.len));
}

static bool is_taken(const struct made *made, struct str id)
{
	for (size_t i = 0; i < made->source_count; i++)
		if (str_equals(made->sources[i], id))
			return true;
	return false;
}

void buf_count(struct buf *buf, size_t count, const char *one, const char *many)
{
	buf_printf(buf, "%zu %s", count, count == 1 ? one : many);
}
