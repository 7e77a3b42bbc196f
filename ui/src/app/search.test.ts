import { describe, expect, it } from "vitest";
import type { SearchHit } from "../ipc/generated/SearchHit";
import { SearchState } from "./search.svelte";

const hit = (text: string): SearchHit => ({ document: "a", title: "", directive: null, text, marks: [] });

describe("search while typing", () => {
  it("drops the answer to an older question", async () => {
    const answers: ((hits: SearchHit[]) => void)[] = [];
    const state = new SearchState(() => new Promise((resolve) => answers.push(resolve)));
    state.query = "план";
    const first = state.run();
    state.query = "планы";
    const second = state.run();
    answers[1]?.([hit("новое")]);
    answers[0]?.([hit("старое")]);
    await Promise.all([first, second]);
    expect(state.hits.map(({ text }) => text)).toEqual(["новое"]);
    expect(state.busy).toBe(false);
  });

  it("asks nothing for a single letter and survives a failure", async () => {
    const state = new SearchState(() => Promise.reject(new Error("no")));
    state.query = "п";
    await state.run();
    expect(state.busy).toBe(false);
    state.query = "план";
    await state.run();
    expect(state.hits).toEqual([]);
  });
});
