// Every place has an address, so that Back works and tests can jump.

/** A place in the program. */
export type Route =
  | { place: "library" }
  | { place: "document"; id: string; at: string | null }
  | { place: "review"; id: string }
  | { place: "draft"; id: string; at: string | null }
  | { place: "new" }
  | { place: "templates"; from: string | null }
  | { place: "carry"; id: string }
  | { place: "comparison"; old: string | null; new: string | null }
  | { place: "assemble"; id: string }
  | { place: "districts" }
  | { place: "themes" }
  | { place: "control" }
  | { place: "addressees" }
  | { place: "settings" }
  | { place: "help" }
  | { place: "unknown" };

/** The place an address names. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [place = "", first, second, ...rest] = path.split("/").map(decode);
  if (rest.length > 0) return { place: "unknown" };
  switch (place) {
    case "":
    case "library":
      return { place: "library" };
    case "document":
    case "draft":
      return first
        ? { place, id: first, at: new URLSearchParams(query).get("at") }
        : { place: "unknown" };
    case "review":
      return first ? { place: "review", id: first } : { place: "unknown" };
    case "new":
      return { place: "new" };
    case "templates":
      return { place: "templates", from: new URLSearchParams(query).get("from") };
    case "carry":
      return first ? { place, id: first } : { place: "unknown" };
    case "comparison":
      return { place: "comparison", old: first || null, new: second || null };
    case "assemble":
      return first ? { place: "assemble", id: first } : { place: "unknown" };
    case "districts":
      return { place: "districts" };
    case "themes":
      return { place: "themes" };
    case "control":
      return { place: "control" };
    case "addressees":
      return { place: "addressees" };
    case "settings":
      return { place: "settings" };
    case "help":
      return { place: "help" };
    default:
      return { place: "unknown" };
  }
}

/** The address of a place. */
export function address(route: Exclude<Route, { place: "unknown" }>): string {
  switch (route.place) {
    case "document":
    case "draft": {
      const at = route.at === null ? "" : `?at=${encodeURIComponent(route.at)}`;
      return `#/${route.place}/${encodeURIComponent(route.id)}${at}`;
    }
    case "review":
    case "carry":
    case "assemble":
      return `#/${route.place}/${encodeURIComponent(route.id)}`;
    case "templates":
      return `#/templates${route.from === null ? "" : `?from=${encodeURIComponent(route.from)}`}`;
    case "comparison":
      return ["#/comparison", route.old, route.new].filter((part) => part !== null).join("/");
    default:
      return `#/${route.place}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
