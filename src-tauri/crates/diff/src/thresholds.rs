//! Every constant of the comparison, in one place, with its reason.
//!
//! Set on the alignment gold of one pair of real documents and on the sample library's two years,
//! guided by the measured baselines: TF-IDF over stems with a global assignment reaches F1 0.62 on
//! real pairs; ranking is good, the loss is in the decision. A handful of pairs is enough to judge,
//! not to tune, so round numbers are kept.

/// A pair shown at all: below it the vocabulary is shared, the task is not.
pub(crate) const ACCEPT: f64 = 0.50;
/// A pair shown quietly, and one that is right as a rule.
pub(crate) const SURE: f64 = 0.95;
pub(crate) const PROBABLE: f64 = 0.6;
/// Raw similarity at which half of such pairs are right.
pub(crate) const MIDDLE: f64 = 0.28;
/// Steepness of the curve from raw similarity to probability.
pub(crate) const STEEPNESS: f64 = 13.0;
/// The probability of texts that differ in dates and numbers only, and of equal texts.
pub(crate) const MASKED_EQUAL: f64 = 0.97;
pub(crate) const EQUAL: f64 = 0.995;
/// Weight of process words («обеспечить», «мероприятие»): they are in every directive.
pub(crate) const PROCESS: f64 = 0.35;
/// Words after this many carry less: the task is named first, its circumstances follow.
pub(crate) const HEAD: usize = 14;
/// What later words carry.
pub(crate) const TAIL: f64 = 0.6;
/// The lead phrase of a sub-item is context, not the task.
pub(crate) const LEAD: f64 = 0.5;
/// Parts of the raw similarity: whole wording, covering of the shorter, phrases, longest run.
pub(crate) const COSINE: f64 = 0.50;
pub(crate) const CONTAINMENT: f64 = 0.20;
pub(crate) const BIGRAMS: f64 = 0.15;
pub(crate) const RUN: f64 = 0.15;
/// The same quoted name or act number, the same class of addressee.
pub(crate) const SHARED_NAME: f64 = 0.08;
pub(crate) const SAME_ADDRESSEE: f64 = 0.03;
/// A plan is not a contest: two measures of different kinds.
pub(crate) const OTHER_MEASURE: f64 = 0.10;
/// What is left of a similarity that rests on process words only.
pub(crate) const ONLY_FRAME: f64 = 0.4;
/// Share of the mean of the next best rivals that is taken off (CSLS): a directive that resembles
/// everything resembles nothing in particular.
pub(crate) const HUB: f64 = 0.15;
/// How many rivals that mean is taken over.
pub(crate) const RIVALS: usize = 5;
/// A second partner counts when this share of its weight is covered …
pub(crate) const PART_COVERED: f64 = 0.55;
/// … and the two together cover this much more of the whole than the better one alone.
pub(crate) const UNION_GAIN: f64 = 1.15;
/// Share of equal words from which a pair is the same text edited rather than written anew.
pub(crate) const REWORDED: f64 = 0.50;
/// How much of the smaller text the larger one covers, and how much larger it is, for a task that
/// was narrowed or broadened.
pub(crate) const COVERED: f64 = 0.85;
pub(crate) const LARGER: f64 = 1.6;
/// Below this share of equal words a word-by-word view is noise: the text is shown as replaced.
pub(crate) const READABLE: f64 = 0.30;
