// Printed numbers of a text that is not on the Rust side yet; the same rules as its `numbering`:
// groups «1.», their directives «1.1.», sub-items of one lead «1.2. а)».
import type { Id } from "../ipc/generated/Id";
import type { Resolution } from "../ipc/generated/Resolution";

/** Letters Russian lists use: the alphabet from U+0430 without those that look like digits or signs. */
const UNUSED = new Set([7, 9, 14, 23, 26, 27, 28]);
const LETTERS = Array.from({ length: 32 }, (_, at) => at)
  .filter((at) => !UNUSED.has(at))
  .map((at) => String.fromCodePoint(0x430 + at));

/** The numbers of all groups and directives, by id. */
export function numbersOf(resolution: Pick<Resolution, "sections">): Map<Id, string> {
  const numbers = new Map<Id, string>();
  for (const section of resolution.sections) {
    let count = 0;
    for (const { id, heading, directives } of section.groups) {
      const headed = heading.trim() !== "";
      if (headed || directives.length === 0) count += 1;
      numbers.set(id, `${headed ? count : count + 1}.`);
      let [item, letter, lead] = [0, 0, null as string | null];
      for (const directive of directives) {
        const continues = directive.lead !== null && directive.lead === lead;
        [item, letter] = continues ? [item, letter + 1] : [item + 1, 0];
        lead = directive.lead;
        const own = headed ? `${count}.${item}.` : `${count + item}.`;
        numbers.set(directive.id, lead === null ? own : `${own} ${LETTERS[letter] ?? letter + 1})`);
      }
      if (!headed) count += item;
    }
  }
  return numbers;
}
