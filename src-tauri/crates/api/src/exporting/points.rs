//! The points of an order as a person left them. Only what was changed is kept: points nobody touched
//! follow the document, and what the document gains comes into the order by itself. A point made of the
//! document is left out only where a person left it out, and is then named.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use svod_model::Id;
use svod_writers::papers::OrderPoint;

use crate::view::PaperPoint;

/// What is kept of the points of one document's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct KeptPoints {
    /// In the order they are printed in.
    points: Vec<KeptPoint>,
    /// Points made of the document that a person left out.
    left_out: BTreeSet<Id>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct KeptPoint {
    id: Id,
    heading: String,
    /// What a person wrote; nothing where the point says what the document made it say.
    text: Option<String>,
    /// What the document made it say when a person wrote that.
    was: Option<String>,
}

/// The points as a person sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Points {
    /// In the order they are printed in.
    pub(super) points: Vec<PaperPoint>,
    /// Those made of the document that are not printed.
    pub(super) left_out: Vec<PaperPoint>,
}

impl KeptPoints {
    /// What is to be kept of a person's list, beside what was kept before; nothing if the list is the
    /// one that the document makes.
    pub(super) fn of(
        made: &[OrderPoint],
        points: &[PaperPoint],
        left_out: &[PaperPoint],
        before: Option<&Self>,
    ) -> Option<Self> {
        let mut used: BTreeSet<Id> = made.iter().map(|point| point.id.clone()).collect();
        let mut taken: BTreeSet<Id> = BTreeSet::new();
        let mut kept = Self::default();
        for point in points {
            let source = find(made, &point.id).filter(|_| taken.insert(point.id.clone()));
            let blank = point.text.trim().is_empty();
            match source {
                // Emptied is left out: the point is named where it can be taken back.
                Some(source) if blank => drop(kept.left_out.insert(source.id.clone())),
                Some(source) => {
                    let own = point.text.trim() != source.text.trim();
                    let same = before
                        .and_then(|before| before.points.iter().find(|kept| kept.id == point.id))
                        .filter(|kept| kept.text.as_deref() == Some(point.text.as_str()));
                    let was = same.and_then(|kept| kept.was.clone());
                    kept.points.push(KeptPoint {
                        id: source.id.clone(),
                        heading: source.heading.clone(),
                        text: own.then(|| point.text.clone()),
                        was: own.then(|| was.unwrap_or_else(|| source.text.clone())),
                    });
                }
                None => {
                    let id = own_name(&point.id, &used);
                    used.insert(id.clone());
                    kept.points.push(KeptPoint {
                        id,
                        heading: point.heading.trim().to_owned(),
                        text: Some(point.text.clone()),
                        was: None,
                    });
                }
            }
        }
        for point in left_out.iter().filter(|point| !taken.contains(&point.id)) {
            if let Some(source) = find(made, &point.id) {
                kept.left_out.insert(source.id.clone());
            }
        }
        let seen = Points::of(made, Some(&kept));
        (seen != Points::of(made, None)).then_some(kept)
    }
}

impl Points {
    /// The points that a document makes, with what a person changed.
    pub(super) fn of(made: &[OrderPoint], kept: Option<&KeptPoints>) -> Self {
        let none = KeptPoints::default();
        let kept = kept.unwrap_or(&none);
        let mut points: Vec<PaperPoint> =
            kept.points.iter().filter_map(|k| seen(made, k)).collect();
        let mut after = 0;
        let mut left_out = Vec::new();
        for source in made {
            let place = points.iter().position(|point| point.id == source.id);
            if let Some(place) = place {
                after = place + 1;
            } else if kept.left_out.contains(&source.id) {
                left_out.push(fresh(source));
            } else {
                // What the document gained stands where the document has it.
                points.insert(after, fresh(source));
                after += 1;
            }
        }
        Self { points, left_out }
    }
}

/// A kept point as a person sees it. Of a heading the document lost only a person's words are left.
fn seen(made: &[OrderPoint], kept: &KeptPoint) -> Option<PaperPoint> {
    let Some(source) = find(made, &kept.id) else {
        return kept.text.clone().map(|text| PaperPoint {
            id: kept.id.clone(),
            heading: kept.heading.clone(),
            text,
            ..PaperPoint::default()
        });
    };
    let changed = kept.was.as_ref().is_some_and(|was| *was != source.text);
    Some(PaperPoint {
        text: kept.text.clone().unwrap_or_else(|| source.text.clone()),
        now: changed.then(|| source.text.clone()),
        ..fresh(source)
    })
}

fn fresh(source: &OrderPoint) -> PaperPoint {
    PaperPoint {
        id: source.id.clone(),
        made: true,
        heading: source.heading.clone(),
        text: source.text.clone(),
        ..PaperPoint::default()
    }
}

fn find<'a>(made: &'a [OrderPoint], id: &Id) -> Option<&'a OrderPoint> {
    made.iter().find(|point| point.id == *id)
}

/// The name of a person's own point, another one if it has none or it is taken.
fn own_name(id: &Id, used: &BTreeSet<Id>) -> Id {
    if !id.as_str().is_empty() && !used.contains(id) {
        return id.clone();
    }
    let names = (1..).map(|n: u32| Id::new(format!("own {n}")));
    let mut free = names.filter(|name| !used.contains(name));
    free.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(texts: &[(&str, &str)]) -> Vec<OrderPoint> {
        let point = |(id, text): &(&str, &str)| OrderPoint {
            id: Id::new(*id),
            heading: "Школам".into(),
            text: (*text).to_owned(),
        };
        texts.iter().map(point).collect()
    }

    fn said(points: &[PaperPoint]) -> Vec<(&str, Option<&str>)> {
        let all = points.iter();
        all.map(|point| (point.text.as_str(), point.now.as_deref()))
            .collect()
    }

    #[test]
    fn a_document_that_changes_is_followed_and_a_persons_words_are_kept() {
        let before = made(&[("a", "пункты 1–2"), ("b", "пункт 3"), ("c", "пункт 4")]);
        let mut seen = Points::of(&before, None);
        seen.points[0].text = "пункты 1–2 лично".into();
        let kept = KeptPoints::of(&before, &seen.points, &[], None);
        let after = made(&[("a", "пункты 1–3"), ("n", "пункт 4"), ("b", "пункт 5")]);
        let seen = Points::of(&after, kept.as_ref());
        assert_eq!(
            said(&seen.points),
            [
                ("пункты 1–2 лично", Some("пункты 1–3")),
                ("пункт 4", None),
                ("пункт 5", None),
            ]
        );
        // Another change beside it does not hide that it is of yesterday; its own does.
        let mut points = seen.points;
        points.swap(1, 2);
        let kept = KeptPoints::of(&after, &points, &[], kept.as_ref());
        points = Points::of(&after, kept.as_ref()).points;
        assert_eq!(points[0].now.as_deref(), Some("пункты 1–3"));
        points[0].text = "пункты 1–3 лично".into();
        let kept = KeptPoints::of(&after, &points, &[], kept.as_ref());
        points = Points::of(&after, kept.as_ref()).points;
        assert_eq!(points[0].now, None);
    }

    #[test]
    fn of_a_heading_that_is_gone_only_a_persons_words_are_left() {
        let before = made(&[("a", "пункт 1"), ("b", "пункт 2")]);
        let mut seen = Points::of(&before, None);
        seen.points[1].text = "пункт 2 в срок".into();
        seen.points.swap(0, 1);
        let kept = KeptPoints::of(&before, &seen.points, &[], None);
        let seen = Points::of(&made(&[("c", "пункт 1")]), kept.as_ref());
        assert_eq!(
            said(&seen.points),
            [("пункт 1", None), ("пункт 2 в срок", None)]
        );
        assert!(seen.left_out.is_empty());
    }

    #[test]
    fn nothing_is_kept_of_a_list_nobody_changed() {
        let all = made(&[("a", "пункт 1"), ("b", "пункт 2")]);
        let seen = Points::of(&all, None);
        assert_eq!(KeptPoints::of(&all, &seen.points, &[], None), None);
        assert_eq!(KeptPoints::of(&all, &[], &[], None), None);
        let left_out = KeptPoints::of(&all, &seen.points[..1], &seen.points[1..], None);
        assert_eq!(Points::of(&all, left_out.as_ref()).left_out.len(), 1);
    }
}
