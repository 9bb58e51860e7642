/**
 * Runs the real kube-score and our rules on the same objects: its own examples, and the cases of the other tools. Every verdict that
 * differs needs its reason in `kube-score-disagreements.ts`. Usage: npm run test:kube-score
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeLinterCases, polarisCases } from './cases.ts';
import { compare } from './disagreement.ts';
import type { Verdict } from './disagreement.ts';
import { kubeScoreDisagreements } from './kube-score-disagreements.ts';
import { firingChecks, usesRemovedVersion } from './our-verdict.ts';

const version = 'v1.20.0';
const module = `github.com/zegl/kube-score@${version}`;
const folder = mkdtempSync(join(tmpdir(), 'keelson-kube-score-'));

interface Scored {
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

/** All of its checks, and which of them find something. A grade of 10 is its best. Undefined: it cannot read the objects. */
function theirVerdicts(binary: string, text: string): ReadonlyMap<string, boolean> | undefined {
  const run = spawnSync(
    binary,
    ['score', '-o', 'json', '--all-default-optional', '--kubernetes-version', 'v1.36', '-'],
    { input: text, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!run.stdout.startsWith('[')) return undefined;
  const verdicts = new Map<string, boolean>();
  for (const { checks } of JSON.parse(run.stdout) as readonly Scored[]) {
    for (const { check, grade, skipped } of checks) {
      verdicts.set(check.id, verdicts.get(check.id) === true || (!skipped && grade < 10));
    }
  }
  return verdicts;
}

function examples(): readonly { readonly name: string; readonly text: string }[] {
  const { Dir } = JSON.parse(
    execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8', env: goEnv }),
  ) as { Dir: string };
  const own = join(Dir, 'score/testdata');
  return [
    ...readdirSync(own)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ name, text: readFileSync(join(own, name), 'utf8') })),
    ...[...kubeLinterCases, ...polarisCases].map(({ check, name, objects }) => ({
      name: `${check}: ${name}`,
      text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
    })),
  ];
}

const goEnv = { ...process.env, GOFLAGS: '-mod=mod', GOBIN: join(folder, 'bin') };

try {
  execFileSync('go', ['install', module.replace('@', '/cmd/kube-score@')], { stdio: 'inherit', env: goEnv });
  const verdicts: Verdict[] = [];
  let unread = 0;
  let removed = 0;
  const checks = new Set<string>();
  for (const { name, text } of examples()) {
    if (usesRemovedVersion(text)) {
      removed += 1;
      continue;
    }
    const theirs = theirVerdicts(join(folder, 'bin/kube-score'), text);
    if (theirs === undefined) {
      unread += 1;
      continue;
    }
    const asked = [...theirs.keys()].map((id) => `kube-score/${id}`);
    const ours = firingChecks(text, asked);
    for (const [id, fires] of theirs) {
      checks.add(id);
      verdicts.push({ check: `kube-score/${id}`, name, theirs: fires, ours: ours.has(`kube-score/${id}`) });
    }
  }
  const { equal, all, unexplained, unused } = compare(verdicts, kubeScoreDisagreements);
  for (const line of unexplained) console.log(`not explained: ${line}`);
  for (const { check, found, reason } of unused) console.log(`explains nothing: ${check}, found ${found}: ${reason}`);
  const wrong = unexplained.length + unused.length;
  console.log(
    `kube-score ${version}: ${checks.size} checks, ${equal} of ${all} verdicts agree (${((100 * equal) / all).toFixed(1)} %)`,
  );
  console.log(`${all - equal} differ, ${unexplained.length} without a reason`);
  console.log(
    `left out: ${unread} inputs it cannot read, ${removed} of API versions that are gone, which removed-api refuses`,
  );
  console.log(wrong === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
