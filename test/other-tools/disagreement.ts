/** Where we judge otherwise than another tool on purpose. */
export interface Disagreement {
  readonly check: string;
  /** Who finds something that the other passes. */
  readonly found: 'by us' | 'by them';
  /** Names of the cases that it explains; all of the check when left out. */
  readonly cases?: readonly string[];
  readonly reason: string;
}

export interface Verdict {
  readonly check: string;
  readonly name: string;
  readonly theirs: boolean;
  readonly ours: boolean;
}

export interface Agreement {
  readonly equal: number;
  readonly all: number;
  /** `kube-linter/ssh-port, UDP: found by us alone`, without a reason. */
  readonly unexplained: readonly string[];
  /** Reasons that explain nothing any more. */
  readonly unused: readonly Disagreement[];
}

export function compare(verdicts: readonly Verdict[], known: readonly Disagreement[]): Agreement {
  const used = new Set<Disagreement>();
  const unexplained: string[] = [];
  for (const { check, name, theirs, ours } of verdicts) {
    if (theirs === ours) continue;
    const found = ours ? 'by us' : 'by them';
    const reason = known.find(
      (one) => one.check === check && one.found === found && (one.cases === undefined || one.cases.includes(name)),
    );
    if (reason === undefined) unexplained.push(`${check}, ${name}: found ${found} alone`);
    else used.add(reason);
  }
  const equal = verdicts.filter(({ theirs, ours }) => theirs === ours).length;
  return { equal, all: verdicts.length, unexplained, unused: known.filter((one) => !used.has(one)) };
}
