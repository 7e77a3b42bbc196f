//! How two paired directives relate.

use crate::Relation;
use crate::evidence;
use crate::model::{FACTS, Model};
use crate::pairing::{Kind, Link};
use crate::thresholds as t;
use crate::unit::Unit;

/// The relations of one directive to one, in the order of the model's weights.
pub(crate) const ALONE: [Relation; 4] = [
    Relation::Reworded,
    Relation::Continued,
    Relation::Narrowed,
    Relation::Broadened,
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
];

pub(crate) fn relation(
    model: &Model,
    link: &Link,
    old: &Unit<'_>,
    new: &Unit<'_>,
    likeness: f64,
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
        return Relation::Unchanged;
    }
    if old.masked == new.masked || likeness >= t::NEARLY {
        return Relation::Reworded;
    }
    let sums = model.of_relation(&facts(old, new, likeness));
    let likeliest = (0..ALONE.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b]));
    likeliest.map_or(Relation::Continued, |n| ALONE[n])
}

/// What tells the relations of one directive to one apart.
pub(crate) fn facts(old: &Unit<'_>, new: &Unit<'_>, likeness: f64) -> [f64; FACTS] {
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
    ]
}
