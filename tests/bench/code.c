/*
 * What it costs to highlight code, in CPU time: `code FILE…`, each file's
 * ending being its language.
 */
#include <stdio.h>
#include <time.h>

#include "base/file.h"
#include "read/syntax_read.h"

enum { BYTES = 50000000 };

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool measure(struct diags *diags, const struct syntaxes *all,
		    struct str path, struct arena *arena)
{
	const struct syntax *syntax =
		syntaxes_find(diags, all, path_extension(path),
			      (struct place){ .file = path.ptr }, arena);
	struct buf html = { 0 };
	struct str code;
	size_t done = 0;
	double start;

	if (!syntax || !file_read(path.ptr, &code, arena) || !code.len)
		return false;
	for (start = seconds(); done < BYTES; done += code.len) {
		buf_reset(&html);
		highlight(syntax, code, &html);
	}
	printf("%-44s %7zu bytes  %5.2f us per 100 bytes\n", path.ptr, code.len,
	       (seconds() - start) * 1e8 / (double)done);
	buf_release(&html);
	return true;
}

int main(int argc, char **argv)
{
	struct diags *diags = diags_new();
	struct arena arena = { 0 };
	struct syntaxes *all = syntaxes_new(&arena);
	bool ok = syntaxes_read(diags, "themes/default/syntax", all, &arena) &&
		  syntaxes_join(diags, all);

	for (int i = 1; ok && i < argc; i++)
		ok = measure(diags, all, str_from(argv[i]), &arena);
	diags_print(diags, stderr, (struct diag_style){ 0 });
	diags_free(diags);
	arena_release(&arena);
	return ok ? 0 : 1;
}
