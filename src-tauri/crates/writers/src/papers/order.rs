use chrono::NaiveDate;
use svod_model::{Directive, Event, Group, Id, Kind, Resolution, Section};

use super::points::{OrderPoint, groups};
use super::{of_what, or_rule};
use crate::sheet::{Block, Row, Sheet, Table, sheet};
use crate::typography::long_date;

const BLANK_DAY: &str = "«___» ______________ 20___ г.";

/// What an order says that a resolution does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderDetails {
    /// Whose order it is, in the genitive («Управления образования администрации … округа»).
    pub issuer: String,
    /// Its number.
    pub number: Option<String>,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// Where it is given.
    pub place: Option<String>,
    /// Who controls it, as a sentence; the signer does when it is not said.
    pub control: Option<String>,
}

/// Who signs an order, and who signs that they have read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderSigners {
    /// Post of who signs it.
    pub post: String,
    /// Their name; a rule to write on when it is not known.
    pub name: Option<String>,
    /// Posts and names of those it is shown to («лист ознакомления»).
    pub shown_to: Vec<String>,
}

/// The order as it is printed: with room for the number and the day it does not have yet, the
/// signature, and the list of those it is shown to.
pub fn order_sheet(order: &Resolution, signers: &OrderSigners) -> Sheet {
    let mut sheet = sheet(order);
    leave_room(&mut sheet.blocks);
    sheet.blocks.push(Block::Signature {
        post: signers.post.trim().to_owned(),
        name: Some(or_rule(signers.name.as_ref())),
    });
    let shown: Vec<&str> = signers.shown_to.iter().map(|who| who.trim()).collect();
    let shown: Vec<&str> = shown.into_iter().filter(|who| !who.is_empty()).collect();
    if !shown.is_empty() {
        let mut table = Table::of(&[
            ("№", 6),
            ("Должность, фамилия", 52),
            ("Дата", 18),
            ("Подпись", 24),
        ]);
        table.rows = shown
            .into_iter()
            .enumerate()
            .map(|(n, who)| Row::Cells {
                id: None,
                cells: vec![
                    (n + 1).to_string(),
                    who.to_owned(),
                    String::new(),
                    String::new(),
                ],
            })
            .collect();
        sheet
            .blocks
            .push(Block::Caption("С приказом ознакомлены".into()));
        sheet.blocks.push(Block::Table(table));
    }
    sheet
}

/// The order («приказ») that makes a resolution binding, with these points; those of
/// [`order_points`](super::order_points) unless a person changed them. `new_id` names its parts.
pub fn order(
    resolution: &Resolution,
    details: &OrderDetails,
    points: &[OrderPoint],
    mut new_id: impl FnMut() -> Id,
) -> Resolution {
    let what = of_what(resolution);
    let adopted = resolution
        .adopted_on
        .map(|day| format!(", {} {},", participle(resolution.kind), long_date(day)));
    let adopted = adopted.unwrap_or_default();
    let lead_in = format!("В целях исполнения {what}{adopted} ПРИКАЗЫВАЮ:");
    let mut groups = groups(resolution, points, &mut new_id);
    let number = details
        .number
        .as_deref()
        .map(|number| format!(" № {number}"));
    let title = format!(
        "Приказ{} {}",
        number.unwrap_or_default(),
        details.issuer.trim()
    );
    let control = details.control.as_deref().map(str::trim);
    let control = control.filter(|control| !control.is_empty());
    let control = control.unwrap_or("Контроль за исполнением приказа оставляю за собой");
    // Who controls it is the last point of an order, not a remark below it.
    groups.push(Group {
        id: new_id(),
        directives: vec![Directive {
            id: new_id(),
            text: control.to_owned(),
            ..Directive::default()
        }],
        ..Group::default()
    });
    Resolution {
        kind: Kind::Order,
        title: title.trim().to_owned(),
        event: Event {
            theme: Some(format!("О мерах по исполнению {what}")),
            municipality: resolution.event.municipality.clone(),
            region: resolution.event.region.clone(),
            ..Event::default()
        },
        adopted_on: details.on,
        place: details.place.clone(),
        sections: vec![Section {
            id: new_id(),
            lead_in: Some(lead_in),
            groups,
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

/// Rules to write on where a number and a day are not known yet: an order is registered on paper.
fn leave_room(blocks: &mut Vec<Block>) {
    for block in blocks.iter_mut() {
        match block {
            Block::Kind(kind) if !kind.contains('№') => kind.push_str(" № ______"),
            Block::DatePlace(day @ None, _) => *day = Some(BLANK_DAY.into()),
            _ => {}
        }
    }
    let dated = |block: &Block| matches!(block, Block::DatePlace(..));
    let title = |block: &Block| matches!(block, Block::Kind(_) | Block::Of(_) | Block::Theme(_));
    if !blocks.iter().any(dated) {
        let after = blocks.iter().rposition(title).map_or(0, |last| last + 1);
        blocks.insert(after, Block::DatePlace(Some(BLANK_DAY.into()), None));
    }
}

/// «принятой»: what was done to a document of that kind, in the genitive of its name.
fn participle(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "принятой",
        Kind::Recommendations => "принятых",
        Kind::Decision | Kind::Protocol | Kind::Plan | Kind::Order => "принятого",
    }
}
