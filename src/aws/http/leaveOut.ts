const byCall = new WeakMap<AbortSignal, readonly string[]>();

/** From now on the answers to a call, known by its signal, are parsed without these elements. */
export function leaveOut(signal: AbortSignal, elements: readonly string[]): void {
  byCall.set(signal, elements);
}

export function elementsLeftOut(signal: AbortSignal | undefined): readonly string[] {
  return (signal && byCall.get(signal)) ?? [];
}

/**
 * XML without the elements of these names: a search for bytes, which costs next to nothing where parsing would
 * hold up everything else. None of them may hold another of its own name.
 */
export function withoutElements(xml: Buffer, names: readonly string[]): Buffer {
  return names.reduce(withoutElement, xml);
}

function withoutElement(xml: Buffer, name: string): Buffer {
  const [opening, closing] = [`<${name}>`, `</${name}>`];
  const kept: Buffer[] = [];
  let start = 0;
  for (;;) {
    const from = xml.indexOf(opening, start);
    const to = from < 0 ? -1 : xml.indexOf(closing, from);
    if (to < 0) {
      break;
    }
    kept.push(xml.subarray(start, from));
    start = to + closing.length;
  }
  return start === 0 ? xml : Buffer.concat([...kept, xml.subarray(start)]);
}
