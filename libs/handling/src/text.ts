export type { Text } from '@rt/domain';
