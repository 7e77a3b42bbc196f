//! A pattern as steps to take, and the search by trying them.
//!
//! Alternatives are tried in their order and the first whole match counts, as everywhere in Perl's
//! line. Each fork looks at the next letter before it goes; a search that tries too much begins to
//! remember the places where it failed, so that its time stays within steps × letters.

use super::letters::{self, Set};
use super::tree::{Node, Tree};

/// What may come next: a letter of the set, or the end of the text.
#[derive(Clone, Copy, Debug)]
struct Next {
    set: Set,
    end: bool,
}

impl Next {
    const ANYTHING: Self = Self {
        set: Set::ALL,
        end: true,
    };

    fn or(self, other: Self) -> Self {
        Self {
            set: self.set.or(other.set),
            end: self.end || other.end,
        }
    }

    #[inline]
    fn allows(&self, text: &str, at: usize) -> bool {
        if at < text.len() {
            self.set.has(letters::at(text, at).0)
        } else {
            self.end
        }
    }
}

#[derive(Debug)]
enum Step {
    /// These bytes of [`Program::texts`].
    Text(usize, usize),
    One(Set),
    /// Letters of a set, as many as there are or as few as do.
    Many {
        set: Set,
        min: u32,
        max: u32,
        greedy: bool,
        next: Next,
    },
    /// The first of these branches that leads to the end.
    Fork(usize, usize),
    Jump(usize),
    Save(usize),
    Start,
    End,
    Edge,
    Found,
}

/// A pattern made ready.
#[derive(Debug)]
pub(super) struct Program {
    steps: Vec<Step>,
    texts: String,
    branches: Vec<(Next, usize)>,
    names: Vec<Option<String>>,
    first: Next,
    /// It can only match where the text begins.
    anchored: bool,
    /// It begins inside no word.
    at_words: bool,
}

/// Where the parts of a match stand: a start and an end each.
pub(super) type Places = Vec<Option<usize>>;

impl Program {
    /// Makes the steps of a tree.
    pub(super) fn new(tree: Tree, at_words: bool) -> Self {
        let mut program = Self {
            steps: Vec::new(),
            texts: String::new(),
            branches: Vec::new(),
            first: first(&tree.root, Next::ANYTHING),
            anchored: is_anchored(&tree.root),
            at_words,
            names: tree.names,
        };
        program.emit(&tree.root, Next::ANYTHING);
        program.steps.push(Step::Found);
        program
    }

    /// The place of a part by its name.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .position(|known| known.as_deref() == Some(name))
    }

    fn emit(&mut self, node: &Node, next: Next) {
        match node {
            Node::Text(text) => {
                let from = self.texts.len();
                self.texts.push_str(text);
                self.steps.push(Step::Text(from, self.texts.len()));
            }
            Node::One(set) => self.steps.push(Step::One(*set)),
            Node::Row(nodes) => {
                // What may follow each part, from the last one back.
                let mut follows = vec![next; nodes.len()];
                for at in (1..nodes.len()).rev() {
                    follows[at - 1] = first(&nodes[at], follows[at]);
                }
                for (node, next) in nodes.iter().zip(follows) {
                    self.emit(node, next);
                }
            }
            Node::Any(nodes) => {
                let branches = self.fork(nodes.len());
                let mut jumps = Vec::new();
                for (n, node) in nodes.iter().enumerate() {
                    self.branches[branches + n] = (first(node, next), self.steps.len());
                    self.emit(node, next);
                    if n + 1 < nodes.len() {
                        jumps.push(self.steps.len());
                        self.steps.push(Step::Jump(0));
                    }
                }
                let end = self.steps.len();
                for jump in jumps {
                    self.steps[jump] = Step::Jump(end);
                }
            }
            Node::Repeat {
                node,
                min,
                max,
                greedy,
            } => self.emit_repeat(node, *min, *max, *greedy, next),
            Node::Caught(place, node) => {
                self.steps.push(Step::Save(place * 2));
                self.emit(node, next);
                self.steps.push(Step::Save(place * 2 + 1));
            }
            Node::Start => self.steps.push(Step::Start),
            Node::End => self.steps.push(Step::End),
            Node::Edge => self.steps.push(Step::Edge),
        }
    }

    fn emit_repeat(&mut self, node: &Node, min: u32, max: Option<u32>, greedy: bool, next: Next) {
        if let Node::One(set) = node {
            self.steps.push(Step::Many {
                set: *set,
                min,
                max: max.unwrap_or(u32::MAX),
                greedy,
                next,
            });
            return;
        }
        let again = first(node, Next::ANYTHING).or(next);
        for _ in 0..min {
            self.emit(node, again);
        }
        let Some(max) = max else {
            let start = self.steps.len();
            let branches = self.fork(2);
            let body = self.steps.len();
            self.emit(node, again);
            self.steps.push(Step::Jump(start));
            self.branch(branches, greedy, body, first(node, again), next);
            return;
        };
        let mut forks = Vec::new();
        for _ in min..max {
            let branches = self.fork(2);
            forks.push((branches, self.steps.len()));
            self.emit(node, again);
        }
        for (branches, body) in forks {
            self.branch(branches, greedy, body, first(node, again), next);
        }
    }

    /// A fork of so many branches, to be filled in.
    fn fork(&mut self, count: usize) -> usize {
        let from = self.branches.len();
        self.branches
            .extend((0..count).map(|_| (Next::ANYTHING, 0)));
        self.steps.push(Step::Fork(from, from + count));
        from
    }

    /// Fills in the fork of a repeat whose body begins there and ends here.
    fn branch(&mut self, from: usize, greedy: bool, body: usize, again: Next, next: Next) {
        let (body, out) = ((again, body), (next, self.steps.len()));
        let order = if greedy { [body, out] } else { [out, body] };
        self.branches[from..from + 2].copy_from_slice(&order);
    }

    /// Where the first match at or behind a place begins.
    pub(super) fn search(&self, text: &str, at: usize) -> Option<usize> {
        let mut run = Run::new(self, text, at);
        if self.anchored {
            let fits = at == 0 && self.first.allows(text, 0);
            return (fits && run.from(0, &mut []).is_some()).then_some(0);
        }
        let mut start = at;
        let mut in_word = self.at_words && at > 0 && at <= text.len() && {
            let before = letters::before(text, at);
            letters::ANY_WORDS.has(letters::at(text, before).0)
        };
        while start < text.len() {
            let (letter, length) = letters::at(text, start);
            let inside = if self.at_words {
                let word = letters::ANY_WORDS.has(letter);
                std::mem::replace(&mut in_word, word) && word
            } else {
                false
            };
            if !inside && self.first.set.has(letter) && run.from(start, &mut []).is_some() {
                return Some(start);
            }
            start += length;
        }
        (start == text.len() && self.first.end && run.from(start, &mut []).is_some())
            .then_some(start)
    }

    /// Where the parts of the match stand that begins there.
    pub(super) fn places(&self, text: &str, start: usize) -> Places {
        let mut places = vec![None; self.names.len() * 2];
        if let Some(end) = Run::new(self, text, start).from(start, &mut places) {
            places[0] = Some(start);
            places[1] = Some(end);
        }
        places
    }
}

/// What is left to try when a way ends.
enum Job {
    /// Another branch.
    Go(usize, usize),
    /// One letter fewer of a greedy repeat, down to the place.
    Fewer { step: usize, at: usize, low: usize },
    /// One letter more of a lazy repeat.
    More { step: usize, at: usize, left: u32 },
    /// A part is where it was.
    Restore(usize, Option<usize>),
}

struct Run<'p, 't> {
    program: &'p Program,
    text: &'t str,
    stack: Vec<Job>,
    effort: usize,
    limit: usize,
    /// Steps at places that lead nowhere, once the search has tried too much.
    failed: Option<Vec<u64>>,
}

impl<'p, 't> Run<'p, 't> {
    fn new(program: &'p Program, text: &'t str, at: usize) -> Self {
        Self {
            program,
            text,
            stack: Vec::new(),
            effort: 0,
            // Most searches end well before; remembering is dearer than a second try.
            limit: 4_000 + 8 * text.len().saturating_sub(at),
            failed: None,
        }
    }

    /// The end of the match that starts there.
    fn from(&mut self, start: usize, places: &mut [Option<usize>]) -> Option<usize> {
        places.fill(None);
        self.stack.clear();
        self.stack.push(Job::Go(0, start));
        while let Some(job) = self.stack.pop() {
            let found = match job {
                Job::Restore(place, old) => {
                    places[place] = old;
                    None
                }
                Job::Go(step, at) => self.go(step, at, places),
                Job::Fewer { step, at, low } => {
                    let Step::Many { next, .. } = &self.program.steps[step] else {
                        continue;
                    };
                    self.fewer(step, at, low, next)
                        .and_then(|at| self.go(step + 1, at, places))
                }
                Job::More { step, at, left } => {
                    let Step::Many { set, next, .. } = &self.program.steps[step] else {
                        continue;
                    };
                    self.more(step, at, left, set, next)
                        .and_then(|at| self.go(step + 1, at, places))
                }
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The last place at or before `at` where the pattern may go on; the rest is kept for later.
    fn fewer(&mut self, step: usize, at: usize, low: usize, next: &Next) -> Option<usize> {
        let mut at = at;
        loop {
            self.effort += 1;
            if next.allows(self.text, at) {
                if at > low {
                    let at = letters::before(self.text, at);
                    self.stack.push(Job::Fewer { step, at, low });
                }
                return Some(at);
            }
            if at <= low {
                return None;
            }
            at = letters::before(self.text, at);
        }
    }

    /// The first place at or behind `at` where the pattern may go on.
    fn more(&mut self, step: usize, at: usize, left: u32, set: &Set, next: &Next) -> Option<usize> {
        let (mut at, mut left) = (at, left);
        loop {
            self.effort += 1;
            let here = next.allows(self.text, at);
            let step_on = (left > 0 && at < self.text.len())
                .then(|| letters::at(self.text, at))
                .filter(|(letter, _)| set.has(*letter))
                .map(|(_, length)| at + length);
            if here {
                if let Some(at) = step_on {
                    let left = left - 1;
                    self.stack.push(Job::More { step, at, left });
                }
                return Some(at);
            }
            at = step_on?;
            left -= 1;
        }
    }

    /// Goes on from a step until the end, a dead end (`None`), or a fork left for later.
    fn go(&mut self, step: usize, at: usize, places: &mut [Option<usize>]) -> Option<usize> {
        let (mut step, mut at) = (step, at);
        let program = self.program;
        loop {
            self.effort += 1;
            if self.effort > self.limit && self.has_failed(step, at) {
                return None;
            }
            match &program.steps[step] {
                Step::Text(from, to) => {
                    let wanted = &program.texts.as_bytes()[*from..*to];
                    if !self.text.as_bytes()[at..].starts_with(wanted) {
                        return None;
                    }
                    at += wanted.len();
                }
                Step::One(set) => {
                    if at >= self.text.len() {
                        return None;
                    }
                    let (letter, length) = letters::at(self.text, at);
                    if !set.has(letter) {
                        return None;
                    }
                    at += length;
                }
                Step::Many {
                    set,
                    min,
                    max,
                    greedy,
                    next,
                } => {
                    let wanted = if *greedy { *max } else { *min };
                    let (mut count, mut low) = (0, at);
                    while count < wanted && at < self.text.len() {
                        let (letter, length) = letters::at(self.text, at);
                        if !set.has(letter) {
                            break;
                        }
                        at += length;
                        count += 1;
                        if count == *min {
                            low = at;
                        }
                    }
                    if count < *min {
                        return None;
                    }
                    at = if *greedy {
                        self.fewer(step, at, low, next)?
                    } else {
                        self.more(step, at, max - min, set, next)?
                    };
                }
                Step::Fork(from, to) => {
                    let branches = &program.branches[*from..*to];
                    let letter = (at < self.text.len()).then(|| letters::at(self.text, at).0);
                    // From the last to the first: what is left lies on the stack in its order.
                    let mut chosen = None;
                    for (next, branch) in branches.iter().rev() {
                        let open = match letter {
                            Some(letter) => next.set.has(letter),
                            None => next.end,
                        };
                        if open && let Some(later) = chosen.replace(*branch) {
                            self.stack.push(Job::Go(later, at));
                        }
                    }
                    step = chosen?;
                    continue;
                }
                Step::Jump(to) => {
                    step = *to;
                    continue;
                }
                Step::Save(place) => {
                    // Nobody asks for the parts while a match is looked for.
                    if let Some(kept) = places.get_mut(*place) {
                        self.stack.push(Job::Restore(*place, *kept));
                        *kept = Some(at);
                    }
                }
                Step::Start => {
                    if at > 0 {
                        return None;
                    }
                }
                Step::End => {
                    if at < self.text.len() {
                        return None;
                    }
                }
                Step::Edge => {
                    if !is_edge(self.text, at) {
                        return None;
                    }
                }
                Step::Found => return Some(at),
            }
            step += 1;
        }
    }

    /// Whether the way from a step at a place was gone before; it led nowhere, or the search would
    /// be over. What was gone before the memory began is gone once more.
    fn has_failed(&mut self, step: usize, at: usize) -> bool {
        let width = self.text.len() + 1;
        let size = self.program.steps.len() * width;
        let failed = self.failed.get_or_insert_with(|| vec![0; size / 64 + 1]);
        let place = step * width + at;
        let (word, bit) = (&mut failed[place / 64], 1 << (place % 64));
        let known = *word & bit != 0;
        *word |= bit;
        known
    }
}

/// What may come first of a part before what may follow it.
fn first(node: &Node, next: Next) -> Next {
    match node {
        Node::Text(text) => match text.chars().next() {
            Some(c) => Next {
                set: Set::one(letters::of(c)),
                end: false,
            },
            None => next,
        },
        Node::One(set) => Next {
            set: *set,
            end: false,
        },
        Node::Row(nodes) => nodes
            .iter()
            .rev()
            .fold(next, |next, node| first(node, next)),
        Node::Any(nodes) => nodes
            .iter()
            .map(|node| first(node, next))
            .reduce(Next::or)
            .unwrap_or(next),
        Node::Repeat { node, min, max, .. } => {
            let once = first(node, next);
            match (min, max) {
                (_, Some(0)) => next,
                (0, _) => once.or(next),
                _ => once,
            }
        }
        Node::Caught(_, node) => first(node, next),
        Node::Start | Node::Edge => next,
        Node::End => Next {
            set: Set::default(),
            end: true,
        },
    }
}

fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Start => true,
        Node::Row(nodes) => nodes.first().is_some_and(is_anchored),
        Node::Any(nodes) => nodes.iter().all(is_anchored),
        Node::Caught(_, node) => is_anchored(node),
        Node::Repeat { node, min, .. } => *min > 0 && is_anchored(node),
        Node::Text(_) | Node::One(_) | Node::End | Node::Edge => false,
    }
}

/// Whether a word begins or ends there.
fn is_edge(text: &str, at: usize) -> bool {
    let is_word = |at: usize| letters::ANY_WORDS.has(letters::at(text, at).0);
    let before = at > 0 && is_word(letters::before(text, at));
    let behind = at < text.len() && is_word(at);
    before != behind
}
