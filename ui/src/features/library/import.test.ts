import { describe, expect, it } from "vitest";
import type { ImportItem } from "../../ipc/generated/ImportItem";
import type { ImportReport } from "../../ipc/generated/ImportReport";
import { type Call, ImportState } from "./import.svelte";
import { itemSentence, reportSentence, without } from "./words";

const failed = {
  file: "пусто.docx",
  outcome: {
    outcome: "failed",
    error: { code: "file-empty", args: { file: "пусто.docx" }, detail: null },
  },
} as const;

describe("adding files", () => {
  it("runs one task at a time and keeps its report", async () => {
    let finish: (report: ImportReport) => void = () => undefined;
    const reports: unknown[] = [];
    const call = (() => new Promise((resolve) => (finish = resolve))) as Call;
    const state: ImportState = new ImportState(call, async () => {
      reports.push(state.report);
    });
    const first = state.start();
    expect(await state.start()).toBe(false);
    state.hear({ task: state.task ?? "", done: 1, total: 2, label: "а.docx" });
    expect(state.progress?.done).toBe(1);
    finish({ items: [], passed_over: [] });
    expect(await first).toBe(true);
    expect([state.task, state.progress]).toEqual([null, null]);
    expect(state.report).toEqual({ items: [], passed_over: [] });
    // The list was taken anew before it was said.
    expect(reports).toEqual([null]);
  });

  it("asks the task it runs to stop, once", async () => {
    const asked: unknown[] = [];
    const call = (async (name: string, request: unknown) => {
      if (name === "task_cancel") asked.push(request);
      return name === "task_cancel" ? true : new Promise(() => undefined);
    }) as unknown as Call;
    const state = new ImportState(call, async () => undefined);
    void state.start();
    state.hear({ task: state.task ?? "", done: 0, total: 9, label: "а.docx" });
    await state.stop();
    await state.stop();
    expect(asked).toEqual([{ task: "import-1" }]);
  });

  it("changes nothing when no file was chosen", async () => {
    const call = (async () => null) as Call;
    const state = new ImportState(call, async () => undefined);
    expect(await state.start()).toBe(false);
    expect(state.report).toBeNull();
  });
});

describe("the report", () => {
  it("counts what came of the files", () => {
    expect(reportSentence({ items: [failed, failed], passed_over: ["скан.jpg"] })).toBe(
      "Новых документов нет, не прочитаны 2 файла, 1 файл пропущен",
    );
  });

  it("says of a file without directives that it is hardly a resolution", () => {
    const card = { id: "d", status: "adopted", directives: 0, doubts: 2 };
    const letter = { file: "письмо.txt", outcome: { outcome: "imported", card, like: null } } as unknown as ImportItem;
    expect(itemSentence(letter)).toContain("не похоже на резолюцию");
    const report = { items: [letter, failed], passed_over: [] };
    expect(without(report, "d").items).toEqual([failed]);
  });

  it("says for each file what happened and what to do", () => {
    expect(itemSentence(failed)).toBe(
      "Файл «пусто.docx» пуст: в нём нет слов. Проверьте, тот ли файл выбран.",
    );
  });
});
