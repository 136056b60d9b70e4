/** How much one root may ask for. Inputs are strangers' code: at each bound evaluation stops with `input/limit`. */

/** Instances of one block by `count` or `for_each`. */
export const maximumInstances: number = 1000;
/** Resources of one root. */
export const maximumResources: number = 20_000;
/** Module calls inside module calls. */
export const maximumModuleDepth: number = 32;
/** Expressions inside expressions, through variables, locals and modules. */
export const maximumEvaluationDepth: number = 400;
/** Expressions that are evaluated for one root, loops counted by their turns. */
export const maximumEvaluations: number = 2_000_000;
/** Characters in one text. */
export const maximumTextLength: number = 512 * 1024;
/** Values in one list or map, all levels together. */
export const maximumValueSize: number = 50_000;
/** Lists and maps inside each other. */
export const maximumValueDepth: number = 100;
