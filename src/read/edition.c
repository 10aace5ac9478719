#include "read/edition.h"

#include <ctype.h>
#include <errno.h>

#include "base/file.h"
#include "base/wording.h"
#include "read/front_matter.h"
#include "read/lexical.h"
#include "read/text.h"

enum { TAG_LONG = 12 };

static bool is_tag(struct str text);
static struct str write_tag(const struct site *site, struct str language,
			    char room[TAG_LONG]);
static bool add_comparisons(struct diags *diags, const struct site *site,
			    struct site *edition, struct arena *arena);
static bool read_slug(struct diags *diags, const char *path, struct str *slug,
		      struct arena *arena);
static bool check_slug(struct diags *diags, const struct site *edition,
		       struct text slug);
static void add_pages(const struct site *site, struct site *edition,
		      struct arena *arena);
static void add_menu(const struct site *site, const struct site_language *own,
		     struct site *edition, struct arena *arena);

bool edition_is_translation(struct str file, struct str *stem,
			    struct str *language)
{
	struct str name = path_stem(file);
	size_t dot = str_find(name, '.');

	*stem = str_slice(name, 0, dot);
	*language = str_from_byte(name, dot + 1);
	return dot < name.len && stem->len && is_tag(*language);
}

/* "de", "pt-BR": what is no language is part of a name. */
static bool is_tag(struct str text)
{
	if (text.len < 2 || text.len > TAG_LONG)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    (i < 2 || c != '-'))
			return false;
	}
	return true;
}

bool edition_translates(struct str folder)
{
	return str_is(folder, "options") || str_is(folder, "criteria") ||
	       str_is(folder, "profiles");
}

bool edition_is_known(const struct site *site, struct str language)
{
	for (size_t k = 0; k < site->language_count; k++)
		if (str_equals(site->languages[k].tag, language))
			return true;
	return false;
}

bool edition_may_be(const struct site *site, struct str language)
{
	return site->languages_unread || edition_is_known(site, language);
}

bool edition_takes(const struct site *site, struct str path, struct str *stem,
		   struct str *language)
{
	return str_ends(path, ".md") &&
	       edition_is_translation(path_base(path), stem, language) &&
	       edition_may_be(site, *language);
}

bool edition_is_first(const struct site *site, struct str language)
{
	const struct site *first = site->home ? site->home : site;

	return str_equals(first->language.str, language);
}

void edition_hint(struct diags *diags, const struct site *site,
		  struct str language)
{
	char room[TAG_LONG];
	struct str tag = write_tag(site, language, room);

	if (edition_is_first(site, tag))
		diag_hint(diags,
			  "the site's own texts stand in files without a "
			  "language in their names");
	else if (edition_is_known(site, tag))
		diag_hint(diags, "in the name of a file it is \"%.*s\"",
			  STR_ARG(tag));
	else if (str_equals(tag, language))
		diag_hint(diags,
			  "for a page in another language: `languages: { "
			  "%.*s: }` in site.yaml",
			  STR_ARG(tag));
	else
		diag_hint(diags,
			  "for a page in another language: `languages: { "
			  "%.*s: }` in site.yaml, and \"%.*s\" in the name of "
			  "the file",
			  STR_ARG(tag), STR_ARG(tag));
}

/* As the site has it; else as it is written: "de" of "DE", "pt-BR". */
static struct str write_tag(const struct site *site, struct str language,
			    char room[TAG_LONG])
{
	const struct site *first = site->home ? site->home : site;
	size_t region = str_find(language, '-');

	if (wording_equals(first->language.str, language))
		return first->language.str;
	for (size_t k = 0; k < site->language_count; k++)
		if (wording_equals(site->languages[k].tag, language))
			return site->languages[k].tag;
	for (size_t i = 0; i < language.len; i++) {
		int c = (unsigned char)language.ptr[i];
		bool big = i > region && language.len - region == 3;

		room[i] = (char)(i < region ? tolower(c)
				 : big	    ? toupper(c)
					    : c);
	}
	return (struct str){ room, language.len };
}

bool edition_of(struct diags *diags, const struct site *site, size_t k,
		struct site *edition, struct arena *arena)
{
	const struct site_language *own = &site->languages[k];
	bool ok;

	*edition = *site;
	edition->home = site;
	edition->edition = own->tag;
	edition->language = (struct text){ own->tag, own->at };
	edition->pictures = own->pictures;
	if (own->title.str.len)
		edition->title = own->title;
	if (own->tagline.str.len)
		edition->tagline = own->tagline;
	if (site->base_url.str.len)
		edition->base_url.str = ARENA_JOIN(arena, site->base_url.str,
						   own->tag, STR("/"));
	ok = add_comparisons(diags, site, edition, arena);
	add_pages(site, edition, arena);
	add_menu(site, own, edition, arena);
	return ok;
}

static bool add_comparisons(struct diags *diags, const struct site *site,
			    struct site *edition, struct arena *arena)
{
	struct str file = ARENA_JOIN(arena, STR("comparison."),
				     edition->edition, STR(".md"));
	bool ok = true;

	edition->slugs = arena_array(arena, struct str, site->slug_count + 1);
	edition->folders = arena_array(arena, struct str, site->slug_count + 1);
	edition->slug_count = 0;
	for (size_t i = 0; i < site->slug_count; i++) {
		const char *dir = path_join(site->dir, site->slugs[i], arena);
		const char *path = path_join(dir, file, arena);
		struct str slug = site->slugs[i];

		if (!file_is_regular(path))
			continue;
		ok &= read_slug(diags, path, &slug, arena) &&
		      check_slug(diags, edition,
				 (struct text){ slug, { .file = path } });
		edition->slugs[edition->slug_count] = slug;
		edition->folders[edition->slug_count++] = site->slugs[i];
	}
	return ok;
}

/* What else is wrong there is told when the comparison is read. */
static bool read_slug(struct diags *diags, const char *path, struct str *slug,
		      struct arena *arena)
{
	struct diags *unheard = diags_new();
	const struct yaml_node *node = NULL;
	struct front_matter fm;

	if (front_matter_read(unheard, path, &fm, arena))
		node = yaml_find(fm.yaml, "slug");
	diags_free(unheard);
	if (!node || node->kind != YAML_SCALAR)
		return true;
	if (id_is_valid(node->text) && !slug_is_taken(node->text)) {
		*slug = node->text;
		return true;
	}
	diag_error(diags, node->at, "a comparison cannot be called \"%.*s\"",
		   STR_ARG(node->text));
	diag_hint(diags, "a slug is lower-case letters, digits and hyphens");
	return false;
}

static bool check_slug(struct diags *diags, const struct site *edition,
		       struct text slug)
{
	for (size_t i = 0; i < edition->slug_count; i++)
		if (str_equals(edition->slugs[i], slug.str))
			return diag_error(diags, slug.at,
					  "\"%.*s\" is called \"%.*s\", too",
					  STR_ARG(edition->folders[i]),
					  STR_ARG(slug.str));
	return true;
}

static void add_pages(const struct site *site, struct site *edition,
		      struct arena *arena)
{
	edition->pages = NULL;
	edition->page_count = 0;
	edition->page_drafts = NULL;
	edition->page_draft_count = 0;
	for (size_t i = 0; i < site->translated_count; i++) {
		struct str path = site->translated[i], stem, language;
		struct site_page *page;

		if (!edition_is_translation(path_base(path), &stem,
					    &language) ||
		    !str_equals(language, edition->edition))
			continue;
		page = arena_push(arena, edition->pages, edition->page_count);
		page->name = str_slice(path, 0, path.len - language.len - 4);
		page->at = (struct place){ .file = path_join(site->dir, path,
							     arena) };
	}
	site_sort_pages(edition);
}

/* Its own, or what of the site's it has itself. */
static void add_menu(const struct site *site, const struct site_language *own,
		     struct site *edition, struct arena *arena)
{
	if (own->menu_count) {
		edition->menu = own->menu;
		edition->menu_count = own->menu_count;
		return;
	}
	edition->menu = NULL;
	edition->menu_count = 0;
	for (size_t i = 0; i < site->menu_count; i++) {
		struct menu_entry entry = site->menu[i];

		if (entry.page.str.len &&
		    !site_find_page(edition, entry.page.str))
			continue;
		/* The page's own title, which is read later. */
		if (entry.page.str.len)
			entry.title.str = STR("");
		*arena_push(arena, edition->menu, edition->menu_count) = entry;
	}
}
