#!/usr/bin/env python3
"""pipe_test.py PROGRAM: what the program promises those who drive it: JSON Lines,
threads, lists of files, progress, signals."""
import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
NORM = "Each Party shall inform the other of what Article {} of the Charter asks."


def run(*options, data=b"", status=0, **more):
    done = subprocess.run([PROGRAM, *options], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, **more)
    assert done.returncode == status, (done.returncode, done.stderr.decode()[:400])
    return done


def as_lines(*objects):
    return b"".join(json.dumps(item).encode() + b"\n" for item in objects)


def lines(*options, data, status=0):
    """The objects that are printed, and the complaints."""
    done = run("--jsonl-in", *options, data=data, status=status)
    assert done.stdout == b"" or done.stdout.endswith(b"\n"), "an incomplete line"
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode().splitlines()


class JsonLines(unittest.TestCase):
    def one(self, line, *options, status=1):
        printed, told = lines(*options, data=line, status=status)
        self.assertEqual(len(printed), 1, printed)
        self.assertEqual(len(told), 1 if "error" in printed[0] else 0, told)
        return printed[0]

    def refused(self, line, words, identity=None, number=1):
        printed = self.one(line, status=2)
        self.assertEqual(printed["id"], identity)
        self.assertEqual(set(printed), {"id", "error"})
        self.assertIsNone(printed["error"]["file"])
        self.assertEqual(printed["error"]["line"], number)
        self.assertIn(words, printed["error"]["message"])
        return printed

    def test_records_are_those_of_the_text(self):
        text = NORM.format("2 (4)") + "\n\n\u201cCaf\u00e9 \U0001f600 may not,\u201d Ana Ruiz said of Article 51.\n"
        for options in [[], ["--no-text"], ["--offsets", "utf16"], ["--only", "references"], ["--form", "treaty"], ["--tokens"]]:
            for escaped in [False, True]:
                line = json.dumps({"text": text, "id": "a"}, ensure_ascii=escaped).encode()
                printed = self.one(line, *options, status=0)
                whole = json.loads(run(*options, data=text.encode()).stdout)
                self.assertEqual(list(printed)[0], "id")
                self.assertEqual(printed.pop("id"), "a")
                self.assertEqual(printed["document"].pop("name"), "a")
                self.assertIsNone(whole["document"].pop("name"))
                self.assertEqual(printed, whole)

    def test_ids_are_passed_on_as_they_are_written(self):
        for written in ["7", "-0", "1.10", "12345678901234567890", "1E5", '"a\\u00e9\\"\\n"', "null", "true", '[1, {"a": 1.10}]', '""']:
            done = run("--jsonl-in", data=f' {{ "id" : {written} , "text":"x"}} '.encode(), status=1)
            self.assertTrue(done.stdout.startswith(b'{"id":' + written.encode() + b',"pacta":'), done.stdout)
        self.assertIsNone(self.one(b'{"text":"x"}')["id"])
        self.assertEqual(self.one(b'{"text":"x"}')["document"]["name"], "standard input:1")
        self.assertEqual(self.one(b'{"id":[1],"text":"x"}')["document"]["name"], "[1]")

    def test_fields_have_names(self):
        line = as_lines({"id": 1, "text": "a", "body": "abc", "k\u00e9y": 2, "more": {"body": 5}})
        printed = self.one(line, "--text-field", "body", "--id-field", "k\u00e9y")
        self.assertEqual((printed["id"], printed["document"]["bytes"]), (2, 3))
        printed = self.one(line, "--text-field", "text", "--id-field", "text")
        self.assertEqual((printed["id"], printed["document"]["bytes"]), ("a", 1))

    def test_ends_of_lines(self):
        good = as_lines({"id": 1, "text": "a"})[:-1]
        for data, numbers in [(b"", []), (b"\n\r\n \t\r\n", []), (good, [1]), (good + b"\n", [1]), (good + b"\r\n" + good, [1, 2]),
                              (b"\xef\xbb\xbf" + good + b"\n\n" + good + b"\n\n", [1, 3]), (b"\n" + good, [2])]:
            printed, told = lines(data=data.replace(b'"id": 1, ', b""), status=1)
            self.assertEqual([item["document"]["name"] for item in printed], [f"standard input:{number}" for number in numbers])
            self.assertEqual(told, [])
        self.refused(b"\n" + b"\xef\xbb\xbf" + good, "not JSON at byte", number=2)

    def test_what_is_wrong_is_an_error_record(self):
        self.refused(b"{bad", "not JSON at byte 4")
        self.refused(b'{"id":7,"text":"a"', "not JSON", identity=7)
        self.refused(b'{"id":7,"text":"a"}x', "not JSON", identity=7)
        self.refused(b'{"id":7 "text":"a"}', "not JSON", identity=7)
        self.refused(b'{"id":7,"text":"a",}', "not JSON", identity=7)
        self.refused(b'{5:1}', "a key is no string")
        self.refused(b'{"id":01,"text":"a"}', "not JSON")
        self.refused(b'"text"', "not an object")
        self.refused(b"[]", "not an object")
        self.refused(b'{"id":7}', 'field "text" is missing', identity=7)
        self.refused(b"{}", 'field "text" is missing')
        self.refused(b'{"id":"x","text":null}', "is no string", identity="x")
        self.refused(b'{"text":["a"],"id":8}', "is no string", identity=8)
        self.refused(b'{"id":7,"text":"a","text":"b"}', 'field "text" is there twice', identity=7)
        self.refused(b'{"id":7,"id":8,"text":"b"}', 'field "id" is there twice', identity=7)
        self.refused(b'{"text":"\\ud800 lone"}', "invalid Unicode")
        self.refused(b'{"text":"\xff"}', "not JSON")
        self.refused(b'{"text":"\xed\xa0\x80"}', "not JSON")
        self.refused(b'{"text":"a\x00b"}', "not JSON")
        self.refused(b"\x00", "not JSON")
        self.refused(b'{"text":"a\tb"}', "not JSON")
        self.refused(b"\xff\xfe{\x00", "not JSON")
        self.refused(b'{"id":' + b"[" * 5000 + b"]" * 5000 + b',"text":"a"}', "depth")

    def test_complaints_do_no_harm_to_a_terminal(self):
        done = run("--jsonl-in", data=b'{"text":\x1b[2J\xc2\x9b}', status=2)
        self.assertRegex(done.stderr, rb"^[ -~]*\n$")

    def test_nul_is_a_character(self):
        printed = self.one(b'{"text":"a\\u0000 Article 7"}', "--only", "references", status=0)
        self.assertEqual(printed["document"]["bytes"], 12)
        self.assertEqual((printed["references"][0]["begin"], printed["references"][0]["text"]), (3, "Article 7"))
        self.assertEqual(self.one(b'{"id":"\\u0000","text":"a"}')["id"], "\0")

    def test_long_lines_are_left_out_up_to_their_end(self):
        long = as_lines({"id": 2, "text": "x" * 300000})
        data = as_lines({"id": 1, "text": "a"}) + long + as_lines({"id": 3, "text": "b"}) + long[:-1]
        printed, told = lines("--max-line", "100000", data=data, status=2)
        self.assertEqual([item["id"] for item in printed], [1, None, 3, None])
        self.assertIn("longer than 100000 bytes", printed[1]["error"]["message"])
        self.assertEqual([item.get("error", {}).get("line") for item in printed], [None, 2, None, 4])
        self.assertEqual([line.split(": ")[1] for line in told], ["standard input:2", "standard input:4"])
        exact = as_lines({"text": "abc"})
        for limit, status in [(len(exact) - 1, 1), (len(exact) - 2, 2)]:
            for data in [exact, exact[:-1], exact + exact]:
                lines("--max-line", str(limit), data=data, status=status)

    def test_order_is_kept_and_nothing_is_lost(self):
        data, expected = [], []
        for i in range(3000):
            kind = i % 7
            text = " ".join(NORM.format(n) for n in range(i % 40))
            data.append([json.dumps({"id": i, "text": text}), "", json.dumps({"id": i, "text": 1}), "{", json.dumps({"id": i, "text": text}) + "\r",
                         " ", json.dumps({"text": "\u00e9" * i})][kind])
            if kind not in (1, 5):
                expected.append(None if kind in (3, 6) else i)
        printed, told = lines("--jobs", "3", data="\n".join(data).encode(), status=2)
        self.assertEqual([item["id"] for item in printed], expected)
        self.assertEqual(len(told), sum("error" in item for item in printed))
        self.assertEqual([item["error"]["line"] for item in printed if "error" in item], [i + 1 for i in range(3000) if i % 7 in (2, 3)])

    def test_status(self):
        good, bad, none = as_lines({"text": NORM}), b"{\n", as_lines({"text": "a"})
        for data, strict in [(good, 0), (none, 1), (b"", 1), (good + bad, 2), (bad, 2), (none + good, 0)]:
            run("--jsonl-in", data=data, status=strict)
            run("--jsonl-in", "--exit-zero", data=data)
        run("--jsonl-in", "--exit-zero", "missing", status=2)
        run("--jsonl-in", "--exit-zero", "--csv", "references", data=good + bad, status=2)
        run("--exit-zero", data=b"a")

    def test_other_formats(self):
        data = as_lines({"id": "x, y", "text": NORM.format(2)}) + b"{\n" + as_lines({"id": [1], "text": NORM.format(3)})
        done = run("--jsonl-in", "--csv", "references", data=data, status=2)
        self.assertEqual([line.split(b",0,")[0] for line in done.stdout.splitlines()[1:]], [b'"x, y"', b"[1]"])
        self.assertIn(b"standard input:2: not JSON", done.stderr)
        done = run("--jsonl-in", "--text", data=data, status=2)
        self.assertIn(b"x, y: ", done.stdout)
        self.assertIn(b"\n\n[1]: ", done.stdout)
        done = run("--jsonl-in", "--check", data=data, status=2)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        for options in [["--pretty"], ["--encoding", "latin1"]]:
            done = run("--jsonl-in", *options, data=data, status=2)
            self.assertIn(options[0].encode(), done.stderr)
            self.assertEqual(done.stdout, b"")

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            a, b = Path(folder, "a"), Path(folder, "b")
            a.write_bytes(as_lines({"id": 1, "text": "a"}) + b"{")
            b.write_bytes(b"\xef\xbb\xbf" + as_lines({"id": 2, "text": "a"}))
            done = run("--jsonl-in", a, Path(folder, "none"), folder, b, data=b"", status=2)
            printed = [json.loads(line) for line in done.stdout.splitlines()]
            self.assertEqual([item["id"] for item in printed], [1, None, 2])
            self.assertEqual(printed[1]["error"]["file"], str(a))
            self.assertEqual([line.split(b": ")[1] for line in done.stderr.splitlines()],
                             [f"{a}:2".encode(), f"{folder}/none".encode(), folder.encode()])

    def test_answers_come_while_more_is_awaited(self):
        for jobs in ["1", "2"]:
            with subprocess.Popen([PROGRAM, "--jsonl-in", "--jobs", jobs], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as worker:
                for i in range(20):
                    worker.stdin.write(as_lines({"id": i, "text": NORM.format(i)}))
                    worker.stdin.flush()
                    self.assertTrue(select.select([worker.stdout], [], [], 60)[0], "no answer")
                    self.assertEqual(json.loads(worker.stdout.readline())["id"], i)
                worker.stdin.close()
                self.assertEqual(worker.wait(60), 0)

    def test_memory_does_not_grow(self):
        environment = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"}

        def most(count):
            with subprocess.Popen([PROGRAM, "--jsonl-in", "--jobs", "2"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  env=environment) as worker:
                line = as_lines({"id": 1, "text": " ".join(NORM.format(n) for n in range(30))})
                for _ in range(count):
                    worker.stdin.write(line * 20)
                worker.stdin.close()
                _, status, usage = os.wait4(worker.pid, 0)
                worker.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(worker.returncode, 0)
            return usage.ru_maxrss
        self.assertLess(most(300), most(30) * 2 + 20000)


class Jobs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.place.name)
        cls.files = []
        for i in range(60):
            path = cls.folder / f"{i:02}.txt"
            path.write_text("\n\n".join(NORM.format(n) for n in range(i * i % 50)))
            cls.files.append(path)
        cls.files[20].write_bytes(b"not \xff UTF-8")
        cls.files[30] = cls.folder / "missing"
        cls.files[40].write_text("\n\n".join(f"Article {n}\n\n" + NORM.format(n) * 5 for n in range(1, 800)))

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    def test_output_is_the_same(self):
        for options in [["--tokens"], ["--text"], ["--csv", "references"], ["--check"], ["--html"], ["--encoding", "latin1"]]:
            one = run(*options, *self.files, status=2)
            for jobs in ["2", "0"]:
                many = run(*options, "--jobs", jobs, *self.files, status=2)
                self.assertEqual(one.stdout, many.stdout, options)
                self.assertEqual(one.stderr, many.stderr, options)
        good = [path for path in self.files if path.name not in ("20.txt", "missing")]
        self.assertEqual(run("--jobs", "4", *good).stdout, run(*good).stdout)
        run("--jobs", "4", "--only", "tokens", self.files[0], self.files[50], status=1)

    def test_lists_of_files(self):
        whole = run(*self.files, status=2)
        names = [os.fsencode(path) for path in self.files]
        for options, data in [([], b"\n".join(names)), ([], b"\n\n".join(names) + b"\n"), (["--null"], b"\0".join(names)),
                              (["--null"], b"\0".join(names) + b"\0")]:
            done = run("--files-from", "-", *options, "--jobs", "2", data=data, status=2)
            self.assertEqual((done.stdout, done.stderr), (whole.stdout, whole.stderr))
        rest = self.folder / "rest"
        rest.write_bytes(b"\n".join(names[10:]))
        done = run("--files-from", rest, *self.files[:10], status=2)
        self.assertEqual(done.stdout, whole.stdout)
        run("--files-from", "-", data=b"", status=1)
        done = run("--files-from", self.folder / "nothing", self.files[4], status=2)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertIn(b"nothing: No such file", done.stderr)
        done = run("--files-from", "-", data=b"a\0b\0", status=2)
        self.assertIn(b"--null", done.stderr)
        done = run("--files-from", "-", data=names[4] + b"\n" + b"x" * 100000 + b"\n" + names[5], status=2)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        done = run("--files-from", "-", data=b"-\n", status=2)
        self.assertIn(b"./-: No such file", done.stderr)

    def test_numbers(self):
        for wrong in ["", "x", "-1", "257", "1x", " 1", "99999999999999999999"]:
            self.assertIn(b"--jobs", run("--jobs", wrong, status=2).stderr)
        for wrong in ["0", "1k", "3000000000"]:
            self.assertIn(b"--max-line", run("--max-line", wrong, status=2).stderr)

    def test_output_that_cannot_be_written(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([PROGRAM, "--jobs", "3", *self.files], stdout=writing, stderr=subprocess.PIPE, timeout=300)
        os.close(writing)
        self.assertEqual(done.returncode, 2)

    def test_little_memory_is_an_error_and_no_crash(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (48 << 20, 48 << 20))
        if subprocess.run([PROGRAM, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limit).returncode:
            self.skipTest("this build needs more to begin with")
        done = subprocess.run([PROGRAM, "--jobs", "2", self.files[40], *self.files[:3]], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              preexec_fn=limit, timeout=300)
        self.assertIn(done.returncode, (0, 2), done.stderr)
        self.assertTrue(done.stdout == b"" or done.stdout.endswith(b"\n"))


class Shown:
    """A terminal, and what is shown on it."""

    def __init__(self):
        self.ours, self.theirs = pty.openpty()
        self.bytes = b""
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        try:
            while some := os.read(self.ours, 4096):
                self.bytes += some
        except OSError: # the end, as Linux tells it
            pass

    def end(self):
        """Once whoever it was given to has ended."""
        os.close(self.theirs)
        self.reader.join()
        os.close(self.ours)
        return self.bytes


class Terminal(unittest.TestCase):
    def shown(self, terminal, also_output=False, seconds=2.5):
        """What is shown where work comes slowly, until there is progress, or so long."""
        shown = Shown()
        output = shown.theirs if also_output else subprocess.DEVNULL
        with subprocess.Popen([PROGRAM, "--jsonl-in"], stdin=subprocess.PIPE, stdout=output, stderr=shown.theirs,
                              env={**os.environ, "TERM": terminal}) as worker:
            end = time.monotonic() + seconds
            while b"MB/s" not in shown.bytes and time.monotonic() < end:
                worker.stdin.write(as_lines({"id": 1, "text": NORM.format(1)}) * 10)
                worker.stdin.flush()
                time.sleep(0.1)
            worker.stdin.write(b"{\n")
            worker.stdin.close()
            self.assertEqual(worker.wait(60), 2)
        return shown.end()

    def test_progress(self):
        shown = self.shown("xterm", seconds=60)
        self.assertRegex(shown, rb"^\r[0-9]+ lines, 0\.[0-9] MB, [0-9.]+ MB/s\x1b\[K")
        self.assertRegex(shown, rb"\r\x1b\[Kpacta: standard input:[0-9]+: not JSON[^\r]*\r\n$")

    def test_no_progress(self):
        self.assertTrue(self.shown("dumb").startswith(b"pacta: "))
        self.assertNotIn(b"MB/s", self.shown("xterm", also_output=True))

    def test_progress_of_files(self):
        with tempfile.TemporaryDirectory() as folder:
            file, fifo = Path(folder, "file"), Path(folder, "fifo")
            file.write_text("\n\n".join(NORM.format(n) for n in range(200)))
            os.mkfifo(fifo) # a file that comes late
            shown = Shown()
            with subprocess.Popen([PROGRAM, *[file] * 300, fifo, file], stdout=subprocess.DEVNULL, stderr=shown.theirs,
                                  env={**os.environ, "TERM": "xterm"}) as worker:
                with fifo.open("w") as late: # once it is at it
                    time.sleep(1.5)
                    late.write(NORM)
                self.assertEqual(worker.wait(60), 0)
            shown = shown.end()
            self.assertRegex(shown, rb"\r[0-9]+ of 302 files, [0-9.]+ MB, [0-9.]+ MB/s, [0-9:]+ left\x1b\[K")
            self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-80:])


class Signals(unittest.TestCase):
    def complete(self, output, count):
        self.assertTrue(output == b"" or output.endswith(b"\n"), output[-80:])
        self.assertEqual([json.loads(line)["id"] for line in output.splitlines()], list(range(count)))

    def test_while_it_waits(self):
        # ThreadSanitizer runs a handler in a thread that waits for a lock only once
        # it has the lock, here never
        late = b"__tsan_init" in Path(PROGRAM).read_bytes()
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
            for jobs in ["1"] if late else ["1", "3"]:
                with subprocess.Popen([PROGRAM, "--jsonl-in", "--jobs", jobs], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as worker:
                    worker.stdin.write(as_lines({"id": 0, "text": NORM}, {"id": 1, "text": NORM}) + b'{"id":2,"te')
                    worker.stdin.flush()
                    answers = worker.stdout.readline() + worker.stdout.readline()
                    time.sleep(0.05)
                    worker.send_signal(number)
                    self.assertEqual(worker.wait(60), -number) # and not at the input's end
                    self.complete(answers + worker.stdout.read(), 2)

    def test_in_the_middle_of_the_work(self):
        text = "\n\n".join(NORM.format(n) for n in range(100))
        data = as_lines(*({"id": i, "text": text} for i in range(4000)))
        for jobs in ["1", "3"]:
            with tempfile.TemporaryFile() as file:
                file.write(data)
                file.seek(0)
                with subprocess.Popen([PROGRAM, "--jsonl-in", "--jobs", jobs], stdin=file, stdout=subprocess.PIPE) as worker:
                    output = worker.stdout.read(100000)
                    worker.send_signal(signal.SIGINT)
                    output += worker.stdout.read()
                    self.assertEqual(worker.wait(60), -signal.SIGINT)
                self.complete(output, output.count(b"\n"))
                self.assertLess(output.count(b"\n"), 4000)

    def test_in_the_middle_of_a_text(self):
        with tempfile.TemporaryDirectory() as folder:
            small, large = Path(folder, "small"), Path(folder, "large")
            small.write_text(NORM)
            large.write_text("\n\n".join(NORM.format(n) for n in range(400000)))
            with subprocess.Popen([PROGRAM, "--jobs", "2", small, large], stdout=subprocess.PIPE) as worker:
                time.sleep(0.3)
                worker.send_signal(signal.SIGTERM)
                output, _ = worker.communicate(timeout=60)
                self.assertEqual(worker.returncode, -signal.SIGTERM)
            self.assertTrue(output == b"" or output.endswith(b"\n"))
            self.assertLessEqual(output.count(b"\n"), 1)

    def test_an_ignored_one_stays_ignored(self):
        line = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh", PROGRAM, "--jsonl-in"]
        with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as worker:
            worker.stdin.write(as_lines({"id": 0, "text": NORM}))
            worker.stdin.flush()
            first = worker.stdout.readline()
            worker.send_signal(signal.SIGINT)
            output, _ = worker.communicate(as_lines({"id": 1, "text": NORM}), timeout=60)
            self.assertEqual(worker.returncode, 0)
            self.complete(first + output, 2)


if __name__ == "__main__":
    for signal_number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]: # nohup and jobs in the background ignore some
        signal.signal(signal_number, signal.SIG_DFL)
    asked = subprocess.run([PROGRAM, "--jsonl-in"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if b"built without Jansson" in asked.stderr:
        assert asked.returncode == 2, asked
        print("built without Jansson: JSON Lines are left out")
        del JsonLines, Terminal, Signals
    unittest.main()
