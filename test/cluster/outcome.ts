/** Counts what was proved, and says it as it happens; the last line is `N passed, N failed`. */
export class Outcome {
  passed = 0;
  failed = 0;
  private readonly began = Date.now();

  say(text: string): void {
    const seconds = String(Math.round((Date.now() - this.began) / 1000)).padStart(4);
    for (const line of text.trimEnd().split('\n')) process.stdout.write(`${seconds} s  ${line}\n`);
  }

  /** Runs one proof; what it returns is printed beside its title. A failed one does not stop the others. */
  async prove(title: string, seconds: number, proof: () => Promise<string | undefined>): Promise<boolean> {
    const started = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000);
    });
    try {
      const note = await Promise.race([proof(), late]);
      this.passed += 1;
      this.say(`ok    ${title} (${Math.round((Date.now() - started) / 1000)} s)`);
      if (note !== undefined && note !== '') this.say(note.replaceAll(/^/gm, '        '));
      return true;
    } catch (error) {
      this.failed += 1;
      this.say(`FAIL  ${title}`);
      this.say(String(error instanceof Error ? error.message : error).replaceAll(/^/gm, '        '));
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
  }
}

/** A proof's own check. */
export function must(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
