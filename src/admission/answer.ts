/** Yes, no, or a text: why it is not known. */
export type Answer = boolean | string;

/** No beats what is not known. */
export function both(...answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.find((answer) => typeof answer === 'string') ?? true;
}
