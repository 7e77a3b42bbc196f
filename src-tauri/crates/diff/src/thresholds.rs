//! Every constant of the comparison, in one place, with its reason. The fitted numbers are in
//! `model`.

/// A pair shown at all: below it the vocabulary is shared, the task is not. At 0.50, 0.54, 0.58 and 0.66 documents kept
/// apart have F1 0.788, 0.785, 0.782 and 0.757 and take 54, 50, 46 and 38 traps of 625; of ten pairs of real documents
/// 8, 7, 3 and 2 traps of 171 are taken at F1 0.61, 0.59, 0.63 and 0.63.
pub(crate) const ACCEPT: f64 = 0.58;
/// A pair shown quietly, and one that is right as a rule.
pub(crate) const SURE: f64 = 0.95;
pub(crate) const PROBABLE: f64 = 0.7;
/// A directive that is not paired is offered these many partners, if they are at least this likely.
pub(crate) const OFFERED: usize = 3;
pub(crate) const WORTH_OFFERING: f64 = 0.05;
/// The probability of texts that differ in dates and numbers only, and of equal texts.
pub(crate) const MASKED_EQUAL: f64 = 0.98;
pub(crate) const EQUAL: f64 = 0.995;
/// Share of equal words from which two texts are the same task whatever else speaks.
pub(crate) const NEAR: f64 = 0.82;
pub(crate) const NEAR_SCORE: f64 = 0.97;
/// Under other quoted names texts are the same task only from this share on.
pub(crate) const RENAMED: f64 = 0.9;
/// So it is from this share on, when all things named are the same on both sides.
pub(crate) const NEARLY: f64 = 0.75;
pub(crate) const NEARLY_SCORE: f64 = 0.9;
pub(crate) const SAME_OBJECTS: f64 = 0.6;
/// So it is when so much of what is told by rare words stays and no other thing and no other stage of work comes in: of
/// such pairs of the texts with gold 138 were one task and none a trap; with other verbs 5 and 1.
pub(crate) const LIGHTLY: f64 = 0.65;
pub(crate) const LIGHTLY_SCORE: f64 = 0.85;
/// So many words besides those of the genre and verbs, all of them the same, are one task: of such pairs of the texts
/// with gold 94 were and none was a trap.
pub(crate) const SOME_CONTENT: usize = 2;
/// Half the words of a text, all of them in it, are more alike than this: below it nobody looks.
pub(crate) const HALF_ALIKE: f64 = 0.4;
/// So many telling words at the beginning, all of them the same, up to where what is named is complete in both texts,
/// are one task: of such pairs of all texts with gold 46 were and none was a trap; with a word less 49 and 3.
pub(crate) const OPENING: usize = 6;
/// So many telling words that all stand in the other text in the same order, as half of it or more, are the same task:
/// of such pairs of all texts with gold 55 were and none was a trap.
pub(crate) const SHORT_TASK: usize = 4;
/// From this much of other things in the same words on, likeness of words says nothing: of such pairs an editor made
/// 64 were traps and 4 were not, of those written by hand 3 and 1.
pub(crate) const SWAPPED: f64 = 0.1;
/// From so much of the same opening over other things on, two texts are twins: of such pairs of the texts with gold 250
/// were traps, 16 were not. So many of the same words about other people are another task: 7 traps, one task.
pub(crate) const TWIN: f64 = 0.3;
pub(crate) const TWIN_WORDS: f64 = 0.4;
pub(crate) const TWIN_SCORE: f64 = 0.4;
/// So many telling words of its own that each text has after the same beginning, nothing alike among them, are another
/// task: of such pairs of all texts with gold 312 were traps and 9 were not.
pub(crate) const OWN_WORDS: usize = 2;
/// With nothing against it so much of the same sense is one task: 154 of 159 such pairs of the texts fitted on, 34 of 37
/// of those kept apart.
pub(crate) const PLAIN: f64 = 0.5;
pub(crate) const PLAIN_SCORE: f64 = 0.8;
/// About so many directives the documents fitted on have (34 on the average); how far fewer or more of them count, in
/// log-odds: from two thirds to twice as many, beyond which nothing was looked at.
pub(crate) const USUAL: f64 = 33.0;
pub(crate) const CROWDING: [f64; 2] = [-0.4, 0.7];
/// Under other quoted names so much of the same words is the formula of a contest: 14 traps, 2 tasks. So is the same
/// first word: 55 traps and no task.
pub(crate) const FORMULA: f64 = 0.4;
/// A text whose sense stands so far in another, with so long a run of the same words, is a part of it;
/// such pairs are at least this certain.
pub(crate) const CONTAINED: f64 = 0.95;
pub(crate) const CONTAINED_RUN: f64 = 0.5;
pub(crate) const CONTAINED_SCORE: f64 = 0.8;
/// Weight of words of the genre («обеспечить», «мероприятие»): they are in every directive.
pub(crate) const PROCESS: f64 = 0.35;
/// Weight of words that say for whom a thing is done and in what form, not what is done.
pub(crate) const KIND: f64 = 0.7;
/// Weight of a thing named by the lexicon against that of the words that name it, and what those
/// words keep.
pub(crate) const THING: f64 = 1.2;
pub(crate) const NAMED_ROOT: f64 = 0.6;
/// What a thing that is also a form of work weighs.
pub(crate) const FORM: f64 = 0.5;
/// Of a hundred names of things, so many are forgotten in fitting: about as many as the lexicon lacks
/// of documents it was not made beside.
pub(crate) const FORGOTTEN: u64 = 30;
/// So many directives of the genre stand beside those of two documents when rarity is counted, and a
/// term in a smaller share of them is not listed. With 100 to 300 of them AP on documents left out in fitting was
/// 0.884 to 0.885 (0.881 without), 0.848 to 0.850 (0.840) with names of things forgotten.
pub(crate) const COMMON_DIRECTIVES: f64 = 200.0;
pub(crate) const COMMON_SHARE: f64 = 0.002;
/// Letters that tell a word's root: «наставник», «наставничество».
pub(crate) const ROOT: usize = 5;
/// The kind of work a task is stands among so many of the words it begins with.
pub(crate) const KIND_AMONG: usize = 7;
/// So many pairs of two kinds of work are thought of beside those counted.
pub(crate) const KINDS_ASSUMED: f64 = 6.0;
/// From so much of the same things on, two kinds of work are counted as over the same thing.
pub(crate) const SAME_THING: f64 = 0.2;
/// As common as a thing is counted, in log of the directives that name it.
pub(crate) const COMMONEST: f64 = 3.0;
/// Words after this many carry less: the task is named first, its circumstances follow.
pub(crate) const HEAD: usize = 14;
/// What later words carry.
pub(crate) const TAIL: f64 = 0.6;
/// What words of a circumstance carry («с учетом…», «в соответствии с…», «для…»): with 0.5 to 0.8 four real pairs of
/// documents gained 0.03 of F1 and 0.01 to 0.03 of AP by every chance of fitting, documents left out lost and gained
/// nothing (F1 0.77), and a tenth fewer of their traps were taken with «для…» among them.
pub(crate) const CIRCUMSTANCE: f64 = 0.5;
/// The lead phrase of a sub-item is context, not the task.
pub(crate) const LEAD: f64 = 0.5;
/// Up to so many pairs all are looked at; 250 × 250 directives are more than any forum has adopted.
pub(crate) const LOOK_AT_ALL: usize = 62_500;
/// Less alike than this in what they say and in their themes, two directives are not looked at.
pub(crate) const HARDLY: f64 = 0.04;
/// Log-odds of texts alone below which a pair's standing is not asked for.
pub(crate) const HOPELESS: f64 = -7.0;
/// In larger documents, so many nearest directives of each are looked at, and terms of more
/// directives than this find none by themselves.
pub(crate) const NEAREST: usize = 16;
pub(crate) const COMMON: usize = 200;
/// How many rivals make a crowd, and the result of a rival that is not there.
pub(crate) const RIVALS: usize = 5;
pub(crate) const NO_RIVAL: f64 = -8.0;
/// From this share on texts alone say that directives are one task, and so many such pairs make two
/// groups wholly akin.
pub(crate) const PLAINLY: f64 = 0.8;
pub(crate) const MANY_KIN: f64 = 5.0;
/// A leftover is one more part of a whole from this share on; less likely ones are not looked at. At 0.70 documents
/// kept apart have F1 0.775 for 0.782 and take one trap of 46 fewer, fresh ones of strangers 0.57 for 0.59.
pub(crate) const ACCEPT_PART: f64 = 0.55;
pub(crate) const PART_WORTH_A_LOOK: f64 = 0.02;
/// Two parts whose words are this far in the whole, and which together cover this much more of it
/// than either, are its parts whatever else speaks, with this certainty.
pub(crate) const PLAINLY_COVERED: f64 = 0.6;
pub(crate) const PLAIN_SENSE: f64 = 0.3;
pub(crate) const PLAIN_GAIN: f64 = 1.25;
pub(crate) const WHOLLY_COVERED: f64 = 0.8;
pub(crate) const SOME_GAIN: f64 = 1.05;
pub(crate) const PLAIN_PART: f64 = 0.7;
/// More parts than this are no split: the whole is a heading.
pub(crate) const MOST_PARTS: usize = 4;
/// Share of equal words from which a person says that most of them are the same.
pub(crate) const SAME_WORDING: f64 = 0.6;
/// Below this share of equal words a word-by-word view is noise: the text is shown as replaced.
pub(crate) const READABLE: f64 = 0.30;
/// How much more likely a target of the same number is the same one: less than measuring the same does.
pub(crate) const SAME_NUMBER: f64 = 0.5;
/// Share of the words of what is measured from which two targets measure the same.
pub(crate) const SAME_MEASURE: f64 = 0.5;
/// From this number on the same number of things is no chance, whatever they are called.
pub(crate) const LARGE: f64 = 20.0;
/// What marks and short words are worth when they stay, and up to how many letters a word is short.
pub(crate) const MARK_WEIGHT: f64 = 0.1;
pub(crate) const SHORT_WEIGHT: f64 = 0.25;
pub(crate) const SHORT_WORD: usize = 3;
/// What a word in another form is worth against the same word, and how much of it stays.
pub(crate) const FORM_WEIGHT: f64 = 0.7;
pub(crate) const FORM_STAYS: f64 = 0.85;
/// What a word next to another that stays is worth more.
pub(crate) const RUN_BONUS: f64 = 0.05;
/// An island between two changes worth less than this many words is part of the change.
pub(crate) const ISLAND: f64 = 2.0;
/// Up to so many pairs of tokens the heaviest sequence is found by a table of all of them.
pub(crate) const HEAVY: usize = 1_000_000;

/// So many directives are remembered by [`crate::Kin`]: some dozens of megabytes.
pub(crate) const REMEMBERED: usize = 6000;
