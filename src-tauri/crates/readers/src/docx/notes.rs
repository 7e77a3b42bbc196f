//! Footnotes and endnotes, kept apart from the text.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::package::{Xml, attribute};
use crate::ReadError;
use crate::manuscript::Manuscript;

/// Adds the notes of a part behind the text.
pub(super) fn read(part: &str, manuscript: &mut Manuscript) -> Result<(), ReadError> {
    let mut xml = Xml::new(part);
    let mut text = String::new();
    let (mut counts, mut in_text) = (false, false);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "footnote" | "endnote" => {
                    text.clear();
                    // Lines that part notes from the text are notes of a type of their own.
                    counts = attribute(&element, "type").is_none_or(|kind| kind == "normal");
                }
                "t" => in_text = true,
                "p" if !text.is_empty() => text.push(' '),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "footnote" | "endnote" if counts => manuscript.note(&text),
                "t" => in_text = false,
                _ => {}
            },
            Event::Text(part) if in_text => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if in_text => match reference.resolve_char_ref() {
                Ok(Some(c)) => text.push(c),
                _ => text.push_str(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::Apart;

    #[test]
    fn notes_are_kept_and_their_separators_are_not() {
        let part = "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\"><w:p><w:r><w:t>--</w:t></w:r>\
                    </w:p></w:footnote><w:footnote><w:p><w:r><w:t>См. приказ &amp; план</w:t></w:r></w:p>\
                    </w:footnote></w:footnotes>";
        let mut manuscript = Manuscript::default();
        read(part, &mut manuscript).unwrap();
        assert_eq!(manuscript.lines.len(), 1);
        assert_eq!(manuscript.lines[0].text, "См. приказ & план");
        assert_eq!(manuscript.lines[0].apart, Some(Apart::Note));
    }
}
