import { Link } from 'react-router';
import type { Finding } from './api.ts';

interface EvidenceProps {
	evidence: Finding['evidence'];
	/** With it, a way to the finding's own screen. */
	findingId?: number | null;
}

/** What a finding is checked by, and the way to the thing itself. */
export function Evidence({ evidence: { facts, path }, findingId = null }: EvidenceProps) {
	const words = Object.entries(facts).map(([label, value]) => `${label}：${value}`);
	return (
		<div className="gk-hint gk-break">
			{words.join('；')}
			{path ? <Place path={path} /> : null}
			{findingId === null ? null : (
				<Link className="sv-place" to={`/monitoring/findings/${findingId}`}>
					规则和快照
				</Link>
			)}
		</div>
	);
}

function Place({ path }: { path: string }) {
	if (path.startsWith('/workbench/'))
		return (
			<Link className="sv-place" to={path.slice('/workbench'.length)}>
				查看
			</Link>
		);
	return (
		<a className="sv-place" href={path} target="_blank" rel="noreferrer">
			{path.startsWith('/') ? '在网站查看' : '打开网页'}
		</a>
	);
}
