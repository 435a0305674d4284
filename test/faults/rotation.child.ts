/** Changes both keys of a data folder over and over until it is killed. Argument: `<folder>`. It prints a line when it begins with the first change. */
import { writeSync } from 'node:fs';
import { openHouse } from '@rt/composition';

const [dataDir = ''] = process.argv.slice(2);

const run = async (): Promise<void> => {
  for (;;) {
    const house = await openHouse({ dataDir, municipality: 'exempelstad' }, { mode: 'write' });
    writeSync(1, 'changing\n');
    await house.rotateKeys({ master: 'made', signing: 'made' });
    await house.close();
  }
};

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
