// What a person does at the desk: walking and mending advice, finding, naming, going back. The
// messages that follow an act give a way back.
import { tick } from "svelte";
import { notify } from "../../components/toasts.svelte";
import { rewrite } from "../../editor";
import { m } from "../../i18n";
import type { Group } from "../../ipc/generated/Group";
import type { Directive } from "../../ipc/generated/Directive";
import type { Id } from "../../ipc/generated/Id";
import type { State } from "../../ipc/generated/State";
import type { Advice } from "./advice";
import { type Told, withDeadline } from "./chips";
import type { DraftState } from "./drafting.svelte";
import { type Act, actOf } from "./keys";
import type { Pasted } from "./paste-review";
import { newId, pointWords } from "./words";

/** Where the keys of the desk do not reach: what lies over it keeps its own. */
const OVER = "dialog, [role=menu], .palette, .chip-popover";

export class Work {
  /** The bar for finding is open; `asked` counts how often it was asked for. */
  finding = $state.raw<{ replacing: boolean; asked: number } | null>(null);
  naming = $state(false);
  /** A dialog about addressees. */
  addressing = $state<"pick" | "rename" | null>(null);
  /** A longer text that is looked through before it comes in. */
  pasting = $state.raw<{ paragraphs: readonly string[]; html: string } | null>(null);
  /** The chip that was chosen. */
  chosen = $state.raw<{ directive: Directive; told: Told; anchor: HTMLElement } | null>(null);

  readonly draft: DraftState;
  readonly #oncompare: (old: State, now: State) => void;

  constructor(draft: DraftState, oncompare: (old: State, now: State) => void) {
    this.draft = draft;
    this.#oncompare = oncompare;
  }

  /** Does what a key asks for; `false` if it asks for nothing here. */
  press(event: KeyboardEvent, desk: HTMLElement): boolean {
    const act = actOf(event);
    const over = event.target instanceof Element && event.target.closest(OVER) !== null;
    if (act === null || event.defaultPrevented || over) return false;
    if (act !== "text") this.#do(act);
    else if (desk.contains(document.activeElement)) this.draft.editor?.focus();
    return act !== "text";
  }

  /** Puts a text in the place of that of a directive or a heading; `false` if it is not there. */
  put(id: Id, text: string): boolean {
    const whole = (old: string) => ({ from: 0, to: old.length, text });
    return this.draft.editor?.run(rewrite(id, whole)) ?? false;
  }

  /** Puts a body into the heading with the caret, or begins a group with it. */
  address(dative: string): void {
    this.addressing = null;
    const { draft } = this;
    const { editor } = draft;
    if (!editor) return;
    const groups = (draft.resolution?.sections ?? []).flatMap((section) => section.groups);
    const here = groups.find(({ id }) => id === editor.current);
    if (!here) editor.commands.addGroup();
    const { current } = editor;
    // Nothing that was written is lost: a second body joins the first.
    const heading = here && here.heading.trim() !== "" ? `${here.heading.trim()}, ${dative}` : dative;
    if (current !== null) this.put(current, heading);
    editor.focus();
  }

  /** Takes in what was looked through: groups behind the one with the caret, the rest at the caret. */
  paste({ groups, findings }: Pasted): void {
    this.pasting = null;
    const { editor } = this.draft;
    if (!editor) return;
    for (const text of findings) {
      editor.commands.addFinding();
      editor.commands.insertParagraphs([text]);
    }
    const headed = groups.filter(({ heading, directives }) => heading !== null || directives.some(({ lead }) => lead));
    const plain = groups.filter((group) => !headed.includes(group));
    const texts = plain.flatMap(({ directives }) => directives).map(({ text }) => text);
    if (texts.length > 0) editor.commands.insertParagraphs(texts);
    if (headed.length > 0) editor.commands.insertGroups(headed.map(groupOf));
    void this.toText();
  }

  /** Takes the paragraphs in as they are. */
  pastePlain(paragraphs: readonly string[]): void {
    this.pasting = null;
    this.draft.editor?.commands.insertParagraphs([...paragraphs]);
    void this.toText();
  }

  /** Back to the text: what lies behind a sheet takes no focus before the sheet is gone. */
  private async toText(): Promise<void> {
    await tick();
    this.draft.editor?.focus();
  }

  /** Puts new names where the draft has former ones. */
  rename(places: readonly { place: Id; new: string }[]): void {
    this.addressing = null;
    const done = places.filter(({ place, new: text }) => this.put(place, text));
    notify(m.draft_renamed({ count: done.length }), { undo: () => done.forEach(() => this.draft.editor?.commands.undo()) });
  }

  find(replacing: boolean): void {
    this.finding = { replacing, asked: (this.finding?.asked ?? 0) + 1 };
  }

  endFinding(): void {
    this.finding = null;
    this.draft.editor?.focus();
  }

  /** Opens what stands behind a chip. */
  choose(id: Id, told: Told | undefined, anchor: HTMLElement): void {
    const directive = this.draft.facts.get(id);
    if (directive && told) this.chosen = { directive, told, anchor };
  }

  /** Goes to the next piece of advice, or the one before. */
  walk(by: 1 | -1): void {
    this.draft.tab = "checks";
    const next = this.draft.checking.walk(by);
    if (next) this.draft.show(next);
  }

  /** Runs the rules over what stands there now, and begins with the first finding. */
  async check(): Promise<void> {
    await this.draft.check();
    this.walk(1);
  }

  /** Mends what is in hand, or what stands under the caret. */
  mend(): void {
    const { editor, checking } = this.draft;
    const { list, current } = checking;
    const here = editor?.findingsAtCaret() ?? [];
    const under = list.find(({ key, fix }) => here.includes(key) && fix !== null);
    const first = current && current.fix !== null && (here.includes(current.key) || !under);
    const advice = first ? current : under;
    if (advice && this.draft.mend(advice)) this.#mended();
  }

  /** Mends everything of one kind; one message takes all of it back. */
  mendAll(rule: Advice["rule"]): void {
    const { draft } = this;
    const alike = draft.checking.list.filter((advice) => advice.rule === rule && advice.fix !== null);
    // From the end of the text to its beginning: what is mended moves nothing before it.
    const done = alike.toReversed().filter((advice) => draft.mend(advice));
    if (done.length === 0) return;
    const undo = (): void => done.forEach(() => this.#undo());
    notify(m.draft_mended_all({ count: done.length }), { undo });
  }

  /** Puts another spelling in the place of a word. */
  respell(advice: Advice, word: string): void {
    if (this.draft.mend(advice, word)) this.#mended();
  }

  /** States the deadline a piece of advice misses. */
  setDeadline({ key, place, quote }: Advice, words: string): void {
    const { editor, checking } = this.draft;
    if (!editor || place === null) return;
    if (!editor.run(rewrite(place, (text) => withDeadline(text, quote, words)))) return;
    checking.drop(key);
    this.#mended();
  }

  /** Refuses everything one rule says here; one message takes all of it back. */
  async skipAll(list: readonly Advice[]): Promise<void> {
    const { checking } = this.draft;
    const done: Advice[] = [];
    for (const advice of list) if (await checking.refuse(advice)) done.push(advice);
    if (done.length === 0) return;
    const undo = async (): Promise<void> => {
      for (const advice of done) await checking.allow(advice);
    };
    notify(m.draft_skipped_all({ count: done.length }), { undo: () => void undo() });
  }

  async skip(advice: Advice): Promise<void> {
    const { checking } = this.draft;
    if (!(await checking.refuse(advice))) return;
    notify(m.draft_skip_done(), { undo: () => void checking.allow(advice) });
  }

  /** Takes the part with the caret out. */
  remove(): void {
    const { editor, numbers } = this.draft;
    const id = editor?.current;
    if (!editor || !id) return;
    const point = pointWords(numbers.get(id));
    if (!editor.commands.remove(id)) return;
    editor.focus();
    notify(m.draft_removed({ point }), { undo: () => this.#undo() });
  }

  async restore(number: number): Promise<void> {
    const before = await this.draft.restore(number);
    if (before === null) return;
    notify(m.draft_restored({ number }), { undo: () => void this.draft.restore(before) });
  }

  async compare(revision: number): Promise<void> {
    const { id } = this.draft;
    if (!(await this.draft.save())) return;
    this.#oncompare({ kind: "document", id, revision }, { kind: "document", id });
  }

  #do(act: Exclude<Act, "text">): void {
    switch (act) {
      case "save":
        return void this.draft.save();
      case "find":
      case "replace":
        return this.find(act === "replace");
      case "next":
        return this.walk(1);
      case "previous":
        return this.walk(-1);
      case "mend":
        return this.mend();
    }
  }

  #mended(): void {
    notify(m.draft_mended(), { undo: () => this.#undo() });
  }

  #undo(): void {
    this.draft.editor?.commands.undo();
  }
}

/** A pasted group as the text has it; what its words say is understood when it is kept. */
function groupOf({ heading, directives }: Pasted["groups"][number]): Group {
  return {
    id: newId(),
    number: null,
    heading: heading ?? "",
    addressees: [],
    partners: [],
    deadlines: [],
    source: null,
    directives: directives.map(({ text, lead }) => ({
      id: newId(),
      text,
      lead,
      addressee: null,
      deadlines: [],
      indicators: [],
      references: [],
      source: null,
    })),
  };
}
