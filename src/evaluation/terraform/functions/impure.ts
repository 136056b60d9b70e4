/** What no reading of the code can tell: values that differ each time, or between implementations. */
import { scalar, unknown } from '../../../core/value.ts';
import { takesNothing, takesOne, takesTwo, type Call, type FunctionTable } from './function.ts';
import { keyOf } from '../values/symbols.ts';
import { integer, optional, text } from './parameters.ts';

export const impureFunctions: FunctionTable = {
  // Two implementations of gzip may compress the same text differently.
  // https://developer.hashicorp.com/terraform/language/functions/base64gzip
  base64gzip: takesOne(text, (value, { name }) => {
    const cure = 'What gzip makes of a text depends on its implementation, so dr-lint does not compute it.';
    return unknown(`${name}(${keyOf(scalar(value))})`, { code: 'unsupported', subject: `${name}()`, cure });
  }),
  bcrypt: takesTwo(text, optional(integer, 10), (_, __, call) => different(call)),
  plantimestamp: takesNothing(different),
  timestamp: takesNothing(different),
  uuid: takesNothing(different),
};

/** A fresh unknown for each call: two timestamps are not the same. */
function different({ name, scope }: Call): ReturnType<typeof unknown> {
  return unknown(scope.run.freshKey(name), { code: 'impure', subject: `${name}()`, cure: '' });
}
