// Putting pasted paragraphs into the document, and what pasting does.
import type { Node, Slice } from "prosemirror-model";
import { type Command, Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { eraseSelection, putText } from "./commands/erase";
import { findPart } from "./blocks";
import { pasted, withoutMarkers } from "./paste";
import { type DirectiveRest, isItem, isParagraph, isSub, NO_FACTS, types } from "./schema";

/** More paragraphs than these go to a review first. */
const FEW = 3;

/** What pasting needs of the host. */
export interface PasteHost {
  /** A longer text: shows a review, and puts in what the person agreed to. */
  paste(paragraphs: string[], html: string): void;
}

/** A paragraph to put in; a directive cut out in this editor comes with what it was. */
interface Piece {
  text: string;
  id?: string | null;
  rest?: DirectiveRest;
}

/** A short list goes in as it is; a heading among it is no directive, and is looked at first. */
function isForReview(paragraphs: readonly string[]): boolean {
  const headed = paragraphs.length > 1 && paragraphs.some((each) => each.trimEnd().endsWith(":"));
  return headed || paragraphs.length > FEW;
}

/** Puts paragraphs in at the caret, without a review. */
export function insertParagraphs(paragraphs: readonly string[]): Command {
  return (state, dispatch) => {
    if (paragraphs.length === 0) return false;
    const tr = eraseSelection(state.tr);
    insert(tr, withoutMarkers(paragraphs).map((text) => ({ text })));
    dispatch?.(tr.setMeta("paste", true).scrollIntoView());
    return true;
  };
}

function insert(tr: Transaction, pieces: readonly Piece[]): void {
  const { $head } = tr.selection;
  const block = $head.parent;
  const [first, ...others] = pieces;
  if (!first || !block.isTextblock) return;
  const last = others.at(-1);
  if (!last || !(isItem(block) || isParagraph(block))) {
    const text = pieces.map((each) => each.text).join(" ");
    putText(tr, $head.pos, $head.pos, text);
    return;
  }
  const end = $head.end();
  const tail = block.textContent.slice($head.parentOffset);
  const make = (piece: Piece): Node => {
    const text = piece === last ? piece.text + tail : piece.text;
    const sub = isSub(block) || block.type === types.lead;
    const { id = null, rest = NO_FACTS } = piece;
    const attrs = isItem(block) ? { id, sub, rest } : null;
    const type = isItem(block) ? types.directive : block.type;
    return type.create(attrs, text ? type.schema.text(text) : null);
  };
  tr.insert(end + 1, others.map(make));
  putText(tr, $head.pos, end, first.text);
  const from = $head.pos + first.text.length + 1;
  let caret = from;
  for (const each of others) caret += each.text.length + 2;
  tr.setSelection(TextSelection.create(tr.doc, caret - 1));
}

/** The plugin: paste, cut and drop know no structure but the model's. */
export function clipboard(host: PasteHost): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const text = event.clipboardData?.getData("text/plain") ?? "";
        const own = /data-pm-slice/.test(html) ? pieces(html, view.state.doc) : null;
        const paragraphs = own?.map((each) => each.text) ?? pasted({ html, text }).paragraphs;
        if (!own && isForReview(paragraphs)) {
          host.paste(paragraphs, html);
          return true;
        }
        const tr = eraseSelection(view.state.tr);
        insert(tr, own ?? withoutMarkers(paragraphs).map((each) => ({ text: each })));
        view.dispatch(tr.setMeta("paste", true).scrollIntoView());
        return true;
      },
      // Whole directives are moved by their handle, text by cut and paste.
      handleDrop: () => true,
      handleDOMEvents: {
        dragstart: (_, event) => {
          event.preventDefault();
          return true;
        },
        cut: (view, event) => {
          if (view.state.selection.empty || !event.clipboardData) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData.clearData();
          event.clipboardData.setData("text/html", dom.innerHTML);
          event.clipboardData.setData("text/plain", text);
          view.dispatch(eraseSelection(view.state.tr).scrollIntoView());
          return true;
        },
      },
      // Typing over a selection of several blocks.
      handleTextInput: (view, from, to, text) => {
        const $from = view.state.doc.resolve(from);
        if (to <= $from.end() && $from.parent.isTextblock) return false;
        const tr = view.state.tr;
        tr.setSelection(TextSelection.create(tr.doc, from, to));
        eraseSelection(tr).insertText(text);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      clipboardTextSerializer: (slice) => lines(slice),
    },
  });
}

function lines(slice: Slice): string {
  const out: string[] = [];
  slice.content.descendants((node) => {
    if (!node.isTextblock && !node.isText) return true;
    out.push(node.textContent);
    return false;
  });
  return out.join("\n");
}

/** What was copied in this editor. A directive that is gone from the document comes back itself. */
function pieces(html: string, doc: Node): Piece[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = page.body.querySelectorAll<HTMLElement>("p, h2, h3");
  if (found.length === 0) return [{ text: page.body.textContent ?? "" }];
  return [...found].map((element) => {
    const { id, rest } = element.dataset;
    const text = element.textContent ?? "";
    if (id === undefined || rest === undefined) return { text };
    const facts = JSON.parse(rest) as DirectiveRest;
    return { text, id: findPart(doc, id) ? null : id, rest: facts };
  });
}
