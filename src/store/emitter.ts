/** Tells whoever listens. A listener added twice is told twice; the returned function takes one away. */
export class Emitter<T> {
  readonly #listeners = new Set<{ readonly tell: (value: T) => void }>();

  listen(tell: (value: T) => void): () => void {
    const listener = { tell };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      listener.tell(value);
    }
  }
}
