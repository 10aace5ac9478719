#include "check/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/address.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/image_size.h"
#include "check/cause.h"
#include "check/html.h"
#include "read/report.h"

struct built {
	struct str path; /* below the site */
	const char *file;
	struct html_page *page; /* NULL: no page */
	struct html_part *ids;	/* of the page, sorted */
	size_t ways_in;		/* from other pages */
	bool weighed;
};

struct twin {
	struct str text;
	const struct built *of;
};

struct checker {
	struct diags *diags;
	struct arena *arena;
	const struct site *site;
	struct built *files; /* sorted by path */
	size_t count;
};

static void list(struct checker *c, const char *dir, struct str below);
static void read_page(struct checker *c, struct built *b);
static int compare_text(const void *a, const void *b);
static int compare_parts(const void *a, const void *b);
static void check_ids(struct checker *c, const struct built *b);
static void check_headings(struct checker *c, const struct built *b);
static void check_images(struct checker *c, const struct built *b);
static void check_policy(struct checker *c, const struct built *b,
			 struct html_part image);
static void weigh(struct checker *c, struct built *image,
		  const struct built *on);
static void check_links(struct checker *c, const struct built *b,
			const struct html_list *links, bool lead_in);
static void check_refs(struct checker *c, const struct built *b);
static struct built *follow(struct checker *c, const struct built *from,
			    struct str url, struct str *anchor, bool *ours);
static struct built *find_file(struct checker *c, struct str path);
static bool has_id(const struct built *b, struct str id);
static void broken(struct checker *c, const struct built *b,
		   struct html_part link, const char *why, struct str anchor);
static void check_heads(struct checker *c, const struct built *b);
static void check_twins(struct checker *c, enum finding finding,
			const char *what, size_t offset);
static int compare_heads(const struct twin *left, const struct twin *right);
static int compare_twins(const void *a, const void *b);
static struct place place_of(const struct checker *c, const struct built *b);

void check_pages(struct diags *diags, const struct site *site, const char *dir,
		 struct arena *arena)
{
	struct checker c = { .diags = diags, .arena = arena, .site = site };

	list(&c, dir, STR(""));
	if (c.count)
		qsort(c.files, c.count, sizeof(*c.files), compare_text);
	for (size_t i = 0; i < c.count; i++)
		if (str_ends(c.files[i].path, ".html"))
			read_page(&c, &c.files[i]);
	for (size_t i = 0; i < c.count; i++) {
		const struct built *b = &c.files[i];

		if (!b->page)
			continue;
		check_ids(&c, b);
		check_headings(&c, b);
		check_images(&c, b);
		check_links(&c, b, &b->page->ways, true);
		check_links(&c, b, &b->page->files, false);
		check_refs(&c, b);
	}
	for (size_t i = 0; i < c.count; i++)
		if (c.files[i].page && !c.files[i].page->no_index)
			check_heads(&c, &c.files[i]);
	check_twins(&c, FINDING_TITLE_TWICE, "title",
		    offsetof(struct html_page, title));
	check_twins(&c, FINDING_DESCRIPTION_TWICE, "description",
		    offsetof(struct html_page, description));
}

/* What begins with a dot may be linked to, but none of git's own. */
static void list(struct checker *c, const char *dir, struct str below)
{
	struct str *names;
	size_t count;

	if (!file_list_all(dir, &names, &count, c->arena))
		return;
	for (size_t i = 0; i < count; i++) {
		const char *file = path_join(dir, names[i], c->arena);
		struct str path = below.len ? ARENA_JOIN(c->arena, below,
							 STR("/"), names[i])
					    : names[i];

		if (str_is(names[i], ".git"))
			continue;
		if (file_is_dir(file))
			list(c, file, path);
		else
			*arena_push(c->arena, c->files, c->count) =
				(struct built){ .path = path, .file = file };
	}
}

static void read_page(struct checker *c, struct built *b)
{
	struct arena text = { 0 };
	const struct html_list *ids;
	struct str bytes;

	b->page = arena_new(c->arena, struct html_page);
	if (file_read(b->file, &bytes, &text))
		html_read(bytes, b->page, c->arena);
	arena_release(&text);
	ids = &b->page->ids;
	b->ids = arena_array(c->arena, struct html_part, ids->count);
	if (!ids->count)
		return;
	memcpy(b->ids, ids->items, ids->count * sizeof(*b->ids));
	qsort(b->ids, ids->count, sizeof(*b->ids), compare_parts);
}

/* By the text, which comes first in each. */
static int compare_text(const void *a, const void *b)
{
	const struct str *left = a, *right = b;

	return str_compare(*left, *right);
}

static int compare_parts(const void *a, const void *b)
{
	const struct html_part *left = a, *right = b;
	int order = compare_text(a, b);

	return order ? order
		     : (left->line > right->line) - (left->line < right->line);
}

static void check_ids(struct checker *c, const struct built *b)
{
	for (size_t i = 1; i < b->page->ids.count; i++) {
		struct str id = b->ids[i].text, token;

		if (!str_equals(b->ids[i - 1].text, id) ||
		    (i > 1 && str_equals(b->ids[i - 2].text, id)))
			continue;
		token = arena_printf(c->arena, "id=\"%.*s\"", STR_ARG(id));
		report(c->diags, FINDING_DUPLICATE_ID,
		       cause_find(c->site, b->path, b->ids[i].line, &token, 1,
				  c->arena),
		       "the id \"%.*s\" is on %.*s more than once", STR_ARG(id),
		       STR_ARG(b->path));
	}
}

/*
 * From h1 down a level at a time; up by any number.  A list beside the text
 * may come first, with an h2 of its own.
 */
static void check_headings(struct checker *c, const struct built *b)
{
	const struct html_page *page = b->page;
	int last = 1;

	for (size_t i = 0; i < page->level_count; i++) {
		const struct html_part *heading = &page->headings.items[i];
		int level = page->levels[i];
		struct str tokens[2];

		if (level <= last + 1) {
			last = level;
			continue;
		}
		tokens[0] = arena_printf(c->arena, "# %.*s",
					 STR_ARG(heading->text));
		tokens[1] = arena_printf(c->arena, "<h%d", level);
		report(c->diags, FINDING_HEADING_ORDER,
		       cause_find(c->site, b->path, heading->line, tokens, 2,
				  c->arena),
		       "the heading \"%.*s\" is of level %d, where level %d "
		       "would come",
		       STR_ARG(heading->text), level, last + 1);
		last = level;
	}
}

static void check_images(struct checker *c, const struct built *b)
{
	const struct html_page *page = b->page;
	struct str anchor;
	bool ours;

	for (size_t i = 0; i < page->bare.count; i++) {
		struct html_part image = page->bare.items[i];
		struct str token = STR("<img");

		report(c->diags, FINDING_MISSING_ALT,
		       cause_find(c->site, b->path, image.line, &token, 1,
				  c->arena),
		       "the image \"%.*s\" on %.*s has no alternative text",
		       STR_ARG(image.text), STR_ARG(b->path));
	}
	for (size_t i = 0; i < page->images.count; i++) {
		struct built *image = follow(c, b, page->images.items[i].text,
					     &anchor, &ours);

		if (image && !image->weighed)
			weigh(c, image, b);
		if (!ours)
			check_policy(c, b, page->images.items[i]);
	}
}

/* Of images in Markdown the build has told, with a better place. */
static void check_policy(struct checker *c, const struct built *b,
			 struct html_part image)
{
	struct str token =
		arena_printf(c->arena, "\"%.*s\"", STR_ARG(image.text));

	if (!c->site->unsafe_html || address_kind(image.text) != ADDRESS_WEB ||
	    policy_allows_image(&c->site->policy, image.text))
		return;
	report(c->diags, FINDING_FORBIDDEN,
	       cause_find(c->site, b->path, image.line, &token, 1, c->arena),
	       "the policy of the pages lets no image of %.*s in",
	       STR_ARG(address_origin(image.text)));
}

static void weigh(struct checker *c, struct built *image,
		  const struct built *on)
{
	const char *copied = cause_copied(c->site, image->path, c->arena);
	struct place at = { .file = copied ? copied : image->path.ptr };
	struct image_size size;
	struct stat st;

	image->weighed = true;
	if (stat(image->file, &st) == 0 && st.st_size > IMAGE_BYTES)
		report(c->diags, FINDING_IMAGE_SIZE, at,
		       "the image on %.*s has %.1f MB; %d is plenty",
		       STR_ARG(on->path), (double)st.st_size / (1024 * 1024),
		       IMAGE_BYTES / (1024 * 1024));
	if (!str_ends(image->path, ".svg") &&
	    image_size_read(image->file, &size) &&
	    (uint64_t)size.width * size.height > IMAGE_PIXELS)
		report(c->diags, FINDING_IMAGE_SIZE, at,
		       "the image on %.*s has %u by %u pixels; %d million are "
		       "plenty",
		       STR_ARG(on->path), size.width, size.height,
		       IMAGE_PIXELS / 1000000);
}

static void check_links(struct checker *c, const struct built *b,
			const struct html_list *links, bool lead_in)
{
	for (size_t i = 0; i < links->count; i++) {
		struct html_part link = links->items[i];
		struct str anchor;
		bool ours;
		struct built *to = follow(c, b, link.text, &anchor, &ours);

		if (!ours)
			continue;
		if (!to) {
			broken(c, b, link, "there is no such page or file",
			       anchor);
			continue;
		}
		if (lead_in && to != b)
			to->ways_in++;
		if (anchor.len && to->page && !str_is(anchor, "top") &&
		    !has_id(to, anchor))
			broken(c, b, link, "the page has no such id", anchor);
	}
}

static void check_refs(struct checker *c, const struct built *b)
{
	const struct html_list *refs = &b->page->refs;

	for (size_t i = 0; i < refs->count; i++)
		if (refs->items[i].text.len && !has_id(b, refs->items[i].text))
			broken(c, b, refs->items[i], "the page has no such id",
			       STR(""));
}

/*
 * The file that an address leads to, or NULL.  Another site's is not ours:
 * nothing is fetched from a network.
 */
static struct built *follow(struct checker *c, const struct built *from,
			    struct str url, struct str *anchor, bool *ours)
{
	struct str base = c->site->base_url.str, path = url;
	struct str root = str_slice(url, 0, base.len);
	struct str below = base.len ? address_path(base) : STR("/");
	size_t hash, colon = str_find(url, ':');
	struct built *found;

	*anchor = STR("");
	*ours = true;
	if (base.len && str_equals(root, base))
		path = arena_printf(c->arena, "/%.*s",
				    STR_ARG(str_from_byte(url, base.len)));
	else if (!str_starts(url, "//") &&
		 str_equals(str_slice(url, 0, below.len), below))
		path = str_from_byte(url, below.len - 1);
	else if (str_starts(url, "//") ||
		 (colon < url.len && colon < str_find(url, '/') &&
		  colon < str_find(url, '#'))) {
		*ours = false;
		return NULL;
	}
	hash = str_find(path, '#');
	*anchor = address_decode(str_from_byte(path, hash + 1), c->arena);
	path = str_slice(path, 0, hash);
	path = address_decode(str_slice(path, 0, str_find(path, '?')),
			      c->arena);
	if (!path.len)
		return find_file(c, from->path);
	if (!str_starts(path, "/"))
		path = ARENA_JOIN(c->arena, path_dir(from->path), STR("/"),
				  path);
	while (str_starts(path, "/"))
		path = str_from_byte(path, 1);
	if (!path.len)
		return find_file(c, STR("index.html"));
	path = path_clean(path, c->arena);
	if (!path.ptr)
		return NULL;
	found = find_file(c, path);
	if (found)
		return found;
	return find_file(c, path.len ? ARENA_JOIN(c->arena, path,
						  STR("/index.html"))
				     : STR("index.html"));
}

static struct built *find_file(struct checker *c, struct str path)
{
	struct built key = { .path = path };

	return c->count ? bsearch(&key, c->files, c->count, sizeof(key),
				  compare_text)
			: NULL;
}

static bool has_id(const struct built *b, struct str id)
{
	struct html_part key = { .text = id };

	return b->page->ids.count && bsearch(&key, b->ids, b->page->ids.count,
					     sizeof(key), compare_text);
}

static void broken(struct checker *c, const struct built *b,
		   struct html_part link, const char *why, struct str anchor)
{
	struct str tokens[] = {
		anchor.len ? arena_printf(c->arena, "#%.*s)", STR_ARG(anchor))
			   : STR(""),
		arena_printf(c->arena, "(%.*s)", STR_ARG(link.text)),
		arena_printf(c->arena, "\"%.*s\"", STR_ARG(link.text)),
	};
	struct place at =
		cause_find(c->site, b->path, link.line, tokens,
			   sizeof(tokens) / sizeof(*tokens), c->arena);

	report(c->diags, FINDING_BROKEN_LINK, at,
	       "\"%.*s\" on %.*s leads nowhere: %s", STR_ARG(link.text),
	       STR_ARG(b->path), why);
}

static void check_heads(struct checker *c, const struct built *b)
{
	if (!b->page->title.len)
		report(c->diags, FINDING_TITLE_MISSING, place_of(c, b),
		       "the page has no title");
	if (!b->page->description.len)
		report(c->diags, FINDING_DESCRIPTION_MISSING, place_of(c, b),
		       "the page has no description");
	if (!b->ways_in && !str_is(b->path, "index.html"))
		report(c->diags, FINDING_ORPHAN_PAGE, place_of(c, b),
		       "no page links to this one");
}

/* Sorted by the text at `offset`, so that twins stand side by side. */
static void check_twins(struct checker *c, enum finding finding,
			const char *what, size_t offset)
{
	struct twin *twins = arena_array(c->arena, struct twin, c->count);
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++) {
		const struct html_page *page = c->files[i].page;
		struct str text;

		if (!page || page->no_index)
			continue;
		memcpy(&text, (const char *)page + offset, sizeof(text));
		if (text.len)
			twins[count++] = (struct twin){ text, &c->files[i] };
	}
	if (count)
		qsort(twins, count, sizeof(*twins), compare_twins);
	for (size_t i = 1; i < count; i++)
		if (!compare_heads(&twins[i - 1], &twins[i]))
			report(c->diags, finding, place_of(c, twins[i].of),
			       "the %s \"%.*s\" is that of %.*s, too", what,
			       STR_ARG(twins[i].text),
			       STR_ARG(twins[i - 1].of->path));
}

/* Equal where they are one text for readers of one language. */
static int compare_heads(const struct twin *left, const struct twin *right)
{
	int order = str_compare(left->text, right->text);

	return order ? order
		     : str_compare(left->of->page->language,
				   right->of->page->language);
}

/* Then as the files are sorted. */
static int compare_twins(const void *a, const void *b)
{
	const struct twin *left = a, *right = b;
	int order = compare_heads(left, right);

	return order ? order : str_compare(left->of->path, right->of->path);
}

/* The page as a whole. */
static struct place place_of(const struct checker *c, const struct built *b)
{
	return cause_find(c->site, b->path, 0, NULL, 0, c->arena);
}
