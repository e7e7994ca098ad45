export type { AuditedReport, AuditOptions, AuditResult, NotChecked } from './audit.ts';
export { auditAll, auditReport } from './audit.ts';
export type { Level } from './level.ts';
export { levelOf } from './level.ts';
export { renderRuleIndex } from './pages.ts';
export type { Profile, ProfileName } from './profile.ts';
export { profiles } from './profile.ts';
export { rules } from './rules/index.ts';
