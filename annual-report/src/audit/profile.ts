import type { AuditSettings, Severity } from '../model/index.ts';

/** How strictly a report is judged: severities that differ from the rule index, and the county's own bounds. */
export interface Profile {
	name: string;
	severities: Readonly<Record<string, Severity>>;
	settings: AuditSettings;
}

/**
 * Bounds of ours, which no law sets. A township makes a handful of 规范性文件 a year at most; from eight on, and from fifty in
 * force, the figure is nearly always one of all documents.
 */
const settings: AuditSettings = { similarity: 0.7, normativeMade: 8, normativeInForce: 50 };

/**
 * `import`: outside reports as they are; zeros left blank or dashed are a warning.
 * `county`: an office submits its report; every cell must hold a figure.
 */
export const profiles = {
	import: { name: 'import', severities: {}, settings },
	county: {
		name: 'county',
		severities: { 'T2-INT': 'error', 'T3-INT': 'error', 'T4-INT': 'error', 'A-15': 'error' },
		settings,
	},
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;
