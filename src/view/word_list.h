/*
 * The words that the program itself needs: `themes/<theme>/i18n/` has them.
 *
 * Of a pair _ONE and _OTHER the second follows the first.
 */
#ifndef VIEW_WORD_LIST_H
#define VIEW_WORD_LIST_H

/* clang-format off */
#define WORD_LIST(word) \
	word(DECIMAL_POINT, "decimal_point") \
	word(THOUSANDS, "thousands") \
	word(PERCENT, "percent") \
	word(MEASURE, "measure") \
	word(DATE, "date") \
	word(MONTH_1, "month_1") \
	word(MONTH_2, "month_2") \
	word(MONTH_3, "month_3") \
	word(MONTH_4, "month_4") \
	word(MONTH_5, "month_5") \
	word(MONTH_6, "month_6") \
	word(MONTH_7, "month_7") \
	word(MONTH_8, "month_8") \
	word(MONTH_9, "month_9") \
	word(MONTH_10, "month_10") \
	word(MONTH_11, "month_11") \
	word(MONTH_12, "month_12") \
	word(LIST_MORE, "list_more") \
	word(LIST_LAST, "list_last") \
	word(OF, "of") \
	word(POINTS_ONE, "points_one") \
	word(POINTS_OTHER, "points_other") \
	word(OPTIONS_ONE, "options_one") \
	word(OPTIONS_OTHER, "options_other") \
	word(CRITERIA_ONE, "criteria_one") \
	word(CRITERIA_OTHER, "criteria_other") \
	word(SOURCES_ONE, "sources_one") \
	word(SOURCES_OTHER, "sources_other") \
	word(PROFILES_ONE, "profiles_one") \
	word(PROFILES_OTHER, "profiles_other") \
	word(MINUTES_ONE, "minutes_one") \
	word(MINUTES_OTHER, "minutes_other") \
	word(USED_ONE, "used_one") \
	word(USED_OTHER, "used_other") \
	word(AND_MORE, "and_more") \
	word(COMPARISONS, "comparisons") \
	word(OVERVIEW, "overview") \
	word(SCOREBOARD, "scoreboard") \
	word(MATRIX, "matrix") \
	word(CRITERIA, "criteria") \
	word(OPTIONS, "options") \
	word(PROFILES, "profiles") \
	word(GUIDE, "guide") \
	word(FAQ, "faq") \
	word(SOURCES, "sources") \
	word(RESULT, "result") \
	word(VERDICT, "verdict") \
	word(EVIDENCE, "evidence") \
	word(NOT_FOUND, "not_found") \
	word(HEAD_TITLE, "head_title") \
	word(PAGE_OF, "page_of") \
	word(BY, "by") \
	word(CRITERION_TEXT, "criterion_text") \
	word(MATRIX_TEXT, "matrix_text") \
	word(SCOREBOARD_TEXT, "scoreboard_text") \
	word(OPTION_TEXT, "option_text") \
	word(YES, "yes") \
	word(PARTIAL, "partial") \
	word(NO, "no") \
	word(NOT_SCORED, "not_scored") \
	word(SPREAD, "spread") \
	word(AGREED, "agreed") \
	word(WINS, "wins") \
	word(WIN, "win") \
	word(A_TIE, "a_tie") \
	word(NOBODY_WINS, "nobody_wins") \
	word(LOWER_IS_BETTER, "lower_is_better") \
	word(HIGHER_IS_BETTER, "higher_is_better") \
	word(TALLY_PART, "tally_part") \
	word(WINS_SENTENCE, "wins_sentence") \
	word(CONFIDENCE_LOW, "confidence_low") \
	word(CONFIDENCE_MEDIUM, "confidence_medium") \
	word(CONFIDENCE_HIGH, "confidence_high") \
	word(REASON_UNSCORED, "reason_unscored") \
	word(REASON_MISSING, "reason_missing") \
	word(TOTAL_POINTS, "total_points") \
	word(TOTAL_SCALE, "total_scale") \
	word(HEADLINE, "headline") \
	word(HEADLINE_CLOSE, "headline_close") \
	word(CLOSE_CALL, "close_call") \
	word(HEADLINE_TIE, "headline_tie") \
	word(DETAIL, "detail") \
	word(DETAIL_CLOSE, "detail_close") \
	word(DETAIL_TIE, "detail_tie") \
	word(MARGIN_SCALE, "margin_scale") \
	word(VERDICT_OPTION, "verdict_option") \
	word(VERDICT_BOTH, "verdict_both") \
	word(VERDICT_NONE, "verdict_none") \
	word(METHOD_POINTS, "method_points") \
	word(METHOD_WEIGHTED_SUM, "method_weighted_sum") \
	word(EXPLAIN_POINTS, "explain_points") \
	word(EXPLAIN_POINTS_TIE, "explain_points_tie") \
	word(EXPLAIN_WEIGHTED_SUM, "explain_weighted_sum") \
	word(MISSING_WORST, "missing_worst") \
	word(MISSING_SKIP_ONE, "missing_skip_one") \
	word(MISSING_SKIP_OTHER, "missing_skip_other") \
	word(COUNTING, "counting") \
	word(DOMINATED_ONE, "dominated_one") \
	word(DOMINATED_OTHER, "dominated_other") \
	word(ROBUST, "robust") \
	word(ROBUST_ALWAYS, "robust_always") \
	word(ROBUST_EXACT, "robust_exact") \
	word(ROBUST_SAMPLED, "robust_sampled") \
	word(NEVER_FIRST, "never_first") \
	word(SWITCH_NEVER, "switch_never") \
	word(SWITCH_ABOVE, "switch_above") \
	word(SWITCH_BELOW, "switch_below") \
	word(PROFILE_LEADS, "profile_leads") \
	word(PROFILE_CLOSE, "profile_close") \
	word(PROFILE_NOTHING, "profile_nothing") \
	word(PROFILES_ALL, "profiles_all") \
	word(PROFILES_SOME, "profiles_some") \
	word(CHART_SCOREBOARD, "chart_scoreboard") \
	word(CHART_TALLY, "chart_tally") \
	word(CHART_TALLY_TEXT, "chart_tally_text") \
	word(CHART_CRITERIA, "chart_criteria") \
	word(CHART_CRITERIA_TEXT, "chart_criteria_text") \
	word(CHART_OPTION, "chart_option") \
	word(AXIS_POINTS, "axis_points") \
	word(AXIS_TOTAL, "axis_total") \
	word(COLUMN_OPTION, "column_option") \
	word(COLUMN_CRITERION, "column_criterion") \
	word(COLUMN_TOTAL, "column_total") \
	word(COLUMN_SCORE, "column_score")
/* clang-format on */

#endif
