import { rewritten } from "../attempt";
import type { FaultGroup } from "../fault";
import { withEntriesTwice, withNews, withoutTexts, withStatus } from "../texts";
import { asItIs } from "./damaged";

export const contents: FaultGroup = {
  heading: "Contents",
  about:
    "The API may grow: what is unknown is shown as it is, or passed over. What has no name is no answer.",
  faults: [
    {
      name: "statuses that nobody knows",
      strike: () => rewritten(withStatus("pondering")),
      read: { attempts: 1, isNews: true },
      change: { attempts: 1, isNews: true },
    },
    {
      name: "elements that nobody knows",
      strike: () => rewritten(withNews),
      read: { attempts: 1 },
      change: { attempts: 1 },
    },
    {
      name: "every entry twice",
      strike: () => rewritten(withEntriesTwice),
      read: { attempts: 1 },
      change: { attempts: 1 },
    },
    {
      name: "no text in any element",
      strike: () => rewritten(withoutTexts),
      read: { failure: ["protocol"], attempts: 1, afterAnswers: true },
      change: { failure: ["protocol"], attempts: 1, inDoubt: true, isMade: true },
      but: {
        dryRun: { failure: ["protocol", "HTTP 412"] },
        // What names nothing matters to no way.
        step: { failure: undefined, isNews: true },
        noBody: asItIs,
        // A machine whose state is not told is none that answers.
        DescribeInstanceInformation: { failure: undefined, isNews: true },
      },
    },
  ],
};
