"""The self-test of docs_names.py: small documents beside a small tree, told right from wrong."""
import contextlib
import io
import tempfile
from pathlib import Path

from docs_names import check
from docs_page import anchor

TREE = {
    "include/usagekit/retry.hpp": "#define USAGEKIT_NAMESPACE usagekit\nnamespace USAGEKIT_NAMESPACE {\n/// old_name\n"
                                  "struct USAGEKIT_EXPORT Base { int inherited{}; };\n"
                                  "struct USAGEKIT_EXPORT RetryPolicy : Base { int attempts = 3; int most_tries(); };\n"
                                  "enum class ErrorKind { not_found };\nint get_all();\n}\n"
                                  "namespace USAGEKIT_NAMESPACE::meteroid { class Client { int usage(); }; }\n",
    "src/call/retries.cpp": "// RETRY_TOKEN\n",
    "src/providers/meteroid/client.cpp": "\n",
    "tests/run": "ctest --no-tests=error\n",
    "examples/usage/main.cpp": 'app.add_flag("--watch"); field(&Question::all_customers, "all_customers");\n',
    "CMakeLists.txt": "option(USAGEKIT_BUILD_TESTS)\nadd_library(usagekit::usagekit ALIAS usagekit)\n",
    "CMakePresets.json": '{"configurePresets": [{"name": "asan"}, {"name": "base", "hidden": true}]}',
    "docs/other.md": "# One `two`, *three*: [four](https://x.example)!\n\n## Same\n\n## Same\n\n<a id=\"by-hand\"></a>\n",
}
GOOD = [
    "no code, no links\n",
    "[a](docs/other.md#one-two-three-four) [b](docs/other.md#same) [c](docs/other.md#same-1) [d](docs/other.md#by-hand)\n",
    "# Here\n\n[a](#here) [b](docs) [c](https://example.com/x#y) [d](mailto:a@b.example) ![e](<docs/other.md> \"title\")\n",
    "[a]: docs/other.md\n\n<img src=\"docs/other.md\"> `[no](link)`\n",
    "```text\n[no](link) `src/none.cpp`\n```\n\n    [no](link)\n",
    "`src/call/retries.cpp`, `./tests/run -R unit`, `tests/`, `usagekit/retry.hpp`, `<usagekit/retry.hpp>`, `retry.hpp`\n",
    "`src/providers/<p>/client.cpp`, `src/{call,providers}`, `src/*/retries.cpp`, `src/providers/PROVIDER`\n",
    "`usagekit::RetryPolicy`, `RetryPolicy::attempts`, `RetryPolicy::inherited`, `ErrorKind::not_found`, `usagekit::usagekit`\n",
    "`meteroid::Client::usage`, `usagekit::meteroid::Client`, `get_all()`, `{.attempts = 3}`, `std::no_such_thing`, `most_tries`\n",
    "`USAGEKIT_BUILD_TESTS`, `-DUSAGEKIT_BUILD_TESTS=ON`, `--watch 60`, `usage all --all-customers`, `RETRY_TOKEN`\n",
    "`cmake --preset asan`, `cmake --no-such-option`\n\n    cmake --preset asan && ctest --no-such-option\n    ./tests/run\n",
    "```cpp\nint of_this_page();\n```\n\n`of_this_page()`\n",
    "`a/b` and `x = y`, `200`, `GET /v1/users/self`, `word`\n",
]
BAD = [
    ("[a](docs/none.md)", "does not exist"),
    ("[a](docs/other.md#none)", "heading"),
    ("[a](#none)", "heading"),
    ("[a](docs/other.md#same-2)", "heading"),
    ("[a](../outside.md)", "out of the tree"),
    ("[a]: docs/none.md", "does not exist"),
    ("<img src=\"docs/none.svg\">", "does not exist"),
    ("`src/call/none.cpp`", "path"),
    ("`./tests/none -R unit`", "path"),
    ("`usagekit/none.hpp`", "path"),
    ("`none.hpp`", "path"),
    ("`src/{call,none}`", "path"),
    ("`src/providers/<p>/none.cpp`", "path"),
    ("`usagekit::RetryPolice`", "no source"),
    ("`RetryPolicy::old_name`", "has no"),
    ("`ErrorKind::attempts`", "has no"),
    ("`meteroid::Client::get_all`", "has no"),
    ("`no_such_call()`", "no source"),
    ("`{.tries = 3}`", "no source"),
    ("`no_such_name`", "no source"),
    ("`NoSuchType`", "no source"),
    ("`USAGEKIT_BUILD_NONE`", "no source"),
    ("`-DUSAGEKIT_BUILD_NONE=ON`", "CMake option"),
    ("`--no-such-option`", "option"),
    ("`usage all --none`", "option"),
    ("`cmake --preset none`", "preset"),
    ("`ctest --preset base`", "preset"),
    ("text\n\n    ./tests/none", "path"),
    ("```sh\ncmake --preset none\n```", "preset"),
    ("```text\nno_such_name\n```\n\n`no_such_name`", "no source"),
    ("across ``no_such_\nname()`` lines `no_such_name`", "no source"),
]
ANCHORS = {"Where a rule lives": "where-a-rule-lives", "`usage`, the tool": "usage-the-tool", "A & B": "a--b", "snake_case": "snake_case",
           "*Both* [links](x) and C++": "both-links-and-c"}


def outcome(document, place="README.md"):
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as out:
        for name, text in {**TREE, place: document}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check(folder), out.getvalue()


def self_test():
    for heading, expected in ANCHORS.items():
        assert anchor(heading) == expected, (heading, anchor(heading))
    for document in GOOD:
        code, text = outcome(document)
        assert code == 0, (document, text)
    for document, why in BAD:
        code, text = outcome(document + "\n")
        assert code == 1 and why in text and "README.md:" in text, (document, text)
    for place in ("docs/deep/er.md", "mock-server/README.md", "CONTRIBUTING.md", "SECURITY.md", ".github/A.md"):
        assert outcome("`src/call/none.cpp`\n", place)[0] == 1, place
    assert "README.md:3:" in outcome("one\n\n`none.hpp`\n")[1]
    print(f"{len(GOOD)} good and {len(BAD)} wrong documents told apart")
    return 0
