//! The widths of a composite font in the one form that is read well.
//!
//! A table of widths has two kinds of entries (ISO 32000-1, 9.7.4.3): `c [w1 w2 …]`, a width for each
//! character from c on, and `c1 c2 w`, one width for all of a range. `pdf-extract` takes the numbers of
//! the second kind for one another, so letters of files by typesetters that write it, ours among them,
//! would have no width and words no gaps between them.

use pdf_extract::{Dictionary, Document, Object};

/// Characters a font can have: codes are of two bytes.
const MOST: i64 = 65_536;

/// Writes ranges as widths of each of their characters.
pub(super) fn spread(document: &mut Document) {
    let tables: Vec<_> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let font = object.as_dict().ok().filter(|font| is_composite(font))?;
            let table = font.get(b"W").ok()?;
            let (_, table) = document.dereference(table).ok()?;
            Some((*id, spread_out(table.as_array().ok()?)?))
        })
        .collect();
    for (id, table) in tables {
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set("W", Object::Array(table));
        }
    }
}

fn is_composite(font: &Dictionary) -> bool {
    let kind = font.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind.starts_with(b"CIDFontType"))
}

/// The table with its ranges spread out; nothing where there is none, or where it makes no sense.
fn spread_out(table: &[Object]) -> Option<Vec<Object>> {
    let mut out = Vec::new();
    let mut ranges = false;
    let mut spread = 0;
    let mut rest = table;
    while let [first, second, more @ ..] = rest {
        if second.as_array().is_ok() {
            out.extend([first.clone(), second.clone()]);
            rest = more;
            continue;
        }
        let [width, more @ ..] = more else {
            break;
        };
        let (from, to) = (first.as_i64().ok()?, second.as_i64().ok()?);
        if !(0..MOST).contains(&from) || !(from..MOST).contains(&to) {
            return None;
        }
        ranges = true;
        // A character has one width: ranges that say more of them were made to fill the memory.
        spread += to - from + 1;
        if spread > MOST {
            return None;
        }
        let widths = (from..=to).map(|_| width.clone()).collect();
        out.extend([first.clone(), Object::Array(widths)]);
        rest = more;
    }
    ranges.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_become_widths_of_each_character() {
        let list = |numbers: &[i64]| -> Vec<Object> {
            numbers.iter().map(|n| Object::Integer(*n)).collect()
        };
        let mut table = list(&[1, 1, 610, 4, 6, 443, 9]);
        table.push(Object::Array(list(&[500, 250])));
        let spread = spread_out(&table).expect("ranges");
        let [first, one, second, three, third, two] = &spread[..] else {
            panic!("three entries: {spread:?}");
        };
        assert_eq!([first, second, third], [&table[0], &table[3], &table[6]]);
        assert_eq!(one.as_array().unwrap(), &list(&[610]));
        assert_eq!(three.as_array().unwrap(), &list(&[443, 443, 443]));
        assert_eq!(two, &table[7]);
        assert_eq!(spread_out(&table[6..]), None, "nothing to spread");
        assert_eq!(spread_out(&list(&[7, 3, 500])), None, "backwards");
        assert_eq!(spread_out(&list(&[0, 9_000_000, 500])), None, "too many");
        let again = [0, 65_535, 500].repeat(2);
        assert_eq!(spread_out(&list(&again)), None, "all of them twice");
    }
}
