/*
 * What the pages of one comparison are about: its facts, its result, and
 * the way to put both in words.
 */
#ifndef VIEW_SUBJECT_H
#define VIEW_SUBJECT_H

#include "base/arena.h"
#include "judge/result.h"
#include "judge/utility.h"
#include "model/comparison.h"
#include "model/site.h"
#include "view/palette.h"
#include "view/value.h"
#include "words/figure.h"
#include "words/phrase.h"

/* What stands in each of an option's scores: values of its own. */
struct option_head {
	const struct value *name, *short_name, *class, *url;
};

struct subject {
	const struct site *site;
	const struct phrases *phrases;
	const struct comparison *c;
	const struct result *r;
	struct figures figures;		 /* how many digits each number has */
	const struct value **sources;	 /* each as a value, made once */
	const struct option_head *heads; /* of the options, likewise */
	const struct value *placed;	 /* samples in texts, likewise */
	struct arena *arena; /* of the comparison: its values live here */
};

/* Ready to be asked; `c` and `r` must outlive it. */
struct subject subject_of(const struct site *site,
			  const struct phrases *phrases,
			  const struct comparison *c, const struct result *r,
			  struct arena *arena);

/*
 * URLs below the root of the site, beginning with ROOT_MARK: the page
 * `path` of the comparison ("" for its overview, "matrix"), that of an option,
 * or a file.
 */
struct str subject_url(const struct subject *s, struct str page);
struct str subject_option_url(const struct subject *s, size_t option);
struct str subject_file_url(const struct subject *s, const char *file);
struct str site_url(struct str path, struct arena *arena);

/*
 * Where the page is to be found by everyone: below base_url, or the overview
 * where its author says (`canonical`); empty where that is not known.  On
 * pictures it is shown without the scheme and the last slash.
 */
struct str subject_address(const struct subject *s, struct str page);
struct str subject_shown_address(const struct subject *s, struct str page);

/* "s3": the class that gives an option its colour. */
struct str option_class(size_t option);

/* How many, in the digits of the language. */
struct str subject_count(const struct subject *s, size_t n);

/* A total in words: "7.4" on the scale, "8" points. */
struct str subject_total(const struct subject *s, double raw_total);

/*
 * That of an option: also where it has none, and that it has no rank.  With
 * points and options judged by what is available it is the share of the points
 * that the option could win, in per cent.
 */
struct str subject_option_total(const struct subject *s, size_t option);
bool subject_totals_are_shares(const struct subject *s);

/* Why it has none: it is not scored, or nothing that counts is. */
struct str subject_no_total(const struct subject *s, size_t option);

/* A utility or total 0..1 in those words. */
struct str subject_share_total(const struct subject *s, double total);

/* What is worth 0 and 1 on a criterion: utility_ends() of what is given. */
struct ends subject_ends(const struct subject *s, size_t criterion);

/* The same of a profile. */
struct str subject_profile_total(const struct subject *s, double total);

/* Under a profile, as subject_option_total(): also that it has no rank there. */
struct str subject_total_under(const struct subject *s,
			       const struct profile_result *profile,
			       size_t option);

/*
 * How far one total is ahead of another: "2 points", "3.6% of the scale"; and
 * the number alone, which may be below 0.
 */
struct str subject_margin(const struct subject *s, double margin);
struct str subject_margin_number(const struct subject *s, double margin);

/*
 * A share of all weightings: "87.5%", "less than 0.1%", "over 99.9%"; all or
 * nothing only where that is proved.
 */
struct str subject_share(const struct subject *s, double share, bool proved);

/* That of the weightings in which an option has one of the ranks, from 0. */
struct str subject_rank_share(const struct subject *s, size_t option,
			      size_t from, size_t to);

/*
 * A share of all weights: "28.3%"; `alone`: there is no other.  What is
 * neither nothing nor all is "less than" or "over" where digits do not tell.
 */
struct str subject_weight_share(const struct subject *s, double share,
				bool alone);

/*
 * The share at which a result changes, with as many digits as it takes: a
 * sentence says more or less than that.
 */
struct str subject_switch_share(const struct subject *s, double share);

/* Whether one weight at most is above 0: a profile's, or (NULL) that count. */
bool subject_weighs_alone(const struct subject *s, const double *weights);

/* A part of something counted: "62%", "over 99%", "less than 1%". */
struct str subject_part(const struct subject *s, double share);

/* "on 3 of 4 criteria", where it has a score on some and none on others. */
struct str subject_scored_on(const struct subject *s, size_t option);

/* The same where its total is a mean over those alone; else empty. */
struct str subject_total_on(const struct subject *s, size_t option);

/* What option `i` was given on criterion `j`: "8", "yes", "240 ms". */
struct str subject_score(const struct subject *s, size_t option,
			 size_t criterion);

/* One judge's value on that criterion, in the same words. */
struct str subject_value(const struct subject *s, size_t criterion,
			 double value, enum answer answer);

/* Likewise, with the digits to tell it from another value. */
struct str subject_value_beside(const struct subject *s, size_t criterion,
				double value, double other);

/* Likewise without its unit, which a column says once: "8", "yes", "240". */
struct str subject_number(const struct subject *s, size_t option,
			  size_t criterion);

/*
 * A unit that is too long to stand beside every number of a chart ("requests
 * per second and core"): the chart says it once.
 */
bool subject_unit_is_long(const struct subject *s, size_t criterion);

/* As subject_value(), without such a unit. */
struct str subject_chart_value(const struct subject *s, size_t criterion,
			       double value, enum answer answer);

/* The word that says a total of the method: "{n} of {max}". */
enum word_id subject_total_word(const struct subject *s);

/* A number that the author gave, as given: "0.05", "10". */
struct str subject_given(const struct subject *s, double number);

/*
 * Which sources the judges of a score cite: one bool for each source of the
 * comparison.
 */
const bool *subject_sources_used(const struct subject *s,
				 const struct score *score);

/* A judge by name: a source's label where the judge is a source's id. */
struct str judge_name(const struct subject *s, struct str judge);

/* A weight as the author gave it. */
struct str subject_weight(const struct subject *s, double weight);

/* "and 2 more": the options that a list of `shown` leaves out; or empty. */
struct str subject_more(const struct subject *s, size_t shown);

/* Up to about 180 bytes, cut at the end of a sentence or a word. */
struct str first_words(struct str plain, struct arena *arena);

/*
 * Whether the point there ends a sentence: within a number or behind what may
 * be an abbreviation, "approx. 2 s", "Dr. Oetker", it does not.
 */
bool point_ends_sentence(struct str text, size_t point);

/* So many letters begin to be a word. */
enum { ABBREVIATION_MOST = 4 };

/* A number 0..100, whole, for bars. */
struct str percent_whole(double share, struct arena *arena);

/* The same as a class of style.css, for bars and dots of cells: "u37". */
struct str bar_class(double share, struct arena *arena);

#endif
