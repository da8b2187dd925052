/**
 * Small letters of other alphabets that look like Latin ones, and those, in pairs: the commonest of Unicode's
 * confusables, Cyrillic, Greek, and small capitals; and stars. It is in the start-up bundle, and so short.
 * https://www.unicode.org/Public/security/latest/confusables.txt
 */
const pairs =
  "аaеeоoрpсcуyхxѕsіiјjԁdһhԛqԝwӏlкkмmтtнhвbгrпn" +
  "αaοoρpνvιiκkυuτtχxεeηnωwμmβb" +
  "օoıiᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz∗*⁎*";

const latin = new Map(Array.from(pairs.matchAll(/(.)(.)/g), ([, like, letter]) => [like, letter]));

/** A text in small letters, in the ones that it looks like. */
export function asItLooks(text: string): string {
  return text.replace(/[^ -~]/g, (letter) => latin.get(letter) ?? letter).replace(/[\p{Pd}−]/gu, "-");
}
