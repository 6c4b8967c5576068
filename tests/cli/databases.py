"""SQLite and PostgreSQL for tests: a database of its own, in a temporary folder."""
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path


def skip(why):
    print(f"{why}: skipped")
    sys.exit(77)


def run(*line, text=None, good=True, **more):
    done = subprocess.run(line, input=None if text is None else text.encode(), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, **more)
    if good and done.returncode != 0:
        sys.exit(f"{line}: {done.stderr.decode()}")
    return done


class Sqlite:
    OLDEST = "3.38"  # whose ->> is used

    def __init__(self, folder, first=()):
        """`first` are commands of the shell for each time that it starts."""
        if not shutil.which("sqlite3"):
            skip("no sqlite3")
        version = run("sqlite3", "--version").stdout.decode().split()[0]
        if [int(part) for part in version.split(".")] < [int(part) for part in self.OLDEST.split(".")]:
            skip(f"sqlite3 {version} is older than {self.OLDEST}")
        self.line = ["sqlite3", "-bail", str(folder / "test.db"), *(word for one in first for word in ("-cmd", one))]

    def read(self, path, text="", good=True):
        """Runs a script, with `text` for its standard input."""
        return run(*self.line, f".read {path}", text=text, good=good)

    def do(self, sql, good=True):
        return run(*self.line, text=sql, good=good)

    def rows(self, select):
        return json.loads(run(*self.line, "-json", select).stdout or b"[]")

    def ask(self, path):
        return run(*self.line, "-csv", f".read {path}").stdout.decode().replace("\r", "")

    def close(self):
        broken = run(*self.line, "PRAGMA foreign_key_check").stdout
        if broken:
            sys.exit(f"foreign keys point nowhere: {broken.decode()}")


class Postgresql:
    """A server of its own, on a socket in `folder`, started by a user without rights."""

    def __init__(self, folder, tools=None, settings=()):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "")]
        self.tools = Path(tools or found[-1].parent)
        if not (self.tools / "pg_ctl").exists() or not shutil.which("psql"):
            skip("no PostgreSQL server")
        self.user = []
        if os.geteuid() == 0:  # which the server refuses
            self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
            if subprocess.run([*self.user, "true"], stderr=subprocess.DEVNULL).returncode != 0:
                skip("no user postgres to run the server as")
            folder.chmod(0o711)
            shutil.chown(folder, "postgres")
        self.data = folder / "data"
        self.line = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(folder), "-U", "postgres", "-d", "postgres"]
        self.tool("initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
        self.settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", *settings]
        self.start()

    def start(self, *settings, command="start"):
        """Starts, or with "restart" starts again, with more settings."""
        options = " ".join(f"-c {one}" for one in [*self.settings, *settings])
        self.tool("pg_ctl", "-D", self.data, "-o", options, "-l", self.data.parent / "log", "-w", command)

    def tool(self, name, *line):
        return run(*self.user, self.tools / name, *line, cwd=self.data.parent)

    def read(self, path, text="", good=True):
        return run(*self.line, "-f", path, text=text, good=good)

    def do(self, sql, good=True, database="postgres"):
        return run(*self.line, "-d", database, text=sql, good=good)

    def rows(self, select):
        return json.loads(run(*self.line, "-Atc", f"SELECT coalesce(json_agg(t), '[]') FROM ({select}) AS t").stdout)

    def ask(self, path):
        return run(*self.line, "--csv", "-t", "-f", path).stdout.decode()

    def close(self):
        run(*self.user, self.tools / "pg_ctl", "-D", self.data, "-m", "immediate", "stop", cwd="/", good=False)


KINDS = {"sqlite": Sqlite, "postgresql": Postgresql}


def with_extension(folder, build, cmake, tools):
    """A server that has the extension of `build`, and the folder where that is staged."""
    if not tools or not (Path(build) / "examples/postgres/pacta.so").exists():
        skip("built without PostgreSQL's headers (postgresql-server-dev-15)")
    staged = folder / "staged"
    run(cmake, "--install", build, "--component", "postgres", env={**os.environ, "DESTDIR": str(staged)})
    folder.chmod(0o755)
    return Postgresql(folder, tools, [_elsewhere(staged, Path(tools))]), staged


def _elsewhere(staged, tools):
    """The setting with which a server takes an extension from a folder of its own."""
    def told(name):
        return run(tools / "pg_config", f"--{name}").stdout.decode().strip()

    if int(re.findall(r"\d+", told("version"))[0]) >= 18:
        return f"extension_control_path={staged}{told('sharedir')} -c dynamic_library_path={staged}{told('pkglibdir')}"
    if "\nextension_destdir\t" not in run(tools / "postgres", "--describe-config").stdout.decode():
        skip("this PostgreSQL takes extensions from its own folder only")
    return f"extension_destdir={staged}"
