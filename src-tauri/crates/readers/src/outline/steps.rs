/// A step of the outline that can be left out to measure what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Joining what pages and wraps broke.
    Joining,
    /// Splitting tasks glued by «;».
    Splitting,
    /// Sub-items under a parent phrase.
    Leads,
    /// Deadlines taken over from the heading, a line of their own or the parent phrase.
    Inheriting,
    /// «Срок:» and «Ответственный:» lines, «(отв.: …)» in brackets.
    Responsible,
    /// Addressees named inside an item.
    Inline,
    /// Plans laid out as tables.
    Tables,
    /// Minutes: СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ and formal items.
    Minutes,
}

impl Step {
    /// Every step that can be left out.
    pub const ALL: [Self; 8] = [
        Self::Joining,
        Self::Splitting,
        Self::Leads,
        Self::Inheriting,
        Self::Responsible,
        Self::Inline,
        Self::Tables,
        Self::Minutes,
    ];
}
