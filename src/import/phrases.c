#include "import/phrases.h"

const char PHRASES_FAQ[] = "faq|faqs|frequently asked|common questions";
const char PHRASES_METHOD[] =
	"how we tested|how we compared|how we rated|how we scored|"
	"how i tested|how i compared|methodology|our method|test setup";
const char PHRASES_PROS_CONS[] =
	"pros and cons|advantages and disadvantages|pros & cons|"
	"strengths and weaknesses|benefits and drawbacks|"
	"the good and the bad|likes and dislikes";
const char PHRASES_CONS[] =
	"disadvantages|cons|drawbacks|limitations|weaknesses|downsides|"
	"disadvantage|drawback|downside|the bad|we don't like|we don’t like|"
	"i don't like|i don’t like|we didn't like|we didn’t like|"
	"what's bad|what’s bad|dislikes|room for improvement";
const char PHRASES_PROS[] =
	"advantages|pros|benefits|strengths|upsides|advantage|benefit|"
	"the good|what we like|what we liked|what we love|what i like|"
	"what i liked|what i love|what's good|what’s good|likes";
const char PHRASES_FEATURES[] = "features|feature|characteristics";
const char PHRASES_KEY_FEATURES[] =
	"key|main|core|top|notable|standout|best|unique|characteristics|"
	"list|of|the|important|features and|major";
const char PHRASES_USERS[] =
	"who uses|used by|companies using|companies that use|notable users";
const char PHRASES_GUIDE[] =
	"conclusion|conclusions|summary|verdict|wrap up|wrapping up|takeaway|"
	"takeaways|final thoughts|bottom line|in short|tl;dr|recommendation|"
	"recommendations|when to|when should|when must|when would|which one|"
	"which should|which is better|which is best|which is right|should you|"
	"should i|choose|choosing|selecting|how to decide|who should|why|"
	"final score|who wins|closing thoughts|to sum up|summing up|our pick|"
	"final word|final words|the winner";
const char PHRASES_USE_CASES[] =
	"use cases|use case|best for|used for|ideal for|suited for|"
	"perfect for|great for";
const char PHRASES_OVERVIEW[] =
	"what is|what are|overview|introduction|intro|about|history|meet|"
	"getting to know|contenders|contestants|competitors|candidates|"
	"the basics|in a nutshell|similarities|have in common|at a glance|"
	"quick comparison|comparison table|comparison chart|side by side";
const char PHRASES_SOURCES[] =
	"sources|references|further reading|bibliography|external links|"
	"resources|footnotes|notes|see also";
const char PHRASES_BACKGROUND[] =
	"background|definition|definitions|examples|prerequisites";
const char PHRASES_ADVICE[] = "use |pick |go with |go for |opt for |consider |"
			      "stick with |buy ";
const char PHRASES_ADVICE_WHEN[] = "when|if|for";
const char PHRASES_VERDICT[] =
	"verdict|winner|result|bottom line|the verdict|our verdict|"
	"the winner|our take|conclusion|who wins|round verdict|takeaway";
const char PHRASES_VERDICT_START[] = "verdict:|winner:";
const char PHRASES_WINNER_HEADING[] = "winner";

const char PHRASES_WHAT_IS[] = "what is |what are ";
const char PHRASES_VERSUS[] = " vs. | vs | versus | v. | v/s ";
const char PHRASES_LINKS[] = " or | compared to | compared with | and | & ";
const char PHRASES_LISTS[] = ", | or |, or | and |, and | & ";
const char PHRASES_COMPARES[] =
	"compare|compared|comparing|comparison|between|difference|differences|or";
const char PHRASES_MOVES[] =
	"moved from |moving from |move from |migrated from |"
	"migrating from |migrate from |switched from |switching from |"
	"switch from ";
const char PHRASES_TAILS[] =
	" compared| comparison| reviewed| review| explained| face-off|"
	" comparisons| showdown| head to head| tested| side by side";
const char PHRASES_SMALL_WORDS[] =
	"a|an|the|and|or|of|in|on|for|to|with|from|by|at|as|is|are|my|our|"
	"your|its|vs|which|why|how|when|what|more|others|other|best|"
	"alternatives|we|i|you|it|this|that|these|those|using|into|than";
const char PHRASES_LISTICLE[] =
	"best|top|alternatives|reasons|ways|tips|things|picks|tools";
const char PHRASES_TOPIC_LINKS[] =
	"vs.|vs|versus|and|or|in|of|for|with|'s|’s|:|-|–|—|,|)|(|to|.";
const char PHRASES_TOPIC_SIGNS[] = ":|,|)|(|.|'s|’s";
const char PHRASES_NAME_FRONT[] = "“|”|‘|\"|,|:|*|?|the |an |a ";
const char PHRASES_NAME_BACK[] = "“|”|’|\"|,|:|*|?";
const char PHRASES_THE[] = "the ";
const char PHRASES_THE_END[] = " the";
const char PHRASES_BOTH[] = "both ";
const char PHRASES_VS[] = "vs.";
const char PHRASES_AGAINST[] =
	"compared to|compared with|than|over|instead of|rather than";
const char PHRASES_AGAINST_NAME[] =
	" than| unlike| like| over| beats| against| compared to|"
	" compared with| instead of| rather than| from| as| outperforms|"
	" replaces|unlike|compared to|compared with";
const char PHRASES_JOINED[] =
	"vs|versus|or|and|than|to|compare|compared|comparison|comparing|"
	"between|difference|differences|:|?|&";
const char PHRASES_NUMBERED[] =
	"round |criterion |category |factor |test |point |#";

const char PHRASES_WINNER_LABEL[] =
	"winner|the winner|our pick|round winner|advantage:|edge:|point:|"
	"and the winner|🏆";
const char PHRASES_WINNING[] =
	"point goes to|point to|points to|gets the point|gets a point|"
	"takes the point|takes this round|takes the round|earns a point|"
	"is the winner|the clear winner|gets the edge|has the edge|"
	"comes out ahead|comes out on top|wins this round|"
	"this round goes to|round goes to|both get a point|"
	"both get the point|gets this one";
const char PHRASES_UNSURE[] =
	"not|never|neither|nor|no|doesn't|doesn’t|didn't|didn’t|don't|don’t|"
	"can't|cannot|won't|would|could|might|may|if|unless|almost|nearly|"
	"once|used to|than";
const char PHRASES_WINS_NEAR[] = "wins|win|takes it|takes this one";
const char PHRASES_DRAW[] = "tie|draw|both|tied|even|equal";
const char PHRASES_DRAW_ALONE[] = "tie|draw";
const char PHRASES_RESULT_LABEL[] = "verdict:|result:";
const char PHRASES_SCALE_SAID[] = "out of |/";
const char PHRASES_DRAW_START[] =
	"a |it is a |it's a |it’s a |this is a |call it a |we call it a |"
	"i call it a |this one is a ";
const char PHRASES_TALLY_SIGNS[] = "-|–|—|:|−|‑";
const char PHRASES_POINTS[] =
	"score|tally|result|points|total|standing|standings|so far";
const char PHRASES_RATING_LABEL[] =
	"score|scores|rating|ratings|grade|grades|rated|verdict";
const char PHRASES_OUT_OF[] = "/| / | out of | of | stars of |-out-of-";
const char PHRASES_SCALES[] = "3|4|5|6|10|20|100";
const char PHRASES_STAR[] = "★|⭐|⭐️|🌟";
const char PHRASES_HALF_STAR[] = "½|⯪";
const char PHRASES_NO_STAR[] = "☆";
const char PHRASES_STARS[] = " stars| ★| ⭐|★";
const char PHRASES_RATING_UNIT[] = " stars| points";

const char PHRASES_COLUMN_WINNER[] = "winner|who wins|advantage|edge|better";
const char PHRASES_COLUMN_WEIGHT[] =
	"weight|weights|weighting|importance|weight %|weight (%)";
const char PHRASES_COLUMN_COMMENT[] =
	"comment|comments|note|notes|remarks|remark|why|reason";
const char PHRASES_COLUMN_CRITERION[] =
	"criterion|criteria|feature|features|category|categories|aspect|"
	"parameter|parameters|factor|factors|attribute|specification|spec|"
	"specs|property|basis|point of comparison|comparison";
const char PHRASES_COLUMN_OPTION[] =
	"option|options|product|model|name|tool|service|platform|brand";
const char PHRASES_SUM[] =
	"total|overall|average|sum|mean|final|result|rating|score|points|"
	"winner|weighted";
const char PHRASES_YES[] = "yes|✅|✔️|✔|✓|✅ yes|true|y";
const char PHRASES_NO[] = "no|❌|✖️|✖|✗|✘|❌ no|false|n";
const char PHRASES_PARTIAL[] = "partial|partly|partially|limited|⚠️|some";

const char PHRASES_RATED_IN_WORDS[] =
	"excellent|very good|good|average|fair|okay|ok|poor|bad|great|high|"
	"medium|low|strong|weak|moderate|very high|very low";
const char PHRASES_ABOUT[] =
	"~|≈|from |up to |about |around |approx. |ca. |under |over |<|>|"
	"starting at |starts at ";
const char PHRASES_MONEY[] =
	"$|€|£|¥|₹|us$|a$|c$|usd|eur|gbp|chf|jpy|inr|cad|aud|euro|euros|dollars";
const char PHRASES_NO_UNIT[] =
	"st|nd|rd|th|am|pm|point|points|pts|star|stars|or|and";
const char PHRASES_UNITS[] =
	"mg|g|kg|lb|lbs|oz|µs|ms|s|sec|seconds|min|minutes|h|hrs|hours|days|"
	"kb|mb|gb|tb|mbps|gbps|w|kw|wh|kwh|v|mah|mm|cm|m|km|in|inch|inches|"
	"ml|l|mph|km/h|db|hz|khz|mhz|ghz|mp|px|fps|rpm|nits|%|°c|°f";
const char PHRASES_PER[] = "per";
const char PHRASES_LESS[] =
	"price|prices|pricing|cost|costs|fee|fees|weight|latency|delay|"
	"monthly price|annual price|starting price|list price|monthly cost|"
	"annual cost|monthly fee|annual fee|price per month|cost per month|"
	"response time|load time|loading time|startup time|boot time|"
	"build time|cold start|noise|power consumption";

const char PHRASES_GOES_ON[] = "it |it's |it’s |its ";
const char PHRASES_OPEN_SENTENCE[] =
	"on the other hand, |by contrast, |in contrast, |meanwhile, |"
	"however, |with |in ";
const char PHRASES_OF_ALL[] =
	"both |neither |either |all |each |none |overall|in short|all in all";
const char PHRASES_BEFORE_SCORE[] =
	"point|points|win|wins|winner|lose|loses|tie|draw|ahead|score|lead|"
	"leads|round|gets this|takes this|goes to";

const char PHRASES_KEYS_TITLE[] = "title";
const char PHRASES_KEYS_DESCRIPTION[] =
	"description|og:description|summary|seo_desc|excerpt|subtitle";
const char PHRASES_KEYS_CANONICAL[] =
	"canonical|canonical_url|originalURL|original_url|url|og:url";
const char PHRASES_KEYS_DATE[] =
	"date|published|pubDate|publishDate|article:published_time";
const char PHRASES_KEYS_UPDATED[] =
	"updated|lastmod|modified|last_modified_at|article:modified_time";
const char PHRASES_KEYS_AUTHOR[] = "author|authors";
const char PHRASES_KEYS_TAGS[] = "tags|keywords|categories";

const char PHRASES_FURNITURE[] =
	"please enter your|leave a comment|leave a reply|chat with us|"
	"recent comments|most popular|read more|loading|share this|"
	"related posts|related articles|subscribe to|sign up for|talk to |"
	"0 votes|skip to content|all rights reserved|follow us|"
	"table of contents|you may also like|open in app";
const char PHRASES_FURNITURE_ALONE[] = "back|contents|sign up|sign in";
const char PHRASES_COMMENT_CLASS[] =
	"comments|commentlist|respond|disqus_thread";
const char PHRASES_AROUND_CLASS[] =
	"sidebar|breadcrumb|breadcrumbs|newsletter|navbar|navigation|nav|"
	"menu|cookie|cookies|share|sharing|social|toc|pagination|related|"
	"subscribe|signup|widget|footer|advert|ads|promo|popup|modal|"
	"masthead|contentinfo|complementary|ad|banner|search|skip-link|"
	"author-bio|author-box|post-author|sharedaddy|table-of-contents";
const char PHRASES_ABOUT_CLASS[] = "has-|with-|no-|is-";
const char PHRASES_LANGUAGE_CLASS[] = "language-|lang-|highlight-source-";
const char PHRASES_NOTE_ID[] = "fn|footnote|cite_note|endnote|_ftn";
const char PHRASES_BULLETS[] = "•|◦|‣|·|–|—|-|*|+|▪|●";
const char PHRASES_CODE_START[] =
	"import |from |def |async |const |let |#include|return |$ ";
