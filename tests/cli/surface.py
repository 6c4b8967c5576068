"""What the program offers, as its --help tells it: what other tests hold manual
pages and completions against."""
import re
import subprocess

COMMANDS = ["", "verify", "compare"]


def options(program):
    """The long options of each command, without their dashes."""
    offered = {}
    for command in COMMANDS:
        line = [program] + ([command] if command else []) + ["--help"]
        told = subprocess.run(line, stdout=subprocess.PIPE, check=True).stdout.decode()
        named = re.findall(r"^  (--.*?)(?:  |$)", told, re.M)
        offered[command] = set(re.findall(r"--([a-z-]+)", " ".join(named)))
    return offered


def words(program, option):
    """What an option takes, as it says when it is given something else."""
    told = subprocess.run([program, f"--{option}=?"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE).stderr.decode()
    found = re.search(r"is none of (.*)", told)
    return set(found.group(1).split(", ")) if found else set()


def tables(folder):
    """The options of each table that getopt_long() gets, from the source."""
    for path in sorted(folder.glob("*.c")):
        for table in re.findall(r"struct option \w+\[\] = \{\n(.*?)\{NULL", path.read_text(), re.S):
            yield path.name, set(re.findall(r'\{"([a-z-]+)"', table))
