#include "read/schemas.h"

#include <jansson.h>

#include "unit.h"

static json_t *schema_named(const char *name)
{
	size_t count;
	const struct schema_file *files = schemas_all(&count);
	struct buf text = { 0 };
	json_t *json;

	while (count && strcmp(files[count - 1].name, name))
		count--;
	assert_true(count > 0);
	schemas_json(&files[count - 1], &text);
	json = json_loads(text.ptr, 0, NULL);
	buf_release(&text);
	assert_non_null(json);
	return json;
}

static void a_schema_knows_every_key_of_its_table(void **state)
{
	size_t count;
	const struct schema_file *files = schemas_all(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		const struct schema *schema = files[i].schema;
		json_t *json = schema_named(files[i].name);
		json_t *keys = json_object_get(json, "properties");
		size_t required = 0;

		assert_int_equal(json_object_size(keys), schema->count);
		for (size_t k = 0; k < schema->count; k++) {
			assert_non_null(
				json_object_get(keys, schema->fields[k].key));
			required += schema->fields[k].required;
		}
		assert_int_equal(
			json_array_size(json_object_get(json, "required")),
			required);
		json_decref(json);
	}
}

static void what_a_text_can_be_is_listed(void **state)
{
	json_t *json = schema_named("criterion"), *better;
	const char *path[] = { "properties", "measure", "anyOf" };

	(void)state;
	better = json;
	for (size_t i = 0; i < 3; i++)
		better = json_object_get(better, path[i]);
	better = json_object_get(json_object_get(json_array_get(better, 0),
						 "properties"),
				 "better");
	better = json_array_get(json_object_get(better, "anyOf"), 0);
	better = json_object_get(better, "enum");
	assert_int_equal(json_array_size(better), 2);
	assert_string_equal(json_string_value(json_array_get(better, 1)),
			    "lower");
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_schema_knows_every_key_of_its_table),
		TEST(what_a_text_can_be_is_listed),
	};

	return RUN(tests);
}
