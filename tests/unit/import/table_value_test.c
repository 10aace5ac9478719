#include "import/table_value.h"
#include "unit.h"

static struct cell cell_of(const char *text, char decimal, struct arena *arena)
{
	struct cell cell = { .text = str_from(text) };

	table_value_read(&cell, decimal, arena);
	return cell;
}

static void a_number_is_read_by_the_mark_before_decimals(void **state)
{
	static const struct {
		const char *text;
		char decimal;
		double number;
		const char *unit;
	} NUMBERS[] = {
		{ "8", '.', 8, "" },
		{ "8,5", ',', 8.5, "" },
		{ "8.5", ',', 8.5, "" },
		{ "1.299", ',', 1299, "" },
		{ "1.299", '.', 1.299, "" },
		{ "1,299", '.', 1299, "" },
		{ "1,299", ',', 1.299, "" },
		{ "1.299,50 €", ',', 1299.5, "€" },
		{ "$1,299", '.', 1299, "$" },
		{ "12 %", '.', 12, "%" },
		{ "310ms", '.', 310, "ms" },
		{ "12 cores", '.', 12, "cores" },
		{ "−3", '.', -3, "" },
		{ "1e3", '.', 1000, "" },
		{ "12 500 km", '.', 12500, "km" },
		{ "0.980", ',', 0.98, "" },
		{ "4/5", '.', 4, "" },
		{ "7 von 10", '.', 7, "" },
		{ "★★☆", '.', 2, "" },
		{ "4½", '.', 4.5, "" },
		{ "CHF 1'299.–", '.', 1299, "CHF" },
		{ "€ 1.299,-", ',', 1299, "€" },
		{ "1\xE2\x80\xAF"
		  "200 km",
		  '.', 1200, "km" },
	};

	for (size_t k = 0; k < sizeof(NUMBERS) / sizeof(*NUMBERS); k++) {
		struct cell cell =
			cell_of(NUMBERS[k].text, NUMBERS[k].decimal, *state);

		if (cell.kind != CELL_NUMBER)
			fail_msg("no number: %s", NUMBERS[k].text);
		assert_near(cell.number, NUMBERS[k].number);
		if (!str_is(cell.unit, NUMBERS[k].unit))
			fail_msg("%s is in \"%.*s\"", NUMBERS[k].text,
				 STR_ARG(cell.unit));
	}
}

static void other_texts_are_no_numbers(void **state)
{
	static const char *const TEXTS[] = {
		"2nd",	"5G",	 "i7-13700",	 "10-12 h",	"~5 kg",
		"24/7", "1.2.3", "3 of 7 users", "192.168.1.1", "12.03.2026",
	};

	for (size_t k = 0; k < sizeof(TEXTS) / sizeof(*TEXTS); k++)
		if (cell_of(TEXTS[k], '.', *state).kind != CELL_TEXT)
			fail_msg("not text: %s", TEXTS[k]);
}

static void the_mark_of_a_note_is_no_part_of_a_value(void **state)
{
	static const struct {
		const char *text, *note;
		double number;
	} MARKED[] = {
		{ "100¹", "¹", 100 },
		{ "100 [12]", "[12]", 100 },
		{ "$999*", "*", 999 },
		{ "4/5**", "**", 4 },
		{ "8 kg[a]", "[a]", 8 },
		{ "yes*", "*", 1 },
		{ "5 m²", "", 5 },
		{ "***", "", 3 },
		{ "1,299.50³", "³", 1299.5 },
		{ "8 (good)", "good", 8 },
		{ "9 - cheap", "cheap", 9 },
		{ "7.5: so so", "so so", 7.5 },
	};
	static const char *const TEXTS[] = {
		"10⁶",	      "2¹⁰", "3 × 10⁶",	 "[1]", "a [1]",
		"100 [note]", "7-8", "8 (of 9)", "5 (", "5G - fast"
	};

	for (size_t k = 0; k < sizeof(MARKED) / sizeof(*MARKED); k++) {
		struct cell cell = cell_of(MARKED[k].text, '.', *state);

		if (cell.kind != CELL_NUMBER && cell.kind != CELL_ANSWER)
			fail_msg("no value: %s", MARKED[k].text);
		assert_near(cell.number, MARKED[k].number);
		if (!str_is(cell.note, MARKED[k].note))
			fail_msg("%s has the note \"%.*s\"", MARKED[k].text,
				 STR_ARG(cell.note));
		assert_true(str_is(cell.text, MARKED[k].text));
	}
	for (size_t k = 0; k < sizeof(TEXTS) / sizeof(*TEXTS); k++)
		if (cell_of(TEXTS[k], '.', *state).kind != CELL_TEXT)
			fail_msg("not text: %s", TEXTS[k]);
}

static void days_answers_and_nothing_have_their_kinds(void **state)
{
	assert_int_equal(cell_of("2026-03-12", '.', *state).kind, CELL_DATE);
	assert_int_equal(cell_of("yes", '.', *state).kind, CELL_ANSWER);
	assert_int_equal(cell_of("n/a", '.', *state).kind, CELL_EMPTY);
	assert_int_equal(cell_of("#REF!", '.', *state).kind, CELL_EMPTY);
	assert_int_equal(cell_of("#1 choice", '.', *state).kind, CELL_TEXT);
}

static void fifteen_digits_of_a_number_are_written(void **state)
{
	assert_true(str_is(table_number_text(0.1 + 0.2, *state), "0.3"));
	assert_true(str_is(table_number_text(-0.0, *state), "0"));
	assert_true(str_is(table_number_text(1304, *state), "1304"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_read_by_the_mark_before_decimals),
		TEST(other_texts_are_no_numbers),
		TEST(the_mark_of_a_note_is_no_part_of_a_value),
		TEST(days_answers_and_nothing_have_their_kinds),
		TEST(fifteen_digits_of_a_number_are_written),
	};

	return RUN(tests);
}
