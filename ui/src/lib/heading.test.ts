import { expect, it } from "vitest";
import type { Kind } from "../ipc/generated/Kind";
import { headingOf } from "./heading";

function lines(title: string, theme: string | null = null, kind: Kind = "resolution"): string[] {
  const event = { name: null, theme, held_on: [], municipality: null, region: null };
  const { kind: head, of, theme: printed } = headingOf({ title, kind, event });
  return [head, of, printed];
}

it("a title is laid out as it is printed: kind, event, theme", () => {
  expect(lines("Резолюция форума «Вместе»", "Вместе")).toEqual(["Резолюция", "форума", "«Вместе»"]);
  expect(lines("Итоговая резолюция форума", "Вместе")).toEqual([
    "Итоговая резолюция",
    "форума",
    "«Вместе»",
  ]);
  expect(lines("Протокол № 3 заседания совета", null, "protocol")).toEqual([
    "Протокол № 3",
    "заседания совета",
    "",
  ]);
  expect(lines("")).toEqual(["Резолюция", "", ""]);
});

it("a theme in the middle of the title is not said again", () => {
  expect(lines("Резолюция форума «Школа» Озёрского района", "Школа")).toEqual([
    "Резолюция",
    "форума «Школа» Озёрского района",
    "",
  ]);
});

it("what a decision is about has no guillemets", () => {
  expect(lines("Решение совета", "О летнем отдыхе", "decision")[2]).toBe("О летнем отдыхе");
  expect(lines("Резолюция форума", "О летнем отдыхе")[2]).toBe("«О летнем отдыхе»");
});

it("a kind changed since the title was written is not printed twice", () => {
  expect(lines("Резолюция форума", null, "decision")).toEqual(["Решение", "форума", ""]);
});
