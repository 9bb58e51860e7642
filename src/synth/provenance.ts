import { ApiObject } from 'cdk8s';
import { Node, type IConstruct } from 'constructs';
import { callerOf, type UserCode } from './frames.ts';

/** What was seen while one unit was built. */
export interface Recording {
  /** Innermost user frame of each API object's construction, raw. */
  readonly frames: ReadonlyMap<IConstruct, string>;
  /** Path of the construct that was begun last: where a throw happened. */
  readonly last: string | undefined;
}

interface ActiveRecording {
  readonly code: UserCode;
  readonly frames: Map<IConstruct, string>;
  last: string | undefined;
}

/** `addChild` is a private method: jsii strips it from the declared type. */
interface NodeWithChildren {
  addChild: (this: Node, child: IConstruct, name: string) => void;
}

let active: ActiveRecording | undefined;

/**
 * Every construct, whoever makes it (user code, our constructs, cdk8s-plus), passes `Node.addChild` of its parent while it is
 * being constructed. It is the one place where an API object's maker is still on the stack. Outside a recording the wrapper
 * does nothing. The object is not yet marked as an ApiObject then, so the prototype chain is asked.
 */
const prototype = Node.prototype as unknown as NodeWithChildren;
const addChild = prototype.addChild;
prototype.addChild = function addChildRecorded(this: Node, child: IConstruct, name: string): void {
  addChild.call(this, child, name);
  if (active === undefined) return;
  active.last = this.path === '' ? name : `${this.path}/${name}`;
  if (!Object.prototype.isPrototypeOf.call(ApiObject.prototype, child)) return;
  const frame = callerOf(addChildRecorded, active.code)?.user;
  if (frame !== undefined) active.frames.set(child, frame);
};

/** Runs `build` and calls it back with what it saw, whether it returned or threw. */
export function record(code: UserCode, build: (recording: Recording) => void): void {
  const outer = active;
  const recording: ActiveRecording = { code, frames: new Map(), last: undefined };
  active = recording;
  try {
    build(recording);
  } finally {
    active = outer;
  }
}
