"""Places: paths on this machine's disks, gs:// on Google Storage, s3:// on S3.

Beam's FileSystems reads and writes them all; here is what they do differently. An object store has no
folders and cannot rename, but whatever is put there is put whole, in one step, and a second put of the same
bytes changes nothing. So a file is moved there by a copy, and the first is left for whoever clears up.

Credentials and endpoints are taken from the environment, where Beam's clients and the Delta log's find
them alike: GOOGLE_APPLICATION_CREDENTIALS, or the machine's own account; AWS_ACCESS_KEY_ID and the like.
"""

import contextlib
import copy
import errno
import functools
import os
import re
import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from apache_beam.io.aws.clients.s3 import boto3_client
from apache_beam.io.filesystem import BeamIOError
from apache_beam.io.filesystems import FileSystems
from apache_beam.options.pipeline_options import PipelineOptions

from schemas.runs import FileMark

# The object stores that tables can be kept on, and dateline's extra that reaches each.
EXTRAS = {"gs": "gcp", "s3": "aws"}


class Unreachable(OSError):
    """A place that this program cannot read or write as it is installed or set up; says what to do."""


def is_remote(place: str) -> bool:
    """Tell whether a place is not on this machine's disks."""
    return "://" in place


def use_options(options: PipelineOptions) -> None:
    """Give the object stores' clients Beam's options. Without any, S3's refuses to work."""
    FileSystems.set_options(options)


@functools.lru_cache(4)
def _amazon_client(options: PipelineOptions) -> Any:
    return _new_amazon_client(options=options)


def _kept_amazon_client(options: Any) -> Any:
    """Give a client of S3 that shares what is behind it, connections and all, with others of these options.

    Beam 2.77 makes one for each file that it opens, lists or copies, and reads Amazon's descriptions of its
    services each time, an eighth of a second of CPU.
    """
    made = _amazon_client(options) if isinstance(options, PipelineOptions) else _new_amazon_client(options)
    # Where in a file it is, each remembers for itself.
    return copy.copy(made)


_new_amazon_client: Any = boto3_client.Client
boto3_client.Client = _kept_amazon_client  # type: ignore[misc, assignment]


def check_known(place: str) -> None:
    """Raise Unreachable where nothing is installed that could read `place`."""
    if not is_remote(place):
        return
    scheme = place.split("://")[0]
    try:
        FileSystems.get_filesystem(place)
        # Beam's file system for s3:// is there without the library that it needs.
        known = scheme != "s3" or find_spec("boto3") is not None
    except ValueError:
        known = False
    if not known and scheme in EXTRAS:
        raise Unreachable(f"{scheme}:// takes an extra: pip install 'dateline[{EXTRAS[scheme]}]'")
    if not known:
        raise Unreachable(f"no file system of that kind is known; among those that are: {_schemes()}")


def check_writable(place: str) -> None:
    """Raise Unreachable where tables cannot be kept at `place`, for its kind or for want of credentials."""
    if not is_remote(place):
        return
    scheme = place.split("://")[0]
    if scheme not in EXTRAS:
        raise Unreachable(f"tables are kept on a local disk or by {_schemes()}")
    check_known(place)
    if scheme == "s3":
        if _amazon_credentials() is None:
            raise Unreachable(
                "no credentials for s3://: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
            )
    else:
        import google.auth

        try:
            google.auth.default()
        except google.auth.exceptions.DefaultCredentialsError as error:
            raise Unreachable(
                "no credentials for gs://: set GOOGLE_APPLICATION_CREDENTIALS to a key file, or run "
                "`gcloud auth application-default login`"
            ) from error


def log_options(place: str) -> dict[str, str]:
    """Return what the Delta log's client must be told to reach `place`, beside what it finds by itself.

    Of Amazon's credentials it knows variables and machines' accounts; Beam's client knows profiles, too.
    """
    if not place.startswith("s3://") or "AWS_ACCESS_KEY_ID" in os.environ:
        return {}
    credentials = _amazon_credentials()
    if credentials is None:
        return {}
    found = credentials.get_frozen_credentials()
    options = {"aws_access_key_id": found.access_key, "aws_secret_access_key": found.secret_key}
    return options | ({"aws_session_token": found.token} if found.token else {})


@functools.cache
def _amazon_credentials() -> Any:
    """Looked for once; they renew themselves."""
    import boto3

    return boto3.Session().get_credentials()


def _schemes() -> str:
    return " and ".join(f"{scheme}://" for scheme in EXTRAS)


def told(error: BaseException) -> str:
    """Return what an object store says, out of the wrappings in which Beam and the Delta log hand it on."""
    while isinstance(error, BeamIOError) and error.exception_details:
        error = next(iter(error.exception_details.values()))
    message = re.search(r"<Message>([^<]+)</Message>", str(error))
    return message[1] if message else re.sub(r"(\x1b\[\d+m|↳|\s)+", " ", str(error)).strip()


def listed(pattern: str) -> list[str]:
    """Return the paths that a pattern matches, on any file system that Beam knows."""
    return [mark.path for mark in marked(pattern)]


def marked(pattern: str) -> list[FileMark]:
    """Return the files that a pattern matches, each with its size and when it was changed."""
    return [
        FileMark(file.path, file.size_in_bytes, file.last_updated_in_seconds or 0.0)
        for file in FileSystems.match([pattern])[0].metadata_list
    ]


def newest(folder: str) -> float:
    """Return when the newest file at or below a folder was written, in seconds since 1970; 0 for none."""
    return max((mark.changed_at for mark in marked(FileSystems.join(folder, "**"))), default=0.0)


def make_folder(place: str) -> None:
    """Create a folder and those above it, unless it exists. Object stores have none."""
    if not is_remote(place):
        os.makedirs(place, exist_ok=True)


def write_file(place: str, data: bytes) -> None:
    """Write a file, whole or not at all, making its folder."""
    make_folder(place.rsplit("/", 1)[0])
    written = place if is_remote(place) else f"{place}.part"
    with FileSystems.create(written) as file:
        file.write(data)
    if written != place:
        move_file(written, place)


def read_file(place: str) -> bytes:
    """Return all of a file. Raises FileNotFoundError where there is none, whatever the client says then."""
    try:
        with FileSystems.open(place) as file:
            data: bytes = file.read()
            return data
    except Exception as error:
        if FileSystems.exists(place):
            raise
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), place) from error


def move_file(source: str, target: str) -> None:
    """Move a file, replacing the target; on an object store the source stays. Idempotent.

    Raises FileNotFoundError where it is neither at its source nor at its target.
    """
    if is_remote(source):
        _copy(source, target)
        return
    make_folder(target.rsplit("/", 1)[0])
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if not os.path.exists(target):
            raise


def _copy(source: str, target: str) -> None:
    try:
        # For S3 Beam tells of a failure by what it returns.
        failed = [error for *_, error in FileSystems.copy([source], [target]) or () if error is not None]
    except BeamIOError as error:
        failed = [error]
    if failed and FileSystems.exists(source):
        raise Unreachable(f"cannot write {target}: {told(failed[0])}")
    # Another process may have been quicker, and have cleared up since.
    if failed and not FileSystems.exists(target):
        raise FileNotFoundError(errno.ENOENT, "neither staged nor in place", target)


def remove_files(paths: Sequence[str]) -> None:
    """Remove files; one that is gone already, which another process may have removed, is no error."""
    remote = [path for path in paths if is_remote(path)]
    if remote:
        FileSystems.delete(remote)
    for path in paths:
        if not is_remote(path):
            with contextlib.suppress(FileNotFoundError):
                os.remove(path)


def remove_folder(folder: str) -> None:
    """Remove a folder with all that is in it; none is no error, nor is another process that does the same."""
    if is_remote(folder):
        # The slash makes it all objects of that beginning.
        FileSystems.delete([f"{folder}/"])
        return
    while os.path.exists(folder):
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(folder)
