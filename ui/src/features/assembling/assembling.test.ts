import { describe, expect, it } from "vitest";
import type { AssemblyView } from "../../ipc/generated/AssemblyView";
import type { Edit } from "../../ipc/generated/Edit";
import { sideOf } from "../../lib/wording";
import { AssemblingState, type Call, CannotTakeBack } from "./assembling.svelte";
import { directiveOf } from "./draft";
import { keyOf, pressed } from "./keys";
import { besideLines } from "./beside";
import { edited, fresh, left, postponed, same, view } from "./sample";

/** A back end that takes and leaves as the real one does, as far as texts go. */
class Back {
  calls: { name: string; request: unknown }[] = [];
  edits: Edit[] = [];
  fails: unknown = null;

  constructor(public view: AssemblyView) {}

  readonly call = ((name: string, request: { keys?: string[]; edits?: Edit[] }) => {
    this.calls.push({ name, request });
    if (this.fails !== null) return Promise.reject(this.fails as Error);
    const { keys = [], edits = [] } = request;
    const { taken, left } = this.view;
    const without = (all: readonly string[]): string[] => all.filter((key) => !keys.includes(key));
    if (name === "assembly_take") {
      for (const key of keys) this.#take(key);
      this.view = { ...this.view, taken: [...taken, ...keys], left: without(left) };
    }
    if (name === "assembly_leave") this.view = { ...this.view, left: [...left, ...keys] };
    if (name === "assembly_reopen") this.view = { ...this.view, taken: without(taken), left: without(left) };
    if (name === "assembly_choose") return Promise.resolve(null);
    if (name === "assembly_end") this.view = { ...this.view, files: [] };
    for (const edit of edits) this.#edit(edit);
    return Promise.resolve(this.view);
  }) as unknown as Call;

  text(id: string): string | null {
    return directiveOf(this.view.draft.resolution, id)?.text ?? null;
  }

  #take(key: string): void {
    const incoming = this.view.assembly.directives.find((each) => each.key === key);
    if (key.startsWith("-")) this.#edit({ edit: "remove_directive", id: key.slice(1) });
    else if (incoming?.place.place === "edited") {
      this.#edit({ edit: "set_directive", directive: { ...incoming.directive, id: incoming.place.id } });
    } else if (incoming) {
      const directive = { ...incoming.directive, id: `of ${key}` };
      this.#edit({ edit: "insert_directive", group: "g", index: 0, directive });
    }
  }

  #edit(edit: Edit): void {
    this.edits.push(edit);
    const draft = structuredClone(this.view.draft);
    for (const group of draft.resolution.sections.flatMap(({ groups }) => groups)) {
      const at = "id" in edit ? group.directives.findIndex(({ id }) => id === edit.id) : -1;
      if (edit.edit === "remove_directive" && at !== -1) group.directives.splice(at, 1);
      if (edit.edit === "insert_directive" && group.id === edit.group) {
        group.directives.splice(edit.index, 0, edit.directive);
      }
      if (edit.edit === "set_directive") {
        const place = group.directives.findIndex(({ id }) => id === edit.directive.id);
        if (place !== -1) group.directives[place] = edit.directive;
      }
    }
    this.view = { ...this.view, draft: { ...draft, kept: draft.kept + 1 } };
  }
}

const CAME = {
  directives: [
    same("1/0", "a"),
    edited("1/1", "b", "утвердить план", "утвердить общий план"),
    edited("2/0", "b", "утвердить план", "утвердить план работы"),
    edited("2/1", "c", "открыть клубы", "открыть кружки"),
    fresh("1/2", "закупить учебники", "b"),
  ],
  missing: [left("2", "d")],
  conflicts: [{ kind: "two_edits" as const, incoming: ["1/1", "2/0"], id: "b" }],
};

async function started(came: Parameters<typeof view>[0] = CAME) {
  const back = new Back(view(came));
  const assembling = new AssemblingState("draft", back.call);
  await assembling.start();
  return { back, assembling };
}

describe("assembling", () => {
  it("stands at the first conflict and goes on as things are decided", async () => {
    const { back, assembling } = await started();
    expect([assembling.open.size, assembling.current]).toEqual([4, "1/1"]);
    await assembling.decide(1);
    expect(back.text("b")).toBe("утвердить план работы");
    expect([assembling.open.size, assembling.current]).toEqual([3, "2/1"]);
    expect(back.view.left).toEqual(["1/1"]);
  });

  it("hears keys that come faster than the disk", async () => {
    const { back, assembling } = await started();
    await Promise.all([assembling.decide(0), assembling.decide(0), assembling.decide(0)]);
    expect([back.text("b"), back.text("c")]).toEqual(["утвердить общий план", "открыть кружки"]);
    expect(assembling.open.size).toBe(1);
  });

  it("takes another wording instead, and leaves what had been taken", async () => {
    const { back, assembling } = await started();
    await assembling.decide(1);
    assembling.goTo("1/1");
    await assembling.decide(0);
    expect(back.text("b")).toBe("утвердить общий план");
    assembling.goTo("1/1");
    await assembling.decide(2);
    expect(back.text("b")).toBe("утвердить план");
    expect(assembling.said.get("1/1")?.does).toBe("leave");
  });

  it("takes at once what nobody disputes, and gives it back", async () => {
    const { back, assembling } = await started();
    expect(await assembling.takeUndisputed()).toBe(2);
    expect([back.text("c"), back.text("of 1/2")]).toEqual(["открыть кружки", "закупить учебники"]);
    expect(assembling.open.size).toBe(2);
    expect(await assembling.undo()).toBe(true);
    expect([back.text("c"), back.text("of 1/2")]).toEqual(["открыть клубы", null]);
    expect([assembling.open.size, assembling.canUndo]).toEqual([4, false]);
  });

  it("puts a removed directive back where it stood", async () => {
    const { back, assembling } = await started();
    assembling.goTo("-d");
    await assembling.decide(0);
    expect(back.text("d")).toBeNull();
    await assembling.undo();
    expect(back.view.draft.resolution.sections[0]?.groups[1]?.directives.map(({ id }) => id)).toEqual(["c", "d"]);
  });

  it("says so where that cannot be known any more", async () => {
    const { back, assembling } = await started();
    assembling.goTo("-d");
    await assembling.decide(0);
    const later = new AssemblingState("draft", back.call);
    await later.start();
    later.goTo("-d");
    expect(await later.decide(1)).toBe(false);
    expect(later.error).toBeInstanceOf(CannotTakeBack);
  });

  it("replaces a wording of the draft by one that came as new", async () => {
    const { back, assembling } = await started({
      directives: [fresh("1/0", "открыть клубы и кружки", null)],
      conflicts: [{ kind: "duplicate", incoming: ["1/0"], id: "c" }],
    });
    await assembling.decide(0);
    expect(back.text("c")).toBe("открыть клубы и кружки");
    expect(assembling.said.get("1/0")?.does).toBe("replace");
    await assembling.undo();
    expect(back.text("c")).toBe("открыть клубы");
  });

  it("takes a term that stands beside the words, and takes it back", async () => {
    const incoming = postponed("1/0", "a", "провести смотр", "до 1 мая", "до 15 мая");
    const { back, assembling } = await started({ directives: [incoming], missing: [] });
    expect(assembling.items.map(({ kind }) => kind)).toEqual(["edit"]);
    expect(besideLines(incoming).map((runs) => sideOf(runs, "after").map(({ text }) => text).join(""))).toEqual([
      "Срок: до 15 мая",
    ]);
    await assembling.decide(0);
    await assembling.undo();
    const sent = back.edits.at(-1);
    const directive = sent?.edit === "set_directive" ? sent.directive : null;
    expect(directive?.deadlines.map(({ phrase, origin }) => [phrase, origin])).toEqual([["до 1 мая", "person"]]);
    expect([directive?.text, directive?.denied]).toEqual(["провести смотр", ["до 15 мая"]]);
  });

  it("shows one file alone", async () => {
    const { assembling } = await started();
    assembling.show("1");
    expect(assembling.items.map(({ key }) => key)).toEqual(["1/1", "1/2"]);
    assembling.walk(1);
    expect(assembling.current).toBe("1/2");
    assembling.show("1");
    expect(assembling.items.length).toBe(4);
  });

  it("keeps what was there when nothing could be done", async () => {
    const { back, assembling } = await started();
    back.fails = { code: "draft-changed", args: {} };
    expect(await assembling.decide(0)).toBe(false);
    expect([assembling.open.size, assembling.busy]).toEqual([4, false]);
    expect(assembling.error).toEqual(back.fails);
  });

  it("forgets the files and keeps the draft", async () => {
    const { back, assembling } = await started();
    await assembling.decide(0);
    await assembling.end();
    expect([assembling.files.length, back.text("b")]).toEqual([0, "утвердить общий план"]);
  });
});

describe("keys", () => {
  const key = (code: string, more = {}) =>
    pressed({ code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  it("are digits, arrows and Ctrl+Z by their places", () => {
    expect(key("Digit2")).toEqual({ does: "decide", at: 1 });
    expect(key("Numpad3")).toEqual({ does: "decide", at: 2 });
    expect(key("ArrowUp")).toEqual({ does: "previous" });
    expect(key("KeyZ", { ctrlKey: true })).toEqual({ does: "undo" });
    expect([key("Digit1", { ctrlKey: true }), key("ArrowLeft", { altKey: true }), key("KeyQ")]).toEqual([null, null, null]);
    expect([keyOf(0), keyOf(9)]).toEqual(["1", null]);
  });
});
