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
    r"^(?:опубликовано|размещено|дата\s+(?:публикации|размещения)|просмотров|обновлено)\s*:?\s*\d|^(?:версия\s+для\s+(?:слабовидящих|печати)|распечатать|поделиться)$",
)
.needing(&["опубликован", "размещен", "дата", "просмотров", "обновлено", "версия", "распечатать", "поделиться"]);

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
    over_page
        .iter()
        .filter(|(text, _)| repeated(text))
        .map(|(_, number)| *number)
        .collect()
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
    if text.chars().count() < 90 && POSTED.is_match(text) {
        return true;
    }
    let page = is_page(text);
    let bare = text.chars().all(|c| c.is_ascii_digit());
    marks_only || (page && (line.page_start || after_page_break || !bare || text.len() < 3))
}
