#include "write/twin.h"

#include <brotli/encode.h>
#include <zlib.h>

static bool make_gzip(struct str bytes, struct buf *to);
static bool make_brotli(struct str bytes, struct buf *to);

const char *twin_ending(int kind)
{
	return kind == TWIN_GZIP ? ".gz" : ".br";
}

bool twin_pays(struct str path, struct str bytes)
{
	static const char *const ENDINGS[] = {
		".html", ".css", ".js", ".svg", ".xml", ".json", ".csv", ".txt"
	};
	enum { LEAST = 512 };

	for (size_t k = 0; k < sizeof(ENDINGS) / sizeof(*ENDINGS); k++)
		if (str_ends(path, ENDINGS[k]))
			return bytes.len >= LEAST;
	return false;
}

bool twin_make(int kind, struct str bytes, struct buf *to)
{
	return kind == TWIN_GZIP ? make_gzip(bytes, to)
				 : make_brotli(bytes, to);
}

/* 16 more bits of window ask zlib for gzip's form (RFC 1952). */
static bool make_gzip(struct str bytes, struct buf *to)
{
	z_stream z = { 0 };
	size_t room;
	bool ok;

	if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9,
			 Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	room = deflateBound(&z, bytes.len);
	buf_reserve(to, room);
	z.next_in = (Bytef *)bytes.ptr;
	z.avail_in = (uInt)bytes.len;
	z.next_out = (Bytef *)to->ptr + to->len;
	z.avail_out = (uInt)room;
	ok = deflate(&z, Z_FINISH) == Z_STREAM_END;
	to->len += z.total_out;
	to->ptr[to->len] = '\0';
	deflateEnd(&z);
	return ok;
}

static bool make_brotli(struct str bytes, struct buf *to)
{
	size_t room = BrotliEncoderMaxCompressedSize(bytes.len);
	bool ok;

	buf_reserve(to, room);
	ok = BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW,
				   BROTLI_MODE_TEXT, bytes.len,
				   (const uint8_t *)bytes.ptr, &room,
				   (uint8_t *)to->ptr + to->len) == BROTLI_TRUE;
	to->len += ok ? room : 0;
	to->ptr[to->len] = '\0';
	return ok;
}
