"""Domain types to rows and back, without loss. JSON holds no NaN and no Infinity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

import sqlalchemy as sa

from claimtrack.errors import InputError
from claimtrack.model import (
    Certainty,
    Claim,
    Conflict,
    ConflictType,
    DayInterval,
    Document,
    Entity,
    Evidence,
    Holder,
    HolderKind,
    Quantity,
    Relation,
    Ruling,
    Stance,
    Status,
    digest,
    normalise,
)
from claimtrack.records import StoredConflict

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")


def chunks(items: Sequence[T], size: int = 500) -> list[Sequence[T]]:
    """Cut ``items`` so that one statement binds few parameters (SQLite allows 32,766)."""
    return [items[i : i + size] for i in range(0, len(items), size)]


def check_text(document: Document) -> None:
    """Raise InputError for text that not every database can hold as it is."""
    fields = (document.text, document.title, document.outlet, document.author, document.url)
    name = document.title or document.url or document.path or "the text"
    for value in fields:
        if value is None:
            continue
        if "\x00" in value:
            raise InputError(f"{name!a}: holds a NUL character; is it a text file?")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError(f"{name!a}: holds half a surrogate pair; {error}") from error


def place_of(document: Document) -> str:
    """The identity under which versions are sought; text without an address has only itself."""
    if document.url or document.path not in {None, "", "-"}:
        return document.identity
    return f"{document.identity}text:{document.id}"


def document_from(row: sa.Row[Any]) -> Document:
    """Read a document from a row of ``documents``."""
    return Document(
        text=row.text,
        path=row.path,
        title=row.title,
        outlet=row.outlet,
        author=row.author,
        published=row.published,
        url=row.url,
        first_line=row.first_line,
    )


def document_row(document: Document) -> Json:
    """The document's own columns; its place among versions is the caller's."""
    identity = place_of(document)
    return {
        "id": document.id,
        "identity": identity,
        "identity_key": digest("identity", identity),
        "outlet": document.outlet,
        "url": document.url,
        "path": document.path,
        "title": document.title,
        "author": document.author,
        "published": document.published,
        "first_line": document.first_line,
        "text": document.text,
    }


def alias_id(holder: Holder, document: str) -> str:
    """The alias a holder is filed under.

    An anonymous source is somebody of its document, and a single name ("Berg") somebody of the
    organisation that it speaks for: two organisations may have a Berg each.
    """
    if holder.kind is HolderKind.ANONYMOUS:
        return digest("holder", holder.key, document)
    if holder.kind is HolderKind.PERSON and holder.on_behalf_of and " " not in holder.name.strip():
        return digest("holder", holder.key, normalise(holder.on_behalf_of))
    return digest("holder", holder.key)


def claim_row(claim: Claim) -> Json:
    """A claim as a row of ``claims``."""
    return {
        "id": claim.id,
        "document": claim.document,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "statement": claim.statement,
        "alias": alias_id(claim.holder, claim.document),
        "holder": _holder_json(claim.holder),
        "via": [_holder_json(holder) for holder in claim.via],
        "stance": claim.stance.value,
        "certainty": claim.certainty.value,
        **_interval_columns("event", claim.event_time),
        **_interval_columns("report", claim.report_time),
        "quantities": [_quantity_json(quantity) for quantity in claim.quantities],
        "entities": [
            {"text": entity.text, "label": entity.label, "name": entity.name}
            for entity in claim.entities
        ],
    }


def claim_from(row: sa.Row[Any], canonical: Mapping[str, Holder] | None = None) -> Claim:
    """Read a claim; ``canonical`` maps the aliases that were merged or split to their holder."""
    holder = _holder_from(row.holder)
    merged = (canonical or {}).get(row.alias)
    if merged is not None:
        holder = Holder(merged.name, merged.kind, holder.on_behalf_of or merged.on_behalf_of)
    return Claim(
        document=row.document,
        quote=row.quote,
        start=row.start,
        end=row.end,
        statement=row.statement,
        holder=holder,
        via=tuple(_holder_from(item) for item in row.via),
        stance=Stance(row.stance),
        certainty=Certainty(row.certainty),
        event_time=_interval(row.event_start, row.event_end, row.event_text),
        report_time=_interval(row.report_start, row.report_end, row.report_text),
        quantities=tuple(_quantity_from(item) for item in row.quantities),
        entities=tuple(Entity(i["text"], i["label"], i["name"]) for i in row.entities),
        sentence=row.sentence,
    )


def conflict_row(conflict: Conflict) -> Json:
    """A conflict's own columns."""
    return {
        "id": conflict.id,
        "a": conflict.a.id,
        "b": conflict.b.id,
        "type": conflict.type.value,
        "relation": conflict.relation.value,
        "score": conflict.score,
        "explanation": conflict.explanation,
        "evidence": evidence_json(conflict.evidence),
        "copies": [list(pair) for pair in conflict.copies],
    }


def conflict_from(row: sa.Row[Any], claims: Mapping[str, Claim]) -> StoredConflict:
    """Read a conflict whose two claims are in ``claims``."""
    conflict = Conflict(
        a=claims[row.a],
        b=claims[row.b],
        type=ConflictType(row.type),
        relation=Relation(row.relation),
        score=row.score,
        explanation=row.explanation,
        evidence=tuple(Evidence(i["signal"], i["detail"], i["weight"]) for i in row.evidence),
        copies=tuple((first, second) for first, second in row.copies),
    )
    return StoredConflict(
        conflict=conflict,
        fingerprint=row.fingerprint,
        status=Status(row.status),
        ruling=Ruling(row.verdict) if row.verdict else None,
        judge=row.judge,
        first_run=row.first_run,
        last_run=row.last_run,
    )


def evidence_json(evidence: Sequence[Evidence]) -> list[Json]:
    """Evidence as JSON, order kept."""
    return [{"signal": e.signal, "detail": e.detail, "weight": e.weight} for e in evidence]


def _holder_json(holder: Holder) -> Json:
    return {
        "name": holder.name,
        "kind": holder.kind.value,
        "on_behalf_of": holder.on_behalf_of,
    }


def _holder_from(item: Json) -> Holder:
    return Holder(item["name"], HolderKind(item["kind"]), item["on_behalf_of"])


def _interval_columns(name: str, interval: DayInterval | None) -> Json:
    return {
        f"{name}_start": interval.start if interval else None,
        f"{name}_end": interval.end if interval else None,
        f"{name}_text": interval.text if interval else None,
    }


def _interval(start: dt.date | None, end: dt.date | None, text: str | None) -> DayInterval | None:
    if start is None or end is None:
        return None
    return DayInterval(start, end, text or "")


def _quantity_json(quantity: Quantity) -> Json:
    return {
        "text": quantity.text,
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
        "start": quantity.start,
        "end": quantity.end,
    }


def _quantity_from(item: Json) -> Quantity:
    numbers = {name: float(item[name]) for name in ("value", "low", "high")}
    return Quantity(**{**item, **numbers})


def _number(value: float) -> float | str:
    """An open end ("at least 12") is infinite, which JSON can't say: "inf", which float reads."""
    return str(value) if value in {float("inf"), float("-inf")} or value != value else value
