//! What a document says stays whole and stays in its place, each way it was once lost.

use svod_model::Resolution;

use crate::{Options, read};

fn resolution(text: &str) -> Resolution {
    read(text.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution
}

#[test]
fn marks_that_end_a_line_and_are_its_own_stay() {
    let of = |adoption: &str| {
        resolution(&format!(
            "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n\n{adoption}\n"
        ))
        .adoption
    };
    for adoption in [
        "Принята участниками форума 26 августа 2026 г. (протокол № 2)",
        "Принята участниками форума 26 августа 2026 г. (г. Озёрск)",
    ] {
        assert_eq!(of(adoption).as_deref(), Some(adoption));
    }
    for bracketed in [
        "(принята участниками форума 26 августа 2026 г.)",
        "(принята участниками форума 26 августа 2026 г. (протокол № 2))",
    ] {
        let inside = &bracketed[1..bracketed.len() - 1];
        assert_eq!(of(bracketed).as_deref(), Some(inside));
    }
    let read = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n26 августа 2026 г.\n\n\
         Секция «Центр «Точка роста»»\n\nУчастники рекомендуют:\n\n\
         1. Директорам школ в срок до 31 декабря 2026 г.:\n\
         1.1. Обеспечить до 1 октября 2026 г.:\nа) проведение опроса;\nб) заключение договоров.\n",
    );
    let section = &read.sections[0];
    assert_eq!(section.title.as_deref(), Some("Центр «Точка роста»"));
    let group = &section.groups[0];
    assert_eq!(
        group.heading,
        "Директорам школ в срок до 31 декабря 2026 г."
    );
    let lead = group.directives[0].lead.as_deref();
    assert_eq!(lead, Some("Обеспечить до 1 октября 2026 г."));
}
