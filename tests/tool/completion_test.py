import pathlib
import re
import subprocess
import unittest

from hosts import SOURCE
from tool import TOOL, ToolTest, environment, run

MANUAL = pathlib.Path(TOOL).parent / "usage.1"
GUIDE = SOURCE / "docs/usage-tool.md"


def shell(name, script):
    return subprocess.run([name, "-c", script], env=environment(), capture_output=True, text=True, timeout=20)


class Completion(ToolTest):
    def script(self, name):
        result = run("completion", name)
        self.assert_succeeds(result)
        return self.file(f"completion.{name}", result.stdout)

    def completed_by_bash(self, *words):
        quoted = " ".join(f"'{word}'" for word in words)
        result = shell("bash", f"""source {self.script('bash')}
            cd {self.folder}
            compopt() {{ :; }}  # it works only while bash completes
            COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1}
            _usage
            printf '%s\\n' "${{COMPREPLY[@]}}" """)
        self.assertEqual("", result.stderr)
        return result.stdout.split()

    def test_every_shell_that_is_here_can_read_its_script(self):
        for name in ("bash", "zsh", "fish"):
            script = self.script(name)
            with self.subTest(shell=name):
                self.need(name)
                result = subprocess.run([name, "-n", script], capture_output=True, text=True, timeout=20)
                self.assertEqual((0, ""), (result.returncode, result.stderr))

    def test_bash_completes_subcommands_options_and_values(self):
        cases = [
            (["usage", "me"], ["measure", "meteroid"]),
            (["usage", "request", "b"], ["billing"]),
            (["usage", "billing", "--fo"], ["--format"]),
            (["usage", "billing", "--format", ""], ["text", "json", "csv", "openmetrics", "html"]),
            (["usage", "billing", "--format", "=", "j"], ["json"]),
            (["usage", "billing", "--format", "="], ["text", "json", "csv", "openmetrics", "html"]),
            (["usage", "billing", "--watch", ""], []),
            (["usage", "billing", "--watch", "5", "--col"], ["--color"]),
            (["usage", "all", "--output", "compl"], ["completion.bash"]),
            (["usage", "completion", ""], ["bash", "zsh", "fish", "--help"]),
        ]
        for words, wanted in cases:
            with self.subTest(words=words):
                self.assertEqual(sorted(wanted), sorted(self.completed_by_bash(*words)))

    def test_bash_marks_only_files_as_names_of_files(self):
        (self.folder / "billing").mkdir()  # as one, the subcommand would become `billing/`
        for words, marked in [("usage bill", False), ("usage all --format ''", False), ("usage all --output bill", True)]:
            with self.subTest(words=words):
                result = shell("bash", f"""source {self.script('bash')}
                    cd {self.folder}
                    compopt() {{ printf '%s ' "$@"; }}
                    COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
                    _usage
                    complete -p usage""")
                self.assertEqual(("-o filenames " if marked else "") + "complete -F _usage usage\n", result.stdout)

    def test_every_long_name_of_an_option_is_completed(self):
        self.assertEqual(["--profile", "--profile-file"], sorted(self.completed_by_bash("usage", "all", "--profile")))
        self.assertEqual(["completion.bash"], self.completed_by_bash("usage", "all", "--profile-file", "compl"))
        for name, option in (("zsh", "--profile-file:"), ("fish", "-l profile-file -r -F")):
            with self.subTest(shell=name):
                self.assertIn(option, self.script(name).read_text())

    def test_fish_completes_subcommands_options_and_values(self):
        self.need("fish")
        script = self.script("fish")
        for words, wanted in [("usage me", ["measure", "meteroid"]), ("usage request b", ["billing"]),
                              ("usage billing --format ", ["csv", "html", "json", "openmetrics", "text"])]:
            with self.subTest(words=words):
                result = shell("fish", f"source {script}; complete -C '{words}'")
                self.assertEqual(wanted, sorted(line.split("\t")[0] for line in result.stdout.splitlines()))


class Manual(ToolTest):
    def options(self):
        return set(re.findall(r"--[a-z][a-z-]+", run("completion", "bash").stdout))

    def test_it_formats_without_a_warning(self):
        self.need("groff")
        result = subprocess.run(["groff", "-ww", "-man", "-Tutf8", "-z", MANUAL], capture_output=True, text=True)
        self.assertEqual((0, ""), (result.returncode, result.stderr))

    def test_it_names_the_version_of_the_tool(self):
        version = run("--version").stdout.removeprefix("usage ").rstrip()
        self.assertIn(f'"usagekit {version}"', MANUAL.read_text().splitlines()[0])

    def test_it_and_the_guide_name_every_option_subcommand_and_exit_code(self):
        exit_codes = re.findall(r"^  (\d+) ", run("--help").stdout, re.MULTILINE)
        self.assertEqual(11, len(exit_codes))
        subcommands = re.findall(r"^  ([a-z]+) {4,}", run("--help").stdout, re.MULTILINE)
        self.assertIn("wiremock", subcommands)
        for file in (MANUAL, GUIDE):
            text = file.read_text().replace("\\-", "-")
            for wanted in [*self.options(), *exit_codes, *subcommands]:
                with self.subTest(file=file.name, wanted=wanted):
                    self.assertRegex(text, r"(?<![\w-])" + re.escape(wanted) + r"(?![\w-])")


if __name__ == "__main__":
    unittest.main()
