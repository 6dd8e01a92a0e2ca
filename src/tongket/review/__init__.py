"""The one pipeline: a folder of reports to a folder of results, and what can be asked of those."""

from tongket.reading import ReadFile
from tongket.review import messages
from tongket.review.arithmetic import arithmetic_json, arithmetic_lines
from tongket.review.before import write_before, write_opinions
from tongket.review.collection_forms import FormsRequest, make_forms
from tongket.review.difference import difference
from tongket.review.difference_lines import difference_lines
from tongket.review.document_page import document_page
from tongket.review.names import START_PAGE
from tongket.review.output_folder import replace_folder
from tongket.review.recount import recount as recount_review
from tongket.review.reorganisation import load_tasks, preview_framework, reorganisation_preview
from tongket.review.request import ReviewRequest, ReviewResult
from tongket.review.run import run
from tongket.review.saved import load_review
from tongket.review.schema import ReviewJson, json_schema
from tongket.review.signed import accept_signed, signed_json, signed_lines
from tongket.review.summary import summary_lines
from tongket.review.trace import trace_figure, trace_lines
from tongket.review.verify import commented_copy, verified_json, verified_lines, verify_edited

__all__ = [
    "START_PAGE",
    "FormsRequest",
    "ReadFile",
    "ReviewJson",
    "ReviewRequest",
    "ReviewResult",
    "accept_signed",
    "arithmetic_json",
    "arithmetic_lines",
    "commented_copy",
    "difference",
    "difference_lines",
    "document_page",
    "json_schema",
    "load_review",
    "load_tasks",
    "make_forms",
    "messages",
    "preview_framework",
    "recount_review",
    "reorganisation_preview",
    "replace_folder",
    "run",
    "signed_json",
    "signed_lines",
    "summary_lines",
    "trace_figure",
    "trace_lines",
    "verified_json",
    "verified_lines",
    "verify_edited",
    "write_before",
    "write_opinions",
]
