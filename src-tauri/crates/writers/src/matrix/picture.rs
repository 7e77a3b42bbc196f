//! A series of indicators as a picture (SVG): a small chart for every district on one scale, with
//! everything that is needed to understand it away from the program.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;
use svod_corpus::{Point, Series};
use svod_model::Bound;

use crate::html::escape;
use crate::typography::{clean, short_date};

/// Charts stand in so many columns.
const COLUMNS: usize = 3;
const WIDTH: usize = 960;
const MARGIN: usize = 32;
const CELL: (usize, usize) = (288, 132);
const GAP: usize = 16;
const HEAD: usize = 116;
const FOOT: usize = 44;
/// So many letters of a line fit.
const TITLE: usize = 76;
const NAME: usize = 28;
/// The light theme: ink, quiet text, lines, plan, fact.
const INK: &str = "#1d2226";
const QUIET: &str = "#5a6366";
const LINE: &str = "#dde1e2";
const PLAN: &str = "#15616b";
const FACT: &str = "#9a5b00";

/// Draws a series; `made_on` is the day the line of sources names. The same series gives the same
/// bytes. Text stays text in the generic font of the reader's machine.
pub fn series_svg(series: &Series, made_on: NaiveDate) -> String {
    let drawn: Vec<&Point> = series.points.iter().filter(|point| point.drawn).collect();
    let districts = by_district(&drawn);
    let rows = districts.len().div_ceil(COLUMNS);
    let titles = wrapped(&capital(&series.name), TITLE);
    let head = HEAD + 26 * titles.len().saturating_sub(1);
    let height = head + rows * (CELL.1 + GAP) + FOOT;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"ru\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        text_of(&capital(&series.name)),
    );
    for (at, line) in titles.iter().enumerate() {
        text(&mut out, (MARGIN, 42 + 26 * at), 20, INK, "bold", line);
    }
    let under = head - HEAD;
    text(
        &mut out,
        (MARGIN, 66 + under),
        13,
        QUIET,
        "normal",
        &passport(series),
    );
    legend(
        &mut out,
        92 + under,
        drawn.iter().any(|point| point.fact.is_some()),
    );
    let scale = Scale::of(&drawn, &series.passport.unit);
    for (at, (district, points)) in districts.iter().enumerate() {
        let corner = (
            MARGIN + at % COLUMNS * (CELL.0 + GAP),
            head + at / COLUMNS * (CELL.1 + GAP),
        );
        chart(
            &mut out,
            corner,
            district,
            points,
            &scale,
            &series.passport.unit,
        );
    }
    let documents: BTreeSet<_> = drawn.iter().map(|point| &point.document).collect();
    let source = format!(
        "Источник: тексты резолюций (документов: {}). Свод, {}",
        documents.len(),
        short_date(made_on)
    );
    text(
        &mut out,
        (MARGIN, height - 20),
        12,
        QUIET,
        "normal",
        &source,
    );
    out.push_str("</svg>\n");
    out
}

/// One scale for all: years across, values up; shares end at 100 %.
struct Scale {
    years: (f64, f64),
    values: (f64, f64),
}

impl Scale {
    fn of(points: &[&Point], unit: &str) -> Self {
        let ends = |all: &mut dyn Iterator<Item = f64>| {
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| {
                (low.min(one), high.max(one))
            })
        };
        let years = ends(&mut points.iter().filter_map(|p| p.year).map(f64::from));
        let values = points
            .iter()
            .flat_map(|p| [Some(p.value), p.fact])
            .flatten();
        let mut values = ends(&mut values.into_iter());
        if unit == "%" {
            values.1 = values.1.max(100.0);
        }
        Self { years, values }
    }

    /// Where a number stands in a chart whose corner is given.
    fn place(&self, corner: (usize, usize), year: i32, value: f64) -> (f64, f64) {
        let share = |at: f64, (from, to): (f64, f64)| {
            if to > from {
                (at - from) / (to - from)
            } else {
                0.5
            }
        };
        let (left, top) = (corner.0 as f64, corner.1 as f64);
        (
            left + 36.0 + share(f64::from(year), self.years) * (CELL.0 as f64 - 72.0),
            top + CELL.1 as f64 - 30.0 - share(value, self.values) * 54.0,
        )
    }
}

fn by_district<'a>(points: &[&'a Point]) -> Vec<(&'a str, Vec<&'a Point>)> {
    let mut out: Vec<(&str, Vec<&Point>)> = Vec::new();
    for point in points {
        let found = out.iter_mut().find(|(name, _)| *name == point.district);
        match found {
            Some((_, own)) => own.push(point),
            None => out.push((&point.district, vec![point])),
        }
    }
    out
}

fn chart(
    out: &mut String,
    corner: (usize, usize),
    district: &str,
    points: &[&Point],
    scale: &Scale,
    unit: &str,
) {
    let (x, y) = corner;
    let (w, h) = CELL;
    let _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"none\" stroke=\"{LINE}\"/>"
    );
    let name = if district.is_empty() {
        "Район не назван"
    } else {
        district
    };
    text(
        out,
        (x + 12, y + 21),
        13,
        INK,
        "bold",
        &shortened(&short_place(name), NAME),
    );
    let spot = |point: &Point, value| scale.place(corner, point.year.unwrap_or_default(), value);
    let line: Vec<String> = points
        .iter()
        .map(|point| spot(point, point.value))
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    let _ = writeln!(
        out,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{PLAN}\" stroke-width=\"2\"/>",
        line.join(" ")
    );
    for point in points {
        let (x, y) = spot(point, point.value);
        circle(out, x, y);
        let label = said(point.relation, point.value, unit);
        middle(out, (x, y - 9.0), PLAN, &label);
        middle(
            out,
            (x, (corner.1 + h - 9) as f64),
            QUIET,
            &point.year.unwrap_or_default().to_string(),
        );
        if let Some(fact) = point.fact {
            let (x, y) = spot(point, fact);
            square(out, x, y);
            // A fact above the plan's own number is told under its square, not over that number.
            middle(out, (x, y + 17.0), FACT, &number(fact));
        }
    }
}

fn legend(out: &mut String, y: usize, facts: bool) {
    let middle = y as f64 - 4.0;
    circle(out, MARGIN as f64 + 5.0, middle);
    text(out, (MARGIN + 18, y), 13, INK, "normal", "план");
    if facts {
        square(out, MARGIN as f64 + 77.0, middle);
        text(
            out,
            (MARGIN + 90, y),
            13,
            INK,
            "normal",
            "факт по итогам контроля",
        );
    }
}

fn circle(out: &mut String, x: f64, y: f64) {
    let _ = writeln!(
        out,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"{PLAN}\"/>"
    );
}

fn square(out: &mut String, x: f64, y: f64) {
    let (x, y) = (x - 4.0, y - 4.0);
    let _ = writeln!(
        out,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"8\" height=\"8\" fill=\"#ffffff\" stroke=\"{FACT}\" \
         stroke-width=\"2\"/>"
    );
}

fn text(
    out: &mut String,
    (x, y): (usize, usize),
    size: usize,
    fill: &str,
    weight: &str,
    told: &str,
) {
    let told = text_of(told);
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{told}</text>"
    );
}

fn middle(out: &mut String, (x, y): (f64, f64), fill: &str, told: &str) {
    let told = text_of(told);
    let _ = writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"12\" text-anchor=\"middle\" fill=\"{fill}\">{told}</text>"
    );
}

fn text_of(told: &str) -> String {
    escape(&clean(told))
}

fn passport(series: &Series) -> String {
    let passport = &series.passport;
    let whom = Some(format!("у кого: {}", passport.whom)).filter(|_| !passport.whom.is_empty());
    let told = [
        whom,
        Some(format!("единица: {}", passport.unit)),
        passport.base.clone(),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    shortened(&told.join(" · "), 120)
}

/// A number as Russian has it, with its side of success.
fn said(relation: Bound, value: f64, unit: &str) -> String {
    let side = match relation {
        Bound::AtLeast => "≥ ",
        Bound::AtMost => "≤ ",
        Bound::Exactly => "",
    };
    let unit = if unit == "%" { " %" } else { "" };
    format!("{side}{}{unit}", number(value))
}

fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    rounded.to_string().replace('.', ",")
}

/// «Тихореченский округ» says as much as the full name, and fits.
fn short_place(name: &str) -> String {
    let words = name.split_whitespace();
    let told: Vec<&str> = words
        .filter(|word| !word.starts_with("муниципальн"))
        .collect();
    told.join(" ")
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn shortened(told: &str, most: usize) -> String {
    if told.chars().count() <= most {
        return told.to_owned();
    }
    let kept: String = told.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

fn wrapped(told: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in told.split_whitespace() {
        let full = lines.last().is_some_and(|line| {
            !line.is_empty() && line.chars().count() + word.chars().count() >= most
        });
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
