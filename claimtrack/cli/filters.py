"""Options by which commands choose among stored conflicts."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.model import ConflictType, Relation

RelationOption = Annotated[
    list[Relation] | None, typer.Option("--relation", help="Only these. Repeatable.")
]
TypeOption = Annotated[
    list[ConflictType] | None, typer.Option("--type", help="Only these. Repeatable.")
]
HolderOption = Annotated[
    str | None, typer.Option("--holder", help="Only where one side is this holder.")
]
AgainstOption = Annotated[
    str | None,
    typer.Option("--against", help="Only where this holder stands against that of --holder."),
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", help="Only where one side is from this outlet.")
]
TextOption = Annotated[
    str | None, typer.Option("--text", help="Only where a quote or statement holds this.")
]
