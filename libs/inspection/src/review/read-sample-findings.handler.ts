import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FileId } from '@rt/domain';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { sampleFindings, type SampleFindings, type SampleMoment } from './sample-findings';

/** The findings in some files of a sample: as known at an instant, and as known now. */
export class ReadSampleFindings extends Query<ReadonlyMap<FileId, SampleFindings>> {
  constructor(
    readonly files: readonly FileId[],
    readonly moment: SampleMoment,
  ) {
    super();
  }
}

@QueryHandler(ReadSampleFindings)
export class ReadSampleFindingsHandler implements IQueryHandler<ReadSampleFindings> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ files, moment }: ReadSampleFindings): Promise<ReadonlyMap<FileId, SampleFindings>> {
    return sampleFindings(this.ports, files, moment);
  }
}
