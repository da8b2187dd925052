import type { FailureKind } from "./failures";

const words: Readonly<Record<FailureKind, string>> = {
  classicRetired: "retired by AWS",
  alreadyAuthorized: "authorized already",
  notFound: "not there",
  changedSince: "changed since",
  invalidState: "changing, or in use",
  invalidParameter: "value refused",
  alreadyExists: "name taken",
  quota: "quota",
  regionDisabled: "region not enabled",
  accessDenied: "no permission",
  credentials: "sign-in",
  throttled: "throttled",
  network: "no connection",
  protocol: "not an answer of AWS",
  readOnly: "read-only mode",
  protected: "protected profile",
  cancelled: "cancelled",
  unexpected: "a fault in the extension",
};

/** Why several failed, in the words of a summary. */
export function kindWords(kind: FailureKind): string {
  return words[kind];
}
