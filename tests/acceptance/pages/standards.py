import sys

import pdf_oxide

document = pdf_oxide.PdfDocument(sys.argv[1])
for name, answer in [
    ("PDF/A-2b", document.validate_pdf_a("2b")),
    ("PDF/UA-1", document.validate_pdf_ua()),
]:
    if not answer["valid"]:
        print(name, answer["errors"])
