// Dates, numbers and lists as a Russian office (or an English reader) writes them.
import { locale } from "../i18n";

const NBSP = "\u00a0";

/** Formats are costly to make, and a table asks for the same one in every row. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(language, options);
  dateFormats.set(key, format);
  return format;
}

function relativeFormat(language: string): Intl.RelativeTimeFormat {
  const format =
    relativeFormats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  relativeFormats.set(language, format);
  return format;
}

/** An ISO day in a table or a chip: 01.10.2027. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}

/** An ISO day on a page: documents are Russian whatever language the window speaks. */
export function formatDateOnPage(iso: string): string {
  return longDate(iso, "ru-RU");
}

/** An ISO day in a sentence of the window: 1 октября 2027 г. */
export function formatDateLong(iso: string): string {
  return longDate(iso, tag());
}

/** An ISO day among other facts: 1 октября 2027, without «г.». */
export function formatDateWords(iso: string): string {
  return formatDateLong(iso).replace(/\u00a0г\.$/u, "");
}

/** Two ISO days as one span: «март 2027» for a whole month, else both days. */
export function formatSpan(from: string, to: string): string {
  const [first, last] = [new Date(`${from}T00:00:00`), new Date(`${to}T00:00:00`)];
  const next = new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1);
  const isMonth = first.getDate() === 1 && next.getDate() === 1;
  if (!isMonth || first.getMonth() !== last.getMonth() || first.getFullYear() !== last.getFullYear()) {
    return `${formatDateWords(from)} – ${formatDateWords(to)}`;
  }
  const month = dateFormat(tag(), { month: "long", year: "numeric" }).format(first);
  return month.replace(/\s/g, NBSP).replace(/\u00a0г\.$/u, "");
}

function longDate(iso: string, language: string): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00`);
  const options = { day: "numeric", month: "long", year: "numeric" } as const;
  const text = dateFormat(language, options).format(date);
  return text.replace(/\s/g, NBSP);
}

/** A moment near today as people say it: «сегодня, 14:32», «вчера», «12 августа», «14.07.2026». */
export function formatMoment(iso: string, now = new Date()): string {
  const moment = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000);
  if (days === 0 || days === 1) {
    const day = relativeFormat(tag()).format(-days, "day");
    return days === 1 ? day : `${day}, ${formatTime(iso)}`;
  }
  if (moment.getFullYear() === now.getFullYear()) {
    return dateFormat(tag(), { day: "numeric", month: "long" }).format(moment);
  }
  const full = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  return dateFormat("ru", full).format(moment);
}

/** A moment of today: 14:32. */
export function formatTime(iso: string): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return dateFormat(tag(), time).format(new Date(iso));
}

/** A number with decimal comma and no-break spaces between thousands. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(tag(), { maximumFractionDigits: 4 }).format(value);
}

/** «а, б и в». */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(tag(), { type: "conjunction" }).format(items);
}

function tag(): string {
  return locale() === "ru" ? "ru-RU" : "en-GB";
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
