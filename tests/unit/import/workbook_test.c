/*
 * Workbooks as no program of offices writes them, but as the formats allow:
 * the parts are written here, and packed by libzip.
 */
#include "import/table_book.h"

#include <zip.h>

#include "base/buf.h"
#include "read/folder.h"

/* A file that is packed: its name, and what it says. */
struct packed {
	const char *name, *text;
};

enum { NONE = 99 };

/* One of them may be locked with a password. */
static void pack(const char *path, const struct packed *parts, size_t count,
		 size_t locked)
{
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	assert_non_null(zip);
	for (size_t i = 0; i < count; i++) {
		zip_source_t *source = zip_source_buffer(
			zip, parts[i].text, strlen(parts[i].text), 0);

		assert_int_equal(zip_file_add(zip, parts[i].name, source, 0),
				 i);
		if (i == locked)
			assert_int_equal(zip_file_set_encryption(
						 zip, i, ZIP_EM_AES_128, "x"),
					 0);
	}
	assert_int_equal(zip_close(zip), 0);
}

/* "name" above the rows, each with its number; copies of a cell as "^". */
static void put_grid(const struct grid *grid, struct buf *to)
{
	buf_printf(to, "%.*s\n", STR_ARG(grid->name));
	for (size_t i = 0; i < grid->row_count; i++) {
		buf_printf(to, "%u:", grid->lines[i]);
		for (size_t k = 0; k < grid->column_count; k++) {
			const struct cell *cell = grid_cell(grid, i, k);

			buf_printf(to, "%s%s%.*s", k ? "|" : " ",
				   cell->is_copy ? "^" : "",
				   STR_ARG(cell->text));
			if (cell->unit.len)
				buf_printf(to, " <%.*s>", STR_ARG(cell->unit));
			if (cell->note.len)
				buf_printf(to, " {%.*s}", STR_ARG(cell->note));
		}
		buf_char(to, '\n');
	}
}

/* What is read of it: the grids, the remarks, what was told. */
static struct str book_of(const char *path, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct buf text = { 0 };
	struct workbook book;
	struct str all;
	bool ok = workbook_read(diags, path, &book, arena);

	assert_int_equal(ok, diags_error_count(diags) == 0);
	for (size_t g = 0; ok && g < book.grid_count; g++)
		put_grid(&book.grids[g], &text);
	if (ok)
		lines_write(&book.remarks, "- ", &text);
	buf_raw(&text, printed(diags, arena));
	all = arena_str(arena, buf_str(&text));
	buf_release(&text);
	diags_free(diags);
	return all;
}

static struct str packed_book(const char *path, const struct packed *parts,
			      size_t count, size_t locked, struct arena *arena)
{
	struct str text;

	folder_enter();
	pack(path, parts, count, locked);
	text = book_of(path, arena);
	folder_leave();
	return text;
}

/* Versions of clang-format set braces in macros differently. */
/* clang-format off */
#define LIST(sheets) { "xl/workbook.xml", "<workbook>" sheets "</workbook>" }
#define SHEET_A "<sheet name='A' r:id='r1' xmlns:r='r'/>"
#define RELATED(targets) { "xl/_rels/workbook.xml.rels", \
			   "<Relationships>" targets "</Relationships>" }
#define WORKSHEET(id, target) \
	"<Relationship Id='" id "' Type='x/worksheet' Target='" target "'/>"
#define CELLS(rows) { "xl/s1.xml", "<worksheet><sheetData>" rows \
				   "</sheetData></worksheet>" }
/* clang-format on */
#define BOOK(path, ...)                                              \
	packed_book(path, (const struct packed[]){ __VA_ARGS__ },    \
		    sizeof((const struct packed[]){ __VA_ARGS__ }) / \
			    sizeof(struct packed),                   \
		    NONE, *state)

static void cells_of_xlsx_stand_where_they_say_or_next(void **state)
{
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "/xl/s1.xml")),
			CELLS("<row><c><v>1</v></c><c><v>2</v></c></row>"
			      "<row r='x'><c r='B'><v>3</v></c></row>"
			      "<row r='5'><c r='$C$5'><v>4</v></c>"
			      "<c><v>5</v></c><c r='A0'/>"
			      "<c r='c6'><v>6</v></c></row>"
			      "<row r='0'><c r='1'><f>1+<!-- x -->1</f>"
			      "<v>7</v></c><c><f/><v/></c>"
			      "<c r='G7'><is><t>a</t><rPh><t>x</t></rPh>"
			      "<r><t><![CDATA[<b>]]></t></r></is></c></row>")),
		   "A\n"
		   "1: 1|2|||\n"
		   "2: 3||||\n"
		   "5: ||4|5|\n"
		   "6: 7||6||\n"
		   "7: ||||a<b>\n"
		   "a.xlsx: warning: the sheet \"A\" has 1 formula without its "
		   "value: the cell B6 is empty here\n"
		   "  hint: open and save it in a spreadsheet program, and "
		   "import it again\n");
}

static void a_cell_of_xlsx_is_what_its_type_and_style_say(void **state)
{
	struct str told =
		BOOK("a.xlsm", LIST("<workbookPr date1904='true'/>" SHEET_A),
		     RELATED(WORKSHEET("r1", "s1.xml")),
		     { "xl/sharedStrings.xml",
		       "<sst><si><t>one</t></si><si/><x/><si><r><t>t</t></r>"
		       "<phoneticPr/><rPh><t>no</t></rPh><r><t>wo</t></r></si>"
		       "</sst>" },
		     { "xl/styles.xml",
		       "<styleSheet><numFmts><numFmt numFmtId='200' "
		       "formatCode='0.0\"€\"'/><numFmt numFmtId='x' "
		       "formatCode='0'/><numFmt numFmtId='70000' "
		       "formatCode='0'/></numFmts><cellStyleXfs><xf "
		       "numFmtId='14'/></cellStyleXfs><cellXfs><xf/><xf "
		       "numFmtId='200'/><xf numFmtId='14'/><xf numFmtId='9'/>"
		       "<xf numFmtId='99999'/></cellXfs><dxfs><xf "
		       "numFmtId='9'/></dxfs></styleSheet>" },
		     CELLS("<row><c t='s'><v>0</v></c><c t='s'><v>2</v></c>"
			   "<c t='s'><v>9</v></c><c t='s'><v>x</v></c></row>"
			   "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c>"
			   "<c t='d'><v>2026-11-21T10:00:00</v></c>"
			   "<c t='n'><v>1.50</v></c></row>"
			   "<row><c s='1'><v>2.5</v></c><c s='2'><v>1</v></c>"
			   "<c s='3'><v>0.25</v></c><c s='4'><v>3</v></c></row>"
			   "<row><c s='77'><v>4</v></c><c t='e'><v>#N/A</v></c>"
			   "<c t='str'><v>5</v></c><c><v>x y</v></c></row>"));

	assert_str(told, "A\n"
			 "1: one|two||\n"
			 "2: TRUE|FALSE|2026-11-21|1.5\n"
			 "3: 2.5 € <€>|1904-01-02|25 % <%>|3\n"
			 "4: 4|#N/A|5|x y\n");
}

static void what_xlsx_hides_is_left_out_and_told(void **state)
{
	assert_str(
		BOOK("a.xlsx",
		     LIST(SHEET_A "<sheet name='B' state='hidden' id='r2'/>"
				  "<sheet name='C' state='veryHidden'/>"
				  "<sheet name='D' id='none'/>"
				  "<sheet name='E' id='r3'/>"),
		     RELATED(WORKSHEET(
			     "r1",
			     "s1.xml") "<Relationship "
				       "Id='r3' Type='x/chartsheet' Target='s1.xml'/>"),
		     { "xl/s1.xml",
		       "<worksheet><cols><col min='2' max='2' hidden='1'/>"
		       "<col min='9' max='99999999' hidden='true'/>"
		       "<col min='0' max='3' hidden='1'/>"
		       "<col max='3' hidden='1'/><col min='1' hidden='1'/>"
		       "<col min='1' max='1' hidden='0'/></cols>"
		       "<row r='1'><c><v>1</v></c><c><v>2</v></c></row>"
		       "<row r='2' hidden='true'><c><v>3</v></c></row>"
		       "<row hidden='1'><c><v>4</v></c></row></worksheet>" }),
		"A\n"
		"1: 1\n"
		"3: 4\n"
		"- the sheet \"A\" hides 2 cells, which are left out: \"2\" "
		"in row 1 and others; show the rows or columns and import it "
		"again to have them\n"
		"- the sheet \"B\" is hidden, and left out; show it and "
		"import it again to have it\n"
		"- the sheet \"C\" is hidden, and left out; show it and "
		"import it again to have it\n");
}

static void merged_cells_and_comments_of_xlsx_are_read(void **state)
{
	assert_str(
		BOOK("a.xlsx", LIST(SHEET_A),
		     RELATED(WORKSHEET("r1", "x/../s1.xml")),
		     { "xl/s1.xml",
		       "<worksheet><row><c><v>1</v></c><c/><c><v>2</v></c></row>"
		       "<row><c/><c><v>3</v></c><c/></row>"
		       "<mergeCells><mergeCell ref='A1:B2'/><mergeCell "
		       "ref='C1'/><mergeCell ref='x:C2'/><mergeCell "
		       "ref='C1:x'/><mergeCell ref='Z1:Z9'/><mergeCell "
		       "ref='C1:C9'/></mergeCells></worksheet>" },
		     { "xl/_rels/s1.xml.rels",
		       "<Relationships><Relationship Type='x/drawing' "
		       "Target='no.xml'/><Relationship Type='x/comments' "
		       "Target='notes.xml'/></Relationships>" },
		     { "xl/notes.xml",
		       "<comments><comment ref='C1'><text><t>why</t></text>"
		       "</comment><comment ref='D9'><text><t>lost</t></text>"
		       "</comment><comment ref='?'><text><t>what</t></text>"
		       "</comment><comment ref='E9'/></comments>" }),
		"A\n"
		"1: 1|^1|2 {why}\n"
		"2: ^1|3|^2\n"
		"- the comment at D9 of the sheet \"A\", where nothing stands: "
		"lost\n"
		"- the comment at ? of the sheet \"A\", where nothing stands: "
		"what\n");
}

#define UNSOUND(part) \
	"a.xlsx: error: the workbook's part \"" part "\" is no sound XML\n"
#define UNREADABLE(part)                                                   \
	"a.xlsx: error: the workbook's part \"" part "\" cannot be read: " \
	"No such file\n"

static void a_damaged_part_of_xlsx_is_named(void **state)
{
	assert_str(BOOK("a.xlsx", { "xl/x", "" }),
		   "a.xlsx: error: there is no \"xl/workbook.xml\" in it: this "
		   "is no .xlsx file\n");
	assert_str(BOOK("a.xlsx", LIST("<a>")), UNSOUND("xl/workbook.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A), RELATED("<a>")),
		   UNSOUND("xl/_rels/workbook.xml.rels"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			{ "xl/sharedStrings.xml", "<si>a</sst>" }),
		   UNSOUND("xl/sharedStrings.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A), { "xl/styles.xml", "" }),
		   UNSOUND("xl/styles.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "no.xml"))),
		   UNREADABLE("xl/no.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "../../up.xml"))),
		   UNREADABLE(""));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "s1.xml")),
			CELLS("<row><c><v>1</c></row>")),
		   UNSOUND("xl/s1.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "s1.xml")), CELLS(""),
			{ "xl/_rels/s1.xml.rels",
			  "<r><Relationship Type='/comments' "
			  "Target='no.xml'/></r>" }),
		   UNREADABLE("xl/no.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "s1.xml")), CELLS(""),
			{ "xl/_rels/s1.xml.rels",
			  "<r><Relationship Type='/comments' "
			  "Target='n.xml'/></r>" },
			{ "xl/n.xml", "<comments>" }),
		   UNSOUND("xl/n.xml"));
	assert_str(BOOK("a.xlsx", LIST(SHEET_A),
			RELATED(WORKSHEET("r1", "s1.xml")), CELLS(""),
			{ "xl/_rels/s1.xml.rels", "<r>" }),
		   UNSOUND("xl/_rels/s1.xml.rels"));
	assert_str(BOOK("a.xlsx", { "xl/workbook.xml", "<!DOCTYPE a><a></a>" }),
		   "a.xlsx: error: the workbook's part \"xl/workbook.xml\" has "
		   "a document type, which no workbook needs\n");
}

static void a_part_with_a_password_is_named(void **state)
{
	static const struct packed PARTS[] = {
		LIST(SHEET_A),
		RELATED(WORKSHEET("r1", "s1.xml")),
		{ "xl/sharedStrings.xml", "<sst/>" },
		{ "xl/styles.xml", "<styles/>" },
		CELLS(""),
		{ "xl/_rels/s1.xml.rels",
		  "<r><Relationship Type='/comments' Target='n.xml'/></r>" },
		{ "xl/n.xml", "<comments/>" },
	};
	enum { COUNT = sizeof(PARTS) / sizeof(*PARTS) };

	for (size_t i = 0; i < COUNT; i++)
		assert_str(packed_book("a.xlsx", PARTS, COUNT, i, *state),
			   arena_printf(*state,
					"a.xlsx: error: the workbook's part "
					"\"%s\" cannot be read: No password "
					"provided\n",
					PARTS[i].name)
				   .ptr);
	assert_str(
		packed_book("a.ods", &(struct packed){ "content.xml", "<c/>" },
			    1, 0, *state),
		"a.ods: error: the workbook's part \"content.xml\" cannot be "
		"read: No password provided\n");
}

static void what_leads_out_of_an_archive_is_refused(void **state)
{
	static const char *const NAMES[] = { "/etc/x", "a\\b", "a/../../b",
					     ".." };

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++) {
		struct str told =
			BOOK("a.xlsx", { "xl/x", "" }, { NAMES[i], "" });

		assert_str(told,
			   arena_printf(*state,
					"a.xlsx: error: the workbook holds a "
					"file \"%s\", whose name leads out of "
					"it\n",
					NAMES[i])
				   .ptr);
	}
}

static void what_is_no_archive_is_no_workbook(void **state)
{
	folder_enter();
	folder_put("a.ods", "PK");
	assert_str(
		book_of("a.ods", *state),
		"a.ods: error: this is no workbook, or a damaged one\n"
		"  hint: save it anew as .xlsx, .ods or CSV UTF-8, without a "
		"password\n");
	assert_str(book_of("b.xlsx", *state),
		   "b.xlsx: error: there is no such file\n");
	folder_leave();
	assert_false(workbook_is_known("a"));
	assert_false(workbook_is_known("csv"));
	assert_false(workbook_is_known("a.doc"));
	assert_true(workbook_is_known("a.b.TSV"));
}

#define ODS(text) BOOK("a.ods", { "content.xml", "<c>" text "</c>" })
#define TEXT_CELL(text) \
	"<table-cell value-type='string'><p>" text "</p></table-cell>"
#define FLOAT(value) "<table-cell value-type='float' value='" value "'/>"

static void cells_of_ods_are_what_their_type_says(void **state)
{
	assert_str(
		ODS("<table name='A'><table-column/><shapes><p>no</p></shapes>"
		    "<forms/><table-row>"
		    "<table-cell value-type='boolean' boolean-value='true'/>"
		    "<table-cell value-type='boolean' boolean-value='x'/>"
		    "<table-cell value-type='date' date-value='2026-11-21T10'/>"
		    "<table-cell value-type='percentage' value='0.5'/>"
		    "<table-cell value-type='currency' value='3' "
		    "currency='EUR'/></table-row><table-row>" FLOAT("1.5") FLOAT("x") TEXT_CELL(
			    "a<s/>b<tab/>c") "<table-cell><annotation><creator>Ann</creator><p>why</p>"
					     "</annotation><p>d<line-break/>e</p><p/><p>f</p><x/>"
					     "</table-cell>"
					     "<table-cell value-type='float' value='0'><p>#N/A</p>"
					     "</table-cell></table-row><table-row/></table>"),
		"A\n"
		"1: TRUE|FALSE|2026-11-21|50 % <%>|3 EUR <EUR>\n"
		"2: 1.5||a b c|d e f {why}|#N/A\n");
}

static void ods_repeats_covers_and_hides(void **state)
{
	assert_str(
		ODS("<style name='s1'><table-properties display='true'/>"
		    "</style><style name='s2'><table-properties "
		    "display='false'/></style>"
		    "<table name='A' style-name='s1'>"
		    "<table-column number-columns-repeated='2'/>"
		    "<table-column visibility='collapse'/>"
		    "<table-row number-rows-repeated='2'>" FLOAT(
			    "1") "<table-cell number-columns-repeated='2' "
				 "value-type='float' value='2'/></table-row>"
				 "<table-row visibility='filter'>" FLOAT(
					 "7") "</table-row>"
					      "<table-row number-rows-repeated='2'/>"
					      "<table-row><table-cell number-rows-spanned='2' "
					      "number-columns-spanned='2'><p>m</p></table-cell>"
					      "<covered-table-cell><p>c</p></covered-table-cell>"
					      "</table-row><table-row><covered-table-cell "
					      "number-columns-repeated='-3'/>" FLOAT(
						      "9") "</table-row>"
							   "</table>"
							   "<table name='B' style-name='s2'><table-row>" FLOAT(
								   "1") "</table-row></table><table name='C'/>"),
		"A\n"
		"1: 1|2\n"
		"2: 1|2\n"
		"6: m|^m\n"
		"7: ^m|9\n"
		"- the sheet \"A\" hides 3 cells, which are left out: \"2\" in "
		"row 1 and others; show the rows or columns and import it again "
		"to have them\n"
		"- the sheet \"B\" is hidden, and left out; show it and import "
		"it again to have it\n");
}

static void a_damaged_ods_is_told(void **state)
{
	assert_str(
		BOOK("a.ods", { "x", "" }),
		"a.ods: error: there is no \"content.xml\" in it: this is no "
		".ods file\n");
	assert_str(ODS("<table><table-row><table-cell><p>"),
		   "a.ods: error: the workbook's part \"content.xml\" is no "
		   "sound XML\n");
	assert_str(ODS("<table name='A'><table-row number-rows-repeated="
		       "'99999999'>" FLOAT("1") "</table-row></table>"),
		   "a.ods: error: the sheet \"A\" has more cells than can be "
		   "read\n  hint: import a part of it\n");
	assert_str(ODS("<table name='A'><table-row><table-cell "
		       "number-columns-repeated='99999999'><p>1</p>"
		       "</table-cell></table-row></table>"),
		   "a.ods: error: the sheet \"A\" has more cells than can be "
		   "read\n  hint: import a part of it\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(cells_of_xlsx_stand_where_they_say_or_next),
		TEST(a_cell_of_xlsx_is_what_its_type_and_style_say),
		TEST(what_xlsx_hides_is_left_out_and_told),
		TEST(merged_cells_and_comments_of_xlsx_are_read),
		TEST(a_damaged_part_of_xlsx_is_named),
		TEST(a_part_with_a_password_is_named),
		TEST(what_leads_out_of_an_archive_is_refused),
		TEST(what_is_no_archive_is_no_workbook),
		TEST(cells_of_ods_are_what_their_type_says),
		TEST(ods_repeats_covers_and_hides),
		TEST(a_damaged_ods_is_told),
	};

	return RUN(tests);
}
