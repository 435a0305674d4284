/**
 * Entry point of the thread of one job. It opens the store for reading, through connections of its own, so that deciphering and folding every file
 * takes no time from the requests. It writes nothing, so it may be ended at any instant.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openHouse } from '@rt/composition';
import { faultOf } from '../observing/fault';
import type { FromJob, JobThreadData } from './job.messages';
import { answerTo } from './job-work';

const work = async (port: MessagePort, { settings, question }: JobThreadData): Promise<void> => {
  const tell = (message: FromJob): void => port.postMessage(message);
  try {
    const house = await openHouse(settings, { mode: 'read' });
    try {
      const answer = await answerTo(question, house, (progress) => tell({ is: 'progress', ...progress }));
      tell({ is: 'done', result: JSON.stringify(answer) });
    } finally {
      await house.close();
    }
  } catch (error) {
    tell({ is: 'failed', fault: faultOf(error) });
  }
  port.close();
};

if (parentPort !== null) void work(parentPort, workerData as JobThreadData);
