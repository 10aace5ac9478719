#include "view/madr.h"

#include <math.h>

#include "judge/utility.h"
#include "view/contest_view.h"
#include "view/decision_view.h"
#include "view/lead_view.h"
#include "view/madr_text.h"
#include "view/result_view.h"

static void put_head(const struct subject *s, struct buf *to);
static void put_context(const struct subject *s, struct buf *to);
static void put_drivers(const struct subject *s, struct buf *to);
static void put_options(const struct subject *s, struct buf *to);
static void put_outcome(const struct subject *s, struct buf *to);
static void put_reason(const struct subject *s, size_t chosen, struct buf *to);
static void put_consequences(const struct subject *s, size_t chosen,
			     struct buf *to);
static void put_confirmation(const struct subject *s, struct buf *to);
static void put_arguments(const struct subject *s, struct buf *to);
static void put_option(const struct subject *s, size_t i, struct buf *to);
static void put_standing(const struct subject *s, size_t i, struct buf *to);
static void put_list(const struct subject *s, const struct prose_list *list,
		     const char *because, struct buf *to);
static void put_score(const struct subject *s, size_t i, size_t j,
		      struct buf *to);
static void put_more(const struct subject *s, struct buf *to);
static void put_source(const struct source *source, struct buf *to);
static void end_block(struct buf *to);
static void put_section(struct buf *to, const char *heading);
static void put_sentence(struct buf *to, struct str sentence);
static size_t chosen_option(const struct subject *s);
static struct str base_url(const struct subject *s);

void madr_record(const struct subject *s, struct buf *to)
{
	put_head(s, to);
	put_context(s, to);
	put_drivers(s, to);
	put_options(s, to);
	put_outcome(s, to);
	put_arguments(s, to);
	put_more(s, to);
	end_block(to);
	to->len--;
}

/* A status is not made up: a decision without one has none. */
static void put_head(const struct subject *s, struct buf *to)
{
	const struct decision *d = &s->c->decision;
	struct date date = d->date.year ? d->date : s->c->updated;
	struct str status = d->given ? d->status.str : STR("proposed");

	buf_text(to, "---\n");
	if (status.len) {
		buf_text(to, "status: ");
		buf_json(to, status);
		buf_char(to, '\n');
	}
	buf_printf(to, "date: %.*s\n",
		   STR_ARG(phrase_date_iso(date, s->arena)));
	for (size_t i = 0; i < d->decider_count; i++) {
		buf_text(to, i ? ", " : "decision-makers: [");
		buf_json(to, d->deciders[i].str);
	}
	buf_text(to, d->decider_count ? "]\n---\n\n# " : "---\n\n# ");
	madr_plain(to, s->c->title.str);
	buf_char(to, '\n');
}

static void put_context(const struct subject *s, struct buf *to)
{
	put_section(to, "## Context and Problem Statement");
	madr_plain(to, s->c->summary.str);
	buf_text(to, "\n\n");
	madr_paragraphs(to, s->c->body.html, base_url(s));
}

static void put_drivers(const struct subject *s, struct buf *to)
{
	if (s->c->criterion_count)
		put_section(to, "## Decision Drivers");
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct criterion *criterion = &s->c->criteria[j];
		struct str must = contest_must(s, j);

		buf_text(to, "* ");
		madr_plain(to, criterion->title.str);
		buf_printf(to, " (weight %.*s",
			   STR_ARG(subject_weight(s, criterion->weight)));
		if (must.len) {
			buf_text(to, "; a must: ");
			madr_plain(to, must);
		}
		buf_char(to, ')');
		if (criterion->question.str.len) {
			buf_text(to, ": ");
			madr_plain(to, criterion->question.str);
		}
		buf_char(to, '\n');
	}
}

static void put_options(const struct subject *s, struct buf *to)
{
	put_section(to, "## Considered Options");
	for (size_t i = 0; i < s->c->option_count; i++) {
		buf_text(to, "* ");
		madr_plain(to, s->c->options[i].name.str);
		buf_char(to, '\n');
	}
}

static void put_outcome(const struct subject *s, struct buf *to)
{
	size_t chosen = chosen_option(s);

	put_section(to, "## Decision Outcome");
	if (chosen == s->c->option_count) {
		buf_text(to, "Chosen option: none so far.\n");
	} else {
		buf_text(to, "Chosen option: \"");
		madr_plain(to, s->c->options[chosen].name.str);
		buf_text(to, "\", because ");
		put_reason(s, chosen, to);
		buf_char(to, '\n');
	}
	buf_char(to, '\n');
	put_sentence(to, decision_sentence(s));
	put_sentence(to, decision_ruled_out(s));
	if (s->r->judged) {
		put_sentence(to, result_headline(s));
		put_sentence(to, result_detail(s));
	}
	if (!s->c->decision.given)
		put_sentence(to, s->r->judged
					 ? STR("No decision is recorded: this "
					       "is what the scores say.")
					 : STR("No decision is recorded."));
	put_sentence(to, unjudged_sentence(s));
	if (chosen < s->c->option_count)
		put_consequences(s, chosen, to);
	put_confirmation(s, to);
}

static void put_reason(const struct subject *s, size_t chosen, struct buf *to)
{
	const struct prose *because = &s->c->decision.because;

	if (!prose_is_empty(because))
		madr_inline(to, because->html, base_url(s));
	else if (s->r->judged && s->r->leader == chosen)
		buf_text(to, "it leads by the scores.");
	else
		buf_text(to, "it was decided so; no reason is recorded.");
}

static void put_consequences(const struct subject *s, size_t chosen,
			     struct buf *to)
{
	const struct option *o = &s->c->options[chosen];
	size_t n = s->c->option_count, before, headed;

	end_block(to);
	before = to->len;
	put_section(to, "### Consequences");
	headed = to->len;
	put_list(s, &o->pros, "Good", to);
	put_list(s, &o->cons, "Bad", to);
	for (size_t j = 0; j < s->c->criterion_count; j++)
		for (size_t i = 0; i < n; i++) {
			if (i == chosen || s->r->wins[j * n + chosen] ||
			    !s->r->wins[j * n + i] ||
			    isnan(s->r->utilities[j * n + chosen]))
				continue;
			buf_text(to, "* Bad, because ");
			madr_plain(to, s->c->options[i].name.str);
			buf_text(to, " is better on ");
			madr_plain(to, s->c->criteria[j].title.str);
			buf_text(to, ": ");
			madr_plain(to, subject_score(s, i, j));
			buf_text(to, " to ");
			madr_plain(to, subject_score(s, chosen, j));
			buf_char(to, '\n');
		}
	if (to->len == headed)
		to->len = before;
}

/* What holds the record and the scores together from now on. */
static void put_confirmation(const struct subject *s, struct buf *to)
{
	if (!s->r->judged)
		return;
	put_section(to, "### Confirmation");
	if (s->r->ranked)
		put_sentence(to, lead_alone(s));
	buf_text(to, "The scores are judged anew whenever the comparison is "
		     "built. The build fails where the decision goes against "
		     "their leader, or against a must, and gives no "
		     "reason.\n");
}

static void put_arguments(const struct subject *s, struct buf *to)
{
	put_section(to, "## Pros and Cons of the Options");
	for (size_t i = 0; i < s->c->option_count; i++) {
		put_option(s, i, to);
	}
}

static void put_option(const struct subject *s, size_t i, struct buf *to)
{
	const struct option *o = &s->c->options[i];

	end_block(to);
	buf_text(to, "### ");
	madr_plain(to, o->name.str);
	buf_text(to, "\n\n");
	madr_paragraphs(to, o->body.html, base_url(s));
	put_standing(s, i, to);
	put_list(s, &o->pros, "Good", to);
	for (size_t j = 0; s->c->scored && j < s->c->criterion_count; j++)
		put_score(s, i, j, to);
	put_list(s, &o->cons, "Bad", to);
}

static void put_standing(const struct subject *s, size_t i, struct buf *to)
{
	struct str reason = contest_reason(s, i);

	if (!s->r->judged)
		return;
	buf_text(to, "Total: ");
	madr_plain(to, total_sentence(s, i));
	if (subject_total_on(s, i).len) {
		buf_char(to, ' ');
		madr_plain(to, subject_total_on(s, i));
	}
	if (s->r->ranks[i])
		buf_printf(to, ", rank %zu", s->r->ranks[i]);
	if (reason.len) {
		buf_text(to, "; ");
		madr_plain(to, reason);
	}
	buf_text(to, ".\n\n");
}

static void put_list(const struct subject *s, const struct prose_list *list,
		     const char *because, struct buf *to)
{
	for (size_t k = 0; k < list->count; k++) {
		buf_printf(to, "* %s, because ", because);
		madr_inline(to, list->items[k].html, base_url(s));
		buf_char(to, '\n');
	}
}

/* Best is who wins; of the others nothing is judged but the number. */
static void put_score(const struct subject *s, size_t i, size_t j,
		      struct buf *to)
{
	size_t at = j * s->c->option_count + i;
	const struct score *scores = s->c->criteria[j].scores;

	if (s->r->contest.fails[at])
		buf_text(to, "* Bad, because it fails a must: ");
	else if (s->r->wins[at])
		buf_text(to, "* Good, because no option is better on ");
	else if (scores && !isnan(scores[i].value))
		buf_text(to, "* Neutral, because it was scored on ");
	else
		buf_text(to, "* Neutral, because it was not scored on ");
	madr_plain(to, s->c->criteria[j].title.str);
	if (scores && !isnan(scores[i].value)) {
		buf_text(to, ": ");
		madr_plain(to, subject_score(s, i, j));
	}
	buf_char(to, '\n');
}

static void put_more(const struct subject *s, struct buf *to)
{
	struct str base = base_url(s);

	if (!base.len && !s->c->source_count)
		return;
	put_section(to, "## More Information");
	if (base.len)
		buf_printf(to,
			   "The comparison, with the evidence for every "
			   "score: <%.*s%.*s/>\n",
			   STR_ARG(base), STR_ARG(s->c->slug));
	if (base.len && s->c->source_count)
		buf_char(to, '\n');
	for (size_t i = 0; i < s->c->source_count; i++)
		put_source(&s->c->sources[i], to);
	for (size_t i = 0; i < s->c->source_count; i++) {
		buf_printf(to, "%s[^%.*s]: ", i ? "" : "\n",
			   STR_ARG(s->c->sources[i].id));
		madr_plain(to, s->c->sources[i].title.str);
		buf_char(to, '\n');
	}
}

/* In a list too, as a footnote is shown only where it is cited. */
static void put_source(const struct source *source, struct buf *to)
{
	const struct str parts[] = { source->author.str,
				     source->publisher.str };

	buf_text(to, source->url.str.len ? "* [" : "* ");
	madr_plain(to, source->title.str);
	if (source->url.str.len)
		buf_printf(to, "](<%.*s>)", STR_ARG(source->url.str));
	for (size_t k = 0; k < 2; k++)
		if (parts[k].len) {
			buf_text(to, ", ");
			madr_plain(to, parts[k]);
		}
	buf_char(to, '\n');
}

/* One blank line, whatever stands before it. */
static void end_block(struct buf *to)
{
	while (to->len && to->ptr[to->len - 1] == '\n')
		to->len--;
	buf_text(to, "\n\n");
}

static void put_section(struct buf *to, const char *heading)
{
	end_block(to);
	buf_printf(to, "%s\n\n", heading);
}

/* A paragraph; a phrase without a full stop gets one. */
static void put_sentence(struct buf *to, struct str sentence)
{
	if (!sentence.len)
		return;
	madr_plain(to, sentence);
	buf_text(to, str_ends(sentence, ".") ? "\n\n" : ".\n\n");
}

/* As decided, or who leads where nothing is; else the option count. */
static size_t chosen_option(const struct subject *s)
{
	const struct decision *d = &s->c->decision;

	if (d->chosen.claim == CLAIM_OPTION)
		return d->chosen.option;
	return !d->given && s->r->judged ? s->r->leader : s->c->option_count;
}

static struct str base_url(const struct subject *s)
{
	return s->site->base_url.str;
}
