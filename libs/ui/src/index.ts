export { Button } from './button/button';
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
export { Tabs, type TabbedPage } from './tabs/tabs';
export { LyingThread } from './thread/lying-thread';
export { StandingThread, type StandingStep } from './thread/standing-thread';
export { BrandMark, FrayedMark, ThreadBanner } from './thread/thread-mark';
import './styles/tokens.css';
import './styles/base.css';
