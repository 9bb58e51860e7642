/** The same app objects the way the cdk8s documentation shows: one App, one Chart per environment, `app.synth()`. */
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';

const [outdir = '', environments = '1', apps = '1'] = process.argv.slice(2);
const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_CHART });

for (let environment = 0; environment < Number(environments); environment += 1) {
  const chart = new Chart(app, `env-${environment}`, { disableResourceNameHashes: true });
  for (let index = 0; index < Number(apps); index += 1) {
    const name = `app-${index}`;
    const labels = { 'app.kubernetes.io/name': name };
    const metadata = { name, namespace: `team-${environment}`, labels };
    const image = `ghcr.io/example/${name}@sha256:${'0'.repeat(64)}`;
    void new ApiObject(chart, `${name}-account`, { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
    void new ApiObject(chart, `${name}-service`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
    void new ApiObject(chart, `${name}-deployment`, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name,
            containers: [
              {
                name: 'app',
                image,
                ports: [{ name: 'http', containerPort: 8000 }],
                resources: { requests: { cpu: '100m', memory: '128Mi' } },
              },
            ],
          },
        },
      },
    });
  }
}
app.synth();
