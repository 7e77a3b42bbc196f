/// Page and type of a Word document. The default is ГОСТ Р 7.0.97-2025.
///
/// The standard is voluntary: an office binds itself by its own instruction, so every value is a
/// setting. Values no sheet can hold are brought to the nearest one that it can.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// White space around the text.
    pub margins: Margins,
    /// The typeface by its name in Word's font list.
    pub font: String,
    /// Body size in points.
    pub size_pt: f64,
    /// Line spacing as a multiple of a single line.
    pub line_spacing: f64,
    /// Indent of a paragraph's first line in centimetres.
    pub first_line_cm: f64,
    /// Body text is set flush to both margins.
    pub justified: bool,
    /// Words are hyphenated at line ends.
    pub hyphenated: bool,
    /// Width of what stands in the upper right corner (approval, mark of an appendix) in centimetres.
    pub corner_cm: f64,
    /// Each directive of a Word document is in a content control of its own besides its bookmark:
    /// for a file that is sent out to be edited and comes back.
    pub for_editing: bool,
    /// Page numbers stand in the middle of the top margin from the second page on.
    pub page_numbers: bool,
    /// The library's name of the document, kept in a custom property so that an edited file finds
    /// its way back. Derived from the content when absent.
    pub document_id: Option<String>,
}

/// Margins of a portrait A4 sheet in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// 30 for documents kept longer than ten years, at least 20 otherwise.
    pub left_mm: f64,
    /// At least 10.
    pub right_mm: f64,
    /// At least 20.
    pub top_mm: f64,
    /// At least 20.
    pub bottom_mm: f64,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            margins: Margins {
                left_mm: 30.0,
                right_mm: 10.0,
                top_mm: 20.0,
                bottom_mm: 20.0,
            },
            font: "Times New Roman".into(),
            size_pt: 14.0,
            line_spacing: 1.15,
            first_line_cm: 1.25,
            justified: true,
            hyphenated: true,
            corner_cm: 8.0,
            for_editing: false,
            page_numbers: true,
            document_id: None,
        }
    }
}

impl Profile {
    /// ГОСТ Р 7.0.97-2016, in force until 18 August 2025; instructions of older offices name it. It
    /// gives the corner half a centimetre less, the rest is as in the standard of 2025.
    pub fn gost_2016() -> Self {
        Self {
            corner_cm: 7.5,
            ..Self::default()
        }
    }
}

/// The profile in Word's own units, within bounds.
///
/// Twips are twentieths of a point; 1 mm is 56.7 of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measures {
    pub(crate) left: u32,
    pub(crate) right: u32,
    pub(crate) top: u32,
    pub(crate) bottom: u32,
    pub(crate) half_points: u32,
    pub(crate) line: u32,
    pub(crate) first_line: u32,
    pub(crate) corner: u32,
}

/// A4 in twips.
pub(crate) const SHORT_EDGE: u32 = 11906;
pub(crate) const LONG_EDGE: u32 = 16838;

impl Measures {
    pub(crate) fn of(profile: &Profile) -> Self {
        let Margins {
            left_mm,
            right_mm,
            top_mm,
            bottom_mm,
        } = profile.margins;
        Self {
            left: twips(within(left_mm, 0.0, 80.0, 30.0)),
            right: twips(within(right_mm, 0.0, 80.0, 10.0)),
            top: twips(within(top_mm, 0.0, 80.0, 20.0)),
            bottom: twips(within(bottom_mm, 0.0, 80.0, 20.0)),
            half_points: (within(profile.size_pt, 6.0, 36.0, 14.0) * 2.0).round() as u32,
            line: (within(profile.line_spacing, 0.8, 3.0, 1.15) * 240.0).round() as u32,
            first_line: twips(within(profile.first_line_cm, 0.0, 5.0, 1.25) * 10.0),
            corner: twips(within(profile.corner_cm, 4.0, 12.0, 8.0) * 10.0),
        }
    }

    /// Width of the text on a portrait sheet.
    pub(crate) fn text_width(&self) -> u32 {
        SHORT_EDGE.saturating_sub(self.left + self.right)
    }
}

fn twips(millimetres: f64) -> u32 {
    (millimetres * 1440.0 / 25.4).round() as u32
}

/// `value` between the bounds; the default when it is not a number.
fn within(value: f64, low: f64, high: f64, default: f64) -> f64 {
    if value.is_nan() {
        default
    } else {
        value.clamp(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_measures_are_the_standard_in_twips() {
        let measures = Measures::of(&Profile::default());
        assert_eq!(
            (measures.left, measures.right, measures.top, measures.bottom),
            (1701, 567, 1134, 1134)
        );
        assert_eq!(
            (measures.half_points, measures.line, measures.first_line),
            (28, 276, 709)
        );
    }

    #[test]
    fn impossible_values_are_brought_within_the_sheet() {
        let profile = Profile {
            size_pt: f64::NAN,
            line_spacing: f64::INFINITY,
            first_line_cm: -4.0,
            ..Profile::default()
        };
        let measures = Measures::of(&profile);
        assert_eq!(
            (measures.half_points, measures.line, measures.first_line),
            (28, 720, 0)
        );
    }
}
