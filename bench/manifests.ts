import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Eight objects of an ordinary web service, as a chart or `kubectl create` would write them. */
export function appManifests(index: number): readonly (readonly [kind: string, text: string])[] {
  const name = `app-${index}`;
  const namespace = `team-${index % 128}`;
  const meta = `metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/managed-by: bench
`;
  const selector = `app.kubernetes.io/name: ${name}`;
  return [
    ['deployment', `apiVersion: apps/v1\nkind: Deployment\n${meta}${deployment(name, selector, index)}`],
    [
      'service',
      `apiVersion: v1\nkind: Service\n${meta}spec:
  type: ClusterIP
  selector:
    ${selector}
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
`,
    ],
    ['serviceaccount', `apiVersion: v1\nkind: ServiceAccount\n${meta}automountServiceAccountToken: false\n`],
    [
      'configmap',
      `apiVersion: v1\nkind: ConfigMap\n${meta}data:
  LOG_LEVEL: info
  REGION: eu-west-1
  config.yaml: |
    server:
      port: ${8000 + (index % 1000)}
      timeout: 30s
    features: [search, export]
`,
    ],
    [
      'networkpolicy',
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${meta}spec:
  podSelector:
    matchLabels:
      ${selector}
  policyTypes:
    - Ingress
    - Egress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: gateway
      ports:
        - port: 8080
          protocol: TCP
  egress:
    - to:
        - ipBlock:
            cidr: 10.0.0.0/8
            except:
              - 10.1.0.0/16
`,
    ],
    [
      'horizontalpodautoscaler',
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${meta}spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
`,
    ],
    [
      'poddisruptionbudget',
      `apiVersion: policy/v1\nkind: PodDisruptionBudget\n${meta}spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      ${selector}
`,
    ],
    [
      'ingress',
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\n${meta}spec:
  ingressClassName: public
  tls:
    - hosts:
        - ${name}.example.com
      secretName: ${name}-tls
  rules:
    - host: ${name}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port:
                  name: http
`,
    ],
  ];
}

function deployment(name: string, selector: string, index: number): string {
  return `spec:
  replicas: 2
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      ${selector}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  template:
    metadata:
      labels:
        ${selector}
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: app
          image: ghcr.io/example/${name}@sha256:${index.toString(16).padStart(64, '0')}
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              valueFrom:
                configMapKeyRef:
                  name: ${name}
                  key: LOG_LEVEL
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 128Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 10
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              ${selector}
`;
}

/** One object a file, eight files a folder, as config repositories have them. Returns the number of files. */
export function writeManifests(folder: string, apps: number): number {
  let files = 0;
  for (let index = 0; index < apps; index += 1) {
    const own = join(folder, `team-${index % 128}`, `app-${index}`);
    mkdirSync(own, { recursive: true });
    for (const [kind, text] of appManifests(index)) {
      writeFileSync(join(own, `${kind}.yaml`), text);
      files += 1;
    }
  }
  return files;
}
