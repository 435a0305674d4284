import {
  byMachine,
  changed,
  code,
  codeList,
  creates,
  flag,
  optional,
  orNone,
  parts,
  refersTo,
  text,
  whole,
  type Payload,
} from './declare';
import type { OrderId, PlanId } from './ids';

const COLOURS = codeList({ red: ['Röd', 'Red'], blue: ['Blå', 'Blue'] });
const fields = {
  planId: creates('plan'),
  orderId: orNone(refersTo('order')),
  colour: code(COLOURS, 'Färg', 'Colour'),
  reason: optional(text('Skäl', 'Reason')),
  note: changed(text('Anteckning', 'Note')),
  version: byMachine(whole(1, 9, 'Version', 'Version number')),
  lines: parts({ shown: flag('Visad', 'Shown') }, 'Rader', 'Lines'),
};
type Said = Payload<typeof fields>;
interface Written {
  readonly planId: PlanId;
  readonly orderId: OrderId | null;
  readonly colour: 'red' | 'blue';
  readonly reason?: string;
  readonly note?: string | null;
  readonly version: number;
  readonly lines: readonly { readonly shown: boolean }[];
}

/** `true` if the compiler considers two types identical, including optionality and `readonly`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

describe('the type of a payload', () => {
  it('is what its fields say, and no other', () => {
    // Each line is a compile error if the derivation or the comparison is wrong.
    const same: Same<Said, Written> = true;
    const required: Same<Said, Omit<Written, 'reason'> & { readonly reason: string }> = false;
    const wider: Same<Said, Omit<Written, 'colour'> & { readonly colour: string }> = false;
    const nothing: Same<Payload<Record<never, never>>, Readonly<Record<string, never>>> = true;
    expect([same, required, wider, nothing]).toEqual([true, false, false, true]);
    expect(Object.values(fields).map(({ presence }) => presence)).toEqual([
      'made',
      'nullable',
      'required',
      'optional',
      'either',
      'machine',
      'required',
    ]);
  });
});

describe('a list of codes', () => {
  it('is the list of its codes, and says what each is called', () => {
    expect([...COLOURS]).toEqual(['red', 'blue']);
    expect(COLOURS.includes('blue')).toBe(true);
    expect(COLOURS.labels.blue).toEqual({ sv: 'Blå', en: 'Blue' });
  });
});
