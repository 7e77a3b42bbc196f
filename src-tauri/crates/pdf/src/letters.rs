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

fn printable(c: char) -> bool {
    c.is_whitespace()
        || joiner(c)
        || matches!(c, '\u{ad}' | '\u{2011}')
        || fonts()
            .all
            .iter()
            .all(|font| font.info().coverage.contains(u32::from(c)))
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
    fn a_letter_without_a_shape_is_named_and_stood_in_for() {
        assert_eq!(missing("ура 😀😀"), ['😀']);
        assert_eq!(shaped("ура 😀"), "ура □");
    }
}
