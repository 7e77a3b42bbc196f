// Dates filled into a template, and the years that follow from them.

const MONTHS = Array.from({ length: 12 }, (_, month) => {
  const named = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: "UTC" });
  return named.formatToParts(Date.UTC(2000, month, 1)).find(({ type }) => type === "month")?.value ?? "";
});

/** A school year begins to be spoken of in June: August conferences adopt for the next one. */
const FIRST_MONTH = 6;

/** Whether a template's field is a day, by its name («Дата принятия»). */
export const isDay = (name: string): boolean => /^Дата(\s|$)/.test(name);

/** Year and month of a day as it is typed («27 августа 2026 года», «27.08.2026»); nothing if it is none. */
export function dayIn(text: string): { year: number; month: number } | null {
  const words = /^«?(\d{1,2})»?\s+([а-яё]+)\s+(\d{4})(?:\s*(?:года|год|г\.?))?$/i.exec(text.trim());
  const digits = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:года|г\.?))?$/.exec(text.trim());
  const [, day, , year] = words ?? digits ?? [];
  const month = words ? MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1 : Number(digits?.[2]);
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
  return same ? { year: Number(year), month } : null;
}

/** What the fields that name a year say in a document of a day, by their names. */
export function yearsOf({ year, month }: { year: number; month: number }): ReadonlyMap<string, string> {
  const first = month >= FIRST_MONTH ? year : year - 1;
  return new Map([
    ["Год", `${year}`],
    ["Следующий год", `${year + 1}`],
    ["Учебный год", `${first}/${first + 1}`],
  ]);
}
