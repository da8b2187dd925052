/** The most values that one filter of EC2 may have. */
const mostValues = 200;

/** The values, each once, in as many batches as it takes. */
export function* inBatches(values: readonly string[]): Generator<readonly string[]> {
  const distinct = [...new Set(values)];
  for (let start = 0; start < distinct.length; start += mostValues) {
    yield distinct.slice(start, start + mostValues);
  }
}
