import { Search } from 'lucide-react';
import { Input, SearchField as AriaSearchField } from 'react-aria-components';
import './search-field.css';

/** A field that narrows what the page shows while one types. Escape empties it. */
export const SearchField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <AriaSearchField className="search-field" aria-label={label} value={value} onChange={onChange}>
    <Search size={16} aria-hidden="true" />
    <Input placeholder={label} />
  </AriaSearchField>
);
