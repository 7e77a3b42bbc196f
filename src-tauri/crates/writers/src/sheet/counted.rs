//! Numbers of points below the last directive («4. Признать утратившим силу …»), which go on where
//! the computed ones end: a point that was left out above them would leave a gap.

use super::Block;
use super::ending::is_appendix;

/// The closing with the numbers of its first points counted on from the directives above. Those of
/// an appendix or below a signature are another list.
pub(super) fn counted(closing: &[String], above: &[Block]) -> Vec<String> {
    let mut closing = closing.to_vec();
    let Some(last) = last_number(above) else {
        return closing;
    };
    let mut first = None;
    for text in &mut closing {
        let Some((number, rest)) = point(text) else {
            if first.is_some() || is_appendix(text) {
                break;
            }
            continue;
        };
        let first = *first.get_or_insert(number);
        // A list that begins with one is its own.
        let Some(place) = number.checked_sub(first).filter(|_| first > 1) else {
            break;
        };
        *text = format!("{}{rest}", last + 1 + place);
    }
    closing
}

/// The number of the last point among directives, where one list goes through them all.
fn last_number(above: &[Block]) -> Option<usize> {
    let sessions = above
        .iter()
        .filter(|block| matches!(block, Block::Session(_)));
    if sessions.count() > 1 {
        return None;
    }
    above.iter().rev().find_map(|block| match block {
        Block::Addressee { group, .. } | Block::Item { group, .. } | Block::Lead { group, .. } => {
            Some(group.group)
        }
        _ => None,
    })
}

/// A whole number with its mark in front of a text, and what follows the number.
fn point(text: &str) -> Option<(usize, &str)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    let mark = rest.strip_prefix(['.', ')'])?;
    // «4.1.» goes with its «4.»; «25.08.2026» is a date.
    let parts = mark.chars().take_while(|c| c.is_ascii_digit() || *c == '.');
    let (parts, behind) = mark.split_at_checked(parts.count())?;
    let short = parts.split('.').all(|part| part.len() <= 2);
    (digits <= 2 && short && behind.starts_with(' '))
        .then(|| number.parse().ok())
        .flatten()
        .map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;

    fn below(group: usize, closing: &[&str]) -> Vec<String> {
        let above = [Block::Addressee {
            number: format!("{group}."),
            group: Place {
                section: 1,
                group,
                ..Place::default()
            },
            heading: "Школам:".into(),
        }];
        let closing: Vec<String> = closing.iter().map(|text| (*text).into()).collect();
        counted(&closing, &above)
    }

    #[test]
    fn points_below_the_directives_go_on_counting() {
        let points = ["4. Признать", "4.1. пункт", "5) Контроль", "Председатель"];
        let counted = ["3. Признать", "3.1. пункт", "4) Контроль", "Председатель"];
        assert_eq!(below(2, &points), counted);
        assert_eq!(below(3, &points), points);
        for own in [
            &["1. Признать", "2. Контроль"][..],
            &["25.08.2026 г. Озёрск", "1941 год"],
            &["Приложение", "3. Смотр"],
        ] {
            assert_eq!(below(4, own), own);
        }
    }
}
