/** Every transformation; a new one is a line here. */
import type { Transformation } from '../transformation.ts';
import { settingsBesideBuckets, settingsInBuckets } from './bucket-settings.ts';
import { generated, generatedWithIterator } from './dynamic.ts';
import { inReverse, oneFilePerBlock } from './files.ts';
import { besideHarmlessBlocks } from './harmless-blocks.ts';
import { byKey, counted } from './instances.ts';
import { fromWindows, withComments } from './layout.ts';
import { inAChainOfLocals, inAVariableFile, inLocals, inVariables } from './literals.ts';
import { inACountedModule, inAModule, inAModuleByKey, inAModuleOfAModule } from './modules.ts';
import { renamed } from './names.ts';
import { defaultTags, regionArguments } from './providers.ts';

export const transformations: readonly Transformation[] = [
  oneFilePerBlock,
  inReverse,
  inAModule,
  inACountedModule,
  inAModuleByKey,
  inAModuleOfAModule,
  inVariables,
  inLocals,
  inAChainOfLocals,
  inAVariableFile,
  counted,
  byKey,
  generated,
  generatedWithIterator,
  besideHarmlessBlocks,
  settingsInBuckets,
  settingsBesideBuckets,
  regionArguments,
  defaultTags,
  renamed,
  withComments,
  fromWindows,
];
