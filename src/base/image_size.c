#include "base/image_size.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/fence.h"

enum {
	HEAD_LEAST = 4096, /* nearly always enough */
	HEAD_MOST = 1 << 20,
	SIDE_MOST = 1 << 20, /* no picture is that wide */
};

static bool read_up_to(int file, char *bytes, size_t room, size_t *len);
static struct image_size size_of(double width, double height);
static struct image_size png_size(struct str head);
static struct image_size gif_size(struct str head);
static struct image_size webp_size(struct str head);
static struct image_size avif_size(struct str head);
static struct image_size jpeg_size(struct str head);
static bool is_frame(unsigned marker);
static bool is_sideways(struct str exif);
static struct image_size svg_size(struct str head);
static struct str root_tag(struct str head);
static struct str attribute(struct str tag, struct str name);
static double length_of(struct str text);
static bool next_number(struct str *text, double *number);
static unsigned big(struct str bytes, size_t at, size_t count);
static unsigned little(struct str bytes, size_t at, size_t count);

struct image_size image_size_of(struct str head)
{
	if (str_starts(head, "\x89PNG\r\n"))
		return png_size(head);
	if (str_starts(head, "GIF8"))
		return gif_size(head);
	if (str_starts(head, "RIFF") &&
	    str_starts(str_from_byte(head, 8), "WEBP"))
		return webp_size(head);
	if (str_starts(head, "\xFF\xD8\xFF"))
		return jpeg_size(head);
	if (str_starts(str_from_byte(head, 4), "ftyp"))
		return avif_size(head);
	return svg_size(head);
}

bool image_size_read(const char *path, struct image_size *size)
{
	size_t len = 0;
	int file = fence_open(path, O_RDONLY, 0), reason;
	char *bytes = NULL;
	bool ok = file >= 0;

	*size = (struct image_size){ 0, 0 };
	if (!ok)
		return false;
	for (size_t room = HEAD_LEAST; room <= HEAD_MOST; room *= 16) {
		bytes = memory_grow(bytes, room);
		ok = read_up_to(file, bytes, room, &len);
		if (ok)
			*size = image_size_of((struct str){ bytes, len });
		if (!ok || size->width || len < room)
			break;
	}
	reason = errno;
	free(bytes);
	close(file);
	errno = reason;
	return ok;
}

static bool read_up_to(int file, char *bytes, size_t room, size_t *len)
{
	while (*len < room) {
		ssize_t got = read(file, bytes + *len, room - *len);

		if (got < 0)
			return false;
		if (!got)
			return true;
		*len += (size_t)got;
	}
	return true;
}

static struct image_size size_of(double width, double height)
{
	if (!(width >= 1 && height >= 1 && width < SIDE_MOST &&
	      height < SIDE_MOST))
		return (struct image_size){ 0, 0 };
	return (struct image_size){ (unsigned)(width + 0.5),
				    (unsigned)(height + 0.5) };
}

static struct image_size png_size(struct str head)
{
	return size_of(big(head, 16, 4), big(head, 20, 4));
}

static struct image_size gif_size(struct str head)
{
	return size_of(little(head, 6, 2), little(head, 8, 2));
}

/* RFC 9649: lossy, lossless, and either with more than a picture. */
static struct image_size webp_size(struct str head)
{
	struct str chunk = str_from_byte(head, 12);
	unsigned bits;

	if (str_starts(chunk, "VP8X"))
		return size_of(little(chunk, 12, 3) + 1.0,
			       little(chunk, 15, 3) + 1.0);
	if (str_starts(chunk, "VP8L")) {
		bits = little(chunk, 9, 4);
		return size_of((bits & 0x3FFF) + 1.0,
			       (bits >> 14 & 0x3FFF) + 1.0);
	}
	if (str_starts(chunk, "VP8 "))
		return size_of(little(chunk, 14, 2) & 0x3FFF,
			       little(chunk, 16, 2) & 0x3FFF);
	return size_of(0, 0);
}

/* The largest of its `ispe` boxes: the others are of a thumbnail or tiles. */
static struct image_size avif_size(struct str head)
{
	struct image_size largest = { 0, 0 };

	for (size_t at = 0;; at += 4) {
		struct image_size size;

		at += str_find_str(str_from_byte(head, at), STR("ispe"));
		if (at >= head.len)
			return largest;
		size = size_of(big(head, at + 8, 4), big(head, at + 12, 4));
		if ((double)size.width * size.height >
		    (double)largest.width * largest.height)
			largest = size;
	}
}

/* Segments up to the frame; one of them may say that it lies on its side. */
static struct image_size jpeg_size(struct str head)
{
	bool sideways = false;

	for (size_t at = 2; at < head.len && head.ptr[at] == '\xFF';) {
		unsigned marker = big(head, at + 1, 1);
		struct str segment = str_from_byte(head, at + 4);

		if (marker == 0xFF) {
			at++;
			continue;
		}
		if (is_frame(marker)) {
			unsigned height = big(segment, 1, 2);
			unsigned width = big(segment, 3, 2);

			return sideways ? size_of(height, width)
					: size_of(width, height);
		}
		if (marker == 0xE1 && str_starts(segment, "Exif"))
			sideways = is_sideways(str_from_byte(segment, 6));
		at += 2 + big(head, at + 2, 2);
	}
	return size_of(0, 0);
}

/* Start of frame: C0 to CF, but for tables and what is reserved. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	       marker != 0xC8 && marker != 0xCC;
}

/* Exif's orientation, 5 to 8: browsers turn it, so height is width. */
static bool is_sideways(struct str exif)
{
	unsigned (*number)(struct str, size_t, size_t) =
		str_starts(exif, "II") ? little : big;
	size_t at = number(exif, 4, 4);
	unsigned count = number(exif, at, 2);

	for (at += 2; count-- && at + 12 <= exif.len; at += 12)
		if (number(exif, at, 2) == 0x0112)
			return number(exif, at + 8, 2) >= 5 &&
			       number(exif, at + 8, 2) <= 8;
	return false;
}

/* By `width` and `height`, or by the sides of its `viewBox`. */
static struct image_size svg_size(struct str head)
{
	struct str tag = root_tag(head);
	double width = length_of(attribute(tag, STR("width")));
	double height = length_of(attribute(tag, STR("height")));
	struct str box = attribute(tag, STR("viewBox"));
	double sides[4] = { 0 };
	size_t k = 0;

	while (k < 4 && next_number(&box, &sides[k]))
		k++;
	if (k < 4 || !(sides[2] > 0 && sides[3] > 0))
		return size_of(width, height);
	if (width > 0 && !(height > 0))
		return size_of(width, width * sides[3] / sides[2]);
	if (height > 0 && !(width > 0))
		return size_of(height * sides[2] / sides[3], height);
	return width > 0 ? size_of(width, height) : size_of(sides[2], sides[3]);
}

/* "<svg …>", with a prefix or without, where it is the first element. */
static struct str root_tag(struct str head)
{
	for (size_t at = str_find(head, '<'); at < head.len;
	     at += str_find(str_from_byte(head, at), '<')) {
		struct str tag = str_from_byte(head, at + 1);
		struct str name = str_slice(tag, 0, 32);
		size_t end = str_find(tag, '>');

		if (str_starts(tag, "!--"))
			end = str_find_str(tag, STR("-->"));
		else if (str_starts(tag, "svg") ||
			 str_find_str(name, STR(":svg")) < name.len)
			return str_slice(tag, 0, end);
		else if (!str_starts(tag, "!") && !str_starts(tag, "?"))
			break;
		at += 1 + end;
	}
	return STR("");
}

/* Its value, where white space stands before its name. */
static struct str attribute(struct str tag, struct str name)
{
	for (size_t at = str_find_str(tag, name); at < tag.len;
	     at += name.len, at += str_find_str(str_from_byte(tag, at), name)) {
		struct str rest = str_trim(str_from_byte(tag, at + name.len));

		if (!at || !strchr(" \t\r\n", tag.ptr[at - 1]) ||
		    !str_starts(rest, "="))
			continue;
		rest = str_trim(str_from_byte(rest, 1));
		if (!rest.len || !strchr("\"'", *rest.ptr))
			return STR("");
		return str_slice(rest, 1,
				 str_find(str_from_byte(rest, 1), *rest.ptr));
	}
	return STR("");
}

/* In CSS pixels; 0 where it is a share of something else. */
static double length_of(struct str text)
{
	static const struct {
		const char *unit;
		double pixels;
	} UNITS[] = {
		{ "", 1 },    { "px", 1 },	   { "pt", 4 / 3.0 },
		{ "pc", 16 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 },
		{ "in", 96 }, { "em", 16 },
	};
	double number;

	if (!next_number(&text, &number))
		return 0;
	for (size_t k = 0; k < sizeof(UNITS) / sizeof(*UNITS); k++)
		if (str_is(str_trim(text), UNITS[k].unit))
			return number * UNITS[k].pixels;
	return 0;
}

/* Cuts a number and the spaces and comma before it off. */
static bool next_number(struct str *text, double *number)
{
	size_t len = 0;

	while (text->len && strchr(" \t\r\n,", *text->ptr))
		*text = str_from_byte(*text, 1);
	while (len < text->len && strchr("+-.0123456789", text->ptr[len]))
		len++;
	if (!len || !str_to_number(str_slice(*text, 0, len), number))
		return false;
	*text = str_from_byte(*text, len);
	return true;
}

/* 0 where they are not all there. */
static unsigned big(struct str bytes, size_t at, size_t count)
{
	unsigned number = 0;

	if (at > bytes.len || bytes.len - at < count)
		return 0;
	for (size_t i = 0; i < count; i++)
		number = number << 8 | (unsigned char)bytes.ptr[at + i];
	return number;
}

static unsigned little(struct str bytes, size_t at, size_t count)
{
	unsigned number = 0;

	if (at > bytes.len || bytes.len - at < count)
		return 0;
	for (size_t i = count; i-- > 0;)
		number = number << 8 | (unsigned char)bytes.ptr[at + i];
	return number;
}
