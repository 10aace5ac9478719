#include "make/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/site_folder.h"
#include "draw/fonts.h"
#include "make/resources.h"
#include "read/edition.h"

/* The coarsest clock of a file system, FAT's, goes by two seconds. */
static const int64_t DOUBTFUL = INT64_C(3000000000);

/* Hashes are added up, so that the order of what is in a folder is none. */
struct walk {
	struct arena arena; /* of a few texts */
	struct buf path;    /* of the entry at hand */
	struct buf line;    /* that is to be added */
	struct hash sum;
	int64_t time;
	bool ok, in_doubt;
	bool portable;	       /* by names and bytes alone */
	struct inputs *inputs; /* NULL: its folders are not wanted */
	struct arena *kept;    /* of these */
	bool at_top;	       /* of the content folder */
	struct hash names;
	size_t links;
	struct inputs_folder *folder; /* that is looked into; or NULL */
};

static int compare_folders(const void *a, const void *b);
static bool look(struct walk *in, const struct order *order, struct hash *hash,
		 bool *in_doubt);
static struct hash sum_of(struct walk *in);
static void add_resources(struct walk *in, const struct order *order);
static void add_program(struct walk *in);
static void add_order(struct walk *in, const struct order *order);
static void add_text(struct walk *in, const char *name, const char *text);
static void add_line(struct walk *in);
static int add_library(struct dl_phdr_info *info, size_t size, void *walk);
static void add_path(struct walk *in, const char *path, const char *label,
		     bool must_be);
static void add_folder(struct walk *in, int fd);
static bool is_beside_site(struct str name);
static void add_entry(struct walk *in, int dir, const char *name);
static void add_language(struct walk *in, struct str tag, struct hash before);
static void add_name(struct walk *in, const struct stat *st);
static void add_comparison(struct walk *in, int dir, const char *name,
			   struct hash sum, struct hash names, size_t links);
static void add_found(struct walk *in, int dir, const char *name);
static void add_stat(struct walk *in, const struct stat *st);
static void add_bytes(struct walk *in, int fd);
static void add_link(struct walk *in, int dir, const char *name);
static bool is_doubtful(const struct walk *in, const struct stat *st);

int64_t inputs_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return file_nanoseconds(now);
}

bool inputs_hash(const struct order *order, int64_t time, struct hash *hash,
		 bool *in_doubt)
{
	struct walk in = { .time = time, .ok = true };

	return look(&in, order, hash, in_doubt);
}

bool inputs_look(const struct order *order, int64_t time, struct inputs *inputs,
		 struct arena *arena)
{
	struct walk in = {
		.time = time, .ok = true, .inputs = inputs, .kept = arena
	};
	bool ok;

	*inputs = (struct inputs){ .folders = NULL };
	ok = look(&in, order, &inputs->hash, &inputs->in_doubt);
	if (inputs->folder_count)
		qsort(inputs->folders, inputs->folder_count,
		      sizeof(*inputs->folders), compare_folders);
	return ok;
}

static int compare_folders(const void *a, const void *b)
{
	const struct inputs_folder *left = a, *right = b;

	return str_compare(left->name, right->name);
}

static bool look(struct walk *in, const struct order *order, struct hash *hash,
		 bool *in_doubt)
{
	add_text(in, "content", order->content);
	add_order(in, order);
	add_text(in, "shard",
		 order->shard.count
			 ? arena_printf(&in->arena, "%u/%u",
					order->shard.number, order->shard.count)
				   .ptr
			 : NULL);
	in->at_top = true;
	add_path(in, order->content, "content", true);
	in->at_top = false;
	add_resources(in, order);
	add_program(in);
	*hash = in->sum;
	*in_doubt = in->in_doubt;
	buf_release(&in->path);
	buf_release(&in->line);
	arena_release(&in->arena);
	return in->ok;
}

bool inputs_prints(const struct order *order, struct prints *prints)
{
	struct walk in = { .ok = true, .portable = true };

	add_path(&in, order->content, "content", true);
	prints->content = sum_of(&in);
	add_program(&in);
	prints->program = sum_of(&in);
	add_resources(&in, order);
	prints->theme = sum_of(&in);
	add_order(&in, order);
	prints->options = sum_of(&in);
	buf_release(&in.path);
	buf_release(&in.line);
	arena_release(&in.arena);
	return in.ok;
}

/* Of what was added since the last one. */
static struct hash sum_of(struct walk *in)
{
	struct hash sum = in->sum;

	in->sum = (struct hash){ 0 };
	return sum;
}

static void add_resources(struct walk *in, const struct order *order)
{
	struct diags *unheard = diags_new();
	const char *resources = resources_find(unheard, &in->arena);

	in->ok &= resources != NULL;
	add_path(in, path_join(order->content, STR("../themes"), &in->arena),
		 "themes beside it", false);
	if (in->ok) {
		add_path(in, path_join(resources, STR("templates"), &in->arena),
			 "templates", true);
		add_path(in, path_join(resources, STR("themes"), &in->arena),
			 "themes", true);
	}
	for (size_t i = 0; fonts_dejavu_folder(i); i++)
		add_path(in, fonts_dejavu_folder(i), "fonts", false);
	diags_free(unheard);
}

static void add_program(struct walk *in)
{
	add_path(in, "/proc/self/exe", "paragone", true);
	dl_iterate_phdr(add_library, in);
}

/* But for the folder that the site goes to, and how many work at it. */
static void add_order(struct walk *in, const struct order *order)
{
	add_text(in, "theme", order->theme);
	add_text(in, "base_url", order->base_url);
	add_text(in, "served_at", order->served_at);
	add_text(in, "nonce", order->nonce);
	add_text(in, "drafts", order->drafts ? "yes" : NULL);
	add_text(in, "strict", order->strict ? "yes" : NULL);
}

static void add_text(struct walk *in, const char *name, const char *text)
{
	buf_reset(&in->line);
	buf_text(&in->line, name);
	buf_text(&in->line, text ? "=" : "");
	buf_text(&in->line, text ? text : "");
	add_line(in);
}

static void add_line(struct walk *in)
{
	hash_add(&in->sum, hash_of(buf_str(&in->line)));
}

/* The kernel's own has no path. */
static int add_library(struct dl_phdr_info *info, size_t size, void *walk)
{
	(void)size;
	if (info->dlpi_name && info->dlpi_name[0] == '/')
		add_path(walk, info->dlpi_name,
			 path_base(str_from(info->dlpi_name)).ptr, true);
	return 0;
}

/*
 * Links that the user himself writes are followed.  `label` is what it is
 * called wherever it lies.
 */
static void add_path(struct walk *in, const char *path, const char *label,
		     bool must_be)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;

	if (fd < 0 && !must_be && file_is_absent(errno)) {
		add_text(in, in->portable ? label : path, "absent");
		return;
	}
	if (fd < 0 || fstat(fd, &st) < 0) {
		in->ok = false;
		if (fd >= 0)
			close(fd);
		return;
	}
	buf_reset(&in->path);
	buf_text(&in->path, in->portable ? label : path);
	add_stat(in, &st);
	if (S_ISDIR(st.st_mode)) {
		add_folder(in, fd);
	} else if (in->portable) {
		add_bytes(in, fd);
	} else {
		in->ok &= !is_doubtful(in, &st);
		close(fd);
	}
}

/*
 * Closes it.  What git keeps beside the content is none of it, nor is a site,
 * and what stands beside one while it is made.
 */
static void add_folder(struct walk *in, int fd)
{
	DIR *d = fdopendir(fd);
	struct dirent *entry;
	size_t len = in->path.len;
	bool is_site = faccessat(fd, MANIFEST_NAME, F_OK, 0) == 0;

	if (!d) {
		close(fd);
		in->ok = false;
		return;
	}
	while (!is_site && (errno = 0, entry = readdir(d))) {
		struct str name = str_from(entry->d_name);

		if (str_is(name, ".") || str_is(name, "..") ||
		    str_is(name, ".git") || is_beside_site(name))
			continue;
		buf_char(&in->path, '/');
		buf_raw(&in->path, name);
		add_entry(in, dirfd(d), entry->d_name);
		in->path.len = len;
	}
	in->ok &= is_site || errno == 0;
	closedir(d);
}

/* The lock and the stage of write/tree. */
static bool is_beside_site(struct str name)
{
	return str_starts(name, ".") && (str_ends(name, ".paragone-lock") ||
					 str_ends(name, ".paragone-stage"));
}

static void add_entry(struct walk *in, int dir, const char *name)
{
	struct hash sum = in->sum, names = in->names;
	size_t links = in->links;
	struct str stem, tag;
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0) {
		in->ok = false;
		return;
	}
	add_stat(in, &st);
	if (in->inputs)
		add_name(in, &st);
	if (S_ISLNK(st.st_mode))
		add_link(in, dir, name);
	else if (S_ISDIR(st.st_mode) && in->inputs && in->at_top)
		add_comparison(in, dir, name, sum, names, links);
	else if (S_ISDIR(st.st_mode))
		add_found(in, dir, name);
	else if (S_ISREG(st.st_mode) && is_doubtful(in, &st))
		add_bytes(in,
			  openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
	if (in->folder && S_ISREG(st.st_mode) &&
	    str_ends(str_from(name), ".md") &&
	    edition_is_translation(str_from(name), &stem, &tag))
		add_language(in, tag, sum);
}

/* What a file added to the sum that was there before it. */
static void add_language(struct walk *in, struct str tag, struct hash before)
{
	struct inputs_folder *folder = in->folder;
	struct inputs_language *at = NULL;

	for (size_t k = 0; k < folder->language_count && !at; k++)
		if (str_equals(folder->languages[k].tag, tag))
			at = &folder->languages[k];
	if (!at) {
		at = arena_push(in->kept, folder->languages,
				folder->language_count);
		*at = (struct inputs_language){ arena_str(in->kept, tag),
						{ 0 } };
	}
	hash_add(&at->sum, in->sum);
	hash_subtract(&at->sum, before);
}

static void add_name(struct walk *in, const struct stat *st)
{
	buf_reset(&in->line);
	buf_raw(&in->line, buf_str(&in->path));
	buf_printf(&in->line, " %jx", (uintmax_t)(st->st_mode & S_IFMT));
	hash_add(&in->names, hash_of(buf_str(&in->line)));
}

/* A folder in the content folder; what was added up before it. */
static void add_comparison(struct walk *in, int dir, const char *name,
			   struct hash sum, struct hash names, size_t links)
{
	struct inputs *inputs = in->inputs;
	struct inputs_folder folder = {
		.name = arena_str(in->kept, str_from(name)),
	};

	in->at_top = false;
	in->folder = &folder;
	add_found(in, dir, name);
	in->folder = NULL;
	in->at_top = true;
	folder.sum = in->sum;
	hash_subtract(&folder.sum, sum);
	folder.names = in->names;
	hash_subtract(&folder.names, names);
	folder.has_links = in->links != links;
	*arena_push(in->kept, inputs->folders, inputs->folder_count) = folder;
}

static void add_found(struct walk *in, int dir, const char *name)
{
	int fd = openat(dir, name,
			O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0)
		add_folder(in, fd);
	else
		in->ok = false;
}

/* Of a folder neither size nor times count: what is in it does. */
static void add_stat(struct walk *in, const struct stat *st)
{
	buf_reset(&in->line);
	buf_raw(&in->line, buf_str(&in->path));
	if (in->portable) {
		buf_printf(&in->line, " %jx",
			   (uintmax_t)(st->st_mode & S_IFMT));
		add_line(in);
		return;
	}
	buf_printf(&in->line, " %jx %jx %jx", (uintmax_t)st->st_mode,
		   (uintmax_t)st->st_dev, (uintmax_t)st->st_ino);
	if (!S_ISDIR(st->st_mode))
		buf_printf(&in->line, " %jx", (uintmax_t)st->st_size);
	if (!S_ISDIR(st->st_mode) && !is_doubtful(in, st))
		buf_printf(&in->line, " %jx %jx",
			   (uintmax_t)file_nanoseconds(st->st_mtim),
			   (uintmax_t)file_nanoseconds(st->st_ctim));
	add_line(in);
}

/* Closes it; below 0 it could not be opened. */
static void add_bytes(struct walk *in, int fd)
{
	ssize_t got = -1;

	buf_reset(&in->line);
	buf_raw(&in->line, buf_str(&in->path));
	while (fd >= 0) {
		buf_reserve(&in->line, 65536);
		got = read(fd, in->line.ptr + in->line.len, 65536);
		if (got <= 0)
			break;
		in->line.len += (size_t)got;
	}
	in->ok &= got == 0;
	in->in_doubt = true;
	add_line(in);
	if (fd >= 0)
		close(fd);
}

static void add_link(struct walk *in, int dir, const char *name)
{
	char target[PATH_MAX];
	ssize_t len = readlinkat(dir, name, target, sizeof(target));

	buf_reset(&in->line);
	buf_raw(&in->line, buf_str(&in->path));
	buf_char(&in->line, '>');
	if (len < 0 || (size_t)len == sizeof(target))
		in->ok = false;
	else
		buf_raw(&in->line, (struct str){ target, (size_t)len });
	add_line(in);
	/* What lies beside it is looked at with it. */
	if (in->at_top && in->inputs)
		in->inputs->has_links = true;
	else
		in->links += len < 0 || target[0] == '.' ||
			     memchr(target, '/', (size_t)len);
}

static bool is_doubtful(const struct walk *in, const struct stat *st)
{
	return in->portable ||
	       file_nanoseconds(st->st_mtim) >= in->time - DOUBTFUL ||
	       file_nanoseconds(st->st_ctim) >= in->time - DOUBTFUL;
}
