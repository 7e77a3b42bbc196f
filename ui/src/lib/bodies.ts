// Kinds of bodies in words.
import { m } from "../i18n";
import type { BodyClass } from "../ipc/generated/BodyClass";

/** All kinds, in the order of the list. */
export const CLASSES: readonly BodyClass[] = [
  "education_authority",
  "municipal_power",
  "methodical_service",
  "coordinating_centre",
  "heads",
  "organisations",
  "roles",
  "partners",
  "region",
  "other",
];

export function classWords(kind: BodyClass): string {
  return {
    municipal_power: m.addressee_class_municipal_power,
    education_authority: m.addressee_class_education_authority,
    methodical_service: m.addressee_class_methodical_service,
    coordinating_centre: m.addressee_class_coordinating_centre,
    heads: m.addressee_class_heads,
    organisations: m.addressee_class_organisations,
    roles: m.addressee_class_roles,
    partners: m.addressee_class_partners,
    region: m.addressee_class_region,
    other: m.addressee_class_other,
  }[kind]();
}
