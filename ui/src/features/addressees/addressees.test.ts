import { describe, expect, it } from "vitest";
import type { Addressee } from "../../ipc/generated/Addressee";
import type { FoundAddressee } from "../../ipc/generated/FoundAddressee";
import { AddresseesState, type Call } from "./addressees.svelte";
import { readDay } from "./days";

const body = (id: string, name: string, more: Partial<Addressee> = {}): Addressee => ({
  id,
  name,
  dative: `${name} (кому)`,
  short: null,
  class: "other",
  aliases: [],
  confirmed: true,
  ...more,
});

function back(...bodies: Addressee[]) {
  const kept = [...bodies];
  const named: FoundAddressee[] = [];
  const call = ((name: string, request: { name?: string; body?: Addressee; bodies?: Addressee[]; id?: string }) => {
    if (name === "addressees_found") {
      return Promise.resolve(named.filter(({ body }) => !kept.some((other) => other.name === body.name)));
    }
    if (name === "addressees_keep") kept.push(...request.bodies!.map((own, n) => ({ ...own, id: `t${n}` })));
    if (name === "addressee_propose") {
      const nominative = request.name!.replace("Управлению", "Управление");
      return Promise.resolve(
        body("", nominative, {
          dative: nominative.replace("Управление", "Управлению"),
          class: "education_authority",
          confirmed: false,
        }),
      );
    }
    if (name === "addressee_keep") {
      const own = { ...request.body!, id: request.body!.id || `n${kept.length}` };
      const at = kept.findIndex(({ id }) => id === own.id);
      if (at === -1) kept.push(own);
      else kept[at] = own;
    }
    if (name === "addressee_delete") kept.splice(kept.findIndex(({ id }) => id === request.id), 1);
    return Promise.resolve([...kept]);
  }) as unknown as Call;
  return { kept, named, register: new AddresseesState(call) };
}

describe("the register", () => {
  it("is shown by names and filtered by every word, former names too", async () => {
    const { register } = back(
      body("1", "Школы"),
      body("2", "Музеи", { aliases: [{ name: "Районный музей", dative: "Районному музею", until: null }] }),
    );
    await register.load();
    expect(register.shown.map(({ name }) => name)).toEqual(["Музеи", "Школы"]);
    register.query = "районн муз";
    expect(register.shown.map(({ name }) => name)).toEqual(["Музеи"]);
  });

  it("takes over whom the documents name, and takes that back", async () => {
    const { register, kept, named } = back(body("1", "Школы"));
    for (const name of ["Школы", "Музеи", "Сады"]) {
      named.push({ body: body("", name, { confirmed: false }), directives: 2, documents: 1 });
    }
    await register.load();
    expect(register.found.map(({ body }) => body.name)).toEqual(["Музеи", "Сады"]);
    register.choosing = true;
    const undo = await register.take(register.found.map(({ body }) => body));
    expect(kept.map(({ name, confirmed }) => [name, confirmed])).toEqual([
      ["Школы", true],
      ["Музеи", true],
      ["Сады", true],
    ]);
    expect([register.choosing, register.found.length]).toEqual([false, 0]);
    await undo!();
    expect(kept.map(({ name }) => name)).toEqual(["Школы"]);
    expect(register.found).toHaveLength(2);
  });

  it("gets a body typed in the dative in both cases; a dative of the person's own stands", async () => {
    const { register, kept } = back();
    await register.load();
    register.add();
    const form = register.form!;
    form.typed = "Управлению образования";
    await form.propose();
    expect([form.name, form.dative, form.class]).toEqual([
      "Управление образования",
      "Управлению образования",
      "education_authority",
    ]);
    form.dative = "Управлению образования округа";
    form.ownDative();
    form.typed = "Управлению образования округа Озёрного";
    await form.propose();
    expect(form.dative).toBe("Управлению образования округа");
    expect(await register.keep()).toBe("Управление образования округа Озёрного");
    expect(kept[0]).toMatchObject({ confirmed: true, short: null });
    expect(register.form).toBeNull();
  });

  it("keeps no second body of a name and none without one", async () => {
    const { register, kept } = back(body("1", "Школы"));
    await register.load();
    register.add();
    expect(await register.keep()).toBeNull();
    register.form!.name = "школы ";
    register.form!.dative = "Школам";
    expect(register.isKnown("школы ", "")).toBe(true);
    expect(await register.keep()).toBeNull();
    expect(kept.length).toBe(1);
  });

  it("keeps the former name with its day when a body is renamed", async () => {
    const { register, kept } = back(body("1", "Управление района", { dative: "Управлению района" }));
    await register.load();
    register.rename(register.list![0]!);
    const form = register.form!;
    form.typed = "Управление округа";
    await form.propose();
    form.former[0]!.until = "1.1.2025";
    expect(await register.keep()).toBe("Управление округа");
    expect(kept[0]).toMatchObject({
      id: "1",
      dative: "Управлению округа",
      aliases: [{ name: "Управление района", dative: "Управлению района", until: "2025-01-01" }],
    });
  });

  it("does not keep a day that is none", async () => {
    const { register } = back(body("1", "Школы"));
    await register.load();
    register.rename(register.list![0]!);
    register.form!.former[0]!.until = "31.02.2025";
    expect(register.form!.isDayWrong(register.form!.former[0]!)).toBe(true);
    expect(register.form!.body).toBeNull();
  });

  it("gives back what was taken out", async () => {
    const { register } = back(body("1", "Школы"));
    await register.load();
    const [school] = register.list!;
    await register.remove(school!);
    expect(register.list).toEqual([]);
    await register.restore(school!);
    expect(register.list).toEqual([school]);
  });
});

describe("days", () => {
  it("are read as people type them", () => {
    expect(["01.01.2025", "1.1.25", "2025-01-01", "1.1.2025 г."].map(readDay)).toEqual(
      Array.from({ length: 4 }, () => "2025-01-01"),
    );
    expect(["", "31.02.2025", "вчера", "2025"].map(readDay)).toEqual([null, null, null, null]);
  });
});
