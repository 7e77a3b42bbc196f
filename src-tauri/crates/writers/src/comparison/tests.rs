use svod_diff::{Comparison, Light, compare};
use svod_model::Resolution;

use super::{comparison_docx, comparison_html, comparison_text, comparison_xlsx};
use crate::Profile;
use crate::sample::{day, part, resolution};

fn pair() -> (Comparison, Resolution, Resolution) {
    let old = resolution(&[
        "=СУММ(A1) провести смотр школьных музеев района",
        "открыть кружок юных техников",
    ]);
    let new = resolution(&[
        "=СУММ(A1) провести смотр школьных музеев округа",
        "@завести журнал учёта посещений",
    ]);
    (compare(&old, &new), old, new)
}

#[test]
fn word_table_is_landscape_and_repeats_its_heading() {
    let (comparison, old, new) = pair();
    let bytes = comparison_docx(&comparison, &old, &new, &Profile::default()).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains("w:orient=\"landscape\""));
    assert!(document.contains("w:w=\"16838\" w:h=\"11906\""));
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
    for word in ["Обозначения: ", "Характер изменения", "Что изменилось"]
    {
        assert!(document.contains(word), "{word}");
    }
}

#[test]
fn certainty_and_a_persons_word_are_in_every_form() {
    let (mut comparison, old, new) = pair();
    let forms = |comparison: &Comparison| {
        let profile = Profile::default();
        let docx = comparison_docx(comparison, &old, &new, &profile).unwrap();
        let xlsx = comparison_xlsx(comparison, &old, &new, day()).unwrap();
        [
            part(&docx, "word/document.xml"),
            part(&xlsx, "xl/sharedStrings.xml"),
            comparison_html(comparison, &old, &new),
            comparison_text(comparison, &old, &new),
        ]
    };
    // The legend names each word once.
    let count = |form: &str, word: &str| form.matches(word).count();
    let before = forms(&comparison);
    comparison.pairs[0].confirmed = true;
    let after = forms(&comparison);
    for (before, after) in before.iter().zip(&after) {
        assert!(before.contains("точная"), "{before}");
        assert_eq!(count(before, "проверено") + 1, count(after, "проверено"));
        assert_eq!(count(before, "точная"), count(after, "точная") + 1);
    }
}

#[test]
fn no_text_becomes_a_formula() {
    let (comparison, old, new) = pair();
    let bytes = comparison_xlsx(&comparison, &old, &new, day()).unwrap();
    for sheet in 1..=3 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!sheet.contains("<f>"), "{sheet}");
    }
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("=СУММ(A1)"));
}

#[test]
fn workbook_is_made_to_be_printed_and_filtered() {
    let (comparison, old, new) = pair();
    let bytes = comparison_xlsx(&comparison, &old, &new, day()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for word in [
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "state=\"frozen\"",
        "<autoFilter",
    ] {
        assert!(sheet.contains(word), "{word}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("Print_Titles"));
    assert!(part(&bytes, "docProps/core.xml").contains("2031-03-05"));
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_not_refused() {
    let long = "провести смотр ".repeat(4000);
    let (old, new) = (resolution(&[&long]), resolution(&["открыть кружок"]));
    let comparison = compare(&old, &new);
    assert!(comparison_xlsx(&comparison, &old, &new, day()).is_ok());
}

#[test]
fn words_of_a_merged_directive_are_new_only_where_none_of_its_texts_has_them() {
    let parts = [
        "организовать горячее питание школьников",
        "организовать подвоз детей из малых сёл автобусами",
    ];
    let whole =
        "организовать горячее питание школьников и подвоз детей из малых сёл новыми автобусами";
    let (old, new) = (resolution(&parts), resolution(&[whole]));
    let comparison = compare(&old, &new);
    assert_eq!(comparison.summary["merged"], 2);
    let html = comparison_html(&comparison, &old, &new);
    assert!(html.contains("<ins>новыми</ins>"), "{html}");
    assert!(
        !html.contains("<ins>подвоз") && !html.contains("<ins>горячее"),
        "{html}"
    );
    assert!(
        html.contains("организовать горячее питание школьников</td>"),
        "{html}"
    );

    let (old, new) = (new, old);
    let html = comparison_html(&compare(&old, &new), &old, &new);
    assert!(html.contains("<del>новыми</del>"), "{html}");
    assert!(!html.contains("<del>подвоз"), "{html}");
}

#[test]
fn light_changes_look_unlike_real_ones_and_the_legend_names_them() {
    let old = resolution(&[
        "Утвердить план ремонта библиотек и спортивных залов сельских школ района до 1 мая 2030 года",
    ]);
    let new = resolution(&[
        "утвердить планы ремонта библиотек и спортивных залов сельских школ округа до 1 мая 2030 года",
    ]);
    let comparison = compare(&old, &new);
    let marked: Vec<_> = comparison.pairs[0]
        .words
        .iter()
        .filter_map(|word| word.light.map(|light| (light, word.text.as_str())))
        .collect();
    assert!(marked.contains(&(Light::Form, "планы")), "{marked:?}");

    let html = comparison_html(&comparison, &old, &new);
    assert!(html.contains("<u>планы</u>"), "{html}");
    assert!(html.contains("<ins>округа</ins>"), "{html}");
    let docx = comparison_docx(&comparison, &old, &new, &Profile::default()).unwrap();
    let docx = part(&docx, "word/document.xml");
    // Two capitals or forms on each side, and the legend.
    assert_eq!(docx.matches("<w:u w:val=\"dotted\"/>").count(), 5);
    let xlsx = comparison_xlsx(&comparison, &old, &new, day()).unwrap();
    let strings = part(&xlsx, "xl/sharedStrings.xml");
    assert_eq!(strings.matches("<i/>").count(), 5, "{strings}");
    for form in [html, docx, strings] {
        assert!(form.contains("форма слова, заглавная буква"), "{form}");
    }
}

#[test]
fn every_form_says_why_a_pair_is_one() {
    let (comparison, old, new) = pair();
    let why = "слова в основном те же";
    let docx = comparison_docx(&comparison, &old, &new, &Profile::default()).unwrap();
    let xlsx = comparison_xlsx(&comparison, &old, &new, day()).unwrap();
    for form in [
        part(&docx, "word/document.xml"),
        part(&xlsx, "xl/sharedStrings.xml"),
        comparison_html(&comparison, &old, &new),
        comparison_text(&comparison, &old, &new),
    ] {
        assert_eq!(form.matches(why).count(), 1, "{form}");
    }
}

#[test]
fn what_was_split_counts_once_and_what_was_dropped_names_whose_it_was() {
    let old = resolution(&[
        "утвердить план ремонта школьных библиотек и провести смотр школьных музеев",
        "открыть кружок юных техников",
    ]);
    let new = resolution(&[
        "утвердить план ремонта школьных библиотек",
        "провести смотр школьных музеев",
    ]);
    let told = comparison_text(&compare(&old, &new), &old, &new);
    assert!(told.contains("разделено — 1, "), "{told}");
    assert!(told.contains("продолжено — задача та же"), "{told}");
    let behind = told.split("Исключено: ").nth(1).expect("what was dropped");
    let whose = behind.find("Школам:").expect("whose it was");
    assert!(whose < behind.find("открыть кружок").unwrap(), "{told}");
}
