//! The score of given pairs, for those who find candidates in many documents by themselves.

use svod_model::{Directive, Resolution};

use crate::evidence::{SENSE, WORDING};
use crate::watch::Watch;
use crate::{model, plain, score, thresholds as t, unit};

/// How two directives stand to each other when nothing is known of their documents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kinship {
    /// How likely a person would put them in one row, 0 to 1.
    pub likelihood: f64,
    /// How far they say it in the same words or name the same things, 0 to 1.
    pub alike: f64,
}

/// Scores given pairs, and remembers what the directives it met say: the same few tasks are candidates
/// again and again, and reading them is most of the work.
#[derive(Debug, Default)]
pub struct Kin(unit::Memory);

impl Kin {
    /// How each of the given pairs of directives stands to each other, by their places in the two
    /// documents; pairs of places that are none are left out. Nothing else is compared: the pairs are
    /// the only rivals of each other, and the model has the last word — among many documents
    /// «мониторинг питания» and «мониторинг чтения» in the same words are two tasks, while in two
    /// documents the better rivals of both would tell.
    ///
    /// Rarity is counted over the directives of both sides: a handful tells nothing of it, so add
    /// others of the genre to a side.
    pub fn likely(
        &mut self,
        old: &Resolution,
        new: &Resolution,
        pairs: &[(usize, usize)],
    ) -> Vec<Kinship> {
        let (old, new) = self.0.units(old, new);
        let inside = |(o, n): &(usize, usize)| *o < old.len() && *n < new.len();
        let places: Vec<(usize, usize)> = pairs.iter().copied().filter(inside).collect();
        let sides = (old.as_slice(), new.as_slice());
        let vocabulary = &self.0.vocabulary;
        let judged = score::judged(&model::MODEL, vocabulary, sides, places, &Watch::none());
        // Nobody asked it to stop.
        let judged = judged.unwrap_or_default();
        judged
            .iter()
            .map(|c| {
                if old[c.old].masked == new[c.new].masked {
                    return Kinship {
                        likelihood: t::MASKED_EQUAL,
                        alike: 1.0,
                    };
                }
                // A pair leads its rivals easily where there are few: its texts have to speak for it, too.
                let texts = score::share(model::MODEL.of_text(&c.evidence));
                Kinship {
                    likelihood: c.probability.min(texts),
                    alike: c.evidence[WORDING].max(c.evidence[SENSE]),
                }
            })
            .collect()
    }
}

/// A directive's words without dates, numbers, case and marks: two with the same are one text.
pub fn masked(directive: &Directive) -> String {
    plain::masked(directive)
}

#[cfg(test)]
mod tests {
    use svod_model::{Group, Section};

    use super::*;

    fn document(texts: &[&str]) -> Resolution {
        let directives = texts.iter().map(|text| Directive {
            text: (*text).into(),
            ..Directive::default()
        });
        let group = Group {
            directives: directives.collect(),
            ..Group::default()
        };
        Resolution {
            sections: vec![Section {
                groups: vec![group],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    #[test]
    fn given_pairs_are_scored_and_nothing_else() {
        let old = document(&[
            "провести смотр школьных музеев до 1 мая 2027 года",
            "утвердить план ремонта школьных библиотек",
        ]);
        let new = document(&[
            "провести смотр школьных музеев до 1 мая 2028 года",
            "провести смотр школьных музеев и музейных комнат",
        ]);
        let mut kin = Kin::default();
        let scores = kin.likely(&old, &new, &[(0, 0), (1, 1), (7, 7)]);
        assert_eq!(scores.len(), 2);
        assert!(
            scores[0].likelihood > 0.9 && scores[1].likelihood < 0.3,
            "{scores:?}"
        );
    }

    #[test]
    fn what_was_met_before_changes_no_score() {
        let old = document(&["провести смотр школьных музеев", "открыть школьные музеи"]);
        let new = document(&["провести смотр музеев и музейных комнат"]);
        let pairs = [(0, 0), (1, 0)];
        let fresh = Kin::default().likely(&old, &new, &pairs);
        let mut kin = Kin::default();
        let other = document(&["утвердить план ремонта школьных библиотек и музеев"]);
        kin.likely(&other, &old, &[(0, 0), (0, 1)]);
        for (one, other) in kin.likely(&old, &new, &pairs).iter().zip(&fresh) {
            assert!((one.likelihood - other.likelihood).abs() < 1e-9);
            assert!((one.alike - other.alike).abs() < 1e-9);
        }
    }

    #[test]
    fn masked_text_knows_no_dates_numbers_and_marks() {
        let one = |text: &str| {
            masked(&Directive {
                text: text.into(),
                ..Directive::default()
            })
        };
        assert_eq!(one("Довести охват до 75 %;"), one("довести охват до 80 %"));
    }
}
