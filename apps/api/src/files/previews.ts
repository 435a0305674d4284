import { Injectable } from '@nestjs/common';
import { coverOn, type ContactWith, type LocalDate, type PersonalFile } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import type { PreviewedSteps } from '@rt/handling';
import { effectsOf, replayFile } from '@rt/rules';
import type { Answer } from '../openapi/answers';

/** Answers what steps would do in a file, and what covers a contact, before anything is stored. */
@Injectable()
export class Previews {
  constructor(private readonly ruleset: RulesetRepository) {}

  /** What the rules find differently today after the steps, and what covers the contacts among them. */
  async of({ before, after }: PreviewedSteps, on: LocalDate): Promise<Answer<'Preview'>> {
    const settings = (await this.ruleset.load()).recorded;
    const judge = (recorded: (typeof before)['recorded']) => replayFile(recorded, { asOf: on }, settings);
    const [was, is] = [judge(before.recorded), judge(after.recorded)];
    const contacts = after.recorded
      .slice(before.recorded.length)
      .flatMap((event) => (event.type === 'ContactMade' ? [event] : []))
      .map(({ data, ...when }) =>
        this.cover(
          after.file,
          data.partyIds.map((partyId) => ({ ...when, data: { partyId, subjects: data.subjects } })),
          when.occurredOn,
        ),
      );
    return {
      revision: before.revision,
      on,
      findings: effectsOf(was.findings, is.findings, on),
      contacts: await Promise.all(contacts),
    };
  }

  /** What covers a contact with each of its parties on a day. */
  async cover(
    file: PersonalFile,
    contacts: readonly ContactWith[],
    on: LocalDate,
  ): Promise<Answer<'ContactCover'>> {
    const { configuration } = await this.ruleset.load();
    return {
      parties: contacts.map((contact) => {
        const { covered, by, uncovered, reserved } = coverOn(file, contact);
        return {
          partyId: contact.data.partyId,
          covered,
          by: by.map(({ kind, id }) => ({ kind, id })),
          uncovered,
          reserved: reserved.map(({ id }) => id),
        };
      }),
      grounds: configuration.lawfulGroundsOn(on),
    };
  }
}
