// Adding and removing parts, the title block, the facts a part keeps.
import type { Node } from "prosemirror-model";
import {
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import type { Group } from "../../ipc/generated/Group";
import { around, findPart, type Place } from "../blocks";
import { groupNode } from "../convert";
import type { TitleBlock } from "../edit";
import { type DirectiveRest, type GroupRest, isItem, isSub, types } from "../schema";

/** A new directive behind the one with the caret, or as the first of its group. */
export const addDirective: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if (isItem($head.parent)) {
    const sub = isSub($head.parent) || $head.parent.type === types.lead;
    return put(state, dispatch, $head.after(), types.directive.create({ sub }));
  }
  const group = around($head, types.group) ?? someGroup(state);
  if (!group) return addGroup(state, dispatch);
  const at = group.pos + 1 + group.node.child(0).nodeSize;
  return put(state, dispatch, at, types.directive.create());
};

/** A new group behind the one with the caret. */
export const addGroup: Command = (state, dispatch) => {
  const group = around(state.selection.$head, types.group);
  const fresh = types.group.create(null, types.group_head.create());
  if (group) return put(state, dispatch, group.pos + group.node.nodeSize, fresh);
  const section = around(state.selection.$head, types.section) ?? nearSection(state);
  if (!section) return addSection(state, dispatch);
  return put(state, dispatch, section.pos + section.node.nodeSize - 1, fresh);
};

/** A new section behind the one with the caret, with a group to begin with. */
export const addSection: Command = (state, dispatch) => {
  const section = around(state.selection.$head, types.section) ?? nearSection(state);
  const at = section ? section.pos + section.node.nodeSize : state.doc.child(0).nodeSize;
  const fresh = types.section.create(null, [
    types.section_title.create(),
    types.lead_in.create(),
    types.group.create(null, types.group_head.create()),
  ]);
  return put(state, dispatch, at, fresh);
};

/** A new finding of the section with the caret. */
export const addFinding: Command = (state, dispatch) => addText(state, dispatch, "finding");

/** A new problem of the section with the caret. */
export const addProblem: Command = (state, dispatch) => addText(state, dispatch, "problem");

function addText(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  kind: "finding" | "problem",
): boolean {
  const { $head } = state.selection;
  if ($head.parent.type === types[kind]) {
    return put(state, dispatch, $head.after(), types[kind].create());
  }
  const section = around($head, types.section) ?? nearSection(state);
  if (!section) return false;
  let at = section.pos + 1;
  for (const node of section.node.content.content) {
    const behind = node.type === types.lead_in || node.type === types.group;
    if (behind || (kind === "finding" && node.type === types.problem)) break;
    at += node.nodeSize;
  }
  return put(state, dispatch, at, types[kind].create());
}

/** Takes a directive, a group or a section out. */
export function remove(id: string): Command {
  return (state, dispatch) => {
    const part = findPart(state.doc, id);
    if (!part) return false;
    const tr = state.tr.delete(part.pos, part.pos + part.node.nodeSize);
    const back = part.node.type === types.directive ? -1 : 1;
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(part.pos, tr.doc.content.size)), back));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Changes the title block; it is undone with everything else. */
export function setBlock(patch: Partial<TitleBlock>): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setDocAttribute("block", { ...state.doc.attrs.block, ...patch }));
    return true;
  };
}

/** Changes what a directive or a group keeps beside its text: a person corrected a fact. */
export function setRest(id: string, patch: Partial<DirectiveRest> | Partial<GroupRest>): Command {
  return (state, dispatch) => {
    const part = findPart(state.doc, id);
    if (!part || part.node.type === types.section) return false;
    dispatch?.(state.tr.setNodeAttribute(part.pos, "rest", { ...part.node.attrs.rest, ...patch }));
    return true;
  };
}

/** Puts whole groups behind the one with the caret: what a review of pasted text came to. */
export function insertGroups(groups: readonly Group[]): Command {
  return (state, dispatch) => {
    const group = around(state.selection.$head, types.group);
    const section = around(state.selection.$head, types.section) ?? nearSection(state);
    if (groups.length === 0 || !section) return false;
    const at = group ? group.pos + group.node.nodeSize : section.pos + section.node.nodeSize - 1;
    if (!dispatch) return true;
    const tr = state.tr.insert(at, groups.map(groupNode));
    // What was begun for the sake of what comes in now would be left over.
    const { $head } = state.selection;
    if (group?.node.textContent === "") tr.delete(group.pos, at);
    else if ($head.parent.type === types.directive && $head.parent.content.size === 0) {
      tr.delete($head.before(), $head.after());
    }
    const first = tr.mapping.map(at, -1);
    tr.setSelection(TextSelection.near(tr.doc.resolve(first + 1)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

function put(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  at: number,
  node: Node,
): boolean {
  if (!dispatch) return true;
  const tr = state.tr.insert(at, node);
  const $inside = tr.doc.resolve(at + 1);
  dispatch(tr.setSelection(TextSelection.near($inside)).scrollIntoView());
  return true;
}

function nearSection(state: EditorState): Place | null {
  let found: Place | null = null;
  state.doc.forEach((node, pos) => {
    if (node.type !== types.section) return;
    // The last one before the caret, or the first of all.
    if (!found || pos < state.selection.head) found = { node, pos };
  });
  return found;
}

/** The first group of the section with the caret. */
function someGroup(state: EditorState): Place | null {
  const section = around(state.selection.$head, types.section) ?? nearSection(state);
  let found: Place | null = null;
  section?.node.forEach((node, offset) => {
    if (node.type === types.group) found ??= { node, pos: section.pos + 1 + offset };
  });
  return found;
}
