//! A resolution as an Excel workbook: directives, targets, plan, control.

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    DataValidation, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use svod_model::numbering::{self, Numbers};
use svod_model::{Bound, Deadline, Directive, Group, Resolution, Section};

use crate::WriteError;
use crate::cells::{Looks, page, properties, put, rows_of, tall};
use crate::typography::capital;

/// Heading and width in characters of each column.
type Columns<'a> = &'a [(&'a str, f64)];

const DIRECTIVES: Columns<'static> = &[
    ("№", 8.0),
    ("Раздел", 18.0),
    ("Кому", 26.0),
    ("Поручение", 60.0),
    ("Срок", 20.0),
    ("Начало", 11.0),
    ("Последний день", 11.0),
    ("Показатели", 22.0),
    ("Основания", 26.0),
];

const TARGETS: Columns<'static> = &[
    ("№", 8.0),
    ("Кому", 28.0),
    ("Показатель", 44.0),
    ("Условие", 11.0),
    ("Значение", 11.0),
    ("Ед.", 8.0),
    ("К дате", 12.0),
    ("Факт", 11.0),
    ("Отклонение", 12.0),
    ("Слова резолюции", 34.0),
];

const PLAN: Columns<'static> = &[
    ("№", 8.0),
    ("Мероприятие", 64.0),
    ("Срок", 24.0),
    ("Ответственный", 34.0),
    ("Ожидаемый результат", 30.0),
];
/// The width of any other column of a plan.
const OTHER: f64 = 24.0;

const CONTROL: Columns<'static> = &[
    ("№", 8.0),
    ("Поручение", 56.0),
    ("Последний день", 12.0),
    ("Исполнитель", 26.0),
    ("Информация об исполнении", 36.0),
    ("Статус", 18.0),
    ("Подтверждение", 22.0),
    ("Снято с контроля", 14.0),
];

/// The column of the control sheet a state is chosen in, and the states.
const STATE: u16 = 5;
const STATES: [&str; 7] = [
    "на контроле",
    "в работе",
    "исполнено",
    "исполнено частично",
    "не исполнено",
    "срок продлён",
    "на постоянном контроле",
];

/// Writes a resolution as a workbook of four sheets. The measures of `plan` stand on its own sheet:
/// what [`crate::papers::plan`] makes, or the resolution itself. The control sheet waits to be filled
/// in. `made_on` is the day the file's properties name.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be built; never for what the texts say.
pub fn workbook(
    resolution: &Resolution,
    plan: &Resolution,
    made_on: NaiveDate,
) -> Result<Vec<u8>, WriteError> {
    let own = Rows::of(resolution);
    let mut workbook = Workbook::new();
    let subject = resolution.event.theme.as_deref().unwrap_or_default();
    workbook.set_properties(&properties(&resolution.title, subject, made_on)?);
    let book = Book::new();
    book.directives(workbook.add_worksheet(), &own)?;
    book.targets(workbook.add_worksheet(), &own)?;
    let others = plan.columns.as_ref().map(|columns| &columns.others[..]);
    book.plan(
        workbook.add_worksheet(),
        &Rows::of(plan),
        others.unwrap_or_default(),
    )?;
    book.control(workbook.add_worksheet(), &own)?;
    Ok(workbook.save_to_buffer()?)
}

/// Directives with their printed numbers.
struct Rows<'a> {
    numbers: Numbers,
    of: Vec<(&'a Section, &'a Group, &'a Directive)>,
}

impl<'a> Rows<'a> {
    fn of(resolution: &'a Resolution) -> Self {
        Self {
            numbers: numbering::number(resolution),
            of: resolution.directives().collect(),
        }
    }

    fn number(&self, directive: &Directive) -> String {
        let number = self.numbers.get(&directive.id).map(String::as_str);
        number.unwrap_or_default().trim_end_matches('.').to_owned()
    }
}

/// The looks of the cells.
struct Book {
    looks: Looks,
    date: Format,
}

impl Book {
    fn new() -> Self {
        let looks = Looks::new();
        let date = looks
            .number
            .clone()
            .set_num_format("dd.mm.yyyy")
            .set_align(FormatAlign::Left);
        Self { looks, date }
    }

    fn directives(&self, sheet: &mut Worksheet, rows: &Rows<'_>) -> Result<(), XlsxError> {
        sheet.set_name("Поручения")?;
        page(sheet, 0, DIRECTIVES, rows.of.len(), &self.looks)?;
        if rows.of.iter().all(|(section, ..)| section.title.is_none()) {
            sheet.set_column_hidden(1)?;
        }
        for (row, (section, group, directive)) in (1..).zip(&rows.of) {
            let targets: Vec<&str> = directive
                .indicators
                .iter()
                .map(|i| i.phrase.trim())
                .collect();
            let grounds: Vec<&str> = directive
                .references
                .iter()
                .map(|r| r.canonical.trim())
                .collect();
            let cells = [
                rows.number(directive),
                section.title.clone().unwrap_or_default(),
                who(group, directive),
                directive.whole(),
                phrases(directive),
                String::new(),
                String::new(),
                targets.join("; "),
                grounds.join("; "),
            ];
            self.row(sheet, row, DIRECTIVES, &cells)?;
            let from = directive
                .deadlines
                .iter()
                .find_map(|deadline| deadline.from);
            self.day(sheet, row, 5, from)?;
            self.day(sheet, row, 6, last_day(directive))?;
        }
        Ok(())
    }

    fn targets(&self, sheet: &mut Worksheet, rows: &Rows<'_>) -> Result<(), XlsxError> {
        sheet.set_name("Показатели")?;
        let count = rows
            .of
            .iter()
            .map(|(_, _, directive)| directive.indicators.len())
            .sum();
        page(sheet, 0, TARGETS, count, &self.looks)?;
        let told = rows.of.iter().flat_map(|(_, group, directive)| {
            let each = directive.indicators.iter();
            each.map(move |indicator| (group, directive, indicator))
        });
        for (row, (group, directive, indicator)) in (1..).zip(told) {
            let relation = match indicator.relation {
                Bound::AtLeast => "не менее",
                Bound::AtMost => "не более",
                Bound::Exactly => "ровно",
            };
            let cells = [
                rows.number(directive),
                who(group, directive),
                indicator.subject.trim().to_owned(),
                relation.to_owned(),
                String::new(),
                indicator.unit.clone(),
                String::new(),
                String::new(),
                String::new(),
                indicator.phrase.trim().to_owned(),
            ];
            self.row(sheet, row, TARGETS, &cells)?;
            sheet.write_number_with_format(row, 4, indicator.value, &self.looks.number)?;
            self.day(sheet, row, 6, indicator.by.or_else(|| last_day(directive)))?;
        }
        Ok(())
    }

    /// `others`: the headings of the plan's columns that are no usual ones. One nothing stands in is
    /// left out, as on paper.
    fn plan(
        &self,
        sheet: &mut Worksheet,
        rows: &Rows<'_>,
        others: &[String],
    ) -> Result<(), XlsxError> {
        sheet.set_name("План")?;
        let cell = |directive: &Directive, at: usize| -> String {
            directive.cells.get(at).cloned().unwrap_or_default()
        };
        let filled = |at: &usize| rows.of.iter().any(|(.., d)| !cell(d, *at).is_empty());
        let kept: Vec<usize> = (0..others.len()).filter(filled).collect();
        let named = kept.iter().map(|at| (others[*at].as_str(), OTHER));
        let columns: Vec<(&str, f64)> = PLAN.iter().copied().chain(named).collect();
        page(sheet, 0, &columns, rows.of.len(), &self.looks)?;
        for (row, (_, group, directive)) in (1..).zip(&rows.of) {
            let mut cells = vec![
                rows.number(directive),
                directive.whole(),
                phrases(directive),
                responsible(group, directive),
                directive.expected(),
            ];
            cells.extend(kept.iter().map(|at| cell(directive, *at)));
            self.row(sheet, row, &columns, &cells)?;
        }
        Ok(())
    }

    fn control(&self, sheet: &mut Worksheet, rows: &Rows<'_>) -> Result<(), XlsxError> {
        sheet.set_name("Контроль")?;
        page(sheet, 0, CONTROL, rows.of.len(), &self.looks)?;
        for (row, (_, group, directive)) in (1..).zip(&rows.of) {
            let cells = [
                rows.number(directive),
                directive.whole(),
                String::new(),
                responsible(group, directive),
                String::new(),
                STATES[0].to_owned(),
                String::new(),
                String::new(),
            ];
            self.row(sheet, row, CONTROL, &cells)?;
            self.day(sheet, row, 2, last_day(directive))?;
        }
        if let Some(last) = u32::try_from(rows.of.len()).ok().filter(|last| *last > 0) {
            let states = DataValidation::new().allow_list_strings(&STATES)?;
            sheet.add_data_validation(1, STATE, last, STATE, &states)?;
        }
        Ok(())
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        columns: Columns<'_>,
        cells: &[String],
    ) -> Result<(), XlsxError> {
        for (column, text) in (0..).zip(cells) {
            put(sheet, row, column, text, &self.looks.text)?;
        }
        let lines: Vec<usize> = cells
            .iter()
            .zip(columns)
            .map(|(text, (_, width))| rows_of(text, *width))
            .collect();
        tall(sheet, row, &lines)
    }

    /// A day as Excel knows days, so that it sorts and filters as one.
    fn day(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        day: Option<NaiveDate>,
    ) -> Result<(), XlsxError> {
        let Some(day) = day else { return Ok(()) };
        let part = |part: u32| u8::try_from(part).unwrap_or(1);
        // Excel's calendar begins in 1900; an older day stays empty.
        let Some(year) = u16::try_from(day.year())
            .ok()
            .filter(|year| (1900..=9999).contains(year))
        else {
            return Ok(());
        };
        let date = ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))?;
        sheet.write_datetime_with_format(row, column, &date, &self.date)?;
        Ok(())
    }
}

/// Whom a directive is given to: the one it names, or those of its group.
fn who(group: &Group, directive: &Directive) -> String {
    let own = directive.addressee.as_deref().map(str::trim);
    let own = own.filter(|own| !own.is_empty());
    let heading = group.heading.trim().trim_end_matches(':');
    own.unwrap_or(heading).to_owned()
}

/// Who answers for a directive, as lists name them: in the nominative, where the reader knows it.
fn responsible(group: &Group, directive: &Directive) -> String {
    let own = directive.addressee.as_deref().map(str::trim);
    let named = own.is_some_and(|own| !own.is_empty());
    // «Совместно с …» is said in the heading alone.
    if named || group.bodies.is_empty() || !group.partners.is_empty() {
        return who(group, directive);
    }
    let names = group.bodies.iter().map(|body| body.name.trim());
    names.map(capital).collect::<Vec<_>>().join(", ")
}

fn phrases(directive: &Directive) -> String {
    let phrases = directive
        .deadlines
        .iter()
        .map(|deadline| deadline.phrase.trim());
    phrases.collect::<Vec<_>>().join(", ")
}

fn last_day(directive: &Directive) -> Option<NaiveDate> {
    let last = |deadline: &Deadline| deadline.to.or(deadline.from);
    directive.deadlines.iter().filter_map(last).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{day, part, resolution};

    #[test]
    fn no_text_becomes_a_formula() {
        let mut resolution = resolution(&["=1+1 до 1 мая", "+7 (900)", "@имя", "-1"]);
        resolution.sections[0].groups[0].heading = "=HYPERLINK(\"http://x\")".into();
        let bytes = workbook(&resolution, &resolution, day()).unwrap();
        for sheet in 1..=4 {
            let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
            assert!(
                !xml.contains("<f>") && !xml.contains("<f "),
                "sheet {sheet}"
            );
        }
        assert!(part(&bytes, "xl/sharedStrings.xml").contains("=1+1"));
    }

    #[test]
    fn last_day_is_a_day_and_states_are_offered() {
        let mut resolution = resolution(&["провести смотр до 1 мая"]);
        resolution.sections[0].groups[0].directives[0].deadlines[0].to = Some(day());
        let bytes = workbook(&resolution, &resolution, day()).unwrap();
        // 5 March 2031 counted from 1900.
        assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<v>47912</v>"));
        let control = part(&bytes, "xl/worksheets/sheet4.xml");
        assert!(control.contains("dataValidation type=\"list\""));
        assert_eq!(bytes, workbook(&resolution, &resolution, day()).unwrap());
    }

    #[test]
    fn other_columns_of_a_plan_are_columns_of_its_sheet_and_empty_ones_are_left_out() {
        let mut plan = resolution(&["провести смотр", "открыть клуб"]);
        plan.columns = Some(svod_model::Columns {
            others: vec!["Место".into(), "Финансирование".into()],
            ..svod_model::Columns::default()
        });
        let first = &mut plan.sections[0].groups[0].directives[0];
        first.cells = vec![String::new(), "=бюджет".into()];
        let bytes = workbook(&plan, &plan, day()).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
        let texts = part(&bytes, "xl/sharedStrings.xml");
        assert!(sheet.contains("<c r=\"F1\"") && !sheet.contains("<c r=\"G1\""));
        assert!(sheet.contains("<c r=\"F2\"") && !sheet.contains("<f>"));
        assert!(texts.contains("Финансирование") && texts.contains("=бюджет"));
        assert!(!texts.contains("Место"));
    }
}
