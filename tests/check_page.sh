#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks the page: its rules and units and that web/dist is what its sources give, or its way through a real browser.
# Usage: tests/check_page.sh units | browser PROGRAM (in the top folder); exit status 77, with a word, where Node or Chromium is missing.
set -eu
skip() { echo "skipped: $*"; exit 77; }
what=$1
command -v node >/dev/null && command -v npm >/dev/null || skip "no Node here (apt-get install nodejs npm)"
cd web
export npm_config_loglevel=error npm_config_update_notifier=false

# One installation, whoever comes first.
(
    flock 9
    if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
        npm ci --prefer-offline >node_modules.log 2>&1 && touch node_modules/.package-lock.json
    fi
) 9>.install.lock || { tail -n 5 node_modules.log; skip "the page's tools could not be installed (npm ci in web/)"; }

if [ "$what" = units ]; then
    npm run --silent lint
    npm test --silent -- --reporter=dot
    fresh=$(mktemp -d)
    trap 'rm -rf "$fresh"' EXIT
    npm run --silent build -- --outDir "$fresh" --logLevel warn
    for file in index.html page.js page.css; do
        cmp "$fresh/$file" "dist/$file" || { echo "web/dist/$file is not what web/src gives: run npm run build in web/"; exit 1; }
    done
    bytes=$(cat dist/page.js dist/page.css dist/index.html | gzip -9 | wc -c)
    echo "the page: $bytes bytes under gzip"
    [ "$bytes" -lt 150000 ] || { echo "more than 150 kB"; exit 1; }
else
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
    [ -n "$CHROMIUM" ] || skip "no Chromium here (apt-get install chromium)"
    fc-list :lang=zh-tw 2>/dev/null | grep -q . || skip "no Chinese font here (apt-get install fonts-noto-cjk)"
    CHROMIUM=$CHROMIUM SUMMITRY=$2 npm run --silent test:browser
fi
