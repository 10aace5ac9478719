#include <stdlib.h>
#include <string.h>

#include "draw/scene_pdf.h"

/* An object of the file: its number, and its text from "<<" on. */
struct object {
	size_t number;
	struct str body;
};

static bool find_object(struct str pdf, const char *type,
			struct object *object);
static size_t number_after(struct str text, const char *word);
static void put_language(struct str language, struct buf *to);
static void put_boxes(struct str page, double bleed, struct buf *to);
static void put_box(const char *name, const double *box, double inset,
		    struct buf *to);
static bool read_box(struct str page, double *box);
static void put_entry(size_t number, size_t at, struct buf *to);

void pdf_amend(struct buf *pdf, size_t start, struct str language, double bleed)
{
	struct arena arena = { 0 };
	struct str text = arena_str(&arena, str_from_byte(buf_str(pdf), start));
	size_t tail = str_find_str(text, STR("\ntrailer\n<<"));
	struct str trailer = str_from_byte(text, tail);
	struct object catalog, page;
	size_t at[2], table;

	if (find_object(text, "/Type /Catalog", &catalog) &&
	    find_object(text, "/Type /Page ", &page) && trailer.len) {
		at[0] = pdf->len - start;
		buf_printf(pdf, "%zu 0 obj\n<<", catalog.number);
		put_language(language, pdf);
		buf_raw(pdf, str_from_byte(catalog.body, 2));
		at[1] = pdf->len - start;
		buf_printf(pdf, "%zu 0 obj\n<<", page.number);
		if (bleed > 0)
			put_boxes(page.body, bleed, pdf);
		buf_raw(pdf, str_from_byte(page.body, 2));
		table = pdf->len - start;
		buf_text(pdf, "xref\n");
		put_entry(page.number, at[1], pdf);
		put_entry(catalog.number, at[0], pdf);
		buf_printf(pdf,
			   "trailer\n<< /Size %zu\n   /Root %zu 0 R\n"
			   "   /Info %zu 0 R\n   /Prev %zu\n>>\n"
			   "startxref\n%zu\n%%%%EOF\n",
			   number_after(trailer, "/Size "), catalog.number,
			   number_after(trailer, "/Info "),
			   number_after(trailer, "startxref\n"), table);
	}
	arena_release(&arena);
}

/* By what its dictionary says; up to and with "endobj". */
static bool find_object(struct str pdf, const char *type, struct object *object)
{
	size_t at = str_find_str(pdf, str_from(type)), line, end;
	struct str rest;

	if (at == pdf.len)
		return false;
	while (at && pdf.ptr[at] != '<')
		at--;
	at--; /* the first of the two */
	line = at - 1;
	while (line && pdf.ptr[line - 1] != '\n')
		line--;
	rest = str_from_byte(pdf, at);
	end = str_find_str(rest, STR("endobj\n"));
	object->number = (size_t)strtoul(pdf.ptr + line, NULL, 10);
	object->body = str_slice(rest, 0, end + 7);
	return object->number > 0 && end < rest.len;
}

static size_t number_after(struct str text, const char *word)
{
	size_t at = str_find_str(text, str_from(word));

	return at == text.len ? 0
			      : (size_t)strtoul(text.ptr + at + strlen(word),
						NULL, 10);
}

static void put_language(struct str language, struct buf *to)
{
	buf_text(to, " /ViewerPreferences << /DisplayDocTitle true >>\n");
	if (!language.len)
		return;
	buf_text(to, "   /Lang (");
	for (size_t i = 0; i < language.len; i++)
		if (!strchr("()\\", language.ptr[i]))
			buf_char(to, language.ptr[i]);
	buf_text(to, ")\n  ");
}

/* Whoever looks at it sees what is left when it is cut. */
static void put_boxes(struct str page, double bleed, struct buf *to)
{
	double box[4];

	if (!read_box(page, box))
		return;
	put_box("TrimBox", box, bleed, to);
	put_box("CropBox", box, bleed, to);
	put_box("BleedBox", box, 0, to);
}

static void put_box(const char *name, const double *box, double inset,
		    struct buf *to)
{
	buf_printf(to, " /%s [ %.3f %.3f %.3f %.3f ]\n  ", name, box[0] + inset,
		   box[1] + inset, box[2] - inset, box[3] - inset);
}

static bool read_box(struct str page, double *box)
{
	static const char NAME[] = "/MediaBox [";
	size_t at = str_find_str(page, STR("/MediaBox ["));
	const char *from = page.ptr + at + sizeof(NAME) - 1;
	char *end;

	for (int i = 0; at < page.len && i < 4; i++, from = end)
		box[i] = strtod(from, &end);
	return at < page.len;
}

static void put_entry(size_t number, size_t at, struct buf *to)
{
	buf_printf(to, "%zu 1\n%010zu 00000 n \n", number, at);
}
