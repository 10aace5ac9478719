#include "serve/watch.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

enum {
	QUIET = 4,     /* milliseconds without an event: the burst is over */
	PATIENCE = 60, /* but no longer than this */
	DEPTH = 24,    /* of folders; links may go in circles */
	ABSENT = 200,  /* between looks for a folder that is gone */
	MANY = 1000,   /* changes: then anything may have changed */
};

static const uint32_t EVENTS = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
			       IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
			       IN_MOVE_SELF;

struct folder {
	int id; /* of inotify; -1: no longer watched */
	char *path;
};

struct root {
	char *path;
	bool gone; /* removed or renamed: looked for now and then */
};

struct link {
	char *path;
	char *target; /* with no link on the way; NULL: it leads nowhere */
};

struct watch {
	int fd;
	struct folder *folders;
	size_t folder_count, folder_room;
	struct root *roots;
	size_t root_count;
	struct link *links;
	size_t link_count, link_room;
	struct arena arena; /* of the changes */
	struct watch_change *changes;
	size_t change_count;
	long long first, last; /* when the burst began, and its last event */
};

static bool add_folder(struct watch *watch, const char *dir, int depth,
		       bool report);
static bool remember(struct watch *watch, int id, const char *path);
static void note_link(struct watch *watch, const char *path);
static void watch_target(struct watch *watch, const struct link *link);
static bool is_hidden(const struct watch *watch, const char *path);
static void resolve_links(struct watch *watch);
static void follow_links(struct watch *watch, const char *path, bool moves);
static void take_event(struct watch *watch, const struct inotify_event *event);
static struct folder *find_folder(struct watch *watch, int id);
static void take_root_event(struct watch *watch, struct folder *folder);
static void drop_below(struct watch *watch, const char *dir);
static bool is_ignored(const char *name);
static void add_change(struct watch *watch, const char *path, bool moves);
static void all_changed(struct watch *watch);
static void look_for_roots(struct watch *watch);
static char *copy_of(const char *text);
static long long now_ms(void);

struct watch *watch_new(struct diags *diags)
{
	struct watch *watch = memory_alloc(sizeof(*watch));

	*watch =
		(struct watch){ .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
	if (watch->fd >= 0)
		return watch;
	diag_system(diags, "inotify", "files cannot be watched");
	free(watch);
	return NULL;
}

void watch_free(struct watch *watch)
{
	if (!watch)
		return;
	for (size_t i = 0; i < watch->folder_count; i++)
		free(watch->folders[i].path);
	for (size_t i = 0; i < watch->root_count; i++)
		free(watch->roots[i].path);
	for (size_t i = 0; i < watch->link_count; i++) {
		free(watch->links[i].path);
		free(watch->links[i].target);
	}
	free(watch->links);
	free(watch->folders);
	free(watch->roots);
	arena_release(&watch->arena);
	close(watch->fd);
	free(watch);
}

bool watch_add(struct watch *watch, struct diags *diags, const char *dir)
{
	for (size_t i = 0; i < watch->root_count; i++)
		if (!strcmp(watch->roots[i].path, dir))
			return true;
	if (!add_folder(watch, dir, 0, false)) {
		bool full = errno == ENOSPC;

		diag_system(diags, dir, "cannot be watched");
		if (full)
			diag_hint(diags, "allow more: sysctl "
					 "fs.inotify.max_user_watches=524288");
		return false;
	}
	watch->roots = memory_grow(watch->roots, (watch->root_count + 1) *
							 sizeof(struct root));
	watch->roots[watch->root_count].gone = false;
	watch->roots[watch->root_count++].path = copy_of(dir);
	for (size_t i = 0; i < watch->link_count; i++)
		watch_target(watch, &watch->links[i]);
	return true;
}

int watch_fd(const struct watch *watch)
{
	return watch->fd;
}

void watch_read(struct watch *watch)
{
	_Alignas(struct inotify_event) char room[64 * 1024];
	ssize_t len;

	while ((len = read(watch->fd, room, sizeof(room))) > 0) {
		const char *at = room;

		while (at < room + len) {
			const struct inotify_event *event = (const void *)at;

			take_event(watch, event);
			at += sizeof(*event) + event->len;
		}
	}
}

int watch_wait(struct watch *watch)
{
	long long now = now_ms(), ready;

	for (size_t i = 0; i < watch->root_count && !watch->change_count; i++)
		if (watch->roots[i].gone)
			look_for_roots(watch);
	if (!watch->change_count) {
		for (size_t i = 0; i < watch->root_count; i++)
			if (watch->roots[i].gone)
				return ABSENT;
		return -1;
	}
	ready = watch->last + QUIET;
	if (ready > watch->first + PATIENCE)
		ready = watch->first + PATIENCE;
	return ready > now ? (int)(ready - now) : 0;
}

const struct watch_change *watch_changes(const struct watch *watch,
					 size_t *count)
{
	*count = watch->change_count;
	return watch->changes;
}

void watch_forget(struct watch *watch)
{
	watch->changes = NULL;
	watch->change_count = 0;
	arena_reset(&watch->arena);
}

/* A folder that is gone again before it could be watched is no mistake. */
static bool add_folder(struct watch *watch, const char *dir, int depth,
		       bool report)
{
	struct arena arena = { 0 };
	struct str *names;
	size_t count;
	int id = inotify_add_watch(watch->fd, dir, EVENTS | IN_ONLYDIR);
	bool ok = id >= 0 && remember(watch, id, dir);

	if (!ok)
		return depth > 0 && errno != ENOSPC;
	if (depth >= DEPTH || !file_list(dir, &names, &count, &arena))
		count = 0;
	for (size_t i = 0; ok && i < count; i++) {
		const char *path = path_join(dir, names[i], &arena);

		if (is_ignored(names[i].ptr))
			continue;
		if (file_is_link(path))
			note_link(watch, path);
		else if (file_is_dir(path))
			ok = add_folder(watch, path, depth + 1, report);
		else if (report)
			add_change(watch, path, true);
	}
	arena_release(&arena);
	return ok;
}

static bool remember(struct watch *watch, int id, const char *path)
{
	struct folder *folder = find_folder(watch, id);

	if (folder) { /* renamed within what is watched */
		free(folder->path);
		folder->path = copy_of(path);
		return true;
	}
	if (watch->folder_count == watch->folder_room) {
		watch->folder_room = watch->folder_room * 2 + 64;
		watch->folders =
			memory_grow(watch->folders,
				    watch->folder_room * sizeof(struct folder));
	}
	watch->folders[watch->folder_count++] =
		(struct folder){ id, copy_of(path) };
	return true;
}

static void take_event(struct watch *watch, const struct inotify_event *event)
{
	struct folder *folder = find_folder(watch, event->wd);
	struct arena arena = { 0 };
	const char *path;
	bool moves, hidden;

	if (event->mask & IN_Q_OVERFLOW)
		all_changed(watch);
	if (!folder)
		return;
	if (event->mask & IN_IGNORED) { /* gone: its number is not used again */
		free(folder->path);
		*folder = watch->folders[--watch->folder_count];
		return;
	}
	if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) {
		take_root_event(watch, folder);
		return;
	}
	if (!event->len)
		return;
	path = path_join(folder->path, str_from(event->name), &arena);
	if (event->mask & IN_ISDIR &&
	    event->mask & (IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE))
		drop_below(watch, path);
	moves = !(event->mask & IN_CLOSE_WRITE);
	hidden = is_ignored(event->name) || is_hidden(watch, folder->path);
	if (!hidden)
		add_change(watch, path, moves);
	if (!hidden && event->mask & (IN_CREATE | IN_MOVED_TO) &&
	    file_is_link(path))
		note_link(watch, path);
	follow_links(watch, path, moves);
	if (moves) {
		resolve_links(watch);
		follow_links(watch, path, moves);
	}
	if (!hidden && event->mask & IN_ISDIR &&
	    event->mask & (IN_CREATE | IN_MOVED_TO))
		add_folder(watch, path, 1, true);
	arena_release(&arena);
}

static void note_link(struct watch *watch, const char *path)
{
	for (size_t i = 0; i < watch->link_count; i++)
		if (!strcmp(watch->links[i].path, path)) {
			watch_target(watch, &watch->links[i]);
			return;
		}
	if (watch->link_count == watch->link_room) {
		watch->link_room = watch->link_room * 2 + 16;
		watch->links = memory_grow(
			watch->links, watch->link_room * sizeof(struct link));
	}
	watch->links[watch->link_count++] =
		(struct link){ copy_of(path), realpath(path, NULL) };
	watch_target(watch, &watch->links[watch->link_count - 1]);
}

/* What begins with a dot is watched where a link leads there, for the link. */
static void watch_target(struct watch *watch, const struct link *link)
{
	struct arena arena = { 0 };
	const char *dir = link->target;

	if (!dir || !is_hidden(watch, dir))
		return;
	if (!file_is_dir(dir))
		dir = arena_str(&arena, path_dir(str_from(dir))).ptr;
	for (size_t i = 0; dir && i < watch->folder_count; i++)
		if (!strcmp(watch->folders[i].path, dir))
			dir = NULL;
	if (dir)
		add_folder(watch, dir, 1, false);
	arena_release(&arena);
}

/* Whether it lies below a watched folder in one whose name has a dot. */
static bool is_hidden(const struct watch *watch, const char *path)
{
	for (size_t i = 0; i < watch->root_count; i++) {
		const char *root = watch->roots[i].path;
		size_t len = strlen(root);

		if (!strncmp(path, root, len) && path[len] == '/' &&
		    strstr(path + len, "/."))
			return true;
	}
	return false;
}

/* What came or went may be what a link leads through. */
static void resolve_links(struct watch *watch)
{
	for (size_t i = 0; i < watch->link_count; i++) {
		struct link *link = &watch->links[i];

		free(link->target);
		link->target = realpath(link->path, NULL);
		watch_target(watch, link);
	}
}

/* Whoever reads by a link reads what lies where it leads. */
static void follow_links(struct watch *watch, const char *path, bool moves)
{
	const char *name = path_base(str_from(path)).ptr;

	for (size_t i = 0; i < watch->link_count; i++) {
		const struct link *link = &watch->links[i];
		size_t len = link->target ? strlen(link->target) : 0;
		struct arena arena = { 0 };

		if (len && !strncmp(path, link->target, len) &&
		    (!path[len] || (path[len] == '/' && !is_ignored(name))))
			add_change(watch,
				   ARENA_JOIN(&arena, str_from(link->path),
					      str_from(path + len))
					   .ptr,
				   moves);
		arena_release(&arena);
	}
}

/* Newest first: a folder just made is the likeliest. */
static struct folder *find_folder(struct watch *watch, int id)
{
	for (size_t i = watch->folder_count; i--;)
		if (watch->folders[i].id == id)
			return &watch->folders[i];
	return NULL;
}

/* Folders below a root are told of by the folder they are in. */
static void take_root_event(struct watch *watch, struct folder *folder)
{
	for (size_t i = 0; i < watch->root_count; i++) {
		struct root *root = &watch->roots[i];

		if (strcmp(root->path, folder->path) != 0)
			continue;
		root->gone = true;
		drop_below(watch, root->path);
		add_change(watch, root->path, true);
		return;
	}
}

static void drop_below(struct watch *watch, const char *dir)
{
	size_t len = strlen(dir), kept = 0;

	for (size_t i = 0; i < watch->folder_count; i++) {
		struct folder *f = &watch->folders[i];

		if (!strncmp(f->path, dir, len) &&
		    (f->path[len] == '/' || !f->path[len])) {
			inotify_rm_watch(watch->fd, f->id);
			free(f->path);
		} else {
			watch->folders[kept++] = *f;
		}
	}
	watch->folder_count = kept;
}

/* Vim tries whether it can write to a folder with a file "4913". */
static bool is_ignored(const char *name)
{
	size_t len = strlen(name);

	return name[0] == '.' || name[len - 1] == '~' || !strcmp(name, "4913");
}

static void add_change(struct watch *watch, const char *path, bool moves)
{
	struct watch_change *change;

	watch->last = now_ms();
	if (!watch->change_count)
		watch->first = watch->last;
	for (size_t i = 0; i < watch->change_count; i++)
		if (!strcmp(watch->changes[i].path, path)) {
			watch->changes[i].comes_or_goes |= moves;
			return;
		}
	if (watch->change_count == MANY) {
		all_changed(watch);
		return;
	}
	change = arena_push(&watch->arena, watch->changes, watch->change_count);
	change->path = arena_str(&watch->arena, str_from(path)).ptr;
	change->comes_or_goes = moves;
}

/* Events were lost: all folders may be others than those we know. */
static void all_changed(struct watch *watch)
{
	watch_forget(watch);
	for (size_t i = 0; i < watch->root_count; i++) {
		add_folder(watch, watch->roots[i].path, 0, false);
		add_change(watch, watch->roots[i].path, true);
	}
}

static void look_for_roots(struct watch *watch)
{
	for (size_t i = 0; i < watch->root_count; i++) {
		struct root *root = &watch->roots[i];

		if (!root->gone || !add_folder(watch, root->path, 0, false))
			continue;
		root->gone = false;
		add_change(watch, root->path, true);
	}
}

static char *copy_of(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(memory_alloc(size), text, size);
}

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
