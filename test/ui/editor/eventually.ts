/** Milliseconds within which what is waited for comes, on a slow machine too that is busy with other things. */
export const patience = 90_000;

/** Milliseconds for one of several tries: a row that was looked up may have moved meanwhile. */
export const oneTry = 3_000;

/**
 * Calls `look` until it returns something. What a window shows comes in its own time: nothing in these tests waits
 * for a fixed while.
 *
 * @param look returns undefined, or throws, while what is waited for is not there
 * @param otherwise says what is there instead, for the error
 */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
  otherwise: () => Promise<string> | string = () => "It did not happen",
  milliseconds = patience,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    let reason: unknown;
    try {
      const found = await look();
      if (found !== undefined) {
        return found;
      }
    } catch (error) {
      reason = error;
    }
    if (Date.now() > end) {
      if (reason instanceof Error) {
        throw reason;
      }
      throw new Error(`${await otherwise()} (waited ${milliseconds / 1000} s)`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
