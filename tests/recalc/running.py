"""Running the tests of a module with a last line that counts them."""

import sys
import unittest


def run(module):
    """Runs the tests of a module; the last line counts them."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=1).run(suite)
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0
