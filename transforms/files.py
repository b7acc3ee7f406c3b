"""Find report files: what a file, a folder or a glob names, here or on an object store."""

import fnmatch
import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from apache_beam.io.filesystems import FileSystems

from schemas.runs import FileMark
from transforms.places import is_remote, marked

ENDINGS = (
    ".txt", ".txt.gz", ".txt.zst", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".avro", ".parquet",
    ".html", ".html.gz", ".html.zst", ".htm", ".warc", ".warc.gz", ".warc.zst",
)  # fmt: skip
# Those of them that hold web pages, which transforms/pages.py reads, if it is installed.
PAGE_ENDINGS = tuple(ending for ending in ENDINGS if ending.startswith((".htm", ".warc")))


class FoundFiles(NamedTuple):
    """What a pattern names: report files, and files passed over for their ending."""

    reports: list[str]
    others: list[str]


def is_report_file(path: str) -> bool:
    """Tell by its ending, in either case, whether `path` is a file that dateline reads."""
    return path.lower().endswith(ENDINGS)


def is_page_file(path: str) -> bool:
    """Tell by its ending whether a report file is a web page, or an archive of them."""
    return path.lower().endswith(PAGE_ENDINGS)


def source_id(path: str) -> str:
    """Return a file's name without its endings: "reports/004_bb.txt.gz" gives "004_bb"."""
    name = path.rsplit("/", 1)[-1]
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if name.lower().endswith(ending):
            return name[: -len(ending)]
    return name


def find_files(pattern: str) -> FoundFiles:
    """Return the files that `pattern` names, sorted: a file, a folder's (and below), or a glob's.

    Hidden files and folders below the pattern's place are none. Links are followed. Raises OSError where
    that cannot be listed.
    """
    if is_remote(pattern):
        found, place = _remote(pattern)
        paths = [mark.path for mark in found]
    elif os.path.isdir(pattern):
        paths, place = list(_below(pattern)), pattern
    else:
        # A name that exists is taken as it is, whatever brackets it has.
        paths, place = [pattern] if os.path.exists(pattern) else glob.glob(pattern, recursive=True), ""
    seen = [
        _encodable(path)
        for path in sorted(set(paths))
        if not (place and _is_hidden(path.removeprefix(place))) and (is_remote(path) or not _is_special(path))
    ]
    return FoundFiles(
        [path for path in seen if is_report_file(path)], [path for path in seen if not is_report_file(path)]
    )


def would_find(pattern: str, path: str) -> bool:
    """Tell whether a report file at `path`, where there is none yet, would be one that `pattern` names.

    Links on the way to either are followed; those within a folder that is named are not.
    """
    place, path = _real(pattern), _real(path)
    if any(mark in pattern for mark in "*?[") and not os.path.exists(pattern):
        return _globbed(path.split("/"), place.split("/"))
    below = path.removeprefix(f"{place}/")
    return below != path and not os.path.isfile(pattern) and not _is_hidden(below)


def _real(place: str) -> str:
    return place.rstrip("/") if is_remote(place) else os.path.realpath(place)


def _globbed(names: Sequence[str], globs: Sequence[str]) -> bool:
    """Whether the parts of a path are matched by those of a glob, as `glob.glob` does it."""
    if not names or not globs:
        return not names and all(part == "**" for part in globs)
    hidden = names[0].startswith(".") and not globs[0].startswith(".")
    if globs[0] == "**":
        return _globbed(names, globs[1:]) or (not hidden and _globbed(names[1:], globs))
    return not hidden and fnmatch.fnmatchcase(names[0], globs[0]) and _globbed(names[1:], globs[1:])


def report_files(patterns: Iterable[str]) -> list[str]:
    """Return the report files that `patterns` name, each once, sorted."""
    return sorted({path for pattern in patterns for path in find_files(pattern).reports})


def report_marks(patterns: Iterable[str]) -> list[FileMark]:
    """Return `report_files`, each with its size and when it was changed; zeros where that can't be told."""
    patterns = list(patterns)
    remote = {mark.path: mark for pattern in patterns if is_remote(pattern) for mark in _remote(pattern)[0]}
    return [remote.get(path) or _local_mark(path) for path in report_files(patterns)]


def _local_mark(path: str) -> FileMark:
    try:
        status = os.stat(path)
    except OSError:
        return FileMark(path, 0, 0.0)
    return FileMark(path, status.st_size, status.st_mtime)


def _remote(pattern: str) -> tuple[list[FileMark], str]:
    """The objects that a pattern names, and the place below which hidden ones are none."""
    # "gs://bucket" names no object that could be looked for.
    named = not pattern.endswith("/") and pattern.count("/") > 2
    found = marked(pattern) if named else []
    if found or any(mark in pattern for mark in "*?["):
        return found, ""
    # No such object: a folder, which is nothing but the beginning of names.
    return marked(FileSystems.join(pattern, "**")), pattern


def _below(folder: str) -> Iterator[str]:
    """All files below a folder, linked ones too; a folder that links to one above it is entered once."""
    entered = set()

    def refuse(error: OSError) -> None:
        raise error

    for top, folders, names in os.walk(folder, onerror=refuse, followlinks=True):
        entered.add(os.path.realpath(top))
        folders[:] = [name for name in folders if os.path.realpath(os.path.join(top, name)) not in entered]
        yield from (os.path.join(top, name) for name in names)


def absolute(pattern: str) -> str:
    """Return a local pattern from the root, so that a file has one name however it was called."""
    return pattern if is_remote(pattern) else os.path.abspath(pattern)


def _is_special(path: str) -> bool:
    """Whether a path is a folder or a pipe or the like; a link that leads nowhere is a file, unreadable."""
    return os.path.exists(path) and not os.path.isfile(path)


def _encodable(path: str) -> str:
    """A name that is no UTF-8, escaped: nothing by that name can be opened, and a dead letter says so."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not is_remote(path) else path


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) and part not in (".", "..") for part in path.split("/"))
