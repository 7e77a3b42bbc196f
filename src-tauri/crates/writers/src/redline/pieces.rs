use svod_diff::{Op, Word, words};

/// A run of text with one fate.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) op: Op,
    pub(super) text: String,
}

/// The way from one printed text to the other: the equal and deleted pieces give the old text to the
/// letter, the equal and inserted ones the new text. `known` are the words of the pair as the
/// comparison shows them; they are of the bare texts, without closing marks.
pub(super) fn pieces(old: &str, new: &str, known: Option<&[Word]>) -> Vec<Piece> {
    if old == new {
        return piece(Op::Equal, old).into_iter().collect();
    }
    let told = known.and_then(|known| closed_alike(known, old, new));
    let told = told.unwrap_or_else(|| words(&spaced(old), &spaced(new)));
    match set(&told, old, new) {
        Some(pieces) => pieces,
        None => [piece(Op::Delete, old), piece(Op::Insert, new)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn piece(op: Op, text: &str) -> Option<Piece> {
    (!text.is_empty()).then(|| Piece {
        op,
        text: text.to_owned(),
    })
}

/// A printed text before no-break spaces were set in it.
fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The known words with the marks that close the printed texts; nothing when these are not all that
/// printing added.
fn closed_alike(known: &[Word], old: &str, new: &str) -> Option<Vec<Word>> {
    let side = |gone: Op| -> String {
        let kept = known.iter().filter(|word| word.op != gone);
        kept.map(|word| word.text.as_str()).collect()
    };
    let mark = |printed: &str, bare: String| -> Option<String> {
        spaced(printed)
            .strip_prefix(&spaced(&bare))
            .map(str::to_owned)
    };
    let (before, after) = (mark(old, side(Op::Insert))?, mark(new, side(Op::Delete))?);
    let word = |op: Op, text: String| Word {
        op,
        text,
        light: None,
    };
    let mut words = known.to_vec();
    if before == after {
        words.push(word(Op::Equal, before));
    } else {
        words.push(word(Op::Delete, before));
        words.push(word(Op::Insert, after));
    }
    Some(words)
}

/// Puts the words onto the printed texts. A space that no longer breaks, or breaks again, changes with
/// the word beside it. Nothing when the words are not those of the texts.
fn set(words: &[Word], old: &str, new: &str) -> Option<Vec<Piece>> {
    let (mut before, mut after) = (old.chars(), new.chars());
    let same =
        |word: char, printed: char| word == printed || spaced_char(word) == spaced_char(printed);
    let mut out = Out::default();
    for word in words {
        for c in word.text.chars() {
            let gone = match word.op {
                Op::Insert => None,
                Op::Equal | Op::Delete => Some(before.next().filter(|p| same(c, *p))?),
            };
            let come = match word.op {
                Op::Delete => None,
                Op::Equal | Op::Insert => Some(after.next().filter(|p| same(c, *p))?),
            };
            out.push(gone, come);
        }
    }
    (before.next().is_none() && after.next().is_none()).then(|| out.finish())
}

fn spaced_char(c: char) -> char {
    if c == '\u{a0}' { ' ' } else { c }
}

/// Gathers letters into pieces; between two equal ones stands at most one deletion and one insertion.
#[derive(Default)]
struct Out {
    pieces: Vec<Piece>,
    equal: String,
    gone: String,
    come: String,
}

impl Out {
    fn push(&mut self, gone: Option<char>, come: Option<char>) {
        if gone == come {
            self.settle_changes();
            self.equal.extend(gone);
        } else {
            self.pieces
                .extend(piece(Op::Equal, &std::mem::take(&mut self.equal)));
            self.gone.extend(gone);
            self.come.extend(come);
        }
    }

    fn settle_changes(&mut self) {
        let changes = [(Op::Delete, &mut self.gone), (Op::Insert, &mut self.come)];
        for (op, text) in changes {
            self.pieces.extend(piece(op, &std::mem::take(text)));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.pieces
            .extend(piece(Op::Equal, &std::mem::take(&mut self.equal)));
        self.settle_changes();
        self.pieces
    }
}

/// How many letters and digits a text has.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Share of the letters that stay, 0 to 1.
pub(super) fn kept_share(pieces: &[Piece]) -> f64 {
    let count = |op: Op| -> usize {
        let of = pieces.iter().filter(|piece| piece.op == op);
        of.map(|piece| letters(&piece.text)).sum()
    };
    let equal = count(Op::Equal);
    let all = equal + count(Op::Delete).max(count(Op::Insert));
    equal as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let shown = pieces.iter().map(|piece| match piece.op {
            Op::Equal => piece.text.clone(),
            Op::Delete => format!("[-{}-]", piece.text),
            Op::Insert => format!("{{+{}+}}", piece.text),
        });
        shown.collect()
    }

    #[test]
    fn closing_mark_changes_beside_the_known_words() {
        let known = words("провести смотр кабинетов", "провести смотр кабинетов");
        let pieces = pieces(
            "провести смотр кабинетов;",
            "провести смотр кабинетов.",
            Some(&known),
        );
        assert_eq!(shown(&pieces), "провести смотр кабинетов[-;-]{+.+}");
    }

    #[test]
    fn a_space_that_holds_changes_with_its_word() {
        let pieces = pieces(
            "довести охват детей кружками до 75\u{a0}% к концу года",
            "довести охват детей кружками до 75 мест к концу года",
            None,
        );
        assert_eq!(
            shown(&pieces).replace('\u{a0}', "_"),
            "довести охват детей кружками до [-75_%-]{+75 мест+} к концу года"
        );
    }

    #[test]
    fn words_of_another_text_are_not_taken_for_these() {
        let known = words("один текст", "другой текст");
        let pieces = pieces("провести смотр;", "провести конкурс;", Some(&known));
        let side = |gone: Op| -> String {
            let kept = pieces.iter().filter(|piece| piece.op != gone);
            kept.map(|piece| piece.text.as_str()).collect()
        };
        assert_eq!(side(Op::Insert), "провести смотр;");
        assert_eq!(side(Op::Delete), "провести конкурс;");
    }
}
