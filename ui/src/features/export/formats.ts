// The formats a document or a comparison can be written in, and the one chosen last.
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportSource } from "../../ipc/generated/ExportSource";

const FOR_DOCUMENTS: readonly ExportFormat[] = ["docx", "html", "txt", "md", "json"];
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
