"""What a content folder can hold too much of."""
from bounds import put, row, site


@row(20000)
def judges_of_one_score(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score,judge\n" +
        "".join(f"speed,oak,8,judge {k}\n" for k in range(n)))
    return "build", "c"


@row(5000)
def judges_of_every_score(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score,judge\n" +
        "".join(f"{j},{o},{(k + len(o)) % 10},judge {k}\n" for k in range(n) for j in ("speed", "price")
                for o in ("oak", "elm")))
    return "build", "c"


@row(3000)
def sources_of_every_score(folder, n):
    site(folder)
    put(folder, "c/trees/sources.yaml", "".join(f"s{k}: {{ title: T{k} }}\n" for k in range(n)))
    put(folder, "c/trees/scores.csv", "criterion,option,score,judge,source\n" +
        "".join(f"{j},{o},{(k + len(o)) % 10},judge {k},s{k}\n" for k in range(n) for j in ("speed", "price")
                for o in ("oak", "elm")))
    return "build", "c"


@row(250)
def groups_of_one_criterion(folder, n):
    site(folder)
    put(folder, "c/trees/criteria.csv", "title,group\n" + "".join(f"C{k},G{k}\n" for k in range(n)))
    put(folder, "c/trees/scores.csv", "criterion,oak,elm\nspeed,3,4\nprice,5,2\n" +
        "".join(f"C{k},{k % 10},{(k + 3) % 10}\n" for k in range(n)))
    return "build", "c"


@row(20000, status=(1,))
def one_unknown_option(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score\n" + "speed,ash,8\n" * n)
    return "build", "c"


@row(20000, status=(1,))
def as_many_unknown_options(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score\n" +
        "".join(f"speed,ash{k},8\n" for k in range(n)))
    return "build", "c"


@row(25000)
def cells_of_a_side_table(folder, n):
    site(folder)
    put(folder, "c/trees/tables/big.csv", "what,oak,elm\n" + "row,a,b\n" * (n // 3))
    return "build", "c"


@row(25000, status=(1,))
def rows_that_repeat(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score,judge\n" + "speed,oak,8,Ann\n" * n)
    return "build", "c"


@row(25000, status=(1,))
def wide_rows_that_repeat(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,oak,elm\n" + "speed,1,2\n" * n)
    return "build", "c"


@row(300)
def criteria(folder, n):
    site(folder, criteria=[f"c{j}" for j in range(n)])
    return "build", "c"


@row(150)
def options(folder, n):
    site(folder, options=[f"o{i}" for i in range(n)], criteria=[f"c{j}" for j in range(30)])
    return "build", "c"


@row(10000)
def sources_that_are_cited(folder, n):
    site(folder)
    put(folder, "c/trees/sources.yaml", "".join(f"s{k}: {{ title: T }}\n" for k in range(n)))
    put(folder, "c/trees/guide.md", "---\n---\n" + "".join(f"A[^s{k}]\n\n" for k in range(n)))
    return "build", "c"


@row(20000)
def sources_in_one_cell(folder, n):
    site(folder)
    put(folder, "c/trees/sources.yaml", "".join(f"s{k}: {{ title: T }}\n" for k in range(n)))
    put(folder, "c/trees/scores.csv", "criterion,oak,elm,source\nspeed,1,2," +
        ";".join(f"s{k}" for k in range(n)) + "\nprice,3,4,\n")
    return "build", "c"


@row(100000)
def a_long_name(folder, n):
    site(folder)
    put(folder, "c/trees/options/oak.md", f"---\nname: {'x' * n}\n---\n")
    return "build", "c"


@row(100000)
def a_long_title(folder, n):
    site(folder)
    put(folder, "c/trees/criteria/1-speed.md", f"---\ntitle: {'x ' * (n // 2)}\n---\n## Oak\n\n## Elm\n")
    return "build", "c"
