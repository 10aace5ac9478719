#include "unit.h"

#include <unistd.h>

#include "base/image_size.h"

#define BYTES(literal) ((struct str){ literal, sizeof(literal) - 1 })
#define assert_size(head, w, h)                                            \
	do {                                                               \
		struct image_size size_ = image_size_of(head);             \
		if (size_.width != (w) || size_.height != (h))             \
			fail_msg("%s: %u x %u, not %u x %u", #head,        \
				 size_.width, size_.height, (unsigned)(w), \
				 (unsigned)(h));                           \
	} while (0)

#define PNG "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\x2C\0\0\0\xC8"
#define JFIF "\xFF\xD8\xFF\xE0\0\x04\0\0"
#define FRAME "\xFF\xC2\0\x11\x08\0\xC8\1\x2C\3\0\0\0\0\0\0"
#define EXIF(low)                \
	"\xFF\xD8\xFF\xE1\0\x22" \
	"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0" low "\0\0\0\0\0\0\0"

static void each_form_has_its_size(void **state)
{
	(void)state;
	assert_size(BYTES(PNG), 300, 200);
	assert_size(BYTES("GIF89a\x2C\1\xC8\0"), 300, 200);
	assert_size(BYTES(JFIF FRAME), 300, 200);
	assert_size(BYTES("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x2B\1\0\xC7"
			  "\0\0"),
		    300, 200);
	assert_size(BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x2B\xC1\x31\0"),
		    300, 200);
	assert_size(BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\1\x2A\x2C\1"
			  "\xC8\0"),
		    300, 200);
	assert_size(BYTES("\0\0\0\x1C"
			  "ftypavif....ispe\0\0\0\0\0\0\0\x40\0\0\0\x40"
			  "\0\0\0\x14ispe\0\0\0\0\0\0\1\x2C\0\0\0\xC8"),
		    300, 200);
}

static void a_photograph_held_sideways_is_upright(void **state)
{
	(void)state;
	assert_size(BYTES(EXIF("\6") FRAME), 200, 300);
	assert_size(BYTES(EXIF("\1") FRAME), 300, 200);
	assert_size(BYTES(EXIF("\3") FRAME), 300, 200);
}

static void an_svg_has_the_size_it_says_or_that_of_its_box(void **state)
{
	static const struct {
		const char *svg;
		unsigned width, height;
	} CASES[] = {
		{ "<svg width=\"300\" height='200px'/>", 300, 200 },
		{ "<?xml version='1.0'?>\n<!DOCTYPE svg>\n<!-- <svg width='1' "
		  "height='1'> -->\n<svg viewBox=\"0 0 300 200\">",
		  300, 200 },
		{ "<svg width='150' viewBox='0,0,300,200'>", 150, 100 },
		{ "<svg width='100%' height='100%' viewBox='-1 -1 300 200'>",
		  300, 200 },
		{ "<s:svg stroke-width='9' width='1in' height='72pt'>", 96,
		  96 },
		{ "<svg height='100' viewBox='0 0 300 200'>", 150, 100 },
		{ "<svg width='9' height='8' viewBox='0 0 3 -1'>", 9, 8 },
		{ "<svg width='9' height='8' viewBox='0 0 3'>", 9, 8 },
		{ "<svg xwidth='9' data-height='8' width=\"7\" height='6'>", 7,
		  6 },
		{ "<svg>", 0, 0 },
		{ "<svg viewBox='0 0 0 0'>", 0, 0 },
		{ "<svg width='1e99' height='-1'>", 0, 0 },
		{ "<html><svg width='3' height='3'>", 0, 0 },
		{ "no picture", 0, 0 },
		{ "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_size(str_from(CASES[i].svg), CASES[i].width,
			    CASES[i].height);
}

/* Cut at every byte, and with every byte another. */
static void what_is_broken_harms_nothing(void **state)
{
	static const struct str HEADS[] = {
		{ PNG, sizeof(PNG) - 1 },
		{ JFIF FRAME, sizeof(JFIF FRAME) - 1 },
		{ EXIF("\6") FRAME, sizeof(EXIF("\6") FRAME) - 1 },
		{ "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x2B\xC1\x31\0", 25 },
		{ "\0\0\0\x1C"
		  "ftypavif....ispe\0\0\0\0\0\0\0\x40\0\0\0\x40",
		  32 },
		{ "<svg width='1' viewBox='0 0 1 1' x=''><!-- ", 43 },
	};
	uint32_t random = 7;

	for (size_t i = 0; i < sizeof(HEADS) / sizeof(*HEADS); i++)
		for (size_t k = 0; k < 4000; k++) {
			/* Of just that size, so that it is seen to be left. */
			size_t len = k % (HEADS[i].len + 1);
			char *head = malloc(len + 1);

			memcpy(head, HEADS[i].ptr, len);
			head = realloc(head, len ? len : 1);
			for (int n = 0; n < 3 && len; n++) {
				random = random * 1664525 + 1013904223;
				head[random % len] = (char)(random >> 24);
			}
			image_size_of((struct str){ head, len });
			free(head);
		}
	(void)state;
}

static void only_the_head_of_a_file_is_read(void **state)
{
	char path[SCRATCH_MAX];
	int file = scratch_file(path);
	struct image_size size;
	char part[65535 + 2] = "\xFF\xE2\xFF\xFF";

	assert_true(write(file, JFIF, sizeof(JFIF) - 1) > 0);
	assert_true(write(file, part, sizeof(part)) > 0);
	assert_true(write(file, FRAME, sizeof(FRAME) - 1) > 0);
	assert_true(image_size_read(path, &size));
	assert_int_equal(size.width, 300);
	assert_int_equal(size.height, 200);
	for (int k = 0; k < 20; k++)
		assert_true(pwrite(file, part, sizeof(part),
				   8 + k * (off_t)sizeof(part)) > 0);
	assert_true(image_size_read(path, &size));
	assert_int_equal(size.width, 0);
	close(file);
	unlink(path);
	assert_false(image_size_read(path, &size));
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_form_has_its_size),
		TEST(a_photograph_held_sideways_is_upright),
		TEST(an_svg_has_the_size_it_says_or_that_of_its_box),
		TEST(what_is_broken_harms_nothing),
		TEST(only_the_head_of_a_file_is_read),
	};

	return RUN(tests);
}
