//! The border: every command's name, request and response, and every event, in one table.
//!
//! [`write_bindings`] turns it into TypeScript (types by ts-rs, the table by this file), so the
//! front end cannot call a command that does not exist, nor choose its answer's type.

mod control;
mod districts;
mod requests;
mod themes;

pub use control::{
    AdoptRequest, ArchiveRequest, CandidatesRequest, ControlRequest, ControlViewRequest,
    MarkRequest, SheetRequest, TodayRequest, UnmarkRequest, WorkdaysRequest,
};
pub use districts::{
    CellRequest, CountingRequest, DistrictsSaveRequest, FamilyRequest, FilterRequest, JoinRequest,
    LinesRequest, PartRequest, SeriesPictureRequest, SettleSeriesRequest, SharedByRequest,
};
pub use requests::{
    ActsRequest, AddresseeRequest, AddresseesRequest, AssembleRequest, AssemblyRequest,
    BackupRequest, CarryRequest, ClosingRequest, CompareRequest, CopyTemplateRequest,
    CorrectRequest, DeadlineRequest, DecideRequest, DocumentRequest, DocumentsRequest, EditRequest,
    ExchangeRequest, ExportRequest, IgnoreRequest, KeepTemplateRequest, NameRevisionRequest,
    Nothing, OwnProfileRequest, PageRequest, PagesRequest, PaperDetailsRequest, PasteRequest,
    PrintPageRequest, PrintRequest, ProposeRequest, RemarkRequest, RenamingsRequest,
    RevisionRequest, SavedRequest, SearchRequest, SettingsRequest, SettleRequest, StartRequest,
    StatusRequest, SuggestRequest, TaskRequest, TemplateRequest, UndecideRequest, WordRequest,
};

pub use themes::{ThemesRequest, ThemesTrialRequest};

use svod_checks::Finding;
use svod_corpus::CitedAct;
use svod_model::{Deadline, Id};
use ts_rs::{Config, ExportError, TS};

use crate::view::{
    About, ActsView, Addressee, AssemblyView, BackupsView, CarryView, ComparisonView, ControlView,
    DocumentCard, DocumentView, DraftAdvice, DraftSaved, DraftView, EmptiedBin, ExchangeDifference,
    ExchangeReport, ExchangeView, ExportView, FoundAddressee, ImportReport, LibraryView,
    OwnProfile, OwnProfileView, PaperDetails, PastedView, PreviewView, Remark, Renaming,
    RevisionCard, SavedFile, SearchHit, Settings, SheetReturn, TemplateCard, TemplateView,
    TwinsView,
};
use crate::view::{
    CellView, DistrictsView, FamilyView, LinesView, SeriesView, SharedText, SharingView,
};
use crate::view::{ControlChange, WorkdaysView};
use crate::view::{ThemesTrial, ThemesView};
use crate::{Error, Progress};

macro_rules! border {
    (
        commands { $($(#[doc = $about:literal])+ $command:ident: $request:ty => $response:ty,)+ }
        events { $($(#[doc = $event_about:literal])+ $event:literal: $payload:ty,)+ }
    ) => {
        /// The commands' names in the order of the table.
        #[cfg(test)]
        const TABLE: &[&str] = &[$(stringify!($command)),+];

        fn table(config: &Config) -> String {
            let mut out = String::from("export interface Commands {\n");
            $(
                out.push_str(&doc(&[$($about),+]));
                out.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($command),
                    <$request as TS>::name(config),
                    <$response as TS>::name(config),
                ));
            )+
            out.push_str("}\n\nexport interface Events {\n");
            $(
                out.push_str(&doc(&[$($event_about),+]));
                out.push_str(&format!("  {:?}: {};\n", $event, <$payload as TS>::name(config)));
            )+
            out.push_str("}\n");
            out
        }

        fn export_types(config: &Config) -> Result<(), ExportError> {
            $(
                <$request as TS>::export_all(config)?;
                export_response::<$response>(config)?;
            )+
            $(<$payload as TS>::export_all(config)?;)+
            Ok(())
        }
    };
}

border! {
    commands {
        /// The shelves and the documents on them.
        library_view: Nothing => LibraryView,
        /// Documents and directives with the given words, in any of their forms.
        library_search: SearchRequest => Vec<SearchHit>,
        /// Documents that say the same or nearly the same, two by two.
        library_twins: Nothing => Vec<TwinsView>,
        /// Checks the whole library; gives what is wrong with it, nothing when it is sound.
        library_verify: Nothing => Vec<String>,
        /// Says where documents stand.
        documents_status: StatusRequest => Vec<DocumentCard>,
        /// Throws documents of the bin away for good.
        documents_purge: DocumentsRequest => EmptiedBin,
        /// The copies of the library.
        backups_list: Nothing => BackupsView,
        /// Makes a copy of the library now.
        backup_make: Nothing => BackupsView,
        /// Makes a copy of the library if the schedule says it is time; tells whether it did.
        backup_keep: Nothing => bool,
        /// Makes the library what a copy holds.
        backup_restore: BackupRequest => LibraryView,
        /// Lets the person choose a place and writes documents there for another library; nothing if they chose none.
        exchange_save: DocumentsRequest => Option<SavedFile>,
        /// Lets the person choose a file of another library and looks into it; nothing if they chose none.
        exchange_open: Nothing => Option<ExchangeView>,
        /// How a document of the file that was looked into differs from the library's.
        exchange_differences: DocumentRequest => ExchangeDifference,
        /// Takes documents out of the file that was looked into.
        exchange_take: ExchangeRequest => ExchangeReport,
        /// Lets the person choose files and imports them; nothing if they chose none.
        documents_import: TaskRequest => Option<ImportReport>,
        /// Lets the person choose a folder and imports what it holds; nothing if they chose none.
        folder_import: TaskRequest => Option<ImportReport>,
        /// Keeps what a person says of a source line and reads the file anew.
        document_correct: CorrectRequest => DocumentView,
        /// Takes the last correction back.
        document_uncorrect: DocumentRequest => DocumentView,
        /// One document with its structure and its source.
        document_open: DocumentRequest => DocumentView,
        /// Puts documents into the bin; gives their cards.
        documents_remove: DocumentsRequest => Vec<DocumentCard>,
        /// Takes documents out of the bin; gives their cards.
        documents_restore: DocumentsRequest => Vec<DocumentCard>,
        /// Puts all sample documents into the bin and gives their ids, for undo.
        examples_remove: Nothing => Vec<Id>,
        /// A document's revisions, the newest first.
        document_revisions: DocumentRequest => Vec<RevisionCard>,
        /// Compares two states, with what was said of their directives.
        documents_compare: CompareRequest => ComparisonView,
        /// Lets the person choose a file to compare and reads it; nothing if they chose none.
        file_choose: TaskRequest => Option<DocumentCard>,
        /// Keeps what a person says of pairs and compares anew.
        comparison_decide: DecideRequest => ComparisonView,
        /// Takes it back and compares anew.
        comparison_undecide: UndecideRequest => ComparisonView,
        /// Begins a new document and opens it for editing.
        draft_start: StartRequest => DraftView,
        /// Opens a document for editing.
        draft_open: DocumentRequest => DraftView,
        /// Keeps edits; they are on the disk when the answer comes.
        draft_edit: EditRequest => DraftSaved,
        /// Ends the editing of a document: what was changed becomes a revision.
        draft_close: DocumentRequest => Nothing,
        /// Keeps the document as it stands as a revision of a name.
        revision_name: NameRevisionRequest => Vec<RevisionCard>,
        /// Makes a document again what a revision has.
        revision_restore: RevisionRequest => DraftView,
        /// The person was told of the work found again.
        recovered_seen: Nothing => Nothing,
        /// Last year's directives with what was said of each.
        carry_view: DocumentRequest => CarryView,
        /// Says what becomes of one of them.
        carry_decide: CarryRequest => CarryView,
        /// Takes the last thing said back.
        carry_undo: DocumentRequest => CarryView,
        /// The person's own templates and those that come with the program.
        templates_list: Nothing => Vec<TemplateCard>,
        /// The document a template makes.
        template_view: TemplateRequest => TemplateView,
        /// Makes a document a template of the person's own.
        template_keep: KeepTemplateRequest => Vec<TemplateCard>,
        /// Copies a template.
        template_copy: CopyTemplateRequest => Vec<TemplateCard>,
        /// Takes an own template away.
        template_delete: DocumentRequest => Vec<TemplateCard>,
        /// Lets the person choose a file and makes it a template; nothing if they chose none.
        template_import: Nothing => Option<Vec<TemplateCard>>,
        /// Lets the person choose a place and writes a template there; nothing if they chose none.
        template_export: DocumentRequest => Option<SavedFile>,
        /// Lets the person choose files that came back and sets them against the draft; nothing if they chose none.
        assembly_choose: AssembleRequest => Option<AssemblyView>,
        /// What came back, set against the draft.
        assembly_view: DocumentRequest => AssemblyView,
        /// Takes what came back into the draft.
        assembly_take: AssemblyRequest => AssemblyView,
        /// Leaves what came back out of the draft.
        assembly_leave: AssemblyRequest => AssemblyView,
        /// Forgets what was said of what came back; the draft stays as it is.
        assembly_reopen: AssemblyRequest => AssemblyView,
        /// Forgets what came back.
        assembly_end: DocumentRequest => Nothing,
        /// A document's remarks, oldest first.
        remarks_list: DocumentRequest => Vec<Remark>,
        /// Makes a remark.
        remark_add: RemarkRequest => Vec<Remark>,
        /// Says what became of a remark.
        remark_settle: SettleRequest => Vec<Remark>,
        /// The register of addressees.
        addressees_list: Nothing => Vec<Addressee>,
        /// A body of that name as it would stand in the register.
        addressee_propose: ProposeRequest => Addressee,
        /// Keeps a body in the register.
        addressee_keep: AddresseeRequest => Vec<Addressee>,
        /// Keeps several bodies in the register, all of them or none.
        addressees_keep: AddresseesRequest => Vec<Addressee>,
        /// Bodies the own documents name and the register has not.
        addressees_found: Nothing => Vec<FoundAddressee>,
        /// Takes a body out of the register.
        addressee_delete: DocumentRequest => Vec<Addressee>,
        /// Bodies that fit what was typed.
        addressees_suggest: SuggestRequest => Vec<Addressee>,
        /// Where a document names a body by a name it no longer has.
        addressee_renamings: RenamingsRequest => Vec<Renaming>,
        /// A pasted text as a resolution.
        paste_read: PasteRequest => PastedView,
        /// The deadline a typed text is, if it is one.
        deadline_read: DeadlineRequest => Option<Deadline>,
        /// Runs every rule over a draft as it stands.
        draft_check: DocumentRequest => DraftAdvice,
        /// Refuses a piece of advice in a document, or takes that back.
        advice_ignore: IgnoreRequest => DraftAdvice,
        /// Takes back every refusal in a document.
        advice_ignore_nothing: DocumentRequest => DraftAdvice,
        /// Other spellings of a word, the likeliest first.
        spelling_suggest: WordRequest => Vec<String>,
        /// Adds a word to the person's dictionary.
        spelling_add: WordRequest => Nothing,
        /// The register of acts in use.
        acts_get: Nothing => ActsView,
        /// Takes a register of acts into use.
        acts_set: ActsRequest => ActsView,
        /// The list of days off in use.
        workdays_get: Nothing => WorkdaysView,
        /// Takes a list of days off into use.
        workdays_set: WorkdaysRequest => WorkdaysView,
        /// Runs the drafting rules over a document.
        document_check: DocumentRequest => Vec<Finding>,
        /// Lets the person choose a place and writes the file; nothing if they chose none.
        export_save: ExportRequest => Option<SavedFile>,
        /// What a person chooses from before a document is written.
        export_view: DocumentRequest => ExportView,
        /// What the rules still say of a document before it is written.
        export_readiness: DocumentRequest => Vec<Finding>,
        /// Sets the pages of the file that would be written.
        export_preview: PagesRequest => PreviewView,
        /// One of those pages as a picture, for an image's address.
        export_page: PageRequest => String,
        /// A page of a preview as a drawing for the printer, for an image's address.
        print_page: PrintPageRequest => String,
        /// Lets the person choose a printer and prints the pages that lie ready in the window: whether they went to
        /// it, as far as the system tells.
        print_start: PrintRequest => bool,
        /// Opens the file that was written last, or its folder; a page names no path.
        export_open: SavedRequest => Nothing,
        /// Keeps the office's own page.
        export_own_profile: OwnProfileRequest => OwnProfile,
        /// Keeps what papers made of a document say besides.
        export_details: PaperDetailsRequest => PaperDetails,
        /// The office's own page, with a sample of it.
        own_profile_view: Nothing => OwnProfileView,
        /// Finds the families of what came since they were found last; tells how many documents that were.
        districts_find: TaskRequest => u32,
        /// Districts by themes or by tasks.
        districts_view: CountingRequest => DistrictsView,
        /// The sentences behind a cell.
        districts_cell: CellRequest => CellView,
        /// The tasks of a district through the years.
        districts_lines: LinesRequest => LinesView,
        /// What documents share.
        districts_shared: FilterRequest => SharingView,
        /// The directives two documents share.
        districts_shared_by: SharedByRequest => Vec<SharedText>,
        /// Indicators over districts and years.
        districts_series: FilterRequest => SeriesView,
        /// Says whether two series are one.
        series_settle: SettleSeriesRequest => Nothing,
        /// Lets the person choose a place and draws a series there; nothing if they chose none.
        series_picture: SeriesPictureRequest => Option<SavedFile>,
        /// Takes the last thing said of series back.
        series_undo: Nothing => bool,
        /// Which acts are cited by whom.
        districts_acts: FilterRequest => Vec<CitedAct>,
        /// A family with what may be the same task.
        family_view: FamilyRequest => FamilyView,
        /// Says that two families are one task.
        family_join: JoinRequest => Nothing,
        /// Says that a text is another task than its family.
        family_part: PartRequest => Nothing,
        /// Takes the last thing said of families back.
        family_undo: Nothing => bool,
        /// Lets the person choose a place and writes the matrix or the series there; nothing if they chose none.
        districts_save: DistrictsSaveRequest => Option<SavedFile>,
        /// The list of themes in use.
        themes_get: Nothing => ThemesView,
        /// Takes a list of themes into use.
        themes_keep: ThemesRequest => ThemesView,
        /// Takes the last change of the list back.
        themes_undo: Nothing => ThemesView,
        /// What a list of themes would catch.
        themes_try: ThemesTrialRequest => ThemesTrial,
        /// Everything under control, as it stands on a day.
        control_view: ControlViewRequest => ControlView,
        /// Documents that could be put under control.
        control_candidates: CandidatesRequest => Vec<DocumentCard>,
        /// Puts an adopted document under control.
        control_adopt: AdoptRequest => ControlView,
        /// Says how directives were executed.
        control_mark: MarkRequest => ControlChange,
        /// Takes back what was said of a document's directives in one go.
        control_undo: UnmarkRequest => ControlChange,
        /// Takes the adoption of a document back; what was said of it stays kept.
        control_release: ControlRequest => ControlView,
        /// Ends the year of a document, or opens it again.
        control_archive: ArchiveRequest => ControlView,
        /// Lets the person choose a place and writes the control sheet there; nothing if they chose none.
        control_sheet_save: SheetRequest => Option<SavedFile>,
        /// Lets the person choose a folder and writes a control sheet for each addressee there; none if they chose none.
        control_sheets_save: ControlRequest => Vec<SavedFile>,
        /// Lets the person choose a filled control sheet and reads it; nothing if they chose none.
        control_sheet_take: TodayRequest => Option<SheetReturn>,
        /// Sets the pages of the report on execution.
        control_report_preview: ControlRequest => PreviewView,
        /// Lets the person choose a place and writes the report on execution there; nothing if they chose none.
        control_report_save: ControlRequest => Option<SavedFile>,
        /// The settings.
        settings_get: Nothing => Settings,
        /// Keeps new settings.
        settings_set: SettingsRequest => Settings,
        /// Version and library path.
        about: Nothing => About,
        /// Asks a running task to stop.
        task_cancel: TaskRequest => bool,
        /// Answers the event `closing`: closes the window, or says that the page sees to it; tells whether it was asked.
        window_answer: ClosingRequest => bool,
    }
    events {
        /// A long task moved on.
        "progress": Progress,
        /// A comparison moved on.
        "comparing": Progress,
        /// The search for families moved on.
        "finding": Progress,
        /// Files dropped on the window were imported.
        "files-imported": ImportReport,
        /// The person closes the window: the page keeps what is not on the disk yet and answers.
        "closing": Nothing,
    }
}

/// Writes the TypeScript side of the border into a folder: one file per type and `commands.ts`.
///
/// # Errors
/// If the folder cannot be written.
pub fn write_bindings(folder: &std::path::Path) -> Result<(), ExportError> {
    let config = Config::from_env().with_out_dir(folder);
    export_types(&config)?;
    Error::export_all(&config)?;
    let table = table(&config);
    let mut text = String::from("// Generated from the Rust table of commands. Do not edit.\n");
    for name in imported_names(&table) {
        text.push_str(&format!("import type {{ {name} }} from \"./{name}\";\n"));
    }
    text.push('\n');
    text.push_str(&table);
    std::fs::write(folder.join("commands.ts"), text)?;
    Ok(())
}

/// Exports what a response is made of: containers have no file of their own.
fn export_response<T: TS + 'static>(config: &Config) -> Result<(), ExportError> {
    match T::export_all(config) {
        Err(ExportError::CannotBeExported(_)) => {
            struct Visit<'a>(&'a Config, Result<(), ExportError>);
            impl ts_rs::TypeVisitor for Visit<'_> {
                fn visit<T: TS + 'static + ?Sized>(&mut self) {
                    if self.1.is_ok() && T::output_path().is_some() {
                        self.1 = T::export_all(self.0);
                    }
                }
            }
            let mut visit = Visit(config, Ok(()));
            T::visit_dependencies(&mut visit);
            T::visit_generics(&mut visit);
            visit.1
        }
        done => done,
    }
}

fn doc(lines: &[&str]) -> String {
    format!("  /**{} */\n", lines.join("\n   *"))
}

/// Names of our own types in the table: capitalised words that TypeScript does not know itself.
fn imported_names(table: &str) -> std::collections::BTreeSet<String> {
    table
        .lines()
        .filter(|line| line.contains(": "))
        .filter(|line| !line.trim_start().starts_with("/**"))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase) && *word != "Array")
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    fn read_all(folder: &Path) -> BTreeMap<PathBuf, String> {
        fn walk(root: &Path, folder: &Path, out: &mut BTreeMap<PathBuf, String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(root, &path, out);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_owned();
                    out.insert(name, std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let mut out = BTreeMap::new();
        walk(folder, folder, &mut out);
        out
    }

    #[test]
    fn names_for_the_shell_are_the_names_of_the_table() {
        assert_eq!(crate::COMMANDS, TABLE);
    }

    /// Fails when the committed bindings differ; `SVOD_WRITE_BINDINGS=1` rewrites them.
    #[test]
    fn committed_bindings_are_fresh() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/generated");
        if std::env::var_os("SVOD_WRITE_BINDINGS").is_some() {
            drop(std::fs::remove_dir_all(&committed));
            std::fs::create_dir_all(&committed).unwrap();
            write_bindings(&committed).unwrap();
        }
        let fresh = tempfile::tempdir().unwrap();
        write_bindings(fresh.path()).unwrap();
        let (committed, fresh) = (read_all(&committed), read_all(fresh.path()));
        assert_eq!(
            committed.keys().collect::<Vec<_>>(),
            fresh.keys().collect::<Vec<_>>(),
            "run `npm run bindings`"
        );
        for (name, text) in fresh {
            assert_eq!(
                committed[&name],
                text,
                "{} is stale: run `npm run bindings`",
                name.display()
            );
        }
    }
}
