import { isObject } from "../isObject";
export type GivenTags =
  | { readonly ok: true; readonly tags: Readonly<Record<string, string>> | undefined }
  | { readonly ok: false; readonly message: string };

/** Reads tags as an object of texts, or as the API's list of `Key` and `Value`. */
export function givenTags(value: unknown): GivenTags {
  if (value === undefined) {
    return { ok: true, tags: undefined };
  }
  const pairs = Array.isArray(value)
    ? value.map(pairOf)
    : isObject(value)
      ? Object.entries(value)
      : undefined;
  if (!pairs?.every(isTexts)) {
    return refuse("tags is to be an object of texts, or a list of Key and Value");
  }
  for (const [key, text] of pairs) {
    if (key === "" || key.length > 128 || /^aws:/i.test(key)) {
      return refuse(
        `A tag's key has 1 to 128 characters and does not start with aws:; this is ${key || "empty"}`,
      );
    }
    if (text.length > 256) {
      return refuse(`A tag's value has at most 256 characters; that of ${key} has ${text.length}`);
    }
  }
  return pairs.length > 50
    ? refuse(`A rule has at most 50 tags; these are ${pairs.length}`)
    : { ok: true, tags: Object.fromEntries(pairs) };
}

function refuse(message: string): GivenTags {
  return { ok: false, message };
}

function pairOf(tag: unknown): readonly [unknown, unknown] {
  return isObject(tag) ? [tag["Key"], tag["Value"] ?? ""] : [undefined, undefined];
}

function isTexts(pair: readonly [unknown, unknown]): pair is readonly [string, string] {
  return typeof pair[0] === "string" && typeof pair[1] === "string";
}
