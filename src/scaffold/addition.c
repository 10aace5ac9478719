#include "scaffold/addition.h"

#include <errno.h>

#include "base/file.h"
#include "base/slug.h"
#include "base/utf16.h"
#include "judge/result.h"
#include "read/lexical.h"
#include "read/text.h"
#include "scaffold/title.h"

static bool check_name(struct addition *a, struct str name);

bool addition_open_site(struct addition *a)
{
	const char *yaml = path_join(a->content, STR("site.yaml"), &a->arena);

	if (file_is_regular(yaml))
		return true;
	if (!file_is_there(yaml) && !file_is_absent(errno))
		return diag_unread(a->diags, yaml);
	diag_error(a->diags, (struct place){ .file = yaml },
		   "there is no such file");
	if (file_is_regular("site.yaml"))
		diag_hint(a->diags,
			  "site.yaml is in this folder: name it \".\"");
	else
		diag_hint(a->diags, "`paragone new site %s` makes one",
			  a->content);
	return false;
}

/* One that has errors is left alone. */
bool addition_open_comparison(struct addition *a)
{
	struct str slug = str_from(a->comparison);
	const struct site *site = &a->now.site;
	bool found = false;

	if (!addition_open_site(a) ||
	    !reading_site(a->diags, a->content, &a->now, &a->arena))
		return false;
	for (size_t i = 0; i < site->slug_count; i++)
		found |= str_equals(site->slugs[i], slug);
	if (!found) {
		diag_error(a->diags, (struct place){ .file = a->content },
			   "there is no comparison \"%.*s\"", STR_ARG(slug));
		diag_suggest(a->diags, slug, site->slugs, site->slug_count);
		return false;
	}
	a->dir = path_join(a->content, slug, &a->arena);
	return reading_comparison(a->diags, slug, &a->now, &a->arena);
}

bool addition_name(struct addition *a, struct named *named)
{
	const char *id = a->id;

	named->name = str_trim(str_from(a->name));
	if (!check_name(a, named->name))
		return false;
	named->id = id ? str_from(id)
		       : slug_of(title_subject(named->name), &a->arena);
	if (named->id.len && id_is_valid(named->id))
		return true;
	if (id)
		return diag_error(a->diags, (struct place){ .file = NULL },
				  "the id \"%s\" must be lower-case letters, "
				  "digits and hyphens",
				  id);
	diag_error(a->diags, (struct place){ .file = NULL },
		   "no id can be made of the name \"%.*s\"",
		   STR_ARG(named->name));
	diag_hint(a->diags, "add --id and an id of lower-case letters, digits "
			    "and hyphens");
	return false;
}

/* As it is, with its byte order mark: it is written again. */
/* UTF-16 becomes UTF-8: what is added to it is that. */
bool addition_read(struct addition *a, const char *path, struct str *text)
{
	if (!file_read(path, text, &a->arena))
		return diag_system(a->diags, path, "cannot be read");
	if (utf16_is(*text))
		*text = utf16_decode(*text, &a->arena);
	return true;
}

bool addition_check(struct addition *a)
{
	struct str slug = a->now.head.slug;
	struct reading then;

	return reading_site(a->diags, a->content, &then, &a->arena) &&
	       reading_comparison(a->diags, slug, &then, &a->arena) &&
	       result_check(a->diags, &then.c, result_of(&then.c, &a->arena));
}

static bool check_name(struct addition *a, struct str name)
{
	struct place at = { .file = NULL };

	if (!name.len)
		return diag_error(a->diags, at, "the name is empty");
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < ' ')
			return diag_error(a->diags, at,
					  "a name has no control characters");
	/* YAML takes them for ends of lines. */
	if (str_find_str(name, STR("\u2028")) < name.len ||
	    str_find_str(name, STR("\u2029")) < name.len)
		return diag_error(a->diags, at, "a name has no ends of lines");
	/* What a file is to be saved as is no hint here. */
	if (str_utf8_error(name) < name.len)
		return diag_error(a->diags, at, "the name is not UTF-8");
	return text_check(a->diags, (struct place){ "the name", 1, 1, 1 },
			  name);
}
