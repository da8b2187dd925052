type Piece = "any" | "one" | { readonly is: string };

/**
 * Whether a text is what a filter's value stands for: `*` any characters, `?` one, a backslash before either itself.
 * By hand: a regular expression for several `*` tries all ways to part a text between them.
 */
export function wildcard(value: string): (text: string) => boolean {
  const pieces = piecesOf(value);
  return (text) => {
    const characters = [...text];
    let [piece, at] = [0, 0];
    // Where the last "*" stood, and up to where it reaches so far.
    let star: { readonly piece: number; at: number } | undefined;
    while (at < characters.length) {
      const wanted = pieces[piece];
      if (wanted === "any") {
        star = { piece, at };
        piece += 1;
      } else if (wanted !== undefined && (wanted === "one" || wanted.is === characters[at])) {
        piece += 1;
        at += 1;
      } else if (star) {
        star.at += 1;
        [piece, at] = [star.piece + 1, star.at];
      } else {
        return false;
      }
    }
    return pieces.slice(piece).every((left) => left === "any");
  };
}

function piecesOf(value: string): readonly Piece[] {
  const characters = [...value];
  const pieces: Piece[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    if (character === "\\") {
      at += 1;
      pieces.push({ is: characters[at] ?? "\\" });
    } else {
      pieces.push(character === "*" ? "any" : character === "?" ? "one" : { is: character });
    }
  }
  return pieces;
}
