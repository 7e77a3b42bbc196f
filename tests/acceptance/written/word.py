"""Opens Word documents by a library that is not ours, and looks whether children stand in the order
the schema (ECMA-376, transitional) gives them, and for what Word stumbles over besides. Prints a line for each fault and the count of files."""

import sys
import zipfile
from pathlib import Path

import docx
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd"
    " tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss"
    " imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
    " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
    " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
    " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
    " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
    " revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
    " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
    " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData"
    " noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter"
    " noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent"
    " alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt"
    " showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids"
    " mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures"
    " forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags"
    " decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
}
# A row's properties may stand in any order.
PLACES = {name: {child: place for place, child in enumerate(order.split())} for name, order in ORDER.items()}


def faults(path):
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if not part.startswith("word/") or not part.endswith(".xml"):
                continue
            for element in etree.fromstring(package.read(part)).iter():
                name = etree.QName(element)
                places = PLACES.get(name.localname) if name.namespace == W else None
                if places is None:
                    continue
                last = -1
                for child in element:
                    own = etree.QName(child).localname
                    place = places.get(own)
                    if place is None:
                        yield f"{part}: {own} in {name.localname}"
                    elif place < last:
                        yield f"{part}: {own} stands too late in {name.localname}"
                    else:
                        last = place


def traps(path):
    """What Word itself stumbles over though the order is right: it cannot be run here."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        parts = {name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    if len(names) != len(set(names)):
        yield "a part is there twice"
    if names[0] != "[Content_Types].xml":
        yield "the list of parts is not the first part"
    types = parts["[Content_Types].xml"]
    defaults = {kind.get("Extension") for kind in types if etree.QName(kind).localname == "Default"}
    overrides = {kind.get("PartName") for kind in types if etree.QName(kind).localname == "Override"}
    for name in names[1:]:
        if f"/{name}" not in overrides and name.rsplit(".", 1)[-1] not in defaults:
            yield f"{name} has no type"
    for name in overrides:
        if name[1:] not in names:
            yield f"{name} is listed and not there"
    for name, part in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rsplit("/", 1)[0] if name.count("/") > 1 else ""
        ids = [link.get("Id") for link in part]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id twice"
        for link in part:
            target = f"{folder}/{link.get('Target')}".lstrip("/")
            if link.get("TargetMode") != "External" and target not in names:
                yield f"{name}: no {target}"

    document, styles, numbering = (parts[f"word/{part}.xml"] for part in ("document", "styles", "numbering"))
    settings = parts["word/settings.xml"]

    def values(part, element, attribute="val"):
        return [found.get(f"{{{W}}}{attribute}") for found in part.iter(f"{{{W}}}{element}")]

    # Bookmarks: a name twice is lost, one over 40 letters or beginning with a digit is refused.
    marks = values(document, "bookmarkStart", "name")
    if len(marks) != len(set(marks)):
        yield "two bookmarks of one name"
    for mark in marks:
        if len(mark) > 40 or not (mark[0].isalpha() or mark[0] == "_") or not mark.replace("_", "a").isalnum():
            yield f"no bookmark can be called {mark}"
    starts, ends = values(document, "bookmarkStart", "id"), values(document, "bookmarkEnd", "id")
    if sorted(starts) != sorted(ends) or len(starts) != len(set(starts)):
        yield "bookmarks that do not begin or end"
    controls = [v.get(f"{{{W}}}val") for v in document.iterfind(f".//{{{W}}}sdtPr/{{{W}}}id")]
    if len(controls) != len(set(controls)):
        yield "two content controls of one id"
    if any(not -(2**31) <= int(number) < 2**31 or number == "0" for number in controls):
        yield "an id of a content control is no number Word takes"
    # Styles and lists that are named are there, once.
    known = values(styles, "style", "styleId")
    if len(known) != len(set(known)):
        yield "two styles of one id"
    for element in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for part in (document, styles, numbering):
            missing = set(values(part, element)) - set(known)
            if missing:
                yield f"no style {missing}"
    nums = values(numbering, "num", "numId")
    abstracts = values(numbering, "abstractNum", "abstractNumId")
    if len(nums) != len(set(nums)) or len(abstracts) != len(set(abstracts)):
        yield "two lists of one number"
    if set(values(numbering, "abstractNumId")) - set(abstracts):
        yield "a list of no kind"
    if set(values(document, "numId")) - set(nums) - {"0"}:
        yield "a paragraph in no list"
    nsids = values(numbering, "nsid")
    if len(nsids) != len(set(nsids)):
        yield "two kinds of list Word takes for one"
    for level in numbering.iter(f"{{{W}}}lvl"):
        if level.get(f"{{{W}}}ilvl") not in set("012345678"):
            yield "a tenth level"
    # Tables: as many widths as cells, every cell ends with a paragraph.
    for table in document.iter(f"{{{W}}}tbl"):
        grid = [int(column.get(f"{{{W}}}w")) for column in table.iterfind(f"{{{W}}}tblGrid/{{{W}}}gridCol")]
        if any(width <= 0 for width in grid):
            yield "a column of no width"
        for row in table.iterfind(f"{{{W}}}tr"):
            spans = [int((values(cell, "gridSpan") or ["1"])[0]) for cell in row.iterfind(f".//{{{W}}}tc")]
            if sum(spans) != len(grid):
                yield f"a row of {sum(spans)} cells over {len(grid)} columns"
        for cell in table.iter(f"{{{W}}}tc"):
            if etree.QName(cell[-1]).localname != "p":
                yield "a cell that ends with no paragraph"
        after = table.getnext()
        if after is not None and etree.QName(after).localname == "tbl":
            yield "two tables that Word makes one"
    # White space at the ends of a text is kept only where it is said so; letters XML forbids are none.
    for text in document.iter(f"{{{W}}}t"):
        words = text.text or ""
        if words != words.strip() and text.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            yield f"spaces of «{words}» are lost"
    modes = [v.get(f"{{{W}}}val") for v in settings.iter(f"{{{W}}}compatSetting") if "ility" in v.get(f"{{{W}}}name")]
    if modes != ["15"]:
        yield f"the mode of compatibility is {modes}"
    if values(styles, "lang") != ["ru-RU"]:
        yield "the language is not Russian"
    if len(list(settings.iter(f"{{{W}}}autoHyphenation"))) != 1:
        yield "hyphenation is not said"
    # A number from the second page on: the first has a heading of its own, which is empty.
    for section in document.iter(f"{{{W}}}sectPr"):
        numbered = section.find(f"{{{W}}}headerReference") is not None
        if numbered and section.find(f"{{{W}}}titlePg") is None:
            yield "the first page is numbered"


count = 0
for name in sorted(Path(sys.argv[1]).glob("*.docx")):
    count += 1
    document = docx.Document(str(name))
    assert document.core_properties.title, name
    assert document.core_properties.language == "ru-RU", name
    assert any(p.text.strip() for p in document.paragraphs), name
    for fault in [*faults(name), *traps(name)]:
        print(name.name, fault)
print(count)
