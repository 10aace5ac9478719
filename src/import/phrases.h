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

/* Headings and labels: see role.c. */
extern const char PHRASES_FAQ[], PHRASES_METHOD[], PHRASES_PROS_CONS[],
	PHRASES_CONS[], PHRASES_PROS[], PHRASES_FEATURES[],
	PHRASES_KEY_FEATURES[], PHRASES_USERS[], PHRASES_GUIDE[],
	PHRASES_USE_CASES[], PHRASES_OVERVIEW[], PHRASES_SOURCES[],
	PHRASES_BACKGROUND[], PHRASES_ADVICE[], PHRASES_ADVICE_WHEN[],
	PHRASES_VERDICT[], PHRASES_VERDICT_START[], PHRASES_WINNER_HEADING[];

/* Titles: what joins two names, and what stands around them. */
extern const char PHRASES_WHAT_IS[], PHRASES_VERSUS[], PHRASES_LINKS[],
	PHRASES_LISTS[], PHRASES_COMPARES[], PHRASES_MOVES[], PHRASES_TAILS[],
	PHRASES_SMALL_WORDS[], PHRASES_LISTICLE[];

/* Headings: what stands between a name and a topic. */
extern const char PHRASES_TOPIC_LINKS[], PHRASES_TOPIC_SIGNS[],
	PHRASES_NAME_FRONT[], PHRASES_NAME_BACK[], PHRASES_THE[],
	PHRASES_THE_END[], PHRASES_BOTH[], PHRASES_VS[], PHRASES_AGAINST[],
	PHRASES_AGAINST_NAME[], PHRASES_JOINED[], PHRASES_NUMBERED[];

/* Who wins, and by how much. */
extern const char PHRASES_WINNER_LABEL[], PHRASES_WINNING[],
	PHRASES_WINS_NEAR[], PHRASES_UNSURE[], PHRASES_DRAW[],
	PHRASES_DRAW_ALONE[], PHRASES_RESULT_LABEL[], PHRASES_SCALE_SAID[],
	PHRASES_DRAW_START[], PHRASES_TALLY_SIGNS[], PHRASES_POINTS[],
	PHRASES_RATING_LABEL[], PHRASES_OUT_OF[], PHRASES_SCALES[],
	PHRASES_STAR[], PHRASES_HALF_STAR[], PHRASES_NO_STAR[], PHRASES_STARS[],
	PHRASES_RATING_UNIT[];

/* The heads of a table's columns and rows. */
extern const char PHRASES_COLUMN_WINNER[], PHRASES_COLUMN_WEIGHT[],
	PHRASES_COLUMN_COMMENT[], PHRASES_COLUMN_CRITERION[],
	PHRASES_COLUMN_OPTION[], PHRASES_SUM[], PHRASES_YES[], PHRASES_NO[],
	PHRASES_PARTIAL[], PHRASES_RATED_IN_WORDS[];

/* Measures in the cells of tables. */
extern const char PHRASES_ABOUT[], PHRASES_MONEY[], PHRASES_NO_UNIT[],
	PHRASES_UNITS[], PHRASES_PER[], PHRASES_LESS[];

/* Sentences. */
extern const char PHRASES_GOES_ON[], PHRASES_OF_ALL[], PHRASES_OPEN_SENTENCE[],
	PHRASES_BEFORE_SCORE[];

/* Front matter, and what a page says of itself. */
extern const char PHRASES_KEYS_TITLE[], PHRASES_KEYS_DESCRIPTION[],
	PHRASES_KEYS_CANONICAL[], PHRASES_KEYS_DATE[], PHRASES_KEYS_UPDATED[],
	PHRASES_KEYS_AUTHOR[], PHRASES_KEYS_TAGS[];

/* What pages say and how they call what stands around an article. */
extern const char PHRASES_FURNITURE[], PHRASES_FURNITURE_ALONE[],
	PHRASES_COMMENT_CLASS[], PHRASES_AROUND_CLASS[], PHRASES_ABOUT_CLASS[],
	PHRASES_LANGUAGE_CLASS[], PHRASES_NOTE_ID[], PHRASES_BULLETS[],
	PHRASES_CODE_START[];

#endif
