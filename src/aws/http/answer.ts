/** How a service writes its answers. */
export type AnswerFormat = "xml" | "json";

/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
