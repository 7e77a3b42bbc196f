import { describe, expect, it } from "vitest";
import { fits } from "./fits";

describe("matching a typed query", () => {
  it("takes beginnings of words in any order", () => {
    expect(fits("Сравнить два документа", "док срав")).toBe(true);
    expect(fits("Тёмная тема", "темн")).toBe(true);
    expect(fits("Сравнить два документа", "кумент")).toBe(false);
    expect(fits("Настройки", "")).toBe(true);
  });
});
