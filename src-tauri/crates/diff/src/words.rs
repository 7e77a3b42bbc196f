//! The texts of a pair word by word, so that the change can be read.
//!
//! 1. `tokens`: dates, numbers with their unit («1,5», «1 250», «2.4.3648-20»), act numbers, short names and words are
//!    never cut.
//! 2. `align`: the heaviest common sequence. A word in another form, with other capitals or other
//!    spaces is the same word, a little lighter.
//! 3. `clean`: what stands alone between changes and says little is taken into them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use svod_language::words::{fold, is_letter, is_word, stem};

use crate::thresholds as t;
use crate::{Light, Op, Word};

static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:[0-9]{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s+[0-9]{4}(?:\s*(?:года|г\.))?)?|[0-9]{4}\s*[/–-]\s*[0-9]{2,4}|№\s*[\p{L}0-9/-]+|(?:[0-9]{1,3}(?:[ \u{a0}\u{202f}][0-9]{3})+(?-u:\b)|[0-9]+)(?:[.,][0-9]+)?\s*(?:%|процент[а-я]*)|[0-9]{1,3}(?:[ \u{a0}\u{202f}][0-9]{3})+(?-u:\b)(?:,[0-9]+)?|[0-9]+(?:[.,/–-][0-9]+)+(?:-\p{L}+)?|«[^«»]{1,40}»|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|\S)\s*|\s+",
    )
    .ok()
});

/// The runs of words of two texts, and how far they are one text.
#[derive(Clone, Debug)]
pub(crate) struct Changed {
    /// Runs of one fate.
    pub(crate) words: Vec<Word>,
    /// Share of letters that stay, 0 to 1; a word in another form counts for most of itself.
    pub(crate) likeness: f64,
}

/// The runs of words of two texts. The equal and deleted ones give the old text, the equal and
/// inserted ones the new text, to the letter.
pub fn words(old: &str, new: &str) -> Vec<Word> {
    change(old, new).words
}

/// As [`words`], with the likeness of the two texts.
pub(crate) fn change(old: &str, new: &str) -> Changed {
    if old == new {
        let words = say(Vec::new(), Op::Equal, old, None);
        return Changed {
            words,
            likeness: 1.0,
        };
    }
    let steps = steps(old, new);
    let likeness = share(&steps);
    let words = if likeness < t::READABLE {
        // A word-by-word view of unrelated wording is noise.
        let out = say(Vec::new(), Op::Delete, old, None);
        say(out, Op::Insert, new, None)
    } else {
        runs(steps)
    };
    Changed { words, likeness }
}

fn runs(steps: Vec<Step>) -> Vec<Word> {
    let mut out = Vec::new();
    for step in lend_spaces(steps) {
        let (stays, light) = match step.kind {
            Kind::Equal => (step.old.len(), None),
            // The word stays; the space behind it may not.
            Kind::Light(Light::Marks) => (step.old.trim_end().len(), Some(Light::Marks)),
            Kind::Light(light) => (0, Some(light)),
            Kind::Change if !step.is_worded() => (0, Some(Light::Marks)),
            Kind::Change => (0, None),
        };
        out = say(out, Op::Equal, &step.old[..stays], None);
        if step.kind != Kind::Equal {
            let (gone, come) = (&step.old[stays..], &step.new[stays..]);
            // The space behind both is no part of the change.
            let space = shared_space(gone, come);
            out = say(out, Op::Delete, &gone[..gone.len() - space], light);
            out = say(out, Op::Insert, &come[..come.len() - space], light);
            out = say(out, Op::Equal, &gone[gone.len() - space..], None);
        }
    }
    out
}

/// How many bytes of white space end both texts.
fn shared_space(one: &str, other: &str) -> usize {
    let ends = one.chars().rev().zip(other.chars().rev());
    let shared = ends.take_while(|(a, b)| a == b && a.is_whitespace());
    shared.map(|(space, _)| space.len_utf8()).sum()
}

/// Gives the space behind a word to the change that follows: «школам» with a comma after it and
/// without is one change, not two.
fn lend_spaces(mut steps: Vec<Step>) -> Vec<Step> {
    for at in 1..steps.len() {
        let (before, after) = steps.split_at_mut(at);
        let (Some(word), Some(change)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        if word.kind != Kind::Light(Light::Marks) || change.kind != Kind::Change {
            continue;
        }
        let stays = word.old.trim_end().len();
        change.old.insert_str(0, &word.old.split_off(stays));
        change.new.insert_str(0, &word.new.split_off(stays));
        word.kind = Kind::Equal;
    }
    steps
}

/// Share of letters that stay, 0 to 1; a word in another form counts for most of itself.
pub(crate) fn likeness(old: &str, new: &str) -> f64 {
    share(&steps(old, new))
}

fn steps(old: &str, new: &str) -> Vec<Step> {
    let (before, after) = (tokens(old), tokens(new));
    clean(join(align(&before, &after)))
}

/// What never is cut, with the white space behind it.
#[derive(Clone, Debug)]
struct Token<'a> {
    text: &'a str,
    word: &'a str,
    folded: String,
    stem: String,
    weight: f64,
}

impl Token<'_> {
    fn is_telling(&self) -> bool {
        self.word.chars().any(|c| c.is_ascii_digit() || c == '«')
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let Some(pattern) = TOKEN.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(text)
        .map(|found| {
            let text = found.as_str();
            let word = text.trim_end();
            let folded = fold(word);
            Token {
                text,
                word,
                stem: stem(&folded),
                weight: weight(word),
                folded,
            }
        })
        .collect()
}

/// What a token is worth when it stays.
fn weight(word: &str) -> f64 {
    if !word.chars().any(is_word) {
        return t::MARK_WEIGHT;
    }
    if word.chars().any(|c| c.is_ascii_digit() || c == '«') || word.chars().count() > t::SHORT_WORD
    {
        1.0
    } else {
        t::SHORT_WEIGHT
    }
}

/// How two tokens are the same.
fn same(old: &Token<'_>, new: &Token<'_>) -> Option<Kind> {
    if old.text == new.text {
        Some(Kind::Equal)
    } else if old.word == new.word {
        Some(Kind::Light(Light::Marks))
    } else if old.folded == new.folded {
        Some(Kind::Light(Light::Case))
    } else if is_plain_word(old) && is_plain_word(new) && old.stem == new.stem {
        Some(Kind::Light(Light::Form))
    } else {
        None
    }
}

/// Whether a token is a word that is inflected: not a number, a date or a name.
fn is_plain_word(token: &Token<'_>) -> bool {
    token.word.chars().all(|c| is_letter(c) || c == '-')
        && token.word.chars().count() > t::SHORT_WORD
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Equal,
    Light(Light),
    Change,
}

#[derive(Clone, Debug)]
struct Step {
    kind: Kind,
    old: String,
    new: String,
    /// What stays in it is worth this much.
    weight: f64,
    /// Holds a number, a date or a name, which are never taken into a change.
    telling: bool,
    /// Holds nothing else.
    only_telling: bool,
}

impl Step {
    fn is_worded(&self) -> bool {
        self.old.chars().chain(self.new.chars()).any(is_word)
    }
}

/// Pairs of token places, one of them empty where the other side has nothing.
type Aligned = (Range<usize>, Range<usize>, Kind);

fn align<'a>(
    old: &'a [Token<'a>],
    new: &'a [Token<'a>],
) -> (&'a [Token<'a>], &'a [Token<'a>], Vec<Aligned>) {
    let ends = old.iter().zip(new).take_while(|(a, b)| a.text == b.text);
    let start = ends.count();
    let tails = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = tails.take_while(|(a, b)| a.text == b.text).count();
    let (old_middle, new_middle) = (start..old.len() - end, start..new.len() - end);
    let mut out: Vec<Aligned> = (0..start)
        .map(|n| (n..n + 1, n..n + 1, Kind::Equal))
        .collect();
    if old_middle.len() * new_middle.len() <= t::HEAVY {
        heaviest(old, new, old_middle.clone(), new_middle.clone(), &mut out);
    } else {
        plain(old, new, old_middle.clone(), new_middle.clone(), &mut out);
    }
    for n in 0..end {
        let (o, n) = (old_middle.end + n, new_middle.end + n);
        out.push((o..o + 1, n..n + 1, Kind::Equal));
    }
    (old, new, out)
}

/// The heaviest common sequence by a table of all pairs.
fn heaviest(
    old: &[Token<'_>],
    new: &[Token<'_>],
    rows: Range<usize>,
    columns: Range<usize>,
    out: &mut Vec<Aligned>,
) {
    let width = columns.len() + 1;
    let mut table = vec![0.0f64; (rows.len() + 1) * width];
    let gain = |o: usize, n: usize| {
        let kind = same(&old[o], &new[n])?;
        let share = match kind {
            Kind::Equal => 1.0,
            Kind::Light(Light::Marks) => 0.98,
            Kind::Light(Light::Case) => 0.95,
            Kind::Light(Light::Form) | Kind::Change => t::FORM_WEIGHT,
        };
        Some((kind, share * old[o].weight))
    };
    // From the end, so that the walk from the start takes the earliest of equals.
    for (r, o) in rows.clone().enumerate().rev() {
        for (c, n) in columns.clone().enumerate().rev() {
            let skip = table[(r + 1) * width + c].max(table[r * width + c + 1]);
            let next = table[(r + 1) * width + c + 1];
            // A run of equals is worth more than the same words scattered.
            let taken = gain(o, n).map_or(f64::MIN, |(_, gain)| {
                let runs =
                    o + 1 < rows.end && n + 1 < columns.end && old[o + 1].text == new[n + 1].text;
                next + gain + if runs { t::RUN_BONUS } else { 0.0 }
            });
            table[r * width + c] = skip.max(taken);
        }
    }
    let (mut r, mut c) = (0, 0);
    while r < rows.len() && c < columns.len() {
        let (o, n) = (rows.start + r, columns.start + c);
        let here = table[r * width + c];
        if table[(r + 1) * width + c] >= here {
            out.push((o..o + 1, n..n, Kind::Change));
            r += 1;
        } else if table[r * width + c + 1] >= here {
            out.push((o..o, n..n + 1, Kind::Change));
            c += 1;
        } else {
            let kind = same(&old[o], &new[n]).unwrap_or(Kind::Change);
            out.push((o..o + 1, n..n + 1, kind));
            r += 1;
            c += 1;
        }
    }
    if r < rows.len() {
        out.push((
            rows.start + r..rows.end,
            columns.end..columns.end,
            Kind::Change,
        ));
    }
    if c < columns.len() {
        out.push((
            rows.end..rows.end,
            columns.start + c..columns.end,
            Kind::Change,
        ));
    }
}

/// Very long texts: equal tokens only.
fn plain(
    old: &[Token<'_>],
    new: &[Token<'_>],
    rows: Range<usize>,
    columns: Range<usize>,
    out: &mut Vec<Aligned>,
) {
    let texts = |tokens: &[Token<'_>]| tokens.iter().map(|t| t.text.to_owned()).collect::<Vec<_>>();
    let (before, after) = (texts(&old[rows.clone()]), texts(&new[columns.clone()]));
    for op in capture_diff_slices(Algorithm::Patience, &before, &after) {
        let (tag, o, n) = op.as_tag_tuple();
        let (o, n) = (
            rows.start + o.start..rows.start + o.end,
            columns.start + n.start..columns.start + n.end,
        );
        match tag {
            DiffTag::Equal => out.push((o, n, Kind::Equal)),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => out.push((o, n, Kind::Change)),
        }
    }
}

/// Neighbours of one kind as one step.
fn join((old, new, aligned): (&[Token<'_>], &[Token<'_>], Vec<Aligned>)) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    for (o, n, kind) in aligned {
        let tokens = &old[o];
        let text = |tokens: &[Token<'_>]| tokens.iter().map(|token| token.text).collect::<String>();
        let step = Step {
            kind,
            old: text(tokens),
            new: text(&new[n.clone()]),
            weight: tokens.iter().map(|token| token.weight).sum(),
            telling: tokens.iter().any(Token::is_telling),
            only_telling: tokens.iter().chain(&new[n]).all(Token::is_telling),
        };
        match out.last_mut() {
            // Each word with other spaces behind it is told apart from those spaces.
            Some(last) if last.kind == kind && kind != Kind::Light(Light::Marks) => {
                take(last, step);
            }
            _ => out.push(step),
        }
    }
    out
}

fn take(into: &mut Step, step: Step) {
    into.old.push_str(&step.old);
    into.new.push_str(&step.new);
    into.weight += step.weight;
    into.telling |= step.telling;
    into.only_telling &= step.only_telling;
}

/// Swallows small islands between changes: a lone preposition or comma left standing makes the
/// reader stop for nothing. Names, numbers and dates are never swallowed.
fn clean(steps: Vec<Step>) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let mut island: Vec<Step> = Vec::new();
    let mut gathered = 0.0;
    for step in steps {
        if step.kind != Kind::Change {
            gathered += step.weight;
            island.push(step);
            continue;
        }
        let small = gathered < t::ISLAND && island.iter().all(|step| !step.telling);
        // «до 76 % к 1 октября»: two facts changed, each by itself.
        let after_change = out.last().is_some_and(|last| {
            last.kind == Kind::Change && !(last.only_telling && step.only_telling)
        });
        if small && after_change {
            if let Some(last) = out.last_mut() {
                for step in island.drain(..) {
                    take(last, step);
                }
                take(last, step);
            }
        } else {
            out.append(&mut island);
            out.push(step);
        }
        gathered = 0.0;
    }
    out.append(&mut island);
    out
}

fn share(steps: &[Step]) -> f64 {
    let letters = |text: &str| text.chars().filter(|c| is_word(*c)).count() as f64;
    let (mut stays, mut all) = (0.0, 0.0);
    for step in steps {
        let both = letters(&step.old) + letters(&step.new);
        all += both;
        stays += both
            * match step.kind {
                Kind::Equal => 1.0,
                Kind::Light(Light::Marks | Light::Case) => 0.98,
                Kind::Light(Light::Form) => t::FORM_STAYS,
                Kind::Change => 0.0,
            };
    }
    if all > 0.0 { stays / all } else { 1.0 }
}

fn say(mut out: Vec<Word>, op: Op, text: &str, light: Option<Light>) -> Vec<Word> {
    if let Some(last) = out
        .last_mut()
        .filter(|last| last.op == op && last.light == light)
    {
        last.text.push_str(text);
    } else if !text.is_empty() {
        out.push(Word {
            op,
            text: text.to_owned(),
            light,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The change as a reader sees it: `[-gone-]{+come+}`, a light one as `(gone→come)`.
    fn shown(old: &str, new: &str) -> String {
        let mut out = String::new();
        let words = words(old, new);
        for (n, word) in words.iter().enumerate() {
            let next_inserts = words.get(n + 1).is_some_and(|next| next.op == Op::Insert);
            let text = word.text.trim();
            match (word.op, word.light) {
                (Op::Equal, _) => out.push_str(&word.text),
                (Op::Delete, Some(_)) if next_inserts => out.push_str(&format!("({text}→")),
                (Op::Insert, Some(_)) => out.push_str(&format!("{text})")),
                (Op::Delete, _) => out.push_str(&format!("[-{text}-]")),
                (Op::Insert, _) => out.push_str(&format!("{{+{text}+}}")),
            }
        }
        out.trim().to_owned()
    }

    #[test]
    fn another_form_of_a_word_is_one_light_change() {
        assert_eq!(
            shown(
                "утвердить план ремонта школ",
                "утверждение плана ремонта школ"
            ),
            "[-утвердить-]{+утверждение+} (план→плана) ремонта школ"
        );
    }

    #[test]
    fn numbers_of_several_parts_are_never_cut() {
        for (old, new, both) in [
            (
                "выделить 1,5 млн",
                "выделить 1,8 млн",
                "выделить [-1,5-]{+1,8+} млн",
            ),
            (
                "до 15.01.23 всем",
                "до 20.01.24 всем",
                "до [-15.01.23-]{+20.01.24+} всем",
            ),
            (
                "охватить 1 250 детей",
                "охватить 1 400 детей",
                "охватить [-1 250-]{+1 400+} детей",
            ),
            (
                "по 85,50 руб.",
                "по 92,75 руб.",
                "по [-85,50-]{+92,75+} руб.",
            ),
            (
                "по СП 3.1/2.4.3598-20 в школах",
                "по СП 2.4.3648-20 в школах",
                "по СП [-3.1/2.4.3598-20-]{+2.4.3648-20+} в школах",
            ),
            (
                "для 5–9 классов",
                "для 5–11 классов",
                "для [-5–9-]{+5–11+} классов",
            ),
            (
                "работать по 304-ФЗ",
                "работать по 273-ФЗ",
                "работать по [-304-ФЗ-]{+273-ФЗ+}",
            ),
            (
                "в 2023 150 мест",
                "в 2024 150 мест",
                "в [-2023-]{+2024+} 150 мест",
            ),
        ] {
            assert_eq!(shown(old, new), both);
        }
    }

    #[test]
    fn numbers_dates_and_names_change_whole() {
        assert_eq!(
            shown(
                "довести охват до 76 % к 1 октября 2020 года",
                "довести охват до 83 % к 15 апреля 2022 года"
            ),
            "довести охват до [-76 %-]{+83 %+} к [-1 октября 2020 года-]{+15 апреля 2022 года+}"
        );
    }

    #[test]
    fn words_left_alone_between_changes_go_with_them() {
        assert_eq!(
            shown(
                "смотр музеев и чтений в округе",
                "смотр театров и хоров в округе"
            ),
            "смотр [-музеев и чтений-]{+театров и хоров+} в округе"
        );
    }

    #[test]
    fn marks_and_capitals_are_light() {
        let lights = |old, new| {
            words(old, new)
                .into_iter()
                .filter(|word| word.op != Op::Equal)
                .map(|word| word.light)
                .collect::<Vec<_>>()
        };
        let marks = Some(Light::Marks);
        assert_eq!(
            lights("школам, садам округа", "школам и садам округа").len(),
            2
        );
        assert_eq!(lights("школам садам", "школам, садам"), [marks]);
        assert_eq!(
            lights("Школам округа района", "школам округа района"),
            [Some(Light::Case); 2]
        );
        // A word that is last on one side only has not changed.
        assert_eq!(
            shown(
                "открыть в школах музеи",
                "открыть в школах музеи до 1 мая 2027 года"
            ),
            "открыть в школах музеи{+до 1 мая 2027 года+}"
        );
    }
}
