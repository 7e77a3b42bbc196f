//! One name of a body that issues acts: «Министерства просвещения РФ» is «Минпросвещения России».

/// Ministries of the country as they name themselves in short: how the full name begins, in the genitive.
const MINISTRIES: &[(&str, &str)] = &[
    ("министерства просвещения", "Минпросвещения"),
    ("министерства образования и науки", "Минобрнауки"),
    ("министерства науки и высшего образования", "Минобрнауки"),
    ("министерства образования", "Минобразования"),
    (
        "министерства здравоохранения и социального развития",
        "Минздравсоцразвития",
    ),
    ("министерства здравоохранения", "Минздрава"),
    ("министерства труда и социальной защиты", "Минтруда"),
    ("министерства культуры", "Минкультуры"),
    ("министерства спорта", "Минспорта"),
];

/// The country behind a body's name.
const COUNTRY: &[&str] = &[
    "Российской Федерации",
    "Российской федерации",
    "РФ",
    "России",
];

/// The name of a body in the genitive, one for every spelling: ministries of the country by their short
/// names, «Российской Федерации» of others as «РФ». A ministry without its country may be a region's.
pub(super) fn short(body: &str) -> String {
    // «Минпросвещения РФ, Рособрнадзора»
    let one = |name: &str| {
        let (own, whole) = COUNTRY
            .iter()
            .find_map(|country| Some((name.strip_suffix(country)?.trim_end(), name)))
            .unwrap_or(("", name));
        let lower = own.to_lowercase();
        let known = MINISTRIES.iter().find(|(full, _)| *full == lower);
        match known {
            Some((_, short)) => format!("{short} России"),
            None if lower.starts_with("мин") && !own.contains(' ') => format!("{own} России"),
            None => whole
                .replace("Российской Федерации", "РФ")
                .replace("Российской федерации", "РФ"),
        }
    };
    body.split(", ").map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_spelling_of_a_ministry_is_one_name() {
        for (said, name) in [
            (
                "Министерства просвещения Российской Федерации",
                "Минпросвещения России",
            ),
            ("министерства просвещения РФ", "Минпросвещения России"),
            ("Минпросвещения РФ", "Минпросвещения России"),
            (
                "Минпросвещения РФ, Рособрнадзора",
                "Минпросвещения России, Рособрнадзора",
            ),
            (
                "Министерства образования и науки России",
                "Минобрнауки России",
            ),
            ("Минздравсоцразвития РФ", "Минздравсоцразвития России"),
            ("Правительства Российской Федерации", "Правительства РФ"),
            ("Президента РФ", "Президента РФ"),
            (
                "Министерства образования и науки Республики Татарстан",
                "Министерства образования и науки Республики Татарстан",
            ),
            ("Министерства просвещения", "Министерства просвещения"),
        ] {
            assert_eq!(super::short(said), name);
        }
    }
}
