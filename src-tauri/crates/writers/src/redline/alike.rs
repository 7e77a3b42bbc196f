//! What only one of two revisions keeps although both documents were printed so: an older version of
//! the program read no word before a session's name and no place of a text among the groups. That is
//! no change of the document.

use std::borrow::Cow;

use svod_model::{Resolution, Section};

/// Both documents with what one of them keeps of their like parts and the other does not.
pub(super) fn alike<'a>(old: &'a Resolution, new: &'a Resolution) -> [Cow<'a, Resolution>; 2] {
    [told_as(old, new), told_as(new, old)]
}

/// `own` with what `other` keeps besides.
fn told_as<'a>(own: &'a Resolution, other: &Resolution) -> Cow<'a, Resolution> {
    let mut told = Cow::Borrowed(own);
    for (s, section) in own.sections.iter().enumerate() {
        let name = |section: &Section| section.title.as_deref().map(str::trim).map(str::to_owned);
        let mut likely = other.sections.iter();
        let Some(like) = likely.find(|like| name(like) == name(section)) else {
            continue;
        };
        if section.called.is_none() && like.called.is_some() && section.title.is_some() {
            told.to_mut().sections[s].called.clone_from(&like.called);
        }
        // Where the other has the same text and does not say where it stands, neither does.
        let is_placed = |text: &String| like.placed.iter().any(|placed| placed.text == *text);
        let has = |text: &String| like.findings.contains(text) || like.problems.contains(text);
        if section
            .placed
            .iter()
            .any(|placed| has(&placed.text) && !is_placed(&placed.text))
        {
            told.to_mut().sections[s]
                .placed
                .retain(|placed| !has(&placed.text) || is_placed(&placed.text));
        }
    }
    let listed = |lines: &[String]| {
        let of = |line: &String| own.unplaced.iter().any(|unplaced| unplaced.text == *line);
        !lines.is_empty() && lines.iter().all(of)
    };
    if own.issuer.is_empty() && listed(&other.issuer) {
        told.to_mut().issuer.clone_from(&other.issuer);
    }
    if own.approval.is_empty() && listed(&other.approval) {
        told.to_mut().approval.clone_from(&other.approval);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Called, Placed};

    fn one(section: Section) -> Resolution {
        Resolution {
            sections: vec![section],
            ..Resolution::default()
        }
    }

    #[test]
    fn what_an_older_reading_did_not_keep_is_no_change() {
        let kept = one(Section {
            title: Some("Кадры".into()),
            called: Some(Called {
                words: "Секция".into(),
                number: Some("2".into()),
            }),
            findings: vec!["Таблица 1".into(), "Отмечен рост".into()],
            placed: ["Таблица 1", "Отмечен рост"]
                .map(|text| Placed {
                    text: text.into(),
                    above: None,
                })
                .into(),
            ..Section::default()
        });
        let older = one(Section {
            title: Some("Кадры".into()),
            findings: vec!["Таблица 1".into()],
            ..Section::default()
        });
        let [old, new] = alike(&older, &kept);
        assert_eq!(old.sections[0].called, kept.sections[0].called);
        let places: Vec<&str> = new.sections[0]
            .placed
            .iter()
            .map(|placed| placed.text.as_str())
            .collect();
        assert_eq!(places, ["Отмечен рост"]);
    }

    #[test]
    fn sessions_of_other_names_stay_as_they_are() {
        let session = |title: &str, called: Option<&str>| {
            one(Section {
                title: Some(title.into()),
                called: called.map(|words| Called {
                    words: words.into(),
                    number: None,
                }),
                ..Section::default()
            })
        };
        let (old, new) = (session("Кадры", None), session("Школа", Some("Секция")));
        assert_eq!(alike(&old, &new).map(Cow::into_owned), [old, new]);
    }
}
