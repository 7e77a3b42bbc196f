// Days of control: today, days as they are typed, the weeks of a month.

/** Today as the border writes days. */
export function today(now = new Date()): string {
  return iso(now);
}

/** A day typed as 31.12.2026; nothing if there is no such day. */
export function readDay(typed: string): string | null {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(typed.trim());
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? iso(date) : null;
}

/** Names of months as a day is said with them («12 октября»): whatever the window speaks, evidence is Russian. */
const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const parts = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" }).formatToParts(new Date(2026, month, 1));
  return parts.find(({ type }) => type === "month")?.value ?? "";
});
const DAY = new RegExp(
  `(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})(?![\\d.]*\\d|-\\d)|(?<!\\d)(\\d{1,2})»?\\s+(${MONTHS.join("|")})\\s+(\\d{4})(?!\\d)`,
  "giu",
);

/** The days a text names, in figures or with the month in words, as they stand. */
export function daysIn(text: string): string[] {
  const found = [...text.matchAll(DAY)].map(([, day, month, year, number, name, spelt]) =>
    name === undefined
      ? `${day}.${month}.${year?.length === 2 ? `20${year}` : year}`
      : `${number}.${MONTHS.indexOf(name.toLowerCase()) + 1}.${spelt}`,
  );
  return found.map(readDay).filter((day) => day !== null);
}

/** The last of the days a text names that execution could be on: after the adoption and not to come. */
export function executedOn(evidence: string, adopted: string, today: string): string | null {
  const days = daysIn(evidence).filter((day) => adopted <= day && day <= today);
  return days.toSorted().at(-1) ?? null;
}

/** How many days one day is after another; negative if it is before. */
export function daysAfter(day: string, other: string): number {
  return Math.round((Date.parse(day) - Date.parse(other)) / 86_400_000);
}

/** The days of the weeks that a month touches, Monday first. */
export function weeksOf(month: string): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(year, number - 1, 1);
  const before = (first.getDay() + 6) % 7;
  const last = new Date(year, number, 0).getDate();
  const length = Math.ceil((before + last) / 7) * 7;
  return Array.from({ length }, (_, n) => iso(new Date(year, number - 1, 1 - before + n)));
}

/** The month so many months away. */
export function monthFrom(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return iso(new Date(year, number - 1 + months, 1)).slice(0, 7);
}

function iso(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
