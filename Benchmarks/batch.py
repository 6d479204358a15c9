"""What a folder of many documents costs: ../shared/corpora under other names, 20,000 unless told.

    batch.py [DOCUMENTS]

Processor time stands beside wall time, as a machine that has other work to do changes only the latter.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from measure import ROOT, SHARED, engross, machine

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000


def documents(folder):
    """The texts in folders of a thousand; gives their size in bytes."""
    sources = sorted((SHARED / "corpora").rglob("*.txt")) or sorted((ROOT / "Samples").glob("*.txt"))
    contents = [path.read_bytes() for path in sources]
    size = 0
    for number in range(COUNT):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        text = contents[number % len(contents)]
        (place / f"{number:06}.txt").write_bytes(text)
        size += len(text)
    return size


def measured(*words, cwd):
    """Wall seconds, processor seconds (in programs, in the system), the most memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([engross(), *words], cwd=cwd, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, status
    return time.perf_counter() - start, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory(prefix="engross-batch-") as name:
    folder = pathlib.Path(name)
    size = documents(folder / "in")
    print(f"{machine()}; {COUNT} documents, {size / 1e6:.0f} MB\n")
    print("| run | s | documents/s | MB/s | processor s | in the system | memory |")
    print("|---|---|---|---|---|---|---|")

    def row(label, *words):
        wall, user, system, memory = measured(*words, cwd=folder)
        print(f"| {label} | {wall:.2f} | {COUNT / wall:.0f} | {size / 1e6 / wall:.1f} | "
              f"{user + system:.2f} | {100 * system / (user + system):.0f} % | {memory:.0f} MB |",
              flush=True)

    row("1 job", "encode", "-q", "-j", "1", "-d", "one", "in")
    row("2 jobs", "encode", "-q", "-j", "2", "-d", "two", "in")
    row("--resume, nothing to do", "encode", "-q", "-d", "two", "in", "--resume")
    subprocess.run(["diff", "-r", "one", "two"], cwd=folder, check=True)
