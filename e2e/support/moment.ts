/** A Wednesday morning of the demo county: journeys count the same days in every year they are walked. */
export const NOW = '2026-06-10T02:00:00Z';
export const TODAY = '2026-06-10';
/** The year whose reports are due. */
export const YEAR = 2025;
export const DEMO_DATABASE = 'gongkai_demo';
