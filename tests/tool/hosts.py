"""WireMock hosts of the tests' own, one for each provider, started when first asked for; and hosts that are broken."""
import atexit
import contextlib
import ctypes
import http.server
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

SOURCE = pathlib.Path(os.environ["USAGE_SOURCE"])
MOCK = SOURCE / "mock-server"


def end_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Host:
    """Serves one folder of the mock server on a free port of loopback."""

    def __init__(self, provider):
        jar = next((MOCK / "node_modules/wiremock/build").glob("wiremock-standalone-*.jar"))
        self.log = tempfile.NamedTemporaryFile()
        self.process = subprocess.Popen(
            ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar, "--port", "0",
             "--bind-address", "127.0.0.1", "--root-dir", MOCK / provider, "--disable-banner"],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, preexec_fn=end_with_parent)
        atexit.register(self.stop)
        self.url = f"http://127.0.0.1:{self.wait_for_port()}"
        self.wait_until_healthy()

    def wait_for_port(self):
        for _ in range(600):
            for line in pathlib.Path(self.log.name).read_text().splitlines():
                if line.startswith("port:"):
                    return int(line.split()[1])
            time.sleep(0.05)
        raise RuntimeError(pathlib.Path(self.log.name).read_text())

    def wait_until_healthy(self):
        for _ in range(600):
            try:
                urllib.request.urlopen(self.url + "/__admin/health", timeout=2).close()
                return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        raise RuntimeError("the mock host does not answer")

    def admin(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + "/__admin" + path, data, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"{}")

    def requests(self):
        """What it was asked since `forget`."""
        return self.admin("GET", "/requests")["requests"]

    def forget(self):
        self.admin("DELETE", "/requests")

    def stop(self):
        self.process.terminate()
        self.process.wait()


running = {}


def host(provider):
    if provider not in running:
        running[provider] = Host(provider)
    return running[provider]


class Listener:
    """Takes connections and never answers, or, when it does not listen, refuses them."""

    def __init__(self, listens):
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        if listens:
            self.socket.listen(16)
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


def dead_host():
    return Listener(listens=False)


def silent_host():
    return Listener(listens=True)


@contextlib.contextmanager
def billing_host(metrics):
    """Answers each question with metrics of these IDs, names and percentages, as Billing does; gives its URL."""
    metrics = {id: {"name": name, "unit": "requests", "included": 100, "used": percentage, "overage": 0,
                    "percentage": percentage} for id, name, percentage in metrics}
    period = {"start": "2024-01-01T00:00:00Z", "end": "2024-01-31T23:59:59Z"}
    body = json.dumps({"success": True, "data": {"period": period, "metrics": metrics}}).encode()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
