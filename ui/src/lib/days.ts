// Days as people type them in digits: «26.08.2027», «26.8.27», «2027-08-26».

/** An ISO day of digits; nothing if they are no day of the calendar. */
export function dayOf(text: string): string | null {
  const typed = text.trim();
  const point = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/.exec(typed);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return checked(iso[1], iso[2], iso[3]);
  return point ? checked(point[3], point[2], point[1]) : null;
}

function checked(year = "", month = "", day = ""): string | null {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const same = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return same ? date.toISOString().slice(0, 10) : null;
}
