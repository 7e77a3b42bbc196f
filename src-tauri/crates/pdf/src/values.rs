//! A layout as values the rules of the page read; lengths are numbers of points.

use svod_writers::{Align, Layout, Piece, Placed, PlacedRow, PlacedTable};
use typst::foundations::{Array, Dict, IntoValue, Str, Value};

use crate::letters::shaped;

pub(crate) fn of(layout: &Layout) -> Dict {
    let [top, right, bottom, left] = layout.margins;
    let mut values = Dict::new();
    let mut put = |name: &str, value: Value| values.insert(name.into(), value);
    // A file for people who do not see it must have a name.
    let title = if layout.title.trim().is_empty() {
        "Документ"
    } else {
        &layout.title
    };
    put("title", text(title));
    put("subject", text(&layout.subject));
    put("single", SINGLE.into_value());
    put("width", length(layout.page.0));
    put("height", length(layout.page.1));
    put("top", length(top));
    put("right", length(right));
    put("bottom", length(bottom));
    put("left", length(left));
    put("spare", length(spare(layout).min(bottom)));
    put("number-at", length(layout.number_at));
    put("page-numbers", layout.page_numbers.into_value());
    put("hyphenated", layout.hyphenated.into_value());
    put("pieces", Value::Array(pieces(layout)));
    values
}

/// A single line of the typeface as a part of its size.
const SINGLE: f64 = 1.149;

/// What the widest line of the paper has below its letters above a single one.
fn spare(layout: &Layout) -> f64 {
    let paragraphs = layout.pieces.iter().filter_map(|piece| match piece {
        Piece::Paragraph(placed) => Some((placed.line - 1.0) * SINGLE * placed.size),
        Piece::Table(_) => None,
    });
    paragraphs.fold(0.0, f64::max)
}

/// Space below a paragraph is put above the next one: what is lost at the end of a page is the sum.
fn pieces(layout: &Layout) -> Array {
    let mut below = 0.0;
    let mut out = Array::new();
    for piece in &layout.pieces {
        let value = match piece {
            Piece::Paragraph(placed) => {
                let mut value = paragraph(placed);
                value.insert("above".into(), length(below + placed.before));
                below = placed.after;
                value
            }
            Piece::Table(placed) => {
                let mut value = table(placed);
                value.insert("above".into(), length(below));
                below = 0.0;
                value
            }
        };
        out.push(Value::Dict(value));
    }
    out
}

fn paragraph(placed: &Placed) -> Dict {
    let mut value = Dict::new();
    let mut put = |name: &str, one: Value| value.insert(name.into(), one);
    put("lines", lines(&placed.text));
    put("right", placed.right.as_deref().map_or(Value::None, text));
    let (label, kept) = match &placed.label {
        Some((label, kept)) => (text(label), length(*kept)),
        None => (Value::None, length(0.0)),
    };
    put("label", label);
    put("kept", kept);
    put(
        "id",
        placed
            .id
            .as_ref()
            .map_or(Value::None, |id| text(id.as_str())),
    );
    put(
        "heading",
        placed
            .heading
            .map_or(Value::None, |level| (level as i64).into_value()),
    );
    put("size", length(placed.size));
    put("bold", placed.bold.into_value());
    put("line", placed.line.into_value());
    put("align", text(align(placed.align)));
    put("first-line", length(placed.first_line));
    put("left", length(placed.left));
    put("keep-next", placed.keep_next.into_value());
    put("keep-lines", placed.keep_lines.into_value());
    put("new-page", placed.new_page.into_value());
    put("hyphens", placed.hyphens.into_value());
    let capitals = placed.hyphens && has_word_in_capitals(&placed.text);
    put("capitals", capitals.into_value());
    value
}

/// «ПРИКАЗЫВАЮ»: a word in capitals is never parted, as in the Word document.
fn has_word_in_capitals(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| word.chars().count() > 3 && word.chars().all(char::is_uppercase))
}

fn table(placed: &PlacedTable) -> Dict {
    let mut value = Dict::new();
    let all = |cells: &[Placed]| {
        let cells = cells.iter().map(|cell| Value::Dict(paragraph(cell)));
        Value::Array(cells.collect())
    };
    let widths = placed.widths.iter().map(|width| length(*width)).collect();
    value.insert("columns".into(), Value::Array(widths));
    value.insert("headings".into(), all(&placed.headings));
    let rows = placed.rows.iter().map(|row| match row {
        PlacedRow::Part(name) => Value::Dict(paragraph(name)),
        PlacedRow::Cells(cells) => all(cells),
    });
    value.insert("rows".into(), Value::Array(rows.collect()));
    value
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
        Align::Both => "both",
    }
}

fn lines(of: &str) -> Value {
    Value::Array(of.split('\n').map(text).collect())
}

fn text(of: &str) -> Value {
    Value::Str(Str::from(shaped(of)))
}

fn length(points: f64) -> Value {
    points.into_value()
}
