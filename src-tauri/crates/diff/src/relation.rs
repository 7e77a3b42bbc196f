//! How two paired directives relate.

use crate::evidence;
use crate::model::{FACTS, Model};
use crate::pairing::{Kind, Link, about_the_same};
use crate::thresholds as t;
use crate::unit::Unit;
use crate::{Changes, Relation};

/// The relations the model tells apart, in the order of its weights. A directive may be one part of
/// a whole though the other part is too unlike to be shown as a pair.
pub(crate) const KINDS: [Relation; 6] = [
    Relation::Reworded,
    Relation::Continued,
    Relation::Narrowed,
    Relation::Broadened,
    Relation::Split,
    Relation::Merged,
];

/// What the numbers of [`facts`] are, for the tables of the fitting program.
pub const FACT_NAMES: [&str; FACTS] = [
    "equal words",
    "equal words, squared",
    "new longer",
    "sense of the new in the old",
    "sense of the old in the new",
    "things of the new in the old",
    "things of the old in the new",
    "leading clauses",
    "verb",
    "clauses more",
    "one more part of the old",
    "one more source of the new",
];

pub(crate) fn relation(
    model: &Model,
    link: &Link,
    (old, new): (&Unit<'_>, &Unit<'_>),
    likeness: f64,
    changes: &Changes,
) -> Relation {
    if let Some(Some(named)) = link.confirmed {
        return named;
    }
    match link.kind {
        Kind::Split => return Relation::Split,
        Kind::Merged => return Relation::Merged,
        Kind::Single => {}
    }
    if old.plain == new.plain {
        // «до 15 апреля 2027 года:» over the same item is another deadline of the same words, and so is «Срок: …» below it.
        let same = changes.deadlines.is_none() && changes.indicators.is_none();
        return if same && old.is_led_as(new) {
            Relation::Unchanged
        } else {
            Relation::Reworded
        };
    }
    // The same words in another order are the same task edited.
    if old.masked == new.masked || likeness >= t::NEARLY || about_the_same(old, new) {
        return Relation::Reworded;
    }
    let sums = model.of_relation(&facts(old, new, likeness, link.beside));
    let likeliest = (0..KINDS.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b]));
    likeliest.map_or(Relation::Continued, |n| KINDS[n])
}

/// What tells the relations of two directives apart. `beside` is [`Link::beside`].
pub(crate) fn facts(
    old: &Unit<'_>,
    new: &Unit<'_>,
    likeness: f64,
    beside: [f64; 2],
) -> [f64; FACTS] {
    let (before, after) = (old.sense.total().max(1.0), new.sense.total().max(1.0));
    let clauses = |unit: &Unit<'_>| unit.clauses.len() as f64;
    [
        likeness,
        likeness * likeness,
        (after / before).ln().clamp(-2.0, 2.0),
        new.sense.covered(&[&old.sense]),
        old.sense.covered(&[&new.sense]),
        new.objects.covered(&[&old.objects]),
        old.objects.covered(&[&new.objects]),
        old.head.cosine(&new.head),
        evidence::agree(&old.verbs, &new.verbs).0,
        ((clauses(new) - clauses(old)) / 4.0).clamp(-1.0, 1.0),
        beside[0],
        beside[1],
    ]
}
