"""Inside of another project usagekit is its library and nothing else, and leaves the project's settings alone.

CXX is the compiler; with USAGEKIT_BUILD_SUBPROJECT set, the library and a program are also built, which takes minutes.
"""
import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from support import HERE, ROOT, check_consumer, run

CXX = os.environ.get("CXX", "c++")
BUILDS = os.environ.get("USAGEKIT_BUILD_SUBPROJECT")
BOOST_DIR = os.environ.get("Boost_DIR", "")
# Whose settings may be in the cache of a project: its own tools' and ours.
OURS = re.compile(r"USAGEKIT_|CMAKE_|FETCHCONTENT_")


def archive(folder):
    """As a release might be, in a folder of its own."""
    tar = folder / "usagekit.tar.gz"
    run("tar", "-czf", tar, "-C", ROOT, "--transform", "s,^,usagekit/,", "CMakeLists.txt", "cmake", "include", "src")
    return tar


class Subproject(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="usagekit-parent-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)

    def parent(self, way, source, *options):
        build = Path(tempfile.mkdtemp(dir=self.folder))
        boost = [f"-DBoost_DIR={BOOST_DIR}"] if BOOST_DIR else []
        run("cmake", "-S", HERE / "parent", "-B", build, "-G", "Ninja", f"-DWAY={way}", f"-DUSAGEKIT_SOURCE={source}",
            f"-DCMAKE_CXX_COMPILER={CXX}", *boost, *options)
        facts = dict(line.split("=", 1) for line in (build / "facts.txt").read_text().splitlines())
        return build, facts

    def check(self, build, facts):
        self.assertEqual((build / "targets.txt").read_text().split(), ["usagekit"])
        self.assertEqual(facts["version"], "7.8.9")
        self.assertEqual(facts["build_type"], "")
        self.assertEqual(facts["standard"], "")
        self.assertEqual(facts["tests"], "")
        self.assertTrue(facts["modules"].endswith("/modules"), facts)
        cache = (build / "CMakeCache.txt").read_text()
        options = re.findall(r"^([^#/:\n]+):BOOL=", cache, re.MULTILINE)
        self.assertEqual([name for name in options if not OURS.match(name)], [])
        self.assertNotIn("BUILD_SHARED_LIBS", cache)

    def build_and_run(self, build):
        if BUILDS:
            run("cmake", "--build", build)
            check_consumer(self, build / "consumer")

    def test_add_subdirectory(self):
        build, facts = self.parent("add_subdirectory", ROOT)
        self.check(build, facts)
        self.assertEqual(facts["type"], "STATIC_LIBRARY")
        self.build_and_run(build)

    def test_fetch_content_of_a_folder(self):
        self.check(*self.parent("SOURCE_DIR", ROOT))

    def test_fetch_content_of_an_archive(self):
        build, facts = self.parent("URL", archive(self.folder))
        self.check(build, facts)
        self.build_and_run(build)

    def test_nothing_is_installed_unless_the_parent_asks_for_it(self):
        build, _ = self.parent("add_subdirectory", ROOT)
        run("cmake", "--install", build, "--prefix", self.folder / "nothing")
        self.assertEqual(list(self.folder.glob("nothing/**/*")), [])

    def test_a_parent_that_asks_for_it_installs_components_with_our_name(self):
        build, _ = self.parent("add_subdirectory", ROOT, "-DUSAGEKIT_INSTALL=ON")
        self.assertEqual((build / "targets.txt").read_text().split(), ["usagekit"])
        run("cmake", "--install", build, "--prefix", self.folder / "docs", "--component", "usagekit_docs")
        self.assertTrue((self.folder / "docs/share/doc/usagekit/LICENSE").is_file())
        rules = (build / "usagekit/cmake_install.cmake").read_text()
        self.assertEqual(set(re.findall(r'COMPONENT STREQUAL "(\w+)"', rules)), {"usagekit_docs", "usagekit_development"})

    def test_the_parent_says_whether_the_library_is_shared(self):
        _, facts = self.parent("add_subdirectory", ROOT, "-DBUILD_SHARED_LIBS=ON")
        self.assertEqual(facts["type"], "SHARED_LIBRARY")


if __name__ == "__main__":
    unittest.main()
