/*
 * Which options and criteria a comparison has, and what they are called, when
 * tables alone say so.
 */
#include "folder.h"

#define HEAD "---\ntitle: T\nsummary: S\ndate: 2026-11-21\n"

static void put_bare(const char *head, const char *scores)
{
	folder_put("c/site.yaml", "title: T\n");
	folder_put("c/trees/comparison.md", head);
	folder_put("c/trees/scores.csv", scores);
}

/* What is said of it; the comparison is read. */
static struct str read_bare(struct folder *f, struct arena *arena)
{
	struct str said;

	folder_read(f, arena);
	said = printed(f->diags, arena);
	diags_free(f->diags);
	folder_leave();
	return said;
}

static void what_a_table_names_gets_an_id_of_its_own(void **state)
{
	struct folder f;

	folder_enter();
	put_bare(HEAD "---\n",
		 "criterion,A b,A/b,\xE6\x9C\xA8\n"
		 "Speed,1,2,3\nspeed!,4,5,6\n\xE9\x80\x9F,7,8,9\n");
	assert_str(read_bare(&f, *state), "");
	assert_true(f.ok);
	assert_int_equal(f.c.option_count, 3);
	assert_str(f.c.options[0].id, "a-b");
	assert_str(f.c.options[0].name.str, "A b");
	assert_str(f.c.options[1].id, "a-b-2");
	assert_str(f.c.options[1].name.str, "A/b");
	assert_str(f.c.options[2].id, "option-3");
	assert_str(f.c.options[2].name.str, "\xE6\x9C\xA8");
	assert_int_equal(f.c.criterion_count, 3);
	assert_str(f.c.criteria[0].id, "speed");
	assert_str(f.c.criteria[1].id, "speed-2");
	assert_str(f.c.criteria[1].title.str, "speed!");
	assert_str(f.c.criteria[2].id, "criterion-3");
	assert_near(f.c.criteria[2].scores[1].value, 8);
}

static void a_column_with_more_than_its_name_is_warned_of(void **state)
{
	struct folder f;

	folder_enter();
	put_bare(HEAD "---\n", "criterion,Weight (1-5),oak,elm\nspeed,3,1,2\n");
	assert_str(read_bare(&f, *state),
		   "c/trees/scores.csv:1:11: warning: \"Weight (1-5)\" is "
		   "taken for an option\n"
		   "    1 | criterion,Weight (1-5),oak,elm\n"
		   "      |           ^~~~~~~~~~~~\n"
		   "  hint: a column of that kind is called \"weight\" alone; "
		   "an option that is called so has a row in options.csv\n");
	assert_int_equal(f.c.option_count, 3);
	folder_enter();
	put_bare(HEAD "---\n", "option,speed,total\nweight,1,1\noak,2,2\n"
			       "average,2,2\n");
	assert_str(
		read_bare(&f, *state),
		"c/trees/scores.csv:1:14: warning: \"total\" is taken for a "
		"criterion\n"
		"    1 | option,speed,total\n"
		"      |              ^~~~~\n"
		"  hint: leave out what is computed of the others; a "
		"criterion that is called so has a row in criteria.csv\n"
		"c/trees/scores.csv:2:1: warning: \"weight\" is taken for "
		"an option\n"
		"    2 | weight,1,1\n"
		"      | ^~~~~~\n"
		"  hint: weights stand in a column \"weight\" of "
		"criteria.csv; an option that is called so has a row in "
		"options.csv\n"
		"c/trees/scores.csv:4:1: warning: \"average\" is taken for "
		"an option\n"
		"    4 | average,2,2\n"
		"      | ^~~~~~~\n"
		"  hint: leave out what is computed of the others; an option "
		"that is called so has a row in options.csv\n");
	folder_enter();
	put_bare(HEAD "---\n", "criterion,wheight,oak,elm\nspeed,1,2,2\n");
	assert_str(read_bare(&f, *state),
		   "c/trees/scores.csv:1:11: warning: \"wheight\" is taken for "
		   "an option\n"
		   "    1 | criterion,wheight,oak,elm\n"
		   "      |           ^~~~~~~\n"
		   "  hint: did you mean \"weight\"?\n");
	folder_enter();
	put_bare(HEAD "---\n", "Trees,,\n,,\ncriterion,oak,elm\nspeed,1,2\n");
	assert_str(read_bare(&f, *state),
		   "c/trees/scores.csv:1:1: error: the header names neither a "
		   "column \"criterion\" nor \"option\"\n"
		   "    1 | Trees,,\n"
		   "      | ^~~~~\n"
		   "  hint: take out what stands above the names of the "
		   "columns\n");
	folder_enter();
	put_bare(HEAD "---\n", "Trees\ncriterion,oak,elm\nspeed,1,2\n");
	assert_str(
		read_bare(&f, *state),
		"c/trees/scores.csv:1:1: error: the first row is the header, "
		"and has one cell\n"
		"    1 | Trees\n"
		"      | ^~~~~\n"
		"  hint: take out what stands above the names of the "
		"columns\n");
	folder_enter();
	put_bare(HEAD "---\n", "criterion,oak,elm,score\nspeed,1,2,2\n");
	assert_str(read_bare(&f, *state),
		   "c/trees/scores.csv:1:1: error: the table has a column for "
		   "scores, and none that names options\n"
		   "    1 | criterion,oak,elm,score\n"
		   "      | ^~~~~~~~~\n"
		   "  hint: call it \"option\"; or give each option a column "
		   "of its name, and none \"score\"\n");
	folder_enter();
	put_bare(HEAD "---\n", "criterion,oak,elm\nspeed,1,2\n,3,4\n");
	assert_str(read_bare(&f, *state),
		   "c/trees/scores.csv:3:1: error: no criterion is named here\n"
		   "    3 | ,3,4\n      | ^\n");
	folder_enter();
	put_bare(HEAD "---\n", NULL);
	folder_put("c/trees/Scores.csv", "criterion,oak,elm\nspeed,1,2\n");
	/* Which is no matter of the table. */
	folder_put("c/trees/guide.sv.md", "---\n---\nGuide.\n");
	assert_true(str_ends(read_bare(&f, *state),
			     "  hint: \"Scores.csv\" is not read: the scoring "
			     "table is a CSV file, scores.csv\n"));
	folder_enter();
	put_bare(HEAD "---\n", "criterion,weight,Oak (2),elm\nspeed,3,1,2\n");
	assert_str(read_bare(&f, *state), "");
	assert_int_equal(f.c.option_count, 2);
}

static void a_row_with_an_id_alone_is_called_so(void **state)
{
	struct folder f;

	folder_enter();
	put_bare(HEAD "---\n", "criterion,oak,elm\nspeed,1,2\n");
	folder_put("c/trees/options.csv",
		   "id,name,short,Age,Height\noak,,,500,\nelm,Field elm,Elm,"
		   ",30 m\n");
	folder_put("c/trees/options/oak.md",
		   "---\nfacts: { Height: 40 m }\n---\nOld.\n");
	assert_str(read_bare(&f, *state), "");
	assert_true(f.ok);
	assert_str(f.c.options[0].name.str, "oak");
	assert_str(f.c.options[0].short_name.str, "oak");
	assert_str(f.c.options[0].body.plain, "Old.");
	assert_int_equal(f.c.options[0].fact_count, 2);
	assert_str(f.c.options[0].facts[0].label.str, "Age");
	assert_str(f.c.options[0].facts[1].text.plain, "40 m");
	assert_str(f.c.options[1].name.str, "Field elm");
	assert_str(f.c.options[1].short_name.str, "Elm");
	assert_int_equal(f.c.options[1].fact_count, 1);
}

static void a_table_by_option_has_facts_in_words(void **state)
{
	struct folder f;

	folder_enter();
	put_bare(HEAD "---\n", "option,speed,Colour\noak,1,brown\nelm,2,\n");
	folder_put("c/trees/criteria.csv",
		   "id;title;weight\nspeed;Speed;1,5\n");
	assert_str(read_bare(&f, *state), "");
	assert_near(f.c.criteria[0].weight, 1.5);
	assert_int_equal(f.c.options[0].fact_count, 1);
	assert_str(f.c.options[0].facts[0].label.str, "Colour");
	assert_str(f.c.options[0].facts[0].text.plain, "brown");
	assert_int_equal(f.c.options[1].fact_count, 0);
}

static void a_table_may_group_its_criteria(void **state)
{
	struct folder f;

	folder_enter();
	put_bare(HEAD "---\n", "criterion,group,oak,elm\nspeed,Growth,1,2\n"
			       "size,,1,2\n");
	assert_str(read_bare(&f, *state), "");
	assert_str(f.c.criteria[0].group.str, "Growth");
	assert_str(f.c.criteria[1].group.str, "");
}

static void what_cannot_be_told_apart_is_an_error(void **state)
{
	static const struct {
		const char *head, *options, *scores, *said;
	} CASES[] = {
		{ HEAD "---\n", NULL, "criterion,oak\nspeed,1\n",
		  "c/trees/scores.csv:1:1: error: a comparison needs at "
		  "least two options, found 1\n" },
		{ HEAD "---\n", NULL, "a,b\n1,2\n",
		  "c/trees/scores.csv:1:1: error: the header names neither a "
		  "column \"criterion\" nor \"option\"\n"
		  "    1 | a,b\n      | ^\n"
		  "  hint: say in comparison.md what \"a\" is: `columns: { "
		  "criterion: a }` if each row is a criterion, `columns: { "
		  "option: a }` if each is an option\n" },
		{ HEAD "---\n", NULL, "a|b\n1|2\n",
		  "c/trees/scores.csv:1:1: error: the header names neither a "
		  "column \"criterion\" nor \"option\"\n"
		  "    1 | a|b\n      | ^~~\n"
		  "  hint: cells are parted by commas, semicolons or tabs, not "
		  "by \"|\"\n" },
		{ HEAD "options: [Elm, oak]\n---\n",
		  "id,name\noak,Oak\ne1,Elm\ne2,Elm\n",
		  "criterion,oak,elm\nspeed,1,2\n",
		  "c/trees/comparison.md:5:11: error: several options are "
		  "called \"Elm\"\n" },
		{ HEAD "options: [oak, elm]\n---\n", "id,name\noak,Oak\n",
		  "criterion,oak,elm\nspeed,1,2\n",
		  "c/trees/comparison.md:5:16: error: there is no option "
		  "\"elm\"" },
		{ HEAD "---\n", "id,name\noak,Oak\nelm,oak\n",
		  "criterion,oak,elm\nspeed,1,2\n", "" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct folder f;
		struct str said;

		folder_enter();
		put_bare(CASES[i].head, CASES[i].scores);
		if (CASES[i].options)
			folder_put("c/trees/options.csv", CASES[i].options);
		said = read_bare(&f, *state);
		if (!strstr(said.ptr, CASES[i].said))
			fail_msg("%s gives\n%s", CASES[i].head, said.ptr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_table_names_gets_an_id_of_its_own),
		TEST(a_column_with_more_than_its_name_is_warned_of),
		TEST(a_row_with_an_id_alone_is_called_so),
		TEST(a_table_by_option_has_facts_in_words),
		TEST(a_table_may_group_its_criteria),
		TEST(what_cannot_be_told_apart_is_an_error),
	};

	return RUN(tests);
}
