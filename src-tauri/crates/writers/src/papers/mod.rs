//! Papers made of a resolution: extracts, the plan of measures, the order that makes it binding, the
//! distribution list, the register of remarks.
//!
//! A paper that people go on editing (plan, order) is a [`Resolution`] again: it becomes a draft like
//! any other. A paper that is only printed is a [`Sheet`], which every format prints. Words are taken
//! from the resolution; where a Russian word has to be put in another form, the caller brings the
//! function that does it.
//!
//! [`Resolution`]: svod_model::Resolution
//! [`Sheet`]: crate::Sheet

mod addressees;
mod extract;
mod lists;
mod order;
mod plan;
mod points;

pub use addressees::{Addressee, addressees};
pub use extract::{Certifier, extract, part};
pub use lists::{Remark, distribution_list, remarks};
pub use order::{OrderDetails, OrderSigners, order, order_sheet};
pub use plan::{PlanDetails, Wording, plan};
pub use points::{OrderPoint, order_points};

use svod_model::{Resolution, numbering};

use crate::title::TitleLines;

/// «резолюции форума «Школа»»: what the document is called in the genitive.
pub(crate) fn of_what(resolution: &Resolution) -> String {
    let lines = TitleLines::of(resolution);
    let words = [Some(of_kind(&lines.kind)), lines.of, lines.theme];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// «итоговой резолюции»: the name of a kind in the genitive.
fn of_kind(kind: &str) -> String {
    let words = kind.to_lowercase();
    let words: Vec<String> = words.split_whitespace().map(genitive).collect();
    words.join(" ")
}

/// A name, or a rule to write it on.
fn or_rule(name: Option<&String>) -> String {
    name.cloned().unwrap_or_else(|| "_".repeat(20))
}

/// The genitive of the words documents are called by; others stay.
fn genitive(word: &str) -> String {
    match word {
        "резолюция" => "резолюции",
        "решение" => "решения",
        "рекомендации" => "рекомендаций",
        "протокол" => "протокола",
        "план" => "плана",
        "приказ" => "приказа",
        "перечень" => "перечня",
        "итоговая" => "итоговой",
        "итоговое" => "итогового",
        "итоговые" => "итоговых",
        word => word,
    }
    .to_owned()
}

/// «1.1–1.4, 2.3»: printed numbers with neighbours drawn together.
fn ranges(numbers: &[&str]) -> String {
    // «2.1. а)» is named «2.1 а».
    let bare = |number: &str| match number.split_once(". ") {
        Some((own, mark)) => format!("{own} {}", mark.trim_end_matches(')')),
        None => number.trim_end_matches('.').to_owned(),
    };
    let split = |number: &str| -> (String, Option<u32>) {
        if let Some((head, letter)) = number.rsplit_once(' ') {
            let mark = format!("{letter})");
            let place = (0..100).find(|place| numbering::sub_item(*place) == mark);
            return (
                format!("{head} "),
                place.and_then(|place| u32::try_from(place).ok()),
            );
        }
        match number.rsplit_once('.') {
            Some((head, last)) => (format!("{head}."), last.parse().ok()),
            None => (String::new(), number.parse().ok()),
        }
    };
    let mut runs: Vec<(String, String, (String, Option<u32>))> = Vec::new();
    for number in numbers {
        let bare = bare(number);
        let (head, last) = split(&bare);
        match runs.last_mut() {
            Some((_, to, (run, end)))
                if *run == head && last.is_some() && last == end.map(|end| end + 1) =>
            {
                *to = bare;
                *end = last;
            }
            _ => runs.push((bare.clone(), bare, (head, last))),
        }
    }
    let words = runs.into_iter().map(|(from, to, (head, _))| {
        if from == to {
            return from;
        }
        // «2.4 а–в»
        let letter = to.strip_prefix(&head).filter(|_| head.ends_with(' '));
        format!("{from}–{}", letter.unwrap_or(&to))
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
