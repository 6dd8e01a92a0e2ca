"""The sentences of the pack of Decree 21/2019 about texts, read by the reader of reports."""

from collections.abc import Iterator

from tongket.packs import GivenFigure, load_pack, run_sentences
from tongket.problems import message
from tongket.reading import Paragraph, Segment
from tongket.reading.figures.prose import ProseReader
from tongket.reading.recognition import Lexicon


def test_a_clerk_and_the_reader_take_the_same_from_each_sentence() -> None:
    pack = load_pack("nd21")
    lexicon = Lexicon(pack.framework)
    reader = ProseReader.of(lexicon)

    def read(text: str, heading: str) -> Iterator[GivenFigure]:
        paragraph = Paragraph(text=text, segments=(Segment(start=0, end=len(text), anchor="body/p[1]"),))
        for figure in reader.read(paragraph, pillar=lexicon.pillar_of(heading), year=2023):
            yield GivenFigure(indicator=figure.indicator, part=figure.part, value=figure.value)

    assert [message(problem, "en") for problem in run_sentences(pack, read)] == []
