"""What the numbers of a sheet prove, whatever its heads are called: sums,
weights, products; and that a sheet's own winner is not lost in silence."""
import books
from books import Sheet

RIGHT = {"a": .77, "b": .73}  # of weights 3, 5, 2 and of MATRIX
MATRIX = "Speed,3,8,6\nPrice,5,7,9\nLooks,2,9,5\n"


def run(t):
    weights(t)
    weights_in_names(t)
    weights_proved(t)
    weights_of_groups(t)
    products(t)
    two_headers(t)
    sums(t)
    likely(t)
    leader(t)
    remarks(t)
    several_scales(t)
    odd_cells(t)
    doubts(t)
    above(t)
    forms(t)
    judges(t)


def to_do(t, f, line):
    t.check(f"to do: {line}", any(line in todo for todo in f.todo), f.todo)


def silent(t, f, word):
    t.check(f"nothing to do about {word}", not any(word in todo for todo in f.todo), f.todo)


def weights(t):
    for head in ("Weight (1-5)", "Importance (1-5)", "Weight factor", "Faktor", "Weight (out of 5)", "Gewicht (1-5)",
                 "Weightage", "Relative weight", "Wt.", "Multiplier", "Gewichtung in %", "Weight [%]", "Criteria weight"):
        f = t.imported("weight.csv", f"Criteria,{head},A,B\n{MATRIX}")
        t.same(f"{head}: weights", f.column("criteria.csv", "weight"), ["3", "5", "2"])
        t.totals(t.built(f), RIGHT)
    f = t.imported("watchers.csv", "Criterion,Weight,Weight Watchers,Noom\nTaste,3,4,5\nPrice,2,5,2\n")
    t.same("an option may begin with the word", f.column("options.csv", "name"), ["Weight Watchers", "Noom"])
    f = t.imported("kilos.csv", "Model,Weight (kg),Weight [g],Speed ↑\nA,1,2,3\nB,2,5,4\n")
    t.same("what has a unit is measured", [c["id"] for c in f.criteria], ["weight", "weight-g", "speed"])
    f = t.imported("rank.csv", f"Criterion,Importance rank,A,B\nSpeed,1,8,6\nPrice,2,7,9\nLooks,3,9,5\n")
    t.check("ranks are none", "weight" not in f.criteria[0], f.criteria)
    to_do(t, f, 'the column "Importance rank" is not taken for weights')


def weights_in_names(t):
    shares = t.imported("rows.csv", "Criterion,A,B\nCost (30%),4,2\nQuality (50 %),3,5\nSpeed [20%],5,4\nTotal,3.7,3.9\n")
    t.same("shares in the names of rows", [(c["title"], c["weight"]) for c in shares.criteria],
           [("Cost", "30"), ("Quality", "50"), ("Speed", "20")])
    t.totals(t.built(shares), {"a": (3.7 - 1) / 4, "b": (3.9 - 1) / 4})
    f = t.imported("columns.csv", "Option,Cost (50%),Quality (30%),Speed (20%),Total\nA,4,3,5,3.9\nB,2,5,4,3.3\n")
    t.totals(t.built(f), {"a": (3.9 - 1) / 4, "b": (3.3 - 1) / 4})
    f = t.imported("words.csv", "Criterion,A,B\nCost (weight 3),4,2\nQuality (weight: 5),3,5\nSpeed (x2),5,4\n")
    t.same("weights in names", f.column("criteria.csv", "weight"), ["3", "5", "2"])
    for name, rows, why in (("less", "Cost (30%),4,2\nSpeed (20%),5,4\n", "they do not make 100 %"),
                            ("some", "Cost (30%),4,2\nSpeed (70%),5,4\nLooks,5,4\n", "others say none")):
        f = t.imported(f"{name}.csv", "Criterion,A,B\n" + rows)
        to_do(t, f, f"may say weights, which are not taken, as {why}")
        t.check("and none is taken", "weight" not in f.criteria[0], f.criteria)


def weights_proved(t):
    rows = "Speed,5,9,6\nOps,1,4,8\nCost,1,5,9\n"
    right = {"a": 54 / 70, "b": 47 / 70}
    for total in ("Total,,54,47", "What we found,,54,47", "Total,7,7.714,6.714", "Sum,7,0.54,0.47"):
        f = t.imported("proved.csv", f"Criterion,Bedeutung,A,B\n{rows}{total}\n")
        t.totals(t.built(f), right)
        t.check(f"{total}: the column of weights is told", '"Bedeutung" has the weights, as its numbers times the others'
                in f.report, f.report)
    f = t.imported("last.csv", "Criterion,A,B,V\nSpeed,9,6,5\nOps,4,8,1\nCost,5,9,1\nScore,54,47,\n")
    t.totals(t.built(f), right)
    f = t.imported("nearly.csv", f"Criterion,Bedeutung,A,B\n{rows}Total,,55,47\n")
    to_do(t, f, '"Total" of the sheet has "A" first')
    to_do(t, f, '"Bedeutung" has no number in "Total", as all others have')
    f = t.imported("row.csv", "Option,Ease,Price,Looks,Total\nFactor X,2,3,1,\nA,10,0,4,24\nB,4,7,5,34\n")
    t.same("a row of them", f.column("criteria.csv", "weight"), ["2", "3", "1"])
    t.totals(t.built(f), {"a": 24 / 60, "b": 34 / 60})
    f = t.imported("sum.csv", "Criterion,V,A,B\nSpeed,5,9,6\nOps,1,4,8\nCost,1,5,9\nTotal,7,18,23\n")
    t.same("an option beside plain sums is one", f.column("options.csv", "name"), ["V", "A", "B"])


def weights_of_groups(t):
    rows = "Technical,{},Speed,{},8,6\nTechnical,{},Memory,{},7,9\nBusiness,{},Price,{},9,4\nBusiness,{},Support,{},5,9\n"
    for name, cells in (("of-all", (60, 30, 60, 30, 40, 28, 40, 12)),
                        ("within", ("60%", "50%", "60%", "50%", "40%", "70%", "40%", "30%")),
                        ("shares", (.6, .5, .6, .5, .4, .7, .4, .3)),
                        ("once", (60, 50, "", 50, 40, 70, "", 30))):
        f = t.imported(f"{name}.csv", "Category,Category weight,Criterion,Weight,A,B\n" + rows.format(*cells) +
                       "Total,,,,7.62,6.7\n")
        t.same(f"{name}: the options", f.column("options.csv", "name"), ["A", "B"])
        t.totals(t.built(f), {"a": .762, "b": .67})
        if name != "of-all":
            to_do(t, f, 'each weight is taken for a part of that of its group in "Category weight"')
    f = t.imported("neither.csv", "Category,Group weight,Criterion,Weight,A,B\n" + rows.format(3, 5, 3, 4, 2, 3, 2, 1))
    to_do(t, f, '"Group weight" and "Weight" are not taken for weights')
    t.check("of which none is taken", "weight" not in f.criteria[0], f.criteria)


def products(t):
    f = t.imported("twice.csv", "Criterion,A,Weight,A x Weight,B,Weight,B x Weight\nPrice,8,3,24,6,3,18\n"
                   "Power,7,5,35,9,5,45\nDesign,9,2,18,5,2,10\nTotal,24,,77,20,,73\n")
    t.totals(t.built(f), RIGHT)
    for column in ("A", "B"):
        t.check(f"{column} x Weight is told", f'the column "{column} x Weight" is left out, as it is the weight times'
                in f.report, f.report)
    f = t.imported("unnamed.csv", "Criterion,Bedeutung,A,A×,B,B×\nPrice,3,8,24,6,18\nPower,5,7,35,9,45\n"
                   "Design,2,9,18,5,10\nErgebnis,,24,77,20,73\n")
    t.totals(t.built(f), RIGHT)


    f = t.imported("called.csv", "Criterion,Weight,A score,A weighted,B score,B weighted\nPrice,3,8,24,6,18\n"
                   "Power,5,7,35,9,45\nDesign,2,9,18,5,10\nTotal,10,24,77,20,73\n")
    t.totals(t.built(f), {"a-score": .77, "b-score": .73})
    f = t.imported("each.csv", "Criterion,A weight,A,B weight,B\nPrice,3,8,3,6\nPower,5,7,5,9\nDesign,2,9,2,5\n")
    t.totals(t.built(f), RIGHT)


def two_headers(t):
    rows = [["Price", 30, 8, 240, 6, 180], ["Power", 50, 7, 350, 9, 450], ["Design", 20, 9, 180, 5, 100],
            ["Total", 100, "", 770, "", 730]]
    right = {"oak": .77, "elm": .73}
    for name, first, parts in (
            ("gaps", ["", "", "Oak", "", "Elm", ""], ["Criterion", "Weight", "Score", "Weighted"]),
            ("copies", ["", "", "Oak", "Oak", "Elm", "Elm"], ["Criterion", "Weight", "Rating", "Score"]),
            ("german", ["", "", "Oak", "", "Elm", ""], ["Kriterium", "Gewicht", "Punkte", "gewichtet"])):
        table = [first, parts + parts[2:], *rows]
        f = t.imported(f"{name}.csv", "".join(";".join(map(str, row)) + "\n" for row in table))
        t.totals(t.built(f), right)
        silent(t, f, "column")
    merged = [[None if cell == "" else cell for cell in row] for row in
              [["", "", "Oak", "", "Elm", ""], ["Criterion", "Weight"] + 2 * ["Score", "Weighted"], *rows]]
    f = t.imported("merged.xlsx", books.xlsx(Sheet("S", merged, merged=["C1:D1", "E1:F1"])))
    t.totals(t.built(f), right)
    f = t.imported("turned.csv", ",,Oak,,Elm,\nCriterion,Weight,Weighted,Score,Weighted,Score\n"
                   "Price,3,24,8,18,6\nPower,5,35,7,45,9\nDesign,2,18,9,10,5\n")
    t.totals(t.built(f), right)
    f = t.imported("single.csv", ",,Oak,Elm\nCriterion,Weight,Score,Score\nPrice,3,8,6\nPower,5,7,9\nDesign,2,9,5\n")
    t.totals(t.built(f), right)
    f = t.imported("note.csv", "Kriterien;Gewichtung;Oak;;;Elm;;\n;;Note;gewichtet;Kommentar;Note;gewichtet;Kommentar\n"
                   "Preis;30%;8;2,4;ok;6;1,8;teuer\nLeistung;50%;7;3,5;;9;4,5;\nDesign;20%;9;1,8;;5;1;\n")
    t.totals(t.built(f), right)
    t.same("a German mark is no note", [r["note"] for r in f.rows("scores.csv") if r["note"]], ["ok", "teuer"])
    f = t.imported("seen.csv", ",,Oak,,Elm,\nCriterion,Weight,Ann,Bob,Ann,Bob\nPrice,3,8,7,6,5\nPower,5,7,6,9,8\n")
    to_do(t, f, 'column 4 is beside the scores of "Oak", and is left out: Bob; 7; 6')
    f = t.imported("features.csv", ",Kafka,NATS,\nLicence,Apache,Apache,both\nLanguage,Java,Go,\nOffline,yes,no,\n")
    t.check("a row of features is no second header", '"Licence"' not in f.report.split("Rows and columns")[1], f.report)


def sums(t):
    for row in ("Score,10,77,73", "Sub-total,10,77,73", "Points,,77,73", "Sum of scores,,77,73", "Average score,,8,6.7",
                "Score %,,77%,73%", "Sum product,,77,73", "Weighted,,7.7,7.3", "Summe Punkte,,77,73", "Max,,9,9",
                "Median,,8,6", "Position,,1,2", "Overall rating,,7.7,7.3", "Max possible,100,100,100", "Final,,24,20"):
        f = t.imported("computed.csv", f"Criterion,Weight,A,B\n{MATRIX}{row}\n")
        name = row.split(",")[0]
        t.check(f"{name} is told", f"row 5 is computed of the others: {name}" in f.report or
                f'"{name}" has no weight, and is a fact' in f.report, f.report)
        t.totals(t.built(f), RIGHT)
    f = t.imported("groups.csv", "Criterion,Weight,A,B\nTechnical,,,\nSpeed,30,8,6\nMemory,30,7,9\n"
                   "Subtotal Technical,60,4.5,4.5\nBusiness,,,\nPrice,28,9,4\n"
                   "Support,12,5,9\nBusiness score,40,3.12,2.2\nTotal,100,7.62,6.7\n")
    t.same("sums of groups", [c["title"] for c in f.criteria], ["Speed", "Memory", "Price", "Support"])
    t.totals(t.built(f), {"a": .762, "b": .67})
    silent(t, f, "first")
    f = t.imported("columns.csv", "Tool,Ease ↑,Looks ↑,Speed ↑,Points\nA,4,3,5,12\nB,2,5,4,11\nC,5,5,5,15\n")
    t.same("a column of them is a fact", f.column("options.csv", "Points"), ["12", "11", "15"])
    f = t.imported("genuine.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,9\nUser rating,2,4,5\nOverall design,4,8,3\n")
    t.same("what is called so and is none is a criterion", len(f.criteria), 4)


    f = t.imported("most.csv", f"Criterion,Weight,A,B,Average,Max\nSpeed,3,8,6,7,8\nPrice,5,7,9,8,9\nLooks,2,9,5,7,9\n")
    t.same("columns of means and the most are no options", f.column("options.csv", "name"), ["A", "B"])
    t.check("but told", 'column 6, of "Max", is left out: 8; 9; 9' in f.report, f.report)
    f = t.imported("row.csv", "Vendor,Speed ↑,Price ↑,Total\nA,4,2,6\nB,3,5,8\nMax,5,5,10\n")
    t.same("nor is a row of them", f.column("options.csv", "name"), ["A", "B"])


def likely(t):
    f = t.imported("cores.csv", "CPU,P-cores ↑,E-cores ↑,Threads ↑\nX,8,8,16\nY,6,4,10\nZ,8,4,12\n")
    to_do(t, f, '"Threads ↑" is taken for computed of those before it')
    f = t.imported("bare.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,9\nUser rating,,4,5\n")
    to_do(t, f, '"User rating" has no weight, and is a fact')
    t.totals(t.built(f), {"a": (24 + 35) / 80, "b": (18 + 45) / 80})


    f = t.imported("whole.csv", "Criterion,A,B\nSpeed,8,6\nEase,6,6\nOverall rating,7,6\n")
    to_do(t, f, '"Overall rating" may be computed of those before it')
    for name, row in (("two.csv", "Looks,1,4,5"), ("load.csv", "Maximum load,1,4,4"), ("best.csv", "Best practices,2,3,4"),
                      ("points.csv", "User rating,3,4,5")):
        f = t.imported(name, f"Criterion,Weight,A,B\nDesign,1,1,1\nSupport,4,3,4\n{row}\nDocs,3,5,2\n")
        t.same(f"{row}: what may be so by chance is a criterion", len(f.criteria), 4)
    f = t.imported("alike.csv", "Criterion,Weight,Oak,Points,Elm,Points\nDocs,4,2,8,4,16\nSupport,2,1,2,4,8\nAge,2,1,2,4,8\n")
    t.same("an option that is a share of another's products is one", f.column("options.csv", "name"), ["Oak", "Elm"])


def leader(t):
    f = t.imported("wrong.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,9\nTotal,,90,20\n")
    to_do(t, f, '"Total" of the sheet has "A" first, and this comparison has not')
    f = t.imported("rank.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,9\nRank,,1,2\n")
    to_do(t, f, '"Rank" of the sheet has "A" first')
    f = t.imported("right.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,9\nTotal,,59,63\nRank,,2,1\n")
    silent(t, f, "first")
    f = t.imported("costs.csv", "Option,Price,Shipping cost,Total\nA,300,10,310\nB,200,20,220\n")
    silent(t, f, "first")
    f = t.imported("column.csv", "Option,Ease ↑,Price,Overall\nA,300,10,7\nB,400,9,3\n")
    to_do(t, f, '"Overall" of the sheet has "A" first')


def remarks(t):
    scores = [("speed", "a", "8", "fast; in tests"), ("speed", "b", "6", "slow start"),
              ("price", "a", "7", ""), ("price", "b", "9", "free")]
    for heads in ("A,Why,B,Why", "A,Comment,B,Comment", "A,A rationale,B,B rationale", "A,Notes (A),B,Notes (B)",
                  "A,Justification,B,Justification"):
        f = t.imported("why.csv", f"Criteria,Weight,{heads}\nSpeed,3,8,fast; in tests,6,slow start\nPrice,5,7,,9,free\n")
        t.same(f"{heads}: each option has its own", [tuple(r.values()) for r in f.rows("scores.csv")], scores)
        t.totals(t.built(f), {"a": 59 / 80, "b": 63 / 80})
    f = t.imported("behind.csv", "Criterion,Weight,A,B,A Notes,B Notes,Source A,Source B\n"
                   "Speed,3,8,6,fast,slow,https://a.example/x,https://b.example/y\nPrice,5,7,9,,,,\n")
    t.same("notes and sources behind all options", [(r["source"], r["note"]) for r in f.rows("scores.csv")],
           [("a-example", "fast"), ("b-example", "slow"), ("", ""), ("", "")])
    f = t.imported("one.csv", "Criterion,Weight,A,Comment,B\nSpeed,3,8,fast,6\nPrice,5,7,,9\n")
    t.same("a column behind one of two is of that one", f.column("scores.csv", "note"), ["fast", "", "", ""])
    f = t.imported("rows.csv", "Criterion,Weight,A,B,Comment,Remark\nSpeed,3,8,6,tested,twice\nPrice,5,7,9,,\n")
    t.same("those behind all options are each one's", f.column("scores.csv", "note"), ["tested; twice"] * 2 + ["", ""])
    f = t.imported("scale.csv", "Criterion,Description,Weight,Scale,A,B\nSpeed,How fast?,3,1-10,8,6\nPrice,,5,1-10,7,9\n")
    t.totals(t.built(f), {"a": 59 / 80, "b": 63 / 80})
    to_do(t, f, 'the column "Scale" has no numbers: it is taken for notes')
    t.same("which they are", f.column("scores.csv", "note"), ["1-10"] * 4)
    f = t.imported("beside.csv", "Criterion,Weight,A,B,\nSpeed,3,8,6,by hand\nPrice,5,7,9,\n")
    to_do(t, f, "column 5 has no name, and is left out: by hand")


def several_scales(t):
    f = t.imported("mixed.csv", "Criteria,A,B\nSpeed,8/10,6/10\nComfort,4/5,5/5\nNoise,7/10,8/10\n")
    t.same("what a row is out of is its own range", [(c["id"], c["best"], c["worst"]) for c in f.criteria],
           [("speed", "", ""), ("comfort", "5", "1"), ("noise", "", "")])
    t.totals(t.built(f), {"a": (.8 + .75 + .7) / 3, "b": (.6 + 1 + .8) / 3})
    to_do(t, f, '"Comfort" goes from 1 to 5')


def odd_cells(t):
    f = t.imported("word.csv", "Criterion,Weight,A,B\nSpeed,3,8,6\nPrice,5,7,excellent\nLooks,2,9,5\n")
    t.same("one word takes no criterion away", f.column("criteria.csv", "id"), ["speed", "price", "looks"])
    to_do(t, f, '"Price": "excellent" is no number')
    t.same("but is a note", [r["note"] for r in f.rows("scores.csv") if r["note"]], ["excellent"])
    t.totals(t.built(f), RIGHT | {"b": (18 + 10) / 50})
    f = t.imported("asides.csv", "Criterion,Weight,A,B\nSpeed,3,8 (good),6\nPrice,5,7,9 - cheap\nLooks,2,9,5\n")
    t.totals(t.built(f), RIGHT)
    t.same("words behind a number are its note", [r["note"] for r in f.rows("scores.csv") if r["note"]], ["good", "cheap"])
    f = t.imported("catalogue.csv", "Model,Price,Speed ↑,Range ↑\nA,9,5,300\nB,8,free,400+\nC,7,7,350\n")
    t.same("nor where a direction is said", f.column("criteria.csv", "id"), ["price", "speed", "range"])
    f = t.imported("none.csv", "Model,Kind,X ↑\nA,n,10-20\nB,m,5-10\n")
    to_do(t, f, '"X ↑" has a direction and no numbers ("10-20")')
    f = t.imported("facts.csv", "Model,Chip\nA,8 (Intel)\nB,9\nC,M4\n")
    t.same("a fact has it as it is written", f.column("options.csv", "Chip"), ["8 (Intel)", "9", "M4"])


def doubts(t):
    f = t.imported("euro.csv", "Laptop,Preis\nA,1.299 €\nB,999 €\nC,2.199 €\n")
    t.same("beside 999 € it is for thousands", [row["preis"] for row in f.by_option().values()], ["1299", "999", "2199"])
    to_do(t, f, '"1.299 €" in row 2 is taken for 1299')
    f = t.imported("fuel.csv", "Station,Preis\nA,1.799 €\nB,1.859 €\n")
    t.same("else as ever", [row["preis"] for row in f.by_option().values()], ["1.799", "1.859"])
    to_do(t, f, '"1.799 €" in row 2 is taken for 1.799')
    f = t.imported("disputed.csv", "Criterion,Weight,A,B,C\nSpeed (ms),3,120,80,100\nPrice ($),5,700,900,500\n")
    to_do(t, f, '"Speed (ms)" is a fact, as its name and its unit (ms) say different ways to be better')
    t.same("so nothing is judged by it", f.directions(), {"price": "lower"})
    f = t.imported("said.csv", "Model,Speed (ms) ↓,Battery (h)\nA,120,8\nB,80,9\n")
    t.same("unless the head says it", f.directions(), {"speed": "lower", "battery": "higher"})


def above(t):
    table = "Criterion,Weight,Alpha,Beta\nSpeed,3,8,6\nPrice,5,7,9\n"
    for lines in ("Evaluation of vendors,,,\nDate:,12.03.2024,,\nAuthor:,Jane,,\n", "Author,Jane,,\n"):
        f = t.imported("above.csv", lines + table)
        t.same("two cells are no header", f.column("options.csv", "name"), ["Alpha", "Beta"])
        t.check("and are kept", "Jane" in f.head, f.head)
    f = t.imported("narrow.csv", "Name,2024\nA,1\nB,2\n")
    t.same("of a table of two they are", f.column("options.csv", "2024"), ["1", "2"])


def forms(t):
    f = t.imported("forms.csv", "Timestamp,Email,Reviewer,Option,Ease,Looks\n2024-05-01 10:00:00,a@x.org,Ann,Alpha,4,3\n"
                   "2024-05-01 10:05:00,b@x.org,Bob,Alpha,5,2\n2024-05-01 10:07:00,a@x.org,Ann,Beta,3,5\n"
                   "2024-05-01 10:09:00,b@x.org,Bob,Beta,2,4\n")
    t.same("the options are in the column that says so", f.long(), {
        (c, o, j): s for o, j, both in (("alpha", "Ann", "43"), ("alpha", "Bob", "52"), ("beta", "Ann", "35"),
                                        ("beta", "Bob", "24")) for c, s in zip(("ease", "looks"), both)})


def judges(t):
    ann = [["Criterion", "Weight", "Alpha", "Beta"], ["Price", 3, 8, 6], ["Power", 5, 7, 9], ["Total", None, 59, 63]]
    bob = [["Criterion", "Weight", "Beta", "Alpha"], ["Price", 3, 6, 8], ["Power", 5, 4, 9], ["Total", None, 38, 69]]
    mean = [["Criterion", "Weight", "Alpha", "Beta"], ["Price", 3, 8, 6], ["Power", 5, 8, 6.5], ["Total", None, 64, 50.5]]
    for name, sheets in (("both", []), ("average", [Sheet("Average", mean)]), ("proved", [Sheet("All", mean)])):
        f = t.imported(f"{name}.xlsx", books.xlsx(Sheet("Ann", ann), Sheet("Bob", bob), *sheets))
        t.same(f"{name}: the judges, whatever the order of their columns",
               sorted({judge for _, _, judge in f.long()}), ["Ann", "Bob"])
        t.totals(t.built(f), {"alpha": 64 / 80, "beta": 50.5 / 80})
