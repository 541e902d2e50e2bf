# SPDX-License-Identifier: Apache-2.0
"""Back-tests of the table that tests/check_server.py gives the server: against the command, cancelled, changed under way."""
import json
import os
import re
import shutil
import subprocess

TABLE = "past-decisions"
BACKTESTS = f"/api/1/decisions/{TABLE}/runs"
BACKTESTED = [  # what is asked of the table, the command line that asks the same
    ({}, []),
    ({"models": ["mean", "heaped"], "model_options": {"heaped.alpha": 4}, "seed": 7, "resamples": 500, "folds": 2, "cases": True},
     ["--models", "mean,heaped", "--option", "heaped.alpha=4", "--seed", "7", "--resamples", "500", "--cv", "2", "--cases"]),
    ({"capability": "equal", "baseline": "median", "folds": 0, "resamples": 0}, ["--capability", "equal", "--baseline", "median", "--cv", "0", "--resamples", "0"]),
]
LONG = {"resamples": 1000000, "client": "tab"}


def digits(text):
    """JSON with its keys in order and its numbers as they are written."""
    return json.loads(text, parse_float=str, parse_int=str, object_pairs_hook=list)


def backtest(program, path, *options):
    done = subprocess.run([program, "backtest", path, "--json", "--quiet", *options], capture_output=True, check=True)
    return digits(done.stdout)


def check_backtests(server, tests, program, scenario):
    """The table given at the start, as the command answers about it: bit for bit, beside everything else."""
    status, _, listed = server.ask("GET", "/api/1/decisions")
    table = listed["decisions"][0]
    tests.claim("the table is listed", status == 200 and (table["id"], table["issues"], table["decided"]) == (TABLE, 12, 11), listed)
    for question, command in BACKTESTED:
        what = " ".join(command) or "a back-test"
        status, _, run = server.ask("POST", BACKTESTS, question)
        tests.claim(f"{what} is a run", status == 202 and run["stages"] == ["inquiry"], run)
        raw = server.ask("GET", run["events"])[2].decode()
        tree = [line for line in raw.split("\n") if line.startswith('data: {"stage":"inquiry","last":true,"tree":')]
        tests.claim(f"{what} has one tree", len(tree) == 1, raw[:200])
        tests.claim(f"{what} is the command's, bit for bit", tree and dict(digits(tree[0][6:]))["tree"] == backtest(program, server.table, *command))
        told = server.ask("GET", f"/api/1/runs/{run['run']}")[2]
        tests.claim(f"{what} is told of", (told["scenario"], told["decisions"], told["status"]) == (None, TABLE, "done"), told)
    asked = [server.ask("POST", BACKTESTS, LONG)[2]["run"] for _ in range(2)]
    aside = server.ask("POST", scenario, {"draws": 50, "client": "tab", "stage": "closed", "models": ["mean"]})[2]["run"]
    tests.claim("a newer back-test replaces the older", server.events(asked[0])[1][-1][2]["status"] == "replaced")
    tests.claim("a run of the same client goes on beside it", server.events(aside)[1][-1][2]["status"] == "done")
    tests.claim("and does not end it", server.ask("GET", f"/api/1/runs/{asked[1]}")[2]["status"] == "running")
    server.ask("DELETE", f"/api/1/runs/{asked[1]}")
    events = server.events(asked[1])[1]
    tests.claim("a cancelled back-test ends without a tree", [e[0] for e in events if e[0] != "progress"] == ["end"] and events[-1][2]["status"] == "cancelled", events[-1])
    check_changed_table(server, tests, program)


def check_changed_table(server, tests, program):
    """The file is changed under a run, then broken, then removed."""
    before = backtest(program, server.table, "--models", "mean,median", "--resamples", "400000")
    run = server.ask("POST", BACKTESTS, {"models": ["mean", "median"], "resamples": 400000})[2]
    with open(server.table, encoding="utf-8") as file:
        text = file.read()
    with open(server.table, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?s)\n[^\n]*\n$", "\n", text))
    tree = server.events(run["run"])[1][-2][2]["tree"]
    tests.claim("a run keeps the table of its start", tree["cases"]["sha256"] == dict(dict(before)["cases"])["sha256"])
    after = server.ask("GET", "/api/1/decisions")[2]["decisions"][0]
    tests.claim("a changed table is read again", after["sha256"] != tree["cases"]["sha256"] and after["problem"] is None, after)
    run = server.ask("POST", BACKTESTS, {"models": ["mean"]})[2]
    tests.claim("and asked next", server.events(run["run"])[1][-2][2]["tree"]["cases"]["sha256"] == after["sha256"])
    with open(server.table, "w", encoding="utf-8") as file:
        file.write(text.replace(",80,", ",eighty,", 1))
    broken = server.ask("GET", "/api/1/decisions")[2]["decisions"][0]
    tests.claim("a table that went bad is told of", broken["problem"] and broken["problem"]["line"] and broken["sha256"] == after["sha256"], broken)
    done = subprocess.run([program, "serve", server.path("alaska-2025"), "--no-browser", "--decisions", server.table], capture_output=True, text=True, check=False)
    said = subprocess.run([program, "backtest", server.table], capture_output=True, text=True, check=False)
    tests.claim("and refused at a start, as backtest refuses it", done.returncode == 2 and done.stderr == said.stderr and f"{server.table}:" in said.stderr, done.stderr)
    os.remove(server.table)
    run = server.ask("POST", BACKTESTS, {"models": ["mean"]})[2]
    tests.claim("without its file the last good one is asked", server.events(run["run"])[1][-1][2]["status"] == "done")
    shutil.copy("docs/decisions.csv", server.table)
    tests.claim("and it is read again once it is good", server.ask("GET", "/api/1/decisions")[2]["decisions"][0]["problem"] is None)
