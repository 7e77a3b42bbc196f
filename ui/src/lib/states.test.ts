import { describe, expect, it } from "vitest";
import type { State } from "../ipc/generated/State";
import { readState, sameState, writeState } from "./states";

const states: State[] = [
  { kind: "document", id: "a1" },
  { kind: "document", id: "a1", revision: 3 },
  { kind: "file", token: "00ff" },
];

describe("states in an address", () => {
  it.each(states)("lead back: $kind", (state) => {
    expect(readState(writeState(state))).toEqual(state);
    expect(sameState(state, readState(writeState(state)))).toBe(true);
  });

  it("name nothing when they are broken or missing", () => {
    for (const text of [null, undefined, "", "a1@x", "a1@0"]) expect(readState(text)).toBeNull();
    expect(sameState(null, null)).toBe(false);
  });
});
