"""Makes the cast known to the tests of every package."""

pytest_plugins = ["tests.cast"]
