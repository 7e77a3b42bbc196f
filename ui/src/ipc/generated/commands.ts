// Generated from the Rust table of commands. Do not edit.
import type { About } from "./About";
import type { ActsRequest } from "./ActsRequest";
import type { ActsView } from "./ActsView";
import type { Addressee } from "./Addressee";
import type { AddresseeRequest } from "./AddresseeRequest";
import type { AddresseesRequest } from "./AddresseesRequest";
import type { AdoptRequest } from "./AdoptRequest";
import type { ArchiveRequest } from "./ArchiveRequest";
import type { AssembleRequest } from "./AssembleRequest";
import type { AssemblyRequest } from "./AssemblyRequest";
import type { AssemblyView } from "./AssemblyView";
import type { BackupRequest } from "./BackupRequest";
import type { BackupsView } from "./BackupsView";
import type { CandidatesRequest } from "./CandidatesRequest";
import type { CarryRequest } from "./CarryRequest";
import type { CarryView } from "./CarryView";
import type { CellRequest } from "./CellRequest";
import type { CellView } from "./CellView";
import type { CitedAct } from "./CitedAct";
import type { ClosingRequest } from "./ClosingRequest";
import type { CompareRequest } from "./CompareRequest";
import type { ComparisonView } from "./ComparisonView";
import type { ControlChange } from "./ControlChange";
import type { ControlRequest } from "./ControlRequest";
import type { ControlView } from "./ControlView";
import type { ControlViewRequest } from "./ControlViewRequest";
import type { CopyTemplateRequest } from "./CopyTemplateRequest";
import type { CorrectRequest } from "./CorrectRequest";
import type { CountingRequest } from "./CountingRequest";
import type { Deadline } from "./Deadline";
import type { DeadlineRequest } from "./DeadlineRequest";
import type { DecideRequest } from "./DecideRequest";
import type { DistrictsSaveRequest } from "./DistrictsSaveRequest";
import type { DistrictsView } from "./DistrictsView";
import type { DocumentCard } from "./DocumentCard";
import type { DocumentRequest } from "./DocumentRequest";
import type { DocumentView } from "./DocumentView";
import type { DocumentsRequest } from "./DocumentsRequest";
import type { DraftAdvice } from "./DraftAdvice";
import type { DraftSaved } from "./DraftSaved";
import type { DraftView } from "./DraftView";
import type { EditRequest } from "./EditRequest";
import type { EmptiedBin } from "./EmptiedBin";
import type { ExchangeDifference } from "./ExchangeDifference";
import type { ExchangeReport } from "./ExchangeReport";
import type { ExchangeRequest } from "./ExchangeRequest";
import type { ExchangeView } from "./ExchangeView";
import type { ExportRequest } from "./ExportRequest";
import type { ExportView } from "./ExportView";
import type { FamilyRequest } from "./FamilyRequest";
import type { FamilyView } from "./FamilyView";
import type { FilterRequest } from "./FilterRequest";
import type { Finding } from "./Finding";
import type { FoundAddressee } from "./FoundAddressee";
import type { Id } from "./Id";
import type { IgnoreRequest } from "./IgnoreRequest";
import type { ImportReport } from "./ImportReport";
import type { JoinRequest } from "./JoinRequest";
import type { KeepTemplateRequest } from "./KeepTemplateRequest";
import type { LibraryView } from "./LibraryView";
import type { LinesRequest } from "./LinesRequest";
import type { LinesView } from "./LinesView";
import type { MarkRequest } from "./MarkRequest";
import type { NameRevisionRequest } from "./NameRevisionRequest";
import type { Nothing } from "./Nothing";
import type { OwnProfile } from "./OwnProfile";
import type { OwnProfileRequest } from "./OwnProfileRequest";
import type { OwnProfileView } from "./OwnProfileView";
import type { PageRequest } from "./PageRequest";
import type { PagesRequest } from "./PagesRequest";
import type { PaperDetails } from "./PaperDetails";
import type { PaperDetailsRequest } from "./PaperDetailsRequest";
import type { PartRequest } from "./PartRequest";
import type { PasteRequest } from "./PasteRequest";
import type { PastedView } from "./PastedView";
import type { PreviewView } from "./PreviewView";
import type { PrintPageRequest } from "./PrintPageRequest";
import type { PrintRequest } from "./PrintRequest";
import type { Progress } from "./Progress";
import type { ProposeRequest } from "./ProposeRequest";
import type { Remark } from "./Remark";
import type { RemarkRequest } from "./RemarkRequest";
import type { Renaming } from "./Renaming";
import type { RenamingsRequest } from "./RenamingsRequest";
import type { RevisionCard } from "./RevisionCard";
import type { RevisionRequest } from "./RevisionRequest";
import type { SavedFile } from "./SavedFile";
import type { SavedRequest } from "./SavedRequest";
import type { SearchHit } from "./SearchHit";
import type { SearchRequest } from "./SearchRequest";
import type { SeriesPictureRequest } from "./SeriesPictureRequest";
import type { SeriesView } from "./SeriesView";
import type { Settings } from "./Settings";
import type { SettingsRequest } from "./SettingsRequest";
import type { SettleRequest } from "./SettleRequest";
import type { SettleSeriesRequest } from "./SettleSeriesRequest";
import type { SharedByRequest } from "./SharedByRequest";
import type { SharedText } from "./SharedText";
import type { SharingView } from "./SharingView";
import type { SheetRequest } from "./SheetRequest";
import type { SheetReturn } from "./SheetReturn";
import type { StartRequest } from "./StartRequest";
import type { StatusRequest } from "./StatusRequest";
import type { SuggestRequest } from "./SuggestRequest";
import type { TaskRequest } from "./TaskRequest";
import type { TemplateCard } from "./TemplateCard";
import type { TemplateRequest } from "./TemplateRequest";
import type { TemplateView } from "./TemplateView";
import type { ThemesRequest } from "./ThemesRequest";
import type { ThemesTrial } from "./ThemesTrial";
import type { ThemesTrialRequest } from "./ThemesTrialRequest";
import type { ThemesView } from "./ThemesView";
import type { TodayRequest } from "./TodayRequest";
import type { TwinsView } from "./TwinsView";
import type { UndecideRequest } from "./UndecideRequest";
import type { UnmarkRequest } from "./UnmarkRequest";
import type { WordRequest } from "./WordRequest";
import type { WorkdaysRequest } from "./WorkdaysRequest";
import type { WorkdaysView } from "./WorkdaysView";

export interface Commands {
  /** The shelves and the documents on them. */
  library_view: { request: Nothing; response: LibraryView };
  /** Documents and directives with the given words, in any of their forms. */
  library_search: { request: SearchRequest; response: Array<SearchHit> };
  /** Documents that say the same or nearly the same, two by two. */
  library_twins: { request: Nothing; response: Array<TwinsView> };
  /** Checks the whole library; gives what is wrong with it, nothing when it is sound. */
  library_verify: { request: Nothing; response: Array<string> };
  /** Says where documents stand. */
  documents_status: { request: StatusRequest; response: Array<DocumentCard> };
  /** Throws documents of the bin away for good. */
  documents_purge: { request: DocumentsRequest; response: EmptiedBin };
  /** The copies of the library. */
  backups_list: { request: Nothing; response: BackupsView };
  /** Makes a copy of the library now. */
  backup_make: { request: Nothing; response: BackupsView };
  /** Makes a copy of the library if the schedule says it is time; tells whether it did. */
  backup_keep: { request: Nothing; response: boolean };
  /** Makes the library what a copy holds. */
  backup_restore: { request: BackupRequest; response: LibraryView };
  /** Lets the person choose a place and writes documents there for another library; nothing if they chose none. */
  exchange_save: { request: DocumentsRequest; response: SavedFile | null };
  /** Lets the person choose a file of another library and looks into it; nothing if they chose none. */
  exchange_open: { request: Nothing; response: ExchangeView | null };
  /** How a document of the file that was looked into differs from the library's. */
  exchange_differences: { request: DocumentRequest; response: ExchangeDifference };
  /** Takes documents out of the file that was looked into. */
  exchange_take: { request: ExchangeRequest; response: ExchangeReport };
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
  /** Puts documents into the bin; gives their cards. */
  documents_remove: { request: DocumentsRequest; response: Array<DocumentCard> };
  /** Takes documents out of the bin; gives their cards. */
  documents_restore: { request: DocumentsRequest; response: Array<DocumentCard> };
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
  /** Begins a new document and opens it for editing. */
  draft_start: { request: StartRequest; response: DraftView };
  /** Opens a document for editing. */
  draft_open: { request: DocumentRequest; response: DraftView };
  /** Keeps edits; they are on the disk when the answer comes. */
  draft_edit: { request: EditRequest; response: DraftSaved };
  /** Ends the editing of a document: what was changed becomes a revision. */
  draft_close: { request: DocumentRequest; response: Nothing };
  /** Keeps the document as it stands as a revision of a name. */
  revision_name: { request: NameRevisionRequest; response: Array<RevisionCard> };
  /** Makes a document again what a revision has. */
  revision_restore: { request: RevisionRequest; response: DraftView };
  /** The person was told of the work found again. */
  recovered_seen: { request: Nothing; response: Nothing };
  /** Last year's directives with what was said of each. */
  carry_view: { request: DocumentRequest; response: CarryView };
  /** Says what becomes of one of them. */
  carry_decide: { request: CarryRequest; response: CarryView };
  /** Takes the last thing said back. */
  carry_undo: { request: DocumentRequest; response: CarryView };
  /** The person's own templates and those that come with the program. */
  templates_list: { request: Nothing; response: Array<TemplateCard> };
  /** The document a template makes. */
  template_view: { request: TemplateRequest; response: TemplateView };
  /** Makes a document a template of the person's own. */
  template_keep: { request: KeepTemplateRequest; response: Array<TemplateCard> };
  /** Copies a template. */
  template_copy: { request: CopyTemplateRequest; response: Array<TemplateCard> };
  /** Takes an own template away. */
  template_delete: { request: DocumentRequest; response: Array<TemplateCard> };
  /** Lets the person choose a file and makes it a template; nothing if they chose none. */
  template_import: { request: Nothing; response: Array<TemplateCard> | null };
  /** Lets the person choose a place and writes a template there; nothing if they chose none. */
  template_export: { request: DocumentRequest; response: SavedFile | null };
  /** Lets the person choose files that came back and sets them against the draft; nothing if they chose none. */
  assembly_choose: { request: AssembleRequest; response: AssemblyView | null };
  /** What came back, set against the draft. */
  assembly_view: { request: DocumentRequest; response: AssemblyView };
  /** Takes what came back into the draft. */
  assembly_take: { request: AssemblyRequest; response: AssemblyView };
  /** Leaves what came back out of the draft. */
  assembly_leave: { request: AssemblyRequest; response: AssemblyView };
  /** Forgets what was said of what came back; the draft stays as it is. */
  assembly_reopen: { request: AssemblyRequest; response: AssemblyView };
  /** Forgets what came back. */
  assembly_end: { request: DocumentRequest; response: Nothing };
  /** A document's remarks, oldest first. */
  remarks_list: { request: DocumentRequest; response: Array<Remark> };
  /** Makes a remark. */
  remark_add: { request: RemarkRequest; response: Array<Remark> };
  /** Says what became of a remark. */
  remark_settle: { request: SettleRequest; response: Array<Remark> };
  /** The register of addressees. */
  addressees_list: { request: Nothing; response: Array<Addressee> };
  /** A body of that name as it would stand in the register. */
  addressee_propose: { request: ProposeRequest; response: Addressee };
  /** Keeps a body in the register. */
  addressee_keep: { request: AddresseeRequest; response: Array<Addressee> };
  /** Keeps several bodies in the register, all of them or none. */
  addressees_keep: { request: AddresseesRequest; response: Array<Addressee> };
  /** Bodies the own documents name and the register has not. */
  addressees_found: { request: Nothing; response: Array<FoundAddressee> };
  /** Takes a body out of the register. */
  addressee_delete: { request: DocumentRequest; response: Array<Addressee> };
  /** Bodies that fit what was typed. */
  addressees_suggest: { request: SuggestRequest; response: Array<Addressee> };
  /** Where a document names a body by a name it no longer has. */
  addressee_renamings: { request: RenamingsRequest; response: Array<Renaming> };
  /** A pasted text as a resolution. */
  paste_read: { request: PasteRequest; response: PastedView };
  /** The deadline a typed text is, if it is one. */
  deadline_read: { request: DeadlineRequest; response: Deadline | null };
  /** Runs every rule over a draft as it stands. */
  draft_check: { request: DocumentRequest; response: DraftAdvice };
  /** Refuses a piece of advice in a document, or takes that back. */
  advice_ignore: { request: IgnoreRequest; response: DraftAdvice };
  /** Takes back every refusal in a document. */
  advice_ignore_nothing: { request: DocumentRequest; response: DraftAdvice };
  /** Other spellings of a word, the likeliest first. */
  spelling_suggest: { request: WordRequest; response: Array<string> };
  /** Adds a word to the person's dictionary. */
  spelling_add: { request: WordRequest; response: Nothing };
  /** The register of acts in use. */
  acts_get: { request: Nothing; response: ActsView };
  /** Takes a register of acts into use. */
  acts_set: { request: ActsRequest; response: ActsView };
  /** The list of days off in use. */
  workdays_get: { request: Nothing; response: WorkdaysView };
  /** Takes a list of days off into use. */
  workdays_set: { request: WorkdaysRequest; response: WorkdaysView };
  /** Runs the drafting rules over a document. */
  document_check: { request: DocumentRequest; response: Array<Finding> };
  /** Lets the person choose a place and writes the file; nothing if they chose none. */
  export_save: { request: ExportRequest; response: SavedFile | null };
  /** What a person chooses from before a document is written. */
  export_view: { request: DocumentRequest; response: ExportView };
  /** What the rules still say of a document before it is written. */
  export_readiness: { request: DocumentRequest; response: Array<Finding> };
  /** Sets the pages of the file that would be written. */
  export_preview: { request: PagesRequest; response: PreviewView };
  /** One of those pages as a picture, for an image's address. */
  export_page: { request: PageRequest; response: string };
  /** A page of a preview as a drawing for the printer, for an image's address. */
  print_page: { request: PrintPageRequest; response: string };
  /** Lets the person choose a printer and prints the pages that lie ready in the window: whether they went to
   * it, as far as the system tells. */
  print_start: { request: PrintRequest; response: boolean };
  /** Opens the file that was written last, or its folder; a page names no path. */
  export_open: { request: SavedRequest; response: Nothing };
  /** Keeps the office's own page. */
  export_own_profile: { request: OwnProfileRequest; response: OwnProfile };
  /** Keeps what papers made of a document say besides. */
  export_details: { request: PaperDetailsRequest; response: PaperDetails };
  /** The office's own page, with a sample of it. */
  own_profile_view: { request: Nothing; response: OwnProfileView };
  /** Finds the families of what came since they were found last; tells how many documents that were. */
  districts_find: { request: TaskRequest; response: number };
  /** Districts by themes or by tasks. */
  districts_view: { request: CountingRequest; response: DistrictsView };
  /** The sentences behind a cell. */
  districts_cell: { request: CellRequest; response: CellView };
  /** The tasks of a district through the years. */
  districts_lines: { request: LinesRequest; response: LinesView };
  /** What documents share. */
  districts_shared: { request: FilterRequest; response: SharingView };
  /** The directives two documents share. */
  districts_shared_by: { request: SharedByRequest; response: Array<SharedText> };
  /** Indicators over districts and years. */
  districts_series: { request: FilterRequest; response: SeriesView };
  /** Says whether two series are one. */
  series_settle: { request: SettleSeriesRequest; response: Nothing };
  /** Lets the person choose a place and draws a series there; nothing if they chose none. */
  series_picture: { request: SeriesPictureRequest; response: SavedFile | null };
  /** Takes the last thing said of series back. */
  series_undo: { request: Nothing; response: boolean };
  /** Which acts are cited by whom. */
  districts_acts: { request: FilterRequest; response: Array<CitedAct> };
  /** A family with what may be the same task. */
  family_view: { request: FamilyRequest; response: FamilyView };
  /** Says that two families are one task. */
  family_join: { request: JoinRequest; response: Nothing };
  /** Says that a text is another task than its family. */
  family_part: { request: PartRequest; response: Nothing };
  /** Takes the last thing said of families back. */
  family_undo: { request: Nothing; response: boolean };
  /** Lets the person choose a place and writes the matrix or the series there; nothing if they chose none. */
  districts_save: { request: DistrictsSaveRequest; response: SavedFile | null };
  /** The list of themes in use. */
  themes_get: { request: Nothing; response: ThemesView };
  /** Takes a list of themes into use. */
  themes_keep: { request: ThemesRequest; response: ThemesView };
  /** Takes the last change of the list back. */
  themes_undo: { request: Nothing; response: ThemesView };
  /** What a list of themes would catch. */
  themes_try: { request: ThemesTrialRequest; response: ThemesTrial };
  /** Everything under control, as it stands on a day. */
  control_view: { request: ControlViewRequest; response: ControlView };
  /** Documents that could be put under control. */
  control_candidates: { request: CandidatesRequest; response: Array<DocumentCard> };
  /** Puts an adopted document under control. */
  control_adopt: { request: AdoptRequest; response: ControlView };
  /** Says how directives were executed. */
  control_mark: { request: MarkRequest; response: ControlChange };
  /** Takes back what was said of a document's directives in one go. */
  control_undo: { request: UnmarkRequest; response: ControlChange };
  /** Takes the adoption of a document back; what was said of it stays kept. */
  control_release: { request: ControlRequest; response: ControlView };
  /** Ends the year of a document, or opens it again. */
  control_archive: { request: ArchiveRequest; response: ControlView };
  /** Lets the person choose a place and writes the control sheet there; nothing if they chose none. */
  control_sheet_save: { request: SheetRequest; response: SavedFile | null };
  /** Lets the person choose a folder and writes a control sheet for each addressee there; none if they chose none. */
  control_sheets_save: { request: ControlRequest; response: Array<SavedFile> };
  /** Lets the person choose a filled control sheet and reads it; nothing if they chose none. */
  control_sheet_take: { request: TodayRequest; response: SheetReturn | null };
  /** Sets the pages of the report on execution. */
  control_report_preview: { request: ControlRequest; response: PreviewView };
  /** Lets the person choose a place and writes the report on execution there; nothing if they chose none. */
  control_report_save: { request: ControlRequest; response: SavedFile | null };
  /** The settings. */
  settings_get: { request: Nothing; response: Settings };
  /** Keeps new settings. */
  settings_set: { request: SettingsRequest; response: Settings };
  /** Version and library path. */
  about: { request: Nothing; response: About };
  /** Asks a running task to stop. */
  task_cancel: { request: TaskRequest; response: boolean };
  /** Answers the event `closing`: closes the window, or says that the page sees to it; tells whether it was asked. */
  window_answer: { request: ClosingRequest; response: boolean };
}

export interface Events {
  /** A long task moved on. */
  "progress": Progress;
  /** A comparison moved on. */
  "comparing": Progress;
  /** The search for families moved on. */
  "finding": Progress;
  /** Files dropped on the window were imported. */
  "files-imported": ImportReport;
  /** The person closes the window: the page keeps what is not on the disk yet and answers. */
  "closing": Nothing;
}
