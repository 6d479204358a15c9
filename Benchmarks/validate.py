#!/usr/bin/env python3
"""validate.py: how long does validation take, beside jing and libxml2?

Medians of wall and CPU seconds and the most memory, of runs in turn. `parse` is
`xmllint --noout`, which only parses; `libxml2` is `xmllint --relaxng`, ended after 60 s and then not
asked again of that schema. jing and libxml2 run once, all others RUNS times (5 unless the environment
says otherwise).

Documents and schemas are those of ../shared, as they are where their sizes do. Two of the sizes that
are asked for no document has: one of 3.5 MB is the largest one with the divisions of its text repeated,
without their @xml:id, and so as valid as it is; 100 documents of 5 MB together are those of 20 to 90 kB
in the order of their sizes, and again under other names until there are 100.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import measure

SCHEMAS = ["tei_all.rng", "tei_all_2.7.rng", "teisimple.rng"]
RUNS = int(os.environ.get("RUNS", "5"))
LIMIT = 60
# At most so many times the time of parsing alone; the first is milliseconds.
TARGETS = {"7 kB": 0.030, "3.5 MB": 1.2, "100 documents": 1.5, "largest batch": 1.2}


def peak(pid):
    """The most memory of a process so far. (What the system tells at its end counts Python's too, of
    which the process was forked.)"""
    try:
        with open(f"/proc/{pid}/status") as lines:
            return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def run(command):
    """Wall and CPU seconds and megabytes of a process; None when it doesn't end."""
    start = time.perf_counter()
    memory = 0
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    while time.perf_counter() - start < LIMIT:
        pid, _, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = 0
            return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, memory
        memory = max(memory, peak(process.pid))
        time.sleep(0.0005)
    process.kill()
    process.wait()
    return None


def documents():
    folder = measure.SHARED / "tei-docs"
    found = sorted(folder.rglob("*.xml"), key=lambda path: (path.stat().st_size, path))
    good = []
    for path in found:
        if subprocess.run(["xmllint", "--nonet", "--noout", path],
                          stderr=subprocess.DEVNULL).returncode == 0:
            good.append(path)
    return good


def sets(folder):
    """The four tasks: name to files."""
    good = documents()
    small = min(good, key=lambda path: abs(path.stat().st_size - 7_000))
    large = folder / "large.xml"
    # The largest document's text, repeated to the size asked for.
    source = max(good, key=lambda path: path.stat().st_size).read_text()
    start, end = source.index("<body"), source.rindex("</body>")
    inner = source.index(">", start) + 1
    body = source[inner:end]
    body = re.sub(r'\sxml:id="[^"]*"', "", body)
    times = max(1, round(3_500_000 / len(body.encode())))
    large.write_text(source[:inner] + body * times + source[end:])
    middling = [path for path in good if 20_000 < path.stat().st_size < 90_000]
    # As many as make 5 MB of 100: the larger ones, twice where there are too few.
    hundred = sorted(
        (path for path in middling), key=lambda path: abs(path.stat().st_size - 50_000))[:100]
    for number in range(100 - len(hundred)):
        copy = folder / f"again-{number}.xml"
        shutil.copy(hundred[number % len(middling)], copy)
        hundred.append(copy)
    return {"7 kB": [small], "3.5 MB": [large], "100 documents": hundred, "largest batch": good}


def main():
    print(f"validation; {measure.machine()}; {RUNS} runs")
    binary = measure.engross()
    with tempfile.TemporaryDirectory() as temporary:
        folder = type(measure.ROOT)(temporary)
        tasks = sets(folder)
        # Schemas that libxml2 doesn't get through.
        hanging = set()
        for schema in sys.argv[1:] or SCHEMAS:
            path = measure.SHARED / "schemas" / schema
            for name, files in tasks.items():
                size = sum(file.stat().st_size for file in files) / 1e6
                commands = {
                    "engross": [binary, "validate", "-q", "--jobs", "1", "--check", "none",
                                "--schema", path, *files],
                    "parse": ["xmllint", "--nonet", "--noout", *files],
                }
                if len(files) > 1:
                    commands["engross, 2 jobs"] = [
                        binary, "validate", "-q", "--jobs", "2", "--check", "none", "--schema", path,
                        *files]
                if shutil.which("jing"):
                    commands["jing"] = ["jing", path, *files]
                if schema not in hanging:
                    commands["libxml2"] = ["xmllint", "--nonet", "--noout", "--relaxng", path, *files]
                print(f"\n{schema}: {name} ({len(files)} files, {size:.2f} MB)")
                results = {key: [] for key in commands}
                for turn in range(RUNS + 1):
                    for key, command in commands.items():
                        if results[key] is None or turn > 1 and key in ("jing", "libxml2"):
                            continue
                        result = run(command)
                        if result is None:
                            results[key] = None
                            hanging.add(schema)
                        elif turn > 0 or key in ("jing", "libxml2"):
                            results[key].append(result)
                parse = statistics.median(r[1] for r in results["parse"])
                print(f"  {'':16} {'wall':>9} {'CPU':>9} {'memory':>9}  CPU / parse")
                for key, found in results.items():
                    if found is None:
                        print(f"  {key:16} > {LIMIT} s")
                        continue
                    wall, cpu, memory = (statistics.median(r[i] for r in found) for i in range(3))
                    print(f"  {key:16} {wall:7.3f} s {cpu:7.3f} s {memory:6.1f} MB  {cpu / parse:6.2f}")
                print(f"  wanted of engross: {'30 ms' if name == '7 kB' else f'{TARGETS[name]} × parse'}")


if __name__ == "__main__":
    main()
