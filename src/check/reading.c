#include "check/reading.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/wording.h"
#include "check/parts.h"

/* A name as its words in lower case, a space between two of them. */
struct name {
	struct str words, written;
	enum term_kind kind;
	size_t index;
};

struct names {
	struct lexicon *lexicon;
	struct name *items; /* sorted */
	size_t count;
	struct whole whole;
	struct str *kinds; /* what the title says that is compared */
	size_t kind_count;
};

/* The longer ones of those that begin alike come first. */
static const struct {
	enum quantity quantity;
	size_t options; /* of that many it is said; 0: of any */
	const char *phrases;
} QUANTITY_PHRASES[] = {
	{ QUANTITY_NONE, 2,
	  "neither of them|neither of these|neither here|neither one|"
	  "neither side|neither option|neither" },
	{ QUANTITY_NONE, 0,
	  "none of them|none here|no other option|no other choice|"
	  "no other one|no other|no option|no one|no side|nobody|"
	  "nothing|none" },
	{ QUANTITY_ANY, 0, "one-of-them|either of them" },
	{ QUANTITY_OTHERS, 3, "both others|the other two" },
	{ QUANTITY_OTHERS, 0,
	  "everyone else|everything else|every other option|"
	  "every other|any other option|any other|all other options|all the others|all the rest|"
	  "all others|the other options|the others|the rest|"
	  "the competition|its rivals|its competitors" },
	{ QUANTITY_OTHERS, 2,
	  "the other one|the other option|the other|the alternative|its rival|"
	  "its competitor|its opponent" },
	{ QUANTITY_ALL, 2,
	  "both of them|both options|both sides|the two|the pair|"
	  "both|they" },
	{ QUANTITY_ALL, 3, "all three" },
	{ QUANTITY_ALL, 4, "all four" },
	{ QUANTITY_ALL, 0,
	  "each of them|each here|each option|each side|all options|"
	  "every option|all of them|each" },
	{ QUANTITY_IT, 0, "it" },
};

static void add_name(struct names *names, struct str written,
		     enum term_kind kind, size_t index, struct reading *room,
		     struct arena *arena);
static int compare_names(const void *a, const void *b);
static void add_kinds(struct names *names, struct str title,
		      struct reading *room, struct arena *arena);
static void cut_words(struct str sentence, const struct lexicon *lexicon,
		      struct reading *r);
static bool add_mark(struct str sentence, size_t *at,
		     const struct lexicon *lexicon, struct reading *r);
static size_t space_length(struct str rest);
static size_t dash_length(struct str rest);
static size_t apostrophe_length(struct str rest);
static size_t word_length(struct str rest);
static bool add_digits(struct str sentence, size_t *at,
		       const struct lexicon *lexicon, struct reading *r);
static struct term *add_term(struct reading *r, enum term_kind kind,
			     struct str text);
static struct str lower(struct reading *r, struct str text);
static void add_word(struct reading *r, const struct lexicon *lexicon,
		     struct str text);
static void join_numbers(struct reading *r);
static bool counts(const struct reading *r, size_t next);
static bool goes_on(struct term *number, const struct term *next);
static void find_names(const struct names *names, struct reading *r);
static const struct name *name_at(const struct names *names,
				  const struct reading *r, size_t at,
				  size_t *length);
static size_t words_match(const struct reading *r, size_t at, struct str words);
static bool is_name_of_more(const struct reading *r, size_t count, size_t at,
			    size_t end);
static bool is_capital(const struct term *term);
static void read_phrases(const struct lexicon *lexicon, struct reading *r);
static const struct phrase *phrase_at(const struct reading *r, size_t at,
				      size_t *length);
static void name_kinds(const struct names *names, struct reading *r);
static void put_before_verbs(struct reading *r);
static void find_groups(struct reading *r, size_t options);
static size_t quantity_at(const struct reading *r, size_t at, size_t options,
			  enum quantity *quantity);
static bool is_adverb(const struct reading *r, size_t at, size_t count);
static size_t list_at(const struct reading *r, size_t at, struct term *group);
static size_t list_end(const struct reading *r, size_t at, bool *any);

struct names *names_open(const struct comparison *c, struct arena *arena)
{
	struct names *names = arena_new(arena, struct names);
	struct reading *room = malloc(sizeof(*room));

	if (!room)
		memory_exhausted();
	names->lexicon = lexicon_open(arena);
	names->whole = (struct whole){ c->option_count, c->criterion_count };
	for (size_t i = 0; i < c->option_count; i++) {
		add_name(names, c->options[i].name.str, TERM_GROUP, i, room,
			 arena);
		add_name(names, c->options[i].short_name.str, TERM_GROUP, i,
			 room, arena);
	}
	for (size_t j = 0; j < c->criterion_count; j++) {
		add_name(names, c->criteria[j].title.str, TERM_CRITERION, j,
			 room, arena);
		add_name(names, c->criteria[j].id, TERM_CRITERION, j, room,
			 arena);
	}
	if (names->count)
		qsort(names->items, names->count, sizeof(*names->items),
		      compare_names);
	add_kinds(names, c->title.str, room, arena);
	free(room);
	return names;
}

const struct unit *names_unit(const struct names *names, struct str unit)
{
	char word[24];

	if (unit.len > sizeof(word))
		return NULL;
	for (size_t i = 0; i < unit.len; i++)
		word[i] = (char)tolower((unsigned char)unit.ptr[i]);
	return lexicon_find(names->lexicon, (struct str){ word, unit.len })
		->unit;
}

void reading_make(struct str sentence, const struct names *names,
		  struct reading *r)
{
	cut_words(sentence, names->lexicon, r);
	find_names(names, r);
	read_phrases(names->lexicon, r);
	name_kinds(names, r);
	join_numbers(r);
	parts_join(names->whole, names->lexicon, r);
	put_before_verbs(r);
	find_groups(r, names->whole.options);
	for (size_t k = 0; k < TERMS_AHEAD; k++)
		r->terms[r->count + k] = (struct term){
			.kind = TERM_END,
			.text = str_from_byte(sentence, sentence.len),
			.lexeme = lexicon_find(names->lexicon, STR("")),
			.word = STR(""),
		};
}

bool term_is(const struct term *term, const char *words)
{
	struct str root = { "", 0 };

	if (term->kind != TERM_WORD)
		return false;
	if (lexicon_lists("are|was|were|'s", term->word))
		root = STR("is");
	else if (lexicon_lists("has|had", term->word))
		root = STR("have");
	return lexicon_lists(words, term->word) || lexicon_lists(words, root);
}

bool term_has(const struct term *term, unsigned classes)
{
	return term->kind == TERM_WORD && term->lexeme->classes & classes;
}

bool term_marks(const struct term *term, const char *marks)
{
	return term->kind == TERM_MARK && strchr(marks, *term->word.ptr);
}

bool term_bound(const struct term *term, enum bound *bound)
{
	if (term_is(term, "more-than|over|at-least|above"))
		*bound = BOUND_OVER;
	else if (term_is(term, "less-than|under|at-most|below|barely"))
		*bound = BOUND_UNDER;
	else if (term_is(term,
			 "about|around|roughly|nearly|approx|approximately|"
			 "circa|ca|some|almost"))
		*bound = BOUND_ABOUT;
	else
		return false;
	return true;
}

bool bound_allows(enum bound bound, double stated, double number, double half)
{
	switch (bound) {
	case BOUND_OVER:
		return number >= stated - 1e-9;
	case BOUND_UNDER:
		return number <= stated + 1e-9;
	case BOUND_ABOUT:
		half = fmax(half, fabs(stated) * 0.1);
		break;
	case BOUND_EXACT:
		break;
	}
	return fabs(number - stated) <= half;
}

/* A name of more than 200 bytes is not looked for. */
static void add_name(struct names *names, struct str written,
		     enum term_kind kind, size_t index, struct reading *room,
		     struct arena *arena)
{
	struct str words = STR("");

	if (!written.len || written.len > 200)
		return;
	cut_words(written, names->lexicon, room);
	for (size_t k = 0; k < room->count; k++)
		words = ARENA_JOIN(arena, words, k ? STR(" ") : STR(""),
				   room->terms[k].word);
	if (words.len)
		*arena_push(arena, names->items, names->count) =
			(struct name){ words, written, kind, index };
}

/* Options before criteria of the same name. */
static int compare_names(const void *a, const void *b)
{
	const struct name *left = a, *right = b;
	int order = str_compare(left->words, right->words);

	if (!order)
		order = (left->kind > right->kind) - (left->kind < right->kind);
	return order ? order
		     : (left->index > right->index) -
			       (left->index < right->index);
}

/* "Four light laptops": of its words those that are known for nothing else. */
static void add_kinds(struct names *names, struct str title,
		      struct reading *room, struct arena *arena)
{
	cut_words(str_slice(title, 0, 200), names->lexicon, room);
	for (size_t k = 0; k < room->count; k++) {
		struct str word = room->terms[k].word;
		bool is_name = room->terms[k].lexeme->word.len || word.len < 4;

		for (size_t n = 0; n < names->count; n++)
			is_name |= wording_find(names->items[n].words, word) <
				   names->items[n].words.len;
		if (!is_name)
			*arena_push(arena, names->kinds, names->kind_count) =
				arena_str(arena, word);
	}
}

static void cut_words(struct str sentence, const struct lexicon *lexicon,
		      struct reading *r)
{
	size_t at = 0;

	r->count = r->member_count = r->used = 0;
	while (at < sentence.len && r->count < TERMS_MOST - 2 &&
	       r->used < ROOM - 600) {
		struct str rest = str_from_byte(sentence, at);
		size_t length;

		if (add_digits(sentence, &at, lexicon, r) ||
		    add_mark(sentence, &at, lexicon, r))
			continue;
		length = word_length(rest);
		if (length) {
			add_word(r, lexicon, str_slice(rest, 0, length));
			at += length;
		} else {
			at += space_length(rest) ? space_length(rest) : 1;
		}
	}
}

/* A dash between figures, or one between words with spaces around it. */
static bool add_mark(struct str sentence, size_t *at,
		     const struct lexicon *lexicon, struct reading *r)
{
	struct str rest = str_from_byte(sentence, *at);
	size_t dash = dash_length(rest), length = dash ? dash : 1;
	bool spaced = !*at || space_length(str_from_byte(sentence, *at - 1));
	bool em = str_starts(rest, "\xE2\x80\x94");
	bool joins = *at && isdigit((unsigned char)sentence.ptr[*at - 1]) &&
		     *at + length < sentence.len &&
		     isdigit((unsigned char)sentence.ptr[*at + length]);
	struct str mark = { "", 0 };

	if (joins && (dash || rest.ptr[0] == ':' || rest.ptr[0] == '/'))
		mark = rest.ptr[0] == '/' ? STR("/") : STR("~");
	else if (dash && (spaced || em || length > 3))
		mark = STR("--");
	else if (strchr(",;:()|", rest.ptr[0]))
		mark = str_slice(rest, 0, 1);
	if (!mark.len)
		return false;
	add_term(r, TERM_MARK, str_slice(rest, 0, length))->word = mark;
	r->terms[r->count - 1].lexeme = lexicon_find(lexicon, STR(""));
	*at += length;
	return true;
}

/* Also those that no line may be broken at. */
static size_t space_length(struct str rest)
{
	if (rest.len && strchr(" \t\r\n", rest.ptr[0]))
		return 1;
	if (str_starts(rest, "\xC2\xA0"))
		return 2;
	return str_starts(rest, "\xE2\x80\xAF") ||
			       str_starts(rest, "\xE2\x80\x89")
		       ? 3
		       : 0;
}

/* "-", or one of U+2010 to U+2015 and U+2212; all in a row. */
static size_t dash_length(struct str rest)
{
	size_t length = 0;

	for (;;) {
		struct str here = str_from_byte(rest, length);

		if (str_starts(here, "-"))
			length++;
		else if ((str_starts(here, "\xE2\x80") && here.len > 2 &&
			  (unsigned char)here.ptr[2] >= 0x90 &&
			  (unsigned char)here.ptr[2] <= 0x95) ||
			 str_starts(here, "\xE2\x88\x92"))
			length += 3;
		else
			return length;
	}
}

static size_t apostrophe_length(struct str rest)
{
	if (str_starts(rest, "'"))
		return 1;
	return str_starts(rest, "\xE2\x80\x99") ? 3 : 0;
}

/* Of a word at the start of `rest`: "Node.js", "isn't", "C++", "well-known" */
static size_t word_length(struct str rest)
{
	size_t at = 0;

	while (at < rest.len) {
		struct str here = str_from_byte(rest, at);
		size_t mark = apostrophe_length(here);
		unsigned char c = (unsigned char)here.ptr[0];

		if (isalnum(c)) {
			at++;
			continue;
		}
		if (space_length(here) || (!mark && dash_length(here) > 1) ||
		    str_starts(here, "\xE2\x80\x9C") ||
		    str_starts(here, "\xE2\x80\x9D") ||
		    str_starts(here, "\xE2\x80\x98") ||
		    str_starts(here, "\xE2\x80\xA6"))
			break;
		if (str_starts(here, "\xE2\x82\xAC") ||
		    str_starts(here, "\xC2\xA3"))
			return at ? at : c == 0xE2 ? 3 : 2;
		if (!mark && (c & 0x80)) {
			at++;
			continue;
		}
		if (at && (c == '+' || c == '#')) {
			at++;
			continue;
		}
		if (!mark && strchr("$%", c))
			return at ? at : 1;
		if (!mark)
			mark = strchr(".-/&", c) ? 1 : 0;
		if (!mark || at + mark >= rest.len ||
		    !isalnum((unsigned char)rest.ptr[at + mark]) ||
		    (!at && c != '.'))
			break;
		at += mark;
	}
	return at;
}

/* "2,100", "1.5", "5ms", "2x"; no part of a date, an address or a word. */
static bool add_digits(struct str sentence, size_t *at,
		       const struct lexicon *lexicon, struct reading *r)
{
	struct str rest = str_from_byte(sentence, *at), after;
	char digits[24];
	size_t end = 0, len = 0, point = 0, points = 0;
	struct term *t;

	for (; end < rest.len && len + 1 < sizeof(digits); end++) {
		char c = rest.ptr[end];
		bool more = end && end + 1 < rest.len &&
			    isdigit((unsigned char)rest.ptr[end + 1]);

		if (c == '.' && more) {
			point = len;
			points++;
		} else if (!isdigit((unsigned char)c) && !(c == ',' && more)) {
			break;
		}
		if (c != ',')
			digits[len++] = c;
	}
	after = str_from_byte(rest, end);
	if (!end || points > 1)
		return false;
	if (after.len && (isalpha((unsigned char)after.ptr[0]) ||
			  (after.ptr[0] & 0x80 && !space_length(after) &&
			   !dash_length(after)))) {
		struct str tail = str_slice(after, 0, word_length(after));
		const struct lexeme *e = lexicon_find(lexicon, lower(r, tail));

		if (!e->unit && !str_is(tail, "x") && !str_is(tail, "\xC3\x97"))
			return false;
	}
	t = add_term(r, TERM_NUMBER, str_slice(rest, 0, end));
	digits[len] = '\0';
	t->number = strtod(digits, NULL);
	t->digit = points ? pow(10, -(double)(len - point - 1)) : 1;
	t->word = lower(r, t->text);
	t->lexeme = lexicon_find(lexicon, STR(""));
	*at += end;
	/* "7-minute": the dash is none. */
	if (str_starts(after, "-") && after.len > 1 &&
	    isalpha((unsigned char)after.ptr[1]))
		++*at;
	return true;
}

static struct term *add_term(struct reading *r, enum term_kind kind,
			     struct str text)
{
	struct term *t = &r->terms[r->count++];

	*t = (struct term){ .kind = kind, .text = text, .word = STR("") };
	return t;
}

static struct str lower(struct reading *r, struct str text)
{
	struct str made = { r->room + r->used, 0 };

	for (size_t i = 0; i < text.len && r->used < ROOM; i++) {
		size_t mark = apostrophe_length(str_from_byte(text, i));

		r->room[r->used++] =
			mark ? '\'' : (char)tolower((unsigned char)text.ptr[i]);
		i += mark > 1 ? mark - 1 : 0;
		made.len++;
	}
	return made;
}

/* "Oak's" and "isn't" are two words, and so is "two-point". */
static void add_word(struct reading *r, const struct lexicon *lexicon,
		     struct str text)
{
	struct str word = lower(r, text), left;
	size_t dash = str_find(word, '-');
	const struct lexeme *e = lexicon_find(lexicon, word);
	struct term *t = add_term(r, TERM_WORD, text);

	t->word = word;
	t->lexeme = e;
	left = str_slice(word, 0, dash);
	if (e->word.len || r->count >= TERMS_MOST - 2)
		return;
	if (str_ends(word, "n't") && word.len > 3) {
		t->word.len -= 3;
		t->lexeme = lexicon_find(lexicon, t->word);
		t = add_term(r, TERM_WORD, text);
		t->word = STR("not");
	} else if (str_ends(word, "'s") && word.len > 2) {
		t->word.len -= 2;
		t->lexeme = lexicon_find(lexicon, t->word);
		t->text.len -= str_ends(text, "'s") ? 2 : 4;
		t = add_term(r, TERM_WORD, str_from_byte(text, t->text.len));
		t->word = STR("'s");
	} else if (dash < word.len &&
		   (!isnan(lexicon_find(lexicon, left)->number) ||
		    lexicon_find(lexicon, left)->ordinal > 0)) {
		t->word = left;
		t->text.len = dash;
		t->lexeme = lexicon_find(lexicon, left);
		t = add_term(r, TERM_WORD, str_from_byte(text, dash + 1));
		t->word = str_from_byte(word, dash + 1);
	}
	t->lexeme = lexicon_find(lexicon, t->word);
}

/* "two", "twenty-one", "2.1 million" */
static void join_numbers(struct reading *r)
{
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		struct term t = r->terms[i];

		if (t.kind == TERM_WORD && !isnan(t.lexeme->number) &&
		    (!str_is(t.word, "one") || counts(r, i + 1))) {
			t.kind = TERM_NUMBER;
			t.number = t.lexeme->number;
			t.digit = 1;
		}
		while (t.kind == TERM_NUMBER && i + 1 < r->count &&
		       goes_on(&t, &r->terms[i + 1]))
			term_span(&t, &r->terms[++i]);
		r->terms[count++] = t;
	}
	r->count = count;
}

/* "one point", "one of the criteria"; but "the faster one" */
static bool counts(const struct reading *r, size_t next)
{
	const struct term *t = &r->terms[next];

	return next < r->count && t->kind == TERM_WORD &&
	       (t->lexeme->unit || t->lexeme->scale > 0 ||
		term_is(t, "point+|criterion|category|round|to") ||
		(term_is(t, "of") && next + 1 < r->count &&
		 !term_is(t + 1, "them|these|those|us")));
}

static bool goes_on(struct term *number, const struct term *next)
{
	const struct lexeme *e = next->lexeme;

	if (next->kind != TERM_WORD)
		return false;
	if (e->scale > 0) {
		number->number *= e->scale;
		number->digit *= e->scale;
		return true;
	}
	if (isnan(number->lexeme->number) || number->number < 20 ||
	    fmod(number->number, 10) > 0 || !(e->number >= 1 && e->number < 10))
		return false;
	number->number += e->number;
	return true;
}

static void find_names(const struct names *names, struct reading *r)
{
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		size_t length;
		const struct name *name = name_at(names, r, i, &length);
		struct term t = r->terms[i];

		if (name && name->kind == TERM_GROUP &&
		    is_name_of_more(r, count, i, i + length))
			name = NULL;
		if (name) {
			term_span(&t, &r->terms[i + length - 1]);
			t.kind = name->kind;
			i += length - 1;
		}
		if (name && t.kind == TERM_CRITERION) {
			t.criterion = name->index;
		} else if (name) {
			t.member = r->member_count;
			t.member_count = 1;
			r->members[r->member_count++] = name->index;
			/* "the Oak" is Oak */
			count -= count && term_is(&r->terms[count - 1], "the");
		}
		r->terms[count++] = t;
	}
	r->count = count;
}

/* The longest one; options before criteria, and the first of equals. */
static const struct name *name_at(const struct names *names,
				  const struct reading *r, size_t at,
				  size_t *length)
{
	const struct name *best = NULL;
	struct str first = r->terms[at].word;
	size_t from = 0, to = names->count;

	*length = 0;
	if (!first.len || r->terms[at].kind == TERM_MARK ||
	    r->member_count == MEMBERS_MOST)
		return NULL;
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_compare(names->items[middle].words, first) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < names->count; from++) {
		const struct name *name = &names->items[from];
		char upper = name->written.ptr[0];
		size_t count;

		if (str_compare(str_slice(name->words, 0, first.len), first))
			break;
		count = words_match(r, at, name->words);
		if (count > *length &&
		    !(name->kind == TERM_GROUP &&
		      isupper((unsigned char)upper) &&
		      islower((unsigned char)r->terms[at].text.ptr[0]))) {
			*length = count;
			best = name;
		}
	}
	return best;
}

/* How many terms are those words; 0: they are not. */
static size_t words_match(const struct reading *r, size_t at, struct str words)
{
	size_t count = 0;

	while (words.ptr) {
		struct str word = str_cut(&words, ' ');

		if (at + count >= r->count ||
		    !str_equals(r->terms[at + count].word, word))
			return 0;
		count++;
	}
	return count;
}

/*
 * "Red Oak", "Elm Street": a capital beside it, but not at the start.  Of the
 * terms before it `count` are kept.
 */
static bool is_name_of_more(const struct reading *r, size_t count, size_t at,
			    size_t end)
{
	const struct term *before = count > 1 ? &r->terms[count - 1] : NULL;
	const struct term *after = end < r->count ? &r->terms[end] : NULL;
	struct str text = r->terms[end - 1].text;

	if (before && before->kind == TERM_WORD && is_capital(before) &&
	    before[-1].kind != TERM_MARK &&
	    before->text.ptr + before->text.len + 1 == r->terms[at].text.ptr)
		return true;
	return after && after->kind == TERM_WORD && is_capital(after) &&
	       text.ptr + text.len + 1 == after->text.ptr;
}

/* And no word that we know. */
static bool is_capital(const struct term *term)
{
	return term->text.len && isupper((unsigned char)term->text.ptr[0]) &&
	       !term->lexeme->word.len;
}

/* "when it comes to" becomes "on". */
static void read_phrases(const struct lexicon *lexicon, struct reading *r)
{
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		struct term t = r->terms[i];
		size_t length;
		const struct phrase *phrase = phrase_at(r, i, &length);

		if (phrase) {
			term_span(&t, &r->terms[i + length - 1]);
			t.word = phrase->as;
			t.lexeme = lexicon_find(lexicon, t.word);
			i += length - 1;
		}
		r->terms[count++] = t;
	}
	r->count = count;
}

/* The longest one, or NULL. */
static const struct phrase *phrase_at(const struct reading *r, size_t at,
				      size_t *length)
{
	const struct term *t = &r->terms[at];
	const struct phrase *best = NULL;

	*length = 0;
	for (size_t k = 0; t->kind == TERM_WORD && k < t->lexeme->phrase_count;
	     k++) {
		const struct phrase *phrase = &t->lexeme->phrases[k];
		size_t count = words_match(r, at, phrase->words);

		if (count <= *length)
			continue;
		*length = count;
		best = phrase;
	}
	return best;
}

/* "No laptop", "the cheapest tool": they are the options. */
static void name_kinds(const struct names *names, struct reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		struct term *t = &r->terms[i];
		struct str one = t->word;
		bool is_kind = term_is(t, "tool+|program+|language+|library|"
					  "libraries|framework+|candidate+|"
					  "contender+|product+");

		one.len -= str_ends(one, "s");
		for (size_t k = 0;
		     t->kind == TERM_WORD && k < names->kind_count; k++) {
			struct str kind = names->kinds[k];

			kind.len -= str_ends(kind, "s");
			is_kind |= str_equals(kind, one);
		}
		if (is_kind)
			t->word = one.len < t->word.len ? STR("options")
							: STR("option");
	}
}

/* "is not", "is also": read as "not is", so that a verb is in one piece. */
static void put_before_verbs(struct reading *r)
{
	for (size_t i = 0; i + 1 < r->count; i++) {
		struct term verb = r->terms[i], *next = &r->terms[i + 1];

		if (!term_has(&verb, CLASS_BE) || term_is(&verb, "be|been") ||
		    !(term_has(next, CLASS_NOT) ||
		      term_is(next, "also|still|again|always|now|therefore|"
				    "thus|simply|even|clearly|narrowly|"
				    "indeed|here|surely|however|easily|then|"
				    "overall")))
			continue;
		r->terms[i] = *next;
		*next = verb;
	}
}

static void find_groups(struct reading *r, size_t options)
{
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		struct term t = r->terms[i];
		size_t end = list_at(r, i, &t);

		if (end == i && t.kind == TERM_WORD && !is_adverb(r, i, count))
			end = i + quantity_at(r, i, options, &t.quantity);
		if (end > i) {
			t.kind = TERM_GROUP;
			term_span(&t, &r->terms[end - 1]);
			i = end - 1;
		}
		r->terms[count++] = t;
	}
	r->count = count;
}

/* How many terms say whom they mean without a name; 0: none. */
static size_t quantity_at(const struct reading *r, size_t at, size_t options,
			  enum quantity *quantity)
{
	for (size_t k = 0;
	     k < sizeof(QUANTITY_PHRASES) / sizeof(*QUANTITY_PHRASES); k++) {
		struct str phrases = str_from(QUANTITY_PHRASES[k].phrases);
		size_t of = QUANTITY_PHRASES[k].options;

		/* "Both" of three are some that were named before. */
		*quantity = !of || of == options ? QUANTITY_PHRASES[k].quantity
						 : QUANTITY_ANY;
		while (phrases.ptr) {
			size_t length =
				words_match(r, at, str_cut(&phrases, '|'));

			if (length)
				return length;
		}
	}
	return 0;
}

/* "both faster and smaller", "each on its own", "Oak and Elm both win" */
static bool is_adverb(const struct reading *r, size_t at, size_t count)
{
	const struct term *next = &r->terms[at + 1];

	if (at + 1 >= r->count || !term_is(&r->terms[at], "both|each|all") ||
	    next->kind != TERM_WORD)
		return false;
	return next->lexeme->degree != DEGREE_NONE ||
	       term_has(next, CLASS_ON) ||
	       (count && r->terms[count - 1].kind == TERM_GROUP &&
		r->terms[count - 1].member_count > 1);
}

/* "Oak", "neither Oak nor Elm": makes it the group; where it ends, or `at`. */
static size_t list_at(const struct reading *r, size_t at, struct term *group)
{
	bool led = at + 1 < r->count && term_is(group, "both|neither|either") &&
		   r->terms[at + 1].kind == TERM_GROUP;
	bool none = term_is(group, "neither"), any = false;
	const struct term *last;
	size_t end;

	if (group->kind != TERM_GROUP && !led)
		return at;
	end = list_end(r, at + led, &any);
	last = &r->terms[end - 1];
	group->member = r->terms[at + led].member;
	group->member_count = last->member + 1 - group->member;
	group->quantity = none	? QUANTITY_NONE
			  : any ? QUANTITY_ANY
				: QUANTITY_NAMED;
	return end;
}

/* "A and B", "A, B and C"; commas alone make no list. */
static size_t list_end(const struct reading *r, size_t at, bool *any)
{
	size_t end = at + 1, good = end;
	bool commas = false;

	while (end + 1 < r->count) {
		const struct term *t = &r->terms[end];
		bool comma = term_marks(t, ",");
		bool last = commas && comma &&
			    term_is(&r->terms[end + 1], "and|or|nor");
		size_t next = end + 1 + last;
		bool joined = term_is(t, "and|&|or|nor");

		if ((!comma && !joined) || next >= r->count ||
		    r->terms[next].kind != TERM_GROUP)
			break;
		*any |= term_is(&r->terms[next - 1], "or");
		end = next + 1;
		commas |= comma;
		if (joined || last)
			good = end;
		if (joined || last)
			break;
	}
	return good;
}
