# SPDX-License-Identifier: GPL-3.0-or-later
import copy
import errno
import pickle

import samen
from samen._errors import RawError, check
from samen._library import numbers
from support import TEXAS, Case


class Errors(Case):
    def test_every_status_has_its_class_and_the_built_in_one(self):
        built_in = {
            "argument": ValueError,
            "memory": MemoryError,
            "cancelled": Exception,
            "limit": ValueError,
            "unsupported": NotImplementedError,
            "syntax": ValueError,
            "value": ValueError,
            "unknown": KeyError,
            "duplicate": ValueError,
            "missing": KeyError,
            "io": OSError,
            "not_found": FileNotFoundError,
            "permission": PermissionError,
            "exists": FileExistsError,
            "engine": RuntimeError,
        }
        self.assertEqual(set(built_in), set(numbers("SAMEN_ERR_")))
        for name, status in numbers("SAMEN_ERR_").items():
            raw = RawError(code=status, argument=2, row=0, column=-1, message="één zin".encode())
            error = self.raises(built_in[name], "één zin", check, status, raw)
            self.assertIsInstance(error, samen.Error)
            self.assertIsNot(type(error), samen.Error)
            self.assertEqual(str(error), "één zin")
            self.assertEqual((error.status, error.name), (status, f"SAMEN_ERR_{name.upper()}"))
            self.assertEqual((error.argument, error.row, error.column), (2, 0, None))

    def test_the_argument_to_blame_has_a_name(self):
        view = samen.read(TEXAS).view()
        for function, name in (
            (lambda: view.brokerage.roles(group="nothing"), "options"),
            (lambda: view.measure("nothing"), "name"),
            (lambda: view.ties().sort("nothing"), "column"),
            (lambda: samen.read("/nowhere"), "path"),
        ):
            self.assertEqual(self.raises(samen.Error, "", function).parameter, name)

    def test_a_status_of_a_later_library_is_an_error_too(self):
        error = self.raises(
            samen.Error, "new", check, -99, RawError(message=b"new", row=-1, column=-1)
        )
        self.assertIs(type(error), samen.Error)
        self.assertEqual((error.argument, error.row, error.column), (None, None, None))

    def test_errors_of_the_system_have_their_number(self):
        error = self.raises(OSError, "nowhere", samen.read, "/nowhere")
        self.assertEqual(error.errno, errno.ENOENT)

    def test_errors_cross_processes(self):
        error = self.raises(samen.Error, "", samen.read(TEXAS).view().brokerage.roles)
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual(
            (type(again), vars(again), str(again)), (type(error), vars(error), str(error))
        )
        self.assertEqual(copy.copy(error).message, error.message)

    def test_texts_that_the_library_could_not_read_whole_are_refused(self):
        self.raises(ValueError, "NUL", samen.describe_options, "a\0b")
        self.raises(ValueError, "NUL", samen.read, "a\0b")
        self.raises(ValueError, "surrogates", samen.describe_options, "\ud800")
