import fc from "fast-check";

/** Whole characters of all planes, with what is not seen, and what programs find something in. */
const characters = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ..."\"'`\\$%!&|<>()[]{}*?~#;:,=+-@/^\n\r\t \u0000\u001b\u007f\u0085\u009b\u00a0\u00ad\u200b\u200d\u202e\u2028\u2066\ufeff\ufe0f",
      "\u{e0041}",
      "❤",
      "👩",
    ),
  },
);

/** Anything that may be in a text. */
export const anyText = fc.string({ unit: characters, maxLength: 60 });

/** The same without halves of characters and what no argument of a program can hold. */
export const argument = anyText.map((text) => text.replaceAll(/\p{Cs}/gu, "").replaceAll("\u0000", ""));

/** Texts put together from pieces that mean something to a reader, and from anything. */
export function soup(...pieces: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: anyText },
  );
  return fc.array(part, { maxLength: 30 }).map((parts) => parts.join(""));
}
