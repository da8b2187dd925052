const isSecret = /secret|token|passw|key|credential/i;
/** A wrapped token's next line has no name of its own. */
const shortestWrapped = 16;

/**
 * In the AWS files a line that is indented belongs to the setting above it: `region = …`, and below it
 * `aws_secret_access_key = …`. What is secret in the further lines of a setting's value.
 */
export function secretsInFurtherLines(value: string): readonly string[] {
  return secretParts(value).map(({ from, to }) => value.slice(from, to));
}

/** The value as it may be shown. */
export function withoutSecretLines(value: string): string {
  let shown = "";
  let at = 0;
  for (const { from, to } of secretParts(value)) {
    shown += from === to ? "" : `${value.slice(at, from)}…`;
    at = from === to ? at : to;
  }
  return shown + value.slice(at);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Goes over the lines without taking them apart: there may be as many as a file has room for. */
function secretParts(value: string): readonly Part[] {
  const parts: Part[] = [];
  for (let newline = value.indexOf("\n"); newline >= 0; ) {
    const start = newline + 1;
    newline = value.indexOf("\n", start);
    const end = newline < 0 ? value.length : newline;
    const delimiter = delimiterIn(value, start, end);
    if (
      delimiter === undefined ? end - start >= shortestWrapped : isSecret.test(value.slice(start, delimiter))
    ) {
      parts.push(trimmed(value, delimiter === undefined ? start : delimiter + 1, end));
    }
  }
  return parts;
}

function delimiterIn(value: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    const character = value.charAt(at);
    if (character === "=" || character === ":") {
      return at;
    }
  }
  return undefined;
}

function trimmed(value: string, start: number, end: number): Part {
  const text = value.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { from, to: Math.max(from, start + text.trimEnd().length) };
}
