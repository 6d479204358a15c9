"""Encodes a dataset with Apache Spark: each partition goes through `engross encode --jsonl`.

    spark-submit --files /path/to/engross engross_job.py --input DIR --output DIR

OUTPUT/documents has the TEI (Parquet: part, id, xml, error), OUTPUT/failed the records that failed
(JSON Lines: id, code, message).
"""
import argparse
import json
import os
import stat
import subprocess
import tempfile
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions
from pyspark.sql.types import (
    IntegerType, StringType, StructField, StructType)

ANSWER = StructType([
    StructField("part", IntegerType(), False),
    StructField("id", StringType(), False),
    StructField("xml", StringType()),
    StructField("error", StructType([
        StructField("code", IntegerType()), StructField("message", StringType())])),
])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--input", required=True, help="a directory of text files, or of Parquet")
    parser.add_argument("--format", choices=["text", "parquet"], default="text")
    parser.add_argument("--encoding", default="utf-8", help="of text files")
    parser.add_argument("--id", default="id", help="the column that names a document")
    parser.add_argument("--text", default="text", help="the column that has its text")
    parser.add_argument("--metadata", nargs="*", default=[], metavar="KEY=COLUMN",
                        help="keys of engross --metadata, and the columns that have their values")
    parser.add_argument("--options", nargs=argparse.REMAINDER, default=[],
                        help="what engross encode takes beside; must come last")
    parser.add_argument("--output", required=True)
    parser.add_argument("--partitions", type=int, default=64,
                        help="a document's place depends on its id and this number alone")
    parser.add_argument("--only", type=int, nargs="*", metavar="PART",
                        help="makes these partitions again, and leaves the others as they are")
    return parser.parse_args()


def records(spark, options):
    """The dataset as id and one JSON record, whatever it was."""
    if options.format == "text":
        files = spark.read.format("binaryFile").option("recursiveFileLookup", True) \
            .load(options.input)
        base = files.sparkSession._jvm.org.apache.hadoop.fs.Path(options.input)
        configuration = files.sparkSession._jsc.hadoopConfiguration()
        root = base.getFileSystem(configuration).makeQualified(base).toString().rstrip("/") + "/"
        root = root.replace("file:///", "file:/")
        encoding = options.encoding

        def record(row):
            identifier = row.path.replace("file:///", "file:/").removeprefix(root)
            try:
                return identifier, json.dumps(
                    {"id": identifier, "text": row.content.decode(encoding)}, ensure_ascii=False)
            except UnicodeDecodeError as error:
                # The filter can't be asked: its answer to this is that "text" isn't a string.
                return identifier, json.dumps({"id": identifier, "text": {"undecodable": str(error)}})

        return files.select("path", "content").rdd.map(record).toDF(["id", "record"])
    frame = spark.read.parquet(options.input)
    columns = [functions.col(options.id).cast("string").alias("id"),
               functions.col(options.text).alias("text")]
    pairs = [pair.split("=", 1) for pair in options.metadata]
    if pairs:
        columns.append(functions.struct(
            *[functions.col(column).alias(key) for key, column in pairs]).alias("metadata"))
    # to_json leaves out what is null, as metadata must.
    return frame.select(functions.col(options.id).cast("string").alias("id"),
                        functions.to_json(functions.struct(*columns)).alias("record"))


def encoder(command, binary):
    """What a task does: one process a partition; a task fails unless every record is answered."""

    def encode(rows):
        path = SparkFiles.get(binary)
        if not os.access(path, os.X_OK):
            os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(
                [path] + command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
            sent = []

            def feed():
                try:
                    for row in rows:
                        sent.append((row.part, row.id))
                        process.stdin.write(row.record.encode() + b"\n")
                except BrokenPipeError:
                    pass  # its exit code tells more
                finally:
                    try:
                        process.stdin.close()
                    except BrokenPipeError:
                        pass

            feeder = threading.Thread(target=feed)
            feeder.start()
            answered = 0
            for line in process.stdout:
                answer = json.loads(line)
                part, identifier = sent[answered]
                if answer["id"] != identifier:
                    raise RuntimeError(f"the answer to {identifier} names {answer['id']}")
                answered += 1
                yield part, identifier, answer.get("xml"), answer.get("error")
            feeder.join()
            code = process.wait()
            if code != 0 or answered != len(sent):
                log.seek(0)
                raise RuntimeError(
                    f"engross ended with {code} after {answered} of {len(sent)} records: "
                    + log.read().decode(errors="replace")[-2000:])

    return encode


def main():
    options = arguments()
    spark = SparkSession.builder.appName("engross").getOrCreate()
    # A partition that is made again takes the place of the old one, and of no other.
    spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
    # The hash is ours, not Spark's choice of the day, so that a document never moves.
    part = functions.pmod(functions.crc32(functions.col("id").cast("binary")),
                          functions.lit(options.partitions)).cast("int")
    frame = records(spark, options).withColumn("part", part)
    if options.only:
        frame = frame.where(functions.col("part").isin(options.only))
    frame = frame.repartition(options.partitions, "part").sortWithinPartitions("part", "id")
    command = ["encode", "--jsonl", "--quiet", "--jobs", "1"] + options.options
    answers = frame.rdd.mapPartitions(encoder(command, "engross"))
    documents = options.output.rstrip("/") + "/documents"
    spark.createDataFrame(answers, ANSWER).write.mode("overwrite").partitionBy("part") \
        .parquet(documents)
    failed = spark.read.parquet(documents).where("error is not null") \
        .select("id", "error.code", "error.message").orderBy("id").coalesce(1)
    failed.write.mode("overwrite").json(options.output.rstrip("/") + "/failed")
    spark.stop()


if __name__ == "__main__":
    main()
