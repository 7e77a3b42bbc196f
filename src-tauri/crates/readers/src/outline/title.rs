//! The title block: kind, event, theme, dates, place, adoption — and the cover page before it.

use chrono::NaiveDate;
use svod_language::pattern::Pattern;
use svod_language::{addressees, dates, verbs, words};
use svod_model::Kind;

use super::capitals::{capital, quiet};
use super::paragraphs::{Paragraph, first_word};
use super::{corner, dateline, held, items, places, sessions, signs};
use crate::hyphens;
use crate::reading::Role;

/// What the title block says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Title {
    pub(super) kind: Kind,
    pub(super) draft: bool,
    pub(super) title: String,
    /// The event in the genitive, as printed.
    pub(super) event: String,
    pub(super) theme: Option<String>,
    pub(super) adoption: Option<String>,
    pub(super) place: Option<String>,
    /// Whose document it is, above its kind.
    pub(super) issuer: Vec<String>,
    /// The mark of approval, where it is not the adoption.
    pub(super) approval: Vec<String>,
    pub(super) dates: Vec<NaiveDate>,
    /// The registration number that stands beside the date.
    pub(super) number: Option<String>,
    /// The days the event was held on, where its name says them.
    pub(super) held: Vec<NaiveDate>,
    /// Dates of the adoption formula.
    pub(super) adopted: Vec<NaiveDate>,
    /// How many paragraphs belong to it.
    pub(super) length: usize,
}

static KIND: Pattern = Pattern::new(
    r"^(?:(?:проект\s+)?(?:итогов\S+\s+)?(?P<kind>резолюция|решение|рекомендации|протокол|план(?:-график)?|приказ|распоряжение|постановление|дорожная\s+карта|итоговый\s+документ|обращение|(?:перечень|список)\s+поручений|перечень\s+рекомендаций|выписка\s+из\s+протокола)|проект\s+(?:итогов\S+\s+)?(?P<of>резолюции|решения|рекомендаций|протокола|плана|приказа))(?:$|[\s№:.,«])",
);
static ADOPTION: Pattern =
    Pattern::new(r"^(?:проект\s+)?(?:(?:резолюция|решение|рекомендации|постановление)\s+)?\(?(?:одобрен|принят|утвержд[её]н)[аоы]?(?:[^а-яё]|$)")
        .needing(&["одобрен", "принят", "утвержд"]);
/// How a body paragraph begins after a title block.
static BODY: Pattern = Pattern::new(
    r"^(?:участники|участник(?:[^а-яё]|$)|мы,|уважаемые|дорогие|в работе|в ходе|в целях|в рамках|в соответствии|заслушав|обсудив|рассмотрев|по итогам|по результатам|на основании|отмечая|с целью|цель(?:[^а-яё]|$)|состоялось|состоялась|педагогическ\w+ (?:сообщество|общественность)|в \d{4}|присутствовали|повестка|слушали|решили|председател|секретар|члены |приглаш|организатор|руководствуясь|исходя|учитывая|(?:план|резолюция|решение|протокол|дорожная карта|документ) (?:составлен|разработан|подготовлен|сформирован|определяет|включает))",
);

/// Reads the title block from the beginning of the document.
pub(super) fn read(paragraphs: &[Paragraph]) -> Title {
    let mut title = Title::default();
    let Some(first) = kind_place(paragraphs, 0) else {
        return title;
    };
    // A cover page repeats the kind a few short paragraphs later.
    let second = kind_place(paragraphs, first + 1).filter(|second| {
        let between = &paragraphs[first + 1..*second];
        let kind = |place: usize| kind_of(&paragraphs[place].text).map(|named| named.kind);
        *second - first <= 10
            && kind(*second) == kind(first)
            && between
                .iter()
                .all(|p| p.text.chars().count() < 220 && !is_body(p))
            // «Резолюция по итогам работы секции» is the title of a session.
            && !["по результатам", "по итогам", "секци", "сесси", "площадк", "стола"]
                .iter()
                .any(|word| paragraphs[*second].text.to_lowercase().contains(word))
    });
    let start = second.unwrap_or(first);
    let stamped = paragraphs[..start]
        .iter()
        .any(|p| p.text.starts_with("Приложение"));
    for paragraph in &paragraphs[..start] {
        title.draft |= is_draft(&paragraph.text);
        // «Приложение № 2 / к приказу комитета / от 5 сентября 2026 г. № 187»: the day of the order.
        let of_order =
            stamped && paragraph.text.contains('№') && words::fold(&paragraph.text).contains("от ");
        if paragraph.text.chars().count() < 120
            && !of_order
            && !dateline::is_of_a_site(&paragraph.text)
        {
            cover_facts(&mut title, &paragraph.text);
        }
    }
    let mut spoken = Vec::new();
    let mut printed = Vec::new();
    let mut end = start;
    let dated = title.dates.len();
    while let Some(first) = paragraphs.get(end) {
        let n = end;
        let whole = quoted_over_lines(first, &paragraphs[n + 1..]);
        let (paragraph, used) = whole.as_ref().map_or((first, 1), |(whole, n)| (whole, *n));
        let text = paragraph.text.as_str();
        if n > start {
            let theme = spoken.iter().any(|text: &String| text.ends_with('»'));
            let above = Above { dated, theme };
            if ends_title(paragraph, paragraphs.get(n + used), &title, above) {
                break;
            }
        }
        end = n + used;
        if n > start && is_draft(text) {
            title.draft = true;
        } else if ADOPTION.is_match(text) {
            title.adopted = dates::all(text);
            title.adoption = Some(unbracketed(text).to_owned());
            // «(принята 27 августа 2026 года, п. Озёрный)»
            if title.place.is_none() {
                title.place = place_behind_day(text);
            }
        } else if n > start && is_rest_of_approval(&title, text) {
            // «Утверждена» with «решением оргкомитета» and its day below.
            title.adopted = dates::all(text);
            title.adoption = title.adoption.map(|adoption| format!("{adoption} {text}"));
        } else if n > start && dateline::is_dateline(text) {
            printed.extend(dates::all(text));
            // «Приняты Думой …» with «15 октября 2026 года № 61» below: the number is the formula's.
            if title.adoption.is_none() {
                title.number = title.number.take().or_else(|| dateline::number(text));
            }
            date_line(&mut title, text);
        } else if n > start
            && let Some(theme) = named_theme(text)
        {
            title.theme = Some(theme.to_owned());
        } else if n > start
            && is_territory(text)
            && !text.starts_with('(')
            && !spoken
                .last()
                .is_some_and(|text: &String| text.ends_with("образования"))
        {
            // «Озёрский городской округ, Тверская область»: where, and no part of the event's name.
        } else if n > start && is_heading_to_text(text) {
            // The heading to the text says what the document is about (ГОСТ Р 7.0.97, 17).
            title.theme = Some(items::clean(text));
        } else if text.starts_with(char::is_lowercase)
            && let Some(theme) = &mut title.theme
        {
            // The heading to the text set over several lines.
            theme.push(' ');
            theme.push_str(&items::clean(text));
        } else {
            title.draft |= n == start && words::fold(text).starts_with("проект ");
            // A theme that lost its first or last quotation mark on a line of its own.
            let (open, close) = (text.contains('«'), text.contains('»'));
            spoken.push(match (open, close) {
                (false, true) if text.ends_with('»') => format!("«{text}"),
                (true, false) if text.starts_with('«') => format!("{text}»"),
                _ => text.to_owned(),
            });
        }
    }
    title.length = end;
    corner(&mut title, &paragraphs[..first], printed.iter().max());
    // «р.п. Озёрный, 28–29 августа 2026 г.» under «Утверждена на заседании совета 31.08.2026»: the event's days.
    if let Some(adopted) = title.adopted.iter().min()
        && title.held.is_empty()
        && printed
            .iter()
            .all(|day| day < adopted && *adopted - *day < LATEST_APPROVAL)
    {
        title.held = printed;
    }
    name_event(&mut title, &spoken.join(" "));
    title
}

/// The place an adoption formula ends with, behind its day: «(принята 27 августа 2026 года, п. Озёрный)». What
/// stands before the day says by whom, in another case: «приказом управления образования г. Озёрска».
fn place_behind_day(formula: &str) -> Option<String> {
    let day = dates::find(formula).pop()?.range;
    let (_, named) = formula.get(day.end..)?.split_once(',')?;
    let line = format!("{}, {}", formula.get(day)?, named.trim());
    let place = dateline::place(&line)?;
    words::collapse(named).starts_with(&place).then_some(place)
}

/// The line below «Утверждена» that says by what: «решением оргкомитета».
fn is_rest_of_approval(title: &Title, text: &str) -> bool {
    let word = title.adoption.as_deref().unwrap_or_default();
    title.adopted.is_empty()
        && !word.is_empty()
        && word.split_whitespace().nth(1).is_none()
        && corner::BY.is_match(text)
}

/// A formula without the brackets around all of it; a bracket that only ends it is its own:
/// «Принята 26 августа 2026 г. (протокол № 2)».
fn unbracketed(text: &str) -> &str {
    let (open, close) = (text.matches('(').count(), text.matches(')').count());
    let Some(inner) = text.strip_prefix('(') else {
        let lone = text.strip_suffix(')').filter(|_| close > open);
        return lone.unwrap_or(text);
    };
    let mut depth = 1;
    let closes = inner.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        (depth == 0).then_some(at)
    });
    match closes {
        Some(at) => inner
            .get(..at)
            .filter(|_| at + 1 == inner.len())
            .unwrap_or(text),
        None => inner,
    }
}

/// What stands above the kind: whose document it is and who approved it. What was approved before the day the
/// document bears below its kind was something else: the minutes, or last year's form.
fn corner(title: &mut Title, above: &[Paragraph], own: Option<&NaiveDate>) {
    title.issuer = owned(&corner::issuer(above));
    let Some((start, lines)) = corner::approval(above) else {
        return;
    };
    // A name below the mark's last line is none of it, and one inside it no name above the kind.
    let free = above.len().saturating_sub(start + lines.len());
    let named = title.issuer.len().saturating_sub(free);
    title.issuer.drain(..named);
    let text = lines.join(" ");
    let (head, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let earlier = own.is_some_and(|own| dates::all(rest).iter().max().is_some_and(|day| day < own));
    if title.adoption.is_some() || words::fold(head.trim_end_matches(':')) == "утверждаю" || earlier
    {
        title.approval = owned(&lines);
        return;
    }
    // Capitals are how the corner is printed, not how the word is written.
    let lower = head.to_lowercase();
    let mut letters = lower.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase);
    let head: String = capital.chain(letters).collect();
    title.adopted = dates::all(rest);
    title.adoption = Some(format!("{head} {rest}").trim().to_owned());
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn kind_place(paragraphs: &[Paragraph], from: usize) -> Option<usize> {
    let near = paragraphs.iter().enumerate().take(25).skip(from);
    near.filter(|(_, p)| p.text.chars().count() < 400 && !p.text.ends_with(':'))
        .filter(|(_, p)| p.label.is_none() && p.text.starts_with(char::is_uppercase))
        .find(|(_, p)| kind_of(&p.text).is_some())
        .map(|(n, _)| n)
}

/// What a document calls itself.
struct Named {
    kind: Kind,
    /// In the nominative, as a title begins.
    shown: String,
    /// Where the words behind it begin.
    end: usize,
}

fn kind_of(text: &str) -> Option<Named> {
    let text = unspace(text);
    let found = KIND.captures(&text)?;
    let word = found.name("kind").or(found.name("of"))?;
    let behind = text.get(word.end()..).unwrap_or_default();
    // A sentence that merely begins with the word is no title: «Резолюция направлена …», «План составлен …».
    let next = words::fold(first_word(behind));
    let tells = [
        "составлен",
        "разработан",
        "подготовлен",
        "сформирован",
        "направлен",
        "определяет",
        "включает",
    ];
    if verbs::is_infinitive(&next) || tells.iter().any(|word| next.starts_with(word)) {
        return None;
    }
    // «Резолюция принята 29 августа» says when, and names nothing.
    if ADOPTION.is_match(&text) && found.name("kind").is_some() {
        return None;
    }
    // «Приказ Минпросвещения России от 24.11.2022 № 1025» is an act the text rests on.
    let cited = behind.contains(" от ")
        && behind.contains('№')
        && !behind.trim_start().starts_with("от ")
        && word.as_str().chars().any(char::is_lowercase);
    if cited {
        return None;
    }
    let folded = words::fold(word.as_str());
    let (kind, nominative) = match folded.as_str() {
        "решение" | "решения" => (Kind::Decision, "решение"),
        "постановление" => (Kind::Decision, "постановление"),
        "рекомендации" | "рекомендаций" => {
            (Kind::Recommendations, "рекомендации")
        }
        "перечень рекомендаций" => {
            (Kind::Recommendations, "перечень рекомендаций")
        }
        "протокол" | "протокола" => (Kind::Protocol, "протокол"),
        "выписка из протокола" => (Kind::Protocol, "выписка из протокола"),
        "план" | "плана" => (Kind::Plan, "план"),
        "план-график" => (Kind::Plan, "план-график"),
        "дорожная карта" => (Kind::Plan, "дорожная карта"),
        "приказ" | "приказа" => (Kind::Order, "приказ"),
        "распоряжение" => (Kind::Order, "распоряжение"),
        // Given by a meeting as its decision.
        "перечень поручений" => (Kind::Decision, "перечень поручений"),
        "список поручений" => (Kind::Decision, "список поручений"),
        "итоговый документ" => (Kind::Resolution, "итоговый документ"),
        "обращение" => (Kind::Resolution, "обращение"),
        _ => (Kind::Resolution, "резолюция"),
    };
    Some(Named {
        kind,
        shown: capital(nominative),
        end: word.end(),
    })
}

/// A line of a title block without the kind it begins with.
pub(super) fn without_kind(text: &str) -> String {
    let text = unspace(text);
    match kind_of(&text) {
        Some(named) => text.get(named.end..).unwrap_or_default().to_owned(),
        None => text,
    }
}

/// «Р Е З О Л Ю Ц И Я» as one word.
fn unspace(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let spaced = words
        .iter()
        .take_while(|word| {
            word.chars().count() == 1 && word.chars().all(|c| ('А'..='Я').contains(&c))
        })
        .count();
    if spaced < 5 {
        return text.to_owned();
    }
    let (letters, rest) = words.split_at(spaced);
    let mut out = letters.concat();
    for word in rest {
        out.push(' ');
        out.push_str(word);
    }
    out
}

pub(super) fn is_draft(text: &str) -> bool {
    let text = words::fold(text.trim_matches(|c: char| !c.is_alphabetic()));
    matches!(
        text.as_str(),
        "проект" | "проект резолюции" | "проект решения" | "проект рекомендаций"
    )
}

fn is_body(paragraph: &Paragraph) -> bool {
    let text = &paragraph.text;
    // «ПЛАН ДЕЙСТВИЙ» with «по итогам форума …» below; a body begins with a capital letter.
    let goes_on = text.starts_with("по итогам") || text.starts_with("по результатам");
    BODY.is_match(text) && !goes_on
}

/// What was seen of a title block before a paragraph of it.
#[derive(Clone, Copy)]
struct Above {
    /// How many dates stood above the kind's name, in an approval block.
    dated: usize,
    /// The theme was named.
    theme: bool,
}

fn ends_title(
    paragraph: &Paragraph,
    next: Option<&Paragraph>,
    title: &Title,
    above: Above,
) -> bool {
    if let Some(role) = paragraph.said.role {
        return role != Role::Title;
    }
    let text = paragraph.text.as_str();
    if is_draft(text) || ADOPTION.is_match(text) {
        return false;
    }
    let length = text.chars().count();
    // The date of an adoption formula may stand on the next line.
    if dateline::is_dateline(text) || !above.theme && named_theme(text).is_some() {
        return false;
    }
    // «… совещания по теме:» with the theme on the next line.
    let themed = text.ends_with("теме:") || text.ends_with("тему:");
    if themed && next.is_some_and(|next| next.text.starts_with(['«', '"'])) {
        return false;
    }
    let quoted = text.starts_with('«') || text.contains("на тему");
    let dated = title.dates.len() > above.dated;
    // Below a date, whose the document is or what it is about may still be said.
    let names = text.starts_with(char::is_lowercase) || is_heading_to_text(text);
    // A long line with a full stop is a sentence, but for «по итогам форума 3 февраля 2026 г.».
    let day = names && text.ends_with(" г.");
    let says = text.ends_with('.') && length > 60 && !text.ends_with("».") && !day;
    // A session's name; quotation marks alone hold the theme where none was named.
    let session = || {
        let named = !text.starts_with('«') || above.theme;
        named && sessions::title(paragraph).is_some() || sessions::opens(paragraph)
    };
    length > 330
        || paragraph.label.is_some()
        || text.ends_with([':', ';'])
        || is_body(paragraph)
        || says && !quoted && !paragraph.set_off
        || (addressees::starts_like_addressee(text)
            && next.is_some_and(|next| verbs::is_infinitive(first_word(&next.text))))
        || title.adoption.is_some() && length > 90
        || dated && length > 90 && !paragraph.set_off && !quoted && !names
        || has_two_sentences(text)
        || text.ends_with('.') && text.split_whitespace().any(items::is_finite)
        || paragraph.row.is_some()
        || paragraph.cells.is_some()
        || text.starts_with("Раздел ")
        || (dated || title.adoption.is_some()) && (session() || signs::says(text))
}

/// «Тема совещания: «О задачах района»»: a line of its own says the theme.
fn named_theme(text: &str) -> Option<&str> {
    let (said, theme) = text.trim_end_matches('.').split_once(':')?;
    let mut words = said.split_whitespace();
    let named = words.next().map(words::fold).as_deref() == Some("тема");
    let theme = theme.trim().strip_prefix('«')?.strip_suffix('»')?;
    (named && words.count() < 4 && theme.matches('«').count() == theme.matches('»').count())
        .then_some(theme)
}

/// A theme or a name in quotation marks that was set over several lines by hand, as one paragraph,
/// and how many it was: «Воспитать гражданина. Научить / учиться».
fn quoted_over_lines(first: &Paragraph, rest: &[Paragraph]) -> Option<(Paragraph, usize)> {
    const MOST: usize = 4;
    let unclosed = |text: &str| text.matches('«').count() > text.matches('»').count();
    if !unclosed(&first.text) || first.text.chars().count() > 200 || first.said.role.is_some() {
        return None;
    }
    let mut whole = first.clone();
    for (n, next) in rest.iter().take(MOST).enumerate() {
        let text = next.text.as_str();
        let apart = next.lines[0] > whole.lines[1] + 1
            || next.label.is_some()
            || next.row.is_some()
            || next.said.role.is_some()
            || text.chars().count() > 200
            || ADOPTION.is_match(text)
            || dateline::is_dateline(text);
        if apart {
            return None;
        }
        hyphens::append(&mut whole.text, text);
        whole.lines[1] = next.lines[1];
        if !unclosed(&whole.text) {
            return Some((whole, n + 2));
        }
    }
    None
}

/// A point, a space and a capital after a whole word: no abbreviation, so running text. A theme in
/// quotation marks may well have two sentences.
fn has_two_sentences(text: &str) -> bool {
    static BREAK: Pattern = Pattern::new(r"[а-яё]{4,}[»)]?\. [А-ЯЁ][а-яё]+ ").exact();
    let mut depth = 0_usize;
    let outside: String = text
        .chars()
        .filter(|c| {
            match c {
                '«' => depth += 1,
                '»' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
        .collect();
    BREAK.is_match(&outside)
}

/// «О состоянии и перспективах развития …»
fn is_heading_to_text(text: &str) -> bool {
    (text.starts_with("О ") || text.starts_with("Об ") || text.starts_with("О\u{a0}"))
        && !text.ends_with([':', ';'])
        && !text.contains('«')
}

fn date_line(title: &mut Title, text: &str) {
    let found = dates::all(text);
    if title.adoption.is_some() && title.adopted.is_empty() && !found.is_empty() {
        title.adopted.clone_from(&found);
        if let Some(adoption) = &mut title.adoption {
            adoption.push(' ');
            adoption.push_str(text);
        }
    }
    cover_facts(title, text);
}

/// What an event decided is approved within this time.
const LATEST_APPROVAL: chrono::TimeDelta = chrono::TimeDelta::days(60);

fn cover_facts(title: &mut Title, text: &str) {
    for date in dates::all(text) {
        if !title.dates.contains(&date) {
            title.dates.push(date);
        }
    }
    if title.place.is_none() {
        title.place = dateline::place(text);
    }
}

/// Parts «Резолюция форума … «Тема»» into kind, event and theme.
fn name_event(title: &mut Title, spoken: &str) {
    let spoken = unspace(spoken.trim());
    let Some(named) = kind_of(&spoken) else {
        return;
    };
    title.kind = named.kind;
    let rest = spoken.get(named.end..).unwrap_or_default();
    let rest = held::without(rest, title);
    let rest = without_days(&rest, title);
    let mut rest = items::trimmed(rest.trim(), &[]).to_owned();
    if !rest.chars().any(char::is_lowercase) {
        rest = quiet(&rest);
    }
    // «от 18 ноября 2025 г.» left over from a line of its own, and a place in brackets behind.
    let mut in_place = false;
    let (event, theme) = match (rest.find('«'), rest.rfind('»')) {
        // «форума «Растим будущее» Краснояровского района»: the theme before the place of the event.
        (Some(_), Some(close)) if is_place_of_event(&rest, close) == Some(Place::InName) => {
            in_place = true;
            let open = theme_start(&rest, close);
            let theme = rest.get(open + '«'.len_utf8()..close).unwrap_or_default();
            (rest.clone(), Some(theme.to_owned()))
        }
        // Words go on behind the quotation marks: they name a thing, not the theme.
        (Some(_), Some(close))
            if rest.get(close + '»'.len_utf8()..).is_some_and(goes_on)
                && is_place_of_event(&rest, close).is_none() =>
        {
            (rest.clone(), None)
        }
        // The theme is what the last outermost quotes hold; a school's name may be quoted earlier.
        (Some(_), Some(close)) => {
            let open = theme_start(&rest, close);
            let theme = rest.get(open + '«'.len_utf8()..close).unwrap_or_default();
            (
                rest.get(..open).unwrap_or_default().to_owned(),
                Some(theme.to_owned()),
            )
        }
        _ => match rest.split_once('"') {
            Some((event, quoted)) => (
                event.to_owned(),
                Some(quoted.trim_end_matches('"').to_owned()),
            ),
            None => (rest.clone(), None),
        },
    };
    let capital = match title.number.take().filter(|_| !spoken.contains('№')) {
        Some(number) => format!("{} {number}", named.shown),
        None => named.shown,
    };
    let heading = title.theme.take();
    title.theme = theme
        .or(heading)
        .map(|theme| items::trimmed(theme.trim(), &[]).to_owned())
        .filter(|t| !t.is_empty());
    let event = quiet(event.trim().trim_end_matches([',', ':', '–', '-']).trim());
    // «Тема:» on the line of the theme.
    let mut event = match event.rsplit_once(' ') {
        Some((event, last)) if words::fold(last) == "тема" => event.to_owned(),
        None if words::fold(&event) == "тема" => String::new(),
        _ => event,
    };
    title.event = without_number(&event)
        .trim_end_matches([':', ' '])
        .trim_end_matches("по теме")
        .trim_end_matches("на тему")
        .trim()
        .to_owned();
    // «РЕЗОЛЮЦИЯ» over «Управление образования администрации района»: whose it is, and no event.
    if title.issuer.is_empty() && is_office(&title.event) {
        title.issuer.push(std::mem::take(&mut title.event));
        event.clear();
    }
    let behind = rest
        .rfind('»')
        .and_then(|close| rest.get(close + '»'.len_utf8()..));
    let behind = behind
        .map(str::trim)
        .filter(|behind| is_aside(behind) && !behind.starts_with('('));
    let shown = match &title.theme {
        Some(theme) if !in_place => {
            format!("{capital} {event} «{theme}» {}", behind.unwrap_or_default())
        }
        _ => format!("{capital} {event}"),
    };
    title.title = words::collapse(&shown);
}

/// «Протокол № 1 августовского совещания»: what follows the number.
fn without_number(rest: &str) -> &str {
    static NUMBER: Pattern =
        Pattern::new(r"^\s*(?:№|n)\s*\d+(?:[-/]\d+)*\s+(?P<rest>[а-яё])").needing(&["№", "n"]);
    let found = NUMBER.captures(rest);
    let behind = found.and_then(|found| found.name("rest").map(|name| name.start()));
    behind.and_then(|at| rest.get(at..)).unwrap_or(rest)
}

/// A title without the days of the event in brackets: «… совета «Школа» (27 августа 2026 года)».
fn without_days(rest: &str, title: &mut Title) -> String {
    let Some((before, behind)) = rest.rsplit_once('(') else {
        return rest.to_owned();
    };
    let Some((days, after)) = behind.split_once(')') else {
        return rest.to_owned();
    };
    if !dateline::without_dates(days).trim().is_empty() || dates::all(days).is_empty() {
        return rest.to_owned();
    }
    if title.held.is_empty() {
        title.held = dates::all(days);
    }
    format!("{}{after}", before.trim_end())
}

/// «Озёрский городской округ, Тверская область», «(Республика Алтай)»: nothing but names of territories, which are
/// read as such, whatever the title is called. «Сильная школа – сильный район» is a theme.
pub(super) fn is_territory(text: &str) -> bool {
    const KINDS: &[&str] = &[
        "район",
        "округ",
        "область",
        "край",
        "республика",
        "город",
        "улус",
    ];
    // «Залесской области» alone goes on with the line above it.
    const OF: &[&str] = &["области", "края", "республики"];
    const BESIDE: &[&str] = &["муниципальн", "городск", "образование"];
    let kind = |word: &str| KINDS.contains(&words::fold(word).as_str());
    let beside = |word: &str| {
        BESIDE
            .iter()
            .any(|start| words::fold(word).starts_with(start))
    };
    let adjective = |word: &str| {
        let ends = ["ий", "ый", "ой", "ая", "ое"];
        word.starts_with(char::is_uppercase)
            && ends.iter().any(|end| words::fold(word).ends_with(end))
    };
    let names = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let of = |word: &str| OF.contains(&words::fold(word).as_str());
        // «город Озёрск», «Республика Алтай»: what follows its kind is a name.
        let named =
            |n: usize| n > 0 && kind(words[n - 1]) && words[n].starts_with(char::is_uppercase);
        let told = |(n, word): (usize, &&str)| {
            kind(word) || of(word) || beside(word) || adjective(word) || named(n)
        };
        words.iter().any(|word| kind(word)) && words.iter().enumerate().all(told)
    };
    let bare = text
        .trim_start_matches('(')
        .trim_end_matches([')', ',', '.']);
    text.chars().count() < 100 && bare.split(',').all(names)
}

/// An office in the nominative, which no event follows.
fn is_office(name: &str) -> bool {
    const OFFICES: &[&str] = &[
        "Управление",
        "Отдел",
        "Комитет",
        "Департамент",
        "Министерство",
        "Администрация",
    ];
    let first = name.split_whitespace().next().unwrap_or_default();
    OFFICES.contains(&first) && places::event(name).is_none()
}

/// Whether words that belong to the name follow its quotation marks; a place in brackets does not.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start_matches([')', ' ']);
    !is_aside(behind) && behind.split_whitespace().count() > 2
}

/// «… совета «Школа» на 2026/2027 учебный год», «Обращение … форума «Школа» к родителям района»: what stands
/// behind a theme and makes it no part of a longer name.
fn is_aside(behind: &str) -> bool {
    let aside = ["на 20", "к ", "ко ", "("];
    aside.iter().any(|begin| behind.starts_with(begin))
}

/// What a territory behind the theme of an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// «форума «…» Озёрского района»: part of the event's name.
    InName,
    /// «Озёрский район»: a line of its own that says where.
    OfItsOwn,
}

/// Whether a quoted theme of an event is followed by nothing but the territory it was held in.
fn is_place_of_event(text: &str, close: usize) -> Option<Place> {
    const EVENTS: &[&str] = &[
        "форум",
        "конференци",
        "совещани",
        "съезд",
        "слет",
        "чтени",
        "семинар",
        "педсовет",
        "встреч",
        "конгресс",
        "марафон",
        "фестивал",
        "салон",
        "собрани",
        "недел",
        "дискусси",
        "тем",
    ];
    const PLACES: &[&str] = &[
        "район",
        "округ",
        "област",
        "кра",
        "республик",
        "город",
        "улус",
        "кожуун",
        "аймак",
        "поселени",
    ];
    let open = theme_start(text, close);
    let before = text.get(..open).unwrap_or_default();
    let event = before.split_whitespace().next_back().map(words::fold);
    let behind = text.get(close + '»'.len_utf8()..).unwrap_or_default();
    let named: Vec<&str> = behind.split_whitespace().collect();
    let is_place = |word: &str| {
        PLACES
            .iter()
            .any(|place| words::fold(word).starts_with(place))
    };
    let found = event.is_some_and(|word| EVENTS.iter().any(|event| word.starts_with(event)))
        && named.iter().any(|word| is_place(word))
        && named.iter().all(|word| {
            is_place(word)
                || word.starts_with(char::is_uppercase)
                || words::fold(word).starts_with("муниципальн")
        });
    let nominative = named.iter().any(|word| {
        ["район", "округ", "улус", "кожуун", "аймак"].contains(&words::fold(word).as_str())
    });
    found.then_some(if nominative {
        Place::OfItsOwn
    } else {
        Place::InName
    })
}

/// The opening quote that matches the last closing one.
fn theme_start(text: &str, close: usize) -> usize {
    let mut depth = 0i32;
    let mut start = text.find('«').unwrap_or(0);
    for (at, c) in text.char_indices().rev().skip_while(|(at, _)| *at > close) {
        match c {
            '»' => depth += 1,
            '«' => {
                depth -= 1;
                start = at;
                if depth <= 0 {
                    break;
                }
            }
            _ => {}
        }
    }
    start
}
