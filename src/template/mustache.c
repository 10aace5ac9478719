#include "template/mustache.h"

#include <math.h>
#include <stdlib.h>

#include "template/mustache_parse.h"

enum {
	INCLUSION_LIMIT = 100,		  /* partials inside partials */
	ERROR_LIMIT = 50,		  /* of one rendering */
	STEP_LIMIT = 10 * 1000 * 1000,	  /* nodes walked for one page */
	OUTPUT_LIMIT = 256 * 1024 * 1024, /* of one page */
};

struct templates {
	struct arena arena;
	struct template *items;
	size_t count;
};

/* The values that names are looked up in, the innermost first. */
struct context {
	const struct value *value;
	const struct context *outer;
};

/* The blocks that a parent's user gives, the innermost user first. */
struct overrides {
	const struct template *template;
	size_t parent;
	const struct overrides *outer;
};

/* How we came to the template at hand. */
struct inclusion {
	const struct node *from; /* NULL: the page's own template */
	const struct inclusion *outer;
	int depth;
};

struct walk {
	struct diags *diags;
	const struct render *render;
	struct buf *to;
	size_t errors, steps;
	bool line_open; /* the next text begins a line of its template */
	bool stopped;	/* there is no use in going on */
	bool ok;
};

/* What a node is rendered in. */
struct scope {
	const struct template *template;
	const struct context *context;
	const struct overrides *overrides;
	const struct inclusion *inclusion;
	const struct indent *indent; /* NULL: none */
};

/* Indentation adds up from template to template. */
struct indent {
	struct str text;
	const struct indent *outer;
};

static const struct template *find(const struct templates *templates,
				   struct str name);
static const struct template *parent_or_partial(
	const struct templates *templates, const struct template *user,
	const struct node *node);
static const struct template *beneath(const struct template *t);
static bool names(const struct template *t, struct str name);
static bool asks(const struct template *t, const char *object, struct str name,
		 bool *opened, bool *named);
static bool names_template(const struct node *node);
static bool follows(const struct node *node, const char *object,
		    struct str name);
static bool opens(const struct node *node, const char *object);
static void missing_template(struct diags *diags,
			     const struct templates *templates, struct place at,
			     struct str name);
static void walk_nodes(struct walk *w, const struct scope *scope, size_t from,
		       size_t to);
static void walk_node(struct walk *w, const struct scope *scope,
		      const struct node *node, size_t index);
static void check_limits(struct walk *w, const struct scope *scope,
			 const struct node *node);
static void put_text(struct walk *w, const struct scope *scope,
		     struct str text);
static void put_indent(struct walk *w, const struct indent *indent);
static void put_name(struct walk *w, const struct scope *scope,
		     const struct node *node);
static bool ends_in(struct str html, struct str end);
static void put_number(struct buf *to, double number);
static void walk_section(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t index);
static void walk_made(struct walk *w, const struct scope *scope,
		      const struct node *node, size_t index,
		      const struct value *value);
static void walk_inside(struct walk *w, const struct scope *scope,
			const struct node *node, size_t index,
			const struct value *value);
static void walk_partial(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t index);
static const struct template *named_template(struct walk *w,
					     const struct scope *scope,
					     const struct node *node);
static void walk_block(struct walk *w, const struct scope *scope,
		       const struct node *node, size_t index);
static size_t find_override(const struct overrides *overrides, struct str name);
static const struct value *look_up(struct walk *w, const struct scope *scope,
				   const struct node *node);
static void unknown_name(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t part,
			 const struct value *inside);
static void complain(struct walk *w, const struct scope *scope,
		     const struct node *node, const char *format)
	__attribute__((format(printf, 4, 0)));
static void count_error(struct walk *w, const struct scope *scope);

struct templates *templates_new(void)
{
	struct templates *templates = memory_alloc(sizeof(*templates));

	*templates = (struct templates){ 0 };
	return templates;
}

void templates_free(struct templates *templates)
{
	if (!templates)
		return;
	arena_release(&templates->arena);
	free(templates);
}

bool templates_add(struct diags *diags, struct templates *templates,
		   struct str name, const char *file, struct str source)
{
	struct arena *arena = &templates->arena;
	struct template *t = (struct template *)find(templates, name);

	const struct template *replaced = NULL;

	if (t) {
		struct template *old = arena_new(arena, struct template);

		*old = *t;
		replaced = old;
	} else {
		t = arena_push(arena, templates->items, templates->count);
	}
	*t = (struct template){ .name = arena_str(arena, name),
				.replaced = replaced };
	return template_parse(diags, arena_str(arena, str_from(file)).ptr,
			      arena_str(arena, source), t, arena);
}

bool templates_check(struct diags *diags, const struct templates *templates)
{
	bool ok = true;

	for (size_t i = 0; i < templates->count; i++) {
		const struct template *t = &templates->items[i];

		for (size_t k = 0; k < t->count; k++) {
			const struct node *node = &t->nodes[k];

			if (!names_template(node) || node->dynamic ||
			    parent_or_partial(templates, t, node))
				continue;
			if (str_equals(node->text, t->name))
				diag_error(diags, node->at,
					   "\"%.*s\" is its own parent, and "
					   "there is none of that name that it "
					   "replaces",
					   STR_ARG(t->name));
			else
				missing_template(diags, templates, node->at,
						 node->text);
			ok = false;
		}
	}
	return ok;
}

bool templates_use(const struct templates *templates, struct str name)
{
	for (size_t i = 0; i < templates->count; i++) {
		const struct template *t = &templates->items[i];

		for (; t; t = beneath(t))
			if (names(t, name))
				return true;
	}
	return false;
}

bool templates_ask(const struct templates *templates, const char *object,
		   struct str name)
{
	bool opened = false, named = false;

	for (size_t i = 0; i < templates->count; i++) {
		const struct template *t = &templates->items[i];

		for (; t; t = beneath(t))
			if (asks(t, object, name, &opened, &named))
				return true;
	}
	return opened && named;
}

/* The one that it replaced, where it is its parent; else NULL. */
static const struct template *beneath(const struct template *t)
{
	for (size_t k = 0; k < t->count; k++)
		if (t->nodes[k].kind == NODE_PARENT && !t->nodes[k].dynamic &&
		    str_equals(t->nodes[k].text, t->name))
			return t->replaced;
	return NULL;
}

static bool names(const struct template *t, struct str name)
{
	for (size_t k = 0; k < t->count; k++)
		if (names_template(&t->nodes[k]) &&
		    (t->nodes[k].dynamic ||
		     (str_equals(t->nodes[k].text, name) &&
		      !str_equals(t->name, name))))
			return true;
	return false;
}

static bool asks(const struct template *t, const char *object, struct str name,
		 bool *opened, bool *named)
{
	for (size_t k = 0; k < t->count; k++) {
		const struct node *node = &t->nodes[k];

		if (follows(node, object, name))
			return true;
		*opened |= opens(node, object);
		*named |= node->part_count && str_equals(node->parts[0], name);
	}
	return false;
}

static bool follows(const struct node *node, const char *object,
		    struct str name)
{
	for (size_t k = 1; k < node->part_count; k++)
		if (str_is(node->parts[k - 1], object) &&
		    str_equals(node->parts[k], name))
			return true;
	return false;
}

static bool opens(const struct node *node, const char *object)
{
	return node->kind == NODE_SECTION && node->part_count &&
	       str_is(node->parts[node->part_count - 1], object);
}

static bool names_template(const struct node *node)
{
	return node->kind == NODE_PARTIAL || node->kind == NODE_PARENT;
}

bool templates_render(struct diags *diags, const struct render *render,
		      struct str name, const struct value *root, struct buf *to)
{
	struct walk w = {
		.diags = diags,
		.render = render,
		.to = to,
		.line_open = true,
		.ok = true,
	};
	struct context context = { root, NULL };
	struct inclusion inclusion = { NULL, NULL, 0 };
	struct scope scope = {
		.template = find(render->templates, name),
		.context = &context,
		.inclusion = &inclusion,
	};

	if (!scope.template)
		return diag_error(diags, (struct place){ 0 },
				  "there is no template \"%.*s\" for %s",
				  STR_ARG(name), render->page);
	walk_nodes(&w, &scope, 0, scope.template->count);
	return w.ok;
}

/* A template that is its own parent is that of the one it replaces. */
static const struct template *parent_or_partial(
	const struct templates *templates, const struct template *user,
	const struct node *node)
{
	if (node->kind == NODE_PARENT && !node->dynamic &&
	    str_equals(node->text, user->name))
		return user->replaced;
	return find(templates, node->text);
}

static const struct template *find(const struct templates *templates,
				   struct str name)
{
	for (size_t i = 0; i < templates->count; i++)
		if (str_equals(templates->items[i].name, name))
			return &templates->items[i];
	return NULL;
}

static void missing_template(struct diags *diags,
			     const struct templates *templates, struct place at,
			     struct str name)
{
	struct arena arena = { 0 };
	struct str *names = arena_array(&arena, struct str, templates->count);

	for (size_t i = 0; i < templates->count; i++)
		names[i] = templates->items[i].name;
	diag_error(diags, at, "there is no template \"%.*s\"", STR_ARG(name));
	diag_suggest(diags, name, names, templates->count);
	arena_release(&arena);
}

static void walk_nodes(struct walk *w, const struct scope *scope, size_t from,
		       size_t to)
{
	const struct node *nodes = scope->template->nodes;

	for (size_t i = from; i < to && !w->stopped; i = nodes[i].end)
		walk_node(w, scope, &nodes[i], i);
}

static void walk_node(struct walk *w, const struct scope *scope,
		      const struct node *node, size_t index)
{
	check_limits(w, scope, node);
	switch (node->kind) {
	case NODE_TEXT:
		put_text(w, scope, node->text);
		break;
	case NODE_NAME:
	case NODE_RAW:
		put_name(w, scope, node);
		break;
	case NODE_SECTION:
	case NODE_INVERTED:
		walk_section(w, scope, node, index);
		break;
	case NODE_PARTIAL:
	case NODE_PARENT:
		walk_partial(w, scope, node, index);
		break;
	case NODE_BLOCK:
		walk_block(w, scope, node, index);
		break;
	}
}

/* A list in itself, or a template that is twice in the next, doubles a page. */
static void check_limits(struct walk *w, const struct scope *scope,
			 const struct node *node)
{
	if (++w->steps <= STEP_LIMIT && w->to->len <= OUTPUT_LIMIT)
		return;
	complain(w, scope, node, "the page gets too long here");
	w->stopped = true;
}

/* Only the template's own lines are indented, not those of its values. */
static void put_text(struct walk *w, const struct scope *scope, struct str text)
{
	if (!scope->indent && text.len) {
		buf_raw(w->to, text);
		w->line_open = text.ptr[text.len - 1] == '\n';
		return;
	}
	while (text.len && w->to->len <= OUTPUT_LIMIT) {
		size_t len = str_find(text, '\n');

		len += len < text.len;
		if (w->line_open)
			put_indent(w, scope->indent);
		buf_raw(w->to, str_slice(text, 0, len));
		text = str_from_byte(text, len);
		w->line_open = w->to->ptr[w->to->len - 1] == '\n';
	}
}

static void put_indent(struct walk *w, const struct indent *indent)
{
	if (!indent)
		return;
	put_indent(w, indent->outer);
	buf_raw(w->to, indent->text);
}

static void put_name(struct walk *w, const struct scope *scope,
		     const struct node *node)
{
	const struct value *value = look_up(w, scope, node);
	bool raw = node->kind == NODE_RAW, strict = !w->render->lenient;

	if (w->line_open)
		put_indent(w, scope->indent);
	w->line_open = false;
	switch (value->kind) {
	case VALUE_NULL:
		break;
	case VALUE_BOOL:
		buf_text(w->to, value->as.truth ? "true" : "false");
		break;
	case VALUE_NUMBER:
		put_number(w->to, value->as.number);
		break;
	case VALUE_END:
		if (!ends_in(buf_str(w->to), value->as.text))
			buf_html(w->to, value->as.text);
		break;
	case VALUE_TEXT:
		if (raw && strict)
			complain(w, scope, node,
				 "\"%.*s\" is plain text: write it with two "
				 "braces");
		else if (raw)
			buf_raw(w->to, value->as.text);
		else
			buf_html(w->to, value->as.text);
		break;
	case VALUE_MARKUP:
		if (!raw && strict)
			complain(w, scope, node,
				 "\"%.*s\" is markup: write it with three "
				 "braces");
		else
			buf_raw(w->to, value->as.text);
		break;
	case VALUE_LIST:
	case VALUE_MADE:
	case VALUE_OBJECT:
		if (strict)
			complain(
				w, scope, node,
				"\"%.*s\" has parts and cannot be shown whole");
		break;
	}
}

/* Also within an element that ends there. */
static bool ends_in(struct str html, struct str end)
{
	while (html.len && html.ptr[html.len - 1] == '>') {
		while (html.len && html.ptr[html.len - 1] != '<')
			html.len--;
		html.len -= html.len > 0;
	}
	return html.len >= end.len &&
	       str_equals(str_from_byte(html, html.len - end.len), end);
}

static void put_number(struct buf *to, double number)
{
	const struct value value = { .kind = VALUE_NUMBER,
				     .as.number = number };

	value_to_json_tight(&value, to);
}

static void walk_section(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t index)
{
	const struct value *value = look_up(w, scope, node);

	if (node->kind == NODE_INVERTED) {
		if (!value_is_truthy(value))
			walk_nodes(w, scope, index + 1, node->end);
		return;
	}
	if (value->kind == VALUE_MADE) {
		walk_made(w, scope, node, index, value);
		return;
	}
	if (value->kind != VALUE_LIST) {
		if (value_is_truthy(value))
			walk_inside(w, scope, node, index, value);
		return;
	}
	for (size_t i = 0; i < value->as.list.count && !w->stopped; i++)
		walk_inside(w, scope, node, index, value->as.list.items[i]);
}

static void walk_made(struct walk *w, const struct scope *scope,
		      const struct node *node, size_t index,
		      const struct value *value)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < value->as.made.count && !w->stopped; i++) {
		walk_inside(w, scope, node, index,
			    value->as.made.make(value->as.made.context, i,
						&arena));
		arena_reset(&arena);
	}
	arena_release(&arena);
}

static void walk_inside(struct walk *w, const struct scope *scope,
			const struct node *node, size_t index,
			const struct value *value)
{
	struct context context = { value, scope->context };
	struct scope inner = *scope;

	check_limits(w, scope, node);
	inner.context = &context;
	walk_nodes(w, &inner, index + 1, node->end);
}

/*
 * A partial is indented as its line is, when it has that line for itself;
 * among other text it follows what stands before it.
 */
static void walk_partial(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t index)
{
	bool alone = node->indent.ptr != NULL;
	const struct template *template = named_template(w, scope, node);
	struct overrides overrides = { scope->template, index,
				       scope->overrides };
	struct inclusion inclusion = { node, scope->inclusion,
				       scope->inclusion->depth + 1 };
	struct indent indent = { node->indent, scope->indent };
	struct scope inner = *scope;

	if (!template)
		return;
	if (inclusion.depth > INCLUSION_LIMIT) {
		complain(w, scope, node,
			 "recursion too deep: \"%.*s\" seems to include "
			 "itself without end");
		w->stopped = true;
		return;
	}
	inner.template = template;
	inner.inclusion = &inclusion;
	if (node->kind == NODE_PARENT)
		inner.overrides = &overrides;
	if (node->indent.len)
		inner.indent = &indent;
	if (!alone) {
		if (w->line_open)
			put_indent(w, scope->indent);
		inner.indent = NULL;
		w->line_open = true;
	}
	walk_nodes(w, &inner, 0, template->count);
	w->line_open &= alone;
}

/* NULL where there is none: an error unless the name looked up is null. */
static const struct template *named_template(struct walk *w,
					     const struct scope *scope,
					     const struct node *node)
{
	struct str name = node->text;
	const struct template *template;

	if (!node->dynamic) {
		template = parent_or_partial(w->render->templates,
					     scope->template, node);
	} else {
		const struct value *value = look_up(w, scope, node);

		if (value->kind != VALUE_TEXT) {
			if (value->kind != VALUE_NULL && !w->render->lenient)
				complain(w, scope, node,
					 "\"%.*s\" is not the name of a "
					 "template");
			return NULL;
		}
		name = value->as.text;
		template = find(w->render->templates, name);
	}
	if (!template && !w->render->lenient) {
		missing_template(w->diags, w->render->templates, node->at,
				 name);
		count_error(w, scope);
	}
	return template;
}

/*
 * The outermost user of the parent has the last word.  Blocks within what it
 * gives belong to its own template, so only users outside of it override
 * them; that also keeps a block from being put into itself for ever.
 */
static void walk_block(struct walk *w, const struct scope *scope,
		       const struct node *node, size_t index)
{
	struct indent indent = { node->indent, scope->indent };
	const struct overrides *chosen = NULL;
	struct scope inner = *scope;
	size_t at;

	for (const struct overrides *o = scope->overrides; o; o = o->outer)
		if (find_override(o, node->text))
			chosen = o;
	if (!chosen) {
		walk_nodes(w, scope, index + 1, node->end);
		return;
	}
	at = find_override(chosen, node->text);
	inner.template = chosen->template;
	inner.overrides = chosen->outer;
	if (node->indent.len)
		inner.indent = &indent;
	walk_nodes(w, &inner, at + 1, chosen->template->nodes[at].end);
}

/* The block of that name in the parent's tag, or 0. */
static size_t find_override(const struct overrides *overrides, struct str name)
{
	const struct node *nodes = overrides->template->nodes;
	size_t i = overrides->parent + 1;

	for (; i < nodes[overrides->parent].end; i = nodes[i].end)
		if (nodes[i].kind == NODE_BLOCK &&
		    str_equals(nodes[i].text, name))
			return i;
	return 0;
}

/* Never NULL: what is not there is null, and an error when strict. */
static const struct value *look_up(struct walk *w, const struct scope *scope,
				   const struct node *node)
{
	const struct context *c = scope->context;
	const struct value *value = NULL;

	if (!node->part_count)
		return c->value;
	for (; c && !value; c = c->outer)
		value = value_find(c->value, node->parts[0]);
	if (!value) {
		unknown_name(w, scope, node, 0, NULL);
		return value_null();
	}
	for (size_t i = 1; i < node->part_count; i++) {
		const struct value *part = value_find(value, node->parts[i]);

		if (!part) {
			/* A thing that is not there has no parts either. */
			if (value->kind != VALUE_NULL)
				unknown_name(w, scope, node, i, value);
			return value_null();
		}
		value = part;
	}
	return value;
}

static void unknown_name(struct walk *w, const struct scope *scope,
			 const struct node *node, size_t part,
			 const struct value *inside)
{
	struct arena arena = { 0 };
	struct str *names = NULL;
	size_t count = 0;
	const struct context inner = { inside, NULL };
	const struct context *c = inside ? &inner : scope->context;

	if (w->render->lenient)
		return;
	for (; c; c = c->outer)
		for (size_t i = 0; c->value->kind == VALUE_OBJECT &&
				   i < c->value->as.object.count;
		     i++)
			*arena_push(&arena, names, count) =
				c->value->as.object.members[i].name;
	if (part && inside->kind != VALUE_OBJECT)
		complain(w, scope, node,
			 "\"%.*s\" names a part of what has none");
	else
		complain(w, scope, node, "there is no \"%.*s\" here");
	diag_suggest(w->diags, node->parts[part], names, count);
	arena_release(&arena);
}

static void complain(struct walk *w, const struct scope *scope,
		     const struct node *node, const char *format)
{
	diag_error(w->diags, node->at, format, STR_ARG(node->text));
	count_error(w, scope);
}

/* Adds to the error how we came to it. */
static void count_error(struct walk *w, const struct scope *scope)
{
	const struct inclusion *i = scope->inclusion;
	int shown = 0;

	w->ok = false;
	w->stopped |= ++w->errors >= ERROR_LIMIT;
	for (; i->from && shown < 8; i = i->outer, shown++)
		diag_note(w->diags, i->from->at, "included from here");
	diag_note(w->diags, (struct place){ .file = w->render->page },
		  "while this page was rendered");
}
