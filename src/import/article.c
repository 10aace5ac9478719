#include "import/article.h"

#include "base/file.h"
#include "base/slug.h"
#include "base/wording.h"
#include "import/inline.h"
#include "import/phrases.h"
#include "read/front_matter.h"
#include "read/lexical.h"
#include "read/schema.h"
#include "read/text.h"

enum { DAY_LONG = 10 };

static struct str cut_front_matter(struct diags *diags, struct article *article,
				   struct str text, unsigned *line);
static void take_key(struct article *article, const struct yaml_pair *pair);
static bool is_said(struct str key, struct str text);
static bool take_list(struct article *article, const struct yaml_node *node,
		      struct str **items, size_t *count);
static struct str day_of(struct str text);
static void bound(struct article *article, struct str *items, size_t *count);
static bool is_markdown(struct str text);

bool article_is_known(const char *path)
{
	return path_ends(path, "md|markdown|txt|text|html|htm");
}

bool article_read(struct diags *diags, const char *path,
		  struct article *article, struct arena *arena)
{
	unsigned line = 1;
	struct str text;
	bool ok = true;

	*article = (struct article){ .path = path, .arena = arena };
	if (!text_read(diags, path,
		       path_ends(path, "html|htm") ? TABLE_LIMIT : TEXT_LIMIT,
		       &text, arena))
		return false;
	if (path_ends(path, "html|htm")) {
		ok = article_read_html(diags, article, text, line);
	} else {
		text = cut_front_matter(diags, article, text, &line);
		if (is_markdown(text))
			ok = article_read_markdown(diags, article, text, line);
		else
			article_read_plain(article, text, line);
	}
	if (ok && article->beyond) {
		diag_error(diags,
			   (struct place){ article->path, article->last_line, 1,
					   1 },
			   "the article has more than %s", article->beyond);
		diag_hint(diags, "import a part of it");
		return false;
	}
	bound(article, article->authors, &article->author_count);
	bound(article, article->tags, &article->tag_count);
	article->date = day_of(article->date);
	article->updated = day_of(article->updated);
	if (ok && !article->block_count)
		return diag_error(diags, (struct place){ .file = path },
				  "the article has no text");
	return ok;
}

/* Front matter that is no YAML stays text: nothing is dropped. */
static struct str cut_front_matter(struct diags *diags, struct article *article,
				   struct str text, unsigned *line)
{
	struct str yaml, body;
	struct diags *unheard;
	const struct yaml_node *root;
	unsigned begins;

	if (!front_matter_split(text, &yaml, &body, &begins))
		return text;
	unheard = diags_new();
	root = yaml_parse(unheard, yaml,
			  (struct place){ article->path, 2, 1, 1 },
			  article->arena);
	diags_free(unheard);
	if (!root || root->kind != YAML_MAPPING) {
		diag_warning(diags, (struct place){ article->path, 1, 1, 3 },
			     "the front matter is not YAML: it is kept as "
			     "text");
		return text;
	}
	for (size_t i = 0; i < root->pair_count; i++)
		take_key(article, &root->pairs[i]);
	*line = begins;
	return body;
}

static void take_key(struct article *article, const struct yaml_pair *pair)
{
	struct arena *arena = article->arena;
	const struct yaml_node *value = pair->value;
	bool scalar = value->kind == YAML_SCALAR, taken;

	if (yaml_is_null(value) || (scalar && !str_trim(value->text).len) ||
	    (value->kind == YAML_LIST && !value->item_count))
		return;
	if (wording_is_any(pair->key, PHRASES_KEYS_AUTHOR))
		taken = take_list(article, value, &article->authors,
				  &article->author_count);
	else if (wording_is_any(pair->key, PHRASES_KEYS_TAGS))
		taken = take_list(article, value, &article->tags,
				  &article->tag_count);
	else
		taken = scalar && is_said(pair->key, value->text) &&
			article_say(article, pair->key, value->text);
	if (!taken)
		*arena_push(arena, article->other_keys,
			    article->other_key_count) =
			ARENA_JOIN(arena, pair->key, STR(": "),
				   scalar ? str_squeeze(value->text, arena)
				   : value->kind == YAML_LIST
					   ? STR("(a list)")
					   : STR("(a mapping)"));
}

/* A date that is none would be lost. */
static bool is_said(struct str key, struct str text)
{
	bool day = wording_is_any(key, PHRASES_KEYS_DATE) ||
		   wording_is_any(key, PHRASES_KEYS_UPDATED);

	return !day || day_of(str_trim(text)).len;
}

/* "2020-01-14" of "2020-01-14T16:00:00.000Z"; empty of what is no day. */
static struct str day_of(struct str text)
{
	struct date date;
	struct str day = str_slice(text, 0, DAY_LONG);

	return date_parse(day, &date) ? day : STR("");
}

/*
 * Words, a list of words, or a list of mappings with a name; false where none
 * of it is of use.
 */
static bool take_list(struct article *article, const struct yaml_node *node,
		      struct str **items, size_t *count)
{
	size_t before = *count;

	if (node->kind == YAML_MAPPING)
		node = yaml_find(node, "name");
	if (!node)
		return false;
	for (struct str rest = node->text; rest.len;) {
		struct str item = str_trim(str_cut(&rest, ','));

		if (item.len)
			*arena_push(article->arena, *items, *count) = item;
	}
	for (size_t i = 0; i < node->item_count; i++) {
		const struct yaml_node *item = node->items[i];

		if (item->kind == YAML_MAPPING)
			item = yaml_find(item, "name");
		if (item && item->kind == YAML_SCALAR && item->text.len)
			*arena_push(article->arena, *items, *count) =
				str_squeeze(item->text, article->arena);
	}
	return *count > before;
}

/* Two tags of one page, or more than the reader takes, are but reported. */
static void bound(struct article *article, struct str *items, size_t *count)
{
	struct arena *arena = article->arena;
	struct str ids[SCHEMA_TEXTS_MOST];
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		struct str id = slug_of(items[i], arena);
		bool taken = kept == SCHEMA_TEXTS_MOST;

		id = id.len ? id : items[i];
		for (size_t k = 0; k < kept; k++)
			taken |= str_equals(ids[k], id);
		if (taken) {
			*arena_push(arena, article->other_keys,
				    article->other_key_count) = items[i];
		} else {
			ids[kept] = id;
			items[kept++] = items[i];
		}
	}
	*count = kept;
}

/* A heading of Markdown makes the difference: plain text has none. */
static bool is_markdown(struct str text)
{
	bool fenced = false, words = false;

	while (text.ptr) {
		struct str line = str_trim(str_cut(&text, '\n'));
		size_t marks = strspn(line.len ? line.ptr : "", "#");

		fenced ^= str_starts(line, "```") || str_starts(line, "~~~");
		if (!fenced && marks && marks <= 6 && marks < line.len &&
		    line.ptr[marks] == ' ')
			return true;
		if ((str_starts(line, "**") && str_ends(line, "**") &&
		     line.len > 5) ||
		    (words && line.len > 2 &&
		     strspn(line.ptr, "=") >= line.len))
			return true;
		words = line.len > 0;
	}
	return false;
}
