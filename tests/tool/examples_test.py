import unittest

from hosts import billing_host
from tool import EXAMPLES, ToolTest, run, url_of


def example(name, *arguments, **options):
    return run("--base-url", url_of("wiremock" if name == "nightly_csv" else "billing"), *arguments,
               program=EXAMPLES / name, **options)


class Examples(ToolTest):
    def test_output_that_cannot_be_written_is_an_error(self):
        for name, arguments in [("nightly_csv", ["guide"]), ("billing_page", []), ("billing_usage", []),
                                ("billing_page", ["--help"])]:
            with self.subTest(name=name, arguments=arguments):
                self.assertEqual(0, example(name, *arguments).returncode)
                with open("/dev/full", "w") as full:
                    result = example(name, *arguments, stdout=full)
                self.assert_fails(result, 1, "standard output could not be written")

    def test_an_argument_that_may_be_a_token_is_not_shown(self):
        for arguments in (["--token", "S3cret"], ["--token=S3cret"], ["S3cret"], ["--title", "t", "-tS3cret"]):
            with self.subTest(arguments=arguments):
                result = example("billing_page", *arguments)
                self.assert_fails(result, 2, "was not expected")
                self.assertNotIn("S3cret", result.stderr)


class QuotaGate(ToolTest):
    def gate(self, metrics, *arguments):
        with billing_host(metrics) as url:
            return run("--base-url", url, *arguments, "--", "echo", "open", program=EXAMPLES / "quota_gate")

    def test_it_opens_below_and_closes_above(self):
        metrics = [("api\x1bcalls", "Calls", 80)]
        below = self.gate(metrics)
        self.assert_succeeds(below)
        self.assertEqual("open\n", below.stdout)
        self.assert_fails(self.gate(metrics, "--above", "70"), 10, "api\\x1bcalls has used 80 % of its limit")

    def test_it_stays_closed_when_there_is_nothing_to_compare(self):
        self.assert_fails(self.gate([]), 2, "no metric has a limit")


if __name__ == "__main__":
    unittest.main()
