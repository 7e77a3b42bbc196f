//! Addressees by their full names, in the nominative, each with its class.

use svod_language::{addressees, bodies, words};
use svod_model::{Body, Resolution};

/// Names the bodies of every group. `spoken` is the whole text, which may declare short names.
pub(super) fn name(resolution: &mut Resolution, spoken: &str) {
    let declared = bodies::declared(spoken);
    let long: Vec<String> = resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups)
        .flat_map(|group| &group.addressees)
        .filter(|body| body.contains('«'))
        .cloned()
        .collect();
    for group in resolution
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.groups)
    {
        group.bodies = group
            .addressees
            .iter()
            .map(|printed| {
                let full = full_name(printed, &declared, &long);
                let name = bodies::nominative(full.as_deref().unwrap_or(printed));
                Body {
                    class: addressees::class(&name),
                    name,
                    printed: printed.clone(),
                }
            })
            .collect();
    }
}

/// What a short name stands for: declared by the document, or the initials of a name it uses.
fn full_name(printed: &str, declared: &[(String, String)], long: &[String]) -> Option<String> {
    let short = words::fold(&bodies::nominative(printed));
    let said = declared.iter().find(|(abbreviation, _)| {
        let abbreviation = words::fold(abbreviation);
        short == abbreviation || short == abbreviation.trim_matches(['«', '»'])
    });
    if let Some((_, full)) = said {
        return Some(full.clone());
    }
    // «МКУ «МЦКБ»» beside «… учреждению «Методический центр Каменного Брода»».
    let inner = printed.split_once('«')?.1.rsplit_once('»')?.0;
    let capitals = inner.chars().count() > 1 && inner.chars().all(char::is_uppercase);
    let full = long
        .iter()
        .filter(|_| capitals)
        .find(|body| bodies::initials(body).is_some_and(|initials| initials == inner))?;
    Some(full.clone())
}
