import { describe, expect, it } from "vitest";
import type { Finding } from "../../ipc/generated/Finding";
import { readinessOf } from "./readiness";

const directives = [
  { id: "a", number: "1.1.", text: "провести смотр" },
  { id: "b", number: "1.2.", text: "открыть кружок" },
];
const finding = (rule: Finding["rule"], severity: Finding["severity"], directive: string): Finding => ({
  rule,
  severity,
  section: null,
  group: "g",
  directive,
  part: null,
  range: null,
  quote: null,
  args: {},
  fix: null,
});

describe("readiness for the export", () => {
  it("leads to what has no number by the name of its part, and says what is wrong there", () => {
    const empty: Finding = {
      ...finding("unfilled-field", "error", "a"),
      group: null,
      directive: null,
      part: { part: "closing", paragraph: 0 } as unknown as Finding["part"],
      args: { phrase: "Председатель" },
    };
    const [first] = readinessOf([empty], directives);
    expect(first).toMatchObject({ matter: "fields", severity: "error", count: 1 });
    expect(first?.places).toEqual([{ id: "closing", name: "Заключение и подписи" }]);
    expect(first?.sentences[0]).toContain("Председатель");
  });

  it("says that everything is in order when nothing is found", () => {
    const lines = readinessOf([], directives);
    expect(lines.length).toBe(8);
    expect(lines.every(({ severity, count }) => severity === null && count === 0)).toBe(true);
  });

  it("draws findings of one matter together, the worst matter first, each place once", () => {
    const [first, second, third] = readinessOf(
      [
        finding("straight-quotes", "note", "a"),
        finding("no-deadline", "warning", "a"),
        finding("dead-deadline", "error", "b"),
        finding("weekend-deadline", "note", "b"),
      ],
      directives,
    );
    expect(first).toMatchObject({ matter: "deadlines", severity: "error", count: 3 });
    expect(first?.places).toEqual([
      { id: "a", name: "п. 1.1" },
      { id: "b", name: "п. 1.2" },
    ]);
    expect(second?.matter).toBe("marks");
    expect(third?.severity).toBeNull();
  });
});
