"""Opens workbooks by a library that is not ours. Prints, for each sheet, how many rows it has below its
heading, how many cells hold a day and how many a formula."""

import sys
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

for name in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    for sheet in load_workbook(name).worksheets:
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        days = sum(isinstance(cell.value, datetime) for cell in cells)
        formulas = sum(cell.data_type == "f" for cell in cells)
        print(name.stem, sheet.title, sheet.max_row - 1, days, formulas, sep="\t")
