"""The sentences of reading's problems: what is wrong and what to do."""

from tongket.problems import register

register(
    {
        "reports_not_found": "there is no such file or folder; check the path.",
        "path_is_folder": "this is a folder; name one file in it.",
        "ocr_missing": "Text recognition needs the program Tesseract, which was not found; install tesseract-ocr with "
        "Vietnamese (tesseract-ocr-vie), or leave out --ocr.",
        "ocr_no_vietnamese": "Tesseract is there but does not know Vietnamese; install tesseract-ocr-vie (vie.traineddata), "
        "or leave out --ocr.",
        "file_empty": "The file is empty; ask the unit to send it again.",
        "file_too_large": "The file is larger than {limit} MB; send it without pictures or in parts.",
        "file_missing": "There is no such file; check the path.",
        "file_not_permitted": "The file may not be opened; close it in other programs or ask for the right to read it.",
        "kind_unknown": "It cannot be told what kind of file this is; send the report as Word, Excel or PDF.",
        "kind_unsupported": "Files of kind .{kind} are not read; open it in Word or Excel and save it as .docx or .xlsx.",
        "kind_mislabelled": "The name says .{expected} but the content is not; ask the unit to send the original again.",
        "kind_differs": "The name says .{expected} but the content is .{kind}; it was read as .{kind}.",
        "file_damaged": "The file is damaged or cut short and cannot be opened; ask the unit to send it again.",
        "file_encrypted": "The file is protected by a password; remove the password and send it again.",
        "needs_ocr": "The file holds only pictures of pages and needs text recognition (OCR); "
        "send the Word file, or a PDF saved from Word.",
        "needs_office": "Files of kind .{kind} are read with the help of LibreOffice, which was not found; install it, "
        "or save the file as .docx or .xlsx.",
        "program_failed": "{program} could not open the file; save it as .docx, .xlsx or PDF and send it again.",
        "program_too_slow": "{program} did not finish within {seconds} seconds; save the file as .docx, .xlsx or PDF and send it again.",
        "archive_not_opened": "Nothing in the archive can be read here; unpack it and send the files one by one.",
        "packed_otherwise": "The archive is packed in a way that is not read here; unpack it and send the files one by one.",
        "too_many_scans": "The file has more than {limit} pages that are pictures; send it in parts, or the Word file.",
        "recognised": "The letters were recognised on pictures of pages; check the figures against the paper.",
        "pages_need_ocr": "Pages {pages} are pictures and were not read; send them as text.",
        "too_many_parts": "The file unpacks to far more than a report can hold and was not opened; save it anew.",
        "nothing_readable": "The file holds no text; ask the unit to send the report again.",
        "secrecy_mark": "The file bears a secrecy mark and must not be processed on this system; nothing of it was kept. "
        "Tell the person responsible for the protection of secrets and ask for the part that is not secret.",
        "unit_by_title": "The letterhead names no unit; the title names {name}.",
        "unit_by_signature": "The letterhead names no unit; the signature names {name}.",
        "unit_by_text": "The letterhead names no unit; the opening names {name}.",
        "period_by_file_name": "The report names no period; its file name or folder tells {period}.",
        "unit_by_sheet": "The report names no unit; a sheet is named {name}.",
        "unit_by_file_name": "The report names no unit; its file name or folder names {name}.",
        "hidden_content": "Hidden rows, columns or sheets of {sheet} were not read; unhide them if they belong to the report.",
        "hidden_passages": "{count} hidden passages, rows or cells were not read; show them if they belong to the report.",
        "changes_accepted": "{count} tracked changes were read as accepted; accept or reject them before the report is sent.",
        "comments_ignored": "{count} comments were not read as part of the report.",
        "signed_digitally": "The file carries the digital signature of {signer}, {time}; it was not verified here.",
        "formula_without_value": "{count} formulas of {sheet} have no stored result and were read as blank; "
        "open the file in Excel and save it.",
    }
)
