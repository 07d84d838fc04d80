"""Runs the tool as a process, and knows how each provider's mock host is asked."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from hosts import SOURCE, host

TOOL = os.environ["USAGE_TOOL"]
EXAMPLES = pathlib.Path(TOOL).parent.parent

# In the background of a script SIGINT is ignored, and the tool would respect that.
signal.signal(signal.SIGINT, signal.default_int_handler)

TOKENS = {
    "wiremock": ("WIREMOCK_CLOUD_TOKEN", "mock-api-key"),
    "meteroid": ("METEROID_API_KEY", "mock/api-key"),
    "measure": ("MEASURE_API_KEY", "mock-api-key"),
    "billing": ("BILLING_TOKEN", "mock-session-token"),
}
QUESTIONS = {
    "wiremock": [],
    "meteroid": ["--subscription", "sub_7n42DGM5Tflk9n8mt7Fhc7"],
    "measure": ["--company", "cmp_12345", "--subscription", "sub_12345", "--pricing", "pmp_12345"],
    "billing": [],
}
PATHS = {"measure": "/api/v1"}
PROVIDERS = sorted(TOKENS)


def url_of(provider):
    return host(provider).url + PATHS.get(provider, "")


def options_of(provider, url=None):
    return [provider, "--base-url", url or url_of(provider), *QUESTIONS[provider]]


def environment(**changes):
    """Only what the tool needs, so that nothing of the person who tests is read."""
    variables = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", **dict(TOKENS.values())}
    for name, value in os.environ.items():
        if name.endswith("SAN_OPTIONS"):
            variables[name] = value
    variables.update(changes)
    return {name: value for name, value in variables.items() if value is not None}


class Process(subprocess.Popen):
    """One that does not outlive its `with` block, also when a test fails."""

    def __exit__(self, *error):
        self.kill()
        return super().__exit__(*error)


def start(*arguments, stdout=subprocess.PIPE, **changes):
    return Process([TOOL, *arguments], stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                   env=environment(**changes), text=True)


def run(*arguments, program=TOOL, stdout=subprocess.PIPE, **changes):
    """What it wrote, to the letter, and `returncode`."""
    result = subprocess.run([program, *arguments], stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                            env=environment(**changes), timeout=60)
    result.stdout = None if result.stdout is None else result.stdout.decode()
    result.stderr = result.stderr.decode()
    return result


class ToolTest(unittest.TestCase):
    """What tests of the tool have in common."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def need(self, program, package=None):
        """Skips the test where the program is not installed; in continuous integration that is a failure."""
        if shutil.which(program) is not None:
            return
        if os.environ.get("CI") == "true":
            self.fail(f"{program} is not here: apt-get install {package or program}")
        self.skipTest(f"{program} is not here")

    def assert_fails(self, result, code, *parts):
        """It said so in one line that has all of the parts, and wrote nothing else."""
        self.assertEqual(code, result.returncode, result.stderr)
        self.assertEqual(1, result.stderr.count("\n"), result.stderr)
        self.assertTrue(result.stderr.endswith("\n"))
        for part in parts:
            self.assertIn(part, result.stderr)
        if result.stdout is not None:
            self.assertEqual("", result.stdout)

    def assert_succeeds(self, result):
        self.assertEqual("", result.stderr)
        self.assertEqual(0, result.returncode)

    def file(self, name, text, mode=0o600):
        path = self.folder / name
        path.write_text(text)
        path.chmod(mode)
        return path
