import { describe, expect, it } from "vitest";
import type { ExportView } from "../../ipc/generated/ExportView";
import type { PreviewView } from "../../ipc/generated/PreviewView";
import { type Call, ReleaseState } from "./release.svelte";

const own = {
  left_mm: 30,
  right_mm: 10,
  top_mm: 20,
  bottom_mm: 20,
  size_pt: 14,
  line_spacing: 1.15,
  first_line_cm: 1.25,
  justified: true,
  hyphenated: true,
  page_numbers: true,
};
const details = {
  certifier_post: "",
  certifier_name: "",
  certified_on: null,
  issuer: "",
  order_number: "",
  order_on: null,
  order_place: "",
  control: "",
  signer_post: "",
  signer_name: "",
  shown_to: "",
  points: [],
  left_out: [],
  copies: {},
};
const view: ExportView = {
  title: "Резолюция",
  sections: [{ id: "s", name: "Школа", count: 2 }],
  addressees: [{ id: "Центр", name: "Центр", count: 1 }],
  directives: [{ id: "a", number: "1.", text: "провести смотр" }],
  remarks: 0,
  last: { format: "pdf", profile: "gost2016", editing: true },
  own,
  details,
};
const preview = (key: number): PreviewView => ({
  key,
  pages: 2,
  ratio: 0.7,
  spots: {},
  unprintable: "",
});

/** A back end that answers from a table and keeps what it was asked. */
function backend(answers: Record<string, (request: never) => unknown>): {
  call: Call;
  asked: [string, unknown][];
} {
  const asked: [string, unknown][] = [];
  const call = (async (name: string, request: never) => {
    asked.push([name, request]);
    return answers[name]?.(request);
  }) as Call;
  return { call, asked };
}

const usual = { export_view: () => view, export_readiness: () => [], export_preview: () => preview(1) };

describe("letting a document out", () => {
  it("begins with what was chosen last", async () => {
    const release = new ReleaseState("d", backend(usual).call);
    await release.begin();
    expect([release.format, release.profile]).toEqual(["pdf", "gost2016"]);
    // Anchors are for Word.
    expect(release.how).toEqual({ part: { part: "whole" }, profile: "gost2016", editing: false });
  });

  it("makes no part where a format carries data, and nothing of an empty selection", async () => {
    const { call, asked } = backend(usual);
    const release = new ReleaseState("d", call);
    await release.begin();
    release.kind = "directives";
    expect(release.nothing).toBe(true);
    expect(await release.save()).toBeNull();
    release.pick("a", true);
    expect(release.part).toEqual({ part: "directives", ids: ["a"] });
    release.format = "xlsx";
    expect(release.part).toEqual({ part: "whole" });
    expect(asked.some(([name]) => name === "export_save")).toBe(false);
  });

  it("drops pages that another choice overtook, and asks for a picture once", async () => {
    const waiting: ((view: PreviewView) => void)[] = [];
    const { call, asked } = backend({
      ...usual,
      export_preview: () => new Promise((resolve) => waiting.push(resolve)),
      export_page: () => "data:image/png;base64,",
    });
    const release = new ReleaseState("d", call);
    await release.begin();
    const [first, second] = [release.show(), release.show()];
    waiting[1]?.(preview(2));
    waiting[0]?.(preview(1));
    await Promise.all([first, second]);
    expect(release.preview?.key).toBe(2);
    await Promise.all([release.need(1), release.need(1)]);
    expect(asked.filter(([name]) => name === "export_page")).toEqual([
      ["export_page", { key: 2, page: 1, scale: 2 }],
    ]);
    expect(release.pictures[1]).toBeDefined();
  });

  it("keeps what a paper says besides and shows the pages anew", async () => {
    const { call, asked } = backend({
      ...usual,
      export_details: ({ details }: { details: unknown }) => details,
    });
    const release = new ReleaseState("d", call);
    await release.begin();
    await release.setDetails({ issuer: "Управления образования" });
    expect(asked.slice(-2)).toEqual([
      ["export_details", { id: "d", details: { ...details, issuer: "Управления образования" } }],
      ["export_preview", { id: "d", how: release.how }],
    ]);
    expect(release.details?.issuer).toBe("Управления образования");
  });

  it("keeps the error of a save and can try again", async () => {
    const failure = { code: "file-in-use", args: {}, detail: null };
    const release = new ReleaseState("d", backend({ ...usual, export_save: () => Promise.reject(failure) }).call);
    await release.begin();
    expect(await release.save()).toBeNull();
    expect(release.error).toBe(failure);
    expect(release.busy).toBeNull();
  });

  it("prints the pages of the last choice, and none if they could not be set", async () => {
    HTMLImageElement.prototype.decode = () => Promise.resolve();
    let fails = false;
    const { call, asked } = backend({
      ...usual,
      export_preview: () => {
        if (fails) throw { code: "document-not-found", args: {}, detail: null };
        return preview(asked.filter(([name]) => name === "export_preview").length);
      },
      print_page: () => "data:image/svg+xml,",
      print_start: () => true,
    });
    const release = new ReleaseState("d", call);
    await release.begin();
    void release.show();
    const printed = release.print();
    // Another choice comes while the pages are awaited.
    void release.show();
    expect(await printed).toBe(true);
    expect(asked.filter(([name]) => name === "print_page").map(([, request]) => request)).toMatchObject([{ key: 2 }, { key: 2 }]);
    fails = true;
    void release.show();
    expect(await release.print()).toBe(false);
    expect([release.error !== null, asked.filter(([name]) => name === "print_start").length]).toEqual([true, 1]);
  });
});
