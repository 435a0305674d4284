/** The questions about a review that read many files, for a thread that answers them without the framework. */
export { computeIndicators } from './review/compute-indicators';
export { redrawSample, reviewFrame } from './review/redraw-sample';
