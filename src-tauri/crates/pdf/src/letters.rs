use std::sync::OnceLock;

use svod_writers::Piece;
use typst::layout::Abs;
use typst::text::FontVariations;

use crate::world::fonts;

/// What stands for a letter the typeface has not.
const STAND_IN: char = '\u{25a1}';

/// Letters of a text that the typeface cannot print, each once; a square stands for each of them in
/// the file, because the standard for archives forbids letters without a shape.
pub fn missing(text: &str) -> Vec<char> {
    let mut missing: Vec<char> = text.chars().filter(|c| !printable(*c)).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// The text with nothing in it that has no shape.
pub(crate) fn shaped(text: &str) -> String {
    text.chars()
        .filter(|c| !joiner(*c))
        .map(|c| if printable(c) { c } else { STAND_IN })
        .collect()
}

/// How wide a text is set, in points: the sum of its letters, as nothing is kerned.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let Some(font) = fonts().all.get(usize::from(bold)) else {
        return 0.0;
    };
    let face = font.clone().instantiate(
        font.info().variant,
        Abs::pt(size),
        &FontVariations::default(),
    );
    let advance = |letter: char| {
        let glyph = face.ttf().glyph_index(letter)?;
        face.x_advance(glyph.0)
    };
    let ems: f64 = text.chars().filter_map(advance).map(|em| em.get()).sum();
    ems * size
}

/// So many letters stand on one line in any size a paper is set in.
const ONE_LINE: usize = 40;

/// A space that holds words together looks like any other. The file says once for each face what its shape
/// stands for, as it first meets it, and beside every other use what that one stands for: begun with «25 августа»
/// it would say so of nearly every space. A short line is held together by itself.
pub(crate) fn begin_with_plain_spaces(pieces: &mut [Piece]) {
    let mut met = [false; 2];
    for piece in pieces {
        let Piece::Paragraph(placed) = piece else {
            return;
        };
        let is_met = &mut met[usize::from(placed.bold)];
        let first = placed.text.find([' ', NO_BREAK]);
        let Some(at) = first.filter(|_| !*is_met) else {
            continue;
        };
        *is_met = true;
        if placed.text[at..].starts_with(NO_BREAK) && placed.text.chars().count() <= ONE_LINE {
            placed.text.replace_range(at..at + NO_BREAK.len_utf8(), " ");
        }
    }
}

const NO_BREAK: char = '\u{a0}';

fn printable(c: char) -> bool {
    c.is_whitespace()
        || joiner(c)
        || matches!(c, '\u{ad}' | '\u{2011}')
        || shapes().get(c as usize) == Some(&true)
}

/// Whether both faces have a shape, by the letter's number: a typeface is searched run by run, and every
/// letter of every paper is looked up.
fn shapes() -> &'static [bool] {
    static SHAPES: OnceLock<Vec<bool>> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let mut faces = fonts().all.iter();
        let letters = faces.next().map(|font| font.info().coverage.iter());
        let others: Vec<_> = faces.map(|font| &font.info().coverage).collect();
        let mut shapes = Vec::new();
        for letter in letters.into_iter().flatten() {
            if others.iter().all(|coverage| coverage.contains(letter)) {
                shapes.resize(letter as usize, false);
                shapes.push(true);
            }
        }
        shapes
    })
}

/// Without a shape of its own: joiners, marks of direction, variants of pictures.
fn joiner(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_writers::Placed;

    #[test]
    fn russian_office_text_has_all_its_letters() {
        let text = "Съешь ещё этих мягких французских булок, да выпей чаю. «№ 5» – § 7 — 80 % ≥ 3; ₽ „а“ … ЁЪ";
        assert_eq!(missing(text), Vec::<char>::new());
        assert!(missing("\u{25a1}").is_empty());
    }

    #[test]
    fn the_first_space_of_each_face_is_a_plain_one() {
        let placed = |text: &str, bold| {
            Piece::Paragraph(Placed {
                text: text.into(),
                bold,
                ..Placed::default()
            })
        };
        let long = "пункт\u{a0}1 ".repeat(10);
        let mut pieces = [
            placed("РЕЗОЛЮЦИЯ", true),
            placed("25\u{a0}августа\u{a0}2031\u{a0}г.", false),
            placed(&long, true),
            placed("26\u{a0}августа", false),
        ];
        begin_with_plain_spaces(&mut pieces);
        let expected = [
            placed("РЕЗОЛЮЦИЯ", true),
            placed("25 августа\u{a0}2031\u{a0}г.", false),
            placed(&long, true),
            placed("26\u{a0}августа", false),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn a_letter_without_a_shape_is_named_and_stood_in_for() {
        assert_eq!(missing("ура 😀😀"), ['😀']);
        assert_eq!(shaped("ура 😀"), "ура □");
    }
}
