/*
 * The record of a comparison in the form of MADR 4, a Markdown file for each
 * decision (https://adr.github.io/madr/).
 *
 * What the author decided stands as the author put it.  Without a `decision`
 * the record is a proposal: the leader of the scores, or none where nobody
 * leads; and it says so.  Headings are English, as the form has them; what
 * `judge` found is said in the words of the site.
 */
#ifndef VIEW_MADR_H
#define VIEW_MADR_H

#include "base/buf.h"
#include "view/subject.h"

void madr_record(const struct subject *s, struct buf *to);

#endif
