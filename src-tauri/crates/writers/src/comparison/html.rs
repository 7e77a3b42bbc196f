use svod_diff::{Comparison, Op};
use svod_model::Resolution;

use super::table::{Entry, Row, rows};
use super::words::{self, Mark};
use crate::html::{escape, page};

const STYLE: &str = include_str!("comparison.css");

/// Writes a comparison as one self-contained HTML file, the two documents side by side.
pub fn comparison_html(comparison: &Comparison, old: &Resolution, new: &Resolution) -> String {
    let mut body = format!(
        "<main>\n<h1>Сравнение резолюций</h1>\n<dl>\n<dt>Было</dt><dd>{}</dd>\n\
         <dt>Стало</dt><dd>{}</dd>\n<dt>Итог</dt><dd>{}</dd>\n</dl>\n",
        escape(&words::side(&comparison.old)),
        escape(&words::side(&comparison.new)),
        escape(&words::summary(comparison)),
    );
    body.push_str(
        "<p class=\"legend\"><ins>подчёркнуто</ins> — добавлено, <del>зачёркнуто</del> — исключено, \
         <u>точками</u> — ",
    );
    body.push_str(words::LIGHT);
    for (word, meaning) in words::LEGEND {
        body.push_str(&format!("; <b>{word}</b> — {meaning}"));
    }
    body.push_str(".</p>\n<table>\n<colgroup><col class=\"n\"><col><col class=\"n\"><col><col class=\"r\"><col class=\"f\"></colgroup>\n<thead><tr>");
    for heading in [
        "№",
        "Было",
        "№",
        "Стало",
        "Характер изменения",
        words::CHANGED,
    ] {
        body.push_str(&format!("<th scope=\"col\">{heading}</th>"));
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for row in rows(comparison, old, new) {
        match row {
            Row::Band(text) => body.push_str(&format!(
                "<tr class=\"band\"><th colspan=\"6\" scope=\"rowgroup\">{}</th></tr>\n",
                escape(&text)
            )),
            Row::Entry(entry) => body.push_str(&entry_row(&entry)),
        }
    }
    body.push_str("</tbody>\n</table>\n</main>");
    page("Сравнение резолюций", STYLE, &body)
}

fn entry_row(entry: &Entry<'_>) -> String {
    let cell = |side: &Option<(String, &str)>, gone: Op, tag: &str| match side {
        None => "<td class=\"n\"></td><td class=\"none\">—</td>".to_owned(),
        Some((number, text)) => {
            let text = if entry.words.is_empty() {
                escape(text)
            } else {
                marked(entry, gone, tag)
            };
            format!(
                "<td class=\"n\">{}</td><td class=\"t\" lang=\"ru\">{text}</td>",
                escape(number)
            )
        }
    };
    let kind = match (&entry.old, &entry.new) {
        (Some(_), Some(_)) => "pair",
        (Some(_), None) => "dropped",
        (None, _) => "added",
    };
    let link = entry
        .link
        .map(|link| format!("<br><span class=\"l\">{link}</span>"));
    let facts = entry.facts.iter().map(|fact| escape(&fact.line()));
    let why = entry.why.iter();
    let why = why.map(|why| format!("<span class=\"l\">{}</span>", escape(why)));
    let facts: Vec<String> = facts.chain(why).collect();
    format!(
        "<tr class=\"{kind}\">{}{}<td class=\"r\">{}{}</td><td class=\"f\">{}</td></tr>\n",
        cell(&entry.old, Op::Insert, "del"),
        cell(&entry.new, Op::Delete, "ins"),
        entry.nature.join(",<br>"),
        link.unwrap_or_default(),
        facts.join("<br>"),
    )
}

/// One side's words: the equal ones plain, its own in `tag`, those of the other side left out.
fn marked(entry: &Entry<'_>, gone: Op, tag: &str) -> String {
    let pieces = words::side_of(entry, gone).into_iter();
    let marked = pieces.map(|(mark, text)| match mark {
        Mark::Plain => escape(text),
        Mark::Light => format!("<u>{}</u>", escape(text)),
        Mark::Inserted | Mark::Deleted => format!("<{tag}>{}</{tag}>", escape(text)),
    });
    marked.collect()
}
