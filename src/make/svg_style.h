/*
 * The style sheet of an SVG file, as far as attributes can say the same:
 * rules whose selectors are an element, a class or an id, and properties
 * that SVG has as attributes (SVG 2, 6.6 "Presentation attributes").
 */
#ifndef MAKE_SVG_STYLE_H
#define MAKE_SVG_STYLE_H

#include "base/arena.h"

enum { SVG_PROPERTIES = 62, SVG_RULES = 500 };

/* The values of an element, one a property; an empty one is not given. */
struct svg_values {
	struct str of[SVG_PROPERTIES];
};

struct svg_rule {
	char kind;	 /* '*', 'e' an element, '.' a class, '#' an id */
	struct str name; /* of what it is for */
	struct svg_values values;
};

struct svg_sheet {
	struct svg_rule *rules;
	size_t count;
	size_t left_out; /* rules that attributes cannot say */
	struct arena *arena;
};

/* The number of the property, or -1. */
int svg_property(struct str name);
const char *svg_property_name(int property);

/*
 * Takes "fill:red;stroke:none" over into `values`.  Gives the first property
 * that draws something which no attribute can say, or an empty name.
 */
struct str svg_style_declare(struct str declarations,
			     struct svg_values *values);

/* Adds the rules of a style sheet. */
void svg_style_read(struct svg_sheet *sheet, struct str css);

/* What the rules say of an element, the weakest first. */
void svg_style_apply(const struct svg_sheet *sheet, struct str element,
		     struct str classes, struct str id,
		     struct svg_values *values);

/* Whether a value names nothing outside of its file. */
bool svg_value_is_safe(struct str value);

#endif
