#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the engine as WebAssembly with Debian's emscripten. The same sources give the same bytes.
# Usage: tools/build-engine.sh [--check]   (in the top folder; --check: only compares with web/dist)
set -eu
kept=web/dist/engine.wasm
build=${ENGINE_BUILD:-build/engine}
mkdir -p "$build"
version=$(sed -nE 's/^project\(summitry VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)

python3 - >"$build/joe_kuo.c" <<'PYTHON'
import sys
bytes_ = open("src/base/joe-kuo/numbers.bin", "rb").read()
print("extern const unsigned char smyi_joe_kuo[];\nconst unsigned char smyi_joe_kuo[] = {")
for at in range(0, len(bytes_), 32):
    print("".join(f"{b}," for b in bytes_[at:at + 32]))
print("};")
PYTHON

# Everything but what needs YAML, documents, other libraries' JSON and hashes, files and threads.
shopt -s extglob
sources=(
    src/base/!(json_read|sha256).c src/model/*.c src/analysis/*.c
    src/scenario/!(at_hand|edit|edit_entry|edit_find|pack|parse|passage|quoted|yaml|yaml_tree).c src/text/utf8.c
    server/{text,reply,body,choice,question,inquiry,catalogue}.c wasm/*.c "$build/joe_kuo.c"
)

flags=(-std=c17 -O2 -DNDEBUG -msimd128 -ffp-contract=off -fno-math-errno -fno-trapping-math
    -ffunction-sections -fdata-sections -fvisibility=hidden "-I$PWD/include" "-I$PWD/src" "-I$PWD"
    -D_POSIX_C_SOURCE=200809L "-DSMYI_VERSION=\"$version\"" "-ffile-prefix-map=$PWD=.")
# Folder by folder, since two folders may have files of one name.
compile() {
    local here=$build/$1 folder=$PWD
    shift
    mkdir -p "$here"
    (cd "$here" && emcc "${flags[@]}" -c "${@/#/$folder/}")
}
rm -rf "$build"/objects
mapfile -t folders < <(dirname "${sources[@]}" | sort -u)
for folder in "${folders[@]}"; do
    mine=()
    for source in "${sources[@]}"; do
        [ "$(dirname "$source")" != "$folder" ] || mine+=("$source")
    done
    compile "objects/$folder" "${mine[@]}" &
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || wait -n
done
wait
mapfile -t objects < <(find "$build/objects" -name '*.o' | LC_ALL=C sort)
# What the loader gives the engine: nothing else may be missing.
echo 'mergeInto(LibraryManager.library, {progress: function() {}});' >"$build/given.js"
emcc -O2 -g0 "${objects[@]}" --js-library "$build/given.js" -o "$build/engine.wasm" --no-entry -s STANDALONE_WASM=1 \
    -s ALLOW_MEMORY_GROWTH=1 -s MAXIMUM_MEMORY=2GB -s TOTAL_STACK=1MB -s FILESYSTEM=0 -s ASSERTIONS=0
if [ "${1:-}" != --check ]; then
    install -m 644 "$build/engine.wasm" $kept
elif ! cmp "$build/engine.wasm" $kept; then
    echo "$kept is not what the sources make: run tools/build-engine.sh" >&2
    exit 1
fi
