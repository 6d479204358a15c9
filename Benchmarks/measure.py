"""What the benchmarks share: the release binary, interleaved runs, medians."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def engross():
    """The release binary; `make release` makes it."""
    path = ROOT / ".build/release/engross"
    if not path.exists():
        sys.exit(f"{path} is missing: make release")
    return str(path)


def seconds(command, cwd=None, stdin=None):
    """The wall time of one process from start to end; a failure ends the benchmark."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    start = time.perf_counter()
    result = subprocess.run(
        command, cwd=cwd, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    elapsed = time.perf_counter() - start
    if result.returncode != 0:
        sys.exit(f"{command[:3]} ended with {result.returncode}: {result.stderr[-500:].decode()}")
    return elapsed


def medians(commands, runs, **options):
    """Median seconds by name. All commands run in turn, so that noise of the machine hits all alike."""
    times = {name: [] for name in commands}
    for command in commands.values():  # warms the file cache
        seconds(command, **options)
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command, **options))
    return {name: statistics.median(values) for name, values in times.items()}


def machine():
    """One line about where this was measured."""
    model = "unknown processor"
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
