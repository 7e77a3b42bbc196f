//! A draft under any edits: what is replayed after a crash is what stood in the window.

use svod_api::view::{ImportOutcome, Start};
use svod_api::{Access, Cancel, Edit, Id, Library, Resolution};
use svod_model::{Directive, Group, GroupHead, Kind, Section, SectionHead, TitleBlock};
use svod_tests::chance::Chance;

const TEXTS: [&str; 8] = [
    "утвердить план до 1 октября 2027 года",
    "довести охват до 80 % к концу 2027/2028 учебного года",
    "обеспечить исполнение приказа Минпросвещения России от 31.05.2021 № 287",
    "МКУ «Центр» провести смотр в ноябре 2027 года",
    "усилить работу",
    "",
    "провести «день школы» в I квартале 2028 года",
    "обобщить опыт (отв.: центр, срок: май 2028 года)",
];
const HEADINGS: [&str; 4] = [
    "Управлению образования (далее – Управление)",
    "Руководителям школ, МКУ «Центр»",
    "Школам в 2027/2028 учебном году",
    "",
];

fn of<'t>(texts: &[&'t str], chance: &mut Chance) -> &'t str {
    texts[chance.below(texts.len())]
}

/// Any edit that fits the document.
fn any_edit(resolution: &Resolution, n: usize, chance: &mut Chance) -> Edit {
    let sections = &resolution.sections;
    let groups: Vec<&Group> = sections.iter().flat_map(|s| &s.groups).collect();
    let directives: Vec<&Directive> = resolution.directives().map(|(_, _, d)| d).collect();
    let text = of(&TEXTS, chance).to_owned();
    let heading = of(&HEADINGS, chance).to_owned();
    let named = |kind: &str| Id::new(format!("{kind}{n}"));
    let directive = |id: Id| Directive {
        id,
        text: text.clone(),
        lead: n
            .is_multiple_of(5)
            .then(|| "подготовить до 1 мая 2028 года:".to_owned()),
        ..Directive::default()
    };
    match chance.below(11) {
        0 => Edit::SetTitleBlock {
            block: Box::new(TitleBlock {
                kind: Kind::Resolution,
                title: format!("Резолюция {n}"),
                adopted_on: format!("202{}-08-25", chance.below(10)).parse().ok(),
                ..TitleBlock::default()
            }),
        },
        1 => Edit::SetPreamble {
            paragraphs: vec![text],
        },
        2 if !sections.is_empty() => Edit::SetSection {
            id: sections[chance.below(sections.len())].id.clone(),
            head: Box::new(SectionHead {
                title: Some(text),
                ..SectionHead::default()
            }),
        },
        3 if !groups.is_empty() => Edit::SetGroup {
            id: groups[chance.below(groups.len())].id.clone(),
            head: Box::new(GroupHead {
                heading,
                ..GroupHead::default()
            }),
        },
        4 if !directives.is_empty() => Edit::RemoveDirective {
            id: directives[chance.below(directives.len())].id.clone(),
        },
        5 if directives.len() > 1 && !groups.is_empty() => {
            let moved = directives[chance.below(directives.len())];
            let group = groups[chance.below(groups.len())];
            let there = group.directives.iter().filter(|d| d.id != moved.id).count();
            Edit::MoveDirective {
                id: moved.id.clone(),
                group: group.id.clone(),
                index: chance.below(there + 1),
            }
        }
        6 if !directives.is_empty() => Edit::SetDirective {
            directive: Box::new(directive(
                directives[chance.below(directives.len())].id.clone(),
            )),
        },
        7 if !sections.is_empty() => {
            let section = &sections[chance.below(sections.len())];
            Edit::InsertGroup {
                section: section.id.clone(),
                index: chance.below(section.groups.len() + 1),
                group: Box::new(Group {
                    id: named("g"),
                    heading,
                    directives: vec![directive(named("h"))],
                    ..Group::default()
                }),
            }
        }
        8 => Edit::InsertSection {
            index: chance.below(sections.len() + 1),
            section: Box::new(Section {
                id: named("s"),
                ..Section::default()
            }),
        },
        _ if !groups.is_empty() => {
            let group = groups[chance.below(groups.len())];
            Edit::InsertDirective {
                group: group.id.clone(),
                index: chance.below(group.directives.len() + 1),
                directive: Box::new(directive(named("d"))),
            }
        }
        _ => Edit::SetClosing {
            paragraphs: vec![text],
        },
    }
}

#[test]
fn what_is_replayed_after_a_crash_is_what_stood_in_the_window() {
    for seed in 0..24 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let kind = Kind::Resolution;
        let draft = library.start_draft(&Start::Blank { kind }).unwrap();
        let (id, mut kept) = (draft.card.id, draft.kept);
        let mut chance = Chance::new(seed);
        let mut standing = draft.resolution;
        for n in 0..40 {
            let edits: Vec<Edit> = vec![any_edit(&standing, n, &mut chance)];
            kept = library.edit_draft(&id, kept, edits).unwrap().kept;
            standing = library.open_draft(&id).unwrap().resolution;
        }
        drop(library);
        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(
            library.document(&id).unwrap().resolution,
            standing,
            "seed {seed}"
        );
    }
}

#[test]
fn edits_that_do_not_fit_change_nothing_and_the_draft_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let kind = Kind::Resolution;
    let draft = library.start_draft(&Start::Blank { kind }).unwrap();
    let id = draft.card.id;
    let good = Edit::SetPreamble {
        paragraphs: vec!["Обсудив".into()],
    };
    let bad = Edit::RemoveDirective {
        id: Id::new("none"),
    };
    assert!(library.edit_draft(&id, 0, vec![good.clone(), bad]).is_err());
    let again = library.open_draft(&id).unwrap();
    assert_eq!((again.resolution, again.kept), (draft.resolution, 0));
    assert_eq!(library.edit_draft(&id, 0, vec![good]).unwrap().kept, 1);
}

#[test]
fn imported_document_is_edited_and_its_file_is_not_read_over_the_edits() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("р.txt");
    std::fs::write(
        &file,
        "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр;\n- открыть клубы.\n",
    )
    .unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let report = library
        .import("t", &[&file], &Cancel::default(), |_| {})
        .unwrap();
    let ImportOutcome::Imported { card, .. } = &report.items[0].outcome else {
        panic!("{report:?}");
    };
    let draft = library.open_draft(&card.id).unwrap();
    let mut directive = draft.resolution.sections[0].groups[0].directives[0].clone();
    directive.text = "провести смотр до 1 мая 2027 года".into();
    let edit = Edit::SetDirective {
        directive: Box::new(directive),
    };
    library
        .edit_draft(&card.id, draft.kept, vec![edit])
        .unwrap();
    let encoding = svod_api::Correction {
        line: 1,
        text: String::new(),
        verdict: svod_readers::Verdict::Encoding {
            label: "utf-8".into(),
        },
    };
    let error = library.correct(&card.id, &encoding).unwrap_err();
    assert_eq!(error.code, svod_api::ErrorCode::EditedSince);
    library.close_draft(&card.id).unwrap();
    let error = library.correct(&card.id, &encoding).unwrap_err();
    assert_eq!(error.code, svod_api::ErrorCode::EditedSince);
    let view = library.document(&card.id).unwrap();
    assert_eq!((view.format, view.card.revision), (None, 2));
    assert!(
        view.lines.is_empty(),
        "its lines speak of the file, not of this text"
    );
}

/// A draft of one directive that a screen changes again and again, its own copy of it in hand.
struct Screen {
    library: Library,
    draft: Id,
    kept: u32,
    directive: Directive,
    _folder: tempfile::TempDir,
}

impl Screen {
    fn with(kind: Kind, directive: Directive) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let draft = library.start_draft(&Start::Blank { kind }).unwrap();
        let insert = Edit::InsertDirective {
            group: draft.resolution.sections[0].groups[0].id.clone(),
            index: 0,
            directive: Box::new(directive.clone()),
        };
        let id = draft.card.id;
        let kept = library.edit_draft(&id, 0, vec![insert]).unwrap().kept;
        Self {
            library,
            draft: id,
            kept,
            directive,
            _folder: folder,
        }
    }

    /// Sends the directive with a change; gives it as it is known then.
    fn sends(&mut self, change: impl FnOnce(&mut Directive)) -> Directive {
        change(&mut self.directive);
        let directive = Box::new(self.directive.clone());
        let set = vec![Edit::SetDirective { directive }];
        let saved = self.library.edit_draft(&self.draft, self.kept, set);
        let saved = saved.unwrap();
        self.kept = saved.kept;
        saved.directives[0].clone()
    }
}

#[test]
fn what_a_person_denies_is_not_recognised_again_until_they_take_it_back() {
    let mut screen = Screen::with(
        Kind::Resolution,
        Directive {
            id: Id::new("d"),
            text: "довести охват до 80 % и сдать отчёт до 1 мая 2028 года".into(),
            ..Directive::default()
        },
    );
    let mut said = |denied: &[&str], text: Option<&str>| {
        let known = screen.sends(|directive| {
            directive.denied = denied.iter().map(|phrase| (*phrase).to_owned()).collect();
            if let Some(text) = text {
                directive.text = text.into();
            }
        });
        (known.deadlines.len(), known.indicators.len())
    };
    assert_eq!(said(&["до 1 мая 2028 года"], None), (0, 1));
    let longer = "довести охват до 80 % и сдать отчёт до 1 мая 2028 года на сайт";
    assert_eq!(
        said(&["до 1 мая 2028 года", "до 80 %"], Some(longer)),
        (0, 0)
    );
    assert_eq!(said(&[], None), (1, 1));
}

#[test]
fn what_is_to_come_of_a_measure_stays_beside_an_edited_text_until_a_person_takes_it_out() {
    let mut screen = Screen::with(
        Kind::Plan,
        Directive {
            id: Id::new("d"),
            text: "проведение смотра".into(),
            result: Some("приказ".into()),
            ..Directive::default()
        },
    );
    let mut said = |text: &str, result: &str| {
        let known = screen.sends(|directive| {
            directive.text = text.into();
            directive.result = Some(result.into());
        });
        known.result
    };
    assert_eq!(
        said("проведение смотра музеев", "приказ").as_deref(),
        Some("приказ")
    );
    assert_eq!(
        said("проведение смотра музеев", "справка").as_deref(),
        Some("справка")
    );
    assert_eq!(said("проведение смотра", " "), None);
}

#[test]
fn who_is_to_do_a_task_is_what_a_person_says_beside_it_or_whom_its_words_name() {
    let mut screen = Screen::with(
        Kind::Plan,
        Directive {
            id: Id::new("d"),
            text: "проведение смотра".into(),
            addressee: Some("Дом творчества".into()),
            ..Directive::default()
        },
    );
    let mut said = |text: &str, who: Option<&str>| {
        let known = screen.sends(|directive| {
            directive.text = text.into();
            directive.addressee = who.map(str::to_owned);
        });
        known.addressee
    };
    let who = |name: &str| Some(name.to_owned());
    assert_eq!(
        said("проведение смотра музеев", Some("Дом творчества")),
        who("Дом творчества")
    );
    assert_eq!(
        said("проведение смотра музеев", Some("методический кабинет")),
        who("методический кабинет")
    );
    assert_eq!(said("проведение смотра музеев", None), None);
    // What the words name is recognised in them, and a screen's old copy of it says nothing.
    let named = "МУ «ИМЦ» провести смотр";
    assert_eq!(said(named, None), who("МУ «ИМЦ»"));
    assert_eq!(said("провести смотр", Some("МУ «ИМЦ»")), None);
    assert_eq!(said("провести смотр музеев", Some(" ")), None);

    // Under no heading the group is theirs whom its tasks name.
    let group = |screen: &Screen| {
        let draft = screen.library.open_draft(&screen.draft).unwrap();
        draft.resolution.sections[0].groups[0].addressees.clone()
    };
    screen.sends(|directive| directive.addressee = who("директора школ, методический кабинет"));
    assert_eq!(group(&screen), ["директора школ", "методический кабинет"]);
    screen.sends(|directive| directive.addressee = None);
    assert!(group(&screen).is_empty());
}
