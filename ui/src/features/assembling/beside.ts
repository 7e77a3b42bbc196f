// What is printed beside the words of a directive («Срок:», «Ответственный:», a column of a plan) and was changed in a file.
import { m } from "../../i18n";
import type { Beside } from "../../ipc/generated/Beside";
import type { Directive } from "../../ipc/generated/Directive";
import type { Incoming } from "../../ipc/generated/Incoming";
import { type Run, wordRuns } from "../../lib/wording";

/** What a file changed there, a line each: the term, the targets, who is to do it, the expected result. */
export function besideLines({ place }: Incoming): Run[][] {
  const change = place.place === "edited" ? place.beside : undefined;
  if (!change) return [];
  const after = lines(change.after);
  return lines(change.before).flatMap((line, at) =>
    line === after[at] ? [] : [wordRuns(line, after[at] ?? "")],
  );
}

/** The directive with `now` beside its words in place of `old`. */
export function withBeside(directive: Directive, old: Beside, now: Beside): Directive {
  const [gone, come] = [phrases(old), phrases(now)];
  const { result: _, ...rest } = directive;
  const kept = <F extends { phrase: string }>(facts: readonly F[]): F[] =>
    facts.filter(({ phrase }) => !gone.includes(phrase) && !come.includes(phrase));
  const stated = <F>(facts: readonly F[]): F[] => facts.map((fact) => ({ ...fact, origin: "person" }));
  return {
    ...rest,
    deadlines: [...kept(directive.deadlines), ...stated(now.deadlines)],
    indicators: [...kept(directive.indicators), ...stated(now.indicators)],
    denied: [
      ...(directive.denied ?? []).filter((phrase) => !come.includes(phrase)),
      ...gone.filter((phrase) => !come.includes(phrase)),
    ],
    ...(now.responsible === old.responsible ? {} : { addressee: now.responsible }),
    ...(now.result === null ? {} : { result: now.result }),
    cells: now.cells,
  };
}

function phrases({ deadlines, indicators }: Beside): string[] {
  return [...deadlines, ...indicators].map(({ phrase }) => phrase);
}

function lines({ deadlines, indicators, responsible, result, cells }: Beside): string[] {
  const said = (facts: readonly { phrase: string }[]): string =>
    facts.map(({ phrase }) => phrase.trim()).join(", ") || "—";
  return [
    m.document_fact_deadline({ text: said(deadlines) }),
    m.document_fact_indicator({ text: said(indicators) }),
    m.document_fact_addressee({ text: responsible ?? "—" }),
    m.document_fact_result({ text: result ?? "—" }),
    m.document_fact_cells({ text: cells.filter((cell) => cell !== "").join("; ") || "—" }),
  ];
}
