import type { ThingIds, ThingKind } from '@rt/domain';

type Id = ThingIds[ThingKind];

/**
 * A type without what may differ between an input and what is stored: `readonly`, ids that are made when left out, and the
 * schema version that the machine adds. Everything else counts, optionality included.
 */
type Normal<X> = X extends string | number | boolean | null | undefined
  ? X
  : X extends readonly (infer Item)[]
    ? Normal<Item>[]
    : {
        -readonly [K in keyof X as Exclude<K, 'schemaVersion'>]-?: {
          value: Normal<Exclude<X[K], undefined>>;
          optional: Exclude<X[K], undefined> extends Id ? false : Omissible<X, K>;
        };
      };

type Omissible<X, K extends keyof X> = Record<never, never> extends Pick<X, K> ? true : false;

/** `true` where a DTO says exactly what the domain's payload says, so that the two cannot drift apart. */
export type SameShape<Dto, Data> = [Normal<Dto>] extends [Normal<Data>]
  ? [Normal<Data>] extends [Normal<Dto>]
    ? true
    : false
  : false;
