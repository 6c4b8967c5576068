#!/usr/bin/env python3
"""database_test.py PROGRAM sqlite|postgresql: what examples/database loads is
what the JSON holds, with its keys and spans; loading again replaces; all or
nothing is loaded; the queries run."""
import json
import sys
import tempfile
from pathlib import Path

from databases import KINDS, run

ROOT = Path(__file__).resolve().parents[2]
SQL = ROOT / "examples/database"
FILES = [*sorted((ROOT / "examples/verify").glob("*.txt")), ROOT / "seeds/defence-pact.txt"]
# Characters of one to four bytes, quotes and backslashes that SQL, CSV and JSON
# each have their way with, and a definition with an alias.
WIDE = """The Café Treaty (\N{LEFT DOUBLE QUOTATION MARK}CT\N{RIGHT DOUBLE QUOTATION MARK}) \N{MUSICAL SYMBOL G CLEF} was signed, said O'Hara.

"It's \\n no \\u0041 'deal', {a}, \N{EURO SIGN}5; DROP TABLE document;" Ana Núñez said, citing Article 7 (2) of the CT.

If Velland asks, Ostrava shall answer within 5 days\tunless Article 9 of the CT forbids it.
"""


def field(value, name):
    return None if value is None else value[name]


def place(span):
    return {"begins": span["begin"], "ends": span["end"], "words": span["text"]}


def source(document, span, role, quotation=None, clause=None):
    return {"document": document, "quotation": quotation, "clause": clause, "role": role, **place(span),
            "kind": span["kind"], "stands_for": span["stands_for"], "reference": span["reference"]}


def expected(documents):
    """The rows of each table, from the JSON."""
    tables = {}

    def put(table, **row):
        tables.setdefault(table, []).append(row)

    for d, record in documents.items():
        put("document", id=d, name=record["document"]["name"], pacta=record["pacta"], offsets=record["offsets"],
            **{name: record["document"][name] for name in ["bytes", "language", "form", "instrument"]})
        for n, one in enumerate(record["instruments"]):
            put("instrument", document=d, number=n, id=one["id"], title=one["title"], iri=one["iri"])
            for name in one["aliases"]:
                put("alias", document=d, instrument=n, name=name)
            for mention in one["mentions"]:
                put("mention", document=d, instrument=n, **place(mention), how=mention["how"])
        for n, one in enumerate(record["provisions"]):
            put("provision", document=d, number=n, **place(one), eid=one["eid"], unit=one["unit"], parent=one["parent"],
                label=field(one["label"], "text"), heading=field(one["heading"], "text"))
        for n, one in enumerate(record["references"]):
            put("reference", document=d, number=n, **place(one),
                **{name: one[name] for name in ["instrument", "resolution", "rule"]})
            for t, target in enumerate(one["targets"]):
                put("target", document=d, reference=n, number=t, **place(target), eid=target["eid"], unit=target["unit"],
                    through=target.get("through"), instrument=target.get("instrument") or one["instrument"],
                    provision=target.get("provision"))
        for n, one in enumerate(record["quotations"]):
            put("quotation", document=d, number=n, **place(one), inner_begins=one["inner"]["begin"],
                inner_ends=one["inner"]["end"], cue=field(one["cue"], "text"),
                **{name: one[name] for name in ["kind", "depth", "parent", "continues", "reference"]})
            for role in ["source", "carrier"]:
                if one[role]:
                    tables.setdefault("source", []).append(source(d, one[role], role, quotation=n))
        for n, one in enumerate(record["clauses"]):
            names = ["origin", "modality", "topic", "instrument", "eid", "provision", "quotation"]
            put("clause", document=d, number=n, **place(one), **{name: one[name] for name in names},
                actor=field(one["actor"], "text"), actor_begins=field(one["actor"], "begin"),
                actor_ends=field(one["actor"], "end"), cue=field(one["cue"], "text"))
            for kind in ["condition", "exception"]:
                for limb in one[kind + "s"]:
                    put("clause_limb", document=d, clause=n, kind=kind, **place(limb))
            for reference in set(one["references"]):
                put("clause_reference", document=d, clause=n, reference=reference)
            if one["source"]:
                tables.setdefault("source", []).append(source(d, one["source"], "source", clause=n))
        for n, one in enumerate(record["sentences"]):
            put("sentence", document=d, number=n, **place(one))
        for one in record["diagnostics"]:
            put("diagnostic", document=d, begins=one["begin"], ends=one["end"], code=one["code"], message=one["message"])
    return tables


def sorted_rows(rows):
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def check_rows(database, documents):
    for table, rows in expected(documents).items():
        there = sorted_rows(database.rows(f"SELECT * FROM {table}"))
        if there != sorted_rows(rows):
            odd = set(there) ^ set(sorted_rows(rows))
            sys.exit(f"{table}: {len(there)} rows instead of {len(rows)}: {sorted(odd)[:4]}")


def check_spans(database, texts):
    """The words of a row are what stands at its place in the text."""
    checked = 0
    for table in ["provision", "reference", "target", "quotation", "clause", "clause_limb", "source", "sentence", "mention"]:
        for row in database.rows(f"SELECT * FROM {table}"):
            if texts[row["document"]][row["begins"]:row["ends"]] != row["words"]:
                sys.exit(f"{table}: {row} is not what stands there")
            checked += 1
    return checked


def main(program, kind, folder):
    database = KINDS[kind](folder)

    def load(records, good=True):
        return database.read(SQL / f"load.{kind}.sql", text=records, good=good)

    try:
        database.read(SQL / "schema.sql")
        wide = folder / "it's \"wide\".txt"
        wide.write_text("Velland may leave.\n")
        extract = [program, "--jsonl", "--offsets", "codepoint", *map(str, FILES), str(wide)]
        before = run(*extract).stdout.decode()
        wide.write_text(WIDE)
        records = run(*extract).stdout.decode()
        failure = {"file": None, "line": 3, "message": "the field \"text\" is missing"}
        load(before)
        if load(records + "not JSON\n", good=False).returncode == 0:
            sys.exit("what is no JSON was loaded")
        load(records + json.dumps({"id": 7, "error": failure}) + "\n\n")

        ids = {row["name"]: row["id"] for row in database.rows("SELECT * FROM document")}
        parsed = [json.loads(line) for line in records.splitlines()]
        documents = {ids[record["document"]["name"]]: record for record in parsed}
        check_rows(database, documents)
        if database.rows("SELECT * FROM failure") != [{"name": "7", **failure}]:
            sys.exit(f"failures: {database.rows('SELECT * FROM failure')}")
        texts = {number: Path(record["document"]["name"]).read_bytes().decode() for number, record in documents.items()}
        print(check_spans(database, texts), "spans")
        answers = database.ask(SQL / "queries.sql")
        for answer in ["treaty-on-the-waters-of-the-sil,un-charter\n", ",condition,if either faced armed aggression\n", ",art_3__para_2__point_b,prohibition,Neither Party,"]:
            if answer not in answers.replace('"', ""):
                sys.exit(f"no {answer!r} among the answers")

        nul = folder / "nul.txt" # that strings of databases may not hold
        nul.write_bytes(b"Article 1\n\nEach Party\0 shall \\u0000 pay.\n")
        load(run(program, "--jsonl", str(nul)).stdout.decode())
        if len(database.rows("SELECT * FROM document")) != len(documents) + 1:
            sys.exit("a text with NUL was not loaded")
    finally:
        database.close()


with tempfile.TemporaryDirectory() as folder:
    main(sys.argv[1], sys.argv[2], Path(folder))
