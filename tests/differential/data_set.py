# SPDX-License-Identifier: GPL-3.0-or-later
"""A data set folder and a view of it, in plain Python and by the words of the documentation only:
what the library's own reading and viewing are held against. Small data, no care for speed."""
import csv
import os

LEADS = {"lead", "leader", "coordinator", "chair", "trekker", "voorzitter", "penhouder"}
BUILT_IN = ["consultation", "ad-hoc", "information", "learning", "resource", "action"]
COMMITMENT = {"consultation": 0, "ad-hoc": 1, "information": 2, "learning": 2, "resource": 2,
              "action": 2}


def rows_of(folder, name):
    path = os.path.join(folder, name + ".csv")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class DataSet:
    def __init__(self, folder):
        self.folder = folder
        self.organisations = rows_of(folder, "organisations")
        self.ties = rows_of(folder, "ties")
        self.partnerships = rows_of(folder, "partnerships")
        self.memberships = rows_of(folder, "memberships")
        names_forms = any("form" in row for row in self.ties + self.partnerships)
        self.forms = ([row["form"] for row in rows_of(folder, "forms")] or
                      (BUILT_IN if names_forms else ["collaboration"]))
        # What has no file of its own comes from those that name it, in the order of the rows.
        named = [row[end] for row in self.ties for end in ("from", "to")]
        named += [row["organisation"] for row in self.memberships]
        self.organisations = self.organisations or [{"id": key} for key in dict.fromkeys(named)]
        named = [row["partnership"] for row in self.memberships]
        self.partnerships = self.partnerships or [{"id": key} for key in dict.fromkeys(named)]


def touches(row, start, end):
    """Does [row start, row end) touch [start, end)? Empty texts leave a side open."""
    first, last = row.get("start") or "", row.get("end") or ""
    return (not end or not first or first < end) and (not start or not last or last > start)


class View:
    """Organisations in order, and between them in each form what is tied and how strongly.

    cells[form][low, high] is a cell: forward and backward weight (0: not tied that way), whether
    all that it came from counts both ways, and how many rows of ties.csv it came from.
    arcs[i, j] is the weight of all forms together."""

    def __init__(self, data, forms=None, start="", end="", where=None, direction="recorded",
                 partnerships="auto"):
        self.data, self.start, self.end = data, start, end
        self.forms = [f for f in data.forms if forms is None or f in forms]
        self.rows = [row for row in data.organisations
                     if all(row[name] == value for name, value in (where or {}).items())]
        self.keys = [row["id"] for row in self.rows]
        self.place = {key: i for i, key in enumerate(self.keys)}
        if partnerships == "auto":
            partnerships = "ignore" if data.ties else "count"
        self.direction, self.projection = direction, partnerships
        self.gathered = {}
        self.self_ties = 0
        self._gather_ties()
        self.members = self._list_members()
        if partnerships != "ignore":
            self._gather_partnerships()
        self._settle()

    def _gather_ties(self):
        self.directed = False
        for row in self.data.ties:
            form = row.get("form") or self.data.forms[0]
            a, b = self.place.get(row["from"]), self.place.get(row["to"])
            if a is None or b is None or form not in self.forms:
                continue
            if not touches(row, self.start, self.end):
                continue
            if a == b:
                self.self_ties += 1
                continue
            directed = row.get("directed") in ("yes", "1")
            self.directed |= directed and self.direction == "recorded"
            weight = float(row.get("weight") or 1)
            cell = self.gathered.setdefault((min(a, b), max(a, b)), {}).setdefault(
                form, {"forward": 0, "backward": 0, "both": 0, "shared": 0, "records": 0})
            side = "both" if not directed else "forward" if a < b else "backward"
            cell[side] += weight
            cell["records"] += 1

    def _list_members(self):
        """For every partnership that the view shows: its form, all members, who of them lead."""
        listed = {}
        for row in self.data.partnerships:
            form = row.get("form") or self.data.forms[0]
            if form not in self.forms or not touches(row, self.start, self.end):
                continue
            members, leads = [], set()
            for m in self.data.memberships:
                if m["partnership"] != row["id"] or not touches(m, self.start, self.end):
                    continue
                if m["organisation"] not in members:
                    members.append(m["organisation"])
                if (m.get("role") or "").lower() in LEADS:
                    leads.add(m["organisation"])
            listed[row["id"]] = (form, members, leads)
        return listed

    def _gather_partnerships(self):
        for form, members, leads in self.members.values():
            if len(members) < 2:
                continue
            share = 1 / (len(members) - 1) if self.projection == "newman" else 1
            seen = [key for key in members if key in self.place]
            for i, one in enumerate(seen):
                for other in seen[i + 1:]:
                    if self.projection == "star" and one not in leads and other not in leads:
                        continue
                    a, b = self.place[one], self.place[other]
                    cell = self.gathered.setdefault((min(a, b), max(a, b)), {}).setdefault(
                        form, {"forward": 0, "backward": 0, "both": 0, "shared": 0, "records": 0})
                    cell["shared"] = 1 if self.projection == "binary" else cell["shared"] + share

    def _settle(self):
        """From what was gathered to cells and arcs, by the rule for direction."""
        self.cells = {form: {} for form in self.forms}
        self.arcs = {}
        for (low, high), by_form in self.gathered.items():
            there = back = shared = 0
            for form, cell in by_form.items():
                common = cell["both"] + cell["shared"]
                forward, backward = cell["forward"] + common, cell["backward"] + common
                one_sided = cell["forward"] > 0 or cell["backward"] > 0
                kept = (forward > 0 and backward > 0) or self.direction != "both"
                if not kept:
                    continue
                there += cell["forward"] + cell["both"]
                back += cell["backward"] + cell["both"]
                shared = (max(shared, cell["shared"]) if self.projection == "binary"
                          else shared + cell["shared"])
                if self.direction != "recorded":
                    joined = min if self.direction == "both" else max
                    forward = backward = joined(forward, backward)
                self.cells[form][low, high] = {
                    "forward": forward, "backward": backward, "records": cell["records"],
                    "undirected": not self.directed or not one_sided}
            there, back = there + shared, back + shared
            if there == 0 and back == 0:
                continue
            if self.direction != "recorded":
                there = back = (min if self.direction == "both" else max)(there, back)
            if there > 0:
                self.arcs[low, high] = there
            if back > 0:
                self.arcs[high, low] = back
