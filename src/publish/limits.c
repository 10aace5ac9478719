#include "publish/limits.h"

static const uint64_t MIB = 1024 * 1024;

static uint64_t total_of(const struct manifest *files);

/* As the hosts state them; 0: none that matters here. */
bool limits_check(struct diags *diags, const struct publishing *where,
		  const struct manifest *files)
{
	static const struct {
		const char *host;
		size_t count;
		uint64_t file, all; /* MiB */
	} LIMITS[] = {
		{ "github", 0, 100, 1024 },
		{ "gitlab", 200000, 0, 1024 },
		{ "cloudflare", 20000, 25, 0 },
	};
	bool ok = true;

	for (size_t k = 0; k < sizeof(LIMITS) / sizeof(*LIMITS); k++) {
		if (!str_is(where->host.str, LIMITS[k].host))
			continue;
		if (LIMITS[k].count && files->count > LIMITS[k].count)
			ok = diag_error(diags, where->host.at,
					"%s takes %zu files, and the site has "
					"%zu",
					LIMITS[k].host, LIMITS[k].count,
					files->count);
		for (size_t i = 0; LIMITS[k].file && i < files->count; i++)
			if (files->entries[i].size > LIMITS[k].file * MIB)
				ok = diag_error(
					diags, where->host.at,
					"%s takes files of %d MiB, and %.*s is "
					"larger",
					LIMITS[k].host, (int)LIMITS[k].file,
					STR_ARG(files->entries[i].path));
		if (LIMITS[k].all && total_of(files) > LIMITS[k].all * MIB)
			ok = diag_error(diags, where->host.at,
					"%s takes sites of %d MiB, and this "
					"one is larger",
					LIMITS[k].host, (int)LIMITS[k].all);
	}
	return ok;
}

static uint64_t total_of(const struct manifest *files)
{
	uint64_t total = 0;

	for (size_t i = 0; i < files->count; i++)
		total += files->entries[i].size;
	return total;
}
