//! A resolution as long as a test or a benchmark wants it.

use chrono::NaiveDate;
use svod_model::{Deadline, Directive, Group, Id, Resolution, Section};

/// A resolution of so many directives, nine under each heading, each with a deadline and an id.
pub fn resolution(count: usize) -> Resolution {
    let day = |n: usize| NaiveDate::from_ymd_opt(2027, 1, 1 + u32::try_from(n % 28).unwrap());
    let directive = |n: usize| Directive {
        id: Id::new(format!("{n:032x}")),
        text: format!(
            "довести до 1 октября 2026 года долю школ, участвующих в проекте «Смена {n}», до {} % в \
             соответствии с приказом Минпросвещения России от 14.05.2026 № {n}",
            n % 100
        ),
        deadlines: vec![Deadline {
            phrase: "до 1 октября 2026 года".into(),
            to: day(n),
            ..Deadline::default()
        }],
        ..Directive::default()
    };
    let groups = (0..count.div_ceil(9)).map(|g| Group {
        id: Id::new(format!("{:032x}", 1_000_000 + g)),
        heading: format!("Управлению образования администрации {}-го района", g + 1),
        addressees: vec![format!("Управлению образования {}-го района", g + 1)],
        directives: (g * 9..count.min(g * 9 + 9)).map(directive).collect(),
        ..Group::default()
    });
    Resolution {
        title: "Резолюция форума педагогов Озёрского района «Школа у реки»".into(),
        adopted_on: day(25),
        place: Some("г. Озёрск".into()),
        preamble: vec!["Участники форума обсудили итоги учебного года.".into()],
        sections: vec![Section {
            lead_in: Some("Участники форума рекомендуют:".into()),
            groups: groups.collect(),
            ..Section::default()
        }],
        closing: vec!["Председатель форума А.В. Громова".into()],
        ..Resolution::default()
    }
}
