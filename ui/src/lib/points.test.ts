import { expect, it } from "vitest";
import { pointsOf } from "./points";

const section = (id: string, title: string | null, ...directives: string[]) => ({
  id,
  title,
  groups: [{ id: `${id}g`, directives: directives.map((id) => ({ id })) }] as never,
});

const of = (sections: ReturnType<typeof section>[], numbers: Record<string, string>) =>
  pointsOf(sections, (id) => numbers[id]);

it("a number that says enough stands alone", () => {
  const sections = [section("s", "Кадры", "a"), section("t", "Здоровье", "b")];
  const points = of(sections, { sg: "1.", a: "1.1.", tg: "2.", b: "2.1." });
  expect([...points.values()]).toEqual(["п. 1", "п. 1.1", "п. 2", "п. 2.1"]);
});

it("where sections count anew, the section is named", () => {
  const long = "Секция 3. «Воспитание и дополнительное образование детей»";
  const sections = [section("s", "Секция «Кадры»", "a"), section("t", null, "b"), section("u", long, "c")];
  const points = of(sections, { a: "1.1.", b: "1.1.", c: "1.1." });
  expect(points.get("a")).toBe("Кадры, п.\u00a01.1");
  expect(points.get("b")).toContain("2, п.\u00a01.1");
  expect(points.get("c")).toBe("Воспитание и…, п.\u00a01.1");
});
