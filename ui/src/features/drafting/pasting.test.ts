import { describe, expect, it } from "vitest";
import type { Group } from "../../ipc/generated/Group";
import type { Resolution } from "../../ipc/generated/Resolution";
import { recognisedIn, without } from "./pasting";

const group = (heading: string, ...ids: string[]): Group =>
  ({ id: heading, heading, directives: ids.map((id) => ({ id, text: id })) }) as unknown as Group;
const of = (...groups: Group[]): Resolution =>
  ({
    preamble: ["Обсудив"],
    closing: [],
    unplaced: [],
    sections: [{ findings: ["вывод"], problems: [], groups }],
  }) as unknown as Resolution;

describe("a pasted text", () => {
  it("is ordered by addressees only where it names one", () => {
    expect(recognisedIn(of(group("", "a")))).toBeNull();
    const found = recognisedIn(of(group("Школам", "a", "b")));
    expect([found?.groups.length, found?.left]).toEqual([1, 2]);
  });

  it("comes in without what was unticked", () => {
    const groups = [group("Школам", "a"), group("Управлению", "b", "c")];
    const left = without(groups, new Set(["a", "b"]));
    expect(left.map(({ heading, directives }) => [heading, directives.map(({ id }) => id)])).toEqual([
      ["Управлению", ["c"]],
    ]);
  });
});
