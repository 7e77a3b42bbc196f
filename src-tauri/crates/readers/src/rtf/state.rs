use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use crate::manuscript::{Anchor, IN_CELL, Line, Manuscript};

/// Groups whose text is no part of the document's flow.
const APART: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "annotation",
    "atnid",
    "atnauthor",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "fldinst",
    "generator",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "xmlnstbl",
    "revtbl",
    "nonshppict",
    "pgptbl",
    "userprops",
    "docvar",
    "mmathPr",
    "filetbl",
    "nonesttables",
    "shpinst",
    "sp",
];

/// What a group may change and its end takes back.
#[derive(Clone, Debug)]
struct Group {
    /// Its text belongs nowhere in the flow.
    skipped: bool,
    /// `\*` was read and the next word decides.
    starred: bool,
    /// Text is a list's number.
    in_label: bool,
    /// Text is a footnote.
    in_note: bool,
    /// The name of a bookmark is being read.
    in_bookmark: bool,
    in_fonts: bool,
    bold: bool,
    hidden: bool,
    deleted: bool,
    font: Option<i32>,
    /// How many bytes stand behind `\uN` for readers that do not know it.
    fallback: usize,
}

impl Default for Group {
    fn default() -> Self {
        Self {
            skipped: false,
            starred: false,
            in_label: false,
            in_note: false,
            in_bookmark: false,
            in_fonts: false,
            bold: false,
            hidden: false,
            deleted: false,
            font: None,
            fallback: 1,
        }
    }
}

/// The reading of a file so far.
pub(super) struct State {
    groups: Vec<Group>,
    now: Group,
    code_page: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    /// The font whose description is being read.
    font_described: Option<i32>,
    default_font: Option<i32>,
    /// Bytes of the code page not yet decoded: a letter may take two.
    pending: Vec<u8>,
    /// Fallback bytes still to be passed over.
    pass: usize,
    /// The first half of a character outside the basic plane.
    high: Option<u16>,
    out: Manuscript,
    pieces: Vec<String>,
    label: String,
    bookmark: String,
    /// The footnote being read, and those behind the text.
    note: String,
    notes: Vec<String>,
    anchor: Option<Anchor>,
    letters: usize,
    bold_letters: usize,
    heading: bool,
    page_start: bool,
    in_table: bool,
    /// Finished cells of the open row, and the paragraphs of the open cell.
    row: Vec<String>,
    cell: Vec<String>,
    /// Of each cell the row is said to have, whether it is one with the cell above; the same of the next one.
    above: Vec<bool>,
    is_above: bool,
    changes_open: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            groups: Vec::new(),
            now: Group::default(),
            code_page: WINDOWS_1252,
            fonts: BTreeMap::new(),
            font_described: None,
            default_font: None,
            pending: Vec::new(),
            pass: 0,
            high: None,
            out: Manuscript::default(),
            pieces: vec![String::new()],
            label: String::new(),
            bookmark: String::new(),
            note: String::new(),
            notes: Vec::new(),
            anchor: None,
            letters: 0,
            bold_letters: 0,
            heading: false,
            page_start: false,
            in_table: false,
            row: Vec::new(),
            cell: Vec::new(),
            above: Vec::new(),
            is_above: false,
            changes_open: false,
        }
    }
}

impl State {
    pub(super) fn open(&mut self) {
        self.flush();
        self.pass = 0;
        self.groups.push(self.now.clone());
        self.now.starred = false;
    }

    pub(super) fn close(&mut self) {
        self.flush();
        self.pass = 0;
        if self.now.in_bookmark {
            self.anchor = Anchor::of(&self.bookmark).or(self.anchor.take());
            self.bookmark.clear();
        }
        let ended = self.now.in_note;
        if let Some(group) = self.groups.pop() {
            self.now = group;
        }
        if ended && !self.now.in_note {
            let note = std::mem::take(&mut self.note);
            self.notes.push(note);
        }
    }

    pub(super) fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.now.starred = true,
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'\\' | b'{' | b'}' => self.bytes(&[symbol]),
            // A line end behind a backslash is a paragraph's end.
            b'\r' | b'\n' => self.word("par", None),
            _ => {}
        }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        let passed = self.pass.min(bytes.len());
        self.pass -= passed;
        self.pending
            .extend_from_slice(bytes.get(passed..).unwrap_or_default());
    }

    pub(super) fn word(&mut self, word: &str, value: Option<i32>) {
        if word == "u" {
            self.unicode(value.unwrap_or(0));
            return;
        }
        self.flush();
        self.pass = 0;
        let starred = std::mem::take(&mut self.now.starred);
        let on = value != Some(0);
        match word {
            "shptxt" | "shprslt" => self.now.skipped = word == "shprslt",
            "footnote" => self.now.in_note = true,
            "listtext" | "pntext" => self.now.in_label = true,
            "bkmkstart" => {
                self.bookmark.clear();
                self.now.in_bookmark = true;
            }
            word if APART.contains(&word) => {
                self.now.skipped = true;
                self.now.in_fonts = word == "fonttbl";
            }
            // A group that only programs that know its name may read.
            _ if starred && !matches!(word, "shppict" | "fldrslt") => self.now.skipped = true,
            "ansicpg" => self.code_page = page(value.unwrap_or(1252)),
            "deff" => self.default_font = value,
            "f" if self.now.in_fonts => self.font_described = value,
            "fcharset" => {
                if let (Some(font), Some(charset)) = (self.font_described, value)
                    && let Some(encoding) = charset_encoding(charset)
                {
                    self.fonts.insert(font, encoding);
                }
            }
            "cpg" => {
                if let (Some(font), Some(number)) = (self.font_described, value) {
                    self.fonts.insert(font, page(number));
                }
            }
            "f" => self.now.font = value,
            "uc" => self.now.fallback = usize::try_from(value.unwrap_or(1)).unwrap_or(1).min(64),
            "b" => self.now.bold = on,
            "v" => self.now.hidden = on,
            "deleted" => {
                self.now.deleted = on;
                self.change(on);
            }
            "revised" => self.change(on),
            "plain" => {
                self.now.bold = false;
                self.now.hidden = false;
                self.now.deleted = false;
                self.now.font = self.default_font;
            }
            "pard" => {
                self.heading = false;
                self.in_table = false;
            }
            "intbl" | "itap" => self.in_table = on,
            "outlinelevel" => self.heading = value.is_some_and(|level| level < 9),
            "page" | "pagebb" => self.page_start = true,
            "par" | "sect" => self.paragraph(),
            "line" if self.reads() => self.pieces.push(String::new()),
            "trowd" => {
                self.above.clear();
                self.is_above = false;
            }
            "clvmrg" => self.is_above = true,
            "cellx" => self.above.push(std::mem::take(&mut self.is_above)),
            "cell" | "nestcell" => self.cell(),
            "row" | "nestrow" => self.row(),
            "tab" => self.text("\t"),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "bullet" => self.text("•"),
            "emspace" | "enspace" | "qmspace" => self.text(" "),
            _ => {}
        }
    }

    fn change(&mut self, on: bool) {
        if on && !self.changes_open && self.reads_apart_from_deletion() {
            self.out.tracked_changes += 1;
        }
        self.changes_open = on;
    }

    fn reads_apart_from_deletion(&self) -> bool {
        !self.now.skipped && !self.now.hidden
    }

    fn reads(&self) -> bool {
        self.reads_apart_from_deletion() && !self.now.deleted
    }

    fn unicode(&mut self, value: i32) {
        self.flush();
        // Numbers past 32767 are written as negative ones.
        let unit = u16::try_from(value.rem_euclid(65_536)).unwrap_or(0xfffd);
        self.pass = self.now.fallback;
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        let text: String = char::decode_utf16(units)
            .map(|c| c.unwrap_or('\u{fffd}'))
            .collect();
        // Symbols of private fonts are bullets.
        let text = text.replace(|c| ('\u{e000}'..='\u{f8ff}').contains(&c), "•");
        self.text(&text);
    }

    /// Decodes what has come in bytes.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let font = self.now.font.or(self.default_font);
        let encoding = font
            .and_then(|font| self.fonts.get(&font).copied())
            .unwrap_or(self.code_page);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        self.flush();
        if self.now.in_bookmark {
            self.bookmark.push_str(text);
        } else if self.now.in_note {
            if self.reads() {
                self.note.push_str(text);
            }
        } else if self.now.in_label {
            if self.reads() {
                self.label.push_str(text);
            }
        } else if self.reads() {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            self.letters += letters;
            self.bold_letters += if self.now.bold { letters } else { 0 };
            if let Some(piece) = self.pieces.last_mut() {
                piece.extend(text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')));
            }
        }
    }

    fn take_pieces(&mut self) -> Vec<String> {
        std::mem::replace(&mut self.pieces, vec![String::new()])
    }

    fn paragraph(&mut self) {
        if self.now.in_note {
            self.note.push(' ');
            return;
        }
        if !self.reads_apart_from_deletion() {
            return;
        }
        let label = std::mem::take(&mut self.label);
        let label = Some(label.trim().to_owned()).filter(|label| !label.is_empty());
        if self.in_table {
            let pieces = self.take_pieces().join(IN_CELL);
            let label = label.map(|label| format!("{label} ")).unwrap_or_default();
            self.cell.push(format!("{label}{pieces}"));
            return;
        }
        self.spill();
        let pieces = self.take_pieces();
        let empty = pieces.iter().all(|piece| piece.trim().is_empty());
        let mut label = label.filter(|_| !empty);
        let count = pieces.len();
        let (letters, bold) = (self.letters, self.bold_letters);
        (self.letters, self.bold_letters) = (0, 0);
        let anchor = self.anchor.take();
        let page_start = std::mem::take(&mut self.page_start);
        for (n, text) in pieces.into_iter().enumerate() {
            self.push(Line {
                text,
                label: label.take(),
                heading: self.heading,
                bold: letters > 0 && bold * 10 >= letters * 9,
                hard_break: n + 1 < count,
                page_start: page_start && n == 0,
                anchor: anchor.clone(),
                ..Line::default()
            });
        }
    }

    fn cell(&mut self) {
        if !self.reads_apart_from_deletion() {
            return;
        }
        let label = std::mem::take(&mut self.label);
        let text = self.take_pieces().join(IN_CELL);
        self.cell.push(format!("{}{text}", label.trim()));
        let cell = std::mem::take(&mut self.cell).join(IN_CELL);
        self.row.push(cell);
    }

    /// A row is one line, its cells parted by tabs, as in every other container.
    fn row(&mut self) {
        if !self.row.is_empty() {
            let text = std::mem::take(&mut self.row).join("\t");
            let above = self.above.iter().enumerate();
            let above = above.filter_map(|(at, is_above)| is_above.then_some(at));
            let above = above.collect();
            self.push(Line {
                text,
                row: true,
                above,
                ..Line::default()
            });
            (self.letters, self.bold_letters) = (0, 0);
        }
    }

    /// Cells whose row never ended are text all the same.
    fn spill(&mut self) {
        let rest = std::mem::take(&mut self.cell).join(" ");
        if !rest.trim().is_empty() {
            self.row.push(rest);
        }
        self.row();
    }

    fn push(&mut self, mut line: Line) {
        line.number = u32::try_from(self.out.lines.len() + 1).unwrap_or(u32::MAX);
        self.out.lines.push(line);
    }

    pub(super) fn finish(mut self) -> Manuscript {
        self.flush();
        self.now = Group::default();
        self.in_table = false;
        if self.pieces.iter().any(|piece| !piece.trim().is_empty()) {
            self.paragraph();
        }
        self.spill();
        for note in std::mem::take(&mut self.notes) {
            self.out.note(&note);
        }
        self.out
    }
}

/// The encoding of a Windows code page; Russian where the number says nothing.
fn page(number: i32) -> &'static Encoding {
    let label = match number {
        866 => "ibm866".to_owned(),
        20866 => "koi8-r".to_owned(),
        10007 => "x-mac-cyrillic".to_owned(),
        65001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1251)
}

/// The encoding a font's `\fcharset` stands for; nothing where the file's own counts.
fn charset_encoding(charset: i32) -> Option<&'static Encoding> {
    let number = match charset {
        204 => 1251,
        238 => 1250,
        161 => 1253,
        162 => 1254,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        _ => return None,
    };
    Some(page(number))
}
