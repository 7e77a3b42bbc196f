//! Marks that mean something in Markdown: what is written of them is read again, each beside each.

use svod_model::{Directive, Group, Id, Resolution, Section};
use svod_readers::Options;

/// A resolution with those tasks.
fn of_tasks(texts: &[String]) -> Resolution {
    let directives = texts.iter().enumerate().map(|(n, text)| Directive {
        id: Id::new(n.to_string()),
        text: text.clone(),
        ..Directive::default()
    });
    Resolution {
        title: "Резолюция форума Озёрского района".into(),
        sections: vec![Section {
            lead_in: Some("Участники форума рекомендуют:".into()),
            groups: vec![Group {
                heading: "Школам".into(),
                directives: directives.collect(),
                ..Group::default()
            }],
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

#[test]
fn marks_of_markdown_are_written_and_read_as_they_are() {
    let marks: Vec<char> = ('!'..='~').filter(char::is_ascii_punctuation).collect();
    assert_eq!(marks.len(), 32);
    let mut texts = Vec::new();
    for one in &marks {
        for other in &marks {
            texts.push(format!("провести {one}{other} Смотр"));
            texts.push(format!("провести «{one}Слово{other}» Смотр"));
            texts.push(format!("провести Смотр{one} Слово {other}Слово"));
        }
    }
    // No list has a number of four digits.
    for texts in texts.chunks(900) {
        let written = svod_writers::markdown(&of_tasks(texts));
        let read = svod_readers::read(written.as_bytes(), "а.md", &Options::default()).unwrap();
        let found: Vec<&str> = read
            .resolution
            .directives()
            .map(|(_, _, directive)| directive.text.as_str())
            .collect();
        let mut both = texts.iter().zip(&found);
        assert_eq!(both.find(|(text, found)| text != *found), None);
        assert_eq!(found.len(), texts.len());
        // Written again, it is the same.
        assert_eq!(svod_writers::markdown(&read.resolution), written);
    }
}
