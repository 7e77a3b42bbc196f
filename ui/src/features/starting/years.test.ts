import { describe, expect, it } from "vitest";
import { dayIn, isDay, yearsOf } from "./years";

describe("a day filled into a template", () => {
  it("is understood as it is written in documents", () => {
    for (const text of ["27 августа 2026 года", "27 августа 2026 г.", "«27» августа 2026", " 27.08.2026", "27.8.2026 г."])
      expect(dayIn(text), text).toEqual({ year: 2026, month: 8 });
    for (const text of ["", "август", "31 июня 2026 года", "32.01.2026", "27 августа", "27 авгуса 2026 года", "2026"])
      expect(dayIn(text), text).toBeNull();
  });
  it("is known by the name of its field", () => {
    expect(["Дата принятия", "Дата", "Датасет", "Год"].map(isDay)).toEqual([true, true, false, false]);
  });
  it("tells the years", () => {
    expect([...yearsOf({ year: 2026, month: 8 }).values()]).toEqual(["2026", "2027", "2026/2027"]);
    expect(yearsOf({ year: 2027, month: 3 }).get("Учебный год")).toBe("2026/2027");
  });
});
