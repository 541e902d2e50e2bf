#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The compromise model's answer, worked out a second time straight from a scenario's YAML.

Usage: tests/check_oracle.py PROGRAM SCENARIO...   (in the top folder)

An independent reading of docs/format.md at the inputs' points: outcomes, settled and open, who blocks,
gains with their parts, seat values and exact Shapley values, compared with `summitry run --json`.
"""
import itertools
import json
import math
import subprocess
import sys

import yaml


def point(estimate, default=None):
    if estimate is None:
        return default
    if not isinstance(estimate, dict):
        return float(estimate)
    if "value" in estimate:
        return float(estimate["value"])
    if "mode" in estimate:
        return float(estimate["mode"])
    if "mean" in estimate:
        return min(max(float(estimate["mean"]), estimate["low"]), estimate["high"])
    if "low" in estimate:
        return (estimate["low"] + estimate["high"]) / 2
    return default


class Scenario:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.y = yaml.load(file, Loader=yaml.BaseLoader)
        numbers(self.y)
        self.issues = entries(self.y["issues"])
        self.actors = entries(self.y["actors"])
        self.table = self.y["table"]
        self.range = {i: v["scale"][1] - v["scale"][0] for i, v in self.issues.items()}
        self.quo = {i: point(v.get("status_quo")) for i, v in self.issues.items()}
        self.stances = {a: self.stances_of(a) for a in self.actors}
        self.ratifiers = dict(with_tolerance(e) for e in self.table.get("ratifiers", []))

    def chain(self, a):
        while a:
            yield a
            a = self.actors[a].get("speaks_for")

    def stances_of(self, a):
        found = {}
        for b in self.chain(a):
            for issue, stance in self.y["stances"].get(b, {}).items():
                if issue in self.issues:
                    found.setdefault(issue, stance)
        return found

    def no_deal(self, a):
        for b in self.chain(a):
            if b in self.y.get("no_deal", {}):
                cost = point(self.y["no_deal"][b])
                if cost is not None:
                    return cost / 100
        return 0.0

    def shares(self, a):
        s = {i: point(v["salience"]) for i, v in self.stances[a].items()}
        total = math.fsum(s.values())
        return {i: v / total if total else 1 / len(s) for i, v in s.items()}

    def utility(self, a, x):
        if not self.stances[a]:
            return None
        share = self.shares(a)
        if any(x[i] is None for i in share):
            return None
        return 1 - math.fsum(w * abs(x[i] - point(self.stances[a][i]["position"])) / self.range[i]
                             for i, w in share.items())

    def accepts(self, a, i, x):
        stance = self.stances[a].get(i, {})
        limit = stance.get("limit")
        if limit is None:
            return True
        if isinstance(limit, list):
            return limit[0] - 1e-9 <= x <= limit[1] + 1e-9
        p = point(stance["position"])
        return abs(x - p) <= abs(point(limit) - p) + 1e-9

    def positions(self, seats):
        p = {a: {i: point(s["position"]) for i, s in self.stances[a].items()} for a in seats}
        for o in self.table.get("observers", []):
            if o["patron"] in seats and o["actor"] not in seats:
                for i in p[o["patron"]]:
                    if i in self.stances[o["actor"]]:
                        seen = point(self.stances[o["actor"]][i]["position"])
                        p[o["patron"]][i] += o["share"] * (seen - p[o["patron"]][i])
        return p

    def mean(self, seats):
        p, x = self.positions(seats), {}
        for i in self.issues:
            w = {a: point(self.actors[a].get("capability"), 0) * point(self.stances[a][i]["salience"])
                 for a in seats if i in self.stances[a]}
            total = math.fsum(w.values())
            x[i] = math.fsum(w[a] * p[a][i] for a in w) / total if total else None
        return x

    def solve(self, seats):
        x = self.mean(seats)
        settled = {i: x[i] is not None and
                   all(self.accepts(a, i, x[i]) for a in [*seats, *self.ratifiers]) for i in x}
        end = {i: x[i] if settled[i] else self.quo[i] for i in x}
        blockers = self.blockers(seats, end) if any(settled.values()) else []
        if not any(settled.values()) or blockers:
            end, settled = dict(self.quo), {i: False for i in x}
        agreed = any(settled.values())
        worth = {}
        for a in self.actors:
            quo = self.utility(a, self.quo)
            worth[a] = (self.utility(a, end) if agreed else
                        None if quo is None else quo - (self.no_deal(a) if seats else 0))
        return x, end, settled, agreed, blockers, worth

    def rejects(self, a, x, tolerance):
        u, quo = self.utility(a, x), self.utility(a, self.quo)
        return u is not None and quo is not None and u < quo - self.no_deal(a) - tolerance - 1e-12

    def blockers(self, seats, x):
        found = [a for a, tolerance in self.ratifiers.items() if self.rejects(a, x, tolerance)]
        for a, actor in self.actors.items():
            if not any(b in seats for b in self.chain(a)):
                continue
            publics = dict(with_tolerance(e) for e in actor.get("answers_to", []))
            against = [p for p, tolerance in publics.items() if self.rejects(p, x, tolerance)]
            ratify = actor.get("ratify", "all")
            if ratify != "all":
                weight = {p: point(self.actors[p].get("capability"), 0) for p in publics}
                if math.fsum(w for p, w in weight.items() if p not in against) >= \
                        ratify["quota"] * math.fsum(weight.values()) - 1e-9:
                    against = []
            found += against
        for constraint in self.y.get("constraints", []):
            if self.forbidden(constraint["forbids"], seats):
                found.append("constraint:" + constraint["id"])
        return found

    def forbidden(self, condition, seats):
        """Of the conditions only those on who sits: all that the shipped constraints use."""
        (kind, what), = condition.items()
        if kind == "seated":
            return self.seat(what) in seats
        if kind == "not":
            return not self.forbidden(what, seats)
        return {"all": all, "any": any}[kind](self.forbidden(part, seats) for part in what)

    def seat(self, a):
        return next((p for p, d in self.table.get("delegations", {}).items() if a in d), a)

    def standing(self, a, seats):
        s = self.y.get("standing", {}).get(a, {})
        seat = self.seat(a)
        if seat in seats:
            venue = s.get("venue", {}).get(self.table.get("venue"))
            return point(s.get("seated"), 0) + point(venue, 0)
        observers = [o["actor"] for o in self.table.get("observers", [])]
        out = a in self.table.get("absent", []) or seat in self.candidates() or seat in self.table["seats"]
        return point(s.get("left_out"), 0) if out and a not in observers else 0.0

    def face(self, a, end, settled):
        cost = point(self.actors[a].get("face"), 0)
        share = self.shares(a) if self.stances[a] else {}
        return cost * math.fsum(
            share[i] * abs(end[i] - point(s["stated"])) / self.range[i]
            for i, s in self.stances[a].items() if s.get("stated") is not None and settled[i])

    def candidates(self):
        t = self.table
        listed = [*t["seats"], *[o["actor"] for o in t.get("observers", [])], *t.get("absent", [])]
        return t.get("candidates", listed)  # an empty list: nobody's seat is in question


def entries(section):
    """Without a judgement, cite or voice that holds for the whole section."""
    return {key: value for key, value in section.items() if isinstance(value, dict)}


def numbers(tree):
    """BaseLoader leaves every scalar a text: make numbers of those that are."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(items):
        if isinstance(value, (dict, list)):
            numbers(value)
        else:
            try:
                tree[key] = float(value)
            except ValueError:
                pass


def with_tolerance(entry):
    return (entry["actor"], entry.get("tolerance", 0) / 100) if isinstance(entry, dict) else (entry, 0)


class Comparison:
    def __init__(self):
        self.passed = self.failed = 0

    def near(self, what, got, want):
        same = (got is None) == (want is None) and (got is None or abs(got - want) < 1e-6)
        self.note(same, what, got, want)

    def note(self, same, what, got, want):
        self.passed += same
        self.failed += not same
        if not same:
            print(f"FAILED: {what}: got {got}, want {want}")


def compare(scenario, tree, c):
    s, model = scenario, tree["models"][0]
    seats = s.table["seats"]
    x, end, settled, agreed, blockers, worth = s.solve(seats)
    c.note(model["agreement"]["reached"] == agreed, "agreement", model["agreement"], agreed)
    c.note(sorted(set(model["agreement"]["blocked_by"])) == sorted(set(blockers)), "blocked by",
           model["agreement"]["blocked_by"], blockers)
    for i in s.issues:
        c.near(f"{i} solution", model["outcome"][i]["solution"], x[i])
        c.near(f"{i} point", model["outcome"][i]["point"], end[i])
        c.note(model["outcome"][i]["settled"] == settled[i], f"{i} settled", None, settled[i])
    for a in s.actors:
        gain, quo = model["gains"][a], s.utility(a, s.quo)
        known = worth[a] is not None and quo is not None
        outcome = 100 * (worth[a] - quo) if known else None
        parts = s.standing(a, seats), s.face(a, end, settled)
        c.near(f"{a} outcome", gain["outcome"], outcome)
        c.near(f"{a} standing", gain["standing"], parts[0])
        c.near(f"{a} face", gain["face"], parts[1])
        c.near(f"{a} total", gain["total"], outcome + parts[0] - parts[1] if known else None)
        c.near(f"{a} no deal", gain["no_deal"], outcome + 100 * s.no_deal(a) if known else None)
    compare_seats(s, tree["seats"]["mean"], seats, c)


def compare_seats(s, got, seats, c):
    candidates = s.candidates()
    fixed = [a for a in seats if a not in candidates]
    value = {}
    for n in range(len(candidates) + 1):
        for chosen in itertools.combinations(candidates, n):
            value[frozenset(chosen)] = s.solve([*fixed, *chosen])[5]
    here = frozenset(a for a in seats if a in candidates)
    k = len(candidates)
    for a in candidates:
        for b in s.actors:
            changes = [(len(t), change(value[t | {a}][b], value[t][b])) for t in value if a not in t]
            known = all(d is not None for _, d in changes)
            c.near(f"seat of {a} for {b}", got["seat_value"][a][b],
                   change(value[here | {a}][b], value[here - {a}][b]))
            c.near(f"Shapley of {a} for {b}", got["shapley"][a][b], math.fsum(
                math.factorial(n) * math.factorial(k - n - 1) / math.factorial(k) * d
                for n, d in changes) if known else None)


def change(there, here):
    return None if there is None or here is None else 100 * (there - here)


def main():
    c = Comparison()
    for path in sys.argv[2:]:
        command = [sys.argv[1], "run", path, "--models", "mean", "--draws", "0", "--json", "--quiet"]
        compare(Scenario(path), json.loads(subprocess.check_output(command)), c)
    print(f"{c.passed} passed, {c.failed} failed")
    return c.failed > 0


if __name__ == "__main__":
    sys.exit(main())
