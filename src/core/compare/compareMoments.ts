import { type Target, targetKey } from "../target";
import { type LetIn, listOf, type Moment, type Place, type PlaceName, placeKey } from "./moment";

/** Somebody who is let in to a place at one of the two moments, and not at the other. */
export type Difference = PlaceName & {
  readonly source: string;
  /** The place itself is there at that moment alone. */
  readonly placeIsNew?: true;
  readonly placeIsGone?: true;
};

/** What nobody can tell: who is let in to a place, or to any that a list would hold. */
export type NotKnownPlace = Partial<PlaceName> & {
  readonly source?: string;
  readonly at: "before" | "after";
  readonly why: string;
};

export interface Side extends Target {
  readonly at: string;
  readonly accountId?: string;
}

/** Who is let in after and was not before, and the other way round. Not known is neither. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly added: readonly Difference[];
  readonly removed: readonly Difference[];
  readonly notKnown: readonly NotKnownPlace[];
  /** How many are let in at both. */
  readonly same: number;
}

/**
 * Compares two moments of a target, or two targets. Of one target sources are the same by their ids, whatever they
 * are called by then; of two, what is called alike is taken for alike: their ids differ anyway.
 */
export function compareMoments(before: Moment, after: Moment): Comparison {
  const keyOf = targetKey(before) === targetKey(after) ? byKey : byText;
  const places = new Map(
    [...before.places, ...after.places].map(({ name }) => [placeKey(name), name] as const),
  );
  const found = [...places.values()].map((name) =>
    comparePlace(name, sideOf(before, name, keyOf), sideOf(after, name, keyOf)),
  );
  return {
    before: named(before),
    after: named(after),
    added: found.flatMap(({ added }) => added),
    removed: found.flatMap(({ removed }) => removed),
    notKnown: [
      ...notReadOf(before, "before"),
      ...notReadOf(after, "after"),
      ...found.flatMap(({ notKnown }) => notKnown),
    ],
    same: found.reduce((sum, { same }) => sum + same, 0),
  };
}

const byKey = ({ key }: LetIn) => key;
const byText = ({ text }: LetIn) => text;

/** A place at one moment: whom it lets in, and whether there are others, or it is there at all, is not known. */
interface PlaceSide {
  readonly place: Place | undefined;
  readonly letsIn: ReadonlyMap<string, string>;
  readonly notKnown: string | undefined;
}

function sideOf({ places, notRead }: Moment, name: PlaceName, keyOf: (letIn: LetIn) => string): PlaceSide {
  const key = placeKey(name);
  const place = places.find((each) => placeKey(each.name) === key);
  const unread = place ? place.notKnown : notRead[listOf(name)];
  return {
    place,
    letsIn: new Map((place?.letsIn ?? []).map((each) => [keyOf(each), each.text])),
    notKnown: unread,
  };
}

function comparePlace(name: PlaceName, before: PlaceSide, after: PlaceSide) {
  const [gone, come] = [only(before, after), only(after, before)];
  const isGone = after.place ? {} : { placeIsGone: true as const };
  const isNew = before.place ? {} : { placeIsNew: true as const };
  const unknown = (
    at: "before" | "after",
    { place, notKnown: why }: PlaceSide,
    sources: readonly string[],
  ) => {
    // Of a list that was not read it is said once.
    if (why === undefined || !place) {
      return [];
    }
    return sources.length === 0
      ? [{ ...name, at, why }]
      : sources.map((source) => ({ ...name, source, at, why }));
  };
  return {
    added: before.notKnown === undefined ? come.map((source) => ({ ...name, source, ...isNew })) : [],
    removed: after.notKnown === undefined ? gone.map((source) => ({ ...name, source, ...isGone })) : [],
    notKnown: [...unknown("before", before, come), ...unknown("after", after, gone)],
    same: [...before.letsIn.keys()].filter((key) => after.letsIn.has(key)).length,
  };
}

function only(one: PlaceSide, other: PlaceSide): readonly string[] {
  return [...one.letsIn].flatMap(([key, text]) => (other.letsIn.has(key) ? [] : [text]));
}

function notReadOf({ notRead }: Moment, at: "before" | "after"): readonly NotKnownPlace[] {
  return Object.values(notRead).map((why) => ({ at, why }));
}

function named({ profile, region, at, accountId }: Moment): Side {
  return { profile, region, at, ...(accountId === undefined ? {} : { accountId }) };
}
