use svod_model::numbering;
use svod_readers::Options;

use crate::drafting::recognise_all;
use crate::reading::read_bytes;
use crate::templates::unsourced;
use crate::view::PastedView;
use crate::{Error, Library};

impl Library {
    /// Reads a pasted text as a file would be read: as a web page if the clipboard held one, as
    /// plain text otherwise.
    ///
    /// # Errors
    /// [`crate::ErrorCode::FileEmpty`] if it has no words.
    pub fn read_pasted(&self, text: String, html: Option<String>) -> Result<PastedView, Error> {
        let (bytes, name) = match html {
            Some(html) => (html.into_bytes(), "paste.html"),
            None => (text.into_bytes(), "paste.txt"),
        };
        let options = Options {
            // The clipboard is always UTF-8, whatever a copied page says of itself.
            encoding: Some("utf-8".into()),
            ..Options::default()
        };
        let reading = read_bytes(bytes, name, options)?;
        let mut resolution = reading.resolution;
        unsourced(&mut resolution);
        recognise_all(&mut resolution);
        Ok(PastedView {
            numbers: numbering::number(&resolution),
            resolution,
            lines: reading.lines,
            placements: reading.placements,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;

    #[test]
    fn pasted_page_is_recognised_and_nothing_of_it_is_markup() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let html = "<meta charset=windows-1251><p>Управлению образования:</p><ul><li>провести \
            <script>alert(1)</script>смотр до 1 мая 2027 года;</li><li>утвердить план.</li></ul>";
        let view = library
            .read_pasted(String::new(), Some(html.into()))
            .unwrap();
        let group = &view.resolution.sections[0].groups[0];
        assert_eq!(group.heading, "Управлению образования");
        assert_eq!(
            group.directives[0].text,
            "провести смотр до 1 мая 2027 года"
        );
        assert_eq!(group.directives[0].deadlines.len(), 1);
        assert!(library.read_pasted(" ".into(), None).is_err());
    }
}
