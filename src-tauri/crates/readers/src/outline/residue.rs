//! Lines that no author wrote: bookmark marks, page numbers, stray dots.

use svod_language::pattern::Pattern;

use crate::manuscript::Line;

static BOOKMARK: Pattern = Pattern::new(r"\[bookmark:[^\]\n]*\]\s?")
    .exact()
    .needing(&["[bookmark:"]);
static PAGE: Pattern = Pattern::new(
    r"^(?:[-–—]\s*)?(?:стр(?:аница|\.)?\s*)?\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?(?:\s*[-–—])?$",
);

/// What a site prints around a document of its own.
static POSTED: Pattern = Pattern::new(
    r"^(?:опубликовано|размещено|дата\s+(?:публикации|размещения|создания|изменения)|(?:количество\s+)?просмотров|обновлено)\s*:?\s*\d|^(?:версия\s+для\s+(?:слабовидящих|печати)(?:\s*\|.*|\s+размер\s+шрифта.*)?|распечатать|поделиться(?:\s*:.*)?|наверх|скачать\s*:.*)$|^\d{2}\.\d{2}\.\d{4},?\s+\d{1,2}:\d{2}(?:\s|$)|^главная\s+[»>/]|^«\s*предыдущая",
);

/// Removes bookmark marks from a line and tells how many there were.
pub(super) fn strip_bookmarks(line: &mut Line) -> u32 {
    if !line.text.contains(['[', '¬', '\u{ad}']) {
        return 0;
    }
    let marks = BOOKMARK.find_iter(&line.text);
    let count = marks.len();
    let ranges: Vec<_> = marks.iter().map(|mark| mark.range()).collect();
    for range in ranges.into_iter().rev() {
        line.text.replace_range(range, "");
    }
    // Leader characters of old text converters, and soft hyphens.
    if line.text.contains(['¬', '\u{ad}']) {
        line.text = line.text.replace("¬ ", "").replace(['¬', '\u{ad}'], "");
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The running heads of a text that was printed by pages: a line that stands more than once, each time
/// over a page number of its own. By their numbers.
pub(super) fn running_heads(lines: &[Line]) -> Vec<u32> {
    let filled: Vec<&Line> = lines.iter().filter(|line| !line.is_blank()).collect();
    let over_page: Vec<(&str, u32)> = filled
        .windows(2)
        .filter(|pair| pair[1].label.is_none() && is_page(pair[1].text.trim()))
        .map(|pair| (pair[0].text.trim(), pair[0].number))
        .filter(|(text, _)| text.chars().any(char::is_alphabetic) && !text.ends_with([':', ';']))
        .collect();
    let repeated = |text: &str| over_page.iter().filter(|(other, _)| *other == text).count() > 1;
    let over_page = over_page
        .iter()
        .filter(|(text, _)| repeated(text))
        .map(|(_, number)| *number);
    // «Протокол № 1 от 28.08.2012             2»: the number stands in the same line.
    let alone = lines
        .windows(3)
        .filter(|three| three[1].label.is_none() && three[0].is_blank() && three[2].is_blank());
    let beside: Vec<(&str, &str, u32)> = alone
        .filter_map(|three| {
            let (text, page) = beside_page(three[1].text.trim())?;
            Some((text, page, three[1].number))
        })
        .collect();
    let goes_on = |text: &str, page: &str| {
        let mut same = beside.iter().filter(|(other, _, _)| *other == text);
        same.any(|(_, other, _)| *other != page)
    };
    let beside = beside
        .iter()
        .filter(|(text, page, _)| goes_on(text, page))
        .map(|(_, _, number)| *number);
    over_page.chain(beside).collect()
}

/// A line that ends, or begins, with a page number far from its other words.
fn beside_page(text: &str) -> Option<(&str, &str)> {
    const GAP: [&str; 2] = ["   ", "\t"];
    let far = |gap: &str| {
        let behind = text.rsplit_once(gap).map(|(words, page)| (words, page));
        let before = text.split_once(gap).map(|(page, words)| (words, page));
        let is_number = |page: &str| page.len() < 4 && page.parse::<u32>().is_ok();
        [behind, before]
            .into_iter()
            .flatten()
            .find(|(_, page)| is_number(page.trim()))
    };
    let (words, page) = GAP.into_iter().find_map(far)?;
    let words = words.trim();
    let told = words.chars().filter(|c| c.is_alphabetic()).count() > 5;
    (told && words.chars().count() < 120 && !words.ends_with([':', ';', '.']))
        .then_some((words, page.trim()))
}

fn is_page(text: &str) -> bool {
    text.len() < 60 && PAGE.is_match(text)
}

/// A page number or a stray mark on a line of its own.
pub(super) fn is_furniture(line: &Line, after_page_break: bool) -> bool {
    let text = line.text.trim();
    if line.label.is_some() || text.is_empty() {
        return false;
    }
    let marks_only = !text.chars().any(char::is_alphanumeric);
    if text.chars().count() < 90 && (POSTED.is_match(text) || text.starts_with('©')) {
        return true;
    }
    let page = is_page(text);
    let bare = text.chars().all(|c| c.is_ascii_digit());
    marks_only || (page && (line.page_start || after_page_break || !bare || text.len() < 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(text: &str) -> Vec<u32> {
        let lines: Vec<Line> = text
            .lines()
            .zip(1..)
            .map(|(text, number)| Line {
                number,
                text: text.to_owned(),
                ..Line::default()
            })
            .collect();
        running_heads(&lines)
    }

    #[test]
    fn a_head_runs_where_it_comes_again_with_another_page() {
        let page =
            |n: u32| format!("текст страницы\n\nПротокол № 1 от 28.08.2026            {n}\n\n");
        assert_eq!(heads(&format!("{}{}", page(2), page(3))), [3, 7]);
        assert!(heads(&page(2)).is_empty());
        assert!(heads(&format!("{}{}", page(2), page(2))).is_empty());
        let table = "Школа № 1     25\nШкола № 1     26\n\n";
        assert!(heads(table).is_empty());
    }
}
