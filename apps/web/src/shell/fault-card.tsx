import { Button } from '@rt/ui';
import { NoConnection } from '../api/api-problem';
import { useSay } from '../texts/language';
import './fault-card.css';

/** Says that an answer did not come, what was told about it, and how to go on. */
export const FaultCard = ({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) => {
  const say = useSay();
  return (
    <div className="fault" role="alert">
      <p>
        {error instanceof NoConnection
          ? say({
              sv: 'Servern svarar inte. Inget är förlorat; försök igen om en stund.',
              en: 'The server does not answer. Nothing is lost; try again in a moment.',
            })
          : error.message}
      </p>
      {onRetry && <Button onPress={onRetry}>{say({ sv: 'Försök igen', en: 'Try again' })}</Button>}
    </div>
  );
};
