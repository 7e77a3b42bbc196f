//! Numbers and bullets of lists, spelled as office programs print them.

/// Letters «russianLower» counts with: Word leaves out ё, й, ъ, ы, ь.
const RUSSIAN: [char; 28] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т', 'у',
    'ф', 'х', 'ц', 'ч', 'ш', 'щ', 'э', 'ю', 'я',
];

/// A bullet of a symbol font is a private character; any bullet means the same.
pub(crate) fn bullet(text: &str) -> String {
    match text.chars().next() {
        Some(c @ ('-' | '–' | '—' | '•' | '·')) => c.to_string(),
        _ => "•".into(),
    }
}

/// A number as a list prints it; `format` by its name in ECMA-376, 17.18.59.
pub(crate) fn spell(n: u32, format: &str) -> String {
    let letters = |alphabet: &[char]| {
        let size = alphabet.len() as u32;
        let index = n.saturating_sub(1);
        let letter = alphabet
            .get((index % size) as usize)
            .copied()
            .unwrap_or('?');
        letter
            .to_string()
            .repeat((index / size + 1).min(8) as usize)
    };
    let latin: Vec<char> = ('a'..='z').collect();
    match format {
        "russianLower" => letters(&RUSSIAN),
        "russianUpper" => letters(&RUSSIAN).to_uppercase(),
        "lowerLetter" => letters(&latin),
        "upperLetter" => letters(&latin).to_uppercase(),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperRoman" => roman(n),
        "decimalZero" => format!("{n:02}"),
        _ => n.to_string(),
    }
}

fn roman(mut n: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if n == 0 || n > 3999 {
        return n.to_string();
    }
    let mut out = String::new();
    for (value, digit) in DIGITS {
        while n >= value {
            out.push_str(digit);
            n -= value;
        }
    }
    out
}
