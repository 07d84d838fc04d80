"""What the tests of the packages share: commands, installations, and what the consumer prints."""
import os
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONSUMER = HERE / "consumer"
REQUEST = "GET https://api.wiremock.cloud/v1/subscriptions/qmr8z/usage"


def version():
    """What the one place says where the version stands."""
    text = (ROOT / "include/usagekit/version.hpp").read_text()
    return ".".join(re.search(rf"USAGEKIT_VERSION_{part} (\d+)", text)[1] for part in ("MAJOR", "MINOR", "PATCH"))


def run(*command, env=None, **options):
    """Runs a command; its output is the result, or with what it said the reason of the test's failure."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, **(env or {})}, timeout=1200, **options)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def install(build, prefix, *components):
    for component in components or (None,):
        run("cmake", "--install", build, "--prefix", prefix, *(["--component", component] if component else []))


def check_consumer(test, program, env=None):
    said = run(program, env=env)
    test.assertTrue(said.startswith(f"usagekit {version()}\n{REQUEST}"), said)
    test.assertNotIn("my-api-key", said)
