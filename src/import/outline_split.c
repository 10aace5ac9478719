#include "import/outline.h"

#include "base/wording.h"
#include "import/inline.h"
#include "import/rating.h"
#include "import/sentence.h"
#include "import/tally_text.h"

static const char SIGNS[] = ": | – | — | - | (| ";

static bool cut(struct article *article, const struct names *names,
		struct str text, struct block *head, struct block *tail);
static bool is_result(const struct names *names, const struct block *head,
		      const struct block *tail, bool blank);
static void insert(struct article *article, size_t at, struct block block);

bool outline_split(struct article *article, const struct names *names, size_t b)
{
	struct block *block = &article->blocks[b];
	struct block head = *block, tail = { .kind = BLOCK_PARAGRAPH,
					     .line = block->line,
					     .quoted = block->quoted };

	if (!cut(article, names, block->text, &head, &tail))
		return false;
	*block = head;
	insert(article, b + 1, tail);
	return true;
}

static bool cut(struct article *article, const struct names *names,
		struct str text, struct block *head, struct block *tail)
{
	for (size_t at = 1; at < text.len; at++) {
		struct str rest = str_from_byte(text, at);
		size_t len = wording_starts_any(rest, SIGNS);
		struct str before = str_trim(str_slice(text, 0, at));

		rest = str_from_byte(rest, len);
		if (!len || !sentence_is_whole(before) ||
		    !sentence_is_whole(rest))
			continue;
		if (text.ptr[at + len - 1] == '(') {
			if (!str_ends(rest, ")"))
				continue;
			rest.len--;
		}
		inline_markdown(article, before, head);
		inline_markdown(article, rest, tail);
		if (is_result(names, head, tail, len == 1))
			return true;
	}
	return false;
}

/* "Round 3/5" counts rounds: behind a blank alone, it is the option's. */
static bool is_result(const struct names *names, const struct block *head,
		      const struct block *tail, bool blank)
{
	struct rating rating, ratings[NAMES_MOST];
	bool rated = rating_is(tail->plain, false, &rating), doubted;

	if (blank)
		return rated && names_exact(names, head->plain) < names->count;
	return rated || (names_spread(names, head->plain) != 1 &&
			 (rating_list(names, tail->plain, ratings) ||
			  tally_text_verdict(names, tail->plain, &doubted)));
}

static void insert(struct article *article, size_t at, struct block block)
{
	size_t behind = article->block_count - at;

	arena_push(article->arena, article->blocks, article->block_count);
	memmove(&article->blocks[at + 1], &article->blocks[at],
		behind * sizeof(block));
	article->blocks[at] = block;
}
