"""What is installed is found, linked and run, wherever it has been moved to: by find_package, and by pkg-config alone.

USAGEKIT_BUILD names the build tree that is installed, with a static or a shared library; CXX the compiler,
and Boost_DIR, if it is set, where CMake finds Boost.
"""
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import CONSUMER, ROOT, check_consumer, install, run, version

BUILD = Path(os.environ["USAGEKIT_BUILD"])
CXX = os.environ.get("CXX", "c++")
BOOST_DIR = os.environ.get("Boost_DIR", "")
BOOST_INCLUDE = os.environ.get("BOOST_INCLUDE", "")
ONLY_MODULE = """find_package(usagekit REQUIRED)
if(Boost_CONFIG)
    message(FATAL_ERROR "found by ${Boost_CONFIG}")
endif()"""
ASKS_FOR = """find_package(usagekit @ QUIET)
message(STATUS "@=${usagekit_FOUND}")
unset(usagekit_FOUND)"""
TOO_OLD = """set(simdjson_FOUND TRUE)
set(simdjson_VERSION 2.9.0)
"""


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="usagekit package "))  # a space in each path
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        first = cls.folder / "as installed"
        install(BUILD, first)
        cls.prefix = cls.folder / "moved to" / "some where"
        cls.prefix.parent.mkdir()
        first.rename(cls.prefix)
        cls.libraries = next(cls.prefix.rglob("libusagekit.*")).parent
        cls.is_static = (cls.libraries / "libusagekit.a").exists()

    def configure(self, source, *options):
        """Configures in a folder of its own, `self.built`; the result is what CMake said."""
        self.built = Path(tempfile.mkdtemp(dir=self.folder))
        boost = [f"-DBoost_DIR={BOOST_DIR}"] if BOOST_DIR else []
        return run("cmake", "-G", "Ninja", "-S", source, "-B", self.built, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                   f"-DCMAKE_CXX_COMPILER={CXX}", *boost, *options)

    def configure_text(self, text, *options):
        source = Path(tempfile.mkdtemp(dir=self.folder))
        (source / "CMakeLists.txt").write_text(f"cmake_minimum_required(VERSION 3.25)\nproject(asks LANGUAGES CXX)\n{text}\n")
        return self.configure(source, *options)

    def test_find_package_gives_all_that_a_program_needs(self):
        self.configure(CONSUMER)
        run("cmake", "--build", self.built)
        check_consumer(self, self.built / "consumer")

    def test_boost_is_also_found_where_it_has_no_configuration(self):
        ignored = BOOST_DIR or ";".join(str(path) for lib in ("/lib", "/usr/lib") for path in Path(lib).glob("*/cmake/Boost-*"))
        include = [f"-DBoost_INCLUDE_DIR={BOOST_INCLUDE}"] if BOOST_INCLUDE else []
        self.configure_text(ONLY_MODULE, "-UBoost_DIR", f"-DCMAKE_IGNORE_PATH={ignored}",
                            "-DCMAKE_POLICY_DEFAULT_CMP0167=OLD", *include)

    def test_only_versions_that_keep_what_this_one_promised_are_found(self):
        major, minor, _ = map(int, version().split("."))
        fits = [f"{major}.{minor}", version()]
        differs = [f"{major + 1}.0", f"{major}.{minor + 1}"] + ([f"0.{minor - 1}"] if major == 0 and minor else [])
        said = self.configure_text("\n".join(ASKS_FOR.replace("@", one) for one in fits + differs))
        self.assertEqual(dict(re.findall(r"-- (\S+)=(\d)", said)), {**dict.fromkeys(fits, "1"), **dict.fromkeys(differs, "0")})

    def test_a_dependency_that_is_too_old_is_named(self):
        if not self.is_static:
            self.skipTest("a program links only what the shared library does not bring")
        old = self.folder / "old"
        old.mkdir()
        (old / "simdjson-config.cmake").write_text(TOO_OLD)
        with self.assertRaises(AssertionError) as said:
            self.configure_text("find_package(usagekit REQUIRED)", f"-Dsimdjson_DIR={old}")
        self.assertIn("usagekit needs simdjson 3.0.1 or newer, and found 2.9.0", " ".join(str(said.exception).split()))

    def test_pkg_config_gives_all_that_a_program_needs(self):
        """In a shell, as the guide has it where the prefix has spaces."""
        environment = {"PKG_CONFIG_PATH": str(self.libraries / "pkgconfig"), "LD_LIBRARY_PATH": str(self.libraries),
                       "CXX": CXX, "BOOST": f"-isystem {BOOST_INCLUDE}" if BOOST_INCLUDE else ""}
        self.assertEqual(run("pkg-config", "--modversion", "usagekit", env=environment).strip(), version())
        for option in ["", "--static"] if self.is_static else [""]:
            with self.subTest(option=option):
                program = self.folder / f"by pkg-config {option}"
                run("sh", "-c", rf'eval $CXX -std=c++20 $BOOST \"\$0\" $(pkg-config {option} --cflags --libs usagekit) -o \"\$1\"',
                    CONSUMER / "main.cpp", program, env=environment)
                check_consumer(self, program, env=environment)

    def test_no_path_of_the_machine_that_built_it_is_in_what_is_installed(self):
        here = {str(ROOT), str(BUILD.resolve()), str(self.folder)}
        for file in filter(Path.is_file, self.prefix.rglob("*")):
            if file.suffix in {".cmake", ".pc"} or file.name.startswith("libusagekit.so"):
                text = file.read_bytes()
                for path in here:
                    self.assertFalse(path.encode() in text and not has_debug_information(file), f"{path} is in {file}")

    def test_a_program_finds_nothing_else_in_the_prefix(self):
        tops = {path.relative_to(self.prefix).parts[0] for path in self.prefix.rglob("*")}
        self.assertLessEqual(tops, {"bin", "include", "lib", "lib64", "share"})
        self.assertEqual([path.name for path in (self.prefix / "include").iterdir()], ["usagekit"])
        wanted = {path.relative_to(ROOT / "include") for path in (ROOT / "include").rglob("*.hpp")}
        self.assertEqual({path.relative_to(self.prefix / "include") for path in (self.prefix / "include").rglob("*.hpp")}, wanted)

    def test_components_divide_what_is_installed(self):
        seen = {}
        for component in ["library", "development", "tool", "docs"]:
            prefix = self.folder / component
            install(BUILD, prefix, component)
            for file in filter(lambda path: not path.is_dir(), prefix.rglob("*")):
                name = file.relative_to(prefix).as_posix()
                self.assertNotIn(name, seen)
                seen[name] = component
        everything = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if not path.is_dir()}
        self.assertEqual(set(seen), everything)
        self.assertEqual(seen["share/doc/usagekit/LICENSE"], "docs")
        for name, component in seen.items():
            if re.search(r"\.so\.", name):
                self.assertEqual(component, "library", name)
            elif re.search(r"\.(hpp|a|so|cmake|pc)$", name):
                self.assertEqual(component, "development", name)

    def test_the_tool_runs_where_it_has_been_moved_to(self):
        tool = self.prefix / "bin/usage"
        if not tool.exists():
            self.skipTest("the tool is not built here")
        self.assertEqual(run(tool, "--version"), f"usage {version()}\n")


def has_debug_information(file):
    if not file.name.startswith("libusagekit.so"):
        return False
    return ".debug_info" in subprocess.run(["readelf", "-S", "--wide", file], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    unittest.main()
