"""The application: verbs, and one place where what cannot go on becomes a sentence and an exit code."""

import sys

import typer

from tongket.cli import pack, read, review, trace
from tongket.cli.console import err, print_problems, use_utf8
from tongket.cli.options import language_of
from tongket.problems import TongketError, translate

INTERRUPTED = 130

app = typer.Typer(
    name="tongket",
    help="Tổng hợp báo cáo của các đơn vị; mỗi con số mở ra được nguồn của nó.\n\n"
    "Consolidate unit reports; every number opens on its source.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.command("review")(review.review)
app.command("read")(read.read)
app.command("trace")(trace.trace)
app.add_typer(pack.app, name="pack")


def main(arguments: list[str] | None = None) -> None:
    """Run a command; exit codes: 0 done, 1 findings of severity error with --strict, 2 wrong call, 3 no usable
    input, 4 pack or tables malformed, 5 refused for secrecy, 6 could not write, 130 interrupted."""
    use_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    language = language_of(arguments)
    try:
        code = app(args=arguments, standalone_mode=False) or 0
    except TongketError as error:
        print_problems(error.problems, language)
        code = error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        err().print(translate("Stopped. Nothing was changed.", language))
        code = INTERRUPTED
    except typer.Exit as stop:
        code = stop.exit_code
    except Exception as error:
        shown = getattr(error, "show", None)
        if shown is None:
            raise
        shown()
        code = getattr(error, "exit_code", 2)
    sys.exit(int(code))
