//! Sanitary rules, building codes and state standards: what is in force under a code and no date.

use svod_model::{Reference, ReferenceKind};

use crate::Found;
use crate::pattern::Pattern;
use crate::words::{collapse, fold};

/// «СанПиН 2.4.2.2821-10», «СП 2.4.3648-20», «ГОСТ Р 52872-2019»: a code has a year behind its hyphen.
static NORM: Pattern = Pattern::new(
    r"(?:^|[^А-ЯЁа-яё])(?P<whole>(?P<kind>[Сс]ан[Пп]и[НнМм](?:ам|ом|у|а|е)?|СНиП|СП|ГОСТ(?:ом|у|а|е)?(?:\s+(?:Р|ИСО))?)\s*(?:№\s*)?(?P<code>\d[\d./]*\s?[-–—]\s?(?:\d{4}|\d{2})))(?:$|[^\d])",
)
.exact()
.needing(&["анпин", "СанПиН", "СП", "ГОСТ", "СНиП"]);

/// Every one of them that a text names.
pub(super) fn find(text: &str) -> Vec<Found<Reference>> {
    let mut out = Vec::new();
    for found in NORM.captures_iter(text) {
        let (Some(whole), Some(kind), Some(code)) =
            (found.name("whole"), found.name("kind"), found.name("code"))
        else {
            continue;
        };
        let kind = match fold(kind.as_str()).as_str() {
            word if word.starts_with("санпи") => "СанПиН".to_owned(),
            word if word.starts_with("гост") => {
                let more = kind.as_str().split_whitespace().nth(1);
                collapse(&format!("ГОСТ {}", more.unwrap_or_default()))
            }
            _ => kind.as_str().to_owned(),
        };
        let code: String = code
            .as_str()
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| if matches!(c, '–' | '—') { '-' } else { c })
            .collect();
        out.push(Found {
            range: whole.range(),
            value: Reference {
                canonical: format!("{kind} {code}"),
                phrase: whole.as_str().to_owned(),
                kind: ReferenceKind::Document,
                ..Reference::default()
            },
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_norm_is_known_by_its_code() {
        for (text, expected) in [
            (
                "по требованиям СанПиН 2.4.2.2821-10 к режиму",
                &["СанПиН 2.4.2.2821-10"][..],
            ),
            ("согласно санпину № 2.4.1178 – 02", &["СанПиН 2.4.1178-02"]),
            (
                "СП 2.4.3648-20 и ГОСТ Р 52872-2019",
                &["СП 2.4.3648-20", "ГОСТ Р 52872-2019"],
            ),
            ("по ГОСТу и СанПиН", &[]),
            ("МСП 12-14 лет, СП 5", &[]),
        ] {
            let found: Vec<String> = find(text)
                .into_iter()
                .map(|found| found.value.canonical)
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
