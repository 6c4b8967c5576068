#!/usr/bin/env python3
"""graph_test.py PROGRAM FILE...: --graph and --graphml tell which document or
provision refers to what, and how often, as the JSON has it. Where Graphviz is
there, it takes what --graph writes."""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

from html_test_texts import HOSTILE

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def run(program, *line):
    return subprocess.run([program, *line], stdout=subprocess.PIPE).stdout.decode()


def expected(program, files, options):
    """Edges between (name, eid) and their counts; all documents."""
    edges, documents = Counter(), set()
    for line in run(program, "--jsonl", *options, *files).splitlines():
        found = json.loads(line)
        about = found["document"]
        own = about["instrument"] if about["form"] == "treaty" and about["instrument"] else about["name"]
        documents.add((own, None))
        for reference in found["references"]:
            around = [p["eid"] for p in found["provisions"] if p["begin"] <= reference["begin"] < p["end"]]
            place = (own, around[-1] if around else None)
            for target in reference["targets"] or [{}]:
                instrument = target.get("instrument") or reference["instrument"]
                if instrument is not None:
                    edges[place, (own if instrument == "this" else instrument, target.get("eid"))] += 1
    return edges, documents


def graphml(program, files, options):
    root = xml.fromstring(run(program, "--graphml", *options, *files))
    keys = {key.get("id") for key in root.iter(SPACE + "key")}
    nodes = {}
    for node in root.iter(SPACE + "node"):
        data = {entry.get("key"): entry.text for entry in node.iter(SPACE + "data")}
        assert set(data) <= keys and data["label"]
        assert (data["kind"] == "provision") == ("eid" in data) and data["kind"] in ("document", "instrument", "provision")
        nodes[node.get("id")] = (data.get("instrument") or data["document"], data.get("eid"))
    assert len(set(nodes.values())) == len(nodes), "a node twice"
    edges = {(nodes[edge.get("source")], nodes[edge.get("target")]): int(edge.find(SPACE + "data").text) for edge in root.iter(SPACE + "edge")}
    return edges, set(nodes.values())


def check(program, files, *options):
    edges, documents = expected(program, files, options)
    found, nodes = graphml(program, files, options)
    assert found == edges, (set(edges.items()) ^ set(found.items()))
    assert documents <= nodes
    dot = run(program, "--graph", *options, *files)
    assert dot.startswith("digraph ") and len(re.findall(r"^  n\d+ -> n\d+ \[weight=", dot, re.M)) == len(edges)
    assert sum(map(int, re.findall(r"\[weight=(\d+)", dot))) == sum(edges.values())
    if shutil.which("dot"):
        drawn = subprocess.run(["dot", "-Tsvg"], input=dot.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert drawn.returncode == 0 and not re.search(rb"rror", drawn.stderr), drawn.stderr.decode()
        assert drawn.stdout.decode().count('class="edge"') == len(edges)
    return edges


program, files = sys.argv[1], sys.argv[2:]
assert check(program, files) and check(program, files, "--form", "treaty")
with tempfile.TemporaryDirectory() as folder:
    for number, text in enumerate([HOSTILE, "", "Article 5 of the Vienna Convention on the Law of Treaties says so. Article 5 of the Vienna "
                                   "Convention on the Law of Treaties does.\n"]):
        (Path(folder) / f"\\\"{number}<&>\n{'x' * 60}é.txt").write_bytes(text.encode())
    edges = check(program, sorted(map(str, Path(folder).iterdir())))
    assert 2 in edges.values(), edges
if not shutil.which("dot"):
    print("no dot: --graph is not drawn")
