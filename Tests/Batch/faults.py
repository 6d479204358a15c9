#!/usr/bin/env python3
"""What a file system does to a run: each fault gives one clear line, the right code, no half file.

    faults.py ENGROSS

A full disk needs a small tmpfs, and so root or user namespaces; without them that part is skipped.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ENGROSS = pathlib.Path(sys.argv[1]).resolve()
FULL = """mount -t tmpfs -o size=64k none full && "$0" encode --jobs 1 --output-dir full in
code=$?; cat full/*.xml | grep -c '</TEI>' || true; ls full | wc -l; ls -A full/.engross; exit $code"""


def run(folder, *words, **options):
    return subprocess.run([ENGROSS, *words], cwd=folder, capture_output=True, text=True, **options)


def expect(result, code, *lines):
    assert result.returncode == code, (result.returncode, result.stderr)
    for line in lines:
        assert line in result.stderr.splitlines(), (line, result.stderr)


def full_disk(folder):
    (folder / "full").mkdir()
    for number in range(40):
        (folder / "in" / f"{number:02}.txt").write_text("A letter of some length. " * 100)
    command = ["sh", "-c", FULL, ENGROSS]
    if os.geteuid() != 0:
        command = ["unshare", "--user", "--map-root-user", "--mount"] + command
    else:
        command = ["unshare", "--mount"] + command
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if "unshare" in result.stderr or "mount" in result.stderr:
        print("skipped: no tmpfs can be mounted here:", result.stderr.strip())
        return
    whole, files = result.stdout.split()[:2]
    assert result.returncode == 3, result
    assert whole == files and 0 < int(files) < 40, result.stdout
    assert "no space left on the device" in result.stderr, result.stderr
    failures = [line for line in result.stderr.splitlines() if "no space" in line]
    assert len(failures) <= 41, result.stderr
    assert ".engross-" not in result.stdout, result.stdout
    print(f"a full disk: {files} whole files, none half")


def permissions(folder):
    """As a user whom permissions bind."""
    (folder / "closed").mkdir()
    (folder / "closed" / "a.txt").write_text("A letter.\n")
    (folder / "closed" / "a.txt").chmod(0)
    (folder / "closed" / "b.txt").write_text("A letter.\n")
    (folder / "shut").mkdir()
    (folder / "shut").chmod(0o555)
    (folder / "open").mkdir(mode=0o777)
    (folder / "open").chmod(0o777)
    os.chmod(folder, 0o755)
    user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        expect(run(folder, "encode", "-d", "open/out", "closed", **user), 3,
               "closed/a.txt: no permission to read it", "2 files: 1 encoded, 1 failed")
    except PermissionError:
        print("skipped: another user can't run", ENGROSS)
        return
    expect(run(folder, "encode", "-d", "shut", "closed/b.txt", **user), 3,
           "shut/.engross: no permission to write it")
    expect(run(folder, "encode", "-o", "shut/b.xml", "closed/b.txt", **user), 3,
           "shut/b.xml: no permission to write it")
    print("no permission: said, and the rest goes on")


def changing(folder):
    """A file that grows for as long as it's read."""
    pipe = subprocess.Popen(
        [sys.executable, "-c", "import sys\nwith open('grows.txt','ab',0) as f:\n"
         " f.write(b'a letter ' * 3000000)\n print('ready', flush=True)\n"
         " while True: f.write(b'b')"], cwd=folder, stdout=subprocess.PIPE)
    pipe.stdout.readline()
    # The writer needs a turn while the file is read, which a busy machine may not give it each time.
    for _ in range(30):
        result = run(folder, "encode", "-d", "grown", "grows.txt")
        if result.returncode != 0:
            break
    pipe.kill()
    pipe.wait()
    expect(result, 3, "grows.txt: changed while it was read")
    print("a file that grows: said")


def pipe(folder):
    """The reader of standard output goes away."""
    for number in range(3):
        (folder / "in" / f"p{number}.txt").write_text("A letter. " * 20000)
    command = f"{ENGROSS} encode in/p0.txt | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (3, ""), result
    print("a broken pipe: code 3, and no message")


with tempfile.TemporaryDirectory(prefix="engross-faults-") as name:
    folder = pathlib.Path(name)
    (folder / "in").mkdir()
    full_disk(folder)
    permissions(folder)
    changing(folder)
    pipe(folder)
