#!/usr/bin/env python3
"""hostile.py: XML made to do harm. Each must end in less than a second, in bounded memory."""
import os
import subprocess
import sys
import tempfile
import time

import measure

LIMIT = 1.0
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>%s</text></TEI>'


def bomb():
    entities = "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefghi", "bcdefghij"))
    return f'<!DOCTYPE TEI [<!ENTITY a "{"a" * 100}">{entities}]>' + TEI % "&j;"


DATE = ('<p><date xml:lang="en" xml:space="preserve" n="1" rend="a" cert="high" resp="#t" '
        'notBefore="1980" notAfter="1999" type="t" subtype="s" calendar="#t" source="#t">x</date></p>')


# Exit code 1 for all, but what is only invalid has a text.
DOCUMENTS = {
    "entity bomb": bomb(),
    "external entity, file": '<!DOCTYPE TEI [<!ENTITY s SYSTEM "/etc/passwd">]>' + TEI % "&s;",
    "external entity, network": '<!DOCTYPE TEI [<!ENTITY s SYSTEM "http://192.0.2.1/s">]>' + TEI % "&s;",
    "100,000 levels": TEI % ("<div>" * 100_000 + "</div>" * 100_000),
    "attribute of 10 MB": TEI.replace("<text>", f'<text n="{"a" * 10_000_000}">') % "",
    "12 attributes, 500 times": TEI % ("<body>" + DATE * 500 + "</body>"),
    "unclosed tags": "<TEI><text><body><p>" * 1000,
    "wrong encoding declaration": '<?xml version="1.0" encoding="UTF-16"?>' + TEI % "a",
    "unknown encoding": '<?xml version="1.0" encoding="ebcdic-klingon"?>' + TEI % "a",
}


def run(command):
    """Exit code, seconds, and the most memory held, in MB.

    The memory is never less than this script's own, which the process had before it became engross.
    """
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), time.perf_counter() - start, usage.ru_maxrss / 1000


def main():
    failures = 0
    print(f"hostile XML; {measure.machine()}")
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        for name, document in DOCUMENTS.items():
            file.seek(0)
            file.truncate()
            file.write(document.encode())
            file.flush()
            for command in ("validate", "text"):
                expected = 0 if "times" in name and command == "text" else 1
                code, seconds, memory = run([measure.engross(), command, file.name])
                verdict = "" if code == expected and seconds < LIMIT else "  <-- not as it should be"
                failures += bool(verdict)
                print(f"  {name:28}{command:10}{code:3}{seconds * 1000:8.0f} ms{memory:7.0f} MB{verdict}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
