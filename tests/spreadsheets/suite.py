"""What the tests of imported spreadsheets share: a place to work in, the
program, and the folder that it made as values."""
import csv
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = TOP / "build/san/paragone"
TABLES = TOP / "tests/spreadsheets/tables"
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1795219200",
           ASAN_OPTIONS="detect_leaks=1",
           LSAN_OPTIONS=f"suppressions='{TOP}/tests/leaks.supp':"
                        "print_suppressions=0")


class Suite:
    def __init__(self):
        self.work = pathlib.Path(tempfile.mkdtemp())
        self.failed = self.builds = self.imports = 0

    def check(self, what, is_so, why=""):
        print(f"{'ok  ' if is_so else 'FAIL'} {what}")
        if not is_so:
            self.failed += 1
            if why:
                print(why)

    def same(self, what, found, right):
        self.check(what, found == right, f"  found {found!r}\n  right {right!r}")

    def run(self, *arguments, program=PROGRAM, leaks=True, **more):
        """The search for leaks takes as long as a small import."""
        more.setdefault("cwd", self.work)
        env = ENV if leaks or os.environ.get("TESTS") == "all" else \
            dict(ENV, ASAN_OPTIONS="detect_leaks=0")
        return subprocess.run([program, *map(str, arguments)], env=env,
                              capture_output=True, text=True, **more)

    fast = TOP / "build/paragone"

    def memory(self):
        """The most that any program so far held, in KB; all of them small."""
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

    def file(self, name, content):
        """A file in a folder of its own, by what it holds."""
        path = self.work / "files" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes)
                         else content.encode())
        return path

    def imported(self, name, content=None):
        """A comparison of tables/NAME, or of a file with that content."""
        path = TABLES / name if content is None else self.file(name, content)
        into = self.work / "content"
        shutil.rmtree(into, ignore_errors=True)
        said = self.run("import", path, "-o", into, leaks=self.imports % 4 == 0)
        self.imports += 1
        self.check(f"{name}: is imported", said.returncode == 0, said.stderr)
        made = [path for path in into.glob("*") if path.is_dir()]
        return Folder(made[0], said.stdout) if made else None

    def refused(self, name, content, *words, status=1):
        """Whether it is an error that says so, and nothing is left."""
        into = self.work / "refused"
        said = self.run("import", self.file(name, content), "-o", into)
        self.same(f"{name}: has status {status}", said.returncode, status)
        for text in words:
            self.check(f"{name}: {text}", text in said.stderr, said.stderr)
        self.check(f"{name}: leaves nothing", not into.exists())
        return said

    def built(self, folder):
        """data.json of an imported folder, which builds as it is; one of sixteen
        with its pictures, which take most of the time."""
        out = self.work / "out"
        shutil.rmtree(out, ignore_errors=True)
        self.builds += 1
        if self.builds % 16 and os.environ.get("TESTS") != "all":
            with open(folder.path.parent / "site.yaml", "a") as site:
                site.write("pictures: []\n")
        said = self.run("build", folder.path.parent, "-o", out, program=self.fast)
        self.check(f"{folder.path.name}: builds as it is",
                   said.returncode == 0, said.stderr)
        self.check(f"{folder.path.name}: without a warning",
                   "warning" not in said.stderr, said.stderr)
        return json.loads((out / folder.path.name / "data.json").read_text())

    @staticmethod
    def values(data):
        """criterion → option → what data.json says it was given."""
        return {c["id"]: {s["option"]: s["value"] for s in c["scores"]}
                for c in data["criteria"]}

    def totals(self, data, right):
        found = {o["id"]: o["total"] for o in data["options"]}
        self.check("totals as computed from the sheet",
                   all(abs(found[o] - right[o]) < 1e-9 for o in right),
                   f"  found {found}\n  right {right}")

    def end(self):
        shutil.rmtree(self.work)
        print(f"{self.failed} failed")
        return 1 if self.failed else 0


class Folder:
    """What import wrote: tables as lists of rows, by the head of a column."""

    def __init__(self, path, said):
        self.path = path
        self.said = said
        self.files = {str(file.relative_to(path)): file.read_text()
                      for file in sorted(path.rglob("*")) if file.is_file()}
        self.report = self.files["import-report.txt"]
        self.head = self.files["comparison.md"]
        self.options = self.rows("options.csv")
        self.criteria = self.rows("criteria.csv")
        self.todo = re.findall(r"^- TODO: (.*)", said, re.M)

    def rows(self, name):
        return list(csv.DictReader(self.files.get(name, "").splitlines()))

    def column(self, name, column):
        return [row[column] for row in self.rows(name)]

    def by_option(self):
        """option → criterion → text of scores.csv in that shape."""
        return {row.pop("option"): row for row in self.rows("scores.csv")}

    def long(self):
        """(criterion, option, judge) → score of a long scores.csv."""
        return {(row["criterion"], row["option"], row.get("judge", "")):
                row["score"] for row in self.rows("scores.csv")}

    def directions(self):
        return {row["id"]: row.get("better", "") for row in self.criteria}


def table(name, delimiter=","):
    text = (TABLES / name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))
