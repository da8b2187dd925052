import { momentText } from "../../core/clockTime";
import type { HistoryEntry, HistoryOutcome } from "../../core/history";
import { joined } from "../../core/joined";
import { agoWords } from "../../core/journal/agoWords";
import { changeWords, endWords } from "../../core/journal/changeWords";
import { spoken } from "../../tree/description";
import type { HistoryRow } from "../../tree/historyRow";
import { icons } from "../../tree/icons";
import { shortTooltip } from "../../tree/markdown";
import type { RowIcon } from "../../tree/row";

const iconOf: Readonly<Record<HistoryOutcome, RowIcon>> = {
  done: icons.done,
  unchanged: icons.wasSo,
  failed: icons.failure,
  inDoubt: icons.inDoubt,
  underWay: icons.underWay,
};

/** What tells a change from all others. Lines of earlier versions have no id. */
export function changeId(entry: HistoryEntry): string {
  const { id, time, target, action, what } = entry;
  return id ?? JSON.stringify([time, target.profile, target.region, action, what]);
}

/** A change: how it ended first, since that is what a narrow view leaves of a description. */
export function changeRow(entry: HistoryEntry, isUndoable: boolean, now: number): HistoryRow {
  const { target, caller, requestId, outcome, time } = entry;
  const { label, spoken: words } = changeWords(entry);
  const [end, ago] = [endWords(entry), agoWords(time, now)];
  return {
    key: `change/${changeId(entry)}`,
    change: changeId(entry),
    drawn: {
      label,
      description: joined(end, ago, target.profile, target.region),
      contextValue: ["change", outcome, ...(isUndoable ? ["undoable"] : [])].join("."),
      icon: iconOf[outcome],
      tooltip: shortTooltip(
        label,
        [end, localTime(time)],
        [target.profile, target.region],
        [caller],
        [requestId && `Request ID: ${requestId}`],
      ),
      accessibilityLabel: spoken(words, end, ago, `profile ${target.profile}`, target.region),
      open: "leaf",
    },
  };
}

/** As the user's system writes it; the journal has UTC. */
function localTime(time: string): string {
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? time : momentText(moment, { dateStyle: "medium", timeStyle: "medium" });
}
