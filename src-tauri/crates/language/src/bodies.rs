//! Names of bodies: from the dative of a heading to the nominative of a list.
//!
//! A closed dictionary of head words, no general morphology: the heading's first words agree with
//! the head word, the rest is in the genitive and stays (domain facts, f.3).

use crate::words::fold;

/// Gender or number of a head word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Masculine,
    Feminine,
    Neuter,
    Plural,
}
use Form::{Feminine, Masculine, Neuter, Plural};

/// Head words: dative, nominative, form.
pub(crate) const NOUNS: &[(&str, &str, Form)] = &[
    ("управлению", "управление", Neuter),
    ("управлениям", "управления", Plural),
    ("отделу", "отдел", Masculine),
    ("отделам", "отделы", Plural),
    ("отделению", "отделение", Neuter),
    ("комитету", "комитет", Masculine),
    ("комитетам", "комитеты", Plural),
    ("департаменту", "департамент", Masculine),
    ("министерству", "министерство", Neuter),
    ("администрации", "администрация", Feminine),
    ("администрациям", "администрации", Plural),
    ("главе", "глава", Feminine),
    ("главам", "главы", Plural),
    ("совету", "совет", Masculine),
    ("советам", "советы", Plural),
    ("собранию", "собрание", Neuter),
    ("думе", "дума", Feminine),
    ("правительству", "правительство", Neuter),
    ("руководителю", "руководитель", Masculine),
    ("руководителям", "руководители", Plural),
    ("директору", "директор", Masculine),
    ("директорам", "директора", Plural),
    ("заведующему", "заведующий", Masculine),
    ("заведующей", "заведующая", Feminine),
    ("заведующим", "заведующие", Plural),
    ("начальнику", "начальник", Masculine),
    ("начальникам", "начальники", Plural),
    ("заместителю", "заместитель", Masculine),
    ("заместителям", "заместители", Plural),
    ("учреждению", "учреждение", Neuter),
    ("учреждениям", "учреждения", Plural),
    ("организации", "организация", Feminine),
    ("организациям", "организации", Plural),
    ("школе", "школа", Feminine),
    ("школам", "школы", Plural),
    ("саду", "сад", Masculine),
    ("садам", "сады", Plural),
    ("лицею", "лицей", Masculine),
    ("лицеям", "лицеи", Plural),
    ("гимназии", "гимназия", Feminine),
    ("гимназиям", "гимназии", Plural),
    ("колледжу", "колледж", Masculine),
    ("колледжам", "колледжи", Plural),
    ("техникуму", "техникум", Masculine),
    ("институту", "институт", Masculine),
    ("университету", "университет", Masculine),
    ("академии", "академия", Feminine),
    ("педагогу", "педагог", Masculine),
    ("педагогам", "педагоги", Plural),
    ("учителю", "учитель", Masculine),
    ("учителям", "учителя", Plural),
    ("воспитателям", "воспитатели", Plural),
    ("методистам", "методисты", Plural),
    ("психологам", "психологи", Plural),
    ("педагогам-психологам", "педагоги-психологи", Plural),
    ("учителям-предметникам", "учителя-предметники", Plural),
    ("логопедам", "логопеды", Plural),
    ("специалистам", "специалисты", Plural),
    ("специалисту", "специалист", Masculine),
    ("советникам", "советники", Plural),
    ("работникам", "работники", Plural),
    ("кабинету", "кабинет", Masculine),
    ("кабинетам", "кабинеты", Plural),
    ("центру", "центр", Masculine),
    ("центрам", "центры", Plural),
    ("службе", "служба", Feminine),
    ("службам", "службы", Plural),
    ("коллективу", "коллектив", Masculine),
    ("коллективам", "коллективы", Plural),
    ("комиссии", "комиссия", Feminine),
    ("комиссиям", "комиссии", Plural),
    ("координатору", "координатор", Masculine),
    ("координаторам", "координаторы", Plural),
    ("оргкомитету", "оргкомитет", Masculine),
    ("лагерям", "лагеря", Plural),
    ("библиотеке", "библиотека", Feminine),
    ("библиотекам", "библиотеки", Plural),
    ("музею", "музей", Masculine),
    ("музеям", "музеи", Plural),
    ("дому", "дом", Masculine),
    ("домам", "дома", Plural),
    ("дворцу", "дворец", Masculine),
    ("фонду", "фонд", Masculine),
    ("союзу", "союз", Masculine),
    ("профсоюзу", "профсоюз", Masculine),
    ("объединению", "объединение", Neuter),
    ("объединениям", "объединения", Plural),
    ("сообществу", "сообщество", Neuter),
    ("предприятиям", "предприятия", Plural),
    ("предприятию", "предприятие", Neuter),
    ("родителям", "родители", Plural),
    ("группе", "группа", Feminine),
    ("группам", "группы", Plural),
    ("органу", "орган", Masculine),
    ("органам", "органы", Plural),
    ("учредителю", "учредитель", Masculine),
    ("учредителям", "учредители", Plural),
    ("ассоциации", "ассоциация", Feminine),
    ("редакции", "редакция", Feminine),
    ("палате", "палата", Feminine),
    ("федерации", "федерация", Feminine),
    ("больнице", "больница", Feminine),
    ("поликлинике", "поликлиника", Feminine),
    ("участникам", "участники", Plural),
    ("членам", "члены", Plural),
    ("тренерам", "тренеры", Plural),
    ("наставникам", "наставники", Plural),
    ("кураторам", "кураторы", Plural),
    ("поселениям", "поселения", Plural),
    ("поселению", "поселение", Neuter),
    ("средствам", "средства", Plural),
    ("пресс-службе", "пресс-служба", Feminine),
    ("депутатам", "депутаты", Plural),
    ("выпускникам", "выпускники", Plural),
    ("обучающимся", "обучающиеся", Plural),
    ("округу", "округ", Masculine),
    ("району", "район", Masculine),
];

/// A body's name in the nominative: adjectives and the head word are put into it, what follows
/// stays as printed. A name without a known head word stays whole.
pub fn nominative(body: &str) -> String {
    let body = body.trim();
    let words: Vec<&str> = body.split_whitespace().collect();
    // «МКУ «ИМЦ»», «Управление образования»: not declined, or not in the dative.
    let head = words.iter().take(6).position(|word| {
        !word.starts_with(['«', '(']) && NOUNS.iter().any(|noun| noun.0 == fold(word))
    });
    let Some(head) = head else {
        return body.to_owned();
    };
    let Some((_, noun, form)) = NOUNS.iter().find(|noun| noun.0 == fold(words[head])) else {
        return body.to_owned();
    };
    if words[..head]
        .iter()
        .any(|word| adjective(word, *form).is_none())
    {
        return body.to_owned();
    }
    let mut out: Vec<String> = words[..head]
        .iter()
        .filter_map(|word| adjective(word, *form))
        .collect();
    out.push(like(words[head], noun));
    out.extend(words[head + 1..].iter().map(|word| (*word).to_owned()));
    out.join(" ")
}

/// An adjective or a participle of the dative in the nominative.
fn adjective(word: &str, form: Form) -> Option<String> {
    let folded = word.to_lowercase();
    if folded == "всем" {
        return Some(like(word, "все"));
    }
    let endings: &[(&str, [&str; 4])] = &[
        ("нему", ["ний", "няя", "нее", "ние"]),
        ("ней", ["ний", "няя", "нее", "ние"]),
        ("кому", ["кий", "кая", "кое", "кие"]),
        ("кой", ["кий", "кая", "кое", "кие"]),
        ("ким", ["кий", "кая", "кое", "кие"]),
        ("ущему", ["ущий", "ущая", "ущее", "ущие"]),
        ("ущим", ["ущий", "ущая", "ущее", "ущие"]),
        ("ому", ["ый", "ая", "ое", "ые"]),
        ("ой", ["ой", "ая", "ое", "ые"]),
        ("ым", ["ый", "ая", "ое", "ые"]),
        ("ним", ["ний", "няя", "нее", "ние"]),
    ];
    let (ending, forms) = endings
        .iter()
        .find(|(ending, _)| folded.ends_with(ending))?;
    let stem: String = folded.strip_suffix(ending)?.to_owned();
    let chosen = match form {
        Masculine => forms[0],
        Feminine => forms[1],
        Neuter => forms[2],
        Plural => forms[3],
    };
    // «городскому отделу» is «городской»: stressed endings of the usual ones.
    let chosen = match (stem.as_str(), form) {
        ("городс" | "областн" | "краев" | "сельс" | "районн", Masculine) if stem == "городс" => {
            "кой"
        }
        ("областн" | "краев", Masculine) => "ой",
        _ => chosen,
    };
    Some(like(word, &format!("{stem}{chosen}")))
}

/// The second word with the first one's capital.
fn like(pattern: &str, word: &str) -> String {
    let mut letters = word.chars();
    match (pattern.chars().next(), letters.next()) {
        (Some(first), Some(own)) if first.is_uppercase() => {
            own.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

/// A body's name in the dative, as a heading prints it: the adjectives and the head word are put
/// into it, what follows stays. A proposal: `None` when there is no known head word («МКУ «ИМЦ»»).
///
/// ```
/// use svod_language::bodies::dative;
/// assert_eq!(
///     dative("Муниципальное казённое учреждение «Центр»").as_deref(),
///     Some("Муниципальному казённому учреждению «Центр»")
/// );
/// ```
pub fn dative(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let known = |word: &str| NOUNS.iter().find(|noun| noun.1 == fold(word));
    let head = words
        .iter()
        .take(6)
        .take_while(|word| !word.starts_with(['«', '(']))
        .position(|word| known(word).is_some())?;
    let (noun, _, form) = known(words[head])?;
    let mut out: Vec<String> = words[..head]
        .iter()
        .map(|word| adjective_dative(word, *form))
        .collect::<Option<_>>()?;
    out.push(like(words[head], noun));
    // «заместители главы» stays; «учителя физики и химии» too: the rest is in the genitive.
    out.extend(words[head + 1..].iter().map(|word| (*word).to_owned()));
    Some(out.join(" "))
}

/// An adjective or a participle of the nominative in the dative.
fn adjective_dative(word: &str, form: Form) -> Option<String> {
    let folded = word.to_lowercase();
    if folded == "все" {
        return Some(like(word, "всем"));
    }
    let (stem, ending) = folded
        .char_indices()
        .rev()
        .nth(1)
        .map(|(at, _)| folded.split_at(at))?;
    // After «н» of «внутренний», and after ж, ш, ч, щ, the ending is the soft one.
    let soft = matches!(ending, "ий" | "ее" | "яя" | "ие") && !stem.ends_with(['к', 'г', 'х'])
        || stem.ends_with(['ж', 'ш', 'ч', 'щ']);
    let dative = match (form, ending) {
        (Masculine, "ый" | "ий" | "ой") | (Neuter, "ое" | "ее") => {
            if soft {
                "ему"
            } else {
                "ому"
            }
        }
        (Feminine, "ая" | "яя") => {
            if soft {
                "ей"
            } else {
                "ой"
            }
        }
        (Plural, "ые" | "ие") => {
            if ending == "ие" {
                "им"
            } else {
                "ым"
            }
        }
        _ => return None,
    };
    Some(like(word, &format!("{stem}{dative}")))
}

/// Short names a document declares: «муниципальное казённое учреждение «…» (далее – МКУ «ЦОРО»)»,
/// and the abbreviations of quoted names it uses beside them. Short name first, full name second.
pub fn declared(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for (at, _) in text.match_indices("(далее") {
        let rest = text.get(at..).unwrap_or_default();
        let Some(end) = closing(rest) else { continue };
        let inside = rest.get("(далее".len()..end).unwrap_or_default();
        let short = inside
            .trim_start_matches(|c: char| !c.is_uppercase() && c != '«')
            .trim();
        let Some(full) = text.get(..at).and_then(name_at_end) else {
            continue;
        };
        if !short.is_empty() && short.chars().count() < 80 && short != full {
            out.push((short.to_owned(), full));
        }
    }
    out
}

fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices().take(200) {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The body's name a text ends with: from the last mark that ends a clause.
fn name_at_end(text: &str) -> Option<String> {
    let mut depth = 0i32;
    let mut start = 0;
    for (at, c) in text.char_indices().rev().take(240) {
        match c {
            '»' | ')' => depth += 1,
            '«' | '(' => depth -= 1,
            ',' | ';' | ':' | '.' | '\n' | '–' if depth == 0 => {
                start = at + c.len_utf8();
                break;
            }
            _ => {}
        }
    }
    let name = text.get(start..)?.trim();
    (!name.is_empty()).then(|| crate::words::collapse(name))
}

/// The initials of a quoted name: «Методический центр Каменного Брода» → МЦКБ.
pub fn initials(name: &str) -> Option<String> {
    let inner = name.split_once('«')?.1.rsplit_once('»')?.0;
    let letters: String = inner
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 2)
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    (letters.chars().count() > 1).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_come_into_the_nominative() {
        for (dative, expected) in [
            (
                "Управлению общего образования администрации Луговского района",
                "Управление общего образования администрации Луговского района",
            ),
            (
                "Муниципальному казённому учреждению «Ресурсный центр»",
                "Муниципальное казённое учреждение «Ресурсный центр»",
            ),
            ("руководителям школ", "руководители школ"),
            (
                "Руководителям дошкольных образовательных организаций",
                "Руководители дошкольных образовательных организаций",
            ),
            (
                "Районному методическому кабинету",
                "Районный методический кабинет",
            ),
            (
                "Городской организации Профсоюза",
                "Городская организация Профсоюза",
            ),
            ("Классным руководителям", "Классные руководители"),
            ("Заведующим детскими садами", "Заведующие детскими садами"),
            (
                "Всем образовательным организациям",
                "Все образовательные организации",
            ),
            ("Педагогам-психологам", "Педагоги-психологи"),
            ("МКУ «МЦОКО»", "МКУ «МЦОКО»"),
            ("Областному комитету", "Областной комитет"),
        ] {
            assert_eq!(nominative(dative), expected);
        }
    }

    #[test]
    fn short_names_are_found_where_they_are_declared() {
        let text = "Организаторы: Управление образования округа (далее – Управление), \
                    муниципальное учреждение «Центр развития» (далее по тексту – МУ «ЦР»).";
        let found = declared(text);
        assert_eq!(
            found,
            [
                ("Управление".into(), "Управление образования округа".into()),
                (
                    "МУ «ЦР»".into(),
                    "муниципальное учреждение «Центр развития»".into()
                ),
            ]
        );
        assert_eq!(
            initials("МКУ «Методический центр Каменного Брода»").unwrap(),
            "МЦКБ"
        );
    }

    #[test]
    fn proposed_dative_goes_back_to_the_nominative() {
        let proposed = [
            (
                "Управление образования администрации округа",
                "Управлению образования администрации округа",
            ),
            (
                "районный методический кабинет",
                "районному методическому кабинету",
            ),
            (
                "руководители общеобразовательных организаций",
                "руководителям общеобразовательных организаций",
            ),
            (
                "Городской отдел образования",
                "Городскому отделу образования",
            ),
            ("внутренние службы", "внутренним службам"),
            ("общественный совет", "общественному совету"),
        ];
        for (name, expected) in proposed {
            let dative = super::dative(name).unwrap();
            assert_eq!(dative, expected);
            assert_eq!(super::nominative(&dative), name);
        }
        assert_eq!(
            super::dative("Лучшая школа").as_deref(),
            Some("Лучшей школе")
        );
        assert_eq!(super::dative("МКУ «ИМЦ»"), None);
    }
}
