//! The tasks of one district through the years.

use std::collections::{BTreeMap, BTreeSet};

use svod_corpus::{CarryLink, Mark, Yearly, district_key, lines, unpack};
use svod_model::{Id, Resolution};

use crate::families::resolved;
use crate::view::{DistrictName, LinesView};
use crate::{Error, Library};

impl Library {
    /// The tasks of a district, the longest standing first. If none is named, of the district with the
    /// most years: there is most to see.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn lines(&self, district: Option<&str>) -> Result<LinesView, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let named = read.district_names().map_err(explain)?;
        let joined = read.joined_families().map_err(explain)?;
        let years = read.district_years().map_err(explain)?;
        drop(store);
        let districts = names(&named);
        let mut lasting: BTreeMap<String, u32> = BTreeMap::new();
        for (name, count) in years {
            *lasting.entry(district_key(&name)).or_default() += count;
        }
        let first = districts
            .iter()
            .rev()
            .max_by_key(|one| lasting.get(&one.key))
            .map(|first| first.key.clone());
        let Some(key) = district.map(str::to_owned).or(first) else {
            return Ok(LinesView::default());
        };
        let mut documents: Vec<(Id, Resolution, Vec<Mark>)> = Vec::new();
        let mut carried = Vec::new();
        // One district has few names, and each of them is looked up as it stands.
        let own: BTreeSet<&str> = named
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| district_key(name) == key)
            .collect();
        for name in own {
            let store = self.store();
            let read = store.read();
            for id in read.documents_of(name).map_err(explain)? {
                let packed = read.marks(&id).map_err(explain)?.unwrap_or_default();
                let mut marks: Vec<Mark> = unpack(&packed).collect();
                for mark in &mut marks {
                    mark.family = resolved(&joined, mark.family);
                }
                let taken = read.carried_into(&id).map_err(explain)?;
                carried.extend(taken.into_iter().map(|(source, from, to)| CarryLink {
                    from: (source, from),
                    to: (id.clone(), to),
                }));
                let resolution = read.newest_revision(&id).map_err(explain)?.resolution;
                documents.push((id, resolution, marks));
            }
        }
        documents.sort_by_key(|(_, resolution, _)| resolution.adopted_on);
        let yearly: Vec<Yearly<'_>> = documents
            .iter()
            .map(|(document, resolution, marks)| Yearly {
                document,
                resolution,
                marks,
            })
            .collect();
        let lines = lines(&yearly, &carried);
        let years: BTreeSet<i32> = lines
            .iter()
            .flat_map(|line| line.occurrences.iter().filter_map(|one| one.year))
            .collect();
        Ok(LinesView {
            district: key,
            districts,
            years: years.into_iter().collect(),
            lines,
        })
    }
}

/// Districts under their newest names, in order.
fn names(named: &[(String, Option<String>)]) -> Vec<DistrictName> {
    let dated = named
        .iter()
        .map(|(name, date)| (name.as_str(), crate::districts::day(date.as_deref())));
    let mut districts: Vec<DistrictName> = svod_corpus::newest_names(dated)
        .into_iter()
        .map(|(key, name)| DistrictName { key, name })
        .collect();
    districts.sort_by(|a, b| a.name.cmp(&b.name));
    districts
}
