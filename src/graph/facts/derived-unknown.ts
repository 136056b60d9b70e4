/** What is not known because it depends on something that nothing here declares or decides. */
import { UnknownLeaf } from '../../core/document.ts';

export function derivedUnknown(
  key: string,
  subject: string,
  cure = 'scan the code that declares it, too',
): UnknownLeaf {
  return new UnknownLeaf({ key, reason: { code: 'derived', subject, cure } });
}
