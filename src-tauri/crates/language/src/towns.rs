//! A town's name in the nominative: «города Озёрска» is «Озёрск».
//!
//! One form may be of several names («Керчи» of «Керчь» and «Керчи»), and after «города» the name may
//! stand undeclined («города Озёрск»). So every reading is given, the likeliest first, and who knows
//! which names the text says in the nominative chooses among them.

/// Endings of towns' names in the genitive, masculine for certain: the last letter goes.
const MASCULINE: &[&str] = &[
    "ска",
    "цка",
    "града",
    "города",
    "бурга",
    "ова",
    "ева",
    "ёва",
    "ина",
    "ына",
    "дара",
];
/// Vowels drop out of these: the end of the genitive and of the nominative.
const FLEETING: &[(&str, &str)] = &[("льца", "лец"), ("овца", "овец"), ("рла", "рёл")];
/// Endings of adjectives in the genitive and in the nominative.
const ADJECTIVES: &[(&str, &str)] = &[
    ("кого", "кий"),
    ("гого", "гий"),
    ("хого", "хий"),
    ("ого", "ый"),
    ("его", "ий"),
    ("ых", "ые"),
    ("ких", "кие"),
];
/// Ends of the second word of a plural name in the genitive and in the nominative.
const PLURALS: &[(&str, &str)] = &[("ов", "ы"), ("ей", "и")];

/// What a town may be called whose name stands in this form, the likeliest name first.
///
/// ```
/// use svod_language::towns::nominatives;
/// assert_eq!(nominatives("Озёрска"), ["Озёрск", "Озёрска"]);
/// assert_eq!(nominatives("Нижнего Озёрска")[0], "Нижний Озёрск");
/// ```
pub fn nominatives(form: &str) -> Vec<String> {
    let Some((first, last)) = form.split_once(' ') else {
        return hyphened(form);
    };
    let as_is = form.to_owned();
    // «Старой Лугвы»; «Большой Лог» is not declined.
    if let Some(stem) = first.strip_suffix("ой")
        && last.ends_with(['ы', 'и'])
    {
        let mut out: Vec<String> = one(last)
            .into_iter()
            .map(|last| format!("{stem}ая {last}"))
            .collect();
        out.push(as_is);
        return out;
    }
    // «города Нижний Озёрск»: an undeclined adjective says that nothing is declined.
    let Some(first) = adjective(first) else {
        return vec![as_is];
    };
    if first.ends_with("ые") || first.ends_with("кие") {
        let plural = PLURALS.iter().find_map(|(genitive, nominative)| {
            let stem = last.strip_suffix(genitive)?;
            Some(format!("{first} {stem}{nominative}"))
        });
        return plural.into_iter().chain([as_is]).collect();
    }
    let mut out: Vec<String> = hyphened(last)
        .into_iter()
        .map(|last| format!("{first} {last}"))
        .collect();
    out.push(as_is);
    out
}

/// «Горно-Озёрска», «Каменска-Заречного», «Озёрска-на-Дону».
fn hyphened(word: &str) -> Vec<String> {
    let parts: Vec<&str> = word.split('-').collect();
    let &[first, .., last] = parts.as_slice() else {
        return one(word);
    };
    let small = |part: &&str| part.chars().next().is_some_and(char::is_lowercase);
    if parts.iter().any(small) {
        let rest = word.get(first.len()..).unwrap_or_default();
        return one(first)
            .into_iter()
            .map(|first| format!("{first}{rest}"))
            .collect();
    }
    // «Каменска-» is declined, «Горно-» and «Усть-» are not.
    let first = match MASCULINE.iter().any(|end| first.ends_with(end)) {
        true => one(first).swap_remove(0),
        false => first.to_owned(),
    };
    let middle = word
        .get(parts[0].len()..word.len() - last.len())
        .unwrap_or("-");
    one(last)
        .into_iter()
        .map(|last| format!("{first}{middle}{last}"))
        .collect()
}

fn one(word: &str) -> Vec<String> {
    let as_is = word.to_owned();
    if let Some(nominative) = adjective(word) {
        return vec![nominative, as_is];
    }
    for (genitive, nominative) in FLEETING {
        if let Some(stem) = word.strip_suffix(genitive) {
            return vec![format!("{stem}{nominative}"), as_is];
        }
    }
    let end = word.chars().next_back().unwrap_or_default();
    let stem = word.strip_suffix(end).unwrap_or(word);
    let before = stem.chars().next_back().unwrap_or_default();
    let with = |end: &str| format!("{stem}{end}");
    match end {
        'а' if MASCULINE.iter().any(|end| word.ends_with(end)) => vec![stem.to_owned(), as_is],
        // «Находка»: after «к» behind a consonant a feminine left undeclined.
        'а' if before == 'к' && !ends_in_vowel(stem.strip_suffix('к').unwrap_or(stem)) => {
            vec![as_is]
        }
        'а' => vec![stem.to_owned(), as_is],
        'я' if ends_in_vowel(stem) => vec![with("й"), as_is],
        'я' => vec![with("ь"), as_is],
        'ы' if before == 'ц' => vec![as_is],
        'ы' => vec![with("а"), as_is],
        'и' if "гкх".contains(before) => vec![with("а"), as_is],
        // «Керчи» may be of either.
        'и' if "жшчщ".contains(before) => vec![as_is, with("ь")],
        'и' => vec![with("ь"), as_is],
        _ => vec![as_is],
    }
}

/// An adjective of the genitive in the nominative.
fn adjective(word: &str) -> Option<String> {
    ADJECTIVES.iter().find_map(|(genitive, nominative)| {
        let stem = word.strip_suffix(genitive)?;
        // «Мирного», and no name of one syllable.
        (stem.chars().count() > 1).then(|| format!("{stem}{nominative}"))
    })
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_name_stands_first() {
        for (form, name) in [
            ("Озёрска", "Озёрск"),
            ("Озёрск", "Озёрск"),
            ("Лесограда", "Лесоград"),
            ("Верхова", "Верхов"),
            ("Верхово", "Верхово"),
            ("Студёного", "Студёный"),
            ("Заозёрского", "Заозёрский"),
            ("Заозёрский", "Заозёрский"),
            ("Полянцы", "Полянцы"),
            ("Лесополя", "Лесополь"),
            ("Гая", "Гай"),
            ("Кедровки", "Кедровка"),
            ("Кедровка", "Кедровка"),
            ("Лугани", "Лугань"),
            ("Рощи", "Рощи"),
            ("Лугвы", "Лугва"),
            ("Еловца", "Еловец"),
            ("Нижнего Озёрска", "Нижний Озёрск"),
            ("Нижний Озёрск", "Нижний Озёрск"),
            ("Белых Ключей", "Белые Ключи"),
            ("Великих Лук", "Великих Лук"),
            ("Старой Лугвы", "Старая Лугва"),
            ("Большой Лог", "Большой Лог"),
            ("Горно-Озёрска", "Горно-Озёрск"),
            ("Каменска-Заречного", "Каменск-Заречный"),
            ("Озёрска-на-Лугве", "Озёрск-на-Лугве"),
            ("Усть-Лугвинска", "Усть-Лугвинск"),
        ] {
            assert_eq!(nominatives(form)[0], name, "{form}");
        }
        assert!(nominatives("Рощи").contains(&"Рощь".to_owned()));
    }
}
