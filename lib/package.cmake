# `cpack` makes Debian packages: libpacta0 and libpacta-dev, or libpacta-dev alone
# where the library is static, and pacta, the program. Configure with
# -DBUILD_SHARED_LIBS=ON -DCMAKE_INSTALL_PREFIX=/usr for those that a
# distribution would have.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "pacta")
set(CPACK_PACKAGE_CONTACT "pacta's maintainers <pacta@localhost>" CACHE STRING "Who maintains the packages that cpack makes")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "treaty text as clause records")
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/package_manual.cmake")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${PROJECT_BINARY_DIR}/lib")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)

set(about "pacta finds the instruments, provisions, quotations and clauses in the text of
treaties, and in press text about them.")
set(CPACK_COMPONENTS_ALL development)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libpacta-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS libpcre2-dev)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "${about}\n\nHeaders, library and its manual, for developers.")
if(BUILD_SHARED_LIBS)
    get_target_property(abi pacta SOVERSION)
    list(APPEND CPACK_COMPONENTS_ALL runtime)
    set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libpacta${abi})
    set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
    set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "${about}\n\nThe shared library.")
    set(CPACK_COMPONENT_DEVELOPMENT_DEPENDS runtime)
    set(CPACK_COMPONENT_PROGRAM_DEPENDS runtime)
endif()
if(PACTA_EXAMPLES)
    list(APPEND CPACK_COMPONENTS_ALL program)
    set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME pacta)
    set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
    set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "${about}\n\nThe command line program.")
endif()

# Debian's policy: each package tells its licence.
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER "${component}" upper)
    install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" RENAME copyright COMPONENT ${component} EXCLUDE_FROM_ALL
            DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}")
endforeach()

include(CPack)
