# Headers, library, manual pages, and what pkg-config and find_package() look for.
# `runtime` is what programs need to run, `development` what is needed to build
# them, `program` the command line program: see package.cmake.
include(CMakePackageConfigHelpers)

set(config "${CMAKE_INSTALL_LIBDIR}/cmake/pacta")
install(TARGETS ${kinds} EXPORT pacta
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime)
install(FILES "${PROJECT_SOURCE_DIR}/include/pacta/pacta.h"
              "${PROJECT_SOURCE_DIR}/include/pacta/verify.h"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/pacta" COMPONENT development)
install(EXPORT pacta FILE pacta-targets.cmake NAMESPACE pacta:: DESTINATION "${config}" COMPONENT development)
install(FILES man/pacta.3 DESTINATION "${CMAKE_INSTALL_MANDIR}/man3" COMPONENT development)
install(FILES man/pacta-rules.5 DESTINATION "${CMAKE_INSTALL_MANDIR}/man5" COMPONENT program)

configure_file(pacta-config.cmake.in pacta-config.cmake @ONLY)
write_basic_package_version_file(pacta-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pacta-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/pacta-config-version.cmake"
        DESTINATION "${config}" COMPONENT development)

# pacta.pc finds the prefix from where it stands itself, so that `cmake --install
# --prefix` and packages may choose it. The directories may be absolute, and then
# do not stand below it.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    set(PACTA_PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
else()
    file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    string(REGEX REPLACE "/$" "" up "${up}")
    set(PACTA_PC_PREFIX "\${pcfiledir}/${up}")
endif()
foreach(directory INCLUDEDIR LIBDIR)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_${directory}}")
        set(PACTA_PC_${directory} "${CMAKE_INSTALL_${directory}}")
    else()
        set(PACTA_PC_${directory} "\${prefix}/${CMAKE_INSTALL_${directory}}")
    endif()
endforeach()
if(BUILD_SHARED_LIBS)
    set(PACTA_PC_REQUIRES "Requires.private")
else()
    set(PACTA_PC_REQUIRES "Requires")
    set(PACTA_PC_CFLAGS "-DPACTA_STATIC")
endif()
configure_file(pacta.pc.in pacta.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pacta.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
