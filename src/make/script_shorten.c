#include "make/script_shorten.h"

#include <stdlib.h>
#include <string.h>

#include "make/script_tokens.h"

enum {
	LEN_MAX = 128 * 1024,
	SCOPES_MAX = 4096,
	LETTERS = 54,
	CODES = LETTERS + LETTERS * LETTERS, /* names of one letter, of two */
	NO_CODE = CODES,
};

struct span {
	size_t from, to; /* tokens, the last of them not */
};

/*
 * Where a name is of what is declared there; those that overlap are one.
 * What is plain of it is its span; all of it, with the head before a body,
 * is within its reach.
 */
struct scope {
	struct str name;
	struct span span, reach;
	const struct use *uses; /* by place */
	size_t use_count;
	size_t code; /* of its new name */
	bool stays;
};

/* A word that may be of a scope. */
struct use {
	struct str name;
	size_t at;
	bool stays; /* in a form that says its name, too */
	const struct scope *scope;
};

struct script {
	struct arena *arena;
	struct script_token *tokens;
	size_t count;
	struct scope *scopes;
	size_t scope_count;
	struct use *uses;
	size_t use_count;
	size_t *questions; /* by bracket: those that wait for their colon */
	bool *is_more;	   /* a const that a comma before it stands for */
	bool is_taken[CODES + 1]; /* by names that stay as they are */
};

static bool find_uses(struct script *s);
static bool find_use(struct script *s, size_t at);
static bool is_key_place(const struct script *s, size_t at);
static bool is_known_entry(const struct script *s, size_t at);
static bool is_reserved(const struct script_token *token);
static void find_scopes(struct script *s, size_t at);
static void declare_list(struct script *s, size_t at);
static void declare_function(struct script *s, size_t at);
static void declare_arrow(struct script *s, size_t at);
static bool is_function_body(const struct script *s, size_t at);
static size_t head_of(const struct script *s, size_t block);
static void declare_params(struct script *s, size_t at,
			   const struct scope *where);
static size_t declare_pattern(struct script *s, size_t at,
			      const struct scope *where);
static void declare(struct script *s, size_t at, const struct scope *where);
static struct scope scope_of(size_t from, size_t to);
static size_t end_of(const struct script *s, size_t at, bool is_statement);
static bool goes_on(const struct script *s, size_t at);
static void merge_scopes(struct script *s);
static void match_uses(struct script *s);
static bool give_names(struct script *s);
static bool is_special(struct str name);
static bool give_name(struct script *s, struct scope **order, size_t at);
static void put_code(size_t code, struct buf *to);
static bool is_spare(const struct script *s, size_t at);
static bool is_head(const struct script *s, const struct script_token *close);
static bool is_quotient(const struct script *s, size_t at);
static bool joins(const struct script *s, size_t at);
static bool is_clash(const struct scope *a, const struct scope *b);
static bool is_used(const struct scope *scope, struct span within);
static void write_out(const struct script *s, struct str source,
		      struct buf *to);
static size_t min(size_t a, size_t b);
static size_t max(size_t a, size_t b);
static size_t code_of(struct str name);
static size_t letter_of(char c);
static int by_place(const void *a, const void *b);
static int by_name(const void *a, const void *b);
static int by_uses(const void *a, const void *b);

static const char LETTER[] =
	"etanoisrcldhpumfgbvwykxjqzETANOISRCLDHPUMFGBVWYKXJQZ_$";

bool script_shorten(struct str source, struct arena *arena, struct buf *to)
{
	struct script *s = arena_new(arena, struct script);
	struct script_tokens tokens;

	if (source.len > LEN_MAX || !script_tokens(source, arena, &tokens))
		return false;
	s->arena = arena;
	s->tokens = tokens.items;
	s->count = tokens.count;
	s->tokens[0].partner = s->count - 1;
	s->is_more = arena_array(arena, bool, tokens.count);
	s->questions = arena_array(arena, size_t, tokens.count);
	if (!find_uses(s))
		return false;
	for (size_t i = 1; i + 1 < s->count; i++)
		find_scopes(s, i);
	if (s->scope_count > SCOPES_MAX)
		return false;
	merge_scopes(s);
	match_uses(s);
	if (!give_names(s))
		return false;
	write_out(s, source, to);
	return true;
}

static bool find_uses(struct script *s)
{
	for (size_t i = 1; i + 1 < s->count; i++) {
		const struct script_token *token = &s->tokens[i];
		size_t *questions = &s->questions[token->parent];

		if (!is_known_entry(s, i))
			return false;
		if (script_is(token, "?"))
			(*questions)++;
		else if (script_is(token, ":") && *questions)
			(*questions)--;
		else if (token->kind == SCRIPT_WORD && !find_use(s, i))
			return false;
	}
	return true;
}

static bool find_use(struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at];
	bool is_key = is_key_place(s, at), is_label;
	struct use *use;

	if (script_is_of(token - 1, " . ?. ") ||
	    (is_key && script_is(token + 1, ":")))
		return true;
	if (script_is_of(token, " eval with class import export case "))
		return false;
	if (is_reserved(token))
		return true;
	is_label = script_is_of(token - 1, " break continue ") ||
		   (script_is(token + 1, ":") && !s->questions[token->parent]);
	use = arena_push(s->arena, s->uses, s->use_count);
	*use = (struct use){ .name = token->text,
			     .at = at,
			     .stays = is_key || is_label };
	return true;
}

/* Where a literal or a pattern has its names; in a declaration, a value. */
static bool is_key_place(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at];
	const struct script_token *around = &s->tokens[token->parent];

	return script_is(around, "{") && !around->is_block &&
	       script_is_of(token - 1, " { , ");
}

/* No methods, accessors and the like; nor statements, in a literal. */
static bool is_known_entry(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at];

	if (!is_key_place(s, at) || script_is_of(token, " } ... [ "))
		return true;
	if (token->kind == SCRIPT_VALUE)
		return script_is(token + 1, ":");
	return token->kind == SCRIPT_WORD &&
	       script_is_of(token + 1, " : , } = ");
}

static bool is_reserved(const struct script_token *token)
{
	return script_is_of(
		token,
		" break case catch class const continue debugger default delete"
		" do else enum export extends false finally for function if"
		" import in instanceof new null return super switch this throw"
		" true try typeof var void while with ");
}

static void find_scopes(struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at];
	size_t body;
	struct scope where;

	if (script_is(token, "=>"))
		declare_arrow(s, at);
	if (token->kind != SCRIPT_WORD || script_is_of(token - 1, " . ?. ") ||
	    is_key_place(s, at))
		return;
	if (script_is_of(token, " const let "))
		declare_list(s, at);
	else if (script_is(token, "function"))
		declare_function(s, at);
	else if (script_is(token, "catch") && script_is(token + 1, "(")) {
		body = token[1].partner + 1;
		where = scope_of(at + 1, s->tokens[body].partner);
		if (script_is(&s->tokens[body], "{"))
			declare_params(s, at + 1, &where);
	}
}

/* const and let; at the top level they are of all scripts. */
static void declare_list(struct script *s, size_t at)
{
	size_t open = s->tokens[at].parent;
	const struct script_token *around = &s->tokens[open];
	struct scope where = scope_of(open, around->partner);
	size_t next = at;

	if (!open)
		where = scope_of(0, 0);
	else if (script_is(around, "(") && script_is(around - 1, "for")) {
		where.span.to = end_of(s, around->partner + 1, true);
		where.reach.to = s->tokens[around->parent].partner;
	} else if (around->is_block)
		where.reach.from = head_of(s, open);
	else
		return;
	do {
		next = declare_pattern(s, next + 1, &where);
		if (next && script_is(&s->tokens[next], "="))
			next = end_of(s, next + 1, false);
	} while (next && script_is(&s->tokens[next], ","));
	if (next && script_is(&s->tokens[at], "const") &&
	    script_is(&s->tokens[next], ";") &&
	    script_is(&s->tokens[next + 1], "const"))
		s->is_more[next + 1] = true;
}

static void declare_function(struct script *s, size_t at)
{
	const struct script_token *all = s->tokens;
	size_t open = all[at].parent, next = at + 1, body;
	struct scope where = scope_of(open, all[open].partner);
	bool starts = script_is_of(&all[at - 1], " ; } ") || at - 1 == open;

	if (script_is(&all[next], "*"))
		next++;
	if (all[next].kind == SCRIPT_WORD) {
		where.reach.from = head_of(s, open);
		if (starts && is_function_body(s, open))
			declare(s, next, &where);
		next++;
	}
	body = script_is(&all[next], "(") ? all[next].partner + 1 : 0;
	where = scope_of(next, all[body].partner);
	if (body && script_is(&all[body], "{"))
		declare_params(s, next, &where);
}

/* Parameters of what stands after its =>. */
static void declare_arrow(struct script *s, size_t at)
{
	const struct script_token *all = s->tokens;
	bool has_block = script_is(&all[at + 1], "{"),
	     has_list = script_is(&all[at - 1], ")");
	size_t from = has_list ? all[at - 1].partner : at - 1;
	size_t to = has_block ? all[at + 1].partner : end_of(s, at + 1, false);
	struct scope where = scope_of(from, to);

	if (!has_block && all[to].starts_line)
		where.reach.to = all[all[at].parent].partner;
	if (has_list)
		declare_params(s, from, &where);
	else if (all[from].kind == SCRIPT_WORD)
		declare(s, from, &where);
}

/* Elsewhere a function may be of more than its block (ECMAScript, annex B). */
static bool is_function_body(const struct script *s, size_t at)
{
	const struct script_token *last = &s->tokens[at ? at - 1 : 0], *before;

	if (!script_is(&s->tokens[at], "{") || !script_is(last, ")"))
		return script_is(&s->tokens[at], "{") && script_is(last, "=>");
	before = &s->tokens[last->partner - 1];
	return script_is(before, "function") ||
	       (before->kind == SCRIPT_WORD &&
		script_is(before - 1, "function"));
}

/* Where the parameters of a block start, if it has any. */
static size_t head_of(const struct script *s, size_t block)
{
	size_t last = block ? block - 1 : 0;

	if (script_is(&s->tokens[last], "=>"))
		last--;
	else if (!script_is(&s->tokens[last], ")"))
		return block;
	return script_is(&s->tokens[last], ")") ? s->tokens[last].partner
						: last;
}

static void declare_params(struct script *s, size_t at,
			   const struct scope *where)
{
	size_t end = s->tokens[at].partner, next = at;

	while (next && next + 1 < end) {
		next = declare_pattern(s, next + 1, where);
		if (next && script_is(&s->tokens[next], "="))
			next = end_of(s, next + 1, false);
		if (next && !script_is(&s->tokens[next], ","))
			next = 0;
	}
}

/* What is after it; 0 when the rest is not known, which then stays. */
static size_t declare_pattern(struct script *s, size_t at,
			      const struct scope *where)
{
	const struct script_token *all = s->tokens;
	size_t next = at, end = all[at].partner;
	bool has_keys = script_is(&all[at], "{");

	if (script_is(&all[at], "..."))
		return declare_pattern(s, at + 1, where);
	if (all[at].kind == SCRIPT_WORD) {
		declare(s, at, where);
		return at + 1;
	}
	if (script_is_of(&all[at], " , ] ")) /* a hole of a list */
		return at;
	if (!has_keys && !script_is(&all[at], "["))
		return 0;
	while (next && next + 1 < end) {
		next++;
		if (has_keys && script_is(&all[next], "["))
			return 0;
		if (has_keys && script_is(&all[next + 1], ":"))
			next += 2;
		next = declare_pattern(s, next, where);
		if (next && script_is(&all[next], "="))
			next = end_of(s, next + 1, false);
		if (next && next != end && !script_is(&all[next], ","))
			next = 0;
	}
	return next ? end + 1 : 0;
}

static void declare(struct script *s, size_t at, const struct scope *where)
{
	struct scope *scope = arena_push(s->arena, s->scopes, s->scope_count);

	*scope = *where;
	scope->name = s->tokens[at].text;
}

static struct scope scope_of(size_t from, size_t to)
{
	return (struct scope){ .span = { from, to }, .reach = { from, to } };
}

/*
 * Where an expression without commas, or a statement, ends at the latest
 * that is plain: too early is safe, as what is used after it then stays.
 */
static size_t end_of(const struct script *s, size_t at, bool is_statement)
{
	const struct script_token *all = s->tokens;
	size_t from = at, questions = 0;

	for (; at + 1 < s->count; at++) {
		const struct script_token *token = &all[at];

		if (script_is_of(token, " ; ) ] } ") ||
		    (!is_statement && script_is(token, ",")) ||
		    (at > from && token->starts_line && !goes_on(s, at)))
			return at;
		if (script_is(token, ":") && !is_statement && !questions--)
			return at;
		questions += script_is(token, "?");
		if (token->partner)
			at = token->partner;
		if (is_statement && token->is_block)
			return at + 1;
	}
	return at;
}

/* Whether no statement can start here although a line does. */
static bool goes_on(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at], *last = token - 1;

	if (token->kind == SCRIPT_MARK &&
	    strchr(".?:&|,*=<>%^", token->text.ptr[0]))
		return true;
	if (script_is(last, ")"))
		return is_head(s, last);
	return last->kind == SCRIPT_MARK && !script_is_of(last, " ] } ++ -- ");
}

static void merge_scopes(struct script *s)
{
	size_t kept = 0;

	if (s->scope_count)
		qsort(s->scopes, s->scope_count, sizeof(*s->scopes), by_place);
	for (size_t i = 0; i < s->scope_count; i++) {
		struct scope *last = &s->scopes[kept ? kept - 1 : 0];
		const struct scope *next = &s->scopes[i];

		if (!kept || !str_equals(last->name, next->name) ||
		    next->span.from >= last->span.to) {
			s->scopes[kept++] = *next;
			continue;
		}
		last->span.to = max(last->span.to, next->span.to);
		last->reach.to = max(last->reach.to, next->reach.to);
		last->reach.from = min(last->reach.from, next->reach.from);
	}
	s->scope_count = kept;
}

/* A name with a use outside its scopes stays everywhere. */
static void match_uses(struct script *s)
{
	size_t first = 0, end;

	if (s->use_count)
		qsort(s->uses, s->use_count, sizeof(*s->uses), by_name);
	for (size_t i = 0; i < s->use_count; i = end) {
		struct str name = s->uses[i].name;
		bool is_free = false;
		size_t at, last;

		while (first < s->scope_count &&
		       str_compare(s->scopes[first].name, name) < 0)
			first++;
		at = last = first;
		while (last < s->scope_count &&
		       str_equals(s->scopes[last].name, name))
			last++;
		for (end = i;
		     end < s->use_count && str_equals(s->uses[end].name, name);
		     end++) {
			struct use *use = &s->uses[end];

			while (at < last && s->scopes[at].span.to <= use->at)
				at++;
			if (at == last || s->scopes[at].span.from > use->at) {
				is_free = true;
				continue;
			}
			use->scope = &s->scopes[at];
			if (!s->scopes[at].use_count++)
				s->scopes[at].uses = use;
			s->scopes[at].stays |= use->stays;
		}
		for (at = first; is_free && at < last; at++)
			s->scopes[at].stays = true;
		if (is_free)
			s->is_taken[code_of(name)] = true;
		first = last;
	}
}

static bool give_names(struct script *s)
{
	static const char *const KEYWORDS[] = { "do", "if", "in", "of", "as" };
	struct scope **order =
		arena_array(s->arena, struct scope *, s->scope_count + 1);

	for (size_t i = 0; i < sizeof(KEYWORDS) / sizeof(*KEYWORDS); i++)
		s->is_taken[code_of(str_from(KEYWORDS[i]))] = true;
	for (size_t i = 0; i < s->scope_count; i++) {
		order[i] = &s->scopes[i];
		if (is_special(order[i]->name))
			order[i]->stays = true;
		order[i]->code = code_of(order[i]->name);
	}
	if (s->scope_count)
		qsort(order, s->scope_count, sizeof(*order), by_uses);
	for (size_t i = 0; i < s->scope_count; i++)
		if (!order[i]->stays && !give_name(s, order, i))
			return false;
	return true;
}

/* Names that mean more at some places. */
static bool is_special(struct str name)
{
	struct script_token word = { .text = name, .kind = SCRIPT_WORD };

	return script_is_of(&word, " of async await yield let get set static"
				   " arguments undefined ");
}

/* The first that neither those around nor those within have. */
static bool give_name(struct script *s, struct scope **order, size_t at)
{
	struct scope *own = order[at];
	bool is_taken[CODES + 1];
	size_t code = 0;

	memcpy(is_taken, s->is_taken, sizeof(is_taken));
	for (size_t i = 0; i < s->scope_count; i++)
		if ((order[i]->stays || i < at) && !is_taken[order[i]->code] &&
		    is_clash(order[i], own))
			is_taken[order[i]->code] = true;
	while (code < CODES && is_taken[code])
		code++;
	own->code = code;
	return code < CODES;
}

/* Whether one name for both would be taken for the other somewhere. */
static bool is_clash(const struct scope *a, const struct scope *b)
{
	if (a->reach.from >= b->reach.to || b->reach.from >= a->reach.to)
		return false;
	return is_used(a, b->reach) && is_used(b, a->reach);
}

static bool is_used(const struct scope *scope, struct span within)
{
	size_t low = 0, high = scope->use_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (scope->uses[middle].at < within.from)
			low = middle + 1;
		else
			high = middle;
	}
	return low < scope->use_count && scope->uses[low].at < within.to;
}

static void write_out(const struct script *s, struct str source, struct buf *to)
{
	size_t done = 0;
	const struct scope **scope_at =
		arena_array(s->arena, const struct scope *, s->count);

	for (size_t i = 0; i < s->use_count; i++)
		scope_at[s->uses[i].at] = s->uses[i].scope;
	for (size_t i = 1; i + 1 < s->count; i++) {
		const struct scope *scope = scope_at[i];
		struct str name = s->tokens[i].text;
		size_t from = (size_t)(name.ptr - source.ptr);

		if (!s->tokens[i].starts_line && !is_quotient(s, i) &&
		    !s->is_more[i - 1])
			buf_raw(to, str_slice(source, done, from - done));
		else if (s->tokens[i].starts_line && !joins(s, i))
			buf_char(to, '\n');
		done = from + name.len;
		if (scope && !scope->stays)
			put_code(scope->code, to);
		else if (s->is_more[i + 1])
			buf_char(to, ',');
		else if (!s->is_more[i] && !is_spare(s, i))
			buf_raw(to, name);
	}
}

static void put_code(size_t code, struct buf *to)
{
	if (code >= LETTERS)
		buf_char(to, LETTER[code / LETTERS - 1]);
	buf_char(to, LETTER[code % LETTERS]);
}

/* Whether it is a semicolon that the brace, or the end, after it stands for. */
static bool is_spare(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at], *last = token - 1;

	if (!script_is(token, ";") ||
	    !(script_is(token + 1, "}") || script_is(token + 1, "")))
		return false;
	if (script_is(last, ")"))
		return !is_head(s, last);
	return script_is_of(last, " ] } ") || last->kind == SCRIPT_VALUE ||
	       (last->kind == SCRIPT_WORD && !is_reserved(last));
}

/* Whether a statement has to come after this closing bracket. */
static bool is_head(const struct script *s, const struct script_token *close)
{
	return script_is_of(&s->tokens[close->partner - 1],
			    " for if while with ");
}

/* Whether a blank here stands beside a sign of division alone. */
static bool is_quotient(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at], *other = token - 1;

	if (script_is(other, "/")) {
		other = token;
		token--;
	}
	return script_is(token, "/") &&
	       (other->kind == SCRIPT_WORD || script_is_of(other, " ( ) ] "));
}

/* Whether a line may go on in the one before it: nothing would end there. */
static bool joins(const struct script *s, size_t at)
{
	const struct script_token *token = &s->tokens[at], *last = token - 1;

	if (last->kind == SCRIPT_MARK && token->kind == SCRIPT_MARK &&
	    strchr("+-/<", *last->text.ptr))
		return false;
	if (token->kind == SCRIPT_VALUE && *token->text.ptr == '/')
		return false;
	if (script_is_of(token, " ) ] } "))
		return true;
	return last->kind != SCRIPT_VALUE && !is_reserved(last) &&
	       goes_on(s, at);
}

static size_t code_of(struct str name)
{
	size_t first = name.len ? letter_of(name.ptr[0]) : LETTERS;
	size_t second = name.len == 2 ? letter_of(name.ptr[1]) : 0;

	if (!name.len || name.len > 2 || first == LETTERS || second == LETTERS)
		return NO_CODE;
	return name.len == 1 ? first : (first + 1) * LETTERS + second;
}

static size_t letter_of(char c)
{
	const char *found = strchr(LETTER, c);

	return found && c ? (size_t)(found - LETTER) : LETTERS;
}

static int by_place(const void *a, const void *b)
{
	const struct scope *x = a, *y = b;
	int order = str_compare(x->name, y->name);

	if (order || x->span.from == y->span.from)
		return order;
	return x->span.from < y->span.from ? -1 : 1;
}

static int by_name(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	int order = str_compare(x->name, y->name);

	return order ? order : x->at < y->at ? -1 : 1;
}

static int by_uses(const void *a, const void *b)
{
	const struct scope *x = *(struct scope *const *)a;
	const struct scope *y = *(struct scope *const *)b;

	if (x->use_count != y->use_count)
		return x->use_count > y->use_count ? -1 : 1;
	return x < y ? -1 : x > y;
}

static size_t min(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t max(size_t a, size_t b)
{
	return a > b ? a : b;
}
