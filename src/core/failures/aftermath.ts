import type { Failure } from "./failures";

/** Said where no attempt can have been carried out. */
export const nothingWasChanged = "Nothing was changed.";

/** Said where an attempt may have been, and nobody has looked. */
export const mayHaveBeenMade = "The change may have been made all the same: refresh to see.";

/** The failure after a look has told that nothing came of it. */
export function nothingChanged(failure: Failure): Failure {
  return {
    ...failure,
    inDoubt: false,
    message: withAftermath(failure, `A look shows that ${lower(nothingWasChanged)}`),
  };
}

/** The failure of something that may have been carried out, as far as anybody could see. */
export function inDoubt(failure: Failure): Failure {
  return { ...failure, inDoubt: true, message: withAftermath(failure, mayHaveBeenMade) };
}

/** The failure's message with another sentence about what stays true. */
export function withAftermath({ message }: Failure, sentence: string): string {
  for (const known of [mayHaveBeenMade, nothingWasChanged]) {
    if (message.endsWith(known)) {
      return `${message.slice(0, -known.length)}${sentence}`;
    }
  }
  return `${message.replace(/\.$/, "")}. ${sentence}`;
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
