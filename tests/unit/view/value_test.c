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

/* Numbers of every kind that a double holds, the same in every run. */
static void noise_reads_back(struct arena *arena)
{
	uint64_t bits = 88172645463325252u;

	for (int i = 0; i < 20000; i++) {
		double number;
		struct str text;

		bits ^= bits << 13;
		bits ^= bits >> 7;
		bits ^= bits << 17;
		memcpy(&number, &bits, sizeof(number));
		if (i % 2)
			number = (double)(int64_t)(bits >> 20) / 1e4;
		if (!isfinite(number))
			continue;
		text = json(number, arena);
		if (strtod(text.ptr, NULL) != number)
			fail_msg("%.17g is written as %s", number, text.ptr);
		arena_reset(arena);
	}
}

static void a_number_reads_back_as_it_was(void **state)
{
	static const double NUMBERS[] = {
		0.1,
		0.2,
		0.3,
		0.1 + 0.2,
		1.0 / 3,
		2.0 / 3,
		1e-7,
		5e-324,
		1e300,
		1.5e300,
		0.00005,
		0.00015,
		99999999999.9999,
		1e11,
		1e11 + 0.5,
		123456789.0123,
		9007199254740991,
		1e15,
		1e15 + 1,
		-1e-5,
		0.12345,
		1.7976931348623157e308,
		2.2250738585072014e-308,
	};

	for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(*NUMBERS); i++) {
		struct str text = json(NUMBERS[i], *state);

		assert_true(strtod(text.ptr, NULL) == NUMBERS[i]);
	}
	noise_reads_back(*state);
}

static void a_number_far_from_one_has_an_exponent(void **state)
{
	assert_str(json(1e-7, *state), "1e-07\n");
	assert_str(json(1e300, *state), "1e+300\n");
	assert_str(json(1e15, *state), "1e+15\n");
	assert_str(json(-1.5e-9, *state), "-1.5e-09\n");
	assert_str(json(0.0001, *state), "0.0001\n");
	assert_str(json(0.00012, *state), "0.00012\n");
	assert_str(json(0.1 + 0.2, *state), "0.30000000000000004\n");
	assert_str(json(999999999999999, *state), "999999999999999\n");
}

static void what_is_no_number_is_null(void **state)
{
	assert_str(json(NAN, *state), "null\n");
	assert_str(json(INFINITY, *state), "null\n");
	assert_str(json(-INFINITY, *state), "null\n");
}

static void a_tree_is_indented_by_two_spaces_a_level(void **state)
{
	struct value *o = value_object(*state), *list = value_list(*state);
	struct value *inner = value_object(*state);
	struct buf buf = { 0 };

	value_set(inner, "\"", value_markup(STR("<b>"), *state));
	value_append(list, value_bool(false));
	value_append(list, inner);
	value_append(list, value_list(*state));
	value_append(list, value_object(*state));
	value_set_text(o, "name", STR("Oak\n"));
	value_set_text(o, "nothing", STR(""));
	value_set(o, "list", list);
	value_to_json(o, &buf);
	assert_str(buf_str(&buf), "{\n"
				  "  \"name\": \"Oak\\n\",\n"
				  "  \"nothing\": null,\n"
				  "  \"list\": [\n"
				  "    false,\n"
				  "    {\n"
				  "      \"\\\"\": \"\\u003cb>\"\n"
				  "    },\n"
				  "    [],\n"
				  "    {}\n"
				  "  ]\n"
				  "}\n");
	buf_release(&buf);
}

/* An object of names k0, k1 …, each with its number. */
static struct value *numbered(size_t count, struct arena *arena)
{
	struct value *o = value_object(arena);

	for (size_t i = 0; i < count; i++)
		value_set_member(o, arena_printf(arena, "k%zu", i),
				 value_number((double)i, arena));
	return o;
}

static void answers_alike(const struct value *object, size_t count,
			  struct arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		struct str name = arena_printf(arena, "k%zu", i);
		const struct value *v = value_find(object, name);

		assert_non_null(v);
		assert_near(v->as.number, (double)i);
	}
	for (size_t i = count; i < 2 * count + 9; i++)
		assert_null(value_find(object, arena_printf(arena, "k%zu", i)));
	assert_null(value_find(object, STR("")));
	assert_null(value_find(object, STR("k")));
	assert_null(value_find(object, STR("k0 ")));
	assert_null(value_find(object, STR("K0")));
}

/* Most slots are taken, so that many names do not stand in their own. */
static void an_indexed_object_answers_as_before(void **state)
{
	static const size_t COUNTS[] = { 0,  1,	 2,   7,   8,	 9,
					 16, 17, 255, 256, 1000, 65535 };

	for (size_t i = 0; i < sizeof(COUNTS) / sizeof(*COUNTS); i++) {
		struct value *o = numbered(COUNTS[i], *state);

		if (COUNTS[i] <= 1000)
			answers_alike(o, COUNTS[i], *state);
		value_index(o);
		answers_alike(o, COUNTS[i], *state);
		arena_reset(*state);
	}
}

static void of_a_name_set_twice_the_first_is_found(void **state)
{
	struct value *o = numbered(20, *state);

	value_set(o, "k3", value_number(-1, *state));
	assert_near(value_find(o, STR("k3"))->as.number, 3);
	value_index(o);
	assert_near(value_find(o, STR("k3"))->as.number, 3);
}

static void only_an_object_has_members(void **state)
{
	struct value *list = value_list(*state);

	value_append(list, numbered(1, *state));
	assert_null(value_find(list, STR("k0")));
	assert_null(value_find(value_null(), STR("k0")));
	assert_null(value_find(value_text(STR("k0"), *state), STR("k0")));
}

static void what_a_section_takes_for_true(void **state)
{
	struct value *list = value_list(*state);

	assert_false(value_is_truthy(value_null()));
	assert_false(value_is_truthy(value_bool(false)));
	assert_true(value_is_truthy(value_bool(true)));
	assert_false(value_is_truthy(value_text(STR(""), *state)));
	assert_true(value_is_truthy(value_text(STR(" "), *state)));
	assert_false(value_is_truthy(value_markup(STR(""), *state)));
	assert_true(value_is_truthy(value_number(0, *state)));
	assert_true(value_is_truthy(value_object(*state)));
	assert_false(value_is_truthy(list));
	value_append(list, value_null());
	assert_true(value_is_truthy(list));
}

static void an_empty_text_is_set_as_null(void **state)
{
	struct value *o = value_object(*state);

	value_set_text(o, "text", STR(""));
	value_set_text(o, "oak", STR("Oak"));
	assert_int_equal(value_find(o, STR("text"))->kind, VALUE_NULL);
	assert_int_equal(value_find(o, STR("oak"))->kind, VALUE_TEXT);
}

static const struct value *ring(const void *context, size_t i,
				struct arena *arena)
{
	return value_number(*(const double *)context + (double)i, arena);
}

static void what_is_made_when_asked_for_is_a_list(void **state)
{
	const double first = 7;
	struct buf buf = { 0 };

	value_to_json(value_made(ring, &first, 2, *state), &buf);
	assert_str(buf_str(&buf), "[\n  7,\n  8\n]\n");
	buf_release(&buf);
	assert_true(value_is_truthy(value_made(ring, &first, 1, *state)));
	assert_false(value_is_truthy(value_made(ring, &first, 0, *state)));
}

static void an_object_grows_beyond_its_room(void **state)
{
	struct value *o = value_object_of(1, *state);
	const struct value *more;

	value_set_text(o, "oak", STR("Oak"));
	value_set_text(o, "elm", STR("Elm"));
	more = value_extend(o, *state);
	assert_str(value_find(o, STR("oak"))->as.text, "Oak");
	assert_str(value_find(more, STR("elm"))->as.text, "Elm");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_the_shortest_decimal),
		TEST(a_whole_number_has_no_exponent),
		TEST(a_number_reads_back_as_it_was),
		TEST(a_number_far_from_one_has_an_exponent),
		TEST(what_is_no_number_is_null),
		TEST(a_tree_is_indented_by_two_spaces_a_level),
		TEST(an_indexed_object_answers_as_before),
		TEST(of_a_name_set_twice_the_first_is_found),
		TEST(only_an_object_has_members),
		TEST(what_a_section_takes_for_true),
		TEST(an_empty_text_is_set_as_null),
		TEST(what_is_made_when_asked_for_is_a_list),
		TEST(an_object_grows_beyond_its_room),
	};

	return RUN(tests);
}
