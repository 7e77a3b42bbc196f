import { describe, expect, it } from "vitest";
import { ActsState, type Call } from "./acts.svelte";

describe("the register of acts", () => {
  it("is changed as a text, and a broken one is refused without losing what was typed", async () => {
    const call = async (name: string, request: { text?: string | null }) => {
      if (name === "acts_get") return { own: false, text: "shipped" };
      if (request.text === "broken") throw { code: "register-unreadable", args: { line: "1" }, detail: null };
      return request.text === null ? { own: false, text: "shipped" } : { own: true, text: request.text };
    };
    const state = new ActsState(call as unknown as Call);
    await state.load();
    expect(state.changed).toBe(false);
    state.text = "broken";
    await state.keep();
    expect(state.error).toMatchObject({ code: "register-unreadable" });
    expect([state.text, state.changed]).toEqual(["broken", true]);
    state.text = "mine";
    await state.keep();
    expect([state.view?.own, state.changed, state.error]).toEqual([true, false, null]);
    await state.reset();
    expect(state.text).toBe("shipped");
  });
});
