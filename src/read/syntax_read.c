#include "read/syntax_read.h"

#include "base/file.h"
#include "read/schema.h"
#include "read/schemas.h"
#include "read/text.h"

/* The keys that are texts; the rest is read by its own function. */
struct raw_syntax {
	struct text aliases, letters, joints, numbers, capitals;
	bool ignores_case;
};

struct raw_words {
	struct text keyword, type, constant, builtin, prefix;
};

struct raw_span {
	struct text from, to, escape;
	bool lines, nested, apart, single, pattern, here;
};

/* Versions of clang-format differ on braces in a macro. */
/* clang-format off */
#define RAW(name) offsetof(struct raw_syntax, name)
#define WORDS(name) \
	{ .key = #name, .kind = FIELD_TEXT, .max = TEXT_LIMIT, \
	  .offset = offsetof(struct raw_words, name) }
#define SPAN_TEXT(name) \
	{ .key = #name, .kind = FIELD_TEXT, \
	  .offset = offsetof(struct raw_span, name) }
#define SPAN_BOOL(name) \
	{ .key = #name, .kind = FIELD_BOOL, \
	  .offset = offsetof(struct raw_span, name) }
/* clang-format on */

static const char *const CLASSES[] = { "keyword",  "type",     "constant",
				       "builtin",  "function", "key",
				       "variable", "meta",     NULL };
static const enum code_class CLASS_OF[] = { CODE_KEYWORD,  CODE_TYPE,
					    CODE_CONSTANT, CODE_BUILTIN,
					    CODE_FUNCTION, CODE_KEY,
					    CODE_VARIABLE, CODE_META };
static const struct schema_field WORDS_FIELDS[] = {
	WORDS(keyword), WORDS(type),   WORDS(constant),
	WORDS(builtin), WORDS(prefix),
};
static const struct schema WORDS_SCHEMA = SCHEMA("\"words\"", WORDS_FIELDS);
static const struct schema_field SPAN_FIELDS[] = {
	{ .key = "from",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = offsetof(struct raw_span, from) },
	SPAN_TEXT(to),
	SPAN_TEXT(escape),
	SPAN_BOOL(lines),
	SPAN_BOOL(nested),
	SPAN_BOOL(apart),
	SPAN_BOOL(single),
	SPAN_BOOL(pattern),
	SPAN_BOOL(here),
};
static const struct schema SPAN_SCHEMA = SCHEMA("it", SPAN_FIELDS);
static const struct schema_field SPAN_ENTRY = { .kind = FIELD_ANY,
						.inner = &SPAN_SCHEMA };
static const struct schema_field MARK_ENTRY = { .kind = FIELD_TEXT };
static const struct schema_field SIGN_VALUE = { .kind = FIELD_TEXT,
						.choices = CLASSES };
static const struct schema_field INSIDE_VALUE = { .kind = FIELD_TEXT };
static const struct schema SIGNS_SCHEMA = { "\"signs\"", NULL, 0, &SIGN_VALUE };
static const struct schema INSIDE_SCHEMA = { "\"inside\"", NULL, 0,
					     &INSIDE_VALUE };
static const struct schema_field FIELDS[] = {
	{ .key = "aliases",
	  .kind = FIELD_TEXT,
	  .max = SCHEMA_TEXT_MOST,
	  .offset = RAW(aliases) },
	{ .key = "words", .kind = FIELD_MAPPING, .inner = &WORDS_SCHEMA },
	{ .key = "ignore_case",
	  .kind = FIELD_BOOL,
	  .offset = RAW(ignores_case) },
	{ .key = "letters", .kind = FIELD_TEXT, .offset = RAW(letters) },
	{ .key = "joints", .kind = FIELD_TEXT, .offset = RAW(joints) },
	{ .key = "capitals",
	  .kind = FIELD_TEXT,
	  .choices = CLASSES,
	  .offset = RAW(capitals) },
	{ .key = "comments", .kind = FIELD_LIST, .entry = &SPAN_ENTRY },
	{ .key = "strings", .kind = FIELD_LIST, .entry = &SPAN_ENTRY },
	{ .key = "numbers", .kind = FIELD_TEXT, .offset = RAW(numbers) },
	{ .key = "signs", .kind = FIELD_MAPPING, .inner = &SIGNS_SCHEMA },
	{ .key = "calls", .kind = FIELD_LIST, .entry = &MARK_ENTRY },
	{ .key = "keys", .kind = FIELD_LIST, .entry = &MARK_ENTRY },
	{ .key = "between",
	  .kind = FIELD_LIST,
	  .entry = &MARK_ENTRY,
	  .least = 2,
	  .most = 2 },
	{ .key = "inside", .kind = FIELD_MAPPING, .inner = &INSIDE_SCHEMA },
};
const struct schema SYNTAX_SCHEMA = SCHEMA("a language", FIELDS);

static bool read_language(struct diags *diags, const char *path,
			  struct syntaxes *all);
static bool name_language(struct diags *diags, struct syntaxes *all,
			  struct language *made, struct str aliases);
static bool read_words(const struct markdown_env *env,
		       const struct yaml_node *node, struct syntax *syntax);
static size_t word_count(struct str text);
static struct str next_word(struct str *text);
static bool add_words(const struct markdown_env *env, struct syntax *syntax,
		      const struct text *list, enum code_class class);
static bool is_word(const struct syntax *syntax, struct str word);
static bool read_spans(const struct markdown_env *env,
		       const struct yaml_node *list, enum code_class class,
		       struct syntax *syntax);
static bool read_span(const struct markdown_env *env,
		      const struct yaml_node *node, struct syntax_span *span);
static void sort_spans(struct syntax *syntax);
static bool read_signs(const struct markdown_env *env,
		       const struct yaml_node *node, struct syntax *syntax);
static enum code_class class_named(struct str name);
static bool read_marks(struct diags *diags, const struct yaml_node *list,
		       const char *key, struct str **marks, size_t *count,
		       struct arena *arena);
static bool read_between(struct diags *diags, const struct yaml_node *list,
			 struct syntax *syntax, struct arena *arena);
static void set_letters(struct syntax *syntax, const struct raw_syntax *raw);
static void set_starts(struct syntax *syntax);
static void set_bytes(struct syntax *syntax, struct str bytes,
		      enum syntax_byte kind);

bool syntaxes_read(struct diags *diags, const char *dir, struct syntaxes *all,
		   struct arena *arena)
{
	struct str *names;
	size_t count;
	bool ok = true;

	if (!folder_list(diags, dir, &names, &count, arena))
		return false;
	all->folders++;
	for (size_t i = 0; i < count; i++)
		if (str_ends(names[i], ".yaml"))
			ok &= read_language(
				diags, path_join(dir, names[i], arena), all);
	return ok;
}

bool syntaxes_join(struct diags *diags, struct syntaxes *all)
{
	bool ok = true;

	for (size_t i = 0; i < all->count; i++) {
		struct language *language = all->languages[i];
		const struct yaml_node *node = language->inside;
		struct syntax *syntax = &language->syntax;

		for (size_t k = 0; node && k < node->pair_count; k++) {
			const struct yaml_node *name = node->pairs[k].value;
			const struct language *found =
				syntaxes_named(all, name->text);

			if (found) {
				*arena_push(all->arena, syntax->embeds,
					    syntax->embed_count) =
					(struct syntax_embed){
						node->pairs[k].key,
						&found->syntax
					};
				continue;
			}
			ok = diag_error(diags, name->at,
					"there is no language \"%.*s\"",
					STR_ARG(name->text));
			syntaxes_suggest(diags, all, name->text, all->arena);
		}
	}
	return ok;
}

static bool read_language(struct diags *diags, const char *path,
			  struct syntaxes *all)
{
	struct arena *arena = all->arena;
	struct markdown_env env = { .diags = diags, .arena = arena };
	struct place at = { path, 1, 1, 1 };
	struct language *made = arena_new(arena, struct language);
	struct syntax *syntax = &made->syntax;
	struct raw_syntax raw = { .ignores_case = false };
	const struct yaml_node *root;
	struct str text;
	bool ok;

	if (!text_read(diags, path, TEXT_LIMIT, &text, arena))
		return false;
	root = yaml_parse(diags, text, at, arena);
	if (!root || !schema_read(&env, &SYNTAX_SCHEMA, root, &raw))
		return false;
	made->at = at;
	made->folder = all->folders;
	made->inside = yaml_find(root, "inside");
	syntax->name = path_stem(str_from(path));
	syntax->ignores_case = raw.ignores_case;
	syntax->capitals = class_named(raw.capitals.str);
	syntax->has_numbers =
		raw.numbers.str.len && !str_is(raw.numbers.str, "no");
	if (!str_is(raw.numbers.str, "yes"))
		syntax->numbers = raw.numbers.str;
	ok = name_language(diags, all, made, raw.aliases.str);
	set_letters(syntax, &raw);
	ok &= read_words(&env, yaml_find(root, "words"), syntax);
	ok &= read_spans(&env, yaml_find(root, "comments"), CODE_COMMENT,
			 syntax);
	ok &= read_spans(&env, yaml_find(root, "strings"), CODE_STRING, syntax);
	sort_spans(syntax);
	ok &= read_signs(&env, yaml_find(root, "signs"), syntax);
	ok &= read_marks(diags, yaml_find(root, "calls"), "calls",
			 &syntax->calls, &syntax->call_count, arena);
	ok &= read_marks(diags, yaml_find(root, "keys"), "keys", &syntax->keys,
			 &syntax->key_count, arena);
	ok &= read_between(diags, yaml_find(root, "between"), syntax, arena);
	set_starts(syntax);
	return ok;
}

/* Within a folder each name stands for one language. */
static bool name_language(struct diags *diags, struct syntaxes *all,
			  struct language *made, struct str aliases)
{
	struct arena *arena = all->arena;
	bool ok = true;

	*arena_push(arena, made->names, made->name_count) = made->syntax.name;
	for (struct str alias; (alias = next_word(&aliases)).len;)
		*arena_push(arena, made->names, made->name_count) = alias;
	for (size_t i = 0; i < all->count; i++) {
		struct language *other = all->languages[i];

		for (size_t k = 0;
		     other->folder == made->folder && k < made->name_count;
		     k++) {
			if (!language_is_named(other, made->names[k]))
				continue;
			ok = diag_error(diags, made->at,
					"two languages are called \"%.*s\"",
					STR_ARG(made->names[k]));
			diag_note(diags, other->at, "the other one is here");
		}
		other->replaced |=
			other->folder != made->folder &&
			str_is_like(other->syntax.name, made->syntax.name);
	}
	*arena_push(arena, all->languages, all->count) = made;
	return ok;
}

static bool read_words(const struct markdown_env *env,
		       const struct yaml_node *node, struct syntax *syntax)
{
	struct raw_words raw = { .keyword.str = { 0 } };
	size_t room = 4;
	bool ok = !node || schema_read(env, &WORDS_SCHEMA, node, &raw);
	const struct {
		struct text text;
		enum code_class class;
	} LISTS[] = {
		{ raw.keyword, CODE_KEYWORD },	 { raw.type, CODE_TYPE },
		{ raw.constant, CODE_CONSTANT }, { raw.builtin, CODE_BUILTIN },
		{ raw.prefix, CODE_PREFIX },
	};
	size_t lists = sizeof(LISTS) / sizeof(*LISTS), count = 0;

	for (size_t i = 0; i < lists; i++)
		count += word_count(LISTS[i].text.str);
	while (room < 2 * count)
		room *= 2;
	syntax->words = arena_array(env->arena, struct syntax_word, room);
	syntax->word_room = room;
	for (size_t i = 0; i < lists; i++)
		ok &= add_words(env, syntax, &LISTS[i].text, LISTS[i].class);
	return ok;
}

static size_t word_count(struct str text)
{
	size_t count = 0;

	while (next_word(&text).len)
		count++;
	return count;
}

/* Cuts the next word off; empty at the end. */
static struct str next_word(struct str *text)
{
	struct str word;
	size_t len = 0;

	*text = str_trim(*text);
	while (len < text->len && !strchr(" \t\r\n", text->ptr[len]))
		len++;
	word = str_slice(*text, 0, len);
	*text = str_from_byte(*text, len);
	return word;
}

/* Of a word that stands twice, the first class holds. */
static bool add_words(const struct markdown_env *env, struct syntax *syntax,
		      const struct text *list, enum code_class class)
{
	struct str text = list->str;
	bool ok = true;

	for (struct str word; (word = next_word(&text)).len;) {
		struct syntax_word *place;

		if (!is_word(syntax, word)) {
			ok = diag_error(env->diags, list->at,
					"\"%.*s\" is no word of this language",
					STR_ARG(word));
			diag_hint(env->diags,
				  "`letters` says which signs are letters, "
				  "too, and `joints` which join them");
		}
		word = arena_str(env->arena, word);
		for (size_t i = 0; syntax->ignores_case && i < word.len; i++)
			if (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z')
				((char *)word.ptr)[i] += 'a' - 'A';
		place = syntax_place(syntax, word);
		if (!place->word.len)
			*place = (struct syntax_word){ word, class };
	}
	return ok;
}

static bool is_word(const struct syntax *syntax, struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!(syntax->kinds[(unsigned char)word.ptr[i]] &
		      (i ? BYTE_LETTER | BYTE_JOINT | BYTE_DIGIT
			 : BYTE_LETTER | BYTE_JOINT)))
			return false;
	return true;
}

static bool read_spans(const struct markdown_env *env,
		       const struct yaml_node *list, enum code_class class,
		       struct syntax *syntax)
{
	bool ok = true;

	for (size_t i = 0; list && i < list->item_count; i++) {
		struct syntax_span span = { .class = class };

		if (read_span(env, list->items[i], &span))
			*arena_push(env->arena, syntax->spans,
				    syntax->span_count) = span;
		else
			ok = false;
	}
	return ok;
}

/* A text alone is a comment to the line's end, or a quote at either end. */
static bool read_span(const struct markdown_env *env,
		      const struct yaml_node *node, struct syntax_span *span)
{
	struct raw_span raw = { .from.str = { 0 } };
	bool string = span->class == CODE_STRING, ok;

	if (node->kind == YAML_MAPPING)
		ok = schema_read(env, &SPAN_SCHEMA, node, &raw);
	else
		ok = schema_entry(env->diags, string ? "strings" : "comments",
				  node, &raw.from);
	if (!ok)
		return false;
	if (!raw.from.str.len)
		return diag_error(env->diags, node->at,
				  "what it begins with cannot be nothing");
	if (raw.escape.str.len > 1)
		return diag_error(env->diags, raw.escape.at,
				  "\"escape\" must be one character, found "
				  "\"%.*s\"",
				  STR_ARG(raw.escape.str));
	*span = (struct syntax_span){
		.from = raw.from.str,
		.to = raw.to.str.len ? raw.to.str
		      : string	     ? raw.from.str
				     : STR(""),
		.class = span->class,
		.escape = raw.escape.str.len		  ? *raw.escape.str.ptr
			  : string && !raw.escape.at.line ? '\\'
							  : '\0',
		.lines = raw.lines,
		.nested = raw.nested,
		.apart = raw.apart,
		.single = raw.single,
		.pattern = raw.pattern,
		.here = raw.here,
	};
	return true;
}

/* The longest mark first, so that """ is not taken for ""; as written else. */
static void sort_spans(struct syntax *syntax)
{
	for (size_t i = 1; i < syntax->span_count; i++) {
		struct syntax_span span = syntax->spans[i];
		size_t k = i;

		for (; k && syntax->spans[k - 1].from.len < span.from.len; k--)
			syntax->spans[k] = syntax->spans[k - 1];
		syntax->spans[k] = span;
	}
}

static bool read_signs(const struct markdown_env *env,
		       const struct yaml_node *node, struct syntax *syntax)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		struct syntax_sign *sign = arena_push(env->arena, syntax->signs,
						      syntax->sign_count);
		struct text class;
		size_t k = i;

		if (!schema_entry(env->diags, "signs", node->pairs[i].value,
				  &class)) {
			ok = false;
			continue;
		}
		*sign = (struct syntax_sign){ node->pairs[i].key,
					      class_named(class.str) };
		if (!sign->sign.len) {
			ok = diag_error(env->diags, node->pairs[i].at,
					"a sign cannot be nothing");
		} else if (!sign->class) {
			struct str names[8];

			for (size_t n = 0; n < 8; n++)
				names[n] = str_from(CLASSES[n]);
			ok = diag_error(env->diags, class.at,
					"\"%.*s\" is no class of words",
					STR_ARG(class.str));
			diag_hint(
				env->diags, "it can be %.*s",
				STR_ARG(schema_choices(names, 8, env->arena)));
			diag_suggest(env->diags, class.str, names, 8);
		}
		for (struct syntax_sign made = *sign;
		     k && syntax->signs[k - 1].sign.len < made.sign.len; k--) {
			syntax->signs[k] = syntax->signs[k - 1];
			syntax->signs[k - 1] = made;
		}
	}
	return ok;
}

static enum code_class class_named(struct str name)
{
	for (size_t k = 0; CLASSES[k]; k++)
		if (str_is(name, CLASSES[k]))
			return CLASS_OF[k];
	return CODE_PLAIN;
}

/* As written: a space at the end means something. */
static bool read_marks(struct diags *diags, const struct yaml_node *list,
		       const char *key, struct str **marks, size_t *count,
		       struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; list && i < list->item_count; i++) {
		struct text text;

		ok &= schema_entry(diags, key, list->items[i], &text) &&
		      (text.str.len || diag_error(diags, text.at,
						  "an entry of \"%s\" cannot "
						  "be nothing",
						  key));
		*arena_push(arena, *marks, *count) = list->items[i]->text;
	}
	return ok;
}

static bool read_between(struct diags *diags, const struct yaml_node *list,
			 struct syntax *syntax, struct arena *arena)
{
	struct str *marks = NULL;
	size_t count = 0;

	if (!list)
		return true;
	if (!read_marks(diags, list, "between", &marks, &count, arena))
		return false;
	if (count != 2)
		return diag_error(diags, list->at,
				  "\"between\" must be a list of two marks");
	syntax->open = marks[0];
	syntax->close = marks[1];
	return true;
}

static void set_letters(struct syntax *syntax, const struct raw_syntax *raw)
{
	for (unsigned c = 0; c < 256; c++)
		if ((c | 32) >= 'a' && (c | 32) <= 'z')
			syntax->kinds[c] = BYTE_LETTER;
		else if (c >= '0' && c <= '9')
			syntax->kinds[c] = BYTE_DIGIT;
		else if (c >= 0x80 || c == '_')
			syntax->kinds[c] = BYTE_LETTER;
	set_bytes(syntax, raw->letters.str, BYTE_LETTER);
	set_bytes(syntax, raw->joints.str, BYTE_JOINT);
}

/* What may begin with a byte, so that most bytes are looked at once. */
static void set_starts(struct syntax *syntax)
{
	for (size_t k = 0; k < syntax->span_count; k++)
		set_bytes(syntax, str_slice(syntax->spans[k].from, 0, 1),
			  BYTE_SPAN);
	for (size_t k = 0; k < syntax->sign_count; k++)
		set_bytes(syntax, str_slice(syntax->signs[k].sign, 0, 1),
			  BYTE_SIGN);
	set_bytes(syntax, str_slice(syntax->open, 0, 1), BYTE_OPEN);
}

static void set_bytes(struct syntax *syntax, struct str bytes,
		      enum syntax_byte kind)
{
	for (size_t i = 0; i < bytes.len; i++)
		syntax->kinds[(unsigned char)bytes.ptr[i]] |=
			(unsigned char)kind;
}
