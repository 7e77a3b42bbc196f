//! What stands above the kind of a document: the organisation whose paper it is, and a mark of
//! approval in the corner (ГОСТ Р 7.0.97, requisites 05 and 16).

use svod_language::pattern::Pattern;
use svod_language::{addressees, dates, words};

use super::paragraphs::Paragraph;
use super::{dateline, title};

/// Lines of a mark: the word, a post over two lines, a signature, the day and the number.
const LINES: usize = 6;
/// Letters of the longest line of a name.
const LONGEST: usize = 160;

/// «И.И. Иванова», or the rule for a signature: the last line of a mark that has no day.
static SIGNED: Pattern = Pattern::new(r"_{3,}|[А-ЯЁ]\.\s?[А-ЯЁ]\.").exact();
/// «2026 г.»: a day that is still to be filled in has its year.
static YEAR: Pattern = Pattern::new(r"(?:^|[\s_])20\d\d(?:$|[^\d])").exact();

/// By what a document is approved.
pub(super) static BY: Pattern = Pattern::new(
    r"^(?:(?:на\s+)?(?:[а-яё]+ом\s+)?заседани[а-яё]+|(?:решени|постановлени|распоряжени)ем|(?:приказ|протокол)ом|советом|коллегией|оргкомитетом|участниками|президиумом)(?:[^а-яё]|$)",
);

/// The lines of the mark of approval among the paragraphs above the kind, and where they stand.
pub(super) fn approval(above: &[Paragraph]) -> Option<(usize, Vec<&str>)> {
    let begins = |(at, p): (usize, &Paragraph)| {
        let word = p.text.trim_end_matches([':', ' ']);
        let first = word.split(' ').next().unwrap_or_default();
        let alone = first.len() == word.len();
        let capitals = !first.chars().any(char::is_lowercase);
        let approved = words::fold(first).starts_with("утвержден");
        // «Утверждена» with «решением оргкомитета» on the next line.
        let by = above
            .get(at + 1)
            .is_some_and(|next| BY.is_match(&next.text));
        // «Утверждена на пленарном заседании конференции»
        let said = word.get(first.len()..).unwrap_or_default().trim_start();
        let said = BY.is_match(said);
        words::fold(first) == "утверждаю" && alone || approved && (capitals || alone && by || said)
    };
    let start = above.iter().enumerate().position(begins)?;
    let mut lines: Vec<&str> = Vec::new();
    let block = above.iter().skip(start).map(|p| p.text.trim());
    let mut signed = false;
    for text in block.filter(|text| !title::is_draft(text)).take(LINES) {
        let day = !dates::find(text).is_empty() || YEAR.is_match(text);
        if signed && !day {
            break;
        }
        lines.push(text);
        // The day and the number of the act end it; what stands below is none of it.
        if day {
            break;
        }
        signed = SIGNED.is_match(text);
    }
    Some((start, lines))
}

/// The name of the organisation directly above the kind, line by line.
pub(super) fn issuer(above: &[Paragraph]) -> Vec<&str> {
    let drafts = above.iter().rev().take_while(|p| title::is_draft(&p.text));
    let above = above
        .get(..above.len() - drafts.count())
        .unwrap_or_default();
    let named = above.iter().rev().take_while(|p| is_name(p));
    let from = above.len() - named.count();
    let lines = above.get(from..).unwrap_or_default();
    // A name begins with what it is: «Управление образования …», not with where.
    // The menu of a site the text was taken from.
    let menu = ["сайт", "меню", "обращения граждан"];
    let of_site = |p: &Paragraph| {
        let lower = p.text.to_lowercase();
        menu.iter().any(|word| lower.contains(word))
    };
    if lines.iter().any(of_site) {
        return Vec::new();
    }
    let begins = lines
        .iter()
        .position(|p| {
            addressees::class(&p.text) != addressees::Class::Other
                || words::fold(&p.text).starts_with("муниципальное образование")
        })
        .filter(|at| !lines.iter().skip(*at).any(|p| names_event(&p.text)));
    let lines = begins.and_then(|at| lines.get(at..)).unwrap_or_default();
    lines.iter().map(|p| p.text.as_str()).collect()
}

/// «Муниципальный форум педагогов»: the event is told again below the kind, and is no organisation.
fn names_event(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["форум", "конференци", "совещани", "съезд", "чтения"]
        .iter()
        .any(|event| lower.contains(event))
}

/// A short line that says nothing, has no number, address or day.
fn is_name(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.as_str();
    text.chars().count() <= LONGEST
        && paragraph.label.is_none()
        && paragraph.row.is_none()
        && paragraph.said.role.is_none()
        && !text.ends_with(['.', ':', ';', ','])
        && !text.contains(['@', '_', '\t'])
        && !text
            .chars()
            .any(|c| c.is_ascii_digit() && !text.contains('№'))
        && !SIGNED.is_match(text)
        && !title::is_draft(text)
        && !dateline::is_dateline(text)
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::of_lines;
    use super::*;

    #[test]
    fn a_mark_of_approval_ends_with_its_day_or_its_signature() {
        for (lines, count) in [
            (
                &[
                    "УТВЕРЖДАЮ",
                    "Глава Заозёрного округа",
                    "________ П.П. Орлов",
                    "«__» ______ 2026 г.",
                    "Управление образования",
                ][..],
                4,
            ),
            (
                &["Утверждаю:", "Начальник управления П.П. Орлов", "Комитет"],
                2,
            ),
            (
                &[
                    "УТВЕРЖДЕНО",
                    "приказом отдела",
                    "от 25.08.2026 № 3",
                    "Отдел",
                ],
                3,
            ),
            (
                &[
                    "Утверждена",
                    "решением оргкомитета",
                    "от 26.08.2026 № 3",
                    "Отдел",
                ],
                3,
            ),
            (
                &["Утверждены", "на заседании совета", "26 августа 2026 г."],
                3,
            ),
        ] {
            let above = of_lines(lines);
            let (start, found) = approval(&above).unwrap();
            assert_eq!((start, found.len()), (0, count), "{lines:?}");
        }
        for other in [
            "Утверждаю план работы",
            "Утверждён состав жюри",
            "СОГЛАСОВАНО",
        ] {
            assert!(approval(&of_lines(&[other])).is_none(), "{other}");
        }
    }

    #[test]
    fn an_organisation_stands_directly_above_the_kind() {
        let named = |lines: &[&str]| -> Vec<String> {
            let above = of_lines(lines);
            issuer(&above).into_iter().map(Into::into).collect()
        };
        let two = [
            "АДМИНИСТРАЦИЯ ЗАОЗЁРНОГО МУНИЦИПАЛЬНОГО ОКРУГА",
            "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",
        ];
        assert_eq!(named(&two), two);
        let draft = ["Управление образования Заозёрного округа", "Проект"];
        assert_eq!(named(&draft), draft[..1]);
        for other in [
            &["Главная", "Новости"][..],
            &["Муниципальный форум педагогов", "«Новая школа»"],
            &["Управление образования", "ул. Садовая, 4, тел. 2-14-15"],
            &["Управление образования", "27 августа 2026 г."],
            &["Материалы готовило управление образования."],
        ] {
            assert_eq!(named(other), Vec::<String>::new(), "{other:?}");
        }
    }
}
