// Moving a directive by its handle, with pointer events: the engine's own drag and drop carries
// HTML and would paste it. One handle serves the whole page and stands beside the directive under
// the pointer. The keyboard's way is Alt+↑/↓.
import type { EditorView } from "prosemirror-view";
import { findPart } from "./blocks";
import { moveTo } from "./commands/move";
import { icon } from "./icons";
import { isItem, types } from "./schema";

/** How near to the edge of the window the page starts to roll, and how fast. */
const EDGE = 48;
const SPEED = 12;

/** Where a dragged directive would go. */
interface Drop {
  group: string;
  index: number;
  /** The line is drawn here. */
  y: number;
}

/** The handle of one editor. */
export class Handle {
  private readonly grip = document.createElement("div");
  private readonly line = document.createElement("div");
  private readonly stop = new AbortController();
  private over: HTMLElement | null = null;
  private dragged: string | null = null;
  private drop: Drop | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly page: HTMLElement,
    words: string,
  ) {
    this.grip.className = "ed-grip";
    this.grip.title = words;
    this.grip.append(icon("grip"));
    this.line.className = "ed-drop";
    page.append(this.grip, this.line);
    const { signal } = this.stop;
    const on = (target: HTMLElement, type: string, act: (event: PointerEvent) => void): void =>
      target.addEventListener(type, act as EventListener, { signal });
    on(page, "pointermove", (event) => this.follow(event));
    on(page, "pointerleave", () => this.hide());
    on(this.grip, "pointerdown", (event) => this.take(event));
    on(this.grip, "pointermove", (event) => this.drag(event));
    on(this.grip, "pointerup", () => this.release(true));
    on(this.grip, "pointercancel", () => this.release(false));
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.code === "Escape" && this.dragged !== null) this.release(false);
      },
      { signal, capture: true },
    );
  }

  destroy(): void {
    this.stop.abort();
    this.grip.remove();
    this.line.remove();
  }

  private follow(event: PointerEvent): void {
    if (this.dragged !== null || event.target === this.grip) return;
    const y = event.clientY;
    // The margin beside a directive belongs to it as well.
    const found = document
      .elementsFromPoint(this.middle(), y)
      .map((each) => each.closest<HTMLElement>(".ed-directive"))
      .find((each) => each && this.view.dom.contains(each));
    this.over = found ?? null;
    this.grip.classList.toggle("is-shown", this.over !== null);
    if (!this.over) return;
    this.grip.style.top = `${this.over.getBoundingClientRect().top - this.top()}px`;
  }

  private hide(): void {
    if (this.dragged === null) this.grip.classList.remove("is-shown");
  }

  private middle(): number {
    const box = this.view.dom.getBoundingClientRect();
    return box.left + box.width / 2;
  }

  private top(): number {
    return this.page.getBoundingClientRect().top;
  }

  private take(event: PointerEvent): void {
    const id = this.over?.dataset.id;
    if (event.button !== 0 || !id) return;
    event.preventDefault();
    this.grip.setPointerCapture(event.pointerId);
    this.dragged = id;
    this.page.classList.add("is-dragging");
  }

  private drag(event: PointerEvent): void {
    if (this.dragged === null) return;
    const y = event.clientY;
    const by = y < EDGE ? -SPEED : y > window.innerHeight - EDGE ? SPEED : 0;
    if (by !== 0) this.scroller()?.scrollBy(0, by);
    this.grip.style.top = `${y - this.top() - 12}px`;
    this.drop = this.placeAt(y);
    this.line.classList.toggle("is-shown", this.drop !== null);
    if (this.drop) this.line.style.top = `${this.drop.y - this.top()}px`;
  }

  private release(drops: boolean): void {
    const [id, drop] = [this.dragged, this.drop];
    this.dragged = null;
    this.drop = null;
    this.page.classList.remove("is-dragging");
    this.line.classList.remove("is-shown");
    this.hide();
    if (drops && id !== null && drop) {
      moveTo(id, drop.group, drop.index)(this.view.state, this.view.dispatch);
      this.view.focus();
    }
  }

  /** The gap between directives nearest to a height. */
  private placeAt(y: number): Drop | null {
    const dom = document
      .elementsFromPoint(this.middle(), y)
      .map((each) => each.closest<HTMLElement>(".ed-group"))
      .find((each) => each && this.view.dom.contains(each));
    const group = dom?.dataset.id;
    const part = group === undefined ? null : findPart(this.view.state.doc, group);
    if (!dom || !part || group === undefined) return null;
    let index = 0;
    let line = dom.firstElementChild?.getBoundingClientRect().bottom ?? y;
    part.node.forEach((node, _offset, i) => {
      const box = dom.children[i]?.getBoundingClientRect();
      if (!isItem(node) || !box || y < box.top + box.height / 2) return;
      line = box.bottom;
      if (node.type === types.directive && node.attrs.id !== this.dragged) index += 1;
    });
    return { group, index, y: line };
  }

  private scroller(): HTMLElement | null {
    let element = this.page.parentElement;
    while (element && element.scrollHeight <= element.clientHeight) element = element.parentElement;
    return element;
  }
}
