import json
import os
import pathlib
import textwrap
import unittest

from hosts import dead_host, host
from tool import ToolTest, run, url_of


class Profiles(ToolTest):
    def profiles(self, text):
        return str(self.file("profiles.toml", textwrap.dedent(text)))

    def good_file(self):
        self.file("key", "mock/api-key\n")
        return self.profiles(f"""\
            [production]
            provider = "billing"
            base_url = "{url_of('billing')}"
            token_env = "OUR_TOKEN"
            metrics = ["api_calls", "storage"]

            [customers]
            provider = "meteroid"
            base_url = "{url_of('meteroid')}"
            token_file = "key"
            all_customers = true
            start = 2024-01-01
            end = "2024-02-01"

            [a-mock]
            provider = "wiremock"
            base_url = "{url_of('wiremock')}"
            subject = "the mocks"
            """)

    def test_all_profiles_are_shown_in_the_order_of_the_file(self):
        result = run("all", "--profile", self.good_file(), "--format", "json", OUR_TOKEN="mock-session-token")
        self.assert_succeeds(result)
        reports = json.loads(result.stdout)
        self.assertEqual(["production", "customers", "the mocks"], [report["subject"] for report in reports])
        self.assertEqual(["billing", "meteroid", "wiremock"], [report["provider"] for report in reports])
        self.assertEqual(2, len(reports[0]["metrics"]))

    def test_every_format_takes_several_reports(self):
        for form in ("text", "csv", "openmetrics", "html"):
            with self.subTest(form=form):
                result = run("all", "--profile-file", self.good_file(), "--format", form, OUR_TOKEN="mock-session-token")
                self.assert_succeeds(result)
                for subject in ("production", "customers", "the mocks"):
                    self.assertIn(subject, result.stdout)

    def test_one_profile_is_one_object(self):
        result = run("profile", "customers", "--profile", self.good_file(), "--format", "json")
        self.assert_succeeds(result)
        self.assertEqual("meteroid", json.loads(result.stdout)["provider"])

    def test_the_file_has_a_usual_place(self):
        text = pathlib.Path(self.good_file()).read_text()
        for variable, folder in (("XDG_CONFIG_HOME", "usagekit"), ("HOME", ".config/usagekit")):
            with self.subTest(variable=variable):
                (self.folder / folder).mkdir(parents=True)
                self.file(f"{folder}/profiles.toml", text)
                self.assert_succeeds(run("profile", "a-mock", **{variable: str(self.folder)}))

    def test_a_request_of_a_profile_is_shown(self):
        host("billing").forget()
        result = run("request", "profile", "production", "--profile", self.good_file())
        self.assert_succeeds(result)
        self.assertIn("metrics=api_calls,storage", result.stdout)
        self.assertEqual([], host("billing").requests())

    def test_one_that_fails_does_not_stop_the_others(self):
        with dead_host() as dead:
            file = self.profiles(f"""\
                [first]
                provider = "billing"
                base_url = "{url_of('billing')}"
                [broken]
                provider = "billing"
                base_url = "{dead.url}"
                [forbidden]
                provider = "wiremock"
                base_url = "{url_of('wiremock')}"
                token_env = "WRONG"
                [last]
                provider = "wiremock"
                base_url = "{url_of('wiremock')}"
                """)
            result = run("all", "--profile", file, "--format", "json", "--timeout", "1", WRONG="wrong")
        self.assertEqual(6, result.returncode)
        self.assertEqual(["first", "last"], [report["subject"] for report in json.loads(result.stdout)])
        broken, forbidden = result.stderr.splitlines()
        self.assertTrue(broken.startswith("broken: "), broken)
        self.assertTrue(forbidden.startswith("forbidden: "), forbidden)
        self.assertIn("401", forbidden)

    def test_what_is_wrong_in_a_file_is_said_in_one_line_with_its_place(self):
        billing = f'[p]\nprovider = "billing"\nbase_url = "{url_of("billing")}"\n'
        cases = [
            (billing + "colour = 1\n", ":4: [p] colour: unknown in a profile of billing"),
            (billing + 'start = "soon"\n', ":4: [p] start: \"soon\" is not"),
            (billing + "start = 12\n", ":4: [p] start: must be a string"),
            (billing + 'metrics = "api_calls"\n', ":4: [p] metrics: must be an array of strings"),
            (billing + "metrics = [1]\n", ":4: [p] metrics: must be an array of strings"),
            (billing + "subject = 1\n", ":4: [p] subject: must be a string"),
            (billing + "token_env = 1\n", ":4: [p] token_env: must be a string"),
            (billing + 'token_env = "A"\ntoken_file = "b"\n', ":5: [p] token_file: "),
            ('[p]\nprovider = "meteroid"\nall_customers = "yes"\n', ":3: [p] all_customers: must be true or false"),
            ('[p]\nprovider = "measure"\nsubscription = "s"\ncompany = "c"\n', ":1: [p] pricing: is missing"),
            ('[p]\nprovider = "billing"\n', ":1: [p] base_url: is missing"),
            ('\n[p]\nprovider = "aws"\n', ":2: [p] provider: is not known; it is billing, measure, meteroid or wiremock"),
            ("[p]\n", ":1: [p] provider: is missing"),
            ('provider = "billing"\n', ":1: provider: stands in no profile"),
            ('[p]\nprovider = \n', ":2: this is not TOML"),
            ("", ": there is no profile in it"),
        ]
        for text, part in cases:
            with self.subTest(text=text):
                file = self.profiles(text)
                for command in (["all"], ["profile", "p"]):
                    self.assert_fails(run(*command, "--profile", file), 2, file + part)

    def test_a_token_in_the_file_is_refused_and_not_shown(self):
        base = '[p]\nprovider = "wiremock"\n'
        for text in ('token = "S3cret-token"', "token = S3cret-token", 'api_key = "S3cret-token"', "token = truS3cret-token",
                     "token = 1S3cret-token", 'token_env = "S3cret-token"', 'token_file = "S3cret-token"',
                     'secret = ["S3cret-token"]'):
            with self.subTest(text=text):
                result = run("all", "--profile", self.profiles(base + text + "\n"))
                self.assert_fails(result, 2, ":3: ")
                self.assertNotIn("cret-token", result.stderr)
        self.assert_fails(run("all", "--profile", self.profiles(base + 'token = "x"\n')), 2,
                          "[p] token: a token does not belong into this file", "token_env", "token_file")

    def test_a_token_file_that_others_may_open_is_refused(self):
        file = self.profiles(f'[p]\nprovider = "wiremock"\nbase_url = "{url_of("wiremock")}"\ntoken_file = "key"\n')
        for mode in (0o644, 0o640, 0o604, 0o620):
            with self.subTest(mode=oct(mode)):
                self.file("key", "mock-api-key", mode)
                self.assert_fails(run("all", "--profile", file), 2, ":4: [p] token_file: ", f"chmod 600 {self.folder}/key")
        self.file("key", "mock-api-key", 0o600)
        self.assert_succeeds(run("all", "--profile", file))
        self.file("key", "x" * 5000 + "\n", 0o600)
        self.assert_fails(run("all", "--profile", file), 2, ":4: [p] token_file: ", "too long for a token")
        self.file("key", "mock-api-key\n" + "x" * 5000, 0o600)
        self.assert_succeeds(run("all", "--profile", file))
        self.file("key", "\n", 0o600)
        self.assert_fails(run("all", "--profile", file), 2, "is empty")
        (self.folder / "key").unlink()
        self.assert_fails(run("all", "--profile", file), 2, "No such file or directory")

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a file away")
    def test_a_token_file_of_somebody_else_is_refused(self):
        file = self.profiles(f'[p]\nprovider = "wiremock"\nbase_url = "{url_of("wiremock")}"\ntoken_file = "key"\n')
        os.chown(self.file("key", "mock-api-key"), 65534, -1)
        self.assert_fails(run("all", "--profile", file), 2, ":4: [p] token_file: ", "belongs to somebody else")

    def test_a_variable_that_is_missing_is_the_error_of_its_profile(self):
        result = run("all", "--profile", self.good_file(), "--format", "json")
        self.assertEqual(2, result.returncode)
        self.assertEqual(2, len(json.loads(result.stdout)))
        self.assertEqual(1, result.stderr.count("\n"))
        self.assertIn(":4: [production] token_env: the environment variable that it names is not set", result.stderr)

    def test_a_name_or_file_that_is_not_there_is_refused(self):
        self.assert_fails(run("profile", "nosuch", "--profile", self.good_file()), 2, "nosuch",
                          "production, customers, a-mock")
        self.assert_fails(run("all"), 2, "/nonexistent/.config/usagekit/profiles.toml", "No such file or directory")
        self.assert_fails(run("all", "--profile", str(self.folder)), 2, "directory")


if __name__ == "__main__":
    unittest.main()
