import { describe, expect, it } from "vitest";
import type { PastedView } from "../../ipc/generated/PastedView";
import type { Role } from "../../ipc/generated/Role";
import { directiveText, pastedLines, pastedOf } from "./paste-review";
import { type PasteCall, PasteState } from "./paste-review.svelte";

type Read = [text: string, role: Role | null];

function view(
  read: readonly Read[],
  groups: { heading: string; directives: { text: string; lead?: string }[] }[],
  doubts: number[] = [],
): PastedView {
  return {
    resolution: {
      sections: [
        {
          groups: groups.map(({ heading, directives }) => ({
            heading,
            directives: directives.map(({ text, lead }) => ({ text, lead: lead ?? null })),
          })),
        },
      ],
      diagnostics: doubts.map((line) => ({ code: "empty-group", severity: "warning", lines: [line, line] })),
    },
    numbers: {},
    lines: read.map(([text], at) => ({ number: at + 1, text })),
    placements: read.flatMap(([, role], at) => (role === null ? [] : [{ lines: [at + 1, at + 1], role }])),
  } as unknown as PastedView;
}

const LIST = view(
  [
    ["Управлению образования:", "addressee"],
    ["1. провести смотр до 1 мая;", "directive"],
    ["2. обеспечить:", "lead"],
    ["- питание;", "directive"],
    ["", null],
    ["- подвоз.", "directive"],
    ["Отмечен рост", "finding"],
    ["непонятно что", null],
  ],
  [
    {
      heading: "Управлению образования",
      directives: [
        { text: "провести смотр до 1 мая" },
        { text: "питание", lead: "обеспечить:" },
        { text: "подвоз", lead: "обеспечить:" },
      ],
    },
  ],
  [4],
);

describe("pasted lines", () => {
  it("are all there; what was doubted or not understood is to be looked at", () => {
    const lines = pastedLines(LIST);
    expect(lines.map(({ line, read }) => `${line} ${read}`)).toEqual([
      "1 addressee",
      "2 directive",
      "3 lead",
      "4 directive",
      "6 directive",
      "7 finding",
      "8 skip",
    ]);
    expect(lines.filter(({ doubtful }) => doubtful).map(({ line }) => line)).toEqual([4, 8]);
  });

  it("with a number are directives wherever they stand, to be looked at", () => {
    const lines = pastedLines(view([["2.6. Провести мониторинг;", "preamble"], ["Участники отметили рост", "preamble"]], []));
    expect(lines.map(({ read, doubtful }) => `${read} ${doubtful}`)).toEqual(["directive true", "skip true"]);
    expect(pastedOf(lines, ({ read }) => read).groups[0]?.directives[0]?.text).toBe("Провести мониторинг");
  });

  it("become what was recognised as long as nobody switches them", () => {
    expect(pastedOf(pastedLines(LIST), ({ read }) => read)).toEqual({
      groups: [
        {
          heading: "Управлению образования",
          directives: [
            { text: "провести смотр до 1 мая", lead: null },
            { text: "питание", lead: "обеспечить:" },
            { text: "подвоз", lead: "обеспечить:" },
          ],
        },
      ],
      findings: ["Отмечен рост"],
    });
  });

  it("that were read otherwise than they were split are cleaned line by line", () => {
    const lines = pastedLines(view([["1) провести смотр; утвердить план.", "directive"]], [
      { heading: "", directives: [{ text: "провести смотр" }, { text: "утвердить план" }] },
    ]));
    expect(lines[0]).toMatchObject({ doubtful: true, directive: null });
    expect(pastedOf(lines, ({ read }) => read).groups).toEqual([
      { heading: null, directives: [{ text: "провести смотр; утвердить план", lead: null }] },
    ]);
  });

  it("lose their number or bullet, never a date", () => {
    expect(
      ["1.1. провести", "2) провести", "– провести;", "а) провести", "1.провести", "• провести."].map(directiveText),
    ).toEqual(Array.from({ length: 6 }, () => "провести"));
    expect(directiveText("01.09.2026 открыть школу")).toBe("01.09.2026 открыть школу");
  });
});

describe("looking through a paste", () => {
  const started = async (): Promise<PasteState> => {
    const paste = new PasteState((() => Promise.resolve(LIST)) as unknown as PasteCall);
    await paste.read("текст", null);
    return paste;
  };

  it("switches a line and shows at once what comes of it", async () => {
    const paste = await started();
    expect([paste.count, paste.doubtful.length]).toEqual([3, 2]);
    paste.set(paste.lines!.find(({ line }) => line === 7)!, "directive");
    expect(paste.count).toBe(4);
    paste.set(paste.lines!.find(({ line }) => line === 3)!, "skip");
    expect(paste.result.groups[0]?.directives.map(({ lead }) => lead)).toEqual([null, null, null, null]);
    paste.set(paste.lines!.find(({ line }) => line === 1)!, "skip");
    expect(paste.result.groups[0]?.heading).toBeNull();
  });

  it("has nothing to insert when every line is left out", async () => {
    const paste = await started();
    for (const line of paste.lines!) paste.set(line, "skip");
    expect(paste.isEmpty).toBe(true);
  });

  it("keeps the error of a text without words", async () => {
    const paste = new PasteState((() => Promise.reject({ code: "file-empty", args: {} })) as unknown as PasteCall);
    await paste.read(" ", null);
    expect([paste.lines, paste.error]).toEqual([null, { code: "file-empty", args: {} }]);
  });
});
