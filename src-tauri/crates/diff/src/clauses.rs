//! The clauses of a directive: which of them names the task, and which words only tell why, on what
//! grounds and for what it is given.

use svod_language::verbs::is_infinitive;
use svod_language::words::{fold, is_word};

/// Folded words and numbers in order, and the number of the clause each stands in.
pub(crate) fn words_and_clauses(text: &str) -> (Vec<String>, Vec<usize>) {
    let (mut words, mut places) = (Vec::new(), Vec::new());
    let (mut clause, mut full) = (0, false);
    for piece in text.split_inclusive(|c: char| !is_word(c) && c != '-') {
        let word = piece.trim_end_matches(|c: char| !is_word(c));
        let bare = word.trim_matches('-');
        if !bare.is_empty() {
            words.push(fold(bare));
            places.push(clause);
            full = true;
        }
        let mark = piece.chars().next_back();
        if full && mark.is_some_and(|mark| [',', ';', ':', '(', ')', '–', '—'].contains(&mark))
        {
            clause += 1;
            full = false;
        }
    }
    (words, places)
}

/// The first clause that names a task rather than why and on what grounds it is given.
pub(crate) fn leading_clause(words: &[String], places: &[usize]) -> usize {
    const GROUNDS: &[&str] = &[
        "в",
        "с",
        "на",
        "по",
        "при",
        "для",
        "во",
        "исходя",
        "учитывая",
    ];
    let last = places.last().copied().unwrap_or_default();
    let first = words.first().map(String::as_str).unwrap_or_default();
    usize::from(last > 0 && GROUNDS.contains(&first))
}

/// What stands where two texts that began alike part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// The text ends or one more thing to do follows: «…, использовать его результаты…».
    Further,
    /// What was named is complete, and its circumstances or its like follow, under this word: «при участии…», «и…».
    Hinge(&'static str),
    /// What is named goes on: «по вопросам | медиации», «учителям, | работающим в малых школах».
    Inside,
}

/// What stands before a folded word of a text, or at its end. Of the number and the day of an act nothing goes on.
pub(crate) fn joint(words: &[String], places: &[usize], at: usize) -> Joint {
    const CIRCUMSTANCES: &[&str] = &[
        "и",
        "при",
        "через",
        "с",
        "путем",
        "за",
        "в",
        "во",
        "на",
        "по",
    ];
    let is_day = |word: &str| word == "года" || word.chars().all(|c| c.is_ascii_digit());
    let numbers = words.iter().skip(at).take_while(|word| is_day(word));
    let at = at + numbers.count();
    let Some(word) = words.get(at) else {
        return Joint::Further;
    };
    let begins = at > 0 && places.get(at) != places.get(at - 1);
    // «…, не допускать», «…, ежемесячно составлять», but not «…, позволяющие развивать».
    let how = word == "не" || word.ends_with("но");
    let soon = || how && words.get(at + 1).is_some_and(|next| is_infinitive(next));
    if is_infinitive(word) || (begins && (is_gerund(word) || soon())) {
        Joint::Further
    } else {
        let own = CIRCUMSTANCES.iter().find(|own| *own == word);
        own.map_or(Joint::Inside, |own| Joint::Hinge(own))
    }
}

/// For each folded word, whether it stands in a circumstance: «с учетом…», «в соответствии с…», «в целях…»,
/// «для…», up to the next thing to do. «Обеспечить корректировку программы с учетом показателей
/// национального проекта» is a task about the programme; of the project it says little.
pub(crate) fn circumstances(words: &[String], places: &[usize]) -> Vec<bool> {
    let mut inside = false;
    (0..words.len())
        .map(|n| {
            let word = words[n].as_str();
            let next = words.get(n + 1).map_or("", String::as_str);
            let begins = n > 0 && places.get(n) != places.get(n - 1);
            if opens(word, next) {
                inside = true;
            } else if is_infinitive(word) || (begins && is_gerund(word)) {
                inside = false;
            }
            inside
        })
        .collect()
}

/// Whether a circumstance begins with these two words.
fn opens(word: &str, next: &str) -> bool {
    match word {
        "с" => ["учетом", "целью", "соблюдением"].contains(&next),
        "в" => ["соответствии", "целях", "рамках", "связи", "условиях"].contains(&next),
        "на" => ["основании", "основе"].contains(&next),
        "во" => next == "исполнение",
        "для" | "исходя" | "учитывая" | "согласно" | "руководствуясь" => {
            true
        }
        _ => false,
    }
}

/// «предусмотрев», «обеспечив»: what is also to be done.
fn is_gerund(word: &str) -> bool {
    const SHORTEST: usize = 6;
    let ends = ["ив", "ав", "рев", "яв"];
    word.chars().count() >= SHORTEST && ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_clause_is_the_one_that_names_the_task() {
        let leading = |text: &str| -> String {
            let (words, places) = words_and_clauses(text);
            let leading = leading_clause(&words, &places);
            let own = words.iter().zip(&places).filter(|(_, n)| **n == leading);
            own.map(|(word, _)| word.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            leading("открыть музей, обеспечив охрану (до мая)"),
            "открыть музей"
        );
        assert_eq!(
            leading("в целях воспитания детей, открыть музей, создать сайт"),
            "открыть музей"
        );
        assert_eq!(
            leading("на базе школы открыть музей"),
            "на базе школы открыть музей"
        );
    }

    #[test]
    fn a_joint_tells_whether_what_was_named_is_complete() {
        let after = |known: usize, text: &str| {
            let (words, places) = words_and_clauses(text);
            joint(&words, &places, known)
        };
        assert_eq!(after(3, "открыть школьный музей"), Joint::Further);
        assert_eq!(
            after(3, "открыть школьный музей, создать сайт"),
            Joint::Further
        );
        assert_eq!(
            after(3, "открыть школьный музей, обеспечив охрану"),
            Joint::Further
        );
        assert_eq!(
            after(3, "открыть школьный музей при клубе"),
            Joint::Hinge("при")
        );
        assert_eq!(
            after(3, "по приказу минпросвещения № 35, завершить ремонт"),
            Joint::Further
        );
        assert_eq!(
            after(2, "помогать учителям, работающим в малых школах"),
            Joint::Inside
        );
    }

    #[test]
    fn circumstances_run_to_the_next_thing_to_do() {
        let aside = |text: &str| -> String {
            let (words, places) = words_and_clauses(text);
            let aside = circumstances(&words, &places);
            let inside = words.iter().zip(aside).filter(|(_, aside)| *aside);
            inside
                .map(|(word, _)| word.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            aside("обеспечить корректировку программы, с учетом целей, задач, показателей проекта"),
            "с учетом целей задач показателей проекта"
        );
        assert_eq!(
            aside("в целях развития деятельности музеев проводить смотр"),
            "в целях развития деятельности музеев"
        );
        assert_eq!(
            aside("создать условия для занятий спортом, предусмотрев ремонт залов"),
            "для занятий спортом"
        );
        assert_eq!(aside("открыть музей, обеспечив охрану"), "");
    }
}
