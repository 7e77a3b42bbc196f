//! The first two pages of every template and sample, and of the papers made of one of them, as
//! pictures that were looked at. A page that changes fails the test and leaves a picture of the
//! difference in `out/pages`; `SVOD_ACCEPT=1` makes the new pages the golden ones.

use std::fs;
use std::path::{Path, PathBuf};

use svod_language::bodies;
use svod_model::Id;
use svod_writers::papers::{
    self, Certifier, OrderDetails, OrderSigners, PlanDetails, Remark, Wording,
};
use svod_writers::{Profile, Sheet};

use super::papers as read_papers;

/// Dots for a point: small, yet every word can be read.
const SCALE: f64 = 0.8;
/// How many pages of each paper are kept.
const PAGES: usize = 2;
/// Shades kept in the files.
const SHADES: u8 = 4;

/// A page in shades of grey.
#[derive(PartialEq)]
struct Grey {
    width: u32,
    height: u32,
    dots: Vec<u8>,
}

#[test]
fn pages_look_as_they_were_looked_at() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = root.join("suite/pages");
    let out = root.join("../out/pages");
    let accept = std::env::var_os("SVOD_ACCEPT").is_some();
    let mut wanted = Vec::new();
    let mut faults = Vec::new();
    for (name, sheet) in sheets() {
        let pages = svod_pdf::pages(&sheet, &Profile::default()).unwrap();
        for page in 1..=PAGES.min(pages.count()) {
            let file = golden.join(format!("{name}-{page}.png"));
            let now = Grey::of(&pages.png(page, SCALE).unwrap().unwrap()).coarse();
            if accept {
                fs::create_dir_all(&golden).unwrap();
                fs::write(&file, now.png()).unwrap();
            } else {
                let was = fs::read(&file).map(|bytes| Grey::of(&bytes));
                if !was.as_ref().is_ok_and(|was| was.looks_like(&now)) {
                    let picture = out.join(format!("{name}-{page}.png"));
                    fs::create_dir_all(&out).unwrap();
                    fs::write(&picture, difference(was.as_ref().ok(), &now)).unwrap();
                    faults.push(format!("{name}, page {page}: see {}", relative(&picture)));
                }
            }
            wanted.push(file);
        }
    }
    let mut kept: Vec<PathBuf> = fs::read_dir(&golden)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    kept.sort();
    wanted.sort();
    assert_eq!(
        kept, wanted,
        "a golden page of no paper, or a paper without one"
    );
    assert!(faults.is_empty(), "{faults:#?}\nSVOD_ACCEPT=1 takes them");
}

/// Every paper whole, and what is made of one of them.
fn sheets() -> Vec<(String, Sheet)> {
    let whole = read_papers();
    let of = "tihorechensky-2026";
    let (_, resolution) = whole.iter().find(|(name, _)| name == of).unwrap();
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Id::new(format!("n{last}"))
    };
    let wording = Wording {
        measure: &svod_language::measures::measure,
        nominative: &bodies::nominative,
    };
    let details = OrderDetails {
        issuer: "Управления образования администрации Тихореченского муниципального округа".into(),
        ..OrderDetails::default()
    };
    let signers = OrderSigners {
        post: "Начальник управления".into(),
        name: Some("А.В. Громова".into()),
        shown_to: vec!["Директор МКУ «РЦО» О.П. Камышина".into()],
    };
    let plan = papers::plan(resolution, &PlanDetails::default(), wording, &mut new_id);
    let points = papers::order_points(resolution);
    let order = papers::order(resolution, &details, &points, &mut new_id);
    let first = papers::addressees(resolution, bodies::nominative).swap_remove(0);
    let certifier = Certifier {
        post: "Секретарь".into(),
        ..Certifier::default()
    };
    let copies = |name: &str| {
        if name.starts_with("Руководители") {
            24
        } else {
            1
        }
    };
    let remark = Remark {
        place: "п. 1.2".into(),
        wording: "довести долю школ до 60 %".into(),
        proposal: "довести долю школ до 65 %".into(),
        author: "О.П. Камышина".into(),
        decision: "принято".into(),
    };
    let made = [
        ("plan", svod_writers::sheet(&plan)),
        ("order", papers::order_sheet(&order, &signers)),
        (
            "extract",
            papers::extract(
                resolution,
                &first.directives.into_iter().collect(),
                &certifier,
            ),
        ),
        (
            "distribution",
            papers::distribution_list(resolution, bodies::nominative, copies),
        ),
        ("remarks", papers::remarks(resolution, &[remark])),
    ];
    let made = made.map(|(kind, sheet)| (format!("{of}-{kind}"), sheet));
    let whole = whole
        .iter()
        .map(|(name, resolution)| (name.clone(), svod_writers::sheet(resolution)));
    whole.chain(made).collect()
}

fn relative(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy();
    format!("out/pages/{name}")
}

impl Grey {
    fn of(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let step = info.color_type.samples();
        let dots = bytes[..info.buffer_size()]
            .chunks(step)
            .map(|dot| dot[step / 2]);
        Self {
            width: info.width,
            height: info.height,
            dots: dots.collect(),
        }
    }

    /// In as many shades as the files keep.
    fn coarse(mut self) -> Self {
        for dot in &mut self.dots {
            let step = 255 / (SHADES - 1);
            *dot = dot.saturating_add(step / 2) / step * step;
        }
        self
    }

    fn looks_like(&self, other: &Self) -> bool {
        let step = 255 / (SHADES - 1);
        self.width == other.width
            && self.height == other.height
            && self
                .dots
                .iter()
                .zip(&other.dots)
                // One shade at the edge of a letter is the rasteriser's.
                .filter(|(a, b)| a.abs_diff(**b) > step)
                .count()
                == 0
    }

    /// The file: two bits a dot.
    fn png(&self) -> Vec<u8> {
        let step = 255 / (SHADES - 1);
        let rows = self.dots.chunks(self.width as usize).flat_map(|row| {
            row.chunks(4).map(|four| {
                let shades = four.iter().map(|dot| dot / step);
                let packed = shades.fold(0, |byte, shade| byte << 2 | shade);
                packed << (2 * (4 - four.len()))
            })
        });
        encode(
            self.width,
            self.height,
            (png::ColorType::Grayscale, png::BitDepth::Two),
            &rows.collect::<Vec<_>>(),
        )
    }
}

/// The page as it is now, what is gone from it in red, what is new in green.
fn difference(was: Option<&Grey>, now: &Grey) -> Vec<u8> {
    let dots = now.dots.iter().enumerate().flat_map(|(at, new)| {
        let (x, y) = (at as u32 % now.width, at as u32 / now.width);
        let old = was
            .filter(|was| x < was.width && y < was.height)
            .and_then(|was| was.dots.get((y * was.width + x) as usize));
        let old = *old.unwrap_or(&255);
        // Ink on both pages is black; where only the old one has it green and blue are missing,
        // where only the new one has it red and blue are.
        [*new, old, old.min(*new)]
    });
    encode(
        now.width,
        now.height,
        (png::ColorType::Rgb, png::BitDepth::Eight),
        &dots.collect::<Vec<_>>(),
    )
}

fn encode(
    width: u32,
    height: u32,
    (colour, depth): (png::ColorType, png::BitDepth),
    bytes: &[u8],
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(bytes).unwrap();
    writer.finish().unwrap();
    out
}
