import { describe, expect, it } from "vitest";
import { placeKey, shortPlace } from "./places";

describe("names of municipalities", () => {
  it("are short in narrow columns", () => {
    expect(shortPlace("Тихореченский муниципальный округ")).toBe("Тихореченский округ");
    expect(shortPlace("Луговской район")).toBe("Луговской район");
  });

  it("stay the same key when a district becomes an okrug", () => {
    const before = placeKey("Верхнеозёрский муниципальный район");
    expect(placeKey("Верхнеозерский муниципальный округ")).toBe(before);
    expect(placeKey("Луговской район")).not.toBe(before);
  });
});
