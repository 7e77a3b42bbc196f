// The commands the window may call. The shell's build script includes this file, so that the
// permissions are made from the same list as the typed table in `commands.rs`.

/// Every command, in the order of the table.
pub const COMMANDS: &[&str] = &[
    "library_view",
    "library_search",
    "documents_import",
    "folder_import",
    "document_correct",
    "document_uncorrect",
    "document_open",
    "documents_remove",
    "documents_restore",
    "examples_remove",
    "document_revisions",
    "documents_compare",
    "file_choose",
    "comparison_decide",
    "comparison_undecide",
    "document_check",
    "export_save",
    "settings_get",
    "settings_set",
    "about",
    "task_cancel",
];
