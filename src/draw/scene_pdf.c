#include "draw/scene_pdf.h"

#include <math.h>

#include <cairo-pdf.h>

#include "draw/scene_draw.h"

static const double POINTS = 72.0 / 96.0; /* in a CSS pixel */

/* In points; 0: as large as the scene. */
struct page_size {
	double width, height;
};

static cairo_status_t draw_page(const struct scene *scene,
				const struct palette *palette,
				struct page_size page, struct str date,
				bool tagged, struct buf *to);
static cairo_status_t append(void *to, const unsigned char *bytes,
			     unsigned len);
static void describe(cairo_surface_t *surface, const struct scene *scene,
		     struct str date);

/*
 * Cairo 1.16 loses the beginning of a tag where something covers the whole
 * page after it, and refuses the page at its end: it is drawn without tags,
 * and the build says so.
 */
bool scene_pdf(struct diags *diags, const char *path, const struct scene *scene,
	       const struct palette *palette, double width, double height,
	       struct str date, struct buf *to)
{
	struct page_size page = { width, height };
	size_t start = to->len;
	cairo_status_t status = draw_page(scene, palette, page, date, true, to);

	if (status == CAIRO_STATUS_TAG_ERROR) {
		to->len = start;
		diag_warning(diags, (struct place){ 0 },
			     "the picture %s has no tags, as something in it "
			     "covers the whole page",
			     path);
		status = draw_page(scene, palette, page, date, false, to);
	}
	return scene_drawn(diags, path, (int)status);
}

static cairo_status_t draw_page(const struct scene *scene,
				const struct palette *palette,
				struct page_size page, struct str date,
				bool tagged, struct buf *to)
{
	size_t start = to->len;
	double own_width = (scene->width + 2 * scene->margin) * POINTS;
	double own_height = (scene->height + 2 * scene->margin) * POINTS;
	double page_width = page.width > 0 ? page.width : own_width;
	double page_height = page.height > 0 ? page.height : own_height;
	double scale = fmin(page_width / own_width, page_height / own_height);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		append, to, page_width, page_height);
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;

	/* Each release of cairo has another default. */
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
	describe(surface, scene, date);
	cairo_translate(cr, (page_width - own_width * scale) / 2,
			(page_height - own_height * scale) / 2);
	cairo_scale(cr, scale * POINTS, scale * POINTS);
	if (tagged)
		scene_draw_tagged(cr, scene, &palette->light);
	else
		scene_draw(cr, scene, &palette->light);
	cairo_show_page(cr);
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		pdf_amend(to, start, scene->language,
			  scene->bleed * scale * POINTS);
	return status;
}

static cairo_status_t append(void *to, const unsigned char *bytes, unsigned len)
{
	buf_raw(to, (struct str){ (const char *)bytes, len });
	return CAIRO_STATUS_SUCCESS;
}

/* Cairo would note the time of the day. */
static void describe(cairo_surface_t *surface, const struct scene *scene,
		     struct str date)
{
	struct buf text = { 0 };

	buf_raw(&text, scene->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
				       buf_str(&text).ptr);
	buf_reset(&text);
	buf_raw(&text, scene->description);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
				       buf_str(&text).ptr);
	buf_reset(&text);
	buf_raw(&text, date.len ? date : STR("1970-01-01"));
	buf_text(&text, "T00:00:00Z");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
				       text.ptr);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
				       "Paragone");
	buf_release(&text);
}
