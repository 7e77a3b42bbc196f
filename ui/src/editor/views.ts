// How an item stands on the page: its text, and under it the chips of what was understood.
//
// Plain DOM: a component in each view made a long resolution three times slower. The chips are no
// part of the text, so the editor neither reads changes in them nor handles their events.
import type { Node } from "prosemirror-model";
import type { Decoration, NodeView, ViewMutationRecord } from "prosemirror-view";
import { icon } from "./icons";
import { type Chip, chipsOf } from "./plugins/facts";
import { isSub } from "./schema";

/** What chips need of the host. */
export interface ChipHost {
  /** Opens the editor of a fact beside its chip. */
  chip(directive: string, index: number, anchor: HTMLElement): void;
}

/** A directive or a lead. */
export class ItemView implements NodeView {
  readonly dom = document.createElement("div");
  readonly contentDOM = document.createElement("p");
  private row: HTMLElement | null = null;
  private chips: readonly Chip[] = [];

  constructor(
    private node: Node,
    private readonly host: ChipHost,
    private readonly toText: () => void,
    decorations: readonly Decoration[],
  ) {
    this.dom.className = `ed-item ed-${node.type.name}`;
    this.dom.append(this.contentDOM);
    this.stamp();
    this.show(chipsOf(decorations));
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.stamp();
    this.show(chipsOf(decorations));
    return true;
  }

  stopEvent(event: Event): boolean {
    return this.row?.contains(event.target as globalThis.Node) ?? false;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === "selection") return this.row?.contains(mutation.target) ?? false;
    return !this.contentDOM.contains(mutation.target);
  }

  private stamp(): void {
    this.dom.classList.toggle("is-sub", isSub(this.node));
    const id: string | null = this.node.attrs.id;
    if (id === null) delete this.dom.dataset.id;
    else this.dom.dataset.id = id;
  }

  private show(chips: readonly Chip[]): void {
    if (chips === this.chips) return;
    this.chips = chips;
    this.row?.remove();
    this.row = chips.length > 0 ? this.rowOf(chips) : null;
    if (this.row) this.dom.append(this.row);
  }

  private rowOf(chips: readonly Chip[]): HTMLElement {
    const row = document.createElement("div");
    row.className = "ed-chips";
    row.contentEditable = "false";
    row.append(...chips.map((chip, index) => this.chipOf(chip, index)));
    row.addEventListener("keydown", (event) => this.press(event, row));
    return row;
  }

  private chipOf(chip: Chip, index: number): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    // Reached from the text by Alt+Enter; Tab inside the text sets levels.
    button.tabIndex = -1;
    button.className = `ed-chip ed-chip--${chip.kind}`;
    button.classList.toggle("is-missing", chip.missing ?? false);
    button.append(icon(chip.kind), chip.label);
    // A press must not take the caret out of the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => this.host.chip(this.node.attrs.id, index, button));
    return button;
  }

  private press(event: KeyboardEvent, row: HTMLElement): void {
    const all = [...row.children] as HTMLElement[];
    const at = all.indexOf(event.target as HTMLElement);
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1 }[event.code];
    if (next !== undefined) all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
    else if (event.code === "Escape") this.toText();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
