import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as Choice,
  SelectValue,
} from 'react-aria-components';
import './select.css';

interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** One choice out of many, with its label above. Typing moves to what begins so. */
export const Select = <Id extends string>({
  label,
  options,
  chosen,
  onChoose,
  autoFocus = false,
}: {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly autoFocus?: boolean;
}) => (
  <Choice
    className="select"
    autoFocus={autoFocus}
    value={chosen}
    onChange={(key) => {
      onChoose(key as Id);
    }}
  >
    <Label>{label}</Label>
    <Button>
      <SelectValue />
      <ChevronDown size={16} aria-hidden="true" />
    </Button>
    <Popover className="select-list">
      <ListBox items={options}>
        {(option) => <ListBoxItem id={option.id}>{option.label}</ListBoxItem>}
      </ListBox>
    </Popover>
  </Choice>
);
