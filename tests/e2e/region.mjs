// A region of twelve invented districts over three years, as its districts would have written it, and the place it is
// looked at in.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { svod } from "./app.mjs";

const NAMES = [
  ["Берёзовоярск", "Берёзовоярского"],
  ["Верхнеозёрск", "Верхнеозёрского"],
  ["Горноключинск", "Горноключинского"],
  ["Заречненск", "Заречненского"],
  ["Каменнобродск", "Каменнобродского"],
  ["Ключеградск", "Ключеградского"],
  ["Луговской", "Луговского"],
  ["Малоборский", "Малоборского"],
  ["Новопольск", "Новопольского"],
  ["Северополянск", "Северополянского"],
  ["Тихореченск", "Тихореченского"],
  ["Ясногорск", "Ясногорского"],
];
const YEARS = [2024, 2025, 2026];

/** What the region sends round: every district takes most of it. */
const REGION = [
  (year) => `закрепить наставника за каждым молодым учителем до 15 сентября ${year} года`,
  () => "обеспечить горячее питание младших школьников",
  (year) => `провести муниципальный слёт волонтёрских отрядов до 1 мая ${year + 1} года`,
  () => "разместить ежедневное меню на сайтах школ",
  () => "обеспечить работу учителей в электронных журналах и дневниках",
  (year) => `утвердить план подготовки выпускников к ЕГЭ до 1 октября ${year} года`,
  () =>
    "обеспечить права детей с ОВЗ в соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»",
  () => "организовать участие школьников в проекте «Билет в будущее»",
];
/** The same in other words, as a district may put it. */
const EDITED = [
  (year) => `закрепить за каждым молодым учителем опытного наставника до 20 сентября ${year} года`,
  () => "обеспечить бесплатным горячим питанием младших школьников",
];
/** What single districts thought of. */
const OWN = [
  "открыть агрокласс в сельской школе",
  "провести ремонт школьных библиотек",
  "создать музей истории района",
  "организовать подвоз детей из дальних сёл автобусами",
  "провести олимпиаду по робототехнике",
  "обучить педагогов-психологов методам медиации",
  "провести летнюю смену для одарённых детей",
  "создать школьный театр в каждой школе",
  "укрепить охрану школьных зданий видеонаблюдением",
  "сдать нормы ГТО всем старшеклассникам",
  "провести конкурс молодых учителей",
  "провести родительские собрания о безопасном интернете",
];

/** What a district resolved in a year. */
export function resolution([, genitive], district, year) {
  const tasks = REGION.filter((_, at) => (district * 7 + at * 5) % 6 !== 0).map((task, at) =>
    district % 4 === 1 && EDITED[at] ? EDITED[at](year) : task(year),
  );
  tasks.push(`довести охват детей 5–17 лет дополнительным образованием до ${60 + district * 2 + (year - 2024) * 3} % к 31 декабря ${year + 1} года`);
  tasks.push(OWN[district], OWN[(district + year) % OWN.length]);
  const [first, second] = [tasks.slice(0, 5), tasks.slice(5)];
  const list = (n, items) => items.map((task, at) => `${n}.${at + 1}. ${task};`).join("\n");
  return `РЕЗОЛЮЦИЯ
августовского форума работников образования
${genitive} муниципального округа Приозёрной области
«Школа у реки»

${20 + (district % 8)} августа ${year} года

Участники форума рекомендуют:
1. Управлению образования:
${list(1, first)}
2. Руководителям школ:
${list(2, second)}
`;
}

/** A folder with the texts of the region, imported into the library. */
export async function region(app) {
  const folder = app.path("region");
  mkdirSync(folder);
  for (const [district, name] of NAMES.entries()) {
    for (const year of YEARS) {
      writeFileSync(`${folder}/${name[0]}-${year}.txt`, resolution(name, district, year));
    }
  }
  execFileSync(svod, ["library", "--library", app.library, "import", folder], { stdio: "ignore" });
  return folder;
}

/** Goes to the districts. */
export const place = (window) => window.run("location.hash = '#/districts'");

/** A picture of the screen, where a folder for pictures is named. */
export async function picture(window, name) {
  const folder = process.env.SVOD_PICTURES;
  if (folder) writeFileSync(`${folder}/districts-${name}.png`, Buffer.from(await window.screenshot(), "base64"));
}
