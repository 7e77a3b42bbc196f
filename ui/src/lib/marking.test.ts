import { describe, expect, it } from "vitest";
import { type Mark, markRuns } from "./marking";

const show = (text: string, marks: Mark<"a" | "b">[]): string =>
  markRuns(text, marks)
    .map((run) => (run.tone ? `${run.tone}(${run.text})` : run.text))
    .join("");

describe("marked words", () => {
  it("are found whole, the longer first", () => {
    expect(
      show("с 2026 года, на 2026/2027 учебный год", [
        { text: "2026", tone: "a" },
        { text: "2026/2027", tone: "b" },
      ]),
    ).toBe("с a(2026) года, на b(2026/2027) учебный год");
  });

  it("are not found inside other words", () => {
    expect(show("районный район", [{ text: "район", tone: "a" }])).toBe("районный a(район)");
    expect(show("текст", [{ text: "", tone: "a" }])).toBe("текст");
  });
});
