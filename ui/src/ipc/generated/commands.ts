// Generated from the Rust table of commands. Do not edit.
import type { About } from "./About";
import type { CompareRequest } from "./CompareRequest";
import type { ComparisonView } from "./ComparisonView";
import type { CorrectRequest } from "./CorrectRequest";
import type { DecideRequest } from "./DecideRequest";
import type { DocumentCard } from "./DocumentCard";
import type { DocumentRequest } from "./DocumentRequest";
import type { DocumentView } from "./DocumentView";
import type { DocumentsRequest } from "./DocumentsRequest";
import type { ExportRequest } from "./ExportRequest";
import type { Finding } from "./Finding";
import type { Id } from "./Id";
import type { ImportReport } from "./ImportReport";
import type { LibraryView } from "./LibraryView";
import type { Nothing } from "./Nothing";
import type { Progress } from "./Progress";
import type { RevisionCard } from "./RevisionCard";
import type { SavedFile } from "./SavedFile";
import type { SearchHit } from "./SearchHit";
import type { SearchRequest } from "./SearchRequest";
import type { Settings } from "./Settings";
import type { SettingsRequest } from "./SettingsRequest";
import type { TaskRequest } from "./TaskRequest";
import type { UndecideRequest } from "./UndecideRequest";

export interface Commands {
  /** The shelves and the documents on them. */
  library_view: { request: Nothing; response: LibraryView };
  /** Documents and directives with the given words, in any of their forms. */
  library_search: { request: SearchRequest; response: Array<SearchHit> };
  /** Lets the person choose files and imports them; nothing if they chose none. */
  documents_import: { request: TaskRequest; response: ImportReport | null };
  /** Lets the person choose a folder and imports what it holds; nothing if they chose none. */
  folder_import: { request: TaskRequest; response: ImportReport | null };
  /** Keeps what a person says of a source line and reads the file anew. */
  document_correct: { request: CorrectRequest; response: DocumentView };
  /** Takes the last correction back. */
  document_uncorrect: { request: DocumentRequest; response: DocumentView };
  /** One document with its structure and its source. */
  document_open: { request: DocumentRequest; response: DocumentView };
  /** Puts documents into the bin. */
  documents_remove: { request: DocumentsRequest; response: LibraryView };
  /** Takes documents out of the bin. */
  documents_restore: { request: DocumentsRequest; response: LibraryView };
  /** Puts all sample documents into the bin and gives their ids, for undo. */
  examples_remove: { request: Nothing; response: Array<Id> };
  /** A document's revisions, the newest first. */
  document_revisions: { request: DocumentRequest; response: Array<RevisionCard> };
  /** Compares two states, with what was said of their directives. */
  documents_compare: { request: CompareRequest; response: ComparisonView };
  /** Lets the person choose a file to compare and reads it; nothing if they chose none. */
  file_choose: { request: TaskRequest; response: DocumentCard | null };
  /** Keeps what a person says of pairs and compares anew. */
  comparison_decide: { request: DecideRequest; response: ComparisonView };
  /** Takes it back and compares anew. */
  comparison_undecide: { request: UndecideRequest; response: ComparisonView };
  /** Runs the drafting rules over a document. */
  document_check: { request: DocumentRequest; response: Array<Finding> };
  /** Lets the person choose a place and writes the file; nothing if they chose none. */
  export_save: { request: ExportRequest; response: SavedFile | null };
  /** The settings. */
  settings_get: { request: Nothing; response: Settings };
  /** Keeps new settings. */
  settings_set: { request: SettingsRequest; response: Settings };
  /** Version and library path. */
  about: { request: Nothing; response: About };
  /** Asks a running task to stop. */
  task_cancel: { request: TaskRequest; response: boolean };
}

export interface Events {
  /** A long task moved on. */
  "progress": Progress;
  /** A comparison moved on. */
  "comparing": Progress;
  /** Files dropped on the window were imported. */
  "files-imported": ImportReport;
}
