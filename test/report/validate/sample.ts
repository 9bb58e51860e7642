import { openEngine, coverageOf, fileRules, mergeVerdicts, selectRules } from '#src/validate/index.ts';
import type { Validation } from '#src/validate/index.ts';

const texts: Readonly<Record<string, string>> = {
  'web/deployment.yaml': `# A comment, so that lines are counted.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: "3"
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: shop }
    spec:
      containers:
        - name: web
          imgae: registry.example.com/web:1.4
`,
  'web/secret, 1.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: web
data:
  password: not-base64!
`,
  'web/<odd> & "quoted".yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: 'a|b <script> *x*'
`,
  'web/broken.yaml': 'apiVersion: v1\nkind: [ConfigMap\n',
  'web/widget.yaml': 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: blue\n',
  'web/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 80
`,
};

/** What the rules say of a folder with something wrong of every kind, and one object that is fine. */
export function sampleValidation(): Validation {
  const names = ['api-server', 'life-cycle'];
  const rules = selectRules({ names });
  const engine = openEngine({ target: { minor: 36 }, rules });
  const verdicts = Object.entries(texts).map(([path, text]) => engine.checkFile({ path, text }));
  const verdict = mergeVerdicts([...verdicts, engine.finish(engine.takeDefinitions())]);
  const said = { rules: 70, profile: names.join(','), kubernetes: { '*': '1.36' } };
  return {
    findings: verdict.findings,
    objects: verdict.objects,
    units: 0,
    rules: [...fileRules, ...rules],
    coverage: coverageOf(said, verdict),
  };
}

export function lineOf(file: string, line: number): string | undefined {
  return texts[file]?.split('\n')[line - 1];
}
