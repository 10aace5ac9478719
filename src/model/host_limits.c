#include "model/host_limits.h"

const struct host_limits *host_limits_of(const struct publishing *where)
{
	static const struct host_limits LIMITS[] = {
		{ "github", 0, 100, 1024 },
		{ "gitlab", 200000, 0, 1024 },
		{ "cloudflare", 20000, 25, 0 },
	};

	for (size_t k = 0; k < sizeof(LIMITS) / sizeof(*LIMITS); k++)
		if (str_is(where->host.str, LIMITS[k].host))
			return &LIMITS[k];
	return NULL;
}
