import type { Check } from "./check";
import { shownText } from "./shownText";

/** Accepts one text alone, as it is or as it is shown. */
export function checkTyped(wanted: string, wrong: string): (text: string) => Check {
  const accepted = [wanted.trim(), shownText(wanted.trim())];
  return (text) =>
    accepted.includes(text.trim()) ? { verdict: "ok" } : { verdict: "error", message: wrong };
}
