//! Lists and closing lines.

use std::collections::BTreeMap;

use svod_api::view::{
    DocumentCard, DueView, ExchangeChoice, ExchangeReport, ExchangeView, ImportItem, ImportOutcome,
    Like, Likeness, SearchHit,
};
use svod_api::{Finding, Id, NaiveDate, Resolution, Severity, numbers};

use super::{Words, en, fill, ru};

impl Words {
    /// The document an imported one says the same as.
    fn like(self, like: Option<&Like>) -> String {
        let Some(like) = like else {
            return String::new();
        };
        let how = match (like.likeness, self) {
            (Likeness::Same, Self::Ru) => "тот же текст, что",
            (Likeness::Near, Self::Ru) => "почти тот же текст, что",
            (Likeness::Same, Self::En) => "the same text as",
            (Likeness::Near, Self::En) => "nearly the same text as",
        };
        format!(" ({how} {})", like.card.id)
    }

    /// What came of one imported file.
    pub(crate) fn imported(self, item: &ImportItem) -> String {
        match (&item.outcome, self) {
            (ImportOutcome::Imported { card, like }, Self::Ru) => format!(
                "{}: {} {}{}",
                item.file,
                plural(card.directives, ["поручение", "поручения", "поручений"]),
                card.id,
                self.like(like.as_deref())
            ),
            (ImportOutcome::Imported { card, like }, Self::En) => format!(
                "{}: {}, {}{}",
                item.file,
                counted(card.directives, "directive"),
                card.id,
                self.like(like.as_deref())
            ),
            (ImportOutcome::Duplicate { card }, Self::Ru) => {
                format!("{}: уже есть в библиотеке, {}", item.file, card.id)
            }
            (ImportOutcome::Duplicate { card }, Self::En) => {
                format!("{}: already in the library, {}", item.file, card.id)
            }
            (ImportOutcome::Failed { error }, _) => self.error(error),
        }
    }

    /// Lines of the source that are not in the document made of it: how many, and what they say.
    pub(crate) fn left_out(self, resolution: &Resolution) -> String {
        let unplaced = &resolution.unplaced;
        let count = u32::try_from(unplaced.len()).unwrap_or(u32::MAX);
        let mut out = match self {
            Self::Ru => format!(
                "В документ не вошло: {}. Перенесите нужное сами.",
                plural(count, ["строка", "строки", "строк"])
            ),
            Self::En => format!(
                "Left out of the document: {}. Add what is needed yourself.",
                counted(count, "line")
            ),
        };
        for line in unplaced {
            let [first, last] = line.lines;
            let place = if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            };
            out.push_str(&format!("\n  {place}: {}", line.text));
        }
        out
    }

    /// What came of several files together.
    pub(crate) fn all_imported(self, items: &[ImportItem]) -> String {
        let (mut new, mut known, mut failed) = (0, 0, 0);
        for item in items {
            match item.outcome {
                ImportOutcome::Imported { .. } => new += 1,
                ImportOutcome::Duplicate { .. } => known += 1,
                ImportOutcome::Failed { .. } => failed += 1,
            }
        }
        match self {
            Self::Ru => format!(
                "Всего {}: новых документов {new}, уже были в библиотеке {known}, не прочитано {failed}.",
                plural(new + known + failed, ["файл", "файла", "файлов"])
            ),
            Self::En => format!(
                "{} in all: {}, {known} already in the library, {failed} not read.",
                counted(new + known + failed, "file"),
                counted(new, "new document")
            ),
        }
    }

    /// Documents, one a line: the beginning of the id, date, directives, title.
    pub(crate) fn documents(self, cards: &[DocumentCard]) -> String {
        let mut out = String::new();
        for card in cards {
            let id: String = card.id.as_str().chars().take(8).collect();
            let date = card
                .adopted_on
                .map_or_else(|| "—".into(), |date| date.to_string());
            let line = format!("{id}  {date:<10}  {:>4}  {}\n", card.directives, card.title);
            out.push_str(&line);
        }
        if cards.is_empty() {
            out.push_str(match self {
                Self::Ru => "Библиотека пуста.",
                Self::En => "The library is empty.",
            });
        }
        out
    }

    /// What is late or due soon, one a line, with the text below it.
    pub(crate) fn due(self, view: &DueView) -> String {
        let day = |day: NaiveDate| match self {
            Self::Ru => day.format("%d.%m.%Y").to_string(),
            Self::En => day.to_string(),
        };
        let mut out = match self {
            Self::Ru => format!(
                "На {}: {}, из них просрочено {}.\n",
                day(view.on),
                plural(
                    u32::try_from(view.items.len()).unwrap_or(u32::MAX),
                    ["поручение", "поручения", "поручений"]
                ),
                view.late
            ),
            Self::En => format!(
                "On {}: {}, {} of them late.\n",
                day(view.on),
                counted(
                    u32::try_from(view.items.len()).unwrap_or(u32::MAX),
                    "directive"
                ),
                view.late
            ),
        };
        for item in &view.items {
            let near = match (item.days_left.unwrap_or(0), self) {
                (days @ ..=-1, Self::Ru) => {
                    let days = plural(days.unsigned_abs(), ["день", "дня", "дней"]);
                    format!("просрочено на {days}")
                }
                (days @ ..=-1, Self::En) => {
                    format!("{} late", counted(days.unsigned_abs(), "day"))
                }
                (0, Self::Ru) => "сегодня".to_owned(),
                (0, Self::En) => "today".to_owned(),
                (days, Self::Ru) => {
                    let days = plural(days.unsigned_abs(), ["день", "дня", "дней"]);
                    format!("осталось: {days}")
                }
                (days, Self::En) => format!("{} left", counted(days.unsigned_abs(), "day")),
            };
            let off = item.works_on.map(|works_on| match self {
                Self::Ru => format!("; выходной, рабочий день {}", day(works_on)),
                Self::En => format!("; a day off, working day {}", day(works_on)),
            });
            out.push_str(&format!(
                "\n{}  {near}{}  {} {}\n    {}\n    {}\n",
                item.due.map(day).unwrap_or_default(),
                off.unwrap_or_default(),
                item.number,
                item.addressee,
                item.text,
                item.title
            ));
        }
        out
    }

    /// Findings of the search, one a line.
    pub(crate) fn hits(self, hits: &[SearchHit]) -> String {
        if hits.is_empty() {
            return match self {
                Self::Ru => "Ничего не найдено.".into(),
                Self::En => "Nothing was found.".into(),
            };
        }
        let mut out = String::new();
        for hit in hits {
            let id: String = hit.document.as_str().chars().take(8).collect();
            out.push_str(&format!("{id}  {}\n", hit.text));
        }
        out
    }

    /// The findings of a check, one a line, and a summary.
    pub(crate) fn findings(self, resolution: &Resolution, findings: &[Finding]) -> String {
        let numbers = numbers(resolution);
        let number = |id: &Option<Id>| {
            id.as_ref()
                .and_then(|id| numbers.get(id))
                .map_or("—", String::as_str)
        };
        let mut out = String::new();
        for finding in findings {
            let unverified = finding.args.contains_key("unverified");
            let (template, severity) = match self {
                Self::Ru => (
                    ru::rule(finding.rule, unverified),
                    russian(finding.severity),
                ),
                Self::En => (
                    en::rule(finding.rule, unverified),
                    english(finding.severity),
                ),
            };
            let place = if finding.directive.is_some() {
                &finding.directive
            } else {
                &finding.group
            };
            let text = fill(template, &finding.args);
            out.push_str(&format!("{:<8} {severity:<10} {text}\n", number(place)));
        }
        let count = |severity| {
            let found = findings
                .iter()
                .filter(|finding| finding.severity == severity);
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        let (errors, warnings, notes) = (
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Note),
        );
        out.push_str(&match self {
            Self::Ru => format!("исправить {errors}, проверить {warnings}, советов {notes}"),
            Self::En => format!("errors {errors}, warnings {warnings}, notes {notes}"),
        });
        out
    }

    /// A backup was made.
    pub(crate) fn backup_done(self, path: &str) -> String {
        match self {
            Self::Ru => format!("Копия библиотеки: {path}"),
            Self::En => format!("Copy of the library: {path}"),
        }
    }

    /// The library is what a copy holds.
    pub(crate) fn restored(self) -> &'static str {
        match self {
            Self::Ru => {
                "Библиотека возвращена из копии; прежняя осталась среди копий, повреждённая — рядом под другим именем."
            }
            Self::En => {
                "The library is what the copy holds; what it was is among the copies, or beside it if it was damaged."
            }
        }
    }

    /// A bundle was written.
    pub(crate) fn bundle_made(self, path: &str) -> String {
        match self {
            Self::Ru => format!("Файл обмена: {path}"),
            Self::En => format!("Exchange file: {path}"),
        }
    }

    /// What came of taking a bundle; documents edited on both sides one a line.
    pub(crate) fn received(
        self,
        view: &ExchangeView,
        conflicts: &BTreeMap<Id, ExchangeChoice>,
        report: &ExchangeReport,
    ) -> String {
        let ExchangeReport {
            added,
            updated,
            skipped,
            ..
        } = report;
        let mut out = match self {
            Self::Ru => {
                format!("Добавлено: {added}, обновлено: {updated}, без изменений: {skipped}")
            }
            Self::En => format!("Added: {added}, updated: {updated}, left: {skipped}"),
        };
        let named = view
            .items
            .iter()
            .filter(|item| conflicts.contains_key(&item.id));
        for item in named {
            let how = match (conflicts[&item.id], self) {
                (ExchangeChoice::Skip, Self::Ru) => "изменён и здесь, и там: остался здешний",
                (ExchangeChoice::Skip, Self::En) => "edited here and there: ours stays",
                (ExchangeChoice::Take, Self::Ru) => "изменён и здесь, и там: взят присланный",
                (ExchangeChoice::Take, Self::En) => "edited here and there: theirs was taken",
                (ExchangeChoice::Said, Self::Ru) => {
                    "изменён и здесь, и там: остался здешний, замечания и отметки взяты"
                }
                (ExchangeChoice::Said, Self::En) => {
                    "edited here and there: ours stays, remarks and marks were taken"
                }
                (ExchangeChoice::Both, Self::Ru) => "изменён и здесь, и там: оставлены оба",
                (ExchangeChoice::Both, Self::En) => "edited here and there: both stay",
            };
            let id: String = item.id.as_str().chars().take(8).collect();
            out.push_str(&format!("\n{id}  {}: {how}", item.title));
        }
        for item in view.items.iter().filter(|item| item.apart > 0) {
            let id: String = item.id.as_str().chars().take(8).collect();
            let (title, apart) = (&item.title, item.apart);
            out.push_str(&match self {
                Self::Ru => format!(
                    "\n{id}  {title}: отметки об исполнении расходятся (поручений: {apart}), остались здешние"
                ),
                Self::En => format!(
                    "\n{id}  {title}: marks of execution differ (directives: {apart}), ours stay"
                ),
            });
        }
        out
    }

    /// The library was verified.
    pub(crate) fn verified(self, problems: &[String]) -> String {
        let head = match (self, problems.is_empty()) {
            (Self::Ru, true) => "Библиотека цела.",
            (Self::Ru, false) => "Библиотека повреждена: восстановите её из копии.",
            (Self::En, true) => "The library is sound.",
            (Self::En, false) => "The library is damaged: restore it from a copy.",
        };
        std::iter::once(head)
            .chain(problems.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn russian(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "исправить",
        Severity::Warning => "проверить",
        Severity::Note => "совет",
    }
}

fn english(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A count with its noun: 1 поручение, 2 поручения, 5 поручений, 21 поручение.
fn plural(n: u32, [one, few, many]: [&str; 3]) -> String {
    let noun = match (n % 10, n % 100) {
        (1, teen) if teen != 11 => one,
        (2..=4, teen) if !(12..=14).contains(&teen) => few,
        _ => many,
    };
    format!("{n} {noun}")
}

/// The same in English: 1 day, 2 days.
fn counted(n: impl Into<u64>, noun: &str) -> String {
    let n = n.into();
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{counted, plural};

    #[test]
    fn english_counts_take_the_right_noun() {
        let said = [0, 1, 2, 11, 21].map(|n: u32| counted(n, "day"));
        assert_eq!(said, ["0 days", "1 day", "2 days", "11 days", "21 days"]);
    }

    #[test]
    fn russian_counts_take_the_right_noun() {
        let nouns = ["поручение", "поручения", "поручений"];
        let said = [1, 3, 5, 11, 12, 21, 24, 100].map(|n| plural(n, nouns));
        let right = [
            "1 поручение",
            "3 поручения",
            "5 поручений",
            "11 поручений",
            "12 поручений",
            "21 поручение",
            "24 поручения",
            "100 поручений",
        ];
        assert_eq!(said, right);
    }
}
