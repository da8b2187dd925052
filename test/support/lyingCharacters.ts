/** Characters that are not seen, or make others look like something else, by their kind. */
export const lying = {
  controls: ["\n", "\r", "\t", "\u0000", "\u0007", "\u001b", "\u007f"],
  c1: ["\u0080", "\u0085", "\u009b", "\u009f"],
  separators: ["\u2028", "\u2029"],
  directions: [
    "\u061c",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
  ],
  withoutWidth: [
    "\u00ad",
    "\u034f",
    "\u115f",
    "\u1160",
    "\u17b4",
    "\u180e",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\u2063",
    "\u206f",
    "\u3164",
    "\ufeff",
    "\uffa0",
    "\ufe0f",
    "\ufe00",
  ],
  /** Seen as nothing, or as the space that they are not. */
  blanks: ["\u2800", "\ufffc", "\u2d7f", "\u{1107f}", "\u{13441}", "\u{13442}", "\u{16fe4}", "\u{1d159}"],
  otherSpaces: [
    "\u00a0",
    "\u1680",
    "\u2000",
    "\u2001",
    "\u2002",
    "\u2003",
    "\u2004",
    "\u2005",
    "\u2006",
    "\u2007",
    "\u2008",
    "\u2009",
    "\u200a",
    "\u202f",
    "\u205f",
    "\u3000",
  ],
  selectors: ["\u180b", "\u180f", "\ufe01", "\ufe0e", "\u{e0100}", "\u{e01ef}"],
  musical: ["\u{1d173}", "\u{1d17a}"],
  /** No font has them, or only some, each another picture. */
  nobodys: ["\ue000", "\uf8ff", "\u{f0000}", "\u{10fffd}", "\u0378", "\ufdd0", "\ufffe", "\uffff"],
  tags: ["\u{e0001}", "\u{e0041}", "\u{e007f}"],
  halves: ["\ud800", "\udc00"],
} as const;

/** A name with one of each kind that XML can carry, and what would be a link or an icon. */
export const hostileName =
  "a\u202eb\u200bc\u2028d\u009be\u{e0041}f\u2800\ufffc\u00a0\ng[h](command:x)$(trash)";

/** What must be in no text that is shown. */
export const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u202e\u200b\u2800\ufffc\u00a0\u{e0041}]/u;
