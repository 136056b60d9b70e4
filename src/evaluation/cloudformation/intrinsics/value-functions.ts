/** The functions that give values, by name. `Fn::ForEach` isn't among them: it is a key, and repeats what stands beside it. */
import { evaluateBase64 } from './base64.ts';
import { evaluateCidr } from './cidr.ts';
import { evaluateFindInMap } from './find-in-map.ts';
import { evaluateGetAtt } from './get-att.ts';
import { evaluateGetAZs } from './get-azs.ts';
import { evaluateGetStackOutput } from './get-stack-output.ts';
import { evaluateIf } from './if.ts';
import { evaluateImportValue } from './import-value.ts';
import type { Intrinsic } from './intrinsic.ts';
import { evaluateJoin } from './join.ts';
import { evaluateLength } from './length.ts';
import { evaluateRef } from './ref.ts';
import { evaluateSelect } from './select.ts';
import { evaluateSplit } from './split.ts';
import { evaluateSub } from './sub.ts';
import { evaluateToJsonString } from './to-json-string.ts';
import { evaluateTransform } from './transform.ts';

export const valueFunctions: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', evaluateRef],
  ['Fn::Base64', evaluateBase64],
  ['Fn::Cidr', evaluateCidr],
  ['Fn::FindInMap', evaluateFindInMap],
  ['Fn::GetAtt', evaluateGetAtt],
  ['Fn::GetAZs', evaluateGetAZs],
  ['Fn::GetStackOutput', evaluateGetStackOutput],
  ['Fn::If', evaluateIf],
  ['Fn::ImportValue', evaluateImportValue],
  ['Fn::Join', evaluateJoin],
  ['Fn::Length', evaluateLength],
  ['Fn::Select', evaluateSelect],
  ['Fn::Split', evaluateSplit],
  ['Fn::Sub', evaluateSub],
  ['Fn::ToJsonString', evaluateToJsonString],
  ['Fn::Transform', evaluateTransform],
]);
