#include "judged.h"

#include "view/lead_view.h"
#include "view/share_view.h"

static struct card option_card(const char *table, size_t option,
			       struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);

	*s = subject_in(comparison_from(table, arena), arena);
	return option_card_of(s, option);
}

/* Of options `one` and `other`. */
static struct card pair_card(struct comparison *c, struct pair pair,
			     struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);
	struct versus *v = arena_new(arena, struct versus);
	struct versus_basis basis;
	struct pair_subject p;

	*s = subject_in(c, arena);
	basis = versus_basis_of(c, s->r, arena);
	*v = versus_of(&basis, pair, arena);
	p = pair_subject_of(s, v);
	return pair_card_of(&p);
}

/* A pair's page says so; what is proved is not told of draws. */
static void a_pair_is_told_of_what_there_is(void **state)
{
	struct comparison *level = comparison_from("  a b\nx 1 5 5\n", *state);
	struct comparison *ahead =
		comparison_from("  a b\nx 1 9 5\ny 1 8 5\n", *state);
	struct comparison *drawn =
		comparison_from("  a b\nx 1 9 5\ny 1 4 5\n", *state);
	struct subject s = subject_in(level, *state);
	struct versus_basis basis = versus_basis_of(level, s.r, *state);
	struct versus v = versus_of(&basis, (struct pair){ 0, 1 }, *state);
	struct pair_subject p = pair_subject_of(&s, &v);

	assert_str(pair_summary(&p),
		   "A tie: both have 5.00; they are level on the "
		   "only criterion.");
	ahead->scoring.method = drawn->scoring.method = METHOD_TOPSIS;
	s = subject_in(ahead, *state);
	assert_str(lead_robustness(&s), "a comes first whatever the weights.");
	assert_str(lead_note_of_two(&s), "");
	s = subject_in(drawn, *state);
	assert_true(str_starts(lead_note_of_two(&s),
			       s.r->robustness_draws ? "From " : "Computed "));
}

static void a_card_shows_the_best_and_counts_the_rest(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c d e f g h\n"
						      "x 1 1 2 3 4 5 6 7 9\n",
						      *state),
				      *state);
	struct card card = card_of(&s);

	assert_int_equal(card.bar_count, 6);
	assert_str(card.headlines[0].text, "h: 9 against 7");
	assert_str(card.bars[0].name, "h");
	assert_str(card.bars[0].value, "9.00");
	assert_int_equal(card.bars[0].slot, 7);
	assert_near(card.bars[0].share, 0.9);
	assert_true(card.bars[0].is_front);
	assert_str(card.bars[5].name, "c");
	assert_false(card.bars[5].is_front);
	assert_str(card.more, "and 2 more");
}

static void a_card_without_a_result_has_no_bars(void **state)
{
	struct subject s =
		subject_in(comparison_from("  a b\nx 1 - 4\n", *state), *state);
	struct card card = card_of(&s);

	assert_int_equal(card.bar_count, 0);
	assert_string_equal(card.headlines[0].rule, "title");
	assert_str(card.more, "");
}

/* Without scores, too, it shows who is compared: all alike. */
static void a_card_without_scores_names_the_options(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 - -\n", *state);
	struct prose best = { .plain = STR("old machines") };
	struct subject s;
	struct card card;

	for (size_t i = 0; i < 2; i++)
		c->options[i].best_for = (struct prose_list){ &best, 1 };
	s = subject_in(c, *state);
	card = card_of(&s);
	assert_int_equal(card.bar_count, 2);
	assert_str(card.bars[1].name, "b");
	assert_near(card.bars[0].share, card.bars[1].share);
	assert_false(card.bars[0].is_front || card.bars[1].is_front);
}

/* Who has no score has no bar, and is counted with those left out. */
static void a_criterions_card_shows_who_was_scored(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c\n"
						      "x 1 2 - 9\n"
						      "y 1 5 6 7\n",
						      *state),
				      *state);
	struct card card = criterion_card_of(&s, 0);

	assert_int_equal(card.bar_count, 2);
	assert_str(card.bars[0].name, "c");
	assert_str(card.bars[1].name, "a");
	assert_str(card.more, "and 1 more");
	assert_str(card.headlines[0].text, "Nobody wins");
}

/* A lead below the limit is no lead, on a badge as elsewhere. */
static void the_badge_of_a_close_call_names_no_leader(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 7 6\n",
					       *state);
	struct subject s = subject_in(c, *state);

	assert_true(badge_of(&s).has_leader);
	c->scoring.close = 0.2;
	s = subject_in(c, *state);
	assert_true(s.r->close);
	assert_false(badge_of(&s).has_leader);
	assert_str(badge_of(&s).result, "too close to call");
}

/* a has no score for z, and a total all the same. */
static const char PARTLY[] = "  a b c\n"
			     "x 2 9 6 5\n"
			     "y 1 6 3 2\n"
			     "z 3 - 7 8\n";

static void beside_a_total_pictures_say_on_how_little_it_is_judged(void **state)
{
	struct comparison *c = comparison_from(PARTLY, *state);
	struct subject s;
	struct card card;

	c->scoring.missing = MISSING_AVAILABLE;
	s = subject_in(c, *state);
	assert_true(
		str_ends(badge_of(&s).result, "8.00 of 10 on 2 of 3 criteria"));
	card = card_of(&s);
	assert_str(card.note, "a scored on 2 of 3 criteria");
	assert_str(card.short_note,
		   "some totals are over part of the criteria");
	assert_str(option_card_of(&s, 0).note, "a scored on 2 of 3 criteria");
	assert_str(option_card_of(&s, 1).note, "");
	card = pair_card(c, (struct pair){ 0, 1 }, *state);
	assert_str(card.note, "a scored on 2 of 3 criteria");
	card = pair_card(c, (struct pair){ 1, 2 }, *state);
	assert_str(card.note, "");
	/* Of several a card has no room for the names. */
	c->criteria[1].scores[2].value = NAN;
	s = subject_in(c, *state);
	card = card_of(&s);
	assert_str(card.note, "some totals are over part of the criteria");
}

/* Where what is missing counts as the worst, a total is over all. */
static void pictures_say_nothing_of_totals_over_all(void **state)
{
	struct comparison *c = comparison_from(PARTLY, *state);
	struct subject s;

	c->scoring.missing = MISSING_WORST;
	s = subject_in(c, *state);
	assert_str(card_of(&s).note, "");
	assert_str(badge_of(&s).result, "a tie");
}

static const char THREE[] = "  a b c\n"
			    "x 1 8 2 5\n"
			    "y 1 9 3 3\n"
			    "z 2 1 9 5\n"
			    "w 1 7 7 2\n";

/* What it wins comes first, and only that is strong. */
static void an_options_card_says_what_it_is_best_on(void **state)
{
	struct card card = option_card(THREE, 0, *state);

	assert_int_equal(card.headline_count, 2);
	assert_str(card.headlines[0].text,
		   "a is best alone on 2 of 4 criteria");
	assert_int_equal(card.bar_count, 4);
	assert_str(card.bars[0].name, "y");
	assert_true(card.bars[0].is_front);
	assert_str(card.bars[3].name, "z");
	assert_false(card.bars[3].is_front);
	assert_near(card.full, 1);
	assert_near(card.bars[0].share, 0.9);
}

static void an_option_that_is_best_on_nothing_has_its_place(void **state)
{
	struct card card = option_card("  a b c\n"
				       "x 1 8 2 5\n"
				       "y 1 9 3 3\n",
				       2, *state);

	assert_str(card.headlines[0].text, "c is number 2 of 3");
	card = option_card("  a b c\n"
			   "x 1 8 2 8\n"
			   "y 1 9 3 3\n",
			   2, *state);
	assert_str(card.headlines[0].text,
		   "c shares the best value on 1 of 2 criteria");
}

/* Of many criteria those at both ends. */
static void an_options_card_has_six_bars(void **state)
{
	struct card card = option_card("  a b\n"
				       "p 1 9 1\n"
				       "q 1 8 1\n"
				       "r 1 7 1\n"
				       "s 1 5 4\n"
				       "t 1 4 5\n"
				       "u 1 1 7\n"
				       "v 1 1 8\n"
				       "w 1 1 9\n",
				       0, *state);

	assert_int_equal(card.bar_count, CARD_BARS);
	assert_str(card.bars[2].name, "r");
	assert_str(card.bars[3].name, "u");
	assert_str(card.bars[5].name, "w");
}

/* A close call keeps its words on the cards of who may be first. */
static void a_close_call_stays_one_on_an_options_card(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 9 5 1\n"
					       "y 1 5 8.8 1\n",
					       *state);
	struct subject s;
	struct card card;

	c->scoring.close = 0.1;
	s = subject_in(c, *state);
	card = option_card_of(&s, 0);
	assert_str(card.headlines[0].text, "Too close to call");
	assert_str(card.headlines[0].more,
		   "a is best alone on 1 of 2 criteria.");
	card = option_card_of(&s, 2);
	assert_str(card.headlines[0].text, "c is number 3 of 3");
	/* Near the first and best on nothing: of itself, not of the others. */
	c = comparison_from("  a b c\n"
			    "x 1 9 5 7\n"
			    "y 1 5 9.2 7\n",
			    *state);
	c->scoring.close = 0.1;
	s = subject_in(c, *state);
	card = option_card_of(&s, 2);
	assert_str(card.headlines[0].text, "Too close to call");
	assert_str(card.headlines[0].more, "7.00 of 10 \xC2\xB7 rank 2 of 3");
}

static void who_is_out_has_a_card_that_says_so(void **state)
{
	struct comparison *c = comparison_from(THREE, *state);
	struct subject s;
	struct card card;

	c->criteria[0].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	s = subject_in(c, *state);
	card = option_card_of(&s, 1);
	assert_str(card.headlines[0].text, "b is not in the running");
	assert_true(card.headlines[0].more.len > 0);
}

static void without_scores_a_card_says_what_an_option_is_best_for(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 - -\n", *state);
	struct prose best = { .plain = STR("old machines") };
	struct subject s;
	struct card card;

	c->options[0].best_for = (struct prose_list){ &best, 1 };
	s = subject_in(c, *state);
	card = option_card_of(&s, 0);
	assert_str(card.headlines[0].text, "a: best for old machines");
	assert_int_equal(card.bar_count, 0);
	card = option_card_of(&s, 1);
	assert_str(card.headlines[0].text, "b");
}

static void a_pairs_card_says_who_beats_whom(void **state)
{
	struct comparison *c = comparison_from(THREE, *state);
	struct card card = pair_card(c, (struct pair){ 0, 2 }, *state);

	assert_str(card.headlines[0].text, "a beats c on 3 of 4 criteria");
	assert_int_equal(card.row_count, 4);
	assert_str(card.rows[0].title, "y");
	assert_str(card.rows[3].title, "z");
	assert_str(card.sides[0].name, "a");
	assert_true(card.sides[0].total.len > 0);
}

/* Who wins fewer and leads is not said to beat the other on more. */
static void a_pairs_card_tells_of_fewer_wins(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 1 2\n"
					       "y 1 1 2\n"
					       "z 5 9 1\n",
					       *state);
	struct card card = pair_card(c, (struct pair){ 0, 1 }, *state);

	assert_str(card.headlines[0].text,
		   "b wins 2 criteria, a 1, and a leads");
	c->scoring.close = 0.9;
	card = pair_card(c, (struct pair){ 0, 1 }, *state);
	assert_str(card.headlines[0].text, "Too close to call");
}

/* Rows that pull most, none too low for its words. */
static void a_pairs_card_has_room_for_each_row(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "p 90 6 5\n"
					       "q 1 1 9\n"
					       "r 40 7 3\n"
					       "s 30 5 5\n",
					       *state);
	struct card card = pair_card(c, (struct pair){ 0, 1 }, *state);

	assert_int_equal(card.row_count, 3);
	assert_str(card.rows[0].title, "r");
	assert_str(card.more, "and 1 criterion more");
}

static void cards_of_many_are_drawn_on_request(void **state)
{
	struct site site = { .pictures = PICTURE_ALL };
	struct subject s = subject_in(comparison_from(THREE, *state), *state);
	struct comparison *c = arena_new(*state, struct comparison);

	*c = *s.c;
	s.c = c;
	s.site = &site;
	assert_true(option_cards_are_drawn(&s));
	c->option_count = 65;
	assert_false(option_cards_are_drawn(&s));
	site.pictures_listed = true;
	assert_true(option_cards_are_drawn(&s));
	site.pictures = PICTURE_CARDS;
	assert_false(option_cards_are_drawn(&s));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pair_is_told_of_what_there_is),
		TEST(a_card_shows_the_best_and_counts_the_rest),
		TEST(a_card_without_a_result_has_no_bars),
		TEST(a_card_without_scores_names_the_options),
		TEST(a_criterions_card_shows_who_was_scored),
		TEST(the_badge_of_a_close_call_names_no_leader),
		TEST(beside_a_total_pictures_say_on_how_little_it_is_judged),
		TEST(pictures_say_nothing_of_totals_over_all),
		TEST(an_options_card_says_what_it_is_best_on),
		TEST(an_option_that_is_best_on_nothing_has_its_place),
		TEST(an_options_card_has_six_bars),
		TEST(a_close_call_stays_one_on_an_options_card),
		TEST(who_is_out_has_a_card_that_says_so),
		TEST(without_scores_a_card_says_what_an_option_is_best_for),
		TEST(a_pairs_card_says_who_beats_whom),
		TEST(a_pairs_card_tells_of_fewer_wins),
		TEST(a_pairs_card_has_room_for_each_row),
		TEST(cards_of_many_are_drawn_on_request),
	};

	return RUN(tests);
}
