"""The application: verbs, and one place where what cannot go on becomes a sentence and an exit code."""

from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from tongket import __version__
from tongket.cli.console import drop_output, finish_output, out, print_problems, use_utf8
from tongket.cli.exit_codes import INTERRUPTED
from tongket.cli.faults import fault
from tongket.cli.options import language_of
from tongket.cli.stopping import stopped
from tongket.cli.verbs import add_verbs
from tongket.cli.wrong_call import wrong_call
from tongket.problems import CannotWriteError, Problem, TongketError


def tell_version(asked: bool) -> None:
    """Print the version and end."""
    if asked:
        out().print(f"tongket {__version__}", markup=False)
        raise typer.Exit


def of_the_program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=tell_version,
            is_eager=True,
            help="Phiên bản của chương trình. The version of the program.",
        ),
    ] = False,
) -> None:
    """Tổng hợp báo cáo của các đơn vị; mỗi con số mở ra được nguồn của nó.

    Consolidate unit reports; every number opens on its source.
    """


def application(arguments: Sequence[str]) -> typer.Typer:
    """The program, with the verbs that ``arguments`` may ask for."""
    app = typer.Typer(
        name="tongket",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback()(of_the_program)
    add_verbs(app, arguments)
    return app


def run_command(arguments: Sequence[str], *, whole: bool = False) -> int:
    """Run the verb that ``arguments`` name and give the exit code. ``whole``: the process is there for nothing else, so
    its signals are ours."""
    use_utf8()
    language = language_of(arguments)
    try:
        app = application(arguments)
        code = int(app(args=list(arguments), prog_name="tongket", standalone_mode=False) or 0)
        finish_output()
        return stopped(language, whole) if code == INTERRUPTED else code
    except (KeyboardInterrupt, typer.Abort):
        return stopped(language, whole)
    except typer.Exit as stop:
        return stop.exit_code
    except (BrokenPipeError, SystemExit):  # whoever read the output had enough of it
        drop_output()
        return CannotWriteError.exit_code
    except Exception as error:
        return told(error, language)


def told(error: Exception, language: str) -> int:
    """Say what stopped the work, in a sentence for each problem; the exit code."""
    if isinstance(error, TongketError):
        print_problems(error.problems, language)
        return error.exit_code
    if isinstance(error, TyperException):
        print_problems(wrong_call(error, language), language)
        return 2
    if isinstance(error, OSError) and error.filename is None:
        drop_output()
        fields = {"reason": error.strerror or type(error).__name__}
        print_problems([Problem(code="output_not_printed", fields=fields)], language)
        return CannotWriteError.exit_code
    return fault(error, language)
