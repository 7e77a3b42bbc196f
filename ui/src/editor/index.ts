// The editor of a resolution: ProseMirror with a schema that is the model's.
//
//   const editor = new Editor(mount, { resolution, host });
//   editor.onChange((edits) => journal.push(...edits));
//   editor.commands.addDirective();
//
// The room knows no window and no program behind it: words, ids and what happens on a click come
// through `Host`; what was changed goes out as the model's edits. It imports types of the border
// and nothing else of ours, and no Svelte. Whoever shows the editor loads `editor.css`.
//
//   schema, convert   the document and the resolution, without loss
//   changes, edit     from two documents to the model's edits
//   commands/         what keys and buttons do; keys.ts, typing.ts, insert.ts, drag.ts call them
//   plugins/          ids, numbers, the drawn window, hints, findings, facts, search
//   paste             text out of what other programs put on the clipboard
export type { ChangeListener, Hint, Host, Left, Words } from "./editor";
export { Editor } from "./editor";
export { edits } from "./changes";
export { toDoc, toResolution } from "./convert";
export type { Edit, GroupHead, SectionHead, TitleBlock } from "./edit";
export { type Clip, pasted } from "./paste";
export type { Chip } from "./plugins/facts";
export type { EditorFinding, Part } from "./plugins/findings";
export type { Query, SearchState } from "./plugins/search";
export type { DirectiveRest, GroupRest } from "./schema";
export { rewrite, toClosing, toPreamble } from "./commands/reach";
