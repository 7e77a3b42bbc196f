import { describe, expect, it } from "vitest";
import type { Addressee } from "../../ipc/generated/Addressee";
import { bodyAt, Hints, type HintsCall } from "./hints.svelte";

const body = (dative: string): Addressee => ({
  id: "",
  name: dative,
  dative,
  short: null,
  class: "other",
  aliases: [],
  confirmed: true,
});
const heading = (text: string, group = "g") => ({ group, text, caret: text.length });

describe("hints for an addressee", () => {
  it("the body being typed stands between the commas around the caret", () => {
    const at = (marked: string) => {
      const caret = marked.indexOf("|");
      return bodyAt({ text: marked.replace("|", ""), caret });
    };
    expect(at("Упр|")).toEqual({ from: 0, to: 3, text: "Упр" });
    expect(at("Школам, са|дам, МКУ")).toEqual({ from: 8, to: 13, text: "садам" });
    expect(at("Школам, |")).toMatchObject({ from: 8, text: "" });
  });

  it("are offered while typing, and only then", async () => {
    const call = (async (_: string, { typed }: { typed: string }) => [body(`Школам ${typed}`)]) as HintsCall;
    const hints = new Hints("d", call);
    await hints.watch(heading("Шк"));
    expect(hints.list).toEqual([]);
    await hints.watch(heading("Шко"));
    expect(hints.list.map(({ dative }) => dative)).toEqual(["Школам Шко"]);
    hints.walk(1);
    expect(hints.take(hints.active ?? -1)).toEqual({ group: "g", from: 0, to: 3, text: "Школам Шко" });
    expect(hints.list).toEqual([]);
    await hints.watch(heading("Школам Шко"));
    expect(hints.list).toEqual([]);
    await hints.watch(null);
    await hints.watch(heading("другое", "h"));
    expect(hints.list).toEqual([]);
  });

  it("an answer that another one overtook is dropped", async () => {
    const answers: ((list: Addressee[]) => void)[] = [];
    const hints = new Hints("d", (() => new Promise((resolve) => answers.push(resolve))) as unknown as HintsCall);
    await hints.watch(heading("Шк"));
    const first = hints.watch(heading("Шко"));
    const second = hints.watch(heading("Школ"));
    answers[1]?.([body("Школам")]);
    answers[0]?.([body("Шкафам")]);
    await Promise.all([first, second]);
    expect(hints.list.map(({ dative }) => dative)).toEqual(["Школам"]);
  });

  it("what the arrows chose while more was asked for stays chosen; typing on chooses nothing", async () => {
    const answers: ((list: Addressee[]) => void)[] = [];
    const hints = new Hints("d", (() => new Promise((resolve) => answers.push(resolve))) as unknown as HintsCall);
    await hints.watch(heading("Шк"));
    const first = hints.watch(heading("Шко"));
    answers[0]?.([body("Школьникам"), body("Школам")]);
    await first;
    const second = hints.watch(heading("Школ"));
    hints.walk(-1);
    answers[1]?.([body("Школам"), body("Школьникам")]);
    await second;
    expect(hints.list[hints.active ?? -1]?.dative).toBe("Школам");
    const third = hints.watch(heading("Школь"));
    answers[2]?.([body("Школьникам")]);
    await third;
    expect(hints.active).toBeNull();
  });
});
