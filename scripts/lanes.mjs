/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(write: (text: string) => void) => Promise<boolean>} run False where something failed.
 */

/**
 * Takes steps side by side, as many at once as there are lanes. Each one's lines stay together, and they come in
 * the order of the steps: those of the first that has not ended at once, those of the others when it is their turn.
 *
 * @param {readonly Step[]} steps
 * @param {number} lanes
 * @param {(text: string) => void} write
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function sideBySide(steps, lanes, write) {
  const states = steps.map((step) => ({ step, said: "", ended: false, failed: false }));
  const waiting = [...states];
  const tell = () => {
    for (const state of states) {
      write(state.said);
      state.said = "";
      if (!state.ended) {
        return;
      }
    }
  };
  const lane = async () => {
    for (let state = waiting.shift(); state; state = waiting.shift()) {
      const { step } = state;
      const current = state;
      current.failed = !(await step.run((text) => {
        current.said += text;
        tell();
      }));
      current.ended = true;
      tell();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return states.filter(({ failed }) => failed).map(({ step }) => step.name);
}
