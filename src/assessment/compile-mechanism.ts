/** A mechanism made ready: its conditions, carriers, figures and phrase compiled, once, at its first use. */
import { compileCondition, compileHops, topFrame, type CompiledHop } from '../conditions/compile.ts';
import { below, type Problem } from '../conditions/compile-path.ts';
import type { Quantifier } from '../conditions/condition.ts';
import type { CompiledCondition } from '../conditions/compiled.ts';
import { compilePhrase, type PhrasePart } from '../conditions/phrase.ts';
import type { Vocabulary } from '../conditions/vocabulary.ts';
import type { Basis, Disruption } from './assessment.ts';
import { compileFigure, type Figure } from './figure.ts';
import type { Carrier, Hop, MechanismFile } from './mechanism.ts';

export interface CompiledMechanism {
  readonly id: string;
  readonly where: CompiledCondition | undefined;
  readonly recovers: ReadonlySet<Disruption>;
  /** Empty: it recovers by itself. */
  readonly carrier: readonly CompiledHop[];
  readonly rpo: Figure | undefined;
  readonly rto: Figure;
  readonly detection: Figure | undefined;
  readonly grade: number;
  readonly basis: { readonly rpo: Basis; readonly rto: Basis };
  readonly isCertain: boolean;
  readonly decidedByPerson: boolean;
  readonly proviso: readonly PhrasePart[] | undefined;
  readonly says: readonly PhrasePart[];
  readonly stands: readonly PhrasePart[] | undefined;
}

/** Without a vocabulary names are taken as they are: those of built-in mechanisms were checked when they were built in. */
export function compileMechanism(
  id: string,
  file: Omit<MechanismFile, 'for'>,
  vocabulary?: Vocabulary,
): { readonly mechanism: CompiledMechanism; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const start = topFrame(vocabulary, (problem) => problems.push(asWritten(problem, file.carrier)));
  const where = file.where === undefined ? undefined : compileCondition(file.where, vocabulary);
  for (const { at, message } of where?.problems ?? []) problems.push({ at: ['where', ...at], message });
  const carrier = compileHops(hopsOf(file.carrier), below(start, 'carrier'));
  const end = { ...carrier.end, at: [] };
  const { basis } = file;
  const figure = (name: 'rpo' | 'detection'): Figure | undefined =>
    file[name] === undefined ? undefined : compileFigure(file[name], below(end, name));
  const phrase = (name: 'proviso' | 'stands'): readonly PhrasePart[] | undefined =>
    file[name] === undefined ? undefined : compilePhrase(file[name], below(end, name));
  const mechanism = {
    id,
    where: where?.condition,
    recovers: new Set(file.recovers),
    carrier: carrier.hops,
    rpo: figure('rpo'),
    rto: compileFigure(file.rto, below(end, 'rto')),
    detection: figure('detection'),
    grade: file.grade ?? 0,
    basis: typeof basis === 'string' ? { rpo: basis, rto: basis } : { rpo: basis.rpo ?? basis.rto, rto: basis.rto },
    isCertain: file.certainty !== 'possible',
    decidedByPerson: file.decidedBy === 'person',
    proviso: phrase('proviso'),
    says: compilePhrase(file.says, below(end, 'says')),
    stands: phrase('stands'),
  };
  return { mechanism, problems };
}

/** Where a mistake stands in the file: a carrier of one hop is written without a list, a hop of one relation as a text. */
function asWritten(problem: Problem, carrier: Carrier | undefined): Problem {
  const [root, index, ...rest] = problem.at;
  if (root !== 'carrier' || typeof index !== 'number' || carrier === undefined) return problem;
  const hop = isSeveral(carrier) ? carrier[index] : carrier;
  const inside = typeof hop === 'string' ? [] : rest;
  return { ...problem, at: isSeveral(carrier) ? [root, index, ...inside] : [root, ...inside] };
}

function hopsOf(carrier: Carrier | undefined): readonly Quantifier[] {
  if (carrier === undefined) return [];
  return (isSeveral(carrier) ? carrier : [carrier]).map((hop) => (typeof hop === 'string' ? { of: hop } : hop));
}

function isSeveral(carrier: Carrier): carrier is readonly Hop[] {
  return Array.isArray(carrier);
}
