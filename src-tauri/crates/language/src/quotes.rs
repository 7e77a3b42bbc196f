//! Quotation marks of any shape as «…»: "Билет в будущее" names as much as «Билет в будущее» does.

use std::borrow::Cow;
use std::ops::Range;

/// No name in quotation marks is longer, in characters: a mark farther off closes another one.
const LONGEST: usize = 200;

/// A text whose straight and curly quotation marks are «…», each place of which is known in the original.
pub(crate) struct Angled<'t> {
    printed: &'t str,
    text: Cow<'t, str>,
    /// Where what stands behind a replaced mark begins, here and in the original.
    behind: Vec<(usize, usize)>,
}

impl<'t> Angled<'t> {
    pub(crate) fn new(printed: &'t str) -> Self {
        let mut marks: Vec<(Range<usize>, char)> = pairs(printed)
            .into_iter()
            .flat_map(|(open, close)| [(open, '«'), (close, '»')])
            .collect();
        if marks.is_empty() {
            return Self {
                printed,
                text: Cow::Borrowed(printed),
                behind: Vec::new(),
            };
        }
        marks.sort_by_key(|(mark, _)| mark.start);
        let mut text = String::with_capacity(printed.len() + marks.len());
        let mut behind = Vec::new();
        let mut from = 0;
        for (mark, angle) in marks {
            text.push_str(printed.get(from..mark.start).unwrap_or_default());
            text.push(angle);
            from = mark.end;
            behind.push((text.len(), from));
        }
        text.push_str(printed.get(from..).unwrap_or_default());
        Self {
            printed,
            text: Cow::Owned(text),
            behind,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same range of the original, and its words.
    pub(crate) fn printed(&self, range: &Range<usize>) -> (Range<usize>, &'t str) {
        let range = self.place(range.start)..self.place(range.end);
        let words = self.printed.get(range.clone()).unwrap_or_default();
        (range, words)
    }

    fn place(&self, at: usize) -> usize {
        let known = self.behind.partition_point(|(here, _)| *here <= at);
        let last = known.checked_sub(1).and_then(|last| self.behind.get(last));
        match last {
            Some((here, there)) => there + (at - here),
            None => at,
        }
    }
}

/// The marks of every name in straight or curly quotation marks, the opening one first. Marks within «…» are
/// left alone, and so is one without its other.
pub(crate) fn pairs(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    if !text.contains(['"', '“', '”', '„']) {
        return Vec::new();
    }
    let angles = crate::mask::angled(text);
    let mut out = Vec::new();
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    let mut before = ' ';
    let mut chars = text.char_indices().enumerate().peekable();
    while let Some((n, (at, c))) = chars.next() {
        let mark = at..at + c.len_utf8();
        let next = chars.peek().map_or(' ', |(_, (_, next))| *next);
        let inside = || angles.iter().any(|angle| angle.contains(&at));
        // An opening mark stands before a word and behind a gap.
        let opens = match c {
            '„' => true,
            '"' | '“' => {
                let gap = before.is_whitespace() || "([«\"“„–—-/".contains(before);
                gap && (next.is_alphanumeric() || "\"“„«№".contains(next))
            }
            _ => false,
        };
        if opens && !inside() {
            open.push((mark, n));
        } else if matches!(c, '"' | '“' | '”')
            && !before.is_whitespace()
            && !inside()
            && let Some((start, from)) = open.pop()
            && n - from <= LONGEST
        {
            out.push((start, mark));
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn angled(text: &str) -> String {
        Angled::new(text).text().to_owned()
    }

    #[test]
    fn marks_of_any_shape_become_angled_ones() {
        for (text, expected) in [
            ("проект \"Школа\" (\"Сад\")", "проект «Школа» («Сад»)"),
            ("проект “Школа” и „Сад“", "проект «Школа» и «Сад»"),
            (
                "программа \"Лагерь \"Сириус\"\".",
                "программа «Лагерь «Сириус»».",
            ),
            ("проект «Школа \"Сириус\"»", "проект «Школа \"Сириус\"»"),
            ("экран 15\" и проект \"Школа", "экран 15\" и проект \"Школа"),
            ("проект «Школа»", "проект «Школа»"),
        ] {
            assert_eq!(angled(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_known_in_the_original() {
        let text = "по проекту \"Школа\" и проекту “Сад” до мая";
        let angled = Angled::new(text);
        for word in ["Школа", "Сад", "до мая", "по проекту"] {
            let start = angled.text().find(word).unwrap();
            let (range, printed) = angled.printed(&(start..start + word.len()));
            assert_eq!(printed, word);
            assert_eq!(text.get(range), Some(word));
        }
    }
}
