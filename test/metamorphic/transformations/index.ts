/** Every transformation; a new one is a line here. */
import type { Transformation } from '../transformation.ts';
import { settingsBesideBuckets, settingsInBuckets } from './bucket-settings.ts';
import { computed } from './computed.ts';
import { generated, generatedWithIterator } from './dynamic.ts';
import { inReverse, oneFilePerBlock } from './files.ts';
import { besideHarmlessBlocks } from './harmless-blocks.ts';
import { byKey, counted, perhaps } from './instances.ts';
import { asJson, asJsonOfLists, overriddenByJson } from './json.ts';
import { fromWindows, withComments } from './layout.ts';
import { inAChainOfLocals, inAVariableFile, inLocals, inVariables } from './literals.ts';
import {
  inACountedModule,
  inAModule,
  inAModuleByKey,
  inAModuleOfAModule,
  inAModuleThatMayNotExist,
} from './modules.ts';
import { renamed } from './names.ts';
import { defaultTags, regionArguments } from './providers.ts';
import { asTerragruntUnit } from './terragrunt.ts';

export const transformations: readonly Transformation[] = [
  oneFilePerBlock,
  inReverse,
  inAModule,
  inACountedModule,
  inAModuleByKey,
  inAModuleOfAModule,
  inAModuleThatMayNotExist,
  inVariables,
  inLocals,
  inAChainOfLocals,
  inAVariableFile,
  computed,
  counted,
  byKey,
  perhaps,
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
  asJson,
  asJsonOfLists,
  overriddenByJson,
  asTerragruntUnit,
];
