/*
 * Bytes that stand in markup for what is put in when a page is made.  No
 * author can write them, for they are no UTF-8, and all that is read is.
 *
 * ROOT_MARK is where the way from the page to the root of the site belongs:
 * one text may stand on pages of different depth.  Two SAMPLE_MARKs hold the
 * number of a sample, which a template draws.  Two DRAWING_MARKs hold that of
 * a chart's marks, which are put in when nothing looks at the page any more.
 */
#ifndef BASE_ROOT_MARK_H
#define BASE_ROOT_MARK_H

#define ROOT_MARK '\xFF'
#define SAMPLE_MARK '\xFE'
#define DRAWING_MARK '\xFD'

#endif
