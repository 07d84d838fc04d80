"""usagekit as a package of Conan 2: conan create . --build=missing"""
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import load, rmdir


class Usagekit(ConanFile):
    name = "usagekit"
    description = "C++ SDK for product-usage APIs"
    license = "Apache-2.0"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True, "boost/*:header_only": True, "libcurl/*:with_nghttp2": True}
    implements = ["auto_shared_fpic"]
    generators = "CMakeDeps"
    exports_sources = "CMakeLists.txt", "cmake/*", "include/*", "src/*", "docs/*", "LICENSE", "README.md", "CHANGELOG.md"
    test_package_folder = "tests/package/consumer"

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include", "usagekit", "version.hpp"))
        self.version = ".".join(re.search(rf"USAGEKIT_VERSION_{part} (\d+)", header)[1] for part in ("MAJOR", "MINOR", "PATCH"))

    def requirements(self):
        self.requires("boost/[>=1.74 <2]", transitive_headers=True)  # public headers include it
        self.requires("simdjson/[>=3.0.1]")
        self.requires("libcurl/[>=7.87]")
        self.requires("openssl/[>=3.0 <4]")
        self.requires("zlib/[>=1.2.11 <2]")

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["USAGEKIT_BUILD_TESTS"] = False
        toolchain.cache_variables["USAGEKIT_BUILD_EXAMPLES"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        for folder in ("cmake", "pkgconfig"):  # Conan makes its own
            rmdir(self, os.path.join(self.package_folder, "lib", folder))

    def package_info(self):
        self.cpp_info.libs = ["usagekit"]
        self.cpp_info.system_libs = ["pthread"]
        self.cpp_info.set_property("cmake_file_name", "usagekit")
        self.cpp_info.set_property("cmake_target_name", "usagekit::usagekit")
        self.cpp_info.set_property("pkg_config_name", "usagekit")
