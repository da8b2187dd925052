import type { Answer } from "../../ui/ui";
import type { StepEnd } from "../../ui/wizard";

/** Keeps an answer and goes on; Back and Escape pass through. */
export function takeAnswer<T>(answer: Answer<T>, keep: (value: T) => void): StepEnd {
  if (answer.kind === "answer") {
    keep(answer.value);
    return "next";
  }
  return answer.kind;
}
