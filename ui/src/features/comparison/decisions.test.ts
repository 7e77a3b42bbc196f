import { describe, expect, it } from "vitest";
import type { Decision } from "../../ipc/generated/Decision";
import { confirm, link, reject, relate } from "./decisions";
import { sampleView } from "./sample";

const { pairs } = sampleView(
  [["Школам", "a Раз", "b Два", "c Три"]],
  [["Школам", "x Раз", "y Два", "z Три"]],
  [
    ["a", "x", "reworded", { confirmed: true }],
    ["b", "y", "continued"],
  ],
).comparison;
const [known, guessed] = pairs;

const show = (decisions: Decision[]): string[] =>
  decisions.map(({ old, new: now, verdict }) =>
    [old.id, verdict.is === "apart" ? "≠" : "=", now.id, ("relation" in verdict && verdict.relation) || ""]
      .join(" ")
      .trim(),
  );

describe("decisions", () => {
  it("confirm only what is not confirmed yet", () => {
    expect(show(confirm(pairs))).toEqual(["b = y"]);
  });

  it("reject and name relations of all the pairs given", () => {
    expect(show(reject(pairs))).toEqual(["a ≠ x", "b ≠ y"]);
    expect(show(relate([guessed!], "narrowed"))).toEqual(["b = y narrowed"]);
  });

  it("link instead of what both directives were linked with", () => {
    const sides = { old: known!.old, new: guessed!.new };
    const decisions = link(sides, { mode: "instead", own: [known!], others: [guessed!] });
    expect(show(decisions)).toEqual(["a ≠ x", "b ≠ y", "a = y"]);
  });

  it("link beside what the first directive is linked with, which then stays", () => {
    const sides = { old: guessed!.old, new: { id: "z", text: "Три" } };
    const decisions = link(sides, { mode: "beside", own: [guessed!], others: [] });
    expect(show(decisions)).toEqual(["b = y", "b = z"]);
  });

  it("never say of a pair that it is apart and together at once", () => {
    const decisions = link(guessed!, { mode: "instead", own: [guessed!], others: [guessed!] });
    expect(show(decisions)).toEqual(["b = y"]);
  });
});
