#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Records what the view of what moves an answer asks beside, and a back-test, for the browser tests.
Usage: web/tests/trees/record_sensitivity.py PROGRAM (in the top folder)."""
import json
import subprocess
import sys

FILE, MODELS, TREES = "scenarios/alaska-2025.summit.yaml", "mean,challenge,nash,heaped", "web/tests/trees"
LARGEST = 40


def ask(*arguments):
    done = subprocess.run([sys.argv[1], *arguments, "--json", "--quiet"], capture_output=True, check=True)
    return json.loads(done.stdout)


def short(x):
    if isinstance(x, float):
        return float("%.5g" % x)
    if isinstance(x, list):
        return [short(y) for y in x]
    return {k: short(v) for k, v in x.items()} if isinstance(x, dict) else x


def size(factor):
    return abs(factor.get("swing") or (factor.get("total") or {}).get("value") or 0)


def sensitivity(of, method, rows=None):
    inquiry = {"kind": "sensitivity", "of": of, "method": method, **({"rows": rows} if rows else {})}
    tree = ask("sensitivity", FILE, "--of", of, "--method", method, "--models", MODELS, *(["--rows", str(rows)] if rows else []))
    tree["factors"] = sorted(tree["factors"], key=size, reverse=True)[:LARGEST]
    if method == "sobol":
        for factor in tree["factors"]:
            factor["models"] = {"nash": factor["models"]["nash"]} if "nash" in factor["models"] else {}
    return {"inquiry": inquiry, "tree": tree}


def levers(actor, of=None):
    tree = ask("levers", FILE, "--for", actor, "--models", MODELS, *(["--of", of] if of else []))
    return {"inquiry": {"kind": "levers", "for": actor, **({"of": of} if of else {})}, "tree": tree}


asked = [
    sensitivity("gain: ukraine", "tornado"), sensitivity("gain: ukraine", "sobol", 64), sensitivity("gain: ukraine", "sobol", 512),
    levers("ukraine"), sensitivity("claim:win_win_states", "tornado"), sensitivity("claim:win_win_states", "sobol", 64),
    sensitivity("claim:win_win_states", "sobol", 512), levers("ukraine", "claim:win_win_states"),
]
for name, tree in (("sensitivity", asked), ("backtest", ask("backtest", "docs/decisions.csv", "--models", "mean,median,challenge,nash,heaped,veto"))):
    with open(f"{TREES}/{name}.json", "w", encoding="utf-8") as out:
        json.dump(short(tree), out, ensure_ascii=False, separators=(",", ":"))
