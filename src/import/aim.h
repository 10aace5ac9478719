/*
 * What a heading or a label says that the text below it is for.
 *
 * The words are in phrases.h; a label counts by the phrases it holds, the
 * first kind of the table in aim.c that has one.
 */
#ifndef IMPORT_AIM_H
#define IMPORT_AIM_H

#include "base/str.h"

enum aim {
	AIM_NONE,
	AIM_TITLE,    /* what stands before the first section */
	AIM_OVERVIEW, /* what an option is; the background */
	AIM_FEATURES,
	AIM_PROS,
	AIM_CONS,
	AIM_PROS_CONS,
	/* From here on, no criterion lies below. */
	AIMS_SHUT = AIM_PROS_CONS,
	AIM_USE_CASES,
	AIM_GUIDE, /* when to choose which; the conclusion */
	AIM_FAQ,
	AIM_USERS,  /* who uses which */
	AIM_METHOD, /* how it was tested */
	AIM_SOURCES,
};

/* What words such as "advantages" say of the text below them. */
enum aim aim_of(struct str words);

#endif
