//! English.

use svod_api::{DiagnosticCode, ErrorCode, Rule};

pub(super) fn error(code: ErrorCode) -> &'static str {
    use ErrorCode as C;
    match code {
        C::FileNotFound => "File “{file}” was not found: check its name and folder.",
        C::FileNotReadable => "File “{file}” was not read: no permission, or it is in use.",
        C::NotAFile => "“{file}” is a folder: give a file.",
        C::FolderTooDeep => {
            "Folder “{file}” was passed over: it is more than {limit} folders deep. Give it itself."
        }
        C::TooManyFiles => {
            "Folder “{file}” holds more than {limit} documents: the rest was passed over. Give the folders in it."
        }
        C::LinkNotFollowed => {
            "“{file}” is a link to another place and was passed over. Give the file or folder itself."
        }
        C::FileEmpty => "File “{file}” is empty: it has no words.",
        C::FileTooLarge => {
            "File “{file}” is too large ({size} MB, the limit is {limit} MB): save its text without pictures."
        }
        C::FormatUnsupported => {
            "File “{file}” was not read: format “{format}” is not supported yet, save it as .docx or .txt."
        }
        C::NotText => {
            "File “{file}” was not read: it is not text in any known encoding, save it as .docx or .txt."
        }
        C::FileDamaged => "File “{file}” is damaged: open it in Word and save it again.",
        C::FileSuspicious => {
            "File “{file}” was not read: it is built to exhaust memory; do not open it and find out where it came from."
        }
        C::NoTextLayer => {
            "File “{file}” holds only pictures of pages and no text: run it through text recognition and open the result."
        }
        C::FileEncrypted => {
            "File “{file}” is protected by a password: remove the password and try again."
        }
        C::EncodingUnknown => {
            "Encoding “{encoding}” is not known: try windows-1251, koi8-r, ibm866 or utf-8."
        }
        C::FileNotWritable => {
            "File “{file}” was not written: no permission. Choose another folder."
        }
        C::DiskFull => {
            "File “{file}” was not written: the disk is full. Free some space or choose another folder."
        }
        C::FileInUse => {
            "File “{file}” is open in another program: close it or choose another name. The old file was not changed."
        }
        C::FileExists => "File “{file}” is there already: name another one.",
        C::FolderNotFound => "File “{file}” was not written: there is no such folder.",
        C::FileNameNotAllowed => {
            "The name “{file}” will not do: leave out \\ / : * ? \" < > | and make it shorter."
        }
        C::PreviewGone => "The pages were set anew: open the preview again.",
        C::NoViewer => "No program of this system opens this file.",
        C::NotPrinted => {
            "The pages were not printed: check that the printer is on, or save a PDF and print it."
        }
        C::LibraryNewer => {
            "Library “{file}” was made by a newer version: update Svod; the file was not changed."
        }
        C::LibraryDamaged => {
            "Library “{file}” is damaged or is not a library of Svod: restore it from a copy; the file was not changed."
        }
        C::LibraryLocked => {
            "Library “{file}” is open in another program: close the Svod window and try again."
        }
        C::LibraryNotOpened => {
            "Library “{file}” was not opened: check that its folder exists and can be written."
        }
        C::DocumentNotFound => {
            "The library has no single document numbered “{id}”: see the numbers with svod library list."
        }
        C::FileForgotten => "The file has to be chosen again.",
        C::DraftChanged => "The text was changed elsewhere; open the document again.",
        C::EditedSince => {
            "The document was edited since it was read; the file cannot be read anew."
        }
        C::TemplateNotFound => "The template was not found.",
        C::ThemesRefused => {
            "The list of themes was refused: theme “{name}” has no name of its own, or there are more than 64 themes."
        }
        C::RegisterUnreadable => "Line {line} of the register of acts cannot be read.",
        C::NotATemplate => "The file “{file}” has no text to make a template of.",
        C::NotABundle => "“{file}” is no exchange file of Svod.",
        C::BundleNewer => "The exchange file “{file}” was made by a newer version: update Svod.",
        C::BundleDamaged => {
            "The exchange file “{file}” is damaged: ask for it again; the library was not changed."
        }
        C::SameDocument => "The same document was chosen twice: comparing needs two.",
        C::NotAControlSheet => "The file “{file}” is not a control sheet.",
        C::NotUnderControl => "The document is not under control.",
        C::MarkRefused => "Something is missing for item {number}.",
        C::ExportFormatUnsupported => {
            "Format “{format}” is not supported here: choose docx, html, txt or json."
        }
        C::Cancelled => "Stopped: what was done before is kept.",
        C::Internal => {
            "The program met a fault of its own: nothing was changed, please report it to the developers."
        }
    }
}

pub(super) fn diagnostic(code: DiagnosticCode) -> &'static str {
    use DiagnosticCode as C;
    match code {
        C::NumberingRestarts => "Numbering starts again at “{number}”",
        C::BookmarkResidue => "Traces of Word bookmarks were removed: {count}",
        C::BrokenParagraph => "Parts of a broken paragraph were joined",
        C::LettersRepaired => "Look-alike letters were repaired: “{before}” is read as “{after}”",
        C::UnplacedLine => "The line belongs to no part of the document",
        C::PossibleDirective => "The paragraph may hide a directive: “{text}”",
        C::OrphanDeadline => "Deadline “{phrase}” stands apart from any directive",
        C::EmptyGroup => "Addressee “{heading}” has no directives",
        C::NoAdoptionDate => "No adoption date was found",
        C::NoDirectives => "No directive was found",
        C::GuessedEncoding => "The encoding was guessed from the text: {encoding}",
        C::ImpossibleDate => "There is no such date: “{phrase}”",
        C::TrackedChangesAccepted => "Tracked changes were read as accepted: {count}",
        C::UnbalancedQuotes => "An opening or closing quotation mark is missing",
    }
}

pub(super) fn rule(rule: Rule, unverified: bool) -> &'static str {
    match rule {
        Rule::NoAdoptionDate => "no adoption date",
        Rule::AdoptionDate => "another day than that of adoption, {date}: “{phrase}”",
        Rule::AdoptionWords => "“{phrase}” does not agree with what was adopted: “{right}”",
        Rule::TitleYear => "another year than that of adoption, {date}: “{phrase}”",
        Rule::NoAddressee => "no addressee",
        Rule::VagueAddressee => "nobody can tell who is meant: “{phrase}”",
        Rule::EmptyGroup => "the addressee has no directives",
        Rule::RepeatedAddressee => "the addressee is repeated in this section",
        Rule::AddresseeInside => "the addressee of the heading is named again: “{phrase}”",
        Rule::AddresseeCase => "the dative is asked for: “{dative}”",
        Rule::Numbering => "number {number} stands where {expected} was expected",
        Rule::MissingPoint => "there is no point {number}",
        Rule::UnfilledField => "a field is not filled in: “{phrase}”",
        Rule::EmptyDirective => "an empty directive",
        Rule::NoAction => "it does not say what to do",
        Rule::SeveralActions => "several tasks in one item: the second is “{verb}”",
        Rule::WeakVerb => "“{verb}” names no result",
        Rule::Tautology => "words of one root: “{first}” and “{second}”",
        Rule::DuplicateDirective => "the same directive occurs above",
        Rule::Contradiction => "the same task says “{first}” above and “{second}” here",
        Rule::FindingWithoutDirective => "a problem without a directive",
        Rule::NoDeadline => "no deadline",
        Rule::DeadDeadline => "“{phrase}” is no deadline",
        Rule::UnresolvedDeadline => "when does this end: “{phrase}”?",
        Rule::ImpossibleDate => "there is no such date: “{phrase}”",
        Rule::WrongWeekday => "“{phrase}”: that day is “{weekday}”",
        Rule::WeekendDeadline => "the deadline is a day off: “{phrase}”",
        Rule::DeadlineBeforeAdoption => "deadline “{phrase}” had passed before adoption",
        Rule::ReversedPeriod => "period “{phrase}” ends before it begins",
        Rule::BrokenSchoolYear => "there is no such school year: “{phrase}”",
        Rule::StaleSchoolYear => "school year “{phrase}” was already over",
        Rule::StaleYear => "the year was already over: “{phrase}”",
        Rule::DateForm => "one word too many after digits: “{phrase}”",
        Rule::ShareWithoutBase => "“{phrase}” of what?",
        Rule::ShareOverWhole => "a share of more than the whole: “{phrase}”",
        Rule::GrowthWithoutNumber => "“{phrase}”: to what number?",
        Rule::TargetLower => "lower than last year’s target: “{previous}”",
        Rule::ActNotInForce if unverified => {
            "perhaps not in force since {since}: {act}. Replaced by: {replacement}"
        }
        Rule::ActNotInForce => "not in force since {since}: {act}. Replaced by: {replacement}",
        Rule::ActWrongDate => "another date than the act’s own: {act}",
        Rule::ActWrongNumber => "another number than the act’s own: {act}",
        Rule::ActFromFuture => "an act dated after the adoption: “{phrase}”",
        Rule::ActForm => "an unusual form of an act: “{phrase}”",
        Rule::UndeclaredAbbreviation => "an abbreviation nobody wrote out: {word}",
        Rule::MixedTerms => "two words for one thing: “{word}”",
        Rule::RegionWords => "“{phrase}” in a municipality’s document",
        Rule::LookalikeLetters => "look-alike characters: “{word}”",
        Rule::JoinedWords => "words run together: “{word}”",
        Rule::LostDash => "a dash was lost: “{phrase}”",
        Rule::BrokenHyphenation => "a torn word: “{phrase}”",
        Rule::UnbalancedQuotes => "a quotation mark without its partner",
        Rule::StraightQuotes => "typewriter quotation marks",
        Rule::StopAtQuotes => "a full stop too many",
        Rule::DoubleSpace => "a space too many",
        Rule::SpaceBeforeMark => "a space on the wrong side of a mark",
        Rule::MissingSpace => "a space is missing: “{phrase}”",
        Rule::SpacedHyphen => "a hyphen for a dash",
        Rule::RangeHyphen => "a hyphen for a dash: “{phrase}”",
        Rule::NonBreakingSpace => "no-break spaces are wanted: {count}",
        Rule::Initials => "spaces in initials: “{phrase}”",
        Rule::StrayMark => "a mark too many: “{phrase}”",
        Rule::LeftoverMark => "a number or bullet inside the text",
        Rule::Residue => "left behind by another program: “{phrase}”",
        Rule::RepeatedWord => "a repeated word: “{word}”",
        Rule::PrepositionForm => "“{phrase}”: it is written “{right}”",
        Rule::Spelling => "not in the dictionary: “{word}”",
    }
}

pub(super) fn help(key: &str) -> &'static str {
    match key {
        "svod" => "Svod: reads, compares, checks and exports resolutions",
        "read" => "Read a resolution and show its structure",
        "compare" => "Compare two resolutions: what was kept, changed, dropped, added",
        "export" => "Read a resolution and write a finished document",
        "check" => {
            "Check a resolution: addressees, deadlines, targets (status 1 if there are errors)"
        }
        "matrix" => "Show what districts were told to do by themes, and what nobody was",
        "columns" => "What stands in the columns: themes, or families of the same task",
        "control" => "Follow how adopted documents are executed",
        "control-due" => "List directives that are late or due soon",
        "due-on" => "On which day; today if left out",
        "due-within" => "How many days ahead to look",
        "due-json" => "Print JSON (svod.due/1) for programs",
        "library" => "The library of documents, shared with the window",
        "library-import" => "Add files to the library",
        "library-list" => "List the documents of the library",
        "library-show" => "Show a document's structure",
        "library-search" => "Find words in any form in titles and directives",
        "library-backup" => "Make a copy of the library",
        "library-restore" => "Make the library what a copy holds; what it was stays beside it",
        "library-export" => "Write documents into one file for another library",
        "library-receive" => {
            "Add documents of another library's file (status 1 if conflicts are left)"
        }
        "copy-made" => "The copy",
        "ids" => "The documents' ids as listed (the first digits); all without them",
        "bundle" => "The exchange file (.svodx)",
        "conflicts" => {
            "What to do with documents edited on both sides: skip keeps ours, take takes theirs, both keeps both"
        }
        "library-verify" => "Check the library's integrity (status 1 if it is damaged)",
        "matrix-library" => {
            "A library file: take its themes, and without files its documents too (the program’s themes otherwise)"
        }
        "library-path" => "The library file",
        "file" => "A resolution: docx, doc, odt, rtf, pdf, html, md or txt",
        "files" => "Resolutions: docx, doc, odt, rtf, pdf, html, md or txt",
        "old" => "The earlier resolution",
        "new" => "The later resolution",
        "out" => "Where to write the result",
        "to" => "Format: docx, pdf, odt, html, md, txt, xlsx, ics, akn, json",
        "format" => "Form of the output",
        "compare-format" => {
            "Form of the output; redline is a Word document with changes to accept or reject"
        }
        "author" => "Whose changes they are (for redline)",
        "date" => "Date of the changes and of the workbook; today if left out",
        "profile" => "Page: gost-2025 or gost-2016",
        "editing" => {
            "For editing: with marks of the directives, by which the file is known when it comes back"
        }
        "export-date" => "Date the file names; today if left out",
        "encoding" => "Encoding of a text file, such as windows-1251",
        "id" => "A document's number or its beginning",
        "words" => "Words to look for",
        "copy" => "A new file for the copy",
        _ => "",
    }
}
