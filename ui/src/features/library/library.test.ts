import { describe, expect, it, vi } from "vitest";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import type { LibraryView } from "../../ipc/generated/LibraryView";
import { type Filters, NO_FILTERS } from "./filters";
import { type Call, LibraryState } from "./library.svelte";

function card(id: string, more: Partial<DocumentCard> = {}): DocumentCard {
  return {
    id,
    shelf: "own",
    title: `Резолюция ${id}`,
    kind: "resolution",
    draft: false,
    status: "adopted",
    event: null,
    theme: null,
    municipality: null,
    region: null,
    adopted_on: null,
    directives: 3,
    doubts: 0,
    source_name: `${id}.docx`,
    changed_at: "2026-08-26T11:00:00Z",
    revision: 1,
    ...more,
  };
}

function view(documents: DocumentCard[], removed: DocumentCard[] = []): LibraryView {
  return {
    path: "/l.svod",
    shelves: [
      { id: "own", kind: "own", name: "", count: 0 },
      { id: "ex", kind: "examples", name: "", count: 0 },
    ],
    documents,
    removed,
    recovered: [],
  };
}

async function opened(documents: DocumentCard[], removed: DocumentCard[] = []): Promise<LibraryState> {
  const state = new LibraryState((async () => view(documents, removed)) as Call);
  await state.load();
  return state;
}

describe("library", () => {
  it("shows a shelf, everything, or the bin", async () => {
    const state = await opened([card("a"), card("b", { shelf: "ex" })], [card("c")]);
    const ids = (): string[] => state.visible.map(({ id }) => id);
    expect(ids()).toEqual(["a", "b"]);
    state.place = "examples";
    expect(ids()).toEqual(["b"]);
    state.place = "bin";
    expect(ids()).toEqual(["c"]);
  });

  it("orders by a column, either way; what is not known stands last, a draft without a day first", async () => {
    const state = await opened([
      card("a", { adopted_on: "2024-08-26", directives: 9 }),
      card("b"),
      card("c", { adopted_on: "2026-08-26", theme: "Арка", directives: 10 }),
      card("d", { status: "draft" }),
    ]);
    const ids = (): string => state.visible.map(({ id }) => id).join("");
    expect(ids()).toBe("dcab");
    state.sort("date");
    expect(ids()).toBe("acdb");
    state.sort("directives");
    expect(ids().slice(0, 2)).toBe("ca");
    state.sort("title");
    expect([ids()[0], state.sorting.down]).toEqual(["c", false]);
  });

  it("finds by any words, whatever their case and «ё»", async () => {
    const state = await opened([
      card("a", { municipality: "Верхнеозёрский муниципальный округ" }),
      card("b", { municipality: "Луговской район" }),
    ]);
    state.query = "округ ВЕРХНЕОЗЕРСКИЙ";
    expect(state.visible.map(({ id }) => id)).toEqual(["a"]);
  });

  it("narrows by status, year, district, kind and event, and forgets that on another shelf", async () => {
    const state = await opened([
      card("a", { adopted_on: "2026-08-26", municipality: "Луговской район", event: "форум" }),
      card("b", { adopted_on: "2025-08-26", municipality: "Луговской район", kind: "plan" }),
      card("c", { status: "draft", municipality: "Озёрский округ" }),
    ]);
    const ids = (): string => state.visible.map(({ id }) => id).join("");
    const only = (change: Partial<Filters>): string => {
      state.filters = { ...NO_FILTERS, ...change };
      return ids();
    };
    expect(only({ year: "2025" })).toBe("b");
    expect(only({ year: "" })).toBe("c");
    expect(only({ place: "Луговской район", kind: "resolution" })).toBe("a");
    expect(only({ event: "форум" })).toBe("a");
    expect(state.years.map(({ year }) => year)).toEqual(["2026", "2025", ""]);
    expect(state.choices.places).toEqual(["Луговской район", "Озёрский округ"]);
    state.go("draft");
    expect(ids()).toBe("c");
    expect(state.count("adopted")).toBe(2);
  });

  it("lists what the search finds in titles after what the letters find, and its directives apart", async () => {
    const state = await opened([card("a", { title: "О музеях" }), card("b", { title: "Музей" }), card("c")]);
    state.query = "музей";
    const hit = { title: "", text: "", marks: [] };
    state.hits = [
      { document: "a", directive: null, ...hit },
      { document: "c", directive: "d1", ...hit },
      { document: "gone", directive: "d2", ...hit },
    ];
    expect(state.visible.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(state.found.map(({ directive }) => directive)).toEqual(["d1"]);
  });

  it("compares the earlier of two marked documents with the later", async () => {
    const state = await opened([
      card("new", { adopted_on: "2026-08-26" }),
      card("old", { adopted_on: "2025-08-27" }),
      card("third"),
    ]);
    state.mark("new");
    expect(state.pair).toBeNull();
    state.mark("old");
    expect(state.pair).toEqual(["old", "new"]);
    state.mark("third");
    expect(state.pair).toBeNull();
  });

  it("changes the cards that got another status and no other", async () => {
    const archived = card("b", { status: "archived" });
    const call = (async (name: string) =>
      name === "documents_status" ? [archived] : view([card("a"), card("b")])) as Call;
    const state = new LibraryState(call);
    await state.load();
    const [first] = state.view?.documents ?? [];
    await state.setStatus(["b"], "archived");
    expect(state.view?.documents[0]).toBe(first);
    expect(state.view?.documents[1]).toEqual(archived);
  });

  it("moves documents into the bin, back and away without asking for the library again", async () => {
    const all = [card("a", { changed_at: "3" }), card("b", { changed_at: "2" }), card("c", { changed_at: "1" })];
    const asked: string[] = [];
    const call = (async (name: string, { ids }: { ids: string[] }) => {
      asked.push(name);
      if (name === "library_view") return view(all);
      if (name === "documents_purge") return { gone: ids, needed: 0 };
      return all.filter(({ id }) => ids.includes(id));
    }) as unknown as Call;
    const state = new LibraryState(call);
    await state.load();
    const shown = (): string[][] => [state.view?.documents ?? [], state.view?.removed ?? []].map((cards) => cards.map(({ id }) => id));
    expect(await state.remove(["b", "a"])).toBe(true);
    expect(shown()).toEqual([["c"], ["a", "b"]]);
    expect(await state.restore(["b"])).toBe(true);
    expect(shown()).toEqual([["b", "c"], ["a"]]);
    expect(await state.purge(["a"])).toEqual({ gone: 1, needed: 0 });
    expect(shown()).toEqual([["b", "c"], []]);
    expect(asked).toEqual(["library_view", "documents_remove", "documents_restore", "documents_purge"]);
  });

  it("is not shown as it was before a change that came in the meantime", async () => {
    const [a, b] = [card("a"), card("b")];
    let documents = [b];
    const waiting: (() => void)[] = [];
    const call = (async (name: string) => {
      if (name !== "library_view") {
        documents = [a, b];
        return [a];
      }
      const seen = view(documents);
      await new Promise<void>((resolve) => void waiting.push(resolve));
      return seen;
    }) as unknown as Call;
    const state = new LibraryState(call);
    const loaded = state.load();
    const restored = state.restore(["a"]);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.();
    await Promise.all([loaded, restored]);
    expect(state.view?.documents.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
  });

  it("keeps what it showed when a command fails", async () => {
    let fails = false;
    const call = (async () => {
      if (fails) throw { code: "library-locked", args: {}, detail: null };
      return view([card("a")]);
    }) as Call;
    const state = new LibraryState(call);
    await state.load();
    fails = true;
    expect(await state.remove(["a"])).toBe(false);
    expect(state.visible).toHaveLength(1);
    expect(state.error).toMatchObject({ code: "library-locked" });
  });

  it("leaves the shelf of examples once they are gone", async () => {
    const state = new LibraryState((async (name: string) =>
      name === "examples_remove" ? ["b"] : view([card("a")])) as unknown as Call);
    state.place = "examples";
    expect(await state.removeExamples()).toEqual(["b"]);
    expect(state.place).toBe("all");
  });
});
