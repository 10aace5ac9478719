#include "draw/data_url.h"

#include <glib.h>

void data_url_put(const char *type, struct str bytes, struct buf *to)
{
	char *text = g_base64_encode((const guchar *)bytes.ptr, bytes.len);

	buf_printf(to, "data:%s;base64,", type);
	buf_text(to, text);
	g_free(text);
}

void data_url_hash(struct str bytes, struct buf *to)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	guint8 digest[32];
	gsize len = sizeof(digest);
	char *text;

	g_checksum_update(sum, (const guchar *)bytes.ptr, (gssize)bytes.len);
	g_checksum_get_digest(sum, digest, &len);
	text = g_base64_encode(digest, len);
	buf_printf(to, "sha256-%s", text);
	g_free(text);
	g_checksum_free(sum);
}
