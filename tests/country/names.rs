//! Invented names: regions, districts and schools that are nowhere.

/// How many districts can be named apart.
pub(super) const DISTRICTS: usize = BEGINNINGS.len() * ROOTS.len();
/// Districts of one region.
pub(super) const PER_REGION: usize = 27;

const BEGINNINGS: &[&str] = &[
    "Верхне",
    "Нижне",
    "Старо",
    "Ново",
    "Мало",
    "Больше",
    "Бело",
    "Красно",
    "Черно",
    "Сухо",
    "Средне",
    "Северо",
    "Южно",
    "Западно",
    "Восточно",
    "Тихо",
    "Быстро",
    "Добро",
    "Ясно",
    "Светло",
    "Сине",
    "Зелено",
    "Круто",
    "Мелко",
    "Широко",
    "Узко",
    "Долго",
    "Коротко",
    "Остро",
    "Ровно",
    "Горно",
    "Лугово",
    "Лесо",
    "Степно",
    "Снежно",
    "Солнце",
    "Звездно",
    "Медо",
    "Хлебо",
    "Медно",
    "Камено",
    "Песчано",
    "Глино",
    "Родо",
];
const ROOTS: &[&str] = &[
    "озёр",
    "ключев",
    "поль",
    "гор",
    "лес",
    "речен",
    "камен",
    "берез",
    "дубов",
    "сосн",
    "ельн",
    "липов",
    "рябин",
    "ольхов",
    "кленов",
    "родников",
    "брод",
    "мост",
    "хуторян",
    "слобод",
    "градн",
    "вольн",
    "мирн",
    "дольн",
    "ярн",
    "бережн",
    "островн",
    "заливн",
    "ветрен",
    "росн",
    "медвеж",
    "лебед",
    "журавл",
    "сокол",
    "орлов",
    "волков",
    "бобров",
    "лосин",
    "налим",
    "окунев",
    "сомов",
    "ракитн",
    "калинов",
    "малинов",
    "смородин",
    "вишн",
    "яблон",
    "грушев",
    "сливн",
    "хмелев",
    "пшеничн",
    "овсян",
    "ячмен",
];
const VILLAGES: &[&str] = &[
    "Каменка",
    "Берёзовка",
    "Сосновка",
    "Липовка",
    "Дубрава",
    "Ольховка",
    "Малиновка",
    "Яблоневка",
    "Рябиновка",
    "Ковылёвка",
    "Луговка",
    "Озёрка",
    "Ключёвка",
    "Ветлянка",
    "Бобровка",
    "Журавлёвка",
    "Медведка",
    "Лосевка",
    "Щучинка",
    "Заречка",
    "Подлеска",
    "Хуторянка",
    "Ракитовка",
    "Прудовка",
];
const SIDES: &[&str] = &[
    "",
    "Новая ",
    "Старая ",
    "Верхняя ",
    "Нижняя ",
    "Малая ",
    "Большая ",
];

/// The district of that number, as an adjective of the masculine («Верхнеозёрский»).
pub(super) fn district(number: usize) -> String {
    let (root, beginning) = (number % ROOTS.len(), number / ROOTS.len());
    format!(
        "{}{}ский",
        BEGINNINGS[beginning % BEGINNINGS.len()],
        ROOTS[root]
    )
}

/// The region of that number, in the nominative.
pub(super) fn region(number: usize) -> String {
    let root = ROOTS[(number * 7) % ROOTS.len()];
    let side = ["За", "При", "Под", "Меж"][number / ROOTS.len() % 4];
    format!("{side}{root}ская область")
}

/// A village with a school, one of a few hundred names of a district.
pub(super) fn village(number: usize) -> String {
    let side = SIDES[number / VILLAGES.len() % SIDES.len()];
    format!("{side}{}", VILLAGES[number % VILLAGES.len()])
}
