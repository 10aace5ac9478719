#include "read/links.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/address.h"
#include "base/buf.h"
#include "base/fence.h"
#include "base/file.h"
#include "read/edition.h"

static bool check_picture(struct links *links, struct str path,
			  struct place at);
static bool find_path(struct links *links, struct str href, struct place at,
		      struct str *path);
static struct str sample_of(struct links *links, struct str path,
			    struct place at);
static bool is_document(struct str path);
static bool find_file(struct links *links, struct str *path, struct place at,
		      struct image_size *size);
static struct str folder_of(const struct links *links, struct place at);
static struct str locate(struct links *links, struct str path, struct place at);
static bool missing(struct links *links, struct str path, struct place at);
static bool no_page(struct links *links, struct str path, struct place at);
static struct str page_of(struct links *links, struct str path);
static struct str page_in(struct links *links, const struct site *site,
			  struct str path);
static struct str page_in_comparison(struct links *links, struct str slug,
				     struct str rest);
static bool is_made_page(const struct site *site, struct str path);
static void add_file(struct links *links, struct str path);

bool links_resolve(void *context, struct str href, struct image_size *size,
		   struct place at, struct str *url)
{
	struct links *links = context;
	size_t cut = 0;
	struct str tail, path, page, id;
	struct buf made = { 0 };

	while (cut < href.len && href.ptr[cut] != '#' && href.ptr[cut] != '?')
		cut++;
	tail = str_from_byte(href, cut);
	if (!find_path(links, str_slice(href, 0, cut), at, &path))
		return false;
	id = size || tail.len ? STR("") : sample_of(links, path, at);
	if (id.len)
		return samples_link(links->samples, (struct text){ id, at },
				    url);
	page = size ? STR("") : page_of(links, path);
	if (page.len) {
		/* A page's own anchor is of no use beside a given one. */
		if (tail.len)
			page.len = str_find(page, '#');
		*url = arena_printf(links->arena, "%.*s%.*s", STR_ARG(page),
				    STR_ARG(tail));
		return true;
	}
	if (!size && str_ends(path, ".md"))
		return no_page(links, path, at);
	if (!find_file(links, &path, at, size))
		return false;
	address_put_path(path, &made);
	buf_raw(&made, tail);
	*url = buf_copy(&made, links->arena);
	buf_release(&made);
	return true;
}

enum sample_link links_place_sample(void *context, struct text href,
				    struct str words, size_t *index)
{
	struct links *links = context;
	struct str path =
		locate(links, address_decode(href.str, links->arena), href.at);
	struct text id = { path.ptr ? sample_of(links, path, href.at) : STR(""),
			   href.at };

	if (!id.str.len)
		return SAMPLE_LINK_OTHER;
	return samples_place(links->samples, id, words, index)
		       ? SAMPLE_LINK_PLACED
		       : SAMPLE_LINK_WRONG;
}

/* A file of that name, which a link may want, is none. */
static struct str sample_of(struct links *links, struct str path,
			    struct place at)
{
	if (!links->samples ||
	    file_is_regular(path_join(links->site->dir, path, links->arena)))
		return STR("");
	return samples_id(links->samples, path, folder_of(links, at));
}

bool links_file(struct links *links, struct text *path, struct image_size *size)
{
	struct str found;

	if (str_is_empty(path->str))
		return true;
	if (!find_path(links, path->str, path->at, &found) ||
	    !check_picture(links, found, path->at) ||
	    !find_file(links, &found, path->at, size))
		return false;
	path->str = found;
	return true;
}

/* Of a key that takes a picture: a text would be copied beside its page. */
static bool check_picture(struct links *links, struct str path, struct place at)
{
	static const char *const ENDINGS[] = { "png",  "jpg",  "jpeg", "gif",
					       "webp", "avif", "svg" };
	struct str ending = path_extension(path);

	for (size_t k = 0; k < sizeof(ENDINGS) / sizeof(*ENDINGS); k++)
		if (ending.len == strlen(ENDINGS[k]) &&
		    !strncasecmp(ending.ptr, ENDINGS[k], ending.len))
			return true;
	diag_error(links->diags, at, "\"%.*s\" is no picture", STR_ARG(path));
	diag_hint(links->diags, "it is a PNG, JPEG, GIF, WebP, AVIF or SVG, "
				"and its name ends so");
	return false;
}

/* What an address without its tail means, below the content folder. */
static bool find_path(struct links *links, struct str href, struct place at,
		      struct str *path)
{
	*path = locate(links, address_decode(href, links->arena), at);
	return path->ptr || diag_error(links->diags, at,
				       "\"%.*s\" leads out of the content "
				       "folder",
				       STR_ARG(href));
}

/* What a browser opens as a page: beside texts, nobody expects one. */
static bool is_document(struct str path)
{
	static const char *const ENDINGS[] = { "html", "htm",  "xhtml", "xht",
					       "xml",  "xsl",  "xslt",	"svgz",
					       "mht",  "mhtml" };
	struct str ending = path_extension(path);

	for (size_t i = 0; i < sizeof(ENDINGS) / sizeof(*ENDINGS); i++)
		if (ending.len == strlen(ENDINGS[i]) &&
		    !strncasecmp(ending.ptr, ENDINGS[i], ending.len))
			return !str_starts(path, "static/");
	return false;
}

/* A file to be copied; its path becomes that of the site. */
static bool find_file(struct links *links, struct str *path, struct place at,
		      struct image_size *size)
{
	const char *file = path_join(links->site->dir, *path, links->arena);

	if (!file_is_regular(file))
		return file_is_absent(errno) ? missing(links, *path, at)
					     : diag_unread(links->diags, file);
	if (!links->site->unsafe_html && is_document(*path)) {
		diag_error(links->diags, at,
			   "\"%.*s\" would be a page of its own, with scripts",
			   STR_ARG(*path));
		diag_hint(links->diags, "what is in static/ is copied as it "
					"is, and can be linked to");
		return false;
	}
	if (size && !image_size_read(file, size))
		return diag_unread(links->diags, file);
	add_file(links, *path);
	if (str_starts(*path, "static/"))
		*path = ARENA_JOIN(links->arena, site_up(links->site),
				   str_from_byte(*path, strlen("static/")));
	return true;
}

/* Of the file at that place, below the content folder. */
static struct str folder_of(const struct links *links, struct place at)
{
	struct str file = str_from(at.file ? at.file : "");
	struct str root =
		str_from(path_join(links->site->dir, STR(""), links->arena));

	return str_starts(file, root.ptr)
		       ? path_dir(str_from_byte(file, root.len))
		       : STR("");
}

/* Below the content folder; its ptr is NULL when it leads out. */
static struct str locate(struct links *links, struct str path, struct place at)
{
	struct str joined =
		str_starts(path, "/")
			? path
			: arena_printf(links->arena, "%.*s/%.*s",
				       STR_ARG(folder_of(links, at)),
				       STR_ARG(path));
	struct str clean = path_clean(joined, links->arena);
	const char *file;

	if (!clean.ptr)
		return clean;
	file = path_join(links->site->dir, clean, links->arena);
	if (!fence_holds(file) && errno == EXDEV)
		clean.ptr = NULL;
	return clean;
}

/* Suggests the nearest name of the folder that the file should be in. */
static bool missing(struct links *links, struct str path, struct place at)
{
	const char *dir =
		path_join(links->site->dir, path_dir(path), links->arena);
	struct str *names;
	size_t count;

	diag_error(links->diags, at, "there is no file \"%.*s\" in %s",
		   STR_ARG(path), links->site->dir);
	if (file_list(dir, &names, &count, links->arena))
		diag_suggest(links->diags, path_base(path), names, count);
	return false;
}

static bool no_page(struct links *links, struct str path, struct place at)
{
	struct str plain, language;

	if (!file_is_regular(path_join(links->site->dir, path, links->arena)))
		return missing(links, path, at);
	diag_error(links->diags, at, "\"%.*s\" becomes no page", STR_ARG(path));
	if (edition_takes(links->site, path, &plain, &language))
		diag_hint(links->diags,
			  "name it without the language, \"%.*s.md\": a link "
			  "leads to the page in the language of its text",
			  STR_ARG(plain));
	else
		diag_hint(links->diags, "is it part of a draft?");
	return false;
}

/*
 * The page that a content file becomes, or empty.  What has no translation is
 * shown in the first language.
 */
static struct str page_of(struct links *links, struct str path)
{
	struct str page, plain, language;

	if (edition_takes(links->site, path, &plain, &language))
		return STR("");
	page = page_in(links, links->site, path);
	if (page.len || !links->site->home)
		return page;
	page = page_in(links, links->site->home, path);
	return page.len ? ARENA_JOIN(links->arena, STR("../"), page) : page;
}

static struct str page_in(struct links *links, const struct site *site,
			  struct str path)
{
	const struct str *folders = site->folders ? site->folders : site->slugs;
	struct str rest = path, first;
	size_t i;

	while (str_ends(path, "/"))
		path.len--;
	if (str_ends(path, "/index.html") && is_made_page(site, path_dir(path)))
		path = path_dir(path);
	rest = path;
	first = str_cut(&rest, '/');
	for (i = 0; i < site->slug_count; i++)
		if (str_equals(folders[i], first))
			break;
	if (is_made_page(site, path))
		return arena_printf(links->arena, "%.*s%s%.*s/index.html",
				    STR_ARG(site->slugs[i]),
				    rest.ptr ? "/" : "", STR_ARG(rest));
	if (!file_is_regular(path_join(links->site->dir, path, links->arena)))
		return STR("");
	if (str_ends(path, ".md")) {
		struct str name = str_slice(path, 0, path.len - 3);

		if (site_find_page(site, name))
			return arena_printf(links->arena, "%.*s.html",
					    STR_ARG(name));
	}
	return rest.ptr && i < site->slug_count
		       ? page_in_comparison(links, site->slugs[i], rest)
		       : STR("");
}

static struct str page_in_comparison(struct links *links, struct str slug,
				     struct str rest)
{
	static const struct {
		const char *file, *page;
	} FILES[] = {
		{ "comparison.md", "index.html" },
		{ "guide.md", "index.html#guide" },
		{ "faq.md", "index.html#faq" },
		{ "sources.yaml", "index.html#sources" },
		{ "scores.csv", "scores.csv" },
	};
	static const struct {
		const char *dir, *before, *behind;
	} FOLDERS[] = {
		{ "criteria", "", "/index.html" },
		{ "options", "options/", "/index.html" },
		{ "profiles", "scoreboard/index.html#profile-", "" },
		{ "tables", "matrix/index.html#table-", "" },
	};
	struct str dir = path_dir(rest), stem = path_stem(rest);

	for (size_t i = 0; i < sizeof(FILES) / sizeof(*FILES); i++)
		if (str_is(rest, FILES[i].file))
			return arena_printf(links->arena, "%.*s/%s",
					    STR_ARG(slug), FILES[i].page);
	for (size_t i = 0; i < sizeof(FOLDERS) / sizeof(*FOLDERS); i++) {
		size_t digits = 0;

		if (!str_is(dir, FOLDERS[i].dir))
			continue;
		while (i == 0 && digits < stem.len && stem.ptr[digits] >= '0' &&
		       stem.ptr[digits] <= '9')
			digits++;
		if (digits && digits < stem.len && stem.ptr[digits] == '-')
			stem = str_from_byte(stem, digits + 1);
		return arena_printf(links->arena, "%.*s/%s%.*s%s",
				    STR_ARG(slug), FOLDERS[i].before,
				    STR_ARG(stem), FOLDERS[i].behind);
	}
	return STR("");
}

/* "slug", "slug/matrix", "slug/scoreboard" … have no file of their own. */
static bool is_made_page(const struct site *site, struct str path)
{
	const struct str *folders = site->folders ? site->folders : site->slugs;
	struct str rest = path, slug = str_cut(&rest, '/');

	static const char *const MADE[] = { "matrix",  "scoreboard",
					    "weights", "compare",
					    "report",  "infographic" };
	bool made = !rest.ptr;

	for (size_t i = 0; i < sizeof(MADE) / sizeof(*MADE); i++)
		made |= str_is(rest, MADE[i]);
	if (!made)
		return false;
	for (size_t i = 0; i < site->slug_count; i++)
		if (str_equals(folders[i], slug))
			return true;
	return false;
}

static void add_file(struct links *links, struct str path)
{
	if (str_starts(path, "static/"))
		return;
	for (size_t i = 0; i < links->file_count; i++)
		if (str_equals(links->files[i], path))
			return;
	*arena_push(links->arena, links->files, links->file_count) = path;
}
