"""The commands behind the Makefile, and those for editors: ``python -m macros --help`` lists them."""

from __future__ import annotations

import argparse
import datetime
import gc
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros import doubts, proof, written
from macros.build import BuildError, build
from macros.changes import UnknownCommitError, changes
from macros.dataset import Dataset
from macros.generate import generate
from macros.links.check import check
from macros.links.collect import collect
from macros.links.report import report
from macros.load import load
from macros.problems import DataError
from macros.skeleton import RefusedError, begin

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("data", "docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml", "mkdocs.base.yml")
HOST, PORT = "localhost", 8000
DEAD_LINKS = 3


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 when the data, the build or the command is wrong,
    3 when a link is dead.
    """
    given = _parser().parse_args(arguments)
    given.root = given.root.resolve()
    try:
        return given.run(given) or 0
    except DataError as error:
        print(error.report(), file=sys.stderr)
        return 1
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    except UnknownCommitError as error:
        print(f"Git cannot compare with {given.commit}: {error}", file=sys.stderr)
        return 1
    except BuildError as error:
        print(f"{error}\nNothing was replaced; the last good site stays.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int | None], help_: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=help_, description=help_)
        one.add_argument("--root", type=Path, default=ROOT, help="the repository (default: this one)")
        one.set_defaults(run=run)
        return one

    checking = command("check", _check, "say what is wrong with the data, and what is worth a second look")
    checking.add_argument("--all", action="store_true", help="show what was worth a second look before, too")
    building = command("build", _build, "build the whole site")
    serving = command("serve", serve, f"build, serve at {HOST}:{PORT}, and rebuild when a file changes")
    for one in (building, serving):
        one.add_argument("--site", type=Path, help="where the site goes (default: site/ in the repository)")
    generating = command("generate", _generate, "write what is made from the model: schemas, settings, data/README.md")
    beginning = command("new", _new, "begin a record: a file with every field, and marks where to write")
    beginning.add_argument("collection", help="such as recommendations")
    beginning.add_argument("id", help="such as crc-2030-1a")
    changing = command("changes", _changes, "say in words what changes in the data since a commit, as Markdown")
    changing.add_argument("commit", help="such as origin/main")
    command("links", _links, "ask every external link whether it still works: minutes")
    today = str(datetime.datetime.now(datetime.UTC).date())
    for one in (checking, building, generating):
        one.add_argument("--day", default=today, help="count as today (YYYY-MM-DD)")
    return parser


def _check(given: argparse.Namespace) -> None:
    dataset = checked(given.root)
    _look_again(dataset, given, everything=given.all)
    print(f"The data is right: {len(dataset.entries)} records. So are the pages of text.")


def checked(root: Path) -> Dataset:
    """The data, when all is right that can be checked without building: the pages of text, too."""
    return load(root, partial(proof.problems, root=root), partial(written.problems, root=root))


def _build(given: argparse.Namespace) -> None:
    site = _site(given)
    dataset = build(given.root, site)
    _look_again(dataset, given)
    print(f"Built {site.name}/ from {len(dataset.entries)} records, in both languages.")


def _generate(given: argparse.Namespace) -> None:
    changed = generate(given.root, load(given.root), given.day)
    print("\n".join(f"Wrote {path}" for path in changed) or "Everything that is generated is up to date.")


def _new(given: argparse.Namespace) -> None:
    for path in begin(given.root, given.collection, given.id):
        print(f"Wrote {path}")
    print("Fill it in, then run: python -m macros check")


def _changes(given: argparse.Namespace) -> None:
    print(changes(given.root, given.commit), end="")


def _links(given: argparse.Namespace) -> int:
    found = collect(given.root, load(given.root))
    answers = check(found)
    print(report(found, answers), end="")
    return DEAD_LINKS if any(answer.kind == "dead" for answer in answers.values()) else 0


def _site(given: argparse.Namespace) -> Path:
    site: Path = given.site or given.root / "site"
    return site.resolve()


def _look_again(dataset: Dataset, given: argparse.Namespace, *, everything: bool = False) -> None:
    found = doubts.doubts(dataset, given.day)
    if found:
        print(doubts.report(found, doubts.known_doubts(given.root), everything=everything))


def serve(given: argparse.Namespace) -> int:
    """Build, serve at localhost:8000, and rebuild when a file changes. A failed rebuild keeps the last good site.

    Each build is a process of its own, so that a change of the code counts as a change of the data does. Returns the
    exit code of the first build when it failed, else 0.
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415 - only this command needs it

    root, site = given.root, _site(given)
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
