#!/usr/bin/env python3
"""extension_test.py PROGRAM sqlite MODULE
   extension_test.py PROGRAM postgresql BUILD CMAKE TOOLS: the functions that the
extension gives a database find in a table of texts what the program prints;
what is null, wrong or cancelled is met as it should be, and nothing leaks."""
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from databases import Sqlite, run, skip, with_extension

ROOT = Path(__file__).resolve().parents[2]
WIDE = """The Café Treaty (\N{LEFT DOUBLE QUOTATION MARK}CT\N{RIGHT DOUBLE QUOTATION MARK}) \N{MUSICAL SYMBOL G CLEF} was signed, said O'Hara.

"It's \\n no \\u0041 'deal', {a}, \N{EURO SIGN}5; DROP TABLE texts;" Ana Núñez said, citing Article 7 (2) of the CT.

If Velland asks, Ostrava shall answer within 5 days\tunless Article 9 of the CT, or Articles 3 and 4, forbids it.

"This is never closed.
"""
TEXTS = [path.read_text() for path in [*sorted((ROOT / "examples/verify").glob("*.txt")), ROOT / "seeds/defence-pact.txt"]]
TEXTS += [WIDE, ""]
PLACE = ["begins", "ends", "words", "line"]
# the columns of each function that stand in the record under the same name
COLUMNS = {
    "instruments": ["id", "title", "iri", "aliases"],
    "references": PLACE + ["resolution", "rule"],
    "quotations": PLACE + ["kind", "depth", "parent", "continues", "cue", "reference"],
    "provisions": PLACE + ["eid", "unit", "parent", "label", "heading"],
    "clauses": PLACE + ["origin", "modality", "topic", "instrument", "eid", "provision", "quotation", "actor", "cue",
                        "conditions", "exceptions", "references"],
    "sentences": PLACE + ["paragraph"],
    "tokens": PLACE + ["kind"],
    "diagnostics": PLACE + ["code", "message"],
}
RENAMED = {"begins": "begin", "ends": "end", "words": "text"}


def check(condition, *what):
    if not condition:
        sys.exit(f"not so: {what}")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


# ---- What the program prints, as rows ------------------------------------------


def plain(value):
    """Spans by their words."""
    if isinstance(value, dict):
        return value["text"]
    return [plain(one) for one in value] if isinstance(value, list) else value


def expected(kind, record, number):
    row = {kind[:-1]: number}
    for column in COLUMNS[kind]:
        if column != "line":
            row[{"references": "cites"}.get(column, column)] = plain(record[RENAMED.get(column, column)])
    for role in ["source", "carrier"]:
        if role in record:
            told = record[role] or {}
            row[role] = told.get("text")
            row[role + "_kind"], row[role + "_stands_for"] = told.get("kind"), told.get("stands_for")
    if kind == "instruments":
        row["mentions"] = len(record["mentions"])
    if kind != "references":
        return [row]
    targets = record["targets"] or [{"eid": None, "unit": None}]
    return [{**row, "instrument": target.get("instrument") or record["instrument"], "eid": target["eid"], "unit": target["unit"],
             "through": target.get("through"), "provision": target.get("provision")} for target in targets]


def cut(text, begin, end, unit):
    """What is before a place, and what stands there."""
    if unit == "codepoint":
        return text[:begin], text[begin:end]
    return text.encode()[:begin].decode(), text.encode()[begin:end].decode()


def check_rows(database, printed, kind, unit):
    there = database.rows(f"SELECT t.id AS of_text, r.* FROM texts AS t, pacta_{kind}(t.body, NULL, '{unit}') AS r ORDER BY 1, 2")
    for row in there:
        text = TEXTS[row.pop("of_text")]
        if "line" in row:
            before, words = cut(text, row["begins"], row["ends"], unit)
            check((row["words"] or "") == words, row)
            check(row.pop("line") == before.count("\n") + 1, row)
        for name, value in row.items():  # SQLite's lists are JSON
            if isinstance(value, str) and name in ("aliases", "conditions", "exceptions", "cites"):
                row[name] = json.loads(value)
    wanted = [{**row, "words": row["words"] or None} if "words" in row else row for document in printed[unit]
              for number, record in enumerate(document[kind]) for row in expected(kind, record, number)]
    check(len(there) == len(wanted), kind, len(there), len(wanted))
    for row, want in zip(there, wanted):
        check(row == want, kind, row, want)
    return len(there)


def check_records(database, program):
    printed = {}
    for unit in ["byte", "codepoint"]:
        line = [program, "--jsonl", "--tokens", "--offsets", unit]
        printed[unit] = [json.loads(run(*line, text=text, good=False).stdout) for text in TEXTS]
        for kind in COLUMNS:
            count = check_rows(database, printed, kind, unit)
            check(count > 0, kind)
            print(f"{count} {kind}", end=", " if kind != "diagnostics" else "\n")
    rows = database.rows("SELECT id, pacta_json(body) AS record FROM texts WHERE body IS NOT NULL ORDER BY id")
    for row, document in zip(rows, printed["byte"]):
        record = json.loads(row["record"]) if isinstance(row["record"], str) else row["record"]
        document.pop("tokens")
        document["document"]["name"] = None
        check(record == document, "pacta_json", row["id"])
    check(len(rows) == len(TEXTS), len(rows))


# ---- What both databases have to cope with ---------------------------------------


def check_odd(database):
    rows = database.rows("SELECT r.* FROM texts AS t, pacta_sentences(t.body) AS r WHERE t.body IS NULL OR t.body = ''")
    check(rows == [], "rows of nothing", rows)
    check(database.rows("SELECT pacta_json(NULL) AS record") == [{"record": None}])
    treaty = "If Velland asks, Ostrava shall answer."
    for form in ["treaty", "press"]:
        rows = database.rows(f"SELECT count(*) AS n FROM pacta_clauses({quoted(treaty)}, '{form}') WHERE origin = 'text'")
        check(rows == [{"n": 1 if form == "treaty" else 0}], form, rows)
    for wrong, message in [("SELECT * FROM pacta_clauses('x', 'poem')", "'poem' is none of treaty, press, other"),
                           ("SELECT * FROM pacta_clauses('x', 'press', 'line')", "'line' is none of byte, codepoint, utf16"),
                           ("SELECT pacta_json('x', 'poem')", "'poem' is none of treaty, press, other")]:
        done = database.do(wrong, good=False)
        check(done.returncode != 0 and message in done.stderr.decode().replace('"', "'"), wrong, done.stderr)
    # lists can be asked into, more than one text be read at a time
    many = database.rows("""SELECT t.id, q.quotation, r.words FROM texts AS t, pacta_quotations(t.body) AS q
        JOIN pacta_references(t.body) AS r ON r.reference = q.reference ORDER BY 1, 2""" if isinstance(database, Sqlite) else
        """SELECT t.id, q.quotation, r.words FROM texts AS t CROSS JOIN LATERAL pacta_quotations(t.body) AS q
        JOIN LATERAL pacta_references(t.body) AS r ON r.reference = q.reference ORDER BY 1, 2""")
    check(any("of the treaty" in row["words"] for row in many), many)
    check(database.rows("SELECT count(*) AS n FROM texts AS t, pacta_clauses(t.body) AS c WHERE c.modality = 'obligation' OR c.actor = 'Velland'")[0]["n"] > 3)


def check_loader(database, program, kind):
    """The tables of examples/database are filled in the database itself as they are from outside."""
    record = {"sqlite": "json_set(pacta_json(body), '$.id', id)", "postgresql": "jsonb_set(pacta_json(body)::jsonb, '{id}', to_jsonb(id))::text"}
    fill = f"""CREATE TEMP TABLE line AS SELECT row_number() OVER () AS number, {record[kind]} AS record
        FROM texts WHERE body IS NOT NULL;"""
    tables = ROOT / "examples/database"
    database.read(tables / "schema.sql")
    if kind == "sqlite":
        run(*database.line, fill.replace("row_number() OVER () AS number, ", ""), f".read {tables}/load.sqlite.sql", text="")
    else:
        run(*database.line, "-c", fill, "-f", tables / "load.postgresql.sql", text="")
    check(database.rows("SELECT count(*) AS n FROM document") == [{"n": len(TEXTS)}])
    for number, text in enumerate(TEXTS):
        clauses = json.loads(run(program, "--jsonl", text=text, good=False).stdout)["clauses"]
        rows = database.rows(f"SELECT c.* FROM clause AS c JOIN document AS d ON d.id = c.document WHERE d.name = '{number}' ORDER BY number")
        check([row["words"] for row in rows] == [clause["text"] for clause in clauses], number, rows)


def insert(database):
    values = ", ".join(f"({number}, {quoted(text)})" for number, text in enumerate(TEXTS))
    database.do(f"CREATE TABLE texts (id integer PRIMARY KEY, body text); INSERT INTO texts VALUES {values}, (100, NULL);")


def version():
    return re.search(r'PACTA_VERSION "(.*)"', (ROOT / "include/pacta/pacta.h").read_text()).group(1)


# ---- SQLite ----------------------------------------------------------------------


def sqlite(program, folder, module):
    if not Path(module).exists():
        skip("built without SQLite (libsqlite3-dev)")
    database = Sqlite(folder, first=[f".load {str(module)[:-3]}"])
    insert(database)
    check_records(database, program)
    check_odd(database)
    check(database.rows("SELECT pacta_version() AS v") == [{"v": version()}])
    for wrong, message in [("SELECT * FROM pacta_tokens(CAST(x'61ff' AS text))", "byte 0xFF at offset 1 is not UTF-8"),
                           ("SELECT pacta_json(CAST(x'61ff' AS text))", "byte 0xFF at offset 1 is not UTF-8"),
                           ("SELECT * FROM pacta_references", "pacta_references() needs a text")]:
        done = database.do(wrong, good=False)
        check(done.returncode != 0 and message in done.stderr.decode(), wrong, done.stderr)
    # NUL is text as well; what the arguments were understood as can be asked for
    check(database.rows("SELECT max(ends) AS n FROM pacta_tokens('a' || char(0) || 'b')") == [{"n": 3}])
    check(database.rows("SELECT DISTINCT form, offsets, length(text) AS n FROM pacta_sentences('It rains.', 'press')") ==
          [{"form": "press", "offsets": "byte", "n": 9}])
    check(database.rows("SELECT value FROM pacta_clauses('If it rains, Velland shall pay.', 'treaty') AS c, json_each(c.conditions)") ==
          [{"value": "If it rains"}])
    # in what others are allowed to call: a view, a generated column, an index
    database.do("""CREATE VIEW cited AS SELECT t.id, r.eid FROM texts AS t, pacta_references(t.body) AS r;
        PRAGMA trusted_schema = OFF; SELECT * FROM cited; PRAGMA trusted_schema = ON;
        CREATE TABLE kept (body text, instrument text AS (pacta_json(body) ->> '$.document.instrument') STORED);
        INSERT INTO kept (body) SELECT body FROM texts; CREATE INDEX kept_instrument ON kept (instrument);""")
    check({"treaty-on-the-waters-of-the-sil"} <= {row["instrument"] for row in database.rows("SELECT instrument FROM kept")})
    check_loader(database, program, "sqlite")
    leaks(database)
    database.close()


def leaks(database):
    """Under valgrind: connections that were used, not used, and met an error."""
    if not shutil.which("valgrind"):
        print("no valgrind: leaks not looked for")
        return
    checked = ["valgrind", "-q", "--leak-check=full", "--error-exitcode=99"]
    for script in ["", "SELECT count(*) FROM pacta_tokens('x', 'poem');",
                   "SELECT count(*) FROM texts AS t, pacta_clauses(t.body) AS c, pacta_references(t.body) AS r WHERE t.id < 3;"
                   "SELECT length(pacta_json(body)) FROM texts WHERE id < 4; SELECT * FROM pacta_clauses((SELECT body FROM texts)) LIMIT 1;"
                   "SELECT pacta_json(CAST(x'ff' AS text));"]:
        done = run(*checked, *database.line, text=script, good=False)
        check(done.returncode != 99, done.stderr.decode())


# ---- PostgreSQL -------------------------------------------------------------------


def postgresql(program, folder, build, cmake, tools):
    database, staged = with_extension(folder, build, cmake, tools)
    try:
        database.do("CREATE EXTENSION pacta")
        insert(database)
        check_records(database, program)
        check_odd(database)
        check(database.rows("SELECT pacta_version() AS v") == [{"v": version()}])
        check_plans(database)
        check_ends(database)
        check_encodings(database)
        check_loader(database, program, "postgresql")
        rules = "SELECT count(*) AS n FROM pg_backend_memory_contexts WHERE name = 'pacta rules'"
        check(database.rows(rules) == [{"n": 0}], "rules that nobody asked for")
        database.start(f"shared_preload_libraries={next(staged.rglob('pacta.so'))}", command="restart")
        check(database.rows(rules) == [{"n": 1}], "rules are not there from the start")
        check_odd(database)
        database.do("DROP EXTENSION pacta CASCADE")
    finally:
        database.close()


def check_plans(database):
    """What the functions are declared to be: immutable, safe in parallel."""
    database.do("""ALTER TABLE texts ADD records jsonb GENERATED ALWAYS AS (pacta_json(body)::jsonb) STORED;
        CREATE INDEX ON texts ((records #>> '{document,instrument}'));""")
    check(database.rows("SELECT count(*) AS n FROM texts WHERE records @> '{\"references\": [{\"instrument\": \"un-charter\"}]}'") == [{"n": 1}])
    force = "debug_parallel_query" if database.rows("SELECT 1 FROM pg_settings WHERE name = 'debug_parallel_query'") else "force_parallel_mode"
    sql = "SELECT count(*) FROM texts AS t, pacta_tokens(t.body) AS r"
    done = database.do(f"""SET {force} = on; SET parallel_setup_cost = 0; SET min_parallel_table_scan_size = 0;
        EXPLAIN (ANALYZE, COSTS OFF) {sql}; {sql};""").stdout.decode()
    check("Workers Launched: 1" in done, done)
    check(f" {database.rows(sql)[0]['count']}\n" in done, done)


def check_ends(database):
    """Queries that are cancelled, fail or stop early leave nothing behind."""
    long = "repeat('Article 7 of the Treaty of Korvin says, \"Velland shall pay if both agree.\"' || chr(10), 400000)"
    remains = "SELECT 'left ' || count(*) FROM pg_backend_memory_contexts WHERE name IN ('pacta', 'pacta row');"
    done = database.do(f"""\\set ON_ERROR_STOP off
        SET statement_timeout = '200ms'; SELECT count(*) FROM pacta_clauses({long}); RESET statement_timeout;
        SELECT length(pacta_json({quoted(TEXTS[0])})::text) FROM generate_series(1, 3);
        SELECT 1 / (r.begins - r.begins) FROM texts AS t, pacta_tokens(t.body) AS r;
        SELECT 1 / (length(pacta_json(body)::text) - length(pacta_json(body)::text)) FROM texts;
        SELECT words FROM texts AS t, pacta_tokens(t.body) AS r LIMIT 1;
        DO $$ BEGIN FOR i IN 1 .. 3 LOOP BEGIN PERFORM pacta_json('x', 'poem'); EXCEPTION WHEN others THEN
            PERFORM pacta_json('Each Party shall pay.'); END; END LOOP; END $$;
        {remains}""")
    told = done.stderr.decode()
    check(told.count("canceling statement due to statement timeout") == 1, told)
    check(told.count("division by zero") == 2 and told.count("ERROR") == 3, told)
    check("left 0" in done.stdout.decode(), done.stdout)


def check_encodings(database):
    """Other encodings: offsets count in UTF-8, words are in the database's own."""
    database.do("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0; CREATE DATABASE bare ENCODING 'SQL_ASCII' TEMPLATE template0;")
    done = database.do("""SET client_encoding = 'UTF8'; CREATE EXTENSION pacta;
        SELECT begins || ' ' || ends || ' ' || words FROM pacta_references('Le Café cites Article 7 of the Café Treaty.');
        SELECT pacta_json('Café') ->> 'sentences';""", database="latin").stdout.decode()
    check(" 15 44 Article 7 of the Café Treaty\n" in done and '"text":"Café"' in done, done)
    done = database.do("CREATE EXTENSION pacta; SELECT * FROM pacta_tokens(E'a\\xff')", good=False, database="bare").stderr.decode()
    check('invalid byte sequence for encoding "UTF8": 0xff' in done, done)


with tempfile.TemporaryDirectory() as name:
    {"sqlite": sqlite, "postgresql": postgresql}[sys.argv[2]](sys.argv[1], Path(name), *sys.argv[3:])
