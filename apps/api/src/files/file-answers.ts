import { Injectable } from '@nestjs/common';
import { factsOf, type LocalDate } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { replayFile, type AdoptedSettings } from '@rt/rules';

interface Made {
  readonly on: LocalDate;
  readonly settings: AdoptedSettings;
  readonly text: Buffer;
}

/**
 * What a file comes to on a day, as it is answered: facts and findings. Made once for as long as nothing is recorded in the file, the day
 * lasts and the ruleset stands; it goes when the opened file goes.
 */
@Injectable()
export class FileAnswers {
  private readonly made = new WeakMap<LoadedFile, Made>();

  /** @param head what the answer begins with, before the facts */
  answer(opened: LoadedFile, on: LocalDate, settings: AdoptedSettings, head: object): Buffer {
    const begun = Buffer.from(JSON.stringify(head).slice(0, -1));
    return Buffer.concat([begun, this.factsAndFindings(opened, on, settings)]);
  }

  private factsAndFindings(opened: LoadedFile, on: LocalDate, settings: AdoptedSettings): Buffer {
    const made = this.made.get(opened);
    if (made?.on === on && made.settings === settings) return made.text;
    const { file, findings } = replayFile(opened.recorded, { asOf: on }, settings);
    const json = JSON.stringify({ facts: factsOf(file), findings });
    const text = Buffer.from(`,${json.slice(1)}`);
    this.made.set(opened, { on, settings, text });
    return text;
  }
}
