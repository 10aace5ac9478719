#include "render/flat_png.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

/* Of RFC 1951: what a repetition can be. */
enum { SHORTEST = 3, LONGEST = 258, FARTHEST = 32768 };

static void put_bytes(struct flat_png *png, size_t at, size_t end);
static void repeat(struct flat_png *png, size_t at, size_t count);
static size_t same(const unsigned char *a, const unsigned char *b, size_t most);
static void put_repeated(struct flat_png *png);
static void put_repetitions(struct flat_png *png, size_t length,
			    size_t distance);
static void put_repetition(struct flat_png *png, unsigned length,
			   unsigned distance);
static void put_symbol(struct flat_png *png, unsigned symbol);
static unsigned reversed(unsigned code, unsigned count);
static void put_bits(struct flat_png *png, unsigned bits, unsigned count);
static void put_byte(struct flat_png *png, uint64_t byte);
static void put_palette(const uint32_t *colours, size_t count, struct buf *to);
static void put_chunk(struct buf *to, const char *name, struct str data);
static void put_number(struct buf *to, uint32_t number);

void flat_png_begin(struct flat_png *png, size_t width, size_t height)
{
	*png = (struct flat_png){
		.width = width,
		.height = height,
		.row = memory_alloc(width + 1),
		.above = memory_alloc(width + 1),
		.data = memory_alloc((width + 1) * height / 8 * 9 + 64),
		.checksum = adler32(0, NULL, 0),
	};
	png->row[0] = 0; /* no filter, in any row */
	/* zlib's header: a window of 32 KiB, the fastest algorithm. */
	put_byte(png, 0x78);
	put_byte(png, 0x01);
	put_bits(png, 1, 1); /* the last block */
	put_bits(png, 1, 2); /* of fixed codes */
}

void flat_png_row(struct flat_png *png, const unsigned char *indices,
		  size_t from, size_t to)
{
	size_t length = png->width + 1;

	if (from < to) {
		memcpy(png->above + 1 + from, png->row + 1 + from, to - from);
		memcpy(png->row + 1 + from, indices, to - from);
		png->row_checksum =
			adler32(adler32(0, NULL, 0), png->row, (uInt)length);
	}
	if (png->has_above) {
		repeat(png, 0, from + 1);
		put_bytes(png, from + 1, to + 1);
		repeat(png, to + 1, png->width - to);
	} else {
		put_bytes(png, 0, length);
	}
	png->has_above = length <= FARTHEST;
	png->checksum = adler32_combine(png->checksum, png->row_checksum,
					(z_off_t)length);
}

void flat_png_end(struct flat_png *png, const uint32_t *colours, size_t count,
		  struct buf *to)
{
	struct buf head = { 0 };

	put_repeated(png);
	put_symbol(png, 256);
	put_bits(png, 0, (8 - png->bit_count % 8) % 8);
	for (; png->bit_count; png->bit_count -= 8, png->bits >>= 8)
		put_byte(png, png->bits);
	for (int shift = 24; shift >= 0; shift -= 8)
		put_byte(png, png->checksum >> shift);

	put_number(&head, (uint32_t)png->width);
	put_number(&head, (uint32_t)png->height);
	buf_raw(&head, (struct str){ "\x08\x03\0\0\0", 5 }); /* a palette */
	buf_raw(to, (struct str){ "\x89PNG\r\n\x1a\n", 8 });
	put_chunk(to, "IHDR", buf_str(&head));
	put_palette(colours, count, to);
	put_chunk(to, "IDAT",
		  (struct str){ (const char *)png->data, png->data_len });
	put_chunk(to, "IEND", STR(""));
	buf_release(&head);
	free(png->data);
	free(png->row);
	free(png->above);
}

/* The longer of the two repetitions, else the byte as it is. */
static void put_bytes(struct flat_png *png, size_t at, size_t end)
{
	const unsigned char *row = png->row, *above = png->above;

	while (at < end) {
		size_t up = png->has_above
				    ? same(row + at, above + at, end - at)
				    : 0;
		size_t run = at ? same(row + at, row + at - 1, end - at) : 0;

		if (up >= run && up >= SHORTEST) {
			repeat(png, at, up);
			at += up;
		} else if (run >= SHORTEST) {
			put_repeated(png);
			put_repetitions(png, run, 1);
			at += run;
		} else {
			put_repeated(png);
			put_symbol(png, row[at++]);
		}
	}
}

/* `count` bytes from `at` are like those above; a few alone are written. */
static void repeat(struct flat_png *png, size_t at, size_t count)
{
	if (png->repeated || count >= SHORTEST)
		png->repeated += count;
	else
		while (count--)
			put_symbol(png, png->row[at++]);
}

static size_t same(const unsigned char *a, const unsigned char *b, size_t most)
{
	size_t i = 0;

	for (; i + 8 <= most; i += 8) {
		uint64_t left, right;

		memcpy(&left, a + i, 8);
		memcpy(&right, b + i, 8);
		if (left != right)
			break;
	}
	while (i < most && a[i] == b[i])
		i++;
	return i;
}

static void put_repeated(struct flat_png *png)
{
	if (png->repeated)
		put_repetitions(png, png->repeated, png->width + 1);
	png->repeated = 0;
}

/* In parts that leave none too short for the next one. */
static void put_repetitions(struct flat_png *png, size_t length,
			    size_t distance)
{
	while (length) {
		size_t part = length < LONGEST ? length : LONGEST;

		if (length - part && length - part < SHORTEST)
			part -= SHORTEST;
		put_repetition(png, (unsigned)part, (unsigned)distance);
		length -= part;
	}
}

/* RFC 1951, 3.2.5: a code for a range, and where in the range it lies. */
static void put_repetition(struct flat_png *png, unsigned length,
			   unsigned distance)
{
	unsigned extra = 0, n = length - SHORTEST;

	if (length == LONGEST) {
		put_symbol(png, 285);
	} else {
		while (n >> extra >= 8)
			extra++;
		put_symbol(png, 257 + 4 * extra + (n >> extra));
		put_bits(png, n & ((1u << extra) - 1), extra);
	}
	n = distance - 1;
	for (extra = 0; n >> extra >= 4;)
		extra++;
	put_bits(png, reversed(2 * extra + (n >> extra), 5), 5);
	put_bits(png, n & ((1u << extra) - 1), extra);
}

/* RFC 1951, 3.2.6: the fixed codes. */
static void put_symbol(struct flat_png *png, unsigned symbol)
{
	if (symbol < 144)
		put_bits(png, reversed(0x30 + symbol, 8), 8);
	else if (symbol < 256)
		put_bits(png, reversed(0x190 + symbol - 144, 9), 9);
	else if (symbol < 280)
		put_bits(png, reversed(symbol - 256, 7), 7);
	else
		put_bits(png, reversed(0xC0 + symbol - 280, 8), 8);
}

/* Codes go into the stream from their highest bit, all else from its lowest. */
static unsigned reversed(unsigned code, unsigned count)
{
	code = (code >> 1 & 0x5555) | (code & 0x5555) << 1;
	code = (code >> 2 & 0x3333) | (code & 0x3333) << 2;
	code = (code >> 4 & 0x0F0F) | (code & 0x0F0F) << 4;
	code = (code >> 8 & 0x00FF) | (code & 0x00FF) << 8;
	return code >> (16 - count);
}

static void put_bits(struct flat_png *png, unsigned bits, unsigned count)
{
	png->bits |= (uint64_t)bits << png->bit_count;
	png->bit_count += count;
	if (png->bit_count >= 32) {
		for (unsigned i = 0; i < 4; i++)
			put_byte(png, png->bits >> 8 * i);
		png->bits >>= 32;
		png->bit_count -= 32;
	}
}

static void put_byte(struct flat_png *png, uint64_t byte)
{
	png->data[png->data_len++] = (unsigned char)(byte & 0xFF);
}

static void put_palette(const uint32_t *colours, size_t count, struct buf *to)
{
	char bytes[3 * FLAT_PNG_COLOURS];

	for (size_t i = 0; i < count; i++) {
		bytes[3 * i] = (char)(colours[i] >> 16 & 0xFF);
		bytes[3 * i + 1] = (char)(colours[i] >> 8 & 0xFF);
		bytes[3 * i + 2] = (char)(colours[i] & 0xFF);
	}
	put_chunk(to, "PLTE", (struct str){ bytes, 3 * count });
}

/* Its length, name and data, and the checksum of the latter two. */
static void put_chunk(struct buf *to, const char *name, struct str data)
{
	size_t start;

	put_number(to, (uint32_t)data.len);
	start = to->len;
	buf_text(to, name);
	buf_raw(to, data);
	put_number(to, (uint32_t)crc32(0, (const Bytef *)to->ptr + start,
				       (uInt)(to->len - start)));
}

static void put_number(struct buf *to, uint32_t number)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_char(to, (char)(number >> shift & 0xFF));
}
