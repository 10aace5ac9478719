/*
 * The byte that stands in markup where the way from the page to the root of
 * the site belongs: one text may stand on pages of different depth.
 *
 * No author can write it, for it is no UTF-8, and all that is read is.
 */
#ifndef BASE_ROOT_MARK_H
#define BASE_ROOT_MARK_H

#define ROOT_MARK '\xFF'

#endif
