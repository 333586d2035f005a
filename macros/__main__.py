"""The commands behind the Makefile: ``python -m macros check | build | serve | links``."""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from pathlib import Path

from macros.build import BuildError, build
from macros.links.check import check
from macros.links.collect import collect
from macros.links.report import report
from macros.load import load
from macros.problems import DataError

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("data", "docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")
HOST, PORT = "localhost", 8000
DEAD_LINKS = 3


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 when the data or the build is wrong, 3 when a link is dead."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("command", choices=["check", "build", "serve", "links"])
    parser.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
    parser.add_argument("--site", type=Path, help="where the site goes (default: site/ in the repository)")
    given = parser.parse_args(arguments)
    root = given.root.resolve()
    site = (given.site or root / "site").resolve()
    try:
        if given.command == "check":
            dataset = load(root)
            print(f"The data is right: {len(dataset.entries)} records.")
        elif given.command == "build":
            dataset = build(root, site)
            print(f"Built {site.name}/ from {len(dataset.entries)} records, in both languages.")
        elif given.command == "links":
            return links(root)
        else:
            return serve(root, site)
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except BuildError as error:
        print(f"{error}\nNothing was replaced; the last good site stays.", file=sys.stderr)
        return 1
    return 0


def links(root: Path) -> int:
    """Check all external links and print the report. Asks many other servers and takes minutes."""
    found = collect(root, load(root))
    answers = check(found)
    print(report(found, answers), end="")
    return DEAD_LINKS if any(answer.kind == "dead" for answer in answers.values()) else 0


def serve(root: Path, site: Path) -> int:
    """Build, serve at localhost:8000, and rebuild when a file changes. A failed rebuild keeps the last good site.

    Each build is a process of its own, so that a change of the code counts as a change of the data does. Returns the
    exit code of the first build when it failed, else 0.
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415 - only this command needs it

    command = [sys.executable, "-m", "macros", "build", "--root", str(root), "--site", str(site)]
    if failed := subprocess.run(command, check=False).returncode:
        return failed

    def rebuild() -> None:
        subprocess.run(command, check=False)

    server = LiveReloadServer(rebuild, host=HOST, port=PORT, root=str(site))
    for name in WATCHED:
        server.watch(str(root / name))
    print(f"Serving at http://{HOST}:{PORT}/ (stop with Ctrl+C)")
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    except KeyboardInterrupt:
        server.shutdown()
    return 0


if __name__ == "__main__":
    gc.disable()
    sys.exit(main())
