#!/usr/bin/env python3
"""corpora.py [MEGABYTES]: the corpora of ../shared repeated to 100 MB, one call for each job.

Each job is set against `xmllint --noout` on the same TEI: xmllint parses and does nothing else.
MB/s counts the bytes that a job reads: text for encode, TEI for the others. The ratio is of wall
times. All happens in memory (/dev/shm, or TMPDIR where that is set): for minutes after many files
were deleted, ext4 takes longer to create one than Engross takes to fill it (recently_deleted in the
kernel's fs/ext4/ialloc.c), and that would be measured here. Targets: encode at most 4 times the parse, text at most 1.5 times.
"""
import os
import pathlib
import shutil
import sys
import tempfile

import measure

RUNS = 3


def repeat_corpora(directory, wanted):
    """Writes the texts again and again under short names, so that all names fit into one call."""
    texts = [path.read_bytes() for path in sorted((measure.SHARED / "corpora").rglob("*.txt"))]
    if not texts:
        sys.exit(f"no texts in {measure.SHARED / 'corpora'}")
    names, total = [], 0
    while total < wanted:
        text = texts[len(names) % len(texts)]
        name = f"{len(names):05}.txt"
        (directory / name).write_bytes(text)
        names.append(name)
        total += len(text)
    return names, total


def main():
    wanted = float(sys.argv[1] if len(sys.argv) > 1 else 100) * 1e6
    engross = measure.engross()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/dev/shm")) as folder:
        root = pathlib.Path(folder)
        (root / "t").mkdir()
        names, text_size = repeat_corpora(root / "t", wanted)
        texts = names
        teis = [f"{name[:-4]}.xml" for name in names]
        # All run in t, so that names are short; x holds the TEI, y the texts read back.
        inside = root / "t"
        measure.seconds([engross, "encode", "--output-dir", "../x", *texts], cwd=inside)
        tei_size = sum((root / "x" / name).stat().st_size for name in teis)
        tei_root = root / "x"
        jobs = {
            "xmllint --noout": (["xmllint", "--noout", *teis], tei_root, tei_size),
            "engross encode": ([engross, "encode", "--output-dir", "../x2", *texts], inside, text_size),
            "engross validate": ([engross, "validate", *teis], tei_root, tei_size),
            "engross text": ([engross, "text", "--output-dir", "../y", *teis], tei_root, tei_size),
        }
        times = {name: [] for name in jobs}
        for _ in range(RUNS):
            for name, (command, cwd, _) in jobs.items():
                times[name].append(measure.seconds(command, cwd=cwd))
        back = sum((root / "y" / name).read_bytes() != (inside / name).read_bytes() for name in names)
        medians = {name: measure.statistics.median(values) for name, values in times.items()}
        parse = medians["xmllint --noout"]
        print(f"{len(names)} files, {text_size / 1e6:.0f} MB of text, {tei_size / 1e6:.0f} MB of TEI; "
              f"medians of {RUNS} interleaved runs; {measure.machine()}")
        for name, (_, _, size) in jobs.items():
            time = medians[name]
            print(f"  {name:18} {time:7.2f} s  {size / time / 1e6:7.1f} MB/s  {time / parse:6.2f} × the parse")
        print(f"  {len(names) - back} of {len(names)} texts came back byte for byte")


if __name__ == "__main__":
    if not shutil.which("xmllint"):
        sys.exit("xmllint is missing: apt-get install libxml2-utils")
    main()
