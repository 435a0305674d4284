import { Injectable } from '@nestjs/common';
import { factsOf, type LocalDate } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { replayFile, type AdoptedSettings } from '@rt/rules';
import type { Answer } from '../openapi/answers';

type Judged = Pick<Answer<'File'>, 'facts' | 'findings' | 'threads'>;
type Head = Omit<Answer<'File'>, keyof Judged>;

interface Made {
  readonly on: LocalDate;
  readonly settings: AdoptedSettings;
  readonly text: Buffer;
}

/**
 * The facts and findings of a file on a day, as JSON. The text is cached with the loaded file, until an event is recorded in the file, the day ends
 * or the ruleset changes.
 */
@Injectable()
export class FileAnswers {
  private readonly made = new WeakMap<LoadedFile, Made>();

  /** @param head the beginning of the answer, before the facts. @returns the parts of the answer, of which the last is shared by many answers */
  answer(opened: LoadedFile, on: LocalDate, settings: AdoptedSettings, head: Head): readonly Buffer[] {
    const begun = Buffer.from(JSON.stringify(head).slice(0, -1));
    return [begun, this.factsAndFindings(opened, on, settings)];
  }

  private factsAndFindings(opened: LoadedFile, on: LocalDate, settings: AdoptedSettings): Buffer {
    const made = this.made.get(opened);
    if (made?.on === on && made.settings === settings) return made.text;
    const { file, findings, threads } = replayFile(opened.recorded, { asOf: on }, settings);
    const judged: Judged = { facts: factsOf(file), findings, threads };
    const json = JSON.stringify(judged);
    const text = Buffer.from(`,${json.slice(1)}`);
    this.made.set(opened, { on, settings, text });
    return text;
  }
}
