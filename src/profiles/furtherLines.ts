const isSecret = /secret|token|passw|key|credential/i;
/** A wrapped token's next line has no name of its own. */
const shortestWrapped = 16;

/**
 * In the AWS files a line that is indented belongs to the setting above it: `region = …`, and below it
 * `aws_secret_access_key = …`. What is secret in the further lines of a setting's value.
 */
export function secretsInFurtherLines(value: string): readonly string[] {
  const [, ...lines] = value.split("\n");
  return lines.flatMap((line) => {
    const delimiter = line.search(/[=:]/);
    const name = line.slice(0, Math.max(delimiter, 0));
    return isSecret.test(name) || (delimiter < 0 && line.length >= shortestWrapped)
      ? [line.slice(delimiter + 1).trim()]
      : [];
  });
}

/** The value as it may be shown. */
export function withoutSecretLines(value: string): string {
  return secretsInFurtherLines(value)
    .filter((secret) => secret !== "")
    .reduce((text, secret) => text.replaceAll(secret, "…"), value);
}
