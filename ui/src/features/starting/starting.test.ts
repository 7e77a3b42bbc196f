import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { StartRequest } from "../../ipc/generated/StartRequest";
import type { TemplateCard } from "../../ipc/generated/TemplateCard";
import { yearOf } from "./documents.svelte";
import { type Call, StartingState } from "./starting.svelte";
import { type Call as TemplatesCall, TemplatesState } from "./templates.svelte";

function card(id: string, adopted_on: string | null, more: Partial<DocumentCard> = {}): DocumentCard {
  return { id, adopted_on, title: `Резолюция ${id}`, directives: 5, changed_at: "", ...more } as DocumentCard;
}

const library = [
  card("old", "2024-08-27"),
  card("draft", "2027-08-27", { draft: true }),
  card("none", null),
  card("new", "2026-08-26", { municipality: "Озёрский округ" }),
  card("empty", "2026-09-01", { directives: 0 }),
];

function begun(): { state: StartingState; asked: StartRequest[] } {
  const asked: StartRequest[] = [];
  const call = (async (_: string, request: StartRequest) => {
    asked.push(request);
    return {};
  }) as unknown as Call;
  return { state: new StartingState(call, () => library, () => 2026), asked };
}

describe("beginning from last year's", () => {
  it("offers the newest document with directives first, and finds others by words", () => {
    const { state } = begun();
    expect(state.last.visible.map(({ id }) => id)).toEqual(["draft", "new", "old", "none"]);
    expect(state.last.card?.id).toBe("new");
    state.last.walk(1);
    expect(state.last.card?.id).toBe("old");
    state.last.query = "озерский";
    expect(state.last.card?.id).toBe("new");
    state.last.query = "нет такого";
    expect(state.last.card).toBeNull();
  });

  it("moves dates to this year, by one at least, or not at all", async () => {
    const { state, asked } = begun();
    expect(state.years).toBe(1);
    state.last.chosen = "old";
    expect(state.years).toBe(2);
    state.setYears(3);
    await state.lastYear();
    state.moving = false;
    state.last.chosen = "old";
    await state.lastYear();
    state.last.chosen = "none";
    expect(state.years).toBe(1);
    expect(asked.map(({ start }) => start)).toEqual([
      { start: "last_year", document: "old", years: 3 },
      { start: "last_year", document: "old", years: 0 },
    ]);
  });

  it("knows the year of a document without a date by its title", () => {
    expect(yearOf(card("a", null, { title: "Резолюция форума 2025" }))).toBe(2025);
    expect(yearOf(card("a", null, { title: "Резолюция № 12025" }))).toBeNull();
  });

  it("begins one document at a time", async () => {
    let finish: (view: never) => void = () => undefined;
    const call = (() => new Promise((resolve) => (finish = resolve))) as unknown as Call;
    const state = new StartingState(call, () => library);
    const first = state.blank();
    expect(await state.blank()).toBeNull();
    finish({} as never);
    expect(await first).toEqual({});
    expect(state.busy).toBe(false);
  });
});

function template(id: string, own: boolean, fields: string[]): TemplateCard {
  return {
    id,
    own,
    name: id,
    about: "",
    kind: "resolution",
    directives: 3,
    fields: fields.map((name) => ({ name, example: `${name} 2026` })),
  };
}

function gallery(): { state: TemplatesState; asked: [string, unknown][]; answer: object } {
  const answer = { told: {}, no_days: [] };
  let cards = [template("mine", true, ["Тема"]), template("shipped", false, ["Тема", "Дата принятия", "Год"])];
  const asked: [string, unknown][] = [];
  const call = (async (name: string, request: { id?: string; name?: string }) => {
    asked.push([name, request]);
    if (name === "template_view") return { card: cards.find(({ id }) => id === request.id), resolution: {}, numbers: {}, ...answer };
    if (name === "template_copy") cards = [template(request.name ?? "", true, ["Тема"]), ...cards];
    if (name === "template_delete") cards = cards.filter(({ id }) => id !== request.id);
    return name === "template_import" ? null : cards;
  }) as unknown as TemplatesCall;
  return { state: new TemplatesState(call), asked, answer };
}

describe("templates", () => {
  it("keep what was filled in for the next template", async () => {
    const { state, asked } = gallery();
    await state.load();
    state.values.set("Тема", " Школа рядом ");
    await state.choose("shipped");
    expect(asked.at(-1)).toEqual(["template_view", { id: "shipped", values: { Тема: "Школа рядом" } }]);
    expect(state.filled).toBe(1);
    state.field = "Год";
    expect(state.marks).toEqual([
      { text: "Школа рядом", tone: "filled" },
      { text: "Дата принятия 2026", tone: "example" },
      { text: "Год 2026", tone: "current" },
    ]);
  });

  it("take their years from their day, unless others were typed", async () => {
    const { state, answer } = gallery();
    await state.load();
    await state.choose("shipped");
    const leave = async (text: string, told: Record<string, string>): Promise<string> => {
      state.field = "Дата принятия";
      state.values.set("Дата принятия", text);
      Object.assign(answer, { told, no_days: "Год" in told ? [] : ["Дата принятия"] });
      expect(state.isNoDay("Дата принятия")).toBe(false);
      await state.left();
      return state.valueOf("Год");
    };
    expect(await leave("31 июня 2026 года", {})).toBe("");
    expect(state.isNoDay("Дата принятия")).toBe(true);
    expect(await leave("27 августа 2026 года", { Год: "2026" })).toBe("2026");
    expect(state.isNoDay("Дата принятия")).toBe(false);
    // A year nobody typed follows the day.
    expect(await leave("27.08.2027", { Год: "2027" })).toBe("2027");
    state.values.set("Год", "2030");
    expect(await leave("27.08.2028", { Год: "2028" })).toBe("2030");
  });

  it("are copied and chosen, and a chooser closed without a file changes nothing", async () => {
    const { state } = gallery();
    await state.load();
    expect((await state.copy("shipped", "копия"))?.id).toBe("копия");
    expect(state.card?.id).toBe("копия");
    expect(await state.import()).toBeNull();
    expect(state.visible).toHaveLength(3);
  });

  it("are deleted only when it can no longer be taken back", async () => {
    const { state, asked } = gallery();
    await state.load();
    await state.choose("mine");
    const told = (): boolean => asked.some(([name]) => name === "template_delete");
    state.leave("mine");
    flushSync();
    expect([state.card?.id, told()]).toEqual(["shipped", false]);
    state.stay("mine");
    await state.delete("mine");
    expect([state.card?.id, told()]).toEqual(["mine", false]);
    state.leave("mine");
    await state.delete("mine");
    expect([state.visible.map(({ id }) => id), told()]).toEqual([["shipped"], true]);
  });
});
