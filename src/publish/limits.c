#include "publish/limits.h"

#include "model/host_limits.h"

static const uint64_t MIB = 1024 * 1024;

static bool check_each(struct diags *diags, const struct publishing *where,
		       const struct host_limits *limits,
		       const struct manifest *files);
static uint64_t total_of(const struct manifest *files);

bool limits_check(struct diags *diags, const struct publishing *where,
		  const struct manifest *files)
{
	const struct host_limits *limits = host_limits_of(where);
	bool ok = true;

	if (!limits)
		return true;
	if (limits->files && files->count > limits->files)
		ok = diag_error(diags, where->host.at,
				"%s takes %zu files, and the site has %zu",
				limits->host, limits->files, files->count);
	if (limits->file_mib)
		ok &= check_each(diags, where, limits, files);
	if (limits->all_mib && total_of(files) > limits->all_mib * MIB)
		ok = diag_error(diags, where->host.at,
				"%s takes sites of %d MiB, and this one is "
				"larger",
				limits->host, (int)limits->all_mib);
	return ok;
}

static bool check_each(struct diags *diags, const struct publishing *where,
		       const struct host_limits *limits,
		       const struct manifest *files)
{
	bool ok = true;

	for (size_t i = 0; i < files->count; i++)
		if (files->entries[i].size > limits->file_mib * MIB)
			ok = diag_error(diags, where->host.at,
					"%s takes files of %d MiB, and %.*s is "
					"larger",
					limits->host, (int)limits->file_mib,
					STR_ARG(files->entries[i].path));
	return ok;
}

static uint64_t total_of(const struct manifest *files)
{
	uint64_t total = 0;

	for (size_t i = 0; i < files->count; i++)
		total += files->entries[i].size;
	return total;
}
