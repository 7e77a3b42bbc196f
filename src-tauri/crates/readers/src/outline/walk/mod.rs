//! From the first paragraph after the title block to the last: where each one belongs.

mod among;
mod build;
mod minutes;
mod plan;
mod said;
mod settle;

use chrono::NaiveDate;
use svod_language::addressees;
use svod_model::{Called, Deadline, DiagnosticCode, Kind, Resolution, Severity};

use super::label::Label;
use super::paragraphs::Paragraph;
use super::steps::Step;
use super::{Notes, grounds, ids::Names, items, sessions, signs};
use crate::reading::Role;

/// Where the walk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Before the directives of a section.
    Findings,
    /// In a list of problems.
    Problems,
    /// Among directives.
    Directives,
    /// After the last directive.
    Closing,
}

/// A phrase that leads sub-items.
struct Lead {
    phrase: String,
    paragraph: Paragraph,
    /// A sub-item was read under it.
    used: bool,
}

struct Walk<'a> {
    without: &'a [Step],
    resolution: &'a mut Resolution,
    notes: &'a mut Notes,
    adopted: Option<NaiveDate>,
    names: Names,
    at: At,
    /// The parent phrases whose sub-items are being read, from the outermost.
    leads: Vec<Lead>,
    /// A sub-item ended with a full stop: the next item is no sub-item.
    lead_ended: bool,
    /// Deadlines of a line of its own, for the items below.
    above: Vec<Deadline>,
    /// A lead-in was seen in this section; in the document.
    introduced: bool,
    ever_introduced: bool,
    /// The mark of the group's last directive, and whether it ended with a full stop.
    last_item: Option<(Option<Label>, bool)>,
    /// The first directive of the group since the last «Срок:» or «Ответственный:» line, and
    /// whether such a line came last.
    noted: usize,
    tailed: bool,
    /// How many directives the last paragraph of tasks gave.
    parts: usize,
    /// The questions of the agenda, for minutes.
    agenda: Vec<String>,
    /// The list of questions is being read.
    in_agenda: bool,
    /// How many questions were heard so far.
    heard: usize,
    /// The document has neither a lead-in nor an addressee heading: its lists of tasks are all there
    /// is.
    unled: bool,
    /// Where the document has the other columns of the table that is being read.
    others: Vec<usize>,
    /// A plan's list of aims is being read: how many of them were seen.
    aims: Option<u32>,
    /// What was told behind a directive, until it is known what it stands above.
    waiting: Vec<String>,
    /// The tasks of the group stand in blocks below its heading.
    parted: bool,
    /// Its sessions are numbered with numerals: «I. Кадры».
    numerals: bool,
    /// An appendix is being read, behind the document's own directives.
    appended: bool,
}

/// Places every paragraph of the body.
pub(super) fn walk(
    body: &[Paragraph],
    adopted: Option<NaiveDate>,
    without: &[Step],
    resolution: &mut Resolution,
    notes: &mut Notes,
) {
    let mut walk = Walk {
        without,
        resolution,
        notes,
        adopted,
        names: Names::default(),
        at: At::Findings,
        leads: Vec::new(),
        lead_ended: false,
        above: Vec::new(),
        introduced: false,
        ever_introduced: false,
        last_item: None,
        noted: 0,
        tailed: false,
        parts: 1,
        agenda: Vec::new(),
        in_agenda: false,
        heard: 0,
        unled: !body.iter().enumerate().any(|(n, paragraph)| {
            signs::is_lead_in(&paragraph.text) || signs::is_heading(paragraph, body.get(n + 1))
        }),
        others: Vec::new(),
        aims: None,
        waiting: Vec::new(),
        parted: false,
        numerals: sessions::are_numbered_with_numerals(body),
        appended: false,
    };
    let mut n = 0;
    while let Some(paragraph) = body.get(n) {
        n += walk.step(paragraph, &body[n + 1..]);
    }
    walk.drop_leads();
    walk.place_waiting(None);
    walk.settle();
}

impl Walk<'_> {
    fn does(&self, step: Step) -> bool {
        !self.without.contains(&step)
    }

    /// Places a paragraph; gives how many paragraphs it used up.
    fn step(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> usize {
        let next = rest.first();
        if let Some(role) = paragraph.said.role {
            self.as_said(role, paragraph);
            return 1;
        }
        if self.appended && self.is_of_appendix(paragraph) {
            self.close(paragraph);
            return 1;
        }
        if let Some(row) = &paragraph.row {
            self.row(row, paragraph);
            return 1;
        }
        if paragraph.cells.is_some() {
            return self.table(paragraph, rest);
        }
        if self.minutes(paragraph, rest) {
            return 1;
        }
        if let Some((session, used)) = sessions::over_lines(paragraph, rest) {
            self.open_session(session, paragraph);
            for more in &rest[..used - 1] {
                self.notes.place(more.lines, Role::SectionTitle);
            }
            return used;
        }
        if sessions::opens(paragraph)
            && let Some(next) =
                next.filter(|next| next.text.chars().count() < 250 && next.label.is_none())
        {
            let quoted = next.text.starts_with(['«', '"']) || next.set_off;
            if quoted {
                let name = sessions::unquote(&next.text, &next.text);
                // «По итогам работы совет рекомендует:» over the first block speaks for all of them.
                if signs::leads_in(&paragraph.text) {
                    self.resolution.preamble.push(full_text(paragraph));
                    self.notes.place(paragraph.lines, Role::Preamble);
                    self.ever_introduced = true;
                    // The block may say itself what it is called: «Блок I. Кадры».
                    let session =
                        sessions::title(next).unwrap_or(sessions::Session { name, called: None });
                    self.open_session(session, next);
                    return 2;
                }
                let called = sessions::called(&paragraph.text);
                self.open_session(sessions::Session { name, called }, paragraph);
                self.notes.place(next.lines, Role::SectionTitle);
                return 2;
            }
        }
        // «2.2. Семинар «Читающая школа»» is a measure of a plan.
        let measured = self.resolution.kind == Kind::Plan
            && matches!(paragraph.label, Some(Label::Number(_)))
            && !paragraph.set_off;
        if !measured && self.titled_with_bodies(paragraph, next) {
            return 1;
        }
        if self.parts_group(paragraph) {
            self.drop_leads();
            self.notes.place(paragraph.lines, Role::Finding);
            self.find(full_text(paragraph));
            self.parted = true;
            return 1;
        }
        if !measured && let Some(session) = sessions::title(paragraph) {
            // «По направлению «Кадры»:» among directives parts them, and what was said above holds for it.
            let of = |called: &Called| called.words.starts_with("По ");
            let parts = session.called.as_ref().is_some_and(of) && self.introduced;
            let parts = parts && self.at == At::Directives && !sessions::opens(paragraph);
            self.open_session(session, paragraph);
            if parts {
                self.introduced = true;
                self.at = At::Directives;
            }
            return 1;
        }
        if self.introduced
            && self.at != At::Closing
            && let Some((title, bodies)) = signs::block_of_bodies(paragraph)
        {
            let mut heading = paragraph.clone();
            heading.text = format!("{bodies}:");
            heading.label = None;
            self.open_block(title.to_owned(), paragraph);
            self.open_group(&heading);
            return 1;
        }
        if self.names_bodies_of(paragraph, next)
            && let Some(names) = signs::named_bodies(&paragraph.text)
                .or_else(|| signs::bodies_in_nominative(&paragraph.text))
        {
            let mut heading = paragraph.clone();
            heading.text = names.to_owned();
            heading.said.addressee = Some(names.to_owned());
            self.open_group(&heading);
            self.introduced = true;
            self.at = At::Directives;
            return 1;
        }
        if self.heads_tasks(paragraph, next) && !signs::is_heading(paragraph, next) {
            let title = paragraph.text.trim_end_matches(':').to_owned();
            self.open_block(title, paragraph);
            return 1;
        }
        if (self.introduced || self.resolution.kind == Kind::Plan)
            && self.at != At::Closing
            && let Some(title) = signs::block_title(paragraph, next)
        {
            self.open_block(title, paragraph);
            return 1;
        }
        if self.at == At::Directives && self.goes_on_loudly(paragraph) {
            self.open_block(paragraph.text.clone(), paragraph);
            return 1;
        }
        if self.numerals
            && !self.appended
            && let Some(name) = sessions::behind_numeral(paragraph)
        {
            let session = sessions::Session {
                name: name.to_owned(),
                called: None,
            };
            self.open_session(session, paragraph);
            return 1;
        }
        if self.does(Step::Splitting)
            && (self.introduced || self.at == At::Directives || self.is_led_from_above())
            && self.at != At::Closing
            && !matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)))
            && signs::glued_heading(&paragraph.text).is_some()
        {
            self.glued(paragraph, rest);
            return 1;
        }
        if signs::is_heading(paragraph, next) && self.heading_fits(paragraph, next) {
            self.open_group(paragraph);
            return 1;
        }
        if self.at != At::Closing
            && next.is_some_and(|next| items::starts_task(&next.text))
            && let Some(asked) = signs::asks_for_following(&paragraph.text)
        {
            let mut heading = paragraph.clone();
            heading.said.addressee = Some(asked);
            self.open_group(&heading);
            self.introduced = true;
            return 1;
        }
        if self.asks_on_grounds(paragraph, rest) || self.lead_in(paragraph, rest) {
            return 1;
        }
        // A session without a lead-in of its own: the whole document's holds for it.
        let led = self.is_led_from_above();
        // A plan's measures are verbal nouns: their numbers are all that marks them.
        let measure = self.resolution.kind == Kind::Plan
            && !self.lists_aims(paragraph)
            && matches!(paragraph.label, Some(Label::Number(_)));
        let task = led
            && (paragraph.label.is_some() || self.gives_at_once(paragraph, rest))
            && items::starts_task(&paragraph.text);
        if self.at == At::Findings && (task || measure) {
            self.at = At::Directives;
            self.introduced = true;
        }
        let listed = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
        let numbered = self.unled && matches!(paragraph.label, Some(Label::Number(_)));
        let task = (listed || numbered) && items::starts_task(&paragraph.text);
        // A bookmark of ours marks a directive and nothing else.
        let marked = paragraph.anchor.is_some();
        if (marked || task) && !signs::is_closing(paragraph) {
            if self.at == At::Closing && (marked || listed) {
                // Tasks behind what looked like the end: only the heading above them was not known.
                self.leave_group(paragraph);
                self.at = At::Directives;
            } else if self.at == At::Findings && (marked || self.unled) {
                self.at = At::Directives;
                self.introduced = true;
            }
        }
        match self.at {
            At::Directives => self.among_directives(paragraph, rest),
            At::Closing => self.close(paragraph),
            At::Findings | At::Problems => self.before_directives(paragraph),
        }
        1
    }

    /// Whether a session is read under the lead-in of the whole document.
    fn is_led_from_above(&self) -> bool {
        let section = self.resolution.sections.last();
        self.ever_introduced && section.is_some_and(|section| section.title.is_some())
    }

    /// «Управлению образования до 1 мая обновить …» right under a session's title, where nothing else in the
    /// session introduces its tasks.
    fn gives_at_once(&self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        let mut own = rest.iter().enumerate();
        let mut own = own
            .by_ref()
            .take_while(|(_, p)| sessions::title(p).is_none());
        paragraph.text.starts_with(char::is_uppercase)
            && items::inline_addressee(&paragraph.text).is_some()
            && !own.any(|(n, later)| {
                signs::is_lead_in(&later.text) || signs::is_heading(later, rest.get(n + 1))
            })
    }

    /// A row or an item of a list in an appendix: it may read like a task, and is none of the document's
    /// own. A bookmark of ours marks a directive wherever it stands.
    fn is_of_appendix(&self, paragraph: &Paragraph) -> bool {
        let listed = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
        self.at == At::Closing && (paragraph.row.is_some() || listed) && paragraph.anchor.is_none()
    }

    /// «Задачи:» before a plan's measures, and the numbered list below it: aims are no measures.
    fn lists_aims(&mut self, paragraph: &Paragraph) -> bool {
        if self.at != At::Findings && self.at != At::Problems {
            return false;
        }
        match &paragraph.label {
            Some(Label::Number(number)) => {
                if let Some(seen) = &mut self.aims {
                    // Numbers begin anew where the measures do.
                    if *seen > 0 && build::value(number) == Some(1) {
                        self.aims = None;
                    } else {
                        *seen += 1;
                    }
                }
            }
            Some(Label::Letter(_) | Label::Bullet(_)) => {}
            None => {
                let lists = paragraph.text.ends_with(':');
                self.aims = lists.then_some(0);
            }
        }
        self.aims.is_some()
    }

    /// Opens a session whose title names its bodies: «Направление 4. Таланты (МБУ «ЦРО», школы)».
    fn titled_with_bodies(&mut self, paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
        let over_tasks =
            next.is_some_and(|next| next.label.is_some() && items::starts_task(&next.text));
        let Some((title, _)) = paragraph.text.rsplit_once('(').filter(|_| over_tasks) else {
            return false;
        };
        let (mut head, mut bodies) = (paragraph.clone(), paragraph.clone());
        head.text = title.trim_end().to_owned();
        let bracketed = &paragraph.text[title.len()..];
        let named = sessions::title(&head).zip(signs::named_bodies(bracketed));
        let Some((session, names)) = named else {
            return false;
        };
        bodies.text = names.to_owned();
        bodies.label = None;
        bodies.said.addressee = Some(names.to_owned());
        self.open_session(session, paragraph);
        self.open_group(&bodies);
        self.introduced = true;
        self.at = At::Directives;
        true
    }

    /// Headings and their first tasks in one paragraph: «Школам – открыть кружки, директору спортшколы – открыть
    /// секции».
    fn glued(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) {
        for (n, given) in signs::given_in_turn(&paragraph.text)
            .into_iter()
            .enumerate()
        {
            let mut part = paragraph.part(given);
            if n == 0 {
                part.label.clone_from(&paragraph.label);
                part.anchor.clone_from(&paragraph.anchor);
            }
            let Some((head, tasks)) = signs::glued_heading(given) else {
                self.among_directives(&part, rest);
                continue;
            };
            let mut heading = part.clone();
            heading.text = super::capitals::capital(head);
            let (mark, tasks) = super::label::split(tasks);
            part.text = tasks.to_owned();
            part.label = mark;
            self.open_group(&heading);
            self.among_directives(&part, rest);
        }
    }

    /// A line in capitals where the part being read is named by such a line, too.
    fn goes_on_loudly(&self, paragraph: &Paragraph) -> bool {
        let loud = |text: &str| {
            text.contains(' ')
                && text.chars().any(char::is_alphabetic)
                && !text.chars().any(char::is_lowercase)
                && text.chars().count() < 100
        };
        let section = self.resolution.sections.last();
        let title = section.and_then(|section| section.title.as_deref());
        title.is_some_and(loud)
            && paragraph.label.is_none()
            && loud(&paragraph.text)
            && !addressees::starts_like_addressee(&paragraph.text)
            && !signs::leads_in(&paragraph.text)
            && !paragraph.text.ends_with([':', ';', ',', '.'])
            && !signs::is_closing(paragraph)
    }

    /// «Блок «Кадры»» right below «3. Школам:», and every block after it: those addressed stay the same.
    fn parts_group(&self, paragraph: &Paragraph) -> bool {
        let group = self.resolution.sections.last().and_then(|section| {
            let last = section.groups.last()?;
            let listed = last.number.is_some() || section.groups.len() > 1;
            (listed && !last.heading.is_empty()).then_some(last)
        });
        let block = || {
            let session = sessions::title(paragraph).and_then(|session| session.called);
            let words = session.map(|called| called.words).unwrap_or_default();
            ["Блок", "Направление", "Раздел"]
                .iter()
                .any(|word| words.starts_with(word))
        };
        self.at == At::Directives
            && group.is_some_and(|group| self.parted || group.directives.is_empty())
            && block()
    }

    /// Whether a line may name the bodies of the tasks below: it stands first under a session's title.
    fn names_bodies_of(&self, paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
        let fresh = self
            .resolution
            .sections
            .last()
            .is_some_and(|section| section.title.is_some() && section.groups.is_empty());
        fresh
            && !matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)))
            && next.is_some_and(|next| next.label.is_some() && items::starts_task(&next.text))
    }

    /// Whatever it says, a short line over a list of tasks is their heading where no addressee is
    /// named: «Направление первое. Кадры:», «Кадры».
    fn heads_tasks(&self, paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
        let text = paragraph.text.as_str();
        let named = self
            .resolution
            .sections
            .last()
            .and_then(|section| section.groups.last())
            .is_some_and(|group| !group.heading.is_empty());
        let marked = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
        // «Отв. – отдел воспитания» closes the task above.
        let closes = self.does(Step::Responsible) && !signs::tails(text).is_empty();
        self.introduced
            && !closes
            && self.at == At::Directives
            && !named
            && !marked
            && titles_a_list(paragraph)
            && !super::paragraphs::has_infinitive(text)
            && !items::is_deadline(text)
            && !signs::is_lead_in(text)
            && next.is_some_and(|next| {
                let listed = matches!(
                    (&paragraph.label, &next.label),
                    (_, Some(Label::Bullet(_) | Label::Letter(_))) | (None, Some(Label::Number(_)))
                );
                listed && items::starts_task(&next.text)
            })
    }

    /// A heading before any lead-in counts only when tasks follow it: a sentence of the preamble
    /// may start with a body in the dative too.
    fn heading_fits(&self, paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
        let next_is_task = next.is_some_and(|next| {
            items::starts_task(&next.text)
                || items::is_deadline(&next.text)
                || matches!(next.label, Some(Label::Bullet(_) | Label::Letter(_)))
                || signs::is_heading(next, None)
        });
        // A bullet that ends with a colon under a heading is a lead, not another heading.
        let bulleted = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
        (next_is_task || self.introduced && self.at != At::Closing)
            && !(bulleted && self.at == At::Directives && !next_is_task)
    }

    /// «По итогам работы секции воспитателей рекомендовать руководителям садов:» over a list heads a group
    /// of its own: of those it names, and of nobody where tasks of others stand above it.
    fn asks_on_grounds(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        let item = match &paragraph.label {
            // «1.3. По итогам …» goes on with the list it stands in.
            Some(Label::Number(number)) => number.trim_end_matches('.').contains('.'),
            Some(Label::Bullet(_) | Label::Letter(_)) => true,
            None => false,
        };
        let lists = rest.first().is_some_and(|next| {
            items::starts_task(&next.text) && !signs::is_heading(next, rest.get(1))
        });
        let Some(asked) = grounds::asked(&paragraph.text).filter(|_| lists && !item) else {
            return false;
        };
        let named = sessions::in_lead(&paragraph.text);
        let section = self.resolution.sections.last();
        if named.is_some() && section.map(|section| &section.title) != Some(&named) {
            self.open_section(named, paragraph);
        }
        let section = self.resolution.sections.last();
        let begun = section.is_some_and(|section| !section.groups.is_empty());
        if asked.is_empty() && !begun {
            return false;
        }
        let mut heading = paragraph.clone();
        heading.said.addressee = Some(asked.to_owned());
        self.open_group(&heading);
        self.introduced = true;
        self.ever_introduced = true;
        true
    }

    fn lead_in(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        if !signs::is_lead_in(&paragraph.text) || matches!(paragraph.label, Some(Label::Bullet(_)))
        {
            return false;
        }
        // The text goes on as prose or with another title: it only sounded like a lead-in.
        let leads = rest.first().is_some_and(|next| {
            next.row.is_some()
                || signs::is_heading(next, rest.get(1))
                || items::starts_task(&next.text)
                || items::is_deadline(&next.text)
                || signs::is_lead_in(&next.text)
                || signs::formal(&next.text).is_some()
        });
        let title = rest
            .first()
            .is_some_and(|next| sessions::title(next).is_some() || sessions::opens(next));
        let block = rest.first().is_some_and(|next| {
            signs::block_title(next, rest.get(1)).is_some()
                || signs::block_of_bodies(next).is_some()
        });
        // Whatever its heading says: a list of tasks stands under it.
        let listed = rest.first().zip(rest.get(1)).is_some_and(|(next, item)| {
            titles_a_list(next) && item.label.is_some() && items::starts_task(&item.text)
        });
        // «… предлагают включить в план работы:» over nouns: what is to be included is what is to be done.
        let included = signs::proposed_to_include(&paragraph.text)
            .filter(|_| rest.first().is_some_and(|next| next.label.is_some()));
        let leads = leads || listed || included.is_some();
        if !leads && !title && !block {
            return false;
        }
        if title {
            // The whole forum's lead-in stands before the first session.
            self.resolution.preamble.push(paragraph.text.clone());
            self.notes.place(paragraph.lines, Role::Preamble);
            self.ever_introduced = true;
            return true;
        }
        // «По результатам работы секции «Инклюзия» участники рекомендуют:» has no title above it.
        let named = sessions::in_lead(&paragraph.text);
        let now = self
            .resolution
            .sections
            .last()
            .map(|section| &section.title);
        if named.is_some() && now != Some(&named) {
            self.open_section(named, paragraph);
        }
        self.drop_leads();
        self.notes.place(paragraph.lines, Role::LeadIn);
        let text = match included {
            Some((who, _)) => format!("{}:", who.trim_end()),
            None => paragraph.text.clone(),
        };
        let section = self.section();
        match &mut section.lead_in {
            // A second lead-in in one section: the first was part of its story.
            Some(first) if section.groups.is_empty() => {
                let first = std::mem::replace(first, text);
                section.findings.push(first);
            }
            Some(_) => self.find(text),
            none => *none = Some(text),
        }
        if let Some((_, what)) = included {
            self.leave_group(paragraph);
            let mut phrase = paragraph.clone();
            phrase.text = what.to_owned();
            self.open_lead(&phrase);
        }
        self.introduced = true;
        self.ever_introduced = true;
        self.at = At::Directives;
        self.above.clear();
        true
    }

    fn before_directives(&mut self, paragraph: &Paragraph) {
        let text = full_text(paragraph);
        let hidden = addressees::starts_like_addressee(&paragraph.text)
            && paragraph.text.contains("следует ")
            || (paragraph.text.contains("рекомендовали") || paragraph.text.contains("поручили"))
                && super::paragraphs::has_infinitive(&paragraph.text);
        if hidden {
            let beginning = super::beginning(&paragraph.text);
            self.notes.add(
                DiagnosticCode::PossibleDirective,
                Severity::Warning,
                paragraph.lines,
                &[("text", &beginning)],
            );
        }
        let listed = paragraph.label.is_some() || paragraph.text.starts_with(char::is_lowercase);
        if signs::names_problems(&paragraph.text) {
            self.at = At::Problems;
            self.problem(paragraph);
            return;
        }
        if self.at == At::Problems && listed {
            self.notes.place(paragraph.lines, Role::Problem);
            self.name_problem(items::clean(&text));
            return;
        }
        self.at = At::Findings;
        let role = if self.tells_of_a_session() {
            Role::Finding
        } else {
            Role::Preamble
        };
        self.notes.place(paragraph.lines, role);
        self.tell(text);
    }

    fn tells_of_a_session(&self) -> bool {
        let section = self.resolution.sections.last();
        section.is_some_and(|s| s.title.is_some() || !s.groups.is_empty())
    }

    /// A table that is no plan: told with the text it stands in, or below the last directive. Gives how
    /// many rows it has.
    fn table(&mut self, first: &Paragraph, rest: &[Paragraph]) -> usize {
        let is_row = |p: &&Paragraph| p.cells.is_some() && p.row.is_none() && p.said.role.is_none();
        let (more, behind) = rest.split_at(rest.iter().take_while(is_row).count());
        let goes_on = || {
            behind.iter().enumerate().any(|(n, later)| {
                later.label.is_some() && items::starts_task(&later.text)
                    || sessions::title(later).is_some()
                    || signs::is_heading(later, behind.get(n + 1))
                    || signs::is_lead_in(&later.text)
            })
        };
        if self.at == At::Directives && !goes_on() {
            self.at = At::Closing;
        }
        for row in std::iter::once(first).chain(more) {
            if self.at == At::Closing {
                self.close(row);
                continue;
            }
            let role = if self.tells_of_a_session() {
                Role::Finding
            } else {
                Role::Preamble
            };
            self.notes.place(row.lines, role);
            self.tell(row.cells.clone().unwrap_or_default());
        }
        1 + more.len()
    }

    /// Running text before directives: of the session that is being read, or of the whole forum.
    fn tell(&mut self, text: String) {
        if self.tells_of_a_session() {
            self.find(text);
        } else {
            self.resolution.preamble.push(text);
        }
    }

    /// Problems named in one paragraph after its colon, or in the list that follows. What the paragraph
    /// tells before them stays, and so do the words that introduce them.
    fn problem(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.as_str();
        self.notes.place(paragraph.lines, Role::Problem);
        let named = text.find("роблем").unwrap_or_default();
        let colon = text.get(named..).and_then(|rest| rest.find(':'));
        let (head, list) = colon
            .and_then(|at| text.split_at_checked(named + at + 1))
            .unwrap_or((text, ""));
        let list = list.trim();
        let (told, introduction) = match head.rsplit_once(". ") {
            Some((told, introduction)) if !list.is_empty() => (Some(told), introduction),
            _ => (None, head),
        };
        if let Some(told) = told {
            self.tell(format!("{told}."));
        }
        self.find(introduction.to_owned());
        if !list.is_empty() {
            let parts = list.split(';').map(items::clean);
            for part in parts.filter(|part| !part.is_empty()) {
                self.name_problem(part);
            }
            self.at = At::Findings;
        }
    }
}

/// Whether a line may be the title of a list: short, and no sentence. «Кадры», «Направление 1:».
fn titles_a_list(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.as_str();
    let long = if text.ends_with(':') { 150 } else { 100 };
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && text.chars().count() < long
        && !text.ends_with(['.', ';', ',', '!'])
        && !items::starts_task(text)
}

/// A paragraph of prose with the number it was printed with.
fn full_text(paragraph: &Paragraph) -> String {
    match &paragraph.label {
        Some(Label::Number(label) | Label::Letter(label)) => format!("{label} {}", paragraph.text),
        Some(Label::Bullet(_)) | None => paragraph.text.clone(),
    }
}
