//! What a paragraph is by its own words: a session's title, a lead-in, a heading, a closing.

use std::borrow::Cow;
use std::ops::Range;

use svod_language::pattern::{Pattern, Text};
use svod_language::{addressees, case, verbs};
use svod_model::roman;

use super::label::Label;
use super::paragraphs::{Paragraph, first_word, has_infinitive};
use super::{grounds, items, sessions};

static LEAD_IN: Pattern = Pattern::new(
    r"рекоменду[юе][тм]|с (?:[а-яё]+ )?предложениями:$|предлага[юе][тм]|(?:^|[^а-яё])(?:решил[иао]?|решено|решают|решает|просят|просит)(?:[^а-яё]|$)|постанов(?:ил[иао]?|ля[юе]т)|счита[юе][тм] необходим|обозначили ряд предложени|следующие рекомендации|следующие меры|выработали|^рекомендации:?$|^рекомендовать:?$|^поручить:?$|^решени[ея]:?$|^(?:предложения|рекомендации|решения)(?: [а-яё]+){1,3}:?$|следующие предложения|принято решение|приказываю|обязываю|поруча[юе]т|рекомендовал[иао]?:$|поручил[иао]?:$|предложил[иао]?:$|приняли следующ|принята следующая|принято следующее|приняты следующие|принимают следующ|счита[юе]т\s+(?:целесообразн|важн)|призыва[юе]т|предложено:?$|рекомендовано:?$|поручено:?$|внос[яи]т\s+(?:следующие\s+)?предложени|выступа[юе]т\s+с\s+предложени|обраща[юе]тся\s+с\s+просьбой:$|предлага[юе]т\s+включить",
);
static CLOSING: Pattern = Pattern::new(
    r"^(?:контроль (?:за|над|исполнени|выполнени)|настоящ\w+ (?:резолюци|решени|рекомендаци|постановлени|документ|обращени)|резолюци[юя] (?:опубликовать|разместить|принята|направить|вступает)|участники \w+ (?:выражают благодарность|благодарят)|выражаем благодарность|председател[ьи](?:$|[^а-яё])|секретар[ьи](?:$|[^а-яё])|президиум|считать (?:резолюци|решени)|голосовали|(?:за|против|воздержал\w+)\s*[-–—:]|приложени[ея]|срок подготовки|текст резолюции|по поручению|результаты голосования|итоги голосования|принят[ао] (?:единогласно|большинством))",
);
/// «… . Срок: 1 мая 2026 года. Ответственный: …» at the end of a task's own paragraph.
static TAILS: Pattern = Pattern::new(r"[.;,]?\s+(?P<tail>(?:Сроки?(?:\s+(?:исполнения|реализации|проведения|выполнения))?|Ответственн(?:ый|ые|ая)(?:\s+(?:исполнител\S+|за\s+(?:исполнение|выполнение|реализацию)))?|Отв\.|Исполнител[ьи]|(?:Ожидаемы[йе]\s+)?[Рр]езультаты?|Показател[ьи])\s*[:–—-]\s*)").exact().needing(&["Срок", "Отв", "Исполнител", "езультат", "Показател"]);
static RESPONSIBLE: Pattern = Pattern::new(r"^(?P<what>сроки?|примечани[ея]|доклад|отч[её]т|ответственн[а-яё]+|отв\.|исполнител[а-яё]+|контроль|ожидаем[а-яё]+\s+результат[а-яё]*|результат[а-яё]*|показател[а-яё]+|форма\s+отч[её]тности|(?:вид|форма|итоговый)\s+документ[а-яё]*)\s*(?:исполнения|реализации|проведения|выполнения|за\s+исполнение|за\s+выполнение|за\s+реализацию|исполнител[а-яё]+)?\s*[:–—-]\s*(?P<value>.+)$").needing(&[":", " –", " —", " -", "-"]);
static PROBLEMS: Pattern =
    Pattern::new(r"проблем\w*.{0,120}:|:\s*недостаточн").needing(&["проблем", "недостаточн"]);

/// A question of the agenda without who speaks to it: «(докл. Юрьева И.А.)», «– докладчик Орлов П.К.».
pub(super) fn without_speaker(text: &str) -> &str {
    static SPEAKER: Pattern = Pattern::new(r"[.;,]?\s*(?:\((?:(?i:докл|содокл|отв|инф|выст|модератор|ведущ|руковод|спикер|эксперт)[^()]*|[^()]*[А-ЯЁ]\.\s?[А-ЯЁ]\.[^()]*)\)|(?:[–—-]\s*)?(?i:докладчик|содокладчик|модератор|ведущ|информаци[яю]:)[^«»]*|[–—-]\s*[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.[^«»]*)[.;]?$").exact();
    match SPEAKER.find(text) {
        Some(found) if found.start() > 0 => &text[..found.start()],
        _ => text,
    }
}

/// «Докладчик: Юрьева И.А.», «(Юрьева И.А., директор)»
pub(super) fn names_speaker(text: &str) -> bool {
    let begins = [
        "Доклад",
        "Содоклад",
        "Информ",
        "Выступ",
        "Ответств",
        "(",
        "Отв.",
        "Докл.",
    ];
    text.chars().count() < 160 && begins.iter().any(|begin| text.starts_with(begin))
}

/// «РЕШИЛИ:», «ВЫСТУПИЛИ: …»: a part of minutes, whatever the line above it.
pub(super) fn opens_minutes(text: &str) -> bool {
    static OPENS: Pattern = Pattern::new(
        r"^(?:РЕШИЛИ|РЕШИЛ|РЕШИЛА|РЕШЕНИЕ|ПОСТАНОВИЛИ|ПОСТАНОВИЛ|ПОСТАНОВИЛА|СЛУШАЛИ|ВЫСТУПИЛИ|ВЫСТУПИЛ|ВЫСТУПИЛА|Решили|Постановили|Слушали|Выступили)\s*:",
    )
    .exact();
    OPENS.is_match(text)
}

/// «По второму вопросу решили:»
pub(super) fn decides_question(text: &str) -> bool {
    static DECIDES: Pattern = Pattern::new(r"^по\s+(?:[а-яё]+|\d{1,2}(?:-[а-яё]+)?)\s+вопросу[^:.]{0,60}\s(?:решил[иа]?|постановил[иа]?|решено)\s*:?$").needing(&["вопросу"]);
    DECIDES.is_match(text)
}

/// The question a meeting heard, in quotes: «СЛУШАЛИ: Юрьеву И.А. «О результатах олимпиады»».
pub(super) fn question(heard: &str) -> Option<String> {
    let (_, behind) = heard.split_once('«')?;
    let (name, _) = behind.split_once('»')?;
    (name.starts_with("О ") || name.starts_with("Об ")).then(|| name.to_owned())
}

/// A phrase that introduces directives.
pub(super) fn is_lead_in(text: &str) -> bool {
    let last = text.trim_end();
    let from = last.char_indices().rev().nth(259).map_or(0, |(at, _)| at);
    let tail = last.get(from..).unwrap_or(last);
    let introduces = last.ends_with(':')
        || last.ends_with('.')
            && (["следующие", "следующее."]
                .iter()
                .any(|word| last.contains(word))
                || last.chars().count() < 60 && says(last))
        || last.chars().count() < 60 && !last.ends_with('.');
    introduces && leads_in(tail) || grounds::asked(last).is_some()
}

/// «Собрание рекомендует:», «Конференция решила»: who adopts the document says that tasks follow.
pub(super) fn says(text: &str) -> bool {
    static SAYS: Pattern = Pattern::new(
        r"^(?:рекоменду[юе]т|рекомендовал[аио]?|предлага[юе]т|поруча[юе]т|реша[юе]т|решил[аио]?|постановля[юе]т|постановил[аио]?):?$",
    );
    let last = text.trim_end_matches('.').split_whitespace().next_back();
    let last = last.unwrap_or_default();
    // «Руководителям школ рекомендуют:» names those it is said to.
    SAYS.is_match(last) && !addressees::starts_in_dative(text)
}

/// «Участники предлагают | включить в план работы на учебный год:» in its two parts.
pub(super) fn proposed_to_include(text: &str) -> Option<(&str, &str)> {
    static INCLUDE: Pattern = Pattern::new(
        r"(?:предлага[юе]т|рекоменду[юе]т|считают\s+необходимым)\s+(?P<what>включить\s+[^:]*:)$",
    )
    .needing(&["включить"]);
    let at = INCLUDE.captures(text)?.name("what")?.start();
    text.split_at_checked(at)
}

/// Whether words that introduce directives stand in a text.
pub(super) fn leads_in(text: &str) -> bool {
    LEAD_IN.is_match(text)
}

/// An addressee heading. `next` is the paragraph that follows.
pub(super) fn is_heading(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let text = paragraph.text.as_str();
    if is_unfilled(text) && matches!(paragraph.label, Some(Label::Number(_))) {
        return true;
    }
    if heads_by_letters(paragraph, next) {
        return true;
    }
    let over_task = |next: &Paragraph| {
        items::starts_task(&next.text)
            && (text.ends_with(':') || paragraph.label.is_none() && next.label.is_some())
    };
    if is_of_a_list(paragraph, next) {
        return true;
    }
    if is_in_nominative(text) && next.is_some_and(over_task) {
        return true;
    }
    if asks_over_tasks(paragraph, next) {
        return true;
    }
    if text.chars().count() > 600
        || text.ends_with(';')
        || !addressees::starts_like_addressee(text)
        || says(text)
    {
        return false;
    }
    if verbs::is_infinitive(first_word(addressees::drop_lead(text))) {
        return false;
    }
    let bare = addressees::without_tail(addressees::drop_lead(text).trim_end_matches(':').trim());
    let bare = without_clauses(bare);
    if has_infinitive(&bare) || bare.split_whitespace().any(items::is_finite) {
        return false;
    }
    if text.ends_with(':') {
        return true;
    }
    if offers(text, next) {
        return false;
    }
    let numbered = matches!(paragraph.label, Some(Label::Number(_)));
    let task_follows = next.is_some_and(|next| {
        // What a meeting says of itself is nobody's task.
        matches!(next.label, Some(Label::Bullet(_) | Label::Letter(_)))
            || items::starts_task(&next.text) && formal(&next.text).is_none()
            || items::is_deadline(&next.text)
    });
    task_follows
        && addressees::starts_in_dative(text)
        && (numbered || paragraph.set_off || !text.ends_with('.') || text.chars().count() < 120)
        && !matches!((&paragraph.label, next.and_then(|next| next.label.as_ref())),
            (Some(Label::Bullet(own)), below) if !matches!(below, Some(Label::Bullet(deeper)) if deeper != own))
}

/// «4. ИМЦ:», and «5. ДДТ и ДЮСШ» over «5.1. …», which needs no colon.
fn heads_by_letters(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let text = paragraph.text.as_str();
    let Some(Label::Number(own)) = &paragraph.label else {
        // «ИМЦ:» under no number, over a list of tasks.
        let listed = next.is_some_and(|next| {
            next.label.is_some() && verbs::is_infinitive(first_word(&next.text))
        });
        return paragraph.label.is_none() && listed && is_short_names(text);
    };
    let over = next.is_some_and(|next| {
        let below = matches!(&next.label, Some(Label::Number(number)) if is_below(own, number));
        below && items::starts_task(&next.text)
    });
    is_short_names(text) || over && is_short_names(&format!("{text}:"))
}

/// «7. Совхозу «Заря»:» over «7.1. …» or over dashes: a numbered line in the dative, whatever body it names.
fn is_of_a_list(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let (Some(Label::Number(own)), Some(name)) =
        (&paragraph.label, paragraph.text.strip_suffix(':'))
    else {
        return false;
    };
    let listed = next.is_some_and(|next| {
        let below = match &next.label {
            Some(Label::Number(number)) => is_below(own, number),
            Some(Label::Letter(_) | Label::Bullet(_)) => true,
            None => false,
        };
        below && verbs::is_infinitive(first_word(&next.text))
    });
    let first = first_word(name);
    let dative = ["ому", "ему", "у", "ю", "ам", "ям"];
    let dative = dative.iter().any(|ending| first.ends_with(ending));
    listed
        && dative
        && first.chars().count() > 3
        && first.starts_with(char::is_uppercase)
        && name.chars().count() < LONGEST_NAME / 2
        && !verbs::is_infinitive(first)
        && !is_lead_in(&paragraph.text)
        && !has_infinitive(name)
        && !name.split_whitespace().any(items::is_finite)
}

/// «1.1.» under «1.»
fn is_below(own: &str, below: &str) -> bool {
    let bare = own.trim_end_matches(['.', ')']);
    below.starts_with(&format!("{bare}."))
        && below.trim_end_matches('.').len() > own.trim_end_matches('.').len()
}

/// «ИМЦ:», «ЦОКО, ПМПК:», «ИМЦ (Лыкова М.И.):»: nothing but short names of bodies, over what is given to them.
fn is_short_names(text: &str) -> bool {
    let Some(names) = text.strip_suffix(':') else {
        return false;
    };
    let names = addressees::without_note(names.trim_end());
    let mut words = names
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty() && *word != "и")
        .peekable();
    words.peek().is_some()
        && words.all(|word| {
            !addressees::names_no_body(word)
                && (2..=SHORT_NAME).contains(&word.chars().count())
                && word.chars().all(char::is_uppercase)
        })
}

/// «Муниципальный методический центр:», «Отдел образования:» over tasks: the case is wrong, the body is not.
pub(super) fn is_in_nominative(text: &str) -> bool {
    let name = text.strip_suffix(':').unwrap_or(text);
    let first = case::cases(name).nominative.into_iter().next();
    let begins = first.is_some_and(|body| body.range.start == 0);
    begins
        && text.chars().count() < LONGEST_NAME
        && !name.ends_with(['.', ';', ','])
        && !case::may_be_theme(name)
        && !has_infinitive(name)
        && !name.split_whitespace().any(items::is_finite)
}

/// Characters of a heading that is a name and no sentence.
const LONGEST_NAME: usize = 200;

/// Letters of the longest short name; «РЕШИЛИ» has more.
const SHORT_NAME: usize = 5;

/// «Предложить старшеклассникам не менее трёх направлений.»: a sentence about people whom no heading names, with
/// nothing listed under it, is a task.
fn offers(text: &str, next: Option<&Paragraph>) -> bool {
    let listed = matches!(
        next.and_then(|next| next.label.as_ref()),
        Some(Label::Bullet(_) | Label::Letter(_))
    );
    text.ends_with('.')
        && !listed
        && addressees::drop_lead(text).len() < text.len()
        && !addressees::starts_with_body(text)
}

/// «[Методическая служба]:»: a field of a template nobody has filled in.
fn is_unfilled(text: &str) -> bool {
    let field = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix("]:"));
    field.is_some_and(|name| !name.contains(['[', ']']))
}

/// A heading without what tells which bodies are meant («школ, на базе которых созданы центры, …»):
/// such a clause has a verb of its own, and yet the heading is no sentence.
fn without_clauses(heading: &str) -> Cow<'_, str> {
    static CLAUSE: Pattern = Pattern::new(
        r",\s*(?:(?:в|во|на|из|при|для|у|с|за|к|по)\s+)?(?:(?:базе|территории|составе|рамках|районе|числе)\s+)?(?:котор|чь[ияе])[^,]*",
    )
    .needing(&["котор", "чьи", "чья", "чье"]);
    let clauses = CLAUSE.find_iter(heading);
    if clauses.is_empty() {
        return Cow::Borrowed(heading);
    }
    let mut out = String::with_capacity(heading.len());
    let mut done = 0;
    for clause in clauses {
        out.push_str(&heading[done..clause.start()]);
        done = clause.end();
    }
    out.push_str(&heading[done..]);
    Cow::Owned(out)
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
    // «Опубликовать резолюцию на сайте» under no number.
    static PUBLISH: Pattern = Pattern::new(r"^(?:Опубликовать|Разместить)\s+(?:(?:настоящ|данн|итогов|Итогов|принят|текст|материал)[а-яё]*\s+)*(?:[Рр]езолюци|[Рр]екомендаци|[Рр]ешени|[Пп]остановлени|документ)").exact();
    let published = paragraph.label.is_none() && PUBLISH.is_match(text);
    of_itself
        || published
        || !matches!(paragraph.label, Some(Label::Bullet(_))) && CLOSING.is_match(&paragraph.text)
}

/// «Срок: …», «Ответственный: …» under a task.
pub(super) enum Tail<'a> {
    Deadline(&'a str),
    Responsible(&'a str),
    /// «Доклад – до 1 июня 2026 г., далее – один раз в полугодие», «Примечание: …»
    Report,
    /// «Ожидаемый результат: не менее 4 семинаров»
    Result(&'a str),
}

/// The notes a paragraph consists of: «Срок: май 2026 г. Ответственный: ИМЦ».
pub(super) fn tails(text: &str) -> Vec<Tail<'_>> {
    if tail(text).is_none() {
        return Vec::new();
    }
    let (first, more) = without_tails(text);
    std::iter::once(first)
        .chain(more)
        .filter_map(tail)
        .collect()
}

/// «(Срок: сентябрь 2026 г.)» as a paragraph of its own.
pub(super) fn is_bracketed_tail(text: &str) -> bool {
    unbracketed(text).is_some_and(|inner| tail(inner).is_some())
}

fn unbracketed(text: &str) -> Option<&str> {
    let inner = text
        .trim_end_matches(['.', ';'])
        .strip_prefix('(')?
        .strip_suffix(')')?;
    (!inner.contains(['(', ')'])).then_some(inner)
}

pub(super) fn tail(text: &str) -> Option<Tail<'_>> {
    let text = unbracketed(text).unwrap_or(text);
    // The sign stands soon behind the first words.
    let sign = text
        .char_indices()
        .take(80)
        .any(|(_, c)| matches!(c, ':' | '–' | '—' | '-'));
    let found = sign.then(|| RESPONSIBLE.captures(text)).flatten()?;
    let value = found.name("value")?.as_str();
    let what = found.name("what")?.as_str().to_lowercase();
    let result = [
        "результат",
        "показател",
        "форма",
        "вид",
        "итогов",
        "ожидаем",
    ];
    let report = ["доклад", "отч", "примечан"];
    Some(if report.iter().any(|word| what.starts_with(word)) {
        Tail::Report
    } else if result.iter().any(|word| what.starts_with(word)) {
        Tail::Result(value)
    } else if what.starts_with("срок") {
        Tail::Deadline(value)
    } else {
        Tail::Responsible(value)
    })
}

/// A short name and what stands under it: «Финансирование: 100 тыс. руб.»
pub(super) fn named_cell(text: &str) -> Option<(&str, &str)> {
    let (heading, cell) = text.split_once(": ")?;
    let short = heading.chars().count() <= 40 && heading.split_whitespace().count() <= 4;
    let named = heading.starts_with(char::is_uppercase)
        && heading
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ','));
    (short && named && !cell.trim().is_empty()).then_some((heading, cell.trim()))
}

/// A task and the notes behind it in the same paragraph.
pub(super) fn without_tails(text: &str) -> (&str, Vec<&str>) {
    let starts: Vec<(usize, usize)> = TAILS
        .captures_iter(text)
        .into_iter()
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

/// «Управлению образования сосредоточить усилия на следующем:» names whom the list below is given to.
pub(super) fn asks_for_following(text: &str) -> Option<String> {
    static FOLLOWING: Pattern = Pattern::new(
        r"\s(?:сосредоточить|направить|реализовать|выполнить|обеспечить|провести|принять|осуществить|предпринять|решить|сделать)\s(?:[а-яё]+\s){0,2}(?:на\s+)?следующ(?:ее|ем|ие(?:\s+(?:меры|мероприятия|действия|задачи))?):$",
    )
    .needing(&["следующ"]);
    let head = text.get(..FOLLOWING.find(text)?.start())?;
    let asks = !has_infinitive(head) && !head.split_whitespace().any(items::is_finite);
    (asks && addressees::starts_in_dative(head)).then(|| items::inline_addressee(text))?
}

/// A heading and its first task in one paragraph: «Школам: создать музеи; провести смотр.»
pub(super) fn glued_heading(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0usize;
    let colon = text.char_indices().find_map(|(at, c)| {
        match c {
            '«' | '(' => depth += 1,
            '»' | ')' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some(at..at + 1),
            _ => {}
        }
        None
    });
    let cut = given_at_once(text).or(colon)?;
    let (head, tasks) = (text.get(..cut.start)?.trim(), text.get(cut.end..)?.trim());
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

/// «Просить руководство техникума» over numbered tasks.
fn asks_over_tasks(paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
    let text = paragraph.text.as_str();
    let asked = addressees::drop_request(text);
    asked.len() < text.len()
        && paragraph.label.is_none()
        && text.chars().count() < LONGEST_NAME / 2
        && !text.ends_with(['.', ';', ','])
        && !has_infinitive(asked)
        && next.is_some_and(|next| next.label.is_some() && items::starts_task(&next.text))
}

/// «Школам – открыть кружки, | директору спортшколы – открыть секции»: a paragraph parted where another is given
/// something in the same way.
pub(super) fn given_in_turn(text: &str) -> Vec<&str> {
    let begins = |behind: &str| -> Option<bool> {
        // Whom and the verb stand near, however long the line is.
        let near = behind.get(..behind.floor_char_boundary(LONGEST_NAME))?;
        let head = near.get(..given_at_once(near)?.start)?;
        let names = addressees::starts_in_dative(head) && head.chars().count() < LONGEST_NAME / 2;
        Some(names)
    };
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, mark) in text.match_indices(", ") {
        let next = at + mark.len();
        let own = text.get(from..at).unwrap_or_default();
        // «Отделу культуры, дому культуры – предоставить площадки» are two bodies with one task.
        if text.get(next..).and_then(begins) == Some(true) && glued_heading(own).is_some() {
            parts.push(own);
            from = next;
        }
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// «Руководителям школ – открыть кружки», «Газете «Вести» предложить открыть рубрику»: where the addressee ends and
/// the task begins.
fn given_at_once(text: &str) -> Option<Range<usize>> {
    static BETWEEN: Pattern =
        Pattern::new(r"\s+(?:[–—-]|предложить|рекомендовать|поручить)\s+(?P<verb>[а-яё-]+)");
    let found = BETWEEN.captures(text)?;
    let (whole, verb) = (found.get(0)?, found.name("verb")?);
    let head = text.get(..whole.start())?;
    let quoted = head.matches('«').count() != head.matches('»').count();
    (verbs::is_infinitive(verb.as_str()) && !quoted && !has_infinitive(head))
        .then(|| whole.start()..verb.start())
}

/// A paragraph that names problems, in itself or in the list below it.
pub(super) fn names_problems(text: &str) -> bool {
    // «Обсудили состояние, проблемы и перспективы, в том числе:» lists topics, not problems.
    let before = text
        .split("проблем")
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let sentence = before.rsplit(". ").next().unwrap_or_default();
    let last = |words: &[&str]| words.iter().filter_map(|word| sentence.rfind(word)).max();
    let discussed = last(&["обсуд", "обсужд", "рассмотр", "рассматрив"]);
    // «Обсудив итоги, участники отмечают проблемы:» names them.
    let stated = last(&[
        "отмет",
        "отмеча",
        "констатир",
        "выявл",
        "выяви",
        "назва",
        "назыв",
        "указал",
        "указан",
    ]);
    let topic = discussed.is_some() && discussed > stated;
    !topic && PROBLEMS.is_match(text)
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

static HEARD: Pattern = Pattern::new(r"^(?:(?i:по\s+\S+\s+вопросу(?:\s+повестки(?:\s+дня)?)?)[,:]?\s*)?(?:СЛУШАЛИ|Слушали|слушали)\b").exact().needing(&["СЛУШАЛИ", "лушали"]);
static SPOKE: Pattern = Pattern::new(r"^(?:ВЫСТУПИЛИ?|Выступили?|ОБСУДИЛИ)\b\s*[:–-]?")
    .exact()
    .needing(&["ЫСТУПИЛИ", "ыступил", "ВЫСТУПИЛ", "ОБСУДИЛИ"]);
static AGENDA: Pattern = Pattern::new(r"^повестка(?:\s+дня|\s+\S+)?\s*:?$").needing(&["повестка"]);
static VOTE: Pattern = Pattern::new(r"^(?:(?:про)?голосовали|результаты\s+голосования|итоги\s+голосования|голосование)(?:[^а-яё]|$)").needing(&["голосова"]);

/// Which of them a paragraph begins.
pub(super) fn minutes(text: &str) -> Option<Minutes> {
    let text = Text::new(text);
    let is = |pattern: &Pattern| pattern.is_in(&text);
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
    /// «Поблагодарить коллектив школы за гостеприимство»
    Thanked,
}

static THANKED: Pattern = Pattern::new(r"^(?:поблагодарить|(?:выразить|объявить)\s+(?:[а-яё]+\s+){0,2}(?:благодарност|признательност)[а-яё]*)(?:[^а-яё]|$)").needing(&["благодар", "признательн"]);

static NOTED: Pattern = Pattern::new(r"^(?:принять\s+к\s+сведению|(?:представленн\w+\s+)?(?:информаци|доклад|сообщени|отч[её]т|выступлени|справк)\w*.{0,240}принять\s+к\s+сведению\W*$|признать\s+(?:работу|деятельность)\s.{0,240}(?:не)?удовлетворительн\w+\W*$|(?:работу|деятельность)\s.{0,240}признать\s+(?:не)?удовлетворительн\w+\W*$)").needing(&["к сведению", "удовлетворительн"]);
static REPEALED: Pattern = Pattern::new(r"^(?:признать|считать)\s+утратившим\w*\s+силу|^(?:приказ|решение|постановление|распоряжение|пункт)\b.*(?:признать|считать)\s+утратившим\w*(?:\s+силу)?\W*$|^снять\s+с\s+контроля\b").needing(&["утратившим", "с контроля"]);

/// Whether an item is formal.
pub(super) fn formal(text: &str) -> Option<Formal> {
    let text = Text::new(text);
    let is = |pattern: &Pattern| pattern.is_in(&text);
    if is(&NOTED) {
        Some(Formal::Noted)
    } else if is(&REPEALED) {
        Some(Formal::Repealed)
    } else if is(&THANKED) {
        Some(Formal::Thanked)
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
    let area = text.ends_with(':') && AREA.is_match(text);
    // «1. Работа с кадрами» over «1.1. …».
    let parent = matches!((&paragraph.label, &next.label),
        (Some(Label::Number(own)), Some(Label::Number(below))) if is_below(own, below));
    // «1 НА УРОВНЕ ОБЩЕГО ОБРАЗОВАНИЯ»
    // Without a number «ОБЩИЕ ПОРУЧЕНИЯ» has to stand right over whom they are given to.
    let loud = (matches!(paragraph.label, Some(Label::Number(_)))
        || paragraph.label.is_none() && next.text.ends_with(':') && is_heading(next, None))
        && text.contains(' ')
        && !text.chars().any(char::is_lowercase)
        && !leads_in(text);
    let titled = roman_number || paragraph.set_off || area || parent || loud;
    let short = (3..100).contains(&text.chars().count());
    let name = text.starts_with(char::is_uppercase)
        && (area || !text.ends_with([':', ';', ',', '.']))
        && !has_infinitive(text)
        && !text.split_whitespace().any(items::is_finite);
    let over_items = next.label.is_some() && next.row.is_none() && !next.set_off
        || is_heading(next, None)
        || addressees::starts_in_dative(&next.text)
        || items::starts_task(&next.text);
    let bulleted = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
    let bodies = addressees::starts_in_dative(text) || heads_by_letters(paragraph, Some(next));
    (titled && short && name && over_items && !bulleted && !bodies)
        .then(|| sessions::unmarked(text).to_owned())
}

/// A line under a title that only names who is to do what follows: «(Управление образования, МБУ
/// «ЦРО»)», «Ответственные: руководители школ».
pub(super) fn named_bodies(text: &str) -> Option<&str> {
    static NAMED: Pattern = Pattern::new(
        r"^(?:ответственн[а-яё]+|исполнител[а-яё]+|адресат[а-яё]*)(?: исполнител[а-яё]+)?\s*[:–—-]\s*",
    );
    let bracketed = text
        .strip_prefix('(')
        .and_then(|text| text.trim_end_matches([':', '.', ' ']).strip_suffix(')'));
    let names = match bracketed {
        Some(names) => names,
        None => text.get(NAMED.find(text)?.end()..)?,
    };
    let names = names.trim().trim_end_matches([':', '.']);
    (names.chars().count() > 3
        && !has_infinitive(names)
        && !names.chars().any(|c| c.is_ascii_digit()))
    .then_some(names)
}

/// «классные руководители, родительские комитеты:» over tasks: known bodies, though not in the dative.
pub(super) fn bodies_in_nominative(text: &str) -> Option<&str> {
    let names = text.strip_suffix(':')?;
    let known = addressees::class(names) != addressees::Class::Other;
    (known && names.chars().count() < 150 && !is_lead_in(text) && !has_infinitive(names))
        .then_some(names)
}

/// A thematic block that names its addressees in brackets: «1. В сфере кадров (управлению
/// образования, руководителям школ):» gives the theme and the bodies.
pub(super) fn block_of_bodies(paragraph: &Paragraph) -> Option<(&str, &str)> {
    let text = paragraph
        .text
        .strip_suffix(':')?
        .trim_end()
        .strip_suffix(')')?;
    let (title, bodies) = text.rsplit_once('(')?;
    let title = title.trim_end();
    let named = (3..120).contains(&title.chars().count())
        && title.starts_with(char::is_uppercase)
        && !has_infinitive(title)
        && !addressees::starts_in_dative(title);
    let bulleted = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
    (named && !bulleted && addressees::starts_in_dative(bodies)).then_some((title, bodies))
}

/// «В области воспитания:», «По вопросам кадров:»
static AREA: Pattern = Pattern::new(
    r"^(?:в|во|по|на)\s+(?:област|сфер|част|направлени|вопрос|раздел|лини|уровн)[а-яё]*\s[^:;.]{3,90}:$",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_head_a_group_also_with_whom_one_asks_for() {
        let heads = |text: &str| {
            let mut paragraph = Paragraph::default();
            let (label, rest) = super::super::label::split(text);
            rest.clone_into(&mut paragraph.text);
            paragraph.label = label;
            is_heading(&paragraph, None)
        };
        for text in [
            "4. ИМЦ:",
            "4. МОЦ (Лыкова М.И.):",
            "4. МОЦ, ПМПК (Лыкова М.И.):",
        ] {
            assert!(heads(text), "{text}");
        }
        for text in ["4. РЕШИЛИ:", "4. ГТО (до 1 мая):", "МОЦ (Лыкова М.И.):"]
        {
            assert!(!heads(text), "{text}");
        }
    }
}
