#include "base/json.h"

#include <math.h>

#include "unit.h"

static struct str written(struct json *json, struct arena *arena)
{
	struct str text = buf_copy(json->to, arena);

	buf_release(json->to);
	return text;
}

static void put_some(struct json *json)
{
	json_open(json, '{');
	json_key(json, "a");
	json_open(json, '[');
	json_number(json, 1);
	json_line(json);
	json_text(json, STR("\"x\""));
	json_null(json);
	json_close(json, ']');
	json_key(json, "b");
	json_open(json, '{');
	json_close(json, '}');
	json_key(json, "c");
	json_truth(json, true);
	json_close(json, '}');
}

static void values_are_parted_and_keys_stand_before_them(void **state)
{
	struct buf buf = { 0 };
	struct json json = { .to = &buf };

	put_some(&json);
	assert_str(written(&json, *state),
		   "{\"a\":[1,\n\"\\\"x\\\"\",null],\"b\":{},\"c\":true}");
}

static void each_has_a_line_where_that_is_wanted(void **state)
{
	struct buf buf = { 0 };
	struct json json = { .to = &buf, .indented = true };

	put_some(&json);
	assert_str(written(&json, *state),
		   "{\n  \"a\": [\n    1,\n    \"\\\"x\\\"\",\n    null\n  ],\n"
		   "  \"b\": {},\n  \"c\": true\n}");
}

static void a_number_reads_back_as_the_same(void **state)
{
	struct buf buf = { 0 };
	struct json json = { .to = &buf };

	json_open(&json, '[');
	json_number(&json, 0.1);
	json_number(&json, 1.0 / 3);
	json_number(&json, 123456789012);
	json_number(&json, NAN);
	json_close(&json, ']');
	assert_str(written(&json, *state),
		   "[0.1,0.3333333333333333,123456789012,null]");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_are_parted_and_keys_stand_before_them),
		TEST(each_has_a_line_where_that_is_wanted),
		TEST(a_number_reads_back_as_the_same),
	};

	return RUN(tests);
}
