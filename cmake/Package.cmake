# Debian packages, by `cpack -G DEB`: a component each, named as Debian's policy wants it.
set(CPACK_PACKAGE_NAME usagekit)
set(CPACK_PACKAGE_VENDOR usagekit)
set(CPACK_PACKAGE_CONTACT "The usagekit maintainers <maintainers@usagekit.invalid>" CACHE STRING "Maintainer of the packages")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/DebianDocs.cmake")
set(CPACK_COMPONENTS_ALL development docs)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
string(CONCAT usagekit_about "It asks usage APIs how much has been used, of what, in which period\n"
    "and at what cost: WireMock Cloud, Meteroid, Measure and Billing, in one way.")

# usagekit_deb(<component> <package> <section> <what it is>)
function(usagekit_deb component package section what)
    string(TOUPPER ${component} upper)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_DESCRIPTION "${usagekit_about}\nThis package has the ${what}." PARENT_SCOPE)
endfunction()
usagekit_deb(library libusagekit${usagekit_generation} libs "shared library")
usagekit_deb(development libusagekit-dev libdevel "development files")
usagekit_deb(tool usagekit utils "command-line tool")
usagekit_deb(docs usagekit-doc doc "documentation")
set(CPACK_DEBIAN_DOCS_PACKAGE_ARCHITECTURE all)

# dpkg-shlibdeps sees functions, and not what they are asked for: options that only newer versions of libcurl have.
set(usagekit_runs_with "libcurl4 (>= ${usagekit_minimum_CURL})")

# What the headers include, and what find_package and pkg-config ask for
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libboost-dev (>= ${usagekit_minimum_Boost})")
if(usagekit_is_static)
    string(APPEND CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS ", libsimdjson-dev (>= ${usagekit_minimum_simdjson})"
        ", libcurl4-openssl-dev (>= ${usagekit_minimum_CURL}), libssl-dev (>= ${usagekit_minimum_OpenSSL})"
        ", zlib1g-dev (>= 1:${usagekit_minimum_ZLIB})")
else()
    list(APPEND CPACK_COMPONENTS_ALL library)
    set(CPACK_COMPONENT_DEVELOPMENT_DEPENDS library)
    set(CPACK_COMPONENT_TOOL_DEPENDS library)
    set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "${usagekit_runs_with}")
    set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
    set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
    file(WRITE ${usagekit_generated}/triggers "activate-noawait ldconfig\n")
    set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${usagekit_generated}/triggers)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/src")  # the tool's library is in no package yet
endif()
if(TARGET usage)
    list(APPEND CPACK_COMPONENTS_ALL tool)
    set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
    if(usagekit_is_static)
        set(CPACK_DEBIAN_TOOL_PACKAGE_DEPENDS "${usagekit_runs_with}")
    endif()
endif()
include(CPack)
