//! What we write we read back: the structure, the numbers' order and the anchors.

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
                out.push(format!("- [{}] {}", plain(lead), plain(&directive.text)));
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
