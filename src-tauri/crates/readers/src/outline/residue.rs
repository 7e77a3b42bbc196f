//! Lines that no author wrote: bookmark marks, page numbers, stray dots.

use std::sync::LazyLock;

use regex::Regex;

use crate::manuscript::Line;

static BOOKMARK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\[bookmark:[^\]\n]*\]\s?").ok());
static PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[-–—]\s*)?(?:стр(?:аница|\.)?\s*)?\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?(?:\s*[-–—])?$").ok()
});

/// Removes bookmark marks from a line and tells how many there were.
pub(super) fn strip_bookmarks(line: &mut Line) -> u32 {
    let Some(pattern) = BOOKMARK.as_ref() else {
        return 0;
    };
    let count = pattern.find_iter(&line.text).count();
    if count > 0 {
        line.text = pattern.replace_all(&line.text, "").into_owned();
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
    let page = PAGE.as_ref().is_some_and(|pattern| pattern.is_match(text));
    let bare = text.chars().all(|c| c.is_ascii_digit());
    marks_only || (page && (line.page_start || after_page_break || !bare || text.len() < 3))
}
