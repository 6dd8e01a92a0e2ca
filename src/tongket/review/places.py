"""Anchors in words that people can follow."""

import re

from tongket.problems import translate


def place_words(anchor: str, language: str) -> str:
    """ "body/table[2]/row[3]/cell[4]" as "bảng 2, dòng 3"; an anchor of no known form as it is."""
    if found := re.search(r"table\[(\d+)\]/row\[(\d+)\]", anchor):
        return translate("table {table}, row {row}", language, table=found[1], row=found[2])
    if found := re.search(r"page\[(\d+)\]", anchor):
        return translate("page {page}", language, page=found[1])
    if "!" in anchor:
        sheet, cell = anchor.rsplit("!", 1)
        return translate("sheet {sheet}, cell {cell}", language, sheet=sheet, cell=cell)
    if found := re.search(r"p\[(\d+)\]", anchor):
        return translate("paragraph {number}", language, number=found[1])
    if found := re.search(r"line\[(\d+)\]", anchor):
        return translate("line {line}", language, line=found[1])
    return anchor
