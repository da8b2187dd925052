/** The command lines of a page: what stands in its blocks of shell, a line each. */
export function commandLines(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)];
  return blocks.flatMap(([, , body = ""]) =>
    body
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}

/** The scripts of package.json that a page names anywhere: `npm start`, `npm run coverage`. */
export function namedScripts(page: string): readonly string[] {
  const inText = [...page.matchAll(/`(npm [^`]*)`/g)].map(([, line = ""]) => line);
  const named = [...inText, ...commandLines(page)].flatMap(
    (line) => /^npm (?:run )?(?:--silent )?([a-z]+)/.exec(line)?.[1] ?? [],
  );
  // npm's own.
  return [...new Set(named)].filter((name) => name !== "ci");
}
