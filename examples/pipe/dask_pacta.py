#!/usr/bin/env python3
"""dask_pacta.py [--workers N] [--batch LINES] [--scheduler ADDRESS] FILE [OPTION]...

The records of the texts in FILE, which is JSON Lines, by the workers of Dask
distributed: of a cluster on this machine, or of the one at ADDRESS, where each
needs the program `pacta` (PACTA names another). OPTIONs are pacta's. Each worker
keeps one pacta at work. Lines come out in the order of the file; what is wrong
with one comes out as an error in its place, numbered as in FILE."""
import argparse
import os
import subprocess
import sys
import threading
from itertools import islice

from distributed import Client, LocalCluster, WorkerPlugin, get_worker


class Pacta:
    """A pacta at work."""

    def __init__(self, options):
        self.process = subprocess.Popen([os.environ.get("PACTA", "pacta"), "--jsonl-in", "--exit-zero", *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def answer(self, lines):
        """An answer for each line. These are written by a thread of their own, as
        pacta need not have read all of them before it answers."""
        writer = threading.Thread(target=self.write, args=[lines])
        writer.start()
        answers = [self.process.stdout.readline() for _ in lines]
        writer.join()
        if not answers[-1].endswith(b"\n"):
            raise RuntimeError(f"pacta ended with status {self.process.wait()}")
        return answers

    def write(self, lines):
        try:
            self.process.stdin.writelines(lines)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass # answer() sees that there are no answers

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Pactas(WorkerPlugin):
    """What a worker has of them: one for each of its threads, in the end."""
    name = "pactas"

    def __init__(self, options):
        self.options, self.idle = options, []

    def answer(self, lines):
        try:
            pacta = self.idle.pop()
        except IndexError:
            pacta = Pacta(self.options)
        answers = pacta.answer(lines)
        self.idle.append(pacta) # but not if it failed
        return answers

    def teardown(self, worker):
        for pacta in self.idle:
            pacta.close()


def work(lines, numbers):
    """Runs on a worker."""
    answers = get_worker().plugins[Pactas.name].answer(lines)
    return [renumbered(*pair) for pair in zip(answers, numbers)]


def renumbered(answer, number):
    """An error tells of the line that its pacta read; it has another number in the file."""
    if not answer.endswith(b"}}\n"): # records end with an array
        return answer
    before, mark, behind = answer.rpartition(b'"error":{"file":null,"line":')
    return before + mark + str(number).encode() + behind[behind.index(b","):]


def batches(file, size):
    """Lines that are not blank, with their ends, and their numbers."""
    lines = ((number, line.rstrip(b"\r\n") + b"\n") for number, line in enumerate(file, 1) if line.strip())
    while batch := list(islice(lines, size)):
        numbers, texts = zip(*batch)
        yield texts, numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--scheduler")
    parser.add_argument("file")
    arguments, options = parser.parse_known_args()
    cluster = arguments.scheduler or LocalCluster(n_workers=arguments.workers, threads_per_worker=1, dashboard_address=None)
    with Client(cluster) as client, open(arguments.file, "rb") as file:
        client.register_worker_plugin(Pactas(options))
        waiting = []
        for batch, numbers in batches(file, arguments.batch):
            waiting.append(client.submit(work, batch, numbers, pure=False, retries=2))
            if len(waiting) >= 4 * arguments.workers: # no more of the file in memory than that
                sys.stdout.buffer.writelines(waiting.pop(0).result())
        for future in waiting:
            sys.stdout.buffer.writelines(future.result())
    if not arguments.scheduler:
        cluster.close()


if __name__ == "__main__":
    main()
