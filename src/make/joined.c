#include "make/joined.h"

#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/root_mark.h"
#include "make/markup.h"

/* A tag, and what of it matters here. */
struct tag {
	struct markup as;
	struct str id, part; /* the values of "id" and "data-part" */
	bool is_touched;     /* an attribute may become another one */
};

/* Where a tag stands in the page. */
struct spot {
	size_t at, len;
};

struct part {
	struct str address, id; /* the outermost's ids stay as they are */
	struct str element;	/* "section" */
	size_t depth;		/* of such elements within, still open */
};

enum { DEEPEST = 8 };

struct join {
	struct arena arena;
	struct part *parts; /* all of the page */
	size_t part_count;
	struct part open[DEEPEST];
	size_t open_count;
	struct str *ids; /* as they become; sorted once all are known */
	size_t id_count;
	struct spot *spots; /* of the tags that matter: most do not */
	size_t spot_count;
};

static bool next(struct str *rest, struct tag *tag);
static void look(struct tag *tag);
static void note(struct join *join, struct str page, const struct tag *tag);
static bool matters(const struct join *join, const struct tag *tag);
static void enter(struct join *join, const struct tag *tag);
static void leave(struct join *join, const struct tag *tag);
static struct str prefix(const struct join *join);
static struct str renamed(struct join *join, struct str id);
static void put_tag(struct join *join, const struct tag *tag, struct buf *to);
static bool is_touched(struct markup_attribute a);
static void put_attribute(struct join *join, struct markup_attribute a,
			  struct buf *to);
static bool names_ids(struct str name);
static void put_ids(struct join *join, struct str ids, struct buf *to);
static struct str target_of(struct join *join, struct str href);
static struct str place_here(struct join *join, struct str before,
			     struct str place);
static bool has_id(const struct join *join, struct str id);
static int compare_ids(const void *a, const void *b);

void joined_put(struct str page, struct buf *to)
{
	struct join join = { 0 };
	size_t at = 0;
	struct tag tag;

	for (struct str rest = page; next(&rest, &tag);)
		note(&join, page, &tag);
	if (join.id_count)
		qsort(join.ids, join.id_count, sizeof(*join.ids), compare_ids);
	join.open_count = 0;
	for (size_t i = 0; i < join.spot_count; i++) {
		struct spot spot = join.spots[i];
		struct str text = str_slice(page, spot.at, spot.len);

		buf_raw(to, str_slice(page, at, spot.at - at));
		next(&text, &tag);
		enter(&join, &tag);
		put_tag(&join, &tag, to);
		leave(&join, &tag);
		at = spot.at + spot.len;
	}
	buf_raw(to, str_from_byte(page, at));
	arena_release(&join.arena);
}

static bool next(struct str *rest, struct tag *tag)
{
	*tag = (struct tag){ 0 };
	if (!markup_next(rest, &tag->as))
		return false;
	if (!tag->as.is_end)
		look(tag);
	return true;
}

/* Most of a page's tags are none of our business. */
static void look(struct tag *tag)
{
	struct str rest = tag->as.attributes;
	struct markup_attribute a;

	while (markup_attribute(&rest, &a)) {
		if (!is_touched(a))
			continue;
		tag->is_touched = true;
		if (a.value.ptr && str_is(a.name, "id"))
			tag->id = a.value;
		else if (a.value.ptr && str_is(a.name, "data-part"))
			tag->part = a.value;
	}
}

static void note(struct join *join, struct str page, const struct tag *tag)
{
	if (matters(join, tag))
		*arena_push(&join->arena, join->spots, join->spot_count) =
			(struct spot){ (size_t)(tag->as.text.ptr - page.ptr),
				       tag->as.text.len };
	enter(join, tag);
	if (join->open_count && tag->part.len)
		*arena_push(&join->arena, join->parts, join->part_count) =
			join->open[join->open_count - 1];
	if (tag->id.len)
		*arena_push(&join->arena, join->ids, join->id_count) =
			tag->part.len ? tag->id : renamed(join, tag->id);
	leave(join, tag);
}

/* It may change, or a part that is open may end with it. */
static bool matters(const struct join *join, const struct tag *tag)
{
	for (size_t k = 0; k < join->open_count; k++)
		if (str_equals(tag->as.name, join->open[k].element))
			return true;
	return tag->is_touched;
}

static void enter(struct join *join, const struct tag *tag)
{
	for (size_t k = 0; k < join->open_count; k++)
		if (!tag->as.is_end &&
		    str_equals(tag->as.name, join->open[k].element))
			join->open[k].depth++;
	if (tag->part.len && join->open_count < DEEPEST)
		join->open[join->open_count++] =
			(struct part){ .address = tag->part,
				       .id = tag->id,
				       .element = tag->as.name,
				       .depth = 1 };
}

static void leave(struct join *join, const struct tag *tag)
{
	for (size_t k = 0; k < join->open_count; k++)
		if (tag->as.is_end &&
		    str_equals(tag->as.name, join->open[k].element))
			join->open[k].depth--;
	while (join->open_count && !join->open[join->open_count - 1].depth)
		join->open_count--;
}

/* Of the part that is open, or empty in the outermost. */
static struct str prefix(const struct join *join)
{
	return join->open_count > 1 ? join->open[join->open_count - 1].id
				    : STR("");
}

static struct str renamed(struct join *join, struct str id)
{
	struct str before = prefix(join);

	return before.len ? ARENA_JOIN(&join->arena, before, STR("--"), id)
			  : id;
}

static void put_tag(struct join *join, const struct tag *tag, struct buf *to)
{
	struct str rest = tag->as.attributes;
	struct markup_attribute a;

	if (!tag->is_touched) {
		buf_raw(to, tag->as.text);
		return;
	}
	buf_char(to, '<');
	buf_raw(to, tag->as.name);
	while (markup_attribute(&rest, &a)) {
		if (str_is(a.name, "data-part"))
			continue;
		if (tag->part.len && str_is(a.name, "id")) {
			buf_char(to, ' ');
			buf_raw(to, a.text);
		} else {
			put_attribute(join, a, to);
		}
	}
	buf_text(to, str_ends(tag->as.text, "/>") ? "/>" : ">");
}

static bool is_touched(struct markup_attribute a)
{
	return str_is(a.name, "href") || str_is(a.name, "data-part") ||
	       names_ids(a.name) ||
	       (a.value.len >= 5 && !memcmp(a.value.ptr, "url(#", 5));
}

static void put_attribute(struct join *join, struct markup_attribute a,
			  struct buf *to)
{
	bool is_link = str_is(a.name, "href");

	buf_char(to, ' ');
	if (!a.value.ptr ||
	    (!is_link && !names_ids(a.name) && !str_starts(a.value, "url(#"))) {
		buf_raw(to, a.text);
		return;
	}
	buf_raw(to, a.name);
	buf_text(to, "=\"");
	if (is_link) {
		buf_raw(to, target_of(join, a.value));
	} else if (str_starts(a.value, "url(#")) {
		buf_text(to, "url(#");
		buf_raw(to, renamed(join, str_from_byte(a.value, 5)));
	} else {
		put_ids(join, a.value, to);
	}
	buf_char(to, '"');
}

static bool names_ids(struct str name)
{
	static const struct str NAMES[] = {
		STR_INIT("id"),
		STR_INIT("for"),
		STR_INIT("headers"),
		STR_INIT("aria-labelledby"),
		STR_INIT("aria-controls"),
		STR_INIT("aria-describedby"),
		STR_INIT("aria-owns"),
		STR_INIT("aria-details"),
		STR_INIT("popovertarget"),
	};

	for (size_t k = 0; k < sizeof(NAMES) / sizeof(*NAMES); k++)
		if (str_equals(name, NAMES[k]))
			return true;
	return false;
}

static void put_ids(struct join *join, struct str ids, struct buf *to)
{
	while (ids.ptr) {
		struct str id = str_cut(&ids, ' ');

		buf_raw(to, id.len ? renamed(join, id) : id);
		if (ids.ptr)
			buf_char(to, ' ');
	}
}

/* The place here that the link means, or the link as it is. */
static struct str target_of(struct join *join, struct str href)
{
	struct str place = href, path = str_cut(&place, '#');
	struct str here;

	if (!join->open_count)
		return href; /* the way to the other pages */
	if (!path.len) {
		here = place_here(join, prefix(join), place);
		if (!here.len && place.ptr)
			here = place_here(join, STR(""), place);
		return here.len ? here : href;
	}
	for (size_t k = 0; k < join->part_count; k++) {
		const struct part *part = &join->parts[k];

		if (!str_equals(part->address, path))
			continue;
		here = place_here(join, k ? part->id : STR(""), place);
		return here.len ? here
				: ARENA_JOIN(&join->arena, STR("#"), part->id);
	}
	return href;
}

static struct str place_here(struct join *join, struct str before,
			     struct str place)
{
	struct str link = before.len
				  ? ARENA_JOIN(&join->arena, STR("#"), before,
					       STR("--"), place)
				  : ARENA_JOIN(&join->arena, STR("#"), place);
	struct str id = address_decode(str_from_byte(link, 1), &join->arena);

	return place.len && has_id(join, id) ? link : STR("");
}

static bool has_id(const struct join *join, struct str id)
{
	return join->id_count &&
	       bsearch(&id, join->ids, join->id_count, sizeof(id), compare_ids);
}

static int compare_ids(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}
