#include "model/policy.h"

#include <strings.h>

#include "base/address.h"

static const struct {
	const char *name, *own; /* what it allows by itself */
} DIRECTIVES[POLICY_COUNT] = {
	[POLICY_STYLE] = { "style-src", "'self'" },
	[POLICY_IMAGE] = { "img-src", "'self' data:" },
	[POLICY_FONT] = { "font-src", "'self'" },
	[POLICY_BASE] = { "base-uri", NULL },
	[POLICY_FORM] = { "form-action", NULL },
	[POLICY_SCRIPT] = { "script-src", "'self'" },
	[POLICY_CONNECT] = { "connect-src", "'self'" },
	[POLICY_MEDIA] = { "media-src", NULL },
	[POLICY_FRAME] = { "frame-src", NULL },
	[POLICY_CHILD] = { "child-src", NULL },
	[POLICY_WORKER] = { "worker-src", NULL },
	[POLICY_OBJECT] = { "object-src", NULL },
	[POLICY_MANIFEST] = { "manifest-src", NULL },
	[POLICY_ANCESTORS] = { "frame-ancestors", NULL },
};

static void put_directive(const struct policy *policy, enum policy_directive d,
			  bool header, struct buf *to);
static void put_own(const struct policy *policy, enum policy_directive d,
		    bool header, struct buf *to);
static void put_source(struct str source, struct buf *to);
static bool is_open(const struct policy_rule *rule);
static struct str bare(struct str source);
static bool matches(struct str source, struct str url);
static bool host_matches(struct str wanted, struct str host);
static bool path_matches(struct str wanted, struct str path);
static bool starts(struct str text, const char *prefix);

const char *policy_name(enum policy_directive directive)
{
	return DIRECTIVES[directive].name;
}

bool policy_is_keyword(struct str source)
{
	static const char *const WORDS[] = {
		"self",		  "none",	   "unsafe-inline",
		"unsafe-eval",	  "unsafe-hashes", "wasm-unsafe-eval",
		"strict-dynamic", "report-sample",
	};
	struct str word = bare(source);

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (word.len == strlen(WORDS[i]) && starts(word, WORDS[i]))
			return true;
	return starts(word, "sha256-") || starts(word, "sha384-") ||
	       starts(word, "sha512-");
}

void policy_put(const struct policy *policy, bool header, struct buf *to)
{
	buf_text(to, "default-src 'none'");
	for (int d = 0; d < POLICY_COUNT; d++)
		if (d != POLICY_ANCESTORS || header)
			put_directive(policy, (enum policy_directive)d, header,
				      to);
}

bool policy_allows_image(const struct policy *policy, struct str url)
{
	const struct policy_rule *rule = &policy->rules[POLICY_IMAGE];
	struct str origin = address_origin(url);

	if (policy->origin.len && origin.len == policy->origin.len &&
	    !strncasecmp(origin.ptr, policy->origin.ptr, origin.len))
		return true;
	for (size_t i = 0; i < rule->count; i++)
		if (matches(rule->sources[i].str, url))
			return true;
	return false;
}

static void put_directive(const struct policy *policy, enum policy_directive d,
			  bool header, struct buf *to)
{
	const struct policy_rule *rule = &policy->rules[d];
	if (d > POLICY_FORM && !DIRECTIVES[d].own && !rule->count)
		return; /* as default-src */
	buf_printf(to, "; %s", DIRECTIVES[d].name);
	put_own(policy, d, header, to);
	for (size_t i = 0; i < rule->count; i++)
		put_source(rule->sources[i].str, to);
	if (!rule->count && !DIRECTIVES[d].own)
		buf_text(to, " 'none'");
}

/* Beside a hash or a nonce, browsers do not hear 'unsafe-inline'. */
static void put_own(const struct policy *policy, enum policy_directive d,
		    bool header, struct buf *to)
{
	bool open = is_open(&policy->rules[d]);

	if (DIRECTIVES[d].own)
		buf_printf(to, " %s", DIRECTIVES[d].own);
	if (d == POLICY_STYLE && policy->style.len && !open &&
	    (header || !policy->is_stable))
		put_source(policy->style, to);
	if (d == POLICY_SCRIPT && policy->nonce.len && !open)
		buf_printf(to, " 'nonce-%.*s'", STR_ARG(policy->nonce));
}

static void put_source(struct str source, struct buf *to)
{
	const char *quote = policy_is_keyword(source) ? "'" : "";

	buf_printf(to, " %s%.*s%s", quote, STR_ARG(bare(source)), quote);
}

/* Whether inline text is let in. */
static bool is_open(const struct policy_rule *rule)
{
	for (size_t i = 0; i < rule->count; i++)
		if (str_is(bare(rule->sources[i].str), "unsafe-inline"))
			return true;
	return false;
}

/* YAML takes the quotes of 'self' for its own, so they may be missing. */
static struct str bare(struct str source)
{
	bool quoted = source.len > 2 && source.ptr[0] == '\'' &&
		      source.ptr[source.len - 1] == '\'';

	return quoted ? str_slice(source, 1, source.len - 2) : source;
}

/* Content Security Policy Level 3, 6.7.2: does `url` match the source? */
static bool matches(struct str source, struct str url)
{
	size_t mark = str_find_str(source, STR("://"));
	struct str origin = address_origin(url), scheme, host;
	bool secure = starts(url, "https:");

	if (policy_is_keyword(source))
		return false;
	if (str_is(source, "*"))
		return true;
	if (str_ends(source, ":"))
		return starts(source, "http:") ||
		       (starts(source, "https:") && secure);
	scheme = str_slice(source, 0, mark < source.len ? mark : 0);
	if (!secure && !(scheme.len == 4 && starts(scheme, "http")))
		return false;
	if (mark < source.len)
		source = str_from_byte(source, mark + 3);
	host = str_slice(source, 0, str_find(source, '/'));
	origin = str_from_byte(origin, str_find_str(origin, STR("://")) + 3);
	return host_matches(host, origin) &&
	       path_matches(str_from_byte(source, host.len), address_path(url));
}

/* "*.a.org" is any host below a.org, ":*" any port. */
static bool host_matches(struct str wanted, struct str host)
{
	if (str_ends(wanted, ":*")) {
		wanted.len -= 2;
		host.len = str_find(host, ':');
	}
	if (str_starts(wanted, "*.")) {
		size_t tail = wanted.len - 1;

		if (host.len <= tail)
			return false;
		wanted = str_from_byte(wanted, 1);
		host = str_from_byte(host, host.len - tail);
	}
	return wanted.len == host.len &&
	       !strncasecmp(wanted.ptr, host.ptr, host.len);
}

/* One that ends in a slash is of all below it. */
static bool path_matches(struct str wanted, struct str path)
{
	path = str_slice(path, 0, str_find(path, '?'));
	path = str_slice(path, 0, str_find(path, '#'));
	if (str_ends(wanted, "/"))
		path = str_slice(path, 0, wanted.len);
	return !wanted.len || str_equals(wanted, path);
}

static bool starts(struct str text, const char *prefix)
{
	size_t len = strlen(prefix);

	return text.len >= len && !strncasecmp(text.ptr, prefix, len);
}
