//! Who signs: the post at the left margin and the name at the right one.

use super::Block;

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

/// A post, and the name at the end of the line.
pub(super) fn signature(text: &str) -> Option<Block> {
    if !is_post(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if let Some((post, name)) = named(&words).filter(|(post, _)| !post.is_empty()) {
        return Some(Block::Signature {
            post,
            name: Some(name),
        });
    }
    // A field of a template nobody has filled in: the name will stand there.
    if let Some((post, field)) = text
        .strip_suffix(']')
        .and_then(|rest| rest.rsplit_once(" ["))
        && !post.is_empty()
    {
        return Some(Block::Signature {
            post: post.trim().to_owned(),
            name: Some(format!("[{field}]")),
        });
    }
    // A post alone is a line that waits for its signature; a sentence is not.
    let post = words.len() < 9 && !text.ends_with(['.', ';', ':', ',']) && !text.contains(" – ");
    post.then(|| Block::Signature {
        post: words.join(" "),
        name: None,
    })
}

/// A post set over several lines, and the name at the end of the last one or on a line of its own; how
/// many lines it was. Lines without a name are left as they are: nothing says where the post ends.
pub(super) fn signature_over_lines(lines: &[&str]) -> Option<(Block, usize)> {
    const MOST: usize = 5;
    let (first, rest) = lines.split_first()?;
    let ended = |text: &str| text.ends_with(['.', ';', ':']) || text.contains('\t');
    if !is_post(first) || ended(first) || named(&words_of(first)).is_some() {
        return None;
    }
    let mut post = vec![(*first).to_owned()];
    for (n, line) in rest.iter().take(MOST - 1).enumerate() {
        let (own, name) = match named(&words_of(line)) {
            Some((own, name)) => (own, Some(name)),
            None => ((*line).to_owned(), None),
        };
        // «Секретарь О.П. Камышина» below is somebody else's.
        let anew = own.starts_with(char::is_uppercase) && is_post(&own);
        let goes_on = own.starts_with(char::is_lowercase) || name.is_some() && !anew;
        if !goes_on || line.chars().count() > LONGEST_POST || name.is_none() && ended(&own) {
            return None;
        }
        post.extend(Some(own).filter(|own| !own.is_empty()));
        if let Some(name) = name {
            let post = post.join("\n");
            let name = Some(name);
            return Some((Block::Signature { post, name }, n + 2));
        }
    }
    None
}

fn words_of(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn is_post(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.chars().count() <= LONGEST_POST && POSTS.iter().any(|post| lower.starts_with(post))
}

/// The name at the end of a line, and what stands before it, without the line that is signed on.
fn named(words: &[&str]) -> Option<(String, String)> {
    let (post, name) = [3, 2]
        .into_iter()
        .filter_map(|count| words.split_at_checked(words.len().checked_sub(count)?))
        .find(|(_, name)| is_signers_name(name))?;
    let post = post.join(" ");
    let post = post.trim_end_matches([':', ',', '–', '—', ' ', '_', '/']);
    Some((post.to_owned(), name.join(" ")))
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
            signed("Секретарь [Секретарь]"),
            Some(("Секретарь".into(), Some("[Секретарь]".into())))
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
    fn a_post_of_several_lines_is_one_signature() {
        let over = |lines: &[&str]| match signature_over_lines(lines)? {
            (Block::Signature { post, name }, used) => Some((post, name.unwrap_or_default(), used)),
            _ => None,
        };
        let found = |post: &str, name: &str, used| Some((post.to_owned(), name.to_owned(), used));
        assert_eq!(
            over(&[
                "Председатель оргкомитета,",
                "заместитель главы администрации",
                "по социальным вопросам                И. И. Иванов",
                "Секретарь П. П. Петрова",
            ]),
            found(
                "Председатель оргкомитета,\nзаместитель главы администрации\nпо социальным вопросам",
                "И. И. Иванов",
                3
            )
        );
        assert_eq!(
            over(&[
                "Начальник управления образования",
                "администрации Озёрского района",
                "____________ И.И. Иванов",
            ]),
            found(
                "Начальник управления образования\nадминистрации Озёрского района",
                "И.И. Иванов",
                3
            )
        );
        for lines in [
            &["Председатель", "Секретарь О.П. Камышина"][..],
            &["Председатель А.В. Громова", "О.П. Камышина"],
            &["Руководителям школ разместить резолюцию.", "И.И. Иванов"],
            &["Председатель", "Приложение 1"],
            &["Председатель совета"],
        ] {
            assert_eq!(over(lines), None, "{lines:?}");
        }
    }
}
