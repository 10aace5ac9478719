#include <math.h>
#include <string.h>

#include "check/grammar.h"
#include "check/study.h"
#include "read/report.h"

enum { NEAR = 4 }; /* terms apart */

/* A number as it is written somewhere. */
struct figure {
	double value, digit;
	const struct unit *unit; /* or NULL */
	bool is_share, is_year;
	enum bound bound;
	size_t at, to; /* terms: up to its unit */
};

struct fact_reader {
	const struct study *s;
	const struct names *names; /* none: a fact's name is of plain words */
	struct reading *reading;
	const struct passage *p;
	struct str sentence;
};

static struct figure *read_values(struct fact_reader *r);
static void check_fact(const struct fact_reader *r,
		       const struct shared_fact *fact,
		       const struct figure *known);
static bool refers_to(const struct passage *p, struct str sentence,
		      const struct shared_fact *fact);
static bool is_spoken_of(const struct reading *r, struct str name, size_t from,
			 size_t to);
static bool is_word_of(struct str name, struct str word);
static bool same_word(struct str part, struct str word);
static bool is_of_another_time(const struct reading *r, struct str name,
			       const struct figure *known);
static bool read_figure(const struct reading *r, size_t at,
			struct figure *figure);
static bool is_difference(const struct reading *r, const struct figure *figure);
static bool is_bound_to(const struct reading *r, struct str name,
			const struct figure *figure);
static bool is_next_to(const struct reading *r, struct str name,
		       const struct figure *figure);
static bool can_be(const struct figure *figure, const struct figure *known);
static bool agrees(const struct figure *figure, const struct figure *known);
static void tell(const struct fact_reader *r, const struct shared_fact *fact,
		 const struct figure *figure);

void check_facts(const struct study *s)
{
	static const struct comparison NOTHING;
	struct fact_reader r = { .s = s };
	struct figure *known;

	if (!s->c->fact_count || !study_is_english(s->site))
		return;
	r.names = names_open(&NOTHING, s->arena);
	r.reading = arena_new(s->arena, struct reading);
	known = read_values(&r);
	for (size_t k = 0; k < s->passage_count; k++) {
		size_t from = 0;

		r.p = &s->passages[k];
		while (passage_sentence(r.p, &from, &r.sentence)) {
			reading_make(r.sentence, r.names, r.reading);
			for (size_t f = 0; f < s->c->fact_count; f++)
				check_fact(&r, &s->c->facts[f], &known[f]);
		}
	}
}

/* The first number of each; `to` is 0 where there is none. */
static struct figure *read_values(struct fact_reader *r)
{
	const struct comparison *c = r->s->c;
	struct figure *known =
		arena_array(r->s->arena, struct figure, c->fact_count);

	for (size_t f = 0; f < c->fact_count; f++) {
		struct str value = c->facts[f].value.str;

		reading_make(str_slice(value, 0, 500), r->names, r->reading);
		for (size_t i = 0; i < r->reading->count && !known[f].to; i++)
			read_figure(r->reading, i, &known[f]);
	}
	return known;
}

/* A sentence that says the value, or refers to it, may hold other numbers. */
static void check_fact(const struct fact_reader *r,
		       const struct shared_fact *fact,
		       const struct figure *known)
{
	const struct reading *reading = r->reading;
	const size_t NONE = reading->count;
	struct figure figure, found = { .at = NONE };

	if (!known->to ||
	    !is_spoken_of(reading, fact->name.str, 0, reading->count) ||
	    passage_is_question(r->sentence) ||
	    passage_is_cited(r->p, r->sentence) ||
	    refers_to(r->p, r->sentence, fact) ||
	    is_of_another_time(reading, fact->name.str, known))
		return;
	for (size_t i = 0; i < reading->count; i++) {
		figure.to = 0;
		if (!read_figure(reading, i, &figure) ||
		    !can_be(&figure, known))
			continue;
		if (agrees(&figure, known))
			return;
		if (found.at == NONE && !is_difference(reading, &figure) &&
		    is_bound_to(reading, fact->name.str, &figure))
			found = figure;
	}
	if (found.at < NONE)
		tell(r, fact, &found);
}

static bool refers_to(const struct passage *p, struct str sentence,
		      const struct shared_fact *fact)
{
	size_t at = (size_t)(sentence.ptr - p->text.ptr);
	struct str written = str_slice(p->file, at, sentence.len);

	while (!p->is_note && written.len) {
		size_t open = str_find_str(written, STR("[="));

		written = str_from_byte(written, open + 2);
		if (str_equals(str_slice(written, 0, fact->name.str.len),
			       fact->name.str))
			return true;
	}
	return false;
}

/* Every word of the name is there, in any order. */
static bool is_spoken_of(const struct reading *r, struct str name, size_t from,
			 size_t to)
{
	while (name.ptr) {
		struct str part = str_cut(&name, '-');
		size_t i = from;

		while (i < to && !same_word(part, r->terms[i].word))
			i++;
		if (i == to)
			return false;
	}
	return true;
}

static bool is_word_of(struct str name, struct str word)
{
	while (name.ptr)
		if (same_word(str_cut(&name, '-'), word))
			return true;
	return false;
}

/* Singular and plural are one. */
static bool same_word(struct str part, struct str word)
{
	if (str_ends(part, "s"))
		part.len--;
	if (str_ends(word, "s"))
		word.len--;
	return part.len && str_equals(part, word);
}

/* "In 2015 there were …", "once", "if": not what the fact says. */
static bool is_of_another_time(const struct reading *r, struct str name,
			       const struct figure *known)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct term *t = &r->terms[i];
		struct figure figure;

		if (term_has(t, CLASS_HEDGE) && !term_is(t, "some|many|days") &&
		    !is_word_of(name, t->word))
			return true;
		if (!known->is_year && read_figure(r, i, &figure) &&
		    figure.is_year)
			return true;
	}
	return false;
}

static bool read_figure(const struct reading *r, size_t at,
			struct figure *figure)
{
	const struct term *t = &r->terms[at], *before = at ? t - 1 : NULL;

	if (t->kind != TERM_NUMBER || term_marks(t + 1, "~/") ||
	    (before && term_marks(before, "~/")) ||
	    (before && term_has(before, CLASS_LABEL) &&
	     !term_has(before, CLASS_BOUND) && !term_is(before, "year|no")) ||
	    str_is(t->word, "one"))
		return false;
	*figure = (struct figure){
		.value = t->number, .digit = t->digit, .at = at, .to = at + 1
	};
	if (term_is(t + 1, "%")) {
		figure->is_share = true;
		figure->to++;
	} else if (t[1].kind == TERM_WORD && t[1].lexeme->unit) {
		figure->unit = t[1].lexeme->unit;
		figure->to++;
	}
	figure->is_year = t->text.len == 4 && t->number >= 1900 &&
			  t->number <= 2100 && !figure->unit;
	if (before)
		term_bound(before, &figure->bound);
	return true;
}

/* "7 minutes longer", "two years after", "add 3 minutes" */
static bool is_difference(const struct reading *r, const struct figure *figure)
{
	const struct term *after = &r->terms[figure->to];
	const struct term *before = &r->terms[figure->at ? figure->at - 1 : 0];

	return (after->kind == TERM_WORD &&
		after->lexeme->degree == DEGREE_COMPARATIVE) ||
	       term_is(after, "later|earlier|after|before|ago|on-top|extra|"
			      "more-than|less-than|of|off|apart") ||
	       term_is(before,
		       "add+|plus|minus|another|extra|by|within|every|each|"
		       "per|save+|gain+|takes-off");
}

/* Near its name; a year stands right beside it. */
static bool is_bound_to(const struct reading *r, struct str name,
			const struct figure *figure)
{
	size_t from = figure->at > NEAR ? figure->at - NEAR : 0;
	size_t to = figure->to + NEAR < r->count ? figure->to + NEAR : r->count;

	if (figure->is_year)
		return is_next_to(r, name, figure);
	for (size_t i = from; i < to; i++)
		if (r->terms[i].kind == TERM_WORD &&
		    is_word_of(name, r->terms[i].word))
			return true;
	return false;
}

/* "The release year is 2009", "2009 was the release year" */
static bool is_next_to(const struct reading *r, struct str name,
		       const struct figure *figure)
{
	size_t before = figure->at, after = figure->to;

	while (before && (term_has(&r->terms[before - 1], CLASS_BE) ||
			  term_is(&r->terms[before - 1], "in|of|the|:|as|only|"
							 "already|year") ||
			  term_marks(&r->terms[before - 1], ":")))
		before--;
	if (before && is_word_of(name, r->terms[before - 1].word))
		return true;
	while (term_has(&r->terms[after], CLASS_BE) ||
	       term_is(&r->terms[after], "the|its"))
		after++;
	return after > figure->to && is_word_of(name, r->terms[after].word);
}

/* Numbers of one kind: years, shares, or amounts in units of one dimension. */
static bool can_be(const struct figure *figure, const struct figure *known)
{
	if (figure->is_share != known->is_share ||
	    figure->is_year != known->is_year || !figure->unit != !known->unit)
		return false;
	return !known->unit ||
	       figure->unit->dimension == known->unit->dimension;
}

static bool agrees(const struct figure *figure, const struct figure *known)
{
	double factor =
		known->unit ? known->unit->factor / figure->unit->factor : 1;

	return bound_allows(figure->bound, figure->value, known->value * factor,
			    figure->digit * 0.5 + 1e-9);
}

static void tell(const struct fact_reader *r, const struct shared_fact *fact,
		 const struct figure *figure)
{
	const struct term *first = &r->reading->terms[figure->at];
	const struct term *last = &r->reading->terms[figure->to - 1];
	struct str text = first->text;

	text.len = (size_t)(last->text.ptr + last->text.len - text.ptr);
	report(r->s->diags, FINDING_FACT, passage_place(r->p, text),
	       "\"%.*s\" stands beside the fact \"%.*s\", which is "
	       "\"%.*s\"",
	       STR_ARG(text), STR_ARG(fact->name.str),
	       STR_ARG(fact->value.str));
	diag_hint(r->s->diags, "write [=%.*s] for it", STR_ARG(fact->name.str));
	diag_note(r->s->diags, fact->value.at, "the fact is here");
}
