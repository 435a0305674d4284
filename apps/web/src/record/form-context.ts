import { createContext, useContext } from 'react';
import type { Known } from './choices';
import type { WrittenValue, Values } from './form-values';

/** What every line of a form works with. */
interface FormContext {
  readonly known: Known;
  readonly errors: ReadonlyMap<string, string>;
  readonly values: Values;
  readonly set: (path: string, value: WrittenValue) => void;
}

const Context = createContext<FormContext | undefined>(undefined);
export const FormProvider = Context;

export const useForm = (): FormContext => {
  const form = useContext(Context);
  if (form === undefined) throw new Error('a line of a form stands outside of its form');
  return form;
};
