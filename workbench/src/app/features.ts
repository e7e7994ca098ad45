import { feature as applications } from '../features/applications/index.tsx';
import { feature as ask } from '../features/ask/index.tsx';
import { feature as audit } from '../features/audit/index.tsx';
import { feature as calendar } from '../features/calendar/index.tsx';
import { feature as catalog } from '../features/catalog/index.tsx';
import { feature as channels } from '../features/channels/index.tsx';
import { feature as entries } from '../features/entries/index.tsx';
import { feature as evaluation } from '../features/evaluation/index.tsx';
import { feature as home } from '../features/home/index.tsx';
import { feature as me } from '../features/me/index.tsx';
import { feature as messaging } from '../features/messaging/index.tsx';
import { feature as normative } from '../features/normative/index.tsx';
import { feature as offices } from '../features/offices/index.tsx';
import { feature as participation } from '../features/participation/index.tsx';
import { feature as people } from '../features/people/index.tsx';
import { feature as publishing } from '../features/publishing/index.tsx';
import { feature as registers } from '../features/registers/index.tsx';
import { feature as remedies } from '../features/remedies/index.tsx';
import { feature as reports } from '../features/reports/index.tsx';
import { feature as settings } from '../features/settings/index.tsx';
import { feature as supervision } from '../features/supervision/index.tsx';
import { feature as training } from '../features/training/index.tsx';
import type { Feature } from './feature.ts';

/**
 * Every feature of the workbench, in the order of the menu. A new one adds its import and its name here, once all the screens its
 * routes name exist: a missing file stops the build for everybody.
 */
export const FEATURES: readonly Feature[] = [
	home,
	publishing,
	applications,
	normative,
	participation,
	ask,
	channels,
	catalog,
	entries,
	registers,
	remedies,
	reports,
	supervision,
	evaluation,
	training,
	offices,
	people,
	calendar,
	audit,
	messaging,
	settings,
	me,
];
