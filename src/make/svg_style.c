#include "make/svg_style.h"

#include <ctype.h>
#include <strings.h>

#include "base/buf.h"

static const char *const PROPERTIES[SVG_PROPERTIES] = {
	"alignment-baseline",
	"baseline-shift",
	"clip-path",
	"clip-rule",
	"color",
	"color-interpolation",
	"color-interpolation-filters",
	"color-rendering",
	"cursor",
	"direction",
	"display",
	"dominant-baseline",
	"fill",
	"fill-opacity",
	"fill-rule",
	"filter",
	"flood-color",
	"flood-opacity",
	"font",
	"font-family",
	"font-size",
	"font-size-adjust",
	"font-stretch",
	"font-style",
	"font-variant",
	"font-weight",
	"image-rendering",
	"letter-spacing",
	"lighting-color",
	"marker",
	"marker-end",
	"marker-mid",
	"marker-start",
	"mask",
	"opacity",
	"overflow",
	"paint-order",
	"pointer-events",
	"shape-rendering",
	"stop-color",
	"stop-opacity",
	"stroke",
	"stroke-dasharray",
	"stroke-dashoffset",
	"stroke-linecap",
	"stroke-linejoin",
	"stroke-miterlimit",
	"stroke-opacity",
	"stroke-width",
	"text-anchor",
	"text-decoration",
	"text-overflow",
	"text-rendering",
	"transform-origin",
	"unicode-bidi",
	"vector-effect",
	"visibility",
	"white-space",
	"word-spacing",
	"writing-mode",
	"clip",
	"mask-type",
};

static struct str without_comments(struct str css, struct arena *arena);
static void read_block(struct svg_sheet *sheet, struct str selectors,
		       struct str block);
static bool read_selector(struct str selector, struct svg_rule *rule);
static bool draws(struct str property, struct str value);
static size_t block_end(struct str css, size_t open);
static bool is_rule_of(const struct svg_rule *rule, struct str element,
		       struct str classes, struct str id);
static bool has_word(struct str words, struct str word);
static struct str next_declaration(struct str *rest);

int svg_property(struct str name)
{
	for (int i = 0; i < SVG_PROPERTIES; i++)
		if (str_is(name, PROPERTIES[i]))
			return i;
	return -1;
}

const char *svg_property_name(int property)
{
	return PROPERTIES[property];
}

struct str svg_style_declare(struct str declarations, struct svg_values *values)
{
	struct str lost = STR("");

	while (declarations.len) {
		struct str value = next_declaration(&declarations);
		struct str name = str_trim(str_cut(&value, ':'));
		int property = svg_property(name);

		if (!value.ptr)
			continue;
		value = str_trim(str_slice(value, 0, str_find(value, '!')));
		if (property >= 0 && svg_value_is_safe(value))
			values->of[property] = value;
		else if (!lost.len && (property >= 0 || draws(name, value)))
			lost = name;
	}
	return lost;
}

/* Each byte is looked at once, whatever stands there. */
void svg_style_read(struct svg_sheet *sheet, struct str css)
{
	struct str rest = without_comments(css, sheet->arena);

	while (rest.len) {
		size_t open = 0, end;
		struct str before;

		while (open < rest.len && !strchr("{;", rest.ptr[open]))
			open++;
		before = str_trim(str_slice(rest, 0, open));
		if (open == rest.len || rest.ptr[open] == ';') {
			/* @import, @charset, or what is no rule */
			sheet->left_out += before.len > 0;
			rest = str_from_byte(rest, open + 1);
			continue;
		}
		end = block_end(rest, open);
		if (str_starts(before, "@"))
			sheet->left_out++;
		else
			read_block(sheet, before,
				   str_slice(rest, open + 1, end - open - 1));
		rest = str_from_byte(rest, end + 1);
	}
}

/* Those of ids are the strongest, and the later of two equals. */
void svg_style_apply(const struct svg_sheet *sheet, struct str element,
		     struct str classes, struct str id,
		     struct svg_values *values)
{
	static const char STRENGTH[] = { '*', 'e', '.', '#' };

	for (size_t k = 0; k < sizeof(STRENGTH); k++)
		for (size_t i = 0; i < sheet->count; i++) {
			const struct svg_rule *rule = &sheet->rules[i];

			if (rule->kind != STRENGTH[k] ||
			    !is_rule_of(rule, element, classes, id))
				continue;
			for (int p = 0; p < SVG_PROPERTIES; p++)
				if (rule->values.of[p].len)
					values->of[p] = rule->values.of[p];
		}
}

/*
 * CSS has many ways to name a file: url(), src(), image() … and escapes that
 * hide them.  One that is followed by "#" stays within its own.
 */
bool svg_value_is_safe(struct str value)
{
	static const char *const LOADING[] = { "url",	    "src",
					       "image",	    "image-set",
					       "element",   "expression",
					       "cross-fade" };

	for (size_t i = 0; i < value.len; i++) {
		size_t from = i;
		struct str name, inside;

		if (strchr("\\<>{}@", value.ptr[i]))
			return false;
		if (value.ptr[i] != '(')
			continue;
		while (from && (isalpha((unsigned char)value.ptr[from - 1]) ||
				value.ptr[from - 1] == '-'))
			from--;
		name = str_slice(value, from, i - from);
		if (str_starts(name, "-webkit-"))
			name = str_from_byte(name, strlen("-webkit-"));
		inside = str_trim(str_from_byte(value, i + 1));
		if (inside.len && strchr("\"'", inside.ptr[0]))
			inside = str_trim(str_from_byte(inside, 1));
		for (size_t k = 0; k < sizeof(LOADING) / sizeof(*LOADING); k++)
			if (name.len == strlen(LOADING[k]) &&
			    !strncasecmp(name.ptr, LOADING[k], name.len) &&
			    (k || !str_starts(inside, "#")))
				return false;
	}
	return true;
}

static struct str without_comments(struct str css, struct arena *arena)
{
	char *text = arena_array(arena, char, css.len + 1);
	size_t len = 0;
	bool inside = false;

	for (size_t i = 0; i < css.len; i++) {
		const char *mark = inside ? "*/" : "/*";

		if (i + 1 < css.len && !memcmp(css.ptr + i, mark, 2)) {
			inside = !inside;
			i++;
		} else if (!inside) {
			text[len++] = css.ptr[i];
		}
	}
	return (struct str){ text, len };
}

static void read_block(struct svg_sheet *sheet, struct str selectors,
		       struct str block)
{
	struct svg_values values = { 0 };

	sheet->left_out += svg_style_declare(block, &values).len > 0;
	while (selectors.ptr) {
		struct svg_rule rule = { .values = values };

		if (!read_selector(str_trim(str_cut(&selectors, ',')), &rule) ||
		    sheet->count == SVG_RULES) {
			sheet->left_out++;
			continue;
		}
		*arena_push(sheet->arena, sheet->rules, sheet->count) = rule;
	}
}

/* "rect", ".a", "#b" or "*". */
static bool read_selector(struct str selector, struct svg_rule *rule)
{
	rule->kind = 'e';
	if (str_is(selector, "*")) {
		rule->kind = '*';
		return true;
	}
	if (selector.len > 1 && strchr(".#", selector.ptr[0])) {
		rule->kind = selector.ptr[0];
		selector = str_from_byte(selector, 1);
	}
	for (size_t i = 0; i < selector.len; i++)
		if (!isalnum((unsigned char)selector.ptr[i]) &&
		    (unsigned char)selector.ptr[i] < 0x80 &&
		    !strchr("-_", selector.ptr[i]))
			return false;
	rule->name = selector;
	return selector.len > 0;
}

/* Of the many that editors note, and that mean nothing in an SVG. */
static bool draws(struct str property, struct str value)
{
	static const char *const NAMES[] = {
		"background",
		"background-color",
		"background-image",
		"mix-blend-mode",
		"isolation",
		"animation",
		"animation-name",
		"transform",
		"transform-box",
		"text-transform",
		"translate",
		"rotate",
		"scale",
		"d",
		"x",
		"y",
		"cx",
		"cy",
		"r",
		"rx",
		"ry",
		"width",
		"height",
	};

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
		if (str_is(property, NAMES[i]))
			return !str_is(value, "none") &&
			       !str_is(value, "normal") &&
			       !str_is(value, "auto");
	return false;
}

/* Where the block that opens there is closed, those inside it counted. */
static size_t block_end(struct str css, size_t open)
{
	size_t depth = 0, at = open;

	for (; at < css.len; at++) {
		depth += css.ptr[at] == '{';
		if (css.ptr[at] == '}' && --depth == 0)
			break;
	}
	return at;
}

static bool is_rule_of(const struct svg_rule *rule, struct str element,
		       struct str classes, struct str id)
{
	switch (rule->kind) {
	case '.':
		return has_word(classes, rule->name);
	case '#':
		return str_equals(id, rule->name);
	case 'e':
		return str_equals(element, rule->name);
	default:
		return true;
	}
}

static bool has_word(struct str words, struct str word)
{
	size_t from = 0;

	for (size_t i = 0; i <= words.len; i++) {
		if (i < words.len && !strchr(" \t\r\n", words.ptr[i]))
			continue;
		if (str_equals(str_slice(words, from, i - from), word))
			return true;
		from = i + 1;
	}
	return false;
}

/* Up to a ";" that stands in neither quotes nor brackets. */
static struct str next_declaration(struct str *rest)
{
	size_t depth = 0, at = 0;
	char quote = 0;
	struct str found;

	for (; at < rest->len; at++) {
		char c = rest->ptr[at];

		if (quote) {
			quote = c == quote ? 0 : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '(') {
			depth++;
		} else if (c == ')') {
			depth -= depth > 0;
		} else if (c == ';' && !depth) {
			break;
		}
	}
	found = str_slice(*rest, 0, at);
	*rest = str_from_byte(*rest, at + 1);
	return found;
}
