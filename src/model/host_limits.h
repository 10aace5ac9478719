/*
 * What the hosts of a site take, as they state it.
 */
#ifndef MODEL_HOST_LIMITS_H
#define MODEL_HOST_LIMITS_H

#include "model/site.h"

/* 0: no limit that matters here. */
struct host_limits {
	const char *host;
	size_t files;
	uint64_t file_mib, all_mib; /* of each file, and of the site */
};

/* Those of the host that site.yaml names; NULL for one without. */
const struct host_limits *host_limits_of(const struct publishing *where);

#endif
