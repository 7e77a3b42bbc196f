// The formats a document or a comparison can be written in, and the one chosen last.
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportSource } from "../../ipc/generated/ExportSource";

const FOR_DOCUMENTS: readonly ExportFormat[] = [
  "docx",
  "pdf",
  "odt",
  "xlsx",
  "html",
  "txt",
  "md",
  "ics",
  "akn",
  "json",
];
/** Those of them that people choose every day; the rest stand in a list. */
export const EVERYDAY: readonly ExportFormat[] = ["docx", "pdf", "odt", "xlsx"];
/** Those whose pages are the ones that are shown; the others have none. */
const PAGED: readonly ExportFormat[] = ["docx", "pdf", "odt"];
/** Those that can hold a paper made of a document; the others hold its data. */
const PAPERS: readonly ExportFormat[] = ["docx", "pdf", "odt", "html", "txt", "md"];
const FOR_COMPARISONS: readonly ExportFormat[] = [
  "docx",
  "redline",
  "xlsx",
  "html",
  "txt",
  "json",
];

/** The formats for a source, the usual one first. */
export function formatsFor(source: ExportSource): readonly ExportFormat[] {
  return source.what === "comparison" ? FOR_COMPARISONS : FOR_DOCUMENTS;
}

/** A paper made of a document can be written in this format. */
export function holdsPapers(format: ExportFormat): boolean {
  return PAPERS.includes(format);
}

/** A file of this format has pages. */
export function hasPages(format: ExportFormat): boolean {
  return PAGED.includes(format);
}

const KEY = "svod.export.format";

/** The format chosen last, if the source can be written in it; the usual one otherwise. */
export function lastFormat(source: ExportSource, memory: Pick<Storage, "getItem">): ExportFormat {
  const formats = formatsFor(source);
  const known = formats.find((format) => format === read(memory));
  return known ?? formats[0] ?? "docx";
}

/** Keeps the format for the next time. */
export function rememberFormat(format: ExportFormat, memory: Pick<Storage, "setItem">): void {
  try {
    memory.setItem(KEY, format);
  } catch {
    // Storage may be full or forbidden; forgetting a preference is no failure.
  }
}

function read(memory: Pick<Storage, "getItem">): string | null {
  try {
    return memory.getItem(KEY);
  } catch {
    return null;
  }
}
