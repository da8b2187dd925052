/** A number with its word: `1 rule`, `2 rules`. `many` is for words whose plural is not with an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
