#!/usr/bin/env python3
"""Measures gzip, bzip2, xz, zstd, brotli and lz4 and writes scores.csv.

    python3 measure.py [REPETITIONS]        3 by default

The corpus is made anew each time, in a temporary folder: 2 MB of C headers
from /usr/include, 2 MB of the C compiler's program, and 2 MB of log lines in
JSON from a fixed seed.  Each command reads and writes files there.  Times are
user plus system CPU time of the process, memory is its peak resident set as
time(1) reports it, both as the kernel accounts for them; the median of the repetitions counts,
and the note gives the range.  Every result is decompressed and compared.
"""
import csv
import hashlib
import os
import random
import statistics
import subprocess
import sys
import tempfile

PART = 2_000_000
DAY = "2026-11-21"
TOOLS = {  # id: suffix, default, best, decompress
    "gzip": (".gz", ["gzip", "-k"], ["gzip", "-k", "-9"], ["gzip", "-dk"]),
    "bzip2": (".bz2", ["bzip2", "-k"], ["bzip2", "-k", "-9"], ["bzip2", "-dk"]),
    "xz": (".xz", ["xz", "-k"], ["xz", "-k", "-9e"], ["xz", "-dk"]),
    "zstd": (".zst", ["zstd", "-q"], ["zstd", "-q", "--ultra", "-22"], ["zstd", "-dq"]),
    "brotli": (".br", ["brotli"], ["brotli", "-q", "11", "-w", "24"], ["brotli", "-d"]),
    "lz4": (".lz4", ["lz4", "-q"], ["lz4", "-q", "-12"], ["lz4", "-dq"]),
}
# What the formats and programs can do; the sources say so.
ANSWERS = {
    "http-coding": {
        "gzip": ("yes", "rfc7932", "the content coding gzip, which br joins"),
        "brotli": ("yes", "rfc7932", "the content coding br"),
        "zstd": ("yes", "rfc8878", "the content coding zstd"),
        "bzip2": ("no", "rfc7932;rfc8878", "not among the content codings that these register"),
        "xz": ("no", "rfc7932;rfc8878", "not among the content codings that these register"),
        "lz4": ("no", "rfc7932;rfc8878", "not among the content codings that these register"),
    },
    "checksum": {
        "gzip": ("yes", "rfc1952", "CRC-32 and the length behind the data"),
        "bzip2": ("yes", "manuals", "a CRC for each block"),
        "xz": ("yes", "manuals", "CRC64 by default"),
        "zstd": ("partial", "rfc8878", "optional in a frame"),
        "brotli": ("no", "rfc7932", "none in the format"),
        "lz4": ("partial", "manuals", "can be left out"),
    },
    "parallel": {
        "gzip": ("no", "manuals", "no option for threads"),
        "bzip2": ("no", "manuals", "no option for threads"),
        "xz": ("yes", "manuals", "-T"),
        "zstd": ("yes", "manuals", "-T"),
        "brotli": ("no", "manuals", "no option for threads"),
        "lz4": ("no", "manuals", "no option for threads"),
    },
}


def headers():
    text = b""
    for root, dirs, files in os.walk("/usr/include"):
        dirs.sort()
        for name in sorted(files):
            path = os.path.join(root, name)
            if name.endswith(".h") and os.path.isfile(path):
                with open(path, "rb") as file:
                    text += file.read()
            if len(text) >= PART:
                return text[:PART]
    return text


def program():
    path = subprocess.run(["gcc", "-print-prog-name=cc1"], capture_output=True,
                          text=True, check=True).stdout.strip()
    with open(path, "rb") as file:
        return file.read(PART)


def log_line(dice, n):
    return ('{"n":%d,"level":"%s","path":"/%s/%d","ms":%.1f,"client":"10.%d.%d.%d"}\n'
            % (n, dice.choice(["info", "info", "info", "warn", "error"]),
               dice.choice(["users", "orders", "prices", "search", "health"]),
               dice.randrange(100000), dice.expovariate(0.02),
               dice.randrange(256), dice.randrange(256), dice.randrange(256)))


def logs():
    dice = random.Random(2026)
    text = bytearray()
    n = 0
    while len(text) < PART:
        text += log_line(dice, n).encode()
        n += 1
    return bytes(text[:PART])


def run(command, remove):
    """CPU seconds and peak memory in MiB of one run."""
    if os.path.exists(remove):
        os.remove(remove)
    with tempfile.NamedTemporaryFile("r") as peak:
        process = subprocess.Popen(["time", "-f", "%M", "-o", peak.name] + command,
                                   stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{' '.join(command)} failed")
        return usage.ru_utime + usage.ru_stime, int(peak.read()) / 1024


def target(tool, path):
    """lz4 writes to standard output unless it is told where to."""
    return [path] if tool == "lz4" else []


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def measure(tool, plain, small, repetitions):
    """Of one tool: criterion -> list of values, and the command."""
    suffix, default, best, back = TOOLS[tool]
    packed, size = plain + suffix, os.path.getsize(plain)
    found = {}

    def note(criterion, value, command):
        found.setdefault(criterion, ([], command))[0].append(value)

    for _ in range(repetitions):
        for name, command in (("default", default), ("best", best)):
            seconds, memory = run(command + [plain] + target(tool, packed), packed)
            note(f"speed-{name}", size / 1e6 / seconds, command)
            note(f"memory-{name}", memory, command)
            note(f"ratio-{name}", size / os.path.getsize(packed), command)
            if name == "default":
                before = digest(plain)
                seconds, memory = run(back + [packed] + target(tool, plain), plain)
                note("decompression", size / 1e6 / seconds, back)
                note("memory-decompression", memory, back)
                if digest(plain) != before:
                    sys.exit(f"{tool} does not give back what it got")
        run(default + [small] + target(tool, small + suffix), small + suffix)
        note("small-file", os.path.getsize(small + suffix), default)
        os.remove(small + suffix)
    os.remove(packed)
    return found


def main():
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    here = os.path.dirname(os.path.abspath(__file__))
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        plain, small = os.path.join(folder, "corpus"), os.path.join(folder, "small")
        parts = {"headers": headers(), "program": program(), "logs": logs()}
        with open(plain, "wb") as file:
            for name, part in parts.items():
                print(name, len(part), hashlib.sha256(part).hexdigest()[:16])
                file.write(part)
        with open(small, "wb") as file:
            file.write(parts["logs"][:200])
        for tool in TOOLS:
            for criterion, (values, command) in measure(tool, plain, small,
                                                        repetitions).items():
                value = statistics.median(values)
                digits = 0 if criterion == "small-file" else 2 if "ratio" in criterion else 1
                rows.append([criterion, tool, f"{value:.{digits}f}", "", "", "measured", DAY,
                             f"`{' '.join(command)}`, {min(values):.{digits}f} to "
                             f"{max(values):.{digits}f} in {repetitions} runs"])
                print(*rows[-1][:3])
    for criterion, answers in ANSWERS.items():
        for tool, (answer, source, why) in answers.items():
            rows.append([criterion, tool, answer, "", "", source, DAY, why])
    with open(os.path.join(here, "scores.csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow("criterion option score judge confidence source date note".split())
        writer.writerows(rows)


main()
