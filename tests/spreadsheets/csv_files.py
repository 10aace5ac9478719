"""CSV in its encodings, its ways to write numbers, and its shapes."""
from suite import table

LAPTOPS_FACTS = {"screen-size", "keyboard-travel"}
LOWER = {"price", "weight", "noise-idle", "noise-load", "surface-temp",
         "thickness"}


def run(t):
    catalogue(t)
    cars(t)
    long_table(t)
    wide_with_judge(t)
    ways_of_writing(t)
    facts_and_measures(t)
    matrices(t)
    scales(t)
    sums(t)
    ranks(t)
    told(t)
    kept(t)
    names_of_folders(t)
    errors(t)


def catalogue(t):
    rows = table("laptops.csv")
    f = t.imported("laptops.csv")
    ids = [row["Model"].lower().replace(" ", "-") for row in rows]
    t.same("an option a row", [o["id"] for o in f.options], ids)
    t.same("and its name", [o["name"] for o in f.options],
           [row["Model"] for row in rows])
    t.same("text is a fact", [o["Brand"] for o in f.options],
           [row["Brand"] for row in rows])
    t.same("so are numbers of which nobody knows which way is better",
           [o["Screen size"] for o in f.options],
           [row["screen-size"] for row in rows])
    measures = [c for c in rows[0] if c not in {"Model", "Brand"} | LAPTOPS_FACTS]
    # battery-wh says its unit
    t.same("the others are criteria, in the order of the columns",
           [c["id"] for c in f.criteria],
           [m.replace("-wh", "") for m in measures])
    t.same("the unit of a head is the measure's",
           [c["unit"] for c in f.criteria if c["unit"]], ["Wh"])
    t.same("with a direction each", f.directions(),
           {m.replace("-wh", ""): "lower" if m in LOWER else "higher"
            for m in measures})
    scores = f.by_option()
    t.same("every number is a score",
           [[float(scores[i][m.replace("-wh", "")] or "nan") for m in measures].__repr__()
            for i in ids],
           [[float(row[m] or "nan") for m in measures].__repr__() for row in rows])
    for m in measures:
        t.check(f"{m}: its direction is proposed under \"to do\"",
                any(line.startswith(f'"{m}": {"lower" if m in LOWER else "higher"} is taken for better')
                    for line in f.todo), f.todo)
    t.check("a fact says how it would be a criterion",
            any('write "screen-size ↑"' in line for line in f.todo), f.todo)
    t.check("the list is in the report, too",
            all(f"- TODO: {line}\n" in f.report for line in f.todo))
    empty = [m for m in measures if any(not row[m] for row in rows)]
    t.check("so many empty cells count by what there is",
            "\n  missing: available\n" in f.head, f.head)
    data = t.built(f)
    t.same("data.json has every number", t.values(data),
           {c["id"]: {i: float(row[m]) if row[m] else None for i, row in zip(ids, rows)}
            for c, m in zip(f.criteria, measures)})
    t.totals(data, available(rows, ids, measures))
    t.check("and it says how much", any(
        line.startswith(f"{100 * len(empty) / len(measures):.0f} % of the weights")
        for line in f.todo), f.todo)


def available(rows, ids, measures):
    """Each option's mean utility over what it has, by the data's own range."""
    totals = {}
    for i, row in zip(ids, rows):
        utilities = []
        for m in measures:
            column = [float(r[m]) for r in rows if r[m]]
            worst, best = min(column), max(column)
            if m in LOWER:
                worst, best = best, worst
            if row[m]:
                utilities.append((float(row[m]) - worst) / (best - worst))
        totals[i] = sum(utilities) / len(utilities)
    return totals


def cars(t):
    rows = table("cars.csv")
    f = t.imported("cars.csv")
    t.same("measures and their directions", f.directions(),
           {"miles-per-gallon": "higher", "horsepower": "higher",
            "weight": "lower", "acceleration": "lower"})
    t.same("a unit behind \"in\"", [c["unit"] for c in f.criteria],
           ["", "", "lbs", ""])
    t.same("facts", list(f.options[0]),
           ["id", "name", "Cylinders", "Displacement", "Year", "Origin"])
    t.same("years that the sheet has as days", [o["Year"] for o in f.options],
           [row["Year"][:4] for row in rows])
    names = [o["name"] for o in f.options]
    t.same("as many options as rows", len(set(names)), len(rows))
    t.same("ids are unique", len({o["id"] for o in f.options}), len(rows))
    sheet = [row["Name"] for row in rows]
    t.check("what tells apart stands behind names that are there twice",
            all(name.startswith(row["Name"]) and
                (name == row["Name"]) == (sheet.count(row["Name"]) == 1)
                for name, row in zip(names, rows)))
    t.check("a year", "ford galaxie 500 (1970)" in names, names)
    t.check("which is said", any('"Year"' in line for line in f.todo), f.todo)
    scores = f.by_option()
    t.same("scores", [scores[o["id"]]["weight"] for o in f.options],
           [row["Weight_in_lbs"] for row in rows])
    t.same("an empty cell is not scored",
           [o["id"] for o in f.options
            if not scores[o["id"]]["miles-per-gallon"]],
           [o["id"] for o, row in zip(f.options, rows)
            if not row["Miles_per_Gallon"]])
    data = t.built(f)
    t.same("data.json has the weights of the cars",
           list(t.values(data)["weight"].values()), [float(row["Weight_in_lbs"]) for row in rows])
    f = t.imported("twins.csv", "Name,Price\nA,1\nA,1\nA,2\nB,3\n")
    t.built(f)
    t.same("with nothing to tell them apart, a count does",
           f.column("options.csv", "name"), ["A", "A, no. 2", "A, no. 3", "B"])


def long_table(t):
    rows = table("long.csv", ";")
    f = t.imported("long.csv")
    right = {(r["criterion"].lower().replace(" ", "-"), r["option"].lower(),
              r["judge"]): r["score"].replace(",", ".")
             for r in rows if r["score"]}
    t.same("a score a row, by judge", f.long(), right)
    t.check("on their scale", "  scale: [0, 10]\n" in f.head, f.head)
    means = {}
    for (criterion, option, _), score in right.items():
        means.setdefault(criterion, {}).setdefault(option, []).append(float(score))
    means = {c: {o: sum(v) / len(v) for o, v in of.items()} for c, of in means.items()}
    data = t.built(f)
    t.totals(data, {o: sum(of[o] for of in means.values()) / len(means) / 10
                    for o in means["cost"]})
    t.check("which is to be looked at",
            any("on a scale from 0 to 10" in line for line in f.todo))
    f = t.imported("matrix.csv",
                   "Kriterium;Option;Wert;Gewicht;Bewerter;Bemerkung\r\n"
                   "Preis;Alpha;7,5;30;Ann;zu teuer?\r\n"
                   "Preis;Beta;4;30;Ann;\r\n"
                   "Größe;Alpha;2;70;Ann;\r\n"
                   "Größe;Beta;9;70;Ann;\r\n")
    t.same("German heads", f.long(),
           {("preis", "alpha", "Ann"): "7.5", ("preis", "beta", "Ann"): "4",
            ("grosse", "alpha", "Ann"): "2", ("grosse", "beta", "Ann"): "9"})
    t.totals(t.built(f), {"alpha": (30 * 7.5 + 70 * 2) / 1000, "beta": (30 * 4 + 70 * 9) / 1000})
    t.same("weights", [(c["title"], c["weight"]) for c in f.criteria],
           [("Preis", "30"), ("Größe", "70")])
    t.same("notes", f.column("scores.csv", "note"), ["zu teuer?", "", "", ""])
    f = t.imported("evidence.csv",
                   "criterion,option,score,source,date,confidence\n"
                   "a,x,1,https://example.org/t,2026-01-02,high\n"
                   "a,y,4,Lab test,May,sure\nb,x,2,,,\nb,y,3,,,\n")
    t.built(f)
    t.same("sources have ids", f.column("scores.csv", "source"),
           ["example-org", "lab-test", "", ""])
    t.check("and stand in sources.yaml",
            '"lab-test":\n  title: "Lab test"\n' in f.files["sources.yaml"] and
            '  url: "https://example.org/t"\n' in f.files["sources.yaml"],
            f.files["sources.yaml"])
    t.same("what is no day or no confidence is kept in the note",
           f.column("scores.csv", "note"),
           ["", "confidence: sure; May", "", ""])
    t.same("what is one has its column",
           [(r["date"], r["confidence"]) for r in f.rows("scores.csv")][:2],
           [("2026-01-02", "high"), ("", "")])


def wide_with_judge(t):
    f = t.imported("wide-judge.csv")
    t.same("a wide row of a judge", f.long(),
           {("throughput", "kafka", "dev"): "6",
            ("throughput", "rabbitmq", "dev"): "6.5",
            ("throughput", "nats", "dev"): "5",
            ("throughput", "pulsar", "dev"): "6"})
    t.totals(t.built(f), {"kafka": .6, "rabbitmq": .65, "nats": .5, "pulsar": .6})
    f = t.imported("judged.csv", "Reviewer,Tool,Ease,Looks\nAnn,X,4,5\n"
                   "Bob,X,2,3\nAnn,Y,1,2\nBob,Y,5,4\n")
    t.same("a row an option and judge", f.long(),
           {("ease", "x", "Ann"): "4", ("looks", "x", "Ann"): "5",
            ("ease", "x", "Bob"): "2", ("looks", "x", "Bob"): "3",
            ("ease", "y", "Ann"): "1", ("looks", "y", "Ann"): "2",
            ("ease", "y", "Bob"): "5", ("looks", "y", "Bob"): "4"})


def ways_of_writing(t):
    text = "Model;Price (€);Weight [kg];Rating;Battery\r\n" \
           "Äon;1.299,50;2,5;4/5;12 h\r\nBär;899;1;3/5;9,5 h\r\n"
    for what, content in [
            ("utf-8.csv", text.encode()),
            ("mark.csv", text.encode("utf-8-sig")),
            ("utf-16.csv", text.encode("utf-16")),
            ("sep.csv", ("sep=;\r\n" + text).encode()),
            ("tab.csv", text.replace(";", "\t").encode()),
            ("tab.tsv", text.replace(";", "\t").encode()),
            ("quoted.csv", "\n".join(
                ",".join(f'"{cell}"' for cell in line.split(";"))
                for line in text.split("\r\n")[:3]).encode())]:
        f = t.imported(what, content)
        t.same(f"{what}: names", f.column("options.csv", "name"), ["Äon", "Bär"])
        t.same(f"{what}: numbers",
               [list(row.values()) for row in f.by_option().values()],
               [["1299.5", "2.5", "4", "12"], ["899", "1", "3", "9.5"]])
        t.same(f"{what}: units", f.column("criteria.csv", "unit"),
               ["€", "kg", "", "h"])
    f = t.imported("points.csv", 'Name,Price,Share\nA,"$1,299",12 %\nB,$899.95,9 %\n')
    t.same("English numbers, money and per cent",
           [list(row.values()) for row in f.by_option().values()],
           [["1299"], ["899.95"]])
    t.same("their units", [c["unit"] for c in f.criteria], ["$"])
    t.same("a fact is as written", f.column("options.csv", "Share"),
           ["12 %", "9 %"])
    f = t.imported("either.csv", "Name;Preis\nA;1.299\nB;2.400\n")
    t.same("thousands, where commas are for decimals",
           [row["preis"] for row in f.by_option().values()], ["1299", "2400"])
    t.check("which is told", '"1.299" in row 2 is taken for 1299' in f.report,
            f.report)
    f = t.imported("marks.csv", "Name,Speed ↑,Waterproof,Rest\nA,100¹,Yes*,$999*\nB,200 [2],no,x*\nC,300*,yes,y\n")
    t.built(f)
    t.same("the mark of a note is no part of a number or an answer",
           [(r["criterion"], r["option"], r["score"], r["note"]) for r in f.rows("scores.csv")],
           [("speed", "a", "100", "¹"), ("waterproof", "a", "yes", "\\*"), ("speed", "b", "200", "\\[2\\]"),
            ("waterproof", "b", "no", ""), ("speed", "c", "300", "\\*"), ("waterproof", "c", "yes", "")])
    t.same("a fact has it once", f.column("options.csv", "Rest"), ["\\$999\\*", "x\\*", "y"])
    f = t.imported("stars.csv", "Name,Ease,Looks\nA,★★★☆☆,★☆☆☆☆\nB,★★★★★,★★☆☆☆\n")
    t.same("stars", [list(row.values()) for row in f.by_option().values()],
           [["3", "1"], ["5", "2"]])
    f = t.imported("answers.csv", "Name,Waterproof,Foldable\nA,✓,nein\nB,✗,JA\nC,TRUE,teilweise\n")
    t.built(f)
    t.same("answers", [list(row.values()) for row in f.by_option().values()],
           [["yes", "no"], ["no", "yes"], ["yes", "partial"]])
    t.check("yes is better, says the list", any(
        line.startswith('"Waterproof" is a criterion, yes being better')
        for line in f.todo), f.todo)
    f = t.imported("nothing.csv", "Name,Price\nA,n/a\nB,k.A.\nC,3\nD,#DIV/0!\nE,5\nF,–\n")
    t.same("what stands for nothing is nothing",
           [row["price"] for row in f.by_option().values()],
           ["", "", "3", "", "5", ""])
    t.check("with a remark", '3 cells are taken for empty: "n/a" in row 2 and others'
            in f.report, f.report)
    t.check("and so is an error of the sheet",
            '1 cell could not be computed by the spreadsheet and is empty '
            'here: "#DIV/0!" in row 5' in f.report, f.report)
    f = t.imported("grades.csv", "Name,Price,Grade\nA,3,-\nB,4,+\nC,n/a,+\n")
    t.same("a fact keeps what stands for nothing elsewhere",
           [row["Grade"] for row in f.options], ["\\-", "\\+", "\\+"])
    t.check("and the remark says so", "where a column is a fact, they stay" in f.report, f.report)


def facts_and_measures(t):
    f = t.imported("heads.csv",
                   "Name,Akkulaufzeit (h),Gesamtpreis,battery weight,"
                   "Noise (higher is better),Doors ↓,Length mm\n"
                   "A,10,20,30,40,5,7\nB,11,21,31,41,3,8\n")
    t.same("directions", f.directions(),
           {"akkulaufzeit": "higher", "gesamtpreis": "lower",
            "battery-weight": "lower", "noise": "higher", "doors": "lower"})
    t.same("a direction that the sheet gives is not proposed",
           [line for line in f.todo if line.startswith(('"Noise', '"Doors'))], [])
    t.same("facts keep their unit", f.column("options.csv", "Length (mm)"),
           ["7", "8"])
    f = t.imported("strays.csv", "Name,Price\nA,10\nB,ask *them*\nC,30\nD,40\nE,50\nF,60\n")
    t.same("a word among numbers is no score",
           f.column("scores.csv", "score"), ["10", "", "30", "40", "50", "60"])
    t.built(f)
    t.same("but a note", f.column("scores.csv", "note")[1], "ask \\*them\\*")
    f = t.imported("labels.csv", "Name,Color,Category,Price,Image\n"
                   "A,red,big,from 3 €,a.png\nB,blue,big,free,\n")
    t.same("a fact takes no column with a use of its own",
           list(f.options[0]), ["id", "name", "group", "Color (given)",
                                "price", "Image (given)"])
    t.built(f)
    t.same("a category groups", f.column("options.csv", "group"), ["big", "big"])
    f = t.imported("ids.csv", "Name,Score,Matrix score,Weight (kg)\nA b,100,2,3\nA-b,300,4,5\n")
    t.built(f)
    t.same("ids differ", f.column("options.csv", "id"), ["a-b-2", "a-b"])
    t.same("and are no column's or page's", f.column("criteria.csv", "id"),
           ["score-value", "matrix-score", "weight"])


    f = t.imported("units.csv", "Name,Weight (kg),Weight (lbs),Size (mm),Size,size\nA,1,2,3,4,5\nB,2,4,5,6,7\n")
    t.built(f)
    t.same("titles differ", f.column("criteria.csv", "title"), ["Weight", "Weight (lbs)"])
    t.same("and so do facts", list(f.options[0])[2:], ["Size (mm)", "Size", "Size (2)"])


def matrices(t):
    f = t.imported("matrix.csv", "Criterion,Weight,Unit,Better,Kafka,NATS,Comment\n"
                   "Speed,,,,,,\nThroughput,3,MB/s,,605,38,from a paper\n"
                   "Start-up,1,s,lower,12,0.5,\nPeople,,,,,,\n"
                   "Ease,2,,,4,5,\nLicence,,,,Apache,MIT,\n"
                   "Total,6,,,50,60,\n")
    t.built(f)
    t.same("criteria, weights, groups, units",
           [[c[k] for k in ("id", "group", "weight", "unit", "better")]
            for c in f.criteria],
           [["throughput", "Speed", "3", "MB/s", "higher"],
            ["start-up", "Speed", "1", "s", "lower"],
            ["ease", "People", "2", "", "higher"]])
    t.same("a row of text is a fact", f.column("options.csv", "Licence"),
           ["Apache", "MIT"])
    t.check("sums are told, for they are computed anew",
            "Total" not in f.options[0] and
            "row 8 is computed of the others: Total; 6; 50; 60" in f.report, f.report)
    t.same("a comment is the note of its row's scores",
           f.column("scores.csv", "note")[:3],
           ["from a paper", "from a paper", ""])
    f = t.imported("scored.csv", "Criteria,Weight,X,Y,Z\nCost,50,1,3,5\nEase,30,2,4,4\nLooks,20,5,5,1\n")
    t.same("scores by option", f.by_option(),
           {"x": {"cost": "1", "ease": "2", "looks": "5"},
            "y": {"cost": "3", "ease": "4", "looks": "5"},
            "z": {"cost": "5", "ease": "4", "looks": "1"}})
    t.check("a scale from 1", "  scale: [1, 5]\n" in f.head, f.head)
    t.check("which way cost was meant is asked",
            any(line.startswith('"Cost" is taken for a score') for line in f.todo))
    f = t.imported("even.csv", "criterion,option,score\na,x,1\na,y,2\nb,x,3\nb,y,1\nc,x,9\nc,y,7\n")
    t.check("the scale is one for all criteria, if there is one", "  scale: [0, 10]\n" in f.head, f.head)
    f = t.imported("weights.csv", "Option,Ease,Price\nWeight,2,3\nX,10,0\nY,4,7.5\nAverage,7,3.75\n")
    t.built(f)
    t.same("a row of weights", f.column("criteria.csv", "weight"), ["2", "3"])
    t.same("and one of averages are no options", f.column("options.csv", "name"),
           ["X", "Y"])
    t.check("the averages are kept in the report",
            "row 5 is computed of the others, and no option: Average; 7; 3.75"
            in f.report, f.report)
    f = t.imported("again.csv", "Criterion,X,Y\nEase,1,2\nEase,3,4\n")
    t.built(f)
    t.same("a criterion that is there twice is two",
           f.column("criteria.csv", "title"), ["Ease", "Ease (2)"])


    f = t.imported("parts.csv", "Criteria,Weight,Option A,,,Option B,,\n"
                   ",,Score,Weighted,Comment,Score,Weighted,Comment\n"
                   "Cost,5,3,15,dear,4,20,\nQuality,3,5,15,,2,6,poor\nTotal,8,,30,,,26,\n")
    t.built(f)
    t.same("of an option's columns the first is its score", f.long(),
           {("cost", "option-a", ""): "3", ("cost", "option-b", ""): "4",
            ("quality", "option-a", ""): "5", ("quality", "option-b", ""): "2"})
    t.same("one of comments has its notes", f.column("scores.csv", "note"),
           ["dear", "", "", "poor"])
    t.check("and what is computed is told",
            'column 4, of "Option A", is left out: Weighted; 15; 15; 30' in f.report, f.report)
    for name, text in [
            ("nwa.csv", "Kriterium;Gewichtung;Anbieter A;Punkte;Anbieter B;Punkte\n"
                        "Preis;30%;3;90;4;120\nService;70%;5;350;2;140\nSumme;100%;;440;;260\n"),
            ("shares.csv", "Kriterium;Gewichtung in %;Anbieter A;gewichtet;Anbieter B;gewichtet\n"
                           "Preis;30;3;0,9;4;1,2\nService;70;5;3,5;2;1,4\nGesamt;100;;4,4;;2,6\n"),
            ("behind.csv", "Criterion,Weight,Anbieter A,Anbieter B,A weighted,B weighted\n"
                           "Preis,30,3,4,90,120\nService,70,5,2,350,140\nTotal,100,,,440,260\n")]:
        f = t.imported(name, text)
        t.same("weighted scores are no options", f.by_option(),
               {"anbieter-a": {"preis": "3", "service": "5"}, "anbieter-b": {"preis": "4", "service": "2"}})
        t.same("but told, with their sums", f.report.count(" is left out, as it is the weight times the score: "), 2)
        t.check("as are the sums", any(f"row 4 is computed of the others: {sums}" in f.report
                                       for sums in ("Summe; 100%; 440", "Gesamt; 100; 4,4", "Total; 100; 440")), f.report)
        data = t.built(f)
        t.totals(data, {"anbieter-a": (0.3 * (3 - 1) + 0.7 * (5 - 1)) / 4, "anbieter-b": (0.3 * 3 + 0.7 * 1) / 4})
    f = t.imported("double.csv", "Criterion,Weight,Oak,Elm\nEase,1,4,4\nLooks,2,3,6\n")
    t.same("an option that is twice another by chance is one", [o["name"] for o in f.options], ["Oak", "Elm"])
    f = t.imported("scales.csv", "Alternative,Cost (1-5),Time (1–5),Total\nBuild,2,1,3\nBuy,4,3,7\n")
    t.built(f)
    t.same("a scale that the heads say",
           [(c["id"], c.get("better")) for c in f.criteria], [("cost", None), ("time", None)])
    t.check("is the comparison's", "  scale: [1, 5]\n" in f.head, f.head)
    t.same("sums by option are facts", f.column("options.csv", "Total"), ["3", "7"])
    t.check("with nothing to do", not any("Total" in line for line in f.todo), f.todo)
    f = t.imported("features.csv", "Feature,Notion,Obsidian\nPrice per month,$10,$0\n"
                   "Offline,No,Yes\nMobile,Yes,Partial\nMade by,A company,Two people\n")
    t.built(f)
    t.same("a table of features", f.by_option(),
           {"notion": {"price-per-month": "10", "offline": "no", "mobile": "yes"},
            "obsidian": {"price-per-month": "0", "offline": "yes", "mobile": "partial"}})
    t.same("its texts", f.column("options.csv", "Made by"), ["A company", "Two people"])


    f = t.imported("small.csv", "Model,Price,Seats\nA,1,2\nB,2,4\n")
    t.same("a price is a price, however small", f.directions(), {"price": "lower"})
    f = t.imported("sites.csv", "Name,Website,Note\nA,https://a.example/x_y,z\nB,,z\n")
    t.built(f)
    t.same("addresses are websites", f.options[0],
           {"id": "a", "name": "A", "website": "https://a.example/x_y", "Note": "z"})
    t.check("where nothing is judged, it says so",
            any(line.startswith("there is no criterion") for line in f.todo), f.todo)


def scales(t):
    """Of how much something is does not get lost beside other measures."""
    f = t.imported("rated.csv", "Model,Rating,Risk (lower is better),Price (EUR)\n"
                   "A,4/5,2/10,100\nB,★★☆☆☆,3/10,80\nC,n/a,9/10,120\n")
    t.same("what cells say is the range of a measure",
           [(c["id"], c["better"], c["best"], c["worst"]) for c in f.criteria],
           [("rating", "higher", "5", "1"), ("risk", "lower", "0", "10"), ("price", "lower", "", "")])
    t.check("which is told", any('"Rating" goes from 1 to 5, more being better' in line for line in f.todo), f.todo)
    data = t.built(f)
    t.same("so 4 of 5 is not the best there is", t.values(data)["rating"], {"a": 4, "b": 2, "c": None})
    utility = {"a": (3 / 4 + 8 / 10 + 20 / 40) / 3, "b": (1 / 4 + 7 / 10 + 1) / 3, "c": (1 / 10 + 0) / 2}
    t.totals(data, utility)
    f = t.imported("mixed.csv", "Model,Weight,Speed ↑,Rest\nA,1 kg,4/5,5\nB,900 g,8/10,3\nC,2 kg,3/5,4\n")
    t.same("numbers of several units or scales are not held against each other",
           f.options[1], {"id": "b", "name": "B", "Weight": "900 g", "Speed": "8/10", "Rest": "3"})
    for line in ['"Weight" is a fact, as its numbers are in several units (kg and g)',
                 '"Speed ↑" is a fact, as its numbers are in several scales']:
        t.check(line, any(todo.startswith(line) for todo in f.todo), f.todo)
    f = t.imported("either.csv", 'Phone,Battery,Price\nP,"3,240 mAh",799\nQ,"4,323 mAh",1099\n')
    t.check("what a number is taken for is what it is", '"3,240 mAh" in row 2 is taken for 3240, and 1 more'
            in f.report, f.report)
    t.same("as it is", f.by_option()["p"]["battery"], "3240")
    for name, head in [("price", "Price"), ("preis", "Preis")]:
        f = t.imported(f"{name}.csv", f"Model,{head} (€),Size\nA,1299,x\nB,from 700,y\n")
        t.same("a price that is no number keeps its currency", f.column("options.csv", f"{head} (€)"),
               ["1299", "from 700"])
        t.built(f)


def sums(t):
    """A matrix whose own sums tell that more is better in each row."""
    rows = ";Kafka;NATS\nDurchsatz;9;8\nBetrieb;4;8\nKosten;5;9\n"
    for name, text, told in (
            ("sums", rows + "Gesamt;18;25\n", "row 5 is computed of the others: Gesamt; 18; 25"),
            ("means", rows + "Durchschnitt;6;8,33\n", "row 5 is computed of the others: Durchschnitt; 6; 8,33"),
            ("turned", ";Durchsatz;Betrieb;Kosten;Gesamt\nKafka;9;4;5;18\nNATS;8;8;9;25\n", '"Gesamt" -> options.csv: a fact')):
        f = t.imported(f"{name}.csv", text)
        t.same(f"{name}: scores, of which more is better",
               [(c["id"], c.get("better")) for c in f.criteria],
               [("durchsatz", None), ("betrieb", None), ("kosten", None)])
        t.check("with what becomes of them told", told in f.report, f.report)
        t.check("and what is to be looked at", any(
            line.startswith('"Kosten" is taken for a score, more being better') for line in f.todo), f.todo)
        t.totals(t.built(f), {"kafka": 18 / 30, "nats": 25 / 30})
    for word in ("Gesamt:", "Σ", "Total (max. 30)", "Summe (gewichtet)", "Punkte gesamt", "Grand total"):
        f = t.imported("called.csv", rows + word + ";18;25\n")
        t.check(f"a row called {word} is one of sums", len(f.criteria) == 3 and
                f"row 5 is computed of the others: {word}; 18; 25" in f.report, f.report)
    f = t.imported("times.csv", "Library,Average (ms)\nOak,5\nElm,7\n")
    t.check("an average with a unit is measured", '"Average (ms)" is a fact, as nothing' in f.report or f.criteria, f.report)
    f = t.imported("gap.csv", "Criterion,Weight,Kafka,NATS\nOps,30%,4,8\nCost,20%,5,9\nWeighted total,,2.2,\n")
    t.same("a sum with a gap is no fact", list(f.options[0]), ["id", "name"])
    t.check("but told", "is computed of the others: Weighted total; 2.2" in f.report, f.report)
    for name, text, better in (
            ("wrong", rows + "Gesamt;20;25\n", ["higher", "lower"]),
            ("units", ";Kafka;NATS\nDurchsatz;9;8\nKosten;5 €;9 €\nGesamt;14;17\n", ["higher", "lower"])):
        f = t.imported(f"{name}.csv", text)
        t.same(f"{name}: sums that are none say nothing", f.column("criteria.csv", "better"), better)
    f = t.imported("trip.csv", ";Bali;Rome\nPrice;5;9\nShipping;4;8\nTotal;9;17\n")
    t.check("of a price with its parts nothing is guessed", not f.criteria and any(
        line.startswith('"Price" is a fact, as nothing says') for line in f.todo), f.todo)


def ranks(t):
    """A priority of 1 may be the first or the least."""
    def weights(name, text):
        f = t.imported(name, text)
        t.built(f)
        return [c.get("weight", "") for c in f.criteria], f.report

    head = "Criterion;Priority;Oak;Elm\n"
    for name, cells, why in (("ranks", "123", "1 may stand for the first or for the least"),
                             ("levels", "122", "1 may stand for the first or for the least"),
                             ("words", ("high", "low", "3"), '"high" is no number')):
        rows = "".join(f"{c};{w};8;6\n" for c, w in zip(("Speed", "Price", "Looks"), cells))
        found, report = weights(f"{name}.csv", head + rows)
        t.same(f"{name} are no weights", found, [""] * 3)
        t.check("and are told", f'the column "Priority" is not taken for weights, for {why}' in report,
                report)
    found, report = weights("sizes.csv", head + "Speed;10;8;6\nPrice;5;5;7\nTotal;15;13;13\n")
    t.same("other numbers are", found, ["10", "5"])
    t.check("with a doubt", 'the column "Priority" is taken for weights, more being' in report, report)
    found, report = weights("shares.csv", head + "Speed;60 %;8;6\nPrice;40 %;5;7\n")
    t.same("so are shares", found, ["60", "40"])
    t.check("without", "taken for weights, more" not in report, report)
    found, report = weights("row.csv", "Option;Speed;Price\nPriority;1;2\nOak;8;6\nElm;5;7\n")
    t.same("ranks in a row are no weights", found, ["", ""])
    t.check("and told", 'the row "Priority" is not taken for weights' in report, report)


def told(t):
    """What a sheet says twice, and not alike, is told with both places."""
    def to_do(name, text, *lines):
        f = t.imported(name, text)
        t.built(f)
        for line in lines:
            t.check(f"{name}: {line}", any(line in todo for todo in f.todo), f.todo)
        return f
    f = to_do("unlike.csv", "Option,Criterion,Score,Weight,Unit,Better,Group\n"
              "A,Speed,8,3,km/h,higher,Road\nB,Speed,7,4,mph,min,Air\nA,Ease,2,1,,,\nB,Ease,3,1.0,,,\n",
              '"Speed" has the weight "3" in row 2 and "4" in row 3: the first is taken',
              '"Speed" has the unit "km/h" in row 2 and "mph" in row 3',
              '"Speed" has the direction "higher" in row 2 and "min" in row 3',
              '"Speed" has the group "Road" in row 2 and "Air" in row 3')
    t.same("the first counts", f.criteria[0], {"id": "speed", "title": "Speed", "group": "Road",
                                               "weight": "3", "unit": "km/h", "better": "higher"})
    t.check("1 and 1.0 are alike", not any('"Ease" has' in todo for todo in f.todo), f.todo)
    f = to_do("shares.csv", "Criterion,Weight,A,B\nSpeed,40%,3,5\nPrice,0.4,4,2\nEase,high,2,2\n",
              'some weights are shares ("40%" of "Speed") and some are not ("0.4" of "Price"): '
              "they are taken for 40 and 0.4")
    t.check("what is no weight is told", '"high" in row 4 is no weight, and left out' in f.report, f.report)
    f = to_do("percent.csv", "Criterion,Weight,A,B\nSpeed,40%,3,5\nPrice,60 %,4,2\nSum,100%,,\n")
    t.same("weights that are all shares", [c["weight"] for c in f.criteria], ["40", "60"])
    t.check("are as good as any", not any("shares" in todo for todo in f.todo), f.todo)


def names_of_folders(t):
    for taken in ("tags", "search", "static", "assets", "syntax", "con"):
        f = t.imported(f"{taken}.csv", "Criterion,A,B\nSpeed,1,2\nEase,3,4\n")
        t.same(f"a comparison cannot be called {taken}", f.path.name, f"{taken}-2")
        t.check("and the folder is named", f"content/{taken}-2: " in f.said, f.said)
        t.built(f)
    (f.path.parent / "site.yaml").write_text("title: T\nlanguages: { de: }\n")
    t.run("import", t.file("de.csv", "Criterion,A,B\nSpeed,1,2\n"), "-o", f.path.parent)
    t.check("so has it of its languages", (f.path.parent / "de-2/comparison.md").exists())
    t.built(f)


def kept(t):
    f = t.imported("around.csv", "Bikes of 2026,,\n\nModel,Price,Notes\n"
                   "A,100,good *bike*\nB,200,\n,50,nameless\n"
                   "Source: our own test of May.,,\n")
    t.built(f)
    t.check("what stands above is the title", 'title: "Bikes of 2026"' in f.head)
    t.same("which is the folder's name", f.path.name, "bikes-of-2026")
    t.check("what stands below is a note", "Source: our own test of May." in f.head)
    t.check("a row without a name is told",
            "row 6 has no name, and is no option: 50; nameless" in f.report, f.report)
    t.same("text is no Markdown", f.column("options.csv", "Notes"),
           ["good \\*bike\\*", ""])
    f = t.imported("lines.csv", "Bikes of 2026\n\nModel;Price;Notes\nA;100;x\nB;200;\"y\nz\"\n\n"
                   "* without tax, see 2\n\"Source; shop.example\"\n")
    t.built(f)
    t.check("a line above is the title", 'title: "Bikes of 2026"' in f.head, f.head)
    t.check("lines below are notes, in their order",
            f.head.endswith("---\n\\* without tax, see 2\n\nSource; shop.example\n"), f.head)
    t.same("and no options", f.column("options.csv", "Notes"), ["x", "y z"])
    for row, line in [(1, "Bikes of 2026"), (8, "* without tax, see 2"), (9, "Source; shop.example")]:
        t.check("each is told", f"row {row} is no row of the table, and stands in comparison.md: {line}\n"
                in f.report, f.report)
    f = t.imported("heads.csv", "Criterion,A,B\nMuch,,\nSpeed,,\nRange,1,2\nEase,3,4\nMade in May,,\nSources,,\n")
    t.same("the row above others heads them", [c["group"] for c in f.criteria], ["Speed", "Speed"])
    t.check("what heads nothing is a note", all(
        word in f.head for word in ("Much", "Made in May", "Sources")), f.head)
    f = t.imported("bands.csv", ",Performance,,Cost,\nModel,Speed,Range,Price,Weight\n"
                   "A,10,5,100,1000\nB,12,6,90,1200\nC,9,4,95,1100\n")
    t.same("a row over the heads is no header", [o["name"] for o in f.options],
           ["A", "B", "C"])
    t.same("each column keeps its numbers", t.values(t.built(f))["range"],
           {"a": 5, "b": 6, "c": 4})
    t.check("and its words are kept", "Performance" in f.head and "Cost" in f.head, f.head)
    f = t.imported("pugh.csv", "Criterion,Weight,A,B\nEase,3,2,1\nLooks,5,1,2\n"
                   "Sum +,,3,3\nNet,,0,0\n")
    t.built(f)
    t.same("what Pugh's rows count is no criterion", [c["id"] for c in f.criteria],
           ["ease", "looks"])


def errors(t):
    t.refused("empty.csv", "", "there is no table with a header")
    t.refused("names.csv", "A,B\n", "there is no table with a header",
              "hint: put a row of names above the table")
    t.refused("windows.csv", "Name,Größe\nA,1\n".encode("cp1252"),
              "is not UTF-8", 'save it as "CSV UTF-8"')
    t.refused("headed.csv", "Name;Price;Size\nA;1;2\nSmall\nB;2;3\n", "expected 3 cells, found 1",
              'hint: a line of one cell is no row of the table: write its empty cells, too, '
              'which takes 2 more ";"')
    t.refused("ragged.csv", "Name,Price\nA,1,2\n", "ragged.csv:2:5: error: expected 2 cells, found 3",
              'hint: it is behind the last column, "Price": quote a cell')
    t.refused("within.csv", "Name,Price\nA,1\nalone\nB,2\n", "within.csv:3:1: error: expected 2 cells, found 1")
    t.refused("again.csv", "Criterion,Option,Score,Judge\nSpeed,A,8,Ann\nSpeed,B,7,Ann\nPrice,A,1,Bob\n"
              "Speed,A,6,Ann\nSpeed,A,6,Bob\n",
              'again.csv:5:1: error: "A" has "8" in row 2 and "6" in row 5 on "Speed", both by "Ann"',
              "hint: leave one of them, or give each the judge whose score it is")
    t.refused("plain.csv", "Criterion,Option,Score\nSpeed,A,8\nSpeed,A,6\nSpeed,B,1\nEase,B,1\nEase,B,1\n",
              '"A" has "8" in row 2 and "6" in row 3 on "Speed"\n', '"B" has "1" in row 5 and "1" in row 6 on "Ease"\n')
    t.refused("one.csv", "Name,Price\nA,1\n", "there are no two options to compare")
    t.refused("many.csv", "Name,Price\n" + "".join(
        f"Option {i},{i}\n" for i in range(1001)),
        "more than 1000 options", "hint: import a part of it")
    t.refused("wide.csv", "Criterion,A,B\n" + "".join(
        f"Property {i},{i},2\n" for i in range(3001)),
        "more than 3000 rows or columns")
    t.refused("large.csv", "Criterion," + ",".join(f"O{i}" for i in range(150)) + "\n" + "".join(
        f"Speed {i}," + ",".join("7" * 150) + "\n" for i in range(401)),
        "60150 scores", "at most 60000")
    t.refused("cells.csv", "a,b\n" + "1,2\n" * 130000, "more than 250000 cells")
    t.refused("a.xls", "", "must end in .md, .txt or .html, a spreadsheet in "
              ".csv, .xlsx or .ods", status=2)
    twice = t.file("twice.csv", "Name,Price\nA,1\nB,2\n")
    t.run("import", twice, "-o", t.work / "twice")
    said = t.run("import", twice, "-o", t.work / "twice")
    t.same("a folder that is there is left as it is", said.returncode, 1)
    t.check("and told", "there is something of that name already" in said.stderr)
