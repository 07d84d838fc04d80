"""WireMock hosts of the tests' own, one for each provider, started when first asked for; and hosts that are broken."""
import atexit
import ctypes
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
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
