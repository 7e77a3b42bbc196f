import { describe, expect, it } from "vitest";
import { speak } from "../i18n";
import {
  formatDate,
  formatDateLong,
  formatDateOnPage,
  formatList,
  formatMoment,
  formatNumber, formatSpan } from "./format";

describe("dates", () => {
  it("are short in tables and long in texts", () => {
    expect(formatDate("2027-10-01")).toBe("01.10.2027");
    expect(formatDateLong("2027-10-01")).toBe("1\u00a0октября\u00a02027\u00a0г.");
  });

  it("near today are said as people say them", () => {
    const now = new Date(2026, 7, 26, 18, 0);
    expect(formatMoment(new Date(2026, 7, 26, 14, 32).toISOString(), now)).toBe("сегодня, 14:32");
    expect(formatMoment(new Date(2026, 7, 25, 23, 59).toISOString(), now)).toBe("вчера");
    expect(formatMoment(new Date(2026, 7, 12).toISOString(), now)).toBe("12 августа");
    expect(formatMoment(new Date(2025, 6, 14).toISOString(), now)).toBe("14.07.2025");
  });
});

describe("numbers and lists", () => {
  it("follow the language", () => {
    expect(formatNumber(1.5)).toBe("1,5");
    expect(formatNumber(12000)).toBe("12\u00a0000");
    expect(formatList(["а", "б", "в"])).toBe("а, б и в");
    speak("en");
    expect(formatDateOnPage("2027-10-01")).toBe("1\u00a0октября\u00a02027\u00a0г.");
    expect(formatNumber(1.5)).toBe("1.5");
    speak("ru");
  });
});

describe("spans of days", () => {
  const plain = (text: string): string => text.replaceAll("\u00a0", " ");

  it("name a whole month, and both days of anything else", () => {
    expect(plain(formatSpan("2027-03-01", "2027-03-31"))).toBe("март 2027");
    expect(plain(formatSpan("2027-03-01", "2027-04-30"))).toBe("1 марта 2027 – 30 апреля 2027");
    expect(plain(formatSpan("2027-03-02", "2027-03-31"))).toBe("2 марта 2027 – 31 марта 2027");
  });
});
