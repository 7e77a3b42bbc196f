import { describe, expect, it } from "vitest";
import type { Deadline } from "../../ipc/generated/Deadline";
import { ComparisonState } from "./comparison.svelte";
import { explain } from "./explain";
import { type SamplePair, sampleView } from "./sample";
import { summarySentences } from "./summary";
import { certaintyWords, describe as changes } from "./words";

const by = (to: string): Deadline => ({
  phrase: to,
  from: null,
  to,
  kind: "by_date",
  recurrence: null,
  inherited_from: null,
});
const later = { deadlines: { old: [by("2020-10-01")], new: [by("2022-04-15")] } };

function state(pairs: SamplePair[]): ComparisonState {
  const olds = ["a Раз", "b Два", "c Три", "d Четыре"];
  const news = ["x Раз", "y Два", "z Три", "n Новое"];
  return new ComparisonState(sampleView([["Школам", ...olds]], [["Школам", ...news]], pairs));
}

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("the summary", () => {
  it("is read aloud: what stayed, what changed and how, what came and went", () => {
    const { view, differences, toCheck } = state([
      ["a", "x", "unchanged"],
      ["b", "y", "reworded", { changes: later }],
      ["c", "z", "split", { certainty: "probable", moved: true }],
    ]);
    expect(plain(summarySentences({ view, differences, toCheck }).join(" "))).toBe(
      "Было 4 поручения, стало 4 поручения. Без изменений сохранено 1 поручение. " +
        "Изменено 1 поручение: в одном новый срок. Кроме того: разделено 1 и перенесено 1. " +
        "Появилось 1 новое поручение. Исключено 1 поручение. Осталось проверить 1 связь.",
    );
  });

  it("says in one sentence that nothing changed", () => {
    const view = sampleView([["Школам", "a Раз"]], [["Школам", "x Раз"]], [["a", "x", "unchanged"]]);
    const same = new ComparisonState(view);
    expect(summarySentences(same).at(-1)).toBe(
      "Отличий нет: все поручения сохранены слово в слово.",
    );
  });

  it("names the themes with most changes, abbreviations in capitals", () => {
    const { view, differences } = state([
      ["a", "x", "reworded"],
      ["b", "y", "reworded"],
      ["c", "z", "reworded"],
    ]);
    view.themes = [
      { slug: "special-needs", name: "ОВЗ и инклюзия" },
      { slug: "staff", name: "Кадры" },
    ];
    const told = differences.map((each, at) => ({
      ...each,
      themes: at < 3 ? ["staff", "special-needs"] : ["staff"],
    }));
    expect(summarySentences({ view, differences: told, toCheck: [] })).toContain(
      "Больше всего перемен: кадры (5) и ОВЗ и инклюзия (3).",
    );
  });
});

describe("a pair in words", () => {
  it("says once what changed of every part of a split task", () => {
    const [split] = state([
      ["a", "x", "split", { changes: later }],
      ["a", "y", "split", { changes: later }],
    ]).differences;
    const told = plain(explain(split!));
    expect(told.match(/изменён срок/g)).toHaveLength(1);
  });

  const of = (pairs: SamplePair[]): ComparisonState["differences"][number] =>
    state(pairs).differences.find(({ fate }) => fate !== "dropped" && fate !== "added")!;

  it("says what is the same and what changed, with the values", () => {
    const difference = of([
      [
        "a",
        "x",
        "reworded",
        {
          changes: later,
          reasons: [{ code: "same_action" }, { code: "same_object", words: "школьные музеи" }],
        },
      ],
    ]);
    expect(plain(explain(difference))).toBe(
      "совпадают действие и предмет («школьные музеи»); изменён срок: 1 октября 2020 → 15 апреля 2022",
    );
    expect(plain(changes(difference))).toBe("срок: 1 октября 2020 → 15 апреля 2022");
  });

  it("says one thing in the singular, and what appeared in its own words", () => {
    const difference = of([
      [
        "a",
        "x",
        "continued",
        {
          reasons: [{ code: "next_stage" }, { code: "same_addressee" }],
          changes: { deadlines: { old: [], new: [by("2022-04-15")] } },
        },
      ],
    ]);
    expect(plain(explain(difference))).toBe(
      "следующий шаг той же работы; совпадает адресат; появился срок 15 апреля 2022; та же задача другими словами",
    );
  });

  it("is as certain as its least certain part", () => {
    expect(certaintyWords([{ certainty: "sure" }, { certainty: "possible" }])).toBe(
      "связь возможная",
    );
    expect(certaintyWords([{ certainty: "sure" }])).toBe("связь точная");
  });
});
