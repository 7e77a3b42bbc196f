import { describe, expect, it } from "vitest";
import type { Pair } from "../../ipc/generated/Pair";
import type { Relation } from "../../ipc/generated/Relation";
import { inlineRuns, type Run, runsOf } from "./runs";

/** A pair from marked text: `-gone-`, `+come+`, the rest equal. */
function pair(marked: string, relation: Relation = "reworded"): Pair {
  const words = (marked.match(/-[^-]*-|\+[^+]*\+|[^-+]+/g) ?? []).map((part) => {
    const op = part.startsWith("-") ? "delete" : part.startsWith("+") ? "insert" : "equal";
    return { op: op as Pair["words"][number]["op"], text: part.replace(/[-+]/g, "") };
  });
  const text = (own: string): string =>
    words.flatMap((word) => (word.op === "equal" || word.op === own ? [word.text] : [])).join("");
  return {
    certainty: "sure",
    reasons: [],
    confirmed: false,
    old: { id: "o", text: text("delete") },
    new: { id: "n", text: text("insert") },
    relation,
    score: 1,
    moved: false,
    changes: {},
    words,
  };
}

const show = (runs: Run[] | null): string =>
  (runs ?? [])
    .map(({ op, text, light }) => (op === "equal" ? text : `${light ? "~" : ""}${op[0]}(${text})`))
    .join("");

describe("word marks", () => {
  const dates = pair("Открыть класс до -мая-+июня+ 2028 года");

  it("strike deletions in the old text and underline insertions in the new", () => {
    expect(show(runsOf("old", dates.old.text, [dates]))).toBe("Открыть класс до d(мая) 2028 года");
    expect(show(runsOf("new", dates.new.text, [dates]))).toBe("Открыть класс до i(июня) 2028 года");
  });

  it("stand together in one column", () => {
    expect(show(inlineRuns(dates))).toBe("Открыть класс до d(мая)i(июня) 2028 года");
  });

  it("are absent from unchanged directives and from those without a partner", () => {
    const same = { ...dates, relation: "unchanged" as const };
    expect(show(runsOf("old", "Раз", [same]))).toBe("Раз");
    expect(show(runsOf("new", "Два", []))).toBe("Два");
  });

  it("mark a word of a split directive only if no part keeps it", () => {
    const first = pair("Подвоз- и питание- детей- зимой-", "split");
    const second = pair("-Подвоз и -питание детей- зимой-", "split");
    expect(show(runsOf("old", first.old.text, [first, second]))).toBe(
      "Подвозd( и )питание детейd( зимой)",
    );
  });

  it("are left out where the wordings share too little", () => {
    const other = pair("-Принять меры по развитию -музеи+ включить в маршруты дня+", "continued");
    expect(show(runsOf("new", other.new.text, [other]))).toBe("музеи включить в маршруты дня");
    expect(inlineRuns(other)).toBeNull();
    const merged = { ...other, relation: "merged" as const };
    expect(show(runsOf("new", other.new.text, [merged, merged]))).toBe("музеи включить в маршруты дня");
  });

  it("keep one partner's marks when the words do not spell the text", () => {
    const first = pair("Раз -два-", "split");
    expect(show(runsOf("old", "Совсем другое", [first, first]))).toBe("Раз d(два)");
  });
});

describe("small changes", () => {
  const light: Pair = {
    ...pair("План"),
    words: [
      { op: "delete", text: "План", light: "case" },
      { op: "insert", text: "план", light: "case" },
      { op: "equal", text: " до " },
      { op: "delete", text: "мая" },
      { op: "insert", text: "июня" },
    ],
  };

  it("are each side's own words without a mark when they are hidden", () => {
    expect(show(runsOf("old", "План до мая", [light], true))).toBe("План до d(мая)");
    expect(show(runsOf("new", "план до июня", [light], true))).toBe("план до i(июня)");
    expect(show(inlineRuns(light, true))).toBe("план до d(мая)i(июня)");
    expect(show(inlineRuns(light))).toBe("~d(План)~i(план) до d(мая)i(июня)");
  });
});
