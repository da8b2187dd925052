import type { FaultGroup } from "./fault";
import { connections } from "./rows/connections";
import { contents } from "./rows/contents";
import { damagedAnswers } from "./rows/damaged";
import { lists } from "./rows/lists";
import { lostAnswers } from "./rows/lostAnswers";
import { otherAnswers } from "./rows/otherAnswers";
import { refused } from "./rows/refused";
import { statuses } from "./rows/statuses";

/** The rows of the table, under their headings. */
export const groups: readonly FaultGroup[] = [
  connections,
  lostAnswers,
  refused,
  statuses,
  otherAnswers,
  damagedAnswers,
  lists,
  contents,
];
