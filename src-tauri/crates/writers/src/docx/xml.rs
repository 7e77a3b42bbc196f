use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::typography::clean;

/// Attributes as they are written: name and unescaped value.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// One XML part under construction. Text and attribute values are cleaned and escaped here, and
/// nowhere else.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a part with its XML declaration.
    pub(crate) fn new() -> io::Result<Self> {
        let mut writer = Writer::new(Vec::new());
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        writer.write_event(Event::Decl(declaration))?;
        Ok(Self(writer))
    }

    /// The part's bytes.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// An element with what `inside` writes.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        inside(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    /// An element whose only attribute is `w:val`, as most properties are.
    pub(crate) fn val(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.empty(name, &[("w:val", value)])
    }

    /// Character data.
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        let text = clean(text);
        self.0.write_event(Event::Text(BytesText::new(&text)))
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, clean(value).as_ref()));
    }
    start
}
