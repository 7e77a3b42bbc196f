use std::io;

use super::{NAMESPACES, Xml};
use crate::profile::Measures;

/// The multi-level list of groups and directives: «1.», «1.1.».
const MAIN: &str = "1";
/// The lettered list of sub-items: «а)».
const LETTERS: &str = "2";
/// Sub-items past the alphabet: «26)».
const PAST_LETTERS: &str = "3";

/// Word's Russian letters that office lists leave out, by their 1-based place there.
/// Word counts а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ ы э ю я.
const LEFT_OUT: [usize; 4] = [8, 14, 23, 26];

/// How many letters a list of sub-items has.
pub(crate) const LETTER_COUNT: usize = 25;

/// The lists (`w:num`) of a document, handed out while its paragraphs are written.
#[derive(Default)]
pub(crate) struct Lists {
    lists: Vec<List>,
    sub_items: Option<usize>,
    last_sub_item: Option<usize>,
}

#[derive(PartialEq)]
struct List {
    of: &'static str,
    /// The first number of each level.
    starts: Vec<usize>,
}

impl Lists {
    /// A new run of groups whose first has the number `group`, its directives from `item`.
    pub(super) fn groups_from(&mut self, group: usize, item: usize) -> usize {
        self.add(MAIN, vec![group, item])
    }

    /// The list for the sub-item at the 0-based `place` under its lead. Word's alphabet holds
    /// letters that office lists leave out; behind each of them the list is taken up again one
    /// letter further.
    pub(super) fn sub_item(&mut self, place: usize) -> usize {
        // An extract may leave sub-items out.
        let begins =
            letter_starts(place) || self.last_sub_item.is_none_or(|last| place != last + 1);
        self.last_sub_item = Some(place);
        match self.sub_items {
            Some(list) if !begins => list,
            _ => {
                let list = if place < LETTER_COUNT {
                    self.add(LETTERS, vec![word_letter(place)])
                } else {
                    self.add(PAST_LETTERS, vec![place + 1])
                };
                self.sub_items = Some(list);
                list
            }
        }
    }

    fn add(&mut self, of: &'static str, starts: Vec<usize>) -> usize {
        self.lists.push(List { of, starts });
        self.lists.len()
    }

    /// Whether two lists print the same numbers.
    pub(crate) fn alike(&self, one: usize, other: usize) -> bool {
        let list = |number: usize| self.lists.get(number.wrapping_sub(1));
        list(one) == list(other)
    }

    /// Writes `word/numbering.xml`.
    pub(super) fn write(&self, measures: &Measures) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new()?;
        xml.element("w:numbering", &NAMESPACES, |xml| {
            for of in [MAIN, LETTERS, PAST_LETTERS] {
                abstract_list(xml, of, nsid(of), of, &[], measures)?;
            }
            self.lists
                .iter()
                .enumerate()
                .try_for_each(|(l, list)| instance(xml, l + 1, list))
        })?;
        Ok(xml.finish())
    }

    /// Writes `word/numbering.xml` with each list standing alone. A list that starts anew does so at
    /// its first paragraph; here that one may be a deleted one, and LibreOffice would count on.
    pub(crate) fn write_apart(&self, measures: &Measures) -> io::Result<Vec<u8>> {
        let mut xml = Xml::new()?;
        xml.element("w:numbering", &NAMESPACES, |xml| {
            for (l, list) in self.lists.iter().enumerate() {
                let (id, nsid) = ((l + 1).to_string(), format!("10A2{:04X}", l + 1));
                abstract_list(xml, &id, &nsid, list.of, &list.starts, measures)?;
            }
            (1..=self.lists.len()).try_for_each(|number| {
                let number = number.to_string();
                xml.element("w:num", &[("w:numId", &number)], |xml| {
                    xml.val("w:abstractNumId", &number)
                })
            })
        })?;
        Ok(xml.finish())
    }
}

/// Number format and text of each level of a list.
fn levels(of: &str) -> &'static [(&'static str, &'static str)] {
    match of {
        MAIN => &[("decimal", "%1."), ("decimal", "%1.%2.")],
        LETTERS => &[("russianLower", "%1)")],
        _ => &[("decimal", "%1)")],
    }
}

/// A name of the list that stays the same when text is pasted into another document.
fn nsid(of: &str) -> &'static str {
    match of {
        MAIN => "10A10001",
        LETTERS => "10A10002",
        _ => "10A10003",
    }
}

/// Whether the letter of the sub-item at `place` has to be stated: it does not follow the last one
/// in Word's alphabet.
pub(crate) fn letter_starts(place: usize) -> bool {
    place == 0
        || place == LETTER_COUNT
        || word_letter(place) != word_letter(place.saturating_sub(1)) + 1
}

/// The 1-based place in Word's alphabet of the letter of the sub-item at `place`.
pub(crate) fn word_letter(place: usize) -> usize {
    let mut letter = place + 1;
    for left_out in LEFT_OUT {
        if letter >= left_out {
            letter += 1;
        }
    }
    letter
}

fn abstract_list(
    xml: &mut Xml,
    id: &str,
    nsid: &str,
    of: &str,
    starts: &[usize],
    measures: &Measures,
) -> io::Result<()> {
    let levels = levels(of);
    let kind = if levels.len() > 1 {
        "multilevel"
    } else {
        "singleLevel"
    };
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.val("w:nsid", nsid)?;
        xml.val("w:multiLevelType", kind)?;
        for (l, (format, text)) in levels.iter().enumerate() {
            xml.element("w:lvl", &[("w:ilvl", &l.to_string())], |xml| {
                let start = starts.get(l).copied().unwrap_or(1);
                xml.val("w:start", &start.to_string())?;
                xml.val("w:numFmt", format)?;
                xml.val("w:suff", "tab")?;
                xml.val("w:lvlText", text)?;
                xml.val("w:lvlJc", "left")?;
                xml.element("w:pPr", &[], |xml| {
                    // The text starts where the widest usual number ends; «10.10.» still fits.
                    let width = measures.half_points * if l == 0 { 17 } else { 30 };
                    let tab = (measures.first_line + width).to_string();
                    xml.element("w:tabs", &[], |xml| {
                        xml.empty("w:tab", &[("w:val", "num"), ("w:pos", &tab)])
                    })?;
                    let first_line = measures.first_line.to_string();
                    xml.empty("w:ind", &[("w:left", "0"), ("w:firstLine", &first_line)])
                })
            })?;
        }
        Ok(())
    })
}

fn instance(xml: &mut Xml, number: usize, list: &List) -> io::Result<()> {
    xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
        xml.val("w:abstractNumId", list.of)?;
        for (level, start) in list.starts.iter().enumerate() {
            xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                xml.val("w:startOverride", &start.to_string())
            })?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::numbering;

    #[test]
    fn words_letters_agree_with_the_printed_ones() {
        let word: Vec<char> = "абвгдежзиклмнопрстуфхцчшщыэюя".chars().collect();
        for place in 0..LETTER_COUNT {
            let printed = format!("{})", word[word_letter(place) - 1]);
            assert_eq!(printed, numbering::sub_item(place));
        }
        assert_eq!(numbering::sub_item(LETTER_COUNT), "26)");
    }

    #[test]
    fn a_list_of_sub_items_is_taken_up_behind_a_letter_that_is_left_out() {
        let mut lists = Lists::default();
        let taken: Vec<usize> = (0..9).map(|place| lists.sub_item(place)).collect();
        assert_eq!(taken, [1, 1, 1, 1, 1, 1, 1, 2, 2]);
        assert_eq!(lists.sub_item(0), 3);
    }
}
