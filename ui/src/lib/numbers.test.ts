import { describe, expect, it } from "vitest";
import type { Group } from "../ipc/generated/Group";
import type { Resolution } from "../ipc/generated/Resolution";
import { numbersOf } from "./numbers";

function group(id: string, heading: string, leads: (string | null)[]): Group {
  const directives = leads.map((lead, at) => ({ id: `${id}${at}`, lead }));
  return { id, heading, directives } as unknown as Group;
}

const numbered = (...groups: Group[]): Record<string, string> =>
  Object.fromEntries(numbersOf({ sections: [{ groups }] } as unknown as Resolution));

describe("numbers", () => {
  it("count groups and their directives", () => {
    expect(numbered(group("a", "Школам", [null, null]), group("b", "Садам", [null]))).toEqual({
      a: "1.",
      a0: "1.1.",
      a1: "1.2.",
      b: "2.",
      b0: "2.1.",
    });
  });

  it("give letters to sub-items and leave out those no list uses", () => {
    const leads = Array.from({ length: 9 }, () => "провести");
    const numbers = numbered(group("a", "Школам", leads));
    expect([numbers["a0"], numbers["a6"], numbers["a7"], numbers["a8"]]).toEqual([
      "1.1. а)",
      "1.1. ж)",
      "1.1. и)",
      "1.1. к)",
    ]);
  });

  it("put directives without an addressee on a level with the groups", () => {
    expect(numbered(group("a", "Школам", [null]), group("b", "", [null, null]))).toMatchObject({
      b0: "2.",
      b1: "3.",
    });
  });
});
