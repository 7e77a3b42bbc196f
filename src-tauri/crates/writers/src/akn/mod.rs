//! Akoma Ntoso 3.0 (OASIS LegalDocML): a resolution as an open structure of the type `statement`,
//! for archives and search engines that know legal documents.
//!
//! Addressees, acts and the forum are named once in the metadata and pointed at from the text; a
//! deadline is a `date` in the words that say it, and all that is known of it stands with the
//! targets among the program's own (`proprietary`) metadata. Each directive keeps its name as
//! `GUID`.

mod body;
mod meta;

use std::io;

use chrono::NaiveDate;
use svod_model::Resolution;

use crate::WriteError;
use crate::docx::Xml;
use crate::sheet::{Block, running};
use crate::typography::typeset;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of the program's own metadata.
const OWN: &str = "https://svod.example/ns/facts/1";

/// Writes Akoma Ntoso; `made_on` is the day the file is written.
///
/// # Errors
/// [`WriteError`] when the part cannot be serialised; never for what the text says.
pub fn akn(resolution: &Resolution, made_on: NaiveDate) -> Result<Vec<u8>, WriteError> {
    let sheet = running(resolution);
    let facts = meta::Facts::of(resolution);
    let (preface, preamble, body, ending) = parts(&sheet.blocks);
    let mut xml = Xml::new()?;
    xml.element("akomaNtoso", &[("xmlns", NAMESPACE)], |xml| {
        xml.element("statement", &[("name", facts.kind)], |xml| {
            meta::write(xml, resolution, &facts, sheet.id(), made_on)?;
            write_preface(xml, preface, resolution)?;
            if !preamble.is_empty() {
                xml.element("preamble", &[], |xml| paragraphs(xml, preamble))?;
            }
            xml.element("mainBody", &[], |xml| {
                body::write(xml, body, resolution, &facts)
            })?;
            if ending.is_empty() {
                return Ok(());
            }
            xml.element("conclusions", &[], |xml| paragraphs(xml, ending))
        })
    })?;
    Ok(xml.finish())
}

/// The blocks of the title, of the preamble, of the sections and of the closing.
fn parts(blocks: &[Block]) -> (&[Block], &[Block], &[Block], &[Block]) {
    let titled = |block: &Block| {
        matches!(
            block,
            Block::Draft
                | Block::Approval(_)
                | Block::Issuer(_)
                | Block::Kind(_)
                | Block::Of(_)
                | Block::Theme(_)
                | Block::DatePlace(..)
                | Block::Adoption(_)
        )
    };
    let ends = |block: &Block| {
        matches!(
            block,
            Block::Closing(_) | Block::Signature { .. } | Block::Appendix(_) | Block::Caption(_)
        )
    };
    let first = |from: usize, is: &dyn Fn(&Block) -> bool| {
        let rest = blocks.get(from..).unwrap_or_default();
        from + rest.iter().position(is).unwrap_or(rest.len())
    };
    let title = first(0, &|block| !titled(block));
    let preamble = first(title, &|block| !matches!(block, Block::Paragraph(_)));
    let body = first(preamble, &ends);
    let part = |from, to| blocks.get(from..to).unwrap_or_default();
    (
        part(0, title),
        part(title, preamble),
        part(preamble, body),
        part(body, blocks.len()),
    )
}

fn write_preface(xml: &mut Xml, blocks: &[Block], resolution: &Resolution) -> io::Result<()> {
    xml.element("preface", &[], |xml| {
        blocks.iter().try_for_each(|block| match block {
            Block::Kind(text) => inside_p(xml, "docType", text),
            Block::Of(text) | Block::Theme(text) => inside_p(xml, "docTitle", text),
            Block::DatePlace(date, place) => xml.element("p", &[], |xml| {
                if let (Some(text), Some(day)) = (date, resolution.adopted_on) {
                    let day = day.to_string();
                    xml.element("docDate", &[("date", &day)], |xml| xml.text(&typeset(text)))?;
                }
                let place = place.as_deref().unwrap_or_default();
                xml.text(&typeset(&format!(" {place}")))
            }),
            other => paragraphs(xml, std::slice::from_ref(other)),
        })
    })
}

fn inside_p(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.element("p", &[], |xml| {
        xml.element(name, &[], |xml| xml.text(&typeset(text)))
    })
}

/// Blocks that are nothing but text.
fn paragraphs(xml: &mut Xml, blocks: &[Block]) -> io::Result<()> {
    blocks.iter().try_for_each(|block| match block {
        Block::Draft => p(xml, "Проект"),
        Block::Approval(lines) | Block::Issuer(lines) | Block::Appendix(lines) => {
            lines.iter().try_for_each(|line| p(xml, line))
        }
        Block::Signature { post, name } => {
            let name = name.as_deref().unwrap_or_default();
            inside_p(xml, "signature", format!("{post} {name}").trim())
        }
        Block::Kind(text)
        | Block::Of(text)
        | Block::Theme(text)
        | Block::Adoption(text)
        | Block::Paragraph(text)
        | Block::Problem(text)
        | Block::Introduction(text)
        | Block::Session(text)
        | Block::LeadIn(text)
        | Block::Tail(text)
        | Block::Closing(text)
        | Block::Caption(text) => p(xml, text),
        Block::Addressee {
            number,
            heading: text,
            ..
        }
        | Block::Lead { number, text, .. }
        | Block::Item { number, text, .. }
        | Block::SubItem {
            mark: number, text, ..
        } => p(xml, &format!("{number} {text}")),
        // The running sheet has none.
        Block::DatePlace(..) | Block::Table(_) => Ok(()),
    })
}

fn p(xml: &mut Xml, text: &str) -> io::Result<()> {
    xml.element("p", &[], |xml| xml.text(&typeset(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{day, resolution};
    use svod_model::{Reference, ReferenceKind};

    #[test]
    fn facts_are_metadata_and_are_pointed_at_from_the_words() {
        let text = "провести смотр до 1 мая по Указу № 309";
        let mut resolution = resolution(&[text]);
        let group = &mut resolution.sections[0].groups[0];
        group.addressees = vec!["Школам".into()];
        let directive = &mut group.directives[0];
        directive.deadlines[0].phrase = "до 1 мая".into();
        directive.deadlines[0].to = Some(day());
        directive.references = vec![Reference {
            phrase: "Указу № 309".into(),
            kind: ReferenceKind::Act,
            canonical: "Указ от 07.05.2024 № 309".into(),
            number: Some("309".into()),
            date: NaiveDate::from_ymd_opt(2024, 5, 7),
            ..Reference::default()
        }];
        let xml = String::from_utf8(akn(&resolution, day()).unwrap()).unwrap();
        for part in [
            "<TLCOrganization eId=\"org_1\" href=\"/akn/ontology/organization/ru/Школам\" showAs=\"Школам\"/>",
            "<activeRef eId=\"act_1\" href=\"/akn/ru/act/2024-05-07/309\"",
            "<inline name=\"addressee\" refersTo=\"#org_1\">Школам:</inline>",
            "<date date=\"2031-03-05\">до 1\u{a0}мая</date>",
            "<ref href=\"/akn/ru/act/2024-05-07/309\">Указу №\u{a0}309</ref>",
            "<svod:deadline directive=",
        ] {
            assert!(xml.contains(part), "{part}\n{xml}");
        }
    }
}
