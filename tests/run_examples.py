#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of the documentation and compares what they print with what it shows.

Usage: tests/run_examples.py [--update] PROGRAM FILE.md...   (in the top folder)

With --update what an example shows is replaced by what it prints, except where it has a "..." line.

In a block fenced as ```console every line "$ ..." that calls summitry is run by a shell, in a temporary
folder that has the repository's scenarios/ and docs/; other commands are left alone. The lines up to the
next "$" must be what it prints, standard error included; "..." alone on a line stands for any
lines; no lines at all: only the exit status counts. It must be 0, or N where the block says
"(exit status N)" after the output. A block fenced as ```yaml that begins with "summitry: 1" is a
whole scenario, which `summitry check` must accept.
"""
import os
import re
import subprocess
import sys
import tempfile


def blocks(path):
    """Yields (line number, language, lines) of each fenced block."""
    language, start, lines = None, 0, []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            fence = re.match(r"```(\S*)$", line)
            if language is None and fence:
                language, start, lines = fence.group(1), number, []
            elif language is not None and line == "```":
                yield start, language, lines
                language = None
            elif language is not None:
                lines.append(line)


def examples(start, lines):
    """Yields (line number, command, expected lines, expected status) of a console block."""
    current = None
    for number, line in enumerate(lines, start + 1):
        if line.startswith("$ "):
            if current:
                yield current
            current = (number, line[2:], [], 0)
        elif current:
            status = re.match(r"\(exit status (\d+)\)$", line)
            if status:
                current = current[:3] + (int(status.group(1)),)
            else:
                current[2].append(line)
    if current:
        yield current


def agrees(expected, got):
    """Whether the lines agree, where "..." stands for any lines."""
    if not expected:
        return not got
    if expected[0] == "...":
        return any(agrees(expected[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and expected[0].rstrip() == got[0].rstrip() and agrees(expected[1:], got[1:])


def update(path, number, expected, got):
    """Replaces the lines behind line `number` of a file."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    assert lines[number:number + len(expected)] == expected
    lines[number:number + len(expected)] = [line.rstrip() for line in got]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    print(f"{path}:{number}: updated")


def run(command, folder):
    done = subprocess.run(["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace").rstrip("\n").split("\n")


def check_console(path, start, lines, folder, updates):
    wrong = ran = 0
    for number, command, expected, status in examples(start, lines):
        if not re.search(r"(^|[;&|] |^\w+=\S* )summitry ", command):
            continue
        ran += 1
        got_status, got = run(command, folder)
        if got_status != status:
            print(f"{path}:{number}: {command}: exit status {got_status}, not {status}")
        elif expected and not agrees(expected, got):
            if updates and "..." not in expected:
                update(path, number, expected, got)
                continue
            print(f"{path}:{number}: {command}: prints something else than the example")
        else:
            continue
        wrong += 1
        print("\n".join("    " + line for line in got[:60]))
    return wrong, ran


def check_scenario(path, start, lines, folder, _updates):
    with open(os.path.join(folder, "example.summit.yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    status, got = run("summitry check example.summit.yaml", folder)
    if status != 0:
        print(f"{path}:{start}: this scenario is refused:")
        print("\n".join("    " + line for line in got[:60]))
    return int(status != 0), 1


def main():
    updates = sys.argv[1] == "--update"
    program, *paths = sys.argv[2 if updates else 1:]
    program = os.path.abspath(program)
    os.environ["PATH"] = os.path.dirname(program) + os.pathsep + os.environ["PATH"]
    os.environ["COLUMNS"] = "80"
    wrong = ran = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("scenarios", "docs"):
            os.symlink(os.path.abspath(name), os.path.join(folder, name))
        for path in paths:
            for start, language, lines in list(blocks(path))[::-1 if updates else 1]:
                check = None
                if language == "console":
                    check = check_console
                elif language == "yaml" and lines and lines[0].startswith("summitry: 1"):
                    check = check_scenario
                if check:
                    more_wrong, more_ran = check(path, start, lines, folder, updates)
                    wrong, ran = wrong + more_wrong, ran + more_ran
    print(f"{ran - wrong} passed, {wrong} failed")
    return 1 if wrong or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
