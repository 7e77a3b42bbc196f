import { describe, expect, test } from "vitest";
import type { Resolution } from "../ipc/generated/Resolution";
import { toDoc, toResolution } from "./convert";
import sample from "./sample.json";
import { chances, directive, group, resolution, section, small } from "./testing";

const back = (from: Resolution): Resolution => toResolution(toDoc(from), from);

describe("a resolution comes back from its document", () => {
  test("as it was read from a file", () => {
    const read = sample as unknown as Resolution;
    // Whom the words of a directive name is recognised in them, not kept beside them.
    const kept = structuredClone(read);
    let named = 0;
    for (const directive of kept.sections.flatMap(({ groups }) => groups).flatMap(({ directives }) => directives)) {
      if (directive.addressee === null || !directive.text.includes(directive.addressee)) continue;
      directive.addressee = null;
      named += 1;
    }
    expect(named).toBeGreaterThan(0);
    expect(back(read)).toEqual(kept);
    expect(() => toDoc(read).check()).not.toThrow();
  });

  test("whatever it is made of", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const any = anyResolution(chances(seed));
      expect(back(any), `seed ${seed}`).toEqual(any);
      toDoc(any).check();
    }
  });

  test("with facts the text does not show", () => {
    const known = {
      ...directive("a", "To do by May 1"),
      addressee: "School",
      deadlines: [{ phrase: "by May 1", from: null, to: "2027-05-01", kind: "by_date" as const, recurrence: null, inherited_from: null }],
      source: { lines: [3, 4] as [number, number] },
    };
    const named = { ...group("g", "Schools", [known]), number: "4.", addressees: ["Schools"], bodies: [] };
    const full = resolution([section("s", [named])]);
    expect(back(full)).toEqual(full);
  });

  test("with nothing in it", () => {
    expect(back(resolution([]))).toEqual(resolution([]));
  });
});

test("what a section is called and where its texts stand comes back, and stays with edited words", () => {
  const more = {
    title: "One",
    called: { words: "Section", number: "2" },
    findings: ["same", "same", "table"],
    problems: ["trouble"],
    placed: [{ text: "same", above: "g" }, { text: "trouble", above: "a" }, { text: "table" }],
  };
  const from = resolution([section("s", [group("g", "Schools", [directive("a")])], more)], {
    issuer: ["Department"],
    approval: ["APPROVED"],
  });
  expect(back(from)).toEqual(from);
  const doc = toDoc(from);
  const at = doc.resolve(doc.child(0).nodeSize + 2 + "One".length + 2 + "same".length + 1);
  expect(at.nodeAfter?.textContent).toBe("same");
  const edited = doc.replace(at.pos + 1, at.pos + 5, doc.slice(at.pos + 1, at.pos + 3));
  expect(toResolution(edited, from).sections[0]?.placed?.[0]).toEqual({ text: "sa", above: "g" });
});

test("empty texts of one kind are one: no title, no lead-in, no paragraphs", () => {
  const empty = resolution([section("s", [], { title: "", lead_in: "" })], { preamble: [""] });
  expect(back(empty)).toEqual(resolution([section("s", [])]));
});

test("neighbours with one lead hang on one phrase", () => {
  const groups = toDoc(small()).child(1);
  const names: string[] = [];
  groups.child(3).forEach((node) => names.push(node.type.name));
  expect(names).toEqual(["group_head", "directive", "lead", "directive", "directive", "directive"]);
});

test("parts nobody touched keep their value", () => {
  const doc = toDoc(small());
  const [one, two] = [toResolution(doc, small()), toResolution(doc, small())];
  expect(one.sections[0]?.groups[0]).toBe(two.sections[0]?.groups[0]);
});

function anyResolution(chance: (below: number) => number): Resolution {
  let ids = 0;
  const id = (): string => `id${++ids}`;
  const word = (): string => ["", "x", "two words", "«ё» № 5", "a\nb", "😀", " "][chance(7)] as string;
  const said = (): string => word() || "said";
  const many = <T>(make: () => T): T[] => Array.from({ length: chance(4) }, make);
  const maybe = (): string | null => (chance(2) === 0 ? null : said());
  const paragraphs = (): string[] => (chance(2) === 0 ? [] : [said(), ...many(word)]);
  const one = (): ReturnType<typeof directive> =>
    directive(id(), word(), chance(2) === 0 ? null : (["p:", "q:", ""][chance(3)] as string));
  const groups = (): ReturnType<typeof group>[] => many(() => group(id(), word(), many(one)));
  return resolution(
    many(() =>
      section(id(), groups(), { title: maybe(), lead_in: maybe(), findings: many(word), problems: many(word) }),
    ),
    { preamble: paragraphs(), closing: paragraphs(), draft: chance(2) === 0, title: word() },
  );
}
