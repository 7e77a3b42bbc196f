use std::collections::{BTreeMap, BTreeSet};

use svod_model::{Id, Resolution, numbering};

use super::{addressees, of_what, ranges};
use crate::sheet::{Block, Row, Sheet, Table};
use crate::typography::{capital, quoted};

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
        ("№", 4),
        ("Адресат", 29),
        ("Пункты", 25),
        ("Экз.", 6),
        ("№ экз.", 8),
        ("Отправлено (дата, способ)", 14),
        ("Получено (дата, подпись)", 14),
    ]);
    let mut sent = 0_u32;
    let named = addressees(resolution, nominative);
    for (n, addressee) in named.into_iter().filter(|a| !a.name.is_empty()).enumerate() {
        let points = points(resolution, &numbers, &addressee.directives);
        let own = copies(&addressee.name);
        let (first, last) = (sent.saturating_add(1), sent.saturating_add(own));
        sent = last;
        table.rows.push(Row::Cells {
            id: None,
            cells: vec![
                (n + 1).to_string(),
                capital(&addressee.name),
                points,
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
        true,
        table,
    )
}

/// «1.1–1.4»; where sessions count anew, with their names: ««Школа»: 1.1–1.4; «Семья»: 1.2».
fn points(resolution: &Resolution, numbers: &BTreeMap<Id, String>, own: &[Id]) -> String {
    let all: BTreeSet<&String> = numbers.values().collect();
    let anew = all.len() < numbers.len();
    // Each with the name of the session its numbers count in.
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for section in &resolution.sections {
        let title = section.title.as_deref().map(str::trim);
        let title = title.filter(|_| anew).unwrap_or_default();
        let directives = section.groups.iter().flat_map(|group| &group.directives);
        let printed = directives
            .filter(|directive| own.contains(&directive.id))
            .filter_map(|directive| numbers.get(&directive.id))
            .map(String::as_str);
        match told.last_mut() {
            Some((same, all)) if *same == title => all.extend(printed),
            _ => told.push((title, printed.collect())),
        }
    }
    told.retain(|(_, printed)| !printed.is_empty());
    let words = told.iter().map(|(title, printed)| match *title {
        "" => ranges(printed),
        title => format!("{}: {}", quoted(title), ranges(printed)),
    });
    words.collect::<Vec<_>>().join("; ")
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
