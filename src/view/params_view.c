#include "view/params_view.h"

static void join(struct value *object, const struct params *params);
static const struct value *param_view(const struct param *param,
				      struct arena *arena);
static const struct value *list_view(const struct params *items,
				     struct arena *arena);

struct value *params_view(const struct params *const *layers, size_t count,
			  struct arena *arena)
{
	struct value *object = value_object(arena);

	for (size_t i = count; i--;)
		if (layers[i])
			join(object, layers[i]);
	return object;
}

/* What the object has already comes from a nearer place. */
static void join(struct value *object, const struct params *params)
{
	for (size_t i = 0; i < params->count; i++) {
		const struct param *param = &params->items[i];
		const struct value *there = value_find(object, param->name.str);

		if (!there)
			value_set_member(object, param->name.str,
					 param_view(param,
						    object->as.object.arena));
		else if (there->kind == VALUE_OBJECT &&
			 param->kind == PARAM_MAPPING)
			join((struct value *)there, &param->items);
	}
}

static const struct value *param_view(const struct param *param,
				      struct arena *arena)
{
	switch (param->kind) {
	case PARAM_TEXT:
		return value_text_or_null(param->text, arena);
	case PARAM_TRUTH:
		return value_bool(param->truth);
	case PARAM_LIST:
		return list_view(&param->items, arena);
	case PARAM_MAPPING:
		break;
	}
	return params_view((const struct params *[]){ &param->items }, 1,
			   arena);
}

static const struct value *list_view(const struct params *items,
				     struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < items->count; i++)
		value_append(list, param_view(&items->items[i], arena));
	return list;
}
