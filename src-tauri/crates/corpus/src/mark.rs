//! What is kept of a directive, so that a matrix of a million of them needs no text.

use svod_language::addressees;
use svod_language::themes::ThemeList;
use svod_model::{BodyClass, Directive, Group};

/// What is kept of a directive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its themes: a bit for each, by place in the list of themes.
    pub themes: u64,
    /// Classes of its addressees: a bit for each, see [`class_bit`].
    pub classes: u16,
    /// The family of one task it belongs to.
    pub family: u32,
    /// A name of its text without dates, numbers and case: equal for texts that differ in nothing else.
    pub wording: u64,
}

/// Bytes of a packed mark.
const SIZE: usize = 8 + 2 + 4 + 8;

/// Every class in the order of its bit.
const CLASSES: [BodyClass; 10] = [
    BodyClass::MunicipalPower,
    BodyClass::EducationAuthority,
    BodyClass::MethodicalService,
    BodyClass::CoordinatingCentre,
    BodyClass::Heads,
    BodyClass::Organisations,
    BodyClass::Roles,
    BodyClass::Partners,
    BodyClass::Region,
    BodyClass::Other,
];

/// The bit of a class of addressees.
pub fn class_bit(class: BodyClass) -> u16 {
    let place = CLASSES.iter().position(|other| *other == class);
    1 << place.unwrap_or(CLASSES.len() - 1)
}

/// The themes of a directive, as bits. A sub-item alone may not say what it is about; its lead does.
pub fn themes_of(directive: &Directive, themes: &ThemeList) -> u64 {
    themes
        .of(&directive.whole())
        .into_iter()
        .filter_map(|theme| 1u64.checked_shl(theme.bit))
        .fold(0, |bits, bit| bits | bit)
}

/// The classes of those a directive is given to, as bits.
pub fn body_class(group: &Group, directive: &Directive) -> u16 {
    if let Some(own) = &directive.addressee {
        return class_bit(addressees::class(own));
    }
    if !group.bodies.is_empty() {
        let classes = group.bodies.iter().map(|body| class_bit(body.class));
        return classes.fold(0, |bits, bit| bits | bit);
    }
    let classes = group
        .addressees
        .iter()
        .map(|body| class_bit(addressees::class(body)));
    classes.fold(0, |bits, bit| bits | bit)
}

/// Marks as bytes, in the order of the directives.
pub fn pack(marks: &[Mark]) -> Vec<u8> {
    let mut out = Vec::with_capacity(marks.len() * SIZE);
    for mark in marks {
        out.extend(mark.themes.to_le_bytes());
        out.extend(mark.classes.to_le_bytes());
        out.extend(mark.family.to_le_bytes());
        out.extend(mark.wording.to_le_bytes());
    }
    out
}

/// Marks of packed bytes; an incomplete one at the end is left out.
pub fn unpack(bytes: &[u8]) -> impl Iterator<Item = Mark> + '_ {
    bytes.chunks_exact(SIZE).map(|one| Mark {
        themes: u64::from_le_bytes(part(one, 0)),
        classes: u16::from_le_bytes(part(one, 8)),
        family: u32::from_le_bytes(part(one, 10)),
        wording: u64::from_le_bytes(part(one, 14)),
    })
}

fn part<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut out = [0; N];
    out.copy_from_slice(&bytes[at..at + N]);
    out
}

/// What marks made today are made by: it changes with what themes catch and with this program's way of
/// making them, and then they are made anew. Another name or another order of themes changes nothing.
pub fn version(themes: &ThemeList) -> u32 {
    /// Raised when marks or facts are made in another way.
    const WAY: u32 = 3;
    let mut signs: Vec<(u32, &str)> = themes
        .used()
        .map(|theme| (theme.bit, theme.words.as_str()))
        .collect();
    signs.sort_unstable();
    let list = name_of(&format!("{signs:?}"));
    let list = u32::try_from((list ^ (list >> 24)) & 0x00ff_ffff).unwrap_or_default();
    WAY << LIST | list
}

/// The bits of a version that stand for the list of themes.
const LIST: u32 = 24;

/// Whether marks of one version differ from those of another in their themes alone.
pub fn only_themes_differ(one: u32, other: u32) -> bool {
    one >> LIST == other >> LIST
}

/// A 64-bit name of a text that is the same on every machine and in every version (FNV-1a).
pub(crate) fn name_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_marks_come_back() {
        let marks = [
            Mark {
                themes: 5,
                classes: 3,
                family: 77,
                wording: u64::MAX,
            },
            Mark::default(),
        ];
        let bytes = pack(&marks);
        assert_eq!(unpack(&bytes).collect::<Vec<_>>(), marks);
        assert_eq!(unpack(&bytes[..SIZE + 3]).count(), 1);
    }

    #[test]
    fn every_theme_and_class_has_a_bit_of_its_own() {
        let themes = ThemeList::shipped();
        let bits = themes
            .all()
            .iter()
            .filter_map(|theme| themes.bit(&theme.slug))
            .fold(0u64, |all, bit| all | bit);
        assert_eq!(bits.count_ones() as usize, themes.all().len());
        let classes = CLASSES
            .iter()
            .fold(0u16, |all, class| all | class_bit(*class));
        assert_eq!(classes.count_ones() as usize, CLASSES.len());
    }

    #[test]
    fn a_version_tells_another_list_of_themes() {
        let shipped = ThemeList::shipped();
        let mut themes = shipped.all().to_vec();
        themes.reverse();
        themes[0].name = "Иначе".into();
        assert_eq!(
            version(&ThemeList::new(themes.clone())),
            version(shipped),
            "names and order catch nothing"
        );
        themes[0].off = true;
        let other = version(&ThemeList::new(themes));
        assert_ne!(other, version(shipped));
        assert!(only_themes_differ(other, version(shipped)));
    }
}
