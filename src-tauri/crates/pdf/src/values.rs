//! A layout as values the rules of the page read; lengths are numbers of points.

use svod_writers::{Align, Layout, Piece, Placed, PlacedRow, PlacedTable};
use typst::foundations::{Array, Dict, IntoValue, Str, Value};

use crate::letters::{shaped, width};

/// What the rules set: the paper itself.
pub(crate) fn paper(layout: &Layout) -> Dict {
    of(layout, pieces(layout), 1)
}

/// What the rules set: the numbers alone, of the second page and all behind it.
pub(crate) fn numbers(layout: &Layout, pages: usize) -> Dict {
    of(layout, Array::new(), pages)
}

fn of(layout: &Layout, pieces: Array, numbered: usize) -> Dict {
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
    put("numbered", (numbered as i64).into_value());
    put("hyphenated", layout.hyphenated.into_value());
    put("pieces", Value::Array(pieces));
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
    let mut alike: Option<(Dict, Array)> = None;
    for piece in &layout.pieces {
        let above = match piece {
            Piece::Paragraph(placed) => below + placed.before,
            Piece::Table(_) => below,
        };
        below = 0.0;
        if let Piece::Paragraph(placed) = piece {
            below = placed.after;
            if is_plain(placed) {
                let own = look(placed);
                let words = Value::Dict(words(placed, above));
                match &mut alike {
                    Some((look, paragraphs)) if *look == own => paragraphs.push(words),
                    _ => {
                        out.extend(alike.take().map(run));
                        alike = Some((own, Array::from_iter([words])));
                    }
                }
                continue;
            }
        }
        out.extend(alike.take().map(run));
        out.push(match piece {
            Piece::Paragraph(placed) => paragraph(placed, above),
            Piece::Table(placed) => table(placed, above),
        });
    }
    out.extend(alike.map(run));
    out
}

/// Whether a paragraph needs no block of its own.
fn is_plain(placed: &Placed) -> bool {
    let held = placed.keep_next || placed.keep_lines || placed.new_page;
    placed.heading.is_none() && placed.left == 0.0 && !held
}

fn run((look, paragraphs): (Dict, Array)) -> Value {
    let mut run = Dict::new();
    run.insert("look".into(), Value::Dict(look));
    run.insert("paragraphs".into(), Value::Array(paragraphs));
    Value::Dict(run)
}

/// A paragraph with all that is said of it.
fn paragraph(placed: &Placed, above: f64) -> Value {
    let mut value = words(placed, above);
    let mut put = |name: &str, one: Value| value.insert(name.into(), one);
    put(
        "heading",
        placed
            .heading
            .map_or(Value::None, |level| (level as i64).into_value()),
    );
    put("left", length(placed.left));
    put("keep-next", placed.keep_next.into_value());
    put("keep-lines", placed.keep_lines.into_value());
    put("new-page", placed.new_page.into_value());
    put("look", Value::Dict(look(placed)));
    Value::Dict(value)
}

/// What a paragraph prints, and the white space above it.
fn words(placed: &Placed, above: f64) -> Dict {
    let mut value = Dict::new();
    let mut put = |name: &str, one: Value| value.insert(name.into(), one);
    put("above", length(above));
    put("lines", lines(&placed.text));
    put("right", placed.right.as_deref().map_or(Value::None, text));
    let (label, gap) = match &placed.label {
        Some((label, kept)) => {
            let own = width(label, placed.size, placed.bold);
            (text(label), length(kept - own))
        }
        None => (Value::None, length(0.0)),
    };
    put("label", label);
    put("gap", gap);
    let id = placed.id.as_ref();
    put("id", id.map_or(Value::None, |id| text(id.as_str())));
    value
}

/// How a paragraph looks.
fn look(placed: &Placed) -> Dict {
    let mut value = Dict::new();
    let mut put = |name: &str, one: Value| value.insert(name.into(), one);
    put("size", length(placed.size));
    put("bold", placed.bold.into_value());
    put("line", length(placed.line));
    put("align", text(align(placed.align)));
    put("first-line", length(placed.first_line));
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

fn table(placed: &PlacedTable, above: f64) -> Value {
    let mut value = Dict::new();
    let all = |cells: &[Placed]| {
        let cells = cells.iter().map(|cell| paragraph(cell, 0.0));
        Value::Array(cells.collect())
    };
    let widths = placed.widths.iter().map(|width| length(*width)).collect();
    value.insert("columns".into(), Value::Array(widths));
    value.insert("headings".into(), all(&placed.headings));
    let rows = placed.rows.iter().map(|row| match row {
        PlacedRow::Part(name) => paragraph(name, 0.0),
        PlacedRow::Cells(cells) => all(cells),
    });
    value.insert("rows".into(), Value::Array(rows.collect()));
    value.insert("above".into(), length(above));
    Value::Dict(value)
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
