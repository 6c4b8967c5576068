#!/usr/bin/env python3
"""drivers_test.py PROGRAM: the program as the worker of others, as examples/pipe
shows it: GNU parallel, Dask distributed, ClickHouse's protocol. What is missing is
left out, with a word."""
import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

PROGRAM = str(Path(sys.argv.pop(1)).resolve())
PIPE = Path(__file__).resolve().parents[2] / "examples/pipe"
COMMAND = [PROGRAM, "--jsonl-in", "--exit-zero", "--only", "references"]


def stories():
    """Lines of every kind, some wrong."""
    for i in range(1000):
        text = " ".join(f"Article {n} of the Charter binds the Parties." for n in range(i % 30))
        yield [json.dumps({"id": i, "text": text}), json.dumps({"id": i}), json.dumps({"text": text, "id": str(i)}) + "\r", "",
               "{bad", json.dumps({"id": 2**64 + i, "text": text})][i % 17 if i % 17 < 6 else 0]


def without_numbers(output):
    return re.sub(rb'"line":[0-9]+', b'"line":0', output)


class Drivers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.place.name)
        cls.file = cls.folder / "stories.jsonl"
        cls.file.write_text("\n".join(stories()))
        with cls.file.open("rb") as file:
            cls.expected = subprocess.run(COMMAND, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
        assert cls.expected.count(b"\n") > 900 and cls.expected.count(b'"error"') > 100

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def test_parallel(self):
        if not shutil.which("parallel"):
            self.skipTest("no parallel")
        with self.file.open("rb") as file:
            done = subprocess.run(["parallel", "--will-cite", "--pipe", "--keep-order", "--block", "20k", "--jobs", "2", *COMMAND],
                                  stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(self.folder)})
        self.assertEqual(done.returncode, 0)
        self.assertEqual(without_numbers(done.stdout), without_numbers(self.expected))

    def dask(self, program, *options):
        pythons = [sys.executable, "/usr/bin/python3"]
        able = [python for python in pythons if os.path.exists(python) and
                subprocess.run([python, "-c", "import distributed"], stderr=subprocess.DEVNULL).returncode == 0]
        if not able:
            self.skipTest("no python3-distributed")
        done = subprocess.run([able[0], PIPE / "dask_pacta.py", *options, self.file, "--only", "references"], cwd=self.folder, timeout=200,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PACTA": str(program), "PYTHONDONTWRITEBYTECODE": "1"})
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stdout, self.expected)

    def test_dask(self):
        self.dask(PROGRAM, "--workers", "3", "--batch", "37")

    def test_dask_with_a_worker_that_is_lost(self):
        program = self.folder / "frail"
        program.write_text(f'#!/bin/sh\nmkdir "{self.folder}/once" 2>/dev/null && {{ head -c 2000; exit 3; }}\nexec "{PROGRAM}" "$@"\n')
        program.chmod(0o755)
        self.dask(program, "--workers", "2", "--batch", "100")
        self.assertTrue((self.folder / "once").exists())

    def test_clickhouse(self):
        function = xml.etree.ElementTree.parse(PIPE / "pacta_function.xml").find("function")
        command = PIPE / function.findtext("command")
        self.assertTrue(os.access(command, os.X_OK))
        if not shutil.which("jq"):
            self.skipTest("no jq")
        environment = {**os.environ, "PATH": f"{Path(PROGRAM).parent}:{os.environ['PATH']}"}
        argument = function.findtext("argument/name")
        with subprocess.Popen([command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0) as worker:
            for text in ["Article 51 of the Charter", "", "Article 7 \u00e9"] * 3:
                worker.stdin.write(json.dumps({argument: text}).encode() + b"\n")
                self.assertTrue(select.select([worker.stdout], [], [], 60)[0], "no answer")
                records = json.loads(json.loads(worker.stdout.readline())["result"])
                self.assertEqual(records["document"]["bytes"], len(text.encode()))
                self.assertEqual(len(records["references"]), "Article" in text)
            worker.stdin.close()
            self.assertEqual(worker.wait(60), 0)


if __name__ == "__main__":
    if b"built without Jansson" in subprocess.run([PROGRAM, "--jsonl-in"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr:
        print("built without Jansson: JSON Lines are left out")
        sys.exit(77)
    unittest.main()
