#include "read/markdown_html.h"

#include <string.h>

#include <cmark.h>

#include "base/address.h"
#include "base/buf.h"
#include "base/file.h"
#include "read/bare_url.h"
#include "read/citation.h"
#include "read/lexical.h"
#include "read/markdown_ids.h"
#include "read/markdown_strike.h"
#include "read/number.h"
#include "read/schema.h"
#include "read/syntax.h"

enum { PLAIN_ENOUGH = 500 };

struct writer {
	struct part *part;
	struct prose *prose;
	struct buf html, plain;
	struct buf url; /* at hand */
	bool *cited;
	const struct text *cell; /* of a table that is being written, or NULL */
	cmark_node *instead_of;	 /* the block that a table stands for */
	int nesting;		 /* of lists and quotes */
	int images; /* inside so many images: their text is the alt text */
	int links;
	bool in_word, in_figure, in_note, ok;
};

static void put_words(const struct markdown_env *env, struct str text,
		      struct buf *words);
static void write_block(struct writer *w, cmark_node *block, bool only_inside);
static bool put_sample(struct writer *w, cmark_node *block);
static cmark_node *only_link(cmark_node *paragraph);
static void write_notes(struct writer *w, bool is_last);
static void list_notes(struct writer *w, bool hidden);
static void add_note(struct part *part, struct note *note);
static void put_note_id(struct writer *w, size_t number);
static void write_node(struct writer *w, cmark_node *node, bool enter);
static void write_in_image(struct writer *w, cmark_node *node);
static void write_code(struct writer *w, struct str code);
static void write_custom(struct writer *w, cmark_node *node, bool enter);
static void write_blocks_start(struct writer *w, cmark_node *node, bool enter);
static void check_nesting(struct writer *w, cmark_node *node, bool enter);
static void write_paragraph(struct writer *w, cmark_node *node, bool enter);
static bool is_tight(cmark_node *paragraph);
static bool is_used_up(cmark_node *paragraph);
static void write_list(struct writer *w, cmark_node *node, bool enter);
static void open_item(struct writer *w, cmark_node *item);
static void write_quote(struct writer *w, cmark_node *quote, bool enter);
static cmark_node *first_text(cmark_node *block);
static void drop_start(cmark_node *text, size_t len);
static void write_heading(struct writer *w, cmark_node *node, bool enter);
static void warn_of_id(struct writer *w, struct str words, cmark_node *node);
static void write_code_block(struct writer *w, cmark_node *node);
static const struct syntax *syntax_of(struct writer *w, struct str info,
				      cmark_node *node);
static void write_raw_html(struct writer *w, cmark_node *node);
static bool is_break(struct str html);
static bool is_phrase_tag(struct str html);
static bool is_comment(struct str html);
static void write_alt(struct writer *w, cmark_node *node);
static void write_text(struct writer *w, cmark_node *node);
static void put_marked(struct writer *w, struct str text, cmark_node *node);
static const char *scheme_of(struct str url);
static void put_text(struct writer *w, struct str text);
static size_t find_mark(struct str text);
static void write_fact(struct writer *w, struct str name, cmark_node *node,
		       size_t skip);
static const struct shared_fact *find_fact(const struct markdown_env *env,
					   struct str name);
static void write_citation(struct writer *w, struct str id, cmark_node *node,
			   size_t skip);
static void write_note_mark(struct writer *w, struct note *note);
static void note_source(struct writer *w, size_t i);
static void refuse_citation(struct writer *w, struct str id, cmark_node *node,
			    size_t skip);
static void write_link(struct writer *w, cmark_node *node, bool enter);
static void write_title(struct writer *w, cmark_node *node);
static bool marks_note(struct writer *w, cmark_node *node, struct str token);
static void write_title_mark(struct writer *w, cmark_node *node,
			     struct str token);
static void cite_in_words(struct writer *w, size_t source);
static bool is_taken_away(struct writer *w, cmark_node *node, struct str token);
static void write_image(struct writer *w, cmark_node *node, bool enter);
static void put_source(struct writer *w, cmark_node *image);
static bool is_figure(struct writer *w, cmark_node *paragraph);
static void write_caption(struct writer *w, cmark_node *image);
static void write_url(struct writer *w, cmark_node *node,
		      struct image_size *size);
static void check_image(struct writer *w, cmark_node *node, struct str url);
static void put_url(struct writer *w, struct str url);
static struct place place_of_url(struct writer *w, cmark_node *node,
				 struct str url);
static void refuse_address(struct writer *w, cmark_node *node, struct str url);
static void write_grid(struct writer *w, const struct grid *grid);
static void write_cell(struct writer *w, const struct grid *grid, size_t row,
		       size_t column);
static void open_tag(struct writer *w, const char *tag);
static void add_plain(struct writer *w, struct str text);
static void break_plain(struct writer *w);
static void count_words(struct writer *w, struct str text);
static struct place place_of(struct writer *w, cmark_node *node, size_t skip,
			     struct str token);
static void finish(struct writer *w, struct arena *arena);

bool markdown_html(struct part *part, cmark_node *first, cmark_node *stop,
		   bool only_inside, struct prose *prose)
{
	struct writer w = { .part = part, .prose = prose, .ok = true };

	*prose = (struct prose){ .at = part->locator.start };
	for (; first && first != stop; first = cmark_node_next(first))
		write_block(&w, first, only_inside);
	write_notes(&w, !stop);
	finish(&w, part->env->arena);
	return w.ok;
}

void markdown_plain(struct str words, struct arena *arena, struct prose *prose)
{
	struct writer w = { .prose = prose };

	*prose = (struct prose){ 0 };
	buf_html(&w.html, words);
	add_plain(&w, words);
	finish(&w, arena);
}

struct str markdown_words(const struct markdown_env *env, cmark_node *node)
{
	cmark_iter *iter = cmark_iter_new(node);
	struct buf words = { 0 };
	struct str made;
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *at = cmark_iter_get_node(iter);
		struct str text;

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (cmark_node_get_type(at) == CMARK_NODE_SOFTBREAK ||
		    cmark_node_get_type(at) == CMARK_NODE_LINEBREAK)
			buf_char(&words, ' ');
		if (cmark_node_get_type(at) != CMARK_NODE_TEXT &&
		    cmark_node_get_type(at) != CMARK_NODE_CODE)
			continue;
		text = str_from(cmark_node_get_literal(at));
		put_words(env, text, &words);
	}
	cmark_iter_free(iter);
	made = name_on_line(buf_copy(&words, env->arena), env->arena);
	buf_release(&words);
	return str_trim(made);
}

/* Citations are left out, facts are put in. */
static void put_words(const struct markdown_env *env, struct str text,
		      struct buf *words)
{
	while (text.len) {
		size_t mark = find_mark(text);
		struct str name = str_from_byte(text, mark + 2);
		const struct shared_fact *fact;

		buf_raw(words, str_slice(text, 0, mark));
		if (mark == text.len)
			return;
		name.len = str_find(name, ']');
		fact = find_fact(env, name);
		if (text.ptr[mark + 1] == '=' && fact)
			buf_raw(words, fact->value.str);
		text = str_from_byte(text, mark + 2 + name.len + 1);
	}
}

static void write_block(struct writer *w, cmark_node *block, bool only_inside)
{
	cmark_iter *iter = cmark_iter_new(block);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		const struct grid *grid;

		if (node == block && only_inside)
			continue;
		grid = markdown_tree_grid(w->part->tree, node);
		if (grid) {
			w->instead_of = node;
			write_grid(w, grid);
			w->instead_of = NULL;
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
			continue;
		}
		if (put_sample(w, node)) {
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
			continue;
		}
		write_node(w, node, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(iter);
}

/* A paragraph that is a sample's place; not within lists, quotes or notes. */
static bool put_sample(struct writer *w, cmark_node *block)
{
	const struct markdown_env *env = w->part->env;
	cmark_node *link = only_link(block);
	struct text href;
	struct str words;
	size_t index;

	if (!link || !w->part->ids || !env->place_sample)
		return false;
	href.str = str_from(cmark_node_get_url(link));
	href.at = place_of_url(w, link, href.str);
	words = markdown_words(env, link);
	if (address_kind(href.str) != ADDRESS_PATH)
		return false;
	switch (env->place_sample(env->context, href, words, &index)) {
	case SAMPLE_LINK_OTHER:
		return false;
	case SAMPLE_LINK_WRONG:
		w->ok = false;
		return true;
	case SAMPLE_LINK_PLACED:
		break;
	}
	open_tag(w, "");
	buf_printf(&w->html, "%c%zu%c\n", SAMPLE_MARK, index, SAMPLE_MARK);
	add_plain(w, words);
	break_plain(w);
	return true;
}

/* Of words alone: what cites or shows a picture is a link as any other. */
static cmark_node *only_link(cmark_node *paragraph)
{
	cmark_node *link = cmark_node_first_child(paragraph), *child;

	if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(cmark_node_parent(paragraph)) !=
		    CMARK_NODE_DOCUMENT ||
	    !link || cmark_node_next(link) ||
	    cmark_node_get_type(link) != CMARK_NODE_LINK ||
	    *cmark_node_get_title(link))
		return NULL;
	child = cmark_node_first_child(link);
	for (; child; child = cmark_node_next(child)) {
		cmark_node_type type = cmark_node_get_type(child);
		struct str text = str_from(cmark_node_get_literal(child));

		if (type != CMARK_NODE_CODE && type != CMARK_NODE_SOFTBREAK &&
		    (type != CMARK_NODE_TEXT ||
		     str_find_str(text, STR("[^")) < text.len))
			return NULL;
	}
	return cmark_node_first_child(link) ? link : NULL;
}

/*
 * What a part refers to stands below it, each once, and opens in place; at
 * the document's end there is what nothing refers to, too, and is not hidden.
 */
static void write_notes(struct writer *w, bool is_last)
{
	struct part *part = w->part;
	const struct notes *notes = &part->tree->notes;

	list_notes(w, true);
	for (size_t i = 0; is_last && i < notes->count; i++) {
		struct note *note = &notes->notes[i];

		if (!note->item || note->number)
			continue;
		diag_warning(part->env->diags, note->at,
			     "nothing refers to the footnote \"%.*s\"",
			     STR_ARG(note->name));
		diag_hint(part->env->diags, "write [^%.*s] where it belongs",
			  STR_ARG(note->name));
		add_note(part, note);
		list_notes(w, false);
	}
}

/* Those that were not yet written, and those that they refer to. */
static void list_notes(struct writer *w, bool hidden)
{
	struct part *part = w->part;

	if (part->written_count == part->note_count)
		return;
	open_tag(w, "<ol class=\"notes\"");
	if (part->written_count)
		buf_printf(&w->html, " start=\"%zu\"", part->written_count + 1);
	buf_text(&w->html, ">\n");
	w->in_note = true;
	while (part->written_count < part->note_count) {
		struct note *note = part->notes[part->written_count++];
		cmark_node *block = cmark_node_first_child(note->item);

		buf_text(&w->html, "<li id=\"");
		put_note_id(w, note->number);
		buf_text(&w->html, hidden ? "\" popover>\n" : "\">\n");
		for (; block; block = cmark_node_next(block))
			write_block(w, block, false);
		buf_text(&w->html, "</li>\n");
		hidden = true;
	}
	w->in_note = false;
	buf_text(&w->html, "</ol>\n");
}

static void add_note(struct part *part, struct note *note)
{
	*arena_push(part->env->arena, part->notes, part->note_count) = note;
	note->number = part->note_count;
}

/* Texts of several files may stand on one page: "note-criteria-speed-1". */
static void put_note_id(struct writer *w, size_t number)
{
	struct str path = str_from(w->part->locator.start.file);
	struct str names[] = { path_base(path_dir(path)), path_stem(path) };

	buf_text(&w->html, "note");
	for (size_t k = 0; k < 2; k++) {
		buf_char(&w->html, '-');
		for (size_t i = 0; i < names[k].len; i++) {
			unsigned char c = (unsigned char)names[k].ptr[i];

			buf_char(&w->html,
				 c >= 0x80 || c == '-' ||
						 (c >= '0' && c <= '9') ||
						 ((c | 32) >= 'a' &&
						  (c | 32) <= 'z')
					 ? (char)c
					 : '-');
		}
	}
	buf_printf(&w->html, "-%zu", number);
}

static void write_node(struct writer *w, cmark_node *node, bool enter)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (w->images && type != CMARK_NODE_IMAGE) {
		write_in_image(w, node);
		return;
	}
	switch (type) {
	case CMARK_NODE_TEXT:
		write_text(w, node);
		break;
	case CMARK_NODE_CODE:
		write_code(w, str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buf_text(&w->html,
			 type == CMARK_NODE_LINEBREAK ? "<br />\n" : "\n");
		break_plain(w);
		break;
	case CMARK_NODE_EMPH:
		buf_text(&w->html, enter ? "<em>" : "</em>");
		break;
	case CMARK_NODE_STRONG:
		buf_text(&w->html, enter ? "<strong>" : "</strong>");
		break;
	case CMARK_NODE_LINK:
		write_link(w, node, enter);
		break;
	case CMARK_NODE_IMAGE:
		write_image(w, node, enter);
		break;
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_HTML_BLOCK:
		write_raw_html(w, node);
		break;
	case CMARK_NODE_CUSTOM_INLINE:
		write_custom(w, node, enter);
		break;
	default:
		write_blocks_start(w, node, enter);
		break;
	}
}

/* There only words count: they are its alternative text. */
static void write_in_image(struct writer *w, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_TEXT)
		write_alt(w, node);
	else if (type == CMARK_NODE_CODE)
		buf_html(&w->html, str_from(cmark_node_get_literal(node)));
	else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
		buf_char(&w->html, ' ');
}

static void write_code(struct writer *w, struct str code)
{
	buf_text(&w->html, "<code>");
	buf_html(&w->html, code);
	buf_text(&w->html, "</code>");
	add_plain(w, code);
}

/* Struck out, or it only parts text from text. */
static void write_custom(struct writer *w, cmark_node *node, bool enter)
{
	if (str_is(str_from(cmark_node_get_on_enter(node)), MARKDOWN_STRIKE))
		buf_text(&w->html, enter ? "<del>" : "</del>");
}

static void write_blocks_start(struct writer *w, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		check_nesting(w, node, enter);
		write_quote(w, node, enter);
		break;
	case CMARK_NODE_LIST:
		write_list(w, node, enter);
		break;
	case CMARK_NODE_ITEM:
		check_nesting(w, node, enter);
		if (enter)
			open_item(w, node);
		else
			buf_text(&w->html, "</li>\n");
		break;
	case CMARK_NODE_CODE_BLOCK:
		write_code_block(w, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(w, node, enter);
		break;
	case CMARK_NODE_HEADING:
		write_heading(w, node, enter);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		open_tag(w, "<hr />\n");
		break;
	default:
		break;
	}
	break_plain(w);
}

static void check_nesting(struct writer *w, cmark_node *node, bool enter)
{
	const struct markdown_env *env = w->part->env;

	w->nesting += enter ? 1 : -1;
	if (!enter || w->nesting != MARKDOWN_NESTING + 1)
		return;
	w->ok = false;
	diag_error(env->diags, place_of(w, node, 0, STR("")),
		   "more than %d lists and quotes are nested here",
		   MARKDOWN_NESTING);
}

static void write_paragraph(struct writer *w, cmark_node *node, bool enter)
{
	if (is_tight(node) || is_used_up(node))
		return;
	w->in_figure = enter && is_figure(w, node);
	if (w->in_figure)
		open_tag(w, "<figure>");
	else if (enter)
		open_tag(w, "<p>");
	else if (is_figure(w, node))
		buf_text(&w->html, "</figure>\n");
	else
		buf_text(&w->html, "</p>\n");
}

/* An image alone, whose title is its caption; not where a line is wanted. */
static bool is_figure(struct writer *w, cmark_node *paragraph)
{
	cmark_node *only = cmark_node_first_child(paragraph);

	return w->part->ids && only && !cmark_node_next(only) &&
	       cmark_node_get_type(only) == CMARK_NODE_IMAGE &&
	       *cmark_node_get_title(only);
}

/* An alert's mark was all that it said. */
static bool is_used_up(cmark_node *paragraph)
{
	cmark_node *only = cmark_node_first_child(paragraph);

	return only && !cmark_node_next(only) &&
	       cmark_node_get_type(only) == CMARK_NODE_TEXT &&
	       !*cmark_node_get_literal(only);
}

static bool is_tight(cmark_node *paragraph)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));

	return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list);
}

static void write_list(struct writer *w, cmark_node *node, bool enter)
{
	bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
	int start = cmark_node_get_list_start(node);

	if (!enter)
		buf_text(&w->html, bullets ? "</ul>\n" : "</ol>\n");
	else if (bullets)
		open_tag(w, "<ul>\n");
	else if (start == 1)
		open_tag(w, "<ol>\n");
	else {
		open_tag(w, "<ol");
		buf_printf(&w->html, " start=\"%d\">\n", start);
	}
}

/* "- [ ] open" and "- [x] done": the sign stands in the text's place. */
static void open_item(struct writer *w, cmark_node *item)
{
	cmark_node *text = first_text(item);
	struct str literal =
		str_from(text ? cmark_node_get_literal(text) : NULL);
	bool open = str_starts(literal, "[ ] ");

	if (!open && !str_starts(literal, "[x] ") &&
	    !str_starts(literal, "[X] ")) {
		open_tag(w, "<li>");
		return;
	}
	open_tag(w, open ? "<li class=\"task\">\xE2\x98\x90 "
			 : "<li class=\"task\">\xE2\x98\x91 ");
	drop_start(text, strlen("[ ] "));
}

/*
 * "> [!NOTE]" alone on the first line.  The word on the page is the one that
 * was written, so that it needs no language.
 */
static void write_quote(struct writer *w, cmark_node *quote, bool enter)
{
	static const char *const KINDS[] = { "Note", "Tip", "Important",
					     "Warning", "Caution" };
	cmark_node *text = enter ? first_text(quote) : NULL;
	struct str line = str_from(text ? cmark_node_get_literal(text) : NULL);
	cmark_node *next = text ? cmark_node_next(text) : NULL;

	open_tag(w, enter ? "<blockquote" : "</blockquote>\n");
	for (size_t k = 0; k < 5 && str_starts(line, "[!"); k++) {
		size_t len = strlen(KINDS[k]);

		if (line.len != len + 3 || line.ptr[len + 2] != ']' ||
		    strncasecmp(line.ptr + 2, KINDS[k], len) ||
		    (next && cmark_node_get_type(next) != CMARK_NODE_SOFTBREAK))
			continue;
		buf_printf(&w->html,
			   " class=\"alert alert-%c%s\">\n<p "
			   "class=\"alert-title\">%s</p>\n",
			   KINDS[k][0] | 32, KINDS[k] + 1, KINDS[k]);
		add_plain(w, str_from(KINDS[k]));
		if (next)
			cmark_node_unlink(next);
		drop_start(text, line.len);
		return;
	}
	buf_text(&w->html, enter ? ">\n" : "");
}

/* The text that the first paragraph of a block begins with, or NULL. */
static cmark_node *first_text(cmark_node *block)
{
	cmark_node *paragraph = cmark_node_first_child(block), *first;

	if (!paragraph ||
	    cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
		return NULL;
	first = cmark_node_first_child(paragraph);
	return first && cmark_node_get_type(first) == CMARK_NODE_TEXT ? first
								      : NULL;
}

static void drop_start(cmark_node *text, size_t len)
{
	struct buf rest = { 0 };

	buf_text(&rest, cmark_node_get_literal(text) + len);
	cmark_node_set_literal(text, rest.len ? rest.ptr : "");
	buf_release(&rest);
}

static void write_heading(struct writer *w, cmark_node *node, bool enter)
{
	int level = cmark_node_get_heading_level(node) + w->part->level_shift;
	struct arena *arena = w->part->env->arena;
	struct heading *heading;

	/* The title of the page is its h1. */
	level = level > 6 ? 6 : level < 2 ? 2 : level;
	if (!enter) {
		buf_printf(&w->html, "</h%d>\n", level);
		return;
	}
	open_tag(w, "<h");
	if (!w->part->ids || w->in_note) {
		buf_printf(&w->html, "%d>", level);
		return;
	}
	heading =
		arena_push(arena, w->prose->headings, w->prose->heading_count);
	heading->level = level;
	heading->text = markdown_words(w->part->env, node);
	warn_of_id(w, heading->text, node);
	heading->id = markdown_ids_make(w->part->ids, heading->text);
	buf_printf(&w->html, "%d id=\"", level);
	buf_html(&w->html, heading->id);
	buf_text(&w->html, "\">");
}

/* Other generators read "{#id}" there; here it stands on the page. */
static void warn_of_id(struct writer *w, struct str words, cmark_node *node)
{
	size_t at = str_find_str(words, STR("{#"));

	if (at == words.len || !str_ends(words, "}"))
		return;
	diag_warning(w->part->env->diags,
		     place_of(w, node, 0, str_from_byte(words, at)),
		     "\"%.*s\" gives the heading no id and stands on the page",
		     STR_ARG(str_from_byte(words, at)));
	diag_hint(w->part->env->diags,
		  "leave it out: the id is made of the heading's words");
}

static void write_code_block(struct writer *w, cmark_node *node)
{
	struct str info = str_from(cmark_node_get_fence_info(node));

	info = str_slice(info, 0, str_find(info, ' '));
	open_tag(w, "<pre");
	/* What is wider than the page is scrolled, with the keyboard, too. */
	if (w->part->ids && w->part->env->code_label.len) {
		buf_text(&w->html, " tabindex=\"0\" role=\"region\" "
				   "aria-label=\"");
		buf_html(&w->html, w->part->env->code_label);
		buf_char(&w->html, '"');
	}
	buf_text(&w->html, "><code");
	if (info.len) {
		buf_text(&w->html, " class=\"language-");
		buf_html(&w->html, info);
		buf_char(&w->html, '"');
	}
	buf_char(&w->html, '>');
	highlight(syntax_of(w, info, node),
		  str_from(cmark_node_get_literal(node)), &w->html);
	buf_text(&w->html, "</code></pre>\n");
}

/* "js", "js,linenos", "{.js}": a language's name and what others add. */
static const struct syntax *syntax_of(struct writer *w, struct str info,
				      cmark_node *node)
{
	const struct markdown_env *env = w->part->env;
	struct str name = info;
	size_t len = 0;

	while (str_starts(name, "{") || str_starts(name, "."))
		name = str_from_byte(name, 1);
	while (len < name.len && !strchr(",{}:", name.ptr[len]))
		len++;
	name.len = len;
	if (!env->syntaxes || !name.len)
		return NULL;
	return syntaxes_find(env->diags, env->syntaxes, name,
			     place_of(w, node, 0, name), env->arena);
}

static void write_raw_html(struct writer *w, cmark_node *node)
{
	struct str html = str_from(cmark_node_get_literal(node));

	if (w->part->env->unsafe_html) {
		if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
			open_tag(w, "");
		buf_raw(&w->html, html);
		return;
	}
	html = str_trim(html);
	if (is_break(html)) {
		buf_text(&w->html, "<br />\n");
		break_plain(w);
		return;
	}
	if (is_comment(html))
		return;
	/* "one<hr>two" is not one word. */
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
	    !is_phrase_tag(html)) {
		buf_char(&w->html, ' ');
		break_plain(w);
	}
	html = str_trim(str_slice(html, 0, str_find(html, '\n')));
	diag_warning(w->part->env->diags, place_of(w, node, 0, html),
		     "raw HTML is left out");
	diag_hint(w->part->env->diags,
		  "write it in Markdown, or set unsafe_html in site.yaml");
}

/* "<br>", which Markdown has no sign for in the cell of a table. */
static bool is_break(struct str html)
{
	struct str name = str_slice(html, 1, 2), rest = str_from_byte(html, 3);

	return str_starts(html, "<") && name.len == 2 &&
	       !strncasecmp(name.ptr, "br", 2) &&
	       (str_is(str_trim(rest), ">") || str_is(str_trim(rest), "/>"));
}

/* Whether the tag is of those that may stand within a word. */
static bool is_phrase_tag(struct str html)
{
	static const char NAMES[] =
		" a abbr b bdi bdo cite code data del dfn em font i ins kbd "
		"mark q s samp small span strike strong sub sup time tt u var "
		"wbr ";
	struct str name = str_from_byte(html, 1 + str_starts(html, "</"));
	char padded[16] = " ";
	size_t len = 0;

	while (len < name.len && len < sizeof(padded) - 3 &&
	       ((name.ptr[len] | 32) >= 'a' && (name.ptr[len] | 32) <= 'z')) {
		padded[len + 1] = (char)(name.ptr[len] | 32);
		len++;
	}
	memcpy(padded + len + 1, " ", 2);
	return len && strstr(NAMES, padded);
}

/* Nobody misses it. */
static bool is_comment(struct str html)
{
	return str_starts(html, "<!--") && html.len >= 7 &&
	       str_find_str(html, STR("-->")) == html.len - 3;
}

/*
 * A citation is no word, and a fact is its value; one that is unknown is told
 * of as anywhere else.
 */
static void write_alt(struct writer *w, cmark_node *node)
{
	struct writer unseen = *w;

	unseen.html = unseen.plain = unseen.url = (struct buf){ 0 };
	write_text(&unseen, node);
	w->ok = unseen.ok;
	w->cited = unseen.cited;
	buf_reset(&w->url);
	put_words(w->part->env, str_from(cmark_node_get_literal(node)),
		  &w->url);
	buf_html(&w->html, buf_str(&w->url));
	buf_release(&unseen.html);
	buf_release(&unseen.plain);
	buf_release(&unseen.url);
}

static void write_text(struct writer *w, cmark_node *node)
{
	struct str text = str_from(cmark_node_get_literal(node));

	if (str_starts(text, MARKDOWN_CELL))
		text = str_from_byte(text, sizeof(MARKDOWN_CELL) - 1);
	put_marked(w, text, node);
}

/* Text with citations and facts in it, which stands at the node. */
static void put_marked(struct writer *w, struct str text, cmark_node *node)
{
	const char *start = text.ptr;

	if (str_find(text, '[') == text.len) {
		put_text(w, text);
		return;
	}
	while (text.len) {
		size_t mark = find_mark(text);
		struct str after = str_from_byte(text, mark + 2);
		size_t close = str_find(after, ']');
		struct str before = str_slice(text, 0, mark), name;

		if (mark == text.len || close == after.len) {
			put_text(w, text);
			return;
		}
		put_text(w, before);
		name = str_slice(after, 0, close);
		if (text.ptr[mark + 1] == '^')
			write_citation(w, name, node,
				       (size_t)(after.ptr - 2 - start));
		else
			write_fact(w, name, node,
				   (size_t)(after.ptr - 2 - start));
		text = str_from_byte(after, close + 1);
	}
}

/* Which one is meant where none is written. */
static const char *scheme_of(struct str url)
{
	if (str_starts(str_from_byte(url, 4), "://") ||
	    str_starts(str_from_byte(url, 5), "://"))
		return "";
	return url.len > 4 && !strncasecmp(url.ptr, "www.", 4) ? "http://"
							       : "mailto:";
}

/* A bare address becomes a link, but not in a link. */
static void put_text(struct writer *w, struct str text)
{
	struct str rest = text;

	add_plain(w, text);
	while (rest.len && !w->links && !w->images) {
		size_t len, at = bare_url_find(rest, &len);
		struct str url = str_slice(rest, at, len);

		if (at == rest.len)
			break;
		buf_html(&w->html, str_slice(rest, 0, at));
		buf_text(&w->html, "<a href=\"");
		buf_text(&w->html, scheme_of(url));
		put_url(w, url);
		buf_text(&w->html, "\">");
		buf_html(&w->html, url);
		buf_text(&w->html, "</a>");
		rest = str_from_byte(rest, at + len);
	}
	buf_html(&w->html, rest);
}

/* "[^id]" or "[=name]" that is closed and holds no space; or text.len. */
static size_t find_mark(struct str text)
{
	for (size_t i = 0; i + 3 < text.len; i++) {
		struct str name = str_from_byte(text, i + 2);

		if (text.ptr[i] != '[' ||
		    (text.ptr[i + 1] != '^' && text.ptr[i + 1] != '='))
			continue;
		name.len = str_find(name, ']');
		if (i + 2 + name.len == text.len || !name.len)
			continue;
		if (text.ptr[i + 1] == '^' ? str_find(name, ' ') == name.len
					   : id_is_valid(name))
			return i;
	}
	return text.len;
}

static void write_fact(struct writer *w, struct str name, cmark_node *node,
		       size_t skip)
{
	const struct markdown_env *env = w->part->env;
	const struct shared_fact *fact = find_fact(env, name);
	struct str *names;

	if (fact) {
		buf_html(&w->html, fact->value.str);
		add_plain(w, fact->value.str);
		return;
	}
	w->ok = false;
	if (env->facts_are_unknown)
		return;
	diag_error(env->diags,
		   place_of(w, node, skip,
			    arena_printf(env->arena, "[=%.*s]", STR_ARG(name))),
		   "the fact \"%.*s\" is not in comparison.md", STR_ARG(name));
	if (!diag_is_kept(env->diags))
		return;
	names = arena_array(env->arena, struct str, env->fact_count);
	for (size_t k = 0; k < env->fact_count; k++)
		names[k] = env->facts[k].name.str;
	diag_suggest(env->diags, name, names, env->fact_count);
	if (!env->fact_count)
		diag_hint(env->diags, "write `facts: { %.*s: … }` there",
			  STR_ARG(name));
}

static const struct shared_fact *find_fact(const struct markdown_env *env,
					   struct str name)
{
	for (size_t i = 0; i < env->fact_count; i++)
		if (str_equals(env->facts[i].name.str, name))
			return &env->facts[i];
	return NULL;
}

/* Inside a link, which cannot hold another, it is a number only. */
static void write_citation(struct writer *w, struct str id, cmark_node *node,
			   size_t skip)
{
	const struct markdown_env *env = w->part->env;
	struct note *note = markdown_notes_find(&w->part->tree->notes, id);
	size_t i = markdown_source(env, id);

	if (note) {
		write_note_mark(w, note);
		return;
	}
	if (i == env->source_count) {
		refuse_citation(w, id, node, skip);
		return;
	}
	note_source(w, i);
	buf_text(&w->html, "<sup class=\"cite\">");
	if (!w->links) {
		buf_printf(&w->html, "<a href=\"%c", ROOT_MARK);
		buf_html(&w->html, env->sources_url);
		buf_text(&w->html, "#source-");
		buf_html(&w->html, id);
		buf_text(&w->html, "\" title=\"");
		buf_html(&w->html, env->sources[i].title.str);
		buf_text(&w->html, "\">");
	}
	buf_printf(&w->html, "[%zu]%s</sup>", i + 1, w->links ? "" : "</a>");
}

/* A number that opens the note where it stands, without a script. */
static void write_note_mark(struct writer *w, struct note *note)
{
	if (w->images)
		return;
	if (!note->number)
		add_note(w->part, note);
	buf_text(&w->html, "<sup class=\"note-mark\">");
	if (!w->links) {
		buf_text(&w->html, "<button type=\"button\" popovertarget=\"");
		put_note_id(w, note->number);
		buf_text(&w->html, "\" aria-label=\"");
		buf_html(&w->html, w->part->env->note_label);
		buf_printf(&w->html, " %zu\">", note->number);
	}
	buf_printf(&w->html, "%zu%s</sup>", note->number,
		   w->links ? "" : "</button>");
}

static void note_source(struct writer *w, size_t i)
{
	const struct markdown_env *env = w->part->env;

	if (!w->cited)
		w->cited = arena_array(env->arena, bool, env->source_count);
	if (!w->cited[i])
		*arena_push(env->arena, w->prose->sources,
			    w->prose->source_count) = i;
	w->cited[i] = true;
}

static void refuse_citation(struct writer *w, struct str id, cmark_node *node,
			    size_t skip)
{
	const struct markdown_env *env = w->part->env;
	struct str token;

	w->ok = false;
	token = arena_printf(env->arena, "[^%.*s]", STR_ARG(id));
	markdown_refuse_source(
		env, id, place_of(w, node, skip, token),
		arena_printf(env->arena,
			     "list it there, define a footnote with %.*s: and "
			     "its text, or write \\%.*s for the brackets "
			     "themselves",
			     STR_ARG(token), STR_ARG(token))
			.ptr);
}

static void write_link(struct writer *w, cmark_node *node, bool enter)
{
	w->links += enter ? 1 : -1;
	if (!enter) {
		buf_text(&w->html, "</a>");
		return;
	}
	buf_text(&w->html, "<a href=\"");
	write_url(w, node, NULL);
	write_title(w, node);
	buf_text(&w->html, "\">");
}

/* Words, as alternative text is; the blank before a note's mark goes with it. */
static void write_title(struct writer *w, cmark_node *node)
{
	struct str rest = str_from(cmark_node_get_title(node));

	if (rest.len)
		buf_text(&w->html, "\" title=\"");
	while (rest.len) {
		size_t mark = find_mark(rest);
		struct str token = str_from_byte(rest, mark);
		struct str words = str_slice(rest, 0, mark);

		token.len = token.len ? str_find(token, ']') + 1 : 0;
		if (marks_note(w, node, token))
			words = number_trim(words);
		buf_html(&w->html, words);
		write_title_mark(w, node, token);
		rest = str_from_byte(rest, mark + token.len);
	}
}

static bool marks_note(struct writer *w, cmark_node *node, struct str token)
{
	return token.len && token.ptr[1] == '^' &&
	       markdown_notes_find(&w->part->tree->notes,
				   str_slice(token, 2, token.len - 3)) &&
	       !is_taken_away(w, node, token);
}

static void write_title_mark(struct writer *w, cmark_node *node,
			     struct str token)
{
	struct str name = str_slice(token, 2, token.len - 3);
	const struct shared_fact *fact = find_fact(w->part->env, name);
	size_t source = markdown_source(w->part->env, name);

	if (!token.len || marks_note(w, node, token))
		return;
	if (is_taken_away(w, node, token))
		buf_html(&w->html, token);
	else if (token.ptr[1] == '=' && fact)
		buf_html(&w->html, fact->value.str);
	else if (token.ptr[1] == '=')
		write_fact(w, name, node, 0);
	else if (source == w->part->env->source_count)
		refuse_citation(w, name, node, 0);
	else
		cite_in_words(w, source);
}

/* No link has room in a title: the number of the source is said. */
static void cite_in_words(struct writer *w, size_t source)
{
	note_source(w, source);
	buf_printf(&w->html, "[%zu]", source + 1);
}

/* By a backslash, which only the source shows: cmark has it taken away. */
static bool is_taken_away(struct writer *w, cmark_node *node, struct str token)
{
	struct str escaped =
		arena_printf(w->part->env->arena, "\\%.*s", STR_ARG(token));
	struct place with = place_of(w, node, 0, escaped);
	struct place at = place_of(w, node, 0, token);

	return with.width > at.width && with.line == at.line &&
	       with.column + 1 == at.column;
}

static void write_image(struct writer *w, cmark_node *node, bool enter)
{
	w->images += enter ? 1 : -1;
	if (enter && w->images == 1)
		put_source(w, node);
	if (enter || w->images)
		return;
	if (!w->in_figure)
		write_title(w, node);
	buf_text(&w->html, "\" />");
	if (w->in_figure)
		write_caption(w, node);
}

/*
 * The first one of a text may be what its page begins with; the others wait
 * until they come near, and none keeps the words waiting.
 */
static void put_source(struct writer *w, cmark_node *image)
{
	struct image_size size = { 0, 0 };

	buf_text(&w->html, w->part->has_image || !w->part->ids
				   ? "<img loading=\"lazy\" src=\""
				   : "<img src=\"");
	write_url(w, image, &size);
	if (size.width)
		buf_printf(&w->html, "\" width=\"%u\" height=\"%u", size.width,
			   size.height);
	buf_text(&w->html, "\" decoding=\"async\" alt=\"");
	w->part->has_image = true;
}

/* Here a citation is one, and a fact is its value, as in any text. */
static void write_caption(struct writer *w, cmark_node *image)
{
	int images = w->images;

	buf_text(&w->html, "\n<figcaption>");
	break_plain(w);
	w->images = 0;
	put_marked(w, str_from(cmark_node_get_title(image)), image);
	w->images = images;
	buf_text(&w->html, "</figcaption>");
}

/* An anchor, an address with a scheme, or a path of the content folder. */
static void write_url(struct writer *w, cmark_node *node,
		      struct image_size *size)
{
	const struct markdown_env *env = w->part->env;
	struct str url = str_from(cmark_node_get_url(node)), found;
	enum address_kind kind = address_kind(url);

	if (kind > ADDRESS_OTHER) {
		refuse_address(w, node, url);
	} else if (size && kind == ADDRESS_WEB) {
		put_url(w, url);
		check_image(w, node, url);
	} else if (str_starts(url, "#") || kind != ADDRESS_PATH ||
		   !env->resolve) {
		put_url(w, url);
	} else if (env->resolve(env->context, url, size,
				place_of_url(w, node, url), &found)) {
		buf_char(&w->html, ROOT_MARK);
		put_url(w, found);
	} else {
		w->ok = false; /* told already */
	}
}

/* Whoever loads it tells its host that, and when, they read the page. */
static void check_image(struct writer *w, cmark_node *node, struct str url)
{
	const struct markdown_env *env = w->part->env;
	struct str origin = address_origin(url);

	if (!env->policy || policy_allows_image(env->policy, url))
		return;
	diag_warning(env->diags, place_of_url(w, node, url),
		     "the policy of the pages lets no image of %.*s in",
		     STR_ARG(origin));
	diag_hint(env->diags,
		  "copy it beside the text, or write `csp: { img-src: "
		  "[\"%.*s\"] }` in site.yaml",
		  STR_ARG(origin));
}

static void put_url(struct writer *w, struct str url)
{
	buf_reset(&w->url);
	buf_url(&w->url, url);
	buf_html(&w->html, buf_str(&w->url));
}

/* Of "(url", so that the same word in the link's text is not meant. */
static struct place place_of_url(struct writer *w, cmark_node *node,
				 struct str url)
{
	struct str token =
		arena_printf(w->part->env->arena, "(%.*s", STR_ARG(url));
	struct place at = place_of(w, node, 0, token);

	at.column += at.width > 1;
	at.width -= at.width > 1;
	return at;
}

static void refuse_address(struct writer *w, cmark_node *node, struct str url)
{
	struct diags *diags = w->part->env->diags;
	struct place at;

	w->ok = false;
	at = place_of_url(w, node, url);
	switch (address_kind(url)) {
	case ADDRESS_CONTROL:
		diag_error(diags, at, "this link holds a control character");
		break;
	case ADDRESS_HOSTLESS:
		diag_error(diags, at, "the link \"%.*s\" names no host",
			   STR_ARG(url));
		break;
	case ADDRESS_ELSEWHERE:
		diag_error(diags, at,
			   "the link \"%.*s\" does not say its scheme",
			   STR_ARG(url));
		break;
	default:
		diag_error(diags, at, "links to \"%.*s:\" are not allowed",
			   STR_ARG(str_slice(url, 0, str_find(url, ':'))));
		break;
	}
	diag_hint(diags, "use https, http, mailto, tel or a path");
}

static void write_grid(struct writer *w, const struct grid *grid)
{
	if (grid->lead) {
		open_tag(w, "<p>");
		write_block(w, grid->lead, true);
		buf_text(&w->html, "</p>\n");
		break_plain(w);
	}
	open_tag(
		w,
		"<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n");
	for (size_t row = 0; row < grid->row_count; row++) {
		buf_text(&w->html, "<tr>\n");
		for (size_t k = 0; k < grid->column_count; k++)
			write_cell(w, grid, row, k);
		buf_text(&w->html, "</tr>\n");
		if (row == 0)
			buf_text(&w->html, grid->row_count > 1
						   ? "</thead>\n<tbody>\n"
						   : "</thead>\n");
	}
	buf_text(&w->html, grid->row_count > 1 ? "</tbody>\n" : "");
	buf_text(&w->html, "</table>\n</div>\n");
	if (grid->rule)
		buf_text(&w->html, "<hr />\n");
}

static void write_cell(struct writer *w, const struct grid *grid, size_t row,
		       size_t column)
{
	static const char *const CLASSES[] = { "", " class=\"left\"",
					       " class=\"center\"",
					       " class=\"right\"" };
	size_t at = row * grid->column_count + column;
	cmark_node *cell = grid->cells[at];

	buf_text(&w->html, row ? "<td" : "<th scope=\"col\"");
	buf_text(&w->html, CLASSES[grid->aligns[column]]);
	buf_char(&w->html, '>');
	w->cell = &grid->sources[at];
	if (cell)
		write_block(w, cell, true);
	w->cell = NULL;
	buf_text(&w->html, row ? "</td>\n" : "</th>\n");
	break_plain(w);
}

/* A block begins on a line of its own, as CommonMark's examples show it. */
static void open_tag(struct writer *w, const char *tag)
{
	if (w->html.len && w->html.ptr[w->html.len - 1] != '\n')
		buf_char(&w->html, '\n');
	buf_text(&w->html, tag);
}

static void add_plain(struct writer *w, struct str text)
{
	count_words(w, text);
	if (w->plain.len < PLAIN_ENOUGH && !w->in_note)
		buf_raw(&w->plain, text);
}

static void break_plain(struct writer *w)
{
	w->in_word = false;
	if (w->plain.len && w->plain.ptr[w->plain.len - 1] != ' ')
		buf_char(&w->plain, ' ');
}

/* Chinese and Japanese do without spaces: there a character is a word. */
static void count_words(struct writer *w, struct str text)
{
	for (size_t i = 0; i < text.len;) {
		uint32_t c = (unsigned char)text.ptr[i];

		if (c < 0x80)
			i++;
		else
			c = str_char_next(text, &i);
		if (c >= 0x3040 && c <= 0x9FFF) {
			w->prose->word_count++;
			w->in_word = false;
		} else if (c <= ' ') {
			w->in_word = false;
		} else if (!w->in_word) {
			w->prose->word_count++;
			w->in_word = true;
		}
	}
}

/*
 * The place of a token that stands in the node's source behind at least
 * `skip` bytes.  A column is taken as the least that it can be.
 */
static struct place place_of(struct writer *w, cmark_node *node, size_t skip,
			     struct str token)
{
	cmark_node *block = node;
	size_t line, column, indent, first;
	struct locator cell;

	if (w->instead_of && !w->cell)
		node = w->instead_of;
	while (cmark_node_get_type(block) >= CMARK_NODE_FIRST_INLINE)
		block = cmark_node_parent(block);
	/* What was parted from the text before it has no place of its own. */
	while (!cmark_node_get_start_line(node) && cmark_node_previous(node))
		node = cmark_node_previous(node);
	line = (size_t)cmark_node_get_start_line(node);
	column = (size_t)cmark_node_get_start_column(node);
	first = (size_t)cmark_node_get_start_line(block);
	indent = (size_t)cmark_node_get_start_column(block);
	column = column > 0 ? column - 1 : 0;
	if (w->cell || !w->part->ids)
		indent = sizeof(MARKDOWN_CELL);
	if (line != first || w->cell || !w->part->ids)
		column = column >= indent ? column - indent + 1 : 0;
	if (!w->cell)
		return locator_find(&w->part->locator, line ? line - 1 : 0,
				    column + skip, token);
	cell = locator_of(w->cell->str, w->cell->at);
	return locator_find(&cell, 0, column + skip, token);
}

static void finish(struct writer *w, struct arena *arena)
{
	struct str html = buf_str(&w->html);

	while (str_ends(html, "\n"))
		html.len--;
	w->prose->html = arena_str(arena, html);
	w->prose->plain = arena_str(arena, str_trim(buf_str(&w->plain)));
	buf_release(&w->html);
	buf_release(&w->plain);
	buf_release(&w->url);
}
