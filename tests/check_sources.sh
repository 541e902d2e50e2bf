#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rules that a source file keeps: licence line, size, includes that point one way, layout.
# Usage: tests/check_sources.sh (in the top folder)
set -u
wrong=0
complain() { printf '%s\n' "$*"; wrong=1; }

mapfile -t c_files < <(find include src cli server tests fuzz bench -name '*.[ch]' 2>/dev/null | sort)
mapfile -t others < <(find . \( -path ./build -o -path ./web/node_modules \) -prune -o \( -name '*.sh' -o -name '*.py' -o -name '*.cmake' \
    -o -name CMakeLists.txt -o -name '*.def' \) -print | grep -v '^\./build' | sort)
[ "${#c_files[@]}" -gt 10 ] || complain "no sources found: run it in the top folder"

awk 'FNR <= 2 && /SPDX-License-Identifier: Apache-2.0/ { licensed[FILENAME] = 1 }
    { lines[FILENAME] = FNR }
    END {
        for (file in lines) {
            if (!licensed[file])
                wrong = print_out(file ": no \"SPDX-License-Identifier: Apache-2.0\" in its first two lines")
            if (lines[file] > 600)
                wrong = print_out(file ": " lines[file] " lines; split it by idea (600 at most)")
        }
        exit wrong
    }
    function print_out(text) { print text; return 1 }' "${c_files[@]}" "${others[@]}" || wrong=1

# Folders that a folder may include: design.md's arrows. Public headers may be included by all.
declare -A may=(
    [include/summitry]="summitry"
    [src/base]="base"
    [src/text]="base text"
    [src/scenario]="base text scenario"
    [src/exchange]="base text scenario exchange"
    [src/reading]="base text scenario reading"
    [src/model]="base model"
    [src/analysis]="base text scenario model analysis"
    [src/ledger]="base text scenario model analysis ledger"
    [src/report]="base text scenario model analysis report"
    [cli]="server"
    [server]=""
)
while IFS=: read -r file include; do
    folder=${file%/*}
    case $folder in tests* | fuzz* | bench*) continue ;; esac
    [[ -v may[$folder] ]] || { complain "$folder: a folder that this check does not know"; continue; }
    [[ $include != */* && -e $folder/$include ]] && continue # its own folder's
    case " summitry ${may[$folder]} " in
    *" ${include%%/*} "*) ;;
    *) complain "$file: includes \"$include\"; $folder may include: summitry ${may[$folder]}" ;;
    esac
done < <(grep -HE '^ *# *include +"' "${c_files[@]}" | sed -E 's/^([^:]+):.*"([^"]+)".*/\1:\2/')

# Analyses reach the models through the registry alone.
grep -nE '^ *# *include +"model/' src/analysis/*.[ch] src/report/*.[ch] 2>/dev/null | grep -v '"model/model.h"' &&
    complain "analysis and report include of src/model only model/model.h"

# A library's header is included where the library belongs, and the engine needs none.
declare -A home=(
    [libfyaml.h]='src/scenario/' [jansson.h]='src/base/json_read\.c' [sodium.h]='src/base/sha256\.c'
    [utf8proc.h]='src/(text|report)/' [omp.h]='src/base/parallel\.c' [sqlite3.h]='src/ledger/'
    [unicode/.*]='src/text/' [libxml/.*]='src/text/html\.c'
)
for header in "${!home[@]}"; do
    grep -lE "^ *# *include +<$header>" src/*/*.[ch] | grep -vE "^${home[$header]}" |
        sed "s#\$#: <$header> belongs to ${home[$header]} alone#" | grep . && wrong=1
done
grep -nE '^ *# *include +<(ctype|locale|signal|setjmp|unistd)\.h>' src/*/*.[ch] | grep -v '^src/text/child\.c:' &&
    complain "ctype and locale hang on the host's settings; signals and jumps belong to programs"

# Clang makes a global symbol of each kernel's dispatch, static or not.
while read -r kernel; do
    complain "two kernels are called $kernel: clang's linker cannot tell them apart"
done < <(grep -hoE 'SMYI_KERNEL static [A-Za-z_ *]+[( ]' src/*/*.c | sed -E 's/.*[ *]([a-z_]+)\($/\1/' | sort | uniq -d)

# A source named in the code is in the bibliography.
while read -r key; do
    grep -q "{$key,$" docs/references.bib || complain "docs/references.bib lacks $key, which the code names"
done < <(grep -hoE '\.source = "[^"]*"|Sources?: [^.;]*' "${c_files[@]}" | grep -oE '\b[a-z]+[0-9]{4}\b' | sort -u)

format=$(command -v clang-format-14)
if [ -z "$format" ]; then
    complain "clang-format-14 is missing (apt-get install clang-format-14)"
else
    for file in $("$format" --dry-run "${c_files[@]}" 2>&1 | sed -nE 's/^([^:]+):[0-9]+:.*clang-format-violations.*/\1/p' | sort -u); do
        complain "$file: not laid out; run: clang-format-14 -i $file"
    done
fi
exit $wrong
