import { History } from '../../ui/index.ts';
import type { CaseView } from './api.ts';

export function HistoryCard({ view }: { view: CaseView }) {
	return (
		<section className="gk-panel">
			<h2>办理记录</h2>
			<History entries={view.history.map(({ at, actorName, entry }) => ({ at, actorName, text: entry }))} />
		</section>
	);
}
