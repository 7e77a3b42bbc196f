// The facts of a directive when its text is divided or put together: each goes with its words.
import type { DirectiveRest } from "../schema";

type Phrased = { phrase: string };

/** The facts of the two halves of a text. What stands in neither half stays with the first. */
export function divided(
  rest: DirectiveRest,
  head: string,
  tail: string,
): [DirectiveRest, DirectiveRest] {
  const goes = ({ phrase }: Phrased): boolean => !head.includes(phrase) && tail.includes(phrase);
  const { addressee, deadlines, indicators, references } = rest;
  const moves = addressee !== null && goes({ phrase: addressee });
  const first = {
    ...rest,
    addressee: moves ? null : addressee,
    deadlines: deadlines.filter((each) => !goes(each)),
    indicators: indicators.filter((each) => !goes(each)),
    references: references.filter((each) => !goes(each)),
  };
  const second = {
    addressee: moves ? addressee : null,
    deadlines: deadlines.filter(goes),
    indicators: indicators.filter(goes),
    references: references.filter(goes),
    source: rest.source,
  };
  return [first, second];
}

/** The facts of two texts put together. */
export function united(first: DirectiveRest, second: DirectiveRest): DirectiveRest {
  const result = [first.result, second.result].filter(Boolean).join("; ");
  return {
    ...first,
    ...(result === "" ? {} : { result }),
    addressee: first.addressee ?? second.addressee,
    deadlines: [...first.deadlines, ...second.deadlines],
    indicators: [...first.indicators, ...second.indicators],
    references: [...first.references, ...second.references],
    source: first.source ?? second.source,
  };
}
