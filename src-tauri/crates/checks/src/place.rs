//! The texts of a document, each with the place it stands in.

use std::cell::OnceCell;
use std::ops::Range;

use svod_language::pattern::Text;
use svod_language::{Found, references};
use svod_model::{Directive, Group, Id, Reference, Resolution, Section, Severity};

use crate::{Finding, Part, Rule};

/// One text and where it stands.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    pub(crate) section: Option<&'a Section>,
    pub(crate) group: Option<&'a Group>,
    pub(crate) directive: Option<&'a Directive>,
    pub(crate) part: Part,
    pub(crate) text: &'a str,
    /// The same beside itself in lower case, for patterns.
    pub(crate) lowered: Text<'a>,
    /// Addresses of pages and mail, in bytes: no Russian typography there.
    addresses: Vec<Range<usize>>,
    /// Several rules ask for the acts; looking for them is dear.
    references: OnceCell<Vec<Found<Reference>>>,
}

impl<'a> Place<'a> {
    fn new(part: Part, text: &'a str) -> Self {
        Self {
            section: None,
            group: None,
            directive: None,
            part,
            text,
            lowered: Text::new(text),
            addresses: addresses(text),
            references: OnceCell::new(),
        }
    }

    /// The acts, programmes and projects it leans on.
    pub(crate) fn references(&self) -> &[Found<Reference>] {
        self.references.get_or_init(|| references::find(self.text))
    }

    /// A finding about words of this text.
    pub(crate) fn finding(&self, rule: Rule, severity: Severity, range: Range<usize>) -> Finding {
        let id = |id: &Id| Some(id.clone());
        let quote = self.text.get(range.clone()).unwrap_or_default();
        Finding {
            section: self.section.and_then(|section| id(&section.id)),
            group: self.group.and_then(|group| id(&group.id)),
            directive: self.directive.and_then(|directive| id(&directive.id)),
            part: Some(self.part),
            range: Some([self.units(range.start), self.units(range.end)]),
            quote: Some(quote.to_owned()),
            ..Finding::document(rule, severity)
        }
    }

    /// UTF-16 units before a byte.
    fn units(&self, at: usize) -> u32 {
        let before = self.text.get(..at).unwrap_or(self.text);
        u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
    }

    /// Whether a range touches the address of a page or of mail.
    pub(crate) fn in_address(&self, range: &Range<usize>) -> bool {
        let touches = |other: &Range<usize>| range.start < other.end && other.start < range.end;
        self.addresses.iter().any(touches)
    }

    /// Whether a place is inside «…» or "…".
    pub(crate) fn in_quotes(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        let (mut depth, mut straight) = (0i32, false);
        for c in before.chars() {
            match c {
                '«' | '„' => depth += 1,
                '»' | '“' => depth -= 1,
                '"' => straight = !straight,
                _ => {}
            }
        }
        depth > 0 || straight
    }

    /// The character before a byte.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The character at a byte.
    pub(crate) fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Whether this is a directive's own text or its lead.
    pub(crate) fn is_task(&self) -> bool {
        matches!(self.part, Part::Text | Part::Lead)
    }
}

/// Bytes of the longest text that is looked at word by word: some ten pages. A longer one is a book without
/// paragraphs, and rules that look back from every word would never end.
const LONGEST: usize = 40_000;

/// Every text of a document, in its order; a lead once, with the first item under it.
pub(crate) fn all(resolution: &Resolution) -> Vec<Place<'_>> {
    let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut out = vec![Place::new(Part::Title, &resolution.title)];
    if let Some(theme) = &resolution.event.theme {
        out.push(Place::new(Part::Theme, theme));
    }
    for (n, text) in resolution.preamble.iter().enumerate() {
        out.push(Place::new(Part::Preamble { index: index(n) }, text));
    }
    for section in &resolution.sections {
        let mut add = |part, text| {
            out.push(Place {
                section: Some(section),
                ..Place::new(part, text)
            });
        };
        if let Some(title) = &section.title {
            add(Part::SectionTitle, title);
        }
        for (n, text) in section.findings.iter().enumerate() {
            add(Part::Finding { index: index(n) }, text);
        }
        for (n, text) in section.problems.iter().enumerate() {
            add(Part::Problem { index: index(n) }, text);
        }
        if let Some(text) = &section.lead_in {
            add(Part::LeadIn, text);
        }
        for group in &section.groups {
            out.push(Place {
                section: Some(section),
                group: Some(group),
                ..Place::new(Part::Heading, &group.heading)
            });
            let mut lead: Option<&String> = None;
            for directive in &group.directives {
                let mut add = |part, text| {
                    out.push(Place {
                        section: Some(section),
                        group: Some(group),
                        directive: Some(directive),
                        ..Place::new(part, text)
                    });
                };
                if let Some(text) = directive.lead.as_ref().filter(|text| lead != Some(text)) {
                    add(Part::Lead, text);
                }
                lead = directive.lead.as_ref();
                add(Part::Text, &directive.text);
            }
        }
    }
    for (n, text) in resolution.closing.iter().enumerate() {
        out.push(Place::new(Part::Closing { index: index(n) }, text));
    }
    out.retain(|place| !place.text.is_empty() && place.text.len() <= LONGEST);
    out
}

/// Words that are addresses of pages or of mail.
fn addresses(text: &str) -> Vec<Range<usize>> {
    const SIGNS: &[&str] = &["@", "://", "www.", ".ru", ".рф", ".com", ".org", ".net"];
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if SIGNS.iter().any(|sign| word.contains(sign)) {
            out.push(at..at + word.trim_end().len());
        }
        at += word.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_counted_as_a_screen_counts() {
        let place = Place::new(Part::Text, "𝒜 план");
        let finding = place.finding(Rule::Spelling, Severity::Note, 5..13);
        assert_eq!(finding.range, Some([3, 7]));
        assert_eq!(finding.quote.as_deref(), Some("план"));
    }

    #[test]
    fn addresses_are_known() {
        let place = Place::new(Part::Text, "письмо на a@b.ru, сайт www.школа.рф");
        assert!(place.in_address(&(22..23)));
        assert!(!place.in_address(&(0..6)));
    }
}
