/** Every transformation of templates; a new one is a line here. */
import type { Transformation } from '../../transformation.ts';
import type { TemplateProject } from '../template-project.ts';
import { withConditions, withDependencies, withNothing, wholeUnderConditions } from './harmless.ts';
import {
  chosen,
  fromLists,
  fromMaps,
  fromMapsByDefault,
  fromSplitTexts,
  inConditions,
  inOutputs,
  inParameterFiles,
  inParameters,
  inPieces,
  substituted,
} from './literals.ts';
import { included, inLoops, nested, renamed, reordered } from './structure.ts';
import { inFlowStyle, inJson, inLongYaml, inShortYaml, onOneLine, quoted, withComments } from './spelling.ts';

export type TemplateTransformation = Transformation<TemplateProject>;

export const transformations: readonly TemplateTransformation[] = [
  inJson,
  onOneLine,
  inLongYaml,
  inShortYaml,
  inFlowStyle,
  quoted,
  withComments,
  inParameters,
  inParameterFiles,
  fromMaps,
  fromMapsByDefault,
  inConditions,
  chosen,
  inPieces,
  substituted,
  fromLists,
  fromSplitTexts,
  inOutputs,
  nested,
  included,
  inLoops,
  reordered,
  renamed,
  withDependencies,
  withConditions,
  wholeUnderConditions,
  withNothing,
];
