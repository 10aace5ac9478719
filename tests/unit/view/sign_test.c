#include "view/sign.h"

#include "unit.h"

static struct str clip_path(size_t slot, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	sign_clip_path(slot, &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void every_slot_has_a_sign_of_its_own(void **state)
{
	for (size_t i = 0; i < PALETTE_SLOTS; i++)
		for (size_t k = 0; k < i; k++)
			assert_false(str_equals(clip_path(i, *state),
						clip_path(k, *state)));
	assert_str(clip_path(PALETTE_SLOTS, *state), clip_path(0, *state).ptr);
}

/* Or the box of a page would cut it. */
static void no_sign_leaves_its_reach(void **state)
{
	(void)state;
	for (size_t i = 0; i < PALETTE_SLOTS; i++) {
		struct sign sign = sign_of(i);

		for (size_t k = 0; k < sign.ring_count; k++)
			for (size_t n = 0; n < sign.rings[k].count; n++)
				assert_true(fabs(sign.rings[k].x[n]) <=
						    SIGN_REACH &&
					    fabs(sign.rings[k].y[n]) <=
						    SIGN_REACH);
	}
}

static void a_page_cuts_the_sign_out_of_a_box(void **state)
{
	assert_str(clip_path(1, *state),
		   "polygon(evenodd,15.8% 15.8%,84.2% 15.8%,84.2% 84.2%,"
		   "15.8% 84.2%,15.8% 15.8%)");
	assert_str(clip_path(13, *state),
		   "polygon(evenodd,15.8% 15.8%,84.2% 15.8%,84.2% 84.2%,"
		   "15.8% 84.2%,15.8% 15.8%,29.5% 29.5%,70.5% 29.5%,"
		   "70.5% 70.5%,29.5% 70.5%,29.5% 29.5%,15.8% 15.8%)");
}

static bool has_two_sides(const struct sign_ring *ring, double by_x,
			  double by_y)
{
	for (size_t n = 0; n < ring->count; n++) {
		bool found = false;

		for (size_t m = 0; m < ring->count; m++)
			found |= fabs(ring->x[m] - by_x * ring->x[n]) < 1e-9 &&
				 fabs(ring->y[m] - by_y * ring->y[n]) < 1e-9;
		if (!found)
			return false;
	}
	return true;
}

/* Each corner has another across the upright or the level middle. */
static void a_sign_is_the_same_on_both_sides(void **state)
{
	(void)state;
	for (size_t i = 0; i < PALETTE_SLOTS; i++) {
		struct sign_ring ring = sign_of(i).rings[0];

		assert_true(has_two_sides(&ring, -1, 1) ||
			    has_two_sides(&ring, 1, -1));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_slot_has_a_sign_of_its_own),
		TEST(no_sign_leaves_its_reach),
		TEST(a_page_cuts_the_sign_out_of_a_box),
		TEST(a_sign_is_the_same_on_both_sides),
	};

	return RUN(tests);
}
