"""A headless Chromium, driven by WebDriver, for one page after the other."""
import json
import re
import subprocess
import tempfile
import urllib.request

from rendering import Failure

# Nothing but files: no name is resolved, and nothing of the browser's own is fetched.
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
             "--host-resolver-rules=MAP * ~NOTFOUND"]


class Browser:
    """Ends the browser when it is left."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="usagekit-browser-")
        try:
            self._driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        except FileNotFoundError:
            raise Failure("chromedriver is missing; Debian's packages are chromium and chromium-driver") from None
        try:
            self._begin()
        except BaseException:
            self._end()  # __exit__ is not called
            raise
        return self

    def _begin(self):
        said = ""
        for line in self._driver.stdout:
            said += line
            if port := re.search(r"started successfully on port (\d+)", line):
                break
        else:
            raise Failure(f"chromedriver has not started: {said}")
        self._url = f"http://127.0.0.1:{port[1]}/session"
        options = {"args": [*ARGUMENTS, f"--user-data-dir={self._folder.name}"]}
        capabilities = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        try:
            self._url += "/" + self._ask("POST", "", {"capabilities": {"alwaysMatch": capabilities}})["sessionId"]
        except Failure as error:
            raise Failure(f"no Chromium; Debian's packages are chromium and chromium-driver\n{error}") from None
        self.open("about:blank")  # in place of the browser's own first page
        self.console(), self.requested()

    def __exit__(self, *_):
        try:
            self._ask("DELETE", "", None)
        finally:
            self._end()

    def _end(self):
        self._driver.terminate()
        self._driver.wait()
        self._folder.cleanup()

    def _ask(self, method, path, body):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Failure(f"WebDriver {path}: {error.read().decode()[:500]}") from None

    def open(self, url):
        self._ask("POST", "/url", {"url": url})

    def run(self, script):
        """What a function body returns in the page."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def command(self, name, **parameters):
        """One of the DevTools protocol."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def prefer(self, scheme):
        """`light` or `dark`."""
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def resize(self, width, height):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def console(self):
        """What was logged since the last call."""
        return [entry["message"] for entry in self._ask("POST", "/se/log", {"type": "browser"})]

    def requested(self):
        """The URLs that were asked for since the last call."""
        messages = (json.loads(entry["message"])["message"] for entry in self._ask("POST", "/se/log", {"type": "performance"}))
        return [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]
