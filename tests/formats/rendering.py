"""What the checks share: the reports that they render, and how control characters are written."""
import json
import re
import subprocess
import sys
from decimal import Decimal, getcontext
from pathlib import Path

HERE = Path(__file__).parent
getcontext().prec = 1000  # nothing is to be rounded


class Failure(Exception):
    """What a check found wrong."""


def run(command, text=b"", missing=""):
    """Standard output of a program; a failure when it is missing, fails, or complains."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, check=False)
    except FileNotFoundError:
        raise Failure(f"{command[0]} is missing; Debian's package is {missing}") from None
    if done.returncode or done.stderr:
        raise Failure(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout


def printable(text, kept=""):
    """As the library's `printable` writes it, but for some characters that stay."""

    def escape(match):
        control = match[0]
        named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
        if control in kept:
            return control
        return named.get(control) or "".join(f"\\x{byte:02x}" for byte in control.encode())

    return re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", escape, text)


def check_all(output_format, check):
    """Gives `check` each file's reports, and what the program of the command line makes of them."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {Path(sys.argv[0]).name} RENDER_PROGRAM")
    golden = sorted(HERE.glob("golden/*.json"))
    failed = not golden
    if failed:
        print(f"there are no reports in {HERE / 'golden'}")
    for path in [HERE / "hostile.json", *golden]:
        text = path.read_bytes()
        try:
            rendered = run([sys.argv[1], output_format], text)
            check(json.loads(text, parse_float=Decimal, parse_int=Decimal), rendered)
        except (Failure, ValueError) as error:
            failed = True
            print(f"{path.name}: {error}")
    sys.exit(failed)
