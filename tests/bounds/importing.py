"""Rows of import: articles that are long, deep, or look at themselves often."""
from bounds import put, row

TITLE = "# Oak vs Elm\n\n"


def article(name, head, unit):
    def make(folder, n):
        put(folder, name, head + unit * n)
        return "import", name, "-o", "out"
    return make


def add(name, n, *what):
    make = article(*what)
    make.__name__ = name
    row(n)(make)


add("emphasis_that_nests", 30000, "a.md", TITLE, "*a _b ")
add("emphasis_that_stays_open", 20000, "a.md", TITLE, "**a **b")
add("items_of_a_list", 20000, "a.md", TITLE, "1. a\n")
add("headings_of_a_page", 10000, "a.html", "<h1>Oak vs Elm</h1>", "<h2>a</h2>")
add("headings_that_are_open", 10000, "a.html", "<h1>Oak vs Elm</h1>", "<h2>")
add("sections_of_one_topic", 150, "a.md", TITLE, "# Oak\n\n## a\n\nx\n\n# Elm\n\n## a\n\ny\n\n")
add("criteria", 300, "a.md", TITLE, "## a\n\nOak is b.\n\nElm is c.\n\n")
add("notes_of_one_name", 10000, "a.md", TITLE, "[^a]: b\n")
add("cells_of_a_page", 6000, "a.html", "<h1>Oak vs Elm</h1><table><tr><td><td>Oak<td>Elm",
    "<tr><td>a<td>1<td>2")
add("tables_of_a_page", 600, "a.html", "<h1>Oak vs Elm</h1>",
    "<table><tr><td><td>Oak<td>Elm<tr><td>a<td>1<td>2</table>")
add("runs_of_code", 8000, "a.txt", "Oak vs Elm\n\n", "    int a;\n\n")
add("lines_with_tabs", 10000, "a.txt", "Oak vs Elm\n\n", "a\tb\n")
add("parts_around_the_article", 4000, "a.html", "<h1>Oak vs Elm</h1>",
    '<div class="x y"><div class="menu">a</div></div>')
add("facts_in_words", 20000, "a.md", TITLE, "[=x] ")
add("names_in_words", 20000, "a.md", TITLE, "oak elm ")


@row(400)
def links(folder, n):
    put(folder, "a.md", TITLE + "".join("[a](https://a.example/%d) " % i for i in range(n)))
    return "import", "a.md", "-o", "out"


@row(70)
def notes(folder, n):
    put(folder, "a.md", TITLE + "".join("x[^%d]\n\n[^%d]: y\n\n" % (i, i) for i in range(n)))
    return "import", "a.md", "-o", "out"
