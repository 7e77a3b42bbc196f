import { describe, expect, it } from "vitest";
import { sideOf, wordRuns } from "./wording";

function marked(before: string, after: string): string {
  return wordRuns(before, after)
    .map(({ op, text }) => (op === "equal" ? text : op === "delete" ? `[-${text}-]` : `[+${text}+]`))
    .join("");
}

describe("two wordings", () => {
  it("differ in whole words, years and shares among them", () => {
    expect(
      marked("довести до 80 % к концу 2026/2027 учебного года", "довести до 82 % к концу 2027/2028 учебного года"),
    ).toBe("довести до [-80-][+82+] % к концу [-2026/2027-][+2027/2028+] учебного года");
    expect(marked("до 01.06.2026, не позже", "до 01.06.2027, не позже")).toBe(
      "до [-01.06.2026-][+01.06.2027+], не позже",
    );
  });

  it("have neighbouring changed words as one change", () => {
    expect(marked("до 15 мая 2026 года", "до 1 июня 2026 года")).toBe(
      "до [-15 мая-][+1 июня+] 2026 года",
    );
  });

  it("may begin, end or be nothing", () => {
    expect(marked("", "обновить сайты")).toBe("[+обновить сайты+]");
    expect(marked("обновить сайты", "")).toBe("[-обновить сайты-]");
    expect(marked("обновить", "обновить")).toBe("обновить");
    expect(marked("", "")).toBe("");
  });

  it("are both spelled by their sides", () => {
    const [before, after] = ["открыть клубы до 1 ноября", "открыть пять клубов и студию до 1 декабря"];
    const runs = wordRuns(before, after);
    const spell = (side: "before" | "after"): string =>
      sideOf(runs, side).map(({ text }) => text).join("");
    expect([spell("before"), spell("after")]).toEqual([before, after]);
  });
});
