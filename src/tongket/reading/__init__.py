"""From a file to a report: the door, the blocks, the letterhead, the figures and sentences, each with its place."""

from tongket.reading.blocks import Block, Document, Doubt, FilledForm, FilledRow, Paragraph, Segment, Table
from tongket.reading.door import LIMITS, Admitted, Refusal, admit, contents, ignored, open_document, read_document
from tongket.reading.find_programs import find_programs
from tongket.reading.formats.place_picture import pdfs_of, place_pictures
from tongket.reading.job import InputFile, ReadingJob, ReadingTables, read_file
from tongket.reading.letterhead import Header, read_header
from tongket.reading.mentions import Mentions, mentions_json, read_mentions
from tongket.reading.opinions import Opinion, OpinionKind, read_opinions
from tongket.reading.programs import NO_PROGRAMS, Programs
from tongket.reading.read_file import ReadFile, as_report, by_place, surest
from tongket.reading.report import ReportReader
from tongket.reading.sentences import split_sentences
from tongket.reading.split import reports_in
from tongket.reading.table_cells import Cell

__all__ = [
    "LIMITS",
    "NO_PROGRAMS",
    "Admitted",
    "Block",
    "Cell",
    "Document",
    "Doubt",
    "FilledForm",
    "FilledRow",
    "Header",
    "InputFile",
    "Mentions",
    "Opinion",
    "OpinionKind",
    "Paragraph",
    "Programs",
    "ReadFile",
    "ReadingJob",
    "ReadingTables",
    "Refusal",
    "ReportReader",
    "Segment",
    "Table",
    "admit",
    "as_report",
    "by_place",
    "contents",
    "find_programs",
    "ignored",
    "mentions_json",
    "open_document",
    "pdfs_of",
    "place_pictures",
    "read_document",
    "read_file",
    "read_header",
    "read_mentions",
    "read_opinions",
    "reports_in",
    "split_sentences",
    "surest",
]
