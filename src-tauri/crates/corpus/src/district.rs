//! The names districts go by.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use svod_language::district::district_key;

/// Each district's newest name by its key.
pub fn newest_names<'a>(
    named: impl Iterator<Item = (&'a str, Option<NaiveDate>)>,
) -> BTreeMap<String, String> {
    let mut newest: BTreeMap<String, (Option<NaiveDate>, String)> = BTreeMap::new();
    for (name, date) in named {
        let known = newest.entry(district_key(name)).or_default();
        if known.1.is_empty() || date > known.0 {
            *known = (date, name.to_owned());
        }
    }
    newest
        .into_iter()
        .map(|(key, (_, name))| (key, name))
        .collect()
}
