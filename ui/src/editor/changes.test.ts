import { AllSelection, TextSelection } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { blocks } from "./blocks";
import { edits } from "./changes";
import { enter } from "./commands/enter";
import { backspace, forwardDelete } from "./commands/join";
import { toDoc, toResolution } from "./convert";
import type { Edit } from "./edit";
import type { Editor } from "./editor";
import { applyEdit, caret, chances, directive, editorOf, group, resolution, section, small } from "./testing";
import { numbersOf } from "./plugins/numbering";
import { isSub, types } from "./schema";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The edits of something done to the small resolution; they must do the same to the model. */
function told(act: (editor: Editor) => void): Edit[] {
  const editor = editorOf(small());
  const before = editor.doc;
  act(editor);
  const list = edits(before, editor.doc);
  const model = copy(toResolution(before, small()));
  for (const edit of list) applyEdit(model, copy(edit));
  expect(model).toEqual(copy(editor.resolution));
  editor.destroy();
  return list;
}

const names = (list: Edit[]): string[] => list.map((each) => each.edit);

describe("edits say", () => {
  test("nothing where nothing changed", () => {
    expect(edits(toDoc(small()), toDoc(small()))).toEqual([]);
  });

  test("the one directive whose text changed", () => {
    const list = told((editor) => {
      caret(editor, "a", -1);
      editor.view.dispatch(editor.state.tr.insertText("bc"));
    });
    expect(list).toEqual([{ edit: "set_directive", directive: directive("a", "abc") }]);
  });

  test("that a directive went to another group", () => {
    const list = told((editor) => editor.commands.moveTo("a", "g2", 1));
    expect(list).toEqual([{ edit: "move_directive", id: "a", group: "g2", index: 1 }]);
  });

  test("that one directive of many moved, not the many", () => {
    const list = told((editor) => editor.commands.moveTo("a", "g1", 3));
    expect(list).toEqual([{ edit: "move_directive", id: "a", group: "g1", index: 3 }]);
  });

  test("that a group went to another section", () => {
    const list = told((editor) => editor.commands.moveTo("g1", "s2", 0));
    expect(list).toEqual([{ edit: "move_group", id: "g1", section: "s2", index: 0 }]);
  });

  test("moves out of a group before the group goes", () => {
    const list = told((editor) => {
      editor.commands.moveTo("e", "g1", 0);
      editor.commands.remove("g2");
    });
    expect(names(list)).toEqual(["move_directive", "remove_group"]);
  });

  test("moves out of a section before the section goes", () => {
    const list = told((editor) => {
      editor.commands.moveTo("g1", "s2", 1);
      editor.commands.remove("s1");
    });
    expect(names(list)).toEqual(["move_group", "remove_section"]);
  });

  test("the new lead of every sub-item when the phrase changes", () => {
    const list = told((editor) => {
      caret(editor, "lead:", 0);
      editor.view.dispatch(editor.state.tr.insertText("new "));
    });
    expect(list).toEqual(["b", "c"].map((id) => ({ edit: "set_directive", directive: directive(id, id, "new lead:") })));
  });

  test("changes of headings, section texts, the title and the texts around", () => {
    const list = told((editor) => {
      for (const text of ["They met.", "Signed.", "found", "Second"]) {
        caret(editor, text, -1);
        editor.view.dispatch(editor.state.tr.insertText("!"));
      }
      editor.commands.setBlock({ draft: true });
    });
    expect(names(list).sort()).toEqual(
      ["set_closing", "set_group", "set_preamble", "set_section", "set_title_block"],
    );
  });

  test("that a group was replaced when what was read from its heading changed", () => {
    const bodies = [{ class: "schools" as never, name: "Schools", printed: "To schools" }];
    const list = told((editor) => editor.commands.setRest("g2", { bodies }));
    expect(names(list)).toEqual(["remove_group", "insert_group"]);
  });
});

/** Everything a person can do, by chance. */
const DEEDS: ((editor: Editor, chance: (below: number) => number) => unknown)[] = [
  (editor) => editor.run(enter),
  (editor) => editor.run(enter),
  (editor) => editor.run(backspace) || editor.view.dispatch(editor.state.tr.insertText("y")),
  (editor) => editor.run(forwardDelete),
  (editor) => editor.view.dispatch(editor.state.tr.insertText("x")),
  (editor) => editor.commands.indent(),
  (editor) => editor.commands.outdent(),
  (editor) => editor.commands.moveUp(),
  (editor) => editor.commands.moveDown(),
  (editor) => editor.commands.addDirective(),
  (editor) => editor.commands.addGroup(),
  (editor, chance) => chance(3) === 0 && editor.commands.addSection(),
  (editor) => editor.commands.addFinding(),
  (editor) => editor.commands.addProblem(),
  (editor) => editor.commands.splitDirective(),
  (editor) => editor.commands.joinDirectives(),
  (editor, chance) => editor.commands.insertParagraphs(["p", "q", "r"].slice(chance(3))),
  (editor, chance) => editor.commands.setBlock({ title: `t${chance(9)}` }),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
  (editor, chance) => {
    const parts = numbersOf(editor.state).filter(({ node }) => node.type === types.directive);
    const groups = numbersOf(editor.state).filter(({ node }) => node.type === types.group_head);
    const [part, goal] = [parts[chance(parts.length)], groups[chance(groups.length)]];
    if (part?.id && goal?.id) editor.commands.moveTo(part.id, goal.id, chance(4));
  },
  (editor, chance) => {
    const all = numbersOf(editor.state).filter(({ id }) => id !== null);
    const id = all[chance(all.length)]?.id;
    if (id && chance(4) === 0) editor.commands.remove(id);
  },
  (editor, chance) => {
    // A selection over several blocks, taken out.
    const size = editor.doc.content.size;
    const [from, to] = [chance(size), chance(size)].sort((a, b) => a - b) as [number, number];
    const { tr, doc } = editor.state;
    if (to - from > 40) return;
    editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
    editor.run(backspace);
  },
];

test("edits do to the model what was done to the document, whatever was done", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const chance = chances(seed);
    const editor = editorOf(small());
    const model = copy(editor.resolution);
    let seen = editor.doc;
    editor.onChange((list) => {
      for (const edit of list) applyEdit(model, copy(edit));
    });
    const start = copy(editor.resolution);
    for (let i = 0; i < 60; i++) {
      const list = blocks(editor.doc);
      const { pos, node } = list[chance(list.length)] as (typeof list)[number];
      const at = pos + 1 + chance(node.content.size + 1);
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.doc, at)));
      (DEEDS[chance(DEEDS.length)] as (typeof DEEDS)[number])(editor, chance);
      check(editor);
      expect(model, `seed ${seed}, deed ${i}`).toEqual(copy(editor.resolution));
      if (i % 7 === 0) {
        // From an older document in one go, as a journal that waits a moment does.
        const leap = copy(toResolution(seen, small()));
        for (const edit of edits(seen, editor.doc)) applyEdit(leap, copy(edit));
        expect(leap, `seed ${seed}, leap to ${i}`).toEqual(copy(editor.resolution));
        seen = editor.doc;
      }
    }
    while (editor.commands.undo());
    expect(copy(editor.resolution), `seed ${seed}, all undone`).toEqual(start);
    editor.destroy();
  }
}, 60_000);

/** What holds of every document anybody can see. */
function check(editor: Editor): void {
  editor.doc.check();
  const ids: string[] = [];
  editor.doc.descendants((node) => {
    if (node.attrs.id) ids.push(node.attrs.id);
    if (node.type === types.directive || node.type === types.group || node.type === types.section) {
      expect(node.attrs.id).not.toBeNull();
    }
    if (node.type !== types.group) return;
    node.forEach((item, _, i) => {
      const before = i > 0 ? node.child(i - 1) : null;
      const led = before?.type === types.lead || (before !== null && isSub(before));
      if (isSub(item)) expect(led).toBe(true);
      if (before?.type === types.lead) expect(isSub(item)).toBe(true);
    });
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(editor.view.dom.querySelectorAll(".cur").length).toBeGreaterThan(0);
}

test("everything can be selected and taken out", () => {
  const list = told((editor) => {
    editor.view.dispatch(editor.state.tr.setSelection(new AllSelection(editor.doc)));
    editor.run(backspace);
  });
  expect(names(list)).toContain("remove_section");
});

test("a long resolution tells a keystroke in a moment", () => {
  const long = resolution([
    section("s", Array.from({ length: 150 }, (_, g) =>
      group(`g${g}`, "To whom", Array.from({ length: 10 }, (_, d) => directive(`d${g}-${d}`, "something to do")))))]);
  const before = toDoc(long);
  const editor = editorOf(long);
  caret(editor, "something to do", 3);
  editor.view.dispatch(editor.state.tr.insertText("x"));
  edits(before, editor.doc);
  const start = performance.now();
  let count = 0;
  editor.onChange((list) => {
    count += list.length;
  });
  for (let i = 0; i < 20; i++) editor.view.dispatch(editor.state.tr.insertText("x"));
  expect(count).toBe(20);
  // Generous: jsdom draws as well. The engine's times are in the bench.
  expect((performance.now() - start) / 20).toBeLessThan(100);
  editor.destroy();
});
