#!/usr/bin/env python3
"""transform.py [FILES]: text and html of real TEI, beside `xmllint --noout`, which parses and no more.

The files are the valid ones of ../shared/tei-docs, each as often as it takes to make up FILES (200).
Also one generated file of a gigabyte, for the memory of text. Targets: text at most 0.8 times the
parse, html at most 1.5 times; at most 60 MB for the gigabyte.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import measure

RUNS = 5


def documents():
    """Real TEI documents with a text that Engross and xmllint both read."""
    found = []
    for path in sorted((measure.SHARED / "tei-docs").rglob("*.xml")):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        parsed = subprocess.run(["xmllint", "--noout", path], **quiet).returncode
        read = [
            subprocess.run([measure.engross(), command, path], **quiet).returncode
            for command in ("text", "html")
        ]
        if parsed == 0 and read == [0, 0]:
            found.append(path)
    if not found:
        sys.exit(f"no documents in {measure.SHARED / 'tei-docs'}")
    return found


def large(path, size):
    """A document of paragraphs with names, dates and notes, of a size."""
    paragraph = (
        "      <p>The issue of <term>migration</term> is a priority on our agenda; on "
        "<date when=\"1997-05-06\">May 6, 1997</date> <persName>Ernesto Zedillo</persName> said "
        "so<note place=\"foot\">In Mexico.</note>, line <lb/>by line.</p>\n").encode()
    with open(path, "wb") as file:
        file.write(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
                   b"<title>T</title></titleStmt></fileDesc></teiHeader>\n<text><body>\n<div>\n")
        block = paragraph * 1000
        for _ in range(size // len(block)):
            file.write(block)
        file.write(b"</div></body></text></TEI>\n")


def teitotxt(sources, target):
    """The command by which the TEI Stylesheets turn a folder into plain text; nothing without them."""
    stylesheet = pathlib.Path(os.environ.get("TEI_STYLESHEETS", "")) / "profiles/default/txt/to.xsl"
    saxon = pathlib.Path(os.environ.get("SAXON", "/usr/share/java/Saxon-HE.jar"))
    if not (stylesheet.exists() and saxon.exists() and shutil.which("java")):
        print("  without teitotxt: TEI_STYLESHEETS names no Stylesheets, or Java or Saxon is missing")
        return {}
    return {"teitotxt (Saxon)": [
        "java", "-cp", saxon, "net.sf.saxon.Transform", f"-s:{sources}", f"-o:{target}",
        f"-xsl:{stylesheet.resolve()}"]}


def memory(command):
    """Wall seconds and peak megabytes of one process."""
    result = subprocess.run(
        ["/usr/bin/time", "-f", "%e %M", *command], stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)
    elapsed, peak = re.search(r"([\d.]+) (\d+)\s*$", result.stderr).groups()
    return float(elapsed), int(peak) / 1000


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    engross = measure.engross()
    sources = documents()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/dev/shm")) as folder:
        root = pathlib.Path(folder)
        (root / "x").mkdir()
        names, total = [], 0
        for number in range(count):
            source = sources[number % len(sources)]
            names.append(f"{number:04}.xml")
            shutil.copyfile(source, root / "x" / names[-1])
            total += source.stat().st_size
        one = ["--jobs", "1", "--quiet"]
        jobs = {
            "xmllint --noout": ["xmllint", "--noout", *names],
            "engross text": [engross, "text", *one, "-d", "../t", *names],
            "engross html": [engross, "html", *one, "-d", "../h", *names],
            **teitotxt(".", "../s"),
        }
        medians = measure.medians(jobs, RUNS, cwd=root / "x")
        parse = medians["xmllint --noout"]
        print(f"{count} files, {total / 1e6:.1f} MB of TEI; medians of {RUNS} interleaved runs, one "
              f"job; {measure.machine()}")
        for name, time in medians.items():
            print(f"  {name:16} {time * 1e3:7.1f} ms  {total / time / 1e6:6.1f} MB/s  "
                  f"{time / parse:5.2f} × the parse  {time / count * 1e3:5.2f} ms a document")
        shutil.rmtree(root / "t", ignore_errors=True)
        big = pathlib.Path(tempfile.gettempdir()) / f"engross-{os.getpid()}.xml"
        try:
            large(big, 1_000_000_000)
            for name, command in {
                "xmllint --stream": ["xmllint", "--noout", "--stream", "--huge", str(big)],
                "engross text": [engross, "text", str(big)],
            }.items():
                elapsed, peak = memory(command)
                print(f"  1 GB, {name:16} {elapsed:6.1f} s  {peak:6.1f} MB at most")
        finally:
            big.unlink(missing_ok=True)


if __name__ == "__main__":
    if not shutil.which("xmllint"):
        sys.exit("xmllint is missing: apt-get install libxml2-utils")
    main()
