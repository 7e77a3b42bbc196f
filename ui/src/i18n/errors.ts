// One clear sentence for every error code. A code without a sentence does not compile.
import { isBackendError } from "../ipc/backend";
import type { ErrorCode } from "../ipc/generated/ErrorCode";
import { m } from ".";

type Args = Record<string, string>;
const value = (args: Args, name: string): string => args[name] ?? "";
const file = (args: Args): { file: string } => ({ file: value(args, "file") });

const SENTENCES: Record<ErrorCode, (args: Args) => string> = {
  "file-not-found": (args) => m.error_file_not_found(file(args)),
  "file-not-readable": (args) => m.error_file_not_readable(file(args)),
  "not-a-file": (args) => m.error_not_a_file(file(args)),
  "folder-too-deep": (args) => m.error_folder_too_deep({ ...file(args), limit: value(args, "limit") }),
  "too-many-files": (args) => m.error_too_many_files({ ...file(args), limit: value(args, "limit") }),
  "link-not-followed": (args) => m.error_link_not_followed(file(args)),
  "file-empty": (args) => m.error_file_empty(file(args)),
  "file-too-large": (args) =>
    m.error_file_too_large({
      ...file(args),
      size: value(args, "size"),
      limit: value(args, "limit"),
    }),
  "format-unsupported": (args) =>
    m.error_format_unsupported({ ...file(args), format: value(args, "format") }),
  "not-text": (args) => m.error_not_text(file(args)),
  // Word opens and mends documents; a damaged PDF nobody mends.
  "file-damaged": (args) =>
    /\.pdf$/iu.test(file(args).file) ? m.error_file_damaged_pdf(file(args)) : m.error_file_damaged(file(args)),
  "file-suspicious": (args) => m.error_file_suspicious(file(args)),
  "file-encrypted": (args) => m.error_file_encrypted(file(args)),
  "no-text-layer": (args) => m.error_no_text_layer(file(args)),
  "encoding-unknown": (args) => m.error_encoding_unknown({ encoding: value(args, "encoding") }),
  "file-not-writable": (args) => m.error_file_not_writable(file(args)),
  "disk-full": (args) => m.error_disk_full(file(args)),
  "file-in-use": (args) => m.error_file_in_use(file(args)),
  "file-exists": (args) => m.error_file_exists(file(args)),
  "folder-not-found": (args) => m.error_folder_not_found(file(args)),
  "file-name-not-allowed": (args) => m.error_file_name_not_allowed(file(args)),
  "preview-gone": () => m.error_preview_gone(),
  "no-viewer": () => m.error_no_viewer(),
  "not-printed": () => m.error_not_printed(),
  "library-newer": (args) => m.error_library_newer(file(args)),
  "library-damaged": (args) => m.error_library_damaged(file(args)),
  "library-locked": (args) => m.error_library_locked(file(args)),
  "library-not-opened": (args) => m.error_library_not_opened(file(args)),
  "document-not-found": () => m.error_document_not_found(),
  "same-document": () => m.error_same_document(),
  "file-forgotten": () => m.error_file_forgotten(),
  "draft-changed": () => m.error_draft_changed(),
  "edited-since": () => m.error_edited_since(),
  "template-not-found": () => m.error_template_not_found(),
  "register-unreadable": (args) => m.error_register_unreadable({ line: value(args, "line") }),
  "themes-refused": (args) => m.error_themes_refused({ name: value(args, "name") }),
  "not-a-bundle": (args) => m.error_not_a_bundle(file(args)),
  "bundle-newer": (args) => m.error_bundle_newer(file(args)),
  "bundle-damaged": (args) => m.error_bundle_damaged(file(args)),
  "not-a-template": (args) => m.error_not_a_template(file(args)),
  "export-format-unsupported": (args) =>
    m.error_export_format_unsupported({ format: value(args, "format") }),
  "not-a-control-sheet": (args) => m.error_not_a_control_sheet(file(args)),
  "not-under-control": () => m.error_not_under_control(),
  "mark-refused": (args) => m.error_mark_refused({ number: value(args, "number") }),
  cancelled: () => m.error_cancelled(),
  internal: () => m.error_internal(),
};

/** What happened, to which file, what to do; for whatever a command was rejected with. */
export function errorSentence(error: unknown): string {
  if (!isBackendError(error)) return m.error_internal();
  return (SENTENCES[error.code] ?? SENTENCES.internal)(error.args);
}

/** The technical cause, for «Подробности»; empty when there is none. */
export function errorDetail(error: unknown): string {
  if (isBackendError(error)) return [error.code, error.detail].filter(Boolean).join(": ");
  return String(error);
}
