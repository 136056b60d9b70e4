/** What is deployed as a unit, as discovery finds it. */
export type { Deployment, Language } from '../discovery/deployment.ts';
