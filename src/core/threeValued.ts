/** An answer about AWS. What could not be read is neither yes nor no. */
export type ThreeValued = "yes" | "no" | "notKnown";

/** Yes where one is, else not known where one is. */
export function anyOf(answers: Iterable<ThreeValued>): ThreeValued {
  const all = new Set(answers);
  return all.has("yes") ? "yes" : all.has("notKnown") ? "notKnown" : "no";
}
