#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the compiled library may call, keep and show, and what it may be linked with.
# Usage: tests/check_objects.sh BUILD (in the top folder; a build without sanitizers)
set -u
build=$1
objects=$build/CMakeFiles/summitry_objects.dir/src
wrong=0
complain() { printf '%s\n' "$*"; wrong=1; }

mapfile -t files < <(find "$objects" -name '*.o' | sort)
[ "${#files[@]}" -gt 5 ] || complain "no objects in $objects"
if grep -q '^SMY_OPENMP:BOOL=OFF' "$build/CMakeCache.txt"; then openmp=no; else openmp=yes; fi

# Calls: every undefined name is the library's own or stands in the list for this object.
is_allowed() { # object name
    local pattern names one
    while read -r pattern names; do
        [ "$pattern" = "base/parallel" ] && [ $openmp = no ] && continue
        # shellcheck disable=SC2053,SC2086
        if [[ $1 == $pattern ]]; then
            set -f
            for one in $names; do
                [[ $2 == $one ]] && { set +f; return 0; }
            done
            set +f
        fi
    done < <(grep -v '^#' tests/allowed_symbols.txt | grep .)
    return 1
}
declare -A known
for file in "${files[@]}"; do
    object=${file#"$objects"/}
    object=${object%.c.o}
    [ -e "src/$object.c" ] || continue # of a source that is gone
    while read -r name; do
        case $name in smy_* | smyi_*) continue ;; esac
        key="$object $name"
        [ -n "${known[$key]-}" ] && continue
        known[$key]=1
        is_allowed "$object" "$name" ||
            complain "src/$object.c: calls $name, which tests/allowed_symbols.txt does not list for it"
    done < <(nm -u "$file" | awk '{print $NF}')
    # State: nothing writable. Tables of addresses in .data.rel.ro are constant once loaded.
    size -A "$file" | awk -v o="src/$object.c" '
        $1 ~ /^\.(data|bss|tdata|tbss)(\.|$)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 {
            print o ": keeps " $2 " writable bytes in " $1 "; make it const or pass it along"; bad = 1 }
        END { exit bad }' || wrong=1
    nm "$file" | awk -v o="src/$object.c" '$2 == "C" {print o ": common symbol " $3; bad = 1} END {exit bad}' || wrong=1
done

# Names: the shared library shows what the public headers declare, and nothing else.
exported=$(nm -D --defined-only "$build/libsummitry.so" | awk '$2 != "A" {print $3}' | sort -u)
declared=$(cat include/summitry/*.h | tr '\n' ' ' | grep -oE 'SMY_API [^;({]*\(' | grep -oE 'smy_[a-z0-9_]+ *\($' | tr -d ' (' | sort -u)
for name in $(comm -23 <(echo "$exported") <(echo "$declared")); do
    complain "libsummitry.so shows $name, which no public header declares"
done

# Licences: name of the shared library, licence. Nothing under the GPL without an exception
# that lets a program under Apache-2.0 link it.
linked="libfyaml.so.0 MIT
libjansson.so.4 MIT
libutf8proc.so.2 MIT
libutf8proc.so.3 MIT
libsodium.so.23 ISC
libgomp.so.1 GPL-3.0-with-GCC-exception
libomp.so.5 Apache-2.0-with-LLVM-exception
libomp-14.so.5 Apache-2.0-with-LLVM-exception
libgcc_s.so.1 GPL-3.0-with-GCC-exception
libc.so.6 LGPL-2.1
libm.so.6 LGPL-2.1
libpthread.so.0 LGPL-2.1
ld-linux-x86-64.so.2 LGPL-2.1
ld-linux-aarch64.so.1 LGPL-2.1"
for binary in "$build/libsummitry.so" "$build/summitry"; do
    [ -e "$binary" ] || continue
    for library in $(LC_ALL=C readelf -d "$binary" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p'); do
        echo "$linked" | grep -q "^$library " ||
            complain "${binary##*/} is linked with $library, whose licence tests/check_objects.sh does not know"
    done
done
soname=$(LC_ALL=C readelf -d "$build/libsummitry.so" | sed -nE 's/.*\(SONAME\).*\[(.*)\]/\1/p')
[ "$soname" = libsummitry.so.0 ] || complain "SONAME is '$soname', not libsummitry.so.0"
exit $wrong
