#!/usr/bin/env python3
"""founding.py: the founding document to TEI, self-check included, beside pandoc.

pandoc has no reader for plain text; its Markdown reader is the nearest. Target: at most half its time.
"""
import shutil
import sys

import measure

RUNS = 41
SOURCE = str(measure.ROOT / "Samples/joint-statement-migration-1997.txt")

if not shutil.which("pandoc"):
    sys.exit("pandoc is missing: apt-get install pandoc")
times = measure.medians(
    {
        "engross encode": [measure.engross(), "encode", SOURCE],
        "pandoc": ["pandoc", "-f", "markdown", "-t", "tei", SOURCE],
    }, RUNS)
print(f"founding document, medians of {RUNS} interleaved runs; {measure.machine()}")
for name, time in times.items():
    print(f"  {name:20} {time * 1000:6.1f} ms")
print(f"  ratio                {times['engross encode'] / times['pandoc']:6.2f}   (target: at most 0.50)")
