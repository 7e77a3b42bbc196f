//! The common text behind variants of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use svod_diff::Op;
use ts_rs::TS;

/// A run of a rebuilt text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Most variants have them; otherwise this is the place where variants differ.
    pub common: bool,
}

/// So many different variants are heard, those most documents have first.
const HEARD: usize = 8;

/// Rebuilds the text behind variants: the variant most like the others, with the words most of the
/// others do not have marked. Nothing for no variants.
pub fn template(variants: &[&str]) -> Vec<Piece> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for variant in variants {
        *counts.entry(variant).or_default() += 1;
    }
    let mut heard: Vec<(&str, usize)> = counts.into_iter().collect();
    heard.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    heard.truncate(HEARD);
    // For each the letters that each of the others keeps.
    let kept: Vec<Vec<(Vec<bool>, usize)>> = heard
        .iter()
        .map(|(one, _)| {
            let others = heard.iter().filter(|(other, _)| other != one);
            others
                .map(|(other, count)| (kept(one, other), *count))
                .collect()
        })
        .collect();
    // The middle one shares the most with all the others.
    let shared = |at: &usize| -> usize {
        let letters = |kept: &[bool]| kept.iter().filter(|kept| **kept).count();
        kept[*at]
            .iter()
            .map(|(kept, count)| letters(kept) * count)
            .sum()
    };
    let Some(at) = (0..heard.len()).max_by_key(shared) else {
        return Vec::new();
    };
    let middle = heard[at].0;
    let others: usize = kept[at].iter().map(|(_, count)| count).sum();
    let mut votes = vec![0usize; middle.len()];
    for (kept, count) in &kept[at] {
        for (vote, kept) in votes.iter_mut().zip(kept) {
            *vote += if *kept { *count } else { 0 };
        }
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, letter) in middle.char_indices() {
        let common = votes[at] * 2 >= others;
        match pieces.last_mut() {
            Some(piece) if piece.common == common => piece.text.push(letter),
            _ => pieces.push(Piece {
                text: letter.to_string(),
                common,
            }),
        }
    }
    pieces
}

/// For every byte of a text whether the other one keeps it.
fn kept(text: &str, other: &str) -> Vec<bool> {
    let mut kept = Vec::with_capacity(text.len());
    for word in svod_diff::words(text, other) {
        match word.op {
            Op::Equal => kept.resize(kept.len() + word.text.len(), true),
            Op::Delete => kept.resize(kept.len() + word.text.len(), false),
            Op::Insert => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| {
                if piece.common {
                    piece.text.clone()
                } else {
                    format!("[{}]", piece.text)
                }
            })
            .collect()
    }

    #[test]
    fn what_most_variants_say_is_the_template_and_the_rest_is_marked() {
        let pieces = template(&[
            "провести смотр школьных музеев до 1 мая 2027 года",
            "провести смотр школьных музеев до 1 июня 2027 года",
            "провести смотр школьных музеев до 15 апреля 2027 года",
        ]);
        let text = shown(&pieces);
        assert!(
            text.starts_with("провести смотр школьных музеев до"),
            "{text}"
        );
        assert!(pieces.iter().any(|piece| !piece.common), "{text}");
    }

    #[test]
    fn one_variant_is_its_own_template_and_none_gives_none() {
        assert_eq!(shown(&template(&["провести смотр"])), "провести смотр");
        assert!(template(&[]).is_empty());
    }
}
