"""What the rows of tests/bounds share; tests/bounds/run says how to add one."""
import os
import resource
import shutil
import subprocess
import tempfile

PROGRAM = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../build/paragone"))
GROWTH = 8          # times as much at 4n; linear is 4, quadratic 16
NOISE = 0.02        # seconds that mean nothing
SLACK = 8           # megabytes that mean nothing
MOST = 256          # megabytes
CPU_MOST = 20       # seconds, after which a run is stopped
TRIES = 4

ROWS = []


def row(n, status=(0, 1)):
    """Makes a row of the function: it writes the input of size n below a
    folder and returns the arguments of the program, which is run there."""
    def add(make):
        ROWS.append((make.__module__ + ": " + make.__name__.replace("_", " "), n, make, status))
        return make
    return add


def put(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def site(folder, options=("oak", "elm"), criteria=("speed", "price"), head="", site_yaml=""):
    """A comparison c/trees with its scores; returns its folder."""
    put(folder, "c/site.yaml", "title: Bounds\npictures: []\n" + site_yaml)
    put(folder, "c/trees/comparison.md", "---\ntitle: Trees\nsummary: Which one?\ndate: 2026-01-01\n"
        "options: [" + ", ".join(options) + "]\n" + head + "---\nText.\n")
    for o in options:
        put(folder, f"c/trees/options/{o}.md", f"---\nname: {o.capitalize()}\n---\n")
    sections = "".join(f"## {o.capitalize()}\n\nText.\n\n" for o in options)
    for k, j in enumerate(criteria):
        put(folder, f"c/trees/criteria/{k + 1}-{j}.md", f"---\ntitle: {j.capitalize()}\n---\n{sections}")
    put(folder, "c/trees/scores.csv", "criterion," + ",".join(options) + "\n" +
        "".join(j + "".join(f",{(k * 7 + i * 3) % 11}" for i in range(len(options))) + "\n"
                for k, j in enumerate(criteria)))
    return os.path.join(folder, "c/trees")


def measure(argv, folder, status):
    """User CPU seconds and peak megabytes of one run."""
    shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
    with open(os.path.join(folder, "said"), "wb") as said:
        process = subprocess.Popen([PROGRAM, *argv], cwd=folder, stdin=subprocess.DEVNULL,
                                   stdout=said, stderr=said, preexec_fn=stop_in_time)
        _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode not in status:
        with open(os.path.join(folder, "said"), errors="replace") as said:
            raise AssertionError(f"status {process.returncode}: {said.read(300)}")
    return usage.ru_utime, usage.ru_maxrss / 1024


def stop_in_time():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_MOST, CPU_MOST))


def judge(costs):
    """What is wrong with the (seconds, megabytes) of n and 4n, or ""."""
    (time, memory), (time4, memory4) = costs
    most = max(memory for _, memory in costs)
    if time4 > GROWTH * max(time, NOISE):
        return f"time grows {time4 / max(time, NOISE):.0f} times"
    if memory4 > GROWTH * memory + SLACK:
        return f"memory grows {memory4 / memory:.0f} times"
    if most > MOST:
        return f"{most:.0f} MB, more than {MOST}"
    return ""


def try_row(n, make, status, work):
    """The least costs of n and 4n, and what is wrong with them."""
    folders = [os.path.join(work, str(size)) for size in (n, 4 * n)]
    commands = [make(folder, size) for folder, size in zip(folders, (n, 4 * n))]
    costs = [(float("inf"), float("inf"))] * 2
    for _ in range(TRIES):
        for i in range(2):
            time, memory = measure(commands[i], folders[i], status)
            costs[i] = min(costs[i][0], time), min(costs[i][1], memory)
        wrong = judge(costs)
        if not wrong:
            break
    return costs, wrong


def main(wanted):
    failed = 0
    for name, n, make, status in ROWS:
        if wanted not in name:
            continue
        with tempfile.TemporaryDirectory() as work:
            try:
                costs, wrong = try_row(n, make, status, work)
            except AssertionError as error:
                costs, wrong = [], str(error)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok  '} {name}" + "".join(
            f" | {size}: {time * 1000:.0f} ms {memory:.0f} MB"
            for size, (time, memory) in zip((n, 4 * n), costs)) +
            (f": {wrong}" if wrong else ""), flush=True)
    return 1 if failed else 0
