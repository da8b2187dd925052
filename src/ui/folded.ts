/** VS Code folds a message without a button to one line, of which so many characters are sure to be seen. */
const mostUnfolded = 60;

/** Whether the end of a message is not seen, unless it has a button. */
export function isFolded(text: string): boolean {
  return text.length > mostUnfolded;
}
