#include "make/build.h"

#include <stdio.h>
#include <time.h>

#include "cli/commands.h"
#include "cli/output.h"

static int run(const struct options *options);
static void say_built(const struct built *built, double took);
static double seconds(void);

const struct command COMMAND_BUILD = {
	.name = "build",
	.usage = "[CONTENT] [-o OUT]",
	.does = "write the site",
	.out = "out",
	.run = run,
	.help = "Usage: paragone build [CONTENT] [-o OUT] [OPTIONS]\n"
		"\n"
		"Writes the site of CONTENT (./content) to OUT (./out). The old site\n"
		"stays as it is until the new one is whole, and for good when the\n"
		"content has errors.\n"
		"\n"
		"  -o, --out OUT          the folder to write\n"
		"      --theme NAME       a theme other than site.yaml's\n"
		"      --base-url URL     an address other than site.yaml's\n"
		"      --drafts           comparisons with `draft: yes` too\n"
		"  -j, --jobs N           work on N comparisons at once (1 to 64)\n"
		"      --strict           take warnings for errors\n"
		"      --diagnostics json one JSON object per message, for editors\n"
		"\n"
		"Example: paragone build content -o public --strict\n"
		"\n"
		"Exit status: 0 done, 1 errors in the content, 2 wrong usage, 3 the\n"
		"system failed.\n",
};

static int run(const struct options *options)
{
	struct diags *diags = diags_new();
	double started = seconds();
	struct built built;
	bool ok = build(&options->order, BUILD_PUBLISH, diags, &built);
	size_t errors = diags_error_count(diags);
	int status = output_diags(diags, options->json);

	if (ok)
		say_built(&built, seconds() - started);
	else if (!options->json)
		fprintf(stderr, "paragone: %zu error%s; nothing was written\n",
			errors, errors == 1 ? "" : "s");
	diags_free(diags);
	return status;
}

static void say_built(const struct built *built, double took)
{
	if (!built->has_address)
		puts("no feed and no sitemap: they need \"base_url\" in "
		     "site.yaml, the address of the site");
	printf("%zu pages and %zu images of %zu comparison%s in %.2f "
	       "s: %zu files written, %zu unchanged, %zu removed\n",
	       built->pages, built->images, built->comparisons,
	       built->comparisons == 1 ? "" : "s", took, built->files.written,
	       built->files.unchanged, built->files.removed);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
