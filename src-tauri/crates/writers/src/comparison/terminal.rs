use svod_diff::{Comparison, Op};
use svod_model::Resolution;

use super::table::{Entry, Row, rows};
use super::words;
use crate::typography::clean;

/// Writes a comparison for a terminal: `[-removed-]` and `{+added+}` words, one block a directive.
pub fn comparison_text(comparison: &Comparison, old: &Resolution, new: &Resolution) -> String {
    let mut out = String::from("Сравнение резолюций\n");
    let mut push = |line: &str| {
        out.push_str(clean(line).trim_end());
        out.push('\n');
    };
    push(&format!("Было:  {}", words::side(&comparison.old)));
    push(&format!("Стало: {}", words::side(&comparison.new)));
    push(&format!("Итог:  {}", words::summary(comparison)));
    push("Знаки: [-исключённые слова-] {+добавленные слова+}");
    for (word, meaning) in words::LEGEND {
        push(&format!("       {word} — {meaning}"));
    }
    for row in rows(comparison, old, new) {
        match row {
            Row::Band(text) => {
                push("");
                push(&one_line(&text));
            }
            Row::Entry(entry) => {
                push("");
                lines(&entry).iter().for_each(|line| push(line));
            }
        }
    }
    out
}

fn lines(entry: &Entry<'_>) -> Vec<String> {
    let number = |side: &Option<(String, &str)>| match side {
        Some((number, _)) if !number.is_empty() => number.clone(),
        _ => "—".into(),
    };
    let link = entry.link.map(|link| format!(" ({link})"));
    let mut lines = vec![format!(
        "  {} → {}  {}{}",
        number(&entry.old),
        number(&entry.new),
        entry.nature.join(", "),
        link.unwrap_or_default(),
    )];
    if entry.words.is_empty() {
        let same = match (&entry.old, &entry.new) {
            (Some((_, old)), Some((_, new))) => old == new,
            _ => false,
        };
        let texts = [("-", &entry.old), ("+", &entry.new)];
        for (mark, side) in texts.into_iter().skip(usize::from(same)) {
            if let Some((_, text)) = side {
                let mark = if same { " " } else { mark };
                lines.push(format!("    {mark} {}", one_line(text)));
            }
        }
    } else {
        let marked: String = entry
            .words
            .iter()
            .map(|word| match word.op {
                Op::Equal => word.text.clone(),
                Op::Insert => marked("{+", &word.text, "+}"),
                Op::Delete => marked("[-", &word.text, "-]"),
            })
            .collect();
        lines.push(format!("      {}", one_line(&marked)));
    }
    let why = entry.why.iter();
    let why = why.map(|why| format!("      связаны: {}", one_line(why)));
    lines.extend(
        entry
            .facts
            .iter()
            .map(|fact| format!("      • {}", one_line(&fact.line())))
            .chain(why),
    );
    lines
}

/// The words between marks, with their outer spaces outside.
fn marked(open: &str, text: &str, close: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return text.to_owned();
    }
    let lead = if text.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let tail = if text.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{lead}{open}{words}{close}{tail}")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
