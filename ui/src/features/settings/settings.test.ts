import { describe, expect, it, vi } from "vitest";
import { type Call, SettingsState } from "./settings.svelte";

describe("settings", () => {
  it("apply at once and come back when they cannot be kept", async () => {
    let refuse: ((error: unknown) => void) | undefined;
    const state = new SettingsState((() => new Promise((_, reject) => (refuse = reject))) as Call);
    const kept = state.set({ theme: "dark" });
    expect(state.theme).toBe("dark");
    await vi.waitFor(() => expect(refuse).toBeDefined());
    refuse?.({ code: "disk-full", args: {}, detail: null });
    await kept;
    expect(state.theme).toBe("system");
    expect(state.error).toMatchObject({ code: "disk-full" });
  });

  it("are kept in the order they were changed, and an early answer takes nothing back", async () => {
    const asked: { settings: unknown; answer: () => void }[] = [];
    const call = async (_: string, { settings }: { settings: unknown }) =>
      new Promise((resolve) => asked.push({ settings, answer: () => resolve(settings) }));
    const state = new SettingsState(call as unknown as Call);
    const all = [state.set({ theme: "dark" }), state.set({ language: "en" })];
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.answer();
    await all[0];
    expect([state.theme, state.language, state.keeping]).toEqual(["dark", "en", 1]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.answer();
    await state.kept();
    expect(asked[1]?.settings).toMatchObject({ theme: "dark", language: "en" });
    expect(state.keeping).toBe(0);
  });

  it("switches a rule off and on again without touching the others", async () => {
    const kept: unknown[] = [];
    const call = async (_: string, { settings }: { settings: unknown }) => (kept.push(settings), settings);
    const state = new SettingsState(call as unknown as Call);
    await state.switchRule("weak-verb", false);
    await state.switchRule("spelling", false);
    await state.switchRule("weak-verb", true);
    expect(state.rulesOff).toEqual(["spelling"]);
    expect(kept.at(-1)).toMatchObject({ rules_off: ["spelling"], theme: "system" });
  });
});
