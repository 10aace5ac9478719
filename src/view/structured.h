/*
 * What a comparison says to search engines besides its article, in the words
 * of schema.org (JSON-LD).  Each may be asked for only with a base_url.
 */
#ifndef VIEW_STRUCTURED_H
#define VIEW_STRUCTURED_H

#include "view/page_view.h"

/* Its data as a Dataset, with the files to download. */
const struct value *dataset_json_ld(const struct book *book);

/*
 * The options as an ItemList in the order of their ranks; NULL unless a
 * leader is announced: to a machine the first of a list has won.
 */
const struct value *ranking_json_ld(const struct book *book);

#endif
