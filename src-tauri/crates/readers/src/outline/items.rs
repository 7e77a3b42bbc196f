//! What one paragraph of a list holds: a task, several glued ones, or the lead of sub-items.

use chrono::NaiveDate;
use svod_language::pattern::Pattern;
use svod_language::{Found, addressees, deadlines, verbs};
use svod_model::Deadline;

use super::paragraphs::{first_word, outside_quotes};

/// Longest beginning, in words, that may stand before the infinitive of a task.
const FRONT: usize = 40;

/// Whether a text starts a task: with an infinitive, or with a circumstance or an addressee of
/// its own before it.
pub(super) fn starts_task(text: &str) -> bool {
    if verbs::is_infinitive(first_word(text)) {
        return true;
    }
    // «незамедлительно, не позднее 1 октября, устранить»: how, and behind it what else may stand in front.
    if let Some((how, rest)) = text.split_once(' ')
        && (how.ends_with(',') || how.starts_with(char::is_lowercase))
        && is_manner(how)
        && starts_task(rest)
    {
        return true;
    }
    let front = outside_quotes(text);
    let words: Vec<&str> = front.split_whitespace().take(FRONT).collect();
    let verb = words.iter().position(|word| {
        verbs::is_infinitive(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'))
    });
    let Some(verb) = verb else { return false };
    let fronted = [
        "в",
        "во",
        "с",
        "со",
        "при",
        "до",
        "к",
        "ко",
        "на",
        "по",
        "для",
        "не",
        "ежегодно",
        "ежеквартально",
        "ежемесячно",
        "систематически",
        "регулярно",
        "дополнительно",
        "продолжать",
        "также",
        "совместно",
        "через",
        "своевременно",
        "постоянно",
        "активно",
    ]
    .contains(&first_word(text).to_lowercase().as_str())
        || words.iter().take(verb).all(|word| is_manner(word));
    // «В целях …, которые позволяют …» speaks; a task has no finite verb before its infinitive.
    let finite = words[..verb].iter().any(|word| is_finite(word));
    (fronted || addressees::starts_like_addressee(text)) && !finite
}

/// How something is done: «эффективно», «активнее». «Важно», «решено» say something themselves.
fn is_manner(word: &str) -> bool {
    const SAYING: &[&str] = &[
        "важно",
        "нужно",
        "можно",
        "возможно",
        "целесообразно",
        "необходимо",
    ];
    let word = word.trim_end_matches(',').to_lowercase();
    let participle = ["ено", "ано", "ято"].iter().any(|end| word.ends_with(end));
    word.chars().count() > 3
        && (word.ends_with("но") && !participle
            || ["ко", "ее", "ще", "шире", "строго"]
                .iter()
                .any(|end| word.ends_with(end)))
        && !SAYING.contains(&word.as_str())
}

/// Verb forms that make a sentence a statement.
pub(super) fn is_finite(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let lower;
    let word = if word.chars().any(char::is_uppercase) {
        lower = word.to_lowercase();
        lower.as_str()
    } else {
        word
    };
    matches!(
        word,
        "является"
            | "являются"
            | "имеет"
            | "имеют"
            | "отмечают"
            | "отметили"
            | "отмечает"
            | "считают"
            | "обсудили"
            | "составил"
            | "составила"
            | "составляет"
            | "реализуется"
            | "реализуются"
            | "проводится"
            | "проводятся"
            | "может"
            | "могут"
            | "должны"
            | "должен"
            | "должна"
            | "позволяет"
            | "позволит"
            | "состоялась"
            | "состоялось"
            | "приняли"
            | "представили"
            | "создано"
            | "созданы"
            | "необходимо"
            | "требует"
            | "требуют"
            | "становится"
            | "становятся"
            | "рекомендуют"
            | "предлагают"
            | "обратили"
            | "существует"
            | "остается"
            | "остаётся"
            | "следует"
            | "рекомендовали"
            | "разработан"
            | "внедряется"
            | "предлагаем"
            | "рекомендуем"
            | "считаем"
            | "обращаемся"
    )
}

/// The tasks of a paragraph: several only if each part between «;» starts one of its own.
pub(super) fn split(text: &str) -> Vec<&str> {
    let parts = parts(text);
    let parts: Vec<&str> = if parts.len() > 1 {
        // «1) провести …; 2) открыть …» in one paragraph: the marks are no words of the tasks.
        parts
            .into_iter()
            .map(|part| super::label::split(part).1)
            .collect()
    } else {
        parts
    };
    // A date alone before the first «;» is a fragment, not a task; the caller reports it.
    let tasks: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !is_deadline(part))
        .collect();
    // «Оргкомитету направить …; разместить …»: the first may name who does them all, and any other part one
    // of its own: «обеспечить …; классным руководителям провести …».
    let own = |part: &&str| starts_own_task(part) || names_who_does_it(part);
    if parts.len() > 1 && !tasks.is_empty() && tasks.iter().all(own) {
        tasks
    } else {
        vec![text]
    }
}

/// Whether a part names an addressee before its infinitive; «педагогам, желающим повысить …» only says who.
fn names_who_does_it(part: &str) -> bool {
    inline_addressee(part).is_some_and(|who| {
        let said = ["щим", "щему", "щимся", "щемуся"];
        !said.iter().any(|ending| who.ends_with(ending))
    })
}

/// A part between semicolons stands on its own only if it starts with its infinitive; a date, «не» or how it
/// is done may stand first.
fn starts_own_task(part: &str) -> bool {
    let acts = |text: &str| {
        let mut words = text.split_whitespace();
        let verb = words.find(|word| !["не", "также"].contains(word) && !is_manner(word));
        verb.is_some_and(|verb| verbs::is_infinitive(first_word(verb)))
    };
    if acts(part) {
        return true;
    }
    let date = terms(part).into_iter().find(|found| found.range.start == 0);
    date.and_then(|date| part.get(date.range.end..))
        .is_some_and(|rest| acts(rest.trim_start_matches([',', ' '])))
}

/// The statements of time in a text, by their place only: which day they fall on does not matter, so that «в течение
/// учебного года», which no year is said of, is one as well.
fn terms(text: &str) -> Vec<Found<Deadline>> {
    deadlines::find(text, NaiveDate::from_ymd_opt(2000, 1, 1))
}

/// A deadline fragment at the very start, cut off by «;».
pub(super) fn orphan_deadline(text: &str) -> Option<&str> {
    let parts = parts(text);
    let first = parts.first()?;
    (parts.len() > 1 && is_deadline(first)).then_some(*first)
}

/// The text between «;» outside quotes and brackets.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0usize;
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match c {
            '«' | '(' | '„' => depth += 1,
            '»' | ')' | '“' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => {
                parts.push(text.get(start..at).unwrap_or_default().trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether the whole text is one statement of time.
pub(super) fn is_deadline(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '.', ';', ',']);
    if text.is_empty() || text.chars().count() > 80 {
        return false;
    }
    let mut covered = 0;
    for found in terms(text) {
        covered += found.range.len();
    }
    covered > 0 && covered * 10 >= text.trim_start_matches("в срок ").len() * 8
}

/// A bullet's text as the directive's: without the final mark.
pub(super) fn clean(text: &str) -> String {
    trimmed(text.trim(), &[';', ':', ',']).to_owned()
}

/// A text without the marks and the full stop at its end; the point of an abbreviation or of
/// initials is no full stop, whatever stands behind it («до 31 декабря 2026 г.:»).
pub(super) fn trimmed<'a>(text: &'a str, marks: &[char]) -> &'a str {
    let bare = text.trim_end_matches(|c: char| c == '.' || c == ' ' || marks.contains(&c));
    match text.get(..bare.len() + 1) {
        Some(pointed) if pointed.ends_with('.') && needs_point(bare) => pointed,
        _ => bare,
    }
}

/// Whether the last word is an abbreviation («1941–1945 гг», «и др») or a person's initials.
fn needs_point(text: &str) -> bool {
    let mut words = text.rsplit([' ', '\u{a0}', '(']);
    let last = words.next().unwrap_or_default();
    let known = [
        "гг", "г", "др", "т.д", "т.п", "пр", "руб", "чел", "ед", "п.п", "д", "п",
    ];
    let initial = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let initials = match last.split_once('.') {
        Some((first, second)) => initial(first) && initial(second),
        // «Т. Д.»: a capital alone may as well be the name of a group or a vitamin.
        None => {
            let before = words.next().and_then(|word| word.strip_suffix('.'));
            initial(last) && before.is_some_and(initial)
        }
    };
    known.contains(&last) || initials
}

/// An addressee named inside the item, before its infinitive: «МУ «ИМЦ» организовать …»,
/// «Рекомендовать главам поселений обеспечить …».
pub(crate) fn inline_addressee(text: &str) -> Option<String> {
    let text = addressees::drop_lead(text);
    let asks = addressees::drop_request(text).len() < text.len();
    if asks || !addressees::starts_like_addressee(text) || verbs::is_infinitive(first_word(text)) {
        return None;
    }
    name_before_infinitive(text)
}

/// The addressee an item names itself: before its infinitive, or, under no heading, as the body that is asked.
pub(crate) fn named_body(text: &str, headed: bool) -> Option<String> {
    let asked = || asked_body(text).filter(|_| !headed);
    inline_addressee(text).or_else(asked)
}

/// Who is asked for something: «Просить Думу округа предусмотреть …».
fn asked_body(text: &str) -> Option<String> {
    let rest = addressees::drop_request(text);
    // A verb right behind asks for something to be done: «Просить рассмотреть …».
    let asks = rest.len() < text.len() && !verbs::is_infinitive(first_word(rest));
    let name = asks.then(|| name_before_infinitive(rest))??;
    (!name.contains(',') && !name.split_whitespace().any(is_finite)).then_some(name)
}

fn name_before_infinitive(text: &str) -> Option<String> {
    let mut depth = 0usize;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
        if depth == 0 && verbs::is_infinitive(bare) {
            return name_before(text.get(..at)?);
        }
        for c in word.chars() {
            match c {
                '«' | '(' => depth += 1,
                '»' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        at += word.len();
    }
    None
}

/// The body's name without the time that may stand between it and the infinitive.
fn name_before(front: &str) -> Option<String> {
    let mut name = front.to_owned();
    for found in terms(front).into_iter().rev() {
        name.replace_range(found.range, "");
    }
    let name = svod_language::words::collapse(&name);
    let name = name.trim_end_matches([',', ':', '–', '-', '—', ' ']);
    let name = before_circumstance(name);
    let name = addressees::without_tail(name);
    let name = [" в срок", " не", " до", " к", " ежегодно"]
        .iter()
        .fold(name, |name, tail| name.trim_end_matches(tail).trim_end());
    let name = name.trim_end_matches([',', ':', '–', '-', '—', ' ']);
    (!name.is_empty() && name.chars().count() < 200).then(|| name.to_owned())
}

/// A body's name ends where a circumstance begins: «МБУ «ЦРО» до конца учебного года».
fn before_circumstance(name: &str) -> &str {
    const BEGIN: &[&str] = &[
        " до ",
        " в срок ",
        " в срок",
        " к Дню ",
        " ко Дню ",
        " в период ",
        " не позднее ",
        " в течение ",
        " в целях ",
        " с целью ",
        " в рамках ",
        " на основании ",
        " на основе ",
        " в соответствии ",
        " с учётом ",
        " с учетом ",
        " ежегодно",
        " ежемесячно",
        " ежеквартально",
        " при проведении ",
        " при формировании ",
        " при разработке ",
        " при принятии ",
        " при подготовке ",
        " при организации ",
        " при реализации ",
        " при планировании ",
        " при составлении ",
        " по итогам ",
        " по результатам ",
        " также",
        " с начала ",
        " к началу ",
        " к концу ",
        " после ",
        " через ",
        " систематически",
        " регулярно",
        " постоянно",
        " дополнительно",
        " своевременно",
    ];
    let outside = |at: usize| {
        let before = name.get(..at).unwrap_or_default();
        before.matches('«').count() <= before.matches('»').count()
            && before.matches('(').count() <= before.matches(')').count()
    };
    let cut = BEGIN
        .iter()
        .filter_map(|word| name.find(word))
        .filter(|at| *at > 0 && outside(*at))
        .min();
    cut.map_or(name, |at| {
        name.get(..at).unwrap_or(name).trim_end_matches([',', ' '])
    })
}

/// A measure of a plan in one line: «Проведение смотра – май 2026 г. – ИМЦ».
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Planned<'a> {
    pub(super) task: &'a str,
    pub(super) term: &'a str,
    pub(super) responsible: &'a str,
}

/// Takes a measure apart at its dashes, semicolons or bars, if one part is nothing but a term.
pub(super) fn planned(text: &str, adopted: Option<NaiveDate>) -> Option<Planned<'_>> {
    let mut depth = 0usize;
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '«' | '(' => depth += 1,
            '»' | ')' => depth = depth.saturating_sub(1),
            ';' | '|' | '/' if depth == 0 => cuts.push((at, at + 1)),
            '–' | '—' | '-' if depth == 0 => {
                let spaced = text.get(..at)?.ends_with(' ')
                    && text.get(at + c.len_utf8()..)?.starts_with(' ');
                if spaced {
                    cuts.push((at, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut.1));
    let ends = cuts.iter().map(|cut| cut.0).chain([text.len()]);
    let parts: Vec<(usize, usize)> = starts.zip(ends).collect();
    let part = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default().trim();
    // A range of months has a dash of its own: the term may take two parts.
    for width in [2, 1] {
        for from in 1..parts.len() {
            let Some(last) = parts.get(from + width - 1) else {
                continue;
            };
            let term = part((parts[from].0, last.1)).trim_end_matches(['.', ';', ',']);
            let is_term = term.chars().count() < 60
                && (is_deadline(term) || !deadlines::of_terms(term, adopted).is_empty());
            if !is_term {
                continue;
            }
            let task = part((0, parts[from - 1].1));
            let behind = parts
                .get(from + width)
                .map_or("", |next| part((next.0, text.len())));
            if !behind.is_empty() {
                return Some(Planned {
                    task,
                    term,
                    responsible: behind,
                });
            }
            // «Мероприятие – ответственный – срок»
            if from > 1 && from + width == parts.len() {
                return Some(Planned {
                    task: part((0, parts[from - 2].1)),
                    term,
                    responsible: part(parts[from - 1]),
                });
            }
        }
    }
    None
}

static BRACKETED: Pattern = Pattern::new(r"\(\s*(?:отв(?:\.|етственн\w+)|исп(?:\.|олнител\w+))(?:\s+(?:за\s+исполнение|исполнител\w+))?\s*[:–—-]?\s*(?P<who>[^;()]+?)\s*(?:[;,.]?\s*(?:в\s+)?срок\w*[^()]*|;[^()]*)?\)").needing(&["отв", "исп"]);
static TERM_FIRST: Pattern = Pattern::new(r"\([^()]*?срок\w*[^()]*?[;,]\s*(?:отв(?:\.|етственн\w+)|исп(?:\.|олнител\w+))\s*[:–—-]?\s*(?P<who>[^;()]+?)\s*\)").needing(&["срок"]);

/// Who answers for a task by its bracketed note: «(отв.: ИМЦ; срок: май 2026 года)». A person in brackets answers
/// for what those are given whom the heading names; a body there is who does it.
pub(crate) fn responsible(text: &str, headed: bool) -> Option<String> {
    if !text.contains('(') {
        return None;
    }
    let found = [&BRACKETED, &TERM_FIRST]
        .into_iter()
        .find_map(|pattern| pattern.captures(text))?;
    let who = clean_name(found.name("who")?.as_str());
    let stands = !(who.is_empty() || headed && addressees::ends_in_initials(&who));
    stands.then_some(who)
}

/// A name as it stands in a cell or behind «Ответственный:»; the point of initials stays.
pub(super) fn clean_name(text: &str) -> String {
    let text = text.trim().trim_end_matches([';', ',', ' ']);
    if addressees::ends_in_initials(text) {
        text.to_owned()
    } else {
        trimmed(text, &[]).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{asked_body, clean, inline_addressee, split, starts_task};

    #[test]
    fn tasks_between_semicolons_may_begin_with_whom_or_how() {
        for text in [
            "разработать памятку; не допускать опозданий",
            "разработать памятку; классным руководителям провести до 1 октября 2026 года беседы",
            "разработать памятку; своевременно обновлять стенды",
            "разработать памятку; до 1 октября 2026 года активнее вовлекать родителей",
            "в течение учебного года помогать молодым учителям; создать клуб наставников",
        ] {
            assert_eq!(split(text).len(), 2, "{text}");
        }
        for text in [
            "закупить наборы: школам – 5; детским садам – 3",
            "выделить жильё молодым специалистам; педагогам, желающим повысить квалификацию, – путёвки",
            "разработать план: не менее 5 семинаров; решено провести в мае",
        ] {
            assert_eq!(split(text).len(), 1, "{text}");
        }
        for text in [
            "эффективно использовать оборудование",
            "шире использовать возможности библиотек",
            "Строго соблюдать режим работы",
            "незамедлительно, не позднее 1 октября 2026 года, устранить нарушения",
        ] {
            assert!(starts_task(text), "{text}");
        }
        assert!(!starts_task("важно обеспечить безопасность"));
    }

    #[test]
    fn who_is_asked_for_something_is_named_before_it() {
        for (text, body) in [
            (
                "Просить Думу Озёрского округа при формировании бюджета предусмотреть 2 млн рублей",
                Some("Думу Озёрского округа"),
            ),
            (
                "Просим редакцию газеты «Заря» открыть рубрику",
                Some("редакцию газеты «Заря»"),
            ),
            ("Просить рассмотреть вопрос о ремонте", None),
            ("Просить о выделении автобуса", None),
        ] {
            assert_eq!(asked_body(text).as_deref(), body, "{text}");
            assert_eq!(inline_addressee(text), None, "{text}");
        }
    }

    #[test]
    fn an_addressee_ends_where_it_is_said_on_what_grounds() {
        assert_eq!(
            inline_addressee("школам с низкими результатами, на основе анализа составить планы"),
            Some("школам с низкими результатами".to_owned())
        );
    }

    #[test]
    fn the_point_of_an_abbreviation_or_of_initials_is_no_full_stop() {
        for (text, expected) in [
            (
                "Обеспечить до 31 декабря 2026 г.:",
                "Обеспечить до 31 декабря 2026 г.",
            ),
            ("открыть кружки и др.;", "открыть кружки и др."),
            ("истории 1941–1945 гг..", "истории 1941–1945 гг."),
            ("возложить на Юсупову Т.Д.;", "возложить на Юсупову Т.Д."),
            ("возложить на Юсупову Т. Д.", "возложить на Юсупову Т. Д."),
            ("открыть группу А.", "открыть группу А"),
            ("провести смотр.;", "провести смотр"),
            ("провести смотр (г. Озёрск).", "провести смотр (г. Озёрск)"),
            ("провести смотр ...", "провести смотр"),
        ] {
            assert_eq!(clean(text), expected);
        }
    }
}
