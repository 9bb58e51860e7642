import { mappingOf, step } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';

const annotation = 'argocd.argoproj.io/sync-wave';

export const argoSyncWave = defineRule({
  id: 'argo-sync-wave',
  set: 'recommended',
  title: 'A sync wave is a whole number.',
  fix: 'Write the wave as a quoted whole number: `"-1"`, `"0"`, `"10"`.',
  severity: 'error',
  kinds: 'every',
  check({ decoded }, report) {
    const wave = mappingOf(mappingOf(mappingOf(decoded.object)['metadata'])['annotations'])[annotation];
    // What is no text is refused by the API server.
    if (typeof wave !== 'string' || /^[+-]?\d{1,18}$/.test(wave)) return;
    if (wave.includes('{{')) return;
    report({
      messageId: 'not-a-number',
      message: `the sync wave "${wave}" is no whole number, and Argo CD takes 0 instead`,
      pointer: `/metadata/annotations${step(annotation)}`,
      seen: wave,
      allowed: 'a whole number',
    });
  },
});
