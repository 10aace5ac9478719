"""What a content folder can hold too much of."""
from bounds import put, row, site


@row(20000)
def judges_of_one_score(folder, n):
    site(folder)
    put(folder, "c/trees/scores.csv", "criterion,option,score,judge\n" +
        "".join(f"speed,oak,8,judge {k}\n" for k in range(n)))
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


@row(62500)
def cells_of_a_side_table(folder, n):
    site(folder)
    put(folder, "c/trees/tables/big.csv", "what,oak,elm\n" + "row,a,b\n" * (n // 3))
    return "build", "c"
