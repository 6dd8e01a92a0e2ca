"""Formats of other word processors, opened by LibreOffice and read as what it saves: Word or Excel.

Each call has a folder of its own for the file, the profile and the result, which only this user may open and which is
gone when the call ends. Macros and links to other places are off.
"""

import io
import tempfile
import zipfile
from pathlib import Path

from tongket.reading.formats.content import FormatError, Limits
from tongket.reading.formats.kinds import DOCX, XLS, XLSX, ZIP
from tongket.reading.formats.outside import call
from tongket.reading.formats.package import check_size
from tongket.reading.programs import Programs

SAVED_AS = {"doc": DOCX, "rtf": DOCX, "odt": DOCX, "ods": XLSX, XLS: XLSX}
FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8", "ods": "calc8", XLS: "MS Excel 97"}
"""What the file must be: otherwise LibreOffice opens any bytes as text."""
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
SETTINGS = (
    (SECURITY, "MacroSecurityLevel", "3"),
    (SECURITY, "DisableMacrosExecution", "true"),
    (SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Nothing of a document runs, nothing is fetched: what would be asked for on the network goes to a closed port."""


def converted(kind: str, data: bytes, programs: Programs, limits: Limits) -> bytes:
    """The file as LibreOffice saves it in the kind ``SAVED_AS`` says."""
    if not programs.office:
        raise FormatError("needs_office", {"kind": kind})
    if data.startswith(ZIP):
        check_size(zipfile.ZipFile(io.BytesIO(data)).infolist(), len(data), limits)
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, result = folder / f"file.{kind}", folder / "saved" / f"file.{SAVED_AS[kind]}"
        source.write_bytes(data)
        write_profile(folder / "profile")
        call(command(programs.office, folder, source, result), seconds=programs.seconds)
        if not result.is_file():
            raise FormatError("file_damaged")
        if result.stat().st_size > limits.size:
            raise FormatError("too_many_parts")
        return result.read_bytes()


def command(office: str, folder: Path, source: Path, result: Path) -> list[str]:
    """The call of LibreOffice without a window."""
    profile = (folder / "profile").as_uri()
    return [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"--infilter={FILTERS[source.suffix[1:]]}", "--convert-to", result.suffix[1:], "--outdir", str(result.parent), str(source)]  # fmt: skip


def write_profile(folder: Path) -> None:
    """A profile that holds only our settings."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="utf-8",
        newline="\n",
    )
