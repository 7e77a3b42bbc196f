//! Sessions by the words of their titles: what each is called, its number and its name.

use svod_language::addressees;
use svod_language::pattern::Pattern;
use svod_model::Called;

use super::label::Label;
use super::paragraphs::{Paragraph, has_infinitive};
use super::{grounds, items, signs};

/// What the title of a session tells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Session {
    /// Its name without quotes.
    pub(super) name: String,
    /// What stands before the name.
    pub(super) called: Option<Called>,
}

static SESSION: Pattern = Pattern::new(
    r"^(?:(?:итоговая )?(?:резолюция|решение|рекомендации)\s+)?(?:(?:по результатам|по итогам|итоги)\s+работы\s+|итоги\s+|по\s+)?(?:[а-яё-]+(?:ая|ой|ей|ый|ое|ого|его|ий|их|ых)\s+|работы\s+){0,2}(?:[а-яё]+-)?(?:сесси\w+|секци\w+|площадк\w+|кругл\w+ стол\w*|мастерск\w+|трек\w*|панел\w+|групп\w+|раздел\w*|дискусси\w+|диалог\w*|лаборатори\w+|воркшоп\w*|направлени[еюя]|блок\w*|модул\w+)(?P<rest>.*)$",
);
static SESSION_HEAD: Pattern = Pattern::new(
    r"^(?:итоговая )?(?:резолюция|решение|рекомендации)?\s*(?:по результатам|по итогам)\s+работы(?:[^а-яё]|$)",
).needing(&["по результатам", "по итогам"]);

/// Kinds of sessions that are nothing else: a line that begins so and says nothing is a title, set off
/// or not. A bare «площадка» may be a venue, a «группа» or a «трек» anything.
static PLAIN: Pattern = Pattern::new(
    r"^(?:[а-яё-]+(?:ая|ый|ое|ий)\s+(?:площадк\w+|трек)|(?:[а-яё-]+(?:ая|ый|ое|ий)\s+)?(?:сессия|секция|круглый стол|мастерская|дискуссия|лаборатория|панель|диалог))(?P<rest>.*)$",
);

/// The title of a session, if the paragraph is one.
pub(super) fn title(paragraph: &Paragraph) -> Option<Session> {
    let text = paragraph.text.as_str();
    if text.chars().count() > 330 || text.ends_with([':', ';']) && !text.ends_with("»:") {
        return None;
    }
    if matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)))
        || text.starts_with(char::is_lowercase)
    {
        return None;
    }
    let speaks = text.split_whitespace().any(items::is_finite) || has_infinitive(text);
    // «По итогам работы секции рекомендовано» has no name: it leads in.
    if speaks || !text.contains('«') && signs::is_lead_in(text) {
        return None;
    }
    // A name alone, set off and in guillemets: «Новая школа – новый учитель».
    let inner = text.strip_prefix('«').and_then(|text| {
        text.trim_end_matches([':', '.'])
            .strip_suffix('»')
            .map(|inner| (inner.matches('«').count(), inner.matches('»').count()))
    });
    if (paragraph.set_off || paragraph.alone) && inner.is_some_and(|(open, close)| open == close) {
        return Some(Session {
            name: unquote(text, text),
            called: None,
        });
    }
    let found = SESSION.captures(text)?;
    let rest = found.name("rest").map_or("", |rest| rest.as_str()).trim();
    let opener = SESSION_HEAD.is_match(text);
    let numbered = without_number(rest).len() < rest.len();
    // «Круглый стол «Читаем вместе» – ноябрь – школы» is a measure.
    let ends = signs::without_speaker(rest)
        .trim_end_matches(['.', ':', ' '])
        .ends_with(['»', '"']);
    if !(opener
        || rest.starts_with('«') && (ends || rest.contains('(') || paragraph.set_off)
        || rest.starts_with('"')
        || numbered
        || (paragraph.set_off && !rest.is_empty())
        || names_plainly(paragraph, rest))
    {
        return None;
    }
    Some(named(text, rest))
}

/// «Круглый стол: Наставничество», «Секция дошкольного образования»: nothing else is said so shortly.
fn names_plainly(paragraph: &Paragraph, rest: &str) -> bool {
    let text = paragraph.text.as_str();
    let introduced = rest
        .strip_prefix(':')
        .is_some_and(|name| name.trim_start().starts_with(char::is_uppercase));
    const WORDS: usize = 8;
    // A genitive or «по»: what goes on otherwise may well be a sentence.
    const ENDS: &[&str] = &["ого", "его", "ой", "ей", "их", "ых", "ов", "ев", "ий", "по"];
    let first = rest.split_whitespace().next().unwrap_or_default();
    let short = rest.split_whitespace().count() <= WORDS
        && first.starts_with(char::is_lowercase)
        && ENDS.iter().any(|end| first.ends_with(end))
        && !rest.contains(['.', ',', ':', '(', '–']);
    (introduced || short) && !text.ends_with(['.', ',', '!']) && PLAIN.is_match(text)
}

/// A title parted into what the session is called and its name.
fn named(text: &str, rest: &str) -> Session {
    let unnumbered = without_number(rest);
    // «Секция 3» has no other name.
    if unnumbered.is_empty() && !rest.is_empty() {
        return Session {
            name: unquote(text, rest),
            called: called(text),
        };
    }
    // «Секция 2. Проект «Билет в профессию»»: what is quoted is a part of the name only.
    let whole = unnumbered.len() < rest.len() && unnumbered.starts_with(char::is_uppercase);
    let name = if whole {
        unmarked(signs::without_speaker(unnumbered)).to_owned()
    } else {
        unquote(text, rest)
    };
    let before = text.rfind(&name).and_then(|at| text.get(..at));
    Session {
        called: before.and_then(called),
        name,
    }
}

/// What stands before a name: «Секция № 2.», «Круглый стол:».
pub(super) fn called(before: &str) -> Option<Called> {
    const MARKS: [char; 9] = [' ', '.', ':', ')', '«', '"', '–', '—', '-'];
    let before = before.trim_end_matches(MARKS);
    let (words, last) = before.rsplit_once(' ').unwrap_or((before, ""));
    let bare = last.trim_start_matches('№');
    let is_number = !bare.is_empty()
        && (bare.chars().all(|c| c.is_ascii_digit()) || svod_model::roman(bare).is_some());
    let (words, number) = if !is_number {
        (before, None)
    } else if let Some(words) = words.strip_suffix('№') {
        (words, Some(format!("№ {bare}")))
    } else if bare.len() < last.len() {
        (words, Some(format!("№ {bare}")))
    } else {
        (words, Some(bare.to_owned()))
    };
    let words = words.trim_end_matches(MARKS);
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    words.contains(char::is_alphabetic).then(|| Called {
        words: first.chain(letters).collect(),
        number,
    })
}

/// The first half of a title that goes on in the next paragraph: «Резолюция по результатам
/// работы секции» with its name below.
pub(super) fn opens(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim_end_matches(':');
    if text.chars().count() >= 140 || text.contains('«') {
        return false;
    }
    let rest = SESSION
        .captures(text)
        .and_then(|found| found.name("rest"))
        .map(|rest| rest.as_str().trim().trim_end_matches('.'));
    // «Секция», «Секция № 1», «Секция первая»: the name stands below.
    let named_below = rest.is_some_and(|rest| {
        rest.is_empty() && paragraph.set_off
            || rest
                .trim_start_matches(['№', ' '])
                .chars()
                .all(|c| c.is_ascii_digit() || "IVX".contains(c))
                && !rest.is_empty()
    });
    let opens = named_below || SESSION_HEAD.is_match(text);
    opens && !text.split_whitespace().any(items::is_finite) && !has_infinitive(text)
}

/// The quoted name, or what stands in its place.
pub(super) fn unquote(text: &str, rest: &str) -> String {
    let text = signs::without_speaker(text);
    let inner = match (text.find('«'), text.rfind('»')) {
        (Some(open), Some(close)) if open < close => text.get(open + '«'.len_utf8()..close),
        _ => None,
    };
    // «Секция 4. Качество»: the number is the session's place, not its name.
    let unnumbered = without_number(rest);
    let rest = if unnumbered.is_empty() {
        rest
    } else {
        unnumbered
    };
    let name = inner.unwrap_or(rest);
    unmarked(signs::without_speaker(name)).to_owned()
}

/// A name without the marks around it. Quotation marks go only where they enclose all of it or have
/// no partner: the last one of «Центр «Точка роста»» belongs to the name inside.
pub(super) fn unmarked(name: &str) -> &str {
    const MARKS: [char; 6] = ['"', ' ', ':', '–', '-', '№'];
    let start = |c: char| c == '.' || MARKS.contains(&c);
    let mut name = items::trimmed(name.trim_start_matches(start), &MARKS);
    loop {
        let (open, close) = (name.matches('«').count(), name.matches('»').count());
        let inner = name
            .strip_prefix('«')
            .and_then(|rest| rest.strip_suffix('»'));
        let bare = match inner {
            Some(inner) if encloses(inner) => inner,
            _ if open > close => name.strip_prefix('«').unwrap_or(name),
            _ if close > open => name.strip_suffix('»').unwrap_or(name),
            _ => name,
        };
        let bare = items::trimmed(bare.trim_start_matches(start), &MARKS);
        if bare == name {
            return name;
        }
        name = bare;
    }
}

/// Whether no quotation mark inside closes one outside.
fn encloses(inner: &str) -> bool {
    let mut depth = 0_i32;
    inner.chars().all(|c| {
        depth += i32::from(c == '«') - i32::from(c == '»');
        depth >= 0
    }) && depth == 0
}

/// «4. Качество», «№ 2: Кадры», «II. Среда» without their numbers.
fn without_number(text: &str) -> &str {
    static NUMBERED: Pattern =
        Pattern::new(r"^(?:№\s*)?(?:\d{1,2}|[IVXХ]{1,5})(?:\s*[.):–—-]+\s*|\s+|$)").exact();
    match NUMBERED.find(text) {
        Some(found) => &text[found.end()..],
        None => text,
    }
}

/// A session's title set over several lines by hand, and how many paragraphs it takes.
pub(super) fn over_lines(paragraph: &Paragraph, rest: &[Paragraph]) -> Option<(Session, usize)> {
    if matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_))) {
        return None;
    }
    let unclosed = |text: &str| text.matches('«').count() > text.matches('»').count();
    let opens = opens(paragraph);
    let begun = || {
        unclosed(&paragraph.text)
            && paragraph.text.chars().count() < 140
            && SESSION.is_match(&paragraph.text)
    };
    if !(opens || begun()) {
        return None;
    }
    let mut whole = paragraph.clone();
    for (n, next) in rest.iter().take(5).enumerate() {
        let near = next.lines[0] <= whole.lines[1] + 1;
        let fits = next.label.is_none()
            && next.row.is_none()
            && next.text.chars().count() < 150
            && (!next.text.ends_with([';', ':']) || unclosed(&next.text))
            && (near || unclosed(&whole.text) || next.text.starts_with('«') || next.set_off);
        if !fits || next.text.split_whitespace().any(items::is_finite) {
            return None;
        }
        whole.text.push(' ');
        whole.text.push_str(&next.text);
        whole.lines[1] = next.lines[1];
        let closed = whole.text.trim_end_matches('.').ends_with('»') && !unclosed(&whole.text);
        if closed && let Some(title) = title(&whole) {
            return Some((title, n + 2));
        }
        // «Площадка № 3» with its name below, in no quotes.
        let named = n == 0 && numbered_only(&paragraph.text) && !next.text.contains('«');
        if named && is_name(next) {
            let mut name = next.text.clone();
            let mut used = 2;
            let capitals = |text: &str| !text.chars().any(char::is_lowercase);
            for more in rest.iter().skip(1).take(2) {
                let goes_on = capitals(&name)
                    && capitals(&more.text)
                    && more.label.is_none()
                    && more.lines[0] == whole.lines[1] + 1
                    && !more.text.ends_with(':');
                if !goes_on {
                    break;
                }
                name.push(' ');
                name.push_str(&more.text);
                whole.lines[1] = more.lines[1];
                used += 1;
            }
            let session = Session {
                name: unquote(&name, &name),
                called: called(&paragraph.text),
            };
            return Some((session, used));
        }
    }
    None
}

/// «Секция 2», «Площадка № 3.»
fn numbered_only(text: &str) -> bool {
    let found = SESSION.captures(text.trim_end_matches([':', '.']));
    found
        .and_then(|found| found.name("rest"))
        .is_some_and(|rest| {
            let rest = rest.as_str().trim();
            !rest.is_empty() && without_number(rest).is_empty()
        })
}

/// A short phrase that says nothing and gives nobody anything to do.
fn is_name(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.as_str();
    text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ';', ':', ','])
        && !has_infinitive(text)
        && !addressees::starts_in_dative(text)
        && !text.contains(". ")
}

/// The session that a lead-in names: «По результатам работы секции «Инклюзия» участники секции рекомендуют:».
pub(super) fn in_lead(text: &str) -> Option<String> {
    let rest = SESSION.captures(text)?.name("rest")?.as_str().trim_start();
    let mut depth = 0;
    let end = rest.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '«') - i32::from(c == '»');
        (depth == 0).then_some(at)
    })?;
    let name = rest.get(..end)?.strip_prefix('«')?;
    let leads = signs::leads_in(rest.get(end..)?) || grounds::asked(text).is_some();
    (leads && !name.trim().is_empty()).then(|| unmarked(name).to_owned())
}

/// «I. Кадры», «II. Воспитание»: whether such lines part the whole text, in their order, each with something of its
/// own below, and none of them is a task or whom tasks are given to.
pub(super) fn are_numbered_with_numerals(body: &[Paragraph]) -> bool {
    let mut count = 0;
    let mut last = None;
    for (n, paragraph) in body.iter().enumerate() {
        let Some(number) = numeral(paragraph) else {
            continue;
        };
        let apart = last.is_none_or(|last| n > last + 1);
        if number != count + 1 || !apart || behind_numeral(paragraph).is_none() {
            return false;
        }
        (count, last) = (number, Some(n));
    }
    count > 1 && last.is_some_and(|last| last + 1 < body.len())
}

/// The name of a session behind its numeral.
pub(super) fn behind_numeral(paragraph: &Paragraph) -> Option<&str> {
    let text = paragraph.text.trim();
    let titled = text.starts_with(|c: char| c.is_uppercase() || c == '«')
        && text.chars().count() < LONGEST_NUMBERED
        && !text.ends_with([':', ';', ',', '.'])
        && !super::paragraphs::has_infinitive(text)
        && !text.split_whitespace().any(super::items::is_finite)
        && !svod_language::addressees::starts_in_dative(text)
        && !names_a_part_of_a_document(text);
    (titled && numeral(paragraph).is_some()).then_some(text)
}

/// «I. Общие положения», «II. Рекомендации»: parts of any document, and no sessions.
fn names_a_part_of_a_document(text: &str) -> bool {
    const PARTS: &[&str] = &[
        "общи",
        "введени",
        "преамбул",
        "констат",
        "вывод",
        "итог",
        "рекомендаци",
        "решени",
        "предложени",
        "поручени",
        "задачи",
        "постановл",
        "резолютивн",
        "заключ",
    ];
    let first = svod_language::words::fold(super::paragraphs::first_word(text));
    PARTS.iter().any(|part| first.starts_with(part))
}

/// No title behind a numeral is longer, in letters.
const LONGEST_NUMBERED: usize = 160;

fn numeral(paragraph: &Paragraph) -> Option<u32> {
    match &paragraph.label {
        Some(Label::Number(number)) => svod_model::roman(number.trim_end_matches(['.', ')'])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Option<String>, String)> {
        let mut paragraph = Paragraph::default();
        text.clone_into(&mut paragraph.text);
        let Session { name, called } = title(&paragraph)?;
        let Called { words, number } = called?;
        Some((words, number, name))
    }

    #[test]
    fn a_title_tells_what_the_session_is_called_its_number_and_its_name() {
        for (text, words, number, name) in [
            (
                "Секция 1. Дошкольное образование",
                "Секция",
                Some("1"),
                "Дошкольное образование",
            ),
            (
                "Секция № 2 «Кадры: рост»",
                "Секция",
                Some("№ 2"),
                "Кадры: рост",
            ),
            ("Секция №3. Кадры", "Секция", Some("№ 3"), "Кадры"),
            ("СЕКЦИЯ IV. СРЕДА", "СЕКЦИЯ", Some("IV"), "СРЕДА"),
            ("Секция «Кадры»", "Секция", None, "Кадры"),
            (
                "Круглый стол: Наставничество",
                "Круглый стол",
                None,
                "Наставничество",
            ),
            (
                "Дискуссионная площадка 3. Цифра",
                "Дискуссионная площадка",
                Some("3"),
                "Цифра",
            ),
            (
                "Секция 4. Проект «Билет» в школе",
                "Секция",
                Some("4"),
                "Проект «Билет» в школе",
            ),
            (
                "Секция учителей химии «Опыт»",
                "Секция учителей химии",
                None,
                "Опыт",
            ),
            (
                "По итогам работы секции «Семья»",
                "По итогам работы секции",
                None,
                "Семья",
            ),
            (
                "Секция дошкольного образования",
                "Секция",
                None,
                "дошкольного образования",
            ),
            ("Секция 5", "Секция", Some("5"), "5"),
            ("Итоги площадки «Кадры»", "Итоги площадки", None, "Кадры"),
            ("По направлению «Кадры»:", "По направлению", None, "Кадры"),
        ] {
            let expected = (words.into(), number.map(Into::into), name.into());
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_venue_a_sentence_and_a_time_are_no_titles() {
        for text in [
            "Площадка: школа № 3",
            "Группа: учителя химии",
            "Круглый стол: 27 августа, актовый зал",
            "Секция рассмотрела итоги года",
            "Секция учителей химии, физики и биологии.",
            "Секция: школы, сады",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
