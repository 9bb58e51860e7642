import { listOf, mappingOf } from '../../../analysis/index.ts';
import { defineRule } from '../../rule.ts';
import { applicationKinds, applicationSpecOf } from './application.ts';

/** Whole parts of an object. Narrower ones can be right: an operator may own all of `/status`, or one label. */
const widePointer =
  /^\/?$|^\/(?:spec|data|stringData|metadata|rules|subjects|webhooks)(?:\/(?:template|template\/spec|annotations|labels))?\/?$/;
const wideQuery =
  /^\s*\.?\s*(?:\[\])?\s*$|^\s*\.{2}\s*$|^\s*\.(?:spec|data|stringData|metadata|rules|subjects|webhooks)(?:\.template(?:\.spec)?)?(?:\[\])?\s*$/;

export const argoIgnoreDifferences = defineRule({
  id: 'argo-ignore-differences',
  set: 'recommended',
  title: 'An Application ignores differences in single fields, not in whole objects or all of their spec.',
  fix: 'Name the field that something else sets, for example `/spec/replicas`, or the manager that sets it.',
  severity: 'warning',
  kinds: applicationKinds,
  check({ ref, decoded }, report) {
    const application = applicationSpecOf(ref, decoded.object);
    if (application === undefined) return;
    for (const [index, item] of listOf(application.spec['ignoreDifferences']).entries()) {
      const ignored = mappingOf(item);
      const at = `${application.pointer}/ignoreDifferences/${index}`;
      const kind = typeof ignored['kind'] === 'string' ? ignored['kind'] : 'any kind';
      const wide = (pointer: string, seen: string, messageId: string): void =>
        report({
          messageId,
          message: `"${seen}" hides every change to ${seen.replaceAll(/[^A-Za-z]+/g, '') === '' ? 'the whole object' : `all of ${seen}`} of ${kind}: drift and hand edits there stay unseen`,
          pointer,
          seen,
          allowed: 'single fields',
        });
      for (const [place, pointer] of listOf(ignored['jsonPointers']).entries()) {
        if (typeof pointer === 'string' && widePointer.test(pointer))
          wide(`${at}/jsonPointers/${place}`, pointer, 'wide-pointer');
      }
      for (const [place, query] of listOf(ignored['jqPathExpressions']).entries()) {
        if (typeof query === 'string' && wideQuery.test(query))
          wide(`${at}/jqPathExpressions/${place}`, query, 'wide-query');
      }
      for (const [place, manager] of listOf(ignored['managedFieldsManagers']).entries()) {
        if (manager === 'argocd-controller' || manager === 'argocd-application-controller')
          wide(`${at}/managedFieldsManagers/${place}`, manager, 'own-manager');
      }
    }
  },
});
