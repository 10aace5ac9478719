#include "base/media.h"

#include <strings.h>

#include "base/file.h"

static const struct {
	const char *ending, *type;
} TYPES[] = {
	{ "html", "text/html; charset=utf-8" },
	{ "css", "text/css; charset=utf-8" },
	{ "js", "text/javascript; charset=utf-8" },
	{ "mjs", "text/javascript; charset=utf-8" },
	{ "json", "application/json" },
	{ "csv", "text/csv; charset=utf-8" },
	{ "txt", "text/plain; charset=utf-8" },
	{ "md", "text/markdown; charset=utf-8" },
	{ "xml", "application/xml" },
	{ "svg", "image/svg+xml" },
	{ "png", "image/png" },
	{ "jpg", "image/jpeg" },
	{ "jpeg", "image/jpeg" },
	{ "gif", "image/gif" },
	{ "webp", "image/webp" },
	{ "avif", "image/avif" },
	{ "ico", "image/vnd.microsoft.icon" },
	{ "pdf", "application/pdf" },
	{ "woff", "font/woff" },
	{ "woff2", "font/woff2" },
	{ "ttf", "font/ttf" },
	{ "otf", "font/otf" },
	{ "mp3", "audio/mpeg" },
	{ "mp4", "video/mp4" },
	{ "webm", "video/webm" },
	{ "wasm", "application/wasm" },
	{ "zip", "application/zip" },
	{ "webmanifest", "application/manifest+json" },
};

const char *media_type(struct str path)
{
	struct str ending = path_extension(path);

	for (size_t i = 0; i < sizeof(TYPES) / sizeof(*TYPES); i++)
		if (strlen(TYPES[i].ending) == ending.len &&
		    !strncasecmp(TYPES[i].ending, ending.ptr, ending.len))
			return TYPES[i].type;
	return "application/octet-stream";
}
