import { describe, expect, test } from "vitest";
import { directive, editorOf, group, press, resolution, section, type } from "./testing";
import { chordOf } from "./keys";
import type { Editor } from "./editor";

function fresh(text = ""): Editor {
  const editor = editorOf(resolution([section("s", [group("g", "h", [directive("a", text)])])]));
  editor.focus("a");
  return editor;
}

const said = (editor: Editor): string | undefined =>
  editor.resolution.sections[0]?.groups[0]?.directives[0]?.text;

function typed(text: string, before = ""): string | undefined {
  const editor = fresh(before);
  type(editor, text);
  return said(editor);
}

describe("typing puts right", () => {
  test("quotation marks by their side", () => {
    expect(typed('"Школа" ("лучшая") и "Мир"')).toBe("«Школа» («лучшая») и «Мир»");
  });
  test("two hyphens and a hyphen between spaces", () => {
    expect(typed("труд -- дело")).toBe("труд – дело");
    expect(typed("труд--дело")).toBe("труд – дело");
    expect(typed("труд - дело")).toBe("труд – дело");
    expect(typed("2026 - 2027")).toBe("2026 – 2027");
  });
  test("the space behind the sign of a number", () => {
    expect(typed("приказ № 5, N° 6")).toBe("приказ №\u00a05, №\u00a06");
  });
});

test("typing leaves alone what is right", () => {
  for (const right of ["кто-то", "5–17", "а – б", "«да»", "- пункт", "---", "5 -7", "№5"]) {
    expect(typed(right)).toBe(right);
    expect(typed("!", right)).toBe(`${right}!`);
  }
  expect(typed(" x", "«а» -- б")).toBe("«а» -- б x");
});

describe("what typing put right is taken back", () => {
  test("by Backspace right after it", () => {
    const editor = fresh();
    type(editor, 'a "');
    expect(said(editor)).toBe("a «");
    press(editor, "Backspace");
    expect(said(editor)).toBe('a "');
    expect(press(editor, "Backspace")).toBe(false);
  });
  test("by Ctrl+Z, and not together with what was typed", () => {
    const editor = fresh();
    type(editor, "a - b");
    press(editor, "Ctrl+KeyZ", "я");
    expect(said(editor)).toBe("a – ");
    press(editor, "Ctrl+KeyZ", "я");
    expect(said(editor)).toBe("a - ");
  });
});

test("keys are known by their place, whatever the layout", () => {
  const chord = (init: KeyboardEventInit): string => chordOf(new KeyboardEvent("keydown", init));
  expect(chord({ code: "KeyZ", key: "я", ctrlKey: true })).toBe("Ctrl+KeyZ");
  expect(chord({ code: "KeyZ", key: "Я", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+KeyZ");
  expect(chord({ code: "", key: "z", metaKey: true })).toBe("Ctrl+KeyZ");
  expect(chord({ code: "NumpadEnter", key: "Enter" })).toBe("Enter");
});

test("the host keeps the keys that are not the editor's", () => {
  const editor = fresh("x");
  for (const chord of ["Ctrl+KeyF", "Ctrl+KeyS", "F7", "Ctrl+KeyK", "Escape"]) {
    expect(press(editor, chord), chord).toBe(false);
  }
});

describe("an editor that was left", () => {
  test("goes on with its caret and its history", () => {
    const first = fresh("Провести смотр");
    first.search.find({ text: "смотр" });
    type(first, " музеев");
    const text = first.resolution;
    first.destroy();
    const again = editorOf(text, {}, first.state);
    expect(again.state.selection.head).toBe(first.state.selection.head);
    expect(again.search.state().count).toBe(0);
    again.commands.undo();
    expect(said(again)).toBe("Провести смотр");
    again.commands.redo();
    expect(again.resolution).toEqual(text);
  });
  test("begins anew when the text was changed elsewhere", () => {
    const first = fresh("Провести смотр");
    type(first, " музеев");
    const left = first.state;
    first.destroy();
    const other = resolution([section("s", [group("g", "h", [directive("a", "Другое")])])]);
    const again = editorOf(other, {}, left);
    expect([said(again), again.history.undo]).toEqual(["Другое", false]);
  });
});
