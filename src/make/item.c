#include "make/item.h"

#include <assert.h>

#include "base/file.h"
#include "draw/fonts.h"
#include "draw/scene_hash.h"
#include "draw/scene_pdf.h"
#include "draw/scene_png.h"
#include "draw/scene_svg.h"
#include "make/svg_clean.h"
#include "view/value.h"
#include "write/twin.h"

static bool read_file(struct diags *diags, const struct item *item,
		      struct str *bytes, struct arena *arena);

/* A new number makes all pictures anew. */
bool item_key(const struct item *item, struct hash *key)
{
	switch (item->kind) {
	case ITEM_PNG:
		*key = scene_hash(item->scene, item->palette, "png 2", 1);
		return true;
	case ITEM_PDF:
		*key = scene_hash(item->scene, item->palette, "pdf 2", 1);
		return true;
	case ITEM_TWIN:
		*key = twin_key(item->twin, item->bytes);
		return true;
	default:
		return false;
	}
}

bool item_make(const struct item *item, const struct workshop *w,
	       struct diags *diags, struct arena *arena, struct buf *buf,
	       struct str *bytes)
{
	const char *name = arena_str(arena, item->path).ptr;
	struct page page;
	double bleed;
	bool ok = true;

	assert(item->kind != ITEM_TWIN || item->bytes.ptr != buf->ptr);
	buf_reset(buf);
	switch (item->kind) {
	case ITEM_PAGE:
		ok = workshop_render(w, diags, item->page, arena, buf);
		break;
	case ITEM_REDIRECT:
		page = redirect_page(&w->frame, item->redirect, arena);
		ok = workshop_render(w, diags, &page, arena, buf);
		break;
	case ITEM_SVG:
		scene_svg_file(item->scene, item->palette, buf);
		break;
	case ITEM_PNG:
		ok = scene_png(diags, name, item->scene, item->palette, 1, buf);
		break;
	case ITEM_PDF:
		bleed = item->scene->bleed > 0 ? 2 * PDF_BLEED : 0;
		ok = scene_pdf(diags, name, item->scene, item->palette,
			       PDF_A3_WIDTH + bleed, PDF_A3_HEIGHT + bleed,
			       item->date, buf);
		break;
	case ITEM_JSON:
		value_to_json(item->value, buf);
		break;
	case ITEM_HOST:
		host_put(item->hosting, item->host_file, buf);
		break;
	case ITEM_TWIN:
		ok = twin_make(item->twin, item->bytes, buf);
		break;
	case ITEM_BYTES:
	case ITEM_MARKDOWN:
		*bytes = item->bytes;
		return true;
	case ITEM_FILE:
		return read_file(diags, item, bytes, arena);
	case ITEM_SAFE:
		return read_file(diags, item, bytes, arena) &&
		       svg_check(diags, item->file, *bytes);
	case ITEM_CLEAN:
		ok = read_file(diags, item, bytes, arena) &&
		     svg_clean(diags, item->file, *bytes, buf);
		break;
	}
	*bytes = buf_str(buf);
	return ok && !fonts_failed(diags);
}

static bool read_file(struct diags *diags, const struct item *item,
		      struct str *bytes, struct arena *arena)
{
	return file_read(item->file, bytes, arena) ||
	       diag_unread(diags, item->file);
}
