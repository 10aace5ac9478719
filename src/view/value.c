#include "view/value.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

static void make_room(struct value *object, size_t room);
static const struct value *new_text(enum value_kind kind, struct str text,
				    struct arena *arena);
static const struct value *find_by_slot(const struct value *object,
					struct str name);
static size_t hash_name(struct str name);
static void write_json(const struct value *value, struct json *to);
static void write_made(const struct value *value, struct json *to);

const struct value *value_null(void)
{
	static const struct value NOTHING = { .kind = VALUE_NULL };

	return &NOTHING;
}

const struct value *value_bool(bool truth)
{
	static const struct value TRUTHS[] = {
		{ .kind = VALUE_BOOL, .as.truth = false },
		{ .kind = VALUE_BOOL, .as.truth = true },
	};

	return &TRUTHS[truth];
}

const struct value *value_number(double number, struct arena *arena)
{
	struct value *v = arena_new(arena, struct value);

	v->kind = VALUE_NUMBER;
	v->as.number = number;
	return v;
}

const struct value *value_text(struct str text, struct arena *arena)
{
	return new_text(VALUE_TEXT, text, arena);
}

const struct value *value_end(struct str text, struct arena *arena)
{
	return new_text(VALUE_END, text, arena);
}

const struct value *value_markup(struct str markup, struct arena *arena)
{
	return new_text(VALUE_MARKUP, markup, arena);
}

const struct value *value_text_or_null(struct str text, struct arena *arena)
{
	return text.len ? value_text(text, arena) : value_null();
}

struct value *value_list(struct arena *arena)
{
	struct value *v = arena_new(arena, struct value);

	v->kind = VALUE_LIST;
	v->as.list.arena = arena;
	return v;
}

struct value *value_object(struct arena *arena)
{
	struct value *v = arena_new(arena, struct value);

	v->kind = VALUE_OBJECT;
	v->as.object.arena = arena;
	return v;
}

struct value *value_object_of(size_t room, struct arena *arena)
{
	struct value *v = value_object(arena);

	make_room(v, room);
	return v;
}

const struct value *value_made(value_make_fn *make, const void *context,
			       size_t count, struct arena *arena)
{
	struct value *v = arena_new(arena, struct value);

	v->kind = VALUE_MADE;
	v->as.made.make = make;
	v->as.made.context = context;
	v->as.made.count = count;
	return v;
}

void value_append(struct value *list, const struct value *item)
{
	*arena_push(list->as.list.arena, list->as.list.items,
		    list->as.list.count) = item;
}

void value_set_member(struct value *object, struct str name,
		      const struct value *value)
{
	size_t count = object->as.object.count, room = object->as.object.room;

	assert(!object->slot_count);
	if (count == room)
		make_room(object, room < 4 ? 4 : room < 12 ? 12 : 2 * room);
	object->as.object.members[count] = (struct value_member){ name, value };
	object->as.object.count++;
}

static void make_room(struct value *object, size_t room)
{
	struct value_member *members = object->as.object.members;
	size_t count = object->as.object.count;

	object->as.object.members =
		arena_array(object->as.object.arena, struct value_member, room);
	if (count)
		memcpy(object->as.object.members, members,
		       count * sizeof(*members));
	object->as.object.room = (uint32_t)room;
}

struct value *value_extend(const struct value *object, struct arena *arena)
{
	size_t count = object->as.object.count;
	struct value *copy = value_object_of(2 * count, arena);

	for (size_t i = 0; i < count; i++)
		value_set_member(copy, object->as.object.members[i].name,
				 object->as.object.members[i].value);
	return copy;
}

struct value *value_add_object(struct value *list)
{
	struct value *object = value_object(list->as.list.arena);

	value_append(list, object);
	return object;
}

void value_setf(struct value *object, const char *name, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	value_set_text(object, name,
		       arena_vprintf(object->as.object.arena, format, args));
	va_end(args);
}

void value_index(struct value *object)
{
	size_t count = object->as.object.count, slots = 16;
	uint16_t *index;

	assert(count <= UINT16_MAX);
	while (slots < 2 * count)
		slots *= 2;
	index = arena_array(object->as.object.arena, uint16_t, slots);
	for (size_t i = 0; i < count; i++) {
		size_t at = hash_name(object->as.object.members[i].name);

		while (index[at % slots])
			at++;
		index[at % slots] = (uint16_t)(i + 1);
	}
	object->as.object.slots = index;
	object->slot_count = (uint32_t)slots;
}

const struct value *value_find(const struct value *value, struct str name)
{
	const struct value_member *m, *end;

	if (value->kind != VALUE_OBJECT)
		return NULL;
	if (value->slot_count)
		return find_by_slot(value, name);
	m = value->as.object.members;
	end = m + value->as.object.count;
	for (; m < end; m++)
		if (m->name.len == name.len && str_equals(m->name, name))
			return m->value;
	return NULL;
}

static const struct value *find_by_slot(const struct value *object,
					struct str name)
{
	size_t last = object->slot_count - 1;
	size_t i;

	for (size_t at = hash_name(name);
	     (i = object->as.object.slots[at & last]); at++)
		if (str_equals(object->as.object.members[i - 1].name, name))
			return object->as.object.members[i - 1].value;
	return NULL;
}

/* FNV-1a */
static size_t hash_name(struct str name)
{
	uint32_t hash = 2166136261;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.ptr[i]) * 16777619;
	return hash;
}

bool value_is_truthy(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
		return false;
	case VALUE_BOOL:
		return value->as.truth;
	case VALUE_NUMBER:
	case VALUE_OBJECT:
		return true;
	case VALUE_TEXT:
	case VALUE_END:
	case VALUE_MARKUP:
		return value->as.text.len > 0;
	case VALUE_LIST:
		return value->as.list.count > 0;
	case VALUE_MADE:
		return value->as.made.count > 0;
	}
	return false;
}

void value_to_json(const struct value *value, struct buf *to)
{
	struct json json = { .to = to, .indented = true };

	write_json(value, &json);
	buf_char(to, '\n');
}

void value_to_json_tight(const struct value *value, struct buf *to)
{
	struct json json = { .to = to };

	write_json(value, &json);
}

static const struct value *new_text(enum value_kind kind, struct str text,
				    struct arena *arena)
{
	struct value *v = arena_new(arena, struct value);

	v->kind = kind;
	v->as.text = text;
	return v;
}

static void write_json(const struct value *value, struct json *to)
{
	switch (value->kind) {
	case VALUE_NULL:
		json_null(to);
		break;
	case VALUE_BOOL:
		json_truth(to, value->as.truth);
		break;
	case VALUE_NUMBER:
		json_number(to, value->as.number);
		break;
	case VALUE_TEXT:
	case VALUE_END:
	case VALUE_MARKUP:
		json_text(to, value->as.text);
		break;
	case VALUE_LIST:
		json_open(to, '[');
		for (size_t i = 0; i < value->as.list.count; i++)
			write_json(value->as.list.items[i], to);
		json_close(to, ']');
		break;
	case VALUE_MADE:
		write_made(value, to);
		break;
	case VALUE_OBJECT:
		json_open(to, '{');
		for (size_t i = 0; i < value->as.object.count; i++) {
			json_name(to, value->as.object.members[i].name);
			write_json(value->as.object.members[i].value, to);
		}
		json_close(to, '}');
		break;
	}
}

static void write_made(const struct value *value, struct json *to)
{
	struct arena arena = { 0 };

	json_open(to, '[');
	for (size_t i = 0; i < value->as.made.count; i++) {
		write_json(value->as.made.make(value->as.made.context, i,
					       &arena),
			   to);
		arena_reset(&arena);
	}
	json_close(to, ']');
	arena_release(&arena);
}
