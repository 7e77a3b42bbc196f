use chrono::NaiveDate;
use svod_model::{Directive, Event, Group, Id, Kind, Resolution, Section, numbering};

use super::{of_what, ranges};
use crate::sheet::{Block, Row, Sheet, Table, sheet};
use crate::typography::{closed, long_date};

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

/// A point of an order: a task under the heading of who has to do it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderPoint {
    /// Whose it is, in the dative; empty where it is nobody's.
    pub heading: String,
    /// The task.
    pub text: String,
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

/// What an order says, point by point, in its order.
pub fn order_points(order: &Resolution) -> Vec<OrderPoint> {
    let points = order.directives().map(|(_, group, directive)| OrderPoint {
        heading: group.heading.trim().to_owned(),
        text: directive.text.clone(),
    });
    points.collect()
}

/// The order with these points instead of its own; neighbours under one heading are one group.
pub fn with_points(
    mut order: Resolution,
    points: &[OrderPoint],
    mut new_id: impl FnMut() -> Id,
) -> Resolution {
    let mut groups: Vec<Group> = Vec::new();
    for point in points.iter().filter(|point| !point.text.trim().is_empty()) {
        let heading = point.heading.trim();
        let directive = Directive {
            id: new_id(),
            text: point.text.trim().to_owned(),
            ..Directive::default()
        };
        match groups.last_mut() {
            Some(group) if group.heading == heading && !heading.is_empty() => {
                group.directives.push(directive);
            }
            _ => groups.push(Group {
                id: new_id(),
                heading: heading.to_owned(),
                directives: vec![directive],
                ..Group::default()
            }),
        }
    }
    if let Some(section) = order.sections.first_mut() {
        section.groups = groups;
    }
    order
}

/// The order as it is printed: with the signature, and the list of those it is shown to.
pub fn order_sheet(order: &Resolution, signers: &OrderSigners) -> Sheet {
    let mut sheet = sheet(order);
    sheet.blocks.push(Block::Signature {
        post: signers.post.trim().to_owned(),
        name: signers.name.clone(),
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

/// The order («приказ») that makes a resolution binding: it approves the plan and tells every
/// addressee which points are theirs. It is a draft to be edited; `new_id` names its parts.
pub fn order(
    resolution: &Resolution,
    details: &OrderDetails,
    mut new_id: impl FnMut() -> Id,
) -> Resolution {
    let what = of_what(resolution);
    let adopted = resolution
        .adopted_on
        .map(|day| format!(", {} {},", participle(resolution.kind), long_date(day)));
    let adopted = adopted.unwrap_or_default();
    let lead_in = format!("В целях исполнения {what}{adopted} ПРИКАЗЫВАЮ:");
    let approve = Directive {
        id: new_id(),
        text: format!(
            "Утвердить прилагаемый план мероприятий («дорожную карту») по исполнению {what}"
        ),
        ..Directive::default()
    };
    let mut groups = vec![Group {
        id: new_id(),
        directives: vec![approve],
        ..Group::default()
    }];
    groups.extend(duties(resolution, &mut new_id));
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
        closing: vec![closed(control, '.')],
        ..Resolution::default()
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

/// A group for each heading of the resolution; headings that are printed several times are one.
fn duties(resolution: &Resolution, new_id: &mut impl FnMut() -> Id) -> Vec<Group> {
    let numbers = numbering::number(resolution);
    let mut duties: Vec<(Group, Vec<String>)> = Vec::new();
    for section in &resolution.sections {
        for group in section
            .groups
            .iter()
            .filter(|group| !group.directives.is_empty())
        {
            let printed: Vec<&str> = group
                .directives
                .iter()
                .filter_map(|directive| numbers.get(&directive.id))
                .map(String::as_str)
                .collect();
            let several = if printed.len() == 1 {
                "пункта"
            } else {
                "пунктов"
            };
            let points = format!("{several} {}", ranges(&printed));
            let points = match section.title.as_deref().map(str::trim) {
                Some(title) if !title.is_empty() => {
                    format!("{points} раздела «{}»", title.trim_matches(['«', '»']))
                }
                _ => points,
            };
            let heading = group.heading.trim();
            match duties
                .iter_mut()
                .find(|(other, _)| other.heading.trim() == heading)
            {
                Some((_, all)) => all.push(points),
                None => {
                    let own = Group {
                        id: new_id(),
                        heading: heading.to_owned(),
                        addressees: group.addressees.clone(),
                        bodies: group.bodies.clone(),
                        ..Group::default()
                    };
                    duties.push((own, vec![points]));
                }
            }
        }
    }
    let duty = |(mut group, points): (Group, Vec<String>)| {
        let mut task = |text: String| Directive {
            id: new_id(),
            text,
            ..Directive::default()
        };
        let what = points.join(", ");
        group.directives = vec![
            task(format!("обеспечить исполнение {what} в установленные сроки")),
            task("представлять сведения об исполнении с подтверждающими документами в течение пяти рабочих дней после наступления срока".into()),
        ];
        group
    };
    duties.into_iter().map(duty).collect()
}
