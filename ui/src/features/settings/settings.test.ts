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
});
