/// What an RTF file is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\u1055`: a name and its number.
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`
    Symbol(u8),
    /// `\'cf`
    Hex(u8),
    /// Bytes as they stand, without line ends.
    Text(&'a [u8]),
}

/// Reads tokens; any bytes give some.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn take_while(&mut self, fits: impl Fn(u8) -> bool) -> &'a [u8] {
        let from = self.at;
        while self.peek(0).is_some_and(&fits) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default()
    }

    fn control(&mut self) -> Token<'a> {
        let Some(first) = self.peek(0) else {
            return Token::Symbol(b'\\');
        };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first == b'\'' {
                let digit = |byte: Option<u8>| byte.and_then(|b| (b as char).to_digit(16));
                if let (Some(high), Some(low)) = (digit(self.peek(0)), digit(self.peek(1))) {
                    self.at += 2;
                    return Token::Hex(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                }
            }
            return Token::Symbol(first);
        }
        let name = self.take_while(|byte| byte.is_ascii_alphabetic());
        let minus = self.peek(0) == Some(b'-') && self.peek(1).is_some_and(|b| b.is_ascii_digit());
        self.at += usize::from(minus);
        let digits = self.take_while(|byte| byte.is_ascii_digit());
        // One space behind a control word belongs to it.
        self.at += usize::from(self.peek(0) == Some(b' '));
        let value = std::str::from_utf8(digits)
            .ok()
            .and_then(|digits| digits.parse::<i32>().ok());
        let name = std::str::from_utf8(name).unwrap_or_default();
        // `\bin12` is followed by so many raw bytes, which may hold braces.
        if name == "bin" {
            let length = usize::try_from(value.unwrap_or(0)).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Token::Word(name, value.map(|value| if minus { -value } else { value }))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek(0)?;
            match byte {
                b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0 => self.at += 1,
                _ => {
                    let text = self.take_while(|byte| {
                        !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0)
                    });
                    return Some(Token::Text(text));
                }
            }
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return Some(self.control()),
                _ => {}
            }
        }
    }
}
