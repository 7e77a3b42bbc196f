//! Lines → paragraphs: what pages, wraps and converters broke is joined again.

use svod_language::{addressees, dates, verbs, words};
use svod_model::{Id, Lines};

use super::dateline;
use super::label::{self, Label};
use super::sessions;
use super::signs;
use super::steps::Step;
use super::tables::{self, Row};
use crate::hyphens;
use crate::manuscript::{Line, Said};

/// A paragraph of the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Paragraph {
    pub(super) lines: Lines,
    /// Its text without label, white space collapsed.
    pub(super) text: String,
    pub(super) label: Option<Label>,
    /// Set off by bold letters or as a heading.
    pub(super) set_off: bool,
    pub(super) anchor: Option<Id>,
    /// What a person said of it.
    pub(super) said: Said,
    /// It stands alone between blank lines, or over a list.
    pub(super) alone: bool,
    /// It is a row of a plan.
    pub(super) row: Option<Row>,
    /// It is a row of a table that is no plan, or of any in an appendix: its cells, parted by tabs.
    pub(super) cells: Option<String>,
    /// Lines beyond the first were joined over a break no author made.
    pub(super) mended: bool,
    last_line: String,
    hard_break: bool,
}

impl Paragraph {
    /// A part of its words as a paragraph of its own, without its label and its name.
    pub(super) fn part(&self, text: &str) -> Self {
        Self {
            lines: self.lines,
            text: text.to_owned(),
            set_off: self.set_off,
            said: self.said.clone(),
            mended: self.mended,
            ..Self::default()
        }
    }
}

/// Joins lines into paragraphs. `lines` hold no furniture; blank lines part paragraphs.
pub(super) fn join(lines: &[Line], without: &[Step]) -> Vec<Paragraph> {
    let joining = !without.contains(&Step::Joining);
    let wraps = Wraps {
        width: wrap_width(lines),
        commas_end: commas_end_items(lines),
    };
    let width = wraps.width;
    let mut out: Vec<Paragraph> = Vec::new();
    let mut blank = true;
    let mut before_blank = false;
    let mut appendix = false;
    let mut counted = label::Counted::default();
    let rows = if without.contains(&Step::Tables) {
        vec![None; lines.len()]
    } else {
        tables::rows(lines)
    };
    let kept = if without.contains(&Step::Tables) {
        vec![None; lines.len()]
    } else {
        tables::kept(lines, &rows)
    };
    for ((line, row), kept) in lines.iter().zip(rows).zip(kept) {
        if line.is_blank() {
            // A line alone between blank ones.
            if let Some(last) = out.last_mut()
                && before_blank
                && last.lines[0] == last.lines[1]
                && !blank
            {
                last.alone = true;
            }
            blank = true;
            continue;
        }
        if row == Some(tables::Row::Rest)
            && let Some(last) = out.last_mut()
        {
            last.lines[1] = line.lines()[1];
            hyphens::append(&mut last.text, &words::collapse(&line.text));
            continue;
        }
        if row.is_some() && line.said.role.is_none() {
            out.push(Paragraph {
                lines: line.lines(),
                text: words::collapse(&line.text),
                anchor: line.anchor.as_ref().map(|anchor| anchor.id.clone()),
                row,
                // A plan in an appendix is kept as it stands.
                cells: tables::kept_row(&line.text),
                ..Paragraph::default()
            });
            blank = true;
            continue;
        }
        appendix |= tables::begins_appendix(&line.text);
        let appended = appendix && line.said.role.is_none();
        let cells = kept.or_else(|| tables::kept_row(&line.text).filter(|_| appended));
        if cells.is_some() {
            out.push(Paragraph {
                lines: line.lines(),
                text: words::collapse(&line.text),
                cells,
                ..Paragraph::default()
            });
            blank = true;
            continue;
        }
        let (typed, rest) = match counted.next(&line.text) {
            Some((label, rest)) => (Some(label), rest),
            None => label::split(&line.text),
        };
        let label = match &line.label {
            Some(printed) => label::printed(printed).or(Some(Label::Bullet('•'))),
            None => typed,
        };
        counted.count(label.as_ref());
        let text = if line.label.is_some() {
            line.text.trim()
        } else {
            rest
        };
        let next = Paragraph {
            lines: line.lines(),
            text: words::collapse(text),
            label,
            set_off: line.bold || line.heading,
            anchor: line.anchor.as_ref().map(|anchor| anchor.id.clone()),
            said: line.said.clone(),
            alone: false,
            row: None,
            cells: None,
            mended: false,
            last_line: line.text.clone(),
            hard_break: line.hard_break,
        };
        match out.last_mut() {
            Some(last)
                if next.said.joins.unwrap_or_else(|| {
                    joining && next.said.role.is_none() && continues(last, &next, blank, wraps)
                }) =>
            {
                last.said.join(next.said.clone());
                hyphens::append(&mut last.text, &next.text);
                last.lines[1] = next.lines[1];
                last.mended |= blank || width.is_none() && !last.hard_break;
                last.last_line = next.last_line;
                last.hard_break = next.hard_break;
            }
            last => {
                if let Some(last) = last {
                    last.alone |= before_blank && !blank && next.label.is_some();
                }
                before_blank = blank;
                out.push(next);
            }
        }
        blank = false;
    }
    for paragraph in &mut out {
        if paragraph.row.is_none() {
            paragraph.text = mend_hyphens(&words::collapse(&paragraph.text));
        }
    }
    if joining {
        part_numbered(&mut out);
    }
    out
}

/// Two numbered items in one line become two paragraphs, if the list does not count on differently below.
fn part_numbered(paragraphs: &mut Vec<Paragraph>) {
    let number = |paragraph: &Paragraph| match &paragraph.label {
        Some(Label::Number(number)) => label::values(number),
        _ => None,
    };
    let mut n = 0;
    while n < paragraphs.len() {
        let one = &paragraphs[n];
        let place = one
            .label
            .as_ref()
            .filter(|_| one.row.is_none() && one.cells.is_none());
        let Some(at) = place.and_then(|own| label::next_inside(own, &one.text)) else {
            n += 1;
            continue;
        };
        let own = number(one).unwrap_or_default();
        let follows = paragraphs[n + 1..]
            .iter()
            .filter_map(number)
            .find(|values| values.len() == own.len());
        // The next item of the list has a number of its own: what stands inside is no item.
        let counted = follows.is_some_and(|values| {
            values.split_last().map(|(last, above)| (*last, above))
                == own.split_last().map(|(last, above)| (last + 1, above))
        });
        if counted {
            n += 1;
            continue;
        }
        let (before, behind) = one.text.split_at(at);
        let (label, text) = label::split(behind);
        let next = Paragraph {
            text: text.to_owned(),
            label,
            anchor: None,
            ..one.clone()
        };
        let before = before.trim_end().to_owned();
        paragraphs[n].text = before;
        paragraphs.insert(n + 1, next);
        n += 1;
    }
}

/// The width a text was wrapped at, if it was: many lines end close to the longest.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .iter()
        .filter(|l| !l.is_blank())
        .map(|l| l.text.trim_end().chars().count())
        .collect();
    lengths.sort_unstable();
    let longest = *lengths.get(lengths.len().checked_mul(95)? / 100)?;
    let close = lengths
        .iter()
        .filter(|length| **length * 10 >= longest * 8)
        .count();
    (lengths.len() >= 12 && (40..=110).contains(&longest) && close * 100 >= lengths.len() * 35)
        .then_some(longest)
}

/// How the lines of a text end.
#[derive(Clone, Copy, Debug)]
struct Wraps {
    /// The width they were wrapped at.
    width: Option<usize>,
    /// Items of a list end with commas, as others do with semicolons.
    commas_end: bool,
}

/// Whether commas part the tasks of a text: of the lines over a line with a verb of its own, more than half as
/// many end with one as end with a semicolon or a full stop.
fn commas_end_items(lines: &[Line]) -> bool {
    let mut commas = 0usize;
    let mut others = 0usize;
    let printed = lines.iter().filter(|line| !line.is_blank());
    let next = printed.clone().skip(1);
    for (line, next) in printed.zip(next) {
        if verbs::is_infinitive(first_word(label::split(&next.text).1)) {
            let text = line.text.trim_end();
            commas += usize::from(text.ends_with(','));
            others += usize::from(text.ends_with([';', '.']));
        }
    }
    commas * 2 > others
}

/// Whether a task goes on behind a break in its sentence: «1. До 1 октября 2026 г.,» with «оборудовать
/// помещения» below, «разработать программу и» with «обеспечить её реализацию».
fn breaks_a_task(last: &Paragraph, next: &Paragraph, commas_end: bool) -> bool {
    let opens = next.text.starts_with(char::is_lowercase)
        && verbs::is_infinitive(first_word(&next.text))
        && next.label.is_none();
    let verbless = !has_infinitive(&last.text);
    let heading = verbless && addressees::starts_like_addressee(&last.text);
    if !opens || heading {
        return false;
    }
    let comma = last.text.ends_with(',');
    if verbless {
        // A term without its task.
        let term = [
            "до ",
            "в срок ",
            "к ",
            "не позднее ",
            "с ",
            "ежегодно",
            "в течение ",
        ];
        let lower = last.text.to_lowercase();
        let timed = term.iter().any(|word| lower.starts_with(word))
            && last.text.chars().count() < LONGEST_TERM;
        // «К новому качеству образования» is a heading, whatever it begins with.
        let told = || {
            lower.starts_with("ежегодно")
                || lower.contains(|c: char| c.is_ascii_digit())
                || dates::names_a_month(&lower)
        };
        return timed && (comma || !last.text.ends_with([';', ':', '!', '?']) && told());
    }
    // «…, в том числе», «… и»: the sentence is open. A comma ends a task only in a list of such.
    hangs(&last.text) && (!comma || last.label.is_some() || !commas_end)
}

/// No term is longer, in letters.
const LONGEST_TERM: usize = 60;

fn continues(last: &Paragraph, next: &Paragraph, blank: bool, wraps: Wraps) -> bool {
    let width = wraps.width;
    if next.label.is_some() || last.row.is_some() || last.cells.is_some() {
        return false;
    }
    // The line with date and place of a title block stands alone, whatever is above it.
    if next.lines[0] < 30 && !hangs(&last.text) && dateline::is_dateline(&next.text) {
        return false;
    }
    if signs::opens_minutes(&next.text) && !last.text.ends_with(',') {
        return false;
    }
    // «к Управлению образования:» behind an item that ended.
    let ended = last.text.ends_with([';', ',', '.', ':']);
    if ended
        && next.text.ends_with([':', '–', '—'])
        && addressees::names_whom_with_a_preposition(&next.text)
    {
        return false;
    }
    let broken_word = hyphens::broken(&last.text);
    let lower = next.text.starts_with(char::is_lowercase);
    if broken_word && lower {
        return true;
    }
    let ended = last.text.ends_with([';', '.', ':', '!', '?', '…']);
    // «Управлению образования» with «(Щеглов В.А.):» below, in bold or not.
    if !ended
        && next.text.starts_with('(')
        && next.text.ends_with("):")
        && addressees::starts_in_dative(&last.text)
        && !has_infinitive(&last.text)
    {
        return true;
    }
    // A title or a session's name set over several lines by hand.
    if last.set_off && next.set_off {
        // A theme of two sentences goes on behind its full stop until its quotation mark closes.
        let quoting = last.text.matches('«').count() > last.text.matches('»').count();
        let ended = last.text.ends_with([':', ';', '»', '.']);
        return !blank && last.hard_break && (quoting || !ended);
    }
    if last.set_off != next.set_off {
        return false;
    }
    if breaks_a_task(last, next, wraps.commas_end) {
        return true;
    }
    // «(Срок: сентябрь 2012 г.)» below a whole sentence.
    if ended && signs::is_bracketed_tail(&next.text) {
        return false;
    }
    if let (Some(width), false) = (width, blank) {
        let full = last.last_line.trim_end().chars().count() * 10 >= width * 7;
        let prose = last.text.chars().count() > 50 || last.label.is_some();
        return full && prose && !(ended && starts_a_part(&next.text));
    }
    // «… специальностям» with «(постановление …);» below.
    if !ended && next.text.starts_with('(') && last.label.is_some() {
        return true;
    }
    if ended || last.hard_break && !lower {
        return false;
    }
    // «1. Управлению образования администрации» with the district's name on the next line.
    let heading_goes_on = !blank
        && !last.hard_break
        && addressees::starts_like_addressee(&last.text)
        && !has_infinitive(&last.text)
        && (lower || next.text.ends_with(':'))
        && !verbs::is_infinitive(first_word(&next.text))
        && (lower || !addressees::starts_like_addressee(&next.text));
    if heading_goes_on {
        return true;
    }
    let body = last.label.is_some()
        || last.text.chars().count() > 60
        || verbs::is_infinitive(first_word(&last.text));
    let heading = addressees::starts_like_addressee(&last.text) && !has_infinitive(&last.text);
    if !body || heading && !hangs(&last.text) {
        return false;
    }
    if lower {
        return !verbs::is_infinitive(first_word(&next.text));
    }
    // «… материалы сайта комитета» without its full stop over «Секция 2. «Одарённый ребёнок»».
    if sessions::title(next).is_some() {
        return false;
    }
    // A capital may follow a break only where the sentence plainly goes on.
    let hanging = hangs(&last.text);
    let proper = !blank && last.label.is_some() && has_infinitive(&last.text);
    (hanging || proper)
        && !verbs::is_infinitive(first_word(&next.text))
        && !addressees::starts_like_addressee(&next.text)
        || hanging && next.text.starts_with(|c: char| c.is_ascii_digit())
        || hanging && !verbs::is_infinitive(first_word(&next.text)) && blank
}

/// The last word asks for another: a preposition, a conjunction, «в рамках», a comma.
fn hangs(text: &str) -> bool {
    const OPEN: &[&str] = &[
        "в",
        "во",
        "на",
        "с",
        "со",
        "по",
        "к",
        "о",
        "об",
        "и",
        "или",
        "для",
        "при",
        "из",
        "за",
        "под",
        "от",
        "до",
        "у",
        "не",
        "их",
        "а",
        "рамках",
        "основе",
        "соответствии",
        "базе",
        "целях",
        "числе",
        "через",
        "между",
        "как",
        "что",
    ];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    text.ends_with([',', '–', '—', '(', '«']) || OPEN.contains(&words::fold(last).as_str())
}

/// A paragraph of its own, whatever the line before: an item or a heading.
fn starts_a_part(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && (addressees::starts_like_addressee(text)
            || verbs::is_infinitive(first_word(text))
            || text.ends_with(':') && signs::is_in_nominative(text))
}

pub(super) fn first_word(text: &str) -> &str {
    text.split_whitespace()
        .next()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '-')
}

pub(super) fn has_infinitive(text: &str) -> bool {
    outside_quotes(text).split_whitespace().any(|word| {
        verbs::is_infinitive(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'))
    })
}

/// The text without what stands in quotes or brackets.
pub(super) fn outside_quotes(text: &str) -> String {
    // Pairs are matched from the inside; a mark without its partner hides nothing.
    let mut open = [Vec::new(), Vec::new(), Vec::new()];
    // How many pairs more, or fewer, hide what stands from a place on.
    let mut deeper = vec![0i32; text.len() + 1];
    for (at, c) in text.char_indices() {
        match c {
            '«' => open[0].push(at),
            '„' => open[1].push(at),
            '(' => open[2].push(at),
            '»' | '“' | ')' => {
                let kind = ['»', '“', ')'].iter().position(|mark| *mark == c);
                if let Some(start) = kind.and_then(|kind| open[kind].pop()) {
                    deeper[start] += 1;
                    deeper[at + c.len_utf8()] -= 1;
                }
            }
            _ => {}
        }
    }
    let mut depth = 0;
    let mut from = 0;
    text.char_indices()
        .filter(|(at, _)| {
            depth += deeper[from..=*at].iter().sum::<i32>();
            from = at + 1;
            depth == 0
        })
        .map(|(_, c)| c)
        .collect()
}

/// «социально- психологический» → «социально-психологический»: a hyphen left by a line's end.
fn mend_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("- ") {
        let (before, after) = rest.split_at(at);
        let letter_before = before.chars().next_back().is_some_and(char::is_lowercase);
        let tail = &after[2..];
        let letter_after = tail.chars().next().is_some_and(char::is_lowercase);
        let word = first_word(tail);
        // «дошкольных- и», «педагогов - и»: a conjunction is no second half.
        let joins = letter_before && letter_after && !matches!(word, "и" | "или" | "а" | "но");
        out.push_str(before);
        out.push('-');
        if !joins {
            out.push(' ');
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Paragraphs with these texts and nothing else, for tests.
#[cfg(test)]
pub(super) fn of_lines(lines: &[&str]) -> Vec<Paragraph> {
    let paragraph = |text: &&str| Paragraph {
        text: (*text).to_owned(),
        ..Paragraph::default()
    };
    lines.iter().map(paragraph).collect()
}

#[cfg(test)]
mod tests {
    use super::{join, outside_quotes};
    use crate::manuscript::Line;

    fn joined(text: &str) -> Vec<String> {
        let lines: Vec<Line> = text
            .lines()
            .map(|text| Line {
                text: text.to_owned(),
                ..Line::default()
            })
            .collect();
        let paragraphs = join(&lines, &[]).into_iter();
        paragraphs.map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn a_task_goes_on_behind_a_break_in_its_sentence() {
        for (text, expected) in [
            (
                "1. До 1 октября 2026 г.,\nоборудовать помещения.\n2. Провести семинар.",
                vec![
                    "До 1 октября 2026 г., оборудовать помещения.",
                    "Провести семинар.",
                ],
            ),
            (
                "В срок до 1 октября 2026 г.\n\nоборудовать помещения.",
                vec!["В срок до 1 октября 2026 г. оборудовать помещения."],
            ),
            (
                "- разработать программу и\nобеспечить её реализацию;",
                vec!["разработать программу и обеспечить её реализацию;"],
            ),
            (
                "- обновить план,\nобсудить его на советах;\n- провести семинар.",
                vec![
                    "обновить план, обсудить его на советах;",
                    "провести семинар.",
                ],
            ),
        ] {
            assert_eq!(joined(text), expected, "{text}");
        }
    }

    #[test]
    fn two_numbered_items_in_one_line_are_two() {
        let parted =
            "3.1. Создать советы там, где их нет. 3.2. Обеспечить отчёты.\n3.3. Провести смотр.";
        assert_eq!(
            joined(parted),
            [
                "Создать советы там, где их нет.",
                "Обеспечить отчёты.",
                "Провести смотр."
            ]
        );
        let counted = "3.1. Исполнить п. 3. 3.2. Положения о советах.\n3.2. Провести смотр.";
        assert_eq!(joined(counted).len(), 2);
    }

    #[test]
    fn a_term_in_brackets_below_a_whole_sentence_stands_apart() {
        let wrapped = "а) ознакомить родителей обучающихся с изменениями в учебных планах\nна первых собраниях этого года, которые пройдут в школах района.\n(Срок: сентябрь 2026 г.)\n";
        assert_eq!(joined(&wrapped.repeat(5)).len(), 10);
    }

    #[test]
    fn what_was_decided_stands_apart_from_what_was_heard() {
        let heard = "3. СЛУШАЛИ: Бузмакова Н.К., заведующего хозяйственной группой,\n«О подготовке к отопительному сезону и школьных перевозках».\nРЕШИЛИ:\n3.1. Провести смотр.";
        assert_eq!(joined(heard).len(), 3);
        let decided = "Коллегия отдела образования, рассмотрев предложения, поступившие от участников форума,\nРЕШИЛА:\n";
        assert_eq!(joined(&decided.repeat(8)).len(), 8);
    }

    #[test]
    fn a_heading_that_begins_like_a_term_is_no_task() {
        for text in [
            "К новому качеству образования

обеспечить школы учебниками;",
            "С заботой о каждом

обеспечить школы учебниками;",
        ] {
            assert_eq!(joined(text).len(), 2, "{text}");
        }
        for text in [
            "К концу сентября

обеспечить школы учебниками;",
            "К 2027 году

обеспечить школы учебниками;",
            "К новому учебному году,
обеспечить школы учебниками;",
        ] {
            assert_eq!(joined(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn tasks_that_commas_part_stay_apart() {
        for text in [
            "разработать план,\nпровести семинар,\nобсудить итоги.",
            "разработать план,\nпровести семинар.",
            "Директорам школ до 1 октября 2026 г.,\nпровести семинар.",
            "До 1 октября 2026 г.:\nпровести семинар.",
        ] {
            assert_eq!(joined(text).len(), text.lines().count(), "{text}");
        }
    }

    #[test]
    fn what_stands_in_quotes_or_brackets_is_left_out_and_a_lone_mark_hides_nothing() {
        for (text, outside) in [
            ("проект «Школа (новая) у реки» и всё", "проект  и всё"),
            ("а «б (в» г) д", "а  д"),
            ("без «пары и (без скобки", "без «пары и (без скобки"),
            ("лишняя» и «своя»", "лишняя» и "),
            ("„внутри «ещё“ раз»", ""),
        ] {
            assert_eq!(outside_quotes(text), outside, "{text}");
        }
    }
}
