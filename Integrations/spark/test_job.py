"""Runs the job for real, and holds what it makes against one machine's: local[2], then a
stand-alone cluster of a master and two workers on loopback, one of which is killed in the middle.

    python3 test_job.py /path/to/engross [DOCUMENTS] [--cluster]

Without --cluster, local[2] alone.
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import pyarrow
import pyarrow.parquet
import pyspark

HERE = pathlib.Path(__file__).resolve().parent
SPARK = pathlib.Path(pyspark.__file__).resolve().parent
ENGROSS = pathlib.Path(sys.argv[1]).resolve()
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 60
ENVIRONMENT = dict(os.environ, SPARK_HOME=str(SPARK), SPARK_LOCAL_IP="127.0.0.1",
                   PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)


def dataset(folder):
    """Parquet of the samples under other names, one in twenty broken on purpose."""
    samples = sorted((HERE.parent.parent / "Samples").glob("*.txt"))
    rows = []
    for index in range(COUNT):
        text = samples[index % len(samples)].read_text(encoding="utf-8")
        text = None if index % 20 == 7 else f"{text}\nNo. {index}\n"
        rows.append({"name": f"d{index:05}", "body": text, "heading": f"Document \"{index}\"",
                     "place": None if index % 3 else "Port Merrow"})
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), folder / "in.parquet")
    return rows


def expected(rows):
    """What the same binary makes of the same records alone."""
    lines = []
    for row in rows:
        metadata = {"title": row["heading"], "publicationPlace": row["place"]}
        record = {"id": row["name"], "text": row["body"],
                  "metadata": {key: value for key, value in metadata.items() if value}}
        if record["text"] is None:
            del record["text"]
        lines.append(json.dumps(record))
    start = time.monotonic()
    result = subprocess.run([ENGROSS, "encode", "--jsonl", "-q"], input="\n".join(lines) + "\n",
                            capture_output=True, text=True, check=True)
    print(f"the binary alone: {time.monotonic() - start:.1f} s")
    return {answer["id"]: answer for answer in map(json.loads, result.stdout.splitlines())}


def submit(master, folder, output, *options):
    return subprocess.Popen(
        [SPARK / "bin/spark-submit", "--master", master, "--files", ENGROSS,
         "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1",
         "--conf", "spark.executor.memory=600m", "--conf", "spark.executor.cores=1",
         HERE / "engross_job.py", "--format", "parquet", "--input", folder / "in.parquet",
         "--id", "name", "--text", "body", "--metadata", "title=heading", "publicationPlace=place",
         "--partitions", "12", "--output", folder / output, *options],
        env=ENVIRONMENT, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(process):
    log = process.communicate(timeout=3000)[0]
    if process.returncode != 0:
        sys.exit(f"spark-submit ended with {process.returncode}:\n{log[-4000:]}")


def compare(folder, output, answers):
    table = pyarrow.parquet.read_table(folder / output / "documents").to_pylist()
    ids = [row["id"] for row in table]
    assert len(ids) == len(set(ids)), "documents are doubled"
    assert set(ids) == set(answers), f"{len(answers) - len(ids)} documents are lost"
    for row in table:
        assert row["xml"] == answers[row["id"]].get("xml"), f"{row['id']} has other bytes"
    failed = [json.loads(line) for file in (folder / output / "failed").glob("part-*")
              for line in file.read_text().splitlines()]
    wanted = {id for id, answer in answers.items() if "error" in answer}
    assert {row["id"] for row in failed} == wanted and len(failed) == len(wanted), "failed differ"
    print(f"{output}: {len(ids)} documents, {len(failed)} failed, the same bytes")


def children(parent):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True)
    return [int(pid) for pid in found.stdout.split()]


def cluster(folder, answers):
    def start(name, *words):
        log = open(folder / f"{name}.log", "w")
        return subprocess.Popen([SPARK / "bin/spark-class", *words], env=ENVIRONMENT, cwd=folder,
                                stdout=log, stderr=log)

    port = 17077 + os.getpid() % 1000
    master = start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
                   "--port", str(port), "--webui-port", "0")
    workers = [start(f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--host",
                     "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "900m",
                     "--work-dir", str(folder / f"work{number}"), f"spark://127.0.0.1:{port}")
               for number in range(2)]
    try:
        deadline = time.monotonic() + 600
        log = folder / "master.log"
        while log.read_text().count("Registering worker") < 2:
            assert time.monotonic() < deadline, "the workers don't come:\n" + log.read_text()
            time.sleep(0.2)
        job = submit(f"spark://127.0.0.1:{port}", folder, "cluster")
        # In the middle: a task has written its file, and the job isn't over.
        while not list((folder / "cluster").glob("documents/**/part-*.parquet")):
            if job.poll() is not None:
                break
            assert time.monotonic() < deadline + 2400, "no task writes anything"
            time.sleep(0.05)
        was_running = job.poll() is None
        for process in children(workers[0].pid) + [workers[0].pid]:
            os.kill(process, signal.SIGKILL)
        finish(job)
        assert was_running, "the job was over before a worker was killed"
        print("a worker and its executor killed in the middle")
        compare(folder, "cluster", answers)
    finally:
        for process in [*workers, master]:
            for child in children(process.pid):
                os.kill(child, signal.SIGTERM)
            if process.poll() is None:
                process.terminate()
            process.wait()


def main():
    with tempfile.TemporaryDirectory(prefix="engross-spark-") as name:
        folder = pathlib.Path(name)
        rows = dataset(folder)
        answers = expected(rows)
        start = time.monotonic()
        finish(submit("local[2]", folder, "local"))
        print(f"local[2]: {time.monotonic() - start:.1f} s")
        compare(folder, "local", answers)
        if "--cluster" in sys.argv:
            finish(submit("local[2]", folder, "local", "--only", "3", "7"))
            compare(folder, "local", answers)
            cluster(folder, answers)


if __name__ == "__main__":
    main()
