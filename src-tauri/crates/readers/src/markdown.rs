//! Markdown: the raw lines with their markup taken off.
//!
//! A Markdown parser would renumber lists («3)» after «2)») and merge wrapped items, so the lines
//! go to the outline as they stand; only emphasis, heading marks, links and hard breaks are read.

use std::borrow::Cow;

use crate::manuscript::{Line, Manuscript};
use crate::text;

/// Whether a text carries Markdown's marks: headings with a space after the hashes, or bold.
pub(crate) fn looks_like(source: &str) -> bool {
    let marked = source.lines().filter(|line| {
        let line = line.trim_start();
        let hashes = line.chars().take_while(|c| *c == '#').count();
        let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with(' ');
        heading || line.starts_with("**") || line.trim_end().ends_with("**")
    });
    marked.take(2).count() == 2
}

/// Lines without markup.
pub(crate) fn manuscript(source: &str) -> Manuscript {
    let mut manuscript = text::manuscript(source);
    // Bold may be opened on one line and closed on a later one (a title broken by hard breaks).
    let mut bold_open = false;
    for line in &mut manuscript.lines {
        if line.text.trim().is_empty() {
            bold_open = false;
            continue;
        }
        line.text = hidden(&line.text);
        strip(line, &mut bold_open);
        line.text = revealed(&cells(&line.text));
    }
    manuscript
}

/// The marks a backslash takes their meaning from, in the order of their places behind [`HIDDEN`].
const MARKS: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
/// Where escaped marks stand while the others are read. No text holds these: they are no characters.
const HIDDEN: u32 = 0xfdd0;

/// The text with every escaped mark put out of sight, so that it is taken for no markup.
fn hidden(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let mark = letters.peek().and_then(|next| MARKS.find(*next));
        let place = mark.filter(|_| c == '\\').and_then(|at| {
            let at = u32::try_from(at).ok()?;
            char::from_u32(HIDDEN + at)
        });
        out.push(place.unwrap_or(c));
        if place.is_some() {
            letters.next();
        }
    }
    out
}

/// The text with what was put out of sight.
fn revealed(text: &str) -> String {
    let shown = |c: char| {
        let at = u32::from(c).checked_sub(HIDDEN)?;
        MARKS.chars().nth(usize::try_from(at).ok()?)
    };
    text.chars().map(|c| shown(c).unwrap_or(c)).collect()
}

/// A row of a table whose cells hold bars of their own: parted by tabs, or those would part it too.
fn cells(text: &str) -> Cow<'_, str> {
    let bar = MARKS.find('|').and_then(|at| u32::try_from(at).ok());
    let own = bar.and_then(|at| char::from_u32(HIDDEN + at));
    let row = text
        .trim()
        .strip_prefix('|')
        .and_then(|text| text.strip_suffix('|'));
    match row {
        Some(row) if own.is_some_and(|own| row.contains(own)) => {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            Cow::Owned(cells.join("\t"))
        }
        _ => Cow::Borrowed(text),
    }
}

fn strip(line: &mut Line, bold_open: &mut bool) {
    line.hard_break = line.text.ends_with("  ") || line.text.ends_with('\\');
    let indent = line.text.len() - line.text.trim_start().len();
    let mut rest = line.text.trim().trim_end_matches('\\');
    let hashes = rest.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\u{a0}']) {
        line.heading = true;
        rest = rest[hashes..].trim().trim_end_matches('#').trim_end();
    }
    rest = rest.strip_prefix("> ").unwrap_or(rest);
    if !rest.is_empty() && rest.chars().all(|c| matches!(c, '-' | '*' | '_' | ' ')) {
        // A rule between parts: three or more marks and no word.
        if rest.chars().filter(|c| *c != ' ').count() >= 3 {
            line.text = String::new();
            return;
        }
    }
    let (bullet, body) = match rest.split_once(' ') {
        Some((mark @ ("*" | "+" | "-"), body)) => (Some(mark), body),
        _ => (None, rest),
    };
    // «*Участники предлагают:*»: emphasis over a whole line.
    let body = match body.strip_prefix(['*', '_']) {
        Some(inner) if !inner.starts_with(['*', '_', ' ']) => inner
            .strip_suffix(['*', '_'])
            .filter(|inner| !inner.ends_with(['*', '_']) && !inner.contains('*'))
            .unwrap_or(body),
        _ => body,
    };
    let was_open = *bold_open;
    let marks = body.matches("**").count() + body.matches("__").count();
    if marks % 2 == 1 {
        *bold_open = !*bold_open;
    }
    let whole = (was_open || body.starts_with("**") || body.starts_with("__"))
        && (*bold_open || body.ends_with("**") || body.ends_with("__"))
        && marks <= 2;
    line.bold = whole && (marks > 0 || was_open);
    let mut clean = body.replace("**", "").replace("__", "");
    clean = unlink(&clean);
    if clean.contains('&') {
        for (entity, plain) in [
            ("&nbsp;", " "),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&amp;", "&"),
        ] {
            clean = clean.replace(entity, plain);
        }
    }
    line.text = match bullet {
        // A list inside a list has another mark, or its items would pass for the outer ones.
        Some(_) if indent >= 2 => format!("◦ {}", clean.trim_start()),
        Some(_) => format!("- {}", clean.trim_start()),
        None => clean,
    };
}

/// `<https://…>` without its brackets, `[text](address)` as its text.
fn unlink(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '[']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let link = if after.starts_with('<') {
            after
                .find('>')
                .filter(|end| after[1..*end].contains("://"))
                .map(|end| (&after[1..end], end + 1))
        } else {
            after.find("](").and_then(|middle| {
                let end = after[middle..].find(')')? + middle;
                (!after[1..middle].contains('[')).then_some((&after[1..middle], end + 1))
            })
        };
        match link {
            Some((shown, end)) => {
                out.push_str(shown);
                rest = &after[end..];
            }
            None => {
                out.push_str(&after[..1]);
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        manuscript(source)
            .lines
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn markup_goes_and_numbers_stay() {
        let source = "## **2. Школам:**\n\n2.1. провести  \n* смотр на <https://школа.рф>\n---\n[Приказ](http://x)";
        let expected = [
            "2. Школам:",
            "",
            "2.1. провести",
            "- смотр на https://школа.рф",
            "",
            "Приказ",
        ];
        assert_eq!(texts(source), expected);
    }

    #[test]
    fn bold_over_hard_breaks_is_bold_on_each_line() {
        let manuscript = manuscript("**Резолюция  \nсекции  \n«Время»**\nтекст");
        let bold: Vec<bool> = manuscript.lines.iter().map(|line| line.bold).collect();
        assert_eq!(bold, [true, true, true, false]);
        assert!(manuscript.lines[0].hard_break);
    }

    #[test]
    fn stray_marks_are_text() {
        assert_eq!(texts("a < b [c] **"), ["a < b [c] "]);
        assert_eq!(texts("[bookmark: b1]текст"), ["[bookmark: b1]текст"]);
        assert_eq!(
            texts("*Все:*\n* школам\n    * провести"),
            ["Все:", "- школам", "◦ провести"]
        );
    }

    #[test]
    fn what_a_backslash_escapes_is_no_markup() {
        let source = r"1\. \<5–9 классов\> \& C:\\Отчёты \| \[план\](2) \*\*все\*\* \_\_";
        assert_eq!(
            texts(source),
            [r"1. <5–9 классов> & C:\Отчёты | [план](2) **все** __"]
        );
        assert_eq!(
            texts(r"\- дефис \&nbsp; C:\Отчёты &lt;5&gt;"),
            [r"- дефис &nbsp; C:\Отчёты <5>"]
        );
        assert_eq!(texts(r"| a \| b | c |"), ["a | b\tc"]);
    }
}
