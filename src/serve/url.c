#include "serve/url.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <strings.h>

#include "base/address.h"
#include "base/buf.h"

static bool decode(struct str raw, struct buf *to);
static bool has_dots(struct str path);
static struct str host_name(struct str host);
static bool is_address(const char *name);

bool url_path(struct str raw, struct str *path, struct arena *arena)
{
	struct buf decoded = { 0 };
	bool ok = str_starts(raw, "/") &&
		  decode(str_from_byte(raw, 1), &decoded) &&
		  !has_dots(buf_str(&decoded)) &&
		  str_utf8_error(buf_str(&decoded)) == decoded.len;

	if (ok)
		*path = buf_copy(&decoded, arena);
	buf_release(&decoded);
	return ok;
}

bool url_host_is_ours(struct str host, const char *own)
{
	char name[256];
	struct str bare = host_name(host);

	if (!bare.len || bare.len >= sizeof(name))
		return false;
	memcpy(name, bare.ptr, bare.len);
	name[bare.len] = '\0';
	return is_address(name) || !strcasecmp(name, "localhost") ||
	       (own && !strcasecmp(name, own));
}

static bool decode(struct str raw, struct buf *to)
{
	for (size_t i = 0; i < raw.len; i++) {
		unsigned char c = (unsigned char)raw.ptr[i];

		if (c == '%') {
			int byte = address_escape(raw, i);

			if (byte < 0)
				return false;
			c = (unsigned char)byte;
			i += 2;
			if (c == '/')
				return false;
		}
		if (c < 0x20 || c == 0x7F || c == '\\')
			return false;
		buf_char(to, (char)c);
	}
	return true;
}

static bool has_dots(struct str path)
{
	struct str rest = path;

	while (rest.ptr) {
		struct str part = str_cut(&rest, '/');

		if (str_is(part, ".") || str_is(part, ".."))
			return true;
	}
	return false;
}

/* "[::1]:4000" is "::1", "localhost:4000" is "localhost"; else empty. */
static struct str host_name(struct str host)
{
	struct str port, name;
	size_t end;

	if (str_starts(host, "[")) {
		end = str_find(host, ']');
		if (end == host.len)
			return STR("");
		name = str_slice(host, 1, end - 1);
		port = str_from_byte(host, end + 1);
	} else {
		end = str_find(host, ':');
		name = str_slice(host, 0, end);
		port = str_from_byte(host, end);
	}
	if (!port.len)
		return name;
	for (size_t i = 1; i < port.len; i++)
		if (port.ptr[i] < '0' || port.ptr[i] > '9')
			return STR("");
	return port.ptr[0] == ':' ? name : STR("");
}

static bool is_address(const char *name)
{
	struct in6_addr address;

	return inet_pton(AF_INET, name, &address) == 1 ||
	       inet_pton(AF_INET6, name, &address) == 1;
}
