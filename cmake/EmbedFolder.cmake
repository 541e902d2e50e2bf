# SPDX-License-Identifier: Apache-2.0
# smy_embed_folder(TARGET FOLDER NAME): puts the files of a folder into a program, as the table
# `const ServerFile NAME[]` of server/server.h, which ends with a name of NULL.
enable_language(ASM)

function(smy_embed_folder target folder name)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
    list(SORT files)
    set(bytes "")
    set(declarations "")
    set(rows "")
    set(paths "")
    set(n 0)
    foreach(file ${files})
        string(APPEND bytes ".globl ${name}_${n}\n.globl ${name}_end_${n}\n.balign 16\n${name}_${n}:\n"
            ".incbin \"${folder}/${file}\"\n${name}_end_${n}:\n.byte 0\n")
        string(APPEND declarations "extern const unsigned char ${name}_${n}[], ${name}_end_${n}[];\n")
        string(APPEND rows "    {\"${file}\", ${name}_${n}, ${name}_end_${n}},\n")
        list(APPEND paths ${folder}/${file})
        math(EXPR n "${n} + 1")
    endforeach()
    set(here ${CMAKE_BINARY_DIR}/embedded)
    file(CONFIGURE OUTPUT ${here}/${name}.S CONTENT
        ".section .rodata\n${bytes}\n.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
    file(CONFIGURE OUTPUT ${here}/${name}.c CONTENT
        "/* Made by cmake/EmbedFolder.cmake. */\n#include \"cli/page_files.h\"\n\n${declarations}
const ServerFile ${name}[] = {\n${rows}    {0, 0, 0},\n};\n" @ONLY)
    set_source_files_properties(${here}/${name}.S PROPERTIES OBJECT_DEPENDS "${paths}")
    target_sources(${target} PRIVATE ${here}/${name}.S ${here}/${name}.c)
endfunction()
