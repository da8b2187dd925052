/** The map's kind of editor, as the manifest has it. */
export const mapEditor = "elasticacheAccess.map";
