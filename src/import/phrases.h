/*
 * The English words that import knows, all in one place.
 *
 * Each is a list of phrases parted by "|", for wording_has_any() and its
 * like; case does not count.  They only say what a heading or a label is
 * for: what an article in another language says with other words is kept,
 * and the report says where.
 */
#ifndef IMPORT_PHRASES_H
#define IMPORT_PHRASES_H

/* Versions of clang-format differ on how wide "…" is. */
/* clang-format off */

/* Headings and labels: see aim.c. */
#define PHRASES_FAQ "faq|faqs|frequently asked|common questions"
#define PHRASES_METHOD                                              \
	"how we tested|how we compared|how we rated|how we scored|" \
	"how i tested|how i compared|methodology|our method|test setup"
#define PHRASES_PROS_CONS                                         \
	"pros and cons|advantages and disadvantages|pros & cons|" \
	"strengths and weaknesses|benefits and drawbacks|"        \
	"the good and the bad|likes and dislikes"
#define PHRASES_CONS                                                            \
	"disadvantages|cons|drawbacks|limitations|weaknesses|downsides|"        \
	"disadvantage|drawback|downside|the bad|we don't like|we don’t like|" \
	"i don't like|i don’t like|we didn't like|we didn’t like|"          \
	"what's bad|what’s bad|dislikes|room for improvement"
#define PHRASES_PROS                                                    \
	"advantages|pros|benefits|strengths|upsides|advantage|benefit|" \
	"the good|what we like|what we liked|what we love|what i like|" \
	"what i liked|what i love|what's good|what’s good|likes"
#define PHRASES_FEATURES "features|feature|characteristics"
#define PHRASES_KEY_FEATURES                                              \
	"key|main|core|top|notable|standout|best|unique|characteristics|" \
	"list|of|the|important|features and|major"
#define PHRASES_USERS \
	"who uses|used by|companies using|companies that use|notable users"
#define PHRASES_GUIDE                                                           \
	"conclusion|conclusions|summary|verdict|wrap up|wrapping up|takeaway|"  \
	"takeaways|final thoughts|bottom line|in short|tl;dr|recommendation|"   \
	"recommendations|when to|when should|when must|when would|which one|"   \
	"which should|which is better|which is best|which is right|should you|" \
	"should i|choose|choosing|selecting|how to decide|who should|why|"      \
	"final score|who wins|closing thoughts|to sum up|summing up|our pick|"  \
	"final word|final words|the winner"
/* A heading of this alone. */
#define PHRASES_IN_ALL                                                      \
	"overall|overall score|overall scores|overall rating|"              \
	"overall ratings|overall result|total|totals|total score|"          \
	"final rating|final ratings|final scores|final result|"             \
	"final results|gesamt|gesamtwertung|gesamtergebnis|gesamturteil|"   \
	"gesamtnote|gesamtsieger"
#define PHRASES_USE_CASES                                            \
	"use cases|use case|best for|used for|ideal for|suited for|" \
	"perfect for|great for"
#define PHRASES_OVERVIEW                                                    \
	"what is|what are|overview|introduction|intro|about|history|meet|"  \
	"getting to know|contenders|contestants|competitors|candidates|"    \
	"the basics|in a nutshell|similarities|have in common|at a glance|" \
	"quick comparison|comparison table|comparison chart|side by side"
#define PHRASES_INTRODUCTION "introduction|intro|overview"
#define PHRASES_SOURCES                                                   \
	"sources|references|further reading|bibliography|external links|" \
	"resources|footnotes|notes|see also"
#define PHRASES_BACKGROUND \
	"background|definition|definitions|examples|prerequisites"
#define PHRASES_ADVICE                                    \
	"use |pick |go with |go for |opt for |consider |" \
	"stick with |buy "
#define PHRASES_ADVICE_WHEN "when|if|for"
#define PHRASES_VERDICT                                              \
	"verdict|winner|result|bottom line|the verdict|our verdict|" \
	"the winner|our take|conclusion|who wins|round verdict|takeaway"
#define PHRASES_VERDICT_START "verdict:|winner:"
#define PHRASES_WINNER_HEADING "winner"

#define PHRASES_WHAT_IS "what is |what are "
#define PHRASES_VERSUS " vs. | vs | versus | v. | v/s "
#define PHRASES_LINKS " or | compared to | compared with | and | & "
#define PHRASES_LISTS ", | or |, or | and |, and | & "
#define PHRASES_COMPARES \
	"compare|compared|comparing|comparison|between|difference|differences|or"
#define PHRASES_MOVES                                                   \
	"moved from |moving from |move from |migrated from |"           \
	"migrating from |migrate from |switched from |switching from |" \
	"switch from "
#define PHRASES_TAILS                                                   \
	" compared| comparison| reviewed| review| explained| face-off|" \
	" comparisons| showdown| head to head| tested| side by side"
#define PHRASES_SMALL_WORDS                                                 \
	"a|an|the|and|or|of|in|on|for|to|with|from|by|at|as|is|are|my|our|" \
	"your|its|vs|which|why|how|when|what|more|others|other|best|"       \
	"alternatives|we|i|you|it|this|that|these|those|using|into|than"
#define PHRASES_LISTICLE \
	"best|top|alternatives|reasons|ways|tips|things|picks|tools"
#define PHRASES_TOPIC_LINKS \
	"vs.|vs|versus|and|or|in|of|for|with|'s|’s|:|-|–|—|,|)|(|to|."
#define PHRASES_TOPIC_SIGNS ":|,|)|(|.|'s|’s"
#define PHRASES_NAME_FRONT "“|”|‘|\"|,|:|*|?|the |an |a "
#define PHRASES_NAME_BACK "“|”|’|\"|,|:|*|?"
#define PHRASES_THE "the "
#define PHRASES_THE_END " the"
#define PHRASES_BOTH "both "
#define PHRASES_SHORTENED "vs.|v.|dr.|mr.|mrs.|ms.|prof.|st.|mt.|ca."
#define PHRASES_AGAINST \
	"compared to|compared with|than|over|instead of|rather than"
#define PHRASES_AGAINST_NAME                                              \
	" than| unlike| like| over| beats| against| compared to|"         \
	" compared with| instead of| rather than| from| as| outperforms|" \
	" replaces|unlike|compared to|compared with"
#define PHRASES_JOINED                                                    \
	"vs|versus|or|and|than|to|compare|compared|comparison|comparing|" \
	"between|difference|differences|:|?|&"
#define PHRASES_NUMBERED "round |criterion |category |factor |test |point |#"

#define PHRASES_WINNER_LABEL                                               \
	"winner|the winner|our pick|round winner|advantage:|edge:|point:|" \
	"and the winner|🏆|gewinner|sieger|testsieger"
#define PHRASES_OVERALL "overall |the overall |our overall |final |the final "
#define PHRASES_WINNING                                                   \
	"point goes to|point to|points to|gets the point|gets a point|"   \
	"takes the point|takes this round|takes the round|earns a point|" \
	"is the winner|the clear winner|gets the edge|has the edge|"      \
	"comes out ahead|comes out on top|wins this round|"               \
	"this round goes to|round goes to|both get a point|"              \
	"both get the point|gets this one"
#define PHRASES_UNSURE                                                              \
	"not|never|neither|nor|no|doesn't|doesn’t|didn't|didn’t|don't|don’t|" \
	"can't|cannot|won't|would|could|might|may|if|unless|almost|nearly|"         \
	"once|used to|than"
/* Before a name: it is not the one; anywhere: it may not be. */
#define PHRASES_DENIED                                                      \
	"not|never|neither|nor|isn't|isn’t|wasn't|wasn’t|anyone but|"   \
	"anybody but|anything but|everyone but|everybody but|"              \
	"everything but|all but|any but|except|other than|apart from|"      \
	"instead of|rather than|hardly|far from|nicht|kein|keiner|keine|"    \
	"weder|außer|kaum|statt"
#define PHRASES_NO_OTHER "none other than|no other than"
#define PHRASES_DOUBTED                                                     \
	"if|unless|maybe|perhaps|possibly|arguably|hardly|depends|depending|" \
	"unclear|unsure|not sure|could be|would be|might be|may be|"          \
	"vielleicht|eventuell|falls|wenn|sofern"
#define PHRASES_WON_OVER " over | beats | before | ahead of | > | vor | schlägt "
#define PHRASES_WINS_NEAR "wins|win|takes it|takes this one"
#define PHRASES_DRAW "tie|draw|both|tied|even|equal"
#define PHRASES_DRAW_ALONE "tie|draw"
#define PHRASES_RESULT_LABEL "verdict:|result:"
#define PHRASES_SCALE_SAID "out of |/"
#define PHRASES_DRAW_START                                                   \
	"a |it is a |it's a |it’s a |this is a |call it a |we call it a |" \
	"i call it a |this one is a "
#define PHRASES_TALLY_SIGNS "-|–|—|:|−|‑"
#define PHRASES_POINTS \
	"score|tally|result|points|total|standing|standings|so far"
#define PHRASES_RATING_LABEL \
	"score|scores|rating|ratings|grade|grades|rated|verdict"

#define PHRASES_RATED_BY ":|=|(|*|-|–|—|gets |scores |earns |receives "
#define PHRASES_RATED_NEXT "-|–|—| and| vs| versus"

#define PHRASES_COLUMN_WINNER "winner|who wins|advantage|edge|better"
#define PHRASES_COLUMN_RANK "priority|priorität|rank|rang"
#define PHRASES_COLUMN_CRITERION                                            \
	"criterion|criteria|feature|features|category|categories|aspect|"   \
	"parameter|parameters|factor|factors|attribute|specification|spec|" \
	"specs|property|basis|point of comparison|comparison"
/* What one is called in a sheet. */
#define PHRASES_CRITERION                                                   \
	"criterion|criteria|kriterium|kriterien|critère|critères|criterio|" \
	"criterios|criteri|criterium|kryterium|kryteria"
#define PHRASES_COLUMN_OPTION \
	"option|options|product|model|name|tool|service|platform|brand"
#define PHRASES_SUM                                                        \
	"total|overall|average|sum|mean|final|result|rating|score|points|" \
	"winner|weighted"
/* In the names of what a sheet computes; of a part of it; of the most … */
#define PHRASES_COMPUTED                                                      \
	PHRASES_SUM                                                           \
	"|totals|sub-total|subtotal|sums|scores|sumproduct|weighted|percent|" \
	"avg|summe|summen|punkte|gesamt|durchschnitt|mittelwert|ergebnis|"    \
	"bewertung|gewichtet|zwischensumme|median|possible|"                  \
	PHRASES_MOST "|" PHRASES_LEAST "|" PHRASES_ORDER
#define PHRASES_SUM_PART "sub|subtotal|zwischensumme|teilsumme"
#define PHRASES_SUM_SURE                                                  \
	"total|average|mean|sum|subtotal|sub-total|weighted|durchschnitt|" \
	"mittelwert|summe|gesamt"
#define PHRASES_MOST "max|maximum"
#define PHRASES_LEAST "min|minimum"
#define PHRASES_EXTREME                                                   \
	PHRASES_MOST "|" PHRASES_LEAST "|median|max score|max points|"    \
	"max possible|maximum score|maximum points|maximum possible"
#define PHRASES_ENDS PHRASES_MOST "|" PHRASES_LEAST "|best|worst|bestwert"
/* Heads of what is asked of all, in a matrix. */
#define PHRASES_NEEDED                                                        \
	"must|must have|must have?|must-have|must-have?|required|required?|"  \
	"mandatory|mandatory?|muss|pflicht|ko-kriterium|k.o.|knock-out|"      \
	"threshold|target value|zielwert|sollwert|soll|mindestwert|schwelle"
/* A head that programs for forms give the answers. */
#define PHRASES_FORM                                                       \
	"timestamp|zeitstempel|horodateur|start time|startzeit|"           \
	"submission date|submitted at|responseid|response id"
#define PHRASES_ORDER \
	"rank|ranking|position|place|rang|rangfolge|platz|platzierung"

#define PHRASES_WORST                                                        \
	"worst|poor|bad|very poor|very bad|terrible|schlecht|sehr schlecht|" \
	"mangelhaft|ungenügend"
#define PHRASES_GRADES \
	"gesamtnote|durchschnittsnote|endnote|notendurchschnitt|notenschnitt"

/* What parts a number from words on it. */
#define PHRASES_ASIDE " (| - | – | — |: |, "
#define PHRASES_GROUP_WEIGHT \
	"group|category|section|area|gruppe|gruppen|kategorie"
/* Heads of a column of scores times weights. */
#define PHRASES_WEIGHTED "weighted|gewichtet|gewichtete|gewichteter|gewogen"
#define PHRASES_PRODUCT                                                   \
	PHRASES_WEIGHTED                                                  \
	"|punkte|points|product|produkt|nutzwert|teilnutzwert|"           \
	"teilnutzen|score|total|×|weight|gewicht|ergebnis|summe"

#define PHRASES_RATED_IN_WORDS                                               \
	"excellent|very good|good|average|fair|okay|ok|poor|bad|great|high|" \
	"medium|low|strong|weak|moderate|very high|very low"
#define PHRASES_ABOUT                                                       \
	"~|≈|from |up to |about |around |approx. |ca. |under |over |<|>|" \
	"starting at |starts at "
#define PHRASES_MONEY \
	"$|€|£|¥|₹|us$|a$|c$|usd|eur|gbp|chf|jpy|inr|cad|aud|euro|euros|dollars"
#define PHRASES_NO_UNIT "st|nd|rd|th|am|pm|point|points|pts|star|stars|or|and"
#define PHRASES_PER "per"
/* Within a number: minus, an apostrophe, blanks that no line ends at. */
#define PHRASES_PARTS "−|’|\xC2\xA0|\xE2\x80\xAF|\xE2\x80\x89"
#define PHRASES_NO_CENTS ".–|,–|.—|,—|.-|,-"
#define PHRASES_POWERS "m|cm|mm|km|dm|nm|µm|s|ft|in|yd|mi"
#define PHRASES_RAISED "⁰|¹|²|³|⁴|⁵|⁶|⁷|⁸|⁹|⁻"
#define PHRASES_STRUCK "<del>|<s>|<strike>"
#define PHRASES_STRUCK_ENDS "</del>|</s>|</strike>"
#define PHRASES_LESS                                                         \
	"price|prices|pricing|cost|costs|fee|fees|weight|latency|delay|"     \
	"monthly price|annual price|starting price|list price|monthly cost|" \
	"annual cost|monthly fee|annual fee|price per month|cost per month|" \
	"response time|load time|loading time|startup time|boot time|"       \
	"build time|cold start|noise|power consumption"

#define PHRASES_GOES_ON "it |it's |it’s |its "
#define PHRASES_OPEN_SENTENCE                                          \
	"on the other hand, |by contrast, |in contrast, |meanwhile, |" \
	"however, |with |in "
#define PHRASES_OF_ALL \
	"both |neither |either |all |each |none |overall|in short|all in all"
#define PHRASES_BEFORE_SCORE                                                 \
	"point|points|win|wins|winner|lose|loses|tie|draw|ahead|score|lead|" \
	"leads|round|gets this|takes this|goes to"

#define PHRASES_KEYS_TITLE "title"
#define PHRASES_KEYS_DESCRIPTION \
	"description|og:description|summary|seo_desc|excerpt|subtitle"
#define PHRASES_KEYS_CANONICAL \
	"canonical|canonical_url|originalURL|original_url|url|og:url"
#define PHRASES_KEYS_DATE \
	"date|published|pubDate|publishDate|article:published_time"
#define PHRASES_KEYS_UPDATED \
	"updated|lastmod|modified|last_modified_at|article:modified_time"
#define PHRASES_BYLINE                                                    \
	"by |posted|published|written|first published|on |date:|updated|" \
	"last updated|last modified|reviewed by"
#define PHRASES_UPDATED "updated|last updated|last modified"
#define PHRASES_MONTHS                                                     \
	"january|february|march|april|may|june|july|august|september|"     \
	"october|november|december"
#define PHRASES_KEYS_AUTHOR "author|authors"
#define PHRASES_KEYS_TAGS "tags|keywords|categories"

#define PHRASES_FURNITURE                                                   \
	"please enter your|leave a comment|leave a reply|chat with us|"     \
	"recent comments|most popular|read more|loading|share this|"        \
	"related posts|related articles|subscribe to|sign up for|talk to |" \
	"0 votes|skip to content|all rights reserved|follow us|"            \
	"table of contents|you may also like|open in app"
#define PHRASES_FURNITURE_ALONE "back|contents|sign up|sign in"
#define PHRASES_COMMENT_CLASS "comments|commentlist|respond|disqus_thread"
#define PHRASES_AROUND_CLASS                                               \
	"sidebar|breadcrumb|breadcrumbs|newsletter|navbar|navigation|nav|" \
	"menu|cookie|cookies|share|sharing|social|toc|pagination|related|" \
	"subscribe|signup|widget|footer|advert|ads|promo|popup|modal|"     \
	"masthead|contentinfo|complementary|ad|banner|search|skip-link|"   \
	"author-bio|author-box|post-author|sharedaddy|table-of-contents"
#define PHRASES_ABOUT_CLASS "has-|with-|no-|is-"
#define PHRASES_YES_CLASS "fa-check|bi-check|dashicons-yes|icon-check"
#define PHRASES_NO_CLASS                                                   \
	"fa-times|fa-xmark|fa-close|bi-x|dashicons-no|icon-cross|icon-close"
#define PHRASES_LANGUAGE_CLASS "language-|lang-|highlight-source-"
#define PHRASES_NOTE_ID "fn|footnote|cite_note|endnote|_ftn"
#define PHRASES_BULLETS "•|◦|‣|·|–|—|-|*|+|▪|●"
#define PHRASES_CODE_START \
	"import |from |def |async |const |let |#include|return |$ "

/* clang-format on */

#endif
