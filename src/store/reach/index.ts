/** The evaluation of a way, and how it is written down: a bundle of its own, loaded at the first explanation. */

export { mendRequest, mendResource, mendTemplate } from "../../core/reach/mendText";
export { tunnelLines, tunnelPage } from "../../core/reach/tunnelPage";
export { wayChanges } from "../../core/reach/wayChanges";
export { wayMarkdown } from "../../core/reach/wayMarkdown";
export { connectingNodes } from "./connectingNodes";
export { explainCache } from "./explainCache";
export { freePort } from "./freePort";
export { testConnection } from "./testConnection";
export { whoCanConnect } from "./whoCanConnect";
