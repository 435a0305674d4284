import { openIdContract } from './openid.contract';
import { inMemoryStage } from './openid.in-memory.fixture';

openIdContract('a provider in memory', inMemoryStage);
