#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Records what the stories of single moves are tested with: the Anchorage scenario before and after each, as little of the tree as a story reads.
Usage: web/tests/trees/record_moves.py PROGRAM (in the top folder)."""
import json
import subprocess
import sys
import tempfile

FILE = "scenarios/alaska-2025.summit.yaml"
OUT = "web/tests/trees/moves.json"
SEATS, DOOR, ABSENT = ["us", "russia"], ["us", "russia", "ukraine"], ["ukraine", "eu", "uk", "china"]


def table(seats=SEATS, door=DOOR, absent=ABSENT, observers=()):
    return {"table": {"seats": seats, "ratifiers": door, "absent": absent, "observers": list(observers)}}


def without(names, name):
    return [n for n in names if n != name]


MOVES = {
    "none": {},
    **{f"seat {a}": table(seats=SEATS + [a], absent=without(ABSENT, a)) for a in ABSENT},
    **{f"remove {a}": table(seats=without(SEATS, a), door=without(DOOR, a), absent=ABSENT + [a]) for a in SEATS},
    "ukraine out": table(door=without(DOOR, "ukraine")),
    **{f"{a} at the door": table(door=DOOR + [a]) for a in ["eu", "uk", "china"]},
    "eu behind us": table(absent=without(ABSENT, "eu"), observers=[{"actor": "eu", "patron": "us", "share": 0.5}]),
    "china behind russia": table(absent=without(ABSENT, "china"), observers=[{"actor": "china", "patron": "russia", "share": 0.5}]),
    "lever": {"levers": {"secondary_sanctions": "pulled"}},
}


def short(x):
    if isinstance(x, float):
        return float("%.5g" % x)
    if isinstance(x, list):
        return [short(y) for y in x]
    return {k: short(v) for k, v in x.items()} if isinstance(x, dict) else x


def only(x, *keys):
    return {k: x[k] for k in keys if k in x}


def lean(tree, whole):
    """Names and conditions stand in the first alone."""
    actor = ["id", "name", "kind", "role", "ratifier", "speaks_for"] if whole else ["id", "role", "ratifier"]
    claim = ["id", "says", "holds", "at_point"] if whole else ["id", "at_point"]
    return {
        **only(tree, "table", "draws", "draws_done"),
        "actors": [only(a, *actor) for a in tree["actors"]],
        "issues": [only(i, "id", "title", "scale") for i in tree["issues"]] if whole else [],
        "models": [{
            **only(m, "id", "status", "agreement"),
            "outcome": {i: only(o, "point", "solution", "status", "settled") for i, o in m["outcome"].items()},
            "gains": {a: only(g, "total", "outcome", "standing", "face", "no_deal", "shortfall") for a, g in m["gains"].items()},
        } for m in tree["models"]],
        "claims": [only(c, *claim) for c in tree["claims"]],
    }


def run(program, variation):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as f:
        json.dump(variation, f)
        f.flush()
        options = ["--models", "mean,challenge,nash", "--draws", "0", "--no-seats", "--json", "--quiet"]
        return json.loads(subprocess.run([program, "run", FILE, "--variation", f.name, *options], check=True, capture_output=True, text=True).stdout)


def main(program):
    trees = {name: short(lean(run(program, v), not v)) for name, v in MOVES.items()}
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("{\n" + ",\n".join(json.dumps(n) + ":" + json.dumps(t, ensure_ascii=False, separators=(",", ":")) for n, t in trees.items()) + "\n}\n")


if __name__ == "__main__":
    main(sys.argv[1])
