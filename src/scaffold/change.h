/*
 * An option, a criterion or a comparison gets another name, or goes: in every
 * file that knows it, whole or not at all.
 *
 * What is to be edited is collected first, so that it can be shown; then it is
 * written, and read again.  Where the content has errors then, as a profile
 * without any weight, everything is put back.
 *
 * Sources: change_subject.c finds what is meant, change_files.c goes through
 * the files of a comparison, change_editions.c through what translates them,
 * change_yaml.c, change_table.c and change_prose.c
 * find the name in each kind of file, change_links.c in the links of the whole
 * site, change_anchor.c in what follows their `#`; change_edit.c keeps what they found, change_print.c says it.
 */
#ifndef SCAFFOLD_CHANGE_H
#define SCAFFOLD_CHANGE_H

#include <stdio.h>

#include "read/yaml.h"
#include "scaffold/addition.h"
#include "scaffold/spans.h"

enum thing { THING_OPTION, THING_CRITERION, THING_COMPARISON };

/* A file with what is to be exchanged in it. */
struct edited {
	const char *path, *real; /* as it is named, and without links */
	struct str text;	 /* as it is, UTF-16 as UTF-8 */
	struct splices splices;
};

/* A file or folder; `to` is NULL where it goes. */
struct move {
	const char *from, *to;
};

struct change {
	struct addition *a; /* content, comparison, name: of what; diags, … */
	enum thing thing;
	bool removes;
	const char *to; /* the new name or id */
	bool dry_run;

	/* On the way. */
	size_t index;			 /* of the option or criterion */
	struct str id, name, short_name; /* as it is called */
	struct str new_id, new_name;	 /* as it will be; of a removal none */
	struct edited *files;
	size_t file_count;
	struct move *moves;
	size_t move_count;
	struct str *left; /* "file:line" of prose that still has the name */
	size_t left_count;
	struct str *loose; /* the same of links to it that are left */
	size_t loose_count;
	/* Files of translations that have a name of their own for it. */
	const char **kept;
	size_t kept_count;
};

/* False with diagnostics; then nothing was changed. */
bool change_make(struct change *change);

/* What was changed, or with `dry_run` what would be, line by line. */
void change_print(const struct change *change, FILE *to);

/* Finds what is meant by its name, and what it is to be called. */
bool change_subject(struct change *change);

/* Collects what is to be edited in the files of the comparison. */
bool change_collect(struct change *change);

/* The same in those of its translations. */
bool change_editions(struct change *change);

/* The file that is named by its id, and that has its name at `key`. */
bool change_own_file(struct change *change, const char *path, const char *key);

/* The scalar that is its name. */
void change_name(struct change *change, struct edited *file,
		 const struct yaml_node *name);

/* Notes a file that has a name of its own, where the name is another now. */
void change_keep(struct change *change, const char *path);

/* The file of that path, to be edited; NULL with diagnostics. */
struct edited *change_file(struct change *change, const char *path);
void change_splice(struct change *change, struct edited *file, struct span span,
		   struct str with);

/* Whether the text calls it by its id, name or short name, in any case. */
bool change_is_called(const struct change *change, struct str text);

/* What stands in the place of such a text: of an id the id, else the name. */
struct str change_text(const struct change *change, struct str text);

/* A scalar, a list's entry, a key that calls it, or the pair of that scalar. */
void change_scalar(struct change *change, struct edited *file, bool flow,
		   const struct yaml_node *node);
/* The same of a list of pairs: one goes with either of its options. */
void change_pairs(struct change *change, struct edited *file,
		  const struct yaml_node *pairs);

void change_list(struct change *change, struct edited *file,
		 const struct yaml_node *list);
void change_keys(struct change *change, struct edited *file,
		 const struct yaml_node *mapping);
void change_claim(struct change *change, struct edited *file,
		  const struct yaml_node *mapping, const char *key);

/* The front matter of a file, or all of a YAML file; NULL with diagnostics. */
const struct yaml_node *change_yaml(struct change *change,
				    const struct edited *file);

/*
 * A table of the comparison: of scores, whose columns or rows stand for it; the
 * one that lists it with its like; or the other list, which refers to it.
 */
enum table_kind { TABLE_SCORES, TABLE_OWN, TABLE_OTHER };

bool change_table(struct change *change, const char *path,
		  enum table_kind kind);

/* The columns of a further table, CSV or Markdown, that stand for an option. */
bool change_columns(struct change *change, const char *path);

/* The section of an option in a criterion's file. */
void change_section(struct change *change, struct edited *file);

/* Links to files that get another path, and what prose still calls it. */
bool change_links(struct change *change);

/*
 * The id in the name of a part of a page, as in `criteria/10-taste.md#tea`,
 * where that changes or goes; else of no length.  The path is one below the
 * content folder.
 */
struct span change_anchor(const struct change *change, struct str path,
			  struct str anchor);

#endif
