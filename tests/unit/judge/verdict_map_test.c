#include "table.h"

#include "judge/verdict_map.h"

static const size_t EACH[] = { 0, 1, 2 };

static struct verdict_map map_from(const char *table, size_t bundles,
				   struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);

	return verdict_map_of(c, result_of(c, arena), EACH, bundles, arena);
}

/* Who has the greatest total at a point, none near it: a region, or none. */
static size_t first_at(const double *values, size_t options, size_t bundles,
		       const double *at, double *lead)
{
	double most = -1;
	size_t first = 0;

	*lead = 2;
	for (size_t i = 0; i < options; i++) {
		double total = 0;

		for (size_t g = 0; g < bundles; g++)
			total += at[g] * values[g * options + i];
		*lead = fmin(*lead, fabs(total - most));
		if (total > most) {
			*lead = total - most;
			most = total;
			first = i;
		}
	}
	return first;
}

static bool holds(const struct map_outline *outline, const double *at)
{
	bool left = false, right = false;

	for (size_t k = 0; k < outline->count; k++) {
		const double *a = outline->corners[k].at;
		const double *b = outline->corners[(k + 1) % outline->count].at;
		double turn = (b[0] - a[0]) * (at[1] - a[1]) -
			      (b[1] - a[1]) * (at[0] - a[0]);

		left |= turn > 1e-12;
		right |= turn < -1e-12;
	}
	return outline->count && !(left && right);
}

/* Every point of a fine grid lies in the region of who is first there. */
static void regions_are_where_their_options_are_first(void **state)
{
	enum { STEPS = 60 };
	static const char TABLE[] = "  a b c d e\n"
				    "x 3 9 2 6 5 7\n"
				    "y 2 1 9 7 4 6\n"
				    "z 1 4 3 7 9 6\n";
	static const double VALUES[] = { .9, .2, .6, .5, .7, .1, .9, .7,
					 .4, .6, .4, .3, .7, .9, .6 };
	struct verdict_map map = map_from(TABLE, 3, *state);
	size_t counts[5] = { 0 }, points = 0;
	double sum = 0;

	assert_null(map.refusal);
	for (int i = 1; i < STEPS; i++)
		for (int k = 1; i + k < STEPS; k++) {
			double at[] = { (double)i / STEPS, (double)k / STEPS,
					(double)(STEPS - i - k) / STEPS };
			double lead;
			size_t first = first_at(VALUES, 5, 3, at, &lead);

			points++;
			counts[first]++;
			for (size_t n = 0; n < map.region_count; n++)
				if (map.regions[n].option == first)
					assert_true(holds(
						&map.regions[n].outline, at));
		}
	for (size_t n = 0; n < map.region_count; n++) {
		const struct map_region *region = &map.regions[n];
		double share = (double)counts[region->option] / (double)points;

		sum += region->share;
		assert_true(fabs(region->share - share) < 0.03);
		counts[region->option] = 0;
	}
	assert_near(sum, 1);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(counts[i], 0);
}

static void two_bundles_are_a_line(void **state)
{
	struct verdict_map map =
		map_from("  a b\nx 1 8 4\ny 3 2 8\n", 2, *state);

	assert_int_equal(map.region_count, 2);
	assert_int_equal(map.regions[0].option, 1);
	assert_near(map.regions[0].share, 0.6);
	assert_near(map.own.at[1], 0.75);
	/* b is first, until x has more than 0.6 of the weight. */
	assert_true(map.turns);
	assert_int_equal(map.turn_bundle, 0);
	assert_int_equal(map.turn_to, 0);
	assert_near(map.turn.at[0], 0.6);
}

static void those_that_are_alike_hold_a_region_together(void **state)
{
	struct verdict_map map =
		map_from("  a b c\nx 1 8 8 1\ny 1 2 2 1\n", 2, *state);

	assert_int_equal(map.region_count, 1);
	assert_true(map.regions[0].names[0] && map.regions[0].names[1]);
	assert_false(map.regions[0].names[2]);
	assert_int_equal(map.regions[0].clear.count, 0);
	assert_false(map.proved);
	assert_false(map.turns);
}

static void who_is_ahead_at_every_corner_is_so_everywhere(void **state)
{
	assert_true(map_from("  a b\nx 1 8 4\ny 3 9 8\n", 2, *state).proved);
	/* At one corner another is level. */
	assert_false(map_from("  a b\nx 1 8 8\ny 3 9 8\n", 2, *state).proved);
}

static void the_clear_part_is_where_the_lead_is_no_close_call(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 8 4\ny 1 4 8\n", *state);
	struct verdict_map map;

	c->scoring.close = 0.2;
	map = verdict_map_of(c, result_of(c, *state), EACH, 2, *state);
	/* The lead is 0.4 (x - y), which is 0.2 at x = 0.75. */
	assert_near(map.regions[0].share, 0.5);
	assert_near(fabs(map.regions[0].clear.corners[0].at[0] -
			 map.regions[0].clear.corners[1].at[0]),
		    0.25);
}

static void who_is_ruled_out_holds_nothing(void **state)
{
	struct comparison *c =
		comparison_from("  a b c\nx 1 8 4 9\ny 1 4 8 9\n", *state);
	struct verdict_map map;

	c->criteria[0].must =
		(struct must){ .kind = MUST_AT_MOST, .bound = 8.5 };
	map = verdict_map_of(c, result_of(c, *state), EACH, 2, *state);
	assert_int_equal(map.region_count, 2);
	assert_true(map.regions[0].option < 2 && map.regions[1].option < 2);
}

static void points_are_sums_too(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 2 1 0\ny 1 0 1\nz 1 1 1\n", *state);
	struct verdict_map map;

	c->scoring.method = METHOD_POINTS;
	c->scoring.max = 1;
	map = verdict_map_of(c, result_of(c, *state), EACH, 3, *state);
	assert_null(map.refusal);
	assert_int_equal(map.region_count, 2);
	assert_near(map.regions[0].share, 0.5);
	assert_near(map.own.at[0], 0.5);
}

static void it_is_refused_where_totals_are_no_sums(void **state)
{
	struct comparison *c =
		comparison_from("  a b\nx 1 8 4\ny 1 4 8\n", *state);

	c->scoring.method = METHOD_TOPSIS;
	assert_non_null(verdict_map_of(c, result_of(c, *state), EACH, 2, *state)
				.refusal);
	c = comparison_from("  a b\nx 1 8 4\ny 1 4 -\n", *state);
	c->scoring.missing = MISSING_AVAILABLE;
	assert_non_null(verdict_map_of(c, result_of(c, *state), EACH, 2, *state)
				.refusal);
	assert_non_null(map_from("  a b\nx 1 8 4\n", 1, *state).refusal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(regions_are_where_their_options_are_first),
		TEST(two_bundles_are_a_line),
		TEST(those_that_are_alike_hold_a_region_together),
		TEST(who_is_ahead_at_every_corner_is_so_everywhere),
		TEST(the_clear_part_is_where_the_lead_is_no_close_call),
		TEST(who_is_ruled_out_holds_nothing),
		TEST(points_are_sums_too),
		TEST(it_is_refused_where_totals_are_no_sums),
	};

	return RUN(tests);
}
