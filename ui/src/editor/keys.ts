// The keyboard of the editor. Keys are matched by their place (`event.code`), so that they work in
// the Russian layout; the host keeps the keys that are not here (Ctrl+F, Ctrl+S, F7 …).
import { redo, undo } from "prosemirror-history";
import { type Command, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { blockIndex, blocks } from "./blocks";
import { addGroup } from "./commands/add";
import { enter, toBlock } from "./commands/enter";
import { backspace, forwardDelete } from "./commands/join";
import { indent, outdent } from "./commands/levels";
import { moveDown, moveUp } from "./commands/move";
import { isItem } from "./schema";
import { takeBack } from "./typing";

/** What the keys need of the host. */
export interface KeyHost {
  /** Tab was given back to the window, or taken again (Ctrl+M); to be announced. */
  tabLeaves?(leaves: boolean): void;
}

const edge = (end: boolean): Command => (state, dispatch) => {
  const tr = state.tr;
  toBlock(tr, end ? blocks(tr.doc).length - 1 : 0, end);
  dispatch?.(tr.scrollIntoView());
  return true;
};

const extend = (end: boolean): Command => (state, dispatch) => {
  const tr = state.tr;
  toBlock(tr, end ? blocks(tr.doc).length - 1 : 0, end);
  const { anchor } = state.selection;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, anchor, tr.selection.head)).scrollIntoView());
  return true;
};

/** In an item Tab sets the level, elsewhere it goes to the next text. */
const tab = (by: 1 | -1): Command => (state, dispatch) => {
  const { $head } = state.selection;
  if (isItem($head.parent)) {
    (by > 0 ? indent : outdent)(state, dispatch);
    return true;
  }
  const index = blockIndex(state.doc, $head.pos) + by;
  if (!blocks(state.doc)[index]) return false;
  const tr = state.tr;
  toBlock(tr, index, true);
  dispatch?.(tr.scrollIntoView());
  return true;
};

const KEYS: Readonly<Record<string, Command>> = {
  Enter: enter,
  "Shift+Enter": enter,
  "Ctrl+Enter": addGroup,
  Backspace: (state, dispatch, view) =>
    takeBack(state, dispatch, view) || backspace(state, dispatch, view),
  "Shift+Backspace": backspace,
  Delete: forwardDelete,
  // Inside a text these are the engine's, which knows words.
  "Ctrl+Backspace": backspace,
  "Ctrl+Delete": forwardDelete,
  Tab: tab(1),
  "Shift+Tab": tab(-1),
  "Alt+ArrowUp": moveUp,
  "Alt+ArrowDown": moveDown,
  "Ctrl+KeyZ": undo,
  "Ctrl+KeyY": redo,
  "Ctrl+Shift+KeyZ": redo,
  "Ctrl+Home": edge(false),
  "Ctrl+End": edge(true),
  "Ctrl+Shift+Home": extend(false),
  "Ctrl+Shift+End": extend(true),
};

/** What the keyboard does besides commands on the document. */
export function keys(host: KeyHost): Plugin {
  let leaves = false;
  const press = (view: EditorView, event: KeyboardEvent): boolean => {
    if (event.isComposing || view.composing) return false;
    const chord = chordOf(event);
    if (chord === "Ctrl+KeyM") {
      leaves = !leaves;
      host.tabLeaves?.(leaves);
      return true;
    }
    if (chord === "Alt+Enter") return toChips(view);
    if (leaves && (chord === "Tab" || chord === "Shift+Tab")) return false;
    const command = KEYS[chord];
    return command?.(view.state, view.dispatch, view) ?? false;
  };
  return new Plugin({
    props: {
      handleKeyDown: press,
      handleDOMEvents: {
        // From the engine's own menu: undo, formats the model does not have, «Delete».
        beforeinput: (view, event) => {
          const { inputType } = event as InputEvent;
          const { $from, $to } = view.state.selection;
          const across = inputType.startsWith("delete") && !$from.sameParent($to);
          const own = across ? backspace : { historyUndo: undo, historyRedo: redo }[inputType];
          own?.(view.state, view.dispatch, view);
          if (!own && !inputType.startsWith("format")) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

/** The keyboard's way to the chips of the directive with the caret. */
function toChips(view: EditorView): boolean {
  const { $head } = view.state.selection;
  if (!isItem($head.parent)) return false;
  const dom = view.nodeDOM($head.before()) as HTMLElement | null;
  const chip = dom?.querySelector<HTMLElement>(".ed-chip");
  chip?.focus();
  return chip !== null && chip !== undefined;
}

/** A pressed chord by the places of its keys; an old engine without `code` gives the letter. */
export function chordOf(event: KeyboardEvent): string {
  const given = event.code === "Unidentified" ? "" : event.code;
  const code = given || (/^[a-z]$/i.test(event.key) ? `Key${event.key.toUpperCase()}` : event.key);
  return [
    (event.ctrlKey || event.metaKey) && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && "Shift",
    code === "NumpadEnter" ? "Enter" : code,
  ]
    .filter(Boolean)
    .join("+");
}
