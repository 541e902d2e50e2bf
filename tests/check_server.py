#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks a running `summitry serve` as a page would, and as nobody should.

Usage: tests/check_server.py PROGRAM [--long]   (in the top folder). Exit status 77: a Python module is missing.
Every answer is compared with the schemas of docs/api/openapi.yaml, whose examples are asked themselves.
"""
import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading

from server_backtests import BACKTESTS, TABLE, check_backtests

try:
    import jsonschema
    import yaml
except ImportError as missing:
    if os.path.realpath(sys.executable) != os.path.realpath("/usr/bin/python3") and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])  # Debian's has what apt-get installed
    print(f"skipped: {missing} (apt-get install python3-jsonschema python3-yaml)")
    sys.exit(77)

with open("docs/api/openapi.yaml", encoding="utf-8") as file:
    CONTRACT = yaml.safe_load(file)
RESOLVER = jsonschema.RefResolver("", CONTRACT)
SCENARIO = "car-emissions-1994"
BASE = f"/api/1/scenarios/{SCENARIO}"


class Server:
    """The program under test, serving copies of scenarios."""

    def __init__(self, program, folder, *options):
        self.folder = folder
        files = []
        for name in (SCENARIO, "alaska-2025"):
            self.copy(name)
            files.append(self.path(name))
        self.table = os.path.join(folder, TABLE + ".csv")
        shutil.copy("docs/decisions.csv", self.table)
        self.process = subprocess.Popen([program, "serve", *files, "--no-browser", "--quiet", "--decisions", self.table, *options],
                                        stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        self.port, self.token = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]{32})", self.address).groups()
        self.port = int(self.port)

    def path(self, name):
        return os.path.join(self.folder, f"{name}.summit.yaml")

    def copy(self, name):
        shutil.copy(f"scenarios/{name}.summit.yaml", self.path(name))

    def ask(self, method, path, body=None, token=True, headers=None, raw=None):
        """Status, headers, and the body: JSON where it is JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=200)
        sent = {"Authorization": f"Bearer {self.token}"} if token else {}
        if body is not None or raw is not None:
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        data = raw if raw is not None else json.dumps(body) if body is not None else None
        connection.request(method, path, data, {k: v for k, v in sent.items() if v is not None})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if text and "json" in (answer.headers["Content-Type"] or ""):
            text = json.loads(text)
        return answer.status, answer.headers, text

    def events(self, run, since=None):
        status, _, text = self.ask("GET", f"/api/1/runs/{run}/events", headers={"Last-Event-ID": since})
        found = []
        for block in text.decode().split("\n\n") if status == 200 else []:
            lines = dict(line.split(": ", 1) for line in block.split("\n") if line)
            if lines:
                found.append((lines["event"], lines.get("id"), json.loads(lines["data"])))
        return status, found

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=200)


class Tests:
    def __init__(self):
        self.passed = self.failed = 0

    def claim(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what} {str(detail)[:300]}")

    def is_of(self, schema, value, what):
        errors = list(jsonschema.Draft202012Validator(schema, resolver=RESOLVER).iter_errors(value))
        self.claim(f"{what} is as the contract says", not errors, errors[:1])


def operations():
    for path, item in CONTRACT["paths"].items():
        for method, operation in item.items():
            if method in ("get", "put", "post", "delete"):
                yield path, method, operation


def schema_of(operation, status):
    answer = operation["responses"].get(str(status), operation["responses"].get("default"))
    if "$ref" in answer:
        answer = CONTRACT["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
    return answer.get("content", {}).get("application/json", {}).get("schema")


def follow(node):
    while "$ref" in node:
        name = node["$ref"].split("/")[1:]
        node = CONTRACT
        for step in name:
            node = node[step]
    return node


def check_contract(server, tests):
    """Each address with each example of its body; the answer and the examples follow the schemas."""
    runs = server.ask("POST", f"{BASE}/runs", {"draws": 500})[2]["run"]
    sha256 = server.ask("GET", "/api/1/scenarios")[2]["scenarios"][0]["sha256"]
    for path, method, operation in operations():
        where = path.replace("{id}", SCENARIO).replace("{run}", runs).replace("{document}", "nothing").replace("{table}", TABLE)
        bodies = [None]
        if "requestBody" in operation:
            media = follow(operation["requestBody"])["content"]["application/json"]
            bodies = [e["value"] for e in media["examples"].values()] if "examples" in media else [media["example"]]
            for body in bodies:
                tests.is_of(media["schema"], body, f"the example of {method} {path}")
        for response in operation["responses"].values():
            media = follow(response).get("content", {}).get("application/json", {})
            if "example" in media:
                tests.is_of(media["schema"], media["example"], f"the example answer of {method} {path}")
        if path.endswith("/events"):
            continue
        for body in bodies:
            if path.endswith("/value"):
                body = {"path": "stances.france.delay.position", "value": {"low": 8, "mode": 9, "high": 10}, "sha256": sha256}
            status, _, answer = server.ask(method.upper(), where, body)
            schema = schema_of(operation, status)
            tests.claim(f"{method} {path} answers", schema, (status, answer))
            if schema:
                tests.is_of(schema, answer, f"the answer {status} of {method} {path}")
    for name in ("Question", "Error", "Run", "Started"):
        if "example" in CONTRACT["components"]["schemas"][name]:
            tests.is_of({"$ref": f"#/components/schemas/{name}"}, CONTRACT["components"]["schemas"][name]["example"], name)
    server.copy(SCENARIO)


def check_answers(server, tests, program):
    """The server's trees are the command line's."""
    asked = {"models": ["mean", "nash"], "draws": 900, "seed": 5, "model_options": {"nash.weights": "equal"}}
    run = server.ask("POST", f"{BASE}/runs", {**asked, "client": "a"})[2]
    tests.claim("the stages are told", run["stages"] == ["points", "first", "closed", "all", "seats"], run)
    status, events = server.events(run["run"])
    stages = [data for event, _, data in events if event == "stage"]
    tests.claim("all stages come", [s["stage"] for s in stages] == run["stages"], status)
    tests.claim("the last one is marked", [s["last"] for s in stages] == [False] * 4 + [True])
    tests.claim("the end comes last", events[-1][0] == "end" and events[-1][2]["status"] == "done", events[-1])
    for event in events:
        if event[0] == "stage":
            tests.is_of({"$ref": "#/components/schemas/Tree"}, event[2]["tree"], f"the tree of {event[2]['stage']}")
    command = [program, "run", server.path(SCENARIO), "--json", "--quiet", "--models", "mean,nash", "--draws", "900",
               "--seed", "5", "--option", "nash.weights=equal"]
    whole = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    tests.claim("the last tree is that of the command line", stages[-1]["tree"] == whole)
    points = json.loads(subprocess.run([*command, "--draws", "0", "--no-seats"], capture_output=True, check=True).stdout)
    tests.claim("the first tree is that of the points", {**stages[0]["tree"], "draws": 0} == points)
    tests.claim("the fast path gives it too", server.ask("POST", f"{BASE}/points", asked)[2] == points)
    status, rest = server.events(run["run"], "4")
    tests.claim("who comes back hears the rest", [r[1] for r in rest] == ["5", "6"], rest)
    tests.claim("and then nothing", server.events(run["run"], "6")[0] == 204)
    varied = server.ask("POST", f"{BASE}/points", {"variation": {"table": {"leave_out": ["france"]}}})[2]
    tests.claim("a variation varies", "france" in varied["table"]["absent"], varied)
    tests.claim("a language is taken", server.ask("GET", "/api/1/scenarios/alaska-2025?language=zh-Hant")[2]["tree"]["language"] == "zh-Hant")


def check_cancelling(server, tests):
    base = "/api/1/scenarios/alaska-2025/runs"
    long = {"draws": 100000, "seats": False}
    first = server.ask("POST", base, {**long, "client": "tab"})[2]["run"]
    second = server.ask("POST", base, {**long, "client": "tab"})[2]["run"]
    tests.claim("a newer run replaces the older", server.events(first)[1][-1][2]["status"] == "replaced")
    status, _, told = server.ask("GET", f"/api/1/runs/{second}")
    tests.claim("the newer one runs", status == 200 and told["status"] == "running", told)
    server.ask("DELETE", f"/api/1/runs/{second}")
    tests.claim("a cancelled run ends", server.events(second)[1][-1][2]["status"] == "cancelled")
    other = server.ask("POST", base, {**long, "client": "another"})[2]["run"]
    mine = server.ask("POST", base, {"draws": 50, "client": "tab", "stage": "closed"})[2]["run"]
    tests.claim("another client's run goes on beside", server.events(mine)[1][-1][2]["status"] == "done")
    server.ask("DELETE", f"/api/1/runs/{other}")


ALASKA = "alaska-2025"
INQUIRIES = [  # of which scenario, what is asked, the command line that asks the same
    (ALASKA, {"inquiry": {"kind": "timeline"}, "draws": 20, "seed": 5, "models": ["mean"]}, ["timeline", "--draws", "20", "--seed", "5", "--models", "mean"]),
    (ALASKA, {"inquiry": {"kind": "timeline"}, "draws": 0, "language": "zh-Hant", "positions": "stated"},
     ["timeline", "--draws", "0", "--lang", "zh-Hant", "--positions", "stated"]),
    (SCENARIO, {"inquiry": {"kind": "timeline"}, "models": ["mean"]}, ["timeline", "--models", "mean"]),
    (ALASKA, {"inquiry": {"kind": "sensitivity", "of": "gain: ukraine", "method": "tornado"}, "draws": 0, "models": ["mean", "nash"]},
     ["sensitivity", "--of", "gain: ukraine", "--method", "tornado", "--models", "mean,nash"]),
    (SCENARIO, {"inquiry": {"kind": "sensitivity", "of": "{gain: uk, above: {gain: france}}", "rows": 32}, "models": ["mean", "median"], "seed": 2},
     ["sensitivity", "--of", "{gain: uk, above: {gain: france}}", "--rows", "32", "--models", "mean,median", "--seed", "2"]),
    (SCENARIO, {"inquiry": {"kind": "sensitivity", "of": "claim:late", "method": "morris"}, "models": ["mean"]},
     ["sensitivity", "--of", "claim:late", "--method", "morris", "--models", "mean"]),
    (SCENARIO, {"inquiry": {"kind": "levers", "for": "germany"}, "models": ["mean", "nash"]}, ["levers", "--for", "germany", "--models", "mean,nash"]),
    (SCENARIO, {"inquiry": {"kind": "levers", "for": "uk", "of": "outcome: delay"}, "models": ["mean"], "variation": {"table": {"leave_out": ["france"]}}},
     ["levers", "--for", "uk", "--of", "outcome: delay", "--models", "mean", "--leave-out", "france"]),
    (SCENARIO, {"inquiry": {"kind": "leverage"}, "models": ["mean", "median"]}, ["leverage", "--models", "mean,median"]),
    (ALASKA, {"inquiry": {"kind": "leverage", "claim": "win_win"}, "draws": 10, "models": ["mean"]},
     ["leverage", "--claim", "win_win", "--draws", "10", "--models", "mean"]),
    (SCENARIO, {"inquiry": {"kind": "evidence", "of": "gain: uk"}, "models": ["mean"]}, ["evidence", "--of", "gain: uk", "--models", "mean"]),
]


def check_inquiries(server, tests, program):
    """What a command answers, as a run: the same tree, beside the runs of the same client."""
    base = f"/api/1/scenarios/{ALASKA}/runs"
    for scenario, question, command in INQUIRIES:
        status, _, run = server.ask("POST", f"/api/1/scenarios/{scenario}/runs", {**question, "client": "a"})
        tests.claim(f"{command[0]} is an inquiry", status == 202 and run["stages"] == ["inquiry"], run)
        events = server.events(run["run"])[1]
        stages = [data for event, _, data in events if event == "stage"]
        tests.claim(f"{command} ends", [e[2]["status"] for e in events if e[0] == "end"] == ["done"], events[-1])
        tests.claim(f"{command} has one stage", [(s["stage"], s["last"]) for s in stages] == [("inquiry", True)])
        done = subprocess.run([program, command[0], server.path(scenario), *command[1:], "--json", "--quiet"], capture_output=True, check=True)
        tests.claim(f"{command} is the command's tree", stages and stages[0]["tree"] == json.loads(done.stdout))
        told = [e[2] for e in events if e[0] == "progress"]
        tests.claim(f"{command} tells of its own progress", all(t["stage"] == "inquiry" for t in told), told[:1])
    long = {"draws": 100000, "seats": False, "client": "tab", "models": ["mean", "nash"]}
    main = server.ask("POST", base, long)[2]["run"]
    asked = [server.ask("POST", base, {**long, "inquiry": {"kind": kind}})[2]["run"] for kind in ("timeline", "evidence", "timeline")]

    def of(run):
        return server.ask("GET", f"/api/1/runs/{run}")[2]["status"]
    tests.claim("a newer inquiry replaces the older of its kind", server.events(asked[0])[1][-1][2]["status"] == "replaced")
    tests.claim("and nothing else", [of(run) for run in (main, *asked[1:])] == ["running"] * 3, [of(run) for run in (main, *asked)])
    quick = server.ask("POST", base, {"draws": 50, "client": "another", "stage": "closed", "models": ["mean"]})[2]["run"]
    tests.claim("inquiries keep no run waiting", server.events(quick)[1][-1][2]["status"] == "done")
    newer = server.ask("POST", base, long)[2]["run"]
    tests.claim("a newer run replaces the older", server.events(main)[1][-1][2]["status"] == "replaced")
    tests.claim("and no inquiry", [of(run) for run in (newer, *asked[1:])] == ["running"] * 3)
    for run in (*asked[1:], newer):
        server.ask("DELETE", f"/api/1/runs/{run}")
        tests.claim("a cancelled inquiry ends", server.events(run)[1][-1][2]["status"] == "cancelled", of(run))
    levers = server.ask("POST", base, {"inquiry": {"kind": "sensitivity", "of": "gain: us", "rows": 8192}, "models": ["mean"]})[2]["run"]
    server.ask("DELETE", f"/api/1/runs/{levers}")
    tests.claim("one without draws too", server.events(levers)[1][-1][2]["status"] == "cancelled")
    _, _, answer = server.ask("POST", base, {"inquiry": {"kind": "sensitivity", "of": "gain: nobody"}})
    tests.claim("the place in a question is told", (answer["error"]["line"], answer["error"]["column"]) == (1, 7), answer)


def check_writing_several(server, tests):
    """A chair moves from one list into another, and an estimate keeps what it cites; all is written, or nothing."""
    summary = server.ask("GET", BASE)[2]["summary"]
    with open(server.path(SCENARIO), "rb") as file:
        before = file.read()
    table = server.ask("POST", f"{BASE}/points", {})[2]["table"]
    seats = [actor for actor in table["seats"] if actor != "france"]
    moved = [{"path": "table.seats", "value": seats}, {"path": "table.absent", "value": ["france"]}]
    late = {"path": "stances.germany.delay.position", "value": 9, "estimate": True}
    for name, bad in (("a range", {"path": "stances.germany.delay.position", "value": 170}), ("a path", {"path": "tabel.seats", "value": 1}),
                      ("no list", {"path": "table.seats", "value": "x"})):
        status, _, answer = server.ask("PUT", f"{BASE}/value", {"edits": [*moved, bad], "sha256": summary["sha256"]})
        tests.claim(f"of edits with {name} that is wrong none is made", status == 422, answer)
    for name, bad, code in (("none", [], "bad_value"), ("a text", ["x"], "wrong_type"), ("an unknown field", [{**late, "estimat": 1}], "unknown_field"),
                            ("no value", [{"path": "x"}], "missing_field")):
        status, _, answer = server.ask("PUT", f"{BASE}/value", {"edits": bad, "sha256": summary["sha256"]})
        tests.claim(f"edits with {name} are refused", status == 400 and answer["error"]["code"] == code, answer)
    with open(server.path(SCENARIO), "rb") as file:
        tests.claim("and the file is as it was", file.read() == before)
    status, _, answer = server.ask("PUT", f"{BASE}/value", {"edits": [*moved, late], "sha256": "0"})
    tests.claim("edits of another file are kept", status == 409 and answer["edits"] == [*moved, late], answer)
    status, _, answer = server.ask("PUT", f"{BASE}/value", {"edits": [*moved, late], "sha256": summary["sha256"]})
    tests.claim("a chair is moved in the file", status == 200, answer)
    tree = server.ask("POST", f"{BASE}/points", {})[2]
    tests.claim("and so is the next answer", (tree["table"]["seats"], tree["table"]["absent"]) == (seats, ["france"]), tree["table"])
    with open(server.path(SCENARIO), "rb") as file:
        after = file.read()
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    tests.claim("three lines of it are others", len(changed) == 3, changed)
    with open(server.path(SCENARIO), "wb") as file:
        file.write(before)


def check_writing(server, tests, program):
    server.copy(SCENARIO)
    summary = server.ask("GET", BASE)[2]["summary"]
    with open(server.path(SCENARIO), "rb") as file:
        before = file.read()
    edit = {"path": "stances.france.delay.position", "value": {"low": 8.5, "mode": 9, "high": 10}, "sha256": summary["sha256"]}
    status, _, answer = server.ask("PUT", f"{BASE}/value", edit)
    tests.claim("a value is written", status == 200 and answer["summary"]["sha256"] != summary["sha256"], answer)
    with open(server.path(SCENARIO), "rb") as file:
        after = file.read()
    same = os.path.commonprefix([before, after])
    tests.claim("as it stands in a file", b"{low: 8.5, mode: 9, high: 10}" in after)
    tail = os.path.commonprefix([before[::-1], after[::-1]])
    tests.claim("and nothing else changes", len(before) - len(same) - len(tail) < 30)
    tree = server.ask("POST", f"{BASE}/points", {})[2]
    point = [i for i in tree["inputs"] if i["path"] == edit["path"]][0]
    tests.claim("what is asked next knows it", point["point"] == 9 and point["low"] == 8.5, point)
    status, _, answer = server.ask("PUT", f"{BASE}/value", edit)
    tests.claim("a second writer is refused", status == 409 and answer["error"]["code"] == "changed_file", answer)
    tests.claim("the edit is kept", answer["edit"] == {"path": edit["path"], "value": edit["value"]}, answer)
    edit["sha256"] = answer["sha256"]
    for bad in (170, "abc", {"low": 3}, [1, 2], "x\ny"):
        status, _, answer = server.ask("PUT", f"{BASE}/value", {**edit, "value": bad})
        tests.claim(f"the value {bad!r} is refused", status in (400, 422), answer)
    with open(server.path(SCENARIO), "rb") as file:
        tests.claim("and nothing was written", file.read() == after)
    check_writing_several(server, tests)
    with open(server.path(SCENARIO), "ab") as file:
        file.write(b"nonsense: 1\n")
    answer = server.ask("GET", BASE)[2]
    tests.claim("a file that went bad is told of", answer["summary"]["problem"]["line"], answer["summary"])
    tests.claim("its writing is refused", server.ask("PUT", f"{BASE}/value", edit)[0] == 409)
    server.copy(SCENARIO)
    tests.claim("and read again once it is good", server.ask("GET", BASE)[2]["summary"]["problem"] is None)

    variation = {"table": {"leave_out": ["france"]}}
    status, _, answer = server.ask("POST", f"{BASE}/variants", {"name": "without-france", "variation": variation})
    tests.claim("a variant is saved", status == 201 and answer["variation"] == variation, answer)
    path = os.path.join(server.folder, answer["file"])
    done = subprocess.run([program, "table", server.path(SCENARIO), "--models", "mean", "--variation", path], capture_output=True, check=False)
    tests.claim("the command line takes it", done.returncode == 0, done.stderr)
    again = server.ask("POST", f"{BASE}/variants", {"name": "without-france", "variation": {}})
    tests.claim("an older one is not lost", again[0] == 409 and again[2]["error"]["code"] == "exists", again)
    tests.claim("unless it shall be", server.ask("POST", f"{BASE}/variants", {"name": "without-france", "variation": {}, "replace": True})[0] == 201)
    for name in ("../x", "a/b", "", "A", "x" * 65, ".."):
        tests.claim(f"the name {name!r} is refused", server.ask("POST", f"{BASE}/variants", {"name": name, "variation": {}})[0] == 400)
    status, _, answer = server.ask("POST", f"{BASE}/variants", {"name": "b", "variation": {"table": {"seat": ["nobody"]}}})
    tests.claim("a variation that fits nothing is refused", status == 422, answer)
    tests.claim("variants are listed", [v["name"] for v in server.ask("GET", f"{BASE}/variants")[2]["variants"]] == ["ukraine-sits", "without-france"])


REFUSED = [  # what, status, code, method, path, more
    ("no token", 401, "missing_token", "GET", BASE, {"token": False}),
    ("a wrong token", 401, "wrong_token", "GET", BASE + "?token=" + "A" * 32, {"token": False}),
    ("an empty token", 401, "wrong_token", "GET", BASE + "?token=", {"token": False}),
    ("a foreign name", 403, "foreign_host", "GET", "/", {"headers": {"Host": "summitry.example"}}),
    ("a name with another port", 403, "foreign_host", "GET", "/", {"headers": {"Host": "127.0.0.1:1"}}),
    ("a foreign page", 403, "foreign_origin", "GET", BASE, {"headers": {"Origin": "https://summitry.example"}}),
    ("a page from a file", 403, "foreign_origin", "GET", BASE, {"headers": {"Origin": "null"}}),
    ("an unknown address", 404, "not_found", "GET", "/api/1/secrets", {}),
    ("another version", 404, "not_found", "GET", "/api/2/scenarios", {}),
    ("an unknown scenario", 404, "not_found", "GET", "/api/1/scenarios/nothing", {}),
    ("an unknown run", 404, "not_found", "GET", "/api/1/runs/r999999", {}),
    ("an unknown run's events", 404, "not_found", "GET", "/api/1/runs/r999999/events", {}),
    ("a path outside", 404, "not_found", "GET", "/../../etc/passwd", {}),
    ("a path outside, escaped", 404, "not_found", "GET", "/%2e%2e/%2e%2e/etc/passwd", {}),
    ("a path outside, below the scenarios", 404, "not_found", "GET", "/api/1/scenarios/..%2f..%2fetc%2fpasswd", {}),
    ("a wrong method", 405, "wrong_method", "DELETE", BASE, {}),
    ("a method nobody knows", 405, "wrong_method", "BREW", BASE, {}),
    ("writing to the page", 405, "wrong_method", "POST", "/", {"body": {}}),
    ("no JSON", 415, "wrong_media", "POST", BASE + "/points", {"raw": "{}", "headers": {"Content-Type": "text/plain"}}),
    ("JSON that ends early", 400, "bad_json", "POST", BASE + "/points", {"raw": "{\"draws\": "}),
    ("no body", 400, "bad_json", "POST", BASE + "/points", {"raw": ""}),
    ("no object", 400, "wrong_type", "POST", BASE + "/points", {"raw": "[]"}),
    ("a key twice", 400, "bad_json", "POST", BASE + "/points", {"raw": "{\"draws\": 1, \"draws\": 2}"}),
    ("bytes that are no UTF-8", 400, "bad_json", "POST", BASE + "/points", {"raw": b"{\"client\": \"\xff\"}"}),
    ("JSON too deep", 400, "bad_json", "POST", BASE + "/points", {"raw": "{\"variation\":" + "[" * 5000 + "]" * 5000 + "}"}),
    ("an unknown field", 400, "unknown_field", "POST", BASE + "/points", {"body": {"drawz": 1}}),
    ("draws as a text", 400, "wrong_type", "POST", BASE + "/points", {"body": {"draws": "many"}}),
    ("too many draws", 400, "bad_value", "POST", BASE + "/points", {"body": {"draws": 1e9}}),
    ("half a draw", 400, "bad_value", "POST", BASE + "/points", {"body": {"draws": .5}}),
    ("draws below nothing", 400, "bad_value", "POST", BASE + "/points", {"body": {"draws": -1}}),
    ("models as a text", 400, "wrong_type", "POST", BASE + "/points", {"body": {"models": "mean"}}),
    ("no models", 400, "bad_value", "POST", BASE + "/points", {"body": {"models": []}}),
    ("an unknown model", 422, "unknown", "POST", BASE + "/points", {"body": {"models": ["magic"]}}),
    ("an unknown option", 422, "unknown", "POST", BASE + "/points", {"body": {"model_options": {"nash.magic": 1}}}),
    ("an option that is a list", 400, "wrong_type", "POST", BASE + "/points", {"body": {"model_options": {"nash.magic": []}}}),
    ("a part that cannot be left out", 400, "bad_value", "POST", BASE + "/points", {"body": {"omit": ["models"]}}),
    ("parts as a text", 400, "wrong_type", "POST", BASE + "/points", {"body": {"omit": "inputs"}}),
    ("an unknown stage", 400, "bad_value", "POST", BASE + "/runs", {"body": {"stage": "later"}}),
    ("an inquiry for its points", 400, "bad_value", "POST", BASE + "/points", {"body": {"inquiry": {"kind": "timeline"}}}),
    ("an inquiry with a stage", 400, "bad_value", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "timeline"}, "stage": "all"}}),
    ("a stage of no inquiry", 400, "bad_value", "POST", BASE + "/runs", {"body": {"stage": "inquiry"}}),
    ("an inquiry that is a text", 400, "wrong_type", "POST", BASE + "/runs", {"body": {"inquiry": "timeline"}}),
    ("an inquiry of no kind", 400, "missing_field", "POST", BASE + "/runs", {"body": {"inquiry": {}}}),
    ("an inquiry of an unknown kind", 400, "bad_value", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "magic"}}}),
    ("an inquiry with another's field", 400, "unknown_field", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "timeline", "of": "gain: uk"}}}),
    ("a sensitivity of nothing", 400, "missing_field", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "sensitivity"}}}),
    ("a sensitivity of nonsense", 422, "syntax", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "sensitivity", "of": "gain: [uk"}}}),
    ("a sensitivity of nobody", 422, "unknown", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "sensitivity", "of": "gain: nobody"}}}),
    ("an unknown method", 400, "bad_value", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "sensitivity", "of": "gain: uk", "method": "x"}}}),
    ("too many rows", 400, "bad_value", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "sensitivity", "of": "gain: uk", "rows": 1e6}}}),
    ("levers for nobody", 422, "unknown", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "levers", "for": "nobody"}}}),
    ("leverage on an unknown claim", 422, "unknown", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "leverage", "claim": "x"}}}),
    ("an inquiry with an unknown model", 422, "unknown", "POST", BASE + "/runs", {"body": {"inquiry": {"kind": "timeline"}, "models": ["magic"]}}),
    ("an unknown actor in a run", 422, "unknown", "POST", BASE + "/runs", {"body": {"variation": {"table": {"seat": ["nobody"]}}}}),
    ("an unknown table", 404, "not_found", "POST", "/api/1/decisions/none/runs", {"body": {}}),
    ("a back-test to be read", 405, "wrong_method", "GET", BACKTESTS, {}),
    ("a new table", 405, "wrong_method", "POST", "/api/1/decisions", {"body": {}}),
    ("a back-test with an unknown field", 400, "unknown_field", "POST", BACKTESTS, {"body": {"modles": ["mean"]}}),
    ("a back-test with another's field", 400, "unknown_field", "POST", BACKTESTS, {"body": {"draws": 5}}),
    ("a back-test of an unknown model", 422, "unknown", "POST", BACKTESTS, {"body": {"models": ["magic"]}}),
    ("a back-test of no models", 400, "bad_value", "POST", BACKTESTS, {"body": {"models": []}}),
    ("a baseline that is not asked", 422, "unknown", "POST", BACKTESTS, {"body": {"models": ["mean"], "baseline": "nash"}}),
    ("an unknown capability", 400, "bad_value", "POST", BACKTESTS, {"body": {"capability": "some"}}),
    ("one fold", 400, "bad_value", "POST", BACKTESTS, {"body": {"folds": 1}}),
    ("too many resamples", 400, "bad_value", "POST", BACKTESTS, {"body": {"resamples": 1000001}}),
    ("a back-test that is no object", 400, "wrong_type", "POST", BACKTESTS, {"raw": "[]"}),
    ("a variation that is none", 422, "unknown", "POST", BASE + "/points", {"body": {"variation": {"tabel": {}}}}),
    ("a client with control characters", 400, "bad_value", "POST", BASE + "/runs", {"body": {"client": "a\u0007"}}),
    ("an edit without a path", 400, "missing_field", "PUT", BASE + "/value", {"body": {"value": 1, "sha256": ""}}),
    ("an unknown document", 404, "not_found", "GET", "/api/1/scenarios/alaska-2025/documents/none/text", {}),
    ("a document that is not at hand", 409, "not_at_hand", "GET", "/api/1/scenarios/alaska-2025/documents/commentary/text", {}),
    ("a passage from nowhere", 400, "bad_query", "GET", "/api/1/scenarios/alaska-2025/documents/commentary/text?from=x", {}),
    ("a body that is far too large", 413, "too_large", "POST", BASE + "/points", {"raw": "", "headers": {"Content-Length": "99999999"}}),
    ("a body that is too large", 413, "too_large", "POST", BASE + "/points", {"raw": "{\"client\": \"" + "x" * (1 << 20) + "\"}"}),
]


def check_refusals(server, tests):
    for what, status, code, method, path, more in REFUSED:
        try:
            got, headers, answer = server.ask(method, path, **more)
        except (ConnectionError, http.client.HTTPException) as problem:
            tests.claim(f"{what} gets an answer", False, problem)
            continue
        tests.claim(f"{what} is refused", got == status and answer["error"]["code"] == code, (got, answer))
        tests.is_of({"$ref": "#/components/schemas/Error"}, answer, f"the refusal of {what}")
        tests.claim(f"{what}: the methods are told", got != 405 or headers["Allow"], headers)
    status, headers, _ = server.ask("GET", "/", token=False)
    tests.claim("the page is given out without a token", status == 200 and "text/html" in headers["Content-Type"])
    tests.claim("and lets no other script in", "default-src 'none'" in headers["Content-Security-Policy"])


def throw(server, data):
    """Raw bytes at the server; what comes back within a moment."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=.2) as line:
        try:
            line.sendall(data)
            return line.recv(4096)
        except OSError:
            return b""


def check_hostile(server, tests, how_many):
    chance = random.Random(7)
    good = f"POST {BASE}/points HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.token}\r\n" \
           "Content-Type: application/json\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"draws\": 1}"
    for _ in range(how_many):
        data = bytearray(good.encode())
        for _ in range(chance.randrange(1, 12)):
            kind, at = chance.randrange(4), chance.randrange(len(data))
            if kind == 0:
                data[at] = chance.randrange(256)
            elif kind == 1:
                del data[at:at + chance.randrange(1, 20)]
            elif kind == 2:
                data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 20)))
            else:
                data[at:at] = chance.choice([b"\r\n", b"\0", b"%00", b"../", b"Content-Length: 99\r\n", b"{" * 50, b"Transfer-Encoding: chunked\r\n"])
            if not data:
                break
        throw(server, bytes(data))
    status, _, answer = server.ask("POST", f"{BASE}/points", {})
    tests.claim(f"{how_many} hostile requests leave it serving", status == 200 and answer["models"])


def check_slow(server, tests):
    """Clients that send half a head, or half a body, or read nothing, while others are served."""
    lines = []
    for n in range(80):
        line = socket.create_connection(("127.0.0.1", server.port))
        head = f"POST {BASE}/points HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        if n % 3:
            head += f"Authorization: Bearer {server.token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{"
        line.sendall(head.encode())
        lines.append(line)
    statuses = [server.ask("POST", f"{BASE}/points", {})[0] for _ in range(20)]
    tests.claim("slow and half-open clients do not block others", statuses == [200] * 20, statuses)
    for line in lines:
        line.close()


def check_memory(server, tests, how_many):
    """Flat over many requests of all kinds, runs among them, once warm."""
    def some(n):
        for k in range(n):
            server.ask("POST", f"{BASE}/points", {"variation": {"table": {"leave_out": ["france"]}}} if k % 2 else {})
            if k % 10 == 0:
                run = server.ask("POST", f"{BASE}/runs", {"draws": 100, "models": ["mean", "median"]})[2]["run"]
                server.events(run)
            if k % 7 == 0:
                server.ask("GET", "/api/1/scenarios/none")
    some(300)
    before = server.memory()
    some(how_many)
    after = server.memory()
    tests.claim(f"memory is flat over {how_many} requests", after < before * 1.1 + 2048, f"{before} -> {after} KiB")


def check_many_at_once(server, tests):
    wrong = []

    def ask():
        for _ in range(10):
            status, _, answer = server.ask("POST", f"{BASE}/points", {})
            if status not in (200, 503):
                wrong.append((status, answer))
    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tests.claim("many ask at once", not wrong, wrong[:2])


def main():
    long = "--long" in sys.argv
    program = os.path.abspath(sys.argv[1])
    if b"without its server" in subprocess.run([program, "serve", "-"], capture_output=True, check=False).stderr:
        print("skipped: built without the server")
        return 77
    tests = Tests()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder)
        try:
            check_contract(server, tests)
            check_answers(server, tests, program)
            check_cancelling(server, tests)
            check_inquiries(server, tests, program)
            check_backtests(server, tests, program, f"{BASE}/runs")
            check_writing(server, tests, program)
            check_refusals(server, tests)
            check_many_at_once(server, tests)
            check_hostile(server, tests, 1000 if long else 200)
            check_slow(server, tests)
            check_memory(server, tests, 10000 if long else 400)
            server.ask("POST", "/api/1/scenarios/alaska-2025/runs", {"draws": 100000})
        finally:
            status = server.stop()
        tests.claim("it ends cleanly, with a run on", status == 0, status)
        server = Server(program, folder, "--read-only", "--port", str(server.port))
        status, _, answer = server.ask("POST", f"{BASE}/variants", {"name": "b", "variation": {}})
        tests.claim("--read-only writes nothing", status == 409 and answer["error"]["code"] == "not_writable", answer)
        other = subprocess.run([program, "serve", server.path(SCENARIO), "--port", str(server.port)], capture_output=True, check=False)
        tests.claim("a port that is taken is told of", other.returncode == 2 and b"cannot listen" in other.stderr, other)
        tests.claim("it ends cleanly at once", server.stop() == 0)
    print(f"{tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
