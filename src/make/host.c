#include "make/host.h"

#include <string.h>

#define FOR_EVER "public, max-age=31536000, immutable"

/* Of the two orders of a pair one is a file: the other one leads there. */
#define NGINX_PAIRS                                                        \
	"location ~ ^%.*s(?<place>%.*s[^/]+)/(?<one>[^/]+)-vs-"            \
	"(?<other>[^/]+)/(index\\.html)?$ {\n"                             \
	"\tif (-f $document_root%.*s$place/$other-vs-$one/index.html) {\n" \
	"\t\treturn 301 %.*s$place/$other-vs-$one/;\n"                     \
	"\t}\n"                                                            \
	"}\n"

static bool reads_files(const struct publishing *where);
static void put_domain(const struct hosting *hosting, struct buf *to);
static void put_headers(const struct hosting *hosting, struct buf *to);
static void put_redirects(const struct hosting *hosting, struct buf *to);
static bool is_other_order(const struct digest *d, struct str prefix,
			   struct str path);
static size_t pair_count(const struct hosting *hosting);
static size_t pair_count_in(const struct host_edition *edition);
static void put_pairs(const struct hosting *hosting, struct buf *to);
static void put_pairs_of(const struct digest *d, struct str root,
			 struct str prefix, struct buf *to);
static void put_nginx(const struct hosting *hosting, struct buf *to);
static void put_nginx_headers(const struct policy *policy, const char *before,
			      struct buf *to);
static struct str prefix_pattern(const struct hosting *hosting,
				 struct buf *made);

static const struct {
	const char *path;
	bool is_spare;
	void (*put)(const struct hosting *hosting, struct buf *to);
} FILES[HOST_FILE_COUNT] = {
	[HOST_CNAME] = { "CNAME", true, put_domain },
	[HOST_HEADERS] = { "_headers", true, put_headers },
	[HOST_REDIRECTS] = { "_redirects", true, put_redirects },
	[HOST_NGINX] = { ".nginx.conf", false, put_nginx },
};

struct str host_file_path(const struct hosting *hosting, enum host_file file)
{
	const struct publishing *where = &hosting->site->publish;
	bool wanted[HOST_FILE_COUNT] = {
		[HOST_CNAME] = where->domain.str.len > 0,
		[HOST_HEADERS] = reads_files(where),
		[HOST_REDIRECTS] =
			reads_files(where) &&
			(hosting->redirect_count || pair_count(hosting)),
		[HOST_NGINX] = str_is(where->host.str, "nginx"),
	};

	return wanted[file] ? str_from(FILES[file].path) : STR("");
}

bool host_file_is_spare(enum host_file file)
{
	return FILES[file].is_spare;
}

void host_put(const struct hosting *hosting, enum host_file file,
	      struct buf *to)
{
	FILES[file].put(hosting, to);
}

bool host_has_pair(const struct host_edition *editions, size_t count,
		   struct str path)
{
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < editions[k].digest_count; i++)
			if (is_other_order(&editions[k].digests[i],
					   editions[k].prefix, path))
				return true;
	return false;
}

/* "de/trees/oak-vs-ash/index.html" of the pair ash-vs-oak. */
static bool is_other_order(const struct digest *d, struct str prefix,
			   struct str path)
{
	struct pair pair = { 0, 0 };
	struct arena arena = { 0 };
	struct str folder = ARENA_JOIN(&arena, prefix, d->slug, STR("/"));
	bool found = false;

	while (str_starts(path, folder.ptr) && !found &&
	       pairs_next(&d->pairs, &pair)) {
		struct str turned =
			ARENA_JOIN(&arena, folder, d->option_ids[pair.other],
				   STR("-vs-"), d->option_ids[pair.one],
				   STR("/index.html"));

		found = str_equals(path, turned);
	}
	arena_release(&arena);
	return found;
}

bool host_redirects(const struct publishing *where)
{
	return reads_files(where) || str_is(where->host.str, "nginx");
}

static bool reads_files(const struct publishing *where)
{
	return str_is(where->host.str, "netlify") ||
	       str_is(where->host.str, "cloudflare");
}

static void put_domain(const struct hosting *hosting, struct buf *to)
{
	buf_raw(to, hosting->site->publish.domain.str);
	buf_char(to, '\n');
}

static void put_headers(const struct hosting *hosting, struct buf *to)
{
	buf_text(to, "/*\n"
		     "  Content-Security-Policy: ");
	policy_put(&hosting->site->policy, true, to);
	buf_text(to, "\n"
		     "  X-Content-Type-Options: nosniff\n"
		     "  Referrer-Policy: strict-origin-when-cross-origin\n"
		     "/assets/*\n"
		     "  Cache-Control: " FOR_EVER "\n");
}

static void put_redirects(const struct hosting *hosting, struct buf *to)
{
	const struct redirect *redirects = hosting->redirects;
	struct str root = hosting->root;

	for (size_t i = 0; i < hosting->redirect_count; i++)
		buf_printf(to, "%.*s%.*s %.*s%.*s 301\n", STR_ARG(root),
			   STR_ARG(redirects[i].from), STR_ARG(root),
			   STR_ARG(redirects[i].to));
	put_pairs(hosting, to);
}

static size_t pair_count(const struct hosting *hosting)
{
	size_t count = 0;

	for (size_t k = 0; k < hosting->edition_count; k++)
		count += pair_count_in(&hosting->editions[k]);
	return count;
}

static size_t pair_count_in(const struct host_edition *edition)
{
	size_t count = 0;

	for (size_t i = 0; i < edition->digest_count; i++)
		count += edition->digests[i].pairs.count;
	return count;
}

/*
 * Rules as many as the host takes: Cloudflare Pages 2,000 fixed ones; Netlify
 * has no limit but advises against 10,000.  A pattern would not do, as it
 * cannot tell one order from the other.
 */
static void put_pairs(const struct hosting *hosting, struct buf *to)
{
	bool netlify = str_is(hosting->site->publish.host.str, "netlify");
	size_t most = netlify ? 10000 : 2000, count = pair_count(hosting);

	if (count + hosting->redirect_count > most) {
		buf_printf(to,
			   "# %zu pairs in the other order would be more rules "
			   "than the %zu that the host takes.\n",
			   count, most);
		return;
	}
	for (size_t k = 0; k < hosting->edition_count; k++) {
		const struct host_edition *edition = &hosting->editions[k];

		for (size_t i = 0; i < edition->digest_count; i++)
			put_pairs_of(&edition->digests[i], hosting->root,
				     edition->prefix, to);
	}
}

static void put_pairs_of(const struct digest *d, struct str root,
			 struct str prefix, struct buf *to)
{
	struct pair pair = { 0, 0 };

	while (pairs_next(&d->pairs, &pair)) {
		struct str one = d->option_ids[pair.one];
		struct str other = d->option_ids[pair.other];

		for (int turned = 1; turned >= 0; turned--)
			buf_printf(to, "%.*s%.*s%.*s/%.*s-vs-%.*s/ ",
				   STR_ARG(root), STR_ARG(prefix),
				   STR_ARG(d->slug),
				   STR_ARG(turned ? other : one),
				   STR_ARG(turned ? one : other));
		buf_text(to, "301\n");
	}
}

static void put_nginx(const struct hosting *hosting, struct buf *to)
{
	const struct site *site = hosting->site;
	const struct publishing *where = &site->publish;
	const struct redirect *redirects = hosting->redirects;
	struct str root = hosting->root, prefixes;
	struct buf made = { 0 };

	buf_text(to, "# Include this inside `server { ... }`.\n");
	put_nginx_headers(&site->policy, "", to);
	if (where->gzip)
		buf_text(to, "gzip_static on;\ngzip_vary on;\n");
	if (where->brotli)
		buf_text(to, "# With the module ngx_brotli: "
			     "brotli_static on;\n");
	buf_printf(to,
		   "error_page 404 %.*s404.html;\n"
		   "location %.*sassets/ {\n"
		   "\tadd_header Cache-Control \"" FOR_EVER "\";\n",
		   STR_ARG(root), STR_ARG(root));
	put_nginx_headers(&site->policy, "\t", to);
	buf_text(to, "}\n");
	buf_printf(to, "location = %.*s.nginx.conf { return 404; }\n",
		   STR_ARG(root));
	for (size_t i = 0; i < hosting->redirect_count; i++)
		buf_printf(to, "location = %.*s%.*s { return 301 %.*s%.*s; }\n",
			   STR_ARG(root), STR_ARG(redirects[i].from),
			   STR_ARG(root), STR_ARG(redirects[i].to));
	prefixes = prefix_pattern(hosting, &made);
	if (pair_count(hosting))
		buf_printf(to, NGINX_PAIRS, STR_ARG(root), STR_ARG(prefixes),
			   STR_ARG(root), STR_ARG(root));
	buf_release(&made);
}

/* "(?:de/|ar/)?" of the editions that have pairs; a language has no signs. */
static struct str prefix_pattern(const struct hosting *hosting,
				 struct buf *made)
{
	for (size_t k = 0; k < hosting->edition_count; k++) {
		const struct host_edition *edition = &hosting->editions[k];

		if (edition->prefix.len && pair_count_in(edition))
			buf_printf(made, "%s%.*s", made->len ? "|" : "(?:",
				   STR_ARG(edition->prefix));
	}
	if (made->len)
		buf_text(made, ")?");
	return buf_str(made);
}

/* A location with headers of its own does not inherit those around it. */
static void put_nginx_headers(const struct policy *policy, const char *before,
			      struct buf *to)
{
	buf_printf(to, "%sadd_header Content-Security-Policy \"", before);
	policy_put(policy, true, to);
	buf_printf(to,
		   "\" always;\n"
		   "%sadd_header X-Content-Type-Options nosniff always;\n"
		   "%sadd_header Referrer-Policy "
		   "strict-origin-when-cross-origin always;\n",
		   before, before);
}
