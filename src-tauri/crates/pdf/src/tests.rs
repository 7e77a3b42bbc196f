use super::*;
use svod_model::{Directive, Group, Resolution, Section};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2031, 8, 26).unwrap()
}

fn resolution(count: usize) -> Resolution {
    let directive = |n: usize| Directive {
        id: Id::new(format!("{n:032x}")),
        text: format!(
            "провести в {} школе смотр школьных музеев, по итогам которого подготовить методические рекомендации",
            n + 1
        ),
        ..Directive::default()
    };
    Resolution {
        title: "Резолюция педагогического форума «Школа у реки»".into(),
        place: Some("г. Озёрск".into()),
        adopted_on: Some(day()),
        sections: vec![Section {
            groups: vec![Group {
                id: Id::new("g"),
                heading: "Управлению образования".into(),
                directives: (0..count).map(directive).collect(),
                ..Group::default()
            }],
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

#[test]
fn same_paper_gives_the_same_bytes_and_another_day_does_not() {
    let sheet = svod_writers::sheet(&resolution(3));
    let profile = Profile::default();
    let one = pdf(&sheet, &profile, day()).unwrap();
    assert_eq!(one, pdf(&sheet, &profile, day()).unwrap());
    assert_ne!(
        one,
        pdf(&sheet, &profile, day().succ_opt().unwrap()).unwrap()
    );
    assert!(one.starts_with(b"%PDF-1.7"));
}

#[test]
fn every_directive_has_one_spot_and_they_go_down_the_pages() {
    let resolution = resolution(40);
    let pages = pages(&svod_writers::sheet(&resolution), &Profile::default()).unwrap();
    let spots = pages.spots();
    let own: Vec<&Id> = resolution.directives().map(|(_, _, d)| &d.id).collect();
    assert_eq!(spots.iter().map(|spot| &spot.id).collect::<Vec<_>>(), own);
    let order: Vec<f64> = spots
        .iter()
        .map(|spot| spot.page as f64 + spot.down)
        .collect();
    assert!(order.is_sorted());
    assert!(pages.count() > 2 && spots.last().unwrap().page == pages.count());
}

#[test]
fn a_page_is_a_picture_of_its_size_and_there_is_none_past_the_last() {
    let pages = pages(&svod_writers::sheet(&resolution(1)), &Profile::default()).unwrap();
    let png = pages.png(1, 1.0).unwrap().unwrap();
    assert_eq!(png[16..24], [0, 0, 2, 83, 0, 0, 3, 74]);
    assert_eq!(pages.png(0, 1.0).unwrap(), None);
    assert_eq!(pages.png(2, 1.0).unwrap(), None);
    // The drawing is as large as the page, and there is none of a page there is not.
    let svg = pages.svg(1).unwrap();
    assert!(
        svg.starts_with("<svg") && svg.contains("width=\"595."),
        "{}",
        &svg[..200]
    );
    assert_eq!((pages.svg(0), pages.svg(2)), (None, None));
}

#[test]
fn text_is_no_markup_and_a_letter_without_a_shape_stops_nothing() {
    let mut resolution = resolution(1);
    resolution.sections[0].groups[0].directives[0].text =
        "#panic(\"нет\") *жирно* $x^2$ @ссылка /* 😀 */ \\u{41} = [а]".into();
    let sheet = svod_writers::sheet(&resolution);
    let bytes = pdf(&sheet, &Profile::default(), day()).unwrap();
    assert!(bytes.len() > 1_000);
}

#[test]
fn an_empty_paper_without_a_name_is_still_a_page() {
    let bytes = pdf(&Sheet::default(), &Profile::default(), day()).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
}
