/*
 * The Content-Security-Policy of the site: what a browser may load for its
 * pages, and from where.
 *
 * A page needs the site's own style sheets, fonts, pictures and scripts, the
 * search its own index, and all SVG files share one <style>, which is allowed
 * by its hash; nothing else is let in.  `csp` in site.yaml adds to that, a
 * directive at a time.
 * The same policy stands in each page and in the headers of the host; what a
 * page may not say of itself (frame-ancestors) is in headers alone, and that
 * hash where pages are not to change with colours.
 */
#ifndef MODEL_POLICY_H
#define MODEL_POLICY_H

#include "base/buf.h"
#include "model/comparison.h"

/* What a site may add to. */
enum policy_directive {
	POLICY_STYLE,
	POLICY_IMAGE,
	POLICY_FONT,
	POLICY_BASE,
	POLICY_FORM,
	POLICY_SCRIPT,
	POLICY_CONNECT,
	POLICY_MEDIA,
	POLICY_FRAME,
	POLICY_CHILD,
	POLICY_WORKER,
	POLICY_OBJECT,
	POLICY_MANIFEST,
	POLICY_ANCESTORS,
	POLICY_COUNT
};

struct policy_rule {
	struct text *sources; /* 'self' and the like with or without quotes */
	size_t count;
};

struct policy {
	struct policy_rule rules[POLICY_COUNT];
	struct str origin; /* of the site: "https://example.org", or empty */
	struct str style;  /* "sha256-…" of the style of SVG files */
	bool is_stable;	   /* pages do not name it */
	struct str nonce;  /* of the preview's own script, or empty */
};

/* "style-src" */
const char *policy_name(enum policy_directive directive);

/* A word such as self that the policy has between quotes; hashes as well. */
bool policy_is_keyword(struct str source);

/* The policy; `header` says whether it stands in a header or in a page. */
void policy_put(const struct policy *policy, bool header, struct buf *to);

/* Whether an image of that web address is shown. */
bool policy_allows_image(const struct policy *policy, struct str url);

#endif
