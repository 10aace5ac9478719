#include "import/notes.h"

#include "base/slug.h"
#include "import/inline.h"
#include "import/wording.h"

static size_t note_at(struct str line, struct str *label);
static bool goes_on(struct str line);
static void add_note(struct article *article, struct str label,
		     struct str words, unsigned line);
static void cite(struct article *article, struct str label, struct str id);
static struct str replaced(struct str text, struct str mark, struct str with,
			   struct arena *arena);

struct str notes_cut(struct article *article, struct str text, unsigned line)
{
	struct buf kept = { 0 }, note = { 0 };
	struct str label = { "", 0 };
	unsigned from = line;
	bool fenced = false;

	for (; text.ptr; line++) {
		struct str row = str_cut(&text, '\n'), next;
		size_t start = fenced ? 0 : note_at(row, &next);

		if (str_starts(str_trim(row), "```") ||
		    str_starts(str_trim(row), "~~~"))
			fenced = !fenced;
		if (label.len && (start || !goes_on(row))) {
			add_note(article, label, buf_str(&note), from);
			buf_reset(&note);
			label.len = 0;
		}
		if (start) {
			label = next;
			from = line;
		}
		if (label.len) {
			buf_raw(&note, str_trim(str_from_byte(row, start)));
			buf_char(&note, ' ');
		} else {
			buf_raw(&kept, row);
		}
		if (text.ptr)
			buf_char(&kept, '\n');
	}
	if (label.len)
		add_note(article, label, buf_str(&note), from);
	buf_release(&note);
	return wording_take(&kept, article->arena);
}

/* A note given twice is a source once. */
void notes_cite(struct article *article)
{
	struct str *ids = NULL;
	size_t count = 0;

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];
		struct str id = notes_id(block->note, article->arena);

		for (size_t i = 0; i < count; i++)
			if (str_equals(ids[i], id))
				block->note.len = 0;
		if (!block->note.len)
			continue;
		*arena_push(article->arena, ids, count) = id;
		cite(article, block->note, id);
	}
}

struct str notes_id(struct str label, struct arena *arena)
{
	struct str id = slug_of(label, arena);

	return ARENA_JOIN(arena, STR("note-"), id.len ? id : STR("x"));
}

/* Where the words of "[^label]: words" begin, or 0. */
static size_t note_at(struct str line, struct str *label)
{
	size_t indent = 0, end;

	while (indent < line.len && indent < 4 && line.ptr[indent] == ' ')
		indent++;
	if (indent == 4 || !str_starts(str_from_byte(line, indent), "[^"))
		return 0;
	*label = str_from_byte(line, indent + 2);
	end = str_find(*label, ']');
	if (!end || end + 1 >= label->len || label->ptr[end + 1] != ':' ||
	    str_find(*label, ' ') < end)
		return 0;
	label->len = end;
	return indent + 2 + end + 2;
}

/* The next line of a paragraph. */
static bool goes_on(struct str line)
{
	return str_trim(line).len && !strchr("#>|`", str_trim(line).ptr[0]);
}

static void add_note(struct article *article, struct str label,
		     struct str words, unsigned line)
{
	struct block block = { .kind = BLOCK_PARAGRAPH,
			       .line = line,
			       .note = arena_str(article->arena, label) };
	size_t links = article->link_count;

	if (article->beyond)
		return;
	inline_markdown(article, arena_str(article->arena, str_trim(words)),
			&block);
	if (!block.plain.len)
		inline_plain(article, label, &block);
	notes_own_links(article, &block, links);
	article_add(article, &block);
}

void notes_own_links(struct article *article, struct block *note, size_t from)
{
	if (from < article->link_count)
		note->url = article->links[from].url;
	for (size_t i = from; i < article->link_count; i++)
		article->links[i].noted = true;
}

static void cite(struct article *article, struct str label, struct str id)
{
	struct arena *arena = article->arena;
	struct str citation = ARENA_JOIN(arena, STR("[^"), id, STR("]"));
	struct str plain = ARENA_JOIN(arena, STR("[^"), label, STR("]"));
	struct str mark = ARENA_JOIN(arena, STR("\\[^"), label, STR("\\]"));

	for (size_t b = 0; b < article->block_count; b++) {
		struct block *block = &article->blocks[b];
		size_t cells = block->row_count * block->column_count;

		if (block->kind == BLOCK_CODE)
			continue;
		block->text = replaced(block->text, mark, citation, arena);
		block->plain = replaced(block->plain, plain, STR(""), arena);
		for (size_t i = 0; i < cells; i++)
			block->cells[i] = replaced(block->cells[i], mark,
						   citation, arena);
	}
}

static struct str replaced(struct str text, struct str mark, struct str with,
			   struct arena *arena)
{
	struct buf buf = { 0 };
	size_t at = str_find_str(text, mark);

	if (at == text.len)
		return text;
	for (; at < text.len; at = str_find_str(text, mark)) {
		buf_raw(&buf, str_slice(text, 0, at));
		buf_raw(&buf, with);
		text = str_from_byte(text, at + mark.len);
	}
	buf_raw(&buf, text);
	return wording_take(&buf, arena);
}
