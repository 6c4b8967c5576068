# Run by cpack before it packs: manual pages are compressed, as Debian wants them.
file(GLOB_RECURSE pages "${CPACK_TEMPORARY_DIRECTORY}/*.[1-9]")
list(FILTER pages INCLUDE REGEX "/man/man[1-9]/")
find_program(GZIP gzip)
if(GZIP AND pages)
    execute_process(COMMAND "${GZIP}" -9nf ${pages})
endif()
