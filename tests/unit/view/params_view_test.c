/* The author's own values, joined from several places. */
#include "read/params.h"
#include "unit.h"
#include "view/params_view.h"

static struct params params_of(const char *yaml, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct params params = { 0 };
	const struct yaml_node *node =
		yaml_parse(diags, str_from(yaml),
			   (struct place){ "p.yaml", 1, 1, 1 }, arena);

	assert_true(params_read(diags, node, &params, arena));
	diags_free(diags);
	return params;
}

static struct str json(const struct value *value, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	value_to_json(value, &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void what_is_nearer_hides_what_is_farther(void **state)
{
	struct params far =
		params_of("a: 1\nb: { x: 1, y: 2 }\nc: [1]\n", *state);
	struct params near = params_of("a: 2\nb: { x: 3 }\nd: ''\n", *state);
	const struct params *layers[] = { &far, NULL, &near };

	assert_str(json(params_view(layers, 3, *state), *state),
		   "{\n  \"a\": \"2\",\n  \"b\": {\n    \"x\": \"3\",\n"
		   "    \"y\": \"2\"\n  },\n  \"d\": null,\n"
		   "  \"c\": [\n    \"1\"\n  ]\n}\n");
}

static void truth_is_truth_only_without_quotes(void **state)
{
	struct params p = params_of("a: yes\nb: 'no'\nc: false\nd: ~\n"
				    "e: [{ f: true }]\n",
				    *state);

	assert_str(json(own_params(&p, *state), *state),
		   "{\n  \"a\": true,\n  \"b\": \"no\",\n  \"c\": false,\n"
		   "  \"d\": null,\n  \"e\": [\n    {\n      \"f\": true\n"
		   "    }\n  ]\n}\n");
}

static void values_keep_their_places(void **state)
{
	struct params p = params_of("a:\n  b: x\n", *state);
	const struct param *b = &p.items[0].items.items[0];

	assert_str(b->name.str, "b");
	assert_int_equal(b->name.at.line, 2);
	assert_int_equal(b->at.column, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_nearer_hides_what_is_farther),
		TEST(truth_is_truth_only_without_quotes),
		TEST(values_keep_their_places),
	};

	return RUN(tests);
}
