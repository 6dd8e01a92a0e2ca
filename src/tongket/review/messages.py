"""Sentences of the problems of a run."""

from tongket.problems import register

register(
    {
        "no_check_sheet": "There is no check sheet in this file; give the Excel sheet that “tongket sample” made.",
        "verdict_unclear": "“{text}” is no verdict; write Đúng or Sai.",
        "no_verdict": "No verdict is filled in; write Đúng or Sai in each row that was checked.",
        "no_reports": "the folder holds no file that can be a report; check the path, or copy the reports into it.",
        "no_opinions": "no comment, tracked change or table of opinions was found; a table needs a column of who "
        "(Đơn vị) and one of what (Ý kiến góp ý).",
        "period_malformed": "“{text}” is no period; write a year (2021), a half-year (2021H1), a quarter (2021Q3), "
        "a month (2021-05) or a span of years (2019/2023).",
        "out_not_ours": "the folder for the results holds other files and was left alone; name a new or empty folder.",
        "out_edited": "this file in the folder for the results was edited after it was written, so the folder was left "
        "alone; move the edited file elsewhere, or name a new folder.",
        "out_answered": "answers were given in this workbook, so the folder was left alone; give it with --decisions, "
        "or name a new folder.",
        "out_is_final": "this folder holds a final version, which is written once; name another folder.",
        "cannot_write": "the results could not be written ({reason}); nothing was changed. Choose another folder.",
        "out_not_a_folder": "a part of this path is a file, so no folder can be made here; nothing was changed. "
        "Choose another folder.",
        "out_name_too_long": "the name of the folder for the results is too long; choose a shorter one.",
        "out_holds_inputs": "the folder for the results may not be the folder of {input}, lie in it or hold it; "
        "choose another folder.",
        "out_is_here": "this is the folder you are in, and it would be replaced; name a folder inside it.",
        "disk_full": "the disk is full; nothing was changed. Make room or choose another disk.",
        "out_open_elsewhere": "a file in the folder for the results is open in another program, or you may not write there; "
        "nothing was changed. Close it, or choose another folder, and run again.",
        "reader_failed": "reading this file failed; open it and save it again as .docx, .xlsx or .pdf.",
        "reader_over_time": "reading this file took more than {minutes} minutes and was ended; send it in parts, or save it anew.",
        "reader_over_memory": "reading this file took more than {limit} MB of memory and was ended; send it in parts, or save it anew.",
        "no_review": "there is no review here; name the folder that `tongket review --out` wrote.",
        "figure_code_malformed": "“{text}” is no figure code; it looks like 06/2019-2023/A01@as_reported.",
        "figure_unknown": "the review has no figure “{text}”; copy the code from the overview or from review.json.",
    }
)
