#include "draw/flat_png.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

/* Of RFC 1951: what a repetition can be. */
enum { SHORTEST = 3, LONGEST = 258, FARTHEST = 32768, END = 256 };

/* The distance of 1. */
static const struct bits NEXT = { 0, 5 };

enum { PADDING = 8 };

static size_t begin(struct flat_png *png);
static void advance(struct flat_png *png, size_t count);
static void put_bytes(struct flat_png *png, size_t at, size_t end);
static void repeat(struct flat_png *png, size_t at, size_t count);
static inline size_t same(const unsigned char *a, const unsigned char *b,
			  size_t most);
static void put_repeated(struct flat_png *png);
static void put_repetitions(struct flat_png *png, size_t length,
			    struct bits distance);
static void make_codes(struct flat_png *png);
static struct bits symbol_code(unsigned symbol);
static struct bits length_code(unsigned length);
static struct bits distance_code(unsigned distance);
static struct bits with_extra(struct bits code, unsigned n, unsigned extra);
static struct bits reversed(unsigned code, unsigned count);
static inline void put_bits(struct flat_png *png, struct bits bits);
static void put_byte(struct flat_png *png, uint64_t byte);
static void put_palette(const uint32_t *colours, size_t count, struct buf *to);
static void put_chunk(struct buf *to, const char *name, struct str data);
static void put_number(struct buf *to, uint32_t number);

void flat_png_begin(struct flat_png *png, size_t width, size_t height)
{
	*png = (struct flat_png){
		.width = width,
		.height = height,
		.row = memory_alloc(width + 1 + PADDING),
		.above = memory_alloc(width + 1 + PADDING),
		.data = memory_alloc((width + 1) * height / 8 * 9 + 64),
		.checksum = adler32(0, NULL, 0),
	};
	memset(png->row, 0, width + 1 + PADDING); /* [0]: no filter */
	memset(png->above, 0, width + 1 + PADDING);
	/* zlib's header: a window of 32 KiB, the fastest algorithm. */
	put_byte(png, 0x78);
	put_byte(png, 0x01);
	put_bits(png, (struct bits){ 1, 1 }); /* the last block */
	put_bits(png, (struct bits){ 1, 2 }); /* of fixed codes */
	make_codes(png);
}

void flat_png_pixels(struct flat_png *png, const unsigned char *indices,
		     size_t count)
{
	size_t at = begin(png);

	memcpy(png->above + at, png->row + at, count);
	memcpy(png->row + at, indices, count);
	put_bytes(png, at, at + count);
	png->differs = true;
	advance(png, count);
}

void flat_png_same(struct flat_png *png, size_t count)
{
	size_t at = begin(png);

	if (png->has_above)
		repeat(png, at, count);
	else
		put_bytes(png, at, at + count);
	advance(png, count);
}

void flat_png_end(struct flat_png *png, const uint32_t *colours, size_t count,
		  struct buf *to)
{
	struct buf head = { 0 };

	put_repeated(png);
	put_bits(png, png->literals[END]);
	put_bits(png, (struct bits){ 0, (8 - png->bit_count % 8) % 8 });
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

/* Where the next pixel goes: behind the filter, where a row begins. */
static size_t begin(struct flat_png *png)
{
	if (!png->at && png->has_above)
		repeat(png, 0, 1);
	else if (!png->at)
		put_bits(png, png->literals[0]);
	png->at = png->at ? png->at : 1;
	return png->at;
}

static void advance(struct flat_png *png, size_t count)
{
	size_t length = png->width + 1;

	png->at += count;
	if (png->at < length)
		return;
	if (png->differs)
		png->row_checksum =
			adler32(adler32(0, NULL, 0), png->row, (uInt)length);
	png->checksum = adler32_combine(png->checksum, png->row_checksum,
					(z_off_t)length);
	png->has_above = length <= FARTHEST;
	png->differs = false;
	png->at = 0;
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
			put_repetitions(png, run, NEXT);
			at += run;
		} else {
			put_repeated(png);
			put_bits(png, png->literals[row[at++]]);
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
			put_bits(png, png->literals[png->row[at++]]);
}

/*
 * How many bytes are the same, 0 for too few; rows are padded, so that eight
 * can be looked at anywhere.
 */
static inline size_t same(const unsigned char *a, const unsigned char *b,
			  size_t most)
{
	size_t i = 0;

	if (a[0] != b[0] || a[1] != b[1] || a[2] != b[2])
		return 0;
	while (i < most) {
		uint64_t left, right;

		memcpy(&left, a + i, sizeof(left));
		memcpy(&right, b + i, sizeof(right));
		if (left != right)
			break;
		i += sizeof(left);
	}
	while (i < most && a[i] == b[i])
		i++;
	return i < most ? i : most;
}

static void put_repeated(struct flat_png *png)
{
	if (png->repeated)
		put_repetitions(png, png->repeated, png->row_distance);
	png->repeated = 0;
}

/* In parts that leave none too short for the next one. */
static void put_repetitions(struct flat_png *png, size_t length,
			    struct bits distance)
{
	while (length) {
		size_t part = length < LONGEST ? length : LONGEST;

		if (length - part && length - part < SHORTEST)
			part -= SHORTEST;
		put_bits(png, png->lengths[part]);
		put_bits(png, distance);
		length -= part;
	}
}

/* All that will be asked for, as most are asked for very often. */
static void make_codes(struct flat_png *png)
{
	for (unsigned i = 0; i <= END; i++)
		png->literals[i] = symbol_code(i);
	for (unsigned i = SHORTEST; i <= LONGEST; i++)
		png->lengths[i] = length_code(i);
	png->row_distance = distance_code((unsigned)png->width + 1);
}

/* RFC 1951, 3.2.6: the fixed codes. */
static struct bits symbol_code(unsigned symbol)
{
	return symbol < 144   ? reversed(0x30 + symbol, 8)
	       : symbol < 256 ? reversed(0x190 + symbol - 144, 9)
	       : symbol < 280 ? reversed(symbol - 256, 7)
			      : reversed(0xC0 + symbol - 280, 8);
}

/* RFC 1951, 3.2.5: a code for a range, and where in the range it lies. */
static struct bits length_code(unsigned length)
{
	unsigned extra = 0, n = length - SHORTEST;

	if (length == LONGEST)
		return symbol_code(285);
	while (n >> extra >= 8)
		extra++;
	return with_extra(symbol_code(257 + 4 * extra + (n >> extra)), n,
			  extra);
}

static struct bits distance_code(unsigned distance)
{
	unsigned extra = 0, n = distance - 1;

	while (n >> extra >= 4)
		extra++;
	return with_extra(reversed(2 * extra + (n >> extra), 5), n, extra);
}

static struct bits with_extra(struct bits code, unsigned n, unsigned extra)
{
	code.bits |= (n & ((1u << extra) - 1)) << code.count;
	code.count += extra;
	return code;
}

/* Codes go into the stream from their highest bit, all else from its lowest. */
static struct bits reversed(unsigned code, unsigned count)
{
	code = (code >> 1 & 0x5555) | (code & 0x5555) << 1;
	code = (code >> 2 & 0x3333) | (code & 0x3333) << 2;
	code = (code >> 4 & 0x0F0F) | (code & 0x0F0F) << 4;
	code = (code >> 8 & 0x00FF) | (code & 0x00FF) << 8;
	return (struct bits){ code >> (16 - count), count };
}

static inline void put_bits(struct flat_png *png, struct bits bits)
{
	png->bits |= (uint64_t)bits.bits << png->bit_count;
	png->bit_count += bits.count;
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
