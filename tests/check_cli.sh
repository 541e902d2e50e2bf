#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the command line promises: exit statuses, streams, files that appear whole or not at all.
# Usage: tests/check_cli.sh PROGRAM   (in the top folder)
set -u
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
scenario=scenarios/car-emissions-1994.summit.yaml

# expect STATUS "what is promised" COMMAND...: runs it, standard output and error into files
expect() {
    local want=$1 promise=$2 got
    shift 2
    "$@" >"$folder/out" 2>"$folder/err" </dev/null
    got=$?
    if [ "$got" -eq "$want" ]; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        printf 'FAILED: %s: exit status %s, want %s\n' "$promise" "$got" "$want"
        head -3 "$folder/err"
    fi
}
# holds "what is promised" CONDITION...: a further look at what the last command did
holds() {
    local promise=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        printf 'FAILED: %s\n' "$promise"
    fi
}

expect 2 "no command is wrong usage" "$program"
expect 0 "help is help" "$program" --help
holds "help goes to standard output" grep -q "usage: summitry" "$folder/out"
expect 2 "an unknown command is wrong usage" "$program" fly
holds "and it is named" grep -q '"fly"' "$folder/err"
for command in run check table claims timeline leverage bluff compare backtest read serve page models version; do
    expect 0 "$command has help" "$program" "$command" --help
    holds "$command's help has an example" grep -q "^example:" "$folder/out"
done
expect 0 "the version" "$program" --version
holds "is printed" grep -qE '^summitry [0-9]+\.[0-9]+\.[0-9]+$' "$folder/out"
expect 2 "an unknown option is wrong usage" "$program" run $scenario --fast
expect 2 "an option without its value is wrong usage" "$program" run $scenario --seed
expect 2 "a negative number of draws is wrong usage" "$program" run $scenario --draws -1
holds "and the range is told" grep -q "0 to 10000000" "$folder/err"
expect 2 "a scenario is needed" "$program" run
expect 2 "one scenario is enough" "$program" run $scenario $scenario
expect 2 "a file that is not there" "$program" run "$folder/none.yaml"
holds "is named" grep -q "none.yaml" "$folder/err"
expect 2 "a folder is no scenario" "$program" run "$folder"
expect 2 "an unknown model" "$program" run $scenario --models mean,magic
holds "gets the list of models" grep -q "mean median" "$folder/err"
expect 2 "an option of a model out of its range" "$program" run $scenario --option nash.weights=magic
expect 2 "an option that the model has not" "$program" run $scenario --option mean.magic=1
expect 0 "points only" "$program" run $scenario --draws 0
holds "no escape sequences in a pipe" sh -c "! grep -q $'\033' '$folder/out'"
expect 0 "colour when asked for" "$program" run $scenario --draws 0 --color always
holds "has escape sequences" grep -q $'\033' "$folder/out"
expect 0 "JSON" "$program" run $scenario --draws 100 --json
holds "is JSON" python3 -m json.tool "$folder/out" "$folder/json"
cp "$folder/out" "$folder/first"
expect 0 "once more" "$program" run $scenario --draws 100 --json --threads 1
holds "the same bytes" cmp -s "$folder/first" "$folder/out"
expect 0 "a report" "$program" run $scenario --draws 0 --html "$folder/r.html" --csv "$folder/r.csv" --markdown "$folder/r.md"
holds "is a page" grep -q "</html>" "$folder/r.html"
holds "rows" test -s "$folder/r.csv"
holds "and text" test -s "$folder/r.md"
expect 3 "a report into a folder that is not there" "$program" run $scenario --draws 0 --html "$folder/no/r.html"
echo "summitry: 2" >"$folder/bad.yaml"
expect 2 "bad input" "$program" run "$folder/bad.yaml" --html "$folder/bad.html"
holds "has its place" grep -q "bad.yaml:1:" "$folder/err"
holds "writes nothing" test ! -e "$folder/bad.html"
holds "and shows nothing" test ! -s "$folder/out"
expect 3 "a full disk is said" sh -c "'$program' run $scenario --draws 0 >/dev/full"
expect 0 "evidence of a scenario that was varied" "$program" evidence $scenario --models mean --draws 0 --leave-out germany --set stances.france.delay.position=4 --json --quiet
holds "says what it was varied by" grep -q '"stances.france.delay.position": 4' "$folder/out"
expect 0 "a back-test" "$program" backtest docs/decisions.csv --models mean,heaped --resamples 100
expect 0 "a back-test in a narrow window" "$program" backtest docs/decisions.csv --width 40 --resamples 0
expect 2 "a table that is none" "$program" backtest $scenario
expect 2 "one fold leaves nothing to fit to" "$program" backtest docs/decisions.csv --cv 1
expect 2 "a baseline that is not asked for" "$program" backtest docs/decisions.csv --models median
holds "is named" grep -q '"mean"' "$folder/err"
expect 0 "what an answer hangs on" "$program" sensitivity scenarios/alaska-2025.summit.yaml --of "gain: ukraine" --models mean --rows 16 --resamples 8
expect 0 "the same in a narrow window" "$program" sensitivity scenarios/alaska-2025.summit.yaml --of claim:win_win --models mean --method morris --rows 2 --width 40
expect 2 "a question is needed" "$program" sensitivity $scenario
expect 2 "a question about nobody" "$program" sensitivity $scenario --of "gain: nobody"
expect 2 "a method there is not" "$program" sensitivity $scenario --of "outcome: delay" --method guess
expect 0 "levers" "$program" levers $scenario --for germany --models mean --width 40
expect 2 "levers for nobody" "$program" levers $scenario --for nobody
expect 2 "an error that is none" "$program" run $scenario --until-error 0
expect 0 "claims" "$program" claims $scenario --draws 100
anchorage=scenarios/alaska-2025.summit.yaml
expect 0 "a variation" "$program" claims $anchorage --models mean --draws 0 --seat ukraine --leave-out us --seat eu --set no_deal.russia=5..20 --pull more_arms --drop aid_pause --as-of 2025-07-20
holds "the report says what was varied" grep -q "Varied from the file: as of 2025-07-20; at the table Russia" "$folder/out"
printf '{"table": {"observe": [{"actor": "ukraine", "patron": "us", "share": 0.3}]}}' >"$folder/v.json"
expect 0 "a variation from a file" "$program" claims $anchorage --models mean --draws 0 --variation "$folder/v.json"
expect 2 "a variation from no file" "$program" claims $anchorage --variation "$folder/none.json"
printf '{"table": ' >"$folder/v.json"
expect 2 "a variation that is no JSON" "$program" claims $anchorage --variation "$folder/v.json"
holds "it says where" grep -q 'v.json:1:' "$folder/err"
for bad in "--seat bob" "--seat court" "--set no_deal.russia=500" "--set no_deal.russia" "--pull nothing" "--as-of 2025-02-30" "--observer ukraine" "--leave-out us --leave-out russia"; do
    # shellcheck disable=SC2086
    expect 2 "a variation that makes no sense: $bad" "$program" claims $anchorage $bad
done
expect 0 "the answer through time" "$program" timeline $anchorage --models mean --draws 0 --width 40 --html "$folder/t.html"
holds "its report" grep -q 'data-kind="timeline"' "$folder/t.html"
expect 0 "what an answer hangs on" "$program" sensitivity $scenario --of settled_share:\ true --models mean --method tornado --html "$folder/s.html"
holds "its report" grep -q 'data-kind="sensitivity"' "$folder/s.html"
expect 0 "who could move whom" "$program" leverage $anchorage --models mean --draws 0 --claim eager --width 40
expect 2 "a claim there is not" "$program" leverage $anchorage --claim nothing
expect 0 "said and meant" "$program" bluff $anchorage --models mean --draws 0 --width 40
expect 0 "said and meant where nobody says anything" "$program" bluff $scenario --draws 0
expect 0 "through time where nothing is dated" "$program" timeline $scenario --draws 0
expect 0 "leverage without levers" "$program" leverage $scenario --draws 0
expect 0 "two accounts" "$program" compare $anchorage scenarios/alaska-2025-second.summit.yaml --models mean --draws 0 --width 40
expect 0 "two that have nothing in common" "$program" compare $anchorage $scenario --models mean --draws 0
expect 2 "two are needed" "$program" compare $anchorage
expect 1 "a claim below even odds is a no under --strict" "$program" claims scenarios/camp-david-1978.summit.yaml --draws 100 --strict
expect 0 "a table" "$program" table scenarios/alaska-2025.summit.yaml --models mean --draws 64
expect 0 "check" "$program" check $scenario
expect 1 "a citation that was not verified is a no under --strict" "$program" check scenarios/alaska-2025.summit.yaml --strict
expect 0 "documents are read" "$program" read docs/read-example.txt --html "$folder/d.html" --draft "$folder/d.yaml"
holds "a dossier" grep -q "</html>" "$folder/d.html"
expect 2 "a draft does not run" "$program" run "$folder/d.yaml"
holds "each blank is named" grep -q "issue_1.scale\[0\] is still blank" "$folder/err"
printf 'PK\003\004' >"$folder/office.docx"
expect 2 "an office document is no text" "$program" read "$folder/office.docx" --html "$folder/none.html"
holds "and nothing is written" test ! -e "$folder/none.html"
expect 2 "a date that is none" "$program" read docs/read-example.txt --date 2025-02-30
expect 2 "a dictionary that is none" "$program" read docs/read-example.txt --actors docs/read-example.txt
expect 0 "models" "$program" models
expect 0 "one model" "$program" models nash
expect 2 "no such model" "$program" models magic

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
