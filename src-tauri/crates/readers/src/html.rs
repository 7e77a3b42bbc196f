//! HTML: a page as a browser reads it → lines.
//!
//! Read: blocks of text, headings, list numbers (start values, letters, Roman), line breaks, bold,
//! tables row by row. Left out on purpose: what a site puts around a document (navigation, menus,
//! banners, footers), scripts, styles, forms, hidden parts, footnotes, deletions (counted).

use std::collections::HashSet;

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node, Selector};

use crate::ReadError;
use crate::manuscript::{Down, IN_CELL, Line, Manuscript, OpenRow};
use crate::ordinals::spell;
use crate::text::{self, Decoded};

/// Deepest nesting that is parsed: building the tree takes time by its square.
const DEPTH_LIMIT: usize = 1500;
/// Largest page that is parsed, in bytes. Pages with a resolution stay under 1 MB.
const SIZE_LIMIT: usize = 16 * 1024 * 1024;
/// A main part with less than this share of the page's letters is not the document.
const MAIN_SHARE: usize = 3;

/// Elements that are no part of a document's text.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form",
    "button", "select", "svg", "iframe", "object", "menu", "dialog",
];
/// Words of class names and ids that sites give to what surrounds a document.
const FURNITURE: &[&str] = &[
    "menu",
    "nav",
    "navbar",
    "navigation",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "cookie",
    "cookies",
    "share",
    "social",
    "pagination",
    "pager",
    "banner",
    "sdfootnote",
];
/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "blockquote",
    "section",
    "article",
    "main",
    "center",
    "pre",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "address",
    "hr",
    "body",
    "html",
    "caption",
    "fieldset",
];

/// Whether bytes begin as a page does, whatever the file is called.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    let start: String = bytes
        .iter()
        .take(1024)
        .map(|byte| char::from(*byte).to_ascii_lowercase())
        .collect();
    let start = start.trim_start_matches(|c: char| !c.is_ascii() || c.is_whitespace());
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// Decodes a page: the caller's choice, a byte order mark, the page's own word, a guess.
pub(crate) fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, ReadError> {
    let stated = || {
        let start: String = bytes
            .iter()
            .take(4096)
            .map(|byte| char::from(*byte))
            .collect();
        let (_, after) = start.split_once("charset=")?;
        let name: String = after
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
            .collect();
        encoding_rs::Encoding::for_label(name.as_bytes()).map(|_| name)
    };
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    let own = stated().filter(|_| wanted.is_none() && !marked);
    text::decode(bytes, wanted.or(own.as_deref()))
}

/// The lines of a page.
pub(crate) fn manuscript(source: &str) -> Result<Manuscript, ReadError> {
    if source.len() > SIZE_LIMIT || depth(source) > DEPTH_LIMIT {
        return Err(ReadError::Bomb {
            detail: "a page nested too deep or too large".into(),
        });
    }
    let html = Html::parse_document(source);
    let root = main_part(&html).unwrap_or_else(|| html.tree.root());
    let office = ["LibreOffice", "OpenOffice"].iter().any(|name| {
        let head: String = source.chars().take(2_000).collect();
        head.contains(name)
    });
    let mut page = Page {
        office,
        ..Page::default()
    };
    let layout = layout_rows(root);
    let mut skipping = 0usize;
    for edge in root.traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let row = if is_cell(node.value()) {
            node.parent()
        } else {
            Some(node)
        };
        if skipping == 0 && row.is_some_and(|row| layout.contains(&row.id())) {
            page.flush();
            continue;
        }
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(_) if skipping > 0 => skipping += 1,
                Node::Element(element) if element.name() == "del" => {
                    page.out.tracked_changes += 1;
                    skipping = 1;
                }
                Node::Element(element) if skipped(element) => skipping = 1,
                Node::Element(element) => page.open(element),
                Node::Text(text) if skipping == 0 => page.text(text),
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(_) if skipping > 0 => skipping -= 1,
                Node::Element(element) => page.close(element),
                _ => {}
            },
        }
    }
    page.flush();
    Ok(page.out)
}

fn is_cell(node: &Node) -> bool {
    matches!(node, Node::Element(element) if matches!(element.name(), "td" | "th"))
}

/// The rows of tables that lay out a page: with a table inside and more paragraphs than a row of data has. What stands
/// in them is read as if there was no table.
fn layout_rows(root: ego_tree::NodeRef<'_, Node>) -> HashSet<ego_tree::NodeId> {
    const PARAGRAPHS: usize = 8;
    let mut rows = HashSet::new();
    // Of each open row its paragraphs, and whether it holds a table.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for edge in root.traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let Node::Element(element) = node.value() else {
            continue;
        };
        let opens = matches!(edge, Edge::Open(_));
        match element.name() {
            "tr" if opens => open.push((0, false)),
            "tr" => {
                let Some((paragraphs, holds)) = open.pop() else {
                    continue;
                };
                if holds && paragraphs >= PARAGRAPHS {
                    rows.insert(node.id());
                }
                if let Some(outer) = open.last_mut() {
                    outer.0 += paragraphs;
                }
            }
            "table" if opens => {
                if let Some(row) = open.last_mut() {
                    row.1 = true;
                }
            }
            "p" | "li" if opens => {
                if let Some(row) = open.last_mut() {
                    row.0 += 1;
                }
            }
            _ => {}
        }
    }
    rows
}

/// The part a page names as its main one, if most of the text is in it.
fn main_part(html: &Html) -> Option<ego_tree::NodeRef<'_, Node>> {
    let selector = Selector::parse("main, [role=main], article").ok()?;
    let letters = |element: &scraper::ElementRef<'_>| element.text().map(str::len).sum::<usize>();
    let main = html.select(&selector).max_by_key(letters)?;
    let all = letters(&html.root_element());
    (letters(&main) * MAIN_SHARE >= all).then_some(*main)
}

/// How deep tags are nested, closed or not: an upper bound that needs no tree.
fn depth(source: &str) -> usize {
    let mut now = 0usize;
    let mut deepest = 0usize;
    for tag in source.split('<').skip(1) {
        if tag.starts_with('/') {
            now = now.saturating_sub(1);
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name: String = tag
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_ascii_lowercase();
            // Elements that are closed by themselves, or by the next of their kind.
            let flat = [
                "br", "hr", "img", "meta", "link", "input", "col", "p", "li", "td", "th", "tr",
                "option", "dt", "dd", "wbr",
            ];
            if !flat.contains(&name.as_str()) {
                now += 1;
                deepest = deepest.max(now);
            }
        }
    }
    deepest
}

fn skipped(element: &Element) -> bool {
    if SKIPPED.contains(&element.name()) {
        return true;
    }
    let value = |name: &str| element.attr(name).unwrap_or_default().to_lowercase();
    let hidden = element.attr("hidden").is_some()
        || value("aria-hidden") == "true"
        || value("style").replace(' ', "").contains("display:none");
    let role = matches!(
        value("role").as_str(),
        "navigation" | "banner" | "search" | "contentinfo"
    );
    // LibreOffice marks the running heads of pages so.
    let running = element.name() == "div" && matches!(value("title").as_str(), "header" | "footer");
    let names = format!("{} {}", value("class"), value("id"));
    let furniture = names
        .split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| FURNITURE.contains(&word));
    hidden || role || running || furniture && !matches!(element.name(), "body" | "html" | "main")
}

#[derive(Debug)]
struct List {
    /// The format of its numbers by its name in ECMA-376; nothing for bullets.
    format: Option<&'static str>,
    next: u32,
    /// The label of the item being read, without its point.
    label: String,
}

#[derive(Debug, Default)]
struct Page {
    out: Manuscript,
    /// Text pieces at line breaks of the block being read.
    pieces: Vec<String>,
    letters: usize,
    bold_letters: usize,
    label: Option<String>,
    lists: Vec<List>,
    /// Labels of the numbered lists that were open when the last nested one ended, outermost
    /// first, and the number that would follow: office programs break a list around another one.
    broken_off: (Vec<String>, u32),
    /// Written by LibreOffice or its kin.
    office: bool,
    bold: usize,
    heading: usize,
    /// Open elements whose line ends part lines, as in a plain text.
    preformatted: usize,
    /// The open table rows.
    rows: Vec<OpenRow>,
    /// Of each open table the cells that go on below.
    down: Vec<Down>,
}

impl Page {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "ins" => self.out.tracked_changes += 1,
            "br" => self.pieces.push(String::new()),
            "ol" | "ul" => {
                let start = element.attr("start").and_then(|start| start.parse().ok());
                let format = (name == "ol").then(|| match element.attr("type") {
                    Some("a") => "lowerLetter",
                    Some("A") => "upperLetter",
                    Some("i") => "lowerRoman",
                    Some("I") => "upperRoman",
                    _ => "decimal",
                });
                self.lists.push(List {
                    format,
                    next: start.unwrap_or(1),
                    label: String::new(),
                });
            }
            "li" => self.item(element),
            "table" => self.down.push(Down::default()),
            "tr" => self.rows.push(OpenRow::default()),
            "td" | "th" => {
                let count = |name: &str| {
                    let count = element
                        .attr(name)
                        .and_then(|count| count.trim().parse().ok());
                    // What a browser takes at most.
                    count.unwrap_or(1_usize).min(1_000)
                };
                if let (Some(row), Some(down)) = (self.rows.last_mut(), self.down.last_mut()) {
                    row.fill(down);
                    row.cell(count("colspan"), count("rowspan"), down);
                }
            }
            _ => {}
        }
        self.bold += usize::from(is_bold(element));
        self.heading += usize::from(is_heading(name));
        self.preformatted += usize::from(name == "pre");
    }

    /// Takes up a nested list whose outer item was left behind in an earlier list.
    fn resume(&mut self, element: &Element) {
        let [outer @ .., list] = self.lists.as_mut_slice() else {
            return;
        };
        // LibreOffice continues an outer list with a new element that does not say from where; other
        // programs mean a new list by it.
        if outer.is_empty() && self.office && list.label.is_empty() && list.next == 1 {
            let last: Option<u32> = self
                .broken_off
                .0
                .first()
                .and_then(|label| label.parse().ok());
            if let (Some(last), None) = (last, element.attr("value")) {
                list.next = last + 1;
                self.broken_off = Default::default();
            }
            return;
        }
        let fresh = !outer.is_empty()
            && outer.iter().all(|list| list.label.is_empty())
            && list.label.is_empty();
        let (labels, next) = &self.broken_off;
        if !fresh || labels.len() != outer.len() || element.attr("value").is_some() {
            return;
        }
        for (list, label) in outer.iter_mut().zip(labels) {
            list.label.clone_from(label);
            list.next = label.parse().map_or(list.next, |last: u32| last + 1);
        }
        if list.next == 1 {
            list.next = *next;
        }
    }

    fn item(&mut self, element: &Element) {
        self.resume(element);
        // Numbers inside numbers are shown whole («1.2.»): that is what such lists were made of.
        let outer = self
            .lists
            .iter()
            .rev()
            .nth(1)
            .filter(|list| list.format == Some("decimal"))
            .map(|list| list.label.clone());
        let bullets = self
            .lists
            .iter()
            .filter(|list| list.format.is_none())
            .count();
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        if let Some(value) = element.attr("value").and_then(|value| value.parse().ok()) {
            list.next = value;
        }
        self.label = Some(match list.format {
            // A list inside a list has another mark, as browsers show it.
            None => ["•", "◦", "▪"][bullets.saturating_sub(1).min(2)].into(),
            Some(format) => {
                let number = spell(list.next, format);
                list.label = match outer {
                    Some(outer) if format == "decimal" => format!("{outer}.{number}"),
                    _ => number,
                };
                format!("{}.", list.label)
            }
        });
        list.next = list.next.saturating_add(1);
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if BLOCKS.contains(&name) {
            self.flush();
        }
        match name {
            "ol" | "ul" => {
                if let [outer @ .., list] = self.lists.as_slice()
                    && !outer.is_empty()
                    && !list.label.is_empty()
                    && list.format.is_some()
                {
                    let labels = outer.iter().map(|list| list.label.clone()).collect();
                    self.broken_off = (labels, list.next);
                }
                self.lists.pop();
            }
            "li" => self.label = None,
            "table" => {
                self.down.pop();
            }
            "tr" => {
                let Some(mut row) = self.rows.pop() else {
                    return;
                };
                if let Some(down) = self.down.last_mut() {
                    row.fill(down);
                }
                if let Some(line) = row.close(self.rows.last_mut()) {
                    self.push(line);
                }
            }
            _ => {}
        }
        self.bold -= usize::from(is_bold(element));
        self.heading -= usize::from(is_heading(name));
        self.preformatted -= usize::from(name == "pre");
    }

    fn text(&mut self, text: &str) {
        if self.preformatted == 0 {
            return self.words(text);
        }
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.flush();
            }
            self.words(line);
        }
    }

    fn words(&mut self, text: &str) {
        if self.pieces.is_empty() {
            self.pieces.push(String::new());
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        self.letters += letters;
        self.bold_letters += if self.bold > 0 { letters } else { 0 };
        let Some(piece) = self.pieces.last_mut() else {
            return;
        };
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' => {}
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !piece.is_empty() && !piece.ends_with(' ') {
                        piece.push(' ');
                    }
                }
                c => piece.push(c),
            }
        }
    }

    /// Ends the block being read.
    fn flush(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let bold = self.letters > 0 && self.bold_letters * 10 >= self.letters * 9;
        self.letters = 0;
        self.bold_letters = 0;
        let pieces: Vec<&str> = pieces
            .iter()
            .map(|piece| piece.trim())
            .filter(|piece| !piece.is_empty())
            .collect();
        if pieces.is_empty() {
            return;
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.push(pieces.join(IN_CELL));
            return;
        }
        let mut label = self.label.take();
        let count = pieces.len();
        for (n, text) in pieces.into_iter().enumerate() {
            self.push(Line {
                text: text.to_owned(),
                label: label.take(),
                heading: self.heading > 0,
                bold,
                hard_break: n + 1 < count,
                ..Line::default()
            });
        }
    }

    fn push(&mut self, mut line: Line) {
        line.number = u32::try_from(self.out.lines.len() + 1).unwrap_or(u32::MAX);
        self.out.lines.push(line);
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_bold(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().replace(' ', "");
    matches!(element.name(), "b" | "strong" | "th")
        || is_heading(element.name())
        || style.contains("font-weight:bold")
        || style.contains("font-weight:700")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(body: &str) -> Vec<String> {
        let manuscript = manuscript(&format!("<html><body>{body}</body></html>")).unwrap();
        let line = |line: Line| {
            format!(
                "{}{}",
                line.label.map_or(String::new(), |l| l + " "),
                line.text
            )
        };
        manuscript.lines.into_iter().map(line).collect()
    }

    #[test]
    fn what_a_site_puts_around_a_document_goes() {
        let page = "<nav>Главная</nav><div class='left-menu'>Новости</div><p>Школам <b>провести</b>\n\
                    смотр</p><p hidden>нет</p><footer>© сайт</footer><script>x</script>";
        assert_eq!(lines(page), ["Школам провести смотр"]);
    }

    #[test]
    fn numbers_of_lists_are_written_out() {
        let list =
            "<ol start='2'><li>Школам:<ol><li>раз<li>два</ol><li>Садам:<ul><li>три</ul></ol>";
        let expected = ["2. Школам:", "2.1. раз", "2.2. два", "3. Садам:", "• три"];
        assert_eq!(lines(list), expected);
    }

    #[test]
    fn a_table_that_lays_out_a_page_is_no_table() {
        let task = |n: usize| format!("<p>провести смотр {n}</p>");
        let tasks: String = (0..8).map(task).collect();
        let page = format!(
            "<table><tr><td>Меню</td><td>{tasks}<table><tr><td>1</td><td>смотр</td></tr></table></td></tr></table>"
        );
        let lines = manuscript(&page).unwrap().lines;
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts.len(), 10, "{texts:?}");
        assert_eq!((texts[0], texts[9]), ("Меню", "1\tсмотр"));
    }

    #[test]
    fn rows_keep_every_cell_and_breaks_part_lines() {
        let page = "<table><tr><td><p>а</p><p>б</p><td>в</table>РЕШЕНИЕ<br>совещания";
        assert_eq!(lines(page), ["а\u{2028}б\tв", "РЕШЕНИЕ", "совещания"]);
    }

    #[test]
    fn cell_over_several_rows_stands_in_each_of_them() {
        let page =
            "<table><tr><td>1<td>а<td rowspan=3>май<tr><td>2<td>б<tr><td colspan=2>в</table>";
        let lines = manuscript(page).unwrap().lines;
        let rows: Vec<(&str, &[usize])> = lines
            .iter()
            .map(|line| (line.text.as_str(), line.above.as_slice()))
            .collect();
        assert_eq!(
            rows,
            [("1\tа\tмай", &[][..]), ("2\tб\t", &[2]), ("в\t", &[1])]
        );
    }

    #[test]
    fn lines_of_a_plain_text_in_a_page_stay_lines() {
        let page = "<pre>РЕШЕНИЕ\nсовещания\n\nШколам:\n1. провести <b>смотр</b>;\n2. сдать отчёт.</pre><p>после\nвсего";
        let expected = [
            "РЕШЕНИЕ",
            "совещания",
            "Школам:",
            "1. провести смотр;",
            "2. сдать отчёт.",
            "после всего",
        ];
        assert_eq!(lines(page), expected);
    }

    #[test]
    fn a_page_says_its_encoding() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251
            .encode("<html><meta charset=\"windows-1251\"><p>Школам</p></html>");
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.guessed), ("windows-1251", false));
        assert!(decoded.text.contains("Школам"));
    }

    #[test]
    fn nesting_is_limited_before_a_tree_is_built() {
        let deep = "<div>".repeat(100_000);
        assert!(matches!(manuscript(&deep), Err(ReadError::Bomb { .. })));
    }
}
