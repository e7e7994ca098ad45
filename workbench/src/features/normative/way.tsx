import type { Project } from './api.ts';

/** The way of a document, in its order. */
const WAY: readonly { label: string; until: readonly Project['state'][] }[] = [
	{ label: '起草', until: ['planned'] },
	{ label: '征求意见', until: ['drafted', 'consulting'] },
	{ label: '合法性审核', until: ['consulted'] },
	{ label: '集体讨论', until: ['reviewed'] },
	{ label: '签署', until: ['discussed'] },
	{ label: '统一登记编号', until: ['signed'] },
	{ label: '公布', until: [] },
	{ label: '备案', until: ['numbered', 'submitted'] },
];

/** Where on its way a project stands: 公布 is read from the portal. */
export function placeOf({ state, filing }: Pick<Project, 'state' | 'filing'>): number {
	if (state === 'filed' || state === 'stopped') return WAY.length;
	if (state === 'numbered' && filing === null) return WAY.findIndex(({ label }) => label === '公布');
	return WAY.findIndex(({ until }) => until.includes(state));
}

/** What is done, what is at hand, what comes. */
export function Way({ project }: { project: Project }) {
	if (project.state === 'stopped') return null;
	const here = placeOf(project);
	return (
		<ol className="norm-way" aria-label="制发程序">
			{WAY.map(({ label }, at) => (
				<li key={label} data-done={at < here ? '' : undefined} aria-current={at === here ? 'step' : undefined}>
					{label}
				</li>
			))}
		</ol>
	);
}
