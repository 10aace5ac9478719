/*
 * What a heading or a label says that the text below it is for.
 *
 * The words are in phrases.h; a label counts by the phrases it holds, the
 * first kind of the table in role.c that has one.
 */
#ifndef IMPORT_ROLE_H
#define IMPORT_ROLE_H

#include "base/str.h"

enum role {
	ROLE_NONE,
	ROLE_TITLE,    /* what stands before the first section */
	ROLE_OVERVIEW, /* what an option is; the background */
	ROLE_FEATURES,
	ROLE_PROS,
	ROLE_CONS,
	ROLE_PROS_CONS,
	/* From here on, no criterion lies below. */
	ROLES_SHUT = ROLE_PROS_CONS,
	ROLE_USE_CASES,
	ROLE_GUIDE, /* when to choose which; the conclusion */
	ROLE_FAQ,
	ROLE_USERS,  /* who uses which */
	ROLE_METHOD, /* how it was tested */
	ROLE_SOURCES,
};

/* What words such as "advantages" say of the text below them. */
enum role role_of(struct str words);

#endif
