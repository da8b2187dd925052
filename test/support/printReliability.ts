import { reliability } from "../faults/document/reliability";

/** `node printReliability.js`: docs/reliability.md, as the table of test/faults has it. */
process.stdout.write(reliability());
