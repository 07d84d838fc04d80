import fcntl
import json
import os
import signal
import subprocess
import time
import unittest

from hosts import billing_host, dead_host, host, silent_host
from tool import PROVIDERS, TOKENS, TOOL, ToolTest, environment, options_of, run, start


class Errors(ToolTest):
    def test_a_wrong_token_is_one_line_that_does_not_show_it(self):
        for provider in PROVIDERS:
            with self.subTest(provider=provider):
                result = run(*options_of(provider), **{TOKENS[provider][0]: "wrong-T0ken"})
                self.assert_fails(result, 3, "401")
                self.assertNotIn("wrong-T0ken", result.stderr)

    def test_a_missing_token_names_its_variable(self):
        for provider in PROVIDERS:
            for value in (None, ""):
                with self.subTest(provider=provider, value=value):
                    variable = TOKENS[provider][0]
                    self.assert_fails(run(*options_of(provider), **{variable: value}), 2, f"set {variable} to")

    def test_a_dead_host_is_a_broken_way(self):
        with dead_host() as dead:
            for provider in PROVIDERS:
                with self.subTest(provider=provider):
                    self.assert_fails(run(*options_of(provider, dead.url), "--timeout", "1"), 6)

    def test_a_host_that_does_not_answer_ends_with_the_time_limit(self):
        with silent_host() as silent:
            begin = time.monotonic()
            self.assert_fails(run(*options_of("billing", silent.url), "--timeout", "0.5"), 6, "timeout")
            self.assertLess(time.monotonic() - begin, 3)

    def test_a_token_given_as_the_url_is_not_shown(self):
        token = "mock-session-token"
        for url in (token, f"https://{token}@127.0.0.1", f"https://127.0.0.1/api/{token}", f"https://{token}:70000/",
                    f"https://127.0.0.1:70000/?token={token}"):
            with self.subTest(url=url):
                result = run("billing", BILLING_BASE_URL=url, BILLING_TOKEN=token)
                self.assert_fails(result, 2)
                self.assertNotIn(token, result.stderr)
        swapped = run("billing", BILLING_BASE_URL=token, BILLING_TOKEN="https://billing.example.com")
        self.assert_fails(swapped, 2, "no scheme")
        self.assertNotIn(token, swapped.stderr)

    def test_a_token_that_stands_in_the_url_by_chance_is_none(self):
        for token, url in (("test", "https://test.example.com"), ("test", "https://host/test"),
                           ("production", "https://production-eu.example.com"), ("production", "https://h/preproduction")):
            with self.subTest(token=token, url=url):
                self.assert_succeeds(run("request", "billing", "--base-url", url, BILLING_TOKEN=token))

    def test_an_argument_that_may_be_a_token_is_not_shown(self):
        url = options_of("billing")
        for arguments, parts in [
            ([*url, "--token", "S3cret"], ["--token was not expected", "in the environment"]),
            ([*url, "--token=S3cret"], ["--token was not expected", "in the environment"]),
            ([*url, "--api-key", "S3cret"], ["--api-key was not expected", "in the environment"]),
            ([*url, "--password=S3cret"], ["--password was not expected", "in the environment"]),
            ([*url, "--colour=S3cret", "--nonsense", "S3cret"], ["--colour --nonsense was not expected"]),
            ([*url, "S3cret"], ["an argument was not expected"]), ([*url, "-tS3cret"], ["an argument was not expected"]),
            ([*url, "-t", "S3cret"], ["an argument was not expected"]), (["S3cret", *url], ["was not expected"]),
            (["--token", "S3cret", *url], ["--token was not expected"]), (["S3cret"], []), (["completion", "S3cret"], []),
            ([*url, "--verbose=S3cret"], ["--verbose"]), ([*url, "--", "S3cret"], ["an argument was not expected"]),
            (["meteroid", "--all-customers=S3cret"], ["--all-customers"]), ([*url, "--format", "S3cret"], ["--format"]),
            (["--version=S3cret"], []), (["profile", "--token", "S3cret"], ["--token was not expected"]),
            ([*url, "--timeout", "S3cret"], ["--timeout"]), ([*url, "--watch=S3cret"], ["--watch"]),
            ([*url, "--fail-above", "S3cret"], ["--fail-above"]), ([*url, "--color", "S3cret"], ["--color"]),
        ]:
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assert_fails(result, 2, *parts)
                self.assertNotIn("S3cret", result.stderr)

    def test_a_subject_that_is_not_utf_8_is_refused(self):
        for subject in (b"\xff", b"caf\xe9", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\x80",
                        b"\xe0\x80\x80", b"\xf0\x80\x80\x80"):
            with self.subTest(subject=subject):
                self.assert_fails(run(*options_of("billing"), "--subject", subject), 2, "--subject: it is not UTF-8")
        for subject in ("é€\U0001f600", "\x7f", "\ud7ff\ue000\U0010ffff\u0800\U00010000", ""):
            with self.subTest(subject=subject):
                result = run(*options_of("billing"), "--subject", subject, "--format", "json")
                self.assert_succeeds(result)
                self.assertEqual(subject, json.loads(result.stdout)["subject"])
        file = self.folder / "profiles.toml"
        file.write_bytes(b'[p]\nprovider = "billing"\nbase_url = "http://127.0.0.1"\nsubject = "\xff"\n')
        self.assert_fails(run("all", "--profile", file), 2, ":4: this is not TOML")

    def test_a_gate_without_any_limit_is_a_mistake(self):
        line = "no metric has a limit to compare with --fail-above"
        with billing_host([]) as url:
            for question in (options_of("billing", url), options_of("meteroid")):
                for watch in ([], ["--watch", "0.1"]):
                    with self.subTest(question=question, watch=watch):
                        result = run(*question, "--fail-above", "90", *watch, "--format", "json")
                        self.assertEqual((2, line + "\n"), (result.returncode, result.stderr))
                        self.assertEqual(1, result.stdout.count("\n"))

    def test_one_limit_is_enough_for_a_gate(self):
        with billing_host([]) as url:
            file = self.file("profiles.toml", f"""[none]
                provider = "billing"
                base_url = "{url}"
                [some]
                provider = "billing"
                base_url = "{options_of('billing')[2]}"
                """)
            self.assert_succeeds(run("all", "--profile", str(file), "--fail-above", "90"))

    def test_a_metric_without_a_name_is_told_by_its_id(self):
        with billing_host([("api_calls", "", 95)]) as url:
            result = run("billing", "--base-url", url, "--fail-above", "90")
            self.assertEqual((10, "billing: api_calls is at 95 %, above 90 %\n"), (result.returncode, result.stderr))

    def test_options_that_cannot_be_used_are_refused_in_one_line(self):
        for arguments in [
            [], ["nonsense"], ["billing"], ["billing", "--base-url", "nonsense"], ["billing", "--base-url", ""],
            [*options_of("billing"), "--unknown"], [*options_of("billing"), "superfluous"],
            [*options_of("billing"), "--format", "yaml"], [*options_of("billing"), "--end", "yesterday"],
            [*options_of("billing"), "--metrics", ""], [*options_of("billing"), "--color", "blue"],
            [*options_of("billing"), "--watch", "0"], [*options_of("billing"), "--watch", "nan"],
            [*options_of("billing"), "--watch", "1e99"], [*options_of("billing"), "--timeout", "-1"],
            [*options_of("billing"), "--fail-above", "-5"], [*options_of("billing"), "--fail-above", "much"],
            [*options_of("billing"), "--start", "2024-01-31", "--end", "2024-01-01"],
            ["measure", "--company", "cmp_12345"], ["wiremock", "--subscription", ""], ["request"],
            ["completion"], ["completion", "tcsh"], ["profile"], ["wiremock", "--base-url", "a\x1b[31m\nb"],
        ]:
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assert_fails(result, 2)
                self.assertNotIn("\x1b", result.stderr)

    def test_the_service_may_refuse(self):
        self.assert_fails(run(*options_of("billing"), "--metrics", "broken"), 4)
        self.assert_fails(run(*options_of("wiremock"), "--subscription", "nosuch"), 4)


class Output(ToolTest):
    def test_a_reader_that_goes_ends_it_quietly(self):
        for command in (["--help"], options_of("billing"), [*options_of("billing"), "--format", "html"],
                        [*options_of("billing"), "--watch", "0.1"]):
            with self.subTest(command=command):
                reading, writing = os.pipe()
                os.close(reading)
                with start(*command, stdout=writing) as process:
                    os.close(writing)
                    _, said = process.communicate(timeout=20)
                self.assertEqual("", said)
                self.assertEqual(-signal.SIGPIPE, process.returncode)

    def test_head_gets_its_line(self):
        command = f"set -o pipefail; {TOOL} completion bash | head -n 1; echo ${{PIPESTATUS[0]}}"
        result = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, text=True, timeout=20)
        first, code = result.stdout.splitlines()
        self.assertTrue(first.startswith("# Completes"))
        self.assertIn(code, ("0", "141"))
        self.assertEqual("", result.stderr)

    def test_where_sigpipe_is_ignored_the_end_is_as_quiet(self):
        command = f"trap '' PIPE; {TOOL} completion bash | true; echo ${{PIPESTATUS[0]}}"
        result = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, text=True, timeout=20)
        self.assertIn(result.stdout, ("0\n", "141\n"))
        self.assertEqual("", result.stderr)

    def test_a_full_device_is_an_error(self):
        for command in (["--help"], ["completion", "bash"], [*options_of("billing"), "--format", "json"]):
            with self.subTest(command=command), open("/dev/full", "w") as full:
                self.assert_fails(run(*command, stdout=full), 1, "standard output: No space left on device")
        result = run(*options_of("billing"), "--format", "json", "--output", "/dev/full")
        self.assert_fails(result, 1, "/dev/full: No space left on device")

    def test_a_pipe_that_takes_nothing_for_the_moment_is_waited_for(self):
        whole = run("completion", "bash").stdout
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
        os.set_blocking(writing, False)
        self.assertGreater(len(whole), 2 * 4096)
        with start("completion", "bash", stdout=writing) as process:
            os.close(writing)
            time.sleep(0.3)
            self.assertIsNone(process.poll())
            with open(reading) as pipe:
                self.assertEqual(whole, pipe.read())
            self.assertEqual((0, ""), (process.wait(timeout=20), process.stderr.read()))

    def test_a_file_is_replaced_in_one_step(self):
        file = self.file("usage.json", "before", mode=0o600)
        link = self.folder / "link.json"
        link.symlink_to("usage.json")
        with open(file) as before:
            result = run(*options_of("billing"), "--format", "json", "--output", str(link))
            self.assert_succeeds(result)
            self.assertEqual("before", before.read())  # of the old file nothing was overwritten
        self.assertEqual("", result.stdout)
        self.assertEqual("billing", json.loads(file.read_text())["provider"])
        self.assertTrue(link.is_symlink())
        self.assertEqual(["link.json", "usage.json"], sorted(os.listdir(self.folder)))
        self.assertEqual(0o600, file.stat().st_mode & 0o777)

    def test_a_new_file_has_the_usual_mode(self):
        file = self.folder / "usage.json"
        self.assert_succeeds(run(*options_of("billing"), "--format", "json", "--output", str(file)))
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(0o666 & ~mask, file.stat().st_mode & 0o777)

    def test_a_failure_leaves_the_file_as_it_was(self):
        file = self.file("usage.json", "before")
        with dead_host() as dead:
            run(*options_of("billing", dead.url), "--timeout", "1", "--output", str(file))
        self.assertEqual("before", file.read_text())
        self.assert_fails(run(*options_of("billing"), "--output", str(self.folder / "no/such/folder")), 1,
                          "No such file or directory")


class Request(ToolTest):
    def test_a_request_is_shown_with_its_token_masked_and_not_sent(self):
        for provider in PROVIDERS:
            with self.subTest(provider=provider):
                host(provider).forget()
                result = run("request", *options_of(provider))
                self.assert_succeeds(result)
                self.assertTrue(result.stdout.startswith("curl "))
                self.assertIn(" ***'", result.stdout)
                self.assertNotIn(TOKENS[provider][1], result.stdout)
                self.assertEqual([], host(provider).requests())

    def test_no_token_is_needed(self):
        self.assert_succeeds(run("request", *options_of("billing"), BILLING_TOKEN=None))

    def test_a_shell_reads_back_each_word(self):
        result = run("request", *options_of("measure")[:3], "--company", "cmp_o'Neill $HOME", "--subscription", "s;b",
                     "--pricing", "p'\"`m")
        self.assert_succeeds(result)
        echo = "curl() { printf '%s\\0' \"$@\"; }\n" + result.stdout
        words = subprocess.run(["bash", "-c", echo], capture_output=True, text=True).stdout.split("\0")[:-1]
        self.assertEqual(["--request", "POST", "--url"], words[:3])
        self.assertIn("Authorization: Bearer ***", words)
        body = json.loads(words[words.index("--data-raw") + 1])
        self.assertEqual({"product_metric_pricing_id": "p'\"`m"}, body)

    def test_the_line_works_with_the_token_put_in(self):
        line = run("request", *options_of("measure")).stdout.replace("***", "mock-api-key")
        answer = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=20).stdout
        self.assertIn("usage", json.loads(answer))

    def test_a_url_is_no_pattern_for_curl(self):
        line = run("request", *options_of("billing", "http://[::1]:80")).stdout
        self.assertTrue(line.startswith("curl --globoff "), line)
        self.assertNotIn("--globoff", run("request", *options_of("billing")).stdout)

    def test_what_cannot_be_asked_is_refused(self):
        self.assert_fails(run("request", "billing", "--base-url", "nonsense"), 2)


if __name__ == "__main__":
    unittest.main()
