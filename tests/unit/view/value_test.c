#include "unit.h"

#include "view/value.h"

static struct str json(double number, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	value_to_json(value_number(number, arena), &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void a_number_is_the_shortest_decimal(void **state)
{
	assert_str(json(1.21, *state), "1.21\n");
	assert_str(json(85, *state), "85\n");
	assert_str(json(0.1, *state), "0.1\n");
	assert_str(json(-2.5, *state), "-2.5\n");
	assert_str(json(1.0 / 3, *state), "0.3333333333333333\n");
	assert_str(json(NAN, *state), "null\n");
}

static void a_whole_number_has_no_exponent(void **state)
{
	assert_str(json(0, *state), "0\n");
	assert_str(json(-0.0, *state), "0\n");
	assert_str(json(10, *state), "10\n");
	assert_str(json(-20, *state), "-20\n");
	assert_str(json(1000000, *state), "1000000\n");
	assert_str(json(1e20, *state), "1e+20\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_the_shortest_decimal),
		TEST(a_whole_number_has_no_exponent),
	};

	return RUN(tests);
}
