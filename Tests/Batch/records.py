#!/usr/bin/env python3
"""Sends generated records through `engross encode --jsonl`, one in a hundred broken on purpose: one
line comes out for each, in order, and memory stays flat.

    records.py ENGROSS RECORDS
"""
import json
import pathlib
import subprocess
import sys
import threading
import time

ENGROSS, COUNT = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
BROKEN = ["not JSON", "", "{\"id\":1", "[]", json.dumps({"id": "no text"}), "{\"id\":2,\"text\":7}"]


def record(number):
    if number % 100 == 50:
        return BROKEN[number // 100 % len(BROKEN)]
    return json.dumps({
        "id": number, "text": f"Athens, May {number % 28 + 1}, 1997\n\nDear Sir,\nNo. {number}.\n"})


def memory(process):
    """Resident kilobytes."""
    with open(f"/proc/{process.pid}/status") as lines:
        return int(next(line.split()[1] for line in lines if line.startswith("VmRSS")))


process = subprocess.Popen([ENGROSS, "encode", "--jsonl", "-q"], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE)


def feed():
    for number in range(COUNT):
        process.stdin.write(record(number).encode() + b"\n")
    process.stdin.close()


start = time.monotonic()
threading.Thread(target=feed).start()
answers = failed = 0
sizes = []
for line in process.stdout:
    answer = json.loads(line)
    if answers % 100 == 50:
        assert "error" in answer, line
        failed += 1
    else:
        assert answer["id"] == answers and "xml" in answer, line
    answers += 1
    if answers % (COUNT // 10) == 0 and process.poll() is None:
        sizes.append(memory(process))
assert process.wait() == 0
assert answers == COUNT and failed == COUNT // 100, (answers, failed)
# The first tenth warms up; after it nothing may grow with the number of records.
assert max(sizes[1:-1]) < 1.3 * sizes[1] + 4000, sizes
elapsed = time.monotonic() - start
print(f"{COUNT} records, {failed} broken: a line each, {COUNT / elapsed:.0f} a second, "
      f"{min(sizes) // 1024} to {max(sizes) // 1024} MB")
