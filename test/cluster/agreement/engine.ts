import { mergeVerdicts, openEngine, selectRules } from '#src/validate/index.ts';
import type { Compared } from './scoring.ts';

/**
 * The scores are of the parts; `keelson validate --rules api-server` is the whole: reading, dispatch, folding. Here each object that
 * was scored goes through it, and a refusal on one side alone is a line.
 */
export function unlikeTheEngine(compared: readonly Compared[], minor: number): readonly string[] {
  const engine = openEngine({ target: { minor }, rules: selectRules({ names: ['api-server'] }) });
  return compared.flatMap(({ judged, ours }) => {
    // A text in braces is JSON to the engine, where the server takes doubled keys in values that it keeps as they come.
    if (judged.class === 'doubled-key') return [];
    const verdict = mergeVerdicts([
      engine.checkFile({ path: 'object.json', text: judged.text }),
      engine.finish(engine.takeDefinitions()),
    ]);
    const open = verdict.findings.filter(({ severity, causes }) => severity === 'error' && causes === undefined);
    if (open.length > 0 === ours.errors.length > 0) return [];
    const said = open.map(({ rule, message }) => `${rule}: ${message}`).join(', ');
    return [`keelson validate is of another mind about ${judged.kind} (${judged.change.slice(0, 200)}): ${said}`];
  });
}
