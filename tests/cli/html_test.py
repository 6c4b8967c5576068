#!/usr/bin/env python3
"""html_test.py PROGRAM FILE...: the page of --html is whole and self-contained,
and gives the text back, whatever the text is."""
import json
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from html_test_texts import HOSTILE, seen

VOID = {"meta", "input", "br", "link", "img"}
class Page(HTMLParser):
    """What a browser would make of it: elements that nest, and the documents' texts."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.texts, self.records, self.links, self.loads, self.names, self.keys = [], [], [], [], [], [], [], []
        self.inside = None
        self.feed(markup)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        assert len(given) == len(attributes), ("twice", tag, attributes)
        assert not any(name.startswith("on") for name in given), given
        if tag == "a" and "a" in self.open:
            raise AssertionError("a link in a link")
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            (self.links if tag == "a" else self.loads).append(given["href"])
        if "src" in given:
            self.loads.append(given["src"])
        if "data-name" in given:
            self.names.append(given["data-name"])
        if "data-r" in given:
            self.keys.append(given["data-r"])
        if tag in VOID:
            return
        self.open.append(tag)
        if given.get("class") == "text":
            assert "lang" in given, "the page's language is not the text's"
            self.inside, self.depth = "text", len(self.open)
            self.texts.append("")
        if given.get("class") == "records":
            self.inside, self.depth = "records", len(self.open)
            self.records.append("")

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-5:], self.getpos())
        if self.inside and len(self.open) == self.depth:
            self.inside = None
        self.open.pop()

    def handle_data(self, data):
        if self.inside == "text":
            self.texts[-1] += data
        if self.inside == "records":
            self.records[-1] += data


def check(program, files, options=()):
    printed = subprocess.run([program, "--html", *options, *files], stdout=subprocess.PIPE).stdout.decode()
    page = Page(printed)
    assert page.names == [Path(file).name for file in files], page.names
    assert not page.loads, page.loads
    assert len(page.ids) == len(set(page.ids)), "an id twice"
    for link in page.links:
        assert link.startswith("#") and link[1:] in page.ids, link
    for number, file in enumerate(files):
        text = Path(file).read_bytes().decode()
        assert page.texts[number] == seen(text), f"{file}: not its text"
        line = subprocess.run([program, "--jsonl", "--offsets", "utf16", "--no-text", *options, file], stdout=subprocess.PIPE).stdout
        expected = json.loads(line)
        expected.pop("sentences", None)
        assert json.loads(page.records[number]) == expected, f"{file}: other records"
    assert "<" not in "".join(page.records)
    return page, json.loads(page.records[0])


def check_marks(page, records):
    """Each record is marked somewhere."""
    for letter, kind in zip("rqcpd", ["references", "quotations", "clauses", "provisions", "diagnostics"]):
        for index, record in enumerate(records[kind]):
            if record.get("begin") != record.get("end"):
                assert f"{letter}{index}" in page.keys, (kind, record)


program = sys.argv[1]
for file in sys.argv[2:]:
    for form in ["treaty", "press"]:
        check_marks(*check(program, [file], ["--form", form]))
check(program, sys.argv[2:])
page, records = check(program, sys.argv[2:3], ["--only", "references"])
assert {key[0] for key in page.keys} <= {"r", "p"} and not records["clauses"]
with tempfile.TemporaryDirectory() as folder:
    name = Path(folder) / "<b>&\"'.txt"
    name.write_bytes(HOSTILE.encode())
    for form in ["treaty", "press", "other"]:
        check_marks(*check(program, [str(name)], ["--form", form]))
    name.write_bytes(b"")
    check(program, [str(name)])
    name.write_bytes(("Article 1\n\n1. Each Party shall act.\n\n1. No Party shall wait.\n" * 3).encode())
    check(program, [str(name), str(name)], ["--form", "treaty"])
assert Page(subprocess.run([program, "--html", "/nonexistent"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()).texts == []
