# SPDX-License-Identifier: Apache-2.0
# smy_embed(VARIABLE FILE NAME): makes a C source that holds the bytes of FILE as the array
# `const unsigned char NAME[]` with `const size_t NAME_size`, and sets VARIABLE to its path.
function(smy_embed variable file name)
    set(source ${CMAKE_BINARY_DIR}/embedded/${name}.c)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    if(${file} IS_NEWER_THAN ${source} OR ${CMAKE_CURRENT_FUNCTION_LIST_FILE} IS_NEWER_THAN ${source})
        file(READ ${file} bytes HEX)
        string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
        file(WRITE ${source} "#include <stddef.h>\nextern const unsigned char ${name}[];\nextern const size_t ${name}_size;\n"
            "const unsigned char ${name}[] = {\n${bytes}\n};\nconst size_t ${name}_size = sizeof ${name};\n")
    endif()
    set(${variable} ${source} PARENT_SCOPE)
endfunction()
