import type { Construct } from 'constructs';
import { KubeObject } from './kube-object.ts';
import type { LabelSelector, ObjectMeta } from './metadata.ts';

// Gateway API v1.5, standard channel: https://gateway-api.sigs.k8s.io/reference/spec/. Where a default stands in an atomic list
// (`parentRefs`, `rules`, `backendRefs`, `certificateRefs`), the field is required here: the API server fills it in, and
// Argo CD would show the difference for ever.
const group = 'gateway.networking.k8s.io';
const apiVersion = `${group}/v1`;

export interface GatewayClassProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    /** Immutable. */
    readonly controllerName: string;
    readonly description?: string;
    readonly parametersRef?: {
      readonly group: string;
      readonly kind: string;
      readonly name: string;
      readonly namespace?: string;
    };
  };
}

export class GatewayClass extends KubeObject {
  constructor(scope: Construct, id: string, props: GatewayClassProps) {
    super(scope, id, { apiVersion, kind: 'GatewayClass', ...props });
  }
}

export interface RouteNamespaces {
  readonly namespaces: { readonly from: 'Same' | 'All' | 'Selector'; readonly selector?: LabelSelector };
}

export interface Listener {
  /** DNS label; a route names it as `sectionName`. */
  readonly name: string;
  /** Exact, or with one leading wildcard label; left out: every host. */
  readonly hostname?: string;
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'TLS';
  readonly tls?: {
    readonly mode: 'Terminate' | 'Passthrough';
    readonly certificateRefs?: readonly {
      readonly group: '';
      readonly kind: 'Secret';
      readonly name: string;
      readonly namespace?: string;
    }[];
  };
  readonly allowedRoutes: RouteNamespaces;
}

export interface GatewayProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly gatewayClassName: string;
    readonly listeners: readonly Listener[];
    /** Which namespaces may add listeners by a ListenerSet; default none. */
    readonly allowedListeners?: {
      readonly namespaces: { readonly from: 'None' | 'Same' | 'All' | 'Selector'; readonly selector?: LabelSelector };
    };
  };
}

export class Gateway extends KubeObject {
  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id, { apiVersion, kind: 'Gateway', ...props });
  }
}

/** Listeners that a namespace of its own adds to a Gateway: Gateway API v1.5. */
export interface ListenerSetProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly parentRef: {
      readonly group: typeof group;
      readonly kind: 'Gateway';
      readonly name: string;
      readonly namespace: string;
    };
    readonly listeners: readonly Listener[];
  };
}

export class ListenerSet extends KubeObject {
  constructor(scope: Construct, id: string, props: ListenerSetProps) {
    super(scope, id, { apiVersion, kind: 'ListenerSet', ...props });
  }
}

export interface HttpRouteProps {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly parentRefs: readonly {
      readonly group: typeof group;
      readonly kind: 'Gateway' | 'ListenerSet';
      readonly name: string;
      readonly namespace?: string;
      readonly sectionName?: string;
    }[];
    readonly hostnames?: readonly string[];
    readonly rules: readonly HttpRouteRule[];
  };
}

export interface HttpRouteRule {
  readonly matches: readonly {
    readonly path: { readonly type: 'PathPrefix' | 'Exact' | 'RegularExpression'; readonly value: string };
    readonly method?: string;
    readonly headers?: readonly {
      readonly type: 'Exact' | 'RegularExpression';
      readonly name: string;
      readonly value: string;
    }[];
  }[];
  readonly filters?: readonly {
    readonly type: 'RequestRedirect';
    readonly requestRedirect: { readonly scheme?: 'http' | 'https'; readonly statusCode: 301 | 302 };
  }[];
  readonly backendRefs?: readonly {
    readonly group: '';
    readonly kind: 'Service';
    readonly name: string;
    readonly port: number;
    readonly weight: number;
  }[];
  readonly timeouts?: { readonly request?: string; readonly backendRequest?: string };
}

export class HttpRoute extends KubeObject {
  constructor(scope: Construct, id: string, props: HttpRouteProps) {
    super(scope, id, { apiVersion, kind: 'HTTPRoute', ...props });
  }
}
