/** What a run reports: on a pull request only what it caused, unless the inputs say otherwise. */
import type { Runner } from './runner.ts';

export interface Since {
  /** For the command line; undefined: everything is reported. */
  readonly ref: string | undefined;
  /** Why everything is reported though only a part was wanted. */
  readonly remark?: string;
}

/** @param input a commit or branch; `none`: report everything; empty: the base of the pull request, if there is one */
export async function changedSince(input: string, runner: Runner): Promise<Since> {
  if (input === 'none') return { ref: undefined };
  if (input !== '') return { ref: input };
  const base = baseOfPullRequest(runner);
  if (base === undefined) return { ref: undefined };
  const { code } = await runner.environment.git(['merge-base', base, 'HEAD'], '.');
  if (code === 0) return { ref: base };
  const remark =
    'Everything is reported, for the base of the pull request is not in the clone. With `fetch-depth: 0` for actions/checkout, only what the pull request caused is reported.';
  return { ref: undefined, remark };
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
function baseOfPullRequest(runner: Runner): string | undefined {
  const { env } = runner.environment;
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request') return undefined;
  const event = parsed(runner.readFile(env['GITHUB_EVENT_PATH'] ?? '') ?? '');
  const sha = ['pull_request', 'base', 'sha'].reduce(entry, event);
  return typeof sha === 'string' && /^[0-9a-f]{40,64}$/u.test(sha) ? sha : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function entry(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
