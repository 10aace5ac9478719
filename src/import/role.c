#include "import/role.h"

#include "import/wording.h"

static bool is_advice(struct str words);
static bool is_exactly(struct str words, const char *phrases);

enum role role_of(struct str words)
{
	static const struct {
		const char *phrases;
		enum role role;
	} ROLES[] = {
		{ "faq|faqs|frequently asked|common questions", ROLE_FAQ },
		{ "how we tested|how we compared|how we rated|methodology|our "
		  "method|how i tested|how i compared|test setup|testing "
		  "method|how we evaluated|how we scored",
		  ROLE_METHOD },
		{ "pros and cons|advantages and disadvantages|pros & cons|"
		  "strengths and weaknesses|benefits and drawbacks|the good "
		  "and the bad|likes and dislikes",
		  ROLE_PROS_CONS },
		{ "disadvantages|cons|drawbacks|limitations|weaknesses|"
		  "downsides|disadvantage|drawback|downside|the bad|we don't "
		  "like|we don’t like|i don't like|i don’t like|we didn't "
		  "like|we didn’t like|what's bad|what’s bad|dislikes|room "
		  "for improvement",
		  ROLE_CONS },
		{ "advantages|pros|benefits|strengths|upsides|advantage|"
		  "benefit|the good|what we like|what we liked|what we love|"
		  "what i like|what i liked|what i love|what's good|what’s "
		  "good|likes",
		  ROLE_PROS },
		{ "features|feature|characteristics", ROLE_FEATURES },
		{ "who uses|used by|companies using|companies that use|"
		  "notable users|users of|famous users|who is using",
		  ROLE_USERS },
		{ "quick comparison|comparison table|comparison chart|summary "
		  "table|side by side|side-by-side|at a glance",
		  ROLE_OVERVIEW },
		{ "conclusion|conclusions|summary|verdict|wrap up|wrapping up|"
		  "final thoughts|bottom line|takeaways|takeaway|in short|"
		  "tl;dr|our recommendation|when to|when should|when must|"
		  "when would|which should|which one should|which one is "
		  "right|which one is better|which one is best|which one "
		  "to|which is better|which is best|which is right|should "
		  "you|should i|choose|choosing|selecting|how to decide|who "
		  "should|why|final score|who wins|closing thoughts|to sum "
		  "up|summing up|our pick|final word|final words|the "
		  "winner|recommendation|recommendations",
		  ROLE_GUIDE },
		{ "use cases|use case|best for|used for|ideal for|suited for|"
		  "perfect for|great for",
		  ROLE_USE_CASES },
		{ "what is|what are|overview|introduction|intro|about|"
		  "history|meet|getting to know|contenders|contestants|"
		  "competitors|candidates|the basics|in a nutshell|"
		  "similarities|have in common",
		  ROLE_OVERVIEW },
	};

	for (size_t k = 0; k < sizeof(ROLES) / sizeof(*ROLES); k++)
		if (wording_has_any(words, ROLES[k].phrases))
			return ROLES[k].role;
	if (is_exactly(words, "sources|references|further reading|"
			      "bibliography|citations|external links|"
			      "resources|footnotes|notes|see also"))
		return ROLE_SOURCES;
	if (is_advice(words))
		return ROLE_GUIDE;
	return is_exactly(words,
			  "background|definition|definitions|"
			  "examples|real-world examples|prerequisites") ||
			       wording_starts(words, "as ")
		       ? ROLE_OVERVIEW
		       : ROLE_NONE;
}

/* "Use oak when", "Go with elm if you …". */
static bool is_advice(struct str words)
{
	static const char *const VERBS[] = { "use ",	    "pick ",
					     "go with ",    "go for ",
					     "opt for ",    "consider ",
					     "stick with ", "buy " };

	for (size_t k = 0; k < sizeof(VERBS) / sizeof(*VERBS); k++)
		if (wording_starts(words, VERBS[k]))
			return wording_has_any(words, "when|if|for");
	return false;
}

static bool is_exactly(struct str words, const char *phrases)
{
	struct str rest = str_from(phrases);

	while (str_ends(words, ":"))
		words.len--;
	while (rest.ptr)
		if (wording_equals(str_cut(&rest, '|'), words))
			return true;
	return false;
}
