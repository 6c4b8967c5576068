#!/usr/bin/env python3
"""annotation_test.py PROGRAM FILE...: --webannotation is W3C Web Annotations in
JSON-LD: one for each record, which finds its words by place and by quotation."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from html_test_texts import HOSTILE

MOTIVATIONS = {"assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking",
               "moderating", "questioning", "replying", "tagging"}
KINDS = ["instruments", "references", "quotations", "provisions", "clauses", "sentences", "tokens", "diagnostics"]


def run(program, *line):
    return json.loads(subprocess.run([program, *line], stdout=subprocess.PIPE).stdout)


def check_annotation(annotation, record, text, source):
    assert annotation["type"] == "Annotation" and annotation["motivation"] in MOTIVATIONS
    for body in annotation["body"]:
        assert body["purpose"] in MOTIVATIONS, body
        assert body["value"] if body["type"] == "TextualBody" else body["type"] == "SpecificResource" and " " not in body["source"], body
    assert annotation["target"]["source"] == source
    place, words = annotation["target"]["selector"]
    begin, end = record["begin"], record["end"]
    assert place == {"type": "TextPositionSelector", "start": begin, "end": end}, (place, record)
    assert words == {"type": "TextQuoteSelector", "exact": text[begin:end], "prefix": text[max(0, begin - 32):begin], "suffix": text[end:end + 32]}


def check(program, file, form, kinds):
    options = ["--form", form, "--only", ",".join(kinds), file]
    page, records = run(program, "--webannotation", *options), run(program, "--jsonl", "--offsets", "codepoint", *options)
    text, source = Path(file).read_bytes().decode(), quote(file, safe="/~")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    expected = []
    for kind in kinds:
        expected += [mention for instrument in records[kind] for mention in instrument["mentions"]] if kind == "instruments" else records[kind]
    assert len(page["items"]) == len(expected)
    for annotation, record in zip(page["items"], expected):
        check_annotation(annotation, record, text, source)
    ids = [page["id"]] + [annotation["id"] for annotation in page["items"]]
    assert len(set(ids)) == len(ids) and all(one.startswith(source + "#") for one in ids)
    return page, records


def values(annotation, purpose):
    return [body.get("value", body.get("source")) for body in annotation["body"] if body["purpose"] == purpose]


def check_bodies(page, records):
    """What annotations say is what the records hold."""
    items = iter(page["items"])
    for reference in records["references"]:
        annotation = next(items)
        assert annotation["motivation"] == "linking"
        tags = [target["eid"] for target in reference["targets"]] + [reference["instrument"]] * (reference["instrument"] is not None)
        assert values(annotation, "tagging") == tags
        if reference["instrument"]:
            assert all(link.endswith("/~" + eid) for link, eid in zip(values(annotation, "linking"), tags))
    for clause in records["clauses"]:
        annotation = next(items)
        assert values(annotation, "classifying") == ["clause"] + [clause["modality"]] * (clause["modality"] is not None)
        said = values(annotation, "describing")
        for part in ["actor", "condition", "exception"]:
            spans = [clause["actor"]] * (clause["actor"] is not None) if part == "actor" else clause[part + "s"]
            assert [f"{part}: {span['text']}" for span in spans] == [value for value in said if value.startswith(part + ": ")], said


program = sys.argv[1]
for file in sys.argv[2:]:
    for form in ["treaty", "press"]:
        check(program, file, form, KINDS)
        check_bodies(*check(program, file, form, ["references", "clauses"]))
with tempfile.TemporaryDirectory() as folder:
    name = Path(folder) / "a b#c%é\".txt"
    for text in [HOSTILE, "", "\U0001d11e\U0001d11e Article 1\n\nEach Party shall \u201cact\u201d \U0001d11e.\n"]:
        name.write_bytes(text.encode())
        check(program, str(name), "treaty", KINDS)
pages = subprocess.run([program, "--webannotation", *sys.argv[2:]], stdout=subprocess.PIPE).stdout.splitlines()
assert len(pages) == len(sys.argv) - 2 and not any("sentence-" in page.decode() for page in pages)
