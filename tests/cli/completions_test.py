#!/usr/bin/env python3
"""completions_test.py PROGRAM: what bash, zsh and fish offer behind `pacta` is
what the program takes, no more and no less. Shells that are missing are left
out, with a word."""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import surface

FOLDER = Path(__file__).resolve().parents[2] / "examples/pacta/completions"
wrong = []


def same(what, expected, offered):
    if expected != offered:
        wrong.append(f"{what}: lacks {sorted(expected - offered)}, has {sorted(offered - expected)} beyond")


def run(*line):
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=empty)
    if done.stderr:
        wrong.append(f"{line[0]}: {done.stderr.decode()}")
    return done.stdout.decode().splitlines()


def bash(*line):
    script = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pacta; printf '%s\\n' "${COMPREPLY[@]}" """
    return set(filter(None, run("bash", "-c", script, "bash", FOLDER / "pacta.bash", *line)))


def fish(*line):
    script = "source $argv[1]; complete -C (string join ' ' -- $argv[2..])"
    offered = run("fish", "--no-config", "-c", script, FOLDER / "pacta.fish", *line)
    return {word.split("\t")[0] for word in offered}


def check_shell(complete, program):
    offered = surface.options(program)
    for command, options in offered.items():
        line = ["pacta", command, "--"] if command else ["pacta", "--"]
        same(" ".join(line), {"--" + option for option in options}, complete(*line))
    for option in offered[""]:
        words = surface.words(program, option)
        if words:
            same(f"--{option}", words, complete("pacta", "--" + option, ""))
    same("commands", set(surface.COMMANDS) - {""}, complete("pacta", ""))
    if shutil.which("iconv"):
        same("encodings", {"KOI8-R", "KOI8-RU"} & complete("pacta", "--encoding", "KOI8-R"), complete("pacta", "--encoding", "KOI8-R"))
    same("lists", {"clauses,tokens"}, complete("pacta", "--only", "clauses,to"))


def check_zsh(program):
    """Completion in zsh needs a terminal: the file is read instead."""
    text = (FOLDER / "_pacta").read_text()
    run("zsh", "-n", FOLDER / "_pacta")
    common, rest = text.split("\ncase $words[2] in\n")
    sections = dict(re.findall(r"^(verify|compare|\*)\)\n(.*?)\n    ;;", rest, re.M | re.S))
    for command, options in surface.options(program).items():
        named = re.findall(r"""['"*]--([a-z-]+)[=[]""", common + sections[command or "*"])
        same(f"_pacta {command}", options, set(named))
    for option in surface.options(program)[""]:
        for word in surface.words(program, option):
            if not re.search(rf"[( ]{word}[ )]", text):
                wrong.append(f"_pacta: nothing about {word} of --{option}")


with tempfile.TemporaryDirectory() as empty: # so that no file is offered
    for shell, check in [("bash", lambda: check_shell(bash, sys.argv[1])), ("fish", lambda: check_shell(fish, sys.argv[1])),
                         ("zsh", lambda: check_zsh(sys.argv[1]))]:
        if shutil.which(shell):
            before = len(wrong)
            check()
            wrong[before:] = [f"{shell}: {line}" for line in wrong[before:]]
        else:
            print(f"no {shell}: left out")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
