//! Lines that no author wrote: bookmark marks, page numbers, stray dots.

use std::collections::{BTreeMap, HashMap};

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
    r"^(?:опубликовано|размещено|дата\s+(?:публикации|размещения|создания|изменения)|(?:количество\s+)?просмотров|обновлено)\s*:?\s*\d|^(?:версия\s+для\s+(?:слабовидящих|печати)(?:\s*\|.*|\s+размер\s+шрифта.*)?|распечатать|поделиться(?:\s*:.*)?|наверх|скачать\s*:.*)$|^\d{2}\.\d{2}\.\d{4},?\s+\d{1,2}:\d{2}\s.*(?:просмотр|автор)|^главная\s+[»>/]|^«\s*предыдущая",
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
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (text, _) in &over_page {
        *times.entry(text).or_default() += 1;
    }
    let over_page = over_page
        .iter()
        .filter(|(text, _)| times.get(text).is_some_and(|times| *times > 1))
        .map(|(_, number)| *number);
    // «Протокол № 1 от 28.08.2012             2»: the number stands in the same line, at the other end of it. Where
    // white space was lost only pages apart tell a head from «Школа 1» and «Школа 2».
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    let beside: Vec<Beside<'_>> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.label.is_none() && !line.is_blank())
        .filter_map(|(at, line)| {
            let alone = blank(at.checked_sub(1)) && blank(Some(at + 1));
            beside_page(line).map(|one| Beside {
                far: one.far && alone,
                ..one
            })
        })
        .collect();
    // Heads of one text follow each other.
    let mut alike: BTreeMap<&str, Vec<&Beside<'_>>> = BTreeMap::new();
    for one in &beside {
        alike.entry(one.text).or_default().push(one);
    }
    let runs = |one: &Beside<'_>, next: &Beside<'_>| {
        let pages = one.page.abs_diff(next.page);
        let apart = one.number.abs_diff(next.number) / SHORTEST_PAGE;
        // Pages are counted upwards, and stand no earlier than so many of them have been filled.
        let counted =
            next.page > one.page && next.page <= next.number / SHORTEST_PAGE + FIRST_PAGES;
        counted && (one.far && next.far || apart >= pages)
    };
    let beside = alike.values().flat_map(|heads| {
        heads
            .windows(2)
            .filter(|two| runs(two[0], two[1]))
            .flat_map(|two| [two[0].number, two[1].number])
    });
    let mut heads: Vec<u32> = over_page.chain(beside).collect();
    heads.sort_unstable();
    heads.dedup();
    heads
}

/// No page has fewer lines.
const SHORTEST_PAGE: u32 = 10;
/// Pages that may stand before the text: a cover, a sheet of approval.
const FIRST_PAGES: u32 = 3;

/// A line with a number at its end or its beginning.
struct Beside<'a> {
    text: &'a str,
    page: u32,
    /// White space parts the number from the words, and the line from those around it.
    far: bool,
    /// The line's own number.
    number: u32,
}

/// A line that may be a running head with its page number.
fn beside_page(line: &Line) -> Option<Beside<'_>> {
    let text = line.text.trim();
    let page = |page: &str| (page.len() < 4).then(|| page.parse().ok()).flatten();
    let (words, page, gap) = if let Some((words, last)) = text.rsplit_once(char::is_whitespace)
        && let Some(page) = page(last)
    {
        (
            words.trim_end(),
            page,
            text.len() - words.trim_end().len() - last.len(),
        )
    } else {
        let (first, words) = text.split_once(char::is_whitespace)?;
        (
            words.trim_start(),
            page(first)?,
            text.len() - words.trim_start().len() - first.len(),
        )
    };
    // «Секция 1», «Таблица 2» number what follows them.
    let told =
        words.split_whitespace().nth(3).is_some() || words.contains(|c: char| c.is_ascii_digit());
    let named = words.ends_with(['№', ':', ';', '.', ',', '-', '–']) || words.ends_with(" N");
    (told && !named && words.chars().count() < 120).then(|| Beside {
        text: words,
        page,
        far: gap > 2 || text.contains('\t'),
        number: line.number,
    })
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
        let parts = format!("Секция 1\n{0}Секция 2\n{0}", "строка\n".repeat(12));
        assert!(heads(&parts).is_empty());
        let list = "Школа посёлка 1\nШкола посёлка 2\nМБОУ СОШ № 1\nМБОУ СОШ № 2\n";
        assert!(heads(list).is_empty());
        let table = "Охват питанием     75\nОхват питанием     80\n\n";
        assert!(heads(table).is_empty());
        let told = |n: u32| {
            format!(
                "{}В работе площадки участвовало педагогов {n}\n",
                "строка\n".repeat(12)
            )
        };
        assert!(heads(&format!("{}{}", told(45), told(46))).is_empty());
        let close = |n: u32| format!("{}Протокол № 1 от 28.08.2012 {n}\n", "строка\n".repeat(12));
        assert_eq!(heads(&format!("{}{}", close(2), close(3))), [13, 26]);
    }

    #[test]
    fn what_a_site_prints_is_told_from_a_programme_of_the_day() {
        let furniture = |text: &str| {
            let line = Line {
                text: text.to_owned(),
                ..Line::default()
            };
            is_furniture(&line, false)
        };
        for text in [
            "24.08.2023 14:07      Просмотров: 145      Автор: Администратор",
            "Главная  »  Новости  »  Документы",
            "Поделиться:   ВКонтакте",
            "Скачать: itog.docx (41 Кб)",
            "© Управление образования, 2011–2024",
        ] {
            assert!(furniture(text), "{text}");
        }
        for text in [
            "26.08.2026 10:00 пленарное заседание",
            "Обновлено содержание программ",
            "Главная задача года – качество образования",
        ] {
            assert!(!furniture(text), "{text}");
        }
    }
}
