"""The three contracts of .importlinter hold."""

from importlinter.cli import lint_imports

from tests.architecture.source import REPOSITORY


def test_the_contracts_of_imports_hold(capsys):
    status = lint_imports(config_filename=str(REPOSITORY / ".importlinter"), no_cache=True)
    assert status == 0, capsys.readouterr().out
