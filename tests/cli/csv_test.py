#!/usr/bin/env python3
"""csv_test.py PROGRAM FILE...: the tables of --csv hold what the JSON holds."""
import csv
import io
import json
import subprocess
import sys

KINDS = ["instruments", "references", "quotations", "provisions", "clauses", "sentences", "tokens", "diagnostics"]
# where a column's value stands in the JSON, if not under its own name
PATHS = {"source": "source.text", "source_kind": "source.kind", "source_stands_for": "source.stands_for",
         "carrier": "carrier.text", "carrier_kind": "carrier.kind", "carrier_stands_for": "carrier.stands_for",
         "cue": "cue.text", "actor": "actor.text", "label": "label.text", "heading": "heading.text"}


def value(record, path):
    for key in path.split("."):
        if record is None:
            return ""
        record = record.get(key)
    if record is None:
        return ""
    if isinstance(record, list):
        return " | ".join(str(item["text"] if isinstance(item, dict) else item) for item in record)
    return str(record)


def expected(kind, record, column, target):
    if kind == "instruments" and column == "mentions":
        return str(len(record["mentions"]))
    if kind == "references" and column in ("eid", "unit", "through", "provision"):
        return value(target or {}, column)
    if kind == "references" and column == "instrument":
        return value(target or {}, column) or value(record, column)
    return value(record, PATHS.get(column, column))


def check(program, kind, files):
    printed = subprocess.run([program, "--csv", kind, *files], stdout=subprocess.PIPE).stdout.decode()
    rows = csv.DictReader(io.StringIO(printed, newline=""), strict=True)
    lines = subprocess.run([program, "--jsonl", "--tokens", "--only", ",".join(KINDS), *files], stdout=subprocess.PIPE).stdout
    count = 0
    for line in lines.splitlines():
        document = json.loads(line)
        for index, record in enumerate(document[kind]):
            for target in record.get("targets") or [None]:
                row = next(rows)
                assert None not in row and None not in row.values(), ("fields", row)
                assert row.pop("document") == document["document"]["name"], row
                assert row.pop(kind[:-1]) == str(index), row
                if "begin" in row:
                    assert int(row.pop("line")) > 0
                for column, text in row.items():
                    assert text == expected(kind, record, column, target), (kind, index, column, text)
                count += 1
    assert next(rows, None) is None, "rows that the JSON does not have"
    return count


for kind in KINDS:
    rows = check(sys.argv[1], kind, sys.argv[2:])
    assert rows > 0 or kind == "diagnostics", f"no {kind} to look at"
