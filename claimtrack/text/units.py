"""Units of measure and currencies: canonical names, words for them, conversion to one base.

Sources: the SI brochure (9th edition) for metric units, NIST SP 811 appendix B for the exact
factors of the others, ISO 4217 for currency codes, CLDR for currency words and symbols.
Currencies are never converted into each other: rates move.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.model import Quantity


@dataclass(frozen=True, slots=True)
class Unit:
    """``value * factor + offset`` is the value in ``base``, the base unit of its dimension."""

    name: str
    base: str
    factor: float = 1.0
    offset: float = 0.0


# canonical name, base, factor, words (regex alternatives; plural "s" is added to words)
_MEASURES: tuple[tuple[str, str, float, str], ...] = (
    ("km", "m", 1000.0, r"km|kms|kilomet(?:re|er)s?"),
    ("m", "m", 1.0, r"met(?:re|er)s?"),
    ("cm", "m", 0.01, r"cm|centimet(?:re|er)s?"),
    ("mm", "m", 0.001, r"mm|millimet(?:re|er)s?"),
    ("mile", "m", 1609.344, r"miles?|mi"),
    ("nmi", "m", 1852.0, r"nautical miles?|nmi"),
    ("yard", "m", 0.9144, r"yards?|yd"),
    ("foot", "m", 0.3048, r"foot|feet|ft"),
    ("inch", "m", 0.0254, r"inch(?:es)?"),
    ("km2", "m2", 1e6, r"square (?:kilomet(?:re|er)s?|km)|sq\.? ?km|km²|km2"),
    ("mile2", "m2", 2589988.110336, r"square miles?|sq\.? ?mi(?:les?)?"),
    ("m2", "m2", 1.0, r"square met(?:re|er)s?|sq\.? ?m|m²|m2"),
    ("foot2", "m2", 0.09290304, r"square (?:foot|feet)|sq\.? ?ft"),
    ("hectare", "m2", 1e4, r"hectares?|ha"),
    ("acre", "m2", 4046.8564224, r"acres?"),
    ("kg", "kg", 1.0, r"kg|kgs|kilos?|kilogram(?:me)?s?"),
    ("g", "kg", 0.001, r"grams?|grammes?"),
    ("mg", "kg", 1e-6, r"mg|milligram(?:me)?s?"),
    ("t", "kg", 1000.0, r"tonnes?|metric tons?"),
    ("ton", "kg", 907.18474, r"(?:short )?tons?"),
    ("lb", "kg", 0.45359237, r"lbs?"),
    ("ounce", "kg", 0.028349523125, r"ounces?|oz"),
    ("l", "l", 1.0, r"lit(?:re|er)s?"),
    ("ml", "l", 0.001, r"ml|millilit(?:re|er)s?"),
    ("gallon", "l", 3.785411784, r"gallons?"),
    ("barrel", "l", 158.987294928, r"barrels?|bbl"),
    ("m3", "l", 1000.0, r"cubic met(?:re|er)s?|m³"),
    ("km/h", "m/s", 1 / 3.6, r"km/h|kmh|kph|kilomet(?:re|er)s? (?:per|an) hour"),
    ("mph", "m/s", 0.44704, r"mph|miles? (?:per|an) hour"),
    ("knot", "m/s", 1852 / 3600, r"knots?"),
    ("m/s", "m/s", 1.0, r"m/s|met(?:re|er)s? (?:per|a) second"),
    ("W", "W", 1.0, r"watts?"),
    ("kW", "W", 1e3, r"kw|kilowatts?"),
    ("MW", "W", 1e6, r"mw|megawatts?"),
    ("GW", "W", 1e9, r"gw|gigawatts?"),
    ("kWh", "Wh", 1e3, r"kwh|kilowatt[- ]hours?"),
    ("MWh", "Wh", 1e6, r"mwh|megawatt[- ]hours?"),
    ("GWh", "Wh", 1e9, r"gwh|gigawatt[- ]hours?"),
    ("TWh", "Wh", 1e12, r"twh|terawatt[- ]hours?"),
    ("second", "second", 1.0, r"seconds?|secs?"),
    ("minute", "second", 60.0, r"minutes?|mins?"),
    ("hour", "second", 3600.0, r"hours?|hrs?"),
    ("day", "second", 86400.0, r"days?"),
    ("week", "second", 604800.0, r"weeks?"),
    # Calendar units: Gregorian means (365.2425 days); comparators allow for the rounding.
    ("month", "second", 2629746.0, r"months?"),
    ("year", "second", 31556952.0, r"years?|yrs?"),
    ("decade", "second", 315569520.0, r"decades?"),
    ("%", "%", 1.0, r"%|per ?cent"),
    ("pp", "pp", 1.0, r"percentage points?|(?:%|per ?cent) points?|ppts?"),
    ("bp", "pp", 0.01, r"basis points?|bps"),
    ("magnitude", "magnitude", 1.0, r"on the richter scale"),
    # Of a scale that is not named.
    ("degree", "°C", 1.0, r"degrees?"),
)

_TEMPERATURES = (
    Unit("°C", "°C"),
    Unit("°F", "°C", 5 / 9, -160 / 9),
    Unit("K", "°C", 1.0, -273.15),
)

UNITS: dict[str, Unit] = {name: Unit(name, base, factor) for name, base, factor, _ in _MEASURES}
UNITS.update({unit.name: unit for unit in _TEMPERATURES})

_TEMPERATURE_WORDS = (
    ("°C", r"°\s?c|degrees? (?:celsius|centigrade|c)|℃"),
    ("°F", r"°\s?f|degrees? (?:fahrenheit|f)"),
)

# Symbols (CLDR) and ISO codes before a number.
CURRENCY_SYMBOLS = {
    "US$": "USD", "$US": "USD", "A$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₴": "UAH", "₽": "RUB", "₹": "INR", "₩": "KRW", "₺": "TRY", "₪": "ILS",
    "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₸": "KZT", "₾": "GEL",
}  # fmt: skip

ISO_CURRENCIES = frozenset(
    "AED AFN AMD ARS AUD AZN BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR "
    "GBP GEL GHS HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MDL MXN "
    "MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD SYP THB TND TRY TWD "
    "TZS UAH UGX USD UZS VND XAF XOF YER ZAR ZMW".split()
)

_CURRENCY_WORDS = (
    ("AUD", r"australian dollars?"),
    ("CAD", r"canadian dollars?"),
    ("NZD", r"new zealand dollars?"),
    ("HKD", r"hong kong dollars?"),
    ("SGD", r"singapore dollars?"),
    ("TWD", r"taiwan dollars?"),
    ("USD", r"(?:u\.?s\.? )?dollars?|bucks"),
    ("EUR", r"euros?"),
    ("GBP", r"pounds? sterling|(?:british )?pounds?|quid"),
    ("EGP", r"egyptian pounds?"),
    ("CHF", r"swiss francs?"),
    ("JPY", r"(?:japanese )?yen"),
    ("CNY", r"(?:chinese )?yuan|renminbi"),
    ("RUB", r"(?:russian )?r(?:o?u)bles?"),
    ("UAH", r"hryvn(?:ia|ya)s?"),
    ("INR", r"(?:indian )?rupees?"),
    ("PKR", r"pakistani rupees?"),
    ("KRW", r"(?:south korean )?won"),
    ("TRY", r"(?:turkish )?liras?"),
    ("PLN", r"(?:polish )?zlot(?:y|ys|ies)"),
    ("SEK", r"swedish (?:kronor|krona|crowns?)"),
    ("NOK", r"norwegian (?:kroner|krone|crowns?)"),
    ("DKK", r"danish (?:kroner|krone|crowns?)"),
    ("CZK", r"(?:czech )?koruna[s]?|czech crowns?"),
    ("HUF", r"(?:hungarian )?forints?"),
    ("ILS", r"(?:israeli )?shekels?"),
    ("ZAR", r"(?:south african )?rand"),
    ("NGN", r"(?:nigerian )?naira"),
    ("BRL", r"(?:brazilian )?reais"),
    ("MXN", r"mexican pesos?"),
    ("ARS", r"argentine pesos?"),
    ("PHP", r"philippine pesos?"),
    ("THB", r"(?:thai )?baht"),
    ("MYR", r"(?:malaysian )?ringgit"),
    ("IDR", r"(?:indonesian )?rupiah"),
    ("AED", r"(?:uae )?dirhams?"),
    ("SAR", r"saudi riyals?"),
    ("IRR", r"(?:iranian )?rials?"),
    ("KZT", r"(?:kazakh )?tenges?"),
    # Names that several currencies share stay what they are called.
    ("krone", r"krone[rn]?|kron(?:or|a)|crowns?"),
    ("franc", r"francs?"),
    ("peso", r"pesos?"),
    ("dinar", r"dinars?"),
    ("BYN", r"belarusian r(?:o?u)bles?"),
    ("mark", r"marks?|deutschmarks?"),
    ("taler", r"th?alers?"),
    ("shilling", r"shillings?"),
    ("guilder", r"guilders?|gulden"),
    ("florin", r"florins?"),
    ("ducat", r"ducats?"),
    ("lira", r"lire"),
    ("drachma", r"drachmas?"),
    ("peseta", r"pesetas?"),
    ("BGN", r"lev[as]?"),
    ("RON", r"(?:romanian )?le[iu]"),
    ("ALL", r"(?:albanian )?leks?"),
    ("GEL", r"(?:georgian )?laris?"),
    ("AMD", r"(?:armenian )?drams?"),
    ("AZN", r"(?:azerbaijani )?manats?"),
    ("UZS", r"(?:uzbek )?soms?"),
    ("BDT", r"(?:bangladeshi )?takas?"),
    ("VND", r"(?:vietnamese )?dongs?"),
    ("ETB", r"(?:ethiopian )?birrs?"),
    ("GHS", r"(?:ghanaian )?cedis?"),
    ("ISK", r"icelandic (?:kronur|krona)"),
    ("QAR", r"qatari riyals?"),
    ("riyal", r"riyals?"),
)

_SHARED_NAMES = frozenset(
    "krone franc peso dinar mark taler shilling guilder florin ducat lira drachma peseta riyal "
    "ALL".split()
)
"""Names of money that are no ISO code here: of several currencies, of old ones, of none."""


def _compile() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [
        *_TEMPERATURE_WORDS,
        *((name, words) for name, _, _, words in _MEASURES),
        *_CURRENCY_WORDS,
    ]
    return tuple(
        (name, re.compile(rf"[\s\u00a0-]*(?:{words})(?![\w/²³])", re.IGNORECASE))
        for name, words in rows
    )


_UNIT_PATTERNS = _compile()
_BARE_DEGREE = re.compile(r"([CF])\b")
_ISO_AFTER = re.compile(r"[\s\u00a0]*([A-Z]{3})\b")


def unit_after(text: str, position: int) -> tuple[str, int] | None:
    """Return the canonical unit whose word starts at ``position`` and the offset of its end.

    The longest reading wins ("percentage points" over "per cent"). None if there is no unit.
    """
    best: tuple[str, int] | None = None
    for name, pattern in _UNIT_PATTERNS:
        match = pattern.match(text, position)
        if match and (best is None or match.end() > best[1]):
            best = (name, match.end())
    degree = _BARE_DEGREE.match(text, position)
    if degree and best is None:
        best = (f"°{degree[1]}", degree.end())
    code = _ISO_AFTER.match(text, position)
    if code and code[1] in ISO_CURRENCIES and (best is None or code.end() > best[1]):
        best = (code[1], code.end())
    return best


def is_currency(unit: str) -> bool:
    """Whether ``unit`` is an ISO 4217 code or a name that several currencies share."""
    return unit in ISO_CURRENCIES or unit in _SHARED_NAMES


def base_unit(unit: str) -> str:
    """The base unit of ``unit``; itself where nothing converts into it (counts, money)."""
    known = UNITS.get(unit)
    return known.base if known else unit


def to_base(quantity: Quantity) -> tuple[float, float, str]:
    """Return (low, high, base unit) of ``quantity``; conversion keeps the order of the ends."""
    known = UNITS.get(quantity.unit)
    if known is None:
        return quantity.low, quantity.high, quantity.unit
    low, high = (end * known.factor + known.offset for end in (quantity.low, quantity.high))
    return low, high, known.base
