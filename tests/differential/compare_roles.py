# SPDX-License-Identifier: GPL-3.0-or-later
"""Brokerage roles by hand: counts on every case, and moments on small ones.

The moments take nothing from a formula. A count is a sum of indicators, one for each open two-path
that there could be; the variance of the sum is the sum of all covariances of two of them; and two
of them stand together when the ties that either needs are there, and those that either must not
have are not: a product of d for every one that must be there and 1 - d for every one that must
not."""
from itertools import permutations

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
SMALL = 7  # organisations: 210 two-paths, 44,100 pairs of them


def role_of(gi, gj, gk):
    if gi == gk:
        return "coordinator" if gi == gj else "itinerant"
    if gi == gj:
        return "representative"
    return "gatekeeper" if gj == gk else "liaison"


def two_paths(groups, directed):
    """All (roles, broker, ties needed, tie forbidden) that there could be."""
    def tie(a, b):
        return (a, b) if directed else (min(a, b), max(a, b))
    for i, j, k in permutations(range(len(groups)), 3):
        role = role_of(groups[i], groups[j], groups[k])
        roles = {role, "total"}
        if not directed:
            if i > k:
                continue  # ends are unordered
            if role in ("representative", "gatekeeper"):
                roles = {"representative", "gatekeeper", "total"}
        yield roles, j, frozenset((tie(i, j), tie(j, k))), tie(i, k)


def moments(groups, directed, d):
    """Mean and variance of every role's count: in the network, and of every broker."""
    paths = list(two_paths(groups, directed))
    q, lines = 1 - d, ROLES + ["total"]
    p = d * d * q
    mean = {(line, b): 0.0 for line in lines for b in [None, *range(len(groups))]}
    variance = dict(mean)
    for roles, j, need, bar in paths:
        for role in roles:
            mean[role, None] += p
            mean[role, j] += p
        for other_roles, other_j, other_need, other_bar in paths:
            common = roles & other_roles
            if not common:
                continue
            if bar in other_need or other_bar in need:
                covariance = -p * p
            else:
                shared = len(need & other_need), bar == other_bar
                covariance = d ** (4 - shared[0]) * q ** (2 - shared[1]) - p * p
            for role in common:
                variance[role, None] += covariance
                if j == other_j:
                    variance[role, j] += covariance
    return mean, variance


def compare_counts(case, kept, tally):
    rows = case.table("brokerage roles", "--group", case.group, "--draws", "0")
    counts = {i: dict.fromkeys(ROLES + ["total"], 0) for i in kept}
    out = {i: [k for k in kept if (i, k) in case.arcs] for i in kept}
    for i in kept:
        for j in out[i]:
            for k in out[j]:
                if k == i or (i, k) in case.arcs or (not case.directed and i > k):
                    continue
                role = role_of(case.groups[i], case.groups[j], case.groups[k])
                counts[j]["total"] += 1
                both = not case.directed and role in ("representative", "gatekeeper")
                for name in ("representative", "gatekeeper") if both else (role,):
                    counts[j][name] += 1
    for role in ROLES + ["total"]:
        tally.same("%s: %s by hand" % (case.name, role), [r[role] for r in rows],
                   [counts[i][role] if i in counts else None for i in range(len(case.keys))])


def compare_moments(case, kept, tally):
    n = len(kept)
    ties = sum((i in kept and j in kept) for i, j in case.arcs)
    mean, variance = moments([case.groups[i] for i in kept], case.directed, ties / (n * (n - 1)))
    words = ["--group", case.group, "--draws", "0", "--table"]
    for row in case.table("brokerage roles", *words, "network"):
        at = (row["role"], None)
        tally.same("%s: network moments of %s by enumeration" % (case.name, row["role"]),
                   [row["expected"], row["std_dev"] ** 2], [mean[at], variance[at]])
    place = {case.keys[i]: b for b, i in enumerate(kept)}
    for row in case.table("brokerage roles", *words, "significance"):
        at = (row["role"], place.get(row["organisation"]))
        if at[1] is not None:
            tally.same("%s: moments of %s as %s by enumeration"
                       % (case.name, row["organisation"], row["role"]),
                       [row["expected"], row["std_dev"] ** 2], [mean[at], variance[at]])


def compare(case, tally):
    if not case.group:
        return
    kept = [i for i, g in enumerate(case.groups) if g]
    compare_counts(case, kept, tally)
    if 3 <= len(kept) <= SMALL:
        compare_moments(case, kept, tally)
