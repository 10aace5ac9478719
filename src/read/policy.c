#include "read/policy.h"

#include <string.h>

#include "base/address.h"

static bool check_source(struct diags *diags, enum policy_directive directive,
			 const struct policy_rule *rule,
			 const struct text *source);
static bool is_source(struct str source);
static bool is_keyword(struct str word);
static bool is_scheme(struct str source);
static bool is_host_source(struct str source);
static bool is_port(struct str port);
static bool is_of(struct str text, const char *signs);

#define RULE(directive)                                              \
	.kind = FIELD_TEXTS,                                         \
	.offset = offsetof(struct policy, rules[directive].sources), \
	.count_offset = offsetof(struct policy, rules[directive].count)
static const struct schema_field FIELDS[POLICY_COUNT] = {
	{ .key = "style-src", RULE(POLICY_STYLE) },
	{ .key = "img-src", RULE(POLICY_IMAGE) },
	{ .key = "font-src", RULE(POLICY_FONT) },
	{ .key = "base-uri", RULE(POLICY_BASE) },
	{ .key = "form-action", RULE(POLICY_FORM) },
	{ .key = "script-src", RULE(POLICY_SCRIPT) },
	{ .key = "connect-src", RULE(POLICY_CONNECT) },
	{ .key = "media-src", RULE(POLICY_MEDIA) },
	{ .key = "frame-src", RULE(POLICY_FRAME) },
	{ .key = "child-src", RULE(POLICY_CHILD) },
	{ .key = "worker-src", RULE(POLICY_WORKER) },
	{ .key = "object-src", RULE(POLICY_OBJECT) },
	{ .key = "manifest-src", RULE(POLICY_MANIFEST) },
	{ .key = "frame-ancestors", RULE(POLICY_ANCESTORS) },
};
const struct schema POLICY_SCHEMA = { "csp", FIELDS, POLICY_COUNT, NULL };

bool policy_read(const struct markdown_env *env, const struct yaml_node *node,
		 struct policy *policy)
{
	bool ok = true;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	ok = schema_read(env, &POLICY_SCHEMA, node, policy);
	for (int d = 0; d < POLICY_COUNT; d++)
		for (size_t i = 0; i < policy->rules[d].count; i++)
			ok &= check_source(env->diags, (enum policy_directive)d,
					   &policy->rules[d],
					   &policy->rules[d].sources[i]);
	return ok;
}

static bool check_source(struct diags *diags, enum policy_directive directive,
			 const struct policy_rule *rule,
			 const struct text *source)
{
	struct str word = source->str;

	if (str_is(word, "none") || str_is(word, "'none'")) {
		if (directive == POLICY_ANCESTORS && rule->count == 1)
			return true;
		diag_error(diags, source->at, "\"none\" adds nothing to \"%s\"",
			   policy_name(directive));
		diag_hint(diags, "csp only adds to what pages may load: leave "
				 "it out");
		return false;
	}
	if (is_source(word))
		return true;
	diag_error(diags, source->at,
		   "\"%.*s\" is no source of a Content-Security-Policy",
		   STR_ARG(word));
	diag_hint(diags, "write a host such as https://img.example.org or "
			 "*.example.org, a scheme such as data:, or self");
	return false;
}

/* A nonce is of one answer of a server, and a static page is of many. */
static bool is_source(struct str source)
{
	if (policy_is_keyword(source))
		return is_keyword(source);
	return is_scheme(source) || is_host_source(source);
}

/* A hash is "sha256-" and base64; any other keyword is a word. */
static bool is_keyword(struct str word)
{
	if (str_starts(word, "'"))
		word = str_slice(word, 1, word.len - 2);
	return !str_starts(word, "sha") ||
	       (word.len > strlen("sha256-") + 40 &&
		is_of(str_from_byte(word, strlen("sha256-")), "+/=-_"));
}

static bool is_scheme(struct str source)
{
	static const char *const SCHEMES[] = {
		"http:", "https:", "ws:",	   "wss:",
		"data:", "blob:",  "mediastream:", "filesystem:"
	};

	for (size_t i = 0; i < sizeof(SCHEMES) / sizeof(*SCHEMES); i++)
		if (str_is(source, SCHEMES[i]))
			return true;
	return false;
}

/* [scheme://] host or *.host or * [:port] [/path] */
static bool is_host_source(struct str source)
{
	static const char *const SCHEMES[] = { "https://", "http://", "wss://",
					       "ws://" };
	struct str host, port;

	for (size_t i = 0; i < sizeof(SCHEMES) / sizeof(*SCHEMES); i++)
		if (str_starts(source, SCHEMES[i])) {
			source = str_from_byte(source, strlen(SCHEMES[i]));
			break;
		}
	host = str_slice(source, 0, str_find(source, '/'));
	if (!is_of(str_from_byte(source, host.len), "-._~/%@+=!"))
		return false;
	port = str_from_byte(host, str_find(host, ':'));
	host.len -= port.len;
	if (port.len && !is_port(str_from_byte(port, 1)))
		return false;
	if (str_is(host, "*"))
		return true;
	if (str_starts(host, "*."))
		host = str_from_byte(host, 2);
	return address_is_host(host) && str_find(host, '.') < host.len;
}

static bool is_port(struct str port)
{
	for (size_t i = 0; i < port.len; i++)
		if (port.ptr[i] < '0' || port.ptr[i] > '9')
			return str_is(port, "*");
	return port.len && port.len <= 5;
}

/* Letters, digits and those signs. */
static bool is_of(struct str text, const char *signs)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && (!c || !strchr(signs, c)))
			return false;
	}
	return true;
}
