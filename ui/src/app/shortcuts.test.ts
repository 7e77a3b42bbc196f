import { describe, expect, it } from "vitest";
import { actionOf, SHORTCUTS } from "./shortcuts";

function press(code: string, modifiers: Partial<KeyboardEventInit> = {}, key = ""): KeyboardEvent {
  return new KeyboardEvent("keydown", { code, key, ...modifiers });
}

describe("shortcuts", () => {
  it("work in the Russian layout, where the key says another letter", () => {
    expect(actionOf(press("KeyK", { ctrlKey: true }, "л"))).toBe("palette");
    expect(actionOf(press("KeyO", { ctrlKey: true }, "щ"))).toBe("import");
  });

  it("need their modifiers and no others", () => {
    expect(actionOf(press("KeyK"))).toBeNull();
    expect(actionOf(press("KeyK", { ctrlKey: true, altKey: true }))).toBeNull();
    expect(actionOf(press("F6", { shiftKey: true }))).toBe("pane-back");
  });

  it("are not given twice", () => {
    const chords = SHORTCUTS.flatMap(({ chords }) => chords.map((chord) => JSON.stringify(chord)));
    expect(new Set(chords).size).toBe(chords.length);
  });
});
