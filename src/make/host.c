#include "make/host.h"

#include <string.h>

#define FOR_EVER "public, max-age=31536000, immutable"

static bool reads_files(const struct publishing *where);
static void put_domain(const struct hosting *hosting, struct buf *to);
static void put_headers(const struct hosting *hosting, struct buf *to);
static void put_redirects(const struct hosting *hosting, struct buf *to);
static void put_nginx(const struct hosting *hosting, struct buf *to);
static void put_nginx_headers(const struct policy *policy, const char *before,
			      struct buf *to);

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
			reads_files(where) && hosting->redirect_count,
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
}

static void put_nginx(const struct hosting *hosting, struct buf *to)
{
	const struct site *site = hosting->site;
	const struct publishing *where = &site->publish;
	const struct redirect *redirects = hosting->redirects;
	struct str root = hosting->root;

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
