#include "make/lister.h"

#include <assert.h>

#include "base/file.h"
#include "make/svg_clean.h"

static struct str path_in_site(const struct lister *l, struct str path);

/* Parts come in one order for all, so that what is claimed lies ahead. */
bool lister_takes(const struct lister *l)
{
	struct portion *portion = l->portion;

	if (!portion)
		return true;
	if (portion->at++ != portion->mine)
		return false;
	portion->mine = atomic_fetch_add(portion->claimed, 1);
	return true;
}

bool lister_put(const struct lister *l, struct item item)
{
	assert(item.path.len && item.path.ptr[0] != '/');
	if (!lister_wants(l, item.path))
		return true;
	if (!item.origin.len)
		item.origin = l->origin;
	item.w = l->w;
	item.path = path_in_site(l, item.path);
	return l->catalog->visit(l->catalog->context, &item);
}

/* An edition is a folder of the site. */
static struct str path_in_site(const struct lister *l, struct str path)
{
	return l->w->prefix.len ? ARENA_JOIN(l->arena, l->w->prefix, path)
				: path;
}

bool lister_leaves(const struct lister *l, struct str path, bool *ok)
{
	if (shard_has(l->w->order->shard, path_in_site(l, path)))
		return false;
	*ok &= lister_put(l, (struct item){ .kind = ITEM_PAGE, .path = path });
	return true;
}

bool lister_page(const struct lister *l, const struct page *page)
{
	bool ok = lister_put(l, (struct item){ .kind = ITEM_PAGE,
					       .path = str_from(page->path),
					       .page = page });

	arena_reset(l->page);
	return ok;
}

bool lister_bytes(const struct lister *l, struct str path, struct str bytes)
{
	return lister_put(l, (struct item){ .kind = ITEM_BYTES,
					    .path = path,
					    .bytes = bytes });
}

bool lister_linked(const struct lister *l, const struct str *files,
		   size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++) {
		const char *file = path_join(l->w->site.dir, files[i], l->page);

		ok &= lister_put(l,
				 (struct item){ .kind = svg_is_named(files[i])
								? ITEM_CLEAN
								: ITEM_FILE,
						.path = files[i],
						.origin = str_from(file),
						.is_spare = true,
						.file = file });
		arena_reset(l->page);
	}
	return ok;
}

bool lister_wants(const struct lister *l, struct str path)
{
	return !l->catalog->only.len || str_equals(l->catalog->only, path);
}

bool lister_may_want(const struct lister *l, const char *ending)
{
	return !l->catalog->only.len || str_ends(l->catalog->only, ending);
}
