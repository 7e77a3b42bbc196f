//! Acts, projects and programmes a directive leans on (domain facts, e).

mod acts;
mod bodies;
mod documents;
mod projects;

use std::ops::Range;

use svod_model::Reference;

use crate::Found;
use crate::pattern::Text;
use crate::quotes::Angled;

/// Every reference of a text, one form whatever the spelling.
pub fn find(text: &str) -> Vec<Found<Reference>> {
    let angled = Angled::new(text);
    let mut out = find_in(angled.text());
    for found in &mut out {
        let (range, words) = angled.printed(&found.range);
        found.range = range;
        found.value.phrase = words.trim_end().to_owned();
    }
    out
}

fn find_in(text: &str) -> Vec<Found<Reference>> {
    let lowered = Text::new(text);
    let mut out = acts::find(&lowered);
    add_free(&mut out, projects::find(&lowered));
    let taken: Vec<Range<usize>> = out.iter().map(|found| found.range.clone()).collect();
    add_free(&mut out, documents::find(text, &taken));
    add_free(&mut out, documents::plans(text));
    out.sort_by_key(|found| found.range.start);
    let mut seen: Vec<String> = Vec::new();
    out.retain(|found| {
        let new = !seen.contains(&found.value.canonical);
        seen.push(found.value.canonical.clone());
        new
    });
    out
}

/// Adds those that stand where none is yet.
fn add_free(out: &mut Vec<Found<Reference>>, more: Vec<Found<Reference>>) {
    let taken: Vec<Range<usize>> = out.iter().map(|found| found.range.clone()).collect();
    out.extend(more.into_iter().filter(|found| {
        !taken
            .iter()
            .any(|other| crate::mask::overlap(other, &found.range))
    }));
}

/// The byte after the quote that closes the one at `open`; the last one, if one is missing.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut last = None;
    for (at, c) in text.get(open..)?.char_indices() {
        match c {
            '«' => depth += 1,
            '»' => {
                depth = depth.saturating_sub(1);
                last = Some(open + at + c.len_utf8());
                if depth == 0 {
                    return last;
                }
            }
            _ => {}
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|found| {
                assert!(text.contains(&found.value.phrase), "{}", found.value.phrase);
                found.value.canonical
            })
            .collect()
    }

    #[test]
    fn spellings_of_one_act_give_one_form() {
        for text in [
            "в соответствии с Указом Президента РФ от 7 мая 2024 года № 309 «О целях»",
            "Указом Президента Российской Федерации №309 от 07.05.2024 г. «О целях»",
            "Указ Президента РФ «О национальных целях» от 07.05.2024 г. № 309",
        ] {
            assert_eq!(
                shown(text),
                ["Указ Президента РФ от 07.05.2024 № 309"],
                "{text}"
            );
        }
        for text in [
            "Федерального закона от 29 декабря 2012 года № 273-ФЗ «Об образовании»",
            "ФЗ-273 от 29 декабря 2012 года",
            "Ф3-273 от 29.12.2012",
        ] {
            assert_eq!(
                shown(text),
                ["Федеральный закон от 29.12.2012 № 273-ФЗ"],
                "{text}"
            );
        }
    }

    #[test]
    fn each_named_project_counts() {
        assert_eq!(
            shown("региональных проектов «Педагоги», «Школа» и «Семья» в округе"),
            [
                "региональный проект «Педагоги»",
                "региональный проект «Школа»",
                "региональный проект «Семья»"
            ]
        );
        assert_eq!(
            shown("областного проекта «Школа» и районного проекта «Семья»"),
            ["областной проект «Школа»", "районный проект «Семья»"]
        );
        assert_eq!(
            shown("по направлениям нацпроекта «Школа»"),
            ["национальный проект «Школа»"]
        );
        assert_eq!(
            shown("провести конкурс детских проектов «Моя профессия»"),
            [""; 0]
        );
    }

    #[test]
    fn programmes_come_in_the_nominative_and_plain_words_do_not_count() {
        assert_eq!(
            shown("по реализации муниципальной программы развития образования Луговского округа"),
            ["муниципальная программа развития образования Луговского округа"]
        );
        assert_eq!(
            shown("разработать программу и план, открыть школу № 8"),
            [""; 0]
        );
    }

    #[test]
    fn quotation_marks_of_any_shape_name_a_project() {
        for (text, expected) in [
            (
                "вовлечь школьников в проекты \"Старт\" и \"Маяк\" до мая",
                vec!["проект «Старт»", "проект «Маяк»"],
            ),
            (
                "в рамках регионального проекта \"Дом, семья и школа\" открыть клубы",
                vec!["региональный проект «Дом, семья и школа»"],
            ),
            (
                "принять муниципальную целевую программу “Наши сады” на 2013-2015 гг.",
                vec!["муниципальная целевая программа «Наши сады» на 2013–2015 годы"],
            ),
            ("открыть выставку \"Проект\"", vec![]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        let act = &find("приказ Минтруда России от 01.02.2024 № 7 \"О труде\" довести")[0];
        assert_eq!(
            act.value.phrase,
            "приказ Минтруда России от 01.02.2024 № 7 \"О труде\""
        );
    }

    #[test]
    fn acts_of_one_kind_are_each_one() {
        let both = [
            "Приказ Минпросвещения России от 31.05.2021 № 286",
            "Приказ Минпросвещения России от 31.05.2021 № 287",
        ];
        for text in [
            "приказы Минпросвещения России от 31.05.2021 № 286 и № 287",
            "приказами Министерства просвещения РФ от 31 мая 2021 г. № 286, № 287",
            "приказы Минпросвещения России от 31.05.2021 №№ 286 и 287",
            "приказы Минпросвещения России от 31.05.2021 № 286, 287, принять меры",
            "приказы Минпросвещения России № 286 и № 287 от 31.05.2021",
            "приказов Минпросвещения России от 31.05.2021 № 286 и от 31.05.2021 № 287",
            "приказы Минпросвещения России от 31.05.2021 № 286 «О начальной школе», № 287 «Об основной»",
        ] {
            assert_eq!(shown(text), both, "{text}");
        }
        for text in [
            "по приказу отдела от 01.02.2024 № 7, 15 школ",
            "по приказу отдела от 01.02.2024 № 7 (с изменениями от 05.03.2024 № 9)",
        ] {
            assert_eq!(shown(text), ["Приказ отдела от 01.02.2024 № 7"], "{text}");
        }
        assert_eq!(
            shown("Федеральных законов от 29.12.2012 № 273-ФЗ и от 24.06.1999 № 120-ФЗ"),
            [
                "Федеральный закон от 29.12.2012 № 273-ФЗ",
                "Федеральный закон от 24.06.1999 № 120-ФЗ"
            ]
        );
    }

    #[test]
    fn a_document_keeps_the_whole_of_its_name() {
        for (text, expected) in [
            (
                "в рамках государственной программы Российской Федерации «Дороги» на 2011–2020 годы чинить",
                "государственная программа Российской Федерации «Дороги» на 2011–2020 годы",
            ),
            (
                "с учётом Стратегии развития воспитания в Российской Федерации на период до 2025 года и программ",
                "Стратегия развития воспитания в Российской Федерации на период до 2025 года",
            ),
            (
                "по Концепции развития чтения в Российской Федерации провести семинары",
                "Концепция развития чтения в Российской Федерации",
            ),
            (
                "внедрить Концепцию преподавания предметной области «Искусство», утверждённую летом",
                "Концепция преподавания предметной области «Искусство»",
            ),
            (
                "по Стратегии развития культуры и спорта в Российской Федерации до 2030 года",
                "Стратегия развития культуры и спорта в Российской Федерации до 2030 года",
            ),
            (
                "по государственной программе Республики Алтай \"Сёла\" на 2014 - 2020 гг. строить",
                "государственная программа Республики Алтай «Сёла» на 2014–2020 годы",
            ),
            (
                "ведомственной целевой программы «Питание» на 2012-2014 годы",
                "ведомственная целевая программа «Питание» на 2012–2014 годы",
            ),
            (
                "по Концепции развития чтения и провести слёт",
                "Концепция развития чтения",
            ),
            (
                "изучить муниципальную программу «Кадры» до 2030 года",
                "муниципальная программа «Кадры»",
            ),
            (
                "во исполнение межведомственной программы «Плавание для всех»",
                "программа «Плавание для всех»",
            ),
            (
                "разработать план реализации Стратегии развития воспитания на 2023/2024 учебный год",
                "Стратегия развития воспитания",
            ),
            (
                "по муниципальной программе развития школ в рамках проекта «Мост»",
                "муниципальная программа развития школ",
            ),
        ] {
            assert_eq!(shown(text)[0], expected, "{text}");
        }
    }

    #[test]
    fn what_is_got_by_a_programme_is_not_its_name() {
        assert_eq!(
            shown("приобрести по краевой программе семь автобусов"),
            [""; 0]
        );
    }

    #[test]
    fn a_plan_with_a_name_is_leaned_on_and_one_to_be_made_is_not() {
        for (text, expected) in [
            (
                "реализовать План мероприятий по защите детей (подростков) на 2025-2026 учебный год",
                "План мероприятий по защите детей (подростков) на 2025–2026 учебный год",
            ),
            (
                "выполнить пункты Комплексного плана мероприятий по развитию чтения на 2025 год, провести слёт",
                "Комплексный план мероприятий по развитию чтения на 2025 год",
            ),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "разработать План мероприятий по развитию чтения на 2025 год",
            "План мероприятий по развитию чтения выполнить",
            "исполнить план мероприятий по развитию чтения",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }
}
