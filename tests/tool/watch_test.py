import fcntl
import json
import os
import pty
import select
import signal
import subprocess
import time
import unittest

from hosts import dead_host, silent_host
from tool import TOOL, Process, ToolTest, environment, options_of, start, url_of


def interrupted(process, number=signal.SIGINT):
    """What it wrote until it ended, and how long that took from the signal on."""
    begin = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    return out, err, time.monotonic() - begin


def two_profiles(one, two):
    return "".join(f'[{name}]\nprovider = "billing"\nbase_url = "{url}"\n' for name, url in (("one", one), ("two", two)))


class Watch(ToolTest):
    def test_ctrl_c_ends_a_watch_at_once(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number), start(*options_of("billing"), "--watch", "60", "--format", "json") as process:
                json.loads(process.stdout.readline())
                out, err, seconds = interrupted(process, number)
                self.assertEqual((130, "", ""), (process.returncode, out, err))
                self.assertLess(seconds, 1)

    def test_ctrl_c_ends_a_request_that_hangs(self):
        with silent_host() as silent:
            for arguments in (["--watch", "1"], []):
                with self.subTest(arguments=arguments), start(*options_of("billing", silent.url), *arguments) as process:
                    connection, _ = silent.socket.accept()
                    out, err, seconds = interrupted(process)
                    connection.close()
                    self.assertEqual((130, "", ""), (process.returncode, out, err))
                    self.assertLess(seconds, 1)

    def test_a_second_ctrl_c_ends_it_while_nobody_reads(self):
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
        os.write(writing, bytes(4096))  # it is full
        with start(*options_of("billing"), stdout=writing) as process:
            time.sleep(1)
            process.send_signal(signal.SIGINT)
            time.sleep(0.2)
            self.assertIsNone(process.poll())
            process.send_signal(signal.SIGINT)
            self.assertEqual(130, process.wait(timeout=5))  # ThreadSanitizer waits a second
        os.close(reading)
        os.close(writing)

    def test_it_is_shown_again_and_again(self):
        with start(*options_of("billing"), "--watch", "0.1", "--format", "json") as process:
            for _ in range(3):
                self.assertEqual("billing", json.loads(process.stdout.readline())["provider"])
            interrupted(process)

    def test_text_that_is_not_on_a_terminal_is_appended(self):
        with start(*options_of("billing"), "--watch", "0.1") as process:
            lines = [process.stdout.readline() for _ in range(40)]
            interrupted(process)
        self.assertGreater(sum(line.startswith("Usage of billing") for line in lines), 1)
        self.assertNotIn("\x1b", "".join(lines))

    def test_a_watch_outlasts_what_is_broken_for_the_moment(self):
        with dead_host() as dead:
            with start(*options_of("billing", dead.url), "--watch", "0.1", "--timeout", "0.3") as process:
                for _ in range(2):
                    self.assertIn("network", process.stderr.readline())
                self.assertEqual("", interrupted(process)[0])
                self.assertEqual(130, process.returncode)

    def test_a_watch_ends_with_what_does_not_change_by_itself(self):
        with start(*options_of("billing"), "--watch", "0.1", BILLING_TOKEN="wrong") as process:
            _, err = process.communicate(timeout=20)
            self.assertEqual(3, process.returncode)
            self.assertEqual(1, err.count("\n"))

    def test_a_watch_ends_when_a_metric_is_above(self):
        heavy = ["--start", "2024-02-01", "--end", "2024-02-29", "--format", "json"]
        with start(*options_of("billing"), *heavy, "--watch", "0.1", "--fail-above", "100") as process:
            out, _ = process.communicate(timeout=20)
            self.assertEqual(10, process.returncode)
            self.assertEqual(1, out.count("\n"))

    def test_what_is_broken_elsewhere_does_not_hide_that_a_metric_is_above(self):
        with dead_host() as dead:
            file = str(self.file("profiles.toml", two_profiles(url_of("billing"), dead.url)))
            gate = ["all", "--profile", file, "--timeout", "1", "--fail-above", "50", "--format", "json"]
            for watch, code in ([["--watch", "0.1"], 10], [[], 6]):
                with self.subTest(watch=watch), start(*gate, *watch) as process:
                    _, err = process.communicate(timeout=20)
                    self.assertEqual(code, process.returncode)
                    self.assertIn("two: GET http", err)
                    self.assertIn("one: Storage is at 67.5 %", err)

    def test_a_watch_goes_on_as_long_as_one_profile_may_succeed(self):
        with dead_host() as dead:
            file = str(self.file("profiles.toml", two_profiles(url_of("billing"), dead.url)))
            with start("all", "--profile", file, "--watch", "0.1", "--timeout", "1", BILLING_TOKEN="wrong") as process:
                lines = [process.stderr.readline() for _ in range(4)]
                self.assertEqual(2, sum(line.startswith("one: GET") and "authentication" in line for line in lines), lines)
                interrupted(process)
                self.assertEqual(130, process.returncode)

    def test_a_signal_that_is_ignored_stays_ignored(self):
        command = f"trap '' INT; exec {TOOL} billing --base-url {url_of('billing')} --watch 0.1 --format json"
        with Process(["bash", "-c", command], env=environment(), stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            for _ in range(5):
                self.assertTrue(process.stdout.readline())
            process.terminate()
            process.stdout.read()
            self.assertEqual(130, process.wait(timeout=5))


CLEAR = "\x1b[H\x1b[J"


class Terminal:
    """Runs the tool with standard output and standard error, or one of them, on a pseudo-terminal."""

    def __init__(self, *arguments, stdout=True, stderr=True, **changes):
        self.main, other = pty.openpty()
        self.process = subprocess.Popen(
            [TOOL, *arguments], stdin=subprocess.DEVNULL, env=environment(TERM="xterm", **changes),
            stdout=other if stdout else subprocess.DEVNULL, stderr=other if stderr else subprocess.DEVNULL)
        os.close(other)

    def read(self, until=None):
        """What is shown until a text comes, or until the end."""
        shown = b""
        end = time.monotonic() + 20
        while until is None or shown.count(until[0]) < until[1]:
            if not select.select([self.main], [], [], max(0, end - time.monotonic()))[0] or time.monotonic() > end:
                raise TimeoutError(shown)
            try:
                part = os.read(self.main, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
        return shown.decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.main)


class OnTerminal(ToolTest):
    heavy = ["--start", "2024-02-01", "--end", "2024-02-29"]

    def profiles(self):
        return str(self.file("profiles.toml", two_profiles(url_of("billing"), url_of("billing"))))

    def test_text_has_colours_unless_they_are_declined(self):
        with Terminal(*options_of("billing"), *self.heavy) as terminal:
            self.assertIn("\x1b[", terminal.read())
        for declined in ({"NO_COLOR": "1"}, {}):
            options = [] if declined else ["--color", "never"]
            with self.subTest(options=options), Terminal(*options_of("billing"), *self.heavy, *options, **declined) as terminal:
                shown = terminal.read()
                self.assertTrue(shown)
                self.assertNotIn("\x1b", shown)

    def test_other_formats_have_nothing_for_a_terminal(self):
        for form in ("json", "csv", "openmetrics", "html"):
            with self.subTest(form=form), Terminal(*options_of("billing"), "--format", form) as terminal:
                self.assertNotIn("\x1b", terminal.read())

    def test_a_watch_draws_anew(self):
        with Terminal(*options_of("billing"), "--watch", "0.1") as terminal:
            shown = terminal.read(until=(CLEAR.encode(), 3))
            self.assertNotIn("\x1b[3J", shown)  # what was there before stays
            terminal.process.send_signal(signal.SIGINT)
            self.assertEqual(130, terminal.process.wait(timeout=1))

    def screens(self, *arguments):
        """What two rounds of a watch show, each on an empty screen."""
        with Terminal(*arguments, "--watch", "0.1", "--timeout", "1") as terminal:
            shown = terminal.read(until=(CLEAR.encode(), 3))
        return shown.split(CLEAR)[1:3]

    def test_a_watch_shows_reports_and_errors_on_one_screen(self):
        with dead_host() as dead:
            file = str(self.file("profiles.toml", two_profiles(url_of("billing"), dead.url)))
            for screen in self.screens("all", "--profile", file):
                self.assertRegex(screen, r"(?s)Usage of billing.*\ntwo: .*network")

    def test_a_watch_does_not_leave_old_figures_when_nothing_was_answered(self):
        with dead_host() as dead:
            for screen in self.screens(*options_of("billing", dead.url)):
                self.assertRegex(screen, r"^There is nothing to show\.\r\n.*network: ")

    def test_progress_is_shown_on_a_terminal_only_and_goes(self):
        arguments = ["all", "--profile", self.profiles(), "--format", "json"]
        with Terminal(*arguments, stdout=False) as terminal:
            shown = terminal.read()
            self.assertIn("asked 2 profiles, 0 answered", shown)
            self.assertTrue(shown.endswith("\r\x1b[K"), shown)
        with start(*arguments) as process:
            self.assertEqual("", process.communicate(timeout=20)[1])


if __name__ == "__main__":
    unittest.main()
