#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reference solutions of random bargaining games over boxes, by SciPy's general solvers.

    python3 tests/tools/bargain_reference.py > tests/data/golden/bargain_reference.json

Written from the definitions, by other means than the library: linear programmes in epigraph
form (HiGHS), sequential quadratic programming (SLSQP) where the loss is quadratic and for the
Nash product; leximin by asking of each party whether it could have more. Gains are what is
compared, since packages may not be unique; `nearest` is the distance to the status quo of the
nearest package with the gains of the egalitarian solution.
"""
import json
import random

import numpy as np
import scipy
from scipy.optimize import linprog, minimize

TOL = 1e-12


def make(rng, number):
    n, m = rng.randint(2, 6), rng.randint(1, 6)
    rounded = number % 3 == 0
    quadratic = number % 4 == 3
    value = (lambda: rng.randint(0, 4) / 4) if rounded else (lambda: round(rng.random(), 6))
    game = {
        "quadratic": quadratic,
        "position": [[value() for _ in range(m)] for _ in range(n)],
        "salience": [[value() for _ in range(m)] for _ in range(n)],
        "capability": [1 + rng.randint(0, 3) if rounded else round(.1 + rng.random(), 6)
                       for _ in range(n)],
        "no_deal": [0 if number % 5 == 1 else round((rng.random() - .1) * .4, 2)
                    for _ in range(n)],
        "status_quo": [value() for _ in range(m)],
    }
    if number % 7 == 4:
        game["no_deal"] = [round(k - .12, 2) for k in game["no_deal"]]
    if number % 5 == 2:
        for a in range(n):
            for i in range(m):
                if rng.random() < .25:
                    game["position"][a][i] = None
                    game["salience"][a][i] = 0
    return game


class Box:
    """Parties and issues that matter, gains over no deal."""

    def __init__(self, game):
        s = np.array(game["salience"], float)
        p = np.array([[0 if v is None else v for v in row] for row in game["position"]], float)
        self.party = [a for a in range(len(s)) if s[a].sum() > 0 and game["capability"][a] > 0]
        s, p = s[self.party], p[self.party]
        self.s = s / s.sum(axis=1, keepdims=True)
        self.p, self.q = p, np.array(game["status_quo"], float)
        self.quadratic = game["quadratic"]
        self.alpha = np.array(game["capability"], float)[self.party]
        self.alpha = self.alpha / self.alpha.sum()
        self.n, self.m = self.s.shape
        self.k = np.array(game["no_deal"], float)[self.party]
        self.reach = (self.s * self.loss(self.q)).sum(axis=1) + self.k

    def loss(self, x):
        d = np.abs(x - self.p)
        return d * d if self.quadratic else d

    def gain(self, x):
        return self.reach - (self.s * self.loss(x)).sum(axis=1)

    def maximise(self, weight, unit=None, least=None, start=None):
        """max t + weight.gain with gain_a - unit_a t >= least_a (None: no such row)."""
        unit = np.zeros(self.n) if unit is None else np.asarray(unit, float)
        least = np.full(self.n, -10.) if least is None else np.asarray(least, float)
        if self.quadratic:
            return self.maximise_smooth(weight, unit, least, start)
        n, m = self.n, self.m
        size = m + n * m + 1
        rows, right = [], []
        for a in range(n):
            for i in range(m):
                for sign in (1, -1):
                    row = np.zeros(size)
                    row[i], row[m + a * m + i] = sign, -1
                    rows.append(row)
                    right.append(sign * self.p[a, i])
            row = np.zeros(size)
            row[m + a * m:m + a * m + m] = self.s[a]
            row[-1] = unit[a]
            rows.append(row)
            right.append(self.reach[a] - least[a])
        cost = np.zeros(size)
        for a in range(n):
            cost[m + a * m:m + a * m + m] = weight[a] * self.s[a]
        cost[-1] = -1 if unit.any() else 0
        bounds = [(0, 1)] * m + [(0, 1)] * (n * m) + [(-100, 100)]
        got = linprog(cost, np.array(rows), np.array(right), bounds=bounds, method="highs",
                      options={"primal_feasibility_tolerance": 1e-10,
                               "dual_feasibility_tolerance": 1e-10})
        return (got.x[:m], got.x[-1]) if got.status == 0 else (None, None)

    def maximise_smooth(self, weight, unit, least, start):
        m, has = self.m, unit.any()
        gradient = lambda x: -2 * self.s * (x - self.p)
        def rows(z):
            return self.gain(z[:m]) - unit * z[m] - least
        def rows_slope(z):
            return np.hstack([gradient(z[:m]), -unit[:, None]])
        def value(z):
            return -(z[m] if has else 0) - np.dot(weight, self.gain(z[:m]))
        def slope(z):
            return np.append(-np.dot(weight, gradient(z[:m])), -1. if has else 0.)
        best = None
        for x0 in ([self.q, self.p.mean(axis=0)] + ([start] if start is not None else [])):
            z0 = np.append(x0, 0.)
            got = minimize(value, z0, jac=slope, method="SLSQP", bounds=[(0, 1)] * m + [(-100, 100)],
                           constraints={"type": "ineq", "fun": rows, "jac": rows_slope},
                           options={"ftol": 1e-15, "maxiter": 500})
            if rows(got.x).min() > -1e-9 and (best is None or got.fun < best.fun):
                best = got
        return (best.x[:m], best.x[m]) if best is not None else (None, None)

    def leximin(self, unit, least):
        """Level by level; a party is held if it cannot have more while the others keep theirs."""
        unit, least = np.array(unit, float), np.array(least, float)
        eps = 1e-6
        x = None
        while unit.any():
            x, t = self.maximise(np.zeros(self.n), unit, least, x)
            if x is None:
                return None  # the solver failed: no row
            floor = np.where(unit > 0, unit * t, least)
            spare = {}
            for a in np.flatnonzero(unit):
                up, _ = self.maximise(np.eye(self.n)[a], None, floor - 1e-9, x)
                spare[a] = 0 if up is None else self.gain(up)[a] - floor[a]
            held = [a for a in spare if spare[a] <= max(eps, 1.001 * min(spare.values()))]
            if self.quadratic and (self.s[held] > 0).any(axis=0).all():
                return x  # strictly concave: the held parties leave no choice on any issue
            for a in held:
                unit[a], least[a] = 0, floor[a] - 1e-9
        return x

    def nash(self, alpha, can, start):
        """SLSQP over package and epigraph; the duality gap of what it found."""
        n, m = self.n, self.m
        if self.quadratic:
            loss = lambda z: (self.s * self.loss(z[:m])).sum(axis=1)
            back = lambda z, f: -2 * (f[:, None] * self.s * (z[:m] - self.p)).sum(axis=0)
            z0, bounds, extra = np.array(start), [(0, 1)] * m, []
        else:
            loss = lambda z: (self.s * z[m:].reshape(n, m)).sum(axis=1)
            back = lambda z, f: np.append(np.zeros(m), (-f[:, None] * self.s).ravel())
            z0 = np.append(start, np.abs(start - self.p).ravel())
            bounds = [(0, 1)] * (m + n * m)
            rows = np.zeros((2 * n * m, m + n * m))
            right = np.zeros(2 * n * m)
            for a in range(n):
                for i in range(m):
                    for h, sign in enumerate((1, -1)):
                        rows[2 * (a * m + i) + h, [i, m + a * m + i]] = -sign, 1
                        right[2 * (a * m + i) + h] = -sign * self.p[a, i]
            extra = [{"type": "ineq", "fun": lambda z: rows @ z - right, "jac": lambda z: rows}]
        def value(z):
            return -np.dot(alpha, np.log(np.maximum(self.reach - loss(z), 1e-14)))
        def slope(z):
            return -back(z, alpha / np.maximum(self.reach - loss(z), 1e-14))
        got = minimize(value, z0, jac=slope, method="SLSQP", bounds=bounds, constraints=extra,
                       options={"ftol": 1e-16, "maxiter": 2000})
        x = got.x[:m]
        force = alpha / self.gain(x)
        top, _ = self.maximise(force, None, np.zeros(n), x)
        return x, float(np.dot(force, self.gain(top) - self.gain(x)))


def nearest(box, gains):
    """Distance from q of the nearest package with at least these gains (linear loss)."""
    n, m = box.n, box.m
    rows = np.zeros((2 * n * m + n, m + n * m))
    right = np.zeros(2 * n * m + n)
    for a in range(n):
        for i in range(m):
            for h, sign in enumerate((1, -1)):
                rows[2 * (a * m + i) + h, [i, m + a * m + i]] = -sign, 1
                right[2 * (a * m + i) + h] = -sign * box.p[a, i]
        rows[2 * n * m + a, m + a * m:m + a * m + m] = -box.s[a]
        right[2 * n * m + a] = gains[a] - box.reach[a] - 1e-9
    x0, _ = box.maximise(np.zeros(n), None, gains - 1e-9)
    if x0 is None:
        return None
    z0 = np.append(x0, np.abs(x0 - box.p).ravel())
    got = minimize(lambda z: ((z[:m] - box.q) ** 2).sum(), z0,
                   jac=lambda z: np.append(2 * (z[:m] - box.q), np.zeros(n * m)),
                   method="SLSQP", bounds=[(0, 1)] * (m + n * m),
                   constraints={"type": "ineq", "fun": lambda z: rows @ z - right,
                                "jac": lambda z: rows},
                   options={"ftol": 1e-16, "maxiter": 2000})
    ok = (rows @ got.x - right).min() > -1e-8
    return float(np.sqrt(got.fun)) if ok and got.status == 0 else None


def solve(game):
    box = Box(game)
    n = box.n
    if n < 2:
        return None
    zero, one = np.zeros(n), np.ones(n)
    x, level = box.maximise(zero, one, zero)
    if -1e-6 < level < 1e-6:
        return None  # on the edge: decided by tolerances, tested by hand
    if level < 0:
        return {"agreement": False, "level": level}
    want = {"agreement": True, "level": level}
    best = np.array([box.gain(box.maximise(np.eye(n)[a], None, zero, x)[0])[a]
                     for a in range(n)])
    want["best"] = best
    for key, unit in (("egalitarian", one), ("proportional", box.alpha),
                      ("kalai_smorodinsky", best)):
        y = box.leximin(unit, zero)
        if y is not None:
            want[key] = box.gain(y)
    want["utilitarian_total"] = float(np.dot(box.alpha, box.gain(
        box.maximise(box.alpha, None, zero, x)[0])))
    for key, alpha in (("nash", box.alpha), ("nash_equal", one / n)):
        y, gap = box.nash(alpha, one, x)
        if gap < 1e-8:
            want[key] = box.gain(y)
            want[key + "_sum"] = float(np.dot(alpha, np.log(box.gain(y))))
    if not box.quadratic and "egalitarian" in want:
        want["nearest"] = nearest(box, want["egalitarian"])
    return want


def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, np.ndarray):
        return [float("%.13g" % v) for v in value]
    return float("%.13g" % value) if isinstance(value, float) else value


def main():
    rng = random.Random(20250815)
    cases = []
    for number in range(90):
        game = make(rng, number)
        want = solve(game)
        if want is not None:
            cases.append({"id": "g%d" % number, "input": game, "expected": plain(want)})
    print('{"origin": "scipy %s (HiGHS, SLSQP)", "cases": [' % scipy.__version__)
    print(",\n".join(json.dumps(c) for c in cases))
    print("]}")


main()
