use svod_model::{Resolution, numbering};

use super::{addressees, of_what, ranges};
use crate::sheet::{Block, Row, Sheet, Table};
use crate::typography::capital;

/// One remark on a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// «1.2», «преамбула».
    pub place: String,
    /// The words it is about, as the draft has them.
    pub wording: String,
    /// What is proposed.
    pub proposal: String,
    /// Who proposes it.
    pub author: String,
    /// What was decided and why; empty while nothing is.
    pub decision: String,
}

/// The distribution list («лист рассылки»): who gets the resolution, which points are theirs, how many
/// copies go to them and which, and room for the marks of sending and receiving. Copies are numbered
/// through the whole list, so that each can be asked for by its number. `nominative` as for
/// [`addressees`]; `copies` says how many a name gets, none where nothing is sent on paper.
pub fn distribution_list(
    resolution: &Resolution,
    nominative: impl Fn(&str) -> String,
    copies: impl Fn(&str) -> u32,
) -> Sheet {
    let numbers = numbering::number(resolution);
    let mut table = Table::of(&[
        ("№", 5),
        ("Адресат", 33),
        ("Пункты", 16),
        ("Экз.", 7),
        ("№ экз.", 8),
        ("Отправлено (дата, способ)", 16),
        ("Получено (дата, подпись)", 15),
    ]);
    let mut sent = 0_u32;
    let named = addressees(resolution, nominative);
    for (n, addressee) in named.into_iter().filter(|a| !a.name.is_empty()).enumerate() {
        let printed = addressee.directives.iter().filter_map(|id| numbers.get(id));
        let printed: Vec<&str> = printed.map(String::as_str).collect();
        let own = copies(&addressee.name);
        let (first, last) = (sent.saturating_add(1), sent.saturating_add(own));
        sent = last;
        table.rows.push(Row::Cells {
            id: None,
            cells: vec![
                (n + 1).to_string(),
                addressee.name,
                ranges(&printed),
                own.to_string(),
                match own {
                    0 => "–".into(),
                    1 => first.to_string(),
                    _ => format!("{first}–{last}"),
                },
                String::new(),
                String::new(),
            ],
        });
    }
    let total = ["", "Всего", "", &sent.to_string(), "", "", ""];
    table.rows.push(Row::Cells {
        id: None,
        cells: total.map(str::to_owned).to_vec(),
    });
    titled(
        resolution,
        "ЛИСТ РАССЫЛКИ",
        of_what(resolution),
        false,
        table,
    )
}

/// The register of remarks on a draft («реестр замечаний»).
pub fn remarks(resolution: &Resolution, remarks: &[Remark]) -> Sheet {
    let mut table = Table::of(&[
        ("№", 4),
        ("Пункт", 8),
        ("Редакция проекта", 26),
        ("Предложение", 26),
        ("Автор", 16),
        ("Решение и основание", 20),
    ]);
    table.rows = remarks
        .iter()
        .enumerate()
        .map(|(n, remark)| Row::Cells {
            id: None,
            cells: vec![
                (n + 1).to_string(),
                remark.place.clone(),
                remark.wording.clone(),
                remark.proposal.clone(),
                remark.author.clone(),
                remark.decision.clone(),
            ],
        })
        .collect();
    titled(
        resolution,
        "РЕЕСТР ЗАМЕЧАНИЙ И ПРЕДЛОЖЕНИЙ",
        format!("к проекту {}", of_what(resolution)),
        true,
        table,
    )
}

/// A table under its name. The printed name goes over two lines, `kind` and `of`.
fn titled(resolution: &Resolution, kind: &str, of: String, landscape: bool, table: Table) -> Sheet {
    let name = capital(&kind.to_lowercase());
    Sheet {
        title: format!("{name} {of}"),
        subject: resolution.event.theme.clone().unwrap_or_default(),
        document_id: None,
        landscape,
        blocks: vec![Block::Kind(kind.into()), Block::Of(of), Block::Table(table)],
    }
}
