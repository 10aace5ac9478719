#include "check/lexicon.h"

#include <math.h>
#include <string.h>

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
	  "both|outright|alone|easily|narrowly|comfortably|our|we|"
	  "us|case|matter|short|conclusion|summary|sum|result|verdict|outcome|shows|show|"
	  "shown|means|mean|see|seen|saw|scores|numbers|figures|figure|table|"
	  "table's|scoreboard|measured|measurement|measurements|sight|doubt|"
	  "surprise|wonder|all|well|nonetheless|nevertheless|meanwhile|as|"
	  "expected|usual|always|quite|rather|very|much|far|slightly|bit|"
	  "little|lot|somewhat|considerably|winner|course|"
	  "yes|no|sheer|plain|fact|practice|daily|use|together|"
	  "in|of|at|way|long|head|shoulders|hand|hands|side|front|terms|"
	  "question|margin|nose|whisker|hair|mile|miles|length|wide|large|"
	  "small|big|slim|thin|narrow|considerable|huge|good|safe|comfortable|"
	  "slight|hefty|solid|deserved|convincing|two|ones|other|compared" },
	{ CLASS_HEDGE,
	  "if|unless|whether|provided|providing|assuming|suppose|supposing|"
	  "depending|depends|depend|when|whenever|where|wherever|once|until|"
	  "till|before|after|formerly|previously|originally|initially|earlier|"
	  "ago|could|would|might|may|should|must|will|shall|can|won't|"
	  "perhaps|maybe|probably|possibly|likely|"
	  "unlikely|often|usually|sometimes|rarely|seldom|mostly|occasionally|"
	  "generally|typically|hardly|almost|apparently|allegedly|supposedly|"
	  "reportedly|seemingly|seems|seem|seemed|appears|appear|tends|tend|"
	  "hope|hopes|hoped|expect|expects|fear|fears|claim|claims|claimed|"
	  "say|says|said|saying|argue|argues|argued|believe|believes|believed|"
	  "think|thinks|thought|finds|found|find|according|opinion|opinions|"
	  "view|eyes|survey|surveys|poll|polls|vote|votes|voted|voters|readers|"
	  "reader|critics|fans|myth|rumour|rumor|legend|people|vendor|vendors|"
	  "vendor's|article|articles|article's|author|authors|author's|review|"
	  "reviews|reviewer|reviewers|study|studies|blog|forum|report|reports|"
	  "reported|writes|wrote|write|written|advertises|advertised|promises|"
	  "promised|prefers|prefer|judge|judges|juror|jury|soon|"
	  "tomorrow|yesterday|future|imagine|example|had|"
	  "ought|want|wants|wanted|try|tries|tried|wish|"
	  "edition|century|decade|decades|era|days|yearly|"
	  "otherwise|elsewhere|anywhere|somewhere|supposed|rumoured|predicted|"
	  "predicts|forecast|planned|plans|version|versions|release|releases|"
	  "prototype|beta|old|older|ancient|early|football|season|league|"
	  "hypothetical|hypothetically|theory|theoretically|ideally|arguably|"
	  "some|many|few|several|either|or|worst-case|best-case|without|"
	  "during|within|among|amongst|unlikely|half-time|midway|"
	  "interview|quote|quoted|quotes|tweet|post|posted|"
	  "manufacturer|maker|makers|manual|brochure|ad|advert|slogan" },
	{ CLASS_NOT,
	  "not|never|cannot|can't|nowhere|nor|fails|failed" },
	{ CLASS_BE, "is|are|was|were|remains|stays|'s|be|been" },
	{ CLASS_DO, "does|do|did|has|have|is|are|was|were|be|been" },
	{ CLASS_ON,
	  "on|in|for|at|with|under|by|regarding|concerning|across|"
	  "against|among|about|throughout|via|using|around|inside|outside|"
	  "below|above|between|near" },
	{ CLASS_BREAK,
	  "but|while|whereas|although|though|yet|which|who|whose|because|"
	  "since|whilst" },
	{ CLASS_CONTEST,
	  "round|rounds|point|points|criterion|criteria|category|categories|"
	  "comparison|contest|duel|race|test|tests|testing|discipline|"
	  "disciplines|section|battle|fight|bout|face-off|match-up|matchup|"
	  "showdown|head-to-head|crown|prize|title|victory|win|day|one|game|"
	  "lead|edge|upper|gold|trophy|laurels|honours|spot|place|position|"
	  "part|respect|regard|department|area|field|front|score|measure|"
	  "medal|benchmark|benchmarks|measurement|aspect|matter|ranking|"
	  "rankings|standings|scoring|list|count|counts" },
	{ CLASS_OVERALL, "overall|altogether" },
	{ CLASS_BESIDE,
	  "of|for|than|like|unlike|to|against|over|by|between|from|without|"
	  "beside|besides|except|as|via|with|about|versus|vs|in|into|on|at|"
	  "per|including|after|before|using|among" },
	{ CLASS_BOUND,
	  "about|around|roughly|nearly|almost|approximately|approx|circa|ca|"
	  "some|over|under|above|below|more|less|fewer|least|most|up|only|"
	  "just|exactly|precisely|well|barely|hardly|almost|close|than|at|to|"
	  "merely|little|slightly|a|good|the|mere|another" },
	{ CLASS_LABEL,
	  "chapter|chapters|section|sections|page|pages|p|pp|figure|figures|"
	  "fig|table|tables|version|versions|v|release|releases|part|parts|"
	  "volume|volumes|vol|issue|issues|no|nos|line|lines|row|rows|column|"
	  "columns|age|ages|aged|room|rooms|step|steps|years|year|between|"
	  "from|article|paragraph|appendix|rule|rules|item|items|level|levels|"
	  "question|questions|port|ports|ieee|iso|rfc|utf|grade|grades|class|"
	  "week|weeks|day|days|month|months|hour|hours|lesson|lessons|range|"
	  "ranges|channel|channels|note|notes|slide|slides|exercise|exercises" },
	{ CLASS_HAVE,
	  "has|have|had|offers|offer|needs|need|takes|take|took|uses|use|used|"
	  "requires|require|wants|want|eats|consumes|consume|shows|gives|"
	  "needed|required|consumed|occupies|delivers|boasts|"
	  "provides|produces|gets|reaches|achieves|yields" },
	{ CLASS_GO,
	  "runs|run|ran|scores|score|scored|does|do|did|performs|perform|"
	  "performed|fares|fare|fared|works|work|worked|comes|come|came|"
	  "finishes|finish|finished|ends|ended|responds|answers|loads|starts|"
	  "builds|compiles|scales|learns|reads|feels|looks|rates|ranks|rated|"
	  "costs|cost|takes|take|took|weighs|weigh|weighed|needs|need|lasts|"
	  "last|lasted|gets|got|executes|handles|behaves|goes|sells|"
	  "responded|loaded|turned|proves|proved|turns" },
	{ CLASS_RESULT,
	  "point|points|tally|score|scores|result|results|total|totals|wins|"
	  "win|won|ahead|beats|beat|leads|lead|led|loses|lost|defeats|"
	  "defeated|victory|triumphs|prevails|standing|scoreline|verdict|"
	  "winner|decision|outscores|outscored|edges" },
	{ CLASS_HEDGE | CLASS_BESIDE, "versus" },
};

/* The longer ones of those that begin alike come first. */
static const struct phrase PHRASES[] = {
	{ "when it comes to", "on" }, { "in terms of", "on" },
	{ "with regard to", "on" }, { "with respect to", "on" },
	{ "as regards", "on" }, { "as for", "on" }, { "as to", "on" },
	{ "as far as", "on" }, { "in matters of", "on" },
	{ "in the matter of", "on" }, { "in the field of", "on" },
	{ "is concerned", "here" }, { "are concerned", "here" },
	{ "judged by", "on" }, { "measured by", "on" },
	{ "in the end", "overall" }, { "in total", "overall" },
	{ "all in all", "overall" }, { "on balance", "overall" },
	{ "on points", "overall" }, { "in all", "overall" },
	{ "as a whole", "overall" }, { "on the whole", "overall" },
	{ "taken together", "overall" }, { "all told", "overall" },
	{ "in sum", "overall" }, { "in the final reckoning", "overall" },
	{ "at the end of the day", "overall" },
	{ "when all is said and done", "overall" },
	{ "when all is added up", "overall" },
	{ "of the comparison", "overall" }, { "in this comparison", "overall" },
	{ "in the comparison", "overall" },
	{ "of this comparison", "overall" },
	{ "on the scoreboard", "overall" }, { "by points", "overall" },
	{ "across all criteria", "overall" }, { "over all criteria", "overall" },
	{ "on all criteria together", "overall" },
	{ "one of the two", "one-of-them" }, { "one of them", "one-of-them" },
	{ "of the two", "here" }, { "of the pair", "here" },
	{ "of the both", "here" }, { "of both", "here" },
	{ "of them all", "here" }, { "of all", "here" },
	{ "between the two", "here" }, { "of the three", "here" }, { "of the four", "here" },
	{ "of the lot", "here" }, { "among them", "here" },
	{ "in this respect", "here" }, { "in this regard", "here" },
	{ "in this round", "here" }, { "in this category", "here" },
	{ "in this test", "here" }, { "in our test", "here" },
	{ "in our tests", "here" }, { "in the test", "here" },
	{ "in this one", "here" }, { "on this criterion", "here" },
	{ "for this criterion", "here" }, { "in this criterion", "here" },
	{ "on this count", "here" }, { "in this section", "here" },
	{ "by this measure", "here" }, { "in our measurements", "here" },
	{ "on this point", "here" }, { "in this discipline", "here" },
	{ "in this contest", "here" }, { "by this criterion", "here" },
	{ "by a wide margin", "clearly" }, { "by far", "clearly" },
	{ "by a long way", "clearly" }, { "hands down", "clearly" },
	{ "by a long shot", "clearly" }, { "by a mile", "clearly" },
	{ "by a hair", "narrowly" }, { "by a whisker", "narrowly" },
	{ "by a nose", "narrowly" }, { "by a narrow margin", "narrowly" },
	{ "for us", "here" }, { "for now", "today" },
	{ "of course", "surely" }, { "no doubt", "surely" },
	{ "without doubt", "surely" }, { "without a doubt", "surely" },
	{ "without question", "surely" }, { "beyond doubt", "surely" },
	{ "as expected", "surely" }, { "as one would expect", "surely" },
	{ "as you would expect", "surely" },
	{ "no longer", "not" }, { "by no means", "not" },
	{ "in no way", "not" }, { "not at all", "not" },
	{ "anything but", "not" }, { "far from", "not" },
	{ "not even", "not" }, { "no way", "not" },
	{ "not only", "also" }, { "not just", "also" },
	{ "not merely", "also" }, { "but also", "and" },
	{ "not always", "sometimes" }, { "not necessarily", "sometimes" },
	{ "not every", "sometimes" }, { "not all", "sometimes" },
	 { "most of the time", "sometimes" },
	{ "used to", "formerly" }, { "back then", "formerly" },
	{ "at first", "formerly" }, { "at the time", "formerly" },
	{ "at launch", "formerly" }, { "in those days", "formerly" },
	{ "in the past", "formerly" }, { "to begin with", "formerly" },
	{ "so far", "formerly" }, { "at this point", "formerly" },
	{ "years ago", "formerly" }, { "for a long time", "formerly" },
	{ "in case", "if" }, { "were it", "if" },
	{ "were we", "if" }, { "were you", "if" },
	{ "could be", "could" }, { "is said", "said" },
	{ "at least as", "at-least-as" }, { "at least", "at-least" },
	{ "at most", "at-most" }, { "no more than", "at-most" },
	{ "no less than", "at-least" }, { "not more than", "at-most" },
	{ "no fewer than", "at-least" }, { "not less than", "at-least" },
	{ "more than", "more-than" }, { "less than", "less-than" },
	{ "fewer than", "less-than" }, { "well over", "more-than" },
	{ "just over", "more-than" }, { "slightly over", "more-than" },
	{ "just under", "less-than" }, { "well under", "less-than" },
	{ "upwards of", "at-least" }, { "up to", "at-most" },
	{ "close to", "nearly" }, { "every bit as", "as" },
	{ "just as", "as" }, { "exactly as", "as" }, { "quite as", "as" },
	{ "equally as", "as" }, { "fully as", "as" },
	{ "not quite as", "not-as" }, { "not nearly as", "not-as" },
	{ "not as", "not-as" }, { "not so", "not-as" },
	{ "nowhere near as", "not-as" },
	{ "as well as", "and" }, { "together with", "and" },
	{ "along with", "and" }, { "apart from", "except" },
	{ "with the exception of", "except" }, { "other than", "except" },
	{ "aside from", "except" }, { "save for", "except" },
	{ "everything but", "all-except" },
	{ "everything except", "all-except" }, { "all but", "all-except" },
	{ "all except", "all-except" }, { "everywhere but", "all-except" },
	{ "everywhere except", "all-except" },
	{ "every criterion but", "all-except" },
	{ "every criterion except", "all-except" },
	{ "every category but", "all-except" },
	{ "every category except", "all-except" },
	{ "everything apart from", "all-except" },
	{ "everything other than", "all-except" },
	{ "all criteria but", "all-except" },
	{ "all criteria except", "all-except" },
	{ "compared to", "than" }, { "compared with", "than" },
	{ "in comparison with", "than" }, { "in comparison to", "than" },
	{ "when compared to", "than" }, { "relative to", "than" },
	{ "upper hand", "upper-hand" }, { "in front", "in-front" },
	{ "on top", "on-top" }, { "in the lead", "in-the-lead" },
	{ "in spite of", "despite" }, { "with its", "thanks" },
	{ "with their", "thanks" }, { "because of", "thanks" },
	{ "nothing between them", "tie" }, { "nothing to choose between them", "tie" },
	{ "nothing between the two", "tie" }, { "even steven", "level" },
	{ "a draw", "draw" }, { "a tie", "tie" }, { "a dead heat", "tie" },
	{ "dead heat", "tie" }, { "a stalemate", "tie" },
	{ "dead even", "level" }, { "neck and neck", "level" },
	{ "on a par", "level" }, { "on par", "level" }, { "at par", "level" },
	{ "all square", "level" }, { "evenly matched", "level" },
	{ "equally matched", "level" }, { "equally good", "level" },
	{ "on equal footing", "level" }, { "on an equal footing", "level" },
	{ "the same", "same" }, { "equally well", "equally" },
	{ "just the same", "same" }, { "exactly the same", "same" },
	{ "number one", "number-one" }, { "per cent", "%" },
	{ "percent", "%" }, { "out of", "of" },
	{ "second place", "second" }, { "first place", "first" },
	{ "last place", "last" }, { "third place", "third" },
	{ "runner up", "second" }, { "the runner-up", "second" },
	{ "more expensive", "dearer" }, { "most expensive", "dearest" },
	 { "less expensive", "cheaper" },
	{ "least expensive", "cheapest" },
	{ "a lot", "much" }, { "a little", "slightly" }, { "a bit", "slightly" },
	{ "a good deal", "much" }, { "a great deal", "much" },
	{ "half a", "half-a" }, { "a third", "one-third" },
	{ "one third", "one-third" }, { "a quarter", "one-quarter" },
	{ "one quarter", "one-quarter" }, { "two thirds", "two-thirds" },
	{ "two-thirds", "two-thirds" }, { "three quarters", "three-quarters" },
	{ "a fifth", "one-fifth" }, { "a tenth", "one-tenth" },
	{ "by half", "half" }, { "one half", "half" },
	 { "on average", "here" },
	{ "or so", "here" }, { "nobody says", "says" },
};

static const struct adjective ADJECTIVES[] = {
	{ "good", "better", "best", 1, 0, "" },
	{ "bad", "worse", "worst", -1, 0, "" },
	{ "strong", "stronger", "strongest", 1, 0, "" },
	{ "weak", "weaker", "weakest", -1, 0, "" },
	{ "superior", "superior", "", 1, 0, "" },
	{ "inferior", "inferior", "", -1, 0, "" },
	{ "fast", "faster", "fastest", 1, 0,
	  "speed|time|latency|performance|throughput|duration|pace|fast|quick|"
	  "runtime|startup|compression|decompression" },
	{ "quick", "quicker", "quickest", 1, 0,
	  "speed|time|latency|performance|throughput|duration|pace|fast|quick|"
	  "runtime|startup" },
	{ "swift", "swifter", "swiftest", 1, 0,
	  "speed|time|latency|performance|throughput|duration" },
	{ "slow", "slower", "slowest", -1, 0,
	  "speed|time|latency|performance|throughput|duration|pace|fast|quick|"
	  "runtime|startup" },
	{ "cheap", "cheaper", "cheapest", 1, -1, "price|cost|fee|expens|money" },
	{ "affordable", "", "", 1, -1, "price|cost|fee|expens|money" },
	{ "economical", "", "", 1, -1, "price|cost|fee|expens|money" },
	{ "dear", "dearer", "dearest", -1, 1, "price|cost|fee|expens|money" },
	{ "expensive", "", "", -1, 1, "price|cost|fee|expens|money" },
	{ "costly", "costlier", "costliest", -1, 1, "price|cost|fee|expens" },
	{ "pricey", "pricier", "priciest", -1, 1, "price|cost|fee|expens" },
	{ "small", "smaller", "smallest", 0, -1,
	  "size|footprint|memory|ratio|volume|space|area" },
	{ "compact", "compacter", "", 0, -1, "size|footprint|volume|space" },
	{ "tiny", "tinier", "tiniest", 0, -1, "size|footprint" },
	{ "large", "larger", "largest", 0, 1,
	  "size|footprint|memory|volume|space|area" },
	{ "big", "bigger", "biggest", 0, 1,
	  "size|footprint|memory|volume|space|area" },
	{ "light", "lighter", "lightest", 1, -1, "weight|mass|heav|light|size" },
	{ "lightweight", "", "", 1, -1, "weight|mass|heav|light|size" },
	{ "lean", "leaner", "leanest", 1, -1, "memory|size|footprint|weight" },
	{ "heavy", "heavier", "heaviest", -1, 1, "weight|mass|heav|light|size" },
	{ "long", "longer", "longest", 0, 1,
	  "time|duration|length|range|life|battery|latency" },
	{ "short", "shorter", "shortest", 0, -1,
	  "time|duration|length|range|latency" },
	{ "high", "higher", "highest", 0, 1, "" },
	{ "low", "lower", "lowest", 0, -1, "" },
	{ "tall", "taller", "tallest", 0, 1, "height|tall|size" },
	{ "wide", "wider", "widest", 0, 1, "width" },
	{ "much", "more", "", 0, 1, "" },
	{ "", "more-than", "", 0, 1, "" },
	{ "little", "less", "least", 0, -1, "" },
	{ "", "less-than", "", 0, -1, "" },
	{ "few", "fewer", "fewest", 0, -1, "" },
	{ "easy", "easier", "easiest", 1, 0,
	  "learning|eas|usab|simpl|syntax|setup|handling" },
	{ "simple", "simpler", "simplest", 1, 0,
	  "learning|eas|usab|simpl|syntax|setup|handling" },
	{ "hard", "harder", "hardest", -1, 0, "learning|eas|usab|setup" },
	{ "difficult", "", "", -1, 0, "learning|eas|usab|setup" },
	{ "safe", "safer", "safest", 1, 0, "safe|secur" },
	{ "quiet", "quieter", "quietest", 1, 0, "noise|quiet|loud|sound" },
	{ "loud", "louder", "loudest", -1, 0, "noise|quiet|loud|sound" },
	{ "noisy", "noisier", "noisiest", -1, 0, "noise|quiet|loud|sound" },
	{ "durable", "", "", 1, 0, "durab|life" },
	{ "pretty", "prettier", "prettiest", 1, 0, "beauty|look|design|pretty" },
	{ "beautiful", "", "", 1, 0, "beauty|look|design" },
	{ "handsome", "", "", 1, 0, "beauty|look|design" },
	{ "popular", "", "", 1, 0, "popular|communit|adopt" },
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

static void add_list(struct lexicon *l, const char *list, unsigned classes,
		     const struct unit *unit);
static void add_adjective(struct lexicon *l, const struct adjective *a);
static void add_degree(struct lexicon *l, const char *word,
		       const struct adjective *a, enum degree degree);
static void add_numbers(struct lexicon *l);
static void add_phrase(struct lexicon *l, const struct phrase *phrase);
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
		add_adjective(l, &ADJECTIVES[k]);
	add_numbers(l);
	for (size_t k = 0; k < COUNT(PHRASES); k++)
		add_phrase(l, &PHRASES[k]);
	return l;
}

const struct lexeme *lexicon_find(const struct lexicon *lexicon,
				  struct str word)
{
	const struct lexeme *found = &lexicon->slots[slot_of(lexicon, word)];

	if (found->word.len)
		return found;
	return word.len > 4 && str_ends(word, "ly") ? &lexicon->adverb
						    : &lexicon->unknown;
}

const char *lexicon_topics(struct str noun)
{
	for (size_t k = 0; k < COUNT(ADJECTIVES); k++)
		if (lexicon_lists(ADJECTIVES[k].topics, noun))
			return ADJECTIVES[k].topics;
	return "";
}

/* Run for every word of every text, over lists of a hundred words. */
bool lexicon_lists(const char *list, struct str word)
{
	if (!word.len)
		return false;
	for (;;) {
		if (*list == *word.ptr && !strncmp(list, word.ptr, word.len) &&
		    (list[word.len] == '|' || !list[word.len]))
			return true;
		/* They are short: a call of strchr() takes longer. */
		while (*list && *list != '|')
			list++;
		if (!*list++)
			return false;
	}
}

bool lexicon_begins(const char *list, struct str word)
{
	struct str rest = str_from(list);

	while (rest.ptr) {
		struct str part = str_cut(&rest, '|');

		if (part.len && word.len >= part.len &&
		    !memcmp(word.ptr, part.ptr, part.len))
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

static void add_adjective(struct lexicon *l, const struct adjective *a)
{
	add_degree(l, a->most, a, DEGREE_MOST);
	add_degree(l, a->comparative, a, DEGREE_COMPARATIVE);
	add_degree(l, a->base, a, DEGREE_BASE);
}

static void add_degree(struct lexicon *l, const char *word,
		       const struct adjective *a, enum degree degree)
{
	struct lexeme *e;

	if (!*word)
		return;
	e = entry(l, str_from(word));
	if (e->degree == DEGREE_NONE || degree == DEGREE_COMPARATIVE) {
		e->adjective = a;
		e->degree = degree;
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

static void add_phrase(struct lexicon *l, const struct phrase *phrase)
{
	struct str words = str_from(phrase->words);
	struct lexeme *e = entry(l, str_slice(words, 0, str_find(words, ' ')));

	*arena_push(l->arena, e->phrases, e->phrase_count) = phrase;
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
