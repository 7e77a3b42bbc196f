// Numbers reached, as they are typed.
import type { Attainment } from "../../ipc/generated/Attainment";
import type { ReachedFact } from "../../ipc/generated/ReachedFact";

/** A number as people type it: «81,5», «1 200», «81 %» where that is the unit; nothing if it is none. */
export function readNumber(typed: string, unit = ""): number | null {
  const plain = typed.trim();
  const bare = unit !== "" && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain;
  const digits = bare.replaceAll(/\s/gu, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/u.test(digits) ? Number(digits) : null;
}

/** Something is typed that is no number. */
export function badNumber(typed: string, target: Attainment): boolean {
  return typed.trim() !== "" && readNumber(typed, target.unit) === null;
}

/** The numbers typed, target by target; what is left empty is not known. Nothing if one is no number. */
export function factsOf(typed: readonly string[], targets: readonly Attainment[]): ReachedFact[] | null {
  const facts: ReachedFact[] = [];
  for (const [n, target] of targets.entries()) {
    const text = typed[n] ?? "";
    if (text.trim() === "") continue;
    const value = readNumber(text, target.unit);
    if (value === null) return null;
    facts.push({ target: n, phrase: target.phrase, value });
  }
  return facts;
}
