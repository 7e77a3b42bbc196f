//! What comparing two documents finds out before it heeds decisions, kept while a person decides.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use svod_diff::{Comparison, Decision, Prepared, Stopped};
use svod_language::themes::ThemeList;
use svod_model::{Id, Resolution};

use crate::view::ThemeName;
use crate::{Cancel, Error, ErrorCode, Library, Progress};

/// The themes of directives, by their ids.
pub(crate) type Themes = BTreeMap<Id, Vec<String>>;

/// Two documents ready to be compared as often as a person decides.
#[derive(Debug)]
pub(crate) struct Ready {
    prepared: Prepared,
    pub(crate) old_themes: Themes,
    pub(crate) new_themes: Themes,
    pub(crate) themes: Vec<ThemeName>,
}

/// The one who waits for a comparison: may stop it, and hears how far it is.
pub(crate) struct Waiting<'a> {
    cancel: &'a Cancel,
    progress: RefCell<(Progress, &'a mut dyn FnMut(Progress))>,
    told: Cell<u32>,
}

/// Progress is told in hundredths.
const PARTS: u32 = 100;

impl<'a> Waiting<'a> {
    pub(crate) fn new(task: &str, cancel: &'a Cancel, report: &'a mut dyn FnMut(Progress)) -> Self {
        let progress = Progress {
            task: task.into(),
            done: 0,
            total: PARTS,
            label: String::new(),
        };
        Self {
            cancel,
            progress: RefCell::new((progress, report)),
            told: Cell::new(0),
        }
    }

    /// Hears the share that is done; tells whether to go on.
    fn go_on(&self, share: f32) -> bool {
        let done = (share * PARTS as f32) as u32;
        let is_wanted = || self.check().is_ok();
        if is_wanted() && done > self.told.replace(self.told.get().max(done)) {
            let (progress, report) = &mut *self.progress.borrow_mut();
            progress.done = done;
            report(progress.clone());
        }
        is_wanted()
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        self.cancel.check()
    }
}

impl Library {
    /// The two documents made ready: those that were compared last are kept.
    pub(crate) fn ready(
        &self,
        old: &Resolution,
        new: &Resolution,
        waiting: &Waiting<'_>,
    ) -> Result<Arc<Ready>, Error> {
        let kept = self
            .last_compared
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        // The texts themselves are the key: a revision, a correction or a file read anew differs.
        if let Some(kept) = kept.filter(|kept| kept.prepared.is_of(old, new)) {
            return Ok(kept);
        }
        let go_on = |share| waiting.go_on(share);
        let prepared = Prepared::new(old.clone(), new.clone(), &go_on).map_err(stopped)?;
        let list = self.theme_list()?;
        let old_themes = themes_of(old, &list, waiting)?;
        let new_themes = themes_of(new, &list, waiting)?;
        let ready = Arc::new(Ready {
            prepared,
            themes: theme_names(&list, &old_themes, &new_themes),
            old_themes,
            new_themes,
        });
        *self
            .last_compared
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&ready));
        Ok(ready)
    }
}

impl Ready {
    pub(crate) fn compare(
        &self,
        decisions: &[Decision],
        waiting: &Waiting<'_>,
    ) -> Result<Comparison, Error> {
        let compared = self
            .prepared
            .compare(decisions, &|share| waiting.go_on(share));
        compared.map_err(stopped)
    }
}

fn stopped(Stopped: Stopped) -> Error {
    Error::new(ErrorCode::Cancelled)
}

fn themes_of(
    resolution: &Resolution,
    list: &ThemeList,
    waiting: &Waiting<'_>,
) -> Result<Themes, Error> {
    resolution
        .directives()
        .map(|(_, _, directive)| {
            waiting.check()?;
            // A sub-item alone may not say what it is about; its lead does.
            let slugs = list
                .of(&directive.whole())
                .into_iter()
                .map(|theme| theme.slug.clone());
            Ok((directive.id.clone(), slugs.collect()))
        })
        .collect()
}

/// The themes that occur, in the order of their list.
fn theme_names(list: &ThemeList, old: &Themes, new: &Themes) -> Vec<ThemeName> {
    let found: BTreeSet<&str> = old
        .values()
        .chain(new.values())
        .flatten()
        .map(String::as_str)
        .collect();
    list.used()
        .filter(|theme| found.contains(theme.slug.as_str()))
        .map(|theme| ThemeName {
            slug: theme.slug.clone(),
            name: theme.name.clone(),
        })
        .collect()
}
