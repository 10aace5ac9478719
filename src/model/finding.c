#include "model/finding.h"

static const struct finding_kind KINDS[FINDING_COUNT] = {
	{ "broken-link", true, "A link, anchor or image leads nowhere." },
	{ "duplicate-id", true, "An id is on one page more than once." },
	{ "missing-alt", false, "An image has no words in its place." },
	{ "heading-order", false, "A level of headings is left out." },
	{ "orphan-page", false, "No page links to this one." },
	{ "title-missing", false, "A page has no title." },
	{ "title-twice", false, "Two pages have one title." },
	{ "description-missing", false, "A page has no description." },
	{ "description-twice", false, "Two pages have one description." },
	{ "image-size", false, "An image is larger than a page can use." },
	{ "forbidden", false, "The policy of a page forbids its image." },
	{ "no-section", false, "A criterion says nothing of an option." },
	{ "no-score", false, "An option has no score on a criterion." },
	{ "no-source", false, "The scores of a criterion cite no source." },
	{ "no-rubric", false, "A criterion does not say what scores mean." },
	{ "old-score", false, "A score is older than max_age." },
	{ "claim", true, "The prose contradicts the scores." },
	{ "fact", false, "The prose contradicts one of the facts." },
	{ "uneven", false, "The options are treated unevenly." },
	{ "stale-words", false, "Words that the next reader misreads." },
	{ "past-year", false, "A year gone by is written as the present." },
	{ "contrast", false, "A colour is too close to its ground." },
	{ "placeholder", true, "The text of a scaffold was left as it is." },
	{ "unread", false, "A file of the content is of no use." },
	{ "unshown", false, "A code sample is on no page." },
	{ "glyph", false, "No font has a character of a picture." },
};

const struct finding_kind *finding_kind(enum finding finding)
{
	return &KINDS[finding];
}

bool finding_is_known(struct str name)
{
	for (int k = 0; k < FINDING_COUNT; k++)
		if (str_is(name, KINDS[k].name))
			return true;
	return false;
}
