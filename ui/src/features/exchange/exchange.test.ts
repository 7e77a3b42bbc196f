import { describe, expect, it } from "vitest";
import type { ExchangeItem } from "../../ipc/generated/ExchangeItem";
import { type Call, ExchangeState } from "./exchange.svelte";
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
  };
}

describe("a file of another library", () => {
  it("shows what is to be decided first, and sends only what a person decided", async () => {
    const sent: unknown[] = [];
    const state = new ExchangeState((async (name: string, request: unknown) => {
      if (name === "exchange_open") {
        const items = [item("n", "new", "take"), item("s", "same", "skip"), item("c", "conflict", "skip")];
        return { file: "а.svodx", made_at: "", items };
      }
      sent.push(request);
      return { added: 1, updated: 1, skipped: 1, view: null };
    }) as unknown as Call);
    await state.open();
    expect(state.items.map(({ id }) => id)).toEqual(["c", "n"]);
    expect([state.same, state.conflicts]).toEqual([1, 1]);
    const conflict = state.items[0];
    if (conflict) state.choose(conflict, "both");
    expect(conflict && state.choice(conflict)).toBe("both");
    await state.take();
    expect(sent).toEqual([{ task: "exchange-1", choices: { c: "both" } }]);
    expect(state.view).toBeNull();
  });

  it("stays open when taking it fails", async () => {
    const state = new ExchangeState((async (name: string) => {
      if (name === "exchange_open") return { file: "", made_at: "", items: [item("n", "new", "take")] };
      throw { code: "disk-full", args: {}, detail: null };
    }) as unknown as Call);
    await state.open();
    expect(await state.take()).toBeNull();
    expect(state.view).not.toBeNull();
    expect(state.error).toMatchObject({ code: "disk-full" });
  });

  it("offers no way to lose what is ours", () => {
    expect(choicesFor("conflict").map(({ value }) => value)).toEqual(["skip", "take", "both"]);
    expect(choicesFor("twin").map(({ value }) => value)).toEqual(["skip", "both"]);
  });

  it("says what came of it", () => {
    const view = null as never;
    expect(doneSentence({ added: 2, updated: 1, skipped: 0, view })).toBe(
      "Файл обмена принят: добавлены 2 документа, обновлён 1 документ",
    );
  });
});
