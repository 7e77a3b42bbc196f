use std::fmt::Write as _;

use svod_model::{Id, Resolution};

use crate::sheet::{Block, Row, Sheet, Table, sheet};
use crate::typography::{bind, clean};

/// The sheet of the page: the standard's paper on screen and in print.
const STYLE: &str = include_str!("html.css");

/// Writes one self-contained HTML file: no script, nothing fetched, a sheet of its own for print.
pub fn html(resolution: &Resolution) -> String {
    sheet_html(&sheet(resolution))
}

/// [`html`] of any paper.
pub fn sheet_html(sheet: &Sheet) -> String {
    let mut body = String::new();
    for block in &sheet.blocks {
        render(block, &mut body);
    }
    let wide = if sheet.landscape {
        " class=\"wide\""
    } else {
        ""
    };
    page(&sheet.title, STYLE, &format!("<main{wide}>\n{body}</main>"))
}

/// A whole page around `body`, which must be markup already.
pub(crate) fn page(title: &str, style: &str, body: &str) -> String {
    let title = match title.trim() {
        "" => "Резолюция",
        title => title,
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        escape(title)
    )
}

/// User text as HTML: non-breaking spaces set, everything special escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in clean(&bind(text)).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
    out
}

fn render(block: &Block, out: &mut String) {
    match block {
        Block::Draft => line(out, "p", "draft", "Проект"),
        Block::Approval(lines) => corner(out, "corner", lines),
        Block::Issuer(lines) => corner(out, "issuer", lines),
        Block::Appendix(lines) => corner(out, "corner appendix", lines),
        Block::Caption(text) => line(out, "p", "caption", text),
        Block::Signature { post, name } => put(
            out,
            format_args!(
                "<p class=\"signature\"><span>{}</span> <span>{}</span></p>\n",
                escape(post),
                escape(name.as_deref().unwrap_or_default())
            ),
        ),
        Block::Table(table) => set_table(out, table),
        Block::Kind(text) => line(out, "h1", "", text),
        Block::Of(text) => line(out, "p", "of", text),
        Block::Theme(text) => line(out, "p", "theme", text),
        Block::DatePlace(date, place) => {
            let span = |text: &Option<String>| escape(text.as_deref().unwrap_or_default());
            put(
                out,
                format_args!(
                    "<p class=\"date\"><span>{}</span> <span>{}</span></p>\n",
                    span(date),
                    span(place)
                ),
            );
        }
        Block::Adoption(text) => line(out, "p", "adoption", text),
        Block::Paragraph(text) => line(out, "p", "", text),
        Block::Problem(text) => line(out, "p", "", text),
        Block::Tail(text) => line(out, "p", "item tail", text),
        Block::Closing(text) => line(out, "p", "closing", text),
        Block::Introduction(text) | Block::LeadIn(text) => line(out, "p", "lead-in", text),
        Block::Session(text) => line(out, "h2", "", text),
        Block::Addressee {
            number, heading, ..
        } => put(
            out,
            format_args!(
                "<h3><span class=\"n\">{number}</span> {}</h3>\n",
                escape(heading)
            ),
        ),
        Block::Lead { number, text, .. } => item(out, "item lead", None, number, text),
        Block::Item {
            number, text, id, ..
        } => item(out, "item", Some(id), number, text),
        Block::SubItem { mark, text, id, .. } => item(out, "item sub", Some(id), mark, text),
    }
}

/// Lines that stand together: in the upper right corner, or above the kind.
fn corner(out: &mut String, class: &str, lines: &[String]) {
    put(out, format_args!("<div class=\"{class}\">\n"));
    for text in lines {
        line(out, "p", "", text);
    }
    out.push_str("</div>\n");
}

fn set_table(out: &mut String, table: &Table) {
    out.push_str("<table>\n<thead><tr>");
    for (column, width) in table.columns.iter().zip(table.widths(100)) {
        put(
            out,
            format_args!(
                "<th style=\"width:{width}%\">{}</th>",
                escape(&column.heading)
            ),
        );
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        match row {
            Row::Part(name) => put(
                out,
                format_args!(
                    "<tr><th colspan=\"{}\">{}</th></tr>\n",
                    table.columns.len(),
                    escape(name)
                ),
            ),
            Row::Cells { id, cells } => {
                let anchor = id.as_ref().map(anchor).unwrap_or_default();
                put(out, format_args!("<tr{anchor}>"));
                for cell in cells {
                    put(out, format_args!("<td>{}</td>", escape(cell)));
                }
                out.push_str("</tr>\n");
            }
        }
    }
    out.push_str("</tbody>\n</table>\n");
}

/// The name of a directive as an attribute.
fn anchor(id: &Id) -> String {
    match id.as_str() {
        id if is_anchor(id) => format!(" id=\"rz-{id}\""),
        _ => String::new(),
    }
}

fn line(out: &mut String, tag: &str, class: &str, text: &str) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    put(
        out,
        format_args!("<{tag}{class}>{}</{tag}>\n", escape(text)),
    );
}

fn item(out: &mut String, class: &str, id: Option<&Id>, number: &str, text: &str) {
    let anchor = id.map(anchor).unwrap_or_default();
    put(
        out,
        format_args!(
            "<p class=\"{class}\"{anchor}><span class=\"n\">{number}</span> {}</p>\n",
            escape(text)
        ),
    );
}

/// 32 hexadecimal digits: safe as an anchor in any format.
pub(crate) fn is_anchor(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Writing to a string cannot fail.
fn put(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Directive, Group, Section};

    #[test]
    fn user_text_is_data_and_nothing_is_fetched() {
        let resolution = Resolution {
            title: "<script>alert(1)</script>".into(),
            preamble: vec!["a & \"b\" <img src=x onerror=y>\u{1}".into()],
            sections: vec![Section {
                groups: vec![Group {
                    id: Id::new("g"),
                    heading: "<b>Школам</b>".into(),
                    directives: vec![Directive {
                        id: Id::new("\"><script>"),
                        text: "</p><script>".into(),
                        ..Directive::default()
                    }],
                    ..Group::default()
                }],
                ..Section::default()
            }],
            ..Resolution::default()
        };
        let html = html(&resolution);
        for forbidden in [
            "<script", "<img", "<b>", "http://", "https://", "\u{1}", "id=\"",
        ] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
        assert!(html.contains("a &amp; &quot;b&quot;"));
        assert!(html.contains("lang=\"ru\""));
    }

    #[test]
    fn a_directive_is_an_anchor_when_its_id_is_32_hex_digits() {
        let id = "0123456789abcdef0123456789abcdef";
        let mut out = String::new();
        item(&mut out, "item", Some(&Id::new(id)), "1.1.", "провести");
        assert!(out.contains("id=\"rz-0123456789abcdef0123456789abcdef\""));
    }
}
