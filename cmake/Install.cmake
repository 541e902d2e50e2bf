# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: program, library, headers, scenarios, documentation, and
# the files by which pkg-config and CMake find them.
include(CMakePackageConfigHelpers)

set(SMY_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/summitry)
set(SMY_DATA_DIR ${CMAKE_INSTALL_DATADIR}/summitry)

if(TARGET summitry)
    install(TARGETS summitry)
endif()
install(TARGETS summitry_shared EXPORT summitry)
install(DIRECTORY include/summitry DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(DIRECTORY scenarios DESTINATION ${SMY_DATA_DIR} OPTIONAL)
file(GLOB SMY_SCHEMAS CONFIGURE_DEPENDS docs/*.schema.json)
install(FILES ${SMY_SCHEMAS} DESTINATION ${SMY_DATA_DIR})
file(GLOB SMY_MANUALS CONFIGURE_DEPENDS README.md CHANGELOG.md docs/*.md docs/*.bib)
install(FILES ${SMY_MANUALS} LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Relative, so that the folder may be moved.
file(RELATIVE_PATH SMY_PREFIX_FROM_PC /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
configure_file(cmake/summitry.pc.in summitry.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/summitry.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(EXPORT summitry NAMESPACE summitry:: FILE summitry-targets.cmake DESTINATION ${SMY_CMAKE_DIR})
configure_package_config_file(cmake/summitry-config.cmake.in summitry-config.cmake
    INSTALL_DESTINATION ${SMY_CMAKE_DIR})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/summitry-config-version.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/summitry-config.cmake
    ${CMAKE_BINARY_DIR}/summitry-config-version.cmake DESTINATION ${SMY_CMAKE_DIR})
