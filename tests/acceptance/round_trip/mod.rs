//! What we write we read back: the structure, the numbers' order and the anchors.

mod edited;
mod escaped;

use svod_model::Resolution;
use svod_readers::Options;
use svod_writers::Profile;

/// The structure without what printing adds: no-break spaces and typographic dashes stay out.
fn shape(resolution: &Resolution) -> Vec<String> {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let mut out = vec![
        format!("{:?} {}", resolution.kind, plain(&resolution.title)),
        format!("{:?}", resolution.adopted_on),
    ];
    for section in &resolution.sections {
        out.push(format!(
            "# {}",
            plain(section.title.as_deref().unwrap_or_default())
        ));
        for group in &section.groups {
            out.push(format!("## {}", plain(&group.heading)));
            for directive in &group.directives {
                let lead = directive.lead.as_deref().unwrap_or_default();
                let who = directive.addressee.as_deref().unwrap_or_default();
                out.push(format!(
                    "- [{}] {} ({})",
                    plain(lead),
                    plain(&directive.text),
                    plain(who)
                ));
                for deadline in &directive.deadlines {
                    out.push(format!("  {:?} {:?}", deadline.from, deadline.to));
                }
                for target in &directive.indicators {
                    out.push(format!("  {} {}", target.value, plain(&target.unit)));
                }
                out.push(format!("  {}", plain(&directive.expected())));
            }
        }
    }
    out
}

#[test]
fn word_file_of_every_sample_reads_back_with_the_same_structure_and_ids() {
    for (name, bytes) in svod_api::samples() {
        let first = svod_readers::read(bytes, name, &Options::default())
            .unwrap()
            .resolution;
        let written = svod_writers::docx(&first, &Profile::default()).unwrap();
        let second = svod_readers::read(&written, "x.docx", &Options::default())
            .unwrap()
            .resolution;
        assert_eq!(shape(&second), shape(&first), "{name}");
        let ids = |resolution: &Resolution| -> Vec<String> {
            resolution
                .directives()
                .map(|(_, _, directive)| directive.id.to_string())
                .collect()
        };
        assert_eq!(
            ids(&second),
            ids(&first),
            "{name}: ids come home by their bookmarks"
        );
    }
}

/// What stands around the directives: what sessions are called, what is told among groups and above what, and
/// what is printed above the kind.
fn surroundings(resolution: &Resolution) -> Vec<String> {
    let mut out = vec![
        resolution.issuer.join(" / "),
        resolution.approval.join(" / "),
    ];
    for (section, called) in resolution
        .sections
        .iter()
        .zip(svod_model::called(&resolution.sections))
    {
        let title = section.title.as_deref().unwrap_or_default();
        out.push(format!("{} | {title}", called.unwrap_or_default()));
        for placed in &section.placed {
            let words = |id: &svod_model::Id| {
                let group = section.groups.iter().find(|group| group.id == *id);
                let directive = || resolution.directive(id).unwrap().text.clone();
                group.map_or_else(directive, |group| group.heading.clone())
            };
            let above = placed.above.as_ref().map(words).unwrap_or_default();
            out.push(format!("{} -> {above}", placed.text));
        }
    }
    out.iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

#[test]
fn what_stands_around_directives_comes_home_to_its_place() {
    let source = "УТВЕРЖДАЮ\n\nГлава Заозёрного муниципального округа\n\nП.П. Орлов\n\n\
        «28» августа 2026 г.\n\nУправление образования Заозёрного муниципального округа\n\n\
        # РЕЗОЛЮЦИЯ\n\n**форума педагогов Заозёрного муниципального округа**\n\n**«Школа и сад»**\n\n\
        г. Заозёрск, 27 августа 2026 г.\n\nУчастники форума обсудили итоги года.\n\n\
        ## Секция 2. Охват\n\nСекция рассмотрела охват.\n\nУчастники секции рекомендуют:\n\n\
        ### 1. Управлению образования:\n\n1.1. провести смотр групп;\n\n\
        | Показатель | 2025 | 2026 |\n|---|---|---|\n| охват детей | 81 | 84 |\n\n\
        1.2. открыть консультационный пункт.\n\n\
        Участники второй встречи отметили нехватку психологов. По её итогам рекомендуют:\n\n\
        ### 2. Руководителям школ:\n\n2.1. назначить наставников.\n\n\
        Участники отметили работу лицея.\n\n\
        ## Круглый стол: Семья\n\nУчастники рекомендуют:\n\n\
        ### 1. Методической службе:\n\n1.1. обобщить опыт.\n\n\
        ## Секция сельских школ\n\nУчастники рекомендуют:\n\n\
        ### 1. Методической службе:\n\n1.1. издать сборник.\n";
    let read = |bytes: &[u8], name: &str| {
        let reading = svod_readers::read(bytes, name, &Options::default()).unwrap();
        reading.resolution
    };
    let first = read(source.as_bytes(), "x.md");
    let wanted = surroundings(&first);
    assert_eq!(
        wanted,
        [
            "Управление образования Заозёрного муниципального округа",
            "УТВЕРЖДАЮ / Глава Заозёрного муниципального округа / П.П. Орлов / «28» августа 2026 г.",
            "Секция 2 | Охват",
            "Показатель\t2025\t2026 -> открыть консультационный пункт",
            "охват детей\t81\t84 -> открыть консультационный пункт",
            "Участники второй встречи отметили нехватку психологов. По её итогам рекомендуют: -> Руководителям школ",
            "Участники отметили работу лицея. -> ",
            "Круглый стол | Семья",
            "Секция | сельских школ",
        ]
    );
    let profile = Profile::default();
    let sheet = svod_writers::sheet(&first);
    for (format, bytes) in [
        ("docx", svod_writers::docx(&first, &profile).unwrap()),
        ("odt", svod_writers::odt(&first, &profile).unwrap()),
        ("html", svod_writers::html(&first).into_bytes()),
        ("md", svod_writers::markdown(&first).into_bytes()),
        ("txt", svod_writers::sheet_text(&sheet).into_bytes()),
    ] {
        let second = read(&bytes, &format!("x.{format}"));
        assert_eq!(surroundings(&second), wanted, "{format}");
        assert_eq!(shape(&second), shape(&first), "{format}");
    }
}

#[test]
fn every_format_with_structure_reads_back_as_it_was_written() {
    let mut count = 0;
    let mut faults = Vec::new();
    for (name, first) in documents() {
        let wanted = shape(&first);
        let written = [
            (
                "docx",
                svod_writers::docx(&first, &Profile::default()).unwrap(),
            ),
            (
                "odt",
                svod_writers::odt(&first, &Profile::default()).unwrap(),
            ),
            ("html", svod_writers::html(&first).into_bytes()),
            ("md", svod_writers::markdown(&first).into_bytes()),
            ("txt", svod_writers::text(&first).into_bytes()),
        ];
        for (format, bytes) in written {
            let file = format!("x.{format}");
            let second = svod_readers::read(&bytes, &file, &Options::default()).unwrap();
            let found = shape(&second.resolution);
            if found != wanted {
                let first = wanted
                    .iter()
                    .zip(&found)
                    .find(|(wanted, found)| wanted != found);
                faults.push(format!("{name} as {format}: {first:#?}"));
            }
            count += 1;
        }
    }
    assert!(count > 80, "{count}");
    assert!(
        faults.is_empty(),
        "{} of {count}\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Pages tell less than files with structure: what matters is that other people's copies of our pages are
/// read, directive by directive.
#[test]
fn pages_read_back_directive_by_directive() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let (mut kept, mut all) = (0, 0);
    let mut lost = Vec::new();
    for (name, first) in documents() {
        let sheet = svod_writers::sheet(&first);
        let written = svod_pdf::pdf(&sheet, &Profile::default(), day).unwrap();
        let second = svod_readers::read(&written, "x.pdf", &Options::default()).unwrap();
        let texts = |resolution: &Resolution| -> Vec<String> {
            let texts = resolution
                .directives()
                .map(|(.., directive)| &directive.text);
            texts.map(|text| text.replace('\u{a0}', " ")).collect()
        };
        let found = texts(&second.resolution);
        for text in texts(&first) {
            all += 1;
            if found.contains(&text) {
                kept += 1;
            } else {
                lost.push(format!("{name}: {text}"));
            }
        }
    }
    println!(
        "pages read back: {kept} of {all} directives\n{}",
        lost.join("\n")
    );
    assert!(all > 500, "{all}");
    assert!(
        kept * 100 >= all * 99,
        "{kept} of {all}\n{}",
        lost.join("\n")
    );
}

/// The samples and the hard documents.
pub(crate) fn documents() -> Vec<(String, Resolution)> {
    let mut files: Vec<(String, Vec<u8>)> = svod_api::samples()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    let gold = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/gold");
    for case in std::fs::read_dir(gold).unwrap() {
        for file in std::fs::read_dir(case.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.file_stem().is_some_and(|stem| stem == "input") {
                let bytes = std::fs::read(&path).unwrap();
                files.push((path.to_string_lossy().into_owned(), bytes));
            }
        }
    }
    files
        .into_iter()
        .map(|(name, bytes)| {
            let reading = svod_readers::read(&bytes, &name, &Options::default()).unwrap();
            (name, reading.resolution)
        })
        .collect()
}

#[test]
fn approval_in_the_corner_of_a_plan_is_read_back() {
    let text = "ПЛАН\n\nмероприятий по исполнению резолюции форума\n\n\
        Утверждён приказом Управления образования от 4 сентября 2026 года № 214\n\n\
        | № | Мероприятие | Срок | Ответственный |\n|---|---|---|---|\n\
        | 1 | Проведение смотра музеев | май 2027 года | методический центр |\n";
    let options = Options::default();
    let first = svod_readers::read(text.as_bytes(), "a.md", &options)
        .unwrap()
        .resolution;
    assert!(first.adoption.is_some());
    for (name, bytes) in [
        (
            "a.docx",
            svod_writers::docx(&first, &Profile::default()).unwrap(),
        ),
        (
            "a.odt",
            svod_writers::odt(&first, &Profile::default()).unwrap(),
        ),
    ] {
        let second = svod_readers::read(&bytes, name, &options)
            .unwrap()
            .resolution;
        let plain = |text: &Option<String>| text.as_deref().map(|text| text.replace('\u{a0}', " "));
        assert_eq!(plain(&second.adoption), plain(&first.adoption), "{name}");
        assert_eq!(second.adopted_on, first.adopted_on, "{name}");
        assert_eq!(shape(&second), shape(&first), "{name}");
    }
}

#[test]
fn tables_of_appendices_come_home_row_by_row_and_cell_by_cell() {
    let text = "РЕЗОЛЮЦИЯ\nфорума\nпринята 25.08.2026\n\nШколам:\n- провести смотр музеев;\n\n\
        Председатель форума А.В. Громова\n\nПриложение 1\nк резолюции форума\n\nПоказатели района\n\
        Показатель\tБаза\t2026\t2027\nДоля школ с музеем, %\t40\t45\t60\nЧисло педагогов\t\t12\t14\n\
        Приложение 2\nГрафик выездов\nДата\tШкола\n12 мая\tшкола № 5\n";
    let options = Options::default();
    let first = svod_readers::read(text.as_bytes(), "a.txt", &options)
        .unwrap()
        .resolution;
    let rows = |resolution: &Resolution| -> Vec<String> {
        let all = resolution.closing.iter();
        all.filter(|line| line.contains('\t'))
            .map(|line| line.replace('\u{a0}', " "))
            .collect()
    };
    assert_eq!(rows(&first).len(), 5, "{:?}", first.closing);
    let profile = Profile::default();
    for (name, bytes) in [
        ("a.docx", svod_writers::docx(&first, &profile).unwrap()),
        ("a.odt", svod_writers::odt(&first, &profile).unwrap()),
        ("a.html", svod_writers::html(&first).into_bytes()),
        ("a.md", svod_writers::markdown(&first).into_bytes()),
    ] {
        let second = svod_readers::read(&bytes, name, &options)
            .unwrap()
            .resolution;
        assert_eq!(rows(&second), rows(&first), "{name}: {:?}", second.closing);
        assert_eq!(second.directives().count(), 1, "{name}");
        assert!(second.unplaced.is_empty(), "{name}: {:?}", second.unplaced);
    }
}

#[test]
fn same_resolution_gives_the_same_bytes() {
    for (name, bytes) in svod_api::samples() {
        let resolution = svod_readers::read(bytes, name, &Options::default())
            .unwrap()
            .resolution;
        let once = svod_writers::docx(&resolution, &Profile::default()).unwrap();
        assert_eq!(
            once,
            svod_writers::docx(&resolution, &Profile::default()).unwrap(),
            "{name}"
        );
    }
}
