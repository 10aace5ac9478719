/*
 * A template as a row of nodes, ready to be walked.
 *
 * A node that has contents (section, parent, block) is followed by them;
 * `end` is the node behind the last.  Lines that hold nothing but tags are
 * gone, their indentation kept where it matters.
 */
#ifndef TEMPLATE_MUSTACHE_PARSE_H
#define TEMPLATE_MUSTACHE_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum node_kind {
	NODE_TEXT,
	NODE_NAME,     /* {{x}} */
	NODE_RAW,      /* {{{x}}} and {{&x}} */
	NODE_SECTION,  /* {{#x}} */
	NODE_INVERTED, /* {{^x}} */
	NODE_PARTIAL,  /* {{>x}} */
	NODE_PARENT,   /* {{<x}} */
	NODE_BLOCK,    /* {{$x}} */
};

struct node {
	enum node_kind kind;
	struct str text;   /* the text, or the name as written */
	struct str *parts; /* of a dotted name; none for "." */
	size_t part_count;
	bool dynamic;	   /* {{>*x}}: the name is looked up */
	bool starts_line;  /* of a text: it begins a line of the template */
	struct str indent; /* partial, parent: of the line it has for itself,
				else NULL; block: what an override's lines
				are indented by */
	size_t end;
	struct place at;
};

struct template
{
	struct str name;
	struct node *nodes;
	size_t count;
	const struct template *replaced; /* of the same name, or NULL */
};

/* Compiles; the template's texts are slices of `source` or the arena's. */
bool template_parse(struct diags *diags, const char *file, struct str source,
		    struct template *template, struct arena *arena);

#endif
