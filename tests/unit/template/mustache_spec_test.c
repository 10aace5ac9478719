/*
 * Mustache's own tests, when their folder is there: the one that
 * PARAGONE_MUSTACHE_SPEC names, or ../shared/spec/mustache.
 */
#include "unit.h"

#include <jansson.h>

#include "base/file.h"
#include "template/mustache.h"

static const struct value *from_json(const json_t *json, struct arena *arena)
{
	struct value *v;
	const char *key;
	json_t *item;
	size_t i;

	switch (json_typeof(json)) {
	case JSON_NULL:
		return value_null();
	case JSON_TRUE:
	case JSON_FALSE:
		return value_bool(json_is_true(json));
	case JSON_STRING:
		return value_text(str_from(json_string_value(json)), arena);
	case JSON_INTEGER:
	case JSON_REAL:
		return value_number(json_number_value(json), arena);
	case JSON_ARRAY:
		v = value_list(arena);
		json_array_foreach(json, i, item)
			value_append(v, from_json(item, arena));
		return v;
	case JSON_OBJECT:
		v = value_object(arena);
		json_object_foreach((json_t *)json, key, item)
			value_set(v, key, from_json(item, arena));
		return v;
	}
	return value_null();
}

/* Whether the test gives what it should; says so when it does not. */
static bool holds(const char *file, const json_t *test, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct templates *templates = templates_new();
	struct render render = { templates, "page", true };
	struct buf out = { 0 };
	const char *name,
		*want = json_string_value(json_object_get(test, "expected"));
	json_t *partial;
	bool ok;

	json_object_foreach(json_object_get(test, "partials"), name, partial)
		templates_add(diags, templates, str_from(name), name,
			      str_from(json_string_value(partial)));
	templates_add(
		diags, templates, STR("the test"), "test",
		str_from(json_string_value(json_object_get(test, "template"))));
	templates_render(diags, &render, STR("the test"),
			 from_json(json_object_get(test, "data"), arena), &out);
	ok = str_is(buf_str(&out), want);
	if (!ok)
		print_error("%s: %s:\n%s\nshould be\n%s\n", file,
			    json_string_value(json_object_get(test, "name")),
			    out.ptr ? out.ptr : "", want);
	buf_release(&out);
	templates_free(templates);
	diags_free(diags);
	return ok;
}

static void every_test_of_the_specification_holds(void **state)
{
	const char *given = getenv("PARAGONE_MUSTACHE_SPEC");
	const char *dir = given ? given : "../shared/spec/mustache";
	struct arena *arena = *state;
	struct str *names;
	size_t count, run = 0, passed = 0;

	if (!file_list(dir, &names, &count, arena)) {
		print_message("no %s: skipped\n", dir);
		skip();
	}
	for (size_t i = 0; i < count; i++) {
		json_t *file, *test;
		size_t k;

		if (!str_ends(names[i], ".json"))
			continue;
		file = json_load_file(path_join(dir, names[i], arena), 0, NULL);
		assert_non_null(file);
		json_array_foreach(json_object_get(file, "tests"), k, test)
		{
			run++;
			passed += holds(names[i].ptr, test, arena);
		}
		json_decref(file);
	}
	print_message("%zu of %zu tests hold\n", passed, run);
	assert_true(run > 0);
	assert_int_equal(passed, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_test_of_the_specification_holds),
	};

	return RUN(tests);
}
