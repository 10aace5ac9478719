/*
 * Markdown to HTML in one call, for the tests: two sources, "first" and
 * "second", and links that lead nowhere when they begin with "gone".
 */
#ifndef UNIT_READ_MARKDOWN_DESK_H
#define UNIT_READ_MARKDOWN_DESK_H

#include "unit.h"

#include "read/markdown.h"
#include "read/markdown_ids.h"

struct desk {
	struct arena *arena;
	struct diags *diags;
	struct markdown_env env;
	struct markdown_ids *ids;
	struct place at; /* a.md, line 1 */
	struct prose prose;
};

static inline bool desk_resolve(void *context, struct str href,
				struct image_size *size, struct place at,
				struct str *url)
{
	struct desk *desk = context;

	if (str_starts(href, "gone"))
		return diag_error(desk->diags, at, "no %s \"%.*s\"",
				  size ? "image" : "page", STR_ARG(href));
	if (size && str_starts(href, "sized"))
		*size = (struct image_size){ 30, 20 };
	*url = arena_printf(desk->arena, "at/%.*s", STR_ARG(href));
	return true;
}

static inline void desk_init(struct desk *desk, void **state)
{
	static const struct source SOURCES[] = {
		{ .id = STR_INIT("first"),
		  .title = { STR_INIT("One & all"), { 0 } } },
		{ .id = STR_INIT("second"),
		  .title = { STR_INIT("Two"), { 0 } } },
	};

	struct name_index *names = name_index_new(*state);

	name_index_add_id(names, SOURCES[0].id, 0);
	name_index_add_id(names, SOURCES[1].id, 1);
	*desk = (struct desk){
		.arena = *state,
		.diags = diags_new(),
		.ids = markdown_ids_new(*state),
		.at = { "a.md", 1, 1, 0 },
	};
	desk->env = (struct markdown_env){
		.diags = desk->diags,
		.arena = *state,
		.note_label = STR("Note"),
		.sources = SOURCES,
		.source_count = 2,
		.source_names = names,
		.sources_url = STR("oak/index.html"),
		.resolve = desk_resolve,
		.context = desk,
	};
}

static inline void desk_release(struct desk *desk)
{
	diags_free(desk->diags);
}

/* The HTML of a document that has nothing wrong with it; "~" is ROOT_MARK. */
static inline struct str html_of(const char *text, void **state)
{
	struct desk desk;
	struct str html, said;
	char *at;

	desk_init(&desk, state);
	markdown_block(&desk.env, desk.ids, str_from(text), desk.at,
		       &desk.prose);
	said = printed(desk.diags, *state);
	if (said.len)
		fail_msg("%.*s", STR_ARG(said));
	html = arena_str(*state, desk.prose.html);
	while ((at = memchr(html.ptr, ROOT_MARK, html.len)))
		*at = '~';
	desk_release(&desk);
	return html;
}

/* What is reported of a document; it fails exactly if there is an error. */
static inline struct str complaints_of(const char *text, void **state)
{
	struct desk desk;
	struct str said;
	bool ok;

	desk_init(&desk, state);
	ok = markdown_block(&desk.env, desk.ids, str_from(text), desk.at,
			    &desk.prose);
	assert_int_equal(ok, diags_error_count(desk.diags) == 0);
	said = printed(desk.diags, *state);
	desk_release(&desk);
	return said;
}

#endif
