/**
 * Where a text ends without the characters at its end. By hand: a regular expression for it (`/[ ]+$/`) begins anew at
 * each of the characters, and takes minutes for a few hundred thousand of them elsewhere in the text.
 */
export function endWithout(text: string, characters: string): number {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return end;
}
