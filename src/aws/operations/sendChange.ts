import type { AnswerMetadata, CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";

/** What a look found, after a request was refused because it is so already. */
export type Found<T> =
  | { readonly whose: "ours"; readonly value: T }
  | { readonly whose: "others" | "notKnown" };

/** One change, as far as sending it is concerned. */
export interface ChangeRequest<Output, T> {
  send(): Promise<Output>;
  /** What it was answered. Throws where the answer does not say that the change was made. */
  resultOf(output: Output): T;
  /** What a request is refused with where the change is made already, by whomever. */
  readonly alreadyCode?: string;
  /** Looks whether it was made by an attempt of this request, whose answer was lost. */
  look?(): Promise<Found<T>>;
}

/**
 * Sends a change. Where it is refused because it is so already, and an earlier attempt of the same request may have
 * been carried out, a look tells whose it is. After attempts that were all refused it is somebody else's.
 */
export async function sendChange<Output extends { readonly $metadata: AnswerMetadata }, T>(
  clients: CallClients,
  change: ChangeRequest<Output, T>,
): Promise<T> {
  try {
    const output = await change.send();
    const result = change.resultOf(output);
    clients.answered(output.$metadata);
    return result;
  } catch (error) {
    const refusal = serviceErrorOf(error);
    if (!change.look || !clients.attempts.inDoubt || !refusal || refusal.code !== change.alreadyCode) {
      throw error;
    }
    const found = await lookFor(change.look, clients);
    if (found.whose === "ours") {
      const { status: httpStatusCode, requestId, attempts } = refusal;
      clients.answered({ httpStatusCode, requestId, attempts });
      clients.attempts.wasFound = true;
      return found.value;
    }
    if (found.whose === "others") {
      clients.attempts.settle();
    }
    throw error;
  }
}

/** A look that fails has told nothing: what is to be said is what became of the change. */
async function lookFor<T>(look: () => Promise<Found<T>>, clients: CallClients): Promise<Found<T>> {
  try {
    return await clients.attempts.look(look);
  } catch {
    return { whose: "notKnown" };
  }
}
