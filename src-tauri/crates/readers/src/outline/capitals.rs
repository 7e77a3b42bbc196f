//! Titles printed in capitals, in usual letters.

/// «КОНФЕРЕНЦИИ ЗАРЕЧНЕНСКОГО РАЙОНА» in usual letters: a name of a place keeps its capital. Of «ПЛАН
/// МЕРОПРИЯТИЙ / по развитию музеев» the capitals in front are a heading's, unless an abbreviation
/// begins them: those are short.
pub(super) fn quiet(event: &str) -> String {
    const ABBREVIATION: usize = 4;
    let all: Vec<&str> = event.split(' ').collect();
    let loud = |word: &str| !word.contains('«') && !word.chars().any(char::is_lowercase);
    let letters = |word: &str| word.chars().filter(|c| c.is_uppercase()).count();
    let printed = if !event.chars().any(char::is_lowercase) {
        all.len()
    } else if all
        .first()
        .is_some_and(|first| letters(first) > ABBREVIATION)
    {
        all.iter().take_while(|word| loud(word)).count()
    } else {
        0
    };
    let words: Vec<String> = all.iter().map(|word| word.to_lowercase()).collect();
    let starts = |word: &String, with: &[&str]| with.iter().any(|kind| word.starts_with(kind));
    let place = |word: &String| {
        let places = [
            "район",
            "округ",
            "област",
            "кра",
            "республик",
            "город",
            "улус",
        ];
        starts(word, &places) && !word.starts_with("городск")
    };
    let kind = |word: &String| starts(word, &["муниципальн", "городск"]);
    let named_behind = [
        "города",
        "город",
        "г.",
        "зато",
        "республики",
        "посёлка",
        "поселка",
        "села",
    ];
    let shown = words.iter().enumerate().map(|(n, word)| {
        // «№ 214-ОД»
        let code = word.starts_with(|c: char| c.is_ascii_digit());
        if n >= printed || code {
            return all.get(n).copied().unwrap_or_default().to_owned();
        }
        let next = words.iter().skip(n + 1).find(|word| !kind(word));
        let adjective = ["ого", "ой", "его", "ий", "ая"]
            .iter()
            .any(|end| word.ends_with(end));
        let before = n.checked_sub(1).and_then(|before| words.get(before));
        let follows = |nouns: &[&str], word: Option<&String>| {
            word.is_some_and(|word| nouns.contains(&word.as_str()))
        };
        // «города Нижнего Озёрска»: the name's second word.
        let second = word.chars().count() > 3
            && before.is_some_and(|word| declined_adjective(word))
            && follows(&named_behind, n.checked_sub(2).and_then(|at| words.get(at)));
        // «муниципального округа Озёрский»: a nominative behind a genitive is a name.
        let kind_before = follows(&["округа", "района"], before)
            && ["ий", "ый"].iter().any(|end| word.ends_with(end));
        let behind = follows(&named_behind, before) || second || kind_before;
        if word == "зато" {
            return "ЗАТО".to_owned();
        }
        if adjective && !kind(word) && next.is_some_and(place) || behind && !place(word) {
            // «Усть-Ильского»: each part of a name has its capital.
            let parts: Vec<String> = word.split('-').map(capital).collect();
            parts.join("-")
        } else {
            word.clone()
        }
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// «нижнего», «красный»: the first word of a town's name of two.
fn declined_adjective(word: &str) -> bool {
    ["ого", "его", "ый", "ий", "ых"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// A word with a capital first letter.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
