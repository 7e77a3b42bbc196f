import { describe, expect, it } from "vitest";
import type { Remark } from "../../ipc/generated/Remark";
import { type RemarksCall, RemarksState } from "./remarks.svelte";

function memory(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

function back() {
  let list: Remark[] = [];
  const call = ((name: string, request: Partial<Remark> & { id?: string; state?: Remark["state"] }) => {
    if (name === "remark_add") {
      const { directive = null, answers = null, author = "", text = "", proposal = null } = request;
      const made = { directive, answers, author, text, proposal, made_at: "2026-11-25T10:00:00Z" };
      list = [...list, { ...made, id: `r${list.length}`, state: "open" }];
    }
    if (name === "remark_settle") {
      list = list.map((each) => (each.id === request.id ? { ...each, state: request.state! } : each));
    }
    return Promise.resolve(list);
  }) as unknown as RemarksCall;
  return call;
}

async function started() {
  const remarks = new RemarksState("d", back(), memory({ "svod-author": "И. П." }));
  await remarks.load();
  await remarks.add("a", " нужен срок ", null);
  await remarks.add("a", "", "провести смотр до 1 мая");
  await remarks.add("b", "короче", "план");
  await remarks.add("b", "точнее", "план работы");
  await remarks.add(null, "проверить даты", null);
  return remarks;
}

describe("remarks", () => {
  it("remember who writes them, for the next document as well", () => {
    const kept = memory();
    new RemarksState("d", back(), kept).author = "А. Б. ";
    expect(new RemarksState("e", back(), kept).author).toBe("А. Б.");
  });

  it("hold their answers and are counted by directive", async () => {
    const remarks = await started();
    expect(remarks.threads[0]?.root).toMatchObject({ author: "И. П.", text: "нужен срок", directive: "a" });
    await remarks.answer(remarks.threads[0]!, "поставлю");
    expect(remarks.threads.length).toBe(5);
    expect(remarks.threads[0]?.answers.map(({ text }) => text)).toEqual(["поставлю"]);
    expect([remarks.count("a"), remarks.count("c")]).toEqual([2, 0]);
  });

  it("are accepted only when the wording is in the text", async () => {
    const remarks = await started();
    const proposal = remarks.proposals[0]!;
    expect(await remarks.accept(proposal, () => false)).toBe(false);
    expect(remarks.settled).toEqual([]);
    const put: string[] = [];
    await remarks.accept(proposal, (directive, text) => void put.push(`${directive}: ${text}`));
    expect(put).toEqual(["a: провести смотр до 1 мая"]);
    expect(remarks.settled.map(({ root }) => root.state)).toEqual(["accepted"]);
  });

  it("are accepted together where no two are about one directive", async () => {
    const remarks = await started();
    const put: string[] = [];
    expect(await remarks.acceptAll((_, text) => void put.push(text), () => true)).toBe(1);
    expect(put).toEqual(["провести смотр до 1 мая"]);
    expect(remarks.proposals.map(({ proposal }) => proposal)).toEqual(["план", "план работы"]);
    await remarks.rejectAll();
    expect(remarks.proposals).toEqual([]);
    expect(remarks.open.length).toBe(2);
  });

  it("are not accepted for a directive that is gone", async () => {
    const remarks = await started();
    expect(await remarks.acceptAll(() => true, () => false)).toBe(0);
  });

  it("can be settled and opened again", async () => {
    const remarks = await started();
    const { id } = remarks.threads[0]!.root;
    await remarks.settle(id, "resolved");
    expect(remarks.settled.length).toBe(1);
    await remarks.settle(id, "open");
    expect(remarks.settled.length).toBe(0);
  });
});
