import { describe, expect, it } from "vitest";
import type { Deadline } from "../../ipc/generated/Deadline";
import type { Indicator } from "../../ipc/generated/Indicator";
import { factChanges } from "./facts";

const by = (to: string): Deadline => ({
  phrase: `до ${to}`,
  from: null,
  to,
  kind: "by_date",
  recurrence: null,
  inherited_from: null,
});

const share = (value: number, subject: string): Indicator => ({
  phrase: `${value} %`,
  value,
  unit: "%",
  relation: ">=",
  subject,
  by: null,
});

describe("changed facts", () => {
  it("set a deadline against a deadline", () => {
    const [change] = factChanges({
      deadlines: { old: [by("2027-05-31")], new: [by("2028-05-31")] },
    });
    expect(change).toMatchObject({
      kind: "deadline",
      old: { to: "2027-05-31" },
      new: { to: "2028-05-31" },
    });
  });

  it("say that a deadline appeared or was lost", () => {
    expect(factChanges({ deadlines: { old: [], new: [by("2028-05-31")] } })).toMatchObject([
      { old: null },
    ]);
    expect(factChanges({ deadlines: { old: [by("2028-05-31")], new: [] } })).toMatchObject([
      { new: null },
    ]);
  });

  it("set indicators of one measure against each other, whatever their order", () => {
    const changes = factChanges({
      indicators: {
        old: [share(45, "охват кружками"), share(70, "доля наставников")],
        new: [share(80, "доля наставников"), share(60, "охват кружками")],
      },
    });
    const values = changes.map((change) =>
      change.kind === "indicator" ? [change.old?.value, change.new?.value] : [],
    );
    expect(values).toEqual([
      [45, 60],
      [70, 80],
    ]);
  });

  it("leave out what stayed the same", () => {
    const kept = share(45, "охват кружками");
    const changes = factChanges({
      indicators: { old: [kept], new: [{ ...kept }, share(10, "доля школ")] },
    });
    expect(changes).toMatchObject([{ kind: "indicator", old: null, new: { value: 10 } }]);
  });

  it("keep several addressees together", () => {
    expect(factChanges({ addressee: { old: ["Школам"], new: ["Школам", "Садам"] } })).toEqual([
      { kind: "addressee", old: "Школам", new: "Школам, Садам" },
    ]);
  });
});
