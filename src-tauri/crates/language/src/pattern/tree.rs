//! The source of a pattern as a tree.
//!
//! The syntax is the part of the usual one that patterns over Russian text need: alternatives,
//! groups with and without names, `(?i:…)`, classes, `\d \w \W \s \S \b`, `^ $ .`, and repeats, greedy
//! and lazy. Classes are those of Russian text, see [`super::letters`].

use super::letters::{self, Set};

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Characters in a row.
    Text(String),
    /// One letter of a set.
    One(Set),
    /// Parts in a row.
    Row(Vec<Node>),
    /// The first of these that lets the whole match.
    Any(Vec<Node>),
    /// A part again and again.
    Repeat {
        node: Box<Node>,
        min: u32,
        max: Option<u32>,
        greedy: bool,
    },
    /// A part that is caught, by its place among them.
    Caught(usize, Box<Node>),
    /// The beginning of the text.
    Start,
    /// The end of the text.
    End,
    /// The bound of a word.
    Edge,
}

impl Node {
    /// Whether it may match without a letter.
    pub(super) fn may_be_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::One(_) => false,
            Self::Row(nodes) => nodes.iter().all(Self::may_be_empty),
            Self::Any(nodes) => nodes.iter().any(Self::may_be_empty),
            Self::Repeat { node, min, .. } => *min == 0 || node.may_be_empty(),
            Self::Caught(_, node) => node.may_be_empty(),
            Self::Start | Self::End | Self::Edge => true,
        }
    }
}

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Node,
    /// Names of what is caught; the whole match is the first and has none.
    pub(super) names: Vec<Option<String>>,
}

/// Reads a source; `None` if it is not in the syntax.
pub(super) fn parse(source: &str) -> Option<Tree> {
    let mut parser = Parser {
        rest: source,
        names: vec![None],
        any_case: false,
    };
    let root = parser.alternatives()?;
    parser.rest.is_empty().then_some(Tree {
        root,
        names: parser.names,
    })
}

struct Parser<'s> {
    rest: &'s str,
    names: Vec<Option<String>>,
    any_case: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    fn eat(&mut self, expected: &str) -> bool {
        match self.rest.strip_prefix(expected) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn alternatives(&mut self) -> Option<Node> {
        let first = self.row()?;
        if self.peek() != Some('|') {
            return Some(first);
        }
        let mut nodes = vec![first];
        while self.eat("|") {
            nodes.push(self.row()?);
        }
        Some(Node::Any(nodes))
    }

    fn row(&mut self) -> Option<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        let mut text = String::new();
        while let Some(c) = self.peek()
            && !matches!(c, '|' | ')')
        {
            let node = self.atom()?;
            let node = self.repeated(node)?;
            match node {
                // A letter that is not repeated goes on with the text before it.
                Node::Text(more) => text.push_str(&more),
                node => {
                    if !text.is_empty() {
                        nodes.push(Node::Text(std::mem::take(&mut text)));
                    }
                    nodes.push(node);
                }
            }
        }
        if !text.is_empty() || nodes.is_empty() {
            nodes.push(Node::Text(text));
        }
        if nodes.len() == 1 {
            return nodes.pop();
        }
        Some(Node::Row(nodes))
    }

    fn atom(&mut self) -> Option<Node> {
        match self.next()? {
            '(' => self.group(),
            '[' => self.class().map(Node::One),
            '.' => Some(Node::One(Set::one(b'\n').not())),
            '^' => Some(Node::Start),
            '$' => Some(Node::End),
            '\\' => match self.next()? {
                'b' => Some(Node::Edge),
                'x' | 'u' => self.code().map(|c| self.letter(c)),
                kind => Some(match class_of(kind) {
                    Some(set) => Node::One(set),
                    None => self.letter(escaped(kind)?),
                }),
            },
            '*' | '+' | '?' | '{' => None,
            c => Some(self.letter(c)),
        }
    }

    fn letter(&self, c: char) -> Node {
        debug_assert!(letters::is_known(c), "{c}");
        if self.any_case && c.is_alphabetic() {
            return Node::One(both_cases(c));
        }
        Node::Text(c.to_string())
    }

    fn group(&mut self) -> Option<Node> {
        let outer = self.any_case;
        let mut place = None;
        if self.eat("?P<") {
            let (name, rest) = self.rest.split_once('>')?;
            place = Some(self.names.len());
            self.names.push(Some(name.to_owned()));
            self.rest = rest;
        } else if self.eat("?i:") {
            self.any_case = true;
        } else if !self.eat("?:") {
            place = Some(self.names.len());
            self.names.push(None);
        }
        let inner = self.alternatives()?;
        self.any_case = outer;
        if !self.eat(")") {
            return None;
        }
        Some(match place {
            Some(place) => Node::Caught(place, Box::new(inner)),
            None => inner,
        })
    }

    fn repeated(&mut self, node: Node) -> Option<Node> {
        let (min, max) = if self.eat("*") {
            (0, None)
        } else if self.eat("+") {
            (1, None)
        } else if self.eat("?") {
            (0, Some(1))
        } else if self.eat("{") {
            let (times, rest) = self.rest.split_once('}')?;
            self.rest = rest;
            match times.split_once(',') {
                None => (times.parse().ok()?, Some(times.parse().ok()?)),
                Some((min, "")) => (min.parse().ok()?, None),
                Some((min, max)) => (min.parse().ok()?, Some(max.parse().ok()?)),
            }
        } else {
            return Some(node);
        };
        let greedy = !self.eat("?");
        // What may be empty would be repeated for ever.
        debug_assert!(max.is_some() || !node.may_be_empty(), "{node:?}");
        let node = match node {
            Node::Text(text) if text.chars().count() == 1 => {
                Node::One(Set::one(letters::of(text.chars().next()?)))
            }
            node => node,
        };
        Some(Node::Repeat {
            node: Box::new(node),
            min,
            max,
            greedy,
        })
    }

    /// A class behind its «[».
    fn class(&mut self) -> Option<Set> {
        let negated = self.eat("^");
        let mut set = Set::default();
        loop {
            let first = match self.next()? {
                ']' => break,
                '\\' => match self.next()? {
                    'x' | 'u' => self.code()?,
                    kind => match class_of(kind) {
                        Some(other) => {
                            set = set.or(other);
                            continue;
                        }
                        None => escaped(kind)?,
                    },
                },
                c => c,
            };
            let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]");
            if !is_range {
                self.add(&mut set, first, first);
                continue;
            }
            self.next();
            let last = match self.next()? {
                '\\' => match self.next()? {
                    'x' | 'u' => self.code()?,
                    kind => escaped(kind)?,
                },
                c => c,
            };
            self.add(&mut set, first, last);
        }
        Some(if negated { set.not() } else { set })
    }

    fn add(&self, set: &mut Set, first: char, last: char) {
        set.add_range(first, last);
        if self.any_case {
            (first..=last).for_each(|c| *set = set.or(both_cases(c)));
        }
    }

    /// A character by its number: «{a0}» behind «\x» or «\u».
    fn code(&mut self) -> Option<char> {
        let (number, rest) = self.rest.strip_prefix('{')?.split_once('}')?;
        self.rest = rest;
        char::from_u32(u32::from_str_radix(number, 16).ok()?)
    }
}

fn both_cases(c: char) -> Set {
    let mut set = Set::one(letters::of(c));
    for other in c.to_lowercase().chain(c.to_uppercase()) {
        set.add(letters::of(other));
    }
    set
}

fn escaped(kind: char) -> Option<char> {
    match kind {
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        kind if kind.is_alphanumeric() => None,
        kind => Some(kind),
    }
}

fn class_of(kind: char) -> Option<Set> {
    let spaces = || {
        let mut set = Set::default();
        set.add_range('\t', '\r');
        for space in [' ', '\u{a0}', '\u{2007}', '\u{202f}'] {
            set.add(letters::of(space));
        }
        set
    };
    Some(match kind {
        'd' => {
            let mut set = Set::default();
            set.add_range('0', '9');
            set
        }
        'w' => letters::of_words(),
        'W' => letters::ANY_WORDS.not(),
        's' => spaces(),
        'S' => spaces().not(),
        _ => return None,
    })
}
