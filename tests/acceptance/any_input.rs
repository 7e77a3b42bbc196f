//! What holds for any input, asked by the fuzz targets and by the test that reads what they kept; and
//! the packages around fuzzed parts.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use svod_readers::{Options, ReadError, Reading, read};
use zip::write::SimpleFileOptions;

/// Reads a file and checks what holds for any input: no panic, every worded line accounted for, no
/// id twice.
///
/// # Panics
/// When one of these does not hold; this is how a fuzzer learns of it.
pub fn check(bytes: &[u8], name: &str) {
    if let Ok(reading) = open(bytes, name) {
        lines_are_accounted_for(&reading);
        let mut ids = BTreeSet::new();
        for (_, _, directive) in reading.resolution.directives() {
            assert!(
                ids.insert(directive.id.clone()),
                "id {:?} twice",
                directive.id
            );
        }
    }
}

fn open(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    read(bytes, name, &Options::default())
}

fn lines_are_accounted_for(reading: &Reading) {
    let placed: BTreeSet<u32> = reading
        .placements
        .iter()
        .flat_map(|placement| placement.lines[0]..=placement.lines[1])
        .chain(
            reading
                .resolution
                .unplaced
                .iter()
                .flat_map(|unplaced| unplaced.lines[0]..=unplaced.lines[1]),
        )
        .collect();
    for line in &reading.lines {
        assert!(
            line.text.trim().is_empty() || placed.contains(&line.number),
            "line {} is lost: {}",
            line.number,
            line.text
        );
    }
}

/// A package of stored parts, so that a fuzzer changes what is inside and not how it is packed.
///
/// # Panics
/// Never: the archive is written to memory.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        out.start_file(*name, options).expect("memory is writable");
        out.write_all(content).expect("memory is writable");
    }
    out.finish().expect("memory is writable").into_inner()
}

/// Two parts of one input: fuzzers find their own places to cut.
pub fn cut(data: &[u8]) -> (&[u8], &[u8]) {
    const BORDER: &[u8] = b"\n--part--\n";
    match data
        .windows(BORDER.len())
        .position(|window| window == BORDER)
    {
        Some(at) => (&data[..at], &data[at + BORDER.len()..]),
        None => (data, &[]),
    }
}

/// Foreign parsers may panic inside the readers' guard; only a panic that leaves it is a fault, so
/// the fuzzer's own hook, which ends the program at once, is taken out.
pub fn forgive_guarded_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Word: the body, the numbering and the styles as a package, or the raw bytes.
pub fn docx(data: &[u8]) {
    if data.starts_with(b"PK") {
        check(data, "а.docx");
        return;
    }
    let (document, rest) = cut(data);
    let (numbering, styles) = cut(rest);
    let types = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let parts: [(&str, &[u8]); 4] = [
        ("[Content_Types].xml", types),
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
    ];
    check(&package(&parts), "а.docx");
}

/// OpenDocument: the content and the styles as a package, or the raw bytes.
pub fn odt(data: &[u8]) {
    if data.starts_with(b"PK") {
        check(data, "а.odt");
        return;
    }
    let (content, styles) = cut(data);
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("styles.xml", styles),
    ];
    check(&package(&parts), "а.odt");
}

const LINES: &[&str] = &[
    "РЕЗОЛЮЦИЯ",
    "РЕШЕНИЕ",
    "ПРОТОКОЛ № 3",
    "Проект",
    "форума педагогов Озёрского района",
    "«Школа у реки»",
    "г. Озёрск, 26 августа 2026 г.",
    "26.08.2026",
    "Принята участниками форума 26 августа 2026 года",
    "Участники форума рекомендуют:",
    "Участники отметили:",
    "Вместе с тем отмечены проблемы:",
    "РЕКОМЕНДАЦИИ:",
    "РЕШИЛИ:",
    "СЛУШАЛИ: Петрову А.П. о ходе работы",
    "ВЫСТУПИЛИ: Иванов И.И.",
    "Повестка дня:",
    "По итогам работы секции «Кадры»",
    "Резолюция по результатам работы сессии",
    "1. Управлению образования:",
    "2. Руководителям школ, МБУ «ЦРО»:",
    "Школам района",
    "во взаимодействии с руководителями школ:",
    "Рекомендовать администрации района:",
    "- провести смотр музеев;",
    "· утвердить план до 1 октября 2026 года;",
    "обеспечить охват до 75 %;",
    "1.1. утвердить план:",
    "а) наставничества;",
    "б) стажировок.",
    "1.1.1. провести; разместить",
    "до конца 2026 года:",
    "Срок: II квартал 2027 года",
    "Ответственный: Сидорова Е.П.",
    "(Отв.: ЦРО; срок: до 15 мая)",
    "к концу 2026 года до 75 %, к концу 2027 года до 80 %;",
    "МБУ «ЦРО» организовать семинар;",
    "[bookmark: _GoBack]",
    "2",
    "- 3 -",
    "проти-",
    "воречие",
    "| № | Мероприятие | Срок | Ответственный |",
    "| --- | --- | --- | --- |",
    "| 1 | Провести слёт | май 2027 | ЦРО |",
    "Контроль за исполнением возложить на управление.",
    "Голосовали: за – 30, против – нет",
    "Председатель        А.П. Петров",
    "Приложение 1",
    ".",
    "**Управлению образования:**",
    "### Секция 2",
    "в соответствии с Указом от 21.07.2020 № 474;",
    "IV. Школам",
    "1) 2) 3)",
    "«",
    "»",
    ":",
    ";",
    "Информацию принять к сведению.",
];
const JOINTS: &[&str] = &["\n", "\n\n", " ", ""];

/// A document put together from the lines resolutions are made of: the fuzzer looks for orders of
/// parts nobody thought of and not for letters.
pub fn outline(data: &[u8]) {
    let mut text = String::new();
    for pair in data.chunks(2).take(400) {
        let line = LINES[usize::from(pair[0]) % LINES.len()];
        text.push_str(line);
        let joint = pair.get(1).copied().unwrap_or_default();
        text.push_str(JOINTS[usize::from(joint) % JOINTS.len()]);
    }
    check(text.as_bytes(), "а.txt");
}
