/**
 * The manifest, without what is for those who build it.
 *
 * @param {string} manifest
 */
export function manifestForUsers(manifest) {
  const { scripts, devDependencies, dependencies, ...rest } = JSON.parse(manifest);
  return `${JSON.stringify(rest)}\n`;
}

/**
 * The README as an extension's page in VS Code can show it. That page loads pictures by https alone and follows no
 * link to a file: pictures go, and a link says which document it would lead to.
 *
 * @param {string} readme
 */
export function pageForUsers(readme) {
  return readme
    .replace(/^ *<picture>[\s\S]*?<\/picture>\n\n?/gm, "")
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/g, "$1 (`$2`)");
}
