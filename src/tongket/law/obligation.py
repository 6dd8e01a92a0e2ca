"""Who owes what by a provision: the responsibility matrix, and what is missing in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.law.provision import Address, InstrumentText
from tongket.problems import Problem, Severity, Where, register

register(
    {
        "law.no_lead": "{address} has no lead; name one body that answers for it, or mark that it gives no duty.",
        "law.two_leads": "{address} has {count} leads ({leads}); leave one as lead and make the others coordinating bodies.",
        "law.no_deed": "{address}: what is to be done is not said; write it.",
        "law.address_unknown": "{address} is not in the text; correct the address.",
        "law.address_twice": "{address} stands there more than once; keep one row.",
        "law.address_malformed": "“{value}” is no address such as “điểm a khoản 2 Điều 5”; correct it.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What a provision obliges: one lead, others that coordinate, the deed, the deadline in words ("trước ngày 15 hằng
    tháng"). ``none`` says why a provision obliges nobody; ``indicators`` are codes of the figures that show it."""

    address: Address
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    deed: str = ""
    deadline: str = ""
    indicators: tuple[str, ...] = ()
    none: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A role that sources tell of ("Trưởng ban Chỉ đạo"): who holds it, and what it does."""

    code: str
    role: str
    body: str
    content: str
    reference: str


def obligation_problems(
    text: InstrumentText, obligations: Sequence[Obligation], *, name: str = ""
) -> tuple[Problem, ...]:
    """Clauses without a lead or with several, without a deed, and addresses that the text does not have."""
    return tuple(_problems(text, obligations, name))


def _problems(text: InstrumentText, obligations: Sequence[Obligation], name: str) -> Iterator[Problem]:
    known = {address for address, _ in text.addressed()}
    given: dict[Address, Obligation] = {}
    for one in obligations:
        if one.address not in known:
            yield _problem("law.address_unknown", one.address, one.place or name)
        elif one.address in given:
            yield _problem("law.address_twice", one.address, one.place or name)
        given.setdefault(one.address, one)
    for address, _ in text.clauses():
        yield from _clause(address, given, name)
    for address, one in given.items():
        if address.point and address in known:
            yield from _row(address, one, name)


def _clause(address: Address, given: dict[Address, Obligation], name: str) -> Iterator[Problem]:
    """A clause is provided for by its own row, or by rows of all its points."""
    one = given.get(address)
    if one is not None:
        yield from _row(address, one, name)
    elif not any((place.article, place.clause) == (address.article, address.clause) for place in given):
        yield _problem("law.no_lead", address, name)


def _row(address: Address, one: Obligation, name: str) -> Iterator[Problem]:
    place = one.place or name
    if one.none:
        return
    if not one.leads:
        yield _problem("law.no_lead", address, place)
    elif len(one.leads) > 1:
        yield _problem("law.two_leads", address, place, count=str(len(one.leads)), leads="; ".join(one.leads))
    elif not one.deed:
        yield _problem("law.no_deed", address, place, severity=Severity.WARNING)


def _problem(code: str, address: Address, place: str, *, severity: Severity = Severity.ERROR, **fields: str) -> Problem:
    return Problem(code=code, severity=severity, where=Where(file=place), fields={"address": str(address), **fields})
