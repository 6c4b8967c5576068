# Header, library, and what pkg-config and find_package() look for.
include(CMakePackageConfigHelpers)

set(config "${CMAKE_INSTALL_LIBDIR}/cmake/pacta")
install(TARGETS pacta EXPORT pacta
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/include/pacta/pacta.h"
              "${PROJECT_SOURCE_DIR}/include/pacta/verify.h"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/pacta")
install(EXPORT pacta FILE pacta-targets.cmake NAMESPACE pacta:: DESTINATION "${config}")

configure_file(pacta-config.cmake.in pacta-config.cmake @ONLY)
write_basic_package_version_file(pacta-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pacta-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/pacta-config-version.cmake"
        DESTINATION "${config}")

# The directories may be absolute, and then do not stand below the prefix.
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
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/pacta.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
