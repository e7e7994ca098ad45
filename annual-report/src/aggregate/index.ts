export type { RollUpCheck } from './checks.ts';
export { rollUpChecks } from './checks.ts';
export { reconcile, sumAsReport } from './reconcile.ts';
export type { CountySum, JointDeduction, Summing, SumOptions, SumUnit } from './sum.ts';
export { startSum, sumReports } from './sum.ts';
export type { SumCell } from './tally.ts';
