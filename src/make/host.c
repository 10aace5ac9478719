#include "make/host.h"

#include <string.h>

#define FOR_EVER "public, max-age=31536000, immutable"

static void put_nginx_headers(const struct policy *policy, const char *before,
			      struct buf *to);

bool host_reads_files(const struct publishing *where)
{
	return str_is(where->host.str, "netlify") ||
	       str_is(where->host.str, "cloudflare");
}

void host_headers(const struct policy *policy, struct buf *to)
{
	buf_text(to, "/*\n"
		     "  Content-Security-Policy: ");
	policy_put(policy, true, to);
	buf_text(to, "\n"
		     "  X-Content-Type-Options: nosniff\n"
		     "  Referrer-Policy: strict-origin-when-cross-origin\n"
		     "/assets/*\n"
		     "  Cache-Control: " FOR_EVER "\n");
}

void host_redirects(const struct redirect *redirects, size_t count,
		    struct str root, struct buf *to)
{
	for (size_t i = 0; i < count; i++)
		buf_printf(to, "%.*s%.*s %.*s%.*s 301\n", STR_ARG(root),
			   STR_ARG(redirects[i].from), STR_ARG(root),
			   STR_ARG(redirects[i].to));
}

void host_nginx(const struct site *site, const struct redirect *redirects,
		size_t count, struct str root, struct buf *to)
{
	const struct publishing *where = &site->publish;

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
	for (size_t i = 0; i < count; i++)
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
