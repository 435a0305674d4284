/** Prints the JSON of standard input for people: indented, and of a list with more than ten entries the first three and how many there are. */
import { text } from 'node:stream/consumers';

const entriesShown = 3;
const entriesMax = 10;

const cut = (value) => {
  if (Array.isArray(value)) {
    const shown = value.length > entriesMax ? value.slice(0, entriesShown) : value;
    const rest = value.length - shown.length;
    return [...shown.map(cut), ...(rest > 0 ? [`… ${rest} more`] : [])];
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each)]));
};

const said = await text(process.stdin);
if (said !== '') console.log(JSON.stringify(cut(JSON.parse(said)), null, 2));
