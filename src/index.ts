/** The public interface: lint files from a program, and the types of what comes back. */
export { defaultConfig } from './config/default-config.ts';
export type { Config } from './config/config.ts';
export { nodeFileSystem } from './core/file-system-node.ts';
export { memoryFileSystem } from './core/file-system-memory.ts';
export type { FileSystem } from './core/file-system.ts';
export type { Finding } from './findings/finding.ts';
export type { Report } from './findings/report.ts';
export { lint, type LintOptions } from './lint.ts';
export { builtInPolicies } from './policy/built-in.ts';
export { loadPolicyFolders } from './policy/load-policy-folders.ts';
export type { Policy } from './policy/policy.ts';
export type { Verdict } from './policy/verdict.ts';
