#include "import/table_words.h"

#include <ctype.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

/* Whole heads, by role. */
static const char *const ROLES[] = {
	[ROLE_NONE] = "",
	[ROLE_CRITERION] = PHRASES_CRITERION
	"|feature|features|"
	"merkmal|merkmale|eigenschaft|eigenschaften|aspect|aspekt|"
	"requirement|requirements|anforderung|anforderungen|metric|"
	"metrics|kennzahl|attribute|attributes|factor|factors|faktor|"
	"spec|specs|specification|property|test|evaluation criteria",
	[ROLE_OPTION] =
		"option|options|alternative|alternatives|alternativen|variante|"
		"varianten|variant|product|produkt|candidate|kandidat|vendor|"
		"anbieter|supplier|lieferant|tool|solution|lösung|model|modell|"
		"name|item|system|produktname|product name|bezeichnung|titel|"
		"title|software|artikel|gerät|device|bewerber",
	[ROLE_SCORE] = "score|scores|value|wert|werte|points|punkte|"
		       "punktzahl|rating|bewertung|result|ergebnis|grade|mark|"
		       "erfüllung|erfüllungsgrad",
	[ROLE_WEIGHT] =
		"weight|weights|weighting|weightage|wt|importance|multiplier|"
		"priority|factor|gewicht|gewichte|gewichtung|wichtigkeit|"
		"priorität|relevanz|faktor|gewichtungsfaktor|multiplikator|"
		"pondération|poids|peso|waga|weging",
	[ROLE_JUDGE] = "judge|judges|reviewer|rater|evaluator|assessor|juror|"
		       "jury|tester|bewerter|bewertet von|gutachter|prüfer|"
		       "person|stakeholder|wer|team member|scored by|rated by|"
		       "respondent|participant|voter|teilnehmer|befragter|"
		       "proband",
	[ROLE_CONFIDENCE] = "confidence|konfidenz|sicherheit der bewertung",
	[ROLE_SOURCE] = "source|sources|quelle|quellen|reference|references|"
			"beleg|belege|evidence|nachweis",
	[ROLE_DATE] = "date|datum|as of|stand",
	[ROLE_NOTE] = "note|notes|comment|comments|remark|remarks|bemerkung|"
		      "bemerkungen|kommentar|kommentare|anmerkung|"
		      "anmerkungen|notiz|notizen|begründung|reason|why|"
		      "rationale|justification|erläuterung",
	[ROLE_GROUP] = "group|groups|gruppe|category|kategorie|area|bereich|"
		       "section|theme|thema|block|hauptkriterium",
	[ROLE_UNIT] = "unit|units|einheit|einheiten",
	[ROLE_BETTER] = "better|direction|richtung|besser|optimum|goal|ziel|"
			"preference|optimierung|optimise|optimize",
	[ROLE_QUESTION] = "question|frage|description|beschreibung|"
			  "definition|explanation|erklärung|leitfrage",
	[ROLE_TOTAL] =
		"total|totals|sum|summe|gesamt|gesamtsumme|overall|"
		"total score|score total|weighted total|weighted score|"
		"weighted sum|gesamtpunkte|gesamtpunktzahl|gesamtbewertung|"
		"gesamtergebnis|summe gewichtet|gewichtete summe|rank|rang|"
		"ranking|platz|platzierung|average|mean|durchschnitt|"
		"mittelwert|ø|endergebnis|result|ergebnis|final score|"
		"sum +|sum -|sum 0|sum s|sum of +|sum of -|sum of s|sum of 0|"
		"total +|total -|total s|number of +|number of -|number of s|net|net score|net total|netto|Σ|∑|"
		"grand total|subtotal|zwischensumme|overall score|"
		"total points|total weighted score|weighted average|"
		"weighted mean|punkte gesamt|gesamtscore|gesamtwert|"
		"gesamtnote|gesamtnutzen|nutzwert|gewichteter durchschnitt|"
		"winner|the winner|sieger|gewinner|decision|entscheidung|"
		"difference|differenz|diff|Δ|somme|suma|totale|totaal|"
		"percent|percentage|prozent|%|in %|"
		"score %|total %|max score|max points|max possible|"
		"maximum score|maximum points|maximum possible",
	[ROLE_INDEX] = "#|no|no.|nr|nr.|id|lfd. nr.|lfd nr|index|pos|pos.|"
		       "number|nummer",
};

/* What may stand beside a word for weights: "Relative weight in %". */
static const char WEIGHT_WORDS[] =
	"relative|relativ|rel|group|category|criterion|criteria|section|area|"
	"gruppe|gruppen|kategorie|kriterium|of|the|in|to|pct|percent|prozent|"
	"rank|rang|level|rating|stufe";

static const char EXTENTS[] =
	"max|of |out of |von |weighted)|unweighted)|gewichtet)|ungewichtet)";

static const char HIGHER_SAID[] =
	"higher is better|more is better|bigger is better|höher ist besser|"
	"mehr ist besser|higher better|je höher desto besser";
static const char LOWER_SAID[] =
	"lower is better|less is better|smaller is better|"
	"niedriger ist besser|weniger ist besser|lower better|"
	"je niedriger desto besser";

/* More than one word: what it says holds against each of its words. */
static const char HIGHER_PHRASES[] =
	"miles per gallon|battery life|battery time|run time|battery runtime|"
	"frames per second|requests per second|per second|per watt|"
	"performance per|uptime|time on battery|weight capacity|"
	"load capacity|water resistance|mean time between failures|"
	"heat resistance|noise cancellation|noise cancelling|"
	"noise isolation|noise reduction|memory bandwidth";
static const char LOWER_PHRASES[] =
	"memory usage|memory use|memory footprint|cpu usage|cpu time|"
	"power consumption|energy consumption|fuel consumption|"
	"power usage|power draw|response time|load time|charging time|"
	"charge time|build time|startup time|start time|boot time|"
	"delivery time|lead time|setup time|time to|error rate|"
	"failure rate|acceleration|total cost|cost of ownership|"
	"learning curve effort|battery weight|speed limit|input lag";

static const char HIGHER_WORDS[] =
	"battery|speed|score|scores|rating|ratings|points|performance|"
	"throughput|bandwidth|accuracy|precision|recall|quality|efficiency|"
	"horsepower|hp|ps|power|torque|mpg|range|capacity|brightness|"
	"contrast|gamut|refresh|resolution|ram|memory|storage|ssd|hdd|disk|"
	"cores|threads|cpu|gpu|fps|ports|webcam|megapixels|wifi|warranty|"
	"guarantee|stars|reviews|downloads|users|uptime|availability|"
	"coverage|revenue|profit|yield|growth|satisfaction|security|"
	"reliability|durability|comfort|usability|safety|clearance|"
	"iops|tokens|f1|bleu|rouge|auc|mmlu|elo|win|wins|success|features|"
	"support|payload|mileage|lifetime|lifespan|endurance|"
	"geschwindigkeit|leistung|reichweite|akku|akkulaufzeit|laufzeit|"
	"kapazität|helligkeit|auflösung|speicher|garantie|bewertung|punkte|"
	"qualität|genauigkeit|verfügbarkeit|sterne|zuverlässigkeit|"
	"sicherheit|durchsatz|haltbarkeit|lebensdauer|komfort|"
	"wirkungsgrad|ertrag|umsatz|gewinn|zufriedenheit|drehmoment";
static const char LOWER_WORDS[] =
	"price|prices|cost|costs|fee|fees|weight|noise|latency|delay|lag|"
	"ping|jitter|time|duration|thickness|depth|temperature|temp|"
	"consumption|usage|overhead|footprint|error|errors|errate|wer|"
	"rmse|mae|loss|failures|defects|bugs|crashes|risk|effort|"
	"emissions|co2|rent|tax|distance|downtime|complexity|"
	"vulnerabilities|cves|incidents|complaints|returns|"
	"msrp|rrp|preis|kosten|gebühr|gebühren|gewicht|lautstärke|lärm|"
	"latenz|verzögerung|dauer|zeit|dicke|tiefe|temperatur|verbrauch|"
	"fehler|fehlerrate|risiko|aufwand|emissionen|miete|entfernung|"
	"ausfälle|komplexität|stromverbrauch|antwortzeit|ladezeit|"
	"reaktionszeit|lieferzeit|anschaffungskosten|betriebskosten";
/* Ends of German words: "Gesamtpreis", "Leergewicht". */
static const char HIGHER_ENDS[] =
	"laufzeit|leistung|reichweite|geschwindigkeit|kapazität|helligkeit|"
	"auflösung|qualität|bewertung|punktzahl|sicherheit|lebensdauer";
static const char LOWER_ENDS[] =
	"preis|kosten|gewicht|gebühr|verbrauch|lautstärke|dauer|aufwand|"
	"ladezeit|lieferzeit|antwortzeit|reaktionszeit|wartezeit|fehler";

/* What is better the less time it takes, and units of time. */
static const char RATES[] =
	"speed|performance|throughput|bandwidth|efficiency|fps|"
	"geschwindigkeit|leistung|durchsatz";
static const char TIMES[] =
	"ms|s|sec|secs|seconds|min|mins|minutes|h|hr|hrs|hours|µs|us|ns|"
	"sekunden|minuten|stunden";

static const char HIGHER_MARKS[] =
	"higher|high|more|max|maximum|maximise|maximize|maximieren|up|"
	"benefit|nutzen|höher|hoch|mehr|↑|+|positive|larger|bigger";
static const char LOWER_MARKS[] =
	"lower|low|less|min|minimum|minimise|minimize|minimieren|down|cost|"
	"kosten|niedriger|niedrig|weniger|↓|-|−|negative|smaller|tiefer";

static const char OPTIMA[] =
	"max|min|maximum|minimum|maximise|maximize|minimise|minimize|"
	"maximieren|minimieren|benefit|cost|nutzen|kosten|higher is better|"
	"lower is better|↑|↓";

static const char UNITS[] =
	"kg|g|mg|t|lb|lbs|oz|mm|cm|m|km|nm|µm|in|inch|inches|ft|mi|miles|zoll|"
	"km/h|kmh|mph|m/s|ms|s|sec|secs|seconds|min|mins|minutes|h|hr|hrs|"
	"hours|d|days|weeks|months|years|yrs|µs|us|ns|sekunden|minuten|"
	"stunden|tage|wochen|monate|jahre|w|kw|mw|wh|kwh|mwh|mah|ah|v|a|hz|"
	"khz|mhz|ghz|kb|mb|gb|tb|kib|mib|gib|tib|kb/s|mb/s|gb/s|kbit/s|"
	"mbit/s|gbit/s|mbps|gbps|nits|nit|cd/m²|cd/m2|db|db(a)|dba|%|°|°c|°f|"
	"c|f|k|l|ml|cl|gal|mpg|l/100km|l/100 km|kwh/100km|kwh/100 km|ps|hp|"
	"px|mp|megapixels|dpi|ppi|fps|rpm|nm|bar|psi|lm|lux|€|$|£|¥|chf|eur|"
	"usd|gbp|jpy|€/month|$/month|eur/month|€/monat|req/s|requests/s|ops/s|"
	"tokens/s|iops|stk|stück|pcs|cores|points|punkte|g/km|kg/m³|m²|m2|"
	"m³|m3|sqm|qm|ppm|lb-ft|°dh";
/* Where nothing parts it from the words, no letter alone is a unit. */
static const char UNITS_BARE[] =
	"kg|lbs|lb|mm|cm|km|km/h|mph|ms|Wh|kWh|mAh|Hz|kHz|MHz|GHz|MB|GB|TB|"
	"Mbps|Gbps|nits|dB|dBA|mpg|USD|EUR|GBP|CHF|%|€|$|£|inches|inch|"
	"seconds|minutes|hours|days|months|years|fps|rpm|PS|hp|min|sec|"
	"g|W|h|l|m|s";

/* "1 = best", "5 (poor)", "1 is the best" */
static const char IS[] = "=|:|(|-|–|is|the|being|means|ist";
static const char BEST[] = "best|very good|excellent|sehr gut|ausgezeichnet";
static const char RANKS[] = "rank|rang";

static const char YES[] =
	"yes|y|true|pass|passed|met|bestanden|erfüllt|ja|j|wahr|🟢|👍|✓|✔|✔️|✅|✅ yes|☑|oui|si|sí|sì|vrai|"
	":white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:";
static const char NO[] =
	"fail|failed|not met|nicht bestanden|nicht erfüllt|no|n|🔴|👎|false|nein|falsch|non|faux|"
	"✗|✘|✕|❌|❌ no|☒|✖|✖️|:x:|"
	":heavy_multiplication_x:";
static const char PARTIAL[] =
	"partial|partly|partially|some|teilweise|zum teil|teils|~|(✓)|"
	"limited|bedingt|half|halb|partiel|🟡|🟠|◐|⚠️|:warning:";
static const char NOTHING[] =
	"n/a|na|n.a.|-|--|---|–|—|−|?|??|k.a.|k. a.|k.a|tbd|tba|unknown|"
	"unbekannt|null|nan|none given|not tested|nicht getestet|.|…|...|n. a.|"
	"not available|no data|keine angabe|offen|/|nil";
static const char FAULTS[] =
	"#n/a|#div/0!|#ref!|#value!|#name?|#num!|#null!|#spill!|#calc!|"
	"#getting_data|#nv|#wert!|#bezug!|#zahl!|#null|#name|err:502|err:504|"
	"err:508|err:511|err:519|err:522|err:523|#field!|#blocked!|#error!";

static bool are_weights(struct str text);
static bool says_unit(struct str brackets);
static struct str without_extent(struct str text);
static struct str words_of(struct str text, struct arena *arena);
static bool parts_word(struct str text, size_t at);
static void take_brackets(struct head *head, struct arena *arena);
static bool take_said(struct head *head, struct str said);
static bool take_scale(struct head *head, struct str said);
static void take_arrow(struct head *head);
static void take_out_of(struct head *head);
static size_t out_of(struct str text, double *most);
static void take_bare_unit(struct head *head);
static struct str bare_unit(struct str text);
static enum direction direction_of(struct str words);
static bool has_end(struct str words, const char *ends);

bool words_are(struct str text, enum role role)
{
	text = str_trim(str_without(text, ":"));
	if (role == ROLE_WEIGHT)
		return are_weights(text);
	if (role == ROLE_TOTAL)
		text = without_extent(text);
	return text.len && wording_is_any(text, ROLES[role]);
}

/* "Weight", "Wt.", "Importance (1-5)", "Group weight, %"; no "Weight (kg)". */
static bool are_weights(struct str text)
{
	size_t open = 0;
	bool found = false;

	while (open < text.len && !strchr("([", text.ptr[open]))
		open++;
	if (says_unit(str_from_byte(text, open)))
		return false;
	for (size_t at = 0; at < open;) {
		size_t end = at;
		struct str word;

		while (end < open &&
		       !strchr(" .,:/%-0123456789", text.ptr[end]))
			end++;
		word = str_slice(text, at, end - at);
		if (wording_is_any(word, ROLES[ROLE_WEIGHT]))
			found = true;
		else if (word.len && !wording_is_any(word, WEIGHT_WORDS))
			return false;
		at = end + 1;
	}
	return found;
}

/* "(kg)", "[in kg]", so that it is measured; "(%)" may be a share. */
static bool says_unit(struct str brackets)
{
	struct str said = str_trim(str_without(brackets, "()[]"));

	if (said.len && strchr("([", said.ptr[0]))
		said = str_from_byte(said, 1);
	if (str_starts(said, "in "))
		said = str_from_byte(said, strlen("in "));
	return words_are_unit(said) && !str_is(said, "%");
}

/* "Total" of "Total (max. 30)"; but "Average (ms)" is measured. */
static struct str without_extent(struct str text)
{
	double most;
	size_t len = out_of(text, &most), open = str_find(text, '(');
	struct str inside = str_from_byte(text, open + 1);

	return len ? str_trim(str_slice(text, 0, text.len - len))
	       : open < text.len && wording_starts_any(inside, EXTENTS)
		       ? str_trim(str_slice(text, 0, open))
		       : text;
}

enum direction words_direction(struct str text)
{
	if (wording_is_any(text, HIGHER_MARKS) ||
	    wording_is_any(text, HIGHER_SAID))
		return DIRECTION_HIGHER;
	return wording_is_any(text, LOWER_MARKS) ||
			       wording_is_any(text, LOWER_SAID)
		       ? DIRECTION_LOWER
		       : DIRECTION_UNKNOWN;
}

enum direction words_scored(struct str text)
{
	for (size_t at = 0, len; at < text.len; at += len ? len : 1) {
		double number;
		size_t step;
		struct str rest;
		bool is = !at, best;

		len = sentence_decimal(text, at, &number);
		rest = str_trim(str_from_byte(text, at + len));
		while (len && (step = wording_starts_any(rest, IS))) {
			rest = str_trim(str_from_byte(rest, step));
			is = true;
		}
		best = wording_starts_any(rest, BEST) > 0;
		if (len && is &&
		    (best || wording_starts_any(rest, PHRASES_WORST)))
			return best == (number <= 1) ? DIRECTION_LOWER
						     : DIRECTION_HIGHER;
	}
	return DIRECTION_UNKNOWN;
}

bool words_are_optimum(struct str text)
{
	return wording_is_any(text, OPTIMA);
}

bool words_are_unit(struct str text)
{
	return text.len && wording_is_any(text, UNITS);
}

double words_answer(struct str text)
{
	return !text.len		       ? -1
	       : wording_is_any(text, YES)     ? 1
	       : wording_is_any(text, NO)      ? 0
	       : wording_is_any(text, PARTIAL) ? 0.5
					       : -1;
}

bool words_are_nothing(struct str text)
{
	return text.len && wording_is_any(text, NOTHING);
}

bool words_are_fault(struct str text)
{
	return str_starts(text, "#") || str_starts(text, "Err:")
		       ? wording_is_any(text, FAULTS)
		       : false;
}

size_t words_money(struct str text)
{
	return wording_starts_any(text, PHRASES_MONEY);
}

void head_read(struct str text, struct head *head, struct arena *arena)
{
	*head = (struct head){ .title = text, .unit = STR("") };
	take_arrow(head);
	take_brackets(head, arena);
	take_arrow(head);
	take_out_of(head);
	/* Of a school grade, 1 or 6 may be the best. */
	if (head->max <= 6 &&
	    wording_is_any(head->title, "note|noten|schulnote|gesamtnote"))
		head->min = head->max = 0;
	if (!head->unit.len)
		take_bare_unit(head);
	if (!head->said) {
		struct str words = words_of(text, arena);

		head->said = wording_has_any(words, RANKS);
		head->better =
			head->said ? DIRECTION_LOWER : direction_of(words);
	}
	head->title = words_title(head->title, arena);
	if (!head->title.len)
		head->title = text;
}

bool words_say_less(struct str head, struct arena *arena)
{
	struct head read;

	head_read(head, &read, arena);
	return read.said && read.better == DIRECTION_LOWER;
}

bool head_is_disputed(const struct head *head)
{
	return !head->said && wording_is_any(head->unit, TIMES) &&
	       wording_has_any(head->title, RATES);
}

/* "Price ↓": the author's own mark. */
static void take_arrow(struct head *head)
{
	static const struct {
		const char *arrow;
		enum direction better;
	} ARROWS[] = { { "↑", DIRECTION_HIGHER },
		       { "↓", DIRECTION_LOWER },
		       { "⬆", DIRECTION_HIGHER },
		       { "⬇", DIRECTION_LOWER } };

	for (size_t i = 0; i < sizeof(ARROWS) / sizeof(*ARROWS); i++) {
		if (!str_ends(head->title, ARROWS[i].arrow))
			continue;
		head->title.len -= strlen(ARROWS[i].arrow);
		head->title = str_trim(head->title);
		head->better = ARROWS[i].better;
		head->said = true;
	}
}

/* "Weight (kg)", "Weight [kg]", "Price, EUR", "Noise (lower is better)". */
static void take_brackets(struct head *head, struct arena *arena)
{
	static const char *const PAIRS[] = { "()", "[]" };
	struct str title = head->title;
	size_t comma;

	for (size_t k = 0; k < 2; k++) {
		size_t open = str_find(title, PAIRS[k][0]);
		size_t close =
			open < title.len && title.len &&
					title.ptr[title.len - 1] == PAIRS[k][1]
				? title.len - 1
				: 0;
		struct str inner;

		if (!open || close <= open)
			continue;
		inner = str_trim(str_slice(title, open + 1, close - open - 1));
		if (take_said(head, inner))
			head->title = str_trim(str_slice(title, 0, open));
	}
	title = head->title;
	comma = str_find(title, ',');
	if (comma == title.len)
		comma = str_find_str(title, STR(" / "));
	if (comma < title.len) {
		struct str behind = str_trim(str_without(
			str_trim(str_from_byte(title, comma + 1)), "/ "));

		if (str_starts(behind, "/"))
			behind = str_trim(str_from_byte(behind, 1));
		if (words_are_unit(behind)) {
			head->unit = arena_str(arena, behind);
			head->title = str_trim(str_slice(title, 0, comma));
		}
	}
}

/* What stands in brackets, or the parts of it: a unit, a direction. */
static bool take_said(struct head *head, struct str said)
{
	struct str rest = said;
	bool all = true;

	while (rest.ptr) {
		struct str part = str_trim(str_cut(&rest, ','));
		enum direction better = words_direction(part);

		if (!better)
			better = words_scored(part);
		if (words_are_unit(part)) {
			head->unit = part;
		} else if (take_scale(head, part)) {
			continue;
		} else if (better && part.len > 1) {
			head->better = better;
			head->said = true;
		} else {
			all = false;
		}
	}
	return all;
}

/* "1-5", "0–10", "1 to 5" */
static bool take_scale(struct head *head, struct str said)
{
	static const char *const PARTS[] = { "-", "–", "to", "bis" };

	for (size_t i = 0; i < sizeof(PARTS) / sizeof(*PARTS); i++) {
		size_t at = str_find_str(said, str_from(PARTS[i]));
		double min, max;

		if (at < said.len &&
		    str_to_number(str_trim(str_slice(said, 0, at)), &min) &&
		    str_to_number(str_trim(str_from_byte(
					  said, at + strlen(PARTS[i]))),
				  &max) &&
		    (min == 0 || min == 1) && max > min + 1 && max <= 100) {
			head->min = min;
			head->max = max;
			return true;
		}
	}
	return false;
}

/* "Camera /10" */
static void take_out_of(struct head *head)
{
	double most;
	size_t len = out_of(head->title, &most);

	if (!len)
		return;
	head->max = most;
	head->title =
		str_trim(str_slice(head->title, 0, head->title.len - len));
}

/* The length of "/10" at the end of more, or 0. */
static size_t out_of(struct str text, double *most)
{
	size_t slash = str_find(text, '/');
	struct str behind = str_trim(str_from_byte(text, slash + 1));

	return slash && wording_is_any(behind, "5|10|20|100") &&
			       str_to_number(behind, most)
		       ? text.len - slash
		       : 0;
}

/* "Weight_in_lbs", "battery-wh", "Noise dB": the last word. */
static void take_bare_unit(struct head *head)
{
	struct str title = head->title, unit, before;
	size_t at = title.len;
	bool is_behind_in;

	while (at && !strchr(" _-", title.ptr[at - 1]))
		at--;
	if (!at)
		return;
	unit = str_from_byte(title, at);
	before = str_trim(str_slice(title, 0, at - 1));
	is_behind_in = str_ends(before, " in") || str_ends(before, "_in") ||
		       str_ends(before, "-in");
	unit = bare_unit(unit);
	/* One letter is a unit only behind "in". */
	if (!unit.len || (unit.len == 1 && isalpha((unsigned char)*unit.ptr) &&
			  !is_behind_in))
		return;
	head->unit = unit;
	if (is_behind_in)
		before.len -= 3;
	head->title = before;
}

/* The unit as it is written, whatever the case of the text; or empty. */
static struct str bare_unit(struct str text)
{
	if (wording_is_any(text, "percent|pct"))
		return STR("%");
	for (struct str rest = str_from(UNITS_BARE); rest.ptr;) {
		struct str unit = str_cut(&rest, '|');

		if (wording_equals(unit, text))
			return unit;
	}
	return STR("");
}

/* "screen-brightness" is "Screen brightness"; what has blanks stays. */
struct str words_title(struct str text, struct arena *arena)
{
	bool joined = str_find(text, ' ') == text.len;
	struct buf buf = { 0 };
	size_t at = 0;
	uint32_t first, upper;

	text = str_trim(str_without(text, ":_-"));
	if (!text.len)
		return text;
	first = str_char_next(text, &at);
	upper = first < 0x80 ? (uint32_t)toupper((int)first) : first;
	/* "iPhone", "pH": what goes on in capitals is meant so. */
	if (at < text.len && isupper((unsigned char)text.ptr[at]))
		upper = first;
	buf_utf8(&buf, upper);
	for (; at < text.len; at++) {
		char c = text.ptr[at];

		buf_char(&buf, joined && (c == '_' || (c == '-' && at > 1))
				       ? ' '
				       : c);
	}
	return str_squeeze(buf_take(&buf, arena), arena);
}

/* In lower case, with one blank between two words. */
static struct str words_of(struct str text, struct arena *arena)
{
	struct buf buf = { 0 };

	for (size_t at = 0; at < text.len;) {
		bool parts = parts_word(text, at);
		uint32_t c = str_char_lower(str_char_next(text, &at));

		if (parts)
			buf_char(&buf, ' ');
		if (c < 0x80 && !isalnum((int)c))
			buf_char(&buf, ' ');
		else
			buf_utf8(&buf, c);
	}
	return str_squeeze(buf_take(&buf, arena), arena);
}

/* "batteryLife" */
static bool parts_word(struct str text, size_t at)
{
	return at && islower((unsigned char)text.ptr[at - 1]) &&
	       isupper((unsigned char)text.ptr[at]);
}

static enum direction direction_of(struct str words)
{
	bool higher, lower;

	if (wording_has_any(words, HIGHER_SAID))
		return DIRECTION_HIGHER;
	if (wording_has_any(words, LOWER_SAID))
		return DIRECTION_LOWER;
	higher = wording_has_any(words, HIGHER_PHRASES);
	lower = wording_has_any(words, LOWER_PHRASES);
	if (!higher && !lower) {
		higher = wording_has_any(words, HIGHER_WORDS) ||
			 has_end(words, HIGHER_ENDS);
		lower = wording_has_any(words, LOWER_WORDS) ||
			(has_end(words, LOWER_ENDS) && !higher);
	}
	return higher == lower ? DIRECTION_UNKNOWN
	       : higher	       ? DIRECTION_HIGHER
			       : DIRECTION_LOWER;
}

/* Whether a word ends in one of these. */
static bool has_end(struct str words, const char *ends)
{
	while (words.ptr) {
		struct str word = str_cut(&words, ' ');
		size_t len = wording_ends_any(word, ends);

		if (len && len < word.len)
			return true;
	}
	return false;
}
