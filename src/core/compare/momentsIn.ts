import { isCacheKind } from "../caches/cache";
import { isObject } from "../isObject";
import { type LetIn, type Moment, type Place, type PlaceName, placeLists } from "./moment";

/** The moments that a file holds; those that cannot be read are left out: nothing is compared with half of one. */
export function momentsIn(text: string): readonly Moment[] {
  const values = parsed(text);
  return Array.isArray(values) ? values.flatMap((value) => momentOf(value) ?? []) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function momentOf(value: unknown): Moment | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { profile, region, at, accountId, places, notRead } = value;
  const all = Array.isArray(places) ? places.map(placeOf) : [undefined];
  const isWhole =
    typeof profile === "string" &&
    typeof region === "string" &&
    typeof at === "string" &&
    !Number.isNaN(Date.parse(at)) &&
    isObject(notRead);
  return isWhole && all.every((place) => place !== undefined)
    ? {
        ...{ profile, region, at, places: all },
        ...(typeof accountId === "string" ? { accountId } : {}),
        notRead: Object.fromEntries(
          placeLists.flatMap((list) => {
            const why = notRead[list];
            return typeof why === "string" ? [[list, why] as const] : [];
          }),
        ),
      }
    : undefined;
}

function placeOf(value: unknown): Place | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { letsIn, notKnown } = value;
  const name = nameOf(value["name"]);
  return name && Array.isArray(letsIn) && letsIn.every(isLetIn)
    ? { name, letsIn, ...(typeof notKnown === "string" ? { notKnown } : {}) }
    : undefined;
}

function nameOf(value: unknown): PlaceName | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { cacheKind, cacheId, cacheSecurityGroupName } = value;
  if (typeof cacheKind === "string" && isCacheKind(cacheKind) && typeof cacheId === "string") {
    return { cacheKind, cacheId };
  }
  return typeof cacheSecurityGroupName === "string" ? { cacheSecurityGroupName } : undefined;
}

function isLetIn(value: unknown): value is LetIn {
  return isObject(value) && typeof value["key"] === "string" && typeof value["text"] === "string";
}
