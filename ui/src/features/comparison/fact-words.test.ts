import { describe, expect, it } from "vitest";
import type { Indicator } from "../../ipc/generated/Indicator";
import type { FactChange } from "./facts";
import { factNames, factValues } from "./fact-words";

const LONG = "долю педагогов, прошедших диагностику предметных компетенций";

function target(value: number, of: Partial<Indicator>): Indicator {
  return { phrase: "", value, unit: "%", relation: ">=", subject: LONG, by: null, ...of };
}

function changed(of: Partial<Indicator>): FactChange {
  return { kind: "indicator", old: target(45, of), new: target(60, of) };
}

describe("changed facts in words", () => {
  it("name each of several targets, and a single one where that takes few words", () => {
    const short = changed({ subject: "охват кружками" });
    expect(factNames([changed({})])).not.toEqual([LONG]);
    expect(factNames([short])).toEqual(["охват кружками"]);
    expect(factNames([changed({}), short])).toEqual([LONG, "охват кружками"]);
  });

  it("leave what is counted in words as the document has it", () => {
    const counted = changed({ unit: "организациях", phrase: "в 45 организациях" });
    expect(factValues(counted).old).toBe("в 45 организациях");
    expect(factValues(changed({ phrase: "до 45 %" })).old).toBe("45 %");
  });
});
