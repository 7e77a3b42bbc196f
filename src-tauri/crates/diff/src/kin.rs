//! The score of given pairs, for those who find candidates in many documents by themselves.

use svod_model::{Directive, Resolution};

use crate::evidence::{SENSE, WORDING};
use crate::watch::Watch;
use crate::{model, score, thresholds as t, unit};

/// How two directives stand to each other when nothing is known of their documents.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kinship {
    /// How likely a person would put them in one row, 0 to 1.
    pub likelihood: f64,
    /// How far they say it in the same words or name the same things, 0 to 1.
    pub alike: f64,
}

/// How each of the given pairs of directives stands to each other, by their places in the two documents. Nothing else is compared: the pairs are the only rivals of each other, and the
/// model has the last word — among many documents «мониторинг питания» and «мониторинг чтения» in the
/// same words are two tasks, while in two documents the better rivals of both would tell.
///
/// Rarity is counted over the directives of both sides: a handful tells nothing of it, so add others of
/// the genre to a side.
pub fn likely(old: &Resolution, new: &Resolution, pairs: &[(usize, usize)]) -> Vec<Kinship> {
    let watch = Watch::none();
    let judged = unit::units(old, new, &watch).and_then(|(old, new, vocabulary)| {
        let inside = |(o, n): &(usize, usize)| *o < old.len() && *n < new.len();
        let places: Vec<(usize, usize)> = pairs.iter().copied().filter(inside).collect();
        let sides = (old.as_slice(), new.as_slice());
        let found = score::judged(&model::MODEL, &vocabulary, sides, places, &watch)?;
        Ok(found
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
            .collect())
    });
    // Nobody asked it to stop.
    judged.unwrap_or_default()
}

/// A directive's words without dates, numbers, case and marks: two with the same are one text.
pub fn masked(directive: &Directive) -> String {
    unit::masked(directive)
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
        let scores = likely(&old, &new, &[(0, 0), (1, 1), (7, 7)]);
        assert_eq!(scores.len(), 2);
        assert!(
            scores[0].likelihood > 0.9 && scores[1].likelihood < 0.3,
            "{scores:?}"
        );
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
