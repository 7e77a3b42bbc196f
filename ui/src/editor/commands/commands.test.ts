import { describe, expect, test } from "vitest";
import type { Editor } from "../editor";
import { caret, directive, editorOf, group, items, outline, press, resolution, section, small, type } from "../testing";

/** The groups after keys pressed with the caret in a block; each test reads as what is seen. */
function after(text: string, at: number, ...chords: string[]): string[] {
  const editor = editorOf(small());
  caret(editor, text, at);
  for (const chord of chords) press(editor, chord);
  const lines = items(editor.state);
  undone(editor);
  return lines;
}

/** Whatever was done, undo gives the document back as it was. */
function undone(editor: Editor): void {
  while (editor.commands.undo());
  expect(editor.resolution).toEqual(small());
  editor.destroy();
}

const REST = ["- d", "* Second", "- e", "- f", "* ", "- g"];
const RUN = [": lead:", "> b", "> c"];

describe("Enter", () => {
  test("at the end of a directive begins the next one", () => {
    expect(after("a", -1, "Enter")).toEqual(["* First", "- a", "- |", ...RUN, ...REST]);
  });
  test("inside divides it, and the first half keeps the id", () => {
    const editor = editorOf(resolution([section("s", [group("g", "h", [directive("a", "onetwo")])])]));
    caret(editor, "onetwo", 3);
    press(editor, "Enter");
    const [first, second] = editor.resolution.sections[0]?.groups[0]?.directives ?? [];
    expect([first?.id, first?.text, second?.text]).toEqual(["a", "one", "two"]);
    expect(second?.id).toMatch(/^n\d/);
    expect(items(editor.state)).toEqual(["* h", "- one", "- |two"]);
  });
  test("at the start makes room above; the text keeps its id", () => {
    expect(after("d", 0, "Enter")).toEqual(["* First", "- a", ...RUN, "- ", "- |d", ...REST.slice(1)]);
  });
  test("at the end of a lead begins its first sub-item", () => {
    expect(after("lead:", -1, "Enter")).toContain("> |");
  });
  test("in a sub-item begins the next sub-item", () => {
    expect(after("b", -1, "Enter").slice(2, 6)).toEqual([": lead:", "> b", "> |", "> c"]);
  });
  test("in an empty sub-item leaves the lead, in an empty item the group", () => {
    expect(after("c", -1, "Enter", "Enter").slice(3, 7)).toEqual(["> b", "> c", "- |", "- d"]);
    expect(after("d", -1, "Enter", "Enter").slice(5)).toEqual(["- d", "* |Second", "- e", "- f", "* ", "- g"]);
  });
  test("in the empty last item of the last group begins a group with an empty heading", () => {
    expect(after("g", -1, "Enter", "Enter").slice(-3)).toEqual(["* ", "- g", "* |"]);
  });
  test("in an empty item in the middle puts a heading there", () => {
    expect(after("e", -1, "Enter", "Enter").slice(6)).toEqual(["* Second", "- e", "* |", "- f", "* ", "- g"]);
  });
  test("in a heading goes to its first directive, or begins it", () => {
    expect(after("First", -1, "Enter").slice(0, 2)).toEqual(["* First", "- |a"]);
    expect(after("f", -1, "Ctrl+Enter", "Enter").slice(7, 11)).toEqual(["- e", "- f", "* ", "- |"].slice(0, 4));
  });
  test("in an empty group without a heading takes the group back", () => {
    expect(after("g", -1, "Ctrl+Enter", "Enter", "Enter").slice(-2)).toEqual(["* ", "- g"]);
  });
  test("goes from a title to the next text and from the lead-in to the first heading", () => {
    const editor = editorOf(small());
    caret(editor, "One", 1);
    press(editor, "Enter");
    expect(outline(editor.state)).toContain("|found");
    caret(editor, "therefore", 2);
    press(editor, "Enter");
    expect(items(editor.state)[0]).toBe("* |First");
    undone(editor);
  });
  test("in an empty finding leaves the findings", () => {
    const editor = editorOf(small());
    caret(editor, "found", -1);
    press(editor, "Enter");
    press(editor, "Enter");
    expect(outline(editor.state).slice(1, 4)).toEqual(["# One", "found", "|therefore"]);
    undone(editor);
  });
  test("leaves a blank at the cut with the first half, and Backspace takes it all back", () => {
    const editor = editorOf(resolution([section("s", [group("g", "h", [directive("a", "one two")])])]));
    caret(editor, "one two", 3);
    press(editor, "Enter");
    expect(items(editor.state)).toEqual(["* h", "- one ", "- |two"]);
    press(editor, "Backspace");
    expect(items(editor.state)).toEqual(["* h", "- one |two"]);
  });
  test("takes the facts of the second half along", () => {
    const due = { phrase: "by May", from: null, to: null, kind: "event" as const, recurrence: null, inherited_from: null };
    const full = { ...directive("a", "do this, do that by May"), deadlines: [due] };
    const editor = editorOf(resolution([section("s", [group("g", "h", [full])])]));
    caret(editor, full.text, 8);
    editor.commands.splitDirective();
    const halves = editor.resolution.sections[0]?.groups[0]?.directives;
    expect(halves?.map((each) => [each.text, each.deadlines.length])).toEqual([["do this,", 0], ["do that by May", 1]]);
  });
});

describe("Backspace and Delete", () => {
  test("join a directive with the one before, which keeps its id", () => {
    const editor = editorOf(small());
    caret(editor, "f", 0);
    press(editor, "Backspace");
    expect(items(editor.state).slice(6, 8)).toEqual(["* Second", "- e|f"]);
    expect(editor.current).toBe("e");
    undone(editor);
    expect(after("e", -1, "Delete").slice(6, 8)).toEqual(["* Second", "- e|f"]);
  });
  test("let an empty directive give way to the text behind it", () => {
    const editor = editorOf(small());
    caret(editor, "f", 0);
    press(editor, "Enter");
    press(editor, "Backspace");
    expect(editor.current).toBe("f");
    expect(editor.resolution).toEqual(small());
  });
  test("take back what Enter began", () => {
    expect(after("a", -1, "Enter", "Backspace")).toEqual(["* First", "- a|", ...RUN, ...REST]);
    expect(after("g", -1, "Enter", "Enter", "Backspace").slice(-2)).toEqual(["* ", "- g|"]);
  });
  test("unite groups whose heading between them is empty", () => {
    expect(after("e", -1, "Enter", "Enter", "Backspace").slice(6)).toEqual(["* Second", "- e|", "- f", "* ", "- g"]);
  });
  test("cross a border that must stay without joining", () => {
    expect(after("Second", 0, "Backspace").slice(5, 7)).toEqual(["- d|", "* Second"]);
    expect(after("d", -1, "Delete").slice(5, 7)).toEqual(["- d|", "* Second"]);
  });
  test("make a lead of a directive that takes the lead's words", () => {
    expect(after("lead:", 0, "Backspace").slice(0, 4)).toEqual(["* First", ": a|lead:", "> b", "> c"]);
  });
  test("join all selected directives into one", () => {
    const editor = editorOf(small());
    caret(editor, "e", 0);
    editor.commands.joinDirectives();
    expect(items(editor.state).slice(6, 8)).toEqual(["* Second", "- |e f"]);
    undone(editor);
  });
});

describe("Tab", () => {
  test("makes a sub-item of the directive above, and Shift+Tab undoes that with ids and facts", () => {
    const editor = editorOf(small());
    caret(editor, "f", 0);
    press(editor, "Tab");
    expect(items(editor.state).slice(6, 9)).toEqual(["* Second", ": e", "> |f"]);
    expect(editor.resolution.sections[0]?.groups[1]?.directives).toEqual([directive("f", "f", "e")]);
    press(editor, "Shift+Tab");
    expect(editor.resolution).toEqual(small());
    undone(editor);
  });
  test("adds to the sub-items above", () => {
    expect(after("d", 0, "Tab").slice(2, 6)).toEqual([...RUN, "> |d"]);
  });
  test("back: the sub-items behind become its own, as in Word, and Tab takes that back", () => {
    expect(after("b", 0, "Shift+Tab").slice(2, 5)).toEqual(["- lead:", ": |b", "> c"]);
    expect(after("b", 0, "Shift+Tab", "Tab").slice(2, 5)).toEqual([": lead:", "> |b", "> c"]);
  });
  test("does nothing to the first item, and goes on from a heading", () => {
    expect(after("a", 0, "Tab").slice(0, 2)).toEqual(["* First", "- |a"]);
    expect(after("First", 0, "Tab").slice(0, 2)).toEqual(["* First", "- a|"]);
  });
  test("is given back to the window by Ctrl+M", () => {
    const said: boolean[] = [];
    const editor = editorOf(small(), { tabLeaves: (leaves) => said.push(leaves) });
    press(editor, "Ctrl+KeyM");
    expect(press(editor, "Tab")).toBe(false);
    press(editor, "Ctrl+KeyM");
    expect(press(editor, "Tab")).toBe(true);
    expect(said).toEqual([true, false]);
  });
});

describe("Alt+↑ and Alt+↓", () => {
  test("move a directive with its id and the caret, over a lead with its sub-items", () => {
    expect(after("a", 1, "Alt+ArrowDown")).toEqual(["* First", ...RUN, "- a|", ...REST]);
    expect(after("d", 0, "Alt+ArrowUp").slice(0, 5)).toEqual(["* First", "- a", "- |d", ": lead:", "> b"]);
  });
  test("move a directive over the border of a group and of a section", () => {
    expect(after("f", 1, "Alt+ArrowDown").slice(7)).toEqual(["- e", "* ", "- f|", "- g"]);
    expect(after("g", 1, "Alt+ArrowUp").slice(6)).toEqual(["* Second", "- e", "- f", "- g|", "* "]);
  });
  test("move a sub-item in its row and out at the edge", () => {
    expect(after("b", 0, "Alt+ArrowDown").slice(2, 5)).toEqual([": lead:", "> c", "> |b"]);
    expect(after("c", 0, "Alt+ArrowDown").slice(2, 6)).toEqual([": lead:", "> b", "- |c", "- d"]);
    expect(after("b", 0, "Alt+ArrowUp").slice(1, 5)).toEqual(["- a", "- |b", ": lead:", "> c"]);
  });
  test("move a lead with its sub-items, a group, a section", () => {
    expect(after("lead:", 0, "Alt+ArrowUp").slice(0, 5)).toEqual(["* First", ": |lead:", "> b", "> c", "- a"]);
    expect(after("Second", 0, "Alt+ArrowUp").slice(0, 4)).toEqual(["* |Second", "- e", "- f", "* First"]);
    expect(after("Second", 0, "Alt+ArrowDown").slice(-5)).toEqual(["* |Second", "- e", "- f", "* ", "- g"]);
    expect(after("Two", 0, "Alt+ArrowUp").slice(0, 3)).toEqual(["* ", "- g", "* First"]);
  });
});

describe("moving to a place", () => {
  const moved = (id: string, target: string | null, index: number): string[] => {
    const editor = editorOf(small());
    editor.commands.moveTo(id, target, index);
    const lines = items(editor.state).map((line) => line.replace("|", ""));
    undone(editor);
    return lines;
  };
  test("counts as the model does", () => {
    expect(moved("f", "g1", 0).slice(0, 3)).toEqual(["* First", "- f", "- a"]);
    expect(moved("a", "g2", 2).slice(-5)).toEqual(["- e", "- f", "- a", "* ", "- g"]);
    expect(moved("g2", "s1", 0).slice(0, 2)).toEqual(["* Second", "- e"]);
    expect(moved("s2", null, 0).slice(0, 2)).toEqual(["* ", "- g"]);
    expect(moved("s1", null, 1).slice(0, 2)).toEqual(["* ", "- g"]);
  });
  test("between sub-items makes one, in front of the first does not", () => {
    expect(moved("e", "g1", 2).slice(2, 6)).toEqual([": lead:", "> b", "> e", "> c"]);
    expect(moved("e", "g1", 1).slice(1, 4)).toEqual(["- a", "- e", ": lead:"]);
    expect(moved("b", "g1", 1)).toEqual(["* First", "- a", ...RUN, ...REST]);
    expect(moved("b", "g2", 0).slice(2, 7)).toEqual([": lead:", "> c", "- d", "* Second", "- b"]);
  });
  test("refuses a place of another kind", () => {
    expect(editorOf(small()).commands.moveTo("a", "s1", 0)).toBe(false);
    expect(editorOf(small()).commands.moveTo("nobody", "g1", 0)).toBe(false);
  });
});

describe("buttons", () => {
  test("add parts where the caret is", () => {
    const editor = editorOf(small());
    caret(editor, "e", 0);
    editor.commands.addDirective();
    expect(items(editor.state).slice(6, 10)).toEqual(["* Second", "- e", "- |", "- f"]);
    editor.commands.addFinding();
    editor.commands.addProblem();
    editor.commands.addSection();
    expect(editor.resolution.sections.map((each) => [each.findings.length, each.problems.length, each.groups.length])).toEqual([
      [2, 1, 2],
      [0, 0, 1],
      [0, 1, 1],
    ]);
    undone(editor);
  });
  test("begin a document that has nothing", () => {
    const editor = editorOf(resolution([]));
    editor.commands.addDirective();
    type(editor, "To all");
    expect(editor.resolution.sections[0]?.title).toBe("To all");
  });
  test("keep the title block in the same history as the text", () => {
    const editor = editorOf(small());
    caret(editor, "a", 1);
    type(editor, "x");
    editor.commands.setBlock({ title: "T" });
    editor.commands.setBlock({ title: "Title" });
    caret(editor, "e", 1);
    type(editor, "y");
    expect(editor.view.dom.parentElement?.querySelector(".ed-block-event")?.textContent).toBe("Title");
    editor.commands.undo();
    expect(editor.block.title).toBe("Title");
    editor.commands.undo();
    expect(editor.block.title).toBe("");
    expect(items(editor.state)[1]).toBe("- ax|");
    undone(editor);
  });
});

describe("a selection over several blocks", () => {
  const without = (from: string, start: number, to: string, end: number): string[] => {
    const editor = editorOf(small());
    caret(editor, from, start);
    const anchor = editor.state.selection.head;
    caret(editor, to, end);
    const head = editor.state.selection.head;
    const { tr, selection } = editor.state;
    const ends = [editor.doc.resolve(anchor), editor.doc.resolve(head)] as const;
    const whole = (selection.constructor as { between?: (a: unknown, b: unknown) => typeof selection }).between;
    editor.view.dispatch(tr.setSelection(whole?.(...ends) ?? selection));
    press(editor, "Backspace");
    const lines = outline(editor.state);
    undone(editor);
    return lines;
  };
  test("joins what is left of two directives", () => {
    expect(without("a", 0, "d", 1).slice(4)).toEqual(["* First", "- |", "* Second", "- e", "- f", "# Two", "trouble", "", "* ", "- g", "Thanks.", "Signed."]);
  });
  test("takes a heading inside it out; its directives fall to the group before", () => {
    expect(without("d", 1, "e", 0).slice(4)).toEqual(["* First", "- a", ": lead:", "> b", "> c", "- d|e", "- f", "# Two", "trouble", "", "* ", "- g", "Thanks.", "Signed."]);
  });
  test("empties the parts a section must have", () => {
    expect(without("One", 0, "Two", 3)).toEqual(["They met.", "# |", "", "# ", "trouble", "", "* ", "- g", "Thanks.", "Signed."]);
  });
  test("is replaced by what is typed", () => {
    const editor = editorOf(small());
    editor.focus("a", [0, 1]);
    const from = editor.state.selection.from;
    editor.focus("e", [0, 1]);
    const { view, state } = editor;
    const to = state.selection.to;
    const tr = (): never => {
      throw new Error("handled before");
    };
    view.someProp("handleTextInput", (f) => f(view, from, to, "x", tr as never));
    expect(items(editor.state)[1]).toBe("- x|");
    undone(editor);
  });
});

describe("groups that come in", () => {
  const come = [group("n", "Школам", [directive("x", "провести")])];
  test("take the place of a group that says nothing", () => {
    const editor = editorOf(resolution([section("s", [group("g", "", [directive("a", "")])])]));
    editor.focus("a");
    editor.commands.insertGroups(come);
    expect(items(editor.state).map((line) => line.replace("|", ""))).toEqual(["* Школам", "- провести"]);
    editor.commands.undo();
    expect(items(editor.state).length).toBe(2);
  });
  test("leave no empty directive behind, and nothing else out", () => {
    const editor = editorOf(
      resolution([section("s", [group("g", "h", [directive("a", "one"), directive("b", ""), directive("c", "two")])])]),
    );
    editor.focus("b");
    editor.commands.insertGroups(come);
    const all = ["* h", "- one", "- two", "* Школам", "- провести"];
    expect(items(editor.state).map((line) => line.replace("|", ""))).toEqual(all);
    editor.focus("a");
    editor.commands.insertGroups([group("m", "Садам", [directive("y", "открыть")])]);
    expect(items(editor.state).map((line) => line.replace("|", ""))).toEqual([
      ...all.slice(0, 3), "* Садам", "- открыть", ...all.slice(3),
    ]);
  });
});
