#!/usr/bin/env python3
"""manual_test.py PROGRAM: the manual pages tell of every option, function and
word of the rule language, and of none that there is not; --help likewise of
every option. Where mandoc or man is there, they have nothing to object to."""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import surface

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "examples" / "pacta"
PAGES = {"": PROGRAM / "man/pacta.1", "verify": PROGRAM / "man/pacta-verify.1", "compare": PROGRAM / "man/pacta-compare.1"}
LIBRARY = ROOT / "lib/man/pacta.3"
RULES = ROOT / "lib/man/pacta-rules.5"
wrong = []


def same(what, there, told):
    for name in sorted(there - told):
        wrong.append(f"{what}: nothing about {name}")
    for name in sorted(told - there):
        wrong.append(f"{what}: tells of {name}, which there is not")


def check_options(program):
    offered = surface.options(program)
    for command, page in PAGES.items():
        text = page.read_text().replace("\\\n", "")
        items = " ".join(re.findall(r"^\.It (Fl .*)$", text, re.M))
        same(page.name, offered[command], set(re.findall(r"Fl -([a-z-]+)", items)))
    tables = dict(surface.tables(PROGRAM))
    same("pacta --help", tables.pop("options.c"), offered[""])
    same("pacta verify --help, pacta compare --help", tables.pop("command.c"), offered["verify"] | offered["compare"])
    same("tests", set(tables), set())
    for option in offered[""]:
        for word in surface.words(program, option):
            if not re.search(rf"^\.Cm {word}\b", PAGES[""].read_text(), re.M):
                wrong.append(f"pacta.1: nothing about {word} of --{option}")


def check_width(program):
    """--help fits a terminal of 80 columns."""
    for command in PAGES:
        shown = subprocess.run([program, *filter(None, [command]), "--help"], stdout=subprocess.PIPE).stdout.decode()
        wrong.extend(f"--help: {len(line)} columns: {line}" for line in shown.splitlines() if len(line) > 80)


def squeezed(text):
    return re.sub(r"\s*([*(),])\s*", r"\1", " ".join(text.split()))


def prototypes():
    """As the headers have them."""
    for name in ["pacta.h", "verify.h"]:
        text = re.sub(r"/\*.*?\*/", "", (ROOT / "include/pacta" / name).read_text(), flags=re.S)
        yield from (squeezed(found) for found in re.findall(r"PACTA_API\s([^;]*\));", text))


def synopsis():
    """As the page has them."""
    text = LIBRARY.read_text()
    text = re.sub(r"^\.Fo (\w+)\n((?:\.Fa .*\n)+)\.Fc", lambda found: f".Fn {found[1]} " + found[2].replace(".Fa ", "").replace("\n", " "),
                  text, flags=re.M)
    for kind, name, arguments in re.findall(r"^\.Ft (.*)\n(?:\.Ss .*\n)?\.Fn (\w+) ?(.*)$", text, re.M):
        pieces = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', arguments)]
        yield squeezed("{} {}({})".format(kind.strip('"'), name, ", ".join(pieces)))


def check_language():
    """The words of the rule language are in its page."""
    source = (ROOT / "lib/rules/vocabulary.h").read_text()
    page = re.sub(r"[^a-z_/-]+", " ", RULES.read_text()).split()
    for macro in ["PACTA_RULE_KINDS", "PACTA_GROUPS", "PACTA_LEVELS", "PACTA_LISTS", "PACTA_FORCES"]:
        body = re.search(rf"#define {macro}\b(?:.*\\\n)*.*", source).group(0)
        for word in " ".join(re.findall(r'"([^"]*)"', body)).split():
            if word != "*" and word not in page:
                wrong.append(f"{RULES.name}: nothing about {word} of {macro}")


def check_packs(program):
    """The packs that the page shows can be used."""
    shown = re.findall(r"^\.Bd .*\n(pacta-rules 1\n(?:.*\n)*?)\.Ed", RULES.read_text(), re.M)
    if len(shown) < 2:
        wrong.append(f"{RULES.name}: shows {len(shown)} packs")
    for pack in shown:
        with tempfile.NamedTemporaryFile("w", suffix=".rules") as file:
            file.write(pack)
            file.flush()
            done = subprocess.run([program, "--rules", file.name, "--list-rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            wrong.extend([done.stderr.decode()] if done.returncode else [])


def check_example():
    shown = re.search(r"^\.Bd .*\n(/\* (?:.*\n)*?)\.Ed", LIBRARY.read_text(), re.M)
    if shown is None or shown.group(1).replace("\\e", "\\") != (ROOT / "examples/minimal.c").read_text():
        wrong.append(f"{LIBRARY.name}: the example is not examples/minimal.c")


def check_looks():
    for page in [*PAGES.values(), LIBRARY, RULES]:
        if shutil.which("mandoc"):
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], stdout=subprocess.PIPE)
            wrong.extend(done.stdout.decode().splitlines())
        if shutil.which("groff"):
            done = subprocess.run(["groff", "-mandoc", "-ww", "-Tutf8", page], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            wrong.extend(done.stderr.decode().splitlines())


check_options(sys.argv[1])
check_width(sys.argv[1])
same(LIBRARY.name, set(prototypes()), set(synopsis()))
check_language()
check_packs(sys.argv[1])
check_example()
check_looks()
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
