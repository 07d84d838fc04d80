# What `cmake --install` puts where. Components:
#   library      the shared library, which programs need to run; nothing when the library is static
#   development  what programs are built with: headers, a static library, the files for find_package and pkg-config
#   tool         the command-line tool `usage`, by examples/usage/CMakeLists.txt
#   docs         licence, documentation and, when USAGEKIT_BUILD_DOCS made it, the API reference
# In another project they are called usagekit_library and so on, to be told from its own.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(usagekit_component "")
set(usagekit_docdir ${CMAKE_INSTALL_DOCDIR})
if(NOT PROJECT_IS_TOP_LEVEL)
    set(usagekit_component usagekit_)
    set(usagekit_docdir ${CMAKE_INSTALL_DATAROOTDIR}/doc/usagekit)
endif()
set(usagekit_cmakedir ${CMAKE_INSTALL_LIBDIR}/cmake/usagekit)
set(usagekit_generated ${PROJECT_BINARY_DIR}/install)

install(TARGETS usagekit EXPORT usagekitTargets
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        COMPONENT ${usagekit_component}library NAMELINK_COMPONENT ${usagekit_component}development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${usagekit_component}development)
install(DIRECTORY include/usagekit
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT ${usagekit_component}development FILES_MATCHING PATTERN "*.hpp")

# Who links a static library links what that one needs.
get_target_property(usagekit_type usagekit TYPE)
string(COMPARE EQUAL "${usagekit_type}" STATIC_LIBRARY usagekit_is_static)

# For find_package
set(usagekit_compatible SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)  # where each minor version may break what the one before promised
    set(usagekit_compatible SameMinorVersion)
endif()
configure_package_config_file(cmake/usagekitConfig.cmake.in ${usagekit_generated}/usagekitConfig.cmake
    INSTALL_DESTINATION ${usagekit_cmakedir} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${usagekit_generated}/usagekitConfigVersion.cmake COMPATIBILITY ${usagekit_compatible})
install(FILES ${usagekit_generated}/usagekitConfig.cmake ${usagekit_generated}/usagekitConfigVersion.cmake
    DESTINATION ${usagekit_cmakedir} COMPONENT ${usagekit_component}development)
install(EXPORT usagekitTargets NAMESPACE usagekit::
    DESTINATION ${usagekit_cmakedir} COMPONENT ${usagekit_component}development)

# For pkg-config. What a static library needs stands under Requires, so that programs link with `--static` and without
# it. libcurl is the exception: with `--static` its own file asks for a dozen libraries, which Debian does not install.
set(usagekit_pc_requires "")
set(usagekit_pc_libs "-L\${libdir} -lusagekit")
if(usagekit_is_static)
    string(CONCAT usagekit_pc_requires "Requires: simdjson >= ${usagekit_minimum_simdjson},"
        " openssl >= ${usagekit_minimum_OpenSSL}, zlib >= ${usagekit_minimum_ZLIB}\n")
    string(APPEND usagekit_pc_libs " -lcurl -pthread")
endif()
file(RELATIVE_PATH usagekit_prefix_from_pc "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
file(RELATIVE_PATH usagekit_include_in_prefix "${CMAKE_INSTALL_PREFIX}" "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
file(RELATIVE_PATH usagekit_lib_in_prefix "${CMAKE_INSTALL_PREFIX}" "${CMAKE_INSTALL_FULL_LIBDIR}")
string(REGEX REPLACE "/$" "" usagekit_prefix_from_pc "${usagekit_prefix_from_pc}")
configure_file(cmake/usagekit.pc.in ${usagekit_generated}/usagekit.pc @ONLY)
install(FILES ${usagekit_generated}/usagekit.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${usagekit_component}development)

install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${usagekit_docdir} COMPONENT ${usagekit_component}docs)
install(DIRECTORY docs DESTINATION ${usagekit_docdir} COMPONENT ${usagekit_component}docs
    FILES_MATCHING PATTERN "*.md" PATTERN "*.png" PATTERN "*.svg")
