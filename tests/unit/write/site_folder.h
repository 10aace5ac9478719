/*
 * Folders to build sites into, for the tests of this stage: each test works
 * in an empty one of its own, which is the working directory meanwhile.
 */
#ifndef SITE_FOLDER_H
#define SITE_FOLDER_H

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "write/folder.h"
#include "write/tree.h"

#define MANIFEST "out/.paragone-manifest"
#define STAGE ".out.paragone-stage"
#define LOCK ".out.paragone-lock"

struct site_folder {
	struct arena arena;
	struct diags *diags;
	char path[SCRATCH_MAX];
	int before; /* the working directory */
};

#define SITE_TEST(name) \
	cmocka_unit_test_setup_teardown(name, site_setup, site_teardown)

static inline int site_setup(void **state)
{
	struct site_folder *f = calloc(1, sizeof(*f));

	scratch_folder(f->path);
	f->diags = diags_new();
	f->before = open(".", O_RDONLY | O_DIRECTORY);
	*state = f;
	return chdir(f->path);
}

static inline int site_teardown(void **state)
{
	struct site_folder *f = *state;
	int failed = seteuid(getuid()) | fchdir(f->before);

	close(f->before);
	folder_remove(AT_FDCWD, f->path);
	diags_free(f->diags);
	arena_release(&f->arena);
	free(f);
	return failed;
}

/* A file written by hand, with its folder there already. */
static inline void hand_written(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* What the file says; "(none)" where there is no file. */
static inline struct str said_by(struct site_folder *f, const char *path)
{
	struct str text;

	return file_read(path, &text, &f->arena) ? text : STR("(none)");
}

static inline bool is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static inline struct stat stat_of(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st;
}

static inline void nothing_is_left_beside(void)
{
	assert_false(is_there(STAGE));
	assert_false(is_there(LOCK));
}

/* A mount of this test's own; false, with the reason told, where forbidden. */
static inline bool mounted(const char *source, const char *at, const char *type,
			   unsigned long flags, const char *data)
{
	if (unshare(CLONE_NEWNS) == 0 &&
	    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
	    mount(source, at, type, flags, data) == 0)
		return true;
	print_message("skipped: cannot mount: %s\n", strerror(errno));
	return false;
}

/* Pairs of path and text, ended by NULL, as the whole site. */
static inline bool built(struct site_folder *f, const char *out,
			 const char *const *files, struct tree_summary *sum)
{
	struct tree *tree = tree_open(f->diags, out);
	struct tree_summary ignored;
	bool ok = tree != NULL;

	for (; ok && *files; files += 2)
		ok = tree_put(tree, f->diags, str_from(files[0]),
			      str_from(files[1]), STR("page.md"));
	ok = ok && tree_publish(tree, f->diags, sum ? sum : &ignored);
	tree_close(tree);
	return ok;
}

#define FILES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* The messages so far, the folder's own path in them written as "~". */
static inline struct str complaint(struct site_folder *f)
{
	struct str text = printed(f->diags, &f->arena);
	struct str path = str_from(f->path);
	struct buf buf = { 0 };

	while (text.len) {
		size_t at = str_find_str(text, path);

		buf_raw(&buf, str_slice(text, 0, at));
		if (at < text.len)
			buf_char(&buf, '~');
		text = str_from_byte(text, at < text.len ? at + path.len : at);
	}
	text = buf_copy(&buf, &f->arena);
	buf_release(&buf);
	return text;
}

#endif
