// What typing puts right: quotation marks, dashes, the no-break space after «№».
//
// A rule acts on the character being typed and nothing else, so it never touches text that stands
// there already. What it did is a step of undo of its own: Ctrl+Z, or Backspace right after it,
// gives back what was typed.
import { closeHistory, undo } from "prosemirror-history";
import { type Command, Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** What a rule makes of the text before the caret: how many units go, and what comes. */
interface Mended {
  /** Units before the typed character that go with it. */
  back: number;
  text: string;
}

const NBSP = "\u00a0";

/** What becomes of a typed character behind a text; `null` if it stays as typed. */
export function mended(before: string, typed: string): Mended | null {
  if (typed === '"') {
    const opens = before === "" || /[\s(\[\u00ab\u201e/\u2013\u2014-]$/u.test(before);
    return { back: 0, text: opens ? "\u00ab" : "\u00bb" };
  }
  // Two hyphens count once it is clear that no third one follows.
  if (/^[\s\p{L}\p{N}\u00ab]$/u.test(typed) && /(?:^|[^-])--$/.test(before)) {
    const gap = /(?:^|\s)--$/.test(before) ? "" : " ";
    return { back: 2, text: `${gap}\u2013 ${typed.trim()}` };
  }
  if (typed === " " && /\S[ \u00a0]-$/.test(before)) return { back: 1, text: "\u2013 " };
  if (typed === " " && /\u2116$/.test(before)) return { back: 0, text: NBSP };
  if (typed === " " && /N[\u00b0\u00ba]$/.test(before)) return { back: 2, text: `\u2116${NBSP}` };
  return null;
}

/** Right after a rule acted the next Backspace takes it back. */
const key = new PluginKey<boolean>("typing");

/** The plugin. */
export function typing(): Plugin {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (tr, was) => tr.getMeta(key) ?? (tr.docChanged || tr.selectionSet ? false : was),
    },
    props: {
      handleTextInput: (view, from, to, text) => type(view, from, to, text),
    },
  });
}

function type(view: EditorView, from: number, to: number, text: string): boolean {
  if (view.composing || from !== to || text.length !== 1) return false;
  const { parent, parentOffset } = view.state.doc.resolve(from);
  const rule = mended(parent.textContent.slice(0, parentOffset), text);
  if (!rule) return false;
  view.dispatch(view.state.tr.insertText(text, from).scrollIntoView());
  const tr = closeHistory(view.state.tr).insertText(rule.text, from - rule.back, from + 1);
  view.dispatch(tr.setMeta(key, true).scrollIntoView());
  // What is typed next is a step of its own, or undo would take both.
  view.dispatch(closeHistory(view.state.tr).setMeta(key, true));
  return true;
}

/** Takes back what a rule has just done. */
export const takeBack: Command = (state, dispatch) =>
  key.getState(state) === true && undo(state, dispatch);
