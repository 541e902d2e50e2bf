# SPDX-License-Identifier: Apache-2.0
# One set of flags for every target: all warnings, no change of digits, sanitizers on demand.

function(smy_warnings target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdouble-promotion -Wstrict-prototypes
        -Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wwrite-strings -Wcast-qual
        -Wimplicit-fallthrough -ffp-contract=off)
    if(SMY_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(SMY_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${SMY_SANITIZE}
            -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=${SMY_SANITIZE})
    endif()
endfunction()
