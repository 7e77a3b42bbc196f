import { describe, expect, it } from "vitest";
import type { Addressee } from "../../ipc/generated/Addressee";
import type { Renaming } from "../../ipc/generated/Renaming";
import { type PickingCall, PickingState } from "./picking.svelte";
import { type RenamingCall, RenamingState } from "./renaming.svelte";

const body = (id: string, name: string, dative: string, more: Partial<Addressee> = {}): Addressee => ({
  id,
  name,
  dative,
  short: null,
  class: "other",
  aliases: [],
  confirmed: true,
  ...more,
});

const SCHOOLS = body("1", "Руководители школ", "Руководителям школ");

describe("choosing an addressee", () => {
  const started = async (typed: string): Promise<PickingState> => {
    const call = ((name: string, request: { typed?: string; name?: string; body?: Addressee }) => {
      if (name === "addressees_suggest") return Promise.resolve(request.typed === "рук" ? [SCHOOLS] : []);
      if (name === "addressee_propose") return Promise.resolve(body("", request.name!, `${request.name}у`));
      return Promise.resolve([SCHOOLS, { ...request.body!, id: "2" }]);
    }) as unknown as PickingCall;
    const picking = new PickingState("d", call, typed);
    await picking.suggest();
    return picking;
  };

  it("gives the body the arrows stand at, in the dative", async () => {
    const picking = await started("рук");
    expect(picking.count).toBe(2);
    expect(await picking.take(picking.active)).toBe(SCHOOLS);
    expect([picking.typed, picking.open]).toEqual(["Руководителям школ", false]);
  });

  it("takes what fits the words typed, though Enter is quicker than the answer", async () => {
    const picking = await started("");
    picking.typed = "рук";
    void picking.suggest();
    expect(await picking.enter()).toBe(SCHOOLS);
  });

  it("goes round the list, the adding of a new one included", async () => {
    const picking = await started("рук");
    picking.walk(1);
    expect(picking.active).toBe(1);
    picking.walk(1);
    expect(picking.active).toBe(0);
  });

  it("adds what nobody has, with the dative a person confirmed", async () => {
    const picking = await started("Совет");
    expect([picking.canAdd, picking.count]).toEqual([true, 1]);
    expect(await picking.take(0)).toBeNull();
    expect(picking.dative).toBe("Совету");
    picking.dative = "Совету округа";
    expect(await picking.keep()).toMatchObject({ id: "2", dative: "Совету округа", confirmed: true });
    expect(picking.typed).toBe("Совету округа");
  });

  it("offers no adding of what the register has", async () => {
    const picking = await started("рук");
    picking.typed = "руководителям школ";
    expect(picking.canAdd).toBe(false);
  });
});

describe("renaming in a draft", () => {
  const place = (id: string, heading: boolean): Renaming => ({ place: id, heading, old: "района", new: "округа" });
  const started = async (): Promise<RenamingState> => {
    const alias = { name: "прежнее", dative: "прежнему", until: null };
    const register = [SCHOOLS, body("2", "УО", "УО", { aliases: [alias] }), body("3", "МЦ", "МЦ", { aliases: [alias] })];
    const call = ((name: string, { id }: { id?: string }) =>
      Promise.resolve(
        name === "addressees_list" ? register : id === "2" ? [place("g", true), place("a", false)] : [],
      )) as unknown as RenamingCall;
    const renaming = new RenamingState("d", call);
    await renaming.load();
    return renaming;
  };

  it("shows the bodies that have places, the first one chosen", async () => {
    const renaming = await started();
    expect(renaming.bodies?.map(({ body }) => body.id)).toEqual(["2"]);
    expect(renaming.result).toEqual([
      { place: "g", heading: true, new: "округа" },
      { place: "a", heading: false, new: "округа" },
    ]);
  });

  it("leaves the places a person unticks", async () => {
    const renaming = await started();
    renaming.toggle("g");
    expect(renaming.result.map((each) => each.place)).toEqual(["a"]);
    renaming.toggle("g");
    expect(renaming.result.length).toBe(2);
  });
});
