/*
 * The floor: what no generator can do without.
 *
 *	floor MARKDOWN SITE COPY
 *
 * Reads every .md file below MARKDOWN, lets cmark make HTML of it, and writes
 * the files of the finished SITE again below COPY.  Prints the CPU seconds of
 * the three, in one thread; the reading of SITE is not counted.
 */
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmark.h>

struct entry {
	char *path, *bytes; /* bytes: NULL for a folder */
	size_t len;
};

static struct entry *entries;
static size_t count, room;
static int markdown_only;

static double cpu_seconds(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
	       (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static int visit(const char *path, const struct stat *st, int type,
		 struct FTW *where)
{
	struct entry e = { .path = strdup(path) };
	size_t len = strlen(path);
	int fd;

	(void)where;
	if (markdown_only &&
	    (type != FTW_F || len < 3 || strcmp(path + len - 3, ".md")))
		return 0;
	if (type == FTW_F) {
		e.len = (size_t)st->st_size;
		e.bytes = malloc(e.len + 1);
		fd = open(path, O_RDONLY);
		if (fd < 0 || read(fd, e.bytes, e.len) != (ssize_t)e.len)
			exit(1);
		close(fd);
	}
	if (count == room)
		entries = realloc(entries,
				  (room = 2 * room + 1024) * sizeof(*entries));
	entries[count++] = e;
	return 0;
}

static void read_tree(const char *root, int only)
{
	markdown_only = only;
	count = 0;
	nftw(root, visit, 32, FTW_PHYS);
}

static void render_all(void)
{
	for (size_t i = 0; i < count; i++)
		free(cmark_markdown_to_html(entries[i].bytes, entries[i].len,
					    CMARK_OPT_DEFAULT));
}

static void write_all(const char *root, const char *to)
{
	char path[4096];

	for (size_t i = 0; i < count; i++) {
		int fd;

		snprintf(path, sizeof(path), "%s%s", to,
			 entries[i].path + strlen(root));
		if (!entries[i].bytes) {
			mkdir(path, 0777);
			continue;
		}
		fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
		if (fd < 0 || write(fd, entries[i].bytes, entries[i].len) !=
				      (ssize_t)entries[i].len)
			exit(1);
		close(fd);
	}
}

int main(int argc, char **argv)
{
	double start = cpu_seconds(), reading, rendering;

	if (argc != 4)
		return 2;
	read_tree(argv[1], 1);
	reading = cpu_seconds() - start;
	start = cpu_seconds();
	render_all();
	rendering = cpu_seconds() - start;
	read_tree(argv[2], 0);
	start = cpu_seconds();
	write_all(argv[2], argv[3]);
	printf("%.3f\n", reading + rendering + cpu_seconds() - start);
	return 0;
}
