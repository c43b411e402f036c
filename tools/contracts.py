"""The third contract of imports: packages meet only at their actions, queries, events and types."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "vermilion"
ASSEMBLER = "site"
"""The package that puts the others together."""


class MeetingPlaces(Contract):
    """Forbid one package from reaching into another past the modules where packages meet.

    Toolkits are open to all. What puts the parts together may also import the modules that are
    made to be mounted. Tests may look behind the doors of any package.
    """

    type_name = "meeting_places"

    meeting_places = fields.SetField(subfield=fields.StringField())
    toolkits = fields.SetField(subfield=fields.StringField())
    mounted = fields.SetField(subfield=fields.StringField())

    def _words(self, name: str) -> set[str]:
        # The fields are read into plain values when the contract is made.
        found: set[str] = getattr(self, name)
        return found

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - import-linter passes it
        """Every import that reaches past a meeting place breaks the contract."""
        broken = [
            (importer, imported)
            for importer in sorted(graph.modules)
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if not self._may(importer, imported)
        ]
        lines = {
            pair: graph.get_import_details(importer=pair[0], imported=pair[1])[0]["line_number"]
            for pair in broken
        }
        return ContractCheck(kept=not broken, metadata={"broken": broken, "lines": lines})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say who reaches where, with the line."""
        for importer, imported in check.metadata["broken"]:
            line = check.metadata["lines"][importer, imported]
            output.print_error(f"{importer} imports {imported} (line {line})", bold=False)

    def _may(self, importer: str, imported: str) -> bool:
        _, here, *within = [*importer.split("."), ""]
        _, there, *place = [*imported.split("."), ""]
        if here in (there, "__main__") or not there or "tests" in within:
            return True
        name = place[0]
        toolkits = self._words("toolkits")
        if f"{ROOT}.{there}" in toolkits or f"{ROOT}.{there}.{name}" in toolkits:
            return True
        if name in self._words("meeting_places"):
            return True
        return here == ASSEMBLER and name in self._words("mounted")
