#!/usr/bin/env python3
"""encode.py [MEGABYTES]: how fast a core encodes, set against `xmllint --noout` on the output.

The texts of ../shared/corpora are repeated to 50 MB, as files of their own and, since a file costs
some 60 µs to open, create and rename whatever it holds, joined to documents of a megabyte. Each
engross call works on one file at a time (--jobs 1) and has every recogniser on. MB/s counts the
processor time of the whole process, user and system, so that other work on the machine doesn't
count; xmllint is timed likewise, and its MB/s are of the TEI that it reads. The ratio is of times.
All happens in memory (/dev/shm, or TMPDIR where that is set).
Target: 40 MB/s of text a core without the self-check.
"""
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

import measure

RUNS = 3


def processor_seconds(command, cwd):
    """The processor time of one process; a failure ends the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(f"{command[:3]} ended with {result.returncode}: {result.stderr[-500:].decode()}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def write(directory, wanted, least):
    """Writes the corpora's texts again and again, joined to files of at least some bytes."""
    texts = [path.read_bytes() for path in sorted((measure.SHARED / "corpora").rglob("*.txt"))]
    if not texts:
        sys.exit(f"no texts in {measure.SHARED / 'corpora'}")
    directory.mkdir()
    names, total, used = [], 0, 0
    while total < wanted:
        parts = [texts[used % len(texts)]]
        while sum(map(len, parts)) < least:
            parts.append(texts[(used + len(parts)) % len(texts)])
        used += len(parts)
        names.append(f"{len(names):05}.txt")
        content = b"\n".join(parts)
        (directory / names[-1]).write_bytes(content)
        total += len(content)
    return names, total


def encode(engross, folder, names, options):
    """The processor time of encoding into a directory that is made anew."""
    shutil.rmtree(folder.parent / "tei", ignore_errors=True)
    command = [engross, "encode", "-q", "-j", "1", *options, "-d", "../tei", *names]
    return processor_seconds(command, folder)


def report(engross, folder, title, names, size):
    with_check, without, parse = [], [], []
    for _ in range(RUNS):
        with_check.append(encode(engross, folder, names, []))
        without.append(encode(engross, folder, names, ["--no-self-check"]))
        teis = [f"{name[:-4]}.xml" for name in names]
        parse.append(processor_seconds(["xmllint", "--noout", *teis], folder.parent / "tei"))
    tei = sum(path.stat().st_size for path in (folder.parent / "tei").iterdir())
    base = statistics.median(parse)
    print(f"{title}: {len(names)} files, {size / 1e6:.0f} MB of text, {tei / 1e6:.0f} MB of TEI")
    for name, times, bytes_ in [
        ("encode", with_check, size), ("encode --no-self-check", without, size),
        ("xmllint --noout", parse, tei),
    ]:
        time = statistics.median(times)
        print(f"  {name:22} {time:7.2f} s  {bytes_ / time / 1e6:7.1f} MB/s  {time / base:6.2f} × the parse")


def main():
    wanted = float(sys.argv[1] if len(sys.argv) > 1 else 50) * 1e6
    engross = measure.engross()
    print(f"medians of {RUNS} interleaved runs, processor time; {measure.machine()}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/dev/shm")) as root:
        for title, least in [("files as they are", 1), ("files of a megabyte", 1_000_000)]:
            folder = pathlib.Path(root) / str(least)
            names, size = write(folder, wanted, least)
            report(engross, folder, title, names, size)
            shutil.rmtree(folder)


if __name__ == "__main__":
    if not shutil.which("xmllint"):
        sys.exit("xmllint is missing: apt-get install libxml2-utils")
    main()
