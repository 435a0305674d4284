export { benchAppends } from './append.bench';
