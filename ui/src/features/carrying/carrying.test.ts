import { describe, expect, it } from "vitest";
import type { CarryView } from "../../ipc/generated/CarryView";
import { type Call, CarryingState } from "./carrying.svelte";
import { keyOf } from "./keys";
import { outcomeText } from "./outcome";
import { Pace } from "./pace";

interface Said {
  directive: string;
  verdict: "keep" | "change" | "close" | "drop";
  text?: string;
  reason?: string;
}

/** A back end for four directives of two groups, which keeps what is said as the real one does. */
function backEnd(): { call: Call; said: Said[]; fail: (code: string | null) => void } {
  const said: Said[] = [];
  let failing: string | null = null;
  const last = [
    ["a", "Управлению", "утвердить план до 1 октября 2026 года"],
    ["b", "Управлению", "провести смотр"],
    ["c", "Школам", "открыть клубы"],
    ["d", "Школам", "обновить сайты"],
  ] as const;
  const view = (): CarryView => {
    const items = last.map(([id, heading, text], at) => {
      const word = said.find(({ directive }) => directive === id);
      const stays = word?.verdict === "keep" || word?.verdict === "change";
      return {
        directive: { id, text, lead: null },
        number: `${at + 1}.`,
        section: null,
        heading,
        suggestion: text.replace("2026", "2027"),
        verdict: word?.verdict ?? null,
        reason: word?.reason ?? null,
        became: stays ? `new-${id}` : null,
        words: word?.text ?? text.replace("2026", "2027"),
      };
    });
    const groups = ["Управлению", "Школам"].map((heading) => ({
      id: heading,
      heading,
      directives: items
        .filter((item) => item.heading === heading && item.became)
        .map(({ became, words }) => ({ id: became, text: words, lead: null })),
    }));
    const sections = [{ id: "s", title: null, groups: groups.filter((g) => g.directives.length > 0) }];
    const draft = { card: { id: "draft" }, resolution: { sections } };
    return { source: {}, years: 1, items, draft } as unknown as CarryView;
  };
  const call = (async (name: string, request: Said) => {
    if (failing) throw { code: failing, args: {}, detail: null };
    if (name === "carry_undo") said.pop();
    if (name === "carry_decide") {
      const at = said.findIndex(({ directive }) => directive === request.directive);
      if (at >= 0) said.splice(at, 1);
      said.push(request);
    }
    return view();
  }) as unknown as Call;
  return { call, said, fail: (code) => (failing = code) };
}

async function opened(back = backEnd()): Promise<CarryingState> {
  const state = new CarryingState(back.call, () => 0);
  await state.open("draft");
  return state;
}

const pane = (state: CarryingState): string[] =>
  state.draft.flatMap(({ items }) => items.map((item) => `${item.number} ${item.text} ${item.state}`));

const counted = (state: CarryingState): number =>
  state.draft.flatMap(({ items }) => items).filter((item) => item.counted).length;

describe("taking over", () => {
  it("answers at once and keeps what is said one after the other", async () => {
    const back = backEnd();
    const state = await opened(back);
    expect(state.current).toBe("a");
    state.accept();
    state.choose("close");
    state.accept();
    expect([state.current, state.decided, back.said.length]).toEqual(["c", 2, 0]);
    await state.kept();
    expect(back.said.map(({ directive, verdict }) => directive + verdict)).toEqual(["akeep", "bclose"]);
    expect(state.decided).toBe(2);
  });

  it("wants a reason for dropping and words for a new wording", async () => {
    const back = backEnd();
    const state = await opened(back);
    state.choose("drop");
    expect(state.accept()).toBe(false);
    expect([state.missing, state.current]).toEqual(["reason", "a"]);
    state.reason = " нет средств ";
    expect(state.accept()).toBe(true);
    state.choose("change");
    state.text = " ";
    expect([state.accept(), state.missing]).toEqual([false, "text"]);
    state.text = "провести два смотра ";
    state.accept();
    await state.kept();
    expect(back.said).toMatchObject([
      { directive: "a", verdict: "drop", reason: "нет средств" },
      { directive: "b", verdict: "change", text: "провести два смотра" },
    ]);
  });

  it("keeps words that were typed when the person turns to another directive", async () => {
    const back = backEnd();
    const state = await opened(back);
    state.choose("change");
    state.text = "утвердить план ремонта";
    state.goTo("c");
    await state.kept();
    expect(back.said).toEqual([
      { id: "draft", directive: "a", verdict: "change", text: "утвердить план ремонта" },
    ]);
    state.choose("change");
    state.step(1);
    await state.undo();
    expect([state.current, state.choice, back.said.length]).toEqual(["a", "keep", 0]);
  });

  it("takes the last thing said back and stands there again", async () => {
    const back = backEnd();
    const state = await opened(back);
    state.accept();
    state.accept();
    await state.undo();
    expect([state.current, state.decided]).toEqual(["b", 1]);
    await state.undo();
    await state.undo();
    expect([state.current, state.decided, back.said.length]).toEqual(["a", 0, 0]);
  });

  it("comes to those put off when nothing else is left, and sums up at the end", async () => {
    const state = await opened();
    state.postpone();
    for (const id of ["b", "c", "d"]) {
      expect(state.current).toBe(id);
      state.accept();
    }
    expect([state.current, state.summing]).toEqual(["a", false]);
    state.accept();
    expect([state.current, state.summing, state.putOff.size]).toEqual(["a", true, 0]);
  });

  it("does not show as decided what could not be kept", async () => {
    const back = backEnd();
    const state = await opened(back);
    back.fail("disk-full");
    state.choose("drop");
    state.reason = "нет средств";
    state.accept();
    await state.kept();
    expect([state.decided, state.current, state.choice, state.reason]).toEqual([
      0,
      "a",
      "drop",
      "нет средств",
    ]);
    expect(state.error).toMatchObject({ code: "disk-full" });
    back.fail(null);
    state.accept();
    await state.kept();
    expect([state.decided, state.error]).toEqual([1, null]);
  });

  it("says nothing again that was said, and keeps words given in the draft since", async () => {
    const back = backEnd();
    const state = await opened(back);
    state.accept();
    await state.kept();
    if (back.said[0]) back.said[0].text = "утвердить план работы";
    await state.open("draft");
    state.goTo("a");
    expect(state.wording).toBe("утвердить план работы");
    state.accept();
    await state.kept();
    expect(back.said).toHaveLength(1);
    expect(state.current).toBe("b");
  });
});

describe("the draft so far", () => {
  it("shows what is current among what stands and what is on its way", async () => {
    const state = await opened();
    expect(pane(state)).toEqual(["1.1. утвердить план до 1 октября 2027 года coming"]);
    expect(counted(state)).toBe(0);
    state.accept();
    expect(counted(state)).toBe(1);
    state.goTo("d");
    state.choose("change");
    state.text = "обновить все сайты";
    const shown = ["1.1. утвердить план до 1 октября 2027 года standing", "2.1. обновить все сайты coming"];
    expect(pane(state)).toEqual(shown);
    await state.kept();
    expect(pane(state)).toEqual(shown);
    state.goTo("b");
    expect(pane(state)[1]).toBe("1.2. провести смотр coming");
    state.goTo("a");
    // Looked at again, it counts as what was said of it.
    expect(counted(state)).toBe(2);
    state.choose("drop");
    expect(pane(state)).toEqual([
      "1.1. утвердить план до 1 октября 2027 года leaving",
      "2.1. обновить все сайты standing",
    ]);
    expect(counted(state)).toBe(2);
  });
});

describe("what was closed and dropped", () => {
  it("is a list to hand on", async () => {
    const state = await opened();
    state.choose("close");
    state.accept();
    state.choose("drop");
    state.reason = "нет средств";
    state.accept();
    expect(outcomeText("Справка", state.entries)).toBe(
      "Справка\n\nЗакрыто 1 поручение\n1. утвердить план до 1 октября 2026 года (Управлению)\n\n" +
        "Снято 1 поручение\n2. провести смотр (Управлению). Причина: нет средств\n",
    );
  });
});

describe("keys and pace", () => {
  const press = (code: string, more: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent("keydown", { code, ...more });

  it("are told by their places, with no modifier but Ctrl+Z", () => {
    expect(keyOf(press("Digit2"))).toEqual({ does: "choose", verdict: "change" });
    expect(keyOf(press("Numpad4"))).toEqual({ does: "choose", verdict: "drop" });
    expect(keyOf(press("Digit6"))).toEqual({ does: "reason", at: 1 });
    expect(keyOf(press("KeyZ", { ctrlKey: true, key: "я" }))).toEqual({ does: "undo" });
    expect(keyOf(press("Digit1", { ctrlKey: true }))).toBeNull();
    expect(keyOf(press("Space"))).toEqual({ does: "postpone" });
  });

  it("tell the minutes left by the last ones, a pause counted as a minute at most", () => {
    expect(new Pace().minutes(0)).toBe(0);
    expect(new Pace().minutes(1)).toBe(1);
    expect(new Pace().minutes(38)).toBe(5);
    expect(new Pace().with(600_000).minutes(40)).toBe(14);
    expect(Array.from({ length: 20 }).reduce<Pace>((pace) => pace.with(2_000), new Pace()).minutes(60)).toBe(4);
  });
});
