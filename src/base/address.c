#include "base/address.h"

#include <strings.h>

enum { LABEL_MOST = 63, HOST_MOST = 253, PORT_MOST = 65535 };

static size_t scheme_len(struct str url);
static size_t web_scheme_len(struct str url);
static bool starts(struct str text, const char *prefix);
static bool is_slash(char c);
static struct str authority(struct str url);
static bool is_authority(struct str authority);
static bool is_ipv6(struct str inside);
static bool is_port(struct str port);
static bool is_name(struct str name);
static bool is_label(struct str label);
static bool is_alnum(char c);
static bool has_control(struct str url);
static int hex_digit(char c);

enum address_kind address_kind(struct str url)
{
	size_t scheme = scheme_len(url);

	if (has_control(url))
		return ADDRESS_CONTROL;
	if (web_scheme_len(url))
		return is_authority(authority(url)) ? ADDRESS_WEB
						    : ADDRESS_HOSTLESS;
	if (starts(url, "http:") || starts(url, "https:"))
		return ADDRESS_HOSTLESS;
	if (starts(url, "mailto:") || starts(url, "tel:"))
		return url.len > scheme + 1 ? ADDRESS_OTHER : ADDRESS_SCHEME;
	if (scheme)
		return ADDRESS_SCHEME;
	return str_starts(url, "\\") || (url.len > 1 && is_slash(url.ptr[0]) &&
					 is_slash(url.ptr[1]))
		       ? ADDRESS_ELSEWHERE
		       : ADDRESS_PATH;
}

bool address_is_web(struct str url)
{
	for (size_t i = 0; i < url.len; i++)
		if (strchr(" \"<>\\", url.ptr[i]))
			return false;
	return address_kind(url) == ADDRESS_WEB;
}

bool address_is_quotable(struct str url)
{
	return address_is_web(url) && str_find(url, '`') == url.len;
}

struct str address_origin(struct str url)
{
	return str_slice(url, 0, web_scheme_len(url) + authority(url).len);
}

struct str address_path(struct str url)
{
	struct str rest = str_from_byte(url, address_origin(url).len);

	return str_starts(rest, "/") ? rest : STR("/");
}

bool address_is_host(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] >= 0x80 || name.ptr[i] == '_')
			return false;
	return is_name(name);
}

bool address_is_plain_path(struct str path)
{
	struct str rest = path;

	if (str_starts(rest, "/"))
		rest = str_from_byte(rest, 1);
	while (rest.ptr) {
		struct str part = str_cut(&rest, '/');

		if (str_is(part, ".") || str_is(part, "..") ||
		    (!part.len && rest.ptr))
			return false;
		for (size_t i = 0; i < part.len; i++)
			if (!is_alnum(part.ptr[i]) &&
			    (!part.ptr[i] || !strchr("-._~", part.ptr[i])))
				return false;
	}
	return true;
}

bool address_is_folder(struct str url)
{
	struct str origin = address_origin(url);
	struct str host = authority(url);

	if (!str_starts(host, "["))
		host.len = str_find(host, ':');
	return address_is_web(url) &&
	       (str_starts(host, "[") || address_is_host(host)) &&
	       address_is_plain_path(str_from_byte(url, origin.len));
}

void address_put_path(struct str path, struct buf *to)
{
	size_t from = 0;

	for (size_t i = 0; i < path.len; i++) {
		char c = path.ptr[i];

		if (c != '%' && c != '?' && c != '#')
			continue;
		buf_url(to, str_slice(path, from, i - from));
		buf_printf(to, "%%%02X", (unsigned)c);
		from = i + 1;
	}
	buf_url(to, str_from_byte(path, from));
}

bool address_needs_dot(struct str reference)
{
	for (size_t i = 0; i < reference.len; i++) {
		if (reference.ptr[i] == ':')
			return true;
		if (strchr("/?#\"'<> ", reference.ptr[i]))
			return i == 0 && reference.ptr[i] == '/';
	}
	return false;
}

int address_escape(struct str text, size_t at)
{
	int high, low;

	if (at + 2 >= text.len || text.ptr[at] != '%')
		return -1;
	high = hex_digit(text.ptr[at + 1]);
	low = hex_digit(text.ptr[at + 2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

struct str address_decode(struct str text, struct arena *arena)
{
	char *to = arena_array(arena, char, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		int byte = address_escape(text, i);

		to[len++] = byte > 0 ? (char)byte : text.ptr[i];
		i += byte > 0 ? 2 : 0;
	}
	return (struct str){ to, len };
}

/* RFC 3986, 3.1: a letter, then letters, digits, "+", "-" and "." up to ":". */
static size_t scheme_len(struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		char c = url.ptr[i];

		if (c == ':')
			return i;
		if (!is_alnum(c) && !(i && strchr("+-.", c)))
			return 0;
		if (!i && c >= '0' && c <= '9')
			return 0;
	}
	return 0;
}

/* With its "//", or 0. */
static size_t web_scheme_len(struct str url)
{
	return starts(url, "https://")	? strlen("https://")
	       : starts(url, "http://") ? strlen("http://")
					: 0;
}

static bool starts(struct str text, const char *prefix)
{
	size_t len = strlen(prefix);

	return text.len >= len && !strncasecmp(text.ptr, prefix, len);
}

/* As browsers see it in an address of the web. */
static bool is_slash(char c)
{
	return c == '/' || c == '\\';
}

/* The host with its port; a backslash ends it too, as in browsers. */
static struct str authority(struct str url)
{
	struct str rest = str_from_byte(url, web_scheme_len(url));
	size_t len = 0;

	while (len < rest.len && !strchr("/\\?#", rest.ptr[len]))
		len++;
	return str_slice(rest, 0, len);
}

/* No name or password stands before the host: it would be told to all. */
static bool is_authority(struct str authority)
{
	size_t end = str_find(authority, ':');

	if (str_starts(authority, "[")) {
		end = str_find(authority, ']');
		return end < authority.len &&
		       is_ipv6(str_slice(authority, 1, end - 1)) &&
		       is_port(str_from_byte(authority, end + 1));
	}
	return is_name(str_slice(authority, 0, end)) &&
	       is_port(str_from_byte(authority, end));
}

static bool is_ipv6(struct str inside)
{
	size_t colons = 0;

	for (size_t i = 0; i < inside.len; i++) {
		if (!strchr("0123456789abcdefABCDEF:.", inside.ptr[i]))
			return false;
		colons += inside.ptr[i] == ':';
	}
	return colons >= 2;
}

/* Nothing, or ":" and a number. */
static bool is_port(struct str port)
{
	unsigned number = 0;

	if (!port.len)
		return true;
	if (port.ptr[0] != ':' || port.len < 2 || port.len > 6)
		return false;
	for (size_t i = 1; i < port.len; i++) {
		if (port.ptr[i] < '0' || port.ptr[i] > '9')
			return false;
		number = number * 10 + (unsigned)(port.ptr[i] - '0');
	}
	return number && number <= PORT_MOST;
}

/* One dot may stand at the end, where the root of the DNS is. */
static bool is_name(struct str name)
{
	struct str rest = name;

	if (str_ends(rest, "."))
		rest.len--;
	if (!rest.len || rest.len > HOST_MOST)
		return false;
	while (rest.ptr)
		if (!is_label(str_cut(&rest, '.')))
			return false;
	return true;
}

/* Letters beyond ASCII are the browser's to translate. */
static bool is_label(struct str label)
{
	if (!label.len || label.len > LABEL_MOST || label.ptr[0] == '-' ||
	    label.ptr[label.len - 1] == '-')
		return false;
	for (size_t i = 0; i < label.len; i++) {
		char c = label.ptr[i];

		if (!is_alnum(c) && c != '-' && c != '_' &&
		    (unsigned char)c < 0x80)
			return false;
	}
	return true;
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Browsers leave tabs and line ends out, wherever they stand. */
static bool has_control(struct str url)
{
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.ptr[i] < 0x20 || url.ptr[i] == 0x7F)
			return true;
	return false;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
