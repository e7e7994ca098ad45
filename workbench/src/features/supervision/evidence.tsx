import { Link } from 'react-router';
import type { Finding } from './api.ts';

/** What a finding is checked by, and the way to the thing itself. */
export function Evidence({ evidence: { facts, path } }: { evidence: Finding['evidence'] }) {
	const words = Object.entries(facts).map(([label, value]) => `${label}：${value}`);
	return (
		<div className="gk-hint gk-break">
			{words.join('；')}
			{path ? <Place path={path} /> : null}
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
			在网站查看
		</a>
	);
}
