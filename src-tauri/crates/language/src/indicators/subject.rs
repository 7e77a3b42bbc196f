//! What a number is of: the words before it, behind it, or those an earlier number of the same task had.
//!
//! «Долю читающих до 20 %, считающих – до 15 %»: the second number has its own subject, of which only
//! what differs is said. Where nothing is said between two numbers they are stages of one target.

use std::ops::Range;

use super::forms::PERCENT;
use super::{ahead, behind};
use crate::pattern::Pattern;
use crate::verbs::is_infinitive;
use crate::words::{collapse, fold};

/// Where the thing measured is named: the last of these before the number.
static SUBJECT: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<what>охват\w*|дол[яюией]+|удельн\w+\s+вес\w*|количеств\w+|числ[оау]\w*|численност\w+|уровень|уровня|средн\w+\s+балл\w*|обеспеченност\w+|доступност\w+|показател\w+|укомплектованност\w+|успеваемост\w+|качеств[оаеу]\s+(?:знаний|обученности))",
);

/// The subject of a number, and what the next number of the text needs to know of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) subject: String,
    /// The measuring noun it begins with, where the text says one: «долю».
    head: String,
    /// What stands from here on is of the next number.
    end: usize,
}

/// A text with its statements of time, in which subjects are looked for.
pub(super) struct Subjects<'t> {
    pub(super) text: &'t str,
    /// Where the text speaks of time: no words of a subject.
    pub(super) times: Vec<Range<usize>>,
}

impl Subjects<'_> {
    /// Names what a number is of. `earlier` is the number before it, `next` where the one behind begins.
    pub(super) fn name(
        &self,
        range: &Range<usize>,
        unit: &str,
        earlier: Option<&Named>,
        next: usize,
    ) -> Named {
        let from = earlier.map_or(0, |earlier| earlier.end.min(range.start));
        let own = self.last_task(from..range.start);
        let told = self.measured(own.clone());
        if let Some((head, place)) = told {
            return self.after_noun(&head, place, range, next);
        }
        let behind = self.words_behind(range, next);
        let new_task = own.start > from;
        if let (Some(earlier), false) = (earlier.filter(|one| !one.head.is_empty()), new_task)
            && let Some(subject) = self.of_list(earlier, from..range.start, unit, &behind)
        {
            return Named {
                subject,
                head: earlier.head.clone(),
                end: range.end,
            };
        }
        if !behind.0.is_empty() {
            return Named {
                subject: behind.0,
                head: String::new(),
                end: behind.1,
            };
        }
        // Things that are counted are told by their unit.
        let share = matches!(unit, "%" | "п.п." | "раза");
        // «увеличить охват детей и довести его до 80 %»: said of what an earlier task names.
        if let (true, Some((head, place))) = (share, self.measured(0..range.start)) {
            return self.after_noun(&head, place, range, next);
        }
        let listed = earlier
            .filter(|_| share)
            .and_then(|_| self.listed(from..range.start));
        Named {
            subject: listed.unwrap_or_default(),
            head: String::new(),
            end: range.end,
        }
    }

    /// A subject that a measuring noun before the number begins.
    fn after_noun(&self, head: &str, place: usize, range: &Range<usize>, next: usize) -> Named {
        let whole = self.text.get(place..range.start).unwrap_or_default();
        // A number that is no target of its own ends it: «с 31 %», «(в 2019 году – 58,2 %)».
        let stop = PERCENT
            .find(whole)
            .map_or(whole.len(), |found| found.start());
        // «увеличить охват детей и довести его до 80 %»
        let task = self.last_task(place..range.start).start - place;
        let stop = if task > 0 { stop.min(task) } else { stop };
        let said = whole.get(..stop).unwrap_or(whole);
        let said = match said.rfind('(') {
            Some(open) if !said[open..].contains(')') => &said[..open],
            _ => said,
        };
        let subject = without_start(self.plain(place..place + said.len()));
        let (behind, end) = self.words_behind(range, next);
        // «охватить 40 % школ»: the noun alone does not say whom.
        if fold(&subject) == fold(head) && !behind.is_empty() {
            return Named {
                subject: format!("{subject} {behind}"),
                head: head.to_owned(),
                end,
            };
        }
        Named {
            subject,
            head: head.to_owned(),
            end: range.end,
        }
    }

    /// The last measuring noun of a part of the text, and where it stands.
    fn measured(&self, part: Range<usize>) -> Option<(String, usize)> {
        let before = self.text.get(part.clone())?;
        let before = behind(before, before.len());
        let start = part.end - before.len();
        let found = SUBJECT.captures_iter(before);
        let mut nouns = found
            .iter()
            .filter_map(|found| found.name("what"))
            .filter(|what| {
                let next = before
                    .get(what.end()..)
                    .and_then(|rest| rest.chars().next());
                !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
            });
        let last = nouns.next_back()?;
        // «долю выпускников, сдающих математику профильного уровня»: of which level, not how much.
        let what = match nouns.next_back() {
            Some(earlier)
                if fold(last.as_str()) == "уровня" && is_described(before, last.start()) =>
            {
                earlier
            }
            _ => last,
        };
        Some((what.as_str().to_owned(), start + what.start()))
    }

    /// The part of what stands before a number that begins with its own verb: «…, провести 5 семинаров».
    fn last_task(&self, part: Range<usize>) -> Range<usize> {
        let said = self.text.get(part.clone()).unwrap_or_default();
        let mut start = part.start;
        let mut free = false;
        for word in said.split_inclusive([' ', '\u{a0}']) {
            let at = word.as_ptr() as usize - self.text.as_ptr() as usize;
            let bare = word.trim();
            if free && is_infinitive(bare) {
                start = at;
            }
            free = bare.ends_with([',', ';', '.', ':']) || bare == "и";
        }
        start..part.end
    }

    /// The words behind a number, up to the end of its clause or to the next number; and where they end.
    fn words_behind(&self, range: &Range<usize>, next: usize) -> (String, usize) {
        let after = ahead(self.text, range.end);
        let after = after.get(..next.saturating_sub(range.end)).unwrap_or(after);
        // «100%-ный охват»: the ending is no word of what is measured.
        let skipped = match after.strip_prefix('-') {
            Some(ending) => ending.trim_start_matches(char::is_alphabetic),
            None => after,
        };
        let start = range.end + (after.len() - skipped.len());
        let clause = first_clause(skipped);
        let clause = first_sentence(clause);
        // A note in brackets that goes on behind the clause.
        let clause = match clause.rsplit_once(" (") {
            Some((before, note)) if !note.contains(')') => before,
            _ => clause,
        };
        let clause = outside_brackets(clause);
        // «5 семинаров и охватить …»: the next task; «20 учителей и 5 руководителей»: another number.
        let bounded = next < self.text.len() && start + clause.len() == next;
        let another = bounded && clause.trim_start().starts_with("и ");
        let task = self.last_task(start..start + clause.len()).start - start;
        let clause = clause.get(..task).filter(|_| task > 0).unwrap_or(clause);
        let clause = if another { "" } else { clause.trim_end() };
        let clause = [" и", " в", " на", " до", " из", " для", " по"]
            .iter()
            .find_map(|word| clause.strip_suffix(word))
            .unwrap_or(clause);
        let end = start + clause.len();
        let said = self.plain(start..end);
        // «для 50 вожатых в феврале–марте»: what is left of a time.
        let rest = said.chars().count() <= 2 && said.chars().all(char::is_lowercase);
        (if rest { String::new() } else { said }, end)
    }

    /// The subject of a further number of a list: what is said of it is put into the subject before it.
    /// Nothing where the words behind the number tell more.
    fn of_list(
        &self,
        earlier: &Named,
        between: Range<usize>,
        unit: &str,
        behind: &(String, usize),
    ) -> Option<String> {
        let said = self.text.get(between.clone())?;
        let part = ["в том числе", "из них"]
            .iter()
            .filter_map(|words| said.rfind(words).map(|at| at + words.len()))
            .max();
        if let Some(part) = part {
            // «…, в том числе программами техники … до 20 %»: of a part, which is named behind these words.
            let part = self.plain(between.start + part..between.end);
            let words = part.split_whitespace();
            if words.filter(|word| word.chars().count() > 3).count() > 0 {
                return Some(format!("{} {}", earlier.head, without_start(part)));
            }
            return (!behind.0.is_empty()).then(|| format!("{} {}", earlier.head, behind.0));
        }
        match self.listed(between) {
            Some(own) => Some(alike(&earlier.subject, &earlier.head, &own)),
            // Stages of one target are of one unit; another unit counts what stands behind it.
            None if unit == "%" || behind.0.is_empty() => Some(earlier.subject.clone()),
            None => None,
        }
    }

    /// What a list names before its next number: «, а победителей –».
    fn listed(&self, between: Range<usize>) -> Option<String> {
        let said = self.text.get(between.clone())?;
        // What stands before the first mark still belongs to the number before.
        let mark = [",", ";", "(", " и ", " а "]
            .iter()
            .filter_map(|mark| said.find(mark).map(|at| at + mark.len()))
            .min()?;
        let own = without_start(self.plain(between.start + mark..between.end));
        let words: Vec<String> = own.split_whitespace().map(fold).collect();
        let first = words.first()?;
        let named = words.iter().any(|word| word.chars().count() > 3)
            && words.len() <= LONGEST
            && !OTHER.contains(&first.as_str())
            && !is_infinitive(first)
            && !ACTING.iter().any(|ending| first.ends_with(ending));
        named.then_some(own)
    }

    /// A part of the text without what is said of time, in a length that can be read.
    fn plain(&self, part: Range<usize>) -> String {
        let said = self.text.get(part.clone()).unwrap_or_default();
        let mut kept = String::new();
        let mut at = part.start;
        // A line that goes on for pages has as many times as numbers: those before are not looked at.
        let first = self.times.partition_point(|time| time.end <= part.start);
        let inside = self.times[first..].iter();
        for time in inside.take_while(|time| time.start < part.end) {
            kept.push_str(self.text.get(at..time.start.max(at)).unwrap_or_default());
            at = time.end.clamp(at, part.end);
        }
        kept.push_str(
            self.text
                .get(at..part.start + said.len())
                .unwrap_or_default(),
        );
        let cut: String = kept.chars().take(160).collect();
        let said = collapse(cut.trim_matches(|c: char| !c.is_alphanumeric() && c != '»'));
        // The mark before the first word went: «Точка роста» has none behind it either.
        if said.matches('»').count() > said.matches('«').count() {
            said.trim_end_matches('»').to_owned()
        } else {
            closed(said)
        }
    }
}

/// The words up to a bracket that closes what stands before them: «(не менее трёх в неделю) для детей».
/// Where brackets come first, none: «трёх школ (октябрь – апрель)». Behind «(не менее 6)» the text goes on.
fn outside_brackets(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix(')') {
        return if rest.starts_with(" и ") { "" } else { text };
    }
    if text.trim_start().starts_with('(') {
        return "";
    }
    let mut depth = 0_usize;
    let closes = text.char_indices().find_map(|(at, c)| {
        let closes = c == ')' && depth == 0;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        closes.then_some(at)
    });
    closes.map_or(text, |at| &text[..at])
}

/// Whether an adjective in the genitive stands right before a word: «профильного уровня».
fn is_described(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().split_whitespace();
    let word = before.last().unwrap_or_default();
    word.ends_with("ого") || word.ends_with("его")
}

/// The words up to a full stop; the point of «с. Озёрное», «п. Рудный» is none.
fn first_sentence(text: &str) -> &str {
    let end = text.match_indices(". ").find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let word = before
            .rsplit([' ', '\u{a0}', '('])
            .next()
            .unwrap_or_default();
        ![
            "с", "п", "г", "д", "х", "ст", "пос", "дер", "ул", "им", "р.п", "тыс", "млн",
        ]
        .contains(&word)
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The words up to the first comma or semicolon; the comma of «1,5» ends nothing.
fn first_clause(text: &str) -> &str {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let end = text.match_indices([',', ';']).find(|(at, mark)| {
        let inside =
            digit(text[..*at].chars().next_back()) && digit(text[at + mark.len()..].chars().next());
        !inside
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// More words than these are no name of a member of a list.
const LONGEST: usize = 8;
/// Words with which a clause begins that says something else.
const OTHER: &[&str] = &[
    "который",
    "которые",
    "которых",
    "где",
    "что",
    "чтобы",
    "если",
    "его",
    "ее",
    "их",
    "при",
    "к",
    "ко",
    "до",
    "от",
    "за",
    "не",
    "без",
    "путем",
    "согласно",
    "это",
    "этого",
];
/// Endings of participles and of verbs that go along: «охваченных», «увеличив».
const ACTING: &[&str] = &["щих", "щие", "вших", "нных", "ив", "ав", "ая", "яя"];
/// Words before the name of a member of a list.
const BEFORE: &[&str] = &[
    "и",
    "а",
    "также",
    "соответственно",
    "затем",
    "далее",
    "из",
    "них",
];

/// A subject without the conjunction it may begin with and where it starts from: «… с 12».
fn without_start(said: String) -> String {
    let mut words: Vec<&str> = said.split_whitespace().collect();
    if let ["в", "том", "числе", ..] = words.as_slice() {
        words.drain(..3);
    }
    while words
        .first()
        .is_some_and(|word| BEFORE.contains(&fold(word).as_str()))
    {
        words.remove(0);
    }
    // «не превышать долю контрольных работ в 10 %»
    if let Some(&("и" | "в")) = words.last() {
        words.pop();
    }
    // «с 12 до 18 процентов», «с 40 до 100 человек»
    if let [.., "с", number] = words.as_slice()
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
    {
        words.truncate(words.len() - 2);
    }
    let said = words.join(" ");
    closed(
        said.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '»' && c != ')')
            .to_owned(),
    )
}

/// A straight mark that went with the signs behind a name stands there again.
fn closed(said: String) -> String {
    if said.matches('"').count() % 2 == 1 {
        return said + "\"";
    }
    said
}

/// The form a word stands in, as far as its ending tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Number,
    /// «педагогов», «учителей», «обучающихся»
    Many,
    /// «молодых»
    ManyOf,
    /// «дошкольным», «горячими»
    With,
    /// «образованием», «программами»
    By,
    /// «читательской»
    Feminine,
    /// «грамотности», «математики»
    Of,
    /// Told by the word itself: prepositions.
    Same,
    Other,
}

fn form(word: &str) -> Form {
    let word = fold(word.trim_end_matches([',', ';', ':', ')', '»']));
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        Form::Number
    } else if word.chars().count() <= 3 {
        Form::Same
    } else if ends(&["ов", "ев", "ей", "хся"]) {
        Form::Many
    } else if ends(&["ых", "их"]) {
        Form::ManyOf
    } else if ends(&["ым", "им", "ыми", "ими"]) {
        Form::With
    } else if ends(&["ом", "ем", "ами", "ями"]) {
        Form::By
    } else if ends(&["ой"]) {
        Form::Feminine
    } else if ends(&["ы", "и"]) {
        Form::Of
    } else {
        Form::Other
    }
}

/// The subject `base` with the words of `own` in the place of those they stand for.
fn alike(base: &str, head: &str, own: &str) -> String {
    let base: Vec<&str> = base.split_whitespace().collect();
    let own: Vec<&str> = own.split_whitespace().collect();
    let same = |one: &str, other: &str| match form(one) {
        Form::Other => false,
        Form::Same => fold(one) == fold(other),
        told => told == form(other),
    };
    // Whom it is about stands near the head; what is done, in what subject, further on.
    let place = own.iter().take(2).enumerate().find_map(|(n, word)| {
        let mut fitting = (n + 1..base.len()).filter(|at| same(word, base[*at]));
        let at = match form(word) {
            Form::Many | Form::ManyOf => fitting.next(),
            _ => fitting.next_back(),
        };
        let at = at?;
        // The words before it stand for those of the same form only: «имеющих музеи», «новые клубы».
        let back = (0..n).take_while(|back| same(own[n - 1 - back], base[at - 1 - back]));
        let back = back.count();
        Some((at - back, n - back))
    });
    let Some((place, first)) = place else {
        let preposition = own.first().is_some_and(|word| form(word) == Form::Same);
        let before = if preposition {
            base.join(" ")
        } else {
            head.to_owned()
        };
        return format!("{before} {}", own.join(" "));
    };
    let length = match form(base[place]) {
        // «по математике», «по русскому языку»: a preposition rules all words up to the next.
        Form::Same => {
            let ruled = base[place + 1..]
                .iter()
                .position(|word| form(word) == Form::Same);
            let whole = ruled.map_or(base.len() - place, |next| next + 1);
            let comma = base[place..place + whole]
                .iter()
                .position(|word| word.ends_with(','));
            let whole = comma.map_or(whole, |comma| comma + 1);
            // «с высшей категорией», «с первой»: the noun is said once.
            let adjective = own.last().is_some_and(|word| {
                matches!(form(word), Form::Feminine | Form::With | Form::ManyOf)
            });
            if adjective {
                whole.min(own.len())
            } else {
                whole
            }
        }
        _ => own[first..]
            .iter()
            .zip(&base[place..])
            .rposition(|(one, other)| same(one, other))
            .map_or(1, |last| last + 1),
    };
    let (kept, rest) = (&base[..place], &base[place + length..]);
    let inside = own.iter().any(|word| word.ends_with(','));
    let comma = (inside || base[place + length - 1].ends_with(',')) && !rest.is_empty();
    let mut words = [kept, own.as_slice()].concat().join(" ");
    if comma {
        words.push(',');
    }
    for word in rest {
        words.push(' ');
        words.push_str(word);
    }
    words
}
