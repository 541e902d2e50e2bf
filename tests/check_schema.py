#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks docs/scenario.schema.json: it takes every scenario of ours, refuses what the reader refuses,
and knows the reader's keys, no more and no fewer; docs/format.md names each of them.

Usage: tests/check_schema.py   (in the top folder). Exit status 77: skipped, a Python module is missing.
"""
import copy
import glob
import json
import os
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    if os.path.realpath(sys.executable) != os.path.realpath("/usr/bin/python3") and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])  # Debian's has what apt-get installed
    print(f"skipped: {missing} (apt-get install python3-jsonschema python3-yaml)")
    sys.exit(77)


def typed(text):
    """A plain scalar by the core schema of YAML 1.2, as the reader types it."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text[0] in "tT"
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def value_of(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: value_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value_of(entry) for entry in node.value]
    return node.value if node.style else typed(node.value)


def load(text):
    return value_of(yaml.compose(text, Loader=yaml.SafeLoader))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def keys_of_schema(node):
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from keys_of_schema(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_of_schema(value)


def keys_of_reader():
    """Words in the tables {"name", read, required} and {"gain", SMYI_Q_GAIN, ACTOR} of the sources."""
    for path in glob.glob("src/scenario/*.[ch]"):
        if "/vary" in path:
            continue  # keys of a variation, which is no file of a scenario (docs/variation.md)
        text = read(path).replace("\\\n", " ")
        yield from re.findall(r'\{\s*"(\w+)",\s+\w+,\s+(?:true|false)\s*\}', text)
        yield from re.findall(r'\{"(\w+)",\s+SMYI_Q_', text)
        for words in re.findall(r"(?:forms|ops)\[\] = \{(.*?)\};", text, re.S):
            yield from re.findall(r'"(\w+)"', words)
    yield "part"  # of a gain: read beside it


# Where, and what is put there: each must be refused.
DEFECTS = [
    ("titel", "x"),
    ("summitry", 2.0),
    ("id", "River Dam"),
    ("as_of", "1999"),
    ("issues", {}),
    ("issues.height.scale", [0.0]),
    ("issues.height.anchors", {"low": "x"}),
    ("actors.town.capability", -1.0),
    ("actors.town.kind", "city"),
    ("actors.upstream.ratify", {"quota": 0.5}),
    ("table.seats", []),
    ("table.observers", [{"actor": "bank", "patron": "upstream"}]),
    ("stances.upstream.height", {"position": 1.0}),
    ("stances.upstream.height.salience", 170.0),
    ("stances.upstream.height.position", "60"),
    ("stances.upstream.height.position", {"low": 1.0, "high": 2.0}),
    ("stances.upstream.height.position", {"value": 1.0, "low": 1.0}),
    ("stances.upstream.height.stated", {"low": 1.0, "mode": 1.0, "high": 2.0}),
    ("no_deal.delta", -101.0),
    ("standing.delta", 5.0),
    ("no_deal.upstream.cite", "speech"),
    ("no_deal.upstream.cite", []),
    ("levers.0.state", "half"),
    ("correlations.0.spearman", 1.0),
    ("claims.0.holds", {"gian": "upstream", "above": 0.0}),
    ("claims.0.holds", {"gain": "upstream"}),
    ("claims.0.holds", {"gain": "upstream", "above": 0.0, "below": 1.0}),
    ("claims.0.holds", {"gain": "upstream", "outcome": "height", "above": 0.0}),
    ("claims.0.holds", {"agreement": True, "settled": "height"}),
    ("claims.0.holds", {"all": []}),
    ("claims.0.holds", {"outcome": "height", "part": "face", "above": 0.0}),
    ("claims.0.says", None),
]


def with_defect(good, path, value):
    bad = copy.deepcopy(good)
    at = bad
    *steps, last = path.split(".")
    for step in steps:
        at = at[int(step)] if isinstance(at, list) else at[step]
    at[last] = value
    return bad


def main():
    schema = json.loads(read("docs/scenario.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = n = 0

    manual = read("docs/format.md")
    scenarios = {path: read(path) for path in
                 glob.glob("scenarios/*.summit.yaml") + ["tests/data/scenario/complete.summit.yaml"]}
    for number, block in enumerate(re.findall(r"^```yaml\n(summitry: 1\n.*?)^```$", manual, re.S | re.M)):
        scenarios[f"docs/format.md, scenario {number + 1}"] = block
    for path, text in sorted(scenarios.items()):
        n += 1
        for error in list(validator.iter_errors(load(text)))[:5]:
            wrong += 1
            print(f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}")

    good = load(scenarios["tests/data/scenario/complete.summit.yaml"])
    for path, value in DEFECTS:
        n += 1
        if validator.is_valid(with_defect(good, path, value)):
            wrong += 1
            print(f"the schema takes {path}: {value}")

    known, ours = set(keys_of_reader()), set(keys_of_schema(schema))
    for key in sorted(known ^ ours):
        wrong += 1
        print(f"the key {key} is known to the {'reader' if key in known else 'schema'} alone")
    for key in sorted(known):
        n += 1
        if not re.search(rf"(?<!\w){key}(?!\w)", manual):
            wrong += 1
            print(f"docs/format.md does not name the key {key}")
    print(f"{n - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
