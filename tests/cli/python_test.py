#!/usr/bin/env python3
"""python_test.py PROGRAM LIBRARY COMPILER: the module in examples/python has the
structs of the headers, gives the records that the program prints, counts as
Python does, frees what it takes, and works in several threads."""
import ctypes
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

PROGRAM, LIBRARY, COMPILER = sys.argv[1:4]
ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "examples/python"
if not Path(LIBRARY).exists():
    print("no shared library: skipped")
    sys.exit(77)
os.environ["PACTA_LIBRARY"] = LIBRARY
sys.dont_write_bytecode = True
sys.path.insert(0, str(MODULE))
import pacta # noqa: E402
import pacta_abi as abi # noqa: E402

VERIFY = ROOT / "examples/verify"
WIDE = ("The Café Treaty (“CT”) \N{MUSICAL SYMBOL G CLEF} was signed.\n\n“Ostrava shall pay €5 under Article 7 (2) of "
        "the CT,” Ana Núñez said.\n\nUnder Article 3 of the CT, Velland may not leave unless Ostrava agrees.\n")
TEXTS = [(VERIFY / "treaty.txt").read_text(), (VERIFY / "story.txt").read_text(),
         (ROOT / "seeds/defence-pact.txt").read_text(), WIDE, ""]


def check_structs():
    """Sizes and offsets are those that the compiler gives the headers' structs."""
    lines, expected = [], []
    for name, struct in vars(abi).items():
        if isinstance(struct, type) and issubclass(struct, ctypes.Structure):
            c_name = "pacta_" + re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
            lines.append(f'printf("%zu\\n", sizeof({c_name}));')
            expected.append((c_name, ctypes.sizeof(struct)))
            for field, _ in struct._fields_:
                lines.append(f'printf("%zu\\n", offsetof({c_name}, {field}));')
                expected.append((f"{c_name}.{field}", getattr(struct, field).offset))
    assert len(expected) > 100
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "structs.c"
        source.write_text("#include <pacta/verify.h>\n#include <stdio.h>\nint main(void) {\n" + "\n".join(lines) + "\nreturn 0;\n}\n")
        subprocess.run([COMPILER, f"-I{ROOT}/include", str(source), "-o", f"{folder}/structs"], check=True)
        printed = subprocess.run([f"{folder}/structs"], stdout=subprocess.PIPE, check=True).stdout.split()
    for (what, there), told in zip(expected, printed):
        assert there == int(told), f"{what}: {there} instead of {int(told)}"


def plain(value, document):
    """A record as the program prints it."""
    if isinstance(value, pacta.Span):
        return {"begin": value.begin, "end": value.end, "text": document[value]}
    if isinstance(value, (tuple, list)):
        return [plain(one, document) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: plain(getattr(value, name), document) for name in value.__dataclass_fields__}
        span = fields.pop("span", {})
        return {**span, **fields}
    return value


def holds(record, there):
    """`record` has all that is `there`: the program leaves some of what is null out."""
    if isinstance(there, dict):
        return all(holds(record[name], value) for name, value in there.items())
    if isinstance(there, list):
        return len(record) == len(there) and all(map(holds, record, there))
    return record == there


def printed(text):
    done = subprocess.run([PROGRAM, "--jsonl", "--tokens", "--offsets", "codepoint"], input=text.encode(), stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def check_records(rules):
    for text in TEXTS:
        document, expected = rules.read(text), printed(text)
        for name in ["form", "language", "instrument"]:
            assert getattr(document, name) == expected["document"][name], (text[:20], name)
        for kind in ["tokens", "sentences", "instruments", "references", "provisions", "quotations", "clauses", "diagnostics"]:
            records = [plain(record, document) for record in getattr(document, kind)]
            assert len(records) == len(expected[kind]), (text[:20], kind)
            for record, there in zip(records, expected[kind]):
                assert holds(record, there), (text[:20], kind, record, there)
    assert pacta.read(TEXTS[0]).provisions == rules.read(TEXTS[0]).provisions
    assert rules.read(TEXTS[1], form="other").form == "other"
    assert rules.read(TEXTS[1], name="a story").name == "a story"


def check_verification(rules):
    treaty, story = rules.read(TEXTS[0]), rules.read(TEXTS[1])
    checks = pacta.Corpus(rules, [treaty]).verify(story)
    done = subprocess.run([PROGRAM, "verify", "--treaty", VERIFY / "treaty.txt", VERIFY / "story.txt"], stdout=subprocess.PIPE)
    expected = json.loads(done.stdout)["checks"]
    assert [check.verdict for check in checks] == [check["verdict"] for check in expected]
    assert [check.claim for check in checks] == [check["claim"] for check in expected]
    omitted = [treaty[one.treaty] for check in checks for one in check.differences if one.kind == "omitted"]
    assert omitted == ["written"], omitted


def check_errors(rules):
    try:
        pacta.Rules(packs=["no/such.rules"])
        raise AssertionError("a pack that is not there was read")
    except pacta.Error as error:
        assert error.status == -7 and "such.rules" in error.source, (error.status, error.source)
    with tempfile.NamedTemporaryFile("w", suffix=".rules") as pack:
        pack.write("pacta-rules 1\n\nnonsense here\n")
        pack.flush()
        try:
            pacta.Rules(packs=[pack.name])
            raise AssertionError("nonsense was read")
        except pacta.Error as error:
            assert error.line == 3, error.line
    try:
        rules.read("half a character: \ud800")
        raise AssertionError("what has no UTF-8 was read")
    except UnicodeEncodeError:
        pass


def check_lifetime():
    """Records and documents need nothing that the caller has let go."""
    rules = pacta.Rules()
    document = rules.read("".join(WIDE))
    corpus = pacta.Corpus(rules, [rules.read(TEXTS[0])])
    clauses = document.clauses
    del rules
    gc.collect()
    assert document.clauses == clauses and corpus.verify(document) is not None
    words = document[clauses[-1].actor]
    del document, corpus
    gc.collect()
    assert words == "Velland", words


def check_threads(rules):
    expected = [rules.read(text).clauses for text in TEXTS]
    found = []

    def work():
        for _ in range(20):
            found.append([rules.read(text).clauses for text in TEXTS] == expected)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 80 and all(found)


def check_memory():
    """What nobody holds any more is freed, once."""
    freed = []

    def counting(name):
        free = getattr(pacta.library, name)

        def wrapper(pointer):
            freed.append((name, pointer.value))
            free(pointer)
        setattr(pacta.library, name, wrapper)

    kinds = ["ruleset", "extractor", "document", "corpus", "verification"]
    for kind in kinds:
        counting(f"pacta_{kind}_free")
    rules = pacta.Rules()
    corpus = pacta.Corpus(rules, [rules.read(TEXTS[0])])
    for _ in range(3):
        corpus.verify(rules.read(WIDE))
    thread = threading.Thread(target=rules.read, args=[WIDE])
    thread.start()
    thread.join()
    assert sorted(name[6:-5] for name, _ in freed) == ["document"] * 4 + ["extractor"] + ["verification"] * 3, freed
    del rules, corpus
    gc.collect()
    counts = {kind: sum(name == f"pacta_{kind}_free" for name, _ in freed) for kind in kinds}
    assert counts == {"ruleset": 1, "extractor": 2, "document": 5, "corpus": 1, "verification": 3}, counts
    names = [name for name, _ in freed]
    assert names.index("pacta_ruleset_free") == len(names) - 1, names  # last


def check_script():
    done = subprocess.run([sys.executable, "-B", MODULE / "obligations.py", VERIFY / "treaty.txt"], stdout=subprocess.PIPE, check=True)
    assert b"treaty.txt:22: art_2__para_2__point_a: Neither Party: dam the Sil without" in done.stdout, done.stdout


check_structs()
shared = pacta.Rules()
check_records(shared)
check_verification(shared)
check_errors(shared)
check_lifetime()
check_threads(shared)
check_memory()
check_script()
assert f'#define PACTA_VERSION "{pacta.version()}"' in (ROOT / "include/pacta/pacta.h").read_text()
