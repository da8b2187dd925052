/** What every call takes, besides what it is about. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}
