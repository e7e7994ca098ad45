import { defineRoute } from '../../../api/route.ts';
import { inScope, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { reader } from '../../../platform/transaction.ts';
import { participationFigures } from '../queries/figures.ts';
import { figuresQuery, figuresView } from '../schemas/figures.ts';

export const figureRoutes = [
	defineRoute({
		method: 'GET',
		path: '/api/participation/figures',
		summary: '互动回应统计',
		access: 'concern.read',
		audit: 'none',
		query: figuresQuery,
		response: figuresView,
		handler: async ({ context, query: { officeId, from, to } }) => {
			const read = reader(context);
			const scope = scopeOf(read.actor);
			const asked = officeId ?? (scope.kind === 'office' ? scope.officeId : null);
			// The whole county is told to whoever sees the whole county.
			if (asked === null ? scope.kind !== 'all' : !inScope(scope, asked)) throw new AppError('forbidden');
			return await participationFigures(read, asked, from, to);
		},
	}),
];
