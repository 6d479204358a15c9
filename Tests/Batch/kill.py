#!/usr/bin/env python3
"""Kills a run at random moments until it's done, and compares with an undisturbed one.

    kill.py ENGROSS DOCUMENTS KILLS [SEED]

Documents are the samples, or ../shared/corpora where that is, under other names.
"""
import filecmp
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENGROSS, COUNT, KILLS = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3])
CHANCE = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)


def documents(folder):
    """Half of the texts in folders, one in fifty of no encoding."""
    corpora = ROOT.parent / "shared/corpora"
    sources = sorted(corpora.rglob("*.txt")) if COUNT > 500 and corpora.exists() else []
    sources = sources or sorted((ROOT / "Samples").glob("*.txt"))
    for number in range(COUNT):
        place = folder / (f"{number % 7}" if number % 2 else "")
        place.mkdir(parents=True, exist_ok=True)
        text = sources[number % len(sources)].read_bytes() + f"\nNo. {number}\n".encode()
        (place / f"{number:06}.txt").write_bytes(b"\xff\xfe\0" if number % 50 == 9 else text)


def same(left, right):
    """Whether two trees have the same files with the same bytes, the hidden ones too."""
    trees = [sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
             for root in (left, right)]
    assert trees[0] == trees[1], set(trees[0]) ^ set(trees[1])
    for path in trees[0]:
        assert filecmp.cmp(left / path, right / path, shallow=False), path


def run(folder, output, *options):
    command = [ENGROSS, "encode", "--quiet", "--output-dir", output, "in", *options]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)


with tempfile.TemporaryDirectory(prefix="engross-kill-") as name:
    folder = pathlib.Path(name)
    documents(folder / "in")
    start = time.monotonic()
    assert run(folder, "undisturbed").wait() == 3
    whole = time.monotonic() - start
    kills = 0
    while kills < KILLS:
        process = run(folder, "killed", "--resume")
        time.sleep(CHANCE.uniform(0, 2.5 * whole / KILLS))
        os.kill(process.pid, signal.SIGKILL)
        if process.wait() != -signal.SIGKILL:
            break
        kills += 1
    assert run(folder, "killed", "--resume").wait() == 3
    same(folder / "undisturbed", folder / "killed")
    # A run in another order, at other numbers of jobs, into another directory.
    for jobs in (1, 8):
        assert run(folder, f"deep/{jobs}", "--jobs", str(jobs)).wait() == 3
        same(folder / "undisturbed", folder / f"deep/{jobs}")
    names = sorted((folder / "in").rglob("*.txt"), reverse=True)
    listed = "".join(f"{path.relative_to(folder / 'in')}\0" for path in names)
    subprocess.run([ENGROSS, "encode", "-q", "-d", folder / "reversed", "--files-from", "-0"],
                   cwd=folder / "in", input=listed.encode(), stderr=subprocess.DEVNULL)
    same(folder / "undisturbed", folder / "reversed")
    start = time.monotonic()
    assert run(folder, "killed", "--resume").wait() == 3
    print(f"{COUNT} documents, killed {kills} times, then the same bytes; "
          f"a run {whole:.1f} s, --resume with nothing to do {time.monotonic() - start:.2f} s")
