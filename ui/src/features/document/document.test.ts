import { describe, expect, it } from "vitest";
import type { Directive } from "../../ipc/generated/Directive";
import { factsOf, factSentence, groupName, runsOf } from "../../lib/facts";
import { accountOf, linesOf } from "./source";

const directive: Directive = {
  id: "d",
  text: "Довести охват до 75 % до 1 октября 2026 года",
  lead: null,
  addressee: null,
  deadlines: [
    {
      phrase: "до 1 октября 2026 года",
      from: null,
      to: "2026-10-01",
      kind: "by_date",
      recurrence: null,
      inherited_from: null,
    },
  ],
  indicators: [
    { phrase: "до 75 %", value: 75, unit: "%", relation: ">=", subject: "охват", by: null },
  ],
  references: [],
  source: null,
};

describe("facts of a directive", () => {
  it("are said as an office says them", () => {
    const said = factsOf(directive).map(factSentence);
    expect(said[0]).toBe("Срок: до 1\u00a0октября\u00a02026\u00a0г.");
    expect(said[1]).toBe("Показатель: не менее 75 % (охват)");
  });

  it("are marked in the text without losing a letter", () => {
    const runs = runsOf(directive.text, factsOf(directive));
    expect(runs.map(({ text }) => text).join("")).toBe(directive.text);
    expect(runs.filter(({ kind }) => kind).map(({ text, kind }) => [kind, text])).toEqual([
      ["indicator", "до 75 %"],
      ["deadline", "до 1 октября 2026 года"],
    ]);
  });

  it("that stand beside the words mark none of them", () => {
    const known = { ...directive, text: "Издать приказ для школы", addressee: null, deadlines: [], indicators: [], references: [], result: "приказ", cells: ["школы"] };
    const facts = factsOf(known, ["Место"]);
    expect(facts.map(factSentence)).toEqual(["Ожидаемый результат: приказ", "Место: школы"]);
    expect(runsOf(known.text, facts)).toEqual([{ text: known.text, kind: null }]);
  });

  it("whose phrase is not in the text mark nothing", () => {
    const runs = runsOf("Провести смотр", factsOf(directive));
    expect(runs).toEqual([{ text: "Провести смотр", kind: null }]);
  });
});

describe("a group", () => {
  const named = (heading: string, ...addressees: (string | null)[]): string =>
    groupName({
      id: "g",
      number: null,
      heading,
      addressees: [],
      partners: [],
      deadlines: [],
      directives: addressees.map((addressee) => ({ ...directive, addressee })),
      source: null,
    });

  it("is called by its heading, or by those its measures name", () => {
    expect(named("Руководителям школ", "Иванова А.А.")).toBe("Руководителям школ");
    expect(named(" ", "ИМЦ", "ИМЦ", "Дом творчества")).toBe("ИМЦ, Дом творчества");
    expect(named("", "ИМЦ", null)).toBe("Адресат не назван");
    expect(named("")).toBe("Адресат не назван");
  });
});

describe("the account of lines", () => {
  it("counts every line with words once", () => {
    const lines = linesOf({
      lines: ["РЕЗОЛЮЦИЯ", "", "стр. 1", "провести", "?"].map((text, at) => ({
        number: at + 1,
        text,
      })),
      placements: [
        { lines: [1, 1], role: "title" },
        { lines: [3, 3], role: "furniture" },
        { lines: [4, 4], role: "directive" },
        { lines: [5, 5], role: "unplaced" },
      ],
    } as unknown as Parameters<typeof linesOf>[0]);
    expect(accountOf(lines)).toEqual({ all: 4, placed: 2, furniture: 1, unplaced: 1 });
  });
});
