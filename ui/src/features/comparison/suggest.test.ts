import { describe, expect, it } from "vitest";
import type { DocumentCard } from "../../ipc/generated/DocumentCard";
import { sampleDocument } from "./sample";
import { inOrderOfTime, suggestPairs } from "./suggest";

const card = (id: string, municipality: string | null, adopted_on: string | null): DocumentCard => ({
  ...sampleDocument(id, []).card,
  municipality,
  adopted_on,
});

describe("suggested pairs", () => {
  it("are neighbouring years of one municipality, the latest first", () => {
    const pairs = suggestPairs([
      card("o27", "Озёрский район", "2027-08-26"),
      card("l26", "Луговской район", "2026-08-25"),
      card("o25", "Озёрский район", "2025-08-26"),
      card("o26", "Озёрский район", "2026-08-26"),
    ]);
    expect(pairs.map((pair) => `${pair.old.id} ${pair.new.id}`)).toEqual(["o26 o27", "o25 o26"]);
  });

  it("need a municipality, a date and two different days", () => {
    const pairs = suggestPairs([
      card("a", null, "2026-08-26"),
      card("b", null, "2027-08-26"),
      card("c", "Озёрский район", null),
      card("d", "Озёрский район", "2027-08-26"),
      card("e", "Озёрский район", "2027-08-26"),
    ]);
    expect(pairs).toEqual([]);
  });

  it("bring two chosen documents into the order of time", () => {
    const [late, early] = [card("l", null, "2027-08-26"), card("e", null, "2026-08-26")];
    expect(inOrderOfTime(late, early).map(({ id }) => id)).toEqual(["e", "l"]);
    expect(inOrderOfTime(late, card("u", null, null)).map(({ id }) => id)).toEqual(["l", "u"]);
  });
});
