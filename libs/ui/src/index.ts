export { Button } from './button/button';
export { LineChart } from './chart/line-chart';
export { Chips, type Chip } from './chips/chips';
export {
  AreaField,
  ChecksField,
  ChoiceField,
  DayField,
  fieldId,
  RadioField,
  TextField,
  type FieldOption,
  type FieldParts,
} from './field/field';
export { AuthorityLabel } from './label/authority-label';
export { ProtectedMark } from './label/protected-mark';
export { NoticeBar } from './notice-bar/notice-bar';
export { SearchField } from './search-field/search-field';
export { Select } from './select/select';
export { Tabs } from './tabs/tabs';
export { LyingThread } from './thread/lying-thread';
export { StandingThread } from './thread/standing-thread';
export { UnitThread } from './thread/unit-thread';
export { BrandMark, FrayedMark, ThreadBanner } from './thread/thread-mark';
import './styles/tokens.css';
import './styles/base.css';
