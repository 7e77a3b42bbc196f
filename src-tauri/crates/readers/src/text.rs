//! Plain text: bytes in some Russian encoding → lines.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE};

use crate::ReadError;
use crate::manuscript::{Line, Manuscript};

/// Decoded text and how it was decoded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// The encoding's WHATWG name.
    pub(crate) encoding: &'static str,
    /// It was guessed: neither stated by a byte order mark or the caller, nor plain UTF-8.
    pub(crate) guessed: bool,
}

/// Decodes bytes: the caller's choice first, then a byte order mark, UTF-8, a guess.
pub(crate) fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, ReadError> {
    let (encoding, guessed) = match wanted {
        Some(label) => match Encoding::for_label(label.as_bytes()) {
            Some(encoding) => (encoding, false),
            None => {
                return Err(ReadError::UnknownEncoding {
                    label: label.into(),
                });
            }
        },
        None => choose(bytes),
    };
    let (text, encoding, _) = encoding.decode(bytes);
    if !is_text(&text) {
        return Err(ReadError::NotText);
    }
    Ok(Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        guessed,
    })
}

fn choose(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return (UTF_8, false);
    }
    // UTF-16 without a mark: every other byte of Russian text is 04 (Cyrillic) or 00 (spaces).
    let high = |offset: usize| {
        bytes
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| matches!(byte, 0 | 4))
            .count()
    };
    let half = bytes.len() / 2;
    if half > 8 && high(1) * 10 > half * 9 {
        return (UTF_16LE, true);
    }
    if half > 8 && high(0) * 10 > half * 9 {
        return (UTF_16BE, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"ru"), Utf8Detection::Allow);
    // The two differ for Russian in box drawing only, and the detector always names the other.
    let guess = if guess == KOI8_U { KOI8_R } else { guess };
    // A guess outside the Cyrillic family is noise; DOS text is the likeliest of what is left.
    let cyrillic = [
        "windows-1251",
        "KOI8-R",
        "IBM866",
        "ISO-8859-5",
        "UTF-8",
        "x-mac-cyrillic",
    ];
    if cyrillic.contains(&guess.name()) {
        (guess, true)
    } else {
        (IBM866, true)
    }
}

/// Text is mostly letters and spaces and has hardly a control character.
fn is_text(text: &str) -> bool {
    let (mut all, mut controls, mut wordy) = (0usize, 0usize, 0usize);
    for c in text.chars().take(100_000) {
        all += 1;
        let layout = matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{feff}');
        if c == '\u{fffd}' || (c.is_control() && !layout) {
            controls += 1;
        }
        let russian = matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | ' ' | '\u{a0}');
        if russian || layout || c.is_ascii_alphanumeric() || c.is_ascii_punctuation() {
            wordy += 1;
        }
    }
    all == 0 || (controls * 200 <= all && wordy * 10 >= all * 8)
}

/// Lines as they stand.
pub(crate) fn manuscript(text: &str) -> Manuscript {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    for (number, raw) in (1u32..).zip(text.split('\n')) {
        let page_start = raw.starts_with('\u{c}');
        let text = raw.trim_matches(|c| c == '\r' || c == '\u{c}').to_owned();
        lines.push(Line {
            number,
            text,
            page_start,
            ..Line::default()
        });
    }
    if lines.last().is_some_and(Line::is_blank) {
        lines.pop();
    }
    Manuscript {
        lines,
        ..Manuscript::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Резолюция августовского форума «Школа рядом» от 25 августа 2026 г. № 4";

    #[test]
    fn cyrillic_encodings_are_told_apart() {
        for label in ["windows-1251", "koi8-r", "ibm866", "utf-8", "iso-8859-5"] {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let plain = TEXT.replace(['«', '»', '№'], "");
            let (bytes, _, _) = encoding.encode(&plain);
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!(decoded.text, plain, "{label}");
            assert_eq!(decoded.guessed, label != "utf-8", "{label}");
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let plain: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&plain, None).unwrap().text, TEXT);
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(plain).collect();
        let decoded = decode(&marked, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.guessed), (TEXT, false));
    }

    #[test]
    fn chosen_encoding_is_used_and_an_unknown_one_refused() {
        let (bytes, _, _) = KOI8_R.encode("форум");
        assert_eq!(decode(&bytes, Some("koi8-r")).unwrap().text, "форум");
        let error = decode(&bytes, Some("klingon")).unwrap_err();
        assert_eq!(
            error,
            ReadError::UnknownEncoding {
                label: "klingon".into()
            }
        );
    }

    #[test]
    fn noise_is_not_text() {
        let noise: Vec<u8> = (0..9000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        assert_eq!(decode(&noise, None), Err(ReadError::NotText));
        assert_eq!(decode(&[0; 500], None), Err(ReadError::NotText));
    }

    #[test]
    fn form_feed_starts_a_page() {
        let manuscript = manuscript("один\r\n\u{c}два\n");
        assert_eq!(manuscript.lines.len(), 2);
        assert!(manuscript.lines[1].page_start);
        assert_eq!(manuscript.lines[0].text, "один");
    }
}
