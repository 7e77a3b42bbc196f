use svod_model::{Directive, Group, Id, Resolution, numbering};

use super::{of_kind, of_what, ranges};
use crate::title::TitleLines;
use crate::typography::quoted;

/// A point of an order: a task under the heading of who has to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPoint {
    /// Its stable name. The same heading of a resolution always makes points of the same names, so a
    /// person's changes find them again when the resolution has changed.
    pub id: Id,
    /// Whose it is, in the dative; empty where it is nobody's.
    pub heading: String,
    /// The task; a point without one is not printed.
    pub text: String,
}

/// What an order says when nobody has changed it: it approves the plan and tells every addressee which
/// points of the resolution are theirs.
pub fn order_points(resolution: &Resolution) -> Vec<OrderPoint> {
    let what = of_what(resolution);
    let document = of_kind(&TitleLines::of(resolution).kind);
    let mut points = vec![OrderPoint {
        id: Id::new("plan"),
        heading: String::new(),
        text: format!(
            "Утвердить прилагаемый план мероприятий («дорожную карту») по исполнению {what}"
        ),
    }];
    points.extend(duties(resolution).into_iter().flat_map(|duty| {
        let point = |name: &str, text: String| OrderPoint {
            id: Id::new(format!("{name} {}", duty.group)),
            heading: duty.heading.clone(),
            text,
        };
        let what = duty.points.join(", ");
        [
            point("duty", format!("обеспечить исполнение {what} {document} в установленные сроки")),
            point("report", "представлять сведения об исполнении с подтверждающими документами в течение пяти рабочих дней после наступления срока".into()),
        ]
    }));
    points
}

/// The points as parts of an order; neighbours under one heading are one group.
pub(super) fn groups(
    resolution: &Resolution,
    points: &[OrderPoint],
    new_id: &mut impl FnMut() -> Id,
) -> Vec<Group> {
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
                ..named(resolution, heading)
            }),
        }
    }
    groups
}

/// Who a heading of the resolution names.
fn named(resolution: &Resolution, heading: &str) -> Group {
    let groups = resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups);
    let mut groups = groups.filter(|group| !heading.is_empty() && group.heading.trim() == heading);
    groups.next().map_or_else(Group::default, |group| Group {
        addressees: group.addressees.clone(),
        bodies: group.bodies.clone(),
        ..Group::default()
    })
}

/// What is asked of those a heading names.
struct Duty {
    /// The first group of that heading.
    group: Id,
    heading: String,
    /// «пунктов 1.1–1.4 раздела «Школа»», for each place the heading is printed at.
    points: Vec<String>,
}

/// A duty for each heading of the resolution; headings that are printed several times are one.
fn duties(resolution: &Resolution) -> Vec<Duty> {
    let numbers = numbering::number(resolution);
    let mut duties: Vec<Duty> = Vec::new();
    for section in &resolution.sections {
        let groups = section.groups.iter();
        for group in groups.filter(|group| !group.directives.is_empty()) {
            let printed = group.directives.iter();
            let printed: Vec<&str> = printed
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
                    format!("{points} раздела {}", quoted(title))
                }
                _ => points,
            };
            let heading = group.heading.trim();
            match duties.iter_mut().find(|duty| duty.heading == heading) {
                Some(duty) => duty.points.push(points),
                None => duties.push(Duty {
                    group: group.id.clone(),
                    heading: heading.to_owned(),
                    points: vec![points],
                }),
            }
        }
    }
    duties
}
