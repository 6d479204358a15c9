#!/usr/bin/env python3
"""startup.py: how long `engross --version` takes, beside /bin/true. Target: at most 10 ms."""
import measure

RUNS = 101

times = measure.medians(
    {"engross --version": [measure.engross(), "--version"], "/bin/true": ["/bin/true"]}, RUNS)
print(f"start-up, medians of {RUNS} interleaved runs; {measure.machine()}")
for name, time in times.items():
    print(f"  {name:20} {time * 1000:6.1f} ms")
