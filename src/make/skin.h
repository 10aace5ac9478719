/*
 * How a site looks: its theme's templates, words, colours and assets.
 */
#ifndef MAKE_SKIN_H
#define MAKE_SKIN_H

#include "make/tongue.h"
#include "model/site.h"
#include "model/theme.h"
#include "template/mustache.h"
#include "view/page_view.h"
#include "view/palette.h"

struct skin_asset {
	struct asset name; /* and the path it is published under */
	struct str bytes;
	const char *file; /* where it comes from */
};

struct skin {
	const char *resources; /* what the program brings along */
	struct theme theme;
	struct tongue tongue; /* of the site's own language */
	struct palette palette;
	struct str style_hash; /* of SVG files, as a policy has it */
	struct templates *templates;
	struct str *known; /* names of our templates */
	const char **own;  /* paths of the theme's besides */
	size_t known_count, own_count;
	struct str data_schema, index_schema; /* of the files in data/ */
	struct syntaxes *syntaxes; /* of the theme and of the content */
	struct skin_asset *assets;
	size_t asset_count;
	bool has_stable_style; /* whose paths tell nothing of its bytes */
	struct str *preloads;  /* published paths, as the theme lists them */
};

/* Reads all of it and loads the fonts; release what it gives. */
bool skin_load(struct diags *diags, const struct site *site,
	       const char *theme_name, struct skin *skin, struct arena *arena);
void skin_release(struct skin *skin);

/*
 * The theme's words in another language, which the author names at
 * `language`.
 */
bool skin_tongue(struct diags *diags, const struct skin *skin,
		 const struct text *language, struct tongue *tongue,
		 struct arena *arena);

/*
 * Whether the theme has the template of each page that asks for one: `page`,
 * of the home page `home`, or one that takes the place of none of ours, as
 * those want values that a page does not have.  Reports templates of the
 * theme that no page and no template uses.
 */
bool skin_check_pages(struct diags *diags, const struct skin *skin,
		      const struct site *site, struct arena *arena);

/* The assets' names and paths. */
const struct asset *skin_asset_names(const struct skin *skin,
				     struct arena *arena);

#endif
