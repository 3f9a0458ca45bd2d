# SPDX-License-Identifier: GPL-3.0-or-later
import concurrent.futures
import gc
import os
import signal
import threading
import time
import weakref

import samen
from support import TEXAS, Case, python, random_network

LONG = {"draws": 1_000_000}  # minutes


class Stop(Exception):
    pass


class Runs(Case):
    @classmethod
    def setUpClass(cls):
        cls.view = random_network().view()

    def interrupt(self, after=0.3):
        """Ctrl-C in a while; the time at which it came."""
        pressed = []

        def press():
            pressed.append(time.monotonic())
            os.kill(os.getpid(), signal.SIGINT)

        timer = threading.Timer(after, press)
        timer.start()
        self.addCleanup(timer.join)
        return pressed

    def test_progress_is_told_and_an_exception_in_it_stops(self):
        told = []

        def progress(fraction, what):
            told.append((fraction, what))
            if len(told) == 3:
                raise Stop("enough")

        began = time.monotonic()
        error = self.raises(Stop, "enough", self.view.cohesion.density, progress=progress, **LONG)
        self.assertIsNone(error.__context__)
        self.assertLess(time.monotonic() - began, 5)
        self.assertEqual(len(told), 3)
        self.assertEqual(
            [fraction for fraction, _ in told], sorted(fraction for fraction, _ in told)
        )
        self.assertTrue(
            all(0 <= fraction <= 1 and isinstance(what, str) and what for fraction, what in told)
        )

    def test_an_exception_is_in_no_circle_and_goes_when_it_is_dropped(self):
        def progress(fraction, what):
            raise Stop()

        gc.collect()
        gc.disable()
        self.addCleanup(gc.enable)
        try:
            self.view.cohesion.density(progress=progress, **LONG)
        except Stop as error:
            seen = weakref.ref(error)
        self.assertIsNone(seen())

    def test_what_progress_returns_does_not_matter(self):
        self.view.brokerage.betweenness(progress=lambda *_: True)

    def test_reading_and_views_take_progress_and_threads_too(self):
        run = {"progress": lambda *_: None, "threads": 1}
        self.assertEqual(len(samen.check(TEXAS, **run)), 0)
        self.assertEqual(len(samen.read(TEXAS, **run).view(**run).ties(**run)), 186)

    def test_ctrl_c_stops_within_a_third_of_a_second(self):
        former = signal.getsignal(signal.SIGINT)
        pressed = self.interrupt()
        with self.assertRaises(KeyboardInterrupt):
            self.view.cohesion.density(**LONG)
        self.assertLess(time.monotonic() - pressed[0], 0.3)
        self.assertIs(signal.getsignal(signal.SIGINT), former)
        self.assertEqual(len(self.view.cohesion.density(draws=10)), 2)

    def test_the_programs_own_handler_decides(self):
        calls = []

        def gently(number, frame):
            calls.append(number)

        former = signal.signal(signal.SIGINT, gently)
        self.addCleanup(signal.signal, signal.SIGINT, former)
        self.interrupt(0.2)
        self.view.cohesion.density(draws=1500)
        time.sleep(0.3)
        self.assertEqual(calls, [signal.SIGINT])
        self.assertIs(signal.getsignal(signal.SIGINT), gently)

        def firmly(number, frame):
            raise Stop("now")

        signal.signal(signal.SIGINT, firmly)
        self.interrupt(0.2)
        self.raises(Stop, "now", self.view.cohesion.density, **LONG)
        self.assertIs(signal.getsignal(signal.SIGINT), firmly)

    def test_a_signal_that_is_ignored_stays_ignored(self):
        former = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.addCleanup(signal.signal, signal.SIGINT, former)
        self.interrupt(0.05)
        self.view.cohesion.density(draws=500)
        self.assertIs(signal.getsignal(signal.SIGINT), signal.SIG_IGN)

    def test_a_call_inside_of_progress_stops_with_the_call_around_it(self):
        former = signal.getsignal(signal.SIGINT)
        began = []

        def progress(fraction, what):
            if not began:
                began.append(self.interrupt())
                self.view.cohesion.density(**LONG)

        with self.assertRaises(KeyboardInterrupt):
            self.view.cohesion.density(progress=progress, **LONG)
        self.assertLess(time.monotonic() - began[0][0], 0.6)
        self.assertIs(signal.getsignal(signal.SIGINT), former)

    def test_other_threads_are_not_interrupted_and_touch_no_handler(self):
        former = signal.getsignal(signal.SIGINT)
        seen = []
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            done = pool.submit(
                self.view.cohesion.density,
                draws=2000,
                progress=lambda *_: seen.append(signal.getsignal(signal.SIGINT)),
            )
            done.result()
        self.assertTrue(all(handler is former for handler in seen))

    def test_other_threads_of_python_go_on_during_a_call(self):
        beats, stop = [], threading.Event()

        def beat():
            while not stop.is_set():
                beats.append(time.monotonic())
                time.sleep(0.01)

        thread = threading.Thread(target=beat)
        thread.start()
        try:
            began = time.monotonic()
            self.view.cohesion.density(draws=2000, threads=1)
            ended = time.monotonic()
        finally:
            stop.set()
            thread.join()
        during = [moment for moment in beats if began < moment < ended]
        self.assertGreater(len(during), (ended - began) / 0.1)

    def test_sixteen_threads_on_one_view(self):
        view = random_network().view()  # whose compressed rows are not made yet
        alone = random_network().view()
        expected = [
            alone.brokerage.betweenness().to_dict(),
            alone.cohesion.density(draws=50).to_dict(),
        ]

        def work(_):
            return [
                view.brokerage.betweenness().to_dict(),
                view.cohesion.density(draws=50).to_dict(),
            ]

        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            for found in pool.map(work, range(16)):
                self.assertEqual(found, expected)

    def test_ctrl_c_at_any_moment_is_neither_lost_nor_leaves_its_handler(self):
        done = python(
            """
import os, random, signal, sys, threading, time
import samen
view = samen.read(sys.argv[1]).view()
draw, ready, sent = random.Random(1), threading.Event(), threading.Event()
def press():
    for _ in range(150):
        ready.wait()
        ready.clear()
        time.sleep(draw.random() / 50)
        os.kill(os.getpid(), signal.SIGINT)
        sent.set()
threading.Thread(target=press, daemon=True).start()
caught, kept = 0, []  # Python itself loses a Ctrl-C that comes while it finishes an object
for _ in range(150):
    try:
        ready.set()
        while not sent.is_set():
            kept.append(view.cohesion.density(draws=100))
        time.sleep(0.1)
    except KeyboardInterrupt:
        caught += 1
    sent.clear()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
print(caught)
""",
            TEXAS,
        )
        self.assertEqual((done.stdout, done.stderr), ("150\n", ""))
