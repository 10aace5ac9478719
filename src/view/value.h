/*
 * The values that a template gets: a tree of texts, lists and objects.
 *
 * Everything in it was decided before: numbers are in words already, and a
 * template only places them.  A name that may have nothing to show is set to
 * VALUE_NULL all the same, because a name that is not there is an error.
 * Names are literals and are not copied; values are the arena's.
 */
#ifndef VIEW_VALUE_H
#define VIEW_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum value_kind {
	VALUE_NULL,
	VALUE_BOOL,
	VALUE_NUMBER, /* for data.json; templates get texts */
	VALUE_TEXT,   /* plain: {{x}} escapes it */
	VALUE_MARKUP, /* HTML or SVG of our making, for {{{x}}} */
	VALUE_LIST,
	VALUE_MADE, /* a list whose items are made when they are asked for */
	VALUE_OBJECT,
	VALUE_END, /* a text; what ends in it already has it once */
};

struct value;

/* Makes the item of that number, in the arena. */
typedef const struct value *value_make_fn(const void *context, size_t i,
					  struct arena *arena);

struct value_member {
	struct str name;
	const struct value *value;
};

struct value {
	enum value_kind kind;
	uint32_t slot_count; /* of an object: 0, or a power of two */
	union {
		bool truth;
		double number;
		struct str text; /* VALUE_TEXT and VALUE_MARKUP */
		struct {
			const struct value **items;
			size_t count;
			struct arena *arena; /* of what is appended */
		} list;
		struct {
			value_make_fn *make;
			const void *context;
			size_t count;
		} made;
		struct {
			struct value_member *members;
			union {
				struct arena *arena;   /* of what is set */
				const uint16_t *slots; /* or of value_index() */
			};
			uint32_t count, room;
		} object;
	} as;
};

const struct value *value_null(void);
const struct value *value_bool(bool truth);
const struct value *value_number(double number, struct arena *arena);
const struct value *value_text(struct str text, struct arena *arena);
const struct value *value_end(struct str text, struct arena *arena);
const struct value *value_markup(struct str markup, struct arena *arena);

/* Text, or VALUE_NULL when it is empty. */
const struct value *value_text_or_null(struct str text, struct arena *arena);

/* They grow in `arena`, where their members live as well. */
struct value *value_list(struct arena *arena);
struct value *value_object(struct arena *arena);

/*
 * A list of which one item is there at a time, so that it may be long: it can
 * be shown, and no more.
 */
const struct value *value_made(value_make_fn *make, const void *context,
			       size_t count, struct arena *arena);

/* An object with room for so many members, where there will be many of it. */
struct value *value_object_of(size_t room, struct arena *arena);

void value_append(struct value *list, const struct value *item);
void value_set_member(struct value *object, struct str name,
		      const struct value *value);

/* An object with the members of another, for more to be set; they are shared. */
struct value *value_extend(const struct value *object, struct arena *arena);

/* An object at the end of a list. */
struct value *value_add_object(struct value *list);

/* Members: any value; text (null when empty); truth. */
static inline void value_set(struct value *object, const char *name,
			     const struct value *value)
{
	value_set_member(object, str_from(name), value);
}

static inline void value_set_text(struct value *object, const char *name,
				  struct str text)
{
	value_set(object, name,
		  value_text_or_null(text, object->as.object.arena));
}

static inline void value_set_bool(struct value *object, const char *name,
				  bool truth)
{
	value_set(object, name, value_bool(truth));
}

/* Text as printf has it. */
void value_setf(struct value *object, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Makes the members of a large object (at most 65,535) quick to find; none is
 * set afterwards.
 */
void value_index(struct value *object);

/* The member of that name, or NULL; also NULL when `value` is no object. */
const struct value *value_find(const struct value *value, struct str name);

/* Neither null, false, "" nor an empty list: as a Mustache section asks. */
bool value_is_truthy(const struct value *value);

/*
 * The tree as JSON (RFC 8259), members in the order set, indented by two
 * spaces a level; a NAN is null.
 */
void value_to_json(const struct value *value, struct buf *to);

/* The same without any white space. */
void value_to_json_tight(const struct value *value, struct buf *to);

#endif
