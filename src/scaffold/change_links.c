#include <string.h>

#include "base/address.h"
#include "base/fence.h"
#include "base/file.h"
#include "read/text.h"
#include "scaffold/change.h"

enum { DEEPEST = 16 };

static bool walk(struct change *change, struct str dir, int depth);
static bool is_content(const struct change *change, struct str path,
		       const char *file);
static bool is_text(struct str name);
static bool look(struct change *change, struct str path);
static bool is_of_path(char c);
static void look_at_word(struct change *change, struct edited *file,
			 struct str here, struct span word);
static struct str leads_to(const struct change *change,
			   const struct edited *file, struct str here,
			   size_t at, struct str text);
static bool is_link(struct str text, size_t at);
static size_t anchor_in(struct str text);
static const struct move *find_move(const struct change *change,
				    struct str path, size_t *len);
static struct str below(const struct change *change, const char *path);
static void exchange_path(struct change *change, struct edited *file,
			  struct span word, struct str path,
			  const struct move *move, size_t moved_len);
static bool take_out_link(struct change *change, struct edited *file,
			  struct span word);
static void note_link(struct change *change, const struct edited *file,
		      size_t at);
static struct str line_of(const struct change *change,
			  const struct edited *file, size_t at);
static void note_names(struct change *change, const struct edited *file);
static unsigned gone(const struct edited *file, size_t at);
static unsigned lines_in(struct str text);
static bool is_letter(struct str text, size_t at);
static bool is_exchanged(const struct edited *file, size_t at);

bool change_links(struct change *change)
{
	return walk(change, STR(""), 0) && diag_doubt(change->a->diags);
}

/* Folders that begin with a dot are passed over, as a build does. */
static bool walk(struct change *change, struct str dir, int depth)
{
	struct addition *a = change->a;
	const char *folder = path_join(a->content, dir, &a->arena);
	struct str *names;
	size_t count;
	bool ok = true;

	if (depth > DEEPEST || str_is(dir, "static"))
		return true;
	if (!folder_list(a->diags, folder, &names, &count, &a->arena))
		return false;
	for (size_t i = 0; i < count && ok; i++) {
		struct str path =
			dir.len ? arena_printf(&a->arena, "%.*s/%.*s",
					       STR_ARG(dir), STR_ARG(names[i]))
				: names[i];
		const char *file = path_join(a->content, path, &a->arena);

		if (file_is_link(file) && !is_content(change, path, file))
			continue;
		if (file_is_dir(file))
			ok = walk(change, path, depth + 1);
		else if (is_text(names[i]))
			ok = look(change, path);
	}
	return ok;
}

/* What a link leads to: a file, or a comparison; folders may go in circles. */
static bool is_content(const struct change *change, struct str path,
		       const char *file)
{
	const struct site *site = &change->a->now.site;

	if (!file_is_dir(file))
		return fence_holds(file);
	for (size_t i = 0; i < site->slug_count; i++)
		if (str_equals(site->slugs[i], path))
			return true;
	return false;
}

static bool is_text(struct str name)
{
	return str_ends(name, ".md") || str_ends(name, ".csv") ||
	       str_ends(name, ".yaml");
}

/*
 * A path is found by what it leads to, not by what stands around it: so links,
 * front matter, tables and raw HTML are looked through alike.  What goes is
 * not.
 */
static bool look(struct change *change, struct str path)
{
	struct addition *a = change->a;
	struct str slug = str_from(a->comparison), text, rest = path;
	size_t moved_len;
	const struct move *move = find_move(change, path, &moved_len);
	struct edited *file;

	if (move && !move->to)
		return true;
	file = change_file(change, path_join(a->content, path, &a->arena));
	if (!file)
		return false;
	text = file->text;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;

		while (at < text.len && is_of_path(text.ptr[at]))
			at++;
		if (at > start)
			look_at_word(change, file, path,
				     (struct span){ start, at - start });
		at += at == start;
	}
	if (str_ends(path, ".md") && str_equals(str_cut(&rest, '/'), slug) &&
	    !str_equals(change->name, change->new_name))
		note_names(change, file);
	return true;
}

static bool is_of_path(char c)
{
	return (unsigned char)c > ' ' && !strchr("()<>[]{}\"'`|;,*", c);
}

static void look_at_word(struct change *change, struct edited *file,
			 struct str here, struct span word)
{
	struct str text = str_slice(file->text, word.at, word.len), path;
	const struct move *move;
	struct span to;
	size_t len = 0;

	while (text.len && strchr(".:!", text.ptr[text.len - 1]))
		text.len--;
	while (len < text.len && !strchr("#?", text.ptr[len]))
		len++;
	path = leads_to(change, file, here, word.at, str_slice(text, 0, len));
	if (!path.ptr)
		return;
	to = change_anchor(change, path, str_from_byte(text, anchor_in(text)));
	to.at += word.at + anchor_in(text);
	word.len = len;
	move = find_move(change, path, &len);
	if (change->removes && (to.len || move)) {
		if (!take_out_link(change, file, word) && to.len)
			note_link(change, file, word.at);
		return;
	}
	if (to.len)
		change_splice(change, file, to, change->new_id);
	if (move)
		exchange_path(change, file, word, path, move, len);
}

/* The path below the content folder; most words are none, its ptr is NULL. */
static struct str leads_to(const struct change *change,
			   const struct edited *file, struct str here,
			   size_t at, struct str text)
{
	struct arena *arena = &change->a->arena;
	struct str path;

	if (!text.len && is_link(file->text, at))
		return here;
	while (text.len && strchr(".:!", text.ptr[text.len - 1]))
		text.len--;
	if (!text.len || (str_find(text, '/') == text.len &&
			  str_find(text, '.') == text.len))
		return (struct str){ 0 };
	path = address_decode(text, arena);
	if (!str_starts(path, "/"))
		path = arena_printf(arena, "%.*s/%.*s", STR_ARG(path_dir(here)),
				    STR_ARG(path));
	return path_clean(path, arena);
}

/* Not so a tag in a sentence, "#tea". */
static bool is_link(struct str text, size_t at)
{
	return at && (strchr("(<\"'", text.ptr[at - 1]) ||
		      str_ends(str_slice(text, 0, at), "]: "));
}

/* Where the name of a part of the page begins, or the end. */
static size_t anchor_in(struct str text)
{
	size_t at = str_find(text, '#');

	return at < text.len ? at + 1 : text.len;
}

/* What moves and is that path, or a folder above it; its length there. */
static const struct move *find_move(const struct change *change,
				    struct str path, size_t *len)
{
	for (size_t k = 0; k < change->move_count; k++) {
		struct str from = below(change, change->moves[k].from);

		*len = from.len;
		if (str_starts(path, from.ptr) &&
		    (path.len == from.len || path.ptr[from.len] == '/'))
			return &change->moves[k];
	}
	return NULL;
}

static struct str below(const struct change *change, const char *path)
{
	size_t len = strlen(change->a->content);

	while (path[len] == '/')
		len++;
	return str_from(path + len);
}

/*
 * Only the last name of a path changes when it moves: it is the one before as
 * many slashes as follow it in the whole path.  A link from inside the moved
 * folder does not name it.
 */
static void exchange_path(struct change *change, struct edited *file,
			  struct span word, struct str path,
			  const struct move *move, size_t moved_len)
{
	struct str text = str_slice(file->text, word.at, word.len);
	struct str name = path_base(str_slice(path, 0, moved_len));
	size_t behind = 0, end = text.len, start;

	for (size_t i = moved_len; i < path.len; i++)
		behind += path.ptr[i] == '/';
	while (end && text.ptr[end - 1] == '/')
		end--;
	for (; behind && end; end--)
		behind -= text.ptr[end - 1] == '/';
	while (end && text.ptr[end - 1] == '/')
		end--;
	start = end;
	while (start && text.ptr[start - 1] != '/')
		start--;
	if (!str_equals(address_decode(str_slice(text, start, end - start),
				       &change->a->arena),
			name))
		return;
	change_splice(change, file,
		      (struct span){ word.at + start, end - start },
		      path_base(str_from(move->to)));
}

/* `[words](path "title")` becomes its words; anything else is left. */
static bool take_out_link(struct change *change, struct edited *file,
			  struct span word)
{
	struct str text = file->text;
	size_t open = word.at, close = word.at + word.len, depth = 1;

	open -= open && text.ptr[open - 1] == '<';
	if (open < 2 || text.ptr[open - 1] != '(' || text.ptr[open - 2] != ']')
		return false;
	close += str_find(str_from_byte(text, close), ')');
	for (open -= 2; open && depth; open--)
		depth += (text.ptr[open - 1] == ']') -
			 (text.ptr[open - 1] == '[');
	if (depth || close >= text.len || (open && text.ptr[open - 1] == '!'))
		return false;
	change_splice(change, file, (struct span){ open, 1 }, STR(""));
	while (word.at && text.ptr[word.at - 1] != ']')
		word.at--;
	change_splice(change, file,
		      (struct span){ word.at - 1, close + 2 - word.at },
		      STR(""));
	return true;
}

/* One that is left, as in raw HTML, leads nowhere: its author is told. */
static void note_link(struct change *change, const struct edited *file,
		      size_t at)
{
	*arena_push(&change->a->arena, change->loose, change->loose_count) =
		line_of(change, file, at);
}

static struct str line_of(const struct change *change,
			  const struct edited *file, size_t at)
{
	unsigned line = 1 + lines_in(str_slice(file->text, 0, at));

	return arena_printf(&change->a->arena, "%s:%u", file->path,
			    change->dry_run ? line : line - gone(file, at));
}

/* Sentences are for their author to change: where the name stands is told. */
static void note_names(struct change *change, const struct edited *file)
{
	struct str text = file->text, name = change->name;
	unsigned line = 1;
	size_t last = 0;

	if (!name.len)
		return;
	for (size_t at = 0; at + name.len <= text.len; at++) {
		struct str *left;

		line += text.ptr[at] == '\n';
		if (memcmp(text.ptr + at, name.ptr, name.len) ||
		    (at && is_letter(text, at - 1)) ||
		    is_letter(text, at + name.len) || line == last ||
		    is_exchanged(file, at))
			continue;
		last = line;
		left = arena_push(&change->a->arena, change->left,
				  change->left_count);
		*left = arena_printf(&change->a->arena, "%s:%u", file->path,
				     change->dry_run ? line
						     : line - gone(file, at));
	}
}

/* How many lines before a byte will be gone. */
static unsigned gone(const struct edited *file, size_t at)
{
	unsigned lines = 0;

	for (size_t k = 0; k < file->splices.count; k++) {
		struct splice item = file->splices.items[k];
		struct span span = item.span;

		if (span.at < at)
			lines += lines_in(str_slice(file->text, span.at,
						    span.len)) -
				 lines_in(item.with);
	}
	return lines;
}

static unsigned lines_in(struct str text)
{
	unsigned lines = 0;

	for (size_t i = 0; i < text.len; i++)
		lines += text.ptr[i] == '\n';
	return lines;
}

static bool is_letter(struct str text, size_t at)
{
	unsigned char c = at < text.len ? (unsigned char)text.ptr[at] : ' ';

	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

static bool is_exchanged(const struct edited *file, size_t at)
{
	for (size_t k = 0; k < file->splices.count; k++) {
		struct span span = file->splices.items[k].span;

		if (at >= span.at && at < span.at + span.len)
			return true;
	}
	return false;
}
