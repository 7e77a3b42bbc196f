use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::DiagnosticCode;
use ts_rs::TS;

use crate::Role;

/// What a person says of a source line. It outranks the recogniser whenever the file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    /// The line's number, 1-based, as [`crate::SourceLine::number`].
    pub line: u32,
    /// Its text as shown: if the line has moved, it is found again by its text.
    pub text: String,
    /// What is said.
    pub verdict: Verdict,
}

/// Kinds of corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Verdict {
    /// The doubt of that kind is settled: it was read right.
    Accept {
        /// Which doubt.
        code: DiagnosticCode,
    },
    /// The line, with what it is joined to, is this.
    As {
        /// What it is.
        role: Role,
    },
    /// It goes on with the line above.
    Join,
    /// It begins a paragraph of its own.
    Part,
    /// Another task begins inside it.
    SplitAt {
        /// How many characters stand before the cut.
        at: u32,
    },
    /// Its task is given to somebody else.
    Addressee {
        /// To whom, as it should be printed.
        addressee: String,
    },
    /// These words are no deadline.
    NoDeadline {
        /// The words.
        phrase: String,
    },
    /// These words, standing apart from any task, are a deadline.
    Deadline {
        /// The words.
        phrase: String,
        /// Whose.
        of: DeadlineOf,
    },
    /// The document was adopted on this day; the line does not matter.
    Adopted {
        /// The day.
        on: NaiveDate,
    },
    /// The whole file is in this encoding; the line does not matter.
    Encoding {
        /// By its WHATWG label.
        label: String,
    },
}

/// Whose a deadline that stands apart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineOf {
    /// Of the tasks of its own line.
    Line,
    /// Of those, and of all that follow under the same heading.
    Following,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Reading, read};

    const TEXT: &str = "РЕШЕНИЕ\nсовещания от 25 августа 2026 г.\n\nУчастники рекомендуют:\n\nШколам:\n- провести смотр до 1 мая 2027 года;\n- организация питания\nпо будням;\n- открыть музей и издать альбом.\nСовету ветеранов\n- собрать письма.";

    fn corrected(changes: Vec<(u32, &str, Verdict)>) -> Reading {
        let corrections = changes
            .into_iter()
            .map(|(line, text, verdict)| Correction {
                line,
                text: text.into(),
                verdict,
            })
            .collect();
        let options = Options {
            corrections,
            ..Options::default()
        };
        read(TEXT.as_bytes(), "решение.txt", &options).unwrap()
    }

    fn directives(reading: &Reading) -> Vec<(String, String)> {
        let found = reading.resolution.directives();
        found
            .map(|(_, group, directive)| (group.heading.clone(), directive.text.clone()))
            .collect()
    }

    #[test]
    fn a_person_outranks_the_recogniser() {
        let split = "- открыть музей и издать альбом.";
        let at = u32::try_from("- открыть музей ".chars().count()).unwrap();
        let reading = corrected(vec![
            (
                8,
                "- организация питания",
                Verdict::As {
                    role: Role::Finding,
                },
            ),
            (10, split, Verdict::SplitAt { at }),
            (
                11,
                "Совету ветеранов",
                Verdict::As {
                    role: Role::Addressee,
                },
            ),
            (
                7,
                "- провести смотр до 1 мая 2027 года;",
                Verdict::NoDeadline {
                    phrase: "до 1 мая 2027 года".into(),
                },
            ),
        ]);
        let found = directives(&reading);
        let schools = |text: &str| ("Школам".to_owned(), text.to_owned());
        assert_eq!(
            found,
            [
                schools("провести смотр до 1 мая 2027 года"),
                schools("открыть музей"),
                schools("и издать альбом"),
                ("Совету ветеранов".to_owned(), "собрать письма".to_owned()),
            ]
        );
        let first = reading.resolution.directives().next().unwrap().2;
        assert!(first.deadlines.is_empty());
        assert_eq!(
            reading.resolution.sections[0].findings,
            ["организация питания по будням;"]
        );
    }

    #[test]
    fn joining_parting_and_another_addressee() {
        let reading = corrected(vec![
            (9, "по будням;", Verdict::Part),
            (11, "Совету ветеранов", Verdict::Join),
            (
                12,
                "- собрать письма.",
                Verdict::Addressee {
                    addressee: "Совету ветеранов".into(),
                },
            ),
        ]);
        let last = reading.resolution.directives().last().unwrap().2;
        assert_eq!(last.addressee.as_deref(), Some("Совету ветеранов"));
        let texts: Vec<String> = directives(&reading)
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        assert!(
            texts.contains(&"открыть музей и издать альбом. Совету ветеранов".to_owned()),
            "{texts:?}"
        );
        assert!(
            texts.contains(&"организация питания".to_owned()),
            "{texts:?}"
        );
    }

    #[test]
    fn a_day_of_adoption_can_be_named_and_settles_no_other_doubt() {
        let text = "РЕШЕНИЕ\nсовещания\n\nЗаключительные слова.";
        let read_with = |corrections: Vec<Correction>| {
            let options = Options {
                corrections,
                ..Options::default()
            };
            read(text.as_bytes(), "решение.txt", &options).unwrap()
        };
        let codes = |reading: &Reading| {
            let found = reading.resolution.diagnostics.iter();
            found.map(|found| found.code).collect::<Vec<_>>()
        };
        let (date, tasks) = (DiagnosticCode::NoAdoptionDate, DiagnosticCode::NoDirectives);
        let plain = read_with(Vec::new());
        assert!(codes(&plain).contains(&date) && codes(&plain).contains(&tasks));
        let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 8, day).unwrap();
        let named = |on| Correction {
            line: 1,
            text: "РЕШЕНИЕ".into(),
            verdict: Verdict::Adopted { on },
        };
        let reading = read_with(vec![named(day(25)), named(day(26))]);
        assert_eq!(reading.resolution.adopted_on, Some(day(26)));
        assert!(!codes(&reading).contains(&date), "{:?}", codes(&reading));
        assert!(codes(&reading).contains(&tasks));
    }

    #[test]
    fn a_deadline_that_stands_apart_is_of_its_line_or_of_all_that_follow() {
        let phrase = "в срок до 1 октября 2026 года";
        let line = format!("- {phrase}; разработать памятку; разместить её на сайте;");
        let text = format!(
            "РЕШЕНИЕ\nсовещания от 25 августа 2026 г.\n\nУчастники рекомендуют:\n\nШколам:\n- провести смотр;\n{line}\n- открыть музей.\nДетским садам:\n- собрать книги."
        );
        let terms = |verdict: Option<Verdict>| {
            let corrections = verdict.map(|verdict| Correction {
                line: 8,
                text: line.clone(),
                verdict,
            });
            let options = Options {
                corrections: corrections.into_iter().collect(),
                ..Options::default()
            };
            let reading = read(text.as_bytes(), "решение.txt", &options).unwrap();
            let orphan = DiagnosticCode::OrphanDeadline;
            let doubted = reading.resolution.diagnostics.iter();
            let doubted = doubted.filter(|found| found.code == orphan).count();
            let found: Vec<(String, bool)> = reading
                .resolution
                .directives()
                .filter(|(_, _, directive)| !directive.deadlines.is_empty())
                .map(|(_, _, directive)| {
                    let own = directive.deadlines[0].inherited_from.is_none();
                    assert_eq!(directive.deadlines.len(), 1);
                    (directive.text.clone(), own)
                })
                .collect();
            (doubted, found)
        };
        assert_eq!(terms(None), (1, Vec::new()));
        let deadline = |of| {
            Some(Verdict::Deadline {
                phrase: phrase.into(),
                of,
            })
        };
        let said = |text: &str, own: bool| (text.to_owned(), own);
        let (first, second) = ("разработать памятку", "разместить её на сайте");
        assert_eq!(
            terms(deadline(DeadlineOf::Line)),
            (0, vec![said(first, true), said(second, true)])
        );
        assert_eq!(
            terms(deadline(DeadlineOf::Following)),
            (
                0,
                vec![
                    said(first, false),
                    said(second, false),
                    said("открыть музей", false)
                ]
            )
        );
        let none = Verdict::NoDeadline {
            phrase: phrase.into(),
        };
        assert_eq!(terms(Some(none)), (0, Vec::new()));
    }

    #[test]
    fn a_line_that_moved_is_found_by_its_text_and_accepted_doubts_are_gone() {
        let reading = corrected(vec![(
            3,
            "- собрать письма.",
            Verdict::As {
                role: Role::Finding,
            },
        )]);
        assert!(
            directives(&reading)
                .iter()
                .all(|(_, text)| text != "собрать письма")
        );
        let doubts = |reading: &Reading| reading.resolution.diagnostics.len();
        let plain = corrected(Vec::new());
        let doubt = plain.resolution.diagnostics.first().unwrap().clone();
        let settled = corrected(vec![(
            doubt.lines[0],
            "",
            Verdict::Accept { code: doubt.code },
        )]);
        assert!(doubts(&settled) < doubts(&plain));
    }
}
