#!/usr/bin/env python3
"""cookbook_test.py BUILD LIBRARY CMAKE [TOOLS] [--page=FILE] [--write]: what
examples/README.md, or another FILE there, shows is what its commands print.
LIBRARY is the shared library, TOOLS where PostgreSQL's programs are. With --write
the page takes over what is printed.

In a block ```console, a line `$ ` begins a command, which goes on in lines
`> `; what it prints follows. A block behind a line "`NAME`:" is written to that
file. `<!-- needs: ... -->` above a block names commands and files of the build
without which it is skipped, or `postgresql`, a server with the extension."""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from databases import with_extension

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?:^<!-- needs: (?P<needs>.*) -->\n+)?(?:^`(?P<file>[^`\n]+)`:\n\n)?^```(?P<kind>\w*)\n(?P<body>(?s:.*?))^```$", re.M)


class Kitchen:
    """A copy of examples/ beside the build, and what else recipes need."""

    def __init__(self, folder, build, library, cmake, tools):
        self.build, self.library, self.folder = Path(build).resolve(), Path(library), folder
        self.cmake, self.tools, self.server = cmake, tools, None
        self.place = folder / "examples"
        shutil.copytree(ROOT / "examples", self.place, ignore=shutil.ignore_patterns("pacta", "*.md", "__pycache__"))
        (folder / "build").symlink_to(self.build)
        (folder / "include").symlink_to(ROOT / "include")
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1",
                            "PATH": f"{self.build}/examples:{os.environ['PATH']}"}
        if self.library.exists():
            self.environment["PACTA_LIBRARY"] = str(self.library.resolve())

    def lacks(self, need):
        """Whether something that a block needs is missing."""
        if need == "postgresql":
            return not self.serve()
        if need.startswith("--"):  # an option that the program can be built without
            return re.search("built without|unrecognized option", self.run(f"pacta {need}"))
        if need == "libpacta.so":
            return not self.library.exists()
        return not (shutil.which(need) or (self.build / need).exists())

    def serve(self):
        if self.server is None:
            (self.folder / "server").mkdir()
            self.folder.chmod(0o755)
            try:
                self.server, _ = with_extension(self.folder / "server", self.build, self.cmake, self.tools)
            except SystemExit: # it has said why
                self.server = False
                return False
            self.environment.update(PGHOST=str(self.folder / "server"), PGUSER="postgres", PGDATABASE="postgres", PSQLRC="/dev/null")
        return self.server

    def run(self, command):
        done = subprocess.run(["bash", "-c", command], cwd=self.place, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.stdout.decode()

    def close(self):
        if self.server:
            self.server.close()


def cook(kitchen, title, body):
    """The block as it should be."""
    printed = ""
    for shown in re.findall(r"^\$ .*\n(?:> .*\n)*", body, re.M):
        output = kitchen.run(re.sub(r"^[$>] ", "", shown, flags=re.M))
        printed += shown + output + ("" if output.endswith("\n") or not output else "\n")
    if printed != body:
        print(f"{title}:\n" + "".join(difflib.unified_diff(body.splitlines(True), printed.splitlines(True), "shown", "printed")))
    return printed


def main(folder, page, write, *kitchenware):
    kitchen = Kitchen(folder, *kitchenware)
    text, new, end = page.read_text(), "", 0
    cooked = skipped = wrong = 0
    try:
        for block in BLOCK.finditer(text):
            title = re.findall(r"^#+ (.*)", text[:block.start()], re.M)[-1]
            if block["file"]:
                (kitchen.place / block["file"]).write_text(block["body"])
            if block["kind"] != "console":
                continue
            missing = [need for need in (block["needs"] or "").split() if kitchen.lacks(need)]
            if missing:
                print(f"skipped for want of {', '.join(missing)}: {title}")
                skipped += 1
                continue
            body = cook(kitchen, title, block["body"])
            wrong += body != block["body"]
            cooked += 1
            new += text[end:block.start("body")] + body
            end = block.end("body")
    finally:
        kitchen.close()
    print(f"{cooked} blocks run, {skipped} skipped, {wrong} wrong")
    if write:
        page.write_text(new + text[end:])
    elif wrong:
        sys.exit("If that is how it should be: " + " ".join([*sys.argv, "--write"]))


with tempfile.TemporaryDirectory() as name:
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    pages = [argument[len("--page="):] for argument in sys.argv if argument.startswith("--page=")]
    main(Path(name), ROOT / "examples" / (pages + ["README.md"])[0], "--write" in sys.argv, *given, *[None] * (4 - len(given)))
