/** Why a wish has no rule yet, or needs none. At most ten in all. */
export const reasons = {
  promotion: 'belongs to promotion, which comes later',
  drift: 'belongs to drift, which comes later',
  cost: 'belongs to cost, which comes later',
  change: 'is about what a change does, not about what it leads to; it comes with the reports about changes',
  cloud: 'needs accounts and networks of a cloud, which no declaration has yet',
  features: 'needs switches per tenant (secrets, features), which no declaration has: capabilities take their place',
  parents: 'has nothing to add up: an organisation unit has no quota of its own, it hands down a class',
  retrospect: 'is what `keelson validate` does at every run: a new rule looks at all that is rendered',
} as const;

type Reason = keyof typeof reasons;

/** One wish of the catalogue, and who grants it: rules, errors of `keelson synth`, or a reason why nobody does. */
export interface Row {
  readonly id: string;
  readonly wants: string;
  readonly rules: readonly string[];
  /** Codes of UserErrors: what is refused before anything is rendered. */
  readonly errors: readonly string[];
  readonly reason: Reason | undefined;
}

/** `id | wants | rule rule !error-code ?reason` */
export function rowsOf(text: string): readonly Row[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', wants = '', by = ''] = line.split('|').map((part) => part.trim());
      const words = by.split(/\s+/).filter((word) => word !== '');
      const reason = words.find((word) => word.startsWith('?'))?.slice(1);
      if (reason !== undefined && !isReason(reason)) throw new Error(`${id}: there is no reason ${reason}`);
      return {
        id,
        wants,
        rules: words.filter((word) => !/^[!?]/.test(word)),
        errors: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
        reason,
      };
    });
}

function isReason(word: string): word is Reason {
  return Object.hasOwn(reasons, word);
}
