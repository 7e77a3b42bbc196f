use std::collections::BTreeMap;

use svod_language::words;
use svod_model::Id;
use uuid::Uuid;

/// The namespace of ids made from text; any fixed value would do.
const NAMESPACE: Uuid = Uuid::from_u128(0x5f6d_0d1e_9a54_4c43_8d5e_2b1a_7c3f_9e60);

/// Gives names to parts: the same text at the same turn gets the same name on every reading.
#[derive(Debug, Default)]
pub(super) struct Names {
    seen: BTreeMap<String, u32>,
    taken: BTreeMap<Id, ()>,
}

impl Names {
    /// A name for a part of that kind and text; an anchor, unless it is taken already.
    pub(super) fn name(&mut self, kind: &str, text: &str, anchor: Option<&Id>) -> Id {
        if let Some(anchor) = anchor
            && self.taken.insert(anchor.clone(), ()).is_none()
        {
            return anchor.clone();
        }
        let key = format!("{kind}/{}", words::fold(text));
        loop {
            let turn = self.seen.entry(key.clone()).or_default();
            *turn += 1;
            let id = Uuid::new_v5(&NAMESPACE, format!("{key}/{turn}").as_bytes());
            let id = Id::new(id.simple().to_string());
            if self.taken.insert(id.clone(), ()).is_none() {
                return id;
            }
        }
    }
}
