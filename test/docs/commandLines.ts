/** The command lines of a page: what stands in its blocks of shell, a line each, one that goes on in the next whole. */
export function commandLines(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)];
  return blocks.flatMap(([, , body = ""]) =>
    body
      .replace(/\\\n\s*/g, "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}

/**
 * Those that stand in the text: `npm run coverage`. Not what has a hole in it, for a name or a number
 * (`npm test -- host ui --vsix FILE`), nor npm's own.
 */
export function linesInText(page: string): readonly string[] {
  const named = [...page.matchAll(/`((?:[A-Z_]+=\S+ )*npm [^`]*)`/g)].map(([, line = ""]) => line);
  return named.filter(
    (line) => !/\[|…|(?<![\w=])[A-Z]{1,4}\b(?!")/.test(line) && scriptOf(line) !== undefined,
  );
}

/** The scripts of package.json that a page names anywhere, also where there is a hole in the line. */
export function namedScripts(page: string): readonly string[] {
  const inText = [...page.matchAll(/`((?:[A-Z_]+=\S+ )*npm [^`]*)`/g)].map(([, line = ""]) => line);
  const named = [...inText, ...commandLines(page)].flatMap((line) => scriptOf(line) ?? []);
  return [...new Set(named)];
}

/** Nothing for what is npm's own. */
function scriptOf(line: string): string | undefined {
  const name = /^(?:[A-Z_]+=\S+ )*npm (?:run )?(?:--silent )?([a-z]+)/.exec(line)?.[1];
  return name === "ci" || name === "sbom" ? undefined : name;
}
