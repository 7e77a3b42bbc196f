import { describe, expect, it } from "vitest";
import type { ExchangeItem } from "../../ipc/generated/ExchangeItem";
import { type Call, ExchangeState } from "./exchange.svelte";
import { column, place } from "./differences";
import { choicesFor, doneSentence } from "./words";

function item(id: string, state: ExchangeItem["state"], choice: ExchangeItem["choice"]): ExchangeItem {
  return {
    id,
    state,
    choice,
    title: id,
    municipality: null,
    adopted_on: null,
    directives: 1,
    ours: null,
    said: 0,
    apart: 0,
  };
}

describe("a file of another library", () => {
  it("shows what is to be decided first, and sends only what a person decided", async () => {
    const sent: unknown[] = [];
    const state = new ExchangeState((async (name: string, request: unknown) => {
      if (name === "exchange_open") {
        const items = [item("n", "new", "take"), item("s", "same", "skip"), item("c", "conflict", "skip")];
        return { file: "а.svodx", made_at: "", items, decisions: 0 };
      }
      if (name === "exchange_differences") return { rows: [], same: 4 };
      sent.push(request);
      return { added: 1, updated: 1, skipped: 1, said: 0, decisions: 0, view: null };
    }) as unknown as Call);
    await state.open();
    expect(state.items.map(({ id }) => id)).toEqual(["c", "n"]);
    expect([state.same, state.conflicts]).toEqual([1, 1]);
    const conflict = state.items[0];
    expect(conflict && [state.isOpen(conflict), state.difference(conflict)?.same]).toEqual([true, 4]);
    if (conflict) await state.toggle(conflict);
    expect(conflict && state.isOpen(conflict)).toBe(false);
    if (conflict) state.choose(conflict, "both");
    expect(conflict && state.choice(conflict)).toBe("both");
    await state.take();
    expect(sent).toEqual([{ task: "exchange-1", choices: { c: "both" } }]);
    expect(state.view).toBeNull();
  });

  it("stays open when taking it fails", async () => {
    const state = new ExchangeState((async (name: string) => {
      if (name === "exchange_open") return { file: "", made_at: "", items: [item("n", "new", "take")], decisions: 0 };
      throw { code: "disk-full", args: {}, detail: null };
    }) as unknown as Call);
    await state.open();
    expect(await state.take()).toBeNull();
    expect(state.view).not.toBeNull();
    expect(state.error).toMatchObject({ code: "disk-full" });
  });

  it("offers no way to lose what is ours", () => {
    expect(choicesFor("conflict").map(({ value }) => value)).toEqual(["skip", "take", "both"]);
    expect(choicesFor("conflict", 2).map(({ value }) => value)).toEqual(["skip", "said", "take", "both"]);
    expect(choicesFor("twin").map(({ value }) => value)).toEqual(["skip", "both"]);
  });

  it("shows only what differs of a long text, and whole directives", () => {
    const long = "слово ".repeat(60);
    const words = [
      { op: "equal" as const, text: long },
      { op: "delete" as const, text: "мой " },
      { op: "insert" as const, text: "их " },
      { op: "equal" as const, text: long },
    ];
    const row = { part: "preamble" as const, ours: null, theirs: null, words, moved: false };
    const ours = column(row, "ours") ?? [];
    expect(ours.map(({ op }) => op)).toEqual(["equal", "delete", "equal"]);
    expect(ours[0]?.text).toMatch(/^…( слово)+ $/u);
    expect(ours[2]?.text.length).toBeLessThan(100);
    const directive = { ...row, part: "directive" as const, ours: "1.2.", theirs: "1.3." };
    expect(column(directive, "theirs")?.map(({ text }) => text).join("")).toBe(`${long}их ${long}`);
    expect(place(directive)).toBe("Пункт 1.2 → 1.3");
    const gone = { ...directive, words: [{ op: "delete" as const, text: "провести" }] };
    expect(column(gone, "theirs")).toBeNull();
  });

  it("says what came of it", () => {
    const view = null as never;
    expect(doneSentence({ added: 2, updated: 1, skipped: 0, said: 0, decisions: 0, view })).toBe(
      "Файл обмена принят: добавлены 2 документа, обновлён 1 документ",
    );
  });
});
