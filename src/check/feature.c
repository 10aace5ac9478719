#include "check/feature.h"

#include <math.h>

#include "base/wording.h"

static size_t feature_at(const struct parser *p, size_t at,
			 struct statement *claim);
static bool ends_there(const struct parser *p, size_t at);
static bool is_answered(const struct criterion *c, size_t options);
static bool asks(struct str question);

bool feature_read(struct parser *p, size_t at, struct statement *claim)
{
	struct statement one = *claim;
	size_t found;

	/* "Oak only supports …": and nothing else, it may mean */
	if (one.scope.kind != SCOPE_HERE || term_is(&p->terms[at - 1], "only"))
		return false;
	found = feature_at(p, at, &one);
	if (!found || found >= p->to ||
	    p->terms[found].kind != TERM_CRITERION || !ends_there(p, found + 1))
		return false;
	for (size_t i = p->from + 1; i < at; i++)
		if (p->terms[i].text.ptr == one.text.ptr &&
		    term_is(&p->terms[i - 1], "only"))
			one.text = p->terms[i - 1].text;
	one.relation = RELATION_HAS;
	one.object = p->among;
	scope_only(&one.scope, p->terms[found].criterion);
	parser_state(p, &one, found + 1);
	return true;
}

/* Where what the subject has is named; 0: no such verb. */
static size_t feature_at(const struct parser *p, size_t at,
			 struct statement *claim)
{
#define HAVE \
	"have|support|supports|offer|offers|provide|provides|include|includes"
	/* clang-format off */
	static const char *const VERBS[] = {
		"is the ^only one|option|choice|of-two|here? that|to|with "
		"can|" HAVE "? use? a|an|the|any|built-in|native*",
		"can support|use|have|do|offer|provide|handle? a|an|the|any*",
		HAVE "|use|uses|handle|handles|feature|features !no? "
		"a|an|the|any|built-in|native*",
		"come|comes|ships with a|an|the|built-in|native*",
		"!lack|lacks|misses a|an|the|any*",
	};
	/* clang-format on */

	if (p->terms[at].kind == TERM_CRITERION)
		return at;
	for (size_t k = 0; k < sizeof(VERBS) / sizeof(*VERBS); k++) {
		struct statement one = *claim;
		size_t end = parser_read(p, at, VERBS[k], &one);

		if (!end)
			continue;
		*claim = one;
		return end;
	}
	return 0;
}

/* Whatever follows may limit it: "… in beta", "…, but not on Windows". */
static bool ends_there(const struct parser *p, size_t at)
{
	at += term_is(&p->terms[at], "here");
	return p->terms[at].kind == TERM_END || parser_marks(p, at, ";") ||
	       (parser_marks(p, at, ",") &&
		term_is(&p->terms[at + 1], "so|which|while|whereas"));
}

enum feature_sense feature_sense(const struct criterion *c, size_t options)
{
	static const char *const TURNED = "no|not|without|never|lack|lacks|"
					  "avoid|avoids|against|free of|less|"
					  "nothing|none";

	if (!is_answered(c, options) ||
	    wording_has_any(c->question.str, TURNED))
		return FEATURE_UNKNOWN;
	for (size_t k = 0; k < c->rubric_count; k++)
		if (str_is(c->rubric[k].score.str, "yes") &&
		    wording_has_any(c->rubric[k].text.plain, TURNED))
			return FEATURE_UNKNOWN;
	return asks(c->question.str) ? FEATURE_SURE : FEATURE_LIKELY;
}

static bool is_answered(const struct criterion *c, size_t options)
{
	bool any = false;

	for (size_t i = 0; i < options; i++) {
		any |= c->scores[i].answer != ANSWER_NONE;
		if (c->scores[i].answer == ANSWER_NONE &&
		    !isnan(c->scores[i].value))
			return false;
	}
	return any && !c->measure.given;
}

/* "Does it have …?", not "How many has it?" */
static bool asks(struct str question)
{
	struct str rest = STR("does|do|can|is|are|has|have|will");

	while (question.len && rest.ptr)
		if (!wording_find(question, str_cut(&rest, '|')))
			return true;
	return false;
}
