//! Fields of templates: «до 15 сентября [Год] года».

use std::ops::Range;

/// More letters than this are an aside of the author, not the name of a field.
const LONGEST: usize = 60;

/// Where the fields of a text stand, brackets included.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('[') {
        let rest = &text[start + 1..];
        let Some((name, _)) = rest.split_once(']') else {
            break;
        };
        let plain = !name.trim().is_empty() && !name.contains(['\n', '[']);
        if plain && name.chars().count() <= LONGEST {
            found.push(start..start + name.len() + 2);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_a_name_on_one_line() {
        let of = |text: &str| -> Vec<String> {
            let found = find(text).into_iter();
            found.map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(
            of("до 15 сентября [Год] года в [Муниципалитет (пр. п.)]"),
            ["[Год]", "[Муниципалитет (пр. п.)]"]
        );
        for text in ["[]", "[ ]", "[начат", "[два\nряда]", "конец]"] {
            assert!(of(text).is_empty(), "{text}");
        }
        assert_eq!(of("[[Тема]"), ["[Тема]"]);
        assert!(of(&format!("[{}]", "а".repeat(61))).is_empty());
    }
}
