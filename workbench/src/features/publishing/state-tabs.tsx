import { tabCounts } from './list-query.ts';

interface StateTabsProps {
	/** Documents in each state, under the other filters; undefined while they are counted. */
	states: Readonly<Record<string, number>> | undefined;
	value: string;
	onChange: (key: string) => void;
}

/** The states as a row of buttons with their counts; on a phone the row scrolls. */
export function StateTabs({ states, value, onChange }: StateTabsProps) {
	return (
		<nav className="pub-tabs" aria-label="按办理环节筛选">
			<ul>
				{tabCounts(states ?? {}).map(({ key, label, count }) => (
					<li key={key}>
						<button type="button" aria-current={key === value ? 'true' : undefined} onClick={() => onChange(key)}>
							{label}
							<span className="pub-count">{states ? count : ''}</span>
						</button>
					</li>
				))}
			</ul>
		</nav>
	);
}
