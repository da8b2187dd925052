import { answerText } from "./answer";

/** How long an answer may be, as the model that asks counts. */
export interface AnswerSize {
  readonly tokenBudget: number;
  countTokens(text: string): Promise<number>;
}

/** Where nobody says how long: some 6,000 tokens, so that a few answers fit besides a conversation. */
const characters = 24_000;

/** No model gets less than its summary: shorter ones say nothing. */
const fewest = 400;

/** The longest text that fits, of those that `build` makes for a number of characters. */
export async function fittedText(build: (room: number) => object, size?: AnswerSize): Promise<string> {
  let room = characters;
  for (;;) {
    const text = answerText(build(room));
    const tokens = size ? await size.countTokens(text) : 0;
    if (!size || tokens <= size.tokenBudget || room <= fewest) {
      return text;
    }
    room = Math.max(fewest, Math.floor(Math.min(room / 1.2, (text.length * size.tokenBudget) / tokens)));
  }
}

/** One thing of an answer: with all that is told of it, and with what names it alone. */
export interface Listed {
  readonly whole: object;
  readonly brief: object;
}

/** The things that fit: whole where all of them do, else in brief, as many as there is room for. */
export function packed(things: readonly Listed[], room: number): readonly object[] {
  const whole = things.map((thing) => thing.whole);
  return lengthOf(whole) <= room
    ? whole
    : asMany(
        things.map(({ brief }) => brief),
        room,
      );
}

/** The first that fit. */
export function asMany(things: readonly object[], room: number): readonly object[] {
  const fit: object[] = [];
  let left = room;
  for (const thing of things) {
    left -= lengthOf([thing]);
    if (left < 0) {
      break;
    }
    fit.push(thing);
  }
  return fit;
}

export function lengthOf(things: readonly object[]): number {
  return answerText(things).length;
}
