import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './chips.css';

export interface Chip<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Left out where the number is not known. */
  readonly count?: number;
}

/** A filter of which exactly one is chosen. */
export const Chips = <Id extends string>({
  label,
  chips,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chips: readonly Chip<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) => (
  <ToggleButtonGroup
    className="chips"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[chosen]}
    onSelectionChange={(keys) => {
      const [key] = keys;
      if (key !== undefined) onChoose(key as Id);
    }}
  >
    {chips.map(({ id, label: text, count }) => (
      <ToggleButton key={id} id={id}>
        {text}
        {count !== undefined && <span>{count}</span>}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
