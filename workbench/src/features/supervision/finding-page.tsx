import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import {
	DescriptionList,
	DownloadButton,
	formatDay,
	formatInstant,
	formatSize,
	Loaded,
	PageHeader,
} from '../../ui/index.ts';
import { type FindingView, KEY, readFinding } from './api.ts';
import { Evidence } from './evidence.tsx';
import './supervision.css';

/** One finding with all it is judged by. */
export function FindingPage() {
	const id = Number(useParams().id);
	const query = useQuery({ queryKey: [...KEY, 'finding', id], queryFn: () => readFinding(id) });
	return <Loaded query={query}>{(finding) => <Finding finding={finding} />}</Loaded>;
}

function Finding({ finding }: { finding: FindingView }) {
	const { officeName, message, ruleTitle, rule, basis, severity, severityLabel, points, most, evidence } = finding;
	const { firstSeen, lastSeen, clearedOn, waivedBy } = finding;
	return (
		<>
			<PageHeader title={message} subtitle={officeName} back={{ to: '/monitoring', label: '监测' }} />
			<section className="gk-panel" aria-label="规则和证据">
				<h2>规则</h2>
				<DescriptionList
					items={[
						{ label: '监测项', value: `${ruleTitle}（${rule}）` },
						{ label: '依据', value: basis, wide: true },
						{ label: '等级', value: <span className={`sv-light sv-${severity}`}>{severityLabel}</span> },
						{ label: '扣分', value: points > 0 ? `每个扣${points}分，最多扣${most}分` : '不扣分' },
						{ label: '发现', value: `${formatDay(firstSeen)}首次发现，${formatDay(lastSeen)}最近发现` },
						{ label: '目前', value: standing(clearedOn, waivedBy) },
					]}
				/>
				<h2 className="sv-next">证据</h2>
				<Evidence evidence={evidence} />
				<Snapshot finding={finding} />
			</section>
			<Past finding={finding} />
		</>
	);
}

function standing(clearedOn: string | null, waivedBy: number | null): string {
	if (clearedOn) return `${formatDay(clearedOn)}已消除`;
	return waivedBy === null ? '仍然存在' : '申诉成立，不再计入得分';
}

function Snapshot({ finding: { id, snapshot } }: { finding: FindingView }) {
	if (!snapshot) return <p className="gk-hint">没有网页快照：问题不在公开网页上，或者网页当时打不开。</p>;
	const { path, takenAt, size, sha256, masked } = snapshot;
	return (
		<div className="sv-snapshot">
			<DownloadButton path={`/api/monitoring/findings/${id}/snapshot`} label={`下载网页快照（${formatSize(size)}）`} />
			<p className="gk-hint gk-break">
				{formatInstant(takenAt)}公众看到的网页{path}
				{masked > 0 ? `，其中${masked}处个人信息已经遮盖` : ''}。SHA-256：{sha256}
			</p>
		</div>
	);
}

function Past({ finding: { earlier, items } }: { finding: FindingView }) {
	if (earlier.length + items.length === 0) return null;
	return (
		<section className="gk-panel" aria-label="整改和以往">
			<h2>整改和以往</h2>
			<ul className="gk-plain-list">
				{items.map(({ id, rectificationId, stateLabel, dueOn }) => (
					<li key={`item ${id}`}>
						<Link to={`/rectifications/${rectificationId}`}>整改清单</Link>：{stateLabel}，期限{formatDay(dueOn)}
					</li>
				))}
				{earlier.map(({ id, firstSeen, clearedOn }) => (
					<li key={`finding ${id}`}>
						<Link to={`/monitoring/findings/${id}`}>同一问题</Link>：{formatDay(firstSeen)}发现
						{clearedOn ? `，${formatDay(clearedOn)}消除` : ''}
					</li>
				))}
			</ul>
		</section>
	);
}
