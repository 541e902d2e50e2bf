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
# State: nothing writable. Tables of addresses in .data.rel.ro are constant once loaded.
{
    cat tests/allowed_symbols.txt
    # A compiler's own zeros may stand in .bss without a name; ours have one.
    nm -A "${files[@]}" | awk '{sub(/:.*/, "", $1)}
        $(NF - 1) ~ /^[UwvC]$/ {print "=" $(NF - 1), $1, $NF}
        $(NF - 1) ~ /^[bB]$/ {print "=s", $1, $NF, "some"}'
    size -A "${files[@]}" | awk '$2 == ":" {file = $1} $1 ~ /^\.(data|tdata|tbss)(\.|$)/ {print "=s", file, $1, $2}'
} | awk -v objects="$objects/" -v openmp=$openmp '
    function to_regex(glob) { gsub(/\./, "\\.", glob); gsub(/\*/, ".*", glob); return "^" glob "$" }
    function is_allowed(object, name,    r) {
        for (r = 1; r <= n; r++)
            if (object ~ where[r] && name ~ what[r])
                return 1
        return 0
    }
    /^#/ || !NF || ($1 == "base/parallel" && openmp == "no") { next }
    !/^=/ { for (f = 2; f <= NF; f++) { where[++n] = to_regex($1); what[n] = to_regex($f) }; next }
    {
        object = substr($2, length(objects) + 1)
        sub(/\.c\.o$/, "", object)
        if (seen[$0]++ || ($1 != "=s" && $3 ~ /^smyi?_/))
            next
        source = "src/" object ".c"
        if (!(source in there))
            there[source] = system("test -e " source) == 0
        if (!there[source])
            next # of a source that is gone
    }
    $1 == "=s" && ($3 ~ /^\.data\.rel\.ro/ || $4 == 0) { next }
    $1 == "=s" { print source ": keeps " $4 " writable bytes in " $3 "; make it const or pass it along"; wrong = 1; next }
    $1 == "=C" { print source ": common symbol " $3; wrong = 1; next }
    !is_allowed(object, $3) {
        print source ": calls " $3 ", which tests/allowed_symbols.txt does not list for it"
        wrong = 1
    }
    END { exit wrong }' || wrong=1

# Names: the shared library shows what the public headers declare, and nothing else.
exported=$(nm -D --defined-only "$build/libsummitry.so" | awk '$2 != "A" {print $3}' | sort -u)
declared=$(cat include/summitry/*.h | tr '\n' ' ' | grep -oE 'SMY_API [^;({]*\(' | grep -oE 'smy_[a-z0-9_]+ *\($' | tr -d ' (' | sort -u)
for name in $(comm -23 <(echo "$exported") <(echo "$declared")); do
    complain "libsummitry.so shows $name, which no public header declares"
done
for name in $(comm -13 <(echo "$exported") <(echo "$declared")); do
    complain "a public header declares $name, which libsummitry.so lacks"
done

# Licences: name of the shared library, licence. Nothing under the GPL without an exception
# that lets a program under Apache-2.0 link it.
linked="libfyaml.so.0 MIT
libjansson.so.4 MIT
libutf8proc.so.2 MIT
libutf8proc.so.3 MIT
libsodium.so.23 ISC
libicuuc.so.72 Unicode
libicui18n.so.72 Unicode
libicudata.so.72 Unicode
libxml2.so.2 MIT
libgomp.so.1 GPL-3.0-with-GCC-exception
libomp.so.5 Apache-2.0-with-LLVM-exception
libomp-14.so.5 Apache-2.0-with-LLVM-exception
libgcc_s.so.1 GPL-3.0-with-GCC-exception
libmicrohttpd.so.12 LGPL-2.1
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
