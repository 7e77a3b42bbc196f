//! What stands below the last directive and above the first line: signatures, appendices, approval.

use super::Block;
use super::sections::paragraphs;

/// How the line of somebody who signs begins.
const POSTS: [&str; 24] = [
    "председател",
    "сопредседател",
    "секретар",
    "начальник",
    "заместител",
    "глава",
    "директор",
    "заведующ",
    "руководител",
    "модератор",
    "ведущий",
    "ведущая",
    "координатор",
    "протокол вел",
    "исполняющ",
    "и.о.",
    "и. о.",
    "врио",
    "методист",
    "ректор",
    "президент",
    "член",
    "составил",
    "министр",
];

/// A line longer than this is a sentence.
const LONGEST_POST: usize = 140;

/// Lays the closing out.
pub(super) fn lay(closing: &[String], blocks: &mut Vec<Block>) {
    let mut texts = paragraphs(closing).peekable();
    while let Some(text) = texts.next() {
        if is_appendix(text) {
            let mut lines = vec![text.to_owned()];
            while let Some(next) = texts.next_if(|next| next.starts_with(char::is_lowercase)) {
                lines.push(next.to_owned());
            }
            blocks.push(Block::Appendix(lines));
            let short =
                |text: &&str| text.chars().count() < 200 && !text.ends_with(['.', ';', ':']);
            blocks.extend(texts.next_if(short).map(|text| Block::Caption(text.into())));
            continue;
        }
        match certified(text).and_then(|(mark, rest)| Some((mark, signature(rest)?))) {
            Some((mark, signature)) => {
                blocks.push(Block::Closing(mark.to_owned()));
                blocks.push(signature);
            }
            None => blocks.push(signature(text).unwrap_or_else(|| Block::Closing(text.into()))),
        }
    }
}

/// «Приложение», «Приложение 2», «Приложение № 1 к резолюции».
fn is_appendix(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words
        .next()
        .is_some_and(|word| matches!(word, "Приложение" | "ПРИЛОЖЕНИЕ"))
        && words.clone().count() < 12
        && words.next().is_none_or(|word| {
            matches!(word, "№" | "к") || word.trim_start_matches('№').parse::<u32>().is_ok()
        })
}

/// «Верно. Секретарь …» is a mark and a signature.
fn certified(text: &str) -> Option<(&'static str, &str)> {
    let rest = text
        .strip_prefix("Верно")
        .or_else(|| text.strip_prefix("ВЕРНО"))?;
    let rest = rest.trim_start_matches(['.', ':', ',', ' ']);
    (!rest.is_empty()).then_some(("Верно", rest))
}

/// A post, and the name at the end of the line.
fn signature(text: &str) -> Option<Block> {
    let lower = text.to_lowercase();
    if text.chars().count() > LONGEST_POST || !POSTS.iter().any(|post| lower.starts_with(post)) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = [3, 2]
        .into_iter()
        .filter_map(|count| words.split_at_checked(words.len().checked_sub(count)?))
        .find(|(post, name)| !post.is_empty() && is_signers_name(name));
    if let Some((post, name)) = names {
        return Some(Block::Signature {
            post: post
                .join(" ")
                .trim_end_matches([':', ',', '–', '—', ' ', '_', '/'])
                .to_owned(),
            name: Some(name.join(" ")),
        });
    }
    // A post alone is a line that waits for its signature; a sentence is not.
    let post = words.len() < 9 && !text.ends_with(['.', ';', ':', ',']) && !text.contains(" – ");
    post.then(|| Block::Signature {
        post: words.join(" "),
        name: None,
    })
}

/// «А.В. Громова», «А. В. Громова», «Громова А.В.»
fn is_signers_name(words: &[&str]) -> bool {
    match words {
        [one, name] => {
            is_initials(one, 2) && is_surname(name) || is_surname(one) && is_initials(name, 2)
        }
        [first, second, name] => {
            is_initials(first, 1) && is_initials(second, 1) && is_surname(name)
        }
        _ => false,
    }
}

fn is_initials(word: &str, most: usize) -> bool {
    let Some(word) = word.strip_suffix('.') else {
        return false;
    };
    let parts: Vec<&str> = word.split('.').collect();
    let capital = |part: &&str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    parts.len() <= most && parts.iter().all(capital)
}

fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.all(|c| c.is_alphabetic() || c == '-')
}

/// «Утверждён приказом … от … № …» as the lines of a corner.
pub(super) fn approval(text: &str) -> Option<Vec<String>> {
    let text = text.trim().trim_end_matches('.');
    let (head, rest) = text.split_once(' ')?;
    if !head.to_lowercase().starts_with("утвержд") {
        return None;
    }
    let mut lines = vec![head.to_uppercase()];
    // The date and the number of the act stand on a line of their own.
    let dated = rest.rmatch_indices(" от ").find_map(|(at, _)| {
        let (act, date) = rest.split_at_checked(at)?;
        let date = date.trim_start();
        let day = date.strip_prefix("от ")?;
        day.starts_with(|c: char| c.is_ascii_digit())
            .then_some([act, date])
    });
    match dated {
        Some(parts) => lines.extend(parts.map(str::to_owned)),
        None => lines.push(rest.to_owned()),
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(text: &str) -> Option<(String, Option<String>)> {
        match signature(text)? {
            Block::Signature { post, name } => Some((post, name)),
            _ => None,
        }
    }

    #[test]
    fn who_signs_is_told_from_what_is_said() {
        let named = |post: &str, name: &str| Some((post.to_owned(), Some(name.to_owned())));
        assert_eq!(
            signed("Председатель конференции А.В. Громова"),
            named("Председатель конференции", "А.В. Громова")
        );
        assert_eq!(
            signed("Секретарь О. П. Камышина"),
            named("Секретарь", "О. П. Камышина")
        );
        assert_eq!(
            signed("Заместитель главы района Петрова-Белая И.О."),
            named("Заместитель главы района", "Петрова-Белая И.О.")
        );
        assert_eq!(
            signed("Председательствующий на слушаниях"),
            Some(("Председательствующий на слушаниях".into(), None))
        );
        for text in [
            "Контроль за исполнением возложить на заместителя начальника Петрову А.В.",
            "Руководителям школ разместить резолюцию на сайтах.",
            "Участники форума благодарят А.В. Громову",
        ] {
            assert_eq!(signed(text), None, "{text}");
        }
    }

    #[test]
    fn appendix_and_mark_of_a_true_copy_are_known() {
        let closing = [
            "Верно. Секретарь конференции О.Н. Берёзова",
            "Приложение № 1",
            "к резолюции конференции",
            "График выездов",
            "1 Выезд в школу",
        ];
        let mut blocks = Vec::new();
        lay(&closing.map(Into::into), &mut blocks);
        assert_eq!(
            blocks,
            [
                Block::Closing("Верно".into()),
                Block::Signature {
                    post: "Секретарь конференции".into(),
                    name: Some("О.Н. Берёзова".into())
                },
                Block::Appendix(vec![
                    "Приложение № 1".into(),
                    "к резолюции конференции".into()
                ]),
                Block::Caption("График выездов".into()),
                Block::Closing("1 Выезд в школу".into()),
            ]
        );
        assert!(!is_appendix(
            "Приложение к настоящей резолюции направить в школы района до конца года и не позднее января"
        ));
    }

    #[test]
    fn approval_is_set_line_by_line() {
        assert_eq!(
            approval("Утверждён приказом Управления от 4 сентября 2026 года № 214"),
            Some(vec![
                "УТВЕРЖДЁН".into(),
                "приказом Управления".into(),
                "от 4 сентября 2026 года № 214".into()
            ])
        );
        assert_eq!(approval("Принят участниками"), None);
    }
}
