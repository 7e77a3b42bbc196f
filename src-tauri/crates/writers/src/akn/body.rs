use std::io;

use svod_model::{Directive, Id, Resolution};

use super::meta::{Facts, address, day_of};
use super::{p, paragraphs};
use crate::docx::Xml;
use crate::html::is_anchor;
use crate::sheet::Block;
use crate::typography::typeset;

/// Writes what stands in `mainBody`: a `section` for each session, a `paragraph` for each group, a
/// `point` for each directive, an `indent` for each sub-item.
pub(super) fn write(
    xml: &mut Xml,
    blocks: &[Block],
    resolution: &Resolution,
    facts: &Facts,
) -> io::Result<()> {
    let mut sections: Vec<&[Block]> = Vec::new();
    let mut from = 0;
    for (b, block) in blocks.iter().enumerate() {
        if matches!(block, Block::Session(_)) && b > from {
            sections.extend(blocks.get(from..b));
            from = b;
        }
    }
    sections.extend(blocks.get(from..).filter(|rest| !rest.is_empty()));
    if sections.is_empty() {
        // A body may not be empty.
        return xml.element("p", &[], |_| Ok(()));
    }
    let body = Body { resolution, facts };
    sections
        .into_iter()
        .enumerate()
        .try_for_each(|(s, section)| body.section(xml, section, &format!("sec_{}", s + 1)))
}

struct Body<'a> {
    resolution: &'a Resolution,
    facts: &'a Facts,
}

impl Body<'_> {
    fn section(&self, xml: &mut Xml, blocks: &[Block], eid: &str) -> io::Result<()> {
        let (heading, rest) = match blocks {
            [Block::Session(heading), rest @ ..] => (Some(heading), rest),
            rest => (None, rest),
        };
        let numbered = |block: &Block| {
            matches!(
                block,
                Block::Addressee { .. } | Block::Item { .. } | Block::Lead { .. }
            )
        };
        let intro = rest.iter().position(numbered).unwrap_or(rest.len());
        let (intro, groups) = rest.split_at(intro);
        xml.element("section", &[("eId", eid)], |xml| {
            if let Some(heading) = heading {
                xml.element("heading", &[], |xml| xml.text(&typeset(heading)))?;
            }
            if groups.is_empty() {
                return xml.element("content", &[], |xml| match intro {
                    [] => p(xml, ""),
                    intro => paragraphs(xml, intro),
                });
            }
            if !intro.is_empty() {
                xml.element("intro", &[], |xml| paragraphs(xml, intro))?;
            }
            self.groups(xml, groups, eid)
        })
    }

    fn groups(&self, xml: &mut Xml, mut blocks: &[Block], section: &str) -> io::Result<()> {
        let mut place = 0;
        while let [first, rest @ ..] = blocks {
            place += 1;
            let eid = format!("{section}__para_{place}");
            blocks = match first {
                Block::Addressee {
                    number, heading, ..
                } => {
                    let next = |block: &Block| match block {
                        Block::Addressee { .. } => true,
                        Block::Item { group, .. } | Block::Lead { group, .. } => group.top,
                        _ => false,
                    };
                    let end = rest.iter().position(next).unwrap_or(rest.len());
                    let (tasks, after) = rest.split_at(end);
                    xml.element("paragraph", &[("eId", &eid)], |xml| {
                        num(xml, number)?;
                        self.heading(xml, heading, tasks)?;
                        if tasks.is_empty() {
                            return xml.element("content", &[], |xml| p(xml, ""));
                        }
                        self.tasks(xml, tasks, &eid)
                    })?;
                    after
                }
                _ => self.task(xml, "paragraph", &eid, blocks)?,
            };
        }
        Ok(())
    }

    /// An addressee heading that points at its bodies.
    fn heading(&self, xml: &mut Xml, heading: &str, tasks: &[Block]) -> io::Result<()> {
        let first = tasks.iter().find_map(directive_of);
        let groups = self
            .resolution
            .sections
            .iter()
            .flat_map(|section| &section.groups);
        let group = groups.into_iter().find(|group| {
            group
                .directives
                .iter()
                .any(|directive| Some(&directive.id) == first)
        });
        let bodies = group
            .map(|group| self.facts.addressees(group))
            .unwrap_or_default();
        xml.element("heading", &[], |xml| {
            if bodies.is_empty() {
                return xml.text(&typeset(heading));
            }
            let pointed = [("refersTo", bodies.as_str())];
            xml.element("inline", &[("name", "addressee"), pointed[0]], |xml| {
                xml.text(&typeset(heading))
            })
        })
    }

    fn tasks(&self, xml: &mut Xml, mut blocks: &[Block], group: &str) -> io::Result<()> {
        let mut place = 0;
        while !blocks.is_empty() {
            place += 1;
            blocks = self.task(xml, "point", &format!("{group}__point_{place}"), blocks)?;
        }
        Ok(())
    }

    /// Writes one task with its sub-items and gives the blocks after it.
    fn task<'b>(
        &self,
        xml: &mut Xml,
        name: &str,
        eid: &str,
        blocks: &'b [Block],
    ) -> io::Result<&'b [Block]> {
        let Some((first, rest)) = blocks.split_first() else {
            return Ok(blocks);
        };
        match first {
            Block::Lead { number, text, .. } => {
                let is_sub =
                    |block: &Block| matches!(block, Block::SubItem { .. } | Block::Tail(_));
                let end = rest
                    .iter()
                    .position(|block| !is_sub(block))
                    .unwrap_or(rest.len());
                let (mut items, after) = rest.split_at(end);
                xml.element(name, &[("eId", eid)], |xml| {
                    num(xml, number)?;
                    xml.element("intro", &[], |xml| p(xml, text))?;
                    let mut place = 0;
                    while !items.is_empty() {
                        place += 1;
                        let eid = format!("{eid}__indent_{place}");
                        items = self.task(xml, "indent", &eid, items)?;
                    }
                    Ok(())
                })?;
                Ok(after)
            }
            Block::Item {
                number, text, id, ..
            }
            | Block::SubItem {
                mark: number,
                text,
                id,
                ..
            } => {
                let is_tail = |block: &Block| matches!(block, Block::Tail(_));
                let end = rest
                    .iter()
                    .position(|block| !is_tail(block))
                    .unwrap_or(rest.len());
                let (tails, after) = rest.split_at(end);
                let mut attributes = vec![("eId", eid)];
                if is_anchor(id.as_str()) {
                    attributes.push(("GUID", id.as_str()));
                }
                xml.element(name, &attributes, |xml| {
                    num(xml, number)?;
                    xml.element("content", &[], |xml| {
                        xml.element("p", &[], |xml| self.marked(xml, text, id))?;
                        paragraphs(xml, tails)
                    })
                })?;
                Ok(after)
            }
            // A deadline over the items below it.
            other => {
                xml.element(name, &[("eId", eid)], |xml| {
                    xml.element("content", &[], |xml| {
                        paragraphs(xml, std::slice::from_ref(other))
                    })
                })?;
                Ok(rest)
            }
        }
    }

    /// The words of a task with its dates and acts marked.
    fn marked(&self, xml: &mut Xml, text: &str, id: &Id) -> io::Result<()> {
        let spans = self
            .resolution
            .directive(id)
            .map(|directive| marks(directive, text));
        let mut at = 0;
        for mark in spans.unwrap_or_default() {
            xml.text(&typeset(text.get(at..mark.from).unwrap_or_default()))?;
            let words = typeset(text.get(mark.from..mark.to).unwrap_or_default());
            let attribute = [(mark.attribute, mark.value.as_str())];
            xml.element(mark.element, &attribute, |xml| xml.text(&words))?;
            at = mark.to;
        }
        xml.text(&typeset(text.get(at..).unwrap_or_default()))
    }
}

fn num(xml: &mut Xml, number: &str) -> io::Result<()> {
    xml.element("num", &[], |xml| xml.text(number))
}

fn directive_of(block: &Block) -> Option<&Id> {
    match block {
        Block::Item { id, .. } | Block::SubItem { id, .. } => Some(id),
        _ => None,
    }
}

/// Words of a text that say a fact.
struct Mark {
    from: usize,
    to: usize,
    element: &'static str,
    attribute: &'static str,
    value: String,
}

/// The facts of a directive whose words its text has, in order; of two over the same words the
/// longer one.
fn marks(directive: &Directive, text: &str) -> Vec<Mark> {
    let dates = directive
        .deadlines
        .iter()
        .filter_map(|deadline| Some((deadline.phrase.trim(), "date", "date", day_of(deadline)?)));
    let acts = directive
        .references
        .iter()
        .map(|reference| (reference.phrase.trim(), "ref", "href", address(reference)));
    let mut marks: Vec<Mark> = dates
        .chain(acts)
        .filter(|(phrase, ..)| !phrase.is_empty())
        .filter_map(|(phrase, element, attribute, value)| {
            let from = text.find(phrase)?;
            Some(Mark {
                from,
                to: from + phrase.len(),
                element,
                attribute,
                value,
            })
        })
        .collect();
    marks.sort_by_key(|mark| (mark.from, std::cmp::Reverse(mark.to)));
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.from >= end;
        if free {
            end = mark.to;
        }
        free
    });
    marks
}
