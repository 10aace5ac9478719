"""XLSX and ODS: kinds of cells, several sheets, and what is hidden."""
import time

import books
from books import Day, Dollars, Error, Formula, Inline, Money, Percent, Raised, Sheet, Struck

KINDS = {"xlsx": books.xlsx, "ods": books.ods}


def run(t):
    for ending, made in KINDS.items():
        cells(t, ending, made)
        currencies(t, ending, made)
        raised(t, ending, made)
        struck(t, ending, made)
        unknown(t, ending, made)
        judges(t, ending, made)
        several(t, ending, made)
        hidden(t, ending, made)
        merged(t, ending, made)
    styles(t)
    hostile(t)


def cells(t, ending, made):
    f = t.imported(f"phones.{ending}", made(Sheet("Phones", [
        ["Phones of 2026"],
        [],
        ["Model", "Price", "Battery (h)", "Waterproof", "Released", "Discount", "OS", "Rating"],
        ["Alpha", Money(1299.5), 14.25, True, Day("2026-01-31"), Percent(0.07), "A & <B>", Formula("4+1", 5)],
        ["Beta", Money(899), Formula("6*2", 12), False, Day("2024-02-29"), Percent(0.125), Inline("Two runs"), 3],
        ["Gamma", Money(299.99), Error("#N/A"), True, Day("2025-12-01"), Percent(1), Formula('"C"', "C"), 0.1 + 0.2],
    ], comments={"B4": "with *tax*", "C5": "our test"})))
    kind = "EUR" if ending == "ods" else "€"
    t.same("the title above", f.path.name, "phones-of-2026")
    t.same("measures", [(c["title"], c["unit"], c["better"]) for c in f.criteria],
           [("Price", kind, "lower"), ("Battery", "h", "higher"),
            ("Waterproof", "", ""), ("Rating", "", "higher")])
    t.same("values, and those of formulas", f.long(), {
        ("price", "alpha", ""): "1299.5", ("battery", "alpha", ""): "14.25",
        ("waterproof", "alpha", ""): "yes", ("rating", "alpha", ""): "5",
        ("price", "beta", ""): "899", ("battery", "beta", ""): "12",
        ("waterproof", "beta", ""): "no", ("rating", "beta", ""): "3",
        ("price", "gamma", ""): "299.99", ("waterproof", "gamma", ""): "yes",
        ("rating", "gamma", ""): "0.3"})
    t.same("a comment is the note of its score",
           {(r["criterion"], r["option"]): r["note"] for r in f.rows("scores.csv") if r["note"]},
           {("price", "alpha"): "with \\*tax\\*", ("battery", "beta"): "our test"})
    t.same("days, shares and texts are facts",
           [list(o.values())[2:] for o in f.options],
           [["2026-01-31", "7 %", "A \\& \\<B\\>"], ["2024-02-29", "12.5 %", "Two runs"],
            ["2025-12-01", "100 %", "C"]])
    t.check("an error of the sheet is told", '"#N/A" in row 6' in f.report, f.report)
    data = t.built(f)
    t.same("in the order of the sheet", [o["name"] for o in data["options"]],
           ["Alpha", "Beta", "Gamma"])
    t.same("with its values", t.values(data)["battery"], {"alpha": 14.25, "beta": 12.0, "gamma": None})


def currencies(t, ending, made):
    kind = "EUR" if ending == "ods" else "€"
    other = "USD" if ending == "ods" else "$"
    f = t.imported(f"money.{ending}", made(Sheet("S", [
        ["Model", "Price", "Deposit"],
        ["A", Money(12.5), Money(5)], ["B", Dollars(10), Money(6)], ["C", Money(11), None]])))
    t.built(f)
    t.same("each has its currency", f.column("options.csv", "price"),
           [f"12.5 {kind}", f"10 {other}".replace("$", "\\$"), f"11 {kind}"])
    t.same("also where it is that of all", f.column("options.csv", "Deposit"), [f"5 {kind}", f"6 {kind}", ""])
    t.check("of which it is told", any(
        line.startswith(f'"Price" is a fact, as its numbers are in several units ({kind} and {other})')
        for line in f.todo), f.todo)


def raised(t, ending, made):
    f = t.imported(f"raised.{ending}", made(Sheet("S", [
        ["Model", "Speed ↑", "Floor", "Cells ↑"],
        ["A", Raised("1001"), Raised("5 m2"), Raised("106")], ["B", Raised("200a"), Raised("7 m2"), 3],
        ["C", 300, Raised("9 m2"), 4]])))
    t.built(f)
    t.same("a raised mark is no digit", f.long(), {
        ("speed", "a", ""): "100", ("speed", "b", ""): "200", ("speed", "c", ""): "300",
        ("cells", "a", ""): "", ("cells", "b", ""): "3", ("cells", "c", ""): "4"})
    t.same("but a note, and so is a power, which is no number that it is not",
           [r["note"] for r in f.rows("scores.csv") if r["note"]], ["¹", "10⁶", "\\[a\\]"])
    t.check("which is told", any(line.startswith('"Cells ↑": "10⁶" is no number') for line in f.todo), f.todo)
    t.same("units are as they are shown", f.column("options.csv", "Floor"), ["5 m²", "7 m²", "9 m²"])


def struck(t, ending, made):
    f = t.imported(f"struck.{ending}", made(Sheet("S", [
        ["Model", "Price ↓", "Speed ↑"],
        ["A", 30, 5], ["B", 20, 6], ["C", 25, 7], ["D", 99, 8]],
        struck=("B2", "A5", "B5", "C5"))))
    t.same("what is struck out is no value", t.values(t.built(f)), {
        "price": {"a": None, "b": 20.0, "c": 25.0}, "speed": {"a": 5.0, "b": 6.0, "c": 7.0}})
    t.check("and is told", 'struck out in the sheet "S", and left out: B2 "30", A5 "D", '
            'B5 "99", C5 "8"' in f.report, f.report)


    f = t.imported(f"struck-words.{ending}", made(Sheet("S", [
        ["Model", "Price ↓", "Speed ↑"],
        ["A", Struck("~30~ 25"), 5], ["B", Struck("~40~20~50~"), 6], ["C", Struck("~25~"), Struck("7 ~(8)~")]],
        comments={"A2": "kept"})))
    t.same("words that are struck out are no part of it", t.values(t.built(f)), {
        "price": {"a": 25.0, "b": 20.0, "c": None}, "speed": {"a": 5.0, "b": 6.0, "c": 7.0}})
    t.check("and are told", 'left out: B2 "30", B3 "40 50", B4 "25", C4 "(8)"' in f.report, f.report)


def styles(t):
    """A style of an ODS is struck out where the one that it is made from is."""
    f = t.imported("styles.ods", books.ods(Sheet("S", [
        ["Model", "Price ↓"], ["A", 30], ["B", 20], ["C", 25], ["D", 22]],
        styles={"B2": "Gone", "B3": "ce3", "B4": "ce4"})))
    t.same("by its name, or its parent's", t.values(t.built(f))["price"],
           {"a": None, "b": None, "c": 25.0, "d": 22.0})
    f = t.imported("defaults.ods", books.ods(Sheet("S", [
        ["Model", "Price ↓", "Size ↑"], ["A", 30, 1], ["B", 20, 2], ["C", 25, 3]],
        styles={"C": "Gone", "C2": "", "C3": "ce4", "C4": "", "4": "ce4", "2": "Gone", "B2": ""})))
    t.same("or by that of its row, or else its column", t.values(t.built(f)), {
        "price": {"a": None, "b": 20.0, "c": 25.0}, "size": {"a": None, "b": 2.0, "c": 3.0}})


def unknown(t, ending, made):
    path = t.file(f"unknown.{ending}", made(
        Sheet("S", [["Model", "Price", "Note"], ["A", Formula("B3*2", None), Formula('""', "")],
                    ["B", 3, "x"], ["C", 4, Formula("1/3", None)]]),
        Sheet("Away", [["x", Formula("1+1", None)]], hidden=True)))
    said = t.run("import", path, "-o", t.work / f"unknown-{ending}")
    t.same(f"{ending}: a formula without its value is no error", said.returncode, 0)
    t.check("its cell is named", 'warning: the sheet "S" has 2 formulas without their values: '
            "the cell B2 and the others are empty here" in said.stderr, said.stderr)
    t.check("with a way out", "hint: open and save it in a spreadsheet program" in said.stderr, said.stderr)
    t.check("that of a hidden sheet is not missed", '"Away"' not in said.stderr, said.stderr)


def judges(t, ending, made):
    heads = ["Kriterium", "Gewicht", "Alpha", "Beta"]
    scores = {"Ann": [[7, 4], [2, 9]], "Bob": [[6, 5], [3, 8]], "Cem": [[8, None], [1, 10]]}
    f = t.imported(f"judges.{ending}", made(*[
        Sheet(name, [heads, ["Preis", 30, *rows[0]], ["Service", 70, *rows[1]]])
        for name, rows in scores.items()]))
    t.same("sheets of one shape are judges", f.long(), {
        (criterion, option, judge): str(rows[j][i])
        for judge, rows in scores.items() for j, criterion in enumerate(["preis", "service"])
        for i, option in enumerate(["alpha", "beta"]) if rows[j][i] is not None})
    t.same("with the weights", [c["weight"] for c in f.criteria], ["30", "70"])
    t.same("by their options", [o["name"] for o in f.options], ["Alpha", "Beta"])
    means = {"preis": {"alpha": 7.0, "beta": 4.5}, "service": {"alpha": 2.0, "beta": 9.0}}
    data = t.built(f)
    t.same("means of the judges", t.values(data), means)
    t.totals(data, {o: (30 * means["preis"][o] + 70 * means["service"][o]) / 100 / 10
                    for o in ["alpha", "beta"]})


    f = t.imported(f"weights.{ending}", made(*[
        Sheet(name, [heads, ["Preis", weight, 3, 4], ["Service", 70, 8, 2]])
        for name, weight in [("Ann", 30), ("Bob", 90), ("Cem", 50)]]))
    t.same("judges' weights that differ are told of, once",
           [line for line in f.todo if "weight" in line],
           ['"Preis" has the weight "30" in row 2 of the sheet "Ann" and "90" in row 2 of the sheet "Bob": '
            "the first is taken; settle on one, and correct it in criteria.csv"])
    t.same("and the first sheet's count", [c["weight"] for c in f.criteria], ["30", "70"])


def several(t, ending, made):
    f = t.imported(f"several.{ending}", made(
        Sheet("Read me", [["What this is"]]),
        Sheet("Scores", [["Criterion", "X", "Y"], ["Ease", 3, 4], ["Cost", 9, 2]]),
        Sheet("Weights", [["Criterion", "Weight"], ["Ease", 2], ["Cost", 0.5], ["Charm", 3]]),
        Sheet("Details", [["Detail", "X", "Y"], ["Licence", "MIT; BSD", "GPL"], ["Made in", "CH", "DE"]]),
        Sheet("Log", [["When", "What"], ["May", "begun"]])))
    t.same("the first table is the one", f.by_option(),
           {"x": {"ease": "3", "cost": "9"}, "y": {"ease": "4", "cost": "2"}})
    t.same("a sheet of weights", [c["weight"] for c in f.criteria], ["2", "0.5"])
    t.check("what it weighs beyond is told", "weighs what no other sheet has: Charm; 3" in f.report, f.report)
    t.same("a sheet of the options is a table", f.files.get("tables/details.csv"),
           "Detail,x,y\nLicence,\"MIT\\; BSD\",GPL\nMade in,CH,DE\n")
    t.same("the others are kept", f.files.get("unplaced.md"),
           "## Read me\n\n| What this is |\n| --- |\n\n## Log\n\n"
           "| When | What |\n| --- | --- |\n| May | begun |\n")
    t.built(f)
    t.check("which is to do", f.todo.count("unplaced.md is not part of the site: move what matters") == 1, f.todo)
    f = t.imported(f"more.{ending}", made(
        Sheet("Prices", [["Model", "Price"], ["A", 10], ["B", 20]]),
        Sheet("Sizes", [["Model", "Weight (kg)", "Colour of it"], ["B", 2, "red"], ["A", 1, "blue"]])))
    t.same("more of the same options is taken, too", f.by_option(),
           {"a": {"price": "10", "weight": "1"}, "b": {"price": "20", "weight": "2"}})
    t.same("with its facts", f.column("options.csv", "Colour of it"), ["blue", "red"])


def hidden(t, ending, made):
    f = t.imported(f"hidden.{ending}", made(
        Sheet("Secret", [["Model", "Price"], ["Z", 1], ["Q", 2]], hidden=True),
        Sheet("Shown", [["Model", "Price", "Margin"], ["A", 1, "much"], ["B", 2, "none"], ["C", 3, "some"]],
              hidden_rows=[2], hidden_columns=[2])))
    t.same("what is hidden is left out", f.by_option(), {"a": {"price": "1"}, "c": {"price": "3"}})
    t.check("nowhere does it stand", not any(
        "much" in text for name, text in f.files.items() if name != "import-report.txt"))
    t.check("a hidden sheet is told", 'the sheet "Secret" is hidden, and left out' in f.report, f.report)
    t.check("hidden cells are counted", 'the sheet "Shown" hides 6 cells' in f.report, f.report)


def merged(t, ending, made):
    f = t.imported(f"merged.{ending}", made(Sheet("M", [
        ["Our decision", None, None, None],
        ["Area", "Criterion", "X", "Y"],
        ["Money", "Price", 3, 4], [None, "Upkeep", 5, 2],
        ["People", "Ease", 8, 8]], merged=["A1:D1", "A3:A4"])))
    t.same("merged cells group", [(c["title"], c["group"]) for c in f.criteria],
           [("Price", "Money"), ("Upkeep", "Money"), ("Ease", "People")])
    t.same("or are the title", f.path.name, "our-decision")


def hostile(t):
    plain = [Sheet("S", [["Model", "Price"], ["A", 1], ["B", 2]])]
    parts = books.xlsx_parts(plain)
    sheet = parts["xl/worksheets/sheet1.xml"]

    def refused(name, changed, *words, of=None):
        begun = time.time()
        content = changed if isinstance(changed, bytes) else books.packed({**(of or parts), **changed})
        path = t.file(name, content)
        # The program itself, not its sanitised twin, is to be quick and small.
        said = t.run("import", path, "-o", t.work / "none", program=t.fast)
        took = time.time() - begun
        t.same(f"{name}: has status 1", said.returncode, 1)
        for text in words:
            t.check(f"{name}: {text}", text in said.stderr, said.stderr)
        t.check(f"{name}: within bounds", took < 20 and t.memory() < 256 * 1024,
                f"{took} s, {t.memory()} KB")
        t.check(f"{name}: leaves nothing", not (t.work / "none").exists())
        if len(content) < 100000:
            t.same(f"{name}: nor do the sanitisers complain",
                   t.run("import", path, "-o", t.work / "none").returncode, 1)

    refused("no.xlsx", b"PK\x03\x04 no archive", "this is no workbook, or a damaged one",
            "without a password")
    refused("cut.xlsx", books.packed(parts)[:-60], "this is no workbook, or a damaged one")
    refused("empty.xlsx", books.packed({"a": ""}), 'there is no "xl/workbook.xml" in it')
    refused("empty.ods", books.packed({"a": ""}), 'there is no "content.xml" in it')
    refused("out.xlsx", {"../../up.txt": "x"}, 'a file "../../up.txt", whose name leads out of it')
    refused("root.xlsx", {"/etc/x": "x"}, "leads out of it")
    refused("many.xlsx", {f"f{i}": "" for i in range(5001)}, "more than 5000 files")
    refused("bomb.xlsx", {"xl/worksheets/sheet1.xml": sheet.replace(
        "<sheetData>", "<sheetData>" + "<row/>" * 9_000_000)}, "unpacks to more than")
    refused("text.xlsx", {"xl/worksheets/sheet1.xml": sheet.replace(
        "<sheetData>", "<sheetData><row><c t='str'><v>" + "x" * 20_000_000 + "</v></c></row>")},
        "is no sound XML")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    refused("laughs.xlsx", {"xl/sharedStrings.xml": f'<!DOCTYPE sst [<!ENTITY l0 "ha">{laughs}]>'
                            "<sst><si><t>&l9;</t></si></sst>"}, 'part "xl/sharedStrings.xml"')
    refused("laughs.ods", {"content.xml": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a b="&l9;"/>'},
            "content.xml")
    refused("outside.xlsx", {"xl/workbook.xml": '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'},
            "has a document type")
    refused("deep.xlsx", {"xl/worksheets/sheet1.xml": "<a>" * 100_000}, "is no sound XML")
    refused("open.xlsx", {"xl/worksheets/sheet1.xml": sheet[:-30]}, "is no sound XML")
    refused("strings.xlsx", {"xl/sharedStrings.xml": "<sst>" + "<si/>" * 250_001 + "</sst>"},
            "more than 250000 texts")
    refused("cells.xlsx", {"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + "".join(
        f'<row r="{i + 1}">' + "<c><v>1</v></c>" * 501 + "</row>" for i in range(500))
        + "</sheetData></worksheet>"}, "more cells than can be read")
    refused("far.xlsx", {"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + "".join(
        f'<row r="{i * 999 + 1}"><c r="{books.place(i * 999, i)}"><v>1</v></c></row>' for i in range(1000))
        + "</sheetData></worksheet>"}, "more than 250000 cells")
    merges = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(200_000))
    refused("merges.xlsx", {"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + "".join(
        f'<row r="{i + 1}">' + "<c><v>1</v></c>" * 100 + "</row>" for i in range(500))
        + f"</sheetData><mergeCells>{merges}</mergeCells></worksheet>"}, "more merged cells")
    repeated = books.ods_parts(plain)
    refused("repeated.ods", {"content.xml": repeated["content.xml"].replace(
        '<table:table-row>', '<table:table-row table:number-rows-repeated="1000000">', 1)},
        "more cells than can be read", of=repeated)
    refused("sheets.ods", {"content.xml": repeated["content.xml"].replace(
        "Model", "<text:s/>" * 10)}, "there are no two options", of=repeated)
    many = [Sheet(f"S{i}", [[None], [None, i]]) for i in range(100)]
    for i, one in enumerate(many):
        one.rows = [["x"]]
    refused("far-sheets.xlsx", {name: text.replace('r="1"', 'r="1048576"').replace('"A1"', '"XFD1048576"')
                                for name, text in books.xlsx_parts(many).items()},
            "there is no table with a header")
