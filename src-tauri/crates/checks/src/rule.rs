use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rules, each in a file of its own under `rules/`. The letter of the domain facts is in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The document does not say when it was adopted.
    NoAdoptionDate,
    /// The head or a date set since says another day than the words of adoption. Args: `phrase`, `date` of adoption.
    AdoptionDate,
    /// «Принята» of a decision: gender or number of another document. Args: `phrase`, `right`.
    AdoptionWords,
    /// A title or theme of another year than the adoption. Args: `phrase`, `date` of adoption.
    TitleYear,
    /// Directives stand under no addressee.
    NoAddressee,
    /// An addressee nobody can be called by («всем заинтересованным»). Args: `phrase`.
    VagueAddressee,
    /// An addressee has no directives. Args: `heading`.
    EmptyGroup,
    /// Two groups of one section have the same addressees. Args: `heading`.
    RepeatedAddressee,
    /// A directive names the addressee of its own group again. Args: `phrase`.
    AddresseeInside,
    /// A heading in another case than the words before ask for. Args: `phrase`, `dative`.
    AddresseeCase,
    /// Printed numbers of groups do not go up by one. Args: `number`, `expected`.
    Numbering,
    /// A point is referred to that does not exist. Args: `number`.
    MissingPoint,
    /// A directive without words.
    EmptyDirective,
    /// A field of a template nobody filled in («[Год]»). Args: `phrase`.
    UnfilledField,
    /// A directive says nothing that is to be done.
    NoAction,
    /// Several tasks in one item. Args: `verb`, the second one.
    SeveralActions,
    /// A weak verb without a number or a document as its result. Args: `verb`.
    WeakVerb,
    /// A verb and a noun of one root («реализовать … реализацию»). Args: `first`, `second`.
    Tautology,
    /// The same directive twice. Args: `text`.
    DuplicateDirective,
    /// The same task with another deadline or target. Args: `first`, `second`.
    Contradiction,
    /// A problem nothing is done about, or a section without directives. Args: `text`.
    FindingWithoutDirective,
    /// A directive says nothing of time.
    NoDeadline,
    /// Words instead of a deadline («в кратчайшие сроки»). Args: `phrase`.
    DeadDeadline,
    /// A deadline without a day («по мере необходимости»). Args: `phrase`.
    UnresolvedDeadline,
    /// A date that does not exist («31 июня»). Args: `phrase`.
    ImpossibleDate,
    /// A day of the week that the date beside it is not. Args: `phrase`, `weekday`, the right one.
    WrongWeekday,
    /// A deadline on a day off. Args: `phrase`.
    WeekendDeadline,
    /// A deadline had passed when the document was adopted. Args: `phrase`.
    DeadlineBeforeAdoption,
    /// A period ends before it begins. Args: `phrase`.
    ReversedPeriod,
    /// A school year of two years that do not follow each other. Args: `phrase`.
    BrokenSchoolYear,
    /// A school year that was over at adoption: copied from last year. Args: `phrase`.
    StaleSchoolYear,
    /// Something is to be drawn up for a year that was over at adoption. Args: `phrase`.
    StaleYear,
    /// Digits and «года» together («25.08.2026 года»). Args: `phrase`.
    DateForm,
    /// A share that does not say of what. Args: `phrase`.
    ShareWithoutBase,
    /// A share of more than 100 %. Args: `phrase`.
    ShareOverWhole,
    /// «Увеличить долю» without a number. Args: `phrase`.
    GrowthWithoutNumber,
    /// A target below last year's. Args: `phrase`, `previous`.
    TargetLower,
    /// An act was no longer in force on the day of adoption. Args: `act`, `since`, `replacement`, `unverified`.
    ActNotInForce,
    /// A known act with another date than its own. Args: `act`, `date`.
    ActWrongDate,
    /// A known act with another number than its own. Args: `act`, `said`.
    ActWrongNumber,
    /// An act dated after the adoption. Args: `phrase`.
    ActFromFuture,
    /// A reference to an act in an unusual form. Args: `phrase`.
    ActForm,
    /// An abbreviation nobody has written out. Args: `word`.
    UndeclaredAbbreviation,
    /// «Учреждение» and «организация» for the same thing. Args: `word`.
    MixedTerms,
    /// Words of a region's document in a municipality's. Args: `phrase`.
    RegionWords,
    /// Latin letters or digits that look like Russian ones. Args: `word`.
    LookalikeLetters,
    /// Two words without a space between. Args: `word`.
    JoinedWords,
    /// A dash lost between two years. Args: `phrase`.
    LostDash,
    /// A compound word torn by a space. Args: `phrase`.
    BrokenHyphenation,
    /// A quotation mark without its partner.
    UnbalancedQuotes,
    /// Quotation marks of a typewriter.
    StraightQuotes,
    /// A full stop inside a closing quotation mark, or behind a title.
    StopAtQuotes,
    /// More spaces than one, or spaces at an end.
    DoubleSpace,
    /// A space before a mark or inside a bracket.
    SpaceBeforeMark,
    /// A space is missing. Args: `phrase`.
    MissingSpace,
    /// A hyphen for a dash.
    SpacedHyphen,
    /// A hyphen for the dash of a range. Args: `phrase`.
    RangeHyphen,
    /// Spaces a line may break at where it must not. Args: `count`.
    NonBreakingSpace,
    /// A space inside initials or none behind them. Args: `phrase`.
    Initials,
    /// A mark twice, or one at the end of an item that printing will add. Args: `phrase`.
    StrayMark,
    /// A number or bullet left in a text that gets its own.
    LeftoverMark,
    /// What a converter left behind («[bookmark: …]», «**»). Args: `phrase`.
    Residue,
    /// The same word twice in a row. Args: `word`.
    RepeatedWord,
    /// A preposition misspelt or with another case behind it («в течении года», «согласно приказа»). Args: `phrase`, `right`.
    PrepositionForm,
    /// A word no dictionary has. Args: `word`.
    Spelling,
}
