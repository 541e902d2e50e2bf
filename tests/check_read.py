#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""summitry read: its JSON obeys its schema, its page is well-formed, its draft runs once it is filled in.

Usage: tests/check_read.py PROGRAM   (in the top folder; exit status 77: python3-jsonschema is missing)
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import xml.dom.minidom

try:
    import jsonschema
except ImportError:
    sys.exit(77)

program = os.path.abspath(sys.argv[1])
wrong = 0


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True)


def expect(promise, holds, more=""):
    global wrong
    if not holds:
        wrong += 1
        print(f"FAILED: {promise}\n{more[:2000]}")


def fill(draft):
    """A person's work, done carelessly: every blank gets some value."""
    return (draft.replace("scale: [blank, blank]", "scale: [0, 100]").replace("holds: blank", "holds: {agreement: true}")
            .replace('"blank: why"', '"for the test"').replace('"blank: name', '"named').replace("[blank]", "[blank]")
            .replace("value: blank", "value: 50").replace("position: blank", "position: 50")
            .replace("salience: blank", "salience: 50"))


with open("docs/read.schema.json", encoding="utf-8") as file:
    schema = json.load(file)
texts = sorted(glob.glob("tests/data/reading/*.txt")) + ["docs/read-example.txt"]
with tempfile.TemporaryDirectory() as folder:
    page, draft = os.path.join(folder, "d.html"), os.path.join(folder, "d.summit.yaml")
    for text in texts:
        got = run("read", text, "--json", "--html", page, "--draft", draft)
        expect(f"{text} is read", got.returncode == 0, got.stderr)
        if got.returncode:
            continue
        tree = json.loads(got.stdout)
        for error in jsonschema.Draft202012Validator(schema).iter_errors(tree):
            expect(f"{text}: the tree obeys the schema", False, f"{list(error.path)}: {error.message}")
        document = tree["documents"][0]
        for item in tree["statements"]:
            sentence = document["sentences"][item["sentence"] - 1]
            expect(f"{text}: {item['id']} has its words", item["end"] - item["start"] == len(item["text"]), str(item))
            expect(f"{text}: {item['id']} has its sentence", sentence["start"] <= item["verb"]["start"] < sentence["end"])
        xml.dom.minidom.parse(page)
        blank = run("check", draft)
        lines = [line for line in blank.stderr.splitlines() if line.startswith(draft)]
        expect(f"{text}: a draft does not run", blank.returncode == 2)
        # With nobody who meets, the seats themselves are blank.
        expect(f"{text}: only blanks keep a draft from running",
               all("still blank" in line or '"blank"' in line for line in lines), blank.stderr)
        with open(draft, encoding="utf-8") as file:
            filled = fill(file.read())
        if "[blank]" in filled:
            continue
        with open(draft, "w", encoding="utf-8") as file:
            file.write(filled)
        done = run("run", draft, "--draws", "0", "--models", "mean")
        expect(f"{text}: a draft that is filled in runs", done.returncode == 0, done.stderr)
        verified = run("check", draft, "--documents", os.path.dirname(text), "--strict")
        expect(f"{text}: its citations hold", verified.returncode == 0, verified.stdout[:500] + verified.stderr)
print(f"{len(texts)} texts read, {wrong} failed")
sys.exit(wrong > 0)
