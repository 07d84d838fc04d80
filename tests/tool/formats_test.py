import csv
import html.parser
import io
import json
import unittest

from tool import PROVIDERS, ToolTest, options_of, run


class Tags(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.names = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)


class Formats(ToolTest):
    def each_provider(self, form):
        results = [(provider, run(*options_of(provider), "--format", form)) for provider in PROVIDERS]
        for _, result in results:
            self.assert_succeeds(result)
        return [(provider, result.stdout) for provider, result in results]

    def test_json_is_one_object_that_names_the_provider(self):
        for provider, shown in self.each_provider("json"):
            report = json.loads(shown)
            self.assertEqual(provider, report["provider"])
            self.assertTrue(report["metrics"])

    def test_csv_has_a_header_and_as_many_columns_in_every_line(self):
        for _, shown in self.each_provider("csv"):
            rows = list(csv.reader(io.StringIO(shown, newline=""), strict=True))
            self.assertGreater(len(rows), 1)
            self.assertEqual({len(rows[0])}, {len(row) for row in rows})

    def test_openmetrics_ends_with_its_mark(self):
        for provider, shown in self.each_provider("openmetrics"):
            self.assertTrue(shown.endswith("# EOF\n"), shown)
            self.assertIn(provider, shown)

    def test_html_is_a_page_with_a_table(self):
        for _, shown in self.each_provider("html"):
            tags = Tags(shown).names
            self.assertIn("html", tags)
            self.assertIn("table", tags)

    def test_text_has_lines_and_nothing_for_a_terminal(self):
        for _, shown in self.each_provider("text"):
            self.assertGreater(shown.count("\n"), 1)
            self.assertTrue(shown.endswith("\n"))
            self.assertNotIn("\x1b", shown)

    def test_text_is_the_default(self):
        self.assertEqual(run(*options_of("billing"), "--format", "text").stdout, run(*options_of("billing")).stdout)

    def test_colours_come_when_they_are_asked_for(self):
        heavy = ["--start", "2024-02-01", "--end", "2024-02-29"]
        self.assertIn("\x1b[", run(*options_of("billing"), *heavy, "--color", "always").stdout)
        self.assertNotIn("\x1b[", run(*options_of("billing"), *heavy, "--color", "never").stdout)

    def test_the_subject_is_in_the_report(self):
        result = run(*options_of("billing"), "--format", "json", "--subject", "Räksmörgås & <sons>")
        self.assertEqual("Räksmörgås & <sons>", json.loads(result.stdout)["subject"])


class Options(ToolTest):
    def test_the_options_of_a_provider_reach_the_service(self):
        cases = [
            ("billing", ["--metrics", "api_calls,storage"], 2),
            ("billing", ["--metrics", "api_calls", "--metrics", "storage"], 2),
            ("billing", ["--start", "2024-02-01", "--end", "2024-02-29"], 6),
            ("billing", ["--start", "2024-01-01T00:00:00Z", "--end", "2024-01-31T23:59:59Z"], None),
            ("meteroid", ["--metric", "bm_7n42DGM5Tflk9n8mt7Fhc7"], 1),
            ("meteroid", ["--start", "2024-01-01", "--end", "2024-02-01"], None),
            ("measure", ["--start", "2023-11-01T00:00:00Z", "--end", "2023-12-01T00:00:00Z"], None),
            ("wiremock", ["--subscription", "guide"], None),
        ]
        for provider, options, count in cases:
            with self.subTest(provider=provider, options=options):
                result = run(*options_of(provider), *options, "--format", "json")
                self.assert_succeeds(result)
                metrics = json.loads(result.stdout)["metrics"]
                self.assertEqual(len(metrics) if count is None else count, len(metrics))

    def test_usage_of_customers_takes_a_period(self):
        url = options_of("meteroid")[:3]
        period = ["--start", "2024-01-01", "--end", "2024-02-01"]
        self.assert_succeeds(run(*url, "--customer", "acme/eu 1", *period))
        self.assert_succeeds(run(*url, "--all-customers", *period))
        self.assert_fails(run(*url, "--all-customers"), 2, "period")
        self.assert_fails(run(*url, *period), 2, "subscription")
        self.assert_fails(run(*url, "--customer", "a", "--all-customers", *period), 2, "one of")

    def test_the_base_url_may_come_from_the_environment(self):
        options = options_of("billing")
        self.assert_succeeds(run("billing", BILLING_BASE_URL=options[2]))

    def test_a_metric_above_the_percentage_has_an_exit_code_of_its_own(self):
        heavy = [*options_of("billing"), "--start", "2024-02-01", "--end", "2024-02-29"]
        above = run(*heavy, "--fail-above", "100")
        self.assertEqual(10, above.returncode)
        self.assertEqual(1, above.stderr.count("\n"))
        self.assertIn("120 %", above.stderr)
        self.assertTrue(above.stdout)
        self.assert_succeeds(run(*heavy, "--fail-above", "120"))

    def test_verbose_tells_what_happens_without_the_token(self):
        result = run(*options_of("wiremock"), "--verbose", "--format", "json")
        self.assertEqual(0, result.returncode)
        self.assertIn("answered 200", result.stderr)
        self.assertNotIn("mock-api-key", result.stderr)
        json.loads(result.stdout)

    def test_help_and_version_are_there(self):
        for command in ["", *PROVIDERS, "profile", "all", "request", "request billing", "completion"]:
            with self.subTest(command=command):
                result = run(*command.split(), "--help")
                self.assert_succeeds(result)
                self.assertIn("Example", result.stdout)
        self.assertRegex(run("--version").stdout, r"^usage \d+\.\d+\.\d+\n$")
        self.assertIn("130", run("--help").stdout)


if __name__ == "__main__":
    unittest.main()
