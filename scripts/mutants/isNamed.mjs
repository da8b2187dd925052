/**
 * Whether a test is the one that is named, or in the suite whose hook is: such a name ends with a space.
 *
 * @param {string} title
 * @param {string} name
 */
export function isNamed(title, name) {
  return name.endsWith(" ") ? title.startsWith(name) : title === name;
}
