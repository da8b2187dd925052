/** The evaluation of a way, and how it is written down: a bundle of its own, loaded at the first explanation. */

export { mendRequest, mendResource, mendTemplate } from "../../core/reach/mendText";
export { wayChanges } from "../../core/reach/wayChanges";
export { wayMarkdown } from "../../core/reach/wayMarkdown";
export { explainCache } from "./explainCache";
export { testConnection } from "./testConnection";
export { whoCanConnect } from "./whoCanConnect";
