import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.tsx';
import { EmptyState, formatDay, Loaded, PageHeader, StatusTag } from '../../ui/index.ts';
import { type Deduction, KEY, readSheet, type Sheet } from './api.ts';
import { DeductionCard } from './deduction-card.tsx';
import { RecordPanel } from './record-panel.tsx';
import { GRADE_LOOK, pointsText } from './words.ts';
import './evaluation.css';

export function OfficePage() {
	const { id, officeId } = useParams();
	const query = useQuery({
		queryKey: [...KEY, 'sheet', Number(id), Number(officeId)],
		queryFn: () => readSheet(Number(id), Number(officeId)),
	});
	return <Loaded query={query}>{(sheet) => <Page sheet={sheet} />}</Loaded>;
}

/** What was found in one office, indicator by indicator. */
function Page({ sheet }: { sheet: Sheet }) {
	const { can } = useSession();
	const [recording, setRecording] = useState(false);
	const { officeName, round, score, rows, part } = sheet;
	const mayRecord = can('evaluation.score') && part !== 'office' && round.state === 'scoring';
	const until = part === 'office' && round.state === 'appeal' && round.appealUntil;
	return (
		<>
			<PageHeader
				title={officeName}
				subtitle={`${round.title}${until ? `　申诉截止${formatDay(until)}` : ''}`}
				back={{ to: `/evaluation/rounds/${round.id}`, label: round.title }}
				tags={<StatusTag state={score.grade} look={GRADE_LOOK} />}
				extra={
					mayRecord ? (
						<Button type="primary" onClick={() => setRecording(true)}>
							记录扣分
						</Button>
					) : null
				}
			/>
			<p className="gk-panel ev-score">
				<strong className="gk-figure">{score.score.toFixed(2)}</strong>分　扣{pointsText(score.deducted)}分
				{score.bonus > 0 ? `　加${pointsText(score.bonus)}分` : ''}
				{score.vetoed ? '　单项否决' : ''}
			</p>
			{rows.length === 0 ? <EmptyState title="没有扣分" /> : null}
			{groupsOf(sheet).map(({ code, name, own, points, most }) => (
				<section key={code} aria-label={`${code} ${name}`}>
					<h2 className="ev-heading">
						{code} {name}
						<span className="gk-hint">{most > 0 ? `　共${pointsText(points)}分，满分${pointsText(most)}分` : ''}</span>
					</h2>
					{own.map((deduction) => (
						<DeductionCard key={deduction.id} deduction={deduction} />
					))}
				</section>
			))}
			<RecordPanel open={recording} sheet={sheet} onClose={() => setRecording(false)} />
		</>
	);
}

interface Group {
	code: string;
	name: string;
	own: Deduction[];
	/** After the cap of the indicator. */
	points: number;
	most: number;
}

/** In the order of the tree; indicators with nothing found are left out. */
export function groupsOf({ nodes, rows, score }: Pick<Sheet, 'nodes' | 'rows' | 'score'>): Group[] {
	return nodes.flatMap(({ code, name, points: most }) => {
		const own = rows.filter((row) => row.code === code);
		const points = score.parts.find((part) => part.code === code)?.points ?? 0;
		return own.length > 0 ? [{ code, name, own, points, most }] : [];
	});
}
