"""Everything in a document that does not add up, in the order of its pages."""

from collections.abc import Iterator, Sequence

from tongket.checks.counting.beside import carried_miscounts, text_table_miscounts
from tongket.checks.counting.model import Miscount
from tongket.checks.counting.prose import prose_miscounts
from tongket.checks.counting.tables import table_miscounts
from tongket.reading import Block, Paragraph, Table


def miscounts(blocks: Sequence[Block]) -> tuple[Miscount, ...]:
    """Every figure of a document that breaks a sum or a share it is part of."""
    found = [*_one_by_one(blocks), *carried_miscounts(blocks), *text_table_miscounts(blocks)]
    return tuple({miscount.place: miscount for miscount in reversed(found)}.values())[::-1]


def _one_by_one(blocks: Sequence[Block]) -> Iterator[Miscount]:
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Table):
            yield from prose_miscounts(run)
            run = []
            yield from table_miscounts(block)
        else:
            run.append(block)
    yield from prose_miscounts(run)
