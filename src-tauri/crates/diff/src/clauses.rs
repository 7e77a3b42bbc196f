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

/// How many words the first clause has, if what follows is one more thing to do («…, использовать его результаты…»)
/// or nothing: no «работающих с…» or «в том числе…», which says whom or what the clause is about.
pub(crate) fn opening(words: &[String], places: &[usize]) -> usize {
    let end = places.iter().take_while(|place| **place == 0).count();
    let next = words.get(end);
    if next.is_none_or(|word| is_infinitive(word) || is_gerund(word)) {
        end
    } else {
        0
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
    fn an_opening_is_whole_when_one_more_thing_to_do_follows() {
        let whole = |text: &str| {
            let (words, places) = words_and_clauses(text);
            opening(&words, &places)
        };
        assert_eq!(whole("открыть школьный музей, создать сайт"), 3);
        assert_eq!(whole("открыть школьный музей, обеспечив охрану"), 3);
        assert_eq!(whole("открыть школьный музей"), 3);
        assert_eq!(
            whole("помогать учителям, работающим в малых школах"),
            0
        );
        assert_eq!(whole("открыть музеи, в том числе сельские"), 0);
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
