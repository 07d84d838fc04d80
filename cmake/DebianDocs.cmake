# Run by cpack before it makes the packages: what Debian's policy wants in each of them and no other installation has,
# a copyright file and a changelog; and manual pages are compressed.
if(NOT CPACK_GENERATOR STREQUAL DEB)
    return()
endif()
find_program(GZIP gzip REQUIRED)

function(usagekit_compress file)
    execute_process(COMMAND ${GZIP} -9nf "${file}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

string(CONCAT copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
    "Upstream-Name: usagekit\n\nFiles: *\nCopyright: 2026 The usagekit authors\nLicense: Apache-2.0\n"
    " On Debian systems the Apache License, version 2.0, is in /usr/share/common-licenses/Apache-2.0.\n")
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX}")
    string(TOUPPER ${component} upper)
    set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
    set(doc "${root}/share/doc/${package}")
    file(WRITE "${doc}/copyright" "${copyright}")
    file(WRITE "${doc}/changelog" "usagekit (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n\n"
        "  * What has changed is in CHANGELOG.md of the package ${CPACK_DEBIAN_DOCS_PACKAGE_NAME}.\n\n"
        " -- ${CPACK_PACKAGE_CONTACT}  ${now}\n")
    usagekit_compress("${doc}/changelog")
    file(GLOB manual_pages "${root}/share/man/man*/*.[0-9]")
    foreach(page IN LISTS manual_pages)
        usagekit_compress("${page}")
    endforeach()
endforeach()
