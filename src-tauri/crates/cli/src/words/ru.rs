//! Russian.

use svod_api::{DiagnosticCode, ErrorCode, Rule};

pub(super) fn error(code: ErrorCode) -> &'static str {
    use ErrorCode as C;
    match code {
        C::FileNotFound => "Файл «{file}» не найден: проверьте имя и папку.",
        C::FileNotReadable => "Файл «{file}» не прочитан: нет прав на чтение или он занят.",
        C::NotAFile => "«{file}» — папка, а не файл: укажите файл.",
        C::FolderTooDeep => {
            "Папка «{file}» пропущена: вложенность больше {limit} папок. Укажите её саму."
        }
        C::TooManyFiles => {
            "В папке «{file}» больше {limit} документов: остальные пропущены. Укажите папки внутри неё."
        }
        C::LinkNotFollowed => {
            "«{file}» — ссылка на другое место, она пропущена. Укажите сам файл или папку."
        }
        C::FileEmpty => "Файл «{file}» пуст: в нём нет слов.",
        C::FileTooLarge => {
            "Файл «{file}» слишком велик ({size} МБ при пределе {limit} МБ): сохраните текст без картинок."
        }
        C::FormatUnsupported => {
            "Файл «{file}» не прочитан: формат «{format}» пока не поддерживается, сохраните его как .docx или .txt."
        }
        C::NotText => {
            "Файл «{file}» не прочитан: это не текст ни в одной известной кодировке, сохраните его как .docx или .txt."
        }
        C::FileDamaged => "Файл «{file}» повреждён: откройте его в Word и сохраните заново.",
        C::FileSuspicious => {
            "Файл «{file}» не прочитан: он устроен так, чтобы занять всю память; не открывайте его и узнайте, откуда он."
        }
        C::NoTextLayer => {
            "В файле «{file}» только изображения страниц, текста нет: распознайте его в программе распознавания и откройте результат."
        }
        C::FileEncrypted => "Файл «{file}» закрыт паролем: снимите пароль и повторите.",
        C::EncodingUnknown => {
            "Кодировка «{encoding}» неизвестна: попробуйте windows-1251, koi8-r, ibm866 или utf-8."
        }
        C::FileNotWritable => {
            "Файл «{file}» не записан: нет прав на запись. Выберите другую папку."
        }
        C::DiskFull => {
            "Файл «{file}» не записан: на диске нет места. Освободите место или выберите другую папку."
        }
        C::FileInUse => {
            "Файл «{file}» открыт в другой программе: закройте его или выберите другое имя. Прежний файл не изменён."
        }
        C::FileExists => "Файл «{file}» уже есть: назовите другой.",
        C::FolderNotFound => "Файл «{file}» не записан: такой папки нет.",
        C::FileNameNotAllowed => {
            "Имя «{file}» не подходит: уберите из него знаки \\ / : * ? \" < > | и сделайте его короче."
        }
        C::PreviewGone => "Страницы уже набраны заново: откройте просмотр ещё раз.",
        C::NoViewer => "В системе нет программы, которая открывает этот файл.",
        C::NotPrinted => {
            "Напечатать не удалось: проверьте, включён ли принтер, или сохраните PDF и напечатайте его."
        }
        C::LibraryNewer => {
            "Библиотека «{file}» создана более новой версией программы: обновите Свод, файл не изменён."
        }
        C::LibraryDamaged => {
            "Библиотека «{file}» повреждена или это не библиотека Свода: восстановите её из копии, файл не изменён."
        }
        C::LibraryLocked => {
            "Библиотека «{file}» открыта в другой программе: закройте окно Свода и повторите."
        }
        C::LibraryNotOpened => {
            "Библиотека «{file}» не открыта: проверьте, что папка существует и доступна для записи."
        }
        C::DocumentNotFound => {
            "В библиотеке нет одного документа с номером «{id}»: посмотрите номера командой svod library list."
        }
        C::FileForgotten => "Файл нужно выбрать заново.",
        C::DraftChanged => "Текст изменился в другом месте; откройте документ заново.",
        C::EditedSince => "Документ правили после чтения; прочитать файл заново нельзя.",
        C::TemplateNotFound => "Шаблон не найден.",
        C::ThemesRefused => {
            "Список тем не принят: у темы «{name}» нет своего названия или тем больше 64."
        }
        C::RegisterUnreadable => "В реестре актов не читается строка {line}.",
        C::NotATemplate => "В файле «{file}» нет текста, из которого можно сделать шаблон.",
        C::NotABundle => "«{file}» — не файл обмена Свода.",
        C::BundleNewer => {
            "Файл обмена «{file}» создан более новой версией программы: обновите Свод."
        }
        C::BundleDamaged => {
            "Файл обмена «{file}» повреждён: попросите прислать его ещё раз; библиотека не изменена."
        }
        C::SameDocument => "Выбран один и тот же документ: для сравнения нужны два разных.",
        C::NotAControlSheet => "Файл «{file}» — не контрольный лист.",
        C::NotUnderControl => "Документа нет на контроле.",
        C::MarkRefused => "По пункту {number} не хватает сведений.",
        C::ExportFormatUnsupported => {
            "Формат «{format}» для этого не поддерживается: выберите docx, html, txt или json."
        }
        C::Cancelled => "Остановлено: сделанное до этого сохранено.",
        C::Internal => {
            "Внутренняя ошибка программы: данные не изменены, сообщите о ней разработчикам."
        }
    }
}

pub(super) fn diagnostic(code: DiagnosticCode) -> &'static str {
    use DiagnosticCode as C;
    match code {
        C::NumberingRestarts => "Нумерация начинается заново с «{number}»",
        C::BookmarkResidue => "Убраны следы закладок Word: {count}",
        C::BrokenParagraph => "Соединены части разорванного абзаца",
        C::LettersRepaired => "Похожие знаки исправлены: «{before}» читается как «{after}»",
        C::UnplacedLine => "Строка не отнесена ни к одной части документа",
        C::PossibleDirective => "Возможно, в абзаце есть поручение: «{text}»",
        C::OrphanDeadline => "Срок «{phrase}» стоит отдельно от поручения",
        C::EmptyGroup => "Под адресатом «{heading}» нет поручений",
        C::NoAdoptionDate => "Не найдена дата принятия",
        C::NoDirectives => "Не найдено ни одного поручения",
        C::GuessedEncoding => "Кодировка определена по тексту: {encoding}",
        C::ImpossibleDate => "Такой даты нет: «{phrase}»",
        C::TrackedChangesAccepted => "Исправления прочитаны как принятые: {count}",
        C::UnbalancedQuotes => "Не хватает открывающей или закрывающей кавычки",
    }
}

pub(super) fn rule(rule: Rule, unverified: bool) -> &'static str {
    match rule {
        Rule::NoAdoptionDate => "нет даты принятия",
        Rule::AdoptionDate => "дата расходится с датой принятия {date}: «{phrase}»",
        Rule::AdoptionWords => "«{phrase}» не согласовано с видом документа: «{right}»",
        Rule::TitleYear => "год не тот: «{phrase}», а документ принят {date}",
        Rule::NoAddressee => "не назван адресат",
        Rule::VagueAddressee => "непонятно, кому поручено: «{phrase}»",
        Rule::EmptyGroup => "у адресата нет поручений",
        Rule::RepeatedAddressee => "адресат повторяется в этом разделе",
        Rule::AddresseeInside => "адресат назван и в заголовке, и в пункте: «{phrase}»",
        Rule::AddresseeCase => "нужен дательный падеж: «{dative}»",
        Rule::Numbering => "номер {number} не по порядку, ожидался {expected}",
        Rule::MissingPoint => "пункта {number} в документе нет",
        Rule::UnfilledField => "не заполнено поле: «{phrase}»",
        Rule::EmptyDirective => "пустое поручение",
        Rule::NoAction => "не сказано, что сделать",
        Rule::SeveralActions => "в пункте несколько поручений: второе – «{verb}»",
        Rule::WeakVerb => "«{verb}» не называет результата",
        Rule::Tautology => "однокоренные слова: «{first}» и «{second}»",
        Rule::DuplicateDirective => "такое же поручение уже есть выше",
        Rule::Contradiction => "то же поручение выше: «{first}», здесь – «{second}»",
        Rule::FindingWithoutDirective => "проблема названа, а поручения по ней нет",
        Rule::NoDeadline => "нет срока",
        Rule::DeadDeadline => "«{phrase}» – не срок",
        Rule::UnresolvedDeadline => "когда закончить: «{phrase}»?",
        Rule::ImpossibleDate => "такой даты нет: «{phrase}»",
        Rule::WrongWeekday => "«{phrase}»: этот день – {weekday}",
        Rule::WeekendDeadline => "срок приходится на выходной: «{phrase}»",
        Rule::DeadlineBeforeAdoption => "срок «{phrase}» прошёл до принятия",
        Rule::ReversedPeriod => "период «{phrase}» кончается раньше, чем начинается",
        Rule::BrokenSchoolYear => "нет такого учебного года: «{phrase}»",
        Rule::StaleSchoolYear => "учебный год «{phrase}» уже закончился",
        Rule::StaleYear => "год уже закончился: «{phrase}»",
        Rule::DateForm => "лишнее слово после цифр: «{phrase}»",
        Rule::ShareWithoutBase => "«{phrase}» – от чего?",
        Rule::ShareOverWhole => "доля больше целого: «{phrase}»",
        Rule::GrowthWithoutNumber => "«{phrase}» – до какого числа?",
        Rule::TargetLower => "показатель ниже прошлогоднего: было «{previous}»",
        Rule::ActNotInForce if unverified => {
            "возможно, не действует с {since}: {act}. Взамен: {replacement}"
        }
        Rule::ActNotInForce => "не действует с {since}: {act}. Взамен: {replacement}",
        Rule::ActWrongDate => "дата не та: {act}",
        Rule::ActWrongNumber => "номер не тот: {act}",
        Rule::ActFromFuture => "акт датирован позже принятия: «{phrase}»",
        Rule::ActForm => "непривычная запись акта: «{phrase}»",
        Rule::UndeclaredAbbreviation => "сокращение не раскрыто: {word}",
        Rule::MixedTerms => "рядом «учреждение» и «организация»: «{word}»",
        Rule::RegionWords => "«{phrase}» в документе муниципалитета",
        Rule::LookalikeLetters => "похожие знаки вместо русских букв: «{word}»",
        Rule::JoinedWords => "слова слились: «{word}»",
        Rule::LostDash => "потеряно тире: «{phrase}»",
        Rule::BrokenHyphenation => "слово разорвано: «{phrase}»",
        Rule::UnbalancedQuotes => "кавычка без пары",
        Rule::StraightQuotes => "кавычки пишущей машинки",
        Rule::StopAtQuotes => "лишняя точка у кавычки или заголовка",
        Rule::DoubleSpace => "лишний пробел",
        Rule::SpaceBeforeMark => "пробел не с той стороны знака",
        Rule::MissingSpace => "нет пробела: «{phrase}»",
        Rule::SpacedHyphen => "дефис вместо тире",
        Rule::RangeHyphen => "дефис вместо тире: «{phrase}»",
        Rule::NonBreakingSpace => "нужны неразрывные пробелы: {count}",
        Rule::Initials => "пробелы в инициалах: «{phrase}»",
        Rule::StrayMark => "лишний знак: «{phrase}»",
        Rule::LeftoverMark => "номер или маркер внутри текста",
        Rule::Residue => "след другой программы: «{phrase}»",
        Rule::RepeatedWord => "слово повторено: «{word}»",
        Rule::PrepositionForm => "«{phrase}»: пишут «{right}»",
        Rule::Spelling => "нет в словаре: «{word}»",
    }
}

pub(super) fn help(key: &str) -> &'static str {
    match key {
        "svod" => "Свод: читает, сравнивает, проверяет и выпускает резолюции",
        "read" => "Прочитать резолюцию и показать её структуру",
        "compare" => "Сравнить две резолюции: что сохранено, изменено, исключено, добавлено",
        "export" => "Прочитать резолюцию и выпустить готовый документ",
        "check" => "Проверить резолюцию: адресаты, сроки, показатели (код 1, если есть ошибки)",
        "matrix" => "Показать, что поручено в районах по темам, и чего не поручено никому",
        "columns" => "Что в столбцах: themes — темы, families — одинаковые поручения",
        "control" => "Контроль исполнения принятых документов",
        "control-due" => "Показать поручения, срок которых прошёл или близок",
        "due-on" => "На какой день; без него — сегодня",
        "due-within" => "На сколько дней вперёд смотреть",
        "due-json" => "Вывести JSON (svod.due/1) для программ",
        "library" => "Библиотека документов, общая с окном Свода",
        "library-import" => "Добавить файлы в библиотеку",
        "library-list" => "Показать документы библиотеки",
        "library-show" => "Показать структуру документа",
        "library-search" => "Найти слова в любой форме в названиях и поручениях",
        "library-backup" => "Сделать копию библиотеки",
        "library-restore" => "Вернуть библиотеку из копии; прежняя остаётся рядом",
        "library-export" => "Записать документы в один файл для другой библиотеки",
        "library-receive" => {
            "Добавить документы из файла другой библиотеки (код 1, если остались спорные)"
        }
        "copy-made" => "Файл копии",
        "ids" => "Номера документов из списка (первые знаки); без них — все",
        "bundle" => "Файл обмена (.svodx)",
        "conflicts" => {
            "Что делать с документами, изменёнными и здесь, и там: skip — оставить свой, take — взять присланный, both — оставить оба"
        }
        "library-verify" => "Проверить целостность библиотеки (код 1, если она повреждена)",
        "matrix-library" => {
            "Файл библиотеки: взять темы из неё, а без файлов – и документы (по умолчанию темы программы)"
        }
        "library-path" => "Файл библиотеки",
        "file" => "Файл резолюции: docx, doc, odt, rtf, pdf, html, md или txt",
        "files" => "Файлы резолюций: docx, doc, odt, rtf, pdf, html, md или txt",
        "old" => "Более ранняя резолюция",
        "new" => "Более поздняя резолюция",
        "out" => "Куда записать результат",
        "to" => "Формат: docx, pdf, odt, html, md, txt, xlsx, ics, akn, json",
        "format" => "Вид вывода",
        "compare-format" => {
            "Вид вывода; redline — документ Word с исправлениями, которые принимают или отклоняют"
        }
        "author" => "Чьи это исправления (для redline)",
        "date" => "Дата исправлений и таблицы; без неё — сегодняшняя",
        "profile" => "Оформление: gost-2025 или gost-2016",
        "editing" => "Для правки: с метками поручений, по которым файл узнаётся, когда вернётся",
        "export-date" => "Дата, которую называет файл; без неё — сегодняшняя",
        "encoding" => "Кодировка текстового файла, например windows-1251",
        "id" => "Номер документа или его начало",
        "words" => "Слова для поиска",
        "copy" => "Новый файл для копии",
        _ => "",
    }
}
