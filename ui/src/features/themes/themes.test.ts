import { describe, expect, it, vi } from "vitest";
import type { ThemeEntry } from "../../ipc/generated/ThemeEntry";
import { ThemesState, type Call } from "./themes.svelte";

const theme = (slug: string, name: string, words = name): ThemeEntry => ({ slug, name, words, off: false });
const SHIPPED = [theme("staff", "Кадры"), theme("food", "Питание"), theme("books", "Книги")];

function back() {
  let kept = SHIPPED;
  let before: ThemeEntry[] | null = null;
  const tried: { themes: ThemeEntry[]; at: number | null }[] = [];
  const view = () => ({ themes: kept, own: kept !== SHIPPED, can_undo: before !== null });
  const call = ((name: string, request: { themes?: ThemeEntry[] | null; at?: number | null }) => {
    if (name === "themes_try") {
      tried.push({ themes: request.themes!, at: request.at ?? null });
      return Promise.resolve({ counts: request.themes!.map((_, at) => at), caught: request.at ?? -1 });
    }
    if (name === "themes_keep") {
      before = kept;
      kept = request.themes ? request.themes.map((one, at) => ({ ...one, slug: one.slug || `own-${at}` })) : SHIPPED;
    }
    if (name === "themes_undo") [kept, before] = [before!, kept];
    return Promise.resolve(view());
  }) as unknown as Call;
  return { tried, themes: new ThemesState(call) };
}

const names = (themes: ThemesState): string[] => themes.drafts.map(({ name }) => name);

describe("themes", () => {
  it("are tried as they are typed and kept when the person says so", async () => {
    const { themes, tried } = back();
    await themes.load();
    expect([themes.chosen, themes.changed]).toEqual(["staff", false]);
    await themes.add();
    expect(themes.at).toBe(1);
    expect(themes.unnamed).toBe(themes.current);
    expect(await themes.keep()).toBe(false);
    themes.change({ name: "Сад", words: "дерево" });
    await themes.try();
    expect(tried.at(-1)).toMatchObject({ at: 1, themes: [{}, { name: "Сад", words: "дерево" }, {}, {}] });
    expect(themes.kept?.own).toBe(false);
    expect(await themes.keep()).toBe(true);
    // The new theme has a name for programs now and is still the one that is looked at.
    expect(themes.current).toMatchObject({ slug: "own-1", name: "Сад" });
    expect(themes.changed).toBe(false);
    await themes.undo();
    expect(names(themes)).toEqual(["Кадры", "Питание", "Книги"]);
  });

  it("are moved, switched off and deleted; what is not kept can be forgotten", async () => {
    const { themes } = back();
    await themes.load();
    await themes.move(-1);
    expect(themes.changed).toBe(false);
    await themes.move(1);
    expect(names(themes)).toEqual(["Питание", "Кадры", "Книги"]);
    themes.change({ off: true });
    expect(themes.entries[1]).toMatchObject({ slug: "staff", off: true });
    await themes.remove();
    expect([names(themes), themes.chosen]).toEqual([["Питание", "Книги"], "books"]);
    await themes.remove();
    await themes.remove();
    // Nothing is left but what has no theme.
    expect([themes.chosen, themes.at]).toEqual([null, -1]);
    await themes.discard();
    expect([names(themes), themes.changed]).toEqual([["Кадры", "Питание", "Книги"], false]);
  });

  it("of one name are one too many", async () => {
    const { themes } = back();
    await themes.load();
    themes.change({ name: " питание" });
    expect(themes.unnamed?.slug).toBe("food");
    expect(await themes.keep()).toBe(false);
  });

  it("come back from the program, and that is taken back too", async () => {
    const { themes } = back();
    await themes.load();
    await themes.remove();
    await themes.keep();
    expect(themes.kept?.own).toBe(true);
    await themes.reset();
    expect(names(themes)).toEqual(["Кадры", "Питание", "Книги"]);
    await themes.undo();
    expect(names(themes)).toEqual(["Питание", "Книги"]);
  });

  it("typed while the first answer is awaited are kept when the person leaves", async () => {
    const { themes } = back();
    const loaded = themes.load();
    await vi.waitFor(() => expect(themes.kept).not.toBeNull());
    themes.change({ name: "Люди" });
    const kept = themes.keep();
    // Words that follow while it is kept are not taken away, and can be kept next.
    await Promise.resolve();
    themes.change({ words: "педагог" });
    expect([await kept, (await loaded) ?? themes.kept?.themes[0]?.name]).toEqual([true, "Люди"]);
    expect([themes.current?.words, themes.changed]).toEqual(["педагог", true]);
    expect([await themes.keep(), themes.kept?.themes[0]?.words]).toEqual([true, "педагог"]);
  });

  it("the answer to the last question counts", async () => {
    const answers: ((value: unknown) => void)[] = [];
    const call = ((name: string) =>
      name === "themes_get"
        ? Promise.resolve({ themes: SHIPPED, own: false, can_undo: false })
        : new Promise((resolve) => answers.push(resolve))) as unknown as Call;
    const themes = new ThemesState(call);
    const loaded = themes.load();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = themes.choose("food");
    answers[1]?.({ caught: 2 });
    await second;
    answers[0]?.({ caught: 1 });
    await loaded;
    expect(themes.trial?.caught).toBe(2);
  });
});
