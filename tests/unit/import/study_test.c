/*
 * What becomes of a spreadsheet's rows and columns: a line for each input says
 * who is compared, and how each criterion is judged.
 */
#include "import/table_book.h"
#include "import/table_decide.h"
#include "import/table_gather.h"

#include "base/buf.h"
#include "read/folder.h"

static const char *const KINDS[] = { "fact", "measure", "scores", "answers" };
static const char *const BETTER[] = { "", " higher", " lower" };

/* "A, B: Speed scores 3; Cost measure lower 1-5; " with weights and bounds. */
static struct str judged(const char *csv, struct study *study,
			 struct arena *arena)
{
	struct diags *diags = diags_new();
	struct workbook *book = arena_new(arena, struct workbook);
	struct buf text = { 0 };
	struct str all;

	folder_put("t.csv", csv);
	if (!workbook_read(diags, "t.csv", book, arena) ||
	    !study_gather(diags, book, study, arena) ||
	    !study_decide(diags, study))
		buf_raw(&text, printed(diags, arena));
	for (size_t i = 0; i < study->option_count; i++)
		buf_printf(&text, "%s%.*s", i ? ", " : "",
			   STR_ARG(study->options[i].name));
	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];

		if (a->kind == ATTRIBUTE_FACT)
			continue;
		buf_printf(&text, "; %.*s %s%s", STR_ARG(a->head.title),
			   KINDS[a->kind],
			   a->kind == ATTRIBUTE_MEASURE ? BETTER[a->head.better]
							: "");
		if (a->head.unit.len)
			buf_printf(&text, " %.*s", STR_ARG(a->head.unit));
		if (a->best != a->worst)
			buf_printf(&text, " %g-%g", a->best, a->worst);
		if (a->weight > 0)
			buf_printf(&text, " *%g", a->weight);
	}
	if (study->max)
		buf_printf(&text, "; %g to %g", study->min, study->max);
	all = arena_str(arena, buf_str(&text));
	buf_release(&text);
	diags_free(diags);
	return all;
}

struct sheet_case {
	const char *csv, *right, *todo; /* todo: a part of a line, or NULL */
};

static void check(const struct sheet_case *cases, size_t count,
		  struct arena *arena)
{
	folder_enter();
	for (size_t n = 0; n < count; n++) {
		struct study study = { 0 };
		struct str found = judged(cases[n].csv, &study, arena);
		bool told = !cases[n].todo;

		for (size_t k = 0; !told && k < study.book->todo.count; k++)
			told = str_find_str(study.book->todo.items[k],
					    str_from(cases[n].todo)) <
			       study.book->todo.items[k].len;
		if (!str_is(found, cases[n].right) || !told)
			fail_msg("%s\nfound %.*s\nright %s\n%s%s", cases[n].csv,
				 STR_ARG(found), cases[n].right,
				 told ? "" : "not to do: ",
				 told ? "" : cases[n].todo);
	}
	folder_leave();
}

#define CHECK(...)                                                 \
	check((const struct sheet_case[]){ __VA_ARGS__ },          \
	      sizeof((const struct sheet_case[]){ __VA_ARGS__ }) / \
		      sizeof(struct sheet_case),                   \
	      *state)

static void what_says_that_1_is_the_best_is_heard(void **state)
{
	CHECK({ "Criterion,Weight,A,B\nSpeed,2,1,4\nHelp,1,2,3\n"
		"\"1 = very good, 5 = poor\",,,\n",
		"A, B; Speed measure lower 1-5 *2; Help measure lower 1-5 *1",
		"from 1, the best, to 5" },
	      { "Criterion,A (1=best),B (1=best)\nSpeed,1,4\nHelp,2,3\n",
		"A (1=best), B (1=best); Speed measure lower 1-5; "
		"Help measure lower 1-5",
		NULL },
	      { "Criterion,A,B\nSpeed,1,4\nHelp,2,3\n\"5 = best\",,\n",
		"A, B; Speed scores; Help scores; 1 to 5",
		"more being better" },
	      { "Shop,Rating (1 = best),Price\nA,1,10\nB,3,12\n",
		"A, B; Rating measure lower; Price measure lower", NULL },
	      { "Kriterium;Gewicht;A;B\nApp;40%;1,3;2,1\nHilfe;60%;3;1,8\n"
		"Gesamtnote;100%;2,32;1,92\n",
		"A, B; App measure lower 1-5 *40; Hilfe measure lower 1-5 *60",
		"\"Gesamtnote\" is taken for one of grades" },
	      { "Criterion,A,B,C\nPrice rank,1,2,3\nSpeed rank,2,1,3\n",
		"A, B, C; Price rank measure lower; Speed rank measure lower",
		NULL },
	      { "Criterion,Weight,A,B\nSpeed,2,8,6\nHelp,1,7,9\nNoise (lower is better),1,"
		"45,40\n",
		"A, B; Speed scores *2; Help scores *1; Noise measure lower *1; 0 to 10",
		NULL });
}

static void a_scale_is_one_that_its_numbers_fill(void **state)
{
	CHECK({ "Criterion,A,B\nSSO,1,0\nAPI,1,1\n",
		"A, B; SSO scores; API scores; 0 to 1", NULL },
	      { "Criterion,A,B\nUsers,10,20\nStars,3,4\n",
		"A, B; Users measure higher; Stars measure higher", NULL },
	      { "Criterion,A,B\nLooks,70,20\nTaste,30,40\n",
		"A, B; Looks scores; Taste scores; 0 to 100", NULL });
}

static void scores_may_be_below_0(void **state)
{
	CHECK({ "Criterion,Weight,Stay,Move\nCommute,3,-2,2\nCost,5,1,-2\n"
		"Friends,4,2,-1\nSum,,7,-8\n",
		"Stay, Move; Commute scores *3; Cost scores *5; "
		"Friends scores *4; -2 to 2",
		NULL },
	      { "Criteria,Datum,A,B\nCost,S,+,-\nEase,S,+,S\nSize,S,-,++\n"
		"Sum of +,0,2,2\nSum of -,0,1,1\nSum of S,3,0,1\n",
		"Datum, A, B; Cost scores; Ease scores; Size scores; -2 to 2",
		"are taken for the scores 1, 0 and -1" });
}

static void bounds_and_directions_are_no_options(void **state)
{
	CHECK({ ",Price,Quality\nWeight,50%,50%\nOak,8,6\nElm,6,9\nBest,8,9\n",
		"Oak, Elm; Price scores *50; Quality scores *50; 0 to 10",
		"\"Best\" is taken for the best or worst" },
	      { "Phone,Price,Battery\nMax,999,20\nMin,499,15\nJoe,299,12\n",
		"Min, Joe; Price measure lower; Battery measure higher",
		"\"Max\" is taken for the best or worst" },
	      { "Option,Price,Room\nType,cost,benefit\nOak,250,16\nElm,200,8\n",
		"Oak, Elm; Price measure lower; Room measure higher", NULL },
	      { "Criteria,min/max,Oak,Elm\nPrice,min,250,200\nRoom,max,16,8\n",
		"Oak, Elm; Price measure lower; Room measure higher", NULL },
	      { "Feature,Must have?,Oak,Elm\nSSO,Yes,Yes,No\nAPI,No,Yes,Yes\n",
		"Oak, Elm; SSO answers; API answers",
		"of \"Must have?\", is left out: Yes; No; where options" },
	      { "Order,Criterion,Oak,Elm\n1,Speed,4,5\n2,Looks,5,2\n",
		"Oak, Elm; Speed scores; Looks scores; 1 to 5", NULL },
	      { "Kriterium;Gewicht;Oak;Elm\nTempo;hoch;4;5\nHilfe;;3;2\n",
		"Oak, Elm; Tempo scores; Hilfe scores; 1 to 5",
		"\"Tempo\" and others have no weight (\"hoch\" is none)" });
}

static void answers_of_people_are_no_options(void **state)
{
	CHECK({ "Respondent,Oak,Elm\nAnn,4,5\nBob,3,5\n",
		"t.csv: error: each row is what somebody answered, and none is "
		"an option\n  hint: make the means of all, a row for each "
		"option and a column for each criterion; or a row for each "
		"answer: \"Criterion, Option, Score, Judge\"\n",
		NULL },
	      { "Timestamp,E-mail,Rate Oak,Rate Elm\n2/1/25 10:12,a@b.org,4,5\n"
		"2/1/25 10:15,c@b.org,3,5\n",
		"t.csv: error: each row is what somebody answered, and none is "
		"an option\n  hint: make the means of all, a row for each "
		"option and a column for each criterion; or a row for each "
		"answer: \"Criterion, Option, Score, Judge\"\n",
		NULL });
}

static void what_is_left_out_for_a_cell_is_told(void **state)
{
	CHECK({ "Feature,Oak,Elm\nSSO,🟢,🔴\nAPI,Yes,Yes (paid)\n"
		"Users,5,Unlimited\nPorts,2,No\n",
		"Oak, Elm; SSO answers",
		"\"API\" is a fact, as \"Yes (paid)\" is no answer" },
	      { "Feature,Oak,Elm\nSSO,yes,no\nUsers,5,Unlimited\n",
		"Oak, Elm; SSO answers",
		"\"Users\" is a fact, as \"Unlimited\" is no number" },
	      { "Feature,Oak,Elm\nSSO,yes,no\nPorts,2,No\n",
		"Oak, Elm; SSO answers",
		"\"Ports\" is a fact, as it has numbers and answers" });
}

static void rows_of_units_and_columns_of_winners_are_known(void **state)
{
	CHECK({ "Model,Weight,Range\n,kg,km\nOak,22,80\nElm,18,90\n",
		"Oak, Elm; Weight measure lower kg; Range measure higher km",
		NULL },
	      { "Model,Weight,Weight\n,US,EU\nOak,22,80\nElm,18,90\n",
		"Oak, Elm; Weight measure lower; Weight (2) measure lower",
		"row 2 has no name, and is no option" },
	      { "Category,Oak,Elm,Winner\nSpeed,120,90,Oak\nPrice,100,80,Elm\n",
		"Oak, Elm; Speed measure higher; Price measure lower", NULL });
}

static void heads_and_lines_below_are_heard(void **state)
{
	CHECK({ "Product,Attribute,Value\nOak,Price,10\nOak,Weight,2\n"
		"Elm,Price,8\nElm,Weight,3\n",
		"Oak, Elm; Price measure lower; Weight measure lower", NULL },
	      { "Name;Note (1-6);Preis\nOak;1,5;10\nElm;2,3;8\n",
		"Oak, Elm; Preis measure lower", "\"Note (1-6)\" is a fact" },
	      { "Phone,Overall score /100,Camera /10,Battery /10\nOak,88,9,7\n"
		"Elm,85,8,8\n",
		"Oak, Elm; Camera scores; Battery scores; 0 to 10", NULL },
	      { "Criterion,Oak (score),Oak (comment),Elm (score),Elm (comment)\n"
		"Speed,8,fast,6,slow\nCost,5,dear,9,cheap\n",
		"Oak, Elm; Speed scores; Cost scores; 0 to 10", NULL },
	      { "Stage 1: Must-haves,Oak,Elm\nGDPR,Pass,Fail\nSSO,Pass,Pass\n",
		"Oak, Elm; GDPR answers; SSO answers", NULL },
	      { "Criterion,Weight,Oak,Elm\nSpeed,3,8,6\nCost,7,5,9\n\n"
		"Legend: 0 = worst, 10 = best\n",
		"Oak, Elm; Speed scores *3; Cost scores *7; 0 to 10", NULL });
}

static void what_the_others_make_is_left_out(void **state)
{
	CHECK({ "Criterion,Weight,Oak,Elm,Δ\nSpeed,3,8,6,2\nCost,7,5,9,-4\n"
		"TOTAL,,59,81,\nWINNER,,,✔,\n",
		"Oak, Elm; Speed scores *3; Cost scores *7; 0 to 10", NULL },
	      { "Airline,Price\nDelta,300\nUnited,280\n",
		"Delta, United; Price measure lower", NULL },
	      { "Task,GPT,Claude\nSum,yes,no\nSort,yes,yes\n",
		"Sum, Sort; GPT answers; Claude answers", NULL },
	      { "Option,Cost,Decision\nOak,10,✓\nElm,8,\n",
		"Oak, Elm; Cost measure lower", NULL },
	      { "Kryterium;Waga;Oak;Elm\nCena;60;10;8,5\nTermin;40;5;10\n"
		"Suma;100;8;9,1\n",
		"Oak, Elm; Cena scores *60; Termin scores *40; 0 to 10", NULL },
	      { "Critère;Pondération;Oak;Elm\nPrix;50;7,5;9\nDélai;50;8;6,5\n",
		"Oak, Elm; Prix scores *50; Délai scores *50; 0 to 10", NULL },
	      { "Criteria ↓ / Options →,Oak,Elm\nSpeed,3,5\nPrice,5,2\n",
		"Oak, Elm; Speed scores; Price scores; 1 to 5", NULL });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_says_that_1_is_the_best_is_heard),
		TEST(scores_may_be_below_0),
		TEST(bounds_and_directions_are_no_options),
		TEST(answers_of_people_are_no_options),
		TEST(what_is_left_out_for_a_cell_is_told),
		TEST(rows_of_units_and_columns_of_winners_are_known),
		TEST(heads_and_lines_below_are_heard),
		TEST(what_the_others_make_is_left_out),
		TEST(a_scale_is_one_that_its_numbers_fill),
	};

	return RUN(tests);
}
