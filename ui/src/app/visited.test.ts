import { describe, expect, it } from "vitest";
import { Visited } from "./visited.svelte";

describe("what was open last", () => {
  it("is come back to, and a comparison is begun anew from within it", () => {
    const visited = new Visited();
    const choosing = { place: "comparison", old: null, new: null } as const;
    expect(visited.comparingFrom({ place: "library" })).toEqual(choosing);
    const open = { place: "comparison", old: "a", new: "b" } as const;
    visited.see(open);
    visited.see({ place: "draft", id: "d", at: null });
    expect(visited.comparingFrom({ place: "library" })).toEqual(open);
    expect(visited.comparingFrom(open)).toEqual(choosing);
    expect(visited.draft).toBe("d");
    visited.see({ place: "carry", id: "e" });
    expect(visited.draft).toBe("e");
  });
});
