//! Who a directive is given to: recognising, splitting and naming addressee headings.

mod class;
mod short;

use crate::pattern::Pattern;

use crate::words::{fold, is_word, stem};

pub use self::class::class;
pub use self::short::{names_no_body, names_whom_with_a_preposition, without_note};
pub use svod_model::BodyClass as Class;

/// Head words in the dative, by their beginnings (folded), with which an addressee may start.
const HEADS: &[&str] = &[
    "управлени",
    "отделу",
    "отделам",
    "отделени",
    "комитет",
    "департамент",
    "министерств",
    "администраци",
    "главе",
    "главам",
    "совету",
    "советам",
    "собрани",
    "думе",
    "правительств",
    "руководител",
    "директор",
    "заведующ",
    "начальник",
    "заместител",
    "муниципальн",
    "мку",
    "мбу",
    "мау",
    "мбоу",
    "маоу",
    "мдоу",
    "мбдоу",
    "моу",
    "гау",
    "гбу",
    "му",
    "образовательн",
    "общеобразовательн",
    "дошкольн",
    "школ",
    "детским",
    "учреждени",
    "организаци",
    "педагог",
    "учител",
    "классным",
    "воспитател",
    "методкабинет",
    "методист",
    "методическ",
    "социальным",
    "советникам",
    "психолог",
    "центру",
    "центрам",
    "районн",
    "городск",
    "окружн",
    "информационно",
    "профсоюз",
    "профсоюзн",
    "родител",
    "средствам",
    "всем",
    "органам",
    "органу",
    "ресурсн",
    "опорн",
    "координатор",
    "специалист",
    "работникам",
    "коллективам",
    "педагогическ",
    "ассоциаци",
    "общественн",
    "участникам",
    "комисси",
    "кдн",
    "учредител",
    "оо",
    "доо",
    "оу",
    "доу",
    "лагерям",
    "библиотек",
    "муниципалитет",
    "финансов",
    "молодежн",
    "службе",
    "службам",
    "руководств",
    "членам",
    "ректор",
    "лице",
    "гимнази",
    "техникум",
    "колледж",
    "тренер",
    "спортивн",
    "культур",
    "гбуз",
    "гбпоу",
    "мкдоу",
    "мкоу",
    "мадоу",
    "мбудо",
    "мупк",
    "оргкомитет",
    "организатор",
    "наставник",
    "куратор",
    "модератор",
    "группе",
    "группам",
    "рабочей",
    "рабочим",
    "экспертн",
    "творческ",
    "межведомственн",
    "аттестационн",
    "институт",
    "университет",
    "академи",
    "фонду",
    "музею",
    "музеям",
    "дому",
    "дворцу",
    "союзу",
    "объединени",
    "казачь",
    "предприяти",
    "работодател",
    "депутат",
    "больниц",
    "поликлиник",
    "редакци",
    "поселени",
    "сельским",
    "территориальн",
    "молодым",
    "выпускник",
    "обучающимся",
    "ученическ",
    "детской",
    "детскому",
    "казенн",
    "бюджетн",
    "государственн",
    "областн",
    "краев",
    "республиканск",
    "логопед",
    "старшим",
    "сотрудник",
    "органи",
    "кадров",
    "научн",
    "тьютор",
    "пресс-служб",
    "губернатор",
    "епархи",
    "председател",
    "бухгалтер",
    "юрист",
    "инженер",
    "экономист",
    "секретар",
    "главному",
    "главным",
    "первичным",
    "местному",
    "местным",
    "волонтер",
    "добровольч",
    "дирекци",
    "инспекци",
    "подразделени",
    "сектору",
    "секторам",
    "стажировочным",
    "площадкам",
    "базовым",
    "малокомплектн",
    "частным",
    "коррекционным",
    "специальным",
    "ветеран",
    "проектному",
    "проектным",
    "медицинским",
    "медицинскому",
    "ведущему",
    "ведущим",
    "заинтересованным",
    "делегатам",
    "слушателям",
    "бухгалтери",
    "райком",
    "горком",
    "обком",
    "газет",
    "контрольно-счетн",
    "счетн",
    "палат",
    "федераци",
    "прокуратур",
    "полици",
    "общин",
    "завхоз",
    "дефектолог",
    "вожат",
    "водител",
    "рмо",
    "гмо",
];

static LEAD: Pattern = Pattern::new(
    r"^(?:рекомендовать|поручить|предложить|рекомендуется|предлагается|поручается)\s*:?\s*",
);
/// «Просить Министерство образования:», «Обратиться к главам поселений с предложениями:»
static REQUEST: Pattern = Pattern::new(
    r"^(?:просить|просим|ходатайствовать\s+перед|(?:обратиться|обращаемся|выйти)\s+(?:с\s+[а-яё]+\s+)?(?:к|ко|в|во|перед))\s+",
);
/// «Участники конференции рекомендуют управлению образования:»
static SAYING: Pattern = Pattern::new(
    r"^(?:[^.:;]*?[^.:;0-9a-zа-яё_])?(?:(?:рекоменду|предлага|поруча)[юе]т|(?P<asks>обраща[юе]тся\s+(?:к|ко|в|во)))\s+",
);
static TAIL: Pattern = Pattern::new(
    r"[,\s]*(?:необходимо|следует|надлежит|рекомендуется|рекомендуют|рекомендовать|поручается|поручить|предложить|с\s+(?:просьбой|предложени\w+|инициатив\w+|ходатайств\w+|следующ\w+\s+предложени\w+))\s*$",
).needing(&["необходимо", "следует", "надлежит", "рекоменд", "поруч", "предложить", "просьбой", "предложени", "инициатив", "ходатайств"]);
static WITH: Pattern = Pattern::new(
    r"[,\s]*\s(?:во взаимодействии с|совместно с(?:о)?|при участии|с участием|при поддержке|в сотрудничестве с)\s+",
).needing(&["взаимодейств", "совместно", "участи", "поддержк", "сотрудничеств"]);

/// An addressee heading taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// One string per body, as printed.
    pub addressees: Vec<String>,
    /// Those who act together with them, as printed.
    pub partners: Vec<String>,
}

/// Whether a text starts with a word that names an addressee in the dative.
pub fn starts_like_addressee(text: &str) -> bool {
    let bare = drop_lead(text);
    let Some(first) = bare.split_whitespace().next() else {
        return false;
    };
    // «ГБУЗ «…»»: an abbreviation before a name in quotation marks is a body, known or not.
    let abbreviated = (2..8).contains(&first.chars().count())
        && first.chars().all(char::is_uppercase)
        && bare
            .get(first.len()..)
            .is_some_and(|rest| rest.trim_start().starts_with(['«', '"', '„', '“']));
    // Behind «Рекомендовать» any adjective in the dative begins a body's name.
    let recommended = bare.len() < text.len() && {
        let word = fold(first);
        // «Рекомендовать ПМПК, ИМЦ и школам:»
        let short = first.trim_end_matches(',');
        let short =
            (2..8).contains(&short.chars().count()) && short.chars().all(char::is_uppercase);
        short
            || ["ому", "ему", "ам", "ям", "ым", "им"]
                .iter()
                .any(|ending| word.ends_with(ending))
    };
    // «Улусному управлению»: an adjective of any place before the head word.
    let described = {
        let word = fold(first);
        let agrees = ["ому", "ему", "ой", "ей", "ым", "им"]
            .iter()
            .any(|ending| word.ends_with(ending));
        let next = bare.split_whitespace().nth(1).unwrap_or_default();
        let after = bare.split_whitespace().nth(2).unwrap_or_default();
        // «Кизлярскому районному казачьему обществу», «Ясному сельскому Совету»
        let second = fold(next);
        let twice = ["ому", "ему", "ой", "ей", "ым", "им"]
            .iter()
            .any(|ending| second.ends_with(ending))
            && next.chars().count() > 4
            && is_head(after);
        agrees && (is_head(next) || twice) && word.chars().count() > 4
    };
    // «Домам творчества, шахматному клубу:»: a short line in the dative plural with a colon names those
    // whom the lines below it are given to, whatever they are called.
    let several = bare.trim_end().ends_with(':')
        && bare.chars().count() < 120
        && first.starts_with(char::is_uppercase)
        && {
            let word = fold(first);
            word.chars().count() > 4 && ["ам", "ям"].iter().any(|ending| word.ends_with(ending))
        };
    // «Просить Министерство …:»: the body stands in the accusative.
    let asked = asks(text)
        && (first.starts_with(char::is_uppercase) || {
            let word = fold(first);
            HEADS.iter().any(|head| word.starts_with(head))
        });
    !first.starts_with('«')
        && (!in_genitive(bare) && is_head(first)
            || abbreviated
            || recommended
            || described
            || several
            || asked
            || is_person(bare)
            || short::is_before_task(bare))
}

/// Whether the first word behind «Рекомендовать» and the like names a body or an office we know.
pub fn starts_with_body(text: &str) -> bool {
    let first = drop_lead(text).split_whitespace().next();
    first.is_some_and(is_head)
}

/// «… и молодёжной политики»: an adjective in «-ой» may as well stand in the genitive; only a head
/// word behind it makes it the dative.
fn in_genitive(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = fold(words.next().unwrap_or_default());
    (first.ends_with("ной") || first.ends_with("ской")) && !words.next().is_some_and(is_head)
}

/// «Зотовой Р.И.»: a surname in the dative with initials behind.
fn is_person(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let surname = words.next().unwrap_or_default();
    let initials = words.next().unwrap_or_default();
    let mut letters = initials.chars();
    let initialled = letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
    initialled
        && surname.starts_with(char::is_uppercase)
        && surname
            .chars()
            .skip(1)
            .all(|c| c.is_lowercase() || c == '-' || c.is_uppercase())
        && surname.chars().count() > 2
        && ["у", "ю", "ой", "ей", "е", "и"]
            .iter()
            .any(|ending| surname.ends_with(ending))
}

/// Whether a heading asks a body over which the forum has no power.
fn asks(text: &str) -> bool {
    text.trim_end().ends_with(':') && REQUEST.is_match(text)
}

/// A heading or a task without «Просить», «Обратиться к» in front.
pub fn drop_request(text: &str) -> &str {
    match REQUEST.find(text) {
        Some(found) => &text[found.end()..],
        None => text,
    }
}

/// Whether the first word is plainly in the dative or an abbreviation, and no nominative that
/// looks like one («Управление качеством»).
pub fn starts_in_dative(text: &str) -> bool {
    let first = drop_lead(text)
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let word = fold(first.trim_matches(|c: char| !is_word(c)));
    let nominative = ["ие", "ое", "ее", "ые", "ья"]
        .iter()
        .any(|ending| word.ends_with(ending));
    starts_like_addressee(text) && !nominative
}

/// A heading without «необходимо», «с просьбой» and the like at its end.
pub fn without_tail(text: &str) -> &str {
    match TAIL.find(text) {
        Some(found) => &text[..found.start()],
        None => text,
    }
}

fn is_head(word: &str) -> bool {
    let abbreviation = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    let word = fold(word.trim_matches(|c: char| !is_word(c)));
    // Short abbreviations must match whole; stems must be followed by a dative ending.
    HEADS.iter().any(|head| {
        if !word.starts_with(head) {
            return false;
        }
        let length = head.chars().count();
        if length <= 4 {
            word == *head || length == 4 && head.ends_with(char::is_alphabetic) && dative(&word)
        } else {
            dative(&word) || joined(&word, head) || abbreviation && word == *head
        }
    })
}

/// «управлениюобразования»: a scan lost the space behind a long head word.
fn joined(word: &str, head: &str) -> bool {
    head.chars().count() >= 8
        && word.get(head.len()..).is_some_and(|rest| {
            ["ю", "ям", "ам"].iter().any(|ending| {
                rest.strip_prefix(ending)
                    .is_some_and(|next| next.chars().count() >= 5)
            })
        })
}

/// Endings an addressee's first word has in the dative; abbreviations have none and are lists.
fn dative(word: &str) -> bool {
    // «Участниками конференции принята …»: by whom, not to whom.
    let by_whom = ["ами", "ями", "ими", "ыми"];
    if by_whom.iter().any(|ending| word.ends_with(ending)) {
        return false;
    }
    [
        "ю", "у", "е", "и", "ам", "ям", "ым", "им", "ому", "ему", "ой", "ей",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// The heading without «Рекомендовать», «Участники предлагают» and the like in front.
pub fn drop_lead(text: &str) -> &str {
    // «Рекомендовать», «Поручить», «Предложить» share two letters.
    if text.starts_with(['Р', 'р', 'П', 'п'])
        && let Some(found) = LEAD.find(text)
    {
        return &text[found.end()..];
    }
    if asks(text) {
        return drop_request(text);
    }
    if let Some(rest) = short::behind_preposition(text) {
        return rest;
    }
    // The pattern is dear and most texts have none of its verbs.
    let may_say = ["екоменду", "редлага", "оруча", "браща"]
        .iter()
        .any(|part| text.contains(part));
    if !may_say {
        return text;
    }
    let Some(found) = SAYING.captures(text) else {
        return text;
    };
    let rest = found
        .get(0)
        .and_then(|whole| text.get(whole.end()..))
        .unwrap_or(text);
    let first = rest.split_whitespace().next().unwrap_or_default();
    let asked = found.name("asks").is_some() && first.starts_with(char::is_uppercase);
    if is_head(first) || asked { rest } else { text }
}

/// Takes a heading apart into bodies and partners.
pub fn split(heading: &str) -> Parts {
    let asked = drop_request(drop_lead(heading.trim())).trim_end_matches([':', ' ', ';']);
    let text = match asked {
        person if ends_in_initials(person) => person,
        asked => asked.trim_end_matches([':', '.', ' ', ',', ';', '–', '-']),
    };
    let text = without_tail(text);
    let (mine, theirs) = match WITH.find(text) {
        Some(found) => (&text[..found.start()], Some(&text[found.end()..])),
        None => (text, None),
    };
    Parts {
        addressees: bodies(mine, is_head),
        partners: theirs
            .map(|theirs| bodies(theirs, instrumental_head))
            .unwrap_or_default(),
    }
}

/// Takes a name apart that stands in any case: «директора школ, заведующие садами».
pub fn split_any(name: &str) -> Parts {
    let parts = split(name);
    let first = parts.addressees.first();
    if parts.addressees.len() > 1 && !first.is_some_and(|first| short::is_short(first)) {
        return parts;
    }
    let mut addressees: Vec<String> = Vec::new();
    for body in parts
        .addressees
        .iter()
        .flat_map(|body| bodies(body, nominative_head))
    {
        match addressees.last_mut() {
            Some(last) if ends_in_initials(last) && is_post(&body) => {
                last.push_str(", ");
                last.push_str(&body);
            }
            _ => addressees.push(body),
        }
    }
    Parts {
        addressees,
        ..parts
    }
}

/// Whether a name ends with a person's initials, whose point is its own: «Лыкова М.И.» and not «ПМПК.»
pub fn ends_in_initials(name: &str) -> bool {
    let mut back = name.chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_uppercase)
        && back.next().is_some_and(|c| c == '.' || c == ' ')
}

/// «Перова Н.Н., методист»: a post in the singular says who the person before it is.
fn is_post(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_lowercase)
        && ["т", "р", "ь", "й", "к", "г", "я"]
            .iter()
            .any(|ending| first.ends_with(ending))
}

/// A word that can begin a body's name in the nominative: no adjective of the name before it.
fn nominative_head(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !is_word(c));
    let folded = fold(bare);
    let oblique = ["ых", "их", "ой", "ого", "его", "ей", "ом", "ами", "ями"]
        .iter()
        .any(|ending| folded.ends_with(ending));
    // «классным» among the heads stands for «классные», too.
    let known = HEADS.iter().any(|head| {
        let stem = ["ым", "им", "ам", "ому", "ой"]
            .iter()
            .find_map(|ending| head.strip_suffix(ending))
            .filter(|stem| stem.chars().count() > 3)
            .unwrap_or(head);
        folded.starts_with(stem)
    });
    word.starts_with(char::is_uppercase) || known && !oblique
}

fn instrumental_head(word: &str) -> bool {
    let abbreviation = word
        .trim_matches(|c: char| !is_word(c))
        .chars()
        .all(char::is_uppercase);
    if abbreviation {
        return true;
    }
    let word = fold(word.trim_matches(|c: char| !is_word(c)));
    let known = HEADS.iter().any(|head| word.starts_with(head));
    known
        && [
            "ем", "ом", "ями", "ами", "ими", "ыми", "ым", "им", "ией", "ой", "ей",
        ]
        .iter()
        .any(|e| word.ends_with(e))
}

/// Splits at «,», «и», «а также», «.» before a head word, outside quotes and brackets.
fn bodies(text: &str, starts: fn(&str) -> bool) -> Vec<String> {
    let mut cuts = Vec::new();
    let mut depth = 0i32;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (n, &(at, c)) in chars.iter().enumerate() {
        match c {
            '«' | '(' | '„' => depth += 1,
            '»' | ')' | '“' => depth -= 1,
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let rest = &text[at..];
        // «Лыкова М.И., Иванов П.П.»: the points of initials part nothing.
        let initial = c == '.'
            && (!text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '))
                || text
                    .get(..at)
                    .and_then(|before| before.chars().next_back())
                    .is_some_and(char::is_uppercase)
                    && text
                        .get(..at)
                        .and_then(|before| before.chars().rev().nth(1))
                        .is_none_or(|c| !c.is_alphabetic()));
        // «отделу полиции по г. Ясногорску»: the point of an abbreviation.
        let short = c == '.'
            && text.get(..at).is_some_and(|before| {
                before
                    .chars()
                    .rev()
                    .take_while(|c| c.is_alphabetic())
                    .count()
                    < 3
            });
        let separator = if initial || short {
            None
        } else if c == ',' || c == '.' || c == ';' {
            Some(c.len_utf8())
        } else if c == ' ' && n > 0 {
            ["а также ", "и ", "а также: "].iter().find_map(|word| {
                rest.get(1..)
                    .filter(|rest| rest.starts_with(word))
                    .map(|_| 1 + word.len())
            })
        } else {
            None
        };
        let Some(length) = separator else { continue };
        let mut after = rest.get(length..).unwrap_or_default().trim_start();
        for word in ["а также ", "и "] {
            after = after.strip_prefix(word).unwrap_or(after);
        }
        let next = after.split_whitespace().next().unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        if is_one_abbreviation(before, next) {
            continue;
        }
        let own = cuts.last().map_or(0, |(_, next)| *next);
        let own = before.get(own..).unwrap_or_default();
        if short::is_kind_led(own, next) {
            continue;
        }
        if (starts(next) && !in_genitive(after))
            || is_named_school(&text[..at], after)
            || short::is_body(own, next)
        {
            cuts.push((at, text.len() - after.len()));
        }
    }
    let mut out = Vec::new();
    let mut start = 0;
    for (end, next) in cuts {
        if end >= start {
            out.push(text.get(start..end).unwrap_or_default());
            start = next;
        }
    }
    out.push(text.get(start..).unwrap_or_default());
    out.into_iter()
        .map(|body| {
            let body = short::without_note(body.trim().trim_end_matches([',', ' ']));
            // The point of initials stays.
            if ends_in_initials(body) {
                body.to_owned()
            } else {
                let bare = body.trim_end_matches(['.', ' ']);
                bare.trim_end_matches([',', ' ']).to_owned()
            }
        })
        .filter(|body| !body.is_empty())
        .collect()
}

/// «Школам № 3, № 7 и Бродовской ООШ»: a school by its place and kind. «Лучанской и Бродовской ООШ» leaves
/// the first without its noun, so it is not parted.
fn is_named_school(before: &str, after: &str) -> bool {
    let mut words = after.split_whitespace();
    let name = words.next().unwrap_or_default();
    let kind = words.next().unwrap_or_default();
    let kind = fold(kind.trim_matches(|c: char| !is_word(c)));
    let agrees = |word: &str| {
        ["ской", "ному", "ной", "скому"]
            .iter()
            .any(|ending| word.ends_with(ending))
    };
    let last = before.split_whitespace().next_back().unwrap_or_default();
    name.starts_with(char::is_uppercase)
        && agrees(name)
        && !agrees(last)
        && ["сош", "оош", "нош", "школе", "гимназии", "лицею"].contains(&kind.as_str())
}

/// Fields of work by their short names.
const FIELDS: &[&str] = &[
    "ЧС", "ЗП", "ПБ", "ОПБ", "МП", "ДМ", "ФК", "ФКС", "СП", "ЖП", "БДД", "ООС", "ОБЖ", "ОБЗР",
    "ОТ", "ТБ",
];

/// «отдел ГО и ЧС», «КДН и ЗП», «комитет по ФК и С»: «и» stands inside the short name of one body. What
/// follows names a field of work and no institution, or belongs to the same office as what stands before.
fn is_one_abbreviation(before: &str, next: &str) -> bool {
    const OFFICES: &[&str] = &[
        "отдел",
        "управлени",
        "комитет",
        "комисси",
        "сектор",
        "служб",
        "штаб",
        "специалист",
        "инспектор",
    ];
    let short = |word: &str| {
        let letters = word.trim_matches(|c: char| !is_word(c));
        (1..6).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase)
    };
    let mut words = before.split_whitespace().rev();
    let first = words.next().unwrap_or_default();
    if !short(first) || !short(next) || first.ends_with(['.', '»', ')']) {
        return false;
    }
    let second = next.trim_matches(|c: char| !is_word(c));
    let field = second.chars().count() == 1 || FIELDS.contains(&second);
    // «отделу ГО и МР»: an office of both, unless the second is a body one knows.
    let office = words
        .find(|word| fold(word) != "по")
        .is_some_and(|word| OFFICES.iter().any(|office| fold(word).starts_with(office)));
    field || office && !is_head(second)
}

/// Stems of a body's own words: equal for the dative and the nominative, for «учреждение» and
/// «организация» (a renaming in law, 273-ФЗ), and without the territory, which is not what tells
/// two bodies of one document apart.
pub fn key(body: &str) -> String {
    let mut stems: Vec<String> = body
        .split(|c: char| !is_word(c) && c != '-')
        .filter(|word| word.chars().count() > 1)
        .map(stem)
        .map(|stem| {
            if stem.starts_with("учрежден") {
                "организац".into()
            } else {
                stem
            }
        })
        .collect();
    stems.dedup();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_keeps_initials_and_post() {
        let bodies = |name| split_any(name).addressees;
        assert_eq!(bodies("Перова Н.Н., методист"), ["Перова Н.Н., методист"]);
        assert_eq!(
            bodies("Перова Н.Н., директора школ."),
            ["Перова Н.Н.", "директора школ"]
        );
        assert_eq!(bodies("руководители ОО, классные руководители").len(), 2);
        assert_eq!(bodies("поликлинике, ПМПК."), ["поликлинике", "ПМПК"]);
    }

    #[test]
    fn chambers_and_federations_are_addressees() {
        for name in ["Контрольно-счётной палате:", "Федерации хоккея:"]
        {
            assert!(starts_like_addressee(name), "{name}");
        }
    }

    #[test]
    fn a_short_name_of_one_body_is_not_parted_at_its_and() {
        let bodies = |name: &str| split_any(name).addressees;
        for one in [
            "отдел ГО и ЧС",
            "КДН и ЗП",
            "КДН и ЗП администрации района",
            "комитет по ФК и С",
            "Отдел ФК и МП",
            "специалист по ГО, ЧС и ПБ",
            "сектор ОК и ДД",
        ] {
            assert_eq!(bodies(one), [one]);
            let more = format!("{one}, руководители ОО");
            assert_eq!(bodies(&more), [one, "руководители ОО"]);
        }
        assert_eq!(bodies("ИМЦ и ЦДТ"), ["ИМЦ", "ЦДТ"]);
        assert_eq!(
            bodies("ИМЦ, ПМПК и отдел ГО и ЧС"),
            ["ИМЦ", "ПМПК", "отдел ГО и ЧС"]
        );
        let with = split("Школам совместно с КДН и ЗП, ОМВД").partners;
        assert_eq!(with, ["КДН и ЗП", "ОМВД"]);
    }

    #[test]
    fn adjectives_in_the_nominative_begin_no_addressee() {
        assert!(!starts_in_dative("методическое сопровождение школ"));
        assert!(starts_in_dative("Муниципальному методическому центру"));
        assert!(starts_like_addressee("Зотовой Р.И. подготовить смету"));
        assert!(starts_like_addressee("Просить Министерство образования:"));
        assert!(!starts_like_addressee("Дроздова К.К. предложила"));
    }
}
