import type { ExecAction, HTTPGetAction, LifecycleHandler, Probe } from '../../schema/types/core-v1.ts';
import { httpHeaderName, portName, portNumber } from '../../formats/index.ts';
import { forbidden, invalid, notSupported, required } from '../check.ts';
import type { Check } from '../check.ts';
import { child } from '../field-path.ts';
import type { FieldPath } from '../field-path.ts';
import { expectFormat } from './expect-format.ts';
import { enabledSince } from './gates.ts';

const schemes = ['HTTP', 'HTTPS'];

/** What a probe or a hook does; exactly one of these. A probe cannot sleep, a hook cannot ask gRPC. */
export type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>;

export interface HandlerOptions {
  /** The pod's terminationGracePeriodSeconds. */
  readonly gracePeriod: number | bigint;
}

/** The server looks into the first action only; each further one is forbidden. */
export function validateHandler(check: Check, handler: Handler, at: FieldPath, options: HandlerOptions): void {
  const { exec, httpGet, tcpSocket, grpc } = handler;
  const sleep = check.minor >= enabledSince.sleep ? handler.sleep : undefined;
  let found = false;
  const visit = <Action>(
    name: string,
    action: Action | undefined,
    validate: (action: Action, at: FieldPath) => void,
  ) => {
    if (action === undefined) return;
    if (found) forbidden(check, child(at, name), 'is a second action: exactly one may be given');
    else validate(action, child(at, name));
    found = true;
  };
  visit('exec', exec, (action, place) => validateExec(check, action, place));
  visit('httpGet', httpGet, (action, place) => validateHttpGet(check, action, place));
  visit('tcpSocket', tcpSocket, (action, place) => validatePort(check, action.port ?? 0, child(place, 'port')));
  visit('grpc', grpc, (action, place) => validatePort(check, action.port ?? 0, child(place, 'port')));
  visit('sleep', sleep, (action, place) => validateSleep(check, action.seconds ?? 0, place, options));
  if (!found) required(check, at, 'must name one action');
}

function validateExec(check: Check, action: ExecAction, at: FieldPath): void {
  if ((action.command ?? []).length === 0) required(check, child(at, 'command'));
}

function validateHttpGet(check: Check, action: HTTPGetAction, at: FieldPath): void {
  validatePort(check, action.port ?? 0, child(at, 'port'));
  const { scheme = '' } = action;
  if (scheme !== '' && !schemes.includes(scheme)) notSupported(check, child(at, 'scheme'), scheme, schemes);
  // The server names the list, not the item.
  for (const { name = '' } of action.httpHeaders ?? []) {
    expectFormat(check, child(at, 'httpHeaders'), name, httpHeaderName(name));
  }
}

/** A number, or the name of a container's port. */
export function validatePort(check: Check, port: number | string, at: FieldPath): void {
  expectFormat(check, at, port, typeof port === 'number' ? portNumber(port) : portName(port));
}

function validateSleep(check: Check, seconds: number | bigint, at: FieldPath, { gracePeriod }: HandlerOptions): void {
  const least = check.minor >= enabledSince.zeroSleep ? 0 : 1;
  if (seconds >= least && seconds <= gracePeriod) return;
  invalid(check, at, seconds, `must be from ${least} to the pod's terminationGracePeriodSeconds, ${gracePeriod}`);
}
