import { describe, expect, it } from "vitest";
import type { ExportRequest } from "../../ipc/generated/ExportRequest";
import type { ExportSource } from "../../ipc/generated/ExportSource";
import type { SavedFile } from "../../ipc/generated/SavedFile";
import { ExportState } from "./export.svelte";
import { formatsFor } from "./formats";

const document: ExportSource = { what: "document", id: "a" };
const comparison: ExportSource = {
  what: "comparison",
  old: { kind: "document", id: "a" },
  new: { kind: "document", id: "b" },
};
const file: SavedFile = { name: "Резолюция.docx", path: "/tmp/Резолюция.docx", size: 1 };

function memory(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

describe("saving a file", () => {
  it("offers Markdown for documents only", () => {
    expect(formatsFor(document)).toContain("md");
    expect(formatsFor(comparison)).not.toContain("md");
  });

  it("offers a redline for comparisons only, pages and calendars for documents only", () => {
    expect(formatsFor(comparison)).toContain("redline");
    expect(formatsFor(document)).not.toContain("redline");
    for (const format of ["pdf", "odt", "ics", "akn"] as const) {
      expect(formatsFor(document)).toContain(format);
      expect(formatsFor(comparison)).not.toContain(format);
    }
  });

  it("asks for the chosen format and gives the saved file", async () => {
    const asked: ExportRequest[] = [];
    const state = new ExportState(async (request) => {
      asked.push(request);
      return file;
    }, memory());
    state.begin(document);
    state.format = "html";
    expect(await state.save(document)).toEqual(file);
    expect(asked).toEqual([{ source: document, format: "html" }]);
  });

  it("remembers the format for the next time, where it fits", async () => {
    const kept = memory();
    const state = new ExportState(async () => file, kept);
    state.format = "md";
    await state.save(document);
    state.begin(comparison);
    expect(state.format).toBe("docx");
    state.begin(document);
    expect(state.format).toBe("md");
  });

  it("keeps the error until the next try", async () => {
    const failure = { code: "disk-full", args: {}, detail: null };
    const state = new ExportState(() => Promise.reject(failure), memory());
    expect(await state.save(document)).toBeNull();
    expect(state.error).toBe(failure);
    expect(state.busy).toBe(false);
    state.begin(document);
    expect(state.error).toBeNull();
  });

  it("writes one file at a time", async () => {
    let finish: (saved: SavedFile) => void = () => undefined;
    let times = 0;
    const state = new ExportState(() => {
      times += 1;
      return new Promise((resolve) => (finish = resolve));
    }, memory());
    const first = state.save(document);
    expect(state.busy).toBe(true);
    expect(await state.save(document)).toBeNull();
    finish(file);
    expect(await first).toEqual(file);
    expect(times).toBe(1);
  });

  it("works without a memory", () => {
    const refuse = (): never => {
      throw new Error("storage is forbidden");
    };
    const state = new ExportState(async () => file, { getItem: refuse, setItem: refuse });
    state.begin(document);
    expect(state.format).toBe("docx");
  });
});
