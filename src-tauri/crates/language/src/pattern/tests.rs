use super::*;

#[test]
fn letters_keep_their_places_in_lower_case() {
    let text = Text::new("ЁЛКА, Щука и QWERTY — 5 «Я»");
    assert_eq!(text.lower(), "ёлка, щука и qwerty — 5 «я»");
    assert_eq!(text.lower().len(), text.printed().len());
}

#[test]
fn parts_come_as_printed_whatever_the_case() {
    let pattern = Pattern::new(r"срок:\s*(?P<day>\d+)\s+(?P<month>\w+)").needing(&["срок"]);
    let caught = pattern.captures("СРОК: 5 Мая, срок: 6 июня").unwrap();
    assert_eq!(caught.name("month").unwrap().as_str(), "Мая");
    let all = pattern.captures_iter("СРОК: 5 Мая, срок: 6 июня");
    let days: Vec<&str> = all
        .iter()
        .map(|c| c.name("day").unwrap().as_str())
        .collect();
    assert_eq!(days, ["5", "6"]);
    assert!(!pattern.is_match("день: 5 мая"));
    assert!(Pattern::new("Мая").exact().is_match("5 Мая"));
}

/// Sources of every construct the patterns of this project use.
const SOURCES: &[&str] = &[
    r"(?:срок|до)\s+(?P<d>\d{1,2})(?:-?го)?\s+(?P<m>мая|ма[йяею]|июн[ья])(?:\s+(?P<y>\d{4}))?",
    r"^(?:в\s+(?:срок|период)\s+)?до",
    r"(?:^|[^0-9a-zа-яё_])(?P<w>до|по)(?:[^а-яё]|$)",
    r"[а-яё]+?(?:-[а-яё]+?)*(?:ого|ой)\s",
    r"(?P<a>[а-яё-]+(?:ой|ого|ая)\s+){0,2}(?P<b>район\w*|округ\w*)",
    r"(?:план|цел)\S*[^.;:«»]{0,9}?\sдо\s+\d{4}",
    r"«(?P<name>[^»]{3,60})»",
    r"№\s*\d[\d/-]*(?:-?[а-яА-Я]{1,3}\b)?",
    r"^(?P<n>\d{1,3}(?:\.\d{1,3}){0,3}\s?[.)]|[ivxх]{1,5}[.)])(?P<s>\s*)(?P<rest>\S.*)?$",
    r"(?:в|во|в\s+течение|в\s+срок)\s+(?P<x>мая|года|\d+)",
    r"(?P<q>i{1,3}|iv|[1-4])(?:-?[мй]|-?го)?\s*(?:квартал\w*|кв\.)",
    r"(?i:отв|Срок)[^()]*\)",
    r"\(\s*отв\.?\s*(?P<who>[^;()]+?)\s*(?:[;,.]?\s*срок\w*[^()]*|;[^()]*)?\)",
    r"[,\s]*(?:до|мая)\s*$",
    r"(?:до|по\s+)?\d+(?:[ \u{a0}\x{202f}]\d{3})*\W*$",
    r".{0,7}:|;",
    r"(?:(?:про)?голос|мая)\b",
    r"(?:[а-я]+ ){1,3}(?:до|мая)?",
    r"(?:до|мая){2}|\n",
];

const WORDS: &[&str] = &[
    "до",
    "Срок",
    "срок",
    "мая",
    "маю",
    "июня",
    "5",
    "12",
    "2026",
    "1450",
    "в",
    "во",
    "период",
    "течение",
    "года",
    "план",
    "целей",
    "района",
    "округ",
    "городского",
    "Озёрской",
    "Усть-Ильского",
    "«",
    "»",
    "(",
    ")",
    "отв.",
    "Отв",
    ";",
    ":",
    ",",
    ".",
    "-",
    "–",
    "№",
    "№ 4/2-р",
    "1.2.",
    "iv",
    "ii",
    "квартал",
    "кв.",
    "голос",
    "проголос",
    "\u{a0}",
    "\u{202f}",
    "\n",
    "é",
    "中",
    "😀",
    "–го",
    "-го",
    "до мая",
    "домая",
    "до 5-го июня 2026",
    "срок  12 ма",
    "в срок до",
    "план района до 2030",
    "целей до 20267",
    "«до мая»",
    "«мая",
    "(отв. района; срок 5)",
    "(отв. мая ,срок мая )",
    "(срок",
    "(отв.: в (до) )",
    "1 450",
    "ii-го квартала",
    "xi.",
];

/// Texts of such words, the same on every run.
fn texts() -> impl Iterator<Item = String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut dice = move |sides: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % sides
    };
    (0..1_500).map(move |_| {
        let mut text = String::new();
        for _ in 0..dice(14) {
            text.push_str(WORDS[dice(WORDS.len())]);
            text.push_str([" ", " ", "", "\u{a0}"][dice(4)]);
        }
        text
    })
}

/// The source as the crate `regex` must be told it: classes of Russian text by their ranges.
fn in_full(source: &str) -> String {
    let spaces = r"\t-\r \x{a0}\x{2007}\x{202f}";
    let words = "0-9A-Za-zА-Яа-яЁё_";
    let bare = source
        .replace(r"[\d/-]", "[0-9/-]")
        .replace(r"[,\s]", &format!("[,{spaces}]"));
    bare.replace(r"\s", &format!("[{spaces}]"))
        .replace(r"\S", &format!("[^{spaces}]"))
        .replace(r"\w", &format!("[{words}]"))
        .replace(r"\d", "[0-9]")
}

#[test]
fn what_is_found_is_what_the_usual_engine_finds() {
    for source in SOURCES {
        let pattern = Pattern::owned((*source).to_owned()).exact();
        let usual = regex::Regex::new(&in_full(source)).unwrap();
        let mut matches = 0;
        for text in texts() {
            let mut at = 0;
            while at <= text.len() {
                let ours = pattern.captures_at_exactly(&text, at);
                let theirs = usual.captures_at(&text, at).map(|caught| {
                    let parts = caught.iter();
                    parts.map(|part| part.map(|part| part.range())).collect()
                });
                assert_eq!(ours, theirs, "{source} in {text:?} at {at}");
                let Some(whole) = ours.and_then(|parts: Vec<_>| parts[0].clone()) else {
                    break;
                };
                matches += 1;
                let next = text[whole.end..].chars().next().map_or(1, char::len_utf8);
                at = whole.end + if whole.is_empty() { next } else { 0 };
            }
        }
        assert!(matches > 5, "{source}: {matches}");
    }
}

impl Pattern {
    /// The places of every part, as the other engine tells them.
    fn captures_at_exactly(&self, text: &str, at: usize) -> Option<Vec<Option<Range<usize>>>> {
        let caught = self.captures_at(&Text::new(text), at)?;
        let count = caught.places.len() / 2;
        Some(
            (0..count)
                .map(|n| caught.get(n).map(|part| part.range()))
                .collect(),
        )
    }
}

#[test]
fn a_search_that_tries_too_much_remembers_and_finds_the_same() {
    let pattern = Pattern::new(r"(?:(?:а|аа|ааа)+б)?(?:[а-я]+ ?)+в$").exact();
    let long = "а".repeat(4_000);
    assert!(!pattern.is_match(&long));
    let found = pattern.find("аааб вввв").unwrap();
    assert_eq!(found.as_str(), "аааб вввв");
    let hard = format!("{long} {long} в");
    assert_eq!(pattern.find(&hard).unwrap().range(), 0..hard.len());
}

#[test]
fn what_is_no_pattern_is_refused() {
    for source in ["(до", "до)", "[а-я", "*", "а{x}", r"\p", r"\x{zz}"] {
        assert!(tree::parse(source).is_none(), "{source}");
    }
}
