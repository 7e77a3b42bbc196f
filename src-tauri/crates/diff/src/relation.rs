//! How two paired directives relate.

use crate::Relation;
use crate::pairing::{Kind, Link};
use crate::thresholds as t;
use crate::unit::Unit;

pub(crate) fn relation(link: &Link, old: &Unit<'_>, new: &Unit<'_>, likeness: f64) -> Relation {
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
    let (before, after) = (old.sense.total(), new.sense.total());
    if new.sense.covered(&[&old.sense]) >= t::COVERED && before >= after * t::LARGER {
        return Relation::Narrowed;
    }
    if old.sense.covered(&[&new.sense]) >= t::COVERED && after >= before * t::LARGER {
        return Relation::Broadened;
    }
    if likeness >= t::REWORDED {
        Relation::Reworded
    } else {
        Relation::Continued
    }
}
