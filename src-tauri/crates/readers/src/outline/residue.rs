//! Lines that no author wrote: bookmark marks, page numbers, stray dots.

use svod_language::pattern::Pattern;

use crate::manuscript::Line;

static BOOKMARK: Pattern = Pattern::new(r"\[bookmark:[^\]\n]*\]\s?")
    .exact()
    .needing(&["[bookmark:"]);
static PAGE: Pattern = Pattern::new(
    r"^(?:[-–—]\s*)?(?:стр(?:аница|\.)?\s*)?\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?(?:\s*[-–—])?$",
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

/// A page number or a stray mark on a line of its own.
pub(super) fn is_furniture(line: &Line, after_page_break: bool) -> bool {
    let text = line.text.trim();
    if line.label.is_some() || text.is_empty() {
        return false;
    }
    let marks_only = !text.chars().any(char::is_alphanumeric);
    let page = text.len() < 60 && PAGE.is_match(text);
    let bare = text.chars().all(|c| c.is_ascii_digit());
    marks_only || (page && (line.page_start || after_page_break || !bare || text.len() < 3))
}
