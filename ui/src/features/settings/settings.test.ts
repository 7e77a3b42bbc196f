import { describe, expect, it } from "vitest";
import { type Call, SettingsState } from "./settings.svelte";

describe("settings", () => {
  it("apply at once and come back when they cannot be kept", async () => {
    let refuse: (error: unknown) => void = () => undefined;
    const state = new SettingsState((() => new Promise((_, reject) => (refuse = reject))) as Call);
    const kept = state.set({ theme: "dark" });
    expect(state.theme).toBe("dark");
    refuse({ code: "disk-full", args: {}, detail: null });
    await kept;
    expect(state.theme).toBe("system");
    expect(state.error).toMatchObject({ code: "disk-full" });
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
