let interruption: Promise<unknown> | undefined;

/** Asks something in the middle of whatever else is asked: what that hides comes back afterwards. */
export function interruptWith<T>(ask: () => Promise<T>): Promise<T> {
  const asked = Promise.resolve().then(ask);
  const ended: Promise<void> = asked
    .then(
      () => undefined,
      () => undefined,
    )
    .then(() => {
      if (interruption === ended) {
        interruption = undefined;
      }
    });
  interruption = ended;
  return asked;
}

/**
 * A question was hidden: VS Code shows one at a time. It is cancelled, unless another one has come in between:
 * then it is shown again when that is answered.
 */
export function whenHidden(showAgain: () => void, cancel: () => void): void {
  if (interruption) {
    void interruption.then(showAgain);
  } else {
    cancel();
  }
}
