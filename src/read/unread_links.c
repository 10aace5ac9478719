#include "read/unread_links.h"

enum { DEEPEST = 16 };

/* A folder that is gone through. */
struct looked {
	struct str dir;	 /* below the content folder */
	struct str slug; /* of the comparison, or empty */
	bool linked;	 /* there is a link on the way */
	int depth;
};

struct search {
	struct unread_links *links;
	const struct site *site;
	bool (*is_of_use)(void *context, struct str slug, struct str path);
	void *context;
	struct arena *arena;
};

static void look_through(struct search *s, struct looked at);
static void look_at(struct search *s, struct looked at, struct str name);

void unread_links_find(struct unread_links *links, const struct site *site,
		       bool (*is_of_use)(void *context, struct str slug,
					 struct str path),
		       void *context, struct arena *arena)
{
	struct search s = { links, site, is_of_use, context, arena };

	*links = (struct unread_links){ 0 };
	look_through(&s, (struct looked){ STR(""), STR(""), false, 0 });
}

bool unread_links_lead_to(const struct unread_links *links, const char *file)
{
	struct file_id id;

	if (!links->count || !file_identify(file, &id))
		return false;
	for (size_t i = 0; i < links->count; i++)
		if (links->ids[i].device == id.device &&
		    links->ids[i].inode == id.inode)
			return true;
	return false;
}

static void look_through(struct search *s, struct looked at)
{
	const char *path = path_join(s->site->dir, at.dir, s->arena);
	struct str *names;
	size_t count;

	if (at.depth > DEEPEST || !file_list(path, &names, &count, s->arena))
		return;
	for (size_t k = 0; k < count; k++)
		look_at(s, at, names[k]);
}

static void look_at(struct search *s, struct looked at, struct str name)
{
	struct str below =
		at.dir.len ? ARENA_JOIN(s->arena, at.dir, STR("/"), name)
			   : name;
	const char *file = path_join(s->site->dir, below, s->arena);
	bool is_link = file_is_link(file);
	struct looked in = { below, at.slug, at.linked || is_link,
			     at.depth + 1 };
	struct file_id id;

	if (file_is_dir(file)) {
		if (!at.depth && file_is_regular(path_join(
					 file, STR("comparison.md"), s->arena)))
			in.slug = name;
		if (!at.linked || !is_link)
			look_through(s, in);
		return;
	}
	if (in.linked && s->is_of_use(s->context, at.slug, below) &&
	    file_identify(file, &id))
		*arena_push(s->arena, s->links->ids, s->links->count) = id;
}
