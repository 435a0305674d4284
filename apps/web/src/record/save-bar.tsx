import type { Text } from '@rt/domain';
import { Button } from '@rt/ui';
import { useSay } from '../texts/language';
import { consequenceOf } from './consequence';
import { verbOf } from './step-verbs';
import type { PreviewAnswer } from './use-preview';

const WAITING: Text = {
  sv: 'Fyll i det som behövs, så står här vad steget ändrar.',
  en: 'Fill in what is needed, and what the step changes will stand here.',
};

/** The button, and what pressing it will change. */
export const SaveBar = ({
  type,
  isSaving,
  isOffline,
  preview,
  onCancel,
}: {
  readonly type: string;
  readonly isSaving: boolean;
  readonly isOffline: boolean;
  readonly preview: PreviewAnswer | undefined;
  readonly onCancel: () => void;
}) => {
  const say = useSay();
  const consequence = preview && consequenceOf(preview);
  return (
    <div className="save-bar">
      <Button type="submit" weight="primary" isPending={isSaving} data-path="save">
        {isSaving ? say({ sv: 'Sparar …', en: 'Saving …' }) : say(verbOf(type))}
      </Button>
      <Button weight="quiet" onPress={onCancel}>
        {say({ sv: 'Avbryt', en: 'Cancel' })}
      </Button>
      <p className="consequence" role="status">
        {isOffline ? (
          say({
            sv: 'Servern svarar inte. Det du skrivit står kvar; spara igen om en stund.',
            en: 'The server does not answer. What you wrote stands here; save again in a moment.',
          })
        ) : consequence === undefined ? (
          <span className="soft">{say(WAITING)}</span>
        ) : (
          <>
            <b>{say(consequence.bold)}</b> {say(consequence.rest)}
          </>
        )}
      </p>
      <p className="small soft hot-keys">
        <kbd>Ctrl</kbd>+<kbd>Enter</kbd>
      </p>
    </div>
  );
};
