"""vcpkg.json, conanfile.py and the guide name what CMake does: version and dependencies. No tool has to be here."""
import json
import re
import runpy
import sys
import unittest
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest import mock

from support import CONSUMER, ROOT, version

# How each of them calls what cmake/Dependencies.cmake requires of the library.
NAMES = {
    "Boost": {"vcpkg": {"boost-asio", "boost-outcome"}, "conan": "boost", "guide": "Boost"},
    "simdjson": {"vcpkg": {"simdjson"}, "conan": "simdjson", "guide": "simdjson"},
    "CURL": {"vcpkg": {"curl"}, "conan": "libcurl", "guide": "libcurl"},
    "OpenSSL": {"vcpkg": {"openssl"}, "conan": "openssl", "guide": "OpenSSL"},
    "ZLIB": {"vcpkg": {"zlib"}, "conan": "zlib", "guide": "zlib"},
}


def required_by_cmake():
    """Name and least version; the lines before the first `if` are for the library."""
    text = (ROOT / "cmake/Dependencies.cmake").read_text().partition("endmacro()")[2].partition("\nif(")[0]
    found = dict(re.findall(r"^usagekit_require\((\w+) \S+(?: MINIMUM ([\d.]+))?", text, re.MULTILINE))
    assert found.pop("Threads") == ""
    return found


def recipe(path):
    """The class in a conanfile.py, without Conan."""
    class ConanFile:
        pass
    names = {"conan": ["ConanFile"], "conan.tools": [], "conan.tools.build": ["check_min_cppstd", "can_run"],
             "conan.tools.cmake": ["CMake", "CMakeToolchain", "cmake_layout"], "conan.tools.files": ["load", "rmdir"]}
    modules = {name: ModuleType(name) for name in names}
    for name, members in names.items():
        for member in members:
            setattr(modules[name], member, mock.MagicMock())
    modules["conan"].ConanFile = ConanFile
    modules["conan.tools.files"].load = lambda _, file: Path(file).read_text()
    with mock.patch.dict(sys.modules, modules):
        found = runpy.run_path(str(path))
    [result] = [one for one in found.values() if isinstance(one, type) and issubclass(one, ConanFile) and one is not ConanFile]
    return result()


class Guide(unittest.TestCase):
    def test_the_consumer_is_what_the_guide_shows(self):
        guide = (ROOT / "docs/guide/install.md").read_text().replace("my_program", "consumer")
        blocks = dict.fromkeys(re.findall(r"```\w+\n(?:// main.cpp\n)?(.*?)```", guide, re.DOTALL))
        self.assertIn((CONSUMER / "CMakeLists.txt").read_text(), blocks)
        self.assertIn((CONSUMER / "main.cpp").read_text().partition("\n")[2], blocks)

    def test_the_guide_names_the_versions_that_cmake_requires(self):
        guide = (ROOT / "docs/guide/install.md").read_text()
        table = dict(re.findall(r"^\| ([\w]+)[^|]*\| ([\d.]+) \|", guide, re.MULTILINE))
        self.assertEqual(table, {NAMES[name]["guide"]: least for name, least in required_by_cmake().items()})


class Manifests(unittest.TestCase):
    def test_the_table_of_names_has_what_cmake_requires(self):
        self.assertEqual(set(required_by_cmake()), set(NAMES))

    def test_vcpkg(self):
        manifest = json.loads((ROOT / "vcpkg.json").read_text())
        self.assertEqual((manifest["name"], manifest["version-semver"]), ("usagekit", version()))
        self.assertRegex(manifest["name"], r"^[a-z0-9]+(-[a-z0-9]+)*$")
        known = {"$schema", "$comment", "name", "version-semver", "description", "license", "supports", "dependencies"}
        self.assertEqual(set(manifest), known)
        dependencies = [one if isinstance(one, str) else one["name"] for one in manifest["dependencies"]]
        self.assertEqual(sorted(dependencies), sorted(set().union(*(row["vcpkg"] for row in NAMES.values()))))

    def test_conan(self):
        conan, asked = recipe(ROOT / "conanfile.py"), {}
        conan.recipe_folder = str(ROOT)
        conan.requires = lambda reference, **_: asked.update([reference.split("/")])
        conan.set_version()
        conan.requirements()
        self.assertEqual((conan.name, conan.version), ("usagekit", version()))
        at_least = {name: re.match(r"\[>=([\d.]+)", versions)[1] for name, versions in asked.items()}
        self.assertEqual(at_least, {NAMES[name]["conan"]: least for name, least in required_by_cmake().items()})
        for pattern in conan.exports_sources:
            self.assertTrue(list(ROOT.glob(pattern)), pattern)
        self.assertTrue((ROOT / conan.test_package_folder / "conanfile.py").is_file())

    def test_what_conan_generates_and_says_goes_through(self):
        conan = recipe(ROOT / "conanfile.py")
        conan.package_folder, conan.cpp_info = "/package", mock.Mock()
        for step in (conan.validate, conan.layout, conan.generate, conan.build, conan.package, conan.package_info):
            step()
        self.assertEqual(conan.cpp_info.libs, ["usagekit"])

    def test_what_conan_tries_the_package_with(self):
        consumer, asked = recipe(ROOT / "tests/package/consumer/conanfile.py"), []
        consumer.tested_reference_str, consumer.requires, consumer.run = "usagekit/0", asked.append, mock.Mock()
        consumer.cpp = SimpleNamespace(build=SimpleNamespace(bindir="bin"))
        for step in (consumer.requirements, consumer.layout, consumer.build, consumer.test):
            step()
        self.assertEqual(asked, ["usagekit/0"])
        consumer.run.assert_called_once_with("bin/consumer", env="conanrun")

    def test_the_description_is_cmakes(self):
        text = re.search(r'DESCRIPTION "([^"]+)"', (ROOT / "CMakeLists.txt").read_text())[1]
        self.assertEqual(json.loads((ROOT / "vcpkg.json").read_text())["description"], text)
        self.assertEqual(recipe(ROOT / "conanfile.py").description, text)


if __name__ == "__main__":
    unittest.main()
