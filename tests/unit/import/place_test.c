#include "import/draft.h"

#include "unit.h"

/* The article's blocks, a line each: where it went, its words. */
struct placed {
	struct diags *diags;
	struct article article;
	struct draft draft;
};

static void place(struct placed *p, const char *markdown, struct arena *arena)
{
	*p = (struct placed){ .diags = diags_new(),
			      .article = { .path = "a.md", .arena = arena } };
	assert_true(article_read_markdown(p->diags, &p->article,
					  str_from(markdown), 1));
	assert_true(draft_make(p->diags, &p->article, &p->draft));
	for (size_t b = 0; b < p->article.block_count; b++)
		if (p->article.blocks[b].fate == FATE_NONE)
			fail_msg("nowhere: %.*s",
				 STR_ARG(p->article.blocks[b].plain));
}

static void release(struct placed *p)
{
	draft_release(&p->draft);
	diags_free(p->diags);
}

/* "Price [a|b]; Shade [c|d]": the criteria with the parts of the options. */
static struct str criteria(const struct placed *p)
{
	struct buf buf = { 0 };
	struct str text;

	for (size_t j = 0; j < p->draft.criterion_count; j++) {
		const struct draft_criterion *c = &p->draft.criteria[j];

		buf_printf(&buf, "%s%.*s [", j ? "; " : "", STR_ARG(c->title));
		for (size_t i = 0; i < p->draft.names.count; i++) {
			buf_text(&buf, i ? "|" : "");
			buf_raw(&buf, str_trim(buf_str(&c->parts[i].text)));
		}
		buf_char(&buf, ']');
	}
	text = buf_copy(&buf, p->article.arena);
	buf_release(&buf);
	return text;
}

/* "2-1 0-1": the scores of the criteria, "-" for one without. */
static struct str scores(const struct placed *p)
{
	struct buf buf = { 0 };
	struct str text;

	for (size_t j = 0; p->draft.scored && j < p->draft.criterion_count;
	     j++) {
		const struct draft_criterion *c = &p->draft.criteria[j];

		buf_text(&buf, j ? " " : "");
		for (size_t i = 0; c->scored && i < p->draft.names.count; i++) {
			buf_text(&buf, i ? "-" : "");
			buf_number(&buf, c->points[i], 2);
		}
	}
	text = buf_copy(&buf, p->article.arena);
	buf_release(&buf);
	return text;
}

static void sections_with_a_part_each_are_criteria(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## 1. Price\n\n### Oak\n\nDear.\n\n"
	      "### Elm\n\nCheap.\n\n## 2. Shade\n\n**Oak:** wide.\n\n"
	      "**Elm:** thin.\n\n## Odds\n\nThe rest.\n",
	      *state);
	assert_str(
		criteria(&p),
		"Price [Dear.|Cheap.]; Shade [**Oak:** wide.|**Elm:** thin.]");
	assert_str(buf_str(&p.draft.unplaced.text), "### Odds\n\nThe rest.\n");
	release(&p);
}

static void a_topic_below_two_options_is_a_criterion(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## Oak\n\nOld.\n\n### Price\n\nDear.\n\n"
	      "### Fame\n\nRoyal.\n\n## Elm\n\nYoung.\n\n### Price\n\n"
	      "Cheap.\n",
	      *state);
	assert_str(criteria(&p), "Price [Dear.|Cheap.]");
	assert_str(buf_str(&p.draft.options[0].body.text),
		   "Old.\n\n## Fame\n\nRoyal.\n");
	release(&p);
}

static void sentences_make_a_criterion_beside_another(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## Price\n\nOak is dear. Elm is cheap.\n\n"
	      "## Shade\n\nOak is wide. Elm is thin.\n",
	      *state);
	assert_str(criteria(&p), "Price [Oak is dear.|Elm is cheap.]; "
				 "Shade [Oak is wide.|Elm is thin.]");
	release(&p);
	place(&p, "# Oak vs elm\n\n## Thanks\n\nOak is dear. Elm is cheap.\n",
	      *state);
	assert_int_equal(p.draft.criterion_count, 0);
	release(&p);
}

static void ratings_on_one_scale_are_scores(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## Price\n\n### Oak\n\nDear. 4/10\n\n"
	      "### Elm\n\nCheap. Score: 9/10\n\n## Shade\n\nOak: 8/10\n\nElm: "
	      "6/10\n\nOak is wide.\n\nElm is thin.\n",
	      *state);
	assert_str(scores(&p), "4-9 8-6");
	assert_true(p.draft.rated);
	assert_near(p.draft.most, 10);
	release(&p);
	/* Out of five here, of ten there: neither is taken, nothing is lost. */
	place(&p,
	      "# Oak vs elm\n\n## Price\n\nOak: 4/5\n\nElm: 3/5\n\n"
	      "## Shade\n\nOak: 8/10\n\nElm: 6/10\n",
	      *state);
	assert_false(p.draft.scored);
	assert_str(criteria(&p), "Price [Oak: 4/5|Elm: 3/5]; "
				 "Shade [Oak: 8/10|Elm: 6/10]");
	release(&p);
}

static void a_table_rates_the_criteria_of_its_rows(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n| | Oak | Elm |\n|---|---|---|\n"
	      "| Price | ★★☆☆☆ | ★★★★★ |\n| Shade | ★★★★☆ | ★★★☆☆ |\n"
	      "| Overall | ★★★☆☆ | ★★★★☆ |\n\n## Price\n\nOak is dear.\n\n"
	      "Elm is cheap.\n\n## Shade\n\nBoth have some.\n",
	      *state);
	assert_int_equal(p.draft.criterion_count, 2);
	assert_str(scores(&p), "2-5 4-3");
	assert_int_equal(p.draft.table_count, 1);
	release(&p);
}

static bool is_told(const struct placed *p, const char *start)
{
	for (size_t k = 0; k < p->draft.todo.count; k++)
		if (str_starts(p->draft.todo.items[k], start))
			return true;
	return false;
}

static void ratings_of_which_1_is_the_best_are_no_scores(void **state)
{
	static const char *const SAID[] = {
		"# Oak vs elm\n\nFrom 1 (best) to 6 (worst).\n\n## Price\n\n"
		"Oak: 1/6. Elm: 3/6.\n\n## Shade\n\nOak: 2/6. Elm: 4/6.\n",
		"# Oak vs elm\n\n| Test (1 = best) | Oak | Elm |\n"
		"|---|---|---|\n| Price | 1/6 | 3/6 |\n"
		"| Shade | 2/6 | 4/6 |\n",
		"# Oak vs elm\n\n| | Oak | Elm |\n|---|---|---|\n"
		"| Pests (lower is better) | 1/6 | 3/6 |\n"
		"| Price rank | 2/6 | 4/6 |\n",
	};
	struct placed p;

	for (size_t k = 0; k < sizeof(SAID) / sizeof(*SAID); k++) {
		place(&p, SAID[k], *state);
		assert_str(scores(&p), "");
		release(&p);
	}
	place(&p,
	      "# Oak vs elm\n\n| | Oak | Elm |\n|---|---|---|\n"
	      "| Cost | + | -- |\n| Bark | A+ | B |\n",
	      *state);
	assert_true(is_told(&p, "line 3, Cost, Bark: words"));
	release(&p);
	place(&p,
	      "# Oak vs elm\n\n| | Oak | Elm |\n|---|---|---|\n"
	      "| Noise (dB, lower is better) | 45 dB | 30 dB |\n",
	      *state);
	assert_true(p.draft.criteria[0].lower);
	release(&p);
}

static void what_is_said_of_all_is_no_criterion(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## Price\n\n- Oak: 4/5\n- Elm: 3/5\n\n"
	      "## Shade\n\n- Oak: 2/5\n- Elm: 5/5\n\n"
	      "Winner: Oak\n\n## Overall\n\n- Oak: 4/5\n- Elm: 3/5\n",
	      *state);
	assert_str(scores(&p), "4-3 2-5");
	assert_true(is_told(&p, "Shade: the winner that is named has not"));
	release(&p);
	/* Its column of winners has no place in tables/. */
	place(&p,
	      "# Oak vs elm\n\n| | Oak | Elm | Winner |\n|---|---|---|---|\n"
	      "| Price | 4/5 | 3/5 | Oak |\n| Shade | 2/5 | 5/5 | Oak |\n",
	      *state);
	assert_str(scores(&p), "4-3 2-5");
	assert_int_equal(p.draft.table_count, 0);
	release(&p);
}

static void winners_are_points_and_their_words_verdicts(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\n## Price\n\nOak is dear.\n\nElm is quick and "
	      "wins races.\n\n### Winner: Elm\n\nBy far.\n\n## Shade\n\nOak "
	      "is wide.\n\nElm is thin.\n\nIt's a tie.\n",
	      *state);
	assert_str(scores(&p), "0-1 1-1");
	assert_str(buf_str(&p.draft.criteria[0].verdict.text),
		   "Winner: Elm\n\nBy far.\n");
	assert_str(buf_str(&p.draft.criteria[1].verdict.text), "It's a tie.\n");
	release(&p);
}

static void scores_that_do_not_run_on_stay_text(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\nTwo woods for all of your gardens.\n\n## Price\n\nOak is dear.\n\nElm is "
	      "cheap.\n\nOak 4 – 9 Elm\n\n## Shade\n\nOak is "
	      "wide.\n\nElm is thin.\n\nOak 8 – 2 Elm\n",
	      *state);
	assert_false(p.draft.scored);
	assert_int_equal(p.draft.todo.count, 1);
	assert_str(buf_str(&p.draft.criteria[0].body.text), "Oak 4 – 9 Elm\n");
	release(&p);
}

static void what_names_nobody_goes_on_where_it_says_so(void **state)
{
	struct placed p;

	place(&p,
	      "# Oak vs elm\n\nTwo woods for all of your gardens.\n\n## Price\n\nOak is dear.\n\nIt rises.\n\n"
	      "Elm is cheap:\n\n- in spring\n\n## Shade\n\nOak is "
	      "wide.\n\nRain matters.\n\nElm is thin.\n",
	      *state);
	assert_str(criteria(&p), "Price [Oak is dear.\n\nIt rises.|Elm is "
				 "cheap:\n\n- in spring]; Shade [|]");
	assert_str(buf_str(&p.draft.criteria[1].body.text),
		   "Oak is wide.\n\nRain matters.\n\nElm is thin.\n");
	assert_int_equal(p.draft.todo.count, 1);
	release(&p);
}

static void lists_below_an_option_are_its_own(void **state)
{
	struct placed p;
	const struct draft_option *oak;

	place(&p,
	      "# Oak vs elm\n\n## Oak\n\nOld.\n\n**Height:** 30 m\n\n"
	      "Cons:\n\n- Slow\n\n### Best for\n\n- benches\n\n"
	      "## Elm\n\nYoung.\n",
	      *state);
	oak = &p.draft.options[0];
	assert_str(oak->lists[LIST_CONS].items[0], "Slow");
	assert_str(oak->lists[LIST_BEST_FOR].items[0], "benches");
	assert_str(buf_str(&oak->body.text), "Old.\n\n**Height:** 30 m\n");
	release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sections_with_a_part_each_are_criteria),
		TEST(a_topic_below_two_options_is_a_criterion),
		TEST(sentences_make_a_criterion_beside_another),
		TEST(ratings_on_one_scale_are_scores),
		TEST(a_table_rates_the_criteria_of_its_rows),
		TEST(ratings_of_which_1_is_the_best_are_no_scores),
		TEST(what_is_said_of_all_is_no_criterion),
		TEST(winners_are_points_and_their_words_verdicts),
		TEST(scores_that_do_not_run_on_stay_text),
		TEST(what_names_nobody_goes_on_where_it_says_so),
		TEST(lists_below_an_option_are_its_own),
	};

	return RUN(tests);
}
