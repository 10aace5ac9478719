#include "check/lexicon.h"

#include <math.h>
#include <string.h>
#include <strings.h>

enum { SLOTS = 4096, DIMENSION_TIME = 1, DIMENSION_MONEY, DIMENSION_DATA };

struct lexicon {
	struct lexeme slots[SLOTS];
	struct lexeme adverb, unknown;
	struct arena *arena;
};

/* clang-format off */
static const struct {
	unsigned classes;
	const char *words;
} CLASSES[] = {
	{ CLASS_PLAIN,
	  "a|an|the|this|that|these|those|it|here|there|also|too|then|thus|so|"
	  "hence|therefore|however|and|yet|still|again|even|just|only|simply|"
	  "indeed|now|today|finally|first|really|surely|certainly|clear|final|"
	  "both|outright|alone|easily|narrowly|comfortably|our|we|us|case|"
	  "matter|short|conclusion|summary|sum|result|verdict|outcome|shows|"
	  "show|shown|means|mean|see|seen|saw|scores|numbers|figures|figure|"
	  "table|table's|scoreboard|measured|measurement|measurements|sight|"
	  "doubt|surprise|wonder|all|well|nonetheless|nevertheless|meanwhile|"
	  "as|expected|usual|always|quite|rather|very|much|far|slightly|bit|"
	  "little|lot|somewhat|considerably|winner|course|yes|no|sheer|plain|"
	  "fact|practice|daily|use|together|in|of|at|way|long|head|shoulders|"
	  "hand|hands|side|front|terms|question|margin|nose|whisker|hair|mile|"
	  "miles|length|wide|large|small|big|slim|thin|narrow|considerable|"
	  "huge|good|safe|comfortable|slight|hefty|solid|deserved|convincing|"
	  "two|ones|other|compared" },
	{ CLASS_HEDGE,
	  "if|unless|whether|provided|providing|assuming|suppose|supposing|"
	  "depending|depends|depend|when|whenever|where|wherever|once|until|"
	  "till|before|after|formerly|previously|originally|initially|earlier|"
	  "ago|could|would|might|may|should|must|will|shall|can|won't|perhaps|"
	  "maybe|probably|possibly|likely|unlikely|often|usually|sometimes|"
	  "rarely|seldom|mostly|occasionally|generally|typically|hardly|"
	  "almost|apparently|allegedly|supposedly|reportedly|seemingly|seems|"
	  "seem|seemed|appears|appear|tends|tend|feels|feel|felt|hope|hopes|"
	  "hoped|expect|expects|expected|fear|fears|claim|claims|claimed|say|"
	  "says|said|saying|argue|argues|argued|believe|believes|believed|"
	  "think|thinks|thought|finds|found|find|according|opinion|opinions|"
	  "view|eyes|survey|surveys|poll|polls|vote|votes|voted|voters|"
	  "readers|reader|critics|fans|myth|rumour|rumor|legend|people|vendor|"
	  "vendors|vendor's|article|articles|article's|author|authors|"
	  "author's|review|reviews|reviewer|reviewers|study|studies|blog|"
	  "forum|report|reports|reported|writes|wrote|write|written|"
	  "advertises|advertised|promises|promised|prefers|prefer|judge|"
	  "judges|juror|jury|soon|tomorrow|yesterday|future|imagine|example|"
	  "had|ought|want|wants|wanted|try|tries|tried|wish|edition|century|"
	  "decade|decades|era|days|yearly|otherwise|elsewhere|anywhere|"
	  "somewhere|supposed|rumoured|predicted|predicts|forecast|planned|"
	  "plans|version|versions|release|releases|prototype|beta|old|older|"
	  "ancient|early|football|season|league|hypothetical|hypothetically|"
	  "theory|theoretically|ideally|arguably|some|many|few|several|either|"
	  "or|worst-case|best-case|without|during|within|among|amongst|"
	  "half-time|midway|interview|quote|quoted|quotes|tweet|post|posted|"
	  "manufacturer|maker|makers|manual|brochure|ad|advert|slogan" },
	{ CLASS_NOT, "not|never|cannot|can't|nowhere|nor|fails|failed" },
	{ CLASS_BE, "is|are|was|were|remains|stays|'s|be|been" },
	{ CLASS_DO, "does|do|did|has|have|is|are|was|were|be|been" },
	{ CLASS_ON,
	  "on|in|for|at|with|under|by|regarding|concerning|across|against|"
	  "among|about|throughout|via|using|around|inside|outside|below|above|"
	  "between|near" },
	{ CLASS_BREAK,
	  "but|while|whereas|although|though|yet|which|who|whose|because|"
	  "since|whilst" },
	{ CLASS_CONTEST,
	  "round|rounds|point|points|criterion|criteria|category|categories|"
	  "comparison|contest|duel|race|test|tests|testing|discipline|"
	  "disciplines|section|battle|fight|bout|face-off|match-up|matchup|"
	  "showdown|head-to-head|crown|prize|title|victory|win|day|game|lead|"
	  "edge|upper|gold|trophy|laurels|honours|spot|place|position|respect|"
	  "regard|department|area|field|front|score|measure|medal|benchmark|"
	  "benchmarks|measurement|aspect|matter|ranking|rankings|standings|"
	  "scoring|count|counts" },
	{ CLASS_OVERALL, "overall|altogether" },
	{ CLASS_BESIDE,
	  "of|for|than|like|unlike|to|against|over|by|between|from|without|"
	  "beside|besides|except|as|via|with|about|versus|vs|in|into|on|at|"
	  "per|including|after|before|using|among" },
	{ CLASS_BOUND,
	  "about|around|roughly|nearly|almost|approximately|approx|circa|ca|"
	  "some|over|under|above|below|more|less|fewer|least|most|up|only|"
	  "just|exactly|precisely|well|barely|hardly|close|than|at|to|merely|"
	  "little|slightly|a|good|the|mere|another" },
	{ CLASS_LABEL,
	  "chapter|chapters|rounds|criteria|categories|section|sections|page|"
	  "pages|p|pp|figure|figures|fig|table|tables|version|versions|v|"
	  "release|releases|part|parts|volume|volumes|vol|issue|issues|no|nos|"
	  "line|lines|row|rows|column|columns|age|ages|aged|room|rooms|step|"
	  "steps|years|year|between|from|article|paragraph|appendix|rule|"
	  "rules|item|items|level|levels|question|questions|port|ports|ieee|"
	  "iso|rfc|utf|grade|grades|class|week|weeks|day|days|month|months|"
	  "hour|hours|lesson|lessons|range|ranges|channel|channels|note|notes|"
	  "slide|slides|exercise|exercises" },
	{ CLASS_HAVE,
	  "has|have|had|offers|offer|needs|need|takes|take|took|uses|use|used|"
	  "requires|require|wants|want|eats|consumes|consume|shows|gives|"
	  "needed|required|consumed|occupies|delivers|boasts|provides|"
	  "produces|gets|reaches|achieves|yields" },
	{ CLASS_GO,
	  "runs|run|ran|scores|score|scored|does|do|did|performs|perform|"
	  "performed|fares|fare|fared|works|work|worked|comes|come|came|"
	  "finishes|finish|finished|ends|ended|responds|answers|loads|starts|"
	  "builds|compiles|scales|learns|reads|feels|looks|rates|ranks|rated|"
	  "costs|cost|takes|take|took|weighs|weigh|weighed|needs|need|lasts|"
	  "last|lasted|gets|got|executes|handles|behaves|goes|sells|responded|"
	  "loaded|turned|proves|proved|turns" },
	{ CLASS_RESULT,
	  "point|points|tally|score|scores|result|results|total|totals|wins|"
	  "win|won|ahead|beats|beat|leads|lead|led|loses|lost|defeats|"
	  "defeated|victory|triumphs|prevails|standing|scoreline|verdict|"
	  "winner|decision|outscores|outscored|edges" },
	{ CLASS_HEDGE | CLASS_BESIDE, "versus" },
	{ CLASS_PLAIN, "this-round" },
	/* They end as adverbs do, and say where it holds, or are none. */
	{ 0, "partly|partially|separately|individually|temporarily|"
	  "momentarily|briefly|recently|lately|securely|monthly|weekly|"
	  "family|assembly|supply|july" },
};

/* What is read as one other word. */
static const struct {
	const char *as, *phrases;
} PHRASES[] = {
	{ "on", "when it comes to|in terms of|with regard to|with respect to|"
	  "as regards|as for|as to|as far as|in matters of|in the matter of|"
	  "in the field of|judged by|measured by" },
	{ "here", "is concerned|are concerned|of them all|of all|of the lot|"
	  "among them|with these weights|in this test|in our test|in our tests|"
	  "in the test|in our measurements|in this contest|for us|on average|"
	  "or so" },
	{ "of-two", "of the pair|of the both|of both|between the two" },
	{ "this-round", "in this respect|in this regard|in this round|"
	  "in this category|in this one|on this criterion|for this criterion|"
	  "in this criterion|on this count|in this section|by this measure|"
	  "on this point|in this discipline|by this criterion|this one" },
	{ "overall", "in the end|in total|all in all|on balance|on points|"
	  "in all|as a whole|on the whole|taken together|all told|in sum|"
	  "in the final reckoning|at the end of the day|"
	  "when all is said and done|when all is added up|of the comparison|"
	  "in this comparison|in the comparison|of this comparison|"
	  "on the scoreboard|by points|across all criteria|over all criteria|"
	  "on all criteria together" },
	{ "clearly", "by a wide margin|by far|by a long way|hands down|"
	  "by a long shot|by a mile" },
	{ "surely", "of course|no doubt|without doubt|without a doubt|"
	  "without question|beyond doubt|the bottom line|bottom line|tl ; dr|"
	  "as expected|as one would expect|as you would expect" },
	{ "not", "no longer|by no means|in no way|not at all|anything but|"
	  "far from|not even|no way" },
	{ "sometimes", "not always|not necessarily|not every|not all|"
	  "most of the time|here and there|now and then|in places|at times|"
	  "every so often|from time to time" },
	{ "formerly", "used to|back then|at first|at the time|at launch|"
	  "in those days|in the past|to begin with|so far|at this point|"
	  "years ago|for a long time|for a while|for a time|for years" },
	{ "at-least", "at least|no less than|no fewer than|not less than|"
	  "upwards of" },
	{ "as", "every bit as|just as|exactly as|quite as|equally as|"
	  "fully as" },
	{ "not-as", "not quite as|not nearly as|not as|not so|"
	  "nowhere near as" },
	{ "except", "apart from|with the exception of|other than|aside from|"
	  "save for" },
	{ "all-except", "everything but|everything except|all but|all except|"
	  "everywhere but|everywhere except|every criterion but|"
	  "every criterion except|every category but|every category except|"
	  "everything apart from|everything other than|all criteria but|"
	  "all criteria except" },
	{ "than", "compared to|compared with|in comparison with|"
	  "in comparison to|when compared to|relative to" },
	{ "tie", "nothing between them|nothing to choose between them|"
	  "nothing between the two|a tie|a dead heat|dead heat|a stalemate" },
	{ "level", "even steven|dead even|neck and neck|on a par|on par|at par|"
	  "all square|evenly matched|equally matched|equally good|"
	  "on equal footing|on an equal footing" },
	{ "one-of-them", "one of the two|one of them" },
	{ "narrowly", "by a hair|by a whisker|by a nose|at the post|"
	  "by a narrow margin" },
	{ "today", "for now" }, { "verdict", "no contest" },
	{ "also", "not only|not just|not merely" },
	{ "and", "but also|as well as|together with|along with" },
	{ "if", "in case|were it|were we|were you" }, { "could", "could be" },
	{ "said", "is said" }, { "at-least-as", "at least as" },
	{ "at-most", "at most|no more than|not more than|up to" },
	{ "more-than", "more than|well over|just over|slightly over" },
	{ "less-than", "less than|fewer than|just under|well under" },
	{ "nearly", "close to" }, { "upper-hand", "upper hand" },
	{ "in-front", "in front" }, { "on-top", "on top" },
	{ "in-the-lead", "in the lead" }, { "despite", "in spite of" },
	{ "thanks", "because of" }, { "draw", "a draw" },
	{ "needs", "gets by with|makes do with|gets by on" },
	{ "same", "the same|just the same|exactly the same" },
	{ "equally", "equally well" }, { "number-one", "number one" },
	{ "one", "a single" }, { "%", "per cent|percent" }, { "of", "out of" },
	{ "second", "second place|runner up|the runner-up|runner-up" },
	{ "first", "first place" },
	{ "last", "last place|bottom|the bottom|at the bottom" },
	{ "third", "third place" }, { "dearer", "more expensive" },
	{ "dearest", "most expensive" }, { "cheaper", "less expensive" },
	{ "cheapest", "least expensive" },
	{ "much", "a lot|a good deal|a great deal" },
	{ "slightly", "a little|a bit" }, { "half-a", "half a" },
	{ "one-third", "a third|one third" },
	{ "one-quarter", "a quarter|one quarter" },
	{ "two-thirds", "two thirds|two-thirds" },
	{ "three-quarters", "three quarters" }, { "one-fifth", "a fifth" },
	{ "one-tenth", "a tenth" }, { "half", "by half|one half" },
	{ "says", "nobody says" },
};

/* What adjectives speak of. */
#define SPEED \
	"speed|time|latency|performance|throughput|duration|pace|fast|quick|" \
	"runtime|startup|compression|decompression"
#define PRICE "price|cost|fee|expens|money"
#define SIZE "size|footprint|memory|ratio|volume|space|area"
#define WEIGHT "weight|mass|heav|light|size"
#define EASE "learning|eas|usab|simpl|syntax|setup|handling"
#define NOISE "noise|quiet|loud|sound"
#define BEAUTY "beauty|look|design|pretty"

/* Each word as "fast|faster|fastest", as far as there are such. */
static const struct {
	const char *words;
	struct adjective as;
} ADJECTIVES[] = {
	{ "good|better|best superior|superior", { 1, 0, "" } },
	{ "strong|stronger|strongest", { 2, 0, "" } },
	{ "bad|worse|worst inferior|inferior", { -1, 0, "" } },
	{ "weak|weaker|weakest", { -2, 0, "" } },
	{ "fast|faster|fastest quick|quicker|quickest swift|swifter|swiftest",
	  { 1, 0, SPEED } },
	{ "slow|slower|slowest", { -1, 0, SPEED } },
	{ "cheap|cheaper|cheapest affordable economical", { 1, -1, PRICE } },
	{ "dear|dearer|dearest expensive costly|costlier|costliest "
	  "pricey|pricier|priciest", { -1, 1, PRICE } },
	{ "small|smaller|smallest", { 0, -1, SIZE } },
	{ "compact|compacter", { 0, -1, "size|footprint|volume|space" } },
	{ "tiny|tinier|tiniest", { 0, -1, "size|footprint" } },
	{ "large|larger|largest big|bigger|biggest", { 0, 1, SIZE } },
	{ "light|lighter|lightest lightweight", { 1, -1, WEIGHT } },
	{ "lean|leaner|leanest", { 1, -1, "memory|size|footprint|weight" } },
	{ "heavy|heavier|heaviest", { -1, 1, WEIGHT } },
	{ "long|longer|longest",
	  { 0, 1, "time|duration|length|range|life|battery|latency" } },
	{ "short|shorter|shortest",
	  { 0, -1, "time|duration|length|range|latency" } },
	{ "high|higher|highest much|more|most |more-than", { 0, 1, "" } },
	{ "low|lower|lowest little|less|least |less-than few|fewer|fewest",
	  { 0, -1, "" } },
	{ "tall|taller|tallest", { 0, 1, "height|tall|size" } },
	{ "wide|wider|widest", { 0, 1, "width" } },
	{ "easy|easier|easiest simple|simpler|simplest", { 1, 0, EASE } },
	{ "hard|harder|hardest difficult", { -1, 0, EASE } },
	{ "safe|safer|safest", { 1, 0, "safe|secur" } },
	{ "quiet|quieter|quietest", { 1, 0, NOISE } },
	{ "loud|louder|loudest noisy|noisier|noisiest", { -1, 0, NOISE } },
	{ "durable", { 1, 0, "durab|life" } },
	{ "pretty|prettier|prettiest beautiful handsome", { 1, 0, BEAUTY } },
	{ "popular", { 1, 0, "popular|adopt" } },
};

static const struct unit UNITS[] = {
	{ "ns|nanosecond|nanoseconds", DIMENSION_TIME, 1e-9, "time" },
	{ "us|\xC2\xB5s|microsecond|microseconds", DIMENSION_TIME, 1e-6, "time" },
	{ "ms|msec|millisecond|milliseconds", DIMENSION_TIME, 1e-3, "time" },
	{ "s|sec|secs|second|seconds", DIMENSION_TIME, 1, "time" },
	{ "min|mins|minute|minutes", DIMENSION_TIME, 60, "time" },
	{ "h|hr|hrs|hour|hours", DIMENSION_TIME, 3600, "time" },
	{ "d|day|days", DIMENSION_TIME, 86400, "time" },
	{ "week|weeks", DIMENSION_TIME, 604800, "time" },
	{ "month|months", 10, 1, "time" },
	{ "year|years", 10, 12, "time" },
	{ "eur|euro|euros|\xE2\x82\xAC", DIMENSION_MONEY, 1, "price" },
	{ "usd|dollar|dollars|$", 20, 1, "price" },
	{ "gbp|pound|pounds|\xC2\xA3", 21, 1, "price" },
	{ "chf|franc|francs", 22, 1, "price" },
	{ "cent|cents", 23, 1, "price" },
	{ "b|byte|bytes", DIMENSION_DATA, 1, "size" },
	{ "kb|kilobyte|kilobytes", DIMENSION_DATA, 1e3, "size" },
	{ "mb|megabyte|megabytes", DIMENSION_DATA, 1e6, "size" },
	{ "gb|gigabyte|gigabytes", DIMENSION_DATA, 1e9, "size" },
	{ "tb|terabyte|terabytes", DIMENSION_DATA, 1e12, "size" },
	{ "kib|kibibyte|kibibytes", DIMENSION_DATA, 1024, "size" },
	{ "mib|mebibyte|mebibytes", DIMENSION_DATA, 1048576, "size" },
	{ "gib|gibibyte|gibibytes", DIMENSION_DATA, 1073741824, "size" },
	{ "mg|milligram|milligrams", 30, 1e-3, "weight" },
	{ "g|gram|grams|gramme|grammes", 30, 1, "weight" },
	{ "kg|kilo|kilos|kilogram|kilograms", 30, 1e3, "weight" },
	{ "t|ton|tons|tonne|tonnes", 30, 1e6, "weight" },
	{ "mm|millimetre|millimetres|millimeter|millimeters", 31, 1e-3, "length" },
	{ "cm|centimetre|centimetres|centimeter|centimeters", 31, 1e-2, "length" },
	{ "m|metre|metres|meter|meters", 31, 1, "length" },
	{ "km|kilometre|kilometres|kilometer|kilometers", 31, 1e3, "length" },
	{ "w|watt|watts", 32, 1, "power" },
	{ "kw|kilowatt|kilowatts", 32, 1e3, "power" },
	{ "wh", 33, 1, "energy" }, { "kwh", 33, 1e3, "energy" },
	{ "mah", 34, 1, "battery" }, { "db|decibel|decibels", 35, 1, "noise" },
	{ "l|litre|litres|liter|liters", 36, 1, "volume" },
	{ "%", 37, 1, "" },
	{ "mb/s", 38, 1e6, "speed" }, { "kb/s", 38, 1e3, "speed" },
	{ "gb/s", 38, 1e9, "speed" }, { "km/h|kph", 39, 1, "speed" },
	{ "mph", 40, 1, "speed" }, { "fps", 41, 1, "speed" },
	{ "lb|lbs", 30, 453.59237, "weight" }, { "hp", 42, 1, "power" },
	{ "mpg", 43, 1, "economy" },
};

static const char *const NUMBERS[] = {
	"zero",	 "one",	   "two",      "three",	   "four",    "five",
	"six",	 "seven",  "eight",    "nine",	   "ten",     "eleven",
	"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
	"eighteen", "nineteen", "twenty",
};
static const struct { const char *word; double number; } TENS[] = {
	{ "thirty", 30 }, { "forty", 40 }, { "fifty", 50 }, { "sixty", 60 },
	{ "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};
static const struct { const char *word; double scale; } SCALES[] = {
	{ "hundred", 1e2 }, { "thousand", 1e3 }, { "million", 1e6 },
	{ "millions", 1e6 }, { "billion", 1e9 },
};
static const char *const ORDINALS[] = {
	"first", "second", "third", "fourth", "fifth", "sixth", "seventh",
	"eighth", "ninth", "tenth",
};
/* clang-format on */

static bool is_viewpoint(struct str adverb);
static bool is_form(const char *list, struct str word);
static void add_list(struct lexicon *l, const char *list, unsigned classes,
		     const struct unit *unit);
static void add_adjectives(struct lexicon *l, const char *list,
			   const struct adjective *a);
static void add_numbers(struct lexicon *l);
static void add_phrases(struct lexicon *l, const char *list, const char *as);
static struct lexeme *entry(struct lexicon *l, struct str word);
static size_t slot_of(const struct lexicon *l, struct str word);

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct lexicon *lexicon_open(struct arena *arena)
{
	struct lexicon *l = arena_new(arena, struct lexicon);

	l->arena = arena;
	l->adverb = (struct lexeme){ .classes = CLASS_PLAIN, .number = NAN };
	l->unknown = (struct lexeme){ .number = NAN };
	for (size_t k = 0; k < COUNT(CLASSES); k++)
		add_list(l, CLASSES[k].words, CLASSES[k].classes, NULL);
	for (size_t k = 0; k < COUNT(UNITS); k++)
		add_list(l, UNITS[k].names, 0, &UNITS[k]);
	for (size_t k = 0; k < COUNT(ADJECTIVES); k++)
		add_adjectives(l, ADJECTIVES[k].words, &ADJECTIVES[k].as);
	add_numbers(l);
	for (size_t k = 0; k < COUNT(PHRASES); k++)
		add_phrases(l, PHRASES[k].phrases, PHRASES[k].as);
	return l;
}

const struct lexeme *lexicon_find(const struct lexicon *lexicon,
				  struct str word)
{
	const struct lexeme *found = &lexicon->slots[slot_of(lexicon, word)];

	if (found->word.len)
		return found;
	return word.len > 4 && str_ends(word, "ly") && !is_viewpoint(word)
		       ? &lexicon->adverb
		       : &lexicon->unknown;
}

/* "Financially", "alphabetically": they say by what it holds. */
static bool is_viewpoint(struct str adverb)
{
	return str_ends(adverb, "ally") &&
	       !lexicon_lists("really|finally|totally|equally|actually|"
			      "basically|naturally|logically|marginally|"
			      "substantially|dramatically|drastically|"
			      "radically|fundamentally|essentially|especially|"
			      "eventually|exceptionally|emphatically|"
			      "unequivocally|categorically|unconditionally|"
			      "incidentally|ironically",
			      adverb);
}

const char *lexicon_topics(struct str noun)
{
	for (size_t k = 0; k < COUNT(ADJECTIVES); k++)
		if (lexicon_lists(ADJECTIVES[k].as.topics, noun))
			return ADJECTIVES[k].as.topics;
	return "";
}

/* Run for every word of every text, over lists of a hundred words. */
bool lexicon_lists(const char *list, struct str word)
{
	if (!word.len)
		return false;
	for (;; list++) {
		if (*list == *word.ptr && is_form(list, word))
			return true;
		/* They are short: a call of strchr() takes longer. */
		while (*list && *list != '|' && *list != ' ')
			list++;
		if (*list != '|')
			return false;
	}
}

/* Whether the first word of the list is that one, or "win+" and it is "wins" */
static bool is_form(const char *list, struct str word)
{
	size_t len = 0;
	char end;

	while (len < word.len && list[len] == word.ptr[len])
		len++;
	end = list[len];
	word = str_from_byte(word, len);
	if (end == '+')
		return !word.len || str_is(word, "s") || str_is(word, "es") ||
		       str_is(word, "d") || str_is(word, "ed");
	return !word.len && strchr("|?* ", end);
}

bool lexicon_begins(const char *list, struct str word)
{
	struct str rest = str_from(list);

	while (rest.ptr) {
		struct str part = str_cut(&rest, '|');

		if (part.len && word.len >= part.len &&
		    !strncasecmp(word.ptr, part.ptr, part.len))
			return true;
	}
	return false;
}

static void add_list(struct lexicon *l, const char *list, unsigned classes,
		     const struct unit *unit)
{
	struct str rest = str_from(list);

	while (rest.ptr) {
		struct lexeme *e = entry(l, str_cut(&rest, '|'));

		e->classes |= classes;
		if (unit)
			e->unit = unit;
	}
}

static void add_adjectives(struct lexicon *l, const char *list,
			   const struct adjective *a)
{
	struct str words = str_from(list);

	while (words.ptr) {
		struct str word = str_cut(&words, ' ');

		for (int d = DEGREE_BASE; word.ptr; d++) {
			struct str form = str_cut(&word, '|');
			struct lexeme *e = form.len ? entry(l, form) : NULL;

			/* "superior" is both, and compares */
			if (e && d != DEGREE_MOST) {
				e->adjective = a;
				e->degree = (enum degree)d;
			} else if (e && e->degree == DEGREE_NONE) {
				e->adjective = a;
				e->degree = DEGREE_MOST;
			}
		}
	}
}

static void add_numbers(struct lexicon *l)
{
	for (size_t k = 0; k < COUNT(NUMBERS); k++)
		entry(l, str_from(NUMBERS[k]))->number = (double)k;
	for (size_t k = 0; k < COUNT(TENS); k++)
		entry(l, str_from(TENS[k].word))->number = TENS[k].number;
	for (size_t k = 0; k < COUNT(SCALES); k++)
		entry(l, str_from(SCALES[k].word))->scale = SCALES[k].scale;
	for (size_t k = 0; k < COUNT(ORDINALS); k++)
		entry(l, str_from(ORDINALS[k]))->ordinal = (double)k + 1;
}

static void add_phrases(struct lexicon *l, const char *list, const char *as)
{
	struct str rest = str_from(list);

	while (rest.ptr) {
		struct phrase phrase = { str_cut(&rest, '|'), str_from(as) };
		struct lexeme *e =
			entry(l, str_slice(phrase.words, 0,
					   str_find(phrase.words, ' ')));

		*arena_push(l->arena, e->phrases, e->phrase_count) = phrase;
	}
}

static struct lexeme *entry(struct lexicon *l, struct str word)
{
	struct lexeme *e = &l->slots[slot_of(l, word)];

	if (!e->word.len)
		*e = (struct lexeme){ .word = word, .number = NAN };
	return e;
}

/* FNV-1a; the table is less than half full, and does not grow. */
static size_t slot_of(const struct lexicon *l, struct str word)
{
	size_t hash = 2166136261u;

	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ (unsigned char)word.ptr[i]) * 16777619u &
		       0xffffffffu;
	for (hash %= SLOTS;
	     l->slots[hash].word.len && !str_equals(l->slots[hash].word, word);)
		hash = (hash + 1) % SLOTS;
	return hash;
}
