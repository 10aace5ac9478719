#include "import/table_value.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/rating.h"
#include "import/sentence.h"
#include "import/table_words.h"
#include "read/lexical.h"
#include "read/number.h"

enum {
	UNIT_LONGEST = 16,
	STARS_MOST = 10,
	MARK_LONG = 4, /* "[12]" from its bracket */
	HUNDREDS = 100,
};

/* What a remark counts, and the first of it. */
struct seen {
	struct str text;
	double number; /* that it is taken for */
	unsigned line;
	size_t count;
};

static void remark_fault(struct workbook *book, const struct seen *seen);
static void remark_nothing(struct workbook *book, const struct seen *seen);
static void say_either(struct workbook *book, const struct seen *seen,
		       bool sure);
static char *decimals_of(struct workbook *book, const struct grid *grid,
			 bool *sure);
static char decimal_of(const struct grid *grid, bool *sure);
static struct str digits_of(struct str text, size_t *from);
static bool is_ambiguous(struct str text);
static void note_seen(struct seen *seen, const struct grid *grid, size_t row,
		      const struct cell *cell);
static size_t mark_of(struct str text);
static size_t words_behind(struct str text);
static void read_signs(struct workbook *book, struct grid *grid);
static bool is_signed(const struct grid *grid, size_t row, const bool *better);
static bool has_signs(const struct grid *grid);
static bool sign_read(struct str text, double *number);
static void read_value(struct cell *cell, char decimal, struct arena *arena);
static bool read_asterisks(struct cell *cell);
static bool read_half(struct cell *cell);
static bool read_amount(struct cell *cell, char decimal, struct arena *arena);
static bool read_number(struct str text, char decimal, double *number);
static bool is_unit(struct str text, bool parted);

void table_values_read(struct workbook *book, struct grid *grid)
{
	bool sure = false;
	char *decimals = decimals_of(book, grid, &sure);
	struct seen nothing = { 0 }, fault = { 0 }, either = { 0 };

	for (size_t i = 0; i < grid->row_count; i++)
		for (size_t k = 0; k < grid->column_count; k++) {
			struct cell *cell = grid_cell(grid, i, k);
			struct str text = cell->text;

			/* The files of workbooks tell the kind of most. */
			if (cell->kind == CELL_EMPTY && text.len)
				table_value_read(cell, decimals[k],
						 book->arena);
			if (!text.len || cell->is_copy)
				continue;
			if (words_are_fault(text))
				note_seen(&fault, grid, i, cell);
			else if (cell->kind == CELL_EMPTY)
				note_seen(&nothing, grid, i, cell);
			else if (grid->delimiter && cell->kind == CELL_NUMBER &&
				 is_ambiguous(text))
				note_seen(&either, grid, i, cell);
		}
	grid->has_signs = has_signs(grid);
	if (grid->has_signs)
		read_signs(book, grid);
	remark_fault(book, &fault);
	remark_nothing(book, &nothing);
	say_either(book, &either, sure);
}

/*
 * Pugh's matrix.  "-" is worse beside a "+" or "S"
 * of its row, or where other cells of the row are none; else it is nothing.
 */
static void read_signs(struct workbook *book, struct grid *grid)
{
	bool *better = arena_array(book->arena, bool, grid->column_count);
	size_t count = grid->row_count * grid->column_count;
	double number;

	for (size_t n = grid->column_count; n < count; n++)
		better[n % grid->column_count] |=
			sign_read(grid->cells[n].text, &number) && number >= 0;
	for (size_t n = grid->column_count; n < count; n++) {
		struct cell *cell = &grid->cells[n];

		if (sign_read(cell->text, &number) &&
		    (number >= 0 ||
		     is_signed(grid, n / grid->column_count, better))) {
			cell->kind = CELL_NUMBER;
			cell->number = number;
		}
	}
	workbook_todo(book, "\"+\", \"S\" and \"-\" are taken for the scores "
			    "1, 0 and -1");
}

static bool is_signed(const struct grid *grid, size_t row, const bool *better)
{
	bool none = true;
	double number;

	for (size_t k = 1; k < grid->column_count; k++) {
		struct str text = grid_cell(grid, row, k)->text;
		bool is = sign_read(text, &number);

		if (is && number >= 0)
			return true;
		none &= is || !text.len || !better[k];
	}
	return none;
}

/* Whether two rows and two columns have a "+". */
static bool has_signs(const struct grid *grid)
{
	size_t count = grid->row_count * grid->column_count, first = count;
	bool rows = false, columns = false;
	double number;

	for (size_t n = 0; n < count; n++) {
		if (!sign_read(grid->cells[n].text, &number) || number <= 0)
			continue;
		if (first == count)
			first = n;
		rows |= n / grid->column_count > first / grid->column_count;
		columns |= n % grid->column_count != first % grid->column_count;
	}
	return rows && columns;
}

/* "++", "−", "S" */
static bool sign_read(struct str text, double *number)
{
	double sign = str_starts(text, "+") ? 1 : -1;
	const char *signs = sign > 0 ? "+" : "-|−|–";
	size_t len;

	*number = 0;
	if (wording_is_any(text, "s|o|○|=|±"))
		return text.len > 0;
	for (; (len = wording_starts_any(text, signs)); *number += sign)
		text = str_from_byte(text, len);
	return !text.len && fabs(*number) > 0;
}

/*
 * The mark before decimals in each column.  Beside 999 € nobody gives a price
 * of 1.299 € to the thousandth: there it is for thousands, whichever it is.
 */
static char *decimals_of(struct workbook *book, const struct grid *grid,
			 bool *sure)
{
	char *decimals = arena_array(book->arena, char, grid->column_count + 1);
	char most = decimal_of(grid, sure);

	for (size_t k = 0; k < grid->column_count; k++) {
		size_t hundreds = 0, money = 0, either = 0;

		for (size_t i = 0; grid->delimiter && i < grid->row_count;
		     i++) {
			struct str text = grid_cell(grid, i, k)->text, sign;
			size_t from, open = str_find(text, '(') + 1;
			struct str digits = digits_of(text, &from);
			double number;

			sign = digits.len ? str_trim(str_from_byte(
						    text, from + digits.len))
					  : str_from_byte(text, open);
			money += from > 0 || words_money(sign) > 0;
			either += is_ambiguous(text);
			hundreds += str_to_number(digits, &number) &&
				    number >= HUNDREDS && !is_ambiguous(text);
		}
		decimals[k] = money && hundreds && either ? ' ' : most;
	}
	return decimals;
}

/* What the spreadsheet could not compute is empty. */
static void remark_fault(struct workbook *book, const struct seen *seen)
{
	bool one = seen->count == 1;

	if (seen->count)
		workbook_remark(book,
				"%zu cell%s could not be computed by the "
				"spreadsheet and %s empty here: \"%.*s\" in "
				"row %u%s",
				seen->count, one ? "" : "s", one ? "is" : "are",
				STR_ARG(seen->text), seen->line,
				one ? "" : " and others");
}

static void remark_nothing(struct workbook *book, const struct seen *seen)
{
	bool one = seen->count == 1;

	if (seen->count)
		workbook_remark(book,
				"%zu cell%s taken for empty: \"%.*s\" in row "
				"%u%s; where a column is a fact, they stay",
				seen->count, one ? " is" : "s are",
				STR_ARG(seen->text), seen->line,
				one ? "" : " and others");
}

/* "1,234" is one thing or the other; `sure`: other numbers tell which. */
static void say_either(struct workbook *book, const struct seen *seen,
		       bool sure)
{
	struct str said;

	if (!seen->count)
		return;
	said = arena_printf(
		book->arena,
		"\"%.*s\" in row %u is taken for %.*s, and %zu more of that "
		"kind: if it is not, write the numbers without marks for "
		"thousands",
		STR_ARG(seen->text), seen->line,
		STR_ARG(table_number_text(seen->number, book->arena)),
		seen->count - 1);
	if (sure)
		workbook_remark(book, "%.*s", STR_ARG(said));
	else
		workbook_todo(book, "%.*s", STR_ARG(said));
}

static void note_seen(struct seen *seen, const struct grid *grid, size_t row,
		      const struct cell *cell)
{
	if (!seen->count++) {
		seen->text = cell->text;
		seen->number = cell->number;
		seen->line = grid->lines[row];
	}
}

/* As most of the numbers that can be read in one way only have it. */
static char decimal_of(const struct grid *grid, bool *sure)
{
	size_t commas = 0, points = 0,
	       count = grid->row_count * grid->column_count;

	for (size_t i = 0; i < count; i++) {
		size_t from;
		struct str digits = digits_of(grid->cells[i].text, &from);
		struct number_meant meant;

		if (!number_meant(digits, &meant) || meant.other[0] ||
		    !strchr(meant.right, '.'))
			continue;
		for (size_t at = digits.len; at-- > 0;)
			if (digits.ptr[at] == ',' || digits.ptr[at] == '.') {
				*(digits.ptr[at] == ',' ? &commas : &points) +=
					1;
				break;
			}
	}
	*sure = commas != points;
	if (*sure)
		return commas > points ? ',' : '.';
	return grid->delimiter == ';' ? ',' : '.';
}

/* The number that the text holds first, and where it begins. */
static struct str digits_of(struct str text, size_t *from)
{
	size_t at = words_money(text), end;

	while (at < text.len && text.ptr[at] == ' ')
		at++;
	*from = at;
	end = at;
	while (end < text.len) {
		struct str rest = str_from_byte(text, end);
		size_t step = isdigit((unsigned char)*rest.ptr) ||
					      strchr(".,' -+", *rest.ptr)
				      ? 1
				      : wording_starts_any(rest, PHRASES_PARTS);

		if (!step)
			break;
		end += step;
	}
	return number_trim(str_trim(str_slice(text, at, end - at)));
}

static bool is_ambiguous(struct str text)
{
	size_t from;
	struct number_meant meant;

	return number_meant(digits_of(text, &from), &meant) && meant.other[0];
}

/* What a note is said of is read without the mark of it. */
void table_value_read(struct cell *cell, char decimal, struct arena *arena)
{
	size_t mark = mark_of(cell->text);
	struct str note = str_from_byte(cell->text, cell->text.len - mark);
	struct cell plain = *cell;

	if (wording_starts_any(note, PHRASES_ASIDE))
		note = str_without(
			str_from_byte(note,
				      wording_starts_any(note, PHRASES_ASIDE)),
			")");

	read_value(cell, decimal, arena);
	plain.text.len -= mark;
	plain.text = str_trim(plain.text);
	if (!mark || cell->kind != CELL_TEXT)
		return;
	read_value(&plain, decimal, arena);
	if (plain.kind != CELL_NUMBER && plain.kind != CELL_ANSWER)
		return;
	plain.note = str_listed(note, "; ", cell->note, arena);
	plain.text = cell->text;
	*cell = plain;
}

/*
 * The length of "*", "[1]" or "¹" at the end of more.  A raised number stands
 * behind a digit, and not behind 10 or 2, of which it may be a power.
 */
static size_t mark_of(struct str text)
{
	struct str rest = str_without(text, "*"), before;
	size_t open = rest.len, len;

	if (rest.len < text.len)
		return rest.len ? text.len - rest.len : 0;
	while (open && open + MARK_LONG > rest.len && rest.ptr[open - 1] != '[')
		open--;
	if (open > 1 && str_ends(rest, "]") && rest.ptr[open - 1] == '[')
		return text.len - open + 1;
	while ((len = wording_ends_any(rest, PHRASES_RAISED)))
		rest.len -= len;
	before = str_trim(rest);
	if (!before.len || !isdigit((unsigned char)before.ptr[before.len - 1]))
		return text.len - words_behind(text);
	for (len = before.len;
	     len && isdigit((unsigned char)before.ptr[len - 1]);)
		len--;
	return wording_is_any(str_from_byte(before, len), "10|2")
		       ? 0
		       : text.len - rest.len;
}

/* Where words begin behind a number: "8 (good)", "9 - cheap"; else its end. */
static size_t words_behind(struct str text)
{
	double number;
	size_t at = sentence_decimal(text, 0, &number);
	struct str rest = str_from_byte(text, at);
	size_t len = at ? wording_starts_any(rest, PHRASES_ASIDE) : 0;

	for (size_t i = 0; i < rest.len; i++)
		if (isdigit((unsigned char)rest.ptr[i]))
			return text.len;
	return len && rest.len > len &&
			       str_ends(rest, ")") == str_starts(rest, " (")
		       ? at
		       : text.len;
}

static void read_value(struct cell *cell, char decimal, struct arena *arena)
{
	double answer = words_answer(cell->text);
	struct date date;

	cell->kind = CELL_TEXT;
	if (words_are_fault(cell->text) || words_are_nothing(cell->text)) {
		cell->kind = CELL_EMPTY;
	} else if (answer >= 0) {
		cell->kind = CELL_ANSWER;
		cell->number = answer;
	} else if (date_parse(cell->text, &date)) {
		cell->kind = CELL_DATE;
	} else if (rating_read(cell->text, &cell->number, &cell->most)) {
		cell->kind = CELL_NUMBER;
	} else {
		cell->most = 0;
		if (read_asterisks(cell) || read_half(cell) ||
		    read_amount(cell, decimal, arena))
			cell->kind = CELL_NUMBER;
	}
}

/* "4½" */
static bool read_half(struct cell *cell)
{
	double whole = 0;
	size_t digits = sentence_decimal(cell->text, 0, &whole);

	cell->number = whole + 0.5;
	return str_is(str_trim(str_from_byte(cell->text, digits)), "½");
}

/* "***", which does not say of how many. */
static bool read_asterisks(struct cell *cell)
{
	size_t count = cell->text.len;

	if (count < 2 || count > STARS_MOST ||
	    strspn(cell->text.ptr, "*") < count)
		return false;
	cell->number = (double)count;
	return true;
}

/* "$1,299", "12 %", "2,2 kg", "1'299.–" */
static bool read_amount(struct cell *cell, char decimal, struct arena *arena)
{
	size_t from;
	struct str text =
		str_slice(cell->text, 0,
			  cell->text.len - wording_ends_any(cell->text,
							    PHRASES_NO_CENTS));
	struct str digits = digits_of(text, &from), unit, front;
	bool parted;

	if (!digits.len)
		return str_to_number(text, &cell->number);
	unit = str_from_byte(text,
			     (size_t)(digits.ptr - text.ptr) + digits.len);
	parted =
		str_trim(unit).len < unit.len || str_trim(unit).ptr != unit.ptr;
	unit = str_squeeze(unit, arena);
	front = str_trim(str_slice(text, 0, from));
	if (!read_number(digits, decimal, &cell->number) ||
	    (unit.len && !is_unit(unit, parted)))
		return str_to_number(text, &cell->number);
	cell->unit = ARENA_JOIN(arena, front, unit);
	return true;
}

static bool read_number(struct str text, char decimal, double *number)
{
	struct number_meant meant;
	const char *right = meant.right;

	if (!number_meant(text, &meant))
		return str_to_number(text, number);
	/* One mark before three digits: the decimals', or the thousands'. */
	if (meant.other[0] && str_find(text, decimal) < text.len)
		right = meant.other;
	return str_to_number(str_from(right), number);
}

/* "kg" behind any number; what is no known unit behind a blank only. */
static bool is_unit(struct str text, bool parted)
{
	/* "5G" and "4K" are no grams and no kelvins. */
	if (!parted && text.len == 1 && isupper((unsigned char)*text.ptr))
		return strchr("WVA", *text.ptr);
	if (words_are_unit(text) || words_money(text) == text.len)
		return true;
	if (wording_starts_any(text, PHRASES_RAISED))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (isdigit((unsigned char)text.ptr[i]) ||
		    strchr(".,;:()[]+*#!?<>=&'\"- ", text.ptr[i]))
			return false;
	return parted && str_char_count(text) <= UNIT_LONGEST;
}

struct str table_number_text(double number, struct arena *arena)
{
	char text[32];

	/* What 0.1 + 0.2 left behind the fifteenth digit is no measure. */
	snprintf(text, sizeof(text), "%.15g", number == 0 ? 0 : number);
	return arena_str(arena, str_from(text));
}
