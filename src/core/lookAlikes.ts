/**
 * Letters of other alphabets that look like Latin ones, and the Latin ones, in pairs: the commonest of Unicode's
 * confusables. Marks of combination and full-width letters are not among them: normalizing takes those for the same.
 * https://www.unicode.org/Public/security/latest/confusables.txt
 */
const pairs = [
  // Cyrillic
  "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXԌGԚQԜWѴVҮYЗ3",
  "аaеeоoрpсcуyхxѕsіiјjԁdһhԛqԝwӏlкkмmтtнhвbгrѵvпnьbүyз3",
  // Greek
  "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϹCϳj",
  "αaοoρpνvιiκkυuτtχxεeγyηnωwμmβbϲcσo",
  // Armenian, small capitals, and letters of phonetics
  "օoոnսuհhցgզqԛqɑaɡgıiɩiʟlɪiᴀaʙbᴄcᴅdᴇeꜰfɢgʜhᴊjᴋkᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz",
  // What is no letter: dashes, stars, slashes, points, colons
  "‐-‑-‒-–-—-―-−-﹘-⁃-∗*⁎*✱*⁄/∕/⧸/․.·.‧.∶:꞉:ː:＿_",
].join("");

const latin: ReadonlyMap<string, string> = new Map(
  Array.from(pairs.matchAll(/(.)(.)/gu), ([, like = "", letter = ""]) => [like, letter]),
);

const any = new RegExp(`[${[...latin.keys()].join("")}]`, "gu");

/** A text in the letters that it looks like. */
export function asItLooks(text: string): string {
  return text.replace(any, (character) => latin.get(character) ?? character);
}
