use std::sync::OnceLock;

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

    #[test]
    fn russian_office_text_has_all_its_letters() {
        let text = "Съешь ещё этих мягких французских булок, да выпей чаю. «№ 5» – § 7 — 80 % ≥ 3; ₽ „а“ … ЁЪ";
        assert_eq!(missing(text), Vec::<char>::new());
        assert!(missing("\u{25a1}").is_empty());
    }

    #[test]
    fn a_space_that_holds_words_together_has_a_shape_of_its_own_as_wide_as_a_plain_one() {
        for font in &fonts().all {
            let face = font.clone().instantiate(
                font.info().variant,
                Abs::pt(14.0),
                &FontVariations::default(),
            );
            let glyph = |letter| face.ttf().glyph_index(letter).unwrap().0;
            let (plain, holding) = (glyph(' '), glyph('\u{a0}'));
            assert_ne!(plain, holding);
            assert_eq!(face.x_advance(plain), face.x_advance(holding));
        }
    }

    #[test]
    fn a_letter_without_a_shape_is_named_and_stood_in_for() {
        assert_eq!(missing("ура 😀😀"), ['😀']);
        assert_eq!(shaped("ура 😀"), "ура □");
    }
}
