import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * A small file that the command line writes while the server holds the store. Its MAC needs a key of the installation, so whoever can only write in the
 * folder says nothing with it.
 */
export class AuthenticatedFile<Content extends Readonly<Record<string, string>>> {
  constructor(
    private readonly file: string,
    private readonly key: KeyObject,
    /** The members, in the order in which the MAC covers them. */
    private readonly members: readonly (keyof Content & string)[],
  ) {}

  /** Undefined if there is no such file, or it was changed. */
  read(): Content | undefined {
    try {
      const { mac, ...content } = JSON.parse(readFileSync(this.file, 'utf8')) as Content & {
        readonly mac: string;
      };
      const given = Buffer.from(mac, 'hex');
      const right = this.macOf(content as unknown as Content);
      return given.length === right.length && timingSafeEqual(given, right)
        ? (content as unknown as Content)
        : undefined;
    } catch {
      return undefined;
    }
  }

  write(content: Content): void {
    const mac = this.macOf(content).toString('hex');
    writeFileSync(`${this.file}.new`, JSON.stringify({ ...content, mac }), { mode: 0o600, flush: true });
    renameSync(`${this.file}.new`, this.file);
  }

  private macOf(content: Content): Buffer {
    const covered = this.members.map((member) => content[member]);
    return createHmac('sha256', this.key).update(JSON.stringify(covered)).digest();
  }
}
