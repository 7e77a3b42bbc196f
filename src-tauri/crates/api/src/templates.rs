//! Templates: documents with fields to fill in, as texts a person can read and change.
//!
//! A template is Markdown under a short head: `name`, `about`, and the `fields` with an example
//! each. A field stands in the text in brackets, «[Муниципалитет (род. п.)]». The program's own are
//! in `assets/templates`; the person's are kept in the library, in the same form.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use include_dir::{Dir, include_dir};
use svod_language::{dates, fields};
use svod_model::{Id, Resolution, numbering};
use svod_store::{Own, OwnKind};

use crate::drafting::recognise_all;
use crate::library::{new_id, now};
use crate::view::{SavedFile, TemplateCard, TemplateField, TemplateView};
use crate::{Error, ErrorCode, Library, files};

/// A school year is spoken of from June on: August conferences adopt for the next one.
const SCHOOL_YEAR_FROM: u32 = 6;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/templates");

/// Largest template that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A template taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Template {
    name: String,
    about: String,
    fields: Vec<TemplateField>,
    body: String,
}

impl Library {
    /// The person's own templates and those that come with the program.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn templates(&self) -> Result<Vec<TemplateCard>, Error> {
        let own = self
            .store()
            .read()
            .own(OwnKind::Template)
            .map_err(|error| self.explain(error))?;
        let own = own
            .iter()
            .filter_map(|own| Some(card_of(&own.id, &Template::parse(&own.text)?, true)));
        let shipped = shipped().map(|(id, template)| card_of(&id, &template, false));
        Ok(own.chain(shipped).collect())
    }

    /// The document a template makes; fields without a value show their example.
    ///
    /// # Errors
    /// [`ErrorCode::TemplateNotFound`].
    pub fn template(
        &self,
        id: &Id,
        values: &BTreeMap<String, String>,
    ) -> Result<TemplateView, Error> {
        let (template, own) = self.find_template(id)?;
        let mut shown = values.clone();
        for field in &template.fields {
            let value = shown.entry(field.name.clone()).or_default();
            if value.trim().is_empty() {
                value.clone_from(&field.example);
            }
        }
        let resolution = template.filled(&shown)?;
        let days: Vec<(&String, Option<NaiveDate>)> = template
            .fields
            .iter()
            .filter(|field| names_a_day(&field.name))
            .filter_map(|field| values.get_key_value(&field.name))
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(name, value)| (name, dates::all(value).first().copied()))
            .collect();
        Ok(TemplateView {
            card: card_of(id, &template, own),
            numbers: numbering::number(&resolution),
            resolution,
            told: days
                .iter()
                .find_map(|(_, day)| *day)
                .map(|day| template.years(day))
                .unwrap_or_default(),
            no_days: days
                .into_iter()
                .filter(|(_, day)| day.is_none())
                .map(|(name, _)| name.clone())
                .collect(),
        })
    }

    /// The document a template makes of these values alone.
    pub(crate) fn made_of_template(
        &self,
        id: &Id,
        values: &BTreeMap<String, String>,
    ) -> Result<Resolution, Error> {
        self.find_template(id)?.0.drafted(values)
    }

    /// Makes a document a template of the person's own: every «[field]» in it is one to fill in.
    /// With an id it takes the place of that own template.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; [`ErrorCode::TemplateNotFound`] if the id is no own one.
    pub fn keep_as_template(
        &self,
        document: &Id,
        id: Option<&Id>,
        name: &str,
        about: &str,
    ) -> Result<Vec<TemplateCard>, Error> {
        let resolution = self.document(document)?.resolution;
        let body = unescaped(&svod_writers::markdown(&resolution));
        let known = match id {
            Some(id) => {
                let (template, own) = self.find_template(id)?;
                if !own {
                    return Err(not_found(id));
                }
                template.fields
            }
            None => Vec::new(),
        };
        let template = Template {
            name: one_line(name),
            about: one_line(about),
            fields: fields_in(&body, &known),
            body,
        };
        self.keep_template(&id.cloned().unwrap_or_else(new_id), &template.text())
    }

    /// A copy of a template, the person's own to change.
    ///
    /// # Errors
    /// [`ErrorCode::TemplateNotFound`].
    pub fn copy_template(&self, id: &Id, name: &str) -> Result<Vec<TemplateCard>, Error> {
        let (mut template, _) = self.find_template(id)?;
        template.name = one_line(name);
        self.keep_template(&new_id(), &template.text())
    }

    /// Takes an own template away.
    ///
    /// # Errors
    /// [`ErrorCode::TemplateNotFound`] if the id is no own one.
    pub fn delete_template(&self, id: &Id) -> Result<Vec<TemplateCard>, Error> {
        let gone = self
            .store()
            .write(|library| library.drop_own(OwnKind::Template, id))
            .map_err(|error| self.explain(error))?;
        if !gone {
            return Err(not_found(id));
        }
        self.templates()
    }

    /// Adds templates from files: those this program exported, or any document it reads, whose
    /// «[fields]» are then the template's.
    ///
    /// # Errors
    /// [`ErrorCode::NotATemplate`] and the errors of reading files; nothing is added then.
    pub fn import_template(&self, path: &Path) -> Result<Vec<TemplateCard>, Error> {
        let name = files::name(path);
        let refused = || Error::new(ErrorCode::NotATemplate).with("file", name.clone());
        let bytes = files::read(path)?;
        let text = String::from_utf8(bytes).ok();
        let whole = text
            .filter(|text| text.len() as u64 <= LARGEST)
            .and_then(|text| Template::parse(&text));
        let template = match whole {
            Some(template) => template,
            None => {
                let reading = crate::reading::read_file(path, None)?;
                let body = unescaped(&svod_writers::markdown(&reading.resolution));
                let stem = path.file_stem().and_then(|stem| stem.to_str());
                Template {
                    name: one_line(stem.unwrap_or(&name)),
                    about: String::new(),
                    fields: fields_in(&body, &[]),
                    body,
                }
            }
        };
        template.filled(&BTreeMap::new()).map_err(|_| refused())?;
        self.keep_template(&new_id(), &template.text())
    }

    /// Writes a template to a file another program of this kind can import.
    ///
    /// # Errors
    /// [`ErrorCode::TemplateNotFound`]; [`ErrorCode::FileNotWritable`] and the like.
    pub fn export_template(&self, id: &Id, to: &Path) -> Result<SavedFile, Error> {
        let (template, _) = self.find_template(id)?;
        crate::exporting::save(template.text().as_bytes(), to)
    }

    /// A name for the file a template is exported to.
    ///
    /// # Errors
    /// [`ErrorCode::TemplateNotFound`].
    pub fn template_file_name(&self, id: &Id) -> Result<String, Error> {
        let (template, _) = self.find_template(id)?;
        Ok(format!(
            "{}.md",
            crate::exporting::file_stem(&template.name)
        ))
    }

    fn keep_template(&self, id: &Id, text: &str) -> Result<Vec<TemplateCard>, Error> {
        let own = Own {
            id: id.clone(),
            text: text.to_owned(),
        };
        self.store()
            .write(|library| library.keep_own(OwnKind::Template, &own, &now()))
            .map_err(|error| self.explain(error))?;
        self.templates()
    }

    fn find_template(&self, id: &Id) -> Result<(Template, bool), Error> {
        if let Some((_, template)) = shipped().find(|(shipped, _)| shipped == id) {
            return Ok((template, false));
        }
        let own = self
            .store()
            .read()
            .own(OwnKind::Template)
            .map_err(|error| self.explain(error))?;
        own.iter()
            .find(|own| &own.id == id)
            .and_then(|own| Template::parse(&own.text))
            .map(|template| (template, true))
            .ok_or_else(|| not_found(id))
    }
}

/// «Дата принятия»: a field that holds a day, by its name.
fn names_a_day(name: &str) -> bool {
    name.split_whitespace().next() == Some("Дата")
}

impl Template {
    /// What its fields that name a year say in a document of a day.
    fn years(&self, day: NaiveDate) -> BTreeMap<String, String> {
        let year = day.year();
        let school = year - i32::from(day.month() < SCHOOL_YEAR_FROM);
        let told = [
            ("Год", year.to_string()),
            ("Следующий год", (year + 1).to_string()),
            ("Учебный год", format!("{school}/{}", school + 1)),
        ];
        told.into_iter()
            .filter(|(name, _)| self.fields.iter().any(|field| field.name == *name))
            .map(|(name, years)| (name.to_owned(), years))
            .collect()
    }

    /// Takes a template's text apart; nothing if it has no head.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let (head, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
        let mut template = Self {
            name: String::new(),
            about: String::new(),
            fields: Vec::new(),
            body: body.trim_start().to_owned(),
        };
        for line in head.lines() {
            if let Some(field) = line.trim_start().strip_prefix("- ") {
                let (name, example) = field.split_once(':').unwrap_or((field, ""));
                template.fields.push(TemplateField {
                    name: name.trim().to_owned(),
                    example: example.trim().to_owned(),
                });
            } else if let Some((key, value)) = line.split_once(':') {
                match key.trim() {
                    "name" => template.name = value.trim().to_owned(),
                    "about" => template.about = value.trim().to_owned(),
                    _ => {}
                }
            }
        }
        (!template.name.is_empty()).then_some(template)
    }

    /// The text [`Template::parse`] takes apart.
    fn text(&self) -> String {
        let mut out = format!("---\nname: {}\nabout: {}\nfields:\n", self.name, self.about);
        for field in &self.fields {
            out.push_str(&format!("  - {}: {}\n", field.name, field.example));
        }
        out.push_str("---\n");
        out.push_str(&self.body);
        out
    }

    /// The document with the values in its fields, and fields where there is no value.
    ///
    /// A line of the title block that is a field and nothing else reads as a part of the title.
    /// What it would have been tells its example: an unfilled place is the place, and an unfilled
    /// day leaves the draft without one.
    fn drafted(&self, values: &BTreeMap<String, String>) -> Result<Resolution, Error> {
        let unfilled = |field: &&TemplateField| {
            values
                .get(&field.name)
                .is_none_or(|value| value.trim().is_empty())
        };
        let lone = |name: &str| {
            let marked = format!("[{name}]");
            self.body.lines().any(|line| line.trim() == marked)
        };
        let lone: Vec<&TemplateField> = self
            .fields
            .iter()
            .filter(unfilled)
            .filter(|field| lone(&field.name))
            .collect();
        if lone.is_empty() {
            return self.filled(values);
        }
        let mut shown = values.clone();
        for field in &lone {
            shown.insert(field.name.clone(), field.example.clone());
        }
        let whole = self.filled(&shown)?;
        let (mut body, mut place) = (self.body.clone(), None);
        for field in lone {
            let marked = format!("[{}]", field.name);
            let days = dates::all(&field.example);
            let is_place = whole.place.as_deref() == Some(field.example.as_str());
            let is_day = days
                .iter()
                .any(|day| whole.adopted_on == Some(*day) || whole.event.held_on.contains(day));
            if is_place || is_day {
                body = without_line(&body, &marked);
            }
            if is_place {
                place = Some(marked);
            }
        }
        let template = Self {
            body,
            ..self.clone()
        };
        let mut resolution = template.filled(values)?;
        resolution.place = place.or(resolution.place);
        Ok(resolution)
    }

    /// The document with the values in its fields.
    fn filled(&self, values: &BTreeMap<String, String>) -> Result<Resolution, Error> {
        let mut text = self.body.clone();
        for (name, value) in values {
            let value = one_line(value);
            if !value.is_empty() {
                text = text.replace(&format!("[{name}]"), &value);
            }
        }
        let reading = crate::reading::read_bytes(
            text.into_bytes(),
            "template.md",
            svod_readers::Options::default(),
        )?;
        let mut resolution = reading.resolution;
        resolution.draft = true;
        // What a reader notes of a file says nothing of a draft, which has no file.
        resolution.diagnostics.clear();
        unsourced(&mut resolution);
        recognise_all(&mut resolution);
        Ok(resolution)
    }
}

/// The text without the first line that says this.
fn without_line(text: &str, said: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if let Some(at) = lines.iter().position(|line| line.trim() == said) {
        lines.remove(at);
    }
    lines.join("\n")
}

/// Forgets the lines parts were read from: a draft has no source.
pub(crate) fn unsourced(resolution: &mut Resolution) {
    for group in resolution.sections.iter_mut().flat_map(|s| &mut s.groups) {
        group.source = None;
        for directive in &mut group.directives {
            directive.source = None;
        }
    }
}

fn shipped() -> impl Iterator<Item = (Id, Template)> {
    let mut files: Vec<_> = SHIPPED.files().collect();
    files.sort_by_key(|file| file.path());
    files.into_iter().filter_map(|file| {
        let stem = file.path().file_stem()?.to_str()?;
        let template = Template::parse(file.contents_utf8()?)?;
        Some((Id::new(stem), template))
    })
}

fn card_of(id: &Id, template: &Template, own: bool) -> TemplateCard {
    let examples = template
        .fields
        .iter()
        .map(|field| (field.name.clone(), field.example.clone()))
        .collect();
    let resolution = template.filled(&examples).unwrap_or_default();
    TemplateCard {
        id: id.clone(),
        name: template.name.clone(),
        about: template.about.clone(),
        own,
        kind: resolution.kind,
        directives: u32::try_from(resolution.directives().count()).unwrap_or(u32::MAX),
        fields: template.fields.clone(),
    }
}

/// The fields of a text in the order they first occur, with the examples that are known.
fn fields_in(body: &str, known: &[TemplateField]) -> Vec<TemplateField> {
    let mut out: Vec<TemplateField> = Vec::new();
    for range in fields::find(body) {
        let name = body[range].trim_matches(['[', ']']);
        if out.iter().any(|field| field.name == name) {
            continue;
        }
        let example = known.iter().find(|field| field.name == name);
        out.push(TemplateField {
            name: name.to_owned(),
            example: example
                .map(|field| field.example.clone())
                .unwrap_or_default(),
        });
    }
    out
}

/// Fields are plain brackets in a template; the Markdown writer escapes them.
fn unescaped(markdown: &str) -> String {
    markdown.replace("\\[", "[").replace("\\]", "]")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn not_found(id: &Id) -> Error {
    Error::new(ErrorCode::TemplateNotFound).with("id", id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::Start;

    #[test]
    fn every_shipped_template_makes_a_document_with_all_its_fields_filled() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let cards = library.templates().unwrap();
        assert_eq!(cards.len(), 12);
        for card in cards {
            assert!(
                !card.fields.is_empty() && !card.about.is_empty(),
                "{card:?}"
            );
            let view = library.template(&card.id, &BTreeMap::new()).unwrap();
            let text = svod_writers::text(&view.resolution);
            assert!(
                !text.contains('['),
                "{}: an unfilled field in\n{text}",
                card.name
            );
            let (template, _) = library.find_template(&card.id).unwrap();
            for field in &template.fields {
                let marked = format!("[{}]", field.name);
                assert!(template.body.contains(&marked), "{}: {marked}", card.name);
            }
        }
    }

    #[test]
    fn years_follow_from_the_day_and_what_is_no_day_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let cards = library.templates().unwrap();
        let has = |card: &&TemplateCard, name: &str| card.fields.iter().any(|f| f.name == name);
        let card = cards
            .iter()
            .find(|card| has(card, "Дата принятия") && has(card, "Учебный год"))
            .unwrap();
        let view = |day: &str| {
            let values = BTreeMap::from([("Дата принятия".to_owned(), day.to_owned())]);
            library.template(&card.id, &values).unwrap()
        };
        for day in ["27 августа 2026 года", "27.08.2026"] {
            let view = view(day);
            assert_eq!(view.told["Следующий год"], "2027");
            assert_eq!(view.told["Учебный год"], "2026/2027");
            assert!(view.no_days.is_empty());
        }
        assert_eq!(view("15 марта 2027 г.").told["Учебный год"], "2026/2027");
        let wrong = view("31 июня 2026 года");
        assert_eq!((wrong.told.len(), wrong.no_days.len()), (0, 1));
        assert!(view(" ").no_days.is_empty());
    }

    #[test]
    fn place_and_day_left_out_are_no_part_of_the_title() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        for card in library.templates().unwrap() {
            let values = BTreeMap::from([("Тема".to_owned(), "Школа у реки".to_owned())]);
            let whole = library.template(&card.id, &values).unwrap().resolution;
            let id = card.id.clone();
            let draft = library
                .start_draft(&Start::Template { id, values })
                .unwrap();
            let draft = draft.resolution;
            assert!(
                !draft.title.contains("[Место]") && !draft.title.contains("[Дата"),
                "{}: {}",
                card.name,
                draft.title
            );
            assert_eq!(draft.event.theme.is_some(), whole.event.theme.is_some());
            let place = whole.place.map(|_| "[Место]".to_owned());
            assert_eq!(draft.place, place, "{}", card.name);
        }
    }

    #[test]
    fn a_draft_of_empty_fields_has_the_headings_tasks_and_terms_of_a_filled_one() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let shape = |resolution: &Resolution| -> Vec<(bool, usize, bool)> {
            let groups = resolution.sections.iter().flat_map(|s| &s.groups);
            let own = |directive: &svod_model::Directive| {
                let mut own = directive.deadlines.iter();
                own.any(|deadline| !directive.text.contains(&deadline.phrase))
            };
            groups
                .map(|group| {
                    let headed = !group.heading.is_empty();
                    let termed = group.directives.iter().all(own);
                    (headed, group.directives.len(), termed)
                })
                .collect()
        };
        for card in library.templates().unwrap() {
            let filled = library.template(&card.id, &BTreeMap::new()).unwrap();
            let id = card.id.clone();
            let values = BTreeMap::new();
            let draft = library
                .start_draft(&Start::Template { id, values })
                .unwrap();
            assert_eq!(
                shape(&draft.resolution),
                shape(&filled.resolution),
                "{}",
                card.name
            );
        }
    }

    #[test]
    fn own_template_is_made_of_a_draft_exported_imported_and_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let shipped = library.templates().unwrap()[0].id.clone();
        let start = Start::Template {
            id: shipped,
            values: BTreeMap::new(),
        };
        let draft = library.start_draft(&start).unwrap();
        let before = library.templates().unwrap().len();
        let name = "Наш  форум";
        let cards = library
            .keep_as_template(&draft.card.id, None, name, "для нас")
            .unwrap();
        assert_eq!(cards.len(), before + 1);
        let own = cards.iter().find(|card| card.own).unwrap().clone();
        assert_eq!(own.name, "Наш форум");
        assert_eq!(own.directives, draft.card.directives);
        assert!(!own.fields.is_empty(), "unfilled fields stay fields");

        let file = folder.path().join("шаблон.md");
        library.export_template(&own.id, &file).unwrap();
        let cards = library.import_template(&file).unwrap();
        let copies: Vec<_> = cards.iter().filter(|card| card.own).collect();
        assert_eq!(copies.len(), 2);
        assert_eq!(copies[0].fields, copies[1].fields);
        library.delete_template(&own.id).unwrap();
        let error = library.delete_template(&own.id).unwrap_err();
        assert_eq!(error.code, ErrorCode::TemplateNotFound);

        let broken = folder.path().join("пусто.md");
        std::fs::write(&broken, "---\nname: x\n---\n").unwrap();
        let error = library.import_template(&broken).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotATemplate);
    }
}
