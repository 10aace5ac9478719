#include "judged.h"

#include "view/data_view.h"
#include "view/decision_view.h"

/* What is said when option b is chosen, with this status. */
static struct str said(struct comparison *c, const char *status,
		       struct arena *arena)
{
	struct subject s;

	c->decision.given = true;
	c->decision.status.str = str_from(status);
	c->decision.chosen =
		(struct claimed){ .claim = CLAIM_OPTION, .option = 1 };
	s = subject_in(c, arena);
	return decision_sentence(&s);
}

static void the_decision_stands_beside_what_the_scores_say(void **state)
{
	struct comparison *c = comparison_from("  a b c\nx 1 9 6 3\n", *state);

	assert_str(said(c, "", *state), "The scores say a; the decision is b.");
	c->criteria[0].scores[1].value = 8.9;
	assert_str(said(c, "", *state),
		   "The scores are too close to call; the decision is b.");
	c->criteria[0].scores[1].value = 9;
	assert_str(said(c, "", *state),
		   "The scores put a and b level; the decision is b.");
	c->criteria[0].must = (struct must){ .kind = MUST_ABOVE, .bound = 9 };
	assert_str(said(c, "", *state),
		   "The scores leave no option in the running; the decision "
		   "is b.");
	c->criteria[0].scores[1].value = NAN;
	assert_str(said(c, "", *state), "The decision is b.");
}

/* A proposal is not yet, and a thing of the past no longer, a decision. */
static void a_status_says_what_the_choice_is(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 6\n", *state);

	assert_str(said(c, "Accepted", *state),
		   "The scores say a; the decision is b.");
	assert_str(said(c, "proposed", *state),
		   "The scores say a; the proposal is b.");
	assert_str(said(c, "rejected", *state),
		   "The scores say a; the proposal of b was rejected.");
	assert_str(said(c, "deprecated", *state),
		   "The scores say a; the decision was b.");
	assert_str(said(c, "superseded by ADR-0123", *state),
		   "The scores say a; the decision was b.");
	assert_str(said(c, "acceptedly", *state),
		   "The scores say a; b is marked \u201cacceptedly\u201d.");
	c->criteria[0].scores[0].value = NAN;
	assert_str(said(c, "proposed", *state), "The proposal is b.");
	assert_str(said(c, "rejected", *state),
		   "The proposal of b was rejected.");
	assert_str(said(c, "deprecated", *state), "The decision was b.");
	assert_str(said(c, "vertagt", *state),
		   "b is marked \u201cvertagt\u201d.");
	c->decision.status_written = STR("accepted");
	assert_str(said(c, "angenommen", *state), "The decision is b.");
}

static void what_rules_the_chosen_out_is_named(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 9 6\n"
					       "y 1 9 6\n",
					       *state);
	struct subject s;

	said(c, "", *state);
	s = subject_in(c, *state);
	assert_str(decision_ruled_out(&s), "");
	c->criteria[0].must = c->criteria[1].must =
		(struct must){ .kind = MUST_ABOVE, .bound = 8 };
	s = subject_in(c, *state);
	assert_str(decision_ruled_out(&s), "b is ruled out by x and y.");
}

static void pages_and_data_have_who_when_and_why(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 9 6\n", *state);
	struct text deciders[] = { { .str = STR("Ann") },
				   { .str = STR("Bob") } };
	struct subject s = subject_in(c, *state);
	const struct value *data;

	assert_int_equal(decision_view(&s)->kind, VALUE_NULL);
	assert_null(value_find(data_view(&s), STR("decision")));
	said(c, "accepted", *state);
	c->decision.date = (struct date){ .year = 2026, .month = 2, .day = 3 };
	c->decision.deciders = deciders;
	c->decision.decider_count = 2;
	c->decision.because.html = STR("It is <em>near</em>.");
	c->decision.because.plain = STR("It is near.");
	s = subject_in(c, *state);
	assert_member(decision_view(&s), "date", "3 February 2026");
	assert_member(decision_view(&s), "decider_names", "Ann and Bob");
	assert_member(decision_view(&s), "chosen.class", "s2");
	data = value_find(data_view(&s), STR("decision"));
	assert_member(data, "status", "accepted");
	assert_member(data, "date", "2026-02-03");
	assert_member(data, "deciders.1", "Bob");
	assert_member(data, "chosen", "b");
	assert_member(data, "because", "It is near.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_decision_stands_beside_what_the_scores_say),
		TEST(a_status_says_what_the_choice_is),
		TEST(what_rules_the_chosen_out_is_named),
		TEST(pages_and_data_have_who_when_and_why),
	};

	return RUN(tests);
}
