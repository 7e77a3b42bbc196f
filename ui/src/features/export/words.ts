// The names of the formats and a line that says what each is good for.
import { m } from "../../i18n";
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportSource } from "../../ipc/generated/ExportSource";

/** A few words for a narrow card of an everyday format; nothing for the others. */
export function shortNote(format: ExportFormat): string {
  const words: Partial<Record<ExportFormat, () => string>> = {
    docx: m.export_docx_short,
    pdf: m.export_pdf_short,
    odt: m.export_odt_short,
    xlsx: m.export_xlsx_short,
  };
  return words[format]?.() ?? "";
}

/** Name and note of a format for a source. */
export function formatWords(format: ExportFormat, source: ExportSource): [string, string] {
  const compared = source.what === "comparison";
  const words: Record<ExportFormat, () => [string, string]> = {
    docx: () => [m.export_docx(), compared ? m.export_docx_note_comparison() : m.export_docx_note()],
    pdf: () => [m.export_pdf(), m.export_pdf_note()],
    odt: () => [m.export_odt(), m.export_odt_note()],
    xlsx: () => [m.export_xlsx(), compared ? m.export_xlsx_note() : m.export_xlsx_note_document()],
    html: () => [m.export_html(), m.export_html_note()],
    txt: () => [m.export_txt(), m.export_txt_note()],
    md: () => [m.export_md(), m.export_md_note()],
    json: () => [m.export_json(), m.export_json_note()],
    ics: () => [m.export_ics(), m.export_ics_note()],
    akn: () => [m.export_akn(), m.export_akn_note()],
    redline: () => [m.export_redline(), m.export_redline_note()],
  };
  return words[format]();
}
