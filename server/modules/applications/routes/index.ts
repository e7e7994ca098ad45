import type { Route } from '../../../api/route.ts';
import { decisionRoutes } from './decision.ts';
import { identityRoutes } from './identity.ts';
import { intakeRoutes } from './intake.ts';
import { intakeImportRoutes } from './intake-import.ts';
import { moveRoutes } from './moves.ts';
import { numberingRoutes } from './numbering.ts';
import { readRoutes } from './reads.ts';
import { redactionRoutes } from './redactions.ts';
import { remedyRoutes } from './remedies.ts';
import { wordingRoutes } from './wordings.ts';

export const routes: Route[] = [
	...readRoutes,
	...intakeRoutes,
	...intakeImportRoutes,
	...moveRoutes,
	...decisionRoutes,
	...identityRoutes,
	...redactionRoutes,
	...remedyRoutes,
	...numberingRoutes,
	...wordingRoutes,
];
