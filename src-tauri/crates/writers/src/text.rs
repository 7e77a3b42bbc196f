use svod_model::Resolution;

use crate::sheet::{Block, sheet};
use crate::typography::clean;

/// Writes plain text: one paragraph a line, an empty line between the parts, printed numbers.
pub fn text(resolution: &Resolution) -> String {
    let mut out = String::new();
    for block in sheet(resolution) {
        let (gap, line) = line(&block);
        if gap && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(clean(&line).trim_end());
        out.push('\n');
    }
    out
}

/// The line, and whether an empty one goes before it.
fn line(block: &Block<'_>) -> (bool, String) {
    match block {
        Block::Draft => (false, "Проект".into()),
        Block::Kind(text) => (true, text.clone()),
        Block::Of(text) | Block::Theme(text) => (false, text.clone()),
        Block::DatePlace(date, place) => {
            let parts = [date.as_deref(), place.as_deref()];
            let line = parts.into_iter().flatten().collect::<Vec<_>>().join("    ");
            (true, line)
        }
        Block::Adoption(text) | Block::Paragraph(text) | Block::Closing(text) => {
            (true, (*text).to_owned())
        }
        Block::Introduction(text)
        | Block::Problem(text)
        | Block::Session(text)
        | Block::LeadIn(text) => (true, text.clone()),
        Block::Addressee {
            number, heading, ..
        } => (true, format!("{number} {heading}")),
        Block::Tail(text) => (false, format!("   {text}")),
        Block::Lead { number, text, .. } | Block::Item { number, text, .. } => {
            (false, format!("{number} {text}"))
        }
        Block::SubItem { mark, text, .. } => (false, format!("   {mark} {text}")),
    }
}
