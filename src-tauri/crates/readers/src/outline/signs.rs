//! What a paragraph is by its own words: a session's title, a lead-in, a heading, a closing.

use std::sync::LazyLock;

use regex::Regex;
use svod_language::{addressees, verbs};

use super::items;
use super::label::Label;
use super::paragraphs::{Paragraph, first_word, has_infinitive};

static SESSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:итоговая )?(?:резолюция|решение|рекомендации)\s+)?(?:(?:по результатам|по итогам)\s+работы\s+)?(?:[а-яё]+(?:ая|ой|ей|ый|ое|ого|его|ий|их|ых)\s+|работы\s+)?(?:сесси\w+|секци\w+|площадк\w+|кругл\w+ стол\w*|мастерск\w+|трек\w*|панел\w+|групп\w+|раздел\w*)(?P<rest>.*)$").ok()
});
static SESSION_HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:итоговая )?(?:резолюция|решение|рекомендации)?\s*(?:по результатам|по итогам)\s+работы\b").ok()
});
static LEAD_IN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)рекоменду[юе][тм]|предлага[юе][тм]|\bрешили\b|\bрешила?\b|постанов(?:или|ляет)|считают необходим|обозначили ряд предложени|следующие рекомендации|следующие меры|выработали|^рекомендации:?$|^рекомендовать:?$|^поручить:?$|^решени[ея]:?$|^(?:предложения|рекомендации|решения)(?: [а-яё]+){1,3}:?$|следующие предложения|принято решение|\bприказываю\b|\bобязываю\b|\bпоручают|приняли следующ").ok()
});
static CLOSING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:контроль (?:за|над|исполнени|выполнени)|настоящ\w+ (?:резолюци|решени|рекомендаци)|резолюци[юя] (?:опубликовать|разместить|принята|направить|вступает)|участники \w+ (?:выражают благодарность|благодарят)|выражаем благодарность|председател|секретар|президиум|считать (?:резолюци|решени)|голосовали|(?:за|против|воздержал\w+)\s*[-–—:]|приложени[ея]|срок подготовки|текст резолюции|по поручению|результаты голосования|итоги голосования|принят[ао] (?:единогласно|большинством))").ok()
});
/// «… . Срок: 1 мая 2026 года. Ответственный: …» at the end of a task's own paragraph.
static TAILS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[.;,]?\s+(?P<tail>(?:Сроки?(?:\s+исполнения|\s+реализации)?|Ответственн(?:ый|ые|ая)(?:\s+(?:исполнител\S+|за\s+исполнение))?|Отв\.|Исполнител[ьи])\s*[:–—-]\s*)").ok()
});
static RESPONSIBLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?P<what>сроки?|доклад|отч[её]т|ответственн\w+|отв\.|исполнител\w+|контроль)\s*(?:исполнения)?\s*[:–-]\s*(?P<value>.+)$").ok()
});
static PROBLEMS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)проблем\w*.{0,120}:|:\s*недостаточн").ok());

/// The title of a session, without quotes, if the paragraph is one.
pub(super) fn session_title(paragraph: &Paragraph) -> Option<String> {
    let text = paragraph.text.as_str();
    if text.chars().count() > 330 || text.ends_with([':', ';']) && !text.ends_with("»:") {
        return None;
    }
    if matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_))) {
        return None;
    }
    let speaks = text.split_whitespace().any(items::is_finite) || has_infinitive(text);
    if speaks {
        return None;
    }
    // A name alone, set off and in guillemets: «Новая школа – новый учитель».
    let inner = text.strip_prefix('«').and_then(|text| {
        text.trim_end_matches([':', '.'])
            .strip_suffix('»')
            .map(|inner| (inner.matches('«').count(), inner.matches('»').count()))
    });
    if (paragraph.set_off || paragraph.alone) && inner.is_some_and(|(open, close)| open == close) {
        return Some(unquote(text, text));
    }
    let found = SESSION.as_ref()?.captures(text)?;
    let rest = found.name("rest").map_or("", |rest| rest.as_str()).trim();
    let opener = SESSION_HEAD
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(text));
    let numbered = rest
        .trim_start_matches('№')
        .trim()
        .starts_with(|c: char| c.is_ascii_digit());
    if !(opener
        || rest.starts_with('«')
        || rest.starts_with('"')
        || numbered
        || (paragraph.set_off && !rest.is_empty()))
    {
        return None;
    }
    Some(unquote(text, rest))
}

/// The first half of a title that goes on in the next paragraph: «Резолюция по результатам
/// работы секции» with its name below.
pub(super) fn opens_session(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim_end_matches(':');
    let rest = SESSION
        .as_ref()
        .and_then(|pattern| pattern.captures(text))
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
    let opens = named_below
        || SESSION_HEAD
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text));
    opens
        && text.chars().count() < 140
        && !text.contains('«')
        && !text.split_whitespace().any(items::is_finite)
        && !has_infinitive(text)
}

/// The quoted name, or what stands in its place.
pub(super) fn unquote(text: &str, rest: &str) -> String {
    let inner = match (text.find('«'), text.rfind('»')) {
        (Some(open), Some(close)) if open < close => text.get(open + '«'.len_utf8()..close),
        _ => None,
    };
    // «Секция 4. Качество»: the number is the session's place, not its name.
    let unnumbered =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '№' | '.' | ')' | ' '));
    let rest = if unnumbered.is_empty() {
        rest
    } else {
        unnumbered
    };
    let name = inner.unwrap_or(rest);
    name.trim_matches(|c: char| matches!(c, '«' | '»' | '"' | ' ' | ':' | '.' | '–' | '-' | '№'))
        .to_owned()
}

/// A phrase that introduces directives.
pub(super) fn is_lead_in(text: &str) -> bool {
    let last = text.trim_end();
    let tail: String = {
        let chars: Vec<char> = last.chars().collect();
        chars[chars.len().saturating_sub(260)..].iter().collect()
    };
    LEAD_IN
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(&tail))
        && (last.ends_with(':')
            || last.ends_with('.') && last.contains("следующие")
            || last.chars().count() < 60 && !last.ends_with('.'))
}

/// An addressee heading. `next` is the paragraph that follows.
pub(super) fn is_heading(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let text = paragraph.text.as_str();
    if text.chars().count() > 600 || text.ends_with(';') || !addressees::starts_like_addressee(text)
    {
        return false;
    }
    if verbs::is_infinitive(first_word(addressees::drop_lead(text))) {
        return false;
    }
    let bare = addressees::without_tail(addressees::drop_lead(text).trim_end_matches(':').trim());
    if has_infinitive(bare) || bare.split_whitespace().any(items::is_finite) {
        return false;
    }
    if text.ends_with(':') {
        return true;
    }
    let numbered = matches!(paragraph.label, Some(Label::Number(_)));
    let task_follows = next.is_some_and(|next| {
        matches!(next.label, Some(Label::Bullet(_) | Label::Letter(_)))
            || items::starts_task(&next.text)
            || items::is_deadline(&next.text)
    });
    task_follows
        && addressees::starts_in_dative(text)
        && (numbered || paragraph.set_off || !text.ends_with('.') || text.chars().count() < 120)
        && !matches!((&paragraph.label, next.and_then(|next| next.label.as_ref())),
            (Some(Label::Bullet(own)), below) if !matches!(below, Some(Label::Bullet(deeper)) if deeper != own))
}

/// Control clause, thanks, vote, signatures, appendices.
pub(super) fn is_closing(paragraph: &Paragraph) -> bool {
    // «Отделу образования подготовить приказ о выполнении настоящей резолюции» under no heading.
    let text = paragraph.text.as_str();
    let of_itself = paragraph.label.is_none()
        && addressees::starts_like_addressee(text)
        && has_infinitive(text)
        && ["настоящ", "данн"].iter().any(|own| {
            ["резолюци", "решени", "рекомендаци"].iter().any(|kind| {
                let text = text.to_lowercase();
                let mut words = text.split_whitespace();
                words.by_ref().any(|word| word.starts_with(own))
                    && words.next().is_some_and(|word| word.starts_with(kind))
            })
        });
    of_itself
        || CLOSING
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(&paragraph.text))
            && !matches!(paragraph.label, Some(Label::Bullet(_)))
}

/// «Срок: …», «Ответственный: …» under a task.
pub(super) enum Tail<'a> {
    Deadline(&'a str),
    Responsible(&'a str),
    /// «Доклад – до 1 июня 2026 г., далее – один раз в полугодие»
    Report,
}

pub(super) fn tail(text: &str) -> Option<Tail<'_>> {
    let found = RESPONSIBLE.as_ref()?.captures(text)?;
    let value = found.name("value")?.as_str();
    let what = found.name("what")?.as_str().to_lowercase();
    Some(if what.starts_with("доклад") || what.starts_with("отч") {
        Tail::Report
    } else if what.starts_with("срок") {
        Tail::Deadline(value)
    } else {
        Tail::Responsible(value)
    })
}

/// A task and the notes behind it in the same paragraph.
pub(super) fn without_tails(text: &str) -> (&str, Vec<&str>) {
    let starts: Vec<(usize, usize)> = TAILS
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|found| Some((found.get(0)?.start(), found.name("tail")?.start())))
        .collect();
    let Some((end, _)) = starts.first() else {
        return (text, Vec::new());
    };
    let tails = starts.iter().enumerate().map(|(n, (_, from))| {
        let to = starts.get(n + 1).map_or(text.len(), |next| next.0);
        text.get(*from..to).unwrap_or_default().trim()
    });
    (text.get(..*end).unwrap_or(text), tails.collect())
}

/// A heading and its first task in one paragraph: «Школам: создать музеи; провести смотр.»
pub(super) fn glued_heading(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0usize;
    let at = text.char_indices().find_map(|(at, c)| {
        match c {
            '«' | '(' => depth += 1,
            '»' | ')' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })?;
    let (head, tasks) = (text.get(..at)?.trim(), text.get(at + 1..)?.trim());
    let first = super::label::split(tasks).1;
    let heads = head.chars().count() < 300
        && addressees::starts_in_dative(head)
        && !verbs::is_infinitive(first_word(addressees::drop_lead(head)))
        && !has_infinitive(addressees::without_tail(addressees::drop_lead(head)))
        && !addressees::drop_lead(head)
            .split_whitespace()
            .any(items::is_finite);
    // «Учителям: активнее использовать …»
    let soon = first
        .split_whitespace()
        .take(4)
        .any(|word| verbs::is_infinitive(word.trim_matches(|c: char| !c.is_alphanumeric())));
    (heads && (items::starts_task(first) || soon)).then_some((head, tasks))
}

/// A paragraph that names problems, in itself or in the list below it.
pub(super) fn names_problems(text: &str) -> bool {
    // «Обсудили состояние, проблемы и перспективы, в том числе:» lists topics, not problems.
    let topic = text.split("проблем").next().is_some_and(|before| {
        [
            "обсудил",
            "рассмотрел",
            "обсуждал",
            "рассматривал",
            "обсужден",
        ]
        .iter()
        .any(|verb| before.to_lowercase().contains(verb))
    });
    !topic
        && PROBLEMS
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text))
}

/// Parts only minutes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Minutes {
    /// «ПОВЕСТКА ДНЯ:»
    Agenda,
    /// «СЛУШАЛИ: …»
    Heard,
    /// «ВЫСТУПИЛИ: …»
    Spoke,
    /// «Голосовали: «за» – единогласно»
    Vote,
}

static HEARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?i:по\s+\S+\s+вопросу(?:\s+повестки(?:\s+дня)?)?)[,:]?\s*)?(?:СЛУШАЛИ|Слушали|слушали)\b").ok()
});
static SPOKE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:ВЫСТУПИЛИ?|Выступили?|ОБСУДИЛИ)\b\s*[:–-]?").ok());
static AGENDA: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^повестка(?:\s+дня|\s+\S+)?\s*:?$").ok());
static VOTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:(?:про)?голосовали|результаты\s+голосования|итоги\s+голосования|голосование)\b",
    )
    .ok()
});

/// Which of them a paragraph begins.
pub(super) fn minutes(text: &str) -> Option<Minutes> {
    let is = |pattern: &LazyLock<Option<Regex>>| {
        pattern
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text))
    };
    if is(&AGENDA) {
        Some(Minutes::Agenda)
    } else if is(&HEARD) {
        Some(Minutes::Heard)
    } else if is(&SPOKE) {
        Some(Minutes::Spoke)
    } else if is(&VOTE) {
        Some(Minutes::Vote)
    } else {
        None
    }
}

/// Formal items, which give nobody anything to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Formal {
    /// «Информацию принять к сведению»
    Noted,
    /// «Признать утратившим силу решение …»
    Repealed,
}

static NOTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:принять\s+к\s+сведению|(?:представленн\w+\s+)?(?:информаци|доклад|сообщени|отч[её]т|выступлени|справк)\w*.{0,240}принять\s+к\s+сведению\W*$)").ok()
});
static REPEALED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:признать|считать)\s+утратившим\w*\s+силу|^(?:приказ|решение|постановление|распоряжение|пункт)\b.*(?:признать|считать)\s+утратившим\w*(?:\s+силу)?\W*$|^снять\s+с\s+контроля\b").ok()
});

/// Whether an item is formal.
pub(super) fn formal(text: &str) -> Option<Formal> {
    let is = |pattern: &LazyLock<Option<Regex>>| {
        pattern
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text))
    };
    if is(&NOTED) {
        Some(Formal::Noted)
    } else if is(&REPEALED) {
        Some(Formal::Repealed)
    } else {
        None
    }
}

/// The name of a thematic block among directives: «I. Управление качеством» over numbered tasks.
pub(super) fn block_title(paragraph: &Paragraph, next: Option<&Paragraph>) -> Option<String> {
    let text = paragraph.text.as_str();
    let next = next?;
    let roman_number = matches!(&paragraph.label, Some(Label::Number(number))
        if roman(number.trim_end_matches(['.', ')'])).is_some());
    let area = AREA.as_ref().is_some_and(|pattern| pattern.is_match(text));
    let titled = roman_number || paragraph.set_off || area;
    let short = (3..100).contains(&text.chars().count());
    let name = text.starts_with(char::is_uppercase)
        && (area || !text.ends_with([':', ';', ',', '.']))
        && !has_infinitive(text)
        && !text.split_whitespace().any(items::is_finite);
    let over_items = next.label.is_some() && next.row.is_none() && !next.set_off
        || is_heading(next, None)
        || items::starts_task(&next.text);
    let bulleted = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
    (titled && short && name && over_items && !bulleted && !addressees::starts_in_dative(text))
        .then(|| text.trim_matches(['«', '»', ':']).to_owned())
}

/// «В области воспитания:», «По вопросам кадров:»
static AREA: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:в|во|по|на)\s+(?:област|сфер|част|направлени|вопрос|раздел|лини|уровн)[а-яё]*\s[^:;.]{3,90}:$").ok()
});

/// The value of a Roman number, Latin or with the Cyrillic «Х».
pub(super) fn roman(text: &str) -> Option<u32> {
    let mut total = 0;
    let mut last = 0;
    for c in text.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            _ => return None,
        };
        if value < last {
            total -= value;
        } else {
            total += value;
            last = value;
        }
    }
    (total > 0).then_some(total)
}
