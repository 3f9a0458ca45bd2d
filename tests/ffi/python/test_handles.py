# SPDX-License-Identifier: GPL-3.0-or-later
import copy
import gc
import itertools
import multiprocessing
import os
import pickle
import threading

import samen
from support import FULL, TEXAS, Case, Freed, python, resident


class Handles(Case):
    def test_each_kind_is_given_back_when_nothing_refers_to_it(self):
        for kind, make in (
            (samen.Network, lambda: samen.read(TEXAS)),
            (samen.View, lambda: samen.read(TEXAS).view()),
            (samen.Table, lambda: samen.table(FULL)),
            (samen.Typology, samen.Typology.builtin),
            (samen.Typology, lambda: samen.Typology(["a", "b"])),
            (samen.Builder, samen.Builder),
        ):
            with Freed(kind) as count:
                kept = make()
                self.assertGreater(count.made, count.freed)
                del kept
            self.assertEqual(count.freed, count.made, kind)

    def test_in_circles_too(self):
        with Freed(samen.Table) as count:
            circle = [samen.table(FULL)]
            circle.append(circle)
            del circle
            gc.collect()
            self.assertEqual((count.made, count.freed), (1, 1))

    def test_after_an_error_too(self):
        with Freed(samen.Network) as networks, Freed(samen.View) as views, Freed(
            samen.Table
        ) as tables:
            for _ in range(3):
                with self.assertRaises(samen.Error):
                    samen.read(TEXAS).view().brokerage.roles(group="nothing")
        for count in (networks, views, tables):
            self.assertEqual(count.freed, count.made)
        self.assertEqual(networks.made, 3)

    def test_in_any_order_and_from_any_thread(self):
        expected = samen.read(TEXAS).view().cohesion.density()["density"].to_list()
        for order in itertools.permutations(range(4)):
            network = samen.read(TEXAS)
            view = network.view()
            kept = [network, view, view.network, view.cohesion.density()]
            del network, view
            for place in order:
                thread = threading.Thread(target=kept.__setitem__, args=(place, None))
                thread.start()
                thread.join()
                if kept[1]:
                    self.assertEqual(kept[1].cohesion.density()["density"].to_list(), expected)
                if kept[3]:
                    self.assertEqual(kept[3]["density"].to_list(), expected)

    def test_memory_does_not_grow(self):
        numbers = list(range(100_000))

        def work(times):
            for _ in range(times):
                table = samen.table({"x": numbers})
                view = samen.network(ties=[("a", "b")]).view()
                self.assertEqual(
                    len(table.sort("x")["x"].data) + len(view.cohesion.density()), 100_002
                )

        work(10)
        before = resident()
        work(100)
        self.assertLess(resident() - before, 10_000)

    def test_copies_are_the_same_and_nothing_is_pickled(self):
        network = samen.read(TEXAS)
        self.assertIs(copy.copy(network), network)
        self.assertIs(copy.deepcopy({"x": network})["x"], network)
        self.raises(TypeError, "cannot be pickled", pickle.dumps, network)
        self.raises(TypeError, "cannot be pickled", pickle.dumps, network.view())
        self.raises(TypeError, "not made in this way", samen.Network)
        self.raises(TypeError, "not made in this way", samen.Table)

    def test_handles_are_whole_for_what_comes_last_when_the_program_ends(self):
        done = python(
            """
import os, sys
import samen
network = samen.read(sys.argv[1])
view = network.view()
capsules = view.ties().__arrow_c_array__(), view.ties().__arrow_c_stream__()
class Late:
    def __init__(self, view): self.view = view
    def __del__(self, write=os.write):
        write(1, f"{len(self.view)} {len(self.view.ties())}\\n".encode())
early, circle = Late(view), [Late(view)]
circle.append(circle)
""",
            TEXAS,
        )
        self.assertEqual((done.returncode, done.stderr, done.stdout), (0, "", "25 186\n" * 2))

    def test_a_handle_that_was_finished_in_a_circle_of_garbage_is_refused(self):
        class Late:
            def __init__(self, view, seen):
                self.view, self.seen = view, seen

            def __del__(self):
                try:
                    self.seen.append(len(self.view.ties()))
                except samen.ArgumentError as error:
                    self.seen.append(str(error))

        seen = []
        for turned in (False, True):
            view = samen.read(TEXAS).view()
            circle = [view, Late(view, seen)] if turned else [Late(view, seen), view]
            circle.append(circle)
            del circle, view
            gc.collect()
        self.assertEqual(len(seen), 2)
        self.assertLessEqual(set(seen), {186, "view is NULL"})

    def test_the_program_ends_well_while_a_call_is_under_way(self):
        done = python(
            """
import sys, threading, time
import samen
view = samen.read(sys.argv[1]).view()
threading.Thread(target=lambda: view.cohesion.density(draws=1000000), daemon=True).start()
time.sleep(0.2)
""",
            TEXAS,
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))


class Processes(Case):
    def test_a_fork_after_use_works_on_both_sides(self):
        network = samen.read(TEXAS)
        view = network.view()
        expected = view.brokerage.betweenness().to_dict()
        here, there = os.pipe()
        child = os.fork()
        if not child:
            answer = b"no"
            try:
                same = view.brokerage.betweenness(threads=2).to_dict() == expected
                again = samen.read(TEXAS).view().brokerage.betweenness().to_dict() == expected
                del network, view
                gc.collect()
                answer = b"yes" if same and again else b"different"
            finally:
                os.write(there, answer)
                os._exit(0)
        os.close(there)
        self.assertEqual(os.read(here, 20), b"yes")
        os.close(here)
        os.waitpid(child, 0)
        self.assertEqual(view.brokerage.betweenness(threads=2).to_dict(), expected)

    def test_workers_inherit_a_network(self):
        global inherited
        inherited = samen.read(TEXAS).view()
        expected = inherited.brokerage.roles(group="sponsorship", table="network").to_dict()
        with multiprocessing.get_context("fork").Pool(3) as pool:
            found = pool.map(roles, range(6))
        self.assertEqual(found, [expected] * 6)


inherited = None


def roles(_):
    return inherited.brokerage.roles(group="sponsorship", table="network").to_dict()
