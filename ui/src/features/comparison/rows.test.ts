import { describe, expect, it } from "vitest";
import { layOut } from "./rows";
import { sampleView, type SampleGroup, type SamplePair } from "./sample";

/** The rows as a person would sketch them: `left | right`, `=` between the cells of a pair. */
function sketch(old: SampleGroup[], now: SampleGroup[], pairs: SamplePair[]): string[] {
  return layOut(sampleView(old, now, pairs)).map(({ left, right, pair }) => {
    const name = (cell: typeof left): string =>
      cell === null ? "" : cell.kind === "directive" ? cell.id : `[${cell.text}]`;
    return `${name(left)} ${pair ? "=" : "|"} ${name(right)}`.trim();
  });
}

describe("rows", () => {
  it("sets pairs in place in one row", () => {
    const rows = sketch(
      [["Школам", "a Раз", "b Два"]],
      [["Школам", "x Раз", "y Два"]],
      [
        ["a", "x", "unchanged"],
        ["b", "y", "reworded"],
      ],
    );
    expect(rows).toEqual(["[Школам] | [Школам]", "a = x", "b = y"]);
  });

  it("leaves a moved directive at its own place on both sides", () => {
    const rows = sketch(
      [["Школам", "a Раз", "b Два", "c Три"]],
      [["Школам", "y Два", "z Три", "x Раз"]],
      [
        ["a", "x", "unchanged", { moved: true }],
        ["b", "y", "unchanged"],
        ["c", "z", "unchanged"],
      ],
    );
    expect(rows).toEqual(["[Школам] | [Школам]", "a |", "b = y", "c = z", "| x"]);
  });

  it("sets dropped left and added right", () => {
    const rows = sketch(
      [["Школам", "a Раз", "b Два"]],
      [["Школам", "x Раз", "n Новое", "m Ещё"]],
      [["a", "x", "unchanged"]],
    );
    expect(rows).toEqual(["[Школам] | [Школам]", "a = x", "b | n", "| m"]);
  });

  it("sets addressee headings against each other, never against a directive", () => {
    const rows = sketch(
      [
        ["Школам", "a Раз", "b Два"],
        ["Садам", "c Три"],
      ],
      [
        ["Школам", "n Новое"],
        ["Садам", "z Три"],
      ],
      [["c", "z", "unchanged"]],
    );
    expect(rows).toEqual(["[Школам] | [Школам]", "a | n", "b |", "[Садам] | [Садам]", "c = z"]);
  });

  it("gives a split directive one common row and its other part a place of its own", () => {
    const rows = sketch(
      [["Школам", "a Раз и два"]],
      [["Школам", "x Раз", "y Два"]],
      [
        ["a", "x", "split"],
        ["a", "y", "split"],
      ],
    );
    expect(rows).toEqual(["[Школам] | [Школам]", "a = x", "| y"]);
  });

  it("keeps every directive once even if pairs in place cross", () => {
    const rows = sketch(
      [["Школам", "a Раз", "b Два"]],
      [["Школам", "y Два", "x Раз"]],
      [
        ["a", "x", "unchanged"],
        ["b", "y", "unchanged"],
      ],
    );
    const seen = rows.join(" ").match(/\b[abxy]\b/g)?.sort();
    expect(seen).toEqual(["a", "b", "x", "y"]);
    expect(rows.filter((row) => row.includes("="))).toHaveLength(1);
  });

  it("shows the lead of sub-items once", () => {
    const view = sampleView([], [["Школам", "x Собрать", "y Обсудить"]], []);
    for (const directive of view.new.resolution.sections[0]?.groups[0]?.directives ?? []) {
      directive.lead = "Обобщить опыт";
    }
    const texts = layOut(view).map(({ right }) => right?.text);
    expect(texts).toEqual(["Школам", "Обобщить опыт", "Собрать", "Обсудить"]);
  });

  it("has no rows for two empty documents", () => {
    expect(sketch([], [], [])).toEqual([]);
  });
});
