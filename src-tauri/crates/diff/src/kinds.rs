//! Kinds of work a task may be, by the measure or verb it begins with: the same thing is dealt with in many ways, and
//! some of them follow each other from year to year («создать» → «развивать») while others hardly ever do.
//!
//! How likely two kinds over the same thing are one task is counted in the texts with gold, not thought out:
//! `model/kinds.txt` is written by `cargo run --release --example fit -p svod-tests -- --kinds`.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use svod_language::lexicon::{Met, Sort};

use crate::thresholds as t;

/// Measures and verbs of the lexicon by the kind of work they are; what stands under none is any work.
const KINDS: [(&str, &str); 18] = [
    ("contest", "m_contest m_olympiad"),
    ("event", "m_event m_excursion m_camp m_meeting_people"),
    ("lesson", "m_lesson"),
    (
        "train",
        "m_training m_seminar v_train m_experience v_distribute",
    ),
    ("help", "m_method_help v_accompany m_escort m_mediation"),
    (
        "check",
        "m_analysis m_control m_survey m_expertise m_rating v_check v_analyse m_feed_monitor m_exam m_screening",
    ),
    (
        "supply",
        "m_purchase m_repair v_equip m_transport m_digital_setup m_textbooks m_library m_safety",
    ),
    (
        "papers",
        "m_plan m_act m_programme v_approve v_prepare m_timetable v_update",
    ),
    (
        "body",
        "m_group m_centre m_club m_placement v_create v_launch",
    ),
    (
        "money",
        "m_funding m_reward v_finance v_motivate m_certificate",
    ),
    ("tell", "m_publish m_parents v_inform m_guidance"),
    ("report", "m_report v_submit m_discuss v_consider"),
    ("target", "m_coverage v_extend v_reduce"),
    (
        "staff",
        "m_hiring m_attest v_appoint m_responsible m_mentoring",
    ),
    ("join", "v_participate"),
    ("register", "m_register v_record v_identify"),
    ("partner", "m_partner v_coordinate"),
    ("try", "m_pilot m_technology m_project"),
];
/// Any work: «обеспечить», «организовать».
pub(crate) const ANY: &str = "any";

static BY_KEY: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let all = KINDS.iter();
    all.flat_map(|(kind, keys)| keys.split(' ').map(|key| (key, *kind)))
        .collect()
});

/// The log-odds by which two kinds over the same thing are one task more often than others.
static ODDS: LazyLock<HashMap<&'static str, HashMap<&'static str, f64>>> = LazyLock::new(|| {
    let lines = include_str!("../model/kinds.txt").lines();
    let mut odds: HashMap<&str, HashMap<&str, f64>> = HashMap::new();
    for line in lines {
        let mut fields = line.split(' ');
        let (Some(one), Some(other)) = (fields.next(), fields.next()) else {
            continue;
        };
        let told = fields.next().and_then(|odds| odds.parse().ok());
        odds.entry(one)
            .or_default()
            .insert(other, told.unwrap_or_default());
    }
    odds
});

/// The kind of work a task is: that of the first measure it begins with, else of the first verb.
pub(crate) fn leading(met: &[Met], begins: &Range<usize>) -> &'static str {
    let first = |sort: Sort| {
        let mut there = met
            .iter()
            .filter(|met| met.sort == sort && begins.contains(&met.words.start));
        there.find_map(|met| BY_KEY.get(met.key).copied())
    };
    first(Sort::Measure)
        .or_else(|| first(Sort::Verb))
        .unwrap_or(ANY)
}

/// Every kind of work a task speaks of.
pub(crate) fn all(met: &[Met]) -> impl Iterator<Item = &'static str> {
    met.iter().filter_map(|met| BY_KEY.get(met.key).copied())
}

/// How much more often than others two kinds over the same thing are one task, in log-odds.
pub(crate) fn odds(one: &str, other: &str) -> f64 {
    let both = if one <= other {
        (one, other)
    } else {
        (other, one)
    };
    let odds = ODDS.get(both.0).and_then(|odds| odds.get(both.1));
    odds.copied().unwrap_or_default()
}

/// The lines of `model/kinds.txt`: of each two kinds, those over the same thing that are one task and those that are not.
pub fn lines<'k>(told: impl Iterator<Item = ([&'k str; 2], bool)>) -> String {
    let mut counted: BTreeMap<[&str; 2], [f64; 2]> = Default::default();
    let mut all = [0.0_f64; 2];
    for (mut kinds, right) in told {
        kinds.sort_unstable();
        let place = usize::from(right);
        counted.entry(kinds).or_default()[place] += 1.0;
        all[place] += 1.0;
    }
    let share = all[1] / (all[0] + all[1]).max(1.0);
    let usual = (share / (1.0 - share)).ln();
    let lines = counted.iter().map(|([one, other], [wrong, right])| {
        // Few cases tell little.
        let odds = (right + t::KINDS_ASSUMED * share) / (wrong + t::KINDS_ASSUMED * (1.0 - share));
        format!("{one} {other} {:.3}\n", odds.ln() - usual)
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use svod_language::lexicon;

    use super::*;

    fn kind(text: &str) -> &'static str {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        leading(&lexicon::find(&words), &(0..t::KIND_AMONG))
    }

    #[test]
    fn a_task_is_of_the_kind_it_begins_with() {
        for (text, expected) in [
            ("провести конкурс школьных музеев", "contest"),
            ("провести мониторинг школьных музеев", "check"),
            ("обеспечить сохранность школьных музеев", ANY),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn kinds_count_by_how_often_they_were_one_task() {
        let told = [(["check", "train"], false), (["train", "check"], false)];
        let same = [(["check", "check"], true), (["check", "check"], true)];
        let lines = lines(told.into_iter().chain(same));
        let odds = |both: &str| -> f64 {
            let line = lines.lines().find(|line| line.starts_with(both)).unwrap();
            line.rsplit(' ').next().unwrap().parse().unwrap()
        };
        assert!(
            odds("check check") > 0.0 && odds("check train") < 0.0,
            "{lines}"
        );
    }

    #[test]
    fn odds_do_not_ask_which_document_is_older() {
        assert!(odds("target", "target") > 0.0);
        assert!((odds("check", "contest") - odds("contest", "check")).abs() < 1e-9);
        assert_eq!(odds("check", "nothing"), 0.0);
    }
}
